"""The report for the browser: one page that needs nothing else, the two languages side by side."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.lint import Run
from toolkit.reports.look import Look
from toolkit.reports.page.dossier import dossier
from toolkit.reports.page.template import fill


def render(runs: Sequence[Run], look: Look) -> str:
    """One self-contained HTML page over all articles, those that hurt most first.

    Styles and scripts are part of the page and allowed by their hashes; nothing is fetched and nothing sent. Whatever
    an article, a path or a rule says is text to it, never markup. `look.manuals` gives the rules their words,
    `look.problems` are told at the top. The same runs give the same page.
    """
    return fill("page.html", report=dossier(runs, look))
