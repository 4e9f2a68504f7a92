"""Fix an article: text, then what a user names; and write it back."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.api.check import check_document, default_plan
from toolkit.api.desk import Desk
from toolkit.api.paths import PIPED, Order, Told, prepare, remembered
from toolkit.api.reading import read_document
from toolkit.core import Applicability, Article, Document
from toolkit.core.differences import differences
from toolkit.files.article import from_bytes, parse
from toolkit.files.bilingual import BILINGUAL, parse_bilingual
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
    return fix_article(article, chinese, desk or Desk(), plan or default_plan(), date, unsafe=unsafe)


def fix_article(  # noqa: PLR0913 - as above
    target: Article | Document | Path,
    source: Article | Path | None,
    desk: Desk,
    plan: Plan,
    date: datetime.date | None = None,
    *,
    unsafe: bool = False,
    known: Iterable[Decision] = (),
) -> Fixed:
    """Fix what `read_document` reads, by the rules of `plan`; findings that are `known` to stay are left as they are.

    Raises Unreadable.
    """
    document, decisions = read_document(target, source, desk, date), tuple(known)
    anew = _reader(document, desk, date)

    def judge(raw: str) -> Run:
        run = check_document(document if raw == document.target.raw else anew(raw), desk, plan)
        return _without(run, decisions) if decisions else run

    return fix(judge(document.target.raw), judge, Applicability.UNSAFE if unsafe else Applicability.SAFE)


def fix_paths(order: Order, told: Told | None = None, *, unsafe: bool = False) -> Mended:
    """Fix all that `order` names, and write nothing; what cannot be read is told and the rest still fixed.

    `told` hears how many articles of how many are done. Raises SettingsError, and Unreadable for a settings file or a
    baseline that cannot be used.
    """
    ready = prepare(order)
    known = remembered(ready.settings)
    articles: list[Fixed] = []
    problems = list(ready.problems)
    for done, task in enumerate(ready.tasks, 1):
        try:
            articles.append(
                fix_article(task.target, task.source, ready.desk, task.plan, order.date, unsafe=unsafe, known=known)
            )
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


def _reader(document: Document, desk: Desk, date: datetime.date | None) -> Callable[[str], Document]:
    """Reads the document again with other English: a Word document as it would be laid out, for what cannot be written so is
    no fix.
    """
    english = document.target
    if english.format in BILINGUAL.values():
        return lambda raw: replace(parse_bilingual(raw, document.name, english.format), date=document.date)
    if english.format != "docx":
        return lambda raw: read_document(parse(raw, english.path, english.format), document.source, desk, date)
    data = read_bytes(Path(english.path))

    def laid_out(raw: str) -> Document:
        made = edited(data, english.path, differences(english.raw, raw))
        return read_document(from_bytes(made, english.path, "docx"), document.source, desk, date)

    return laid_out
