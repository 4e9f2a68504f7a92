"""Markup that the translation broke, leaked into the prose, lost, moved or changed."""
