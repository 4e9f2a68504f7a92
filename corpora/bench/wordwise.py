"""A translator made of the learned lexicon alone: word by word, in the Chinese order. For benches where no model is at hand.

It names things as a poor model does (a name comes out character by character), follows a prefix, obeys a ban, scores by
lexical probability, and knows exactly which of its words render which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import log
from typing import NamedTuple

from toolkit.alignment import Lexicon
from toolkit.alignment.english import stem
from toolkit.core import Span
from toolkit.translation import Hypothesis, Link, Request, Told

_TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,%&+-]*|[\u4e00-\u9fff]+|[。！？，；：、]")
_STOPS = {"。": ".", "！": "!", "？": "?", "，": ",", "；": ";", "：": ":", "、": ","}
_UNSEEN = log(0.02)


class Piece(NamedTuple):
    """Chinese, and the ways to say it, the likeliest first, each with its log-probability."""

    source: Span
    ways: list[tuple[str, float]]


class Wordwise:
    """Satisfies `toolkit.translation.Translator`."""

    name = "wordwise"

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def translate(self, requests: Sequence[Request]) -> list[tuple[Hypothesis, ...]]:
        return [tuple(self._hypotheses(request)) for request in requests]

    def score(self, pairs: Sequence[tuple[str, str]], _told: Sequence[tuple[Told, ...]] = ()) -> list[float]:
        return [self._score(zh, en) for zh, en in pairs]

    def align(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[Link, ...]]:
        return [tuple(self._links(zh, en)) for zh, en in pairs]

    def _pieces(self, zh: str) -> Iterator[Piece]:
        for found in _TOKEN.finditer(zh):
            token = found[0]
            if token in _STOPS:
                yield Piece(Span(*found.span()), [(_STOPS[token], 0.0)])
            elif token.isascii():
                yield Piece(Span(*found.span()), [(token, 0.0)])
            else:
                for span in self.lexicon.words(token):
                    ways = self.lexicon.translations(token[slice(*span)]).items()
                    known = sorted(((word, log(p)) for word, p in ways), key=lambda way: -way[1])
                    place = Span(span.start + found.start(), span.end + found.start())
                    yield Piece(place, known or [(f"x{ord(token[span.start]) % 97}", _UNSEEN)])

    def _hypotheses(self, request: Request) -> list[Hypothesis]:
        pieces = list(self._pieces(request.source))
        done = self._covered(request, pieces) if request.prefix else 0
        allowed = [
            [way for way in piece.ways if not self._is_banned(way[0], request.banned)] or [("it", _UNSEEN)]
            for piece in pieces
        ]
        choices = [[0] * len(pieces)]
        second = sorted((ways[1][1] - ways[0][1], n) for n, ways in enumerate(allowed[done:], done) if len(ways) > 1)
        for _, n in second[::-1][: request.count - 1]:
            choices.append([int(at == n) for at in range(len(pieces))])
        texts = (
            self._text([allowed[n][choice[n]][0] for n in range(done, len(pieces))], request.prefix)
            for choice in choices
        )
        return [Hypothesis(text, self._score(request.source, text)) for text in dict.fromkeys(texts)]

    def _covered(self, request: Request, pieces: list[Piece]) -> int:
        """How many pieces a prefix speaks for: those whose words it has, and what lies between them."""
        words = [stem(word) for word in re.findall(r"\w+", request.prefix)]
        plain = [stem(piece.ways[0][0]) for piece in pieces]
        common = 0
        while common < min(len(words), len(plain)) and words[common] == plain[common]:
            common += 1
        left = len(words) - common
        return min(len(pieces) - 1, common + max(1, left)) if left else common

    @staticmethod
    def _is_banned(word: str, banned: Sequence[str]) -> bool:
        return any(word in re.findall(r"\w+", one) for one in banned)

    @staticmethod
    def _text(words: list[str], prefix: str) -> str:
        text = re.sub(r" (?=[.,;:!?])", "", " ".join([*([prefix] if prefix else []), *words]))
        return text[:1].upper() + text[1:]

    def _score(self, zh: str, en: str) -> float:
        known: dict[str, float] = {}
        for piece in self._pieces(zh):
            for word, value in piece.ways:
                known[stem(word)] = max(known.get(stem(word), _UNSEEN), value)
        words = re.findall(r"\w+", en)
        return sum(known.get(stem(word), _UNSEEN) for word in words) / max(len(words), 1)

    def _links(self, zh: str, en: str) -> Iterator[Link]:
        places: dict[str, list[Span]] = {}
        for found in re.finditer(r"\w+", en):
            places.setdefault(stem(found[0]), []).append(Span(*found.span()))
        for piece in self._pieces(zh):
            for word, _ in piece.ways:
                if free := places.get(stem(word)):
                    yield Link(piece.source, free.pop(0), 0.9)
                    break
