"""Start the service."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable, Sequence
from ipaddress import ip_address
from pathlib import Path
from typing import NamedTuple

import uvicorn

from toolkit.files.errors import Unreadable
from toolkit.server.app import Limits, create
from toolkit.server.pool import Pool

_MOST = 256
"""Connections and requests at a time; beyond them the answer is 503."""


class Address(NamedTuple):
    """Where to listen; the port 0 takes any that is free."""

    host: str = "127.0.0.1"
    port: int = 8765

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can come here."""
        try:
            return self.host == "localhost" or ip_address(self.host).is_loopback
        except ValueError:
            return False


def serve(
    address: Address, limits: Limits, jobs: int, glossaries: Sequence[Path], told: Callable[[str], None]
) -> tuple[str, ...]:
    """Serve until a signal ends it; `told` hears the address once it answers.

    What the desk could not use is returned at once instead, a line each. Raises Unreadable for an address that cannot be had.
    """
    door = _listen(address)
    pool = Pool(jobs, limits.seconds, glossaries)
    try:
        problems = pool.start()
        if problems:
            return problems
        host, port = door.getsockname()[:2]
        told(f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}")
        config = uvicorn.Config(
            create(pool, limits),
            log_config=None,
            log_level="error",
            access_log=False,
            server_header=False,
            limit_concurrency=_MOST,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=int(limits.seconds) + 1,
            ws="none",
            lifespan="off",
        )
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(config).run([door])
    finally:
        pool.close()
        door.close()
    return ()


def _listen(address: Address) -> socket.socket:
    try:
        family = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((address.host, address.port), family=family, backlog=_MOST)
    except (OSError, OverflowError, UnicodeError) as error:
        where = f"{address.host}:{address.port}"
        message = f"cannot be listened on ({str(error).lower()}); name another --host or --port"
        raise Unreadable(where, None, message) from error
