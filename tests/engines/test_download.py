"""A file from the network, from a server on the loopback address."""

from __future__ import annotations

import hashlib

import pytest

from tests.engines.small import Server, serving
from toolkit.engines.download import download
from toolkit.engines.problem import ModelProblem

BODY = bytes(range(256)) * 4000
DIGEST = hashlib.sha256(BODY).hexdigest()


def test_a_whole_file_comes_with_its_digest_and_tells_its_progress(tmp_path):
    told = []
    with serving(Server(BODY)) as server:
        assert download(server.url, tmp_path / "a", DIGEST.upper(), progress=lambda *at: told.append(at)) == DIGEST
    assert (tmp_path / "a").read_bytes() == BODY
    assert told[-1] == (len(BODY), len(BODY))
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_broken_connection_goes_on_where_it_stopped(tmp_path):
    with serving(Server(BODY, breaks_after=300_000)) as server:
        with pytest.raises(ModelProblem, match=r"broke after 300,000 of 1,024,000 bytes; run the same command again"):
            download(server.url, tmp_path / "a", DIGEST)
        assert not (tmp_path / "a").exists()
        server.breaks_after = 0
        download(server.url, tmp_path / "a", DIGEST)
    assert server.asked == ["", "bytes=300000-"]
    assert (tmp_path / "a").read_bytes() == BODY


@pytest.mark.parametrize("change", ["no ranges", "another file", "no tag"])
def test_it_begins_anew_where_the_server_cannot_go_on(tmp_path, change):
    with serving(Server(BODY, breaks_after=300_000)) as server:
        with pytest.raises(ModelProblem):
            download(server.url, tmp_path / "a")
        server.breaks_after = 0
        match change:
            case "no ranges":
                server.ranges = False
            case "another file":
                server.tag, server.body = '"two"', BODY[::-1]
            case "no tag":
                server.tag = ""
        download(server.url, tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == server.body


def test_a_part_that_is_already_whole_is_fetched_again(tmp_path):
    (tmp_path / "a.part").write_bytes(BODY)
    (tmp_path / "a.tag").write_text('"one"')
    with serving(Server(BODY)) as server:
        download(server.url, tmp_path / "a", DIGEST)
    assert server.asked == [f"bytes={len(BODY)}-", ""]


def test_the_wrong_file_is_thrown_away(tmp_path):
    with serving(Server(BODY)) as server, pytest.raises(ModelProblem, match="is not the file that was expected"):
        download(server.url, tmp_path / "a", "0" * 64)
    assert not [path for path in tmp_path.iterdir() if path.suffix != ".tag"]


@pytest.mark.parametrize("sized", [True, False])
def test_what_is_too_large_is_refused_whether_the_server_says_so_or_not(tmp_path, sized):
    with serving(Server(BODY, sized=sized)) as server, pytest.raises(ModelProblem, match="is over 1,000 bytes"):
        download(server.url, tmp_path / "a", limit=1000)
    assert not (tmp_path / "a").exists()


def test_what_the_server_refuses_is_told_in_one_line(tmp_path):
    with (
        serving(Server(b"no", status=404)) as server,
        pytest.raises(ModelProblem, match="the server says 404 Not Found"),
    ):
        download(server.url, tmp_path / "a")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/a", "data:,a"])
def test_only_the_web_is_fetched_from(tmp_path, url):
    with pytest.raises(ModelProblem, match="no address that begins with"):
        download(url, tmp_path / "a")


def test_no_server_is_told_in_one_line(tmp_path):
    with serving(Server(b"")) as server:
        pass
    with pytest.raises(ModelProblem, match=r"cannot be fetched \(connection refused\); check the address"):
        download(server.url, tmp_path / "a")
