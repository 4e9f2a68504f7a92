"""What a report may know besides the findings."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Look(NamedTuple):
    """How a report is to look.

    `colour` asks the text report for ANSI colours, `width` is the columns its lines may take; `manuals` (by rule name)
    and `version` tell the SARIF report about the rules and the tool.
    """

    colour: bool = False
    width: int = 100
    manuals: Mapping[str, str] = MappingProxyType({})
    version: str = ""
