"""What a desk knows: its termbase, the lexicon, and hints; loaded once for many articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.alignment import Lexicon
from toolkit.engines import tagging
from toolkit.files.errors import Unreadable
from toolkit.files.glossaries import open_glossary, shipped
from toolkit.files.hints import load_hints
from toolkit.files.lexicon import load_lexicon
from toolkit.glossary import Glossary

if TYPE_CHECKING:
    from toolkit.language.names import Tagger


@dataclass(frozen=True, slots=True)
class Desk:
    """The knowledge that every check stands on; `tagger` is a model that finds names, where one is installed."""

    glossary: Glossary = field(default_factory=Glossary)
    lexicon: Lexicon = field(default_factory=lambda: Lexicon.parse(""))
    hints: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tagger: Tagger | None = None


def open_desk(
    glossaries: Iterable[Path] = (), *, with_shipped: bool = True, hints: Path | None = None, ner: bool = True
) -> tuple[Desk, list[Unreadable]]:
    """Load the shipped termbase (unless told not to), then `glossaries` over it; and what could not be read.

    `ner`: names are also looked for by a model, where the extra of that name is installed.
    """
    glossary, problems = open_glossary([*(shipped() if with_shipped else []), *glossaries])
    spellings: dict[str, tuple[str, ...]] = {}
    try:
        spellings, faults = load_hints(hints) if hints else ({}, [])
        problems += faults
    except Unreadable as problem:
        problems.append(problem)
    return Desk(glossary, load_lexicon(), spellings, tagging.installed() if ner else None), problems
