"""The `serve` command."""

from __future__ import annotations

import importlib
import os
from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.output import USAGE, die, say

_TOKEN = "COPYDESK_TOKEN"  # noqa: S105 (the name of a variable)


def serve(  # noqa: PLR0913, PLR0917 (one parameter an option of the command)
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="0 takes any that is free.")] = 8765,
    glossary: Annotated[list[Path] | None, typer.Option(metavar="FILE", help="Add a glossary; repeatable.")] = None,
    token_file: Annotated[Path | None, typer.Option(metavar="FILE", help="A file with the token.")] = None,
    jobs: Annotated[int | None, typer.Option(metavar="N", min=1, help="Processes; by default one a processor.")] = None,
    max_bytes: Annotated[int, typer.Option(metavar="N", min=1, help="The largest request.")] = 1_000_000,
    max_seconds: Annotated[float, typer.Option(metavar="N", min=0.1, help="The longest that one may take.")] = 10.0,
) -> None:
    """Check, fix and gate over HTTP, for programs of this machine; needs the extra `serve`.

    POST /check, /fix and /gate take {"target": …, "source": …, "format": …, "date": …} in JSON; GET /openapi.json tells
    all. Every request bears a token: that of --token-file or of the variable COPYDESK_TOKEN, else one that is made and
    told here. Settings are those of the current folder; no request reads or writes a file.

    Exit status: 0 ended by a signal, 2 something could not be read, used or listened on, 3 a failure of ours.
    """
    try:
        server = importlib.import_module(
            "toolkit.server.run"
        )  # by name: the two rooms are strangers until this command
    except ModuleNotFoundError as error:
        if error.name not in ("starlette", "uvicorn"):
            raise
        die(f"{error.name} is not installed; pip install 'copydesk[serve]' brings it")
    address = server.Address(host, port)
    token = _given(token_file)
    if not token and not address.is_loopback:
        die(f"{host} can be reached from other machines: name a token, with --token-file or {_TOKEN}")
    limits = server.Limits(token or _made(), max_bytes, max_seconds)
    problems = server.serve(address, limits, jobs or os.cpu_count() or 1, glossary or [], _heard)
    for problem in problems:
        say(problem)
    raise typer.Exit(USAGE if problems else 0)


def _given(file: Path | None) -> str:
    if file is None:
        return os.environ.get(_TOKEN, "").strip()
    from toolkit.files.text import read_text  # noqa: PLC0415 (`--help` needs no rooms)

    token = read_text(file, 4096).strip()
    if not token or not token.isascii() or not token.isprintable():
        die(f"{file}: must hold one token, in one line of ASCII")
    return token


def _made() -> str:
    import secrets  # noqa: PLC0415 (as above)

    token = secrets.token_urlsafe(24)
    say(f"the token of this run is {token}")
    return token


def _heard(address: str) -> None:
    say(f"listening on {address}; Ctrl-C ends it")
