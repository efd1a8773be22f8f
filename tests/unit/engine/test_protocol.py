"""Messages: frozen, picklable, and their arrays read-only on both ends."""

from __future__ import annotations

import dataclasses
import pickle

import numpy as np
import pytest

from engine import protocol
from engine.protocol import AdoptRun, Answer, Distribution, Request

CLASSES = [
    value
    for value in vars(protocol).values()
    if isinstance(value, type) and issubclass(value, (Request, Answer)) and value not in (Request, Answer)
]


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_message_is_frozen_and_begins_with_its_number(kind: type) -> None:
    first = dataclasses.fields(kind)[0].name
    assert first == ("id" if issubclass(kind, Request) else "request_id")
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]


def test_arrays_are_read_only_before_and_after_the_pipe() -> None:
    message = Distribution(1, 2, 3, np.zeros(4, np.float32), np.zeros(4, np.float32))
    for one in (message, pickle.loads(pickle.dumps(message))):  # noqa: S301 - made here
        with pytest.raises(ValueError, match="read-only"):
            one.probs[0] = 1


def test_requests_with_arrays_survive_the_pipe() -> None:
    request = AdoptRun(1, "x", 1, np.array([-1], np.int32), np.array([5], np.int32), 0)
    again = pickle.loads(pickle.dumps(request))  # noqa: S301 - made here
    assert again.parents.tolist() == [-1]
    assert protocol.kind_key(again) == protocol.kind_key(request)
