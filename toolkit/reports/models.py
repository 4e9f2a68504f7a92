"""Models for a reader: facts of one, lists of several, as text or JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from toolkit.reports.wire import dump

SCHEMA_VERSION = 1
Facts = Mapping[str, object]
"""What is told of a model, in order; a list of pairs is shown one above the other."""


def facts(form: str, told: Facts) -> str:
    """One model, in the format text or json."""
    if form == "json":
        return (
            dump({"schema_version": SCHEMA_VERSION} | {_key(name): value for name, value in told.items()}, indent=2)
            + "\n"
        )
    return "".join(_lines(told, ""))


def shelves(form: str, shelves: Mapping[str, Sequence[Facts]]) -> str:
    """Models under headings, in the format text or json."""
    if form == "json":
        lists = {_key(head): [_wire(told) for told in each] for head, each in shelves.items()}
        return dump({"schema_version": SCHEMA_VERSION} | lists, indent=2) + "\n"
    return "\n".join("".join(_shelf(head, models)) for head, models in shelves.items())


def _shelf(head: str, models: Sequence[Facts]) -> Iterator[str]:
    yield f"{head.capitalize()}:{'' if models else ' none'}\n"
    for told in models:
        name, *_ = told.values()
        yield f"\n  {name}\n"
        yield from _lines({key: value for key, value in told.items() if value != name or key == "family"}, "    ")


def _lines(told: Facts, indent: str) -> Iterator[str]:
    shown = {name: value for name, value in told.items() if value not in ("", None)}
    wide = max(map(len, shown), default=0)
    for name, value in shown.items():
        if isinstance(value, list | tuple):
            yield from (f"\n{indent}{first}\n{indent}  {second}\n" for first, second in value)
        else:
            yield f"{indent}{name.ljust(wide)}  {_word(value)}\n"


def _word(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _wire(told: Facts) -> dict[str, object]:
    return {_key(name): value for name, value in told.items()}


def _key(name: str) -> str:
    return name.replace(" ", "_")
