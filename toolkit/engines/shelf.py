"""The user's model folder: one folder a model, under the name it was installed by."""

from __future__ import annotations

import re
from pathlib import Path

from toolkit.engines.card import FILE, Card, card
from toolkit.engines.catalogue import FIRST, offer
from toolkit.engines.package import open_package
from toolkit.engines.problem import ModelProblem
from toolkit.settings.places import user_folder

ARGOS = "package.argosmodel"
"""An Argos package stays the zip it came as, under this name."""
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,60}")


def folder() -> Path:
    """Where models are kept, below the user's data. Raises ModelProblem for a user without a home."""
    if not (data := user_folder("data")):
        raise ModelProblem("models", "there is no home folder to keep them in; set XDG_DATA_HOME")
    return data / "models"


def named(name: str) -> str:
    """A name that a folder may have. Raises ModelProblem.

    >>> named("OPUS zh-en")
    'opus-zh-en'
    """
    plain = re.sub(r"[\s/\\]+", "-", name.strip().lower())
    if not _NAME.fullmatch(plain):
        raise ModelProblem(name, "is no name for a model; give --name with letters, digits, hyphens")
    return plain


def installed() -> tuple[Path, ...]:
    """The folders of all installed models, by name."""
    place = folder()
    return tuple(sorted(each for each in place.iterdir() if _is_model(each))) if place.is_dir() else ()


def find(name: str) -> Path:
    """The model a user means by a name, a folder or a zip; by nothing, the only one installed. Raises ModelProblem."""
    here = Path(name)
    if not name:
        return _only()
    if _is_model(folder() / name) and here.name == name:
        return content(folder() / name)
    if here.exists():
        return content(here)
    cure = f"run: copydesk model install {name}" if offer(name) else "to see which there are, run: copydesk model list"
    raise ModelProblem(name, f"is not installed; {cure}")


def card_of(path: Path) -> Card:
    """The card of a model, whose own metadata fill its gaps. Raises ModelProblem."""
    home = path.parent if path.name == ARGOS else path
    name = home.stem if home.is_file() else home.name
    data = open_package(home).object(FILE) if home.is_dir() else {}
    return card(data, name)


def _only() -> Path:
    found = installed()
    if not found:
        raise ModelProblem("translation", f"no model is installed; run: copydesk model install {FIRST}")
    if len(found) > 1:
        names = ", ".join(path.name for path in found)
        raise ModelProblem(
            "translation", f"several models are installed ({names}); say which with --model or `model = …`"
        )
    return content(found[0])


def content(path: Path) -> Path:
    """What is loaded of a model's folder: the folder, or the Argos zip in it."""
    return path / ARGOS if (path / ARGOS).is_file() else path


def _is_model(path: Path) -> bool:
    return path.is_dir() and not path.name.startswith(".")
