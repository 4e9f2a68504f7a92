"""What went wrong with a file, said in one line."""

from __future__ import annotations


class FileProblem(Exception):  # noqa: N818 (what a desk calls it; Unreadable is the name that callers know)
    """A file that cannot be used: `path` as the user named it, the 1-based `line` where it is known, and the message.

    The message says what is wrong and what to do about it, in one line.

    >>> str(Unreadable("a.txt", 3, "is empty; write something in it"))
    'a.txt:3: is empty; write something in it'
    """

    def __init__(self, path: str, line: int | None, message: str) -> None:
        """Keep the three parts apart, and join them for a reader."""
        self.path = path
        self.message = message
        self.line = line
        super().__init__(f"{path}:{line}: {message}" if line else f"{path}: {message}")


class Unreadable(FileProblem):
    """A file that cannot be read."""


class Unwritable(FileProblem):
    """A file that cannot be written; it still stands as it was."""


def cause(error: OSError) -> str:
    """The operating system's complaint in lower case and without its number."""
    return (error.strerror or str(error) or type(error).__name__).lower()
