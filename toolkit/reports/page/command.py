"""The command that accepts a finding, safe to paste."""

from __future__ import annotations

import shlex

_PIPED = "<stdin>"


def acceptance(path: str, fingerprint: str) -> str:
    r"""The command that records a finding of the file at `path` as accepted; empty for what came through a pipe.

    >>> acceptance("news/a b.en.txt", "0123456789abcdef")
    "copydesk baseline add --fingerprint 0123456789abcdef 'news/a b.en.txt'"
    """
    return f"copydesk baseline add --fingerprint {fingerprint} {quoted(path)}" if path != _PIPED else ""


def quoted(path: str) -> str:
    r"""A path as one word of a POSIX shell, never an option; what would steer the terminal it is pasted into is spelled out.

    >>> print(quoted("a'b.txt"), quoted("-v.txt"), quoted("a\n\x1b[201~b.txt"))
    'a'"'"'b.txt' ./-v.txt $'a\n\x1b[201~b.txt'
    """
    anchored = f"./{path}" if path.startswith("-") else path
    if anchored.isprintable():
        return shlex.quote(anchored)
    return "$'" + "".join(map(_spelled, anchored)) + "'"


def _spelled(char: str) -> str:
    if char in "'\\":
        return f"\\{char}"
    if char.isprintable():
        return char
    raw = char.encode("utf-8", "surrogateescape" if "\udc80" <= char <= "\udcff" else "surrogatepass")
    return {"\n": r"\n", "\t": r"\t"}.get(char) or "".join(f"\\x{byte:02x}" for byte in raw)
