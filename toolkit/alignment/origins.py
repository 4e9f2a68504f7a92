"""English names of unknown origin: capitalised words that nothing in the Chinese accounts for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from toolkit.alignment.english import stem
from toolkit.alignment.kinds import TITLES, titled
from toolkit.alignment.lexicon import Lexicon
from toolkit.alignment.names import goes_on, phrases
from toolkit.alignment.readings import readable
from toolkit.core import Cover, Span
from toolkit.core.pattern import pattern

_LEAST = 0.1
_LONGEST = 4
_JOINTS = frozenset({" ", "-", " -", ". "})
_PART = pattern(r"[^\W\d_]+")
_OPENS = pattern(r"(?:^|[.!?:;\n”\"]\s+|[“\"(])\Z")
_BEFORE = pattern(r"\b[A-Z][\w'’-]*(?: and| of| and the| of the)? \Z")
_DAYS = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split()
)


class Origins:
    """One paragraph in both languages; `chinese` is Simplified, `taken` is English whose origin is known, `names` are Chinese
    names, whose own characters account for nothing.
    """

    def __init__(
        self, chinese: str, english: str, lexicon: Lexicon, taken: Iterable[Span] = (), names: Iterable[Span] = ()
    ) -> None:
        """Read nothing yet."""
        self._zh, self._en, self._lexicon = chinese, english, lexicon
        self._taken, self._names = Cover(taken), Cover(names)

    @property
    def unknown(self) -> tuple[Span, ...]:
        """The longest runs of neighbouring capitalised words, four at most, that are no rendering, no day, no title, no
        translation of a Chinese word, no pinyin and no Latin text of the Chinese (code points of the English).

        Common words that open a sentence, or that are part of a longer name, are left out.
        """
        return tuple(run for run in self._runs() if self._strange(run))

    def _runs(self) -> Iterator[Span]:
        run: list[Span] = []
        for word in phrases(self._en, 1):
            if run and not (
                len(run) < _LONGEST and self._en[run[-1].end : word.start] in _JOINTS and self._is_free(word)
            ):
                yield Span(run[0].start, run[-1].end)
                run = []
            if run or self._is_free(word):
                run.append(word)
        if run:
            yield Span(run[0].start, run[-1].end)

    def _is_free(self, word: Span) -> bool:
        text = self._en[word.start : word.end]
        if text in _DAYS or text in TITLES or text in self._zh or self._taken.overlaps(word):
            return False
        return not any(stem(part) in self._translations for part in _PART.findall(text))

    def _strange(self, run: Span) -> bool:
        text = self._en[run.start : run.end]
        if readable(text, self._zh):
            return False
        common = all(map(self._lexicon.knows, _PART.findall(text)))
        return not (common and (self._opens(run) or self._inside(run)))

    def _opens(self, run: Span) -> bool:
        """Whether one word opens a sentence: its capital says nothing, unless it speaks or is explained like a person."""
        opening = " " not in self._en[slice(*run)] and _OPENS.search(self._en, max(0, run.start - 4), run.start)
        return bool(opening) and not titled(self._en, run)

    def _inside(self, run: Span) -> bool:
        """Whether other capitalised words stand beside the run, none of them a title: it is part of a longer name."""
        before = _BEFORE.search(self._en, max(0, run.start - 20), run.start)
        return goes_on(self._en, run) or bool(before and not titled(self._en, run))

    @cached_property
    def _translations(self) -> frozenset[str]:
        """Every stem that some Chinese word of the paragraph may stand behind."""
        words = (word for word in self._lexicon.words(self._zh) if not self._names.overlaps(word))
        read = (self._lexicon.translations(self._zh[slice(*word)]) for word in words)
        return frozenset(stem for found in read for stem, p in found.items() if p >= _LEAST)
