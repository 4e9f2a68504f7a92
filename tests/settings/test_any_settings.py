"""Whatever a settings file says, it is read or refused in one line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from toolkit.settings import SettingsError, project, settle
from toolkit.settings.describe import describe
from toolkit.settings.keys import KEYS, TABLES

words = st.text(st.sampled_from("ab/*.\"' \n芯"), max_size=6) | st.sampled_from(["news", "error", "text", "names"])
leaves = words | st.integers(-2, 5) | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.none()
values = st.recursive(leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3))
keys = st.sampled_from([*KEYS, *TABLES, "paths", "match", "selct"])
tables = st.dictionaries(keys, values | st.lists(words, max_size=2), max_size=4)


@given(tables, st.lists(tables, max_size=2))
def test_settings_are_read_or_refused_in_one_line(data: dict[str, object], paths: list[dict[str, object]]) -> None:
    data = {**data, "paths": paths} if paths else data
    told = outcome(data)
    if told.startswith("copydesk.toml: "):
        assert "\n" not in told
        assert len(told) < 300
    else:
        assert told.count("\n") >= len(KEYS)


def outcome(data: dict[str, object]) -> str:
    """The settings described, or the complaint."""
    try:
        return describe(settle(project("copydesk.toml", data, {}, "/desk"), path="/desk/a.txt"))
    except SettingsError as error:
        return str(error)
