"""Whether glossaries are sane: each fault with its file, row and column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.core.pattern import pattern
from toolkit.glossary.claims import between
from toolkit.glossary.sheet import Row, Sheet, id_of
from toolkit.glossary.table import header_problems, split
from toolkit.glossary.table import row as read
from toolkit.glossary.term import Term
from toolkit.glossary.words import Words
from toolkit.language.script import folded, is_han

ERROR, WARNING, NOTE = "error", "warning", "note"
_ID = pattern(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
_COUNTRY = pattern(r"[A-Z]{2}(?:\|[A-Z]{2})*")
_CHINESE, _ENGLISH, _CONTEXT = 40, 120, 40
_UNSEEN = pattern("[\u0000-\u001f\u007f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffd]| {2}")
_LISTS = ("zh_alt", "en_alt", "en_forbidden", "when", "not_when", "office")
Ordinary = Callable[[str], bool]


class Fault(NamedTuple):
    """What is wrong: the file's name, line and column (1-based, code points), level, concept, column's name, message."""

    path: str
    line: int
    column: int
    level: str
    concept: str
    cell: str
    message: str


class Complaint(NamedTuple):
    """A fault of a concept, before it is known where its row stands."""

    level: str
    cell: str
    message: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that could be read as a concept, and where it stands."""

    path: str
    sheet: Sheet
    row: Row
    term: Term

    def fault(self, complaint: Complaint) -> Fault:
        """The complaint at its place in the file."""
        return _fault(self.path, self.sheet, self.row, complaint)


def lint(sheets: Mapping[str, Sheet], known: Iterable[Term] = (), ordinary: Ordinary | None = None) -> list[Fault]:
    """Every fault of the tables by file and line; `known` are concepts of other files that offices may name.

    `ordinary` tells an English word that stands for common Chinese ones.
    """
    faults: list[Fault] = []
    entries: list[Entry] = []
    for path, sheet in sheets.items():
        if header := [Fault(path, *found[:1], 1, ERROR, "", *found[1:]) for found in header_problems(sheet.columns)]:
            faults += header
            continue
        faults += _table(path, sheet)
        for one in sheet.rows:
            try:
                entries.append(Entry(path, sheet, one, read(sheet.named(one))))
            except ValueError as error:
                column, _, message = str(error).partition(": ")
                faults.append(_fault(path, sheet, one, Complaint(ERROR, column, message)))
    offices = {term.id for term in (*known, *(entry.term for entry in entries)) if term.type == "title"}
    for entry in entries:
        faults += map(entry.fault, _concept(entry, offices, ordinary))
    every = {entry.term.id: entry for entry in entries}
    faults += (
        every[name].fault(Complaint(*found)) for name, *found in between([entry.term for entry in every.values()])
    )
    return sorted(faults)


def _fault(path: str, sheet: Sheet, row: Row, complaint: Complaint) -> Fault:
    number = sheet.columns.index(complaint.cell) if complaint.cell in sheet.columns else 0
    line, column = row.place(number)
    concept = id_of(sheet.named(row))
    return Fault(path, line, column, complaint.level, concept, complaint.cell, complaint.message)


def _table(path: str, sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with a file as a whole: its order, an id that stands twice."""
    before, seen = "", dict[str, int]()
    for row in sheet.rows:
        name = id_of(sheet.named(row))
        if name in seen:
            yield _fault(path, sheet, row, Complaint(ERROR, "id", f"{name} stands in line {seen[name]} too"))
        elif name < before:
            yield _fault(path, sheet, row, Complaint(ERROR, "id", f"comes after {before}; rows are sorted by id"))
        if len(row.cells) > len(sheet.columns):
            message = f"the row has {len(row.cells)} cells, the header {len(sheet.columns)}; quote cells with commas"
            yield _fault(path, sheet, row, Complaint(ERROR, sheet.columns[-1], message))
        seen[name], before = row.line, name


def _concept(entry: Entry, offices: set[str], ordinary: Ordinary | None) -> Iterator[Complaint]:
    """What is wrong with a row by itself."""
    cells, term = entry.sheet.named(entry.row), entry.term
    yield from _written(cells)
    yield from _chinese(term)
    yield from _english(term)
    yield from _forbidden(term, ordinary)
    yield from _context(term)
    yield from _dates(term)
    for office in term.office:
        if office.title not in offices:
            yield Complaint(ERROR, "office", f"{office.title} is no concept of the type title")


def _written(cells: Mapping[str, str]) -> Iterator[Complaint]:
    """How the cells are written."""
    if not _ID.fullmatch(cells["id"]):
        yield Complaint(WARNING, "id", f"{cells['id']!r}: an id is lower-case letters and digits with hyphens")
    if cells.get("country") and not _COUNTRY.fullmatch(cells["country"]):
        yield Complaint(WARNING, "country", f"{cells['country']} is no code of ISO 3166, such as NL")
    for column, cell in cells.items():
        if _UNSEEN.search(cell):
            yield Complaint(ERROR, column, "holds a control character, an unseen one, or two spaces together")
        if cell != cell.strip():
            yield Complaint(ERROR, column, "begins or ends with a space")
        if column in _LISTS and cell:
            yield from _list(column, cell)


def _list(column: str, cell: str) -> Iterator[Complaint]:
    entries = split(cell)
    if "|".join(entries) != cell and "\\" not in cell:
        yield Complaint(WARNING, column, "has an empty entry, or a space beside a bar")
    twice = next((entry for n, entry in enumerate(entries) if entry in entries[:n]), None)
    if twice:
        yield Complaint(WARNING, column, f"holds {twice} twice")


def _chinese(term: Term) -> Iterator[Complaint]:
    for column, forms in (("zh", (term.zh,)), ("zh_alt", term.zh_alt)):
        for form in forms:
            if len(form) > _CHINESE:
                yield Complaint(ERROR, column, f"{form[:12]}… has {len(form)} characters; {_CHINESE} are the most")
            if len(folded(form)) != len(form):
                yield Complaint(ERROR, column, f"{form} has another length in Simplified script")
    if folded(term.zh) != term.zh:
        yield Complaint(
            NOTE, "zh", f"{term.zh} reads {folded(term.zh)} in Simplified script; keep what the mainland prints"
        )
    if term.zh in term.zh_alt:
        yield Complaint(WARNING, "zh_alt", f"repeats {term.zh}")
    if len(term.zh) == 1 and not term.when:
        yield Complaint(
            NOTE, "zh", f"{term.zh} is one character; say in `when` what stands near it, if other words hold it"
        )


def _english(term: Term) -> Iterator[Complaint]:
    for column, forms in (("en", (term.en,)), ("en_alt", term.en_alt), ("en_forbidden", term.en_forbidden)):
        for form in forms:
            if len(form) > _ENGLISH:
                yield Complaint(ERROR, column, f"{form[:24]}… has {len(form)} characters; {_ENGLISH} are the most")
            if is_han(form):
                yield Complaint(ERROR, column, f"{form} holds Chinese characters")
            if not Words(form).lower.strip():
                yield Complaint(ERROR, column, f"{form!r} holds no word to be found by")
    if term.en in term.en_alt:
        yield Complaint(WARNING, "en_alt", f"repeats {term.en}")
    if term.first_mention and term.first_mention not in term.targets:
        yield Complaint(WARNING, "first_mention", f"{term.first_mention} is no accepted form; add it to en_alt")


def _forbidden(term: Term, ordinary: Ordinary | None) -> Iterator[Complaint]:
    exact = term.case == "exact"
    accepted = [(form, Words(form)) for form in term.targets] if term.en_forbidden else []
    for wrong in term.en_forbidden:
        inside = next((form for form, words in accepted if words.has(wrong, exact=exact)), None)
        if inside == wrong:
            yield Complaint(ERROR, "en_forbidden", f"{wrong} is accepted too; take it out of one of the two")
        elif inside:
            yield Complaint(ERROR, "en_forbidden", f"{wrong} stands in the accepted form {inside}")
        if len(wrong) < 4:
            yield Complaint(ERROR, "en_forbidden", f"{wrong} is too short to be surely wrong")
        elif ordinary and wrong.islower() and wrong.isalpha() and ordinary(wrong):
            yield Complaint(ERROR, "en_forbidden", f"{wrong} is a common English word; forbid the phrase it stands in")


def _context(term: Term) -> Iterator[Complaint]:
    for column, stretch in (*(("when", one) for one in term.when), *(("not_when", one) for one in term.not_when)):
        if len(stretch) > _CONTEXT:
            yield Complaint(ERROR, column, f"{stretch[:12]}… has {len(stretch)} characters; {_CONTEXT} are the most")
    forms = [folded(form) for form in term.sources]
    for stretch in term.when:
        if all(stretch in form for form in forms):
            yield Complaint(WARNING, "when", f"{stretch} stands in every form itself, so it asks for nothing")
    for stretch in term.not_when:
        if folded(term.zh).find(stretch) >= 0:
            yield Complaint(ERROR, "not_when", f"{stretch} stands in {term.zh} itself, which is then never found")


def _dates(term: Term) -> Iterator[Complaint]:
    periods = [("valid_from", term.valid), *(("office", office.period) for office in term.office)]
    for column, period in periods:
        if period.first and period.last and period.first > period.last:
            yield Complaint(ERROR, column, f"{period.first} comes after {period.last}")
        if any(day and not 1000 < day.year < 2200 for day in period):
            yield Complaint(WARNING, column, "holds a year that is hardly meant")
