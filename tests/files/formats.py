"""The generator of bilingual files, which lies with the benchmarks, for the tests."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "corpora" / "bench"))

import formats as generator
import fuzz_formats as fuzz

__all__ = ["fuzz", "generator"]
