"""The way through the layers: the states that are placed, what they went through, and when it is refused."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from engine.errors import InputRefused, Stopped
from engine.generation.session import Session
from engine.labkit.dispatch import answerer_of
from engine.labkit.workbench import Workbench
from engine.labs.layers import way
from engine.labs.layers.records import AskWay
from engine.records import EMBEDDING, F32, UNEMBEDDING, Placed, Space
from tests.helpers.sessions import begun, tiny_session


class Map:
    """A layout of any space in which a vector lies at its first three values."""

    def __init__(self) -> None:
        self.asked: list[tuple[Space, F32]] = []

    def place(self, space: Space, vectors: F32) -> Placed:
        self.asked.append((space, vectors))
        n = len(vectors)
        return Placed(
            "k", vectors[:, :3], vectors[:, :2], np.ones(n, np.float32), np.ones(n, np.float32), np.zeros(n, bool)
        )


def bench(session: Session, where: Map, stop: bool = False) -> Workbench:
    made = Workbench(session, None, None, None, lambda *_: None, lambda: stop)  # type: ignore[arg-type]
    return replace(made, place=where.place)


@pytest.mark.parametrize("family", ["llama", "gpt2", "gemma2", "llama-biases-tied"])
def test_states_go_through_the_final_norm_to_the_unembedding(family: str) -> None:
    session, where = tiny_session(family), Map()
    begun(session)
    node = 5
    found = way.answer(AskWay(node, UNEMBEDDING, "k"), bench(session, where))
    ids = torch.from_numpy(session.tree.ids(session.tree.path(node)).astype(np.int64))[None]
    with torch.inference_mode():
        output = session.model(input_ids=ids, output_hidden_states=True)
    vectors = where.asked[0][1]
    assert vectors.shape == (session.anatomy.n_layers + 1, session.anatomy.d_model)
    np.testing.assert_allclose(vectors[-1], output.hidden_states[-1][0, -1], atol=1e-4)
    assert found.through == "final norm"
    assert found.nearest[-1] == int(output.logits[0, -1].argmax())
    np.testing.assert_array_equal(found.points3, vectors[:, :3])


def test_other_spaces_take_the_states_as_they_are() -> None:
    session, where = tiny_session("gpt2"), Map()
    begun(session)
    tied = way.answer(AskWay(3, EMBEDDING, "k"), bench(session, where))
    assert tied.through == ("final norm" if session.anatomy.tied else "nothing")
    found = way.answer(AskWay(3, Space("resid", 1), "k"), bench(session, where))
    assert found.through == "the space's standardising"
    assert not len(found.nearest)
    np.testing.assert_array_equal(where.asked[-1][1][2], session.states(3, 2)[-1].numpy())


def test_refused_and_stopped() -> None:
    session, where = tiny_session(), Map()
    begun(session)
    for question in (AskWay(-1, UNEMBEDDING, "k"), AskWay(99, UNEMBEDDING, "k"), AskWay(2, UNEMBEDDING, "another")):
        with pytest.raises(InputRefused):
            way.answer(question, bench(session, where))
    with pytest.raises(Stopped):
        way.answer(AskWay(2, UNEMBEDDING, "k"), bench(session, where, stop=True))
    assert answerer_of(AskWay) is way.answer
