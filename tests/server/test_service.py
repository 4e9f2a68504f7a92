"""copydesk serve: what it answers, what it refuses."""

from __future__ import annotations

import http.client
import json
import threading
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from client import KIND, TOKEN, Reply, ask
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

FAULTY = {
    "target": "The plan was approved (at last) .\n\nShares of the 银行 rose.",
    "source": "计划获批。\n\n银行股价上涨。",
}
CLEAN = {"target": "The plan was approved.", "source": "计划获批。"}


@pytest.fixture(scope="session")
def described(port: int) -> dict[str, Any]:
    found: dict[str, Any] = ask(port, "/openapi.json", method="GET").body
    return found


def kept(described: dict[str, Any], verb: str, reply: Reply) -> Reply:
    """The reply, once it is seen to be what the description says."""
    operation = described["paths"][f"/{verb}"]["post"]
    schema = operation["responses"][str(reply.status)]["content"]["application/json"]["schema"]
    resource = Resource.from_contents(described, default_specification=DRAFT202012)
    registry = Registry().with_resource("urn:described", resource)
    jsonschema.Draft202012Validator({"$ref": f"urn:described{schema['$ref']}"}, registry=registry).validate(reply.body)
    return reply


def test_check_answers_with_findings_on_the_wire_and_what_did_not_run(port: int, described: dict[str, Any]) -> None:
    reply = kept(described, "check", ask(port, "/check", FAULTY))
    assert reply.status == 200
    assert {finding["line"] for finding in reply.body["findings"]} == {1, 3}
    assert reply.body["not_run"] == []
    alone = kept(described, "check", ask(port, "/check", {"target": CLEAN["target"]}))
    assert "names/wrong-rendering" in alone.body["not_run"]


@pytest.mark.parametrize(("article", "verdict"), [(FAULTY, "hold"), (CLEAN, "publish")])
def test_gate_answers_with_a_verdict(
    port: int, described: dict[str, Any], article: dict[str, str], verdict: str
) -> None:
    assert kept(described, "gate", ask(port, "/gate", article)).body["verdict"] == verdict


def test_fix_answers_with_the_copy_mended_or_says_that_it_cannot(port: int, described: dict[str, Any]) -> None:
    reply = kept(described, "fix", ask(port, "/fix", FAULTY | {"unsafe": False}))
    assert reply.status == 501 or reply.body["text"].startswith("The plan was approved (at last).\n")


def test_format_and_date_have_their_say(port: int) -> None:
    page = ask(port, "/check", {"target": "<p>It was <b>approved</b> .</p>", "format": "html"})
    assert [finding["column"] for finding in page.body["findings"]] == [14]
    assert ask(port, "/check", CLEAN | {"date": "2024-06-19"}).status == 200


REFUSED: dict[str, tuple[object, int, str]] = {
    "no JSON": (b"target=a", 400, "not JSON"),
    "no UTF-8": (b'{"target": "\xff"}', 400, "not JSON"),
    "nested": (b"[" * 10_000, 400, "not JSON"),
    "a list": ([1], 422, "must be an object"),
    "no English": ({"source": "计划"}, 422, "target must hold"),
    "blank English": ({"target": " \n"}, 422, "target must hold"),
    "a number": ({"target": 3}, 422, "target must be a string"),
    "half a pair": (b'{"target": "a \\ud800"}', 422, "half a surrogate pair at 2"),
    "a format": (CLEAN | {"format": "docx"}, 422, "format must be one of"),
    "a format that is a list": (CLEAN | {"format": ["text"]}, 422, "format must be one of"),
    "a date": (CLEAN | {"date": "tomorrow"}, 422, "date must be a day"),
    "a path": (CLEAN | {"path": "/etc/passwd"}, 422, "there is no field 'path'"),
    "a glossary": (CLEAN | {"glossary": "own.csv"}, 422, "there is no field 'glossary'"),
    "too much": ({"target": "x" * 20_001}, 413, "larger than 20,000 bytes"),
}


@pytest.mark.parametrize(("body", "status", "told"), REFUSED.values(), ids=REFUSED)
def test_a_request_that_is_wrong_is_told_in_one_line(
    port: int, described: dict[str, Any], body: object, status: int, told: str
) -> None:
    reply = kept(described, "check", ask(port, "/check", body))
    assert reply.status == status
    assert told in reply.body["error"]
    assert "\n" not in reply.body["error"]


def test_what_comes_in_chunks_is_counted_too(port: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("POST", "/check", iter([b"x" * 8_000] * 4), KIND | {"authorization": f"Bearer {TOKEN}"})
    assert connection.getresponse().status == 413
    connection.close()


@pytest.mark.parametrize(
    "authorization", ["", "Bearer", "Bearer wrong", f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer é"]
)
def test_without_the_token_nothing_is_served(port: int, authorization: str) -> None:
    reply = ask(port, "/check", CLEAN, authorization=authorization)
    assert (reply.status, reply.headers["www-authenticate"]) == (401, "Bearer")


def test_what_a_page_in_a_browser_could_send_unasked_is_refused(port: int) -> None:
    assert ask(port, "/check", CLEAN, content_type="text/plain").status == 415


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/check", 405), ("POST", "/nowhere", 404), ("GET", "/", 404)]
)
def test_other_addresses_and_methods_are_refused_in_json(port: int, method: str, path: str, status: int) -> None:
    reply = ask(port, path, method=method)
    assert (reply.status, set(reply.body)) == (status, {"error"})


def test_the_description_is_openapi(port: int, described: dict[str, Any]) -> None:
    assert described["openapi"] == "3.1.0"
    assert ask(port, "/health", method="GET", token="").body == {"status": "ok"}
    validator = pytest.importorskip("openapi_spec_validator", reason="openapi-spec-validator is not installed")
    validator.validate(described)


def test_answers_are_never_kept_or_guessed_at(port: int) -> None:
    headers = ask(port, "/check", CLEAN).headers
    assert (headers["cache-control"], headers["x-content-type-options"]) == ("no-store", "nosniff")
    assert "server" not in headers


def test_no_answer_goes_to_another_request(port: int) -> None:
    replies: dict[int, Reply] = {}

    def client(n: int) -> None:
        replies[n] = ask(port, "/check", {"target": f"{'x' * n} rose 银行."})

    clients = [threading.Thread(target=client, args=(n,)) for n in range(24)]
    for each in clients:
        each.start()
    for each in clients:
        each.join()
    places = {
        n: [each["start"] for each in reply.body["findings"] if each["text"] == "银行"] for n, reply in replies.items()
    }
    assert places == {n: [n + 6] for n in range(24)}


def test_no_file_is_written(port: int, room: Path) -> None:
    assert list(room.iterdir()) == []


def test_the_body_of_json_is_utf8(port: int) -> None:
    reply = ask(port, "/check", json.dumps(FAULTY, ensure_ascii=False).encode())
    assert any(finding["text"] == "银行" for finding in reply.body["findings"])
