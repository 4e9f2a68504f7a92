"""What fixes changed, as a unified diff (IEEE Std 1003.1, `diff -u`) that `patch` and `git apply` understand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.core import Applicability
from toolkit.core.pattern import pattern
from toolkit.lint.fixing import Fixed
from toolkit.reports.summary import summary

_LINE = pattern(r"[^\n]*\n|[^\n]+")
_NO_END = "\n\\ No newline at end of file\n"


def render(articles: Sequence[Fixed]) -> str:
    """The changed lines of every article with three lines about them; empty where nothing changed."""
    return "".join(line for one in articles if one.changed for line in _article(one))


def tally(articles: Sequence[Fixed], seconds: float, *, written: bool = True) -> str:
    """How much was fixed (with `written` false: would be), and what is left.

    >>> tally([], 0.1234)
    'Fixed nothing. Left: no findings in 0 articles (0.12 s)'
    """
    fixes, changed = sum(one.applied for one in articles), sum(one.changed for one in articles)
    done = f"{fixes:,} in {changed:,} file{'' if changed == 1 else 's'}" if fixes else "nothing"
    left = summary([one.after for one in articles], seconds).replace("No findings", "no findings")
    refused = sum(one.refused for one in articles)
    held = f" {refused:,} held back: they would raise new findings." if refused else ""
    more = sum(one.left(Applicability.UNSAFE) for one in articles) - refused
    held += f" {more:,} more with --unsafe, to be read afterwards." if more > 0 else ""
    return f"{'Fixed' if written else 'To fix:'} {done}.{held} Left: {left}"


def _article(one: Fixed) -> Iterator[str]:
    from difflib import unified_diff  # noqa: PLC0415 - only `fix --diff` needs it

    before, after = one.before.document.target, one.after.document.target
    path = " ".join(before.path.splitlines())
    lines = unified_diff(_lines(before.raw), _lines(after.raw), path, path)
    for line in lines:
        yield line if line.endswith("\n") else line + _NO_END


def _lines(raw: str) -> list[str]:
    r"""The lines with their ends; a bare \r ends none here, for `patch` knows none."""
    return _LINE.findall(raw)
