"""What git keeps: blobs of the index, of commits and of pushes, read by plumbing in processes of its own."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.files.decode import LIMIT
from toolkit.files.errors import Unreadable

Tree = Mapping[str, str]
"""Paths from the top of the repository, each with the name of its blob; links and submodules are left out."""

_FILES = ("100644", "100755")
_NOTHING = re.compile(r"0+")


@dataclass(frozen=True, slots=True)
class Repository:
    """A work tree of git; `top` is the folder that its paths count from."""

    top: Path

    @classmethod
    def at(cls, folder: Path) -> Repository:
        """The repository whose work tree `folder` lies in. Raises Unreadable where there is none, or no git."""
        try:
            return cls(Path(_line(_git(folder, "rev-parse", "--show-toplevel"))))
        except Unreadable as problem:
            if "not a git repository" not in problem.message and "work tree" not in problem.message:
                raise
            message = "lies in no work tree of git; go to one, or begin one with git init"
            raise Unreadable(str(folder), None, message) from problem

    def git(self, *arguments: str, given: bytes = b"") -> bytes:
        """What a command of git prints. Raises Unreadable with its complaint."""
        return _git(self.top, *arguments, given=given)

    def asked(self, *arguments: str) -> str | None:
        """The line that a command of git prints, or None where it fails."""
        try:
            return _line(self.git(*arguments))
        except Unreadable:
            return None

    def index(self) -> Tree:
        """What is staged, all of it."""
        return dict(_entries(self.git("ls-files", "--stage", "-z")))

    def tree(self, commit: str) -> Tree:
        """What a commit holds; nothing where there is no such commit."""
        return dict(_entries(self.git("ls-tree", "-r", "-z", commit))) if self.holds(commit) else {}

    def holds(self, commit: str) -> bool:
        """Whether the repository has that commit."""
        return self.asked("rev-parse", "--quiet", "--verify", "--end-of-options", f"{commit}^{{commit}}") is not None

    def staged(self) -> frozenset[str]:
        """The paths whose staged content is not that of HEAD; deleted ones are left out."""
        head = "HEAD" if self.holds("HEAD") else _line(self.git("hash-object", "-t", "tree", "--stdin"))
        options = ("--cached", "--name-only", "-z", "--no-renames", "--ignore-submodules=all", "--diff-filter=d")
        return frozenset(_names(self.git("diff-index", *options, head, "--")))

    def pushed(self, tip: str, there: str, remote: str) -> frozenset[str]:
        """The paths that the commits of a push touch: those of `tip` that neither the commit `there` nor `remote` has."""
        known = [there] if self.holds(there) else []
        named = self.asked("config", "--get", f"remote.{remote}.url") is not None
        commits = self.git("rev-list", tip, "--not", *known, f"--remotes={remote}" if named else "--remotes")
        options = ("--stdin", "-r", "-c", "--root", "--no-commit-id", "--name-only", "-z", "--no-renames")
        return frozenset(_names(self.git("diff-tree", *options, "--diff-filter=d", given=commits)))

    def blobs(self, names: Iterable[str]) -> dict[str, bytes]:
        """The content of blobs; one of more than 20 MB is cut off above that, one that is missing is left out."""
        wanted = [*dict.fromkeys(names)]
        sizes = dict(_sizes(self.git("cat-file", "--batch-check", given=_lines(wanted))))
        small = [name for name in wanted if sizes.get(name, LIMIT + 1) <= LIMIT]
        found = dict(_contents(self.git("cat-file", "--batch", given=_lines(small))))
        return found | {name: bytes(LIMIT + 1) for name, size in sizes.items() if size > LIMIT}


def is_nothing(name: str) -> bool:
    """Whether an object's name is all zeros, which in a push stands for none."""
    return bool(_NOTHING.fullmatch(name))


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    command = ["git", "-C", str(folder), *arguments]
    plain = {**os.environ, "LC_ALL": "C"}
    try:
        done = subprocess.run(command, input=given, env=plain, capture_output=True, check=False)  # noqa: S603 (no shell)
    except FileNotFoundError as error:
        raise Unreadable(str(folder), None, "git is not on the PATH; install it") from error
    if done.returncode:
        why = " ".join(os.fsdecode(done.stderr).split()) or f"exit status {done.returncode}"
        raise Unreadable(str(folder), None, f"git {arguments[0]} failed: {why}")
    return done.stdout


def _line(out: bytes) -> str:
    """A printed path or name; it may itself end in a line end."""
    return os.fsdecode(out.removesuffix(b"\n"))


def _lines(names: Sequence[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode()


def _names(out: bytes) -> Iterator[str]:
    return (os.fsdecode(name) for name in out.split(b"\0") if name)


def _entries(out: bytes) -> Iterator[tuple[str, str]]:
    """The rows of ls-files (mode, blob, stage) and ls-tree (mode, type, blob), each with its path behind a tab."""
    for row in _names(out):
        about, _, path = row.partition("\t")
        mode, *rest = about.split(" ")
        if mode in _FILES:
            yield path, rest[1] if rest[0] == "blob" else rest[0]


def _sizes(out: bytes) -> Iterator[tuple[str, int]]:
    for row in out.decode().splitlines():
        name, kind, *size = row.split(" ")
        if kind == "blob":
            yield name, int(size[0])


def _contents(out: bytes) -> Iterator[tuple[str, bytes]]:
    at = 0
    while at < len(out):
        end = out.index(b"\n", at)
        name, _, size = out[at:end].decode().split(" ")
        yield name, out[end + 1 : end + 1 + int(size)]
        at = end + 2 + int(size)
