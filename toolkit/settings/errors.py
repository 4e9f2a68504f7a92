"""What is wrong with a setting, said in one line."""

from __future__ import annotations

from collections.abc import Iterable


class SettingsError(Exception):
    """A setting that cannot be used: `origin` is its file and line, or its option; the message says what was expected.

    >>> str(SettingsError("copydesk.toml:3", "select must be a list of strings"))
    'copydesk.toml:3: select must be a list of strings'
    """

    def __init__(self, origin: str, message: str) -> None:
        """Keep the two parts apart, and join them for a reader."""
        self.origin = origin
        self.message = message
        super().__init__(f"{origin}: {message}")


def shown(value: object) -> str:
    """A value as a reader of TOML or Python knows it, on one line and not too long.

    >>> shown("names"), len(shown("x" * 1000))
    ("'names'", 60)
    """
    told = repr(value)
    return told if len(told) <= 60 else f"{told[:59]}…"


def unknown(origin: str, noun: str, name: str, known: Iterable[str]) -> SettingsError:
    """The complaint about a name that nothing answers to, with the nearest that something does.

    >>> str(unknown("copydesk.toml:3", "key", "selct", ["select", "ignore"]))
    "copydesk.toml:3: unknown key 'selct'; did you mean 'select'?"
    """
    from difflib import get_close_matches  # noqa: PLC0415 - 3 ms that only a mistake costs

    names = sorted(known)
    near = get_close_matches(name, names, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(names)}"
    return SettingsError(origin, f"unknown {noun} {shown(name)}; {hint}")
