"""Baseline files: the decisions of a desk as JSON, reviewed as diffs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from toolkit.files.errors import Unreadable
from toolkit.files.text import read_text, write_atomic
from toolkit.lint.baseline import Decision

SCHEMA_VERSION = 1
_LIMIT = 20 << 20
_WRITE_ANEW = "write it anew with --write-baseline"


def load_baseline(path: Path) -> tuple[Decision, ...]:
    """The decisions of a baseline file. Raises Unreadable, with the line where the file is not JSON."""
    if not path.exists():
        message = "does not exist; check the name, or begin it: copydesk baseline add --reason WHY"
        raise Unreadable(str(path), None, message)
    try:
        data = json.loads(read_text(path, _LIMIT))
    except json.JSONDecodeError as error:
        raise Unreadable(str(path), error.lineno, f"is not JSON ({error.msg.lower()}); {_WRITE_ANEW}") from error
    except RecursionError as error:
        raise Unreadable(str(path), None, f"is nested too deeply; {_WRITE_ANEW}") from error
    version = data.get("schema_version") if isinstance(data, dict) else None
    if version != SCHEMA_VERSION:
        message = f"has no schema_version {SCHEMA_VERSION}, so it is no baseline of this version; {_WRITE_ANEW}"
        raise Unreadable(str(path), None, message)
    rows = data.get("findings")
    if not isinstance(rows, list):
        raise Unreadable(str(path), None, f"has no list of findings; {_WRITE_ANEW}")
    return tuple(_decision(path, n, row) for n, row in enumerate(rows, 1))


def write_baseline(path: Path, decisions: Iterable[Decision]) -> None:
    """Write a baseline file whole or not at all. Raises Unwritable."""
    write_atomic(path, dump_baseline(decisions).encode("utf-8"))


def dump_baseline(decisions: Iterable[Decision]) -> str:
    """`{"schema_version": 1, "findings": […]}`, a reason only where one was given."""
    findings = [{key: value for key, value in row._asdict().items() if value or key != "reason"} for row in decisions]
    return json.dumps({"schema_version": SCHEMA_VERSION, "findings": findings}, ensure_ascii=False, indent=2) + "\n"


def _decision(path: Path, number: int, row: object) -> Decision:
    fields = row if isinstance(row, dict) else {}
    told = {name: fields.get(name, "") for name in Decision._fields}
    wrong = [name for name, value in told.items() if not isinstance(value, str)]
    missing = [name for name in Decision._fields if name in ("fingerprint", "rule") and not told[name]]
    if wrong or missing:
        what = f"needs a {(missing or wrong)[0]}, as a string"
        raise Unreadable(str(path), None, f"finding {number} {what}; mend it, or {_WRITE_ANEW}")
    return Decision(**told)
