"""Keys of a TOML file know their line."""

from __future__ import annotations

import tomllib

from toolkit.settings.lines import key_lines

TEXT = """\
# a comment = nothing
select = [
  "names",
]
[severity]
"names/wrong rendering" = "note"
'quotes' = "note"

[[paths]]
match = ["a"]
[paths.severity]
x = "note"
[[paths]]
match = ["b"]
[options."style/per-cent"]
a.b = 1
"""


def test_every_shape_of_key_is_found() -> None:
    tomllib.loads(TEXT)
    assert key_lines(TEXT) == {
        ("select",): 2,
        ("severity",): 5,
        ("severity", "names/wrong rendering"): 6,
        ("severity", "quotes"): 7,
        ("paths", "0"): 9,
        ("paths", "0", "match"): 10,
        ("paths", "0", "severity"): 11,
        ("paths", "0", "severity", "x"): 12,
        ("paths", "1"): 13,
        ("paths", "1", "match"): 14,
        ("options", "style/per-cent"): 15,
        ("options", "style/per-cent", "a", "b"): 16,
    }
