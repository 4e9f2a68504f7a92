"""Settings for a reader: those in force, and the manual of all keys."""

from __future__ import annotations

import json
from collections.abc import Iterator

from toolkit.core import Severity
from toolkit.settings.keys import KEYS, TABLES
from toolkit.settings.layers import Setting
from toolkit.settings.settle import Settings


def describe(settings: Settings) -> str:
    """Every setting in force, with its origin as a comment; a settings file that says the same."""
    rows = [(key, _toml(setting.value), setting.origin) for key, setting in _rows(settings)]
    width = max(len(key) + len(value) for key, value, _ in rows)
    return "".join(
        f"{key} = {value}{' ' * (width - len(key) - len(value))}  # {origin}\n" for key, value, origin in rows
    )


def manual() -> str:
    """The table of all keys in Markdown, as it stands in docs/settings.md."""
    rows = [("Key", "Value", "Default", "Command line", "By path", "Meaning"), ("---",) * 6]
    for key in KEYS.values():
        option = f"`{key.option}`" if key.option else ""
        by_path = "yes" if key.by_path else ""
        adds = "; a stronger layer adds to it" if key.adds else ""
        rows.append(
            (f"`{key.name}`", key.kind.expected, f"`{_toml(key.default)}`", option, by_path, key.meaning + adds)
        )
    rows += [
        (f"`{table.name}`", f"a table, as in {table.example}: {table.kind.expected}", "", "", "yes", table.meaning)
        for table in TABLES.values()
    ]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |\n" for row in rows)


def _rows(settings: Settings) -> Iterator[tuple[str, Setting[object]]]:
    for name in KEYS:
        yield name, getattr(settings, name)
    for rule, severity in sorted(settings.severity.items()):
        yield f"severity.{_quoted(rule)}", Setting(str(severity.value), severity.origin)
    for rule, options in sorted(settings.options.items()):
        for option, setting in sorted(options.items()):
            yield f"options.{_quoted(rule)}.{option if option.isidentifier() else _quoted(option)}", setting


def _toml(value: object) -> str:
    return json.dumps(str(value) if isinstance(value, Severity) else value, ensure_ascii=False)


def _quoted(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)
