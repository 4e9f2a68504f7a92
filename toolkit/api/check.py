"""Check an article: text, then a pair of files."""

from __future__ import annotations

import datetime

from toolkit.api.desk import Desk
from toolkit.api.document import alone, paired
from toolkit.api.reading import read_document
from toolkit.core import Article, Document
from toolkit.files.article import parse
from toolkit.files.discover import Pair
from toolkit.lint import Context, Plan, Run, run, selected
from toolkit.rules import shipped


def default_plan() -> Plan:
    """The built-in rules that are on without any settings."""
    return Plan(selected(shipped(), (), ()))


def check_text(  # noqa: PLR0913 - each is an independent fact about the article
    target: str,
    source: str | None = None,
    *,
    form: str = "text",
    date: datetime.date | None = None,
    desk: Desk | None = None,
    plan: Plan | None = None,
) -> Run:
    """Judge English copy given as text (`form`: text, markdown or html), with its Chinese if there is one."""
    chinese = parse(source, "source", form) if source is not None else None
    return check_articles(parse(target, "target", form), chinese, desk or Desk(), plan or default_plan(), date)


def check_pair(pair: Pair, desk: Desk, plan: Plan, date: datetime.date | None = None) -> Run:
    """Judge a pair of files, or one that holds both languages. Raises Unreadable where one of them cannot be read."""
    return check_document(read_document(pair.target, pair.source, desk, date), desk, plan)


def check_articles(
    target: Article, source: Article | None, desk: Desk, plan: Plan, date: datetime.date | None = None
) -> Run:
    """Judge an article by the rules of `plan`."""
    if source is None:
        return check_document(alone(target, date), desk, plan)
    return check_document(paired(source, target, desk.lexicon, desk.glossary, date), desk, plan)


def check_document(document: Document, desk: Desk, plan: Plan) -> Run:
    """Judge a document that is already paired."""
    return run(plan, document, Context(document, desk.glossary, desk.lexicon, desk.hints, desk.tagger))
