"""Figures in running text, by value: Chinese and English alike become `Quantity`."""

from toolkit.language.quantities.chinese import chinese_quantities
from toolkit.language.quantities.english import english_quantities
from toolkit.language.quantities.quantity import Quantity

__all__ = ["Quantity", "chinese_quantities", "english_quantities"]
