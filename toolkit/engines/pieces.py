"""Text cut into the pieces of a model's vocabulary, and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from toolkit.core import Span
from toolkit.engines.package import Package
from toolkit.engines.problem import ModelProblem

if TYPE_CHECKING:
    from toolkit.engines.families import Family

SPACE = "▁"


class _Processor(Protocol):
    def encode(self, text: str, *, out_type: type[str]) -> list[str]: ...
    def decode(self, pieces: list[str]) -> str: ...
    def normalize(self, text: str, *, with_offsets: bool) -> tuple[str, list[int]]: ...


class Tokenizer:
    """One side of a model: its SentencePiece model and its vocabulary."""

    def __init__(self, package: Package, file: str, known: frozenset[str]) -> None:
        """Load the SentencePiece model in `file`. Raises ModelProblem."""
        from sentencepiece import SentencePieceProcessor  # noqa: PLC0415 (only a model needs it)

        try:
            self._processor: _Processor = SentencePieceProcessor(model_proto=package.read(file))
        except RuntimeError as error:
            raise ModelProblem(package.name, f"{file} is no SentencePiece model; install it anew") from error
        self._known = known

    def encode(self, text: str) -> list[str]:
        """The pieces of a text; some may be outside the vocabulary."""
        return self._processor.encode(text, out_type=str)

    def spell(self, text: str) -> list[str] | None:
        """The pieces of a text, or None where the vocabulary lacks one: CTranslate2 would take it for `<unk>`."""
        pieces = self.encode(text)
        return pieces if self.knows(pieces) else None

    def knows(self, pieces: Sequence[str]) -> bool:
        """Whether the vocabulary has all pieces."""
        return all(piece in self._known for piece in pieces)

    def decode(self, pieces: Sequence[str]) -> str:
        """The text of pieces."""
        return self._processor.decode(list(pieces)).strip()

    def spans(self, text: str, pieces: Sequence[str]) -> list[Span]:
        """Where in `text` (code points) each of its pieces stands; a piece of mere space has an empty span.

        The tokenizer's own map from normalised text to text tells it, whatever it folded (… to three stops, ﬁ to fi).
        """
        plain, offsets = self._processor.normalize(text, with_offsets=True)
        spans, at = [], 0
        for piece in pieces:
            end = at + len(piece)
            start = at + (plain[at:end][:1] == SPACE)
            spans.append(
                _trimmed(text, Span(offsets[min(start, len(offsets) - 1)], offsets[min(end, len(offsets) - 1)]))
            )
            at = end
        return spans


def _trimmed(text: str, span: Span) -> Span:
    inner = text[span.start : span.end]
    start = span.start + len(inner) - len(inner.lstrip())
    return Span(start, start + len(inner.strip()))


def tokenizers(package: Package, family: Family) -> tuple[Tokenizer, Tokenizer]:
    """Both sides. Raises ModelProblem."""
    source, target = (package.vocabulary(side, family.weights) for side in ("source", "target"))
    return Tokenizer(package, family.source_pieces, source), Tokenizer(package, family.target_pieces, target)


def words(pieces: Sequence[str]) -> list[int]:
    """To which word, from 0, each piece belongs: a word begins at a space, and punctuation is a word of its own.

    >>> words(["▁Alan", "▁E", "stevez", ",", "▁who"])
    [0, 1, 1, 2, 3]
    """
    found: list[int] = []
    for before, piece in zip(["", *pieces], pieces, strict=False):
        apart = piece.startswith(SPACE) or _spelled(piece) != _spelled(before)
        found.append(found[-1] + apart if found else 0)
    return found


def _spelled(piece: str) -> bool:
    return any(character.isalnum() for character in piece)
