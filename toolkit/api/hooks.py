"""What is about to be committed or pushed, judged as git keeps it; and the hooks that ask for it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from toolkit.api.check import check_document
from toolkit.api.notices import ignore_notices
from toolkit.api.opening import Office, open_office, open_planner
from toolkit.api.paths import Checked
from toolkit.api.reading import read_document
from toolkit.core import Article, Document
from toolkit.files import hooks
from toolkit.files.article import format_of, from_bytes
from toolkit.files.bilingual import both_from_bytes, is_bilingual
from toolkit.files.discover import PATTERNS, Discovery, Pair, pair_named
from toolkit.files.errors import FileProblem, Unreadable
from toolkit.files.git import Repository, Tree, is_nothing
from toolkit.files.hooks import HOOKS
from toolkit.lint import Run
from toolkit.settings import Layer, SettingsError, command_line

__all__ = ["HOOKS", "check_pushed", "check_staged", "install_hooks", "uninstall_hooks"]
_PROGRAM = (sys.executable, "-P", "-m", "toolkit.cli")
"""Without -P a folder called toolkit in the repository would run instead of ours."""


class Snapshot(NamedTuple):
    """Files as git keeps them: those that changed, all there are, and those `before`, where a lost Chinese side may be."""

    changed: frozenset[str]
    files: Tree
    before: Tree = MappingProxyType({})


class Asked(NamedTuple):
    """A pair of articles, or a file of both languages, by the names of its files and of their blobs."""

    pair: Pair
    target: str
    source: str | None


def check_staged(folder: Path, asked: Layer | None = None) -> Checked:
    """Judge the articles whose English or Chinese is staged, as it is staged; a Chinese side taken away is that of HEAD.

    So are files that hold both languages, where their name or, as XLIFF, their beginning says so.

    Settings, glossaries and the baseline are those of the work tree. Raises SettingsError and Unreadable.
    """
    repository = Repository.at(folder)
    changed = repository.staged()
    files = repository.index() if changed else {}
    return _check(repository, [Snapshot(changed, files, repository.tree("HEAD") if changed else {})], asked)


def check_pushed(folder: Path, refs: Iterable[str], remote: str = "", asked: Layer | None = None) -> Checked:
    """Judge the articles that the commits of a push change, each as its ref leaves it.

    `refs` are lines as git gives them to a pre-push hook: local ref, its object, remote ref, its object. Commits that the
    remote is known to have do not count. Raises as `check_staged` does.
    """
    repository = Repository.at(folder)
    rows = [row.split(" ") for row in refs if row.count(" ") == 3]
    tips = [(tip, there) for _, tip, _, there in rows if not is_nothing(tip) and repository.holds(tip)]
    snapshots = [Snapshot(repository.pushed(tip, there, remote), repository.tree(tip)) for tip, there in tips]
    return _check(repository, snapshots, asked)


def install_hooks(folder: Path, names: Iterable[str] = HOOKS) -> list[tuple[Path, bool]]:
    """Install hooks in the repository of `folder`: each with whether it was not there yet.

    Raises FileProblem, with all as it was.
    """
    place = hooks.folder(Repository.at(folder))
    done: list[tuple[Path, bool]] = []
    try:
        for hook in (place / name for name in names):
            new = hooks.install(hook, hooks.script(hook.name, _PROGRAM))
            done.append((hook, new))
    except FileProblem:
        for hook, new in done:
            if new:
                hooks.uninstall(hook)
        raise
    return done


def uninstall_hooks(folder: Path, names: Iterable[str] = HOOKS) -> list[tuple[Path, bool]]:
    """Take our hooks away: each with whether it was there. Raises FileProblem where one is not as we wrote it."""
    place = hooks.folder(Repository.at(folder))
    return [(place / name, hooks.uninstall(place / name)) for name in names]


def _check(repository: Repository, snapshots: Iterable[Snapshot], asked: Layer | None) -> Checked:
    layer = asked or command_line()
    settings = open_planner([repository.top], layer).settings
    try:
        patterns = settings.patterns.value or PATTERNS
        found = [(snapshot, _found(repository, snapshot, patterns)) for snapshot in snapshots]
    except ValueError as error:
        raise SettingsError(settings.patterns.origin, str(error)) from error
    notices = tuple(dict.fromkeys(notice for _, each in found for notice in each.notices))
    wanted = list(dict.fromkeys(each for snapshot, pairs in found for each in _asked(snapshot, pairs)))
    if not wanted:
        return Checked((), settings, (), notices)
    office = open_office([repository.top], layer)
    results = list(_judged(repository, office, wanted))
    runs = tuple(result for result in results if isinstance(result, Run))
    failed = (result for result in results if isinstance(result, str))
    pending = (notice for run in runs for notice in run.document.notices)
    notices = (*notices, *pending, *ignore_notices(runs, settings))
    return Checked(runs, settings, (*office.problems, *failed), notices)


def _found(repository: Repository, snapshot: Snapshot, patterns: Iterable[str]) -> Discovery:
    def begins(path: Path) -> bytes:
        blob = snapshot.files[path.as_posix()]
        return repository.blobs([blob]).get(blob, b"")

    present = snapshot.changed & snapshot.files.keys()
    return pair_named(present, {**snapshot.before, **snapshot.files}, tuple(patterns), begins)


def _asked(snapshot: Snapshot, found: Discovery) -> Iterator[Asked]:
    for pair in found.pairs:
        target = snapshot.files.get(pair.target.as_posix())
        chinese = pair.source.as_posix() if pair.source else ""
        if target:
            yield Asked(pair, target, snapshot.files.get(chinese) or snapshot.before.get(chinese))


def _judged(repository: Repository, office: Office, wanted: Iterable[Asked]) -> Iterator[Run | str]:
    for pair, target, source in wanted:
        blobs = repository.blobs(blob for blob in (target, source) if blob)
        try:
            plan = office.planner.plan(repository.top / pair.target)
            english = _read(pair.target, blobs.get(target))
            chinese = _article(pair.source, blobs.get(source)) if pair.source and source else None
            yield check_document(read_document(english, chinese, office.desk), office.desk, plan)
        except Unreadable as problem:
            yield str(problem)
        except Exception as error:
            error.add_note(f"in {pair.target}")
            raise


def _read(path: Path, data: bytes | None) -> Article | Document:
    return both_from_bytes(_held(path, data), path.as_posix()) if is_bilingual(path) else _article(path, data)


def _article(path: Path, data: bytes | None) -> Article:
    return from_bytes(_held(path, data), path.as_posix(), format_of(path))


def _held(path: Path, data: bytes | None) -> bytes:
    if data is None:
        raise Unreadable(path.as_posix(), None, "is not in this copy of the repository; fetch it")
    return data
