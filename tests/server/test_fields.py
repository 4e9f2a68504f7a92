"""Whatever a client sends is an article or is refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.api.service import Copy
from toolkit.server.fields import Refused, read

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["html", "2024-06-19"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
KEYS = st.sampled_from(["target", "source", "format", "date", "unsafe", "path"])
BODIES = st.binary(max_size=40) | (VALUES | st.dictionaries(KEYS, VALUES, max_size=6)).map(
    lambda value: json.dumps(value).encode()
)


@given(BODIES, st.sampled_from(["check", "fix", "gate"]))
def test_a_body_is_read_or_refused(body: bytes, verb: str) -> None:
    told = _told(body, verb)
    if isinstance(told, Refused):
        assert told.status in (400, 422)
        assert str(told).isprintable()
    else:
        assert told.target.strip()
        assert told.form in ("text", "markdown", "html")


def _told(body: bytes, verb: str) -> Copy | Refused:
    try:
        return read(body, verb)
    except Refused as refused:
        return refused


def test_all_fields_are_read() -> None:
    body = {"target": "The plan.", "source": "计划。", "format": "html", "date": None, "unsafe": True}
    assert read(json.dumps(body).encode(), "fix") == Copy("The plan.", "计划。", "html", None, True)
    with pytest.raises(Refused, match="there is no field 'unsafe'"):
        read(json.dumps(body).encode(), "check")
