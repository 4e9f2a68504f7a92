"""Every flavour of table by name, and which one a table is."""

from __future__ import annotations

from toolkit.files.errors import Unreadable
from toolkit.files.termbases.deepl import DEEPL
from toolkit.files.termbases.google import GOOGLE
from toolkit.files.termbases.memoq import MEMOQ
from toolkit.files.termbases.microsoft import MICROSOFT
from toolkit.files.termbases.native import NATIVE
from toolkit.files.termbases.omegat import OMEGAT
from toolkit.files.termbases.tables import Flavour, Table
from toolkit.files.termbases.trados import TRADOS
from toolkit.files.termbases.weblate import WEBLATE

FLAVOURS: dict[str, Flavour] = {
    "native": NATIVE,
    "deepl": DEEPL,
    "google": GOOGLE,
    "memoq": MEMOQ,
    "microsoft": MICROSOFT,
    "omegat": OMEGAT,
    "trados": TRADOS,
    "weblate": WEBLATE,
}


def guess(table: Table) -> str:
    """The one flavour that the table, which has rows, looks like. Raises Unreadable that names the choices."""
    fitting = [name for name, flavour in FLAVOURS.items() if flavour.fits(table)]
    if len(fitting) == 1 or "native" in fitting:
        return fitting[0]
    choices = fitting or (["deepl", "google", "microsoft", "omegat"] if len(table.header) < 4 else [*FLAVOURS])
    message = f"does not tell which tool it is from; say --flavour {' or --flavour '.join(choices)}"
    raise Unreadable(table.name, None, message)
