"""Rules that are lists: a function with a manual and no body becomes a rule by what it is decorated with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, wraps

from toolkit.core import Applicability, Document, Flag, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.lint.context import Context
from toolkit.lint.mend import mend
from toolkit.lint.rule import Rule, document_rule, segment_rule

Manual = Callable[[], None]
STYLE = "style/organizational style"


def prefer(
    pairs: Mapping[str, str],
    *,
    severity: Severity = Severity.WARNING,
    category: str = STYLE,
    default: bool = False,
    applicability: Applicability = Applicability.SAFE,
) -> Callable[[Manual], Rule]:
    """A rule that finds each key of `pairs` as whole words, in any case, and writes its value instead.

    A capital at the beginning, or throughout, is kept.
    """
    known = {wrong.lower(): right for wrong, right in pairs.items()}

    def declare(manual: Manual) -> Rule:
        @wraps(manual)
        def check(segment: Segment, _context: Context) -> Iterator[Flag]:
            for match in _words(tuple(known), re.IGNORECASE).finditer(segment.target.prose):
                right = _cased(known[match[0].lower()], match[0])
                message = f"“{match[0]}”: write “{right}”"
                yield mend(segment, {match.span(): right}, message, expected=(right,), applicability=applicability)

        return segment_rule(severity=severity, category=category, default=default)(check)

    return declare


def forbid(
    words: Mapping[str, str], *, severity: Severity = Severity.WARNING, category: str = STYLE, default: bool = False
) -> Callable[[Manual], Rule]:
    """A rule that finds each key of `words` as whole words, in any case; its value says what to do instead."""
    known = {wrong.lower(): advice for wrong, advice in words.items()}

    def declare(manual: Manual) -> Rule:
        @wraps(manual)
        def check(segment: Segment, _context: Context) -> Iterator[Flag]:
            for match in _words(tuple(known), re.IGNORECASE).finditer(segment.target.prose):
                message = f"“{match[0]}”: {known[match[0].lower()]}"
                yield Flag(segment.target_at(match.span()), message)

        return segment_rule(severity=severity, category=category, default=default)(check)

    return declare


def consistent(
    *ways: Sequence[str], severity: Severity = Severity.WARNING, category: str = STYLE, default: bool = False
) -> Callable[[Manual], Rule]:
    """A rule that finds, in an article that mixes `ways` of writing, those used less; of a tie the later ones.

    Each way is a list of forms (whole words, exact case); the n-th forms of all ways mean the same, and the safe fix
    writes the n-th form of the way used most.
    """
    place = {form: (way, n) for way, forms in enumerate(ways) for n, form in enumerate(forms)}

    def declare(manual: Manual) -> Rule:
        @wraps(manual)
        def check(document: Document, _context: Context) -> Iterator[Flag]:
            found = [
                (segment, match)
                for segment in document.segments
                for match in _words(tuple(place), re.NOFLAG).finditer(segment.target.prose)
            ]
            counts = [sum(place[match[0]][0] == way for _, match in found) for way in range(len(ways))]
            usual = counts.index(max(counts))
            for segment, match in found:
                way, n = place[match[0]]
                if way != usual:
                    right = ways[usual][n]
                    message = f"“{match[0]}”, but elsewhere “{right}”: write it one way"
                    yield mend(segment, {match.span(): right}, message, expected=(right,))

        return document_rule(severity=severity, category=category, default=default)(check)

    return declare


@cache
def _words(forms: tuple[str, ...], flags: re.RegexFlag) -> re.Pattern[str]:
    """Any of `forms`, the longest first, where no word character or hyphen goes on beside it.

    Compiled when first used: most lists are switched off.
    """
    parts = [
        (form[0].isalnum(), re.escape(form) + ("(?![\\w-])" if form[-1].isalnum() else ""))
        for form in sorted(forms, key=len, reverse=True)
    ]
    words = "|".join(part for is_word, part in parts if is_word)
    signs = [part for is_word, part in parts if not is_word]
    return pattern("|".join([*([rf"\b(?<!-)(?:{words})"] if words else []), *signs]), flags)


def _cased(right: str, wrong: str) -> str:
    if len(wrong) > 1 and wrong.isupper():
        return right.upper()
    return right[0].upper() + right[1:] if wrong[0].isupper() else right
