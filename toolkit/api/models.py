"""Translation models: which there are, had and looked at, and the one that the settings name, ready to translate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from toolkit.engines import shelf
from toolkit.engines.card import Card
from toolkit.engines.catalogue import OFFERS, Offer
from toolkit.engines.families import recognise
from toolkit.engines.hardware import Running
from toolkit.engines.install import Wish, install
from toolkit.engines.loading import load
from toolkit.engines.package import open_package
from toolkit.engines.probe import Probe, probe
from toolkit.engines.problem import ModelProblem
from toolkit.settings import Settings
from toolkit.translation import Translator

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Model:
    """A model at hand: its card, where it lies, its size in bytes, and what keeps it from being used, if anything does."""

    card: Card
    path: Path
    family: str
    size: int
    problem: str = ""


def models() -> tuple[tuple[Model, ...], tuple[Offer, ...]]:
    """What is installed, broken ones too, and what the catalogue offers. Raises ModelProblem for a user without a home."""
    return tuple(map(_described, shelf.installed())), OFFERS


def model_info(name: str) -> Model:
    """A model by its name, folder or zip. Raises ModelProblem."""
    return _described(shelf.find(name))


def install_model(wish: Wish, progress: Progress | None = None) -> Model:
    """Install a model; progress counts bytes. Raises ModelProblem, with nothing installed."""
    return _described(shelf.find(install(wish, progress).name))


def probe_model(name: str, running: Running | None = None) -> Probe:
    """Load a model and try it on a few sentences. Raises ModelProblem."""
    return probe(shelf.find(name), running)


def translator(settings: Settings, name: str = "", progress: Progress | None = None) -> Translator:
    """The model `name`, or the one that the settings name, or the only one installed; loaded as the settings say.

    Progress counts sentences. Raises ModelProblem.
    """
    return load(shelf.find(name or settings.model.value), running(settings), progress)


def running(settings: Settings) -> Running:
    """How the settings want a model run."""
    return Running(settings.threads.value, settings.compute_type.value, settings.beam.value)


def _described(path: Path) -> Model:
    card = Card(path.name)
    try:
        card = shelf.card_of(path)
        package = open_package(shelf.content(path))
        return Model(card, path, recognise(package).name, package.size())
    except ModelProblem as problem:
        return Model(card, path, "", 0, problem.message)


def of_model(model: Model) -> dict[str, object]:
    """What is told of an installed model."""
    card = model.card
    return {
        "name": card.name,
        "problem": model.problem,
        "family": model.family or card.family,
        "licence": card.licence or "unknown",
        "commercial use": _allowed(card.commercial),
        "size": _megabytes(model.size),
        "score": card.score,
        "attention aligns": card.guided_alignment,
        "takes up told terms": bool(card.inline_terms),
        "origin": card.origin,
        "sha256": card.sha256,
        "folder": str(model.path),
    }


def of_offer(offer: Offer) -> dict[str, object]:
    """What is told of a model of the catalogue."""
    return {
        "name": offer.name,
        "family": offer.family,
        "licence": offer.licence,
        "commercial use": _allowed(offer.commercial),
        "download": _megabytes(offer.download) if offer.download else "",
        "score": offer.score,
        "figures": offer.source,
        "how": offer.how or f"copydesk model install {offer.name}",
    }


def of_probe(told: Probe) -> dict[str, object]:
    """What a look at a model told."""
    vouched = "its card vouches for it" if told.guided else "its card does not vouch for it, so it is not used"
    return {
        "name": told.name,
        "family": told.family,
        "loaded in": f"{told.loading:.2f} s",
        "speed": f"{told.characters / told.translating:,.0f} characters of Chinese a second",
        "peak memory": _megabytes(told.memory) if told.memory else "",
        "copies Latin words": f"{told.copied} of {told.latin}",
        "attention aligns": f"{told.aligned} of {told.anchors} words; {vouched}",
        "takes up told terms": f"{told.heeded} of {told.told}" if told.told else "it was not trained for it",
        "stopped for length": told.cut,
        "translations": [list(pair) for pair in told.translations],
    }


def _allowed(commercial: bool | None) -> str:  # noqa: FBT001 (a fact, not a switch)
    return {True: "allowed", False: "FORBIDDEN", None: "nobody said"}[commercial]


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"
