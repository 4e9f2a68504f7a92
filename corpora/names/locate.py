"""Whether the English of a Chinese person is found when no glossary holds the person.

    python corpora/names/locate.py LINES.zh LINES.en
    python corpora/names/locate.py --marked mqm_dev.jsonl

The termbase knows where its own persons stand in both languages; here its persons are hidden from the finders, and what
they find is held against it: the same English words (exact), or a word of them (touch). Of persons in the Chinese that
the finders miss nothing is found.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from toolkit.alignment.persons import appearances
from toolkit.api import open_desk
from toolkit.api.document import paired
from toolkit.core import Segment, Span
from toolkit.files.article import parse
from toolkit.glossary import Glossary
from toolkit.lint import Context
from toolkit.rules.names.bearing import borne, persons


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lines", type=Path, nargs="*", help="Chinese lines and their English")
    parser.add_argument("--marked", type=Path, help="JSON lines with source and target")
    asked = parser.parse_args()
    desk, _ = open_desk(ner=False)
    bare = Glossary(term for term in desk.glossary.terms if term.type != "person")
    tally: Counter[str] = Counter()
    for zh, en in marked(asked.marked) if asked.marked else lines(*asked.lines):
        document = paired(parse(zh, "zh", "text"), parse(en, "en", "text"), desk.lexicon, bare)
        known, hidden = (Context(document, glossary, desk.lexicon) for glossary in (desk.glossary, bare))
        for segment in document.segments:
            if segment.source and segment.target.prose:
                tally += compare(segment, known, hidden)
    total = tally["persons"]
    print(f"{total} persons of the termbase in paragraphs that render them; with the termbase's persons hidden")
    for name in ("seen", "touch", "exact"):
        print(f"  {tally[name] / max(total, 1):.3f}  {MEANING[name]}")


MEANING = {
    "seen": "are found in the Chinese",
    "touch": "are found in both languages, a word of the English right",
    "exact": "are found in both languages, the English exactly",
}


def marked(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        yield row["source"], row["target"]


def lines(chinese: Path, english: Path) -> Iterator[tuple[str, str]]:
    yield from zip(chinese.read_text("utf-8").splitlines(), english.read_text("utf-8").splitlines(), strict=True)


def compare(segment: Segment, known: Context, hidden: Context) -> Counter[str]:
    """The persons of one paragraph, and how many are seen and found."""
    tally: Counter[str] = Counter()
    hits = known.glossary.accepted.find(known.words(segment))
    found = {one.span: spans(one, segment, hidden) for one in persons(segment, hidden)}
    for match in {match.term.id: match for match in known.matches(segment) if match.term.type == "person"}.values():
        right = [hit.span for hit in hits if hit.term.id == match.term.id]
        if right:
            told = [span for zh, places in found.items() if zh.overlaps(match.span) for span in places]
            tally["persons"] += 1
            tally["seen"] += any(zh.overlaps(match.span) for zh in found)
            tally["touch"] += any(one.overlaps(other) for one in told for other in right)
            tally["exact"] += not set(told).isdisjoint(right)
    return tally


def spans(one: object, segment: Segment, context: Context) -> list[Span]:
    """The English of a person: where the name appears, or what it became."""
    seen = appearances(one, segment.target.prose)  # type: ignore[arg-type]
    return seen or [bearer.span for person, bearer in borne(segment, context).persons if person == one]


if __name__ == "__main__":
    main()
