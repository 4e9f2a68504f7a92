"""Facts of Chinese and English: script, numerals, dates, names, width."""
