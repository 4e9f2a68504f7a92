"""House style: switches, all off until settings or a preset turn them on."""
