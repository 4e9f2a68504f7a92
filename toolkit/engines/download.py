"""A file from the network: in one go or several, never larger than was said, and only if it is the right one."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from toolkit.engines.problem import ModelProblem

LIMIT = 20_000_000_000
CHUNK = 1 << 18
PATIENCE = 30
"""Seconds that a server may be silent."""
Progress = Callable[[int, int], None]
"""Is told how many bytes are here, and of how many (0: not known)."""


def download(url: str, target: Path, digest: str = "", limit: int = LIMIT, progress: Progress | None = None) -> str:
    """Fetch `url` into `target`, and return the SHA-256 of it.

    What came before a connection broke stays beside it as `.part`, and the next call goes on from there, if the server
    still has the same file. Raises ModelProblem: nothing called `target` is there then.
    """
    if not url.startswith(("http://", "https://")):
        raise ModelProblem(url, "is no address that begins with https:// or http://")
    part, tag = target.with_name(f"{target.name}.part"), target.with_name(f"{target.name}.tag")
    try:
        total = _fetched(url, part, tag, limit, progress)
    except (urllib.error.URLError, http.client.HTTPException, OSError) as error:
        raise ModelProblem(url, f"cannot be fetched ({_why(error)}); {_again(part)}") from error
    here = part.stat().st_size
    if here < total:
        raise ModelProblem(url, f"the connection broke after {here:,} of {total:,} bytes; {_again(part)}")
    found = _digest(part)
    if digest and found != digest.lower():
        part.unlink()
        raise ModelProblem(
            url, f"is not the file that was expected: SHA-256 {found}, not {digest.lower()}; it was thrown away"
        )
    tag.unlink(missing_ok=True)
    part.replace(target)
    return found


def _fetched(url: str, part: Path, tag: Path, limit: int, progress: Progress | None) -> int:
    """Fetch what is missing of `part`; how large the whole is, as the server says or as it turned out."""
    here = part.stat().st_size if part.exists() and tag.exists() else 0
    headers = {"User-Agent": "copydesk", "Accept-Encoding": "identity"}
    if here:
        headers |= {"Range": f"bytes={here}-", "If-Range": tag.read_text("utf-8")}
    try:
        answer = urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=PATIENCE)  # noqa: S310 (the scheme was looked at)
    except urllib.error.HTTPError as error:
        if error.code != http.client.REQUESTED_RANGE_NOT_SATISFIABLE:
            raise
        tag.unlink(missing_ok=True)
        return _fetched(url, part, tag, limit, progress)
    with answer:
        here = here if answer.status == http.client.PARTIAL_CONTENT else 0
        total = here + int(answer.headers.get("Content-Length") or 0)
        _within(url, total, limit)
        _note(tag, answer.headers.get("ETag") or answer.headers.get("Last-Modified") or "")
        with part.open("ab" if here else "wb") as file:
            return max(total, _copied(url, answer, file, here, total, limit, progress))


def _copied(  # noqa: PLR0913, PLR0917 (a loop's state)
    url: str, answer: BinaryIO, file: BinaryIO, here: int, total: int, limit: int, progress: Progress | None
) -> int:
    while chunk := answer.read(CHUNK):
        here += len(chunk)
        _within(url, here, limit)
        file.write(chunk)
        if progress:
            progress(here, total)
    return here


def _within(url: str, size: int, limit: int) -> None:
    if size > limit:
        raise ModelProblem(url, f"is over {limit:,} bytes; raise --limit if that is what you want")


def _note(tag: Path, told: str) -> None:
    """What tells this file from another under the same address; a weak or missing tag tells nothing."""
    if told and not told.startswith("W/"):
        tag.write_text(told, "utf-8")
    else:
        tag.unlink(missing_ok=True)


def _digest(path: Path) -> str:
    hashed = sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            hashed.update(chunk)
    return hashed.hexdigest()


def _why(error: Exception) -> str:
    if isinstance(error, urllib.error.HTTPError):
        return f"the server says {error.code} {error.reason}"
    reason = getattr(error, "reason", None) or error
    return " ".join(str(getattr(reason, "strerror", None) or reason or type(error).__name__).split()).lower()


def _again(part: Path) -> str:
    return "run the same command again to go on" if part.exists() else "check the address and the connection"
