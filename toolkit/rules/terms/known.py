"""Terms of the glossary that the Chinese holds, and renderings that it forbids."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.core import Flag, Segment, Severity
from toolkit.glossary import Term
from toolkit.lint import Context, segment_rule
from toolkit.lint.termbase import forbidden


@segment_rule(severity=Severity.ERROR, category="terminology/wrong term")
def forbidden_rendering(segment: Segment, context: Context) -> Iterator[Flag]:
    """A rendering that the glossary forbids for a term, title, product, law or event.

    Calques read like English and mean nothing to the trade; the termbase remembers them, also for a copy that stands
    alone.

    Known problems: a forbidden form that means something else in another field; give the concept a `when`.
    Source: the desk's glossary, column en_forbidden.

    Bad:
        glossary: zh=光刻机; en=lithography machine; en_forbidden=photoetching machine
        en: Exports of «photoetching machines» fell.
    Good:
        glossary: zh=光刻机; en=lithography machine; en_forbidden=photoetching machine
        en: Exports of lithography machines fell.
    """
    yield from forbidden(segment, context, _term)


def _term(term: Term) -> bool:
    return not term.is_name
