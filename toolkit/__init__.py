"""copydesk: the bilingual copy editor at the desk. Public surface: `toolkit.api`, `toolkit.core`, `toolkit.lint`."""
