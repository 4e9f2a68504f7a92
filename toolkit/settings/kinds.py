"""What a setting's value may be."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from toolkit.core import Severity


class Kind(NamedTuple):
    """How a value is written (`expected`, for a reader) and read: None where it does not fit."""

    expected: str
    read: Callable[[object], object | None]


def _strings(value: object) -> object | None:
    fits = isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)
    return tuple(value) if isinstance(value, list | tuple) and fits else None


def _string(value: object) -> object | None:
    return value if isinstance(value, str) else None


def _boolean(value: object) -> object | None:
    return value if isinstance(value, bool) else None


def _count(value: object) -> object | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 1 else None


def choice(*names: str) -> Kind:
    """A string out of a few."""
    return Kind("one of " + ", ".join(f'"{name}"' for name in names), lambda value: value if value in names else None)


STRINGS = Kind("a list of strings", _strings)
STRING = Kind("a string", _string)
FILES = Kind("a list of files", _strings)
FILE = Kind("a file", _string)
BOOLEAN = Kind("true or false", _boolean)
COUNT = Kind("a whole number from 1", _count)
NUMBER = Kind("a whole number from 0", lambda value: 0 if value == 0 and value is not False else _count(value))
SEVERITY = Kind(
    'one of "error", "warning", "note"',
    lambda value: {str(severity): severity for severity in Severity}.get(str(value)),
)
OPTION = Kind(
    "a string, a number, true, false, or a list of strings",
    lambda value: value if isinstance(value, str | int | float) else _strings(value),
)


def like(default: object) -> Kind:
    """The kind of a rule's option, told from its default."""
    match default:
        case bool():
            return BOOLEAN
        case int():
            return Kind("a whole number", lambda value: value if _is_number(value, int) else None)
        case float():
            return Kind("a number", lambda value: float(str(value)) if _is_number(value, int, float) else None)
        case str():
            return STRING
    return STRINGS


def _is_number(value: object, *types: type) -> bool:
    return isinstance(value, types) and not isinstance(value, bool)
