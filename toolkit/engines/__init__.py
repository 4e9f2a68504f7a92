"""Third-party models behind protocols: the only room that loads models. Each is optional and opened at its first use."""
