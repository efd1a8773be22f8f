"""Messages and the box they leave from: nothing changed, nothing lost, nothing kept waiting for ever."""

from __future__ import annotations

import multiprocessing
import struct
import threading
from multiprocessing.connection import Connection

import numpy as np
import pytest

from engine.process.outbox import Outbox
from engine.process.wire import pack, receive, send
from engine.protocol import Distribution, NewRun, Progress
from engine.records import Change, Plan, Sampling, Site
from tests.helpers.same import difference


@pytest.fixture
def pipe() -> tuple[Connection, Connection]:
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    return ours, theirs


def _distribution(number: int, size: int = 1000) -> Distribution:
    values = np.arange(size, dtype=np.float32)
    return Distribution(number, 1, 2, values, values + 1)


def test_a_message_arrives_the_same_and_read_only(pipe: tuple[Connection, Connection]) -> None:
    plan = Plan((Change(Site("head", 1, 2), 0.0, positions=(1,)),))
    for message in (_distribution(3), NewRun(4, "naïve \x00 \ud83d", Sampling(), plan=plan), Progress(0, "", 0, 0)):
        send(pipe[0], pack(message))
        arrived = receive(pipe[1])
        assert difference(message, arrived) is None
    send(pipe[0], pack(_distribution(5)))
    assert not receive(pipe[1]).probs.flags.writeable


def test_arrays_in_pieces_and_empty_ones_arrive_the_same(pipe: tuple[Connection, Connection]) -> None:
    grid = np.arange(60, dtype=np.float32).reshape(5, 12)
    for values in (grid.T, grid[:, ::2], grid[:0], np.full((), 3, np.float32)):
        send(pipe[0], pack(Distribution(1, 1, 1, values, values)))
        np.testing.assert_array_equal(receive(pipe[1]).probs, values)


def test_long_and_short_messages_arrive_the_same_and_aligned(pipe: tuple[Connection, Connection]) -> None:
    for size in (1, 3, 1001, 2**17, 2**18):  # the last ones are sent in pieces
        message = _distribution(1, size)
        sender = threading.Thread(target=send, args=(pipe[0], pack(message)))
        sender.start()
        arrived = receive(pipe[1])
        sender.join()
        assert difference(message, arrived) is None
        assert arrived.logits.flags.aligned


def test_an_end_in_the_midst_of_a_message_is_an_end(pipe: tuple[Connection, Connection]) -> None:
    pipe[0].send_bytes(struct.pack("<I3Q", 3, 2**21, 1, 1))
    pipe[0].close()
    with pytest.raises(EOFError):
        receive(pipe[1])


def test_a_full_box_holds_the_sender_back_and_loses_nothing(pipe: tuple[Connection, Connection]) -> None:
    outbox = Outbox(pipe[0], lambda error: None, limit=2**20)
    sent = threading.Event()

    def fill() -> None:
        for number in range(20):
            outbox.put(_distribution(number, 100_000))  # 800 kB each
        sent.set()

    thread = threading.Thread(target=fill)
    thread.start()
    arrived = [receive(pipe[1]).request_id for _ in range(4)]
    assert not sent.is_set()
    arrived += [receive(pipe[1]).request_id for _ in range(16)]
    thread.join()
    assert arrived == list(range(20))
    pipe[1].close()
    outbox.put(_distribution(99))  # the thread meets the end, says so and is gone


def test_a_stop_frees_a_sender_that_waits(pipe: tuple[Connection, Connection]) -> None:
    broken = threading.Event()
    outbox = Outbox(pipe[0], lambda error: broken.set(), limit=2**20)
    for number in range(3):
        outbox.put(_distribution(number, 300_000), stop=lambda: True)
    arrived = [receive(pipe[1]).request_id for _ in range(3)]
    assert arrived == [0, 1, 2]
    pipe[1].close()
    outbox.put(_distribution(99))
    assert broken.wait(10)
