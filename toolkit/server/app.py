"""The ASGI application."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from toolkit.api.service import Copy
from toolkit.reports.wire import dump
from toolkit.server.answers import VERBS, Answer, refusal
from toolkit.server.fields import Refused, read
from toolkit.server.openapi import document

if TYPE_CHECKING:
    from starlette.requests import Request

_HEADERS = {"cache-control": "no-store", "x-content-type-options": "nosniff"}


class Asked(Protocol):
    """Whatever answers: a pool of processes."""

    async def ask(self, verb: str, copy: Copy) -> Answer:
        """The answer to one of VERBS."""


class Limits(NamedTuple):
    """The token that a request must bear, and the most that it may be: bytes of its body, seconds to send it."""

    token: str
    size: int = 1_000_000
    seconds: float = 10.0


def create(pool: Asked, limits: Limits) -> Starlette:
    """An application that hands articles to `pool`, within `limits`; it reads no file and keeps nothing."""
    routes = [
        *(Route(f"/{verb}", _endpoint(verb, pool, limits), methods=["POST"]) for verb in VERBS),
        Route("/openapi.json", _fixed(dump(document(limits.size)))),
        Route("/health", _fixed(dump({"status": "ok"}))),
    ]
    return Starlette(routes=routes, exception_handlers={HTTPException: _refused, Refused: _refused})


def _endpoint(verb: str, pool: Asked, limits: Limits) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        _admit(request, limits.token)
        copy = read(await _body(request, limits), verb)
        return _response(await pool.ask(verb, copy))

    return endpoint


def _fixed(body: str) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(_request: Request) -> Response:
        return _response(Answer(200, body))

    return endpoint


def _admit(request: Request, token: str) -> None:
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not hmac.compare_digest(given.strip().encode(), token.encode()):
        raise Refused(401, "send the token that the service was started with, as Authorization: Bearer TOKEN")
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise Refused(415, "send JSON, as Content-Type: application/json")


async def _body(request: Request, limits: Limits) -> bytes:
    too_large = Refused(413, f"the body is larger than {limits.size:,} bytes; send the article in parts")
    if int(request.headers.get("content-length", 0)) > limits.size:
        raise too_large
    body = bytearray()
    try:
        async with asyncio.timeout(limits.seconds):
            async for chunk in request.stream():
                body += chunk
                if len(body) > limits.size:
                    raise too_large
    except TimeoutError as error:
        raise Refused(408, f"the body took longer than {limits.seconds:g} seconds to come") from error
    return bytes(body)


async def _refused(_request: Request, error: Exception) -> Response:
    if isinstance(error, HTTPException):
        return _response(refusal(error.status_code, error.detail.lower()), error.headers)
    status = error.status if isinstance(error, Refused) else 500
    return _response(refusal(status, str(error)), {"www-authenticate": "Bearer"} if status == 401 else None)


def _response(answer: Answer, more: object = None) -> Response:
    headers = {**_HEADERS, **(more if isinstance(more, dict) else {})}
    return Response(answer.body + "\n", answer.status, headers, "application/json")
