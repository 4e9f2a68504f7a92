"""Where a user's own files lie, by the system's custom: what is kept for the user, and what can be worked out again."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_UNIX = {"data": (".local", "share"), "cache": (".cache",)}
_MAC = {"data": "Application Support", "cache": "Caches"}


def user_folder(kind: str) -> Path | None:
    """The user's copydesk folder for `data` or `cache`: below XDG_DATA_HOME or XDG_CACHE_HOME, else in the system's own place.

    None for a user without a home. Source: the XDG Base Directory Specification, which holds a relative path for none.
    """
    named = Path(os.environ.get(f"XDG_{kind.upper()}_HOME", ""))
    if named.is_absolute():
        return named / "copydesk"
    try:
        match sys.platform:
            case "win32":
                root = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
            case "darwin":
                root = Path.home() / "Library" / _MAC[kind]
            case _:
                root = Path.home().joinpath(*_UNIX[kind])
    except RuntimeError:
        return None
    return root / "copydesk"
