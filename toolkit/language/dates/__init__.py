"""Dates in running text: Chinese and English alike become `Date`."""

from toolkit.language.dates.chinese import chinese_dates
from toolkit.language.dates.date import Date
from toolkit.language.dates.english import english_dates

__all__ = ["Date", "chinese_dates", "english_dates"]
