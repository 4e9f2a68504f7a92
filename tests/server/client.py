"""A client of the service, on loopback."""

from __future__ import annotations

import http.client
import json
from typing import Any, NamedTuple

TOKEN = "open sesame"
KIND = {"content-type": "application/json"}


class Reply(NamedTuple):
    status: int
    body: Any
    headers: dict[str, str]


def ask(
    port: int, path: str, body: object = None, *, token: str = TOKEN, method: str = "POST", **headers: str
) -> Reply:
    """One request; a body that is no bytes is sent as JSON."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    sent = body if isinstance(body, bytes | None) else json.dumps(body).encode()
    named = {**KIND, "authorization": f"Bearer {token}"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    try:
        connection.request(method, path, sent, named)
        reply = connection.getresponse()
        read = json.loads(reply.read())
        return Reply(reply.status, read, {name.lower(): value for name, value in reply.getheaders()})
    finally:
        connection.close()
