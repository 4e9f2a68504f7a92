"""Translate an article, or the paragraphs of it that need it, under the glossary and with its markup."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import log
from pathlib import Path

from toolkit.alignment import shown, values
from toolkit.api.means import Means
from toolkit.api.models import translator
from toolkit.api.opening import open_office
from toolkit.api.rules import find_rules
from toolkit.api.units import Unit, ends, units
from toolkit.core import Article, Edit, Side, Span
from toolkit.files.article import load
from toolkit.files.errors import Unreadable
from toolkit.files.places import addresses, between, chinese, declared_english, edited, extent, fitting, joined_range
from toolkit.language.dates import chinese_dates, dated, english_dates
from toolkit.settings import Layer, command_line
from toolkit.translation import Marked, Memory, Projection, Rendition, Selection, linked, project, render
from toolkit.translation.paragraphs import Told
from toolkit.translation.redone import Redone, Retranslated, Strayed
from toolkit.translation.selection import is_severity

_NO_PLACE = "no paragraph of the copy stands where it belongs: put it in by hand"
_PARTED = "other things stand between its paragraphs in the copy: put it in by hand"
_EXTRA = "the copy has links or images of its own there, in several paragraphs: put it in by hand"
_TORN = "its markup could not be carried over whole"
_WORSE = "our own rules find no fewer errors in it than in what stands there"
_UNSURE = "the model itself is unsure of it"
_SURE = 0.7
"""The least probability of a token: of the demo's paragraphs as two models of ours translated them, hardly one of seventy below
it was fit to print, and seventeen of twenty-two above. Of other models nothing is measured."""
_FEWER = "it lacks a figure of the Chinese that stands there"
_UNDATED = "it lacks a date, or a part of one, that stands there"
_LESS = "it says less of the Chinese than what stands there"
_SHORT = 12
"""A Chinese paragraph of fewer characters has too few words to count."""
_LEEWAY = 0.15
"""So much less of the Chinese may be shown: two good systems differ by more in one paragraph of twenty (newstest2021)."""
EVERYTHING = Selection()


@dataclass(frozen=True, slots=True)
class Redo:
    """What to translate: `source`, and of it what `selection` asks for; `existing` is the copy that keeps the rest.

    `model` is a model's name or folder, `memory` a TMX of accepted copy, `asked` settings over the project's.
    """

    source: Path
    existing: Path | None = None
    selection: Selection = EVERYTHING
    model: str = ""
    memory: Path | None = None
    date: datetime.date | None = None
    asked: Layer = field(default_factory=command_line)


def retranslate_paths(order: Redo, told: Told | None = None) -> Retranslated:
    """Carry out an order on files; nothing is written. `told` hears how many sentences of how many are done.

    Raises Unreadable for a file that cannot be used, ModelProblem for a model that is not there, and SettingsError.
    """
    for kind in order.selection.flagged_by:
        if not is_severity(kind):
            find_rules(kind)
    source, existing = load(order.source), load(order.existing) if order.existing else None
    if existing and existing.format != source.format:
        message = f"is {existing.format} and {source.path} {source.format}: markup cannot be carried between the two"
        raise Unreadable(existing.path, None, message)
    judged = order.existing or order.source
    planner, desk, problems = open_office([judged], order.asked)
    means = Means(desk, planner.plan(judged), translator(planner.settings, order.model), _memory(order.memory))
    done = retranslate(source, existing, means, order.selection, date=order.date, told=told)
    return replace(done, problems=problems)


def retranslate(  # noqa: PLR0913 (each is an independent fact about the article)
    source: Article,
    existing: Article | None,
    means: Means,
    selection: Selection = EVERYTHING,
    *,
    date: datetime.date | None = None,
    told: Told | None = None,
) -> Retranslated:
    """The English of `source`: all of it, or what `selection` asks for with the rest of `existing` byte for byte.

    A paragraph that was not named keeps its English where our own rules find no fewer errors in the new one, where the model
    is unsure of that, and where that lacks a figure or a date that stands there, or shows fewer words of the Chinese.
    """
    base = existing or source
    found = units(source, existing, means, selection, date)
    job = _Job(source, base, means, found, date or base.date or source.date)
    done = job.run([unit for unit in found if unit.wanted], told)
    text = edited(base.raw, [edit for _, edit in done if edit])
    text = text if existing else declared_english(text, source.format)
    return Retranslated(text, tuple(one for one, _ in done), means.translator.name, len(source.paragraphs))


class _Job:
    """One article on its way; `base` is the article that new paragraphs are put into."""

    def __init__(
        self, source: Article, base: Article, means: Means, found: Sequence[Unit], date: datetime.date | None
    ) -> None:
        self.source, self.base, self.means = source, base, means
        self.cascade = means.cascade(date)
        self.marked = chinese(source)
        self.ends = ends(found, base)

    def run(self, wanted: Sequence[Unit], told: Told | None) -> list[tuple[Redone, Edit | None]]:
        """Translate the units, and make the edits that put them into the article."""
        numbers = [n for unit in wanted for n in unit.sources]
        rendered = dict(
            zip(
                numbers,
                render([self.marked[n].prose for n in numbers], self.cascade, self.means.memory, told),
                strict=True,
            )
        )
        tagged = [n for n in numbers if self.marked[n].marks]
        rendered |= zip(tagged, linked([rendered[n] for n in tagged], self.means.translator), strict=True)
        return [self.unit(unit, [rendered[n] for n in unit.sources]) for unit in wanted]

    def unit(self, unit: Unit, rendered: Sequence[Rendition]) -> tuple[Redone, Edit | None]:
        """What became of a unit, and the edit that puts it in its place, if it has one."""
        projected = [
            project(self.marked[n], rendition.text, rendition.pairs, self.cascade.known)
            for n, rendition in zip(unit.sources, rendered, strict=True)
        ]
        source = "\n".join(self.marked[n].prose for n in unit.sources)
        before = self.before(unit)
        after = "\n".join(one.text.prose for one in projected)
        errors = (self.means.errors(source, before) if before else 0, self.means.errors(source, after))
        texts = [one.text for one in projected]
        dropped = self.dropped(unit, texts)
        edit, kept = (None, _EXTRA) if dropped and len(unit.targets) > 1 else self.edit(unit, texts)
        if before and not unit.named and (worse := self.worse(source, before, after, errors, rendered)):
            edit, kept = None, kept or worse
        redone = Redone(
            tuple(n + 1 for n in unit.sources),
            unit.reasons,
            source,
            before,
            after,
            tuple(rendered),
            tuple(found for one in projected for found in _strayed(one)),
            dropped,
            sum(len(one.text.marks) for one in projected),
            errors,
            kept,
        )
        return redone, edit

    def worse(
        self, source: str, before: str, after: str, errors: tuple[int, int], rendered: Sequence[Rendition]
    ) -> str:
        """Why the new English is no better than what stands there; empty where it may be."""
        if errors[1] >= max(errors[0], 1):
            return _WORSE
        if min(one.score for one in rendered) < log(_SURE):
            return _UNSURE
        if values(source, Side.SOURCE) & values(before, Side.TARGET) - values(after, Side.TARGET):
            return _FEWER
        if dated(english_dates(after)) < min(dated(english_dates(before)), dated(chinese_dates(source))):
            return _UNDATED
        if len(source) < _SHORT:
            return ""
        said = [shown(self.means.desk.lexicon, source, english) for english in (before, after)]
        return _LESS if said[1] < said[0] - _LEEWAY else ""

    def before(self, unit: Unit) -> str:
        """The English that stands there; none where the article is new."""
        if self.base is self.source:
            return ""
        return "\n".join(self.base.paragraphs[n].text.prose for n in unit.targets)

    def dropped(self, unit: Unit, texts: Sequence[Marked]) -> tuple[str, ...]:
        """Where links and images of the copy lead that the Chinese does not have."""
        if self.base is self.source:
            return ()
        ours = "".join(self.base.raw[slice(*extent(self.base, n))] for n in unit.targets)
        new = "".join(mark.opening + mark.closing for text in texts for mark in text.marks)
        return tuple(sorted(addresses(ours) - addresses(new)))

    def edit(self, unit: Unit, texts: Sequence[Marked]) -> tuple[Edit | None, str]:
        """The edit for a unit; or why there is none."""
        partings = [between(self.source, n) for n in unit.sources[1:]]
        if None in partings:
            return None, _NO_PLACE
        parting = next(iter(partings), "") or ""
        if unit.targets:
            span = joined_range(self.base, unit.targets)
            edit = fitting(self.base, span, texts, parting) if span else None
            return edit, "" if edit else _TORN if span else _PARTED
        behind, before = self.ends.get(unit.sources[0] - 1), between(self.source, unit.sources[0])
        if behind is None or before is None:
            return None, _NO_PLACE
        edit = fitting(self.base, Span(behind, behind), texts, parting, before)
        return edit, "" if edit else _TORN


def _strayed(one: Projection) -> list[Strayed]:
    return [Strayed(one.text.marks[it.number].opening, one.text.prose[slice(*it.span)]) for it in one.unsure]


def _memory(path: Path | None) -> Memory:
    if path is None:
        return Memory()
    from toolkit.files.tmx import load_tmx  # noqa: PLC0415 (an XML library that most do without)

    found = load_tmx(path).segments
    return Memory.of((one.source.prose, one.target.prose) for one in found if one.source)
