"""What the tests of the command line share: small articles, and what comes of a run."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Done(NamedTuple):
    status: int
    out: str
    err: str


Copydesk = Callable[..., Done]

CLEAN = "The plan was approved by the board.\n\nShares of the bank rose on Tuesday.\n"
FAULTY = "The plan was approved (at last) .\n\nShares of the the bank rose on Tuesday.\n"
CHINESE = "董事会批准了该计划。\n\n该银行股价周二上涨。\n"
