"""What a known name became: the English words that stand where its accepted form should.

The evidence is spelling only: likeness to an accepted form, to the pinyin of the Chinese, or a part of either. Words that
another concept of the paragraph accounts for are out of the question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from toolkit.alignment.rendering import Rendering
from toolkit.alignment.sound import likeness
from toolkit.core import Cover, Span
from toolkit.core.pattern import pattern
from toolkit.language.pinyin import letters, spell

_CAPITALISED = pattern(r"[A-ZÀ-ÖØ-ÞĐ][\w'’]*(?:-[\w'’]+)*")
_FUNCTION = frozenset(
    "A According After Although Amid Among An And As At Because Before Besides But By Despite Due During For From Given He "
    "Her His How However I If In Instead It Its Later Meanwhile Moreover Mr Mrs Ms My No Not Now Of On Once Or Our Over She "
    "Since So Some That The Their Then There Therefore These They This Those Though Through Thus To Under Unlike Until Upon "
    "We What When Where Which While Who With Within Without Yet You Dr Prof Sir".split()
)
_LEAST = 0.65
_PLAIN_ENGLISH = 0.88
_PART = pattern(r"[^\W\d_]+")
_BEFORE = pattern(r"\b([A-Z][\w'’-]*)[ -]\Z")
_LOWER = pattern(r"[a-z]")


@lru_cache(maxsize=2048)
def phrases(prose: str, longest: int = 4) -> tuple[Span, ...]:
    """Runs of one to `longest` neighbouring words that begin with a capital (code points of `prose`)."""
    return tuple(_phrases(prose, longest))


@lru_cache(maxsize=2048)
def _capitals(prose: str) -> tuple[Span, ...]:
    """Words that begin with a capital and are no function words, possessives left out."""
    return tuple(
        Span(match.start(), match.end() - (2 if match[0].endswith(("'s", "’s")) else 0))
        for match in _CAPITALISED.finditer(prose)
        if match[0] not in _FUNCTION
    )


def _phrases(prose: str, longest: int) -> Iterator[Span]:
    words = _capitals(prose)
    for first, word in enumerate(words):
        end = word.end
        yield word
        for following in words[first + 1 : first + longest]:
            if prose[end : following.start] not in (" ", " -", "-"):
                break
            end = following.end
            yield Span(word.start, end)


def goes_on(prose: str, span: Span, joints: str = " -") -> bool:
    """Whether a capital follows the words at once, behind one of `joints`: they are then part of a longer name."""
    return prose[span.end : span.end + 1] in tuple(joints) and prose[span.end + 1 : span.end + 2].isupper()


def preceded(prose: str, span: Span) -> bool:
    """Whether another capitalised word that is no function word stands right before the words."""
    before = _BEFORE.search(prose, max(0, span.start - 40), span.start)
    return before is not None and before[1] not in _FUNCTION


def again(prose: str, span: Span) -> Iterator[Span]:
    """Every place where the words of `span` stand as whole words."""
    wrong = re.escape(prose[span.start : span.end])
    yield from (Span(*match.span()) for match in re.finditer(rf"\b{wrong}\b", prose))


def mangled(
    forms: Iterable[str], zh: str, prose: str, taken: Iterable[Span], known: Callable[[str], bool]
) -> Rendering | None:
    """The capitalised words of `prose` most like an accepted form or the pinyin of `zh`, outside the spans `taken`.

    None where nothing reaches .65, or .88 for words that are all `known`: English, or names that other Chinese spells.
    """
    wanted = tuple(dict.fromkeys(letters(form) for form in forms if _LOWER.search(form) or len(form) > 3))
    said = "".join(spell(zh))
    occupied = Cover(taken)
    best: Rendering | None = None
    for span in phrases(prose):
        if occupied.overlaps(span):
            continue
        phrase = prose[span.start : span.end]
        found = _judge(letters(phrase), wanted, said)
        if found is None or (best and found[0] <= best.confidence):
            continue
        if found[0] >= _PLAIN_ENGLISH or not (
            phrase.isupper() or known(phrase) or all(map(known, _PART.findall(phrase)))
        ):
            best = Rendering(span, *found)
    return best


def clipped(zh: str, source: str, prose: str, taken: Iterable[Span]) -> Rendering | None:
    """The pinyin of the first characters of a person's name, from all but the last to the surname alone, outside `taken`.

    None where the surname stands elsewhere in `source` too: it may be somebody else's.
    """
    if source.count(zh[:1]) > source.count(zh):
        return None
    occupied = Cover(taken)
    beginnings = {"".join(spell(zh[:size])): size for size in range(1, len(zh))}
    sizes = {
        span: beginnings[said]
        for span in phrases(prose, longest=3)
        if (said := letters(prose[slice(*span)])) in beginnings
        and not (occupied.overlaps(span) or goes_on(prose, span))
    }
    best = max(sizes, key=lambda span: sizes[span], default=None)
    return Rendering(best, 1.0, "pinyin") if best else None


@lru_cache(maxsize=16384)
def _judge(spelling: str, wanted: tuple[str, ...], said: str) -> tuple[float, str] | None:
    """Likeness of one phrase, and whether it is to the name or to the Chinese as read."""
    if len(spelling) < 3:
        return None
    if spelling == said:
        return 1.0, "pinyin"
    read = likeness(spelling, said) if said else 0.0
    name = max((likeness(spelling, form) for form in wanted if form), default=0.0)
    score, how = max((read, "pinyin"), (name, "spelling"))
    return (score, how) if score >= _LEAST else None
