"""Third-party models behind protocols: the only room that installs and loads them. Each is opened at its first use."""
