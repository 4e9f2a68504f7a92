"""Spaces that are missing, doubled or in the wrong place; characters nobody sees; full-width marks and letters."""
