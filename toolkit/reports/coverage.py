"""The tally of a termbase as text and JSON."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from toolkit.language.width import width
from toolkit.lint.tally import Tally
from toolkit.reports.wire import dump

SCHEMA_VERSION = 1
_COUNTS = ("seen", "right", "missing", "forbidden", "alarms", "ignored", "baselined")


def render_coverage(form: str, tallies: Sequence[Tally], articles: int, *, never: bool = False) -> str:
    """The report in the format text or json; text names the concepts that never occur where `never` asks for them."""
    occurring = [one for one in tallies if one.seen or one.alarms]
    absent = sorted(one.term.id for one in tallies if not (one.seen or one.alarms))
    if form == "json":
        value = {
            "schema_version": SCHEMA_VERSION,
            "articles": articles,
            "concepts": [_wire(one) for one in occurring],
            "never": absent,
        }
        return dump(value, indent=2) + "\n"
    where = f"{articles:,} article{'s' if articles != 1 else ''}"
    head = f"Of {len(tallies):,} concepts {len(occurring):,} occur in {where}, {len(absent):,} never.\n"
    table = [head, *_table(occurring)] if occurring else [head]
    return "".join(chain(table, ["\nNever:\n", *(f"  {name}\n" for name in absent)] if never and absent else []))


def _wire(one: Tally) -> dict[str, object]:
    return {"id": one.term.id, "zh": one.term.zh, "en": one.term.en} | {name: getattr(one, name) for name in _COUNTS}


def _table(tallies: Sequence[Tally]) -> list[str]:
    rows = [[*_COUNTS, "concept"]]
    rows += [[*(str(getattr(one, name) or ".") for name in _COUNTS), _named(one)] for one in tallies]
    widths = [max(width(row[n]) for row in rows) for n in range(len(_COUNTS))]
    padded = ([cell.rjust(wide) for cell, wide in zip(row, widths, strict=False)] for row in rows)
    return [
        "\n",
        *(f"{'  '.join(cells)}  {row[-1]}\n" for cells, row in zip(padded, rows, strict=True)),
    ]


def _named(one: Tally) -> str:
    return f"{one.term.id}: {one.term.zh} = {one.term.en}"
