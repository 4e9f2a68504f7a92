"""Dates, weekdays and datelines of the English, against the Chinese and against the calendar."""
