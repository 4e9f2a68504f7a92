"""The body of a request, read and distrusted."""

from __future__ import annotations

import datetime
import json

from toolkit.api.service import Copy

FORMATS = ("text", "markdown", "html")
_FIELDS = {"target", "source", "format", "date"}


class Refused(Exception):  # noqa: N818 (what it is to the client)
    """A request that cannot be served: a status of HTTP, and a line that says what to mend."""

    def __init__(self, status: int, message: str) -> None:
        """Keep the status; the line is the exception's text."""
        self.status = status
        super().__init__(message)


def read(body: bytes, verb: str) -> Copy:
    """The article in the JSON of a request to `verb`. Raises Refused, with status 400 or 422."""
    try:
        data = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Refused(400, f"the body is not JSON in UTF-8 ({_first(error)})") from error
    if not isinstance(data, dict):
        raise Refused(422, "the body must be an object with the English in target")
    strange = sorted(map(str, data.keys() - _FIELDS - ({"unsafe"} if verb == "fix" else set())))
    if strange:
        raise Refused(422, f"there is no field {strange[0]!r}; there are {', '.join(sorted(_FIELDS))}")
    target = _text(data, "target")
    if not target or not target.strip():
        raise Refused(422, "target must hold the English copy")
    form = data.get("format", "text")
    if form not in FORMATS:
        raise Refused(422, f"format must be one of {', '.join(FORMATS)}")
    unsafe = data.get("unsafe", False)
    if not isinstance(unsafe, bool):
        raise Refused(422, "unsafe must be true or false")
    return Copy(target, _text(data, "source"), form, _day(data), unsafe)


def _text(data: dict[str, object], name: str) -> str | None:
    value = data.get(name)
    if value is not None and not isinstance(value, str):
        raise Refused(422, f"{name} must be a string")
    try:
        (value or "").encode("utf-8")
    except UnicodeEncodeError as error:
        raise Refused(422, f"{name} holds half a surrogate pair at {error.start}") from error
    return value


def _day(data: dict[str, object]) -> datetime.date | None:
    value = _text(data, "date")
    try:
        return None if value is None else datetime.date.fromisoformat(value)
    except ValueError as error:
        raise Refused(422, "date must be a day such as 2024-06-19") from error


def _first(error: Exception) -> str:
    return str(error).split(":")[0].lower() if isinstance(error, ValueError) else "nested too deeply"
