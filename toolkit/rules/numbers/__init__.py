"""Figures of the English against those of the Chinese, by value, and figures that are wrong in themselves."""
