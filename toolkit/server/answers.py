"""What a request is answered: a status of HTTP and a JSON text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from toolkit.api.service import Copy, Service
from toolkit.reports.verdict import wire_verdict
from toolkit.reports.wire import SCHEMA_VERSION, dump, wire


class Answer(NamedTuple):
    """A status of HTTP and the JSON of its body."""

    status: int
    body: str


def refusal(status: int, message: str) -> Answer:
    """An answer that says in one line what was wrong with a request, or what went wrong."""
    return Answer(status, dump({"error": message}))


def answer(service: Service, verb: str, copy: Copy) -> Answer:
    """The answer to one of VERBS; a failure of ours is told in a line."""
    try:
        return Answer(200, dump(VERBS[verb](service, copy)))
    except NotImplementedError as error:
        return refusal(501, str(error))
    except Exception as error:  # noqa: BLE001 (one article's failure must not end the service of the others)
        notes = ", ".join([f"{type(error).__name__}: {error}", *getattr(error, "__notes__", ())])
        return refusal(500, f"failed on its own account ({' '.join(notes.split())}); please report it")


def _check(service: Service, copy: Copy) -> object:
    run = service.check(copy)
    return {"schema_version": SCHEMA_VERSION, "findings": list(wire(run)), "not_run": list(run.not_run)}


def _gate(service: Service, copy: Copy) -> object:
    return wire_verdict(service.gate(copy))


def _fix(service: Service, copy: Copy) -> object:
    fixed = service.fix(copy)
    return {
        "schema_version": SCHEMA_VERSION,
        "text": fixed.after.document.target.raw,
        "applied": fixed.applied,
        "findings": list(wire(fixed.after)),
        "not_run": list(fixed.after.not_run),
    }


VERBS: Mapping[str, Callable[[Service, Copy], object]] = {"check": _check, "fix": _fix, "gate": _gate}
"""What a service can be asked for, by the path of its address."""
