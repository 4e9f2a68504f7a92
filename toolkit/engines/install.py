"""A model put into the user's model folder: whole, recognised, with its card, or not at all."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from toolkit.engines import opus, shelf
from toolkit.engines.card import FILE, Card, card
from toolkit.engines.catalogue import Offer, offer
from toolkit.engines.download import LIMIT, Progress, download
from toolkit.engines.families import recognise
from toolkit.engines.package import Package, open_package
from toolkit.engines.problem import ModelProblem
from toolkit.engines.unpacking import unpack

_DOWNLOADS = ".downloads"
"""What was fetched, or is on its way, until the model is installed."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What to install: a name of the catalogue, an address, a folder or a zip; `replace` takes an older one's place."""

    what: str
    name: str = ""
    sha256: str = ""
    limit: int = LIMIT
    replace: bool = False


def install(wish: Wish, progress: Progress | None = None) -> Card:
    """Install a model, and return its card. Raises ModelProblem, with nothing installed."""
    offered = offer(wish.what)
    name = shelf.named(wish.name or (offered.name if offered else _stem(wish.what)))
    home = shelf.folder() / name
    if home.exists() and not wish.replace:
        raise ModelProblem(name, "is installed already; --replace puts this one in its place")
    try:
        home.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=home.parent) as place:
            source, digest = _fetched(wish, offered, progress)
            made = _made(wish, offered, name, source, digest, Path(place))
            _placed(Path(place) / "model", home)
        if source.parent.name == _DOWNLOADS:
            source.unlink()
    except OSError as error:
        raise ModelProblem(name, f"cannot be installed: {(error.strerror or str(error)).lower()}") from error
    return made


def _made(wish: Wish, offered: Offer | None, name: str, source: Path, digest: str, place: Path) -> Card:  # noqa: PLR0913, PLR0917 (all that is known)
    """The model of `source` in `place/model`, and its card."""
    known = Card(name, origin=offered.url if offered else wish.what, sha256=digest)
    if offered:
        known = replace(known, licence=offered.licence, commercial=offered.commercial, score=offered.score)
    package = open_package(source)
    told = card(package.object(FILE), name)
    known = replace(
        known,
        licence=known.licence or told.licence,
        commercial=told.commercial if known.commercial is None else known.commercial,
        guided_alignment=told.guided_alignment,
        inline_terms=told.inline_terms,
        score=known.score or told.score,
    )
    guided = _laid_out(source, package, place / "model", limit=wish.limit)
    family = recognise(open_package(shelf.content(place / "model")))
    known = replace(known, family=family.name, guided_alignment=known.guided_alignment or guided)
    (place / "model" / FILE).write_bytes(known.bytes())
    return known


def _fetched(wish: Wish, offered: Offer | None, progress: Progress | None) -> tuple[Path, str]:
    """A folder or an archive on this machine, and the digest of an archive; one fetched before need not come again."""
    if offered and not offered.url:
        raise ModelProblem(offered.name, f"is not published as one archive; {offered.how}")
    url = offered.url if offered else wish.what
    if "://" in url:
        kept = shelf.folder() / _DOWNLOADS / f"{sha256(url.encode()).hexdigest()[:8]}-{_file(url)}"
        kept.parent.mkdir(exist_ok=True)
        wanted = (wish.sha256 or (offered.sha256 if offered else "")).lower()
        if kept.exists() and wanted in {"", digest := _digest(kept)}:
            return kept, digest
        limit = min(wish.limit, offered.download * 3 // 2) if offered else wish.limit
        return kept, download(url, kept, wanted, limit, progress)
    path = Path(wish.what)
    if not path.exists():
        raise ModelProblem(
            wish.what, "is no model of the catalogue, no address, no folder and no zip; see copydesk model list"
        )
    digest = "" if path.is_dir() else _digest(path)
    if wish.sha256 and digest != wish.sha256.lower():
        raise ModelProblem(wish.what, f"is not the file that was expected: SHA-256 {digest or 'of a folder'}")
    return path, digest


def _laid_out(source: Path, package: Package, model: Path, limit: int) -> bool:
    """Put the files of a model into the folder `model`; whether the conversion found guided alignment."""
    if opus.CONFIG in package.names and "model.bin" not in package.names:
        unpacked = package.folder or _unpacked(source, model.parent / "unpacked", limit)
        return opus.convert(unpacked, model, package.name)
    if package.folder:
        shutil.copytree(package.folder, model, symlinks=False, ignore=shutil.ignore_patterns(".*"))
    elif "metadata.json" in package.names:
        model.mkdir()
        shutil.copyfile(source, model / shelf.ARGOS)
    else:
        _unpacked(source, model.parent / "unpacked", limit).rename(model)
    return False


def _unpacked(archive: Path, folder: Path, limit: int) -> Path:
    """The folder inside the archive that holds the model."""
    unpack(archive, folder, limit)
    return open_package(folder).folder or folder


def _placed(model: Path, home: Path) -> None:
    """The new folder takes the place of the old one, which is out of the way before it goes."""
    old = model.parent / "old"
    if home.exists():
        home.rename(old)
    try:
        model.rename(home)
    except OSError:
        if old.exists():
            old.rename(home)
        raise


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        hashed = sha256()
        while chunk := file.read(1 << 20):
            hashed.update(chunk)
    return hashed.hexdigest()


def _file(url: str) -> str:
    return url.split("?", maxsplit=1)[0].rstrip("/").rpartition("/")[2] or "model.zip"


def _stem(what: str) -> str:
    return Path(_file(what) if "://" in what else Path(what).resolve().name).stem
