"""Full names of which one word is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.alignment.kinds import TITLES
from toolkit.alignment.names import goes_on, phrases
from toolkit.alignment.sound import resemblance
from toolkit.core import Applicability, Flag, Segment, Severity, Span
from toolkit.glossary import Match, Term
from toolkit.language.pinyin import letters
from toolkit.lint import Context, segment_rule
from toolkit.lint.termbase import claim

_ALIKE = 0.55


@segment_rule(severity=Severity.ERROR, category="terminology/wrong term")
def one_wrong_word(segment: Segment, context: Context) -> Iterator[Flag]:
    """A person's full name with one word of it wrong.

    The surname is right, so a quick reader nods; the given name is the machine's own. Where the Chinese is at hand it
    names the person; in a copy that stands alone two words of three must be right, and the third like its original.

    Known problems: a relative of the same surname and a like given name whom the glossary does not know.
    Source: the desk's glossary.

    Bad:
        glossary: type=person; zh=范明政; en=Pham Minh Chinh; en_alt=Chinh|Pham
        zh: 范明政总理抵达新加坡。
        en: Prime Minister «Pham Minh Thanh» arrived in Singapore.
    Good:
        glossary: type=person; zh=范明政; en=Pham Minh Chinh; en_alt=Chinh|Pham
        zh: 范明政总理抵达新加坡。
        en: Prime Minister Pham Minh Chinh arrived in Singapore. Mr. Pham left on Monday.
    """
    prose = segment.target.prose
    people = _people(segment, context)
    for span in phrases(prose, longest=4) if people else ():
        words = tuple(prose[span.start : span.end].split())
        if _accepted(words, people):
            continue
        for term, right in (*people.get((len(words), words[0]), ()), *people.get((len(words), words[-1]), ())):
            if _one_off(words, right, context, alone=segment.source is None) and _whole(prose, span, term):
                match = _match(segment, context, term)
                alike = match is not None and len(match.terms) == 1 and _resembles(words, right)
                sure = Applicability.SAFE if alike else Applicability.UNSAFE
                yield claim(segment, span, (term,), match, applicability=sure)
                break


Key = tuple[int, str]


def _people(segment: Segment, context: Context) -> dict[Key, list[tuple[Term, tuple[str, ...]]]]:
    """Persons of the Chinese (alone: of the glossary) by how many words their names have and the first or last of them."""
    if context.document.source is None:
        return context.glossary.kept("names/one-wrong-word", lambda: _index(context.glossary.terms))
    terms = {term.id: term for match in context.matches(segment) for term in match.terms}
    return _index(tuple(terms.values()))


def _index(terms: Iterable[Term]) -> dict[Key, list[tuple[Term, tuple[str, ...]]]]:
    found: dict[Key, list[tuple[Term, tuple[str, ...]]]] = {}
    for term in terms:
        if term.type == "person" and term.status != "draft":
            for words in {tuple(form.split()) for form in term.targets if " " in form}:
                for word in {words[0], words[-1]}:
                    found.setdefault((len(words), word), []).append((term, words))
    return found


def _whole(prose: str, span: Span, term: Term) -> bool:
    """Whether the words are no part of a longer name, nor follow a name of the person's own (Jair Messias Bolsonaro)."""
    before = prose[max(0, span.start - 40) : span.start].split()[-1:]
    return not goes_on(prose, span) and not any(before == form.split()[:1] for form in term.targets)


def _accepted(words: tuple[str, ...], people: dict[Key, list[tuple[Term, tuple[str, ...]]]]) -> bool:
    """Whether the words are somebody's name as it stands."""
    return any(words == right for _, right in people.get((len(words), words[0]), ()))


def _one_off(words: tuple[str, ...], right: tuple[str, ...], context: Context, *, alone: bool) -> bool:
    """Whether all words but one are right. Of few words, or in a copy that stands alone, that one must be like its original,
    or a given name that no dictionary knows.
    """
    wrong = [(said, meant) for said, meant in zip(words, right, strict=True) if said != meant]
    if len(wrong) != 1 or (alone and len(words) < 3):
        return False
    said, meant = wrong[0]
    if said in TITLES or letters(said) == letters(meant):
        return False
    if resemblance(said, meant) >= _ALIKE or (len(words) > 2 and not alone):
        return True
    return not alone and said == words[0] and said.isalpha() and said[1:].islower() and not context.lexicon.knows(said)


def _resembles(words: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether every word sounds or looks like the right one."""
    return all(said == meant or resemblance(said, meant) >= _ALIKE for said, meant in zip(words, right, strict=True))


def _match(segment: Segment, context: Context, term: Term) -> Match | None:
    return next((match for match in context.matches(segment) if term in match.terms), None)
