"""Which kind of model it is, told from its files, and how each kind wants its text framed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from toolkit.engines.package import Package
from toolkit.engines.problem import ModelProblem

END = "</s>"


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of model: how its source begins and ends, and what its target begins with.

    `weights` is the folder of the CTranslate2 model inside the package.
    """

    name: str
    source_pieces: str
    target_pieces: str
    opening: tuple[str, ...] = ()
    closing: tuple[str, ...] = (END,)
    target_opening: tuple[str, ...] = ()
    weights: str = ""


def recognise(package: Package) -> Family:
    """The family of a package. Raises ModelProblem for one that is none we know, and says what is missing."""
    family = next((family for known in _KNOWN if (family := known(package))), None)
    if family is None:
        raise ModelProblem(package.name, f"is no model we know: {_wanting(package)}")
    if f"{family.weights}model.bin" not in package.names:
        raise ModelProblem(
            package.name, "has no model.bin; convert it with CTranslate2, or install its archive by copydesk"
        )
    return family


def _argos(package: Package) -> Family | None:
    told = package.object("metadata.json")
    if not told or "model/config.json" not in package.names:
        return None
    if (told.get("from_code"), told.get("to_code")) not in {("zh", "en"), ("zt", "en")}:
        raise ModelProblem(package.name, f"translates {told.get('from_code')} to {told.get('to_code')}, not zh to en")
    prefix = str(told.get("target_prefix") or "")
    pieces = "sentencepiece.model"
    return (
        Family("Argos", pieces, pieces, (), (), (prefix,) if prefix else (), "model/")
        if pieces in package.names
        else None
    )


def _marian(package: Package) -> Family | None:
    pieces = "source.spm", "target.spm"
    return Family("Marian", *pieces, closing=_closing(package)) if {*pieces} <= package.names else None


def _nllb(package: Package) -> Family | None:
    return _tagged(package, "NLLB", ("zho_Hans",), ("eng_Latn",))


def _m2m(package: Package) -> Family | None:
    return _tagged(package, "M2M100", ("__zh__",), ("__en__",))


def _t5(package: Package) -> Family | None:
    return _tagged(package, "MADLAD", ("<2en>",), ())


def _tagged(package: Package, name: str, opening: tuple[str, ...], target: tuple[str, ...]) -> Family | None:
    """A model of many languages: one tokenizer, and tags in its vocabulary that choose."""
    pieces = _single(package)
    known = bool(pieces) and "config.json" in package.names
    if not known or not {*opening} <= package.vocabulary("source") or not {*target} <= package.vocabulary("target"):
        return None
    return Family(name, pieces, pieces, opening, _closing(package), target)


_KNOWN: tuple[Callable[[Package], Family | None], ...] = (_argos, _marian, _nllb, _m2m, _t5)


def _single(package: Package) -> str:
    """The one SentencePiece model of a package, under whatever name; empty where there is none, or several."""
    known = ("sentencepiece.bpe.model", "sentencepiece.model", "spiece.model", "spm.model")
    named = [name for name in known if name in package.names]
    others = [name for name in package.names if name.endswith((".spm", ".model")) and "/" not in name]
    return named[0] if named else others[0] if len(others) == 1 else ""


def _closing(package: Package) -> tuple[str, ...]:
    """The end of the source, unless CTranslate2 adds it itself."""
    return () if package.object("config.json").get("add_source_eos") else (END,)


def _wanting(package: Package) -> str:
    if "config.json" not in package.names and "metadata.json" not in package.names:
        return "config.json is missing, which CTranslate2 writes"
    if not any(name.endswith((".spm", ".model")) for name in package.names):
        return (
            "a SentencePiece model is missing; copy source.spm and target.spm, or sentencepiece.model, beside model.bin"
        )
    return "its vocabulary has none of the tags zho_Hans, __zh__, <2en>, and source.spm with target.spm is missing"
