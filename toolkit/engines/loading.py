"""From the files of a model to an engine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.engines.decoding import Progress
from toolkit.engines.engine import Engine
from toolkit.engines.families import Family, recognise
from toolkit.engines.hardware import Running, compute_type, threads
from toolkit.engines.package import Package, open_package
from toolkit.engines.pieces import tokenizers
from toolkit.engines.problem import ModelProblem

if TYPE_CHECKING:
    from ctranslate2 import Translator

LARGEST = 20_000_000_000
"""Bytes of weights that are read into memory out of an archive."""


def load(path: Path, running: Running | None = None, progress: Progress | None = None) -> Engine:
    """The model in a folder or an Argos zip, ready to translate. Raises ModelProblem."""
    running = running or Running()
    package = open_package(path)
    family = recognise(package)
    source, target = tokenizers(package, family)
    model = _model(package, family, running)
    told = package.object("card.json")
    guided, name = told.get("guided_alignment") is True, str(told.get("name") or package.name)
    return Engine(name, family, source, target, model, running, guided, progress)


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
