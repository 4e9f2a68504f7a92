"""How much better two groups of paragraphs fit as translations than by chance, in nats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from math import exp, log, sqrt

from toolkit.alignment.bead import Window
from toolkit.alignment.evidence import Reader, Signs
from toolkit.alignment.lengths import ratio
from toolkit.alignment.lexicon import Lexicon
from toolkit.core import Side

WIDEST = 3
_EXACT = 0.8
_BACK = 0.75
_NEAR = 1.4
_FAR = 0.5
SHORT = 25
_AROUND = 6
_HOPELESS = -12.0
_WORDS = 0.55
_SPREAD = 0.9
_SAME_HEADING = 1.5
_OTHER_HEADING = -1.5

Row = list[list[float]]


def edge(short: Sequence[str], whole: Sequence[str], means: Callable[[str, str], bool]) -> float:
    """The log-odds that `short` was glued to the beginning of `whole`, from where in `whole` its words are first met."""
    reach = 2 * len(short) + 4
    if len(whole) < 2 * reach:
        return 0.0
    gain, score = log(len(whole) / reach), 0.0
    for word in short:
        place = next((n for n, other in enumerate(whole) if means(word, other)), None)
        if place is not None:
            score += _NEAR * gain if place < reach else -_FAR
    return score


class Scores:
    """Naive Bayes over words, exact signs, length and shape, for groups of neighbours up to three a side.

    Every Chinese sign either shows in a group of English paragraphs or not; how telling that is depends on how many
    paragraphs of the article would show it anyway. The same is asked of every English sign. Lengths follow Gale and
    Church (1993): the logarithm of the ratio is normal, more widely so for short paragraphs.
    """

    def __init__(self, reader: Reader, window: Window) -> None:
        """Read a window of an article, and as much around it as tells how common its words are."""
        skip = self._skip = max(window[0].start - _AROUND, 0), max(window[1].start - _AROUND, 0)
        source = self.source = reader.chinese(skip[0], window[0].stop + _AROUND)
        target = self.target = reader.english(skip[1], window[1].stop + _AROUND)
        self._lexicon = reader.lexicon
        self._edges: dict[tuple[int, int, Side, int], float] = {}
        self._there = _gains(_forward(source, target, reader.lexicon), len(source), len(target))
        self._back = _gains(_backward(source, target, reader.lexicon), len(target), len(source))
        self._mean = ratio(sum(one.size for one in source), sum(one.size for one in target))

    def bead(self, first: int, last: int, start: int, end: int) -> float:
        """The log-odds of Chinese paragraphs `first` to `last` - 1 being English paragraphs `start` to `end` - 1.

        Where words alone make that hopeless, nothing else is asked.
        """
        skip, along = self._skip
        first, last, start, end = first - skip, last - skip, start - along, end - along
        wide, high = end - start - 1, last - first - 1
        there, back = self._there[wide], self._back[high]
        words = sum([there[i][start] for i in range(first, last)]) + sum([back[j][first] for j in range(start, end)])
        if _WORDS * words < 2 * _HOPELESS:
            return _WORDS * words
        score = _WORDS * words + self._length(first, last, start, end)
        if wide == high == 0:
            return score + self._shape(first, start)
        if score < _HOPELESS or (wide and high):
            return score
        return score + self._glued(first, last, start, end)

    def _glued(self, first: int, last: int, start: int, end: int) -> float:
        """For a short paragraph at the edge of several that meet one: whether its words come at that edge of the one."""
        if end - start == 1:
            return self._edge(first, start, Side.SOURCE, 1) + self._edge(last - 1, start, Side.SOURCE, -1)
        return self._edge(start, first, Side.TARGET, 1) + self._edge(end - 1, first, Side.TARGET, -1)

    def _edge(self, part: int, whole: int, side: Side, step: int) -> float:
        """The same for one paragraph of `side`, at the beginning (`step` 1) or the end (-1) of one of the other side."""
        key = part, whole, side, step
        if key not in self._edges:
            parts, wholes = (self.source, self.target) if side is Side.SOURCE else (self.target, self.source)
            short, long = parts[part].order, wholes[whole].order[::step]
            self._edges[key] = edge(short, long, self._means) if len(short) <= SHORT else 0.0
        return self._edges[key]

    def _means(self, one: str, other: str) -> bool:
        return other in self._lexicon.translations(one) or one in self._lexicon.translations(other)

    def _length(self, first: int, last: int, start: int, end: int) -> float:
        chinese = sum([one.size for one in self.source[first:last]]) + 1
        english = sum([one.size for one in self.target[start:end]]) + 1
        away = log(english / chinese) - self._mean
        spread = sqrt(0.035 + 1.2 / chinese)
        return log(_SPREAD / spread) - away * away * (0.5 / spread**2 - 0.5 / _SPREAD**2)

    def _shape(self, i: int, j: int) -> float:
        one, other = self.source[i], self.target[j]
        if one.heading and other.heading:
            return _SAME_HEADING
        return _OTHER_HEADING if one.heading != other.heading else 0.0


Sign = tuple[int, float, int]
"""Where a sign stands (an index), how probably a translation shows it, and the bit mask of paragraphs that do."""


def _forward(source: Sequence[Signs], target: Sequence[Signs], lexicon: Lexicon) -> Iterable[Sign]:
    words, exact = _masks(one.words for one in target), _masks(one.exact for one in target)
    for i, signs in enumerate(source):
        for word in signs.words:
            translations = lexicon.translations(word)
            mask = 0
            for stem in translations:
                mask |= words.get(stem, 0)
            yield i, min(0.95, 0.05 + 0.85 * sum(translations.values())), mask
        for sign in signs.exact:
            yield i, _EXACT, exact.get(sign, 0)


def _backward(source: Sequence[Signs], target: Sequence[Signs], lexicon: Lexicon) -> Iterable[Sign]:
    words: dict[str, int] = defaultdict(int)
    for i, signs in enumerate(source):
        for word in signs.words:
            for stem in lexicon.translations(word):
                words[stem] |= 1 << i
    exact = _masks(one.exact for one in source)
    for j, signs in enumerate(target):
        yield from ((j, _BACK, words[stem]) for stem in signs.words if stem in words)
        yield from ((j, _EXACT, exact.get(sign, 0)) for sign in signs.exact if sign[0] in "=#")


def _masks(groups: Iterable[Iterable[str]]) -> dict[str, int]:
    masks: dict[str, int] = defaultdict(int)
    for n, group in enumerate(groups):
        for sign in group:
            masks[sign] |= 1 << n
    return masks


def _gains(signs: Iterable[Sign], here: int, there: int) -> list[Row]:
    """For each width of a group on the other side: the sum of log-odds of a paragraph here and the group that begins there."""
    gains = [[[0.0] * there for _ in range(here)] for _ in range(WIDEST)]
    missing = [[0.0] * here for _ in range(WIDEST)]
    for at, likely, mask in signs:
        rate = max(mask.bit_count() - likely, 0.0) + 0.15
        spread = mask
        for width in range(WIDEST):
            if width:
                spread |= mask >> width
            chance = 1 - exp(-rate * (width + 1) / there)
            absent = log((1 - likely) / (1 - chance)) if chance < likely else 0.0
            missing[width][at] += absent
            present = log(likely / chance) - absent if chance < likely else 0.0
            row, rest = gains[width][at], spread
            while rest:
                low = rest & -rest
                row[low.bit_length() - 1] += present
                rest ^= low
    for width, rows in enumerate(gains):
        for at, row in enumerate(rows):
            rows[at] = [value + missing[width][at] for value in row]
    return gains
