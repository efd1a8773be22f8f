"""Twins against sessions and plain forwards of their own: same luck, the step where they part, KL, slices, refusals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.capture.recognise import describe
from engine.errors import InputRefused, Stopped
from engine.generation.session import Session
from engine.labkit.dispatch import answerer_of
from engine.labkit.workbench import Workbench
from engine.labs.twins import answers as twins
from engine.labs.twins.records import AskTwins, Twin, Twins
from engine.models.facts import model_info
from engine.models.load import load
from engine.records import F32, Change, ModelInfo, Placed, Plan, Sampling, Site, Space, Vocabulary
from tests.helpers.runs import tiny_info, tiny_vocabulary
from tests.helpers.sessions import PROMPT, begun, hooks_on, plain_logits, stepped, tiny_session
from tests.helpers.tiny_models import llama, sentencepiece_tokenizer, write_folder

IDS = tuple(int(token) for token in PROMPT)
SAMPLING = Sampling(temperature=1.0, seed=3)
OFF = Plan((Change(Site("attention", 1), 0.0), Change(Site("mlp", 2), 0.0)))


def vocabulary() -> Vocabulary:
    """97 tokens of three bytes."""
    data = "".join(f"{index:03d}" for index in range(97)).encode()
    offsets = np.arange(98, dtype=np.int64) * 3
    return Vocabulary(np.frombuffer(data, np.uint8).copy(), offsets, np.zeros(97, np.uint8))


def info(session: Session) -> ModelInfo:
    made = tiny_info(tiny_vocabulary())
    return replace(made, vocab_size=97, context=session.context, eos_ids=())


def bench(session: Session, stop: Callable[[], bool] = lambda: False, **more: Any) -> Workbench:
    return Workbench(session, None, vocabulary(), info(session), lambda *_: None, stop, **more)


def whole(question: AskTwins, on: Workbench) -> tuple[Twins, int]:
    """All slices one after the other."""
    slices, asked = 0, question
    while True:
        found, slices = twins.answer(asked, on), slices + 1
        if found.then is None:
            return found, slices
        asked = found.then


@pytest.mark.parametrize("family", ["llama", "gpt2", "bloom", "gemma2"])
def test_both_texts_are_those_of_runs_of_their_own(family: str) -> None:
    session = tiny_session(family)
    found, _ = whole(AskTwins(Twin(IDS), Twin(IDS, plan=OFF), 10, SAMPLING), bench(session))
    for text, plan in zip(found.written, (Plan(), OFF), strict=True):
        run = tiny_session(family)
        begun(run, SAMPLING, plan=plan)
        stepped(run, 10)
        assert run.tree.ids(run.tree.path(run.current)).tolist() == [*IDS, *text.tolist()]
    same = found.written[0] == found.written[1]
    assert found.parted == (int(np.argmin(same)) if not same.all() else -1)
    assert found.done
    assert hooks_on(session.model) == 0


def test_figures_are_those_of_plain_forwards() -> None:
    session = tiny_session()
    found, _ = whole(AskTwins(Twin(IDS), Twin(IDS, seed=99), 8, SAMPLING), bench(session))
    for step in range(8):
        rows = [plain_logits(session.model, np.array([*IDS, *text[:step]], np.int32))[-1] for text in found.written]
        p, q = (np.exp(row.astype(np.float64) - row.max()) for row in rows)
        p, q = p / p.sum(), q / q.sum()
        assert found.kl[step] == pytest.approx(float((p * np.log2(p / q)).sum()), abs=1e-4)
        assert found.entropy[0, step] == pytest.approx(float(-(p * np.log2(p)).sum()), abs=1e-4)
        assert found.probs[1, step] == pytest.approx(float(q[found.written[1][step]]), abs=1e-5)
        assert found.crossed[0, step] == pytest.approx(float(p[found.written[1][step]]), abs=1e-5)
    assert found.kl[0] == pytest.approx(0.0, abs=1e-9)  # the same text so far, the same model


def test_twins_without_a_difference_never_part() -> None:
    session = tiny_session()
    same = Plan((Change(Site("mlp", 1), 1.0),))
    found, _ = whole(AskTwins(Twin(IDS), Twin(IDS, plan=same), 12, SAMPLING), bench(session))
    assert found.parted == -1
    assert not found.kl.any()


def test_slices_give_what_one_piece_gives() -> None:
    session = tiny_session()
    question = AskTwins(Twin(IDS), Twin(IDS, plan=OFF), 9, SAMPLING, seconds=1e9)
    at_once, one = whole(question, bench(session))
    in_slices, many = whole(AskTwins(Twin(IDS), Twin(IDS, plan=OFF), 9, SAMPLING, seconds=0.0), bench(session))
    assert (one, many) == (1, 9)
    for a, b in zip(at_once.written, in_slices.written, strict=True):
        np.testing.assert_array_equal(a, b)
    np.testing.assert_allclose(at_once.kl, in_slices.kl, atol=1e-5)
    assert in_slices.asked == AskTwins(Twin(IDS), Twin(IDS, plan=OFF), 9, SAMPLING, seconds=0.0)


def test_two_texts_of_different_lengths_share_their_luck() -> None:
    session = tiny_session()
    found, _ = whole(AskTwins(Twin(IDS), Twin(IDS[1:]), 5, SAMPLING), bench(session))
    assert [len(start) for start in found.starts] == [8, 7]
    assert found.kl[0] > 0


def test_ends_with_the_text_of_either_and_at_the_context() -> None:
    session = tiny_session(context=12)
    found, _ = whole(AskTwins(Twin(IDS), Twin(IDS, plan=OFF), 30, SAMPLING), bench(session))
    assert len(found.kl) == 4  # the twelfth token fills it
    first = int(found.written[0][0])
    on = bench(session)
    ending = replace(on, info=replace(on.info, eos_ids=(first,)))
    assert len(whole(AskTwins(Twin(IDS), Twin(IDS), 30, SAMPLING), ending)[0].kl) == 1


def test_paths_are_placed_in_a_space_of_states_at_the_end() -> None:
    session, asked = tiny_session(), []

    def place(space: Space, vectors: F32) -> Placed:
        asked.append(vectors.shape)
        flat = np.zeros(len(vectors), np.float32)
        left_out = np.zeros(len(vectors), bool)
        return Placed("key", vectors[:, :3].copy(), vectors[:, :2].copy(), flat, flat.copy(), left_out)

    question = AskTwins(Twin(IDS), Twin(IDS, plan=OFF), 4, SAMPLING, Space("resid", 2))
    found, _ = whole(question, bench(session, place=place))
    assert asked == [(12, 32), (12, 32)]
    assert found.placed[1] is not None


REFUSED = [
    (AskTwins(Twin(), Twin(IDS)), "Type a prompt"),
    (AskTwins(Twin(IDS), Twin(IDS), 0), "1 to 500 tokens"),
    (AskTwins(Twin(IDS), Twin(IDS), 501), "1 to 500 tokens"),
    (AskTwins(Twin(IDS), Twin((97,))), "numbered 0 to 96"),
    (AskTwins(Twin(IDS), Twin(IDS, seed=-1)), "seed"),
    (AskTwins(Twin(IDS), Twin(IDS, plan=Plan((Change(Site("mlp", 9), 0.0),)))), "no layer 9"),
    (AskTwins(Twin(IDS), Twin(prompt="a", model="x", plan=OFF)), "apply to the loaded model"),
]


@pytest.mark.parametrize(("question", "sentence"), REFUSED)
def test_what_cannot_be_written_is_refused_in_a_sentence(question: AskTwins, sentence: str) -> None:
    session = tiny_session()
    with pytest.raises(InputRefused, match=sentence):
        twins.answer(question, bench(session))
    assert hooks_on(session.model) == 0


def test_a_stop_leaves_no_hook_and_the_run_as_it_was() -> None:
    session = tiny_session()
    begun(session)
    asked = iter(range(1000))
    with pytest.raises(Stopped):
        twins.answer(AskTwins(Twin(IDS), Twin(IDS, plan=OFF), 9, SAMPLING), bench(session, lambda: next(asked) > 40))
    assert hooks_on(session.model) == 0
    assert session.tree.ids(session.tree.path(session.current)).tolist() == list(IDS)


def loaded_bench(folder: Path) -> Workbench:
    loaded = load(str(folder), device="cpu")
    anatomy = describe(loaded.model)
    session = Session(loaded.model, anatomy, 128)
    made = model_info(loaded, anatomy)
    return Workbench(session, loaded.tokenizer, loaded.vocabulary, made, lambda *_: None, lambda: False)


def test_two_models_of_one_vocabulary_are_compared(tmp_path: Path) -> None:
    one = write_folder(tmp_path / "one", max_position_embeddings=128)
    other = write_folder(tmp_path / "other", max_position_embeddings=128, seed=1)
    on = loaded_bench(one)
    ids = tuple(on.tokenizer("the cat sat")["input_ids"])
    question = AskTwins(Twin(ids), Twin(prompt="the cat sat", model=str(other)), 5, SAMPLING, seconds=0.0)
    found, slices = whole(question, on)
    assert slices == 1  # a second model is loaded once
    assert found.incomparable == ""
    assert found.kl[0] > 0
    assert found.names[0] != found.names[1]
    again = loaded_bench(other)
    begun(again.session, SAMPLING, found.starts[1])
    stepped(again.session, len(found.kl))
    assert again.session.tree.ids(again.session.tree.path(again.session.current)).tolist() == [
        *found.starts[1].tolist(),
        *found.written[1].tolist(),
    ]


def test_models_of_different_vocabularies_are_shown_and_not_compared(tmp_path: Path) -> None:
    one = write_folder(tmp_path / "one", max_position_embeddings=128)
    tokenizer = sentencepiece_tokenizer()
    tokenizer.save_pretrained(tmp_path / "other")
    llama(len(tokenizer), max_position_embeddings=128).save_pretrained(tmp_path / "other")
    on = loaded_bench(one)
    ids = tuple(on.tokenizer("the cat sat")["input_ids"])
    found, _ = whole(AskTwins(Twin(ids), Twin(prompt="the cat sat", model=str(tmp_path / "other")), 4, SAMPLING), on)
    assert "different vocabularies" in found.incomparable
    assert np.isnan(found.kl).all()
    assert np.isfinite(found.entropy).all()
    assert found.vocabulary is not None
    assert hooks_on(on.model) == 0


def test_vocabularies_are_compared_by_their_bytes() -> None:
    assert twins.same_vocabulary(vocabulary(), vocabulary())
    assert not twins.same_vocabulary(vocabulary(), tiny_vocabulary())


def test_known_to_the_registry() -> None:
    assert answerer_of(AskTwins) is twins.answer
