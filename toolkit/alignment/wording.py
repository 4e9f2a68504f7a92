"""The whole of the English words that stand for a stretch of Chinese: where a link begins and where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from toolkit.alignment.english import words
from toolkit.alignment.lexicon import Lexicon
from toolkit.alignment.rendering import Rendering
from toolkit.core import Span
from toolkit.core.pattern import pattern

_FUNCTION = frozenset("a an and at by for from in of on or s that the their to which who with".split())
_ARTICLES = frozenset({"a", "an", "the"})
_LATIN = pattern(r"[A-Za-z][A-Za-z0-9&.-]*")
_LEAST = 0.04
_KNOWN = 2.0
_GAP = 3
_BREAK = pattern(r"[.;:!?][\"”’)]*\s|[\n,()\[\]\"“”]")

_BRITISH = pattern(r"isation|is$|our|icenc|efenc")
_AMERICAN = {"isation": "ization", "is": "iz", "our": "or", "icenc": "icens", "efenc": "efens"}

Forms = Mapping[Span, tuple[str, ...]]


class Bounds(NamedTuple):
    """What is known of where the words begin and end: code points of the English, or None."""

    start: int | None = None
    end: int | None = None


class _Token(NamedTuple):
    span: Span
    word: str
    claim: float
    known: bool


def wording(  # noqa: PLR0913, PLR0917 - two texts, a place, what is known of both
    lexicon: Lexicon,
    source: str,
    span: tuple[int, int],
    target: str,
    forms: Forms,
    bounds: Bounds = Bounds(),  # noqa: B008 - it is frozen
) -> Rendering | None:
    """The English words for `source[start:end]` from the first to the last, or None where nothing speaks for any.

    `forms` are the accepted renderings of concepts by their place in the Chinese. The stretch claims a word where a form of a
    concept inside it holds the word, where the same Latin text stands in both, or where the lexicon translates a Chinese word
    of it so, and none outside more likely. The words reach from the best claimed one, or from the edge that `bounds` knows,
    over claimed ones, across three function words at most. `how` is `exact` where concepts and Latin text alone decide.
    """
    tokens = _tokens(lexicon, source, Span(*span), target, forms)
    if bounds.start is not None:
        return _onward([one for one in tokens if one.span.start >= bounds.start], target, bounds.start)
    if bounds.end is not None:
        return _backward([one for one in tokens if one.span.end <= bounds.end], target, bounds.end)
    clusters = _clusters(tokens, target)
    return _best(clusters, source, Span(*span), target) if clusters else None


def _tokens(lexicon: Lexicon, source: str, span: Span, target: str, forms: Forms) -> list[_Token]:
    inside = [word for word in lexicon.words(source) if word.start < span.end and span.start < word.end]
    outside = [word for word in lexicon.words(source) if word.end <= span.start or span.end <= word.start]
    gain, loss = (_likely(lexicon, source, spans) for spans in (inside, outside))
    known = _held(
        target, [form for at, all_ in forms.items() if span.start <= at.start and at.end <= span.end for form in all_]
    )
    known += _held(target, _LATIN.findall(source[span.start : span.end]))
    others = _held(
        target, [form for at, all_ in forms.items() if at.end <= span.start or span.end <= at.start for form in all_]
    )
    return [
        _Token(at, target[at.start : at.end].lower(), *_claim(at, known, others, _of(gain, stem), _of(loss, stem)))
        for stem, at in words(target)
    ]


def _of(likely: Mapping[str, float], stem: str) -> float:
    """How likely a stem is, in British or American spelling."""
    return likely.get(stem) or likely.get(_BRITISH.sub(lambda match: _AMERICAN[match[0]], stem), 0.0)


def _claim(at: Span, known: list[Span], others: list[Span], gain: float, loss: float) -> tuple[float, bool]:
    if any(one.overlaps(at) for one in known):
        return _KNOWN, True
    if any(one.overlaps(at) for one in others):
        return 0.0, False
    return (gain if gain >= _LEAST and gain >= loss / 2 else 0.0), False


def _likely(lexicon: Lexicon, source: str, spans: Iterable[Span]) -> dict[str, float]:
    best: dict[str, float] = {}
    for span in spans:
        for stem, probability in lexicon.translations(source[span.start : span.end]).items():
            best[stem] = max(best.get(stem, 0.0), probability)
    return best


def _held(target: str, forms: Iterable[str]) -> list[Span]:
    return [
        Span(*match.span())
        for form in {*forms}
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", target, re.IGNORECASE if form.islower() else 0)
    ]


def _reach(tokens: list[_Token], n: int, step: int, target: str) -> int:
    """The last token in one direction that the stretch claims, from the token `n` on."""
    last, at = n, n + step
    while 0 <= at < len(tokens) and abs(at - last) <= _GAP + 1:
        between = sorted((tokens[last], tokens[at]))
        if _BREAK.search(target, between[0].span.end, between[1].span.start):
            break
        if tokens[at].claim and tokens[at].word not in _FUNCTION:
            if abs(at - last) == 2 and tokens[(at + last) // 2].word in _ARTICLES:
                break
            last = at
        elif tokens[at].word not in _FUNCTION:
            break
        at += step
    return last


def _clusters(tokens: list[_Token], target: str) -> list[list[_Token]]:
    found: list[list[_Token]] = []
    done = -1
    for n, token in enumerate(tokens):
        if n > done and token.claim and token.word not in _FUNCTION:
            done = _reach(tokens, n, 1, target)
            found.append(tokens[n : done + 1])
    return found


def _best(clusters: list[list[_Token]], source: str, span: Span, target: str) -> Rendering:
    """The cluster that is claimed most; of equals the one that stands where the Chinese does, in its order or nearby."""
    weight = max(map(_weight, clusters))
    best = [cluster for cluster in clusters if _weight(cluster) > weight * 0.8]
    text = source[span.start : span.end]
    if len(best) > 1 and source.count(text) == len(best):
        chosen = best[source.count(text, 0, span.start)]
    else:
        place = span.start / max(len(source), 1)
        chosen = min(best, key=lambda cluster: abs(cluster[0].span.start / max(len(target), 1) - place))
    sure = min(_weight(chosen) / 2, 0.95) / (1 if len(best) == 1 or source.count(text) == len(best) else 2)
    return _rendering(chosen, sure)


def _weight(cluster: list[_Token]) -> float:
    return sum(token.claim for token in cluster)


def _onward(tokens: list[_Token], target: str, start: int) -> Rendering | None:
    first = next((n for n, token in enumerate(tokens[:_GAP]) if token.claim), None)
    if first is None or _BREAK.search(target, start, tokens[first].span.start):
        return None
    last = _reach(tokens, first, 1, target)
    found = _rendering(tokens[first : last + 1], min(_weight(tokens[first : last + 1]), 0.95))
    return found._replace(span=Span(start, found.span.end))


def _backward(tokens: list[_Token], target: str, end: int) -> Rendering | None:
    first = next((n for n in range(len(tokens) - 1, max(-1, len(tokens) - 1 - _GAP), -1) if tokens[n].claim), None)
    if first is None or _BREAK.search(target, tokens[first].span.end, end):
        return None
    last = _reach(tokens, first, -1, target)
    found = _rendering(tokens[last : first + 1], min(_weight(tokens[last : first + 1]), 0.95))
    return found._replace(span=Span(found.span.start, end))


def _rendering(tokens: list[_Token], sure: float) -> Rendering:
    how = "exact" if all(token.known or token.word in _FUNCTION for token in tokens) else "lexicon"
    return Rendering(Span(tokens[0].span.start, tokens[-1].span.end), round(sure, 2), how)
