"""Chinese left over, broken encodings, placeholders, empty brackets, fragments."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.core import Applicability, Flag, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.language.script import HAN
from toolkit.lint import Context, segment_rule
from toolkit.lint.mend import mend

_FOREIGN = pattern(r"[^\x00-\u2fff](?:[0-9\u00b7]*[^\x00-\u2fff])*")
_MARKS = "，。、；：？！（）《》「」『』【】…\u3000\ufffc"
_LEADING = pattern("[ÂÃâåäæçèéï\ufffd]")
_SUSPICIOUS = pattern(r"(?:[ÃÂâåæäçèéï][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]+)+|\ufffd+")
_FIGURE = pattern(r"(?P<figure>\d[\d,.]*|one)(?: (?:thousand|million|billion|trillion))? $")
_UNITS = {
    "元": ("yuan", "yuan"),
    "天": ("day", "days"),
    "小时": ("hour", "hours"),
    "公里": ("kilometre", "kilometres"),
}
_PLACEHOLDER = pattern(
    r"<(?:unk|UNK|pad|mask|s|/s|url|num|name|n)>|\[(?:MASK|UNK|CLS|SEP|PAD)\]|⁇|▁|\{\{?[\w.]{0,30}\}\}?"
    r"|(?<![\w%])%(?:\d\$)?[sd]\b|(?<=[a-z])@@(?= )|\b__\w{1,20}__\b"
)
_SIGNS = ("<", "[", "{", "⁇", "▁", "%s", "%d", "$s", "$d", "@@", "__")
_EMPTY = pattern(r" ?(?:\(\s*\)|（\s*）|\(\s*[,;]\s*\))")


@segment_rule(severity=Severity.ERROR, category="accuracy/untranslated")
def chinese_left_over(segment: Segment, context: Context) -> Iterator[Flag]:
    """Chinese or Japanese characters left in the English.

    The reader cannot read them; a name or a word was not translated.

    Known problems: a gloss in brackets or quotation marks after its English ("ties (关系)") may be meant; it is a note.

    Source: MQM, accuracy/untranslated; Reuters Handbook: copy is in the Latin alphabet.

    Bad:
        en: The minister visited «芯片» plants.
    Good:
        en: The minister visited chip plants.
    """
    prose = segment.target.prose
    if prose.isascii() or not HAN.search(prose):
        return
    for match in _FOREIGN.finditer(prose):
        text = match[0].strip(_MARKS)
        if not HAN.search(text):
            continue
        start = match.start() + match[0].index(text)
        end = start + len(text)
        glossed = (
            prose[max(0, start - 2) : start].rstrip()[-1:] in "(（\"“'‘《["
            and start > 0
            and prose[end : end + 1] in ")）\"”'’》],;:"
        )
        weak = Severity.NOTE if glossed else None
        place = segment.target_at((start, min(end, start + 40)))
        right, sure = _translated((start, end), text, prose, context)
        fixes = mend(segment, {(start, end): right}, "", applicability=sure).fixes if right and not glossed else ()
        message = f"Chinese left in the English: translate {text[:20]}"
        yield Flag(place, message, expected=(right,) if right else (), fixes=fixes, severity=weak)


def _translated(span: tuple[int, int], text: str, prose: str, context: Context) -> tuple[str, Applicability]:
    """What to write for Chinese that was left: a unit behind a figure, or the one concept that it names; empty: unknown."""
    start, end = span
    counted = _FIGURE.search(prose, max(0, start - 24), start)
    if counted and text in _UNITS:
        one, more = _UNITS[text]
        return (one if counted["figure"] in ("1", "one") else more), Applicability.SAFE
    if text == "两" and prose[end : end + 1] == " ":
        return "two", Applicability.SAFE
    found = [match for match in context.glossary.find(text, context.date) if match.span == (0, len(text))]
    if len(found) != 1 or len(found[0].terms) != 1:
        return "", Applicability.UNSAFE
    term, stands_apart = found[0].term, not (prose[start - 1 : start].isalnum() or prose[end : end + 1].isalnum())
    return term.en, Applicability.SAFE if term.is_name and stands_apart else Applicability.UNSAFE


@segment_rule(severity=Severity.ERROR, category="linguistic conventions/spelling")
def mojibake(segment: Segment, context: Context) -> Iterator[Flag]:
    """Characters read in the wrong encoding.

    "donâ€™t" is "don’t" in UTF-8, read as Windows-1252; nobody can read it aloud.

    Known problems: a replacement character has lost what stood there, so it has no fix.

    Source: Unicode Standard 3.9, on ill-formed sequences; ftfy, "fix_encoding".

    Bad:
        en: The caf«Ã©» is closed.
    Good:
        en: The café in Ângela’s street is closed – for now.
    """
    prose = segment.target.prose
    if prose.isascii():
        return
    if not _LEADING.search(prose):
        return
    for match in _SUSPICIOUS.finditer(prose):
        meant = _decoded(match[0])
        if meant is None:
            if "\ufffd" in match[0]:
                yield Flag(
                    segment.target_at(match.span()), "a character was lost in decoding: restore it from the original"
                )
            continue
        sure = Applicability.SAFE if meant.isprintable() and not HAN.search(meant) else Applicability.UNSAFE
        yield mend(
            segment, {match.span(): meant}, f"wrong encoding: write {meant}", expected=(meant,), applicability=sure
        )


@segment_rule(severity=Severity.ERROR, category="design and markup/markup")
def placeholder(segment: Segment, context: Context) -> Iterator[Flag]:
    """A placeholder of a translation system or a program in place of words.

    <unk>, [MASK], {0} and %s stand for text that never came.

    Known problems: an article about programming may mean them.

    Source: MQM, design and markup; SentencePiece (⁇, ▁) and subword-nmt (@@) conventions.

    Bad:
        en: The minister met «<unk>» on Friday.
    Good:
        en: The minister met 100% support on Friday, {and} all.
    """
    prose = segment.target.prose
    if not any(map(prose.__contains__, _SIGNS)):
        return
    for match in _PLACEHOLDER.finditer(prose):
        if not match[0].strip("{}").isalpha() or match[0][0] != "{" or match[0].startswith("{{"):
            yield Flag(segment.target_at(match.span()), f"placeholder {match[0]}: write the words it stands for")


@segment_rule(severity=Severity.WARNING, category="accuracy/omission")
def empty_bracket(segment: Segment, context: Context) -> Iterator[Flag]:
    """Brackets with nothing inside.

    An abbreviation, a picture credit or Chinese characters fell out.

    Known problems: a function's name in code, "run()", is left out only where it touches the word.

    Source: Chicago Manual of Style 6.95.

    Bad:
        en: Acme Holdings« ()» rose.
    Good:
        en: Acme Holdings (AH) calls run() daily.
    """
    prose = segment.target.prose
    if "(" not in prose and "（" not in prose:
        return
    for match in _EMPTY.finditer(prose):
        if match[0] != "()" or not prose[match.start() - 1 : match.start()].isalnum():
            filled = segment.source is not None and any(mark in segment.source.prose for mark in "（(")
            sure = Applicability.UNSAFE if filled else Applicability.SAFE
            message = "empty brackets: remove them, or restore what stood inside"
            yield mend(segment, {match.span(): ""}, message, applicability=sure)


def _decoded(text: str) -> str | None:
    import ftfy  # noqa: PLC0415 - only broken copy needs it

    meant: str = ftfy.fix_encoding(text)
    return meant if meant != text and "\ufffd" not in meant else None
