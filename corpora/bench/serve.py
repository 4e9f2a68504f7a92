"""How many requests a second `copydesk serve` answers, how long the slowest take, and whether any answer is lost or another's.

    python corpora/bench/serve.py [--clients 1 8 32] [--requests 200] [--jobs N] [--paragraphs 10]

The service runs in a process of its own on a free port of loopback. Each client keeps one connection and sends its share of
the requests one after the other to /gate. No two articles are alike: each has a word of Chinese left over, after as many
characters as its number says, and the answer must point just there. A client may wait for a second turn where all are busy
(503); that counts towards its time, and is told. At most 5,000 requests are sent.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import secrets
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from gate import DEMO, both

_MOST = 5_000


class Told(NamedTuple):
    """What came of one request: seconds, and ok, lost, mixed or another word for it."""

    seconds: float
    what: str


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 8, 32])
    parser.add_argument("--requests", type=int, default=200, help="in each round, over all clients")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--paragraphs", type=int, default=10)
    asked = parser.parse_args()
    if asked.requests * len(asked.clients) > _MOST:
        parser.error(f"at most {_MOST:,} requests in all")
    pairs = [pair for path in sorted(DEMO.glob("*.en.txt")) for pair in both(path)][: asked.paragraphs]
    english, chinese = ("\n\n".join(side) for side in zip(*pairs, strict=True))
    token = secrets.token_urlsafe()
    process, port = start(token, asked.jobs)
    print(
        f"copydesk serve, {asked.jobs} processes, /gate of an article of {len(pairs)} paragraphs "
        f"({len(english):,} English characters), {asked.requests} requests a round"
    )
    bad = 0
    try:
        for clients in asked.clients:
            numbers = [range(client, asked.requests, clients) for client in range(clients)]
            started = time.perf_counter()
            told = together(port, token, numbers, (english, chinese))
            seconds = time.perf_counter() - started
            bad += show(clients, told, seconds)
    finally:
        process.terminate()
        process.wait(30)
    print(f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors; the clients run on it too")
    return int(bad > 0)


def start(token: str, jobs: int) -> tuple[subprocess.Popen[str], int]:
    command = [sys.executable, "-P", "-m", "toolkit.cli", "serve", "--port", "0", "--jobs", str(jobs)]
    environment = os.environ | {"COPYDESK_TOKEN": token}
    process = subprocess.Popen(command, cwd=tempfile.gettempdir(), env=environment, stderr=subprocess.PIPE, text=True)
    told = process.stderr.readline() if process.stderr else ""
    found = re.search(r"http://127\.0\.0\.1:(\d+)", told)
    if not found:
        raise SystemExit(told)
    return process, int(found[1])


def together(port: int, token: str, numbers: Iterable[range], article: tuple[str, str]) -> list[Told]:
    told: list[Told] = []
    clients = [threading.Thread(target=client, args=(port, token, share, article, told)) for share in numbers]
    for each in clients:
        each.start()
    for each in clients:
        each.join()
    return told


def client(port: int, token: str, share: range, article: tuple[str, str], told: list[Told]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    headers = {"authorization": f"Bearer {token}", "content-type": "application/json"}
    for number in share:
        target = f"{article[0]}\n\n{'x' * number} rose 银行."
        body = json.dumps({"target": target, "source": f"{article[1]}\n\n上涨。"})
        started = time.perf_counter()
        try:
            what = once(connection, body, headers, len(target) - 3)
        except (OSError, http.client.HTTPException, ValueError) as error:
            what = f"lost ({type(error).__name__})"
            connection.close()
        told.append(Told(time.perf_counter() - started, what))
    connection.close()


def once(connection: http.client.HTTPConnection, body: str, headers: dict[str, str], place: int) -> str:
    for _ in range(10):
        connection.request("POST", "/gate", body, headers)
        reply = connection.getresponse()
        answer = json.loads(reply.read())
        if reply.status != 503:
            break
    if reply.status != 200:
        return f"status {reply.status}"
    right = [each["start"] for each in answer["findings"] if each["text"] == "银行"] == [place]
    return "ok" if right and answer["verdict"] == "hold" else "mixed up"


def show(clients: int, told: list[Told], seconds: float) -> int:
    """Print a round; how many of its answers were not right."""
    taken = sorted(each.seconds * 1000 for each in told)
    counts = Counter(each.what for each in told)
    others = ", ".join(f"{count} {what}" for what, count in counts.items() if what != "ok") or "none lost or mixed up"
    print(
        f"  {clients:3} clients: {len(told) / seconds:6.1f} requests/s; milliseconds: median {statistics.median(taken):5.0f}, "
        f"p99 {taken[min(len(taken) - 1, len(taken) * 99 // 100)]:5.0f}, most {taken[-1]:5.0f}; {others}"
    )
    return len(told) - counts["ok"]


if __name__ == "__main__":
    sys.exit(main())
