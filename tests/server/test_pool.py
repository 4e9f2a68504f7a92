"""Processes that hang or die are replaced, and every request gets the answer to its own article."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from toolkit.api.service import Copy
from toolkit.server.answers import Answer
from toolkit.server.pool import Pool


def echo(pipe: Connection, _glossaries: Sequence[Path]) -> None:
    """Answers with the words it was sent; `hang` takes for ever, `die` ends the process."""
    pipe.send(())
    while True:
        try:
            _, copy = pipe.recv()
        except EOFError:
            return
        if copy.target == "hang":
            time.sleep(3600)
        if copy.target == "die":
            os._exit(1)
        pipe.send(Answer(200, copy.target))


def broken(pipe: Connection, _glossaries: Sequence[Path]) -> None:
    pipe.send(("own.csv: does not exist",))


@pytest.mark.parametrize(("word", "status"), [("hang", 504), ("die", 500)])
def test_a_process_that_hangs_or_dies_costs_its_own_request_and_no_other(word: str, status: int) -> None:
    async def asked() -> list[Answer]:
        pool = Pool(2, 1.0, task=echo)
        pool.start()
        try:
            words = ["a", word, *"bcdefgh"]
            return await asyncio.gather(*(pool.ask("check", Copy(each)) for each in words))
        finally:
            pool.close()

    answers = asyncio.run(asked())
    assert [answer.status for answer in answers] == [200, status] + [200] * 7
    assert [answer.body for answer in answers if answer.status == 200] == ["a", *"bcdefgh"]


def test_a_request_given_up_leaves_its_answer_to_nobody() -> None:
    async def asked() -> Answer:
        pool = Pool(1, 5.0, task=echo)
        pool.start()
        try:
            first = asyncio.create_task(pool.ask("check", Copy("first")))
            await asyncio.sleep(0)
            first.cancel()
            return await pool.ask("check", Copy("second"))
        finally:
            pool.close()

    assert asyncio.run(asked()).body == "second"


def test_where_all_are_busy_for_too_long_the_client_is_sent_away() -> None:
    async def asked() -> list[Answer]:
        pool = Pool(1, 0.5, task=echo)
        pool.start()
        try:
            return await asyncio.gather(pool.ask("check", Copy("hang")), pool.ask("check", Copy("a")))
        finally:
            pool.close()

    assert 504 in [answer.status for answer in asyncio.run(asked())]


def test_what_the_desk_could_not_use_is_told_at_the_start() -> None:
    pool = Pool(2, 1.0, task=broken)
    assert pool.start() == ("own.csv: does not exist",)
    pool.close()
