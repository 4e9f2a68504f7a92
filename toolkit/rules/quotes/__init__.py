"""Quotation marks and brackets: unbalanced, doubled, Chinese, turned the wrong way, padded."""
