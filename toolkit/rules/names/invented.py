"""Persons of the glossary in the English who are nowhere in the Chinese."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.core import Cover, Flag, Segment, Severity
from toolkit.lint import Context, segment_rule
from toolkit.rules.names.bearing import borne, chinese


@segment_rule(severity=Severity.NOTE, category="accuracy/addition", needs_source=True)
def invented_person(segment: Segment, context: Context) -> Iterator[Flag]:
    """A person under the full name of the glossary whom the Chinese article nowhere names.

    A machine may put somebody famous where the Chinese has an office, a pronoun or a stranger. A writer may too, and
    rightly: hence a note.

    Known problems: a name that the writer supplied; a Chinese form that the glossary lacks.
    Source: Multidimensional Quality Metrics, accuracy/addition.

    Bad:
        glossary: type=person; zh=岸田文雄; en=Fumio Kishida
        zh: 首相表示反对。
        en: Prime Minister «Fumio Kishida» was opposed.
    Good:
        glossary: type=person; zh=岸田文雄; en=Fumio Kishida
        zh: 首相岸田文雄表示反对。
        en: Prime Minister Fumio Kishida was opposed.
    """
    hits = context.glossary.accepted.find(context.words(segment))
    named = [hit for hit in hits if hit.term.type == "person" and " " in hit.form and hit.term.status != "draft"]
    if not named:
        return
    prose = chinese(context)
    told = Cover(bearer.span for _, bearer in (*borne(segment, context).terms, *borne(segment, context).persons))
    held = {hit.span for hit in named if any(form in prose for form in hit.term.sources)}
    for hit in {hit.span: hit for hit in named}.values():
        if hit.span not in held and not told.overlaps(hit.span):
            message = f"{hit.term.en} ({hit.term.zh}) is nowhere in the Chinese"
            yield Flag(segment.target_at(hit.span), message, term=hit.term.id)
