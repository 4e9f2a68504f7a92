"""From the files of a model to an engine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.engines.card import FILE, card
from toolkit.engines.decoding import Progress
from toolkit.engines.engine import Engine
from toolkit.engines.families import Family, recognise
from toolkit.engines.hardware import Running, compute_type, threads
from toolkit.engines.package import Package, open_package
from toolkit.engines.pieces import tokenizers
from toolkit.engines.problem import ModelProblem
from toolkit.engines.telling import Telling

if TYPE_CHECKING:
    from ctranslate2 import Translator

LARGEST = 20_000_000_000
"""Bytes of weights that are read into memory out of an archive."""


def load(path: Path, running: Running | None = None, progress: Progress | None = None) -> Engine:
    """The model in a folder or an Argos zip, ready to translate. Raises ModelProblem."""
    running = running or Running()
    package = open_package(path)
    family = recognise(package)
    data = package.object(FILE)
    told = card(data, str(data.get("name") or package.name))
    telling = Telling(*tokenizers(package, family), told.inline_terms)
    return Engine(
        told.name, family, telling, _model(package, family, running), running, told.guided_alignment, progress
    )


def _model(package: Package, family: Family, running: Running) -> Translator:
    import ctranslate2  # noqa: PLC0415 (a tenth of a second that only a model costs)

    supported = ctranslate2.get_supported_compute_types("cpu")
    how = {
        "compute_type": compute_type(running.compute_type, supported),
        "intra_threads": threads(running.threads, package.size()),
    }
    try:
        if package.folder:
            return ctranslate2.Translator(str(package.folder / family.weights), **how)
        return ctranslate2.Translator(package.name, files=_weights(package, family), **how)
    except (RuntimeError, ValueError, IndexError, MemoryError) as error:
        raise ModelProblem(package.name, f"cannot be loaded: {' '.join(str(error).split())}") from error


def _weights(package: Package, family: Family) -> dict[str, bytes]:
    """The files that CTranslate2 wants, in memory."""
    names = [name.removeprefix(family.weights) for name in package.names if name.startswith(family.weights)]
    return {name: package.read(family.weights + name, LARGEST) for name in names if "/" not in name}
