"""The models that a desk can have by name, with what is known of each and where that was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """A model that others publish: its licence, its published score and who says so, how it is had.

    `download` is its size in bytes (0: several files). Without a `url` it has to be converted first; `how` says so.
    A `sha256` is there only where its publisher gives one.
    """

    name: str
    family: str
    licence: str
    commercial: bool
    download: int
    score: str
    source: str
    url: str = ""
    sha256: str = ""
    how: str = ""


_READ = "as the project read it on 2026-11-22"
_CONVERT = (
    "convert it where PyTorch is at hand (ct2-transformers-converter --model {}), then: copydesk model install FOLDER"
)

OFFERS = (
    Offer(
        "opus-zh-en",
        "Marian",
        "CC-BY-4.0",
        commercial=True,
        download=288_654_138,
        score="BLEU 21.6 on newstest2019; 36.1 on Tatoeba-test zho-eng",
        source=f"newstest2019 {_READ}; Tatoeba from the model's own card, Helsinki-NLP",
        url="https://object.pouta.csc.fi/Tatoeba-MT-models/zho-eng/opus-2020-07-17.zip",
    ),
    Offer(
        "argos-zh-en",
        "Argos",
        "CC-BY-4.0",
        commercial=True,
        download=100_000_000,
        score="none published",
        source="size is about that; licence from the package's README, made from OPUS-MT",
        url="https://data.argosopentech.com/argospm/v1/translate-zh_en-1_9.argosmodel",
    ),
    Offer(
        "m2m100-1.2b",
        "M2M100",
        "MIT",
        commercial=True,
        download=0,
        score="BLEU 27.2 on newstest2019",
        source=_READ,
        how=_CONVERT.format("facebook/m2m100_1.2B", "sentencepiece.bpe.model"),
    ),
    Offer(
        "madlad-3b",
        "MADLAD",
        "Apache-2.0",
        commercial=True,
        download=0,
        score="BLEU 25.5, chrF++ 57.7 on the documents of WMT25 terminology, without terms",
        source=f"WMT25 terminology shared task, {_READ}",
        how=_CONVERT.format("google/madlad400-3b-mt", "spiece.model"),
    ),
    Offer(
        "nllb-600m",
        "NLLB",
        "CC-BY-NC-4.0",
        commercial=False,
        download=0,
        score="BLEU 25.2, chrF++ 59.8 on the documents of WMT25 terminology, without terms (an NLLB of unnamed size)",
        source=f"WMT25 terminology shared task, {_READ}",
        how=_CONVERT.format("facebook/nllb-200-distilled-600M", "sentencepiece.bpe.model"),
    ),
)
FIRST = OFFERS[0].name
"""The one to begin with."""


def offer(name: str) -> Offer | None:
    """The model of that name, or None."""
    return next((each for each in OFFERS if each.name == name), None)
