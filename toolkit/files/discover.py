"""Find the articles to check: the Chinese beside its English."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from toolkit.core.pattern import pattern
from toolkit.files.article import FORMATS
from toolkit.files.bilingual import BILINGUAL, beginning, is_bilingual, marked
from toolkit.files.errors import Unreadable, cause

PATTERNS = ("{name}.{lang}.{ext}", "{lang}/{name}.{ext}")
"""How the two files of a pair are called: `{lang}` is a mark of the language; `CHINESE | ENGLISH` names each side apart."""

CHINESE = ("zh", "zh-Hans", "zh-Hant", "zh-CN", "zh-TW", "zh-HK", "zh-SG")
ENGLISH = ("en", "en-US", "en-GB")


class Pair(NamedTuple):
    """An English file, and the Chinese one it was made from where there is one; or a file that holds both."""

    source: Path | None
    target: Path


class Discovery(NamedTuple):
    """The pairs, sorted by the English; notices (Chinese without English), and what could not be read."""

    pairs: tuple[Pair, ...]
    notices: tuple[str, ...]
    errors: tuple[Unreadable, ...]


def discover(paths: Iterable[Path], patterns: Sequence[str] = PATTERNS) -> Discovery:
    """The pairs in `paths`: folders, searched to their depth, and files, each paired whichever side it is.

    In a folder only names with a mark of language count, and XLIFF that says it goes from Chinese into English. A pair is
    found once. Raises ValueError for a pattern that is none.
    """
    search = _Search([_Template(pattern) for pattern in patterns])
    for path in paths:
        search.take(path)
    return Discovery(
        tuple(sorted(search.pairs.values(), key=lambda pair: pair.target)), tuple(search.notices), tuple(search.errors)
    )


def pair_named(
    names: Iterable[str],
    there: Container[str],
    patterns: Sequence[str] = PATTERNS,
    begins: Callable[[Path], bytes] = lambda _: b"",
) -> Discovery:
    """The pairs of files that are not on the disk: `names` with a mark of language, and their partners among `there`.

    `begins` gives the first bytes of a file, in which XLIFF says what it is. Raises ValueError as `discover` does.
    """
    templates = [_Template(pattern) for pattern in patterns]
    search = _Search(templates, is_file=lambda path: path.as_posix() in there, begins=begins)
    for name in sorted(names):
        search.entry(Path(name))
    return Discovery(tuple(sorted(search.pairs.values(), key=lambda pair: pair.target)), tuple(search.notices), ())


class _Template:
    """One pattern: which side a path is on, and how its partners would be called."""

    def __init__(self, pattern: str) -> None:
        source, bar, target = (part.strip() for part in pattern.partition("|"))
        self.sides = ((source, CHINESE), (target if bar else source, ENGLISH))
        if any("{name}" not in side for side, _ in self.sides) or (not bar and "{lang}" not in source):
            raise ValueError(f"the pattern {pattern!r} needs {{name}}, and {{lang}} or the two sides parted by |")
        self.known = [_compiled(*side) for side in self.sides]
        self.order = (0, 1) if len(self.sides[0][0]) > len(self.sides[1][0]) else (1, 0)

    def partners(self, path: Path, side: int) -> list[Path] | None:
        """What the partners of `path` would be called; None if it is not on `side` (0 Chinese, 1 English)."""
        found = self.known[side].fullmatch(path.as_posix())
        if not found:
            return None
        parts = found.groupdict("")
        template, marks = self.sides[1 - side]
        return [
            Path(
                parts["folder"]
                + template.replace("{lang}", mark)
                .replace("{name}", parts["name"])
                .replace("{ext}", parts.get("ext", ""))
            )
            for mark in (marks if "{lang}" in template else ("",))
        ]


def _compiled(template: str, marks: Sequence[str]) -> re.Pattern[str]:
    known = {
        "{name}": r"(?P<name>[^/]+)",
        "{lang}": f"(?P<lang>{'|'.join(marks)})",
        "{ext}": rf"(?P<ext>{'|'.join(ending[1:] for ending in FORMATS)})",
    }
    body = "".join(known.get(part) or re.escape(part) for part in re.split(r"(\{\w+\})", template))
    return pattern(rf"(?P<folder>(?:.*/)?){body}")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


@dataclass
class _Search:
    templates: list[_Template]
    pairs: dict[Path, Pair] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)
    errors: list[Unreadable] = field(default_factory=list)
    seen: set[tuple[int, int]] = field(default_factory=set)
    is_file: Callable[[Path], bool] = Path.is_file
    begins: Callable[[Path], bytes] = beginning

    def take(self, path: Path) -> None:
        """Search a folder, or pair a file that was named."""
        try:
            if path.is_dir():
                self.folder(path)
            elif not path.exists():
                self.refuse(path, "does not exist; check the name")
            elif is_bilingual(path):
                self.keep(Pair(None, path))
            elif path.suffix.lower() not in FORMATS:
                endings = ", ".join((*FORMATS, *BILINGUAL))
                self.refuse(path, f"is no article; name a folder, or a file that ends in {endings}")
            elif not self.pair(path):
                self.keep(Pair(None, path))
        except OSError as error:
            self.refuse(path, f"cannot be read: {cause(error)}")
        except ValueError:
            self.refuse(path, "is no name of a file; check it")

    def folder(self, folder: Path) -> None:
        """Search a folder and those in it; hidden ones are passed over, and one reached twice is searched once."""
        waiting = [folder]
        while waiting:
            here = waiting.pop()
            try:
                status = here.stat()
                if (status.st_dev, status.st_ino) in self.seen:
                    continue
                self.seen.add((status.st_dev, status.st_ino))
                entries = sorted(os.scandir(here), key=lambda entry: entry.name)
            except OSError as error:
                self.refuse(here, f"cannot be searched: {cause(error)}")
                continue
            folders = [entry.name for entry in entries if _is_folder(entry)]
            waiting += [here / name for name in reversed(folders) if not name.startswith(".")]
            for entry in entries:
                if entry.name not in folders:
                    self.entry(here / entry.name)

    def entry(self, path: Path) -> None:
        """Take a file that a folder holds, if it is known by its name, or as XLIFF by how it begins."""
        if path.name.endswith(tuple(FORMATS)):
            self.pair(path)
        elif path.name.endswith(tuple(BILINGUAL)) and marked(path, self.begins):
            self.keep(Pair(None, path))

    def pair(self, path: Path) -> bool:
        """Pair a file by its name, if its name has a mark of language."""
        for template in self.templates:
            for side in template.order:
                partners = template.partners(path, side)
                if partners is not None:
                    self.paired(path, side, [partner for partner in partners if self.is_file(partner)])
                    return True
        return False

    def paired(self, path: Path, side: int, partners: list[Path]) -> None:
        """Pair an English file with the first Chinese one, or a Chinese file with all its English ones."""
        if side == 1:
            self.keep(Pair(partners[0] if partners else None, path))
            return
        for target in partners:
            self.keep(Pair(path, target))
        if not partners:
            self.notices.append(f"{path}: has no English beside it; nothing to check")

    def keep(self, pair: Pair) -> None:
        """Take a pair, unless its English was found already."""
        self.pairs.setdefault(Path(os.path.realpath(pair.target)), pair)

    def refuse(self, path: Path, message: str) -> None:
        """Note a path that cannot be searched or read."""
        self.errors.append(Unreadable(str(path), None, message))
