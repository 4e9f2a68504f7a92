"""Processes that judge articles, so that one that takes too long can be ended without harm to the others."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any, NamedTuple

from toolkit.api.service import Copy, open_service
from toolkit.files.errors import FileProblem
from toolkit.server.answers import Answer, answer, refusal
from toolkit.settings import SettingsError

_START = 60.0
"""Seconds that a process may take to open the desk."""
_FIRST = Copy("The plan, worth US$1.2 billion, was approved on Tuesday .", "周二，价值12亿美元的计划获得批准。")
"""Judged before anybody asks, so that the first who asks does not wait for what is made at the first use."""
Task = Callable[[Connection, Sequence[Path]], None]


def work(connection: Connection, glossaries: Sequence[Path]) -> None:
    """Open the desk, tell what could not be used, then answer one request after the other until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        service, problems = open_service(glossaries)
    except (FileProblem, SettingsError) as error:
        connection.send((str(error),))
        return
    answer(service, "gate", _FIRST)
    connection.send(problems)
    while True:
        try:
            verb, copy = connection.recv()
        except EOFError:
            return
        connection.send(answer(service, verb, copy))


class Running(NamedTuple):
    """A process, our end of the pipe to it, and what its desk could not use."""

    process: SpawnProcess
    pipe: Connection
    problems: tuple[str, ...]


class Worker:
    """One process. Only one request is ever with it: whoever has the worker has it alone."""

    def __init__(self, glossaries: Sequence[Path], task: Task = work) -> None:
        """Note what to start; the first request, or `start`, starts it."""
        self._glossaries, self._task = glossaries, task
        self._running: Running | None = None

    def start(self) -> Running:
        """The process, started if there is none, with its desk open. Raises EOFError or TimeoutError."""
        if self._running is None:
            context = get_context("spawn")
            pipe, theirs = context.Pipe()
            process = context.Process(target=self._task, args=(theirs, self._glossaries), daemon=True)
            process.start()
            theirs.close()
            self._running = Running(process, pipe, _heard(pipe, _START))
        return self._running

    def ask(self, verb: str, copy: Copy, seconds: float) -> Answer:
        """The answer; after `seconds` the process is ended, and another one started for the next request."""
        try:
            pipe = self.start().pipe
            pipe.send((verb, copy))
            found: Answer = _heard(pipe, seconds)
        except TimeoutError:
            self.end()
            return refusal(504, f"took longer than {seconds:g} seconds; send the article in parts")
        except (EOFError, OSError):
            self.end()
            return refusal(500, "the process that had the article ended before its time; please report it")
        return found

    def end(self) -> None:
        """End the process at once."""
        if self._running:
            self._running.process.kill()
            self._running.process.join()
            self._running.pipe.close()
        self._running = None


class Pool:
    """Some workers, each lent to one request at a time."""

    def __init__(self, size: int, seconds: float, glossaries: Sequence[Path] = (), task: Task = work) -> None:
        """Have workers ready to start; `seconds` is what a request may wait for one, and then what it may take."""
        self._seconds = seconds
        self._workers = [Worker(glossaries, task) for _ in range(size)]
        self._threads = ThreadPoolExecutor(size)
        self._idle: asyncio.Queue[Worker] = asyncio.Queue()
        for worker in self._workers:
            self._idle.put_nowait(worker)

    def start(self) -> tuple[str, ...]:
        """Start all, and wait until each has opened its desk; what could not be used. Raises EOFError or TimeoutError."""
        started = list(self._threads.map(Worker.start, self._workers))
        return started[0].problems

    async def ask(self, verb: str, copy: Copy) -> Answer:
        """The answer of whichever worker is free first.

        A worker is lent again only when its exchange is over, also where the request that began it was given up.
        """
        try:
            worker = await asyncio.wait_for(self._idle.get(), self._seconds)
        except TimeoutError:
            return refusal(503, f"all are busy, and were for {self._seconds:g} seconds; ask again later")
        exchange = asyncio.get_running_loop().run_in_executor(self._threads, worker.ask, verb, copy, self._seconds)
        exchange.add_done_callback(lambda _: self._idle.put_nowait(worker))
        return await asyncio.shield(exchange)

    def close(self) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.end()
        self._threads.shutdown(wait=False, cancel_futures=True)


def _heard(pipe: Connection, seconds: float) -> Any:
    if not pipe.poll(seconds):
        raise TimeoutError
    return pipe.recv()
