"""Dates in running text: Chinese and English alike become `Date`."""

from toolkit.language.dates.chinese import chinese_dates
from toolkit.language.dates.date import Date, dated
from toolkit.language.dates.english import english_dates

__all__ = ["Date", "chinese_dates", "dated", "english_dates"]
