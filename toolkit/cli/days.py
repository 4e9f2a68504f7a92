"""Days as options name them."""

from __future__ import annotations

import datetime

from toolkit.cli.output import die


def day(date: str | None) -> datetime.date | None:
    """The day that `--date` names, if it does; any other word is the user's mistake."""
    try:
        return datetime.date.fromisoformat(date) if date else None
    except ValueError:
        die(f"--date must be a day such as 2024-06-19, not {date!r}")
