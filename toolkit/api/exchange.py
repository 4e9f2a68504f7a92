"""Termbases in and out: the formats of other tools to our concepts and back, and what was lost on the way."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from toolkit.files.errors import Unreadable
from toolkit.files.glossaries import load_terms
from toolkit.files.termbases import NoSuchFlavour, Rendered, load_termbase, render_termbase
from toolkit.glossary.conversion import WHOLE, Imported, to_termbase, to_terms
from toolkit.glossary.dump import dump
from toolkit.glossary.interchange import Termbase, family

__all__ = ["Imported", "NoSuchFlavour", "Rendered", "export_termbase", "glossary_text", "import_termbase"]


def import_termbase(path: Path, flavour: str | None = None) -> Imported:
    """Our concepts of a termbase file, and what they could not hold.

    TBX 2 and 3, CSV or TSV of a `flavour`, XLSX; where none is named the flavour is guessed. Raises Unreadable, also
    where no concept has both Chinese and English, and NoSuchFlavour.
    """
    termbase = load_termbase(path, flavour).termbase
    imported = to_terms(termbase)
    if not imported.terms:
        raise Unreadable(str(path), None, _why_none(termbase, imported))
    return imported


def export_termbase(glossaries: Iterable[Path], form: str, flavour: str | None = None, *, suffix: str = "") -> Rendered:
    """A file of all concepts of our glossaries, by id, and what it could not hold.

    `form` is tbx (version 3), tbx2 (martif), csv or xlsx, `flavour` a dialect or a tool; `suffix` .tsv parts a csv by
    tabs. Raises Unreadable for a glossary with a bad row or none, and NoSuchFlavour.
    """
    paths = list(glossaries)
    terms, problems = load_terms(paths)
    if problems:
        raise problems[0]
    if not terms:
        raise Unreadable(str(paths[0]), None, "holds no concept; there is nothing to export")
    by_id = {term.id: term for term in terms}
    return render_termbase(to_termbase(by_id[key] for key in sorted(by_id)), form, flavour, suffix=suffix)


def glossary_text(imported: Imported) -> str:
    """The imported concepts as our own glossary table."""
    return dump(imported.terms)


def _why_none(termbase: Termbase, imported: Imported) -> str:
    languages = {section.language for each in termbase.concepts for section in each.sections}
    if {"zh", "en"} <= {*map(family, languages)}:
        loss = imported.losses[0]
        return f"has no concept that can be read; the first, {loss.where[:40]}: {loss.what.removeprefix(WHOLE)}"
    return f"has no concept in both Chinese and English; it holds {', '.join(sorted(languages)) or 'none at all'}"
