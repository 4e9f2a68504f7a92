"""Candidates for the termbase, mined from what the desk has translated, and written there as drafts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.alignment.mining import Candidate, mine
from toolkit.api.gather import gather
from toolkit.core import Document, Segment
from toolkit.files.glossaries import load_terms, read_sheet, write_sheet
from toolkit.glossary import Term
from toolkit.glossary.dump import cells
from toolkit.glossary.sheet import Sheet
from toolkit.glossary.tending import slug
from toolkit.settings import Layer, command_line

MINED = "mined"


@dataclass(frozen=True, slots=True)
class Mined:
    """Candidates, the weightiest first, the paragraphs that their evidence counts in, and lines for the user."""

    candidates: tuple[Candidate, ...]
    paragraphs: tuple[tuple[Document, Segment], ...]
    problems: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def mine_paths(paths: Sequence[Path], asked: Layer | None = None) -> Mined:
    """Candidates from the pairs and translation memories in `paths`, none that a glossary in force renders.

    Raises SettingsError and Unreadable as `gather` does.
    """
    found = gather(paths, asked or command_line())
    paragraphs = tuple(
        (document, segment)
        for document in found.documents
        for segment in document.segments
        if segment.source and segment.target.prose
    )
    texts = ((segment.source.prose if segment.source else "", segment.target.prose) for _, segment in paragraphs)
    candidates = mine(texts, found.desk.lexicon, found.desk.glossary)
    return Mined(tuple(candidates), paragraphs, found.problems, found.notices)


@dataclass(frozen=True, slots=True)
class Drafts:
    """A glossary file with mined drafts in it, as it would be written: nothing is, until `write` is called."""

    path: Path
    old: Sheet
    new: Sheet
    count: int

    def diff(self) -> str:
        """The rows that come, as a unified diff without context."""
        import difflib  # noqa: PLC0415 (only --dry-run shows it)

        old, new = self.old.text.splitlines(keepends=True), self.new.text.splitlines(keepends=True)
        return "".join(difflib.unified_diff(old, new, str(self.path), str(self.path), n=0))

    def write(self) -> None:
        """Put the new table in place of the old. Raises Unreadable or Unwritable."""
        write_sheet(self.path, self.new)


def drafts(path: Path, candidates: Iterable[Candidate]) -> Drafts:
    """The glossary file `path` (new or there) with candidates that it has no Chinese for, as drafts of source `mined`.

    Raises Unreadable where the file is no glossary.
    """
    old = read_sheet(path) if path.exists() else Sheet.parse("")
    old = old.widened(("type", "zh_alt", "en_alt", "status", "note", "source"))
    known = {form for term in (load_terms([path])[0] if path.exists() else ()) for form in term.sources}
    taken = set(old.ids)
    rows = []
    for candidate in candidates:
        if candidate.zh not in known:
            term = as_term(candidate, taken)
            taken.add(term.id)
            rows.append({column: value for column, value in cells(term).items() if column in old.columns})
    return Drafts(path, old, old.put(*rows), len(rows))


def as_term(candidate: Candidate, taken: Collection[str] = ()) -> Term:
    """The draft that a candidate would be, with an id made of its English that is not in `taken`."""
    base = slug(candidate.en) or candidate.zh
    name, n = base, 1
    while name in taken:
        n += 1
        name = f"{base}-{n}"
    where = f"{candidate.count} paragraph{'s' if candidate.count > 1 else ''}"
    return Term(
        name,
        candidate.type,
        candidate.zh,
        candidate.en,
        zh_alt=candidate.zh_alt,
        en_alt=candidate.en_alt,
        status="draft",
        note=f"in {where}; confidence {candidate.confidence:.2f}; {candidate.how}",
        source=MINED,
    )
