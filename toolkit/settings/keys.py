"""Every key of the settings, a row each: reading, defaults, `copydesk settings` and docs/settings.md follow from it."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.settings.kinds import BOOLEAN, COUNT, FILE, FILES, NUMBER, OPTION, SEVERITY, STRING, STRINGS, Kind, choice

FORMATS = ("text", "json", "jsonl", "sarif", "github", "junit", "html")
COMPUTE_TYPES = ("auto", "default", "int8", "int8_float32", "int8_bfloat16", "int16", "bfloat16", "float32")
FAIL_ON = ("error", "warning", "note", "never")


class Key(NamedTuple):
    """A key of the settings.

    `option` is its name on the command line; `by_path`: [[paths]] may set it; `adds`: a stronger layer adds to a weaker
    one instead of replacing it.
    """

    name: str
    kind: Kind
    default: object
    meaning: str
    option: str = ""
    by_path: bool = False
    adds: bool = False


_SELECT = "rules or families to run; `default` means those on by default, `all` every one"
_NER = "whether names in the Chinese are also looked for by a model, where the extra `ner` is installed"
_PATTERNS = (
    "how the two files of a pair are called, as in `{name}_{lang}.{ext}` or `{name}_src.{ext} | {name}.{ext}`; "
    "an empty list means `{name}.{lang}.{ext}` and `{lang}/{name}.{ext}`"
)
_ROWS = (
    Key("select", STRINGS, ("default",), _SELECT, "--select", by_path=True),
    Key("ignore", STRINGS, (), "rules or families to leave out", "--ignore", by_path=True, adds=True),
    Key("preset", STRING, "", "a ready-made house style: `news`", "--preset", by_path=True),
    Key("glossary", FILES, (), "glossaries that go over the shipped ones", "--glossary", adds=True),
    Key("shipped", BOOLEAN, True, "whether the shipped glossaries are used"),  # noqa: FBT003 - a default
    Key("hints", FILE, "", "likely spellings of names, as Chinese TAB English", "--hints"),
    Key("ner", BOOLEAN, True, _NER),  # noqa: FBT003 - a default
    Key("patterns", STRINGS, (), _PATTERNS),
    Key("baseline", FILE, "", "findings that were looked at and may stay", "--baseline"),
    Key("fail_on", choice(*FAIL_ON), "error", "the least severity that makes the exit status 1", "--fail-on"),
    Key("format", choice(*FORMATS), "text", "how findings are reported", "--format"),
    Key("jobs", COUNT, 1, "how many articles are checked at a time", "--jobs"),
    Key("model", STRING, "", "the translation model: an installed name, a folder or an Argos zip", "--model"),
    Key(
        "threads",
        NUMBER,
        0,
        "processors that a model may use; 0 means as many as there are, 8 at most, and one for a model under 10 MB",
        "--threads",
    ),
    Key("compute_type", choice(*COMPUTE_TYPES), "auto", "arithmetic of a model; `auto` is 8-bit where it can be"),
    Key("beam", COUNT, 4, "how many translations a model keeps in view"),
)
KEYS = {key.name: key for key in _ROWS}


class Table(NamedTuple):
    """A key that holds a table: `depth` names lead to a value of its kind."""

    name: str
    kind: Kind
    depth: int
    example: str
    meaning: str


TABLES = {
    "severity": Table("severity", SEVERITY, 1, '`severity."quotes" = "note"`', "how severely a rule or family speaks"),
    "options": Table(
        "options", OPTION, 2, '`options."RULE".OPTION = …`', "options of a rule; `copydesk rules RULE` lists them"
    ),
}
