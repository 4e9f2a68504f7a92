"""The user's cache folder: what was worked out once, as plain data, under the digest of what it was made of."""

from __future__ import annotations

import contextlib
from zlib import crc32

from toolkit.files.errors import FileProblem
from toolkit.settings.places import user_folder

_SUM = 12
_KEPT = 8
"""So many entries of a kind are kept, the newest."""


def recall(kind: str, digest: str) -> bytes | None:
    """What is kept under a digest, or None; a file that was cut short or changed is none."""
    place = user_folder("cache")
    if not place:
        return None
    try:
        data = (place / f"{kind}-{digest}").read_bytes()
    except OSError:
        return None
    body = data[_SUM:]
    return body if data[:_SUM] == _sum(body) else None


def keep(kind: str, digest: str, body: bytes) -> None:
    """Keep data under a digest, and only the newest few of its kind; where nothing can be written, nothing is."""
    from toolkit.files.text import write_atomic  # noqa: PLC0415 (a recall needs no writing)

    place = user_folder("cache")
    if not place:
        return
    with contextlib.suppress(OSError, FileProblem):
        place.mkdir(parents=True, exist_ok=True)
        write_atomic(place / f"{kind}-{digest}", _sum(body) + body)
        entries = sorted(place.glob(f"{kind}-*"), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in entries[_KEPT:]:
            old.unlink()


def _sum(body: bytes) -> bytes:
    """What tells a whole body from one that was cut short or has lost bits: its length and CRC-32."""
    return len(body).to_bytes(8, "little") + crc32(body).to_bytes(4, "little")


def digest_of(*parts: bytes) -> str:
    """A digest of bytes, told apart also by where each part ends (BLAKE2b, RFC 7693)."""
    try:
        from _blake2 import blake2b  # noqa: PLC0415 (hashlib loads OpenSSL, a fortieth of the time that a start takes)
    except ImportError:
        from hashlib import blake2b  # noqa: PLC0415 (where Python keeps it elsewhere)
    sizes = ",".join(str(len(part)) for part in parts)
    hashed = blake2b(sizes.encode(), digest_size=20)
    for part in parts:
        hashed.update(part)
    return hashed.hexdigest()
