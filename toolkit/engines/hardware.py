"""How a model is run on this machine."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass

MOST_THREADS = 8
"""Beyond that a sentence's translation gets no faster, and the desk's other work slower."""


@dataclass(frozen=True, slots=True)
class Running:
    """How to run a model: 0 threads and `auto` leave the choice to the machine; `batch` counts source pieces."""

    threads: int = 0
    compute_type: str = "auto"
    beam: int = 4
    batch: int = 1024


SMALL = 10_000_000
"""Bytes of a model whose sums are too small to share: two threads took the 3 MB fixture 1.9 s where one took 1.3 s."""


def threads(asked: int, size: int) -> int:
    """So many threads as were asked for, or as this process may use processors; one for a model of few bytes.

    >>> threads(0, 3_000_000), threads(4, 3_000_000)
    (1, 4)
    """
    if asked or size < SMALL:
        return asked or 1
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(usable, MOST_THREADS))


def compute_type(asked: str, supported: Collection[str]) -> str:
    """The arithmetic asked for, or 8-bit where the processor has it: a quarter of the memory, and the fastest.

    >>> compute_type("auto", {"int8", "float32"}), compute_type("auto", {"float32"}), compute_type("int16", {"int16"})
    ('int8', 'default', 'int16')
    """
    if asked != "auto":
        return asked
    return "int8" if "int8" in supported else "default"
