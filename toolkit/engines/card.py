"""What is known of an installed model, as it lies beside it in card.json."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass

FILE = "card.json"


@dataclass(frozen=True, slots=True)
class Card:
    """A model's name, family, licence, origin (where it was had from), and the SHA-256 of the archive it came in.

    `commercial` is None where nobody said; `guided_alignment`: its attention was trained on word alignments. `inline_terms`
    are the two pieces between which it was trained to be told a term in its source.
    """

    name: str
    family: str = ""
    licence: str = ""
    commercial: bool | None = None
    origin: str = ""
    sha256: str = ""
    guided_alignment: bool = False
    inline_terms: tuple[str, ...] = ()
    score: str = ""

    def bytes(self) -> bytes:
        """The card as its file has it."""
        return (json.dumps(dataclasses.asdict(self), ensure_ascii=False, indent=1) + "\n").encode()

    def warning(self) -> str:
        """What to say aloud of its licence; empty where it lets a newsroom use it."""
        if self.commercial is False:
            return f"its licence, {self.licence}, forbids commercial use"
        return "" if self.licence else "nobody said under which licence it is; ask its publisher before you use it"


def card(data: Mapping[str, object], name: str) -> Card:
    """A card from what a file says; what has the wrong type there is left out."""

    def told(key: str) -> str:
        value = data.get(key)
        return value if isinstance(value, str) else ""

    marks = data.get("inline_terms")
    licence, commercial = told("licence"), data.get("commercial")
    return Card(
        name,
        told("family"),
        licence,
        commercial if isinstance(commercial, bool) else False if "-NC" in licence.upper() else None,
        told("origin"),
        told("sha256"),
        data.get("guided_alignment") is True,
        tuple(marks) if isinstance(marks, list) and [type(mark) for mark in marks] == [str, str] else (),
        told("score"),
    )
