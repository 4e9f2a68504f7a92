"""Units of measure, what they are called and how they convert."""

from __future__ import annotations

from toolkit.language.quantities.quantity import MULTIPLE, PERCENT, POINT

CURRENCIES = frozenset({"CNY", "USD", "HKD", "JPY", "EUR", "GBP", "KRW", "RUB", "TWD", "SGD", "AUD", "CAD", "CHF", "INR", "MOP", "THB"})
# each measure in the base unit of its dimension: metre, square metre, gram, second
_SIZES: dict[str, tuple[str, float]] = {
    "nm": ("length", 1e-9), "um": ("length", 1e-6), "mm": ("length", 1e-3), "cm": ("length", 0.01), "m": ("length", 1), "km": ("length", 1000),
    "li": ("length", 500), "mi": ("length", 1609.34), "nmi": ("length", 1852), "ft": ("length", 0.3048), "in": ("length", 0.0254),
    "m2": ("area", 1), "km2": ("area", 1e6), "ha": ("area", 1e4), "mu": ("area", 666.67), "ac": ("area", 4046.86), "mi2": ("area", 2.59e6),
    "ft2": ("area", 0.0929), "g": ("mass", 1), "kg": ("mass", 1000), "t": ("mass", 1e6), "jin": ("mass", 500), "lb": ("mass", 453.59),
    "second": ("time", 1), "minute": ("time", 60), "hour": ("time", 3600), "day": ("time", 86400), "week": ("time", 604800),
    "month": ("time", 2629800), "year": ("time", 31557600), "l": ("volume", 1), "m3": ("volume", 1000),
}  # fmt: skip


def dimension(unit: str) -> str:
    """What a unit measures: "length", "area", "mass", "time", "volume", "money", "share", or "" where it is none of them."""
    if unit in CURRENCIES:
        return "money"
    return "share" if unit in (PERCENT, POINT) else "" if unit == MULTIPLE else _SIZES.get(unit, ("", 0.0))[0]


def factor(unit: str, to: str) -> float | None:
    """What a value in `unit` is multiplied by to give it in `to`; None where they are equal or measure different things.

    >>> factor("li", "km"), factor("km", "kg")
    (0.5, None)
    """
    mine, its = _SIZES.get(unit), _SIZES.get(to)
    return mine[1] / its[1] if unit != to and mine and its and mine[0] == its[0] else None
