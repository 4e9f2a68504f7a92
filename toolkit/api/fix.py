"""Fix an article: text, then what a user names; and write it back."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.api.batch import Task
from toolkit.api.check import check_articles, check_document, default_plan
from toolkit.api.desk import Desk
from toolkit.api.paths import PIPED, Order, Told, prepare
from toolkit.core import Applicability, Article, Document
from toolkit.core.differences import differences
from toolkit.files.article import load, parse
from toolkit.files.bilingual import is_bilingual, load_bilingual, parse_bilingual
from toolkit.files.edits import edited, write_edits
from toolkit.files.errors import FileProblem
from toolkit.files.text import encoded, keep, read_bytes, rewrite
from toolkit.lint import Plan, Run
from toolkit.lint.fixing import Fixed, fix
from toolkit.settings import Settings

if TYPE_CHECKING:
    from toolkit.lint.baseline import Decision


@dataclass(frozen=True, slots=True)
class Mended:
    """What came of an order to fix: each article that could be read, and the settings it was judged under.

    `problems` has a line for each thing that could not be used, `notices` for each that may have been meant otherwise.
    """

    articles: tuple[Fixed, ...]
    settings: Settings
    problems: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def fix_text(  # noqa: PLR0913 - each is an independent fact about the article
    target: str,
    source: str | None = None,
    *,
    form: str = "text",
    date: datetime.date | None = None,
    desk: Desk | None = None,
    plan: Plan | None = None,
    unsafe: bool = False,
) -> Fixed:
    """Fix English copy given as text (`form`: text, markdown or html); `.after.document.target.raw` is the copy as fixed."""
    chinese = parse(source, "source", form) if source is not None else None
    article = parse(target, "target", form)
    return fix_articles(article, chinese, desk or Desk(), plan or default_plan(), date, unsafe=unsafe)


def fix_articles(  # noqa: PLR0913 - as above
    target: Article,
    source: Article | None,
    desk: Desk,
    plan: Plan,
    date: datetime.date | None = None,
    *,
    unsafe: bool = False,
    known: Iterable[Decision] = (),
) -> Fixed:
    """Fix an article by the rules of `plan`; findings that are `known` to stay are left as they are."""

    def judge(raw: str) -> Run:
        article = target if raw == target.raw else parse(raw, target.path, target.format)
        return check_articles(article, source, desk, plan, date)

    return _fixed(target.raw, judge, unsafe=unsafe, known=known)


def fix_document(
    document: Document, desk: Desk, plan: Plan, *, unsafe: bool = False, known: Iterable[Decision] = ()
) -> Fixed:
    """Fix the English of a file that holds both languages, as `fix_articles` does."""
    name, form, raw = document.name, document.target.format, document.target.raw

    def judge(text: str) -> Run:
        read = document if text == raw else replace(parse_bilingual(text, name, form), date=document.date)
        return check_document(read, desk, plan)

    return _fixed(raw, judge, unsafe=unsafe, known=known)


def _fixed(raw: str, judge: Callable[[str], Run], *, unsafe: bool, known: Iterable[Decision]) -> Fixed:
    decisions = tuple(known)

    def judged(text: str) -> Run:
        return _without(judge(text), decisions) if decisions else judge(text)

    return fix(judged(raw), judged, Applicability.UNSAFE if unsafe else Applicability.SAFE)


def fix_paths(order: Order, told: Told | None = None, *, unsafe: bool = False) -> Mended:
    """Fix all that `order` names, and write nothing; what cannot be read is told and the rest still fixed.

    `told` hears how many articles of how many are done. Raises SettingsError, and Unreadable for a settings file or a
    baseline that cannot be used.
    """
    ready = prepare(order)
    known = _baseline(ready.settings.baseline.value)
    articles: list[Fixed] = []
    problems = list(ready.problems)
    for done, task in enumerate(ready.tasks, 1):
        try:
            articles.append(_task(task, order, ready.desk, unsafe=unsafe, known=known))
        except FileProblem as problem:
            problems.append(str(problem))
        except Exception as error:
            error.add_note(f"in {task.target if isinstance(task.target, Path) else order.paths}")
            raise
        if told:
            told(done, len(ready.tasks))
    return Mended(tuple(articles), ready.settings, tuple(problems), ready.notices)


def write_back(mended: Mended, *, backup: bool = False) -> Mended:
    """Write every article that was changed into its file, whole or not at all; `backup` keeps the old one as FILE.bak.

    What could not be written is among the problems of what is returned, and no longer among its articles.
    """
    written: list[Fixed] = []
    problems = list(mended.problems)
    for one in mended.articles:
        before, after = one.before.document.target, one.after.document.target
        try:
            if one.changed and before.path != PIPED:
                keep(Path(before.path), backup=backup)
                if before.format == "docx":
                    write_edits(Path(before.path), differences(before.raw, after.raw))
                else:
                    rewrite(Path(before.path), after.raw, before.raw)
            written.append(one)
        except FileProblem as problem:
            problems.append(str(problem))
    return replace(mended, articles=tuple(written), problems=tuple(problems))


def piped_out(mended: Mended, piped: bytes) -> bytes:
    """The article that came from standard input, as fixed, in the encoding of `piped`; as it came where nothing could be read.

    Raises Unwritable.
    """
    return encoded(mended.articles[0].after.document.target.raw, piped, PIPED) if mended.articles else piped


def _without(run: Run, decisions: tuple[Decision, ...]) -> Run:
    from toolkit.lint.baseline import fresh  # noqa: PLC0415 (hashes, which most runs do without)

    return fresh(run, decisions)


def _task(task: Task, order: Order, desk: Desk, *, unsafe: bool, known: tuple[Decision, ...]) -> Fixed:
    """What comes of one article or bilingual file. Raises Unreadable."""
    target = task.target
    if isinstance(target, Path) and is_bilingual(target):
        target = load_bilingual(target)
    if isinstance(target, Document):
        document = replace(target, date=order.date) if order.date else target
        return fix_document(document, desk, task.plan, unsafe=unsafe, known=known)
    article = load(target) if isinstance(target, Path) else target
    source = load(task.source) if task.source else None
    if article.format == "docx":
        return _fixed(article.raw, _in_word(article, source, task.plan, desk, order), unsafe=unsafe, known=known)
    return fix_articles(article, source, desk, task.plan, order.date, unsafe=unsafe, known=known)


def _in_word(article: Article, source: Article | None, plan: Plan, desk: Desk, order: Order) -> Callable[[str], Run]:
    """Judges a Word document as it would be laid out: what cannot be written so is no fix."""
    from toolkit.files.docx import parse_docx  # noqa: PLC0415 (few desks write articles in Word)

    data = read_bytes(Path(article.path))

    def judge(raw: str) -> Run:
        made = edited(data, article.path, differences(article.raw, raw))
        return check_articles(parse_docx(made, article.path), source, desk, plan, order.date)

    return judge


def _baseline(name: str) -> tuple[Decision, ...]:
    if not name:
        return ()
    from toolkit.files.baseline import load_baseline  # noqa: PLC0415 (JSON, which most runs do without)

    return tuple(load_baseline(Path(name)))
