"""Prose written into a file so that none of it reads as markup."""

from __future__ import annotations

from collections.abc import Callable

from toolkit.core.pattern import pattern

_MARKDOWN = pattern(r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|<(?=[A-Za-z/!?])|&(?=#?\w+;)")
_FIRST = pattern(r"(?:#{1,6}|[-+>=])(?=\s|\Z|=|-|>)|(?:\d{1,9})[.)](?=\s|\Z)")
_YAML = pattern(r": |:\Z| #|^[\s\-?:,\[\]{}#&*!|>'\"%@`]|\s\Z")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


Escape = Callable[[str], str]


def plain(prose: str) -> str:
    """Prose in plain text, where nothing is markup."""
    return prose


def html(prose: str) -> str:
    """Prose in HTML, between tags.

    >>> html("S&P < 5")
    'S&amp;P &lt; 5'
    """
    return prose.translate(_HTML)


def markdown(prose: str) -> str:
    r"""Prose in Markdown, within a line.

    >>> markdown("2*3 [sic] snake_case _x AT&T &amp;")
    '2\\*3 \\[sic\\] snake_case \\_x AT&T \\&amp;'
    """
    return _MARKDOWN.sub(r"\\\g<0>", prose)


def cell(prose: str) -> str:
    """Prose in a cell of a Markdown table."""
    return markdown(prose).replace("|", "\\|")


def opening(written: str) -> str:
    r"""A Markdown paragraph whose first characters would begin a list, a heading or a quotation otherwise.

    >>> opening("1. x"), opening("# x"), opening("#x")
    ('1\\. x', '\\# x', '#x')
    """
    found = _FIRST.match(written)
    if not found:
        return written
    at = found.end() - 1 if found[0][0].isdigit() else 0
    return f"{written[:at]}\\{written[at:]}"


def field(written: str) -> str:
    """A value of YAML front matter, in quotation marks where it would read as anything but itself without.

    >>> field("Chips: up"), field("Chips up")
    ('"Chips: up"', 'Chips up')
    """
    if not _YAML.search(written):
        return written
    mark = "'" if '"' in written else '"'
    return f"{mark}{written}{mark}"


ESCAPES: dict[str, tuple[Escape, ...]] = {
    "text": (plain,),
    "html": (html,),
    "markdown": (markdown, cell, html),
}
"""For each format the ways to write prose, the likeliest first; which one holds, a second reading tells."""
