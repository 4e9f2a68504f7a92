"""Frozen options: defaults < preset < project < path < command line; each value remembers where it came from."""

from toolkit.settings.errors import SettingsError
from toolkit.settings.layers import Layer, Setting, command_line, project
from toolkit.settings.rules import check_options, check_selectors, severities
from toolkit.settings.settle import Settings, settle

__all__ = [
    "Layer",
    "Setting",
    "Settings",
    "SettingsError",
    "check_options",
    "check_selectors",
    "command_line",
    "project",
    "settle",
    "severities",
]
