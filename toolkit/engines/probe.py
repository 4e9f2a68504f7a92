"""A look at a model at work: what it makes of a few sentences of ours, how fast, in how much memory."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.core import Span
from toolkit.engines.decoding import Progress
from toolkit.engines.engine import Engine
from toolkit.engines.hardware import Running
from toolkit.engines.loading import load
from toolkit.translation import Request, Told

SENTENCES = (
    "中国外交部发言人毛宁星期二主持例行记者会。",
    "美国商务部把三家中国企业列入实体清单。",
    "阿斯麦（ASML）股价星期一下跌1.8%。",
    "HBM由多层DRAM堆叠而成。",
    "三名知情人士说，荷兰政府正在考虑限制光刻机的维修。台积电拒绝置评。",
    "公司预计今年营收将达到260亿美元，与去年大致持平。",
)
_LATIN = re.compile(r"[A-Za-z]{2,}")
ANCHORS = (
    (
        "台积电计划在日本建设芯片工厂。",
        "TSMC plans to build a chip plant in Japan.",
        "台积电=TSMC 日本=Japan 工厂=plant",
    ),
    ("毛宁说，中方反对关税。", "Mao Ning said China opposes the tariffs.", "毛宁=Mao 关税=tariffs 反对=opposes"),
    ("美国扩大了出口管制。", "The US widened its export controls.", "美国=US 扩大=widened 出口=export"),
    (
        "英伟达股价星期三上涨3%。",
        "Nvidia shares rose 3 per cent on Wednesday.",
        "英伟达=Nvidia 上涨=rose 星期三=Wednesday",
    ),
)
"""Pairs with words that render each other, to see whether the attention finds them."""
TOLD = (
    ("台积电计划在日本建设芯片工厂。", "台积电", "Formosa Foundry"),
    ("毛宁说，中方反对关税。", "关税", "import levies"),
    ("英伟达股价星期三上涨3%。", "英伟达", "Enweida"),
    ("荷兰政府正在考虑限制光刻机的维修。", "光刻机", "wafer scanners"),
)
"""Sentences with a term that no model would render so by itself, to see whether it takes up what it is told."""


@dataclass(frozen=True, slots=True)
class Probe:
    """What a look at a model told.

    `seconds` to load it and to translate `characters` of Chinese; `memory` is the peak of this process in bytes (None where
    the system does not tell); `copied` of `latin` words of the source came through; `aligned` of `anchors` words had most
    attention where they belong, and `guided` says whether its card vouches for that. `heeded` of `told` terms were taken up; no
    term is told to a model that was not trained for it.
    """

    name: str
    family: str
    translations: tuple[tuple[str, str], ...]
    loading: float
    translating: float
    characters: int
    memory: int | None
    copied: int
    latin: int
    aligned: int
    anchors: int
    guided: bool
    heeded: int
    told: int
    cut: int


def probe(path: Path, running: Running | None = None, progress: Progress | None = None) -> Probe:
    """Load a model and try it. Raises ModelProblem."""
    begun = time.perf_counter()
    engine = load(path, running, progress)
    loaded = time.perf_counter()
    found = [group[0] for group in engine.translate([Request(sentence) for sentence in SENTENCES])]
    done = time.perf_counter()
    texts = tuple(one.text for one in found)
    copied, latin = copies(SENTENCES, texts)
    aligned = sum(_anchored(engine, *pair) for pair in ANCHORS)
    told = TOLD if engine.telling.marks else ()
    return Probe(
        engine.name,
        engine.family.name,
        tuple(zip(SENTENCES, texts, strict=True)),
        loaded - begun,
        done - loaded,
        sum(map(len, SENTENCES)),
        peak_memory(),
        copied,
        latin,
        aligned,
        sum(len(words.split()) for *_, words in ANCHORS),
        engine.guided,
        _heeded(engine, told),
        len(told),
        sum(one.cut for one in found),
    )


def copies(sources: Sequence[str], texts: Sequence[str]) -> tuple[int, int]:
    """How many Latin words of the sources are in their translations, and how many there are.

    >>> copies(["HBM由多层DRAM堆叠而成。"], ["HBM consists of layers of memory."])
    (1, 2)
    """
    pairs = [(word, text) for source, text in zip(sources, texts, strict=True) for word in _LATIN.findall(source)]
    return sum(word in text for word, text in pairs), len(pairs)


def peak_memory() -> int | None:
    """The most memory that this process has held, in bytes; None on Windows."""
    if sys.platform == "win32":
        return None
    import resource  # noqa: PLC0415 (not everywhere)

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _heeded(engine: Engine, told: Sequence[tuple[str, str, str]]) -> int:
    """How many terms a model says as it is told."""
    spans = [Span(zh.index(term), zh.index(term) + len(term)) for zh, term, _ in told]
    requests = [Request(zh, told=(Told(span, form),)) for (zh, _, form), span in zip(told, spans, strict=True)]
    found = engine.translate(requests)
    return sum(form in said[0].text for (_, _, form), said in zip(told, found, strict=True))


def _anchored(engine: Engine, zh: str, en: str, words: str) -> int:
    """How many of the words look most where they should."""
    (links,) = engine.attended([(zh, en)])
    right = 0
    for chinese, english in (word.split("=") for word in words.split()):
        here = [link for link in links if en[link.target.start : link.target.end] == english]
        best = max(here, key=lambda link: link.weight, default=None)
        at = zh.index(chinese)
        right += best is not None and best.source.start < at + len(chinese) and at < best.source.end
    return right
