"""Hooks of git: ours put before what is there, and taken away again."""

from __future__ import annotations

import hashlib
import os
import shlex
import tempfile
from collections.abc import Sequence
from pathlib import Path

from toolkit.files.errors import Unwritable, cause
from toolkit.files.git import Repository

HOOKS = ("pre-commit", "pre-push")
KEPT = ".before-copydesk"
"""The ending that a hook gets which was there before ours; ours calls it first, and `uninstall` gives it its name back."""

_HEAD = b"#!/bin/sh\n# copydesk hook "
_BODY = """
# `copydesk hook uninstall` takes this file away; a hook that was here before it is kept beside it and runs first.
before="$0{kept}"
copydesk_hook() {{
    if [ -x {program} ]; then
        {command} hook run {name} "$@"
    elif command -v copydesk >/dev/null; then
        copydesk hook run {name} "$@"
    else
        echo "copydesk is gone from this machine: install it, or take away the hook $0" >&2
        return 1
    fi
}}
{run}
"""
_RUN = """[ ! -x "$before" ] || "$before" "$@" || exit
copydesk_hook "$@\""""
_RUN_WITH_REFS = """refs=$(cat; echo .)
[ ! -x "$before" ] || printf %s "${refs%.}" | "$before" "$@" || exit
printf %s "${refs%.}" | copydesk_hook "$@\""""


def script(name: str, command: Sequence[str]) -> bytes:
    """The hook `name` in POSIX sh: what was there before, then `command` (a program and its arguments) `hook run`.

    It carries a sum of its own text, so that one which somebody changed is told from ours.
    """
    body = _BODY.format(
        kept=KEPT,
        program=shlex.quote(command[0]),
        command=shlex.join(command),
        name=name,
        run=_RUN_WITH_REFS if name == "pre-push" else _RUN,
    ).encode("utf-8", "surrogateescape")
    return _HEAD + _sum(body) + body


def folder(repository: Repository) -> Path:
    """The folder of the repository's hooks: shared by its work trees, or where `core.hooksPath` says.

    Raises Unwritable where that is the folder of all of a user's repositories, or of a tool that writes it anew.
    """
    found = repository.top / os.fsdecode(repository.git("rev-parse", "--git-path", "hooks").removesuffix(b"\n"))
    scope = (repository.asked("config", "--show-scope", "--get", "core.hooksPath") or "").partition("\t")[0]
    if scope in ("global", "system"):
        cure = "set core.hooksPath for this repository alone, or call `copydesk hook run` from the hook there"
        raise Unwritable(str(found), None, f"holds the hooks of all your repositories ({scope} core.hooksPath); {cure}")
    if (found.parent.name, found.name) == (".husky", "_"):
        raise Unwritable(str(found), None, "is husky's own; write `copydesk hook run` into .husky/pre-commit instead")
    return found


def install(hook: Path, text: bytes) -> bool:
    """Put the hook `text` at `hook`, and keep what is there under another name; False where it is there already.

    Raises Unwritable, with all as it was.
    """
    kept = _kept(hook)
    try:
        ours = is_ours(hook)
        if ours and hook.read_bytes() == text:
            return False
        if not ours and os.path.lexists(hook) and os.path.lexists(kept):
            raise Unwritable(str(kept), None, "is there already, from an installation before; put it back, or away")
        hook.parent.mkdir(parents=True, exist_ok=True)
        _put(hook, text, None if ours else kept)
    except OSError as error:
        raise Unwritable(str(hook), None, f"cannot be written: {cause(error)}") from error
    return True


def uninstall(hook: Path) -> bool:
    """Take our hook away and put back what it was put before; False where there is none of ours.

    Raises Unwritable where somebody changed it, or put another in its place.
    """
    kept = _kept(hook)
    try:
        if is_ours(hook):
            kept.replace(hook) if os.path.lexists(kept) else hook.unlink()
            return True
    except OSError as error:
        raise Unwritable(str(hook), None, f"cannot be taken away: {cause(error)}") from error
    if os.path.lexists(kept) or _is_marked(hook):
        message = f"was changed since it was installed; take it away yourself, and rename {kept.name} if it is there"
        raise Unwritable(str(hook), None, message)
    return False


def is_ours(hook: Path) -> bool:
    """Whether a hook is one that `script` wrote, and nobody changed. Raises OSError."""
    if not _is_marked(hook):
        return False
    told, line_end, body = hook.read_bytes().removeprefix(_HEAD).partition(b"\n")
    return told == _sum(line_end + body)


def _is_marked(hook: Path) -> bool:
    return hook.is_file() and not hook.is_symlink() and hook.read_bytes().startswith(_HEAD)


def _put(hook: Path, text: bytes, kept: Path | None) -> None:
    """Write the hook whole beside its place, then let it and what is there change places."""
    handle, name = tempfile.mkstemp(prefix=".copydesk-", dir=hook.parent)
    moved = False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text)
        Path(name).chmod(0o755)
        if kept and os.path.lexists(hook):
            hook.rename(kept)
            moved = True
        Path(name).replace(hook)
    except OSError:
        Path(name).unlink(missing_ok=True)
        if kept and moved:
            kept.rename(hook)
        raise


def _kept(hook: Path) -> Path:
    return hook.with_name(hook.name + KEPT)


def _sum(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=8).hexdigest().encode()
