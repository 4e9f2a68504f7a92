"""What a report may know besides the findings."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Look(NamedTuple):
    """How a report is to look.

    `colour` asks the text report for ANSI colours, `explain` for what the rule of each finding rests on, `width` is the
    columns its lines may take. `manuals` (by rule name) serve `explain` and SARIF; `version` and `problems` (a line for
    each thing that could not be read) go into SARIF.
    """

    colour: bool = False
    width: int = 100
    explain: bool = False
    manuals: Mapping[str, str] = MappingProxyType({})
    version: str = ""
    problems: tuple[str, ...] = ()
