"""Articles judged one after the other, or several at a time."""

from __future__ import annotations

import datetime
import os
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from toolkit.api.check import check_document
from toolkit.api.desk import Desk
from toolkit.api.reading import read_document
from toolkit.core import Article, Document
from toolkit.files.errors import Unreadable
from toolkit.lint import Plan, Run

_WARM_UP = 16
_SHARED: list[Batch] = []
"""The batch that a forked process finds where it was forked."""


class Task(NamedTuple):
    """An article, a document of both languages, or the file of either; the file of its Chinese if there is one; and the plan
    to judge it by.
    """

    target: Article | Document | Path
    source: Path | None
    plan: Plan


class Batch(NamedTuple):
    """Tasks, with the desk that they share and the date that the user gave them."""

    tasks: Sequence[Task]
    desk: Desk
    date: datetime.date | None = None


def judge(batch: Batch, jobs: int = 1) -> Iterator[Run | str]:
    """The run of each task in turn, or the one line that says why it could not be read.

    With `jobs` above 1 up to that many processes share the work, if there is enough of it: each has to warm up on some
    16 articles before it gains time. The system must be able to fork (a plan holds functions, which no other kind of
    process can be sent).
    """
    jobs = min(jobs, len(batch.tasks) // _WARM_UP)
    if jobs > 1 and hasattr(os, "fork"):
        yield from _shared(batch, jobs)
    else:
        yield from (_judged(batch, task) for task in batch.tasks)


def _shared(batch: Batch, jobs: int) -> Iterator[Run | str]:
    from multiprocessing import get_context  # noqa: PLC0415 (slow to import, and most checks are of one article)

    _SHARED.append(batch)
    try:
        with get_context("fork").Pool(jobs, signal.signal, (signal.SIGINT, signal.SIG_IGN)) as pool:
            yield from pool.imap(_numbered, range(len(batch.tasks)), chunksize=4)
    finally:
        _SHARED.pop()


def _numbered(number: int) -> Run | str:
    return _judged(_SHARED[-1], _SHARED[-1].tasks[number])


def _judged(batch: Batch, task: Task) -> Run | str:
    try:
        document = read_document(task.target, task.source, batch.desk, batch.date)
        return check_document(document, batch.desk, task.plan)
    except Unreadable as problem:
        return str(problem)
    except Exception as error:
        error.add_note(f"in {_name(task.target)}")
        raise


def _name(target: Article | Document | Path) -> str:
    match target:
        case Article():
            return target.path
        case Document():
            return target.name
    return str(target)
