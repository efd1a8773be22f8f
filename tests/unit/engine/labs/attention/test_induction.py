"""The induction lesson against plain forwards: attention read, copy found, knock-outs from the middle and the whole."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from engine.capture.effects import Means
from engine.capture.means import reference_means
from engine.capture.recorder import Want, forward
from engine.errors import InputRefused, Stopped
from engine.generation.session import Session
from engine.labkit.dispatch import answerer_of
from engine.labkit.workbench import Workbench
from engine.labs.attention import induction
from engine.labs.attention.records import AskInduction, AskInductionMeans
from engine.records import Change, Plan, Site
from tests.helpers.sessions import begun, hooks_on, plain_logits, tiny_session

TEXT = np.array([5, 17, 60, 33, 8, 71, 22, 17], np.int32)  # 17 came before, followed by 60


def bench(session: Session, stop: bool = False) -> Workbench:
    return Workbench(session, None, None, None, lambda *_: None, lambda: stop)  # type: ignore[arg-type]


@pytest.mark.parametrize("family", ["llama", "gpt2", "gpt_neox", "gemma2"])
def test_the_lesson_agrees_with_whole_forwards(family: str) -> None:
    session = tiny_session(family)
    begun(session, prompt=TEXT)
    found = induction.answer(AskInduction(7, heads=3), bench(session))
    assert (found.position, found.earlier, found.copied) == (7, 1, 60)
    ids = torch.from_numpy(TEXT.astype(np.int64))
    whole = forward(session.model, session.anatomy, ids, want=Want(attn=True))
    assert whole.attn is not None
    np.testing.assert_allclose(found.attention, whole.attn[:, :, 7, 2], atol=1e-5)
    values = found.attention[found.heads[:, 0], found.heads[:, 1]]
    np.testing.assert_array_equal(values, np.sort(found.attention.ravel())[::-1][:3])
    intact = torch.softmax(torch.from_numpy(plain_logits(session.model, TEXT)[-1]), -1)[60]
    assert found.intact == pytest.approx(float(intact), abs=1e-5)
    sites = [Site("head", int(layer), int(head)) for layer, head in found.heads]
    for group, got in [
        *(((site,), p) for site, p in zip(sites, found.without, strict=True)),
        (sites, found.without_all),
    ]:
        plan = Plan(tuple(Change(site, 0.0) for site in group))
        logits = forward(session.model, session.anatomy, ids, plan=plan).logits
        assert logits is not None
        assert got == pytest.approx(float(torch.softmax(logits[-1], -1)[60]), abs=1e-5)
    assert hooks_on(session.model) == 0


def test_heads_at_their_means_where_there_are_means() -> None:
    session = tiny_session("llama")
    begun(session, prompt=TEXT)
    texts = [torch.from_numpy(np.random.default_rng(0).integers(3, 90, 20))]

    def means(plan: Plan) -> Means:
        return reference_means(session.model, session.anatomy, texts, plan.mean_sites)

    used = replace(bench(session), means=means)
    lesson = induction.answer(AskInduction(7, heads=2), used)
    heads = tuple((int(layer), int(head)) for layer, head in lesson.heads)
    found = induction.answer_means(AskInductionMeans(7, lesson.copied, heads), used)
    ids = torch.from_numpy(TEXT.astype(np.int64))
    sites = [Site("head", *head) for head in heads]
    for group, got in [
        *(((site,), p) for site, p in zip(sites, found.without, strict=True)),
        (sites, found.without_all),
    ]:
        plan = Plan(tuple(Change(site, 0.0, mean=True) for site in group))
        logits = forward(session.model, session.anatomy, ids, plan=plan, means=means(plan)).logits
        assert logits is not None
        assert got == pytest.approx(float(torch.softmax(logits[-1], -1)[60]), abs=1e-5)
    with pytest.raises(InputRefused):
        induction.answer_means(AskInductionMeans(7, 60, heads), bench(session))
    with pytest.raises(InputRefused):
        induction.answer_means(AskInductionMeans(7, 60, ()), used)


def test_a_token_that_is_new_has_no_lesson() -> None:
    session = tiny_session()
    begun(session, prompt=TEXT)
    found = induction.answer(AskInduction(6), bench(session))
    assert found.earlier == -1
    assert not len(found.heads)


def test_the_last_occurrence_counts() -> None:
    assert induction.last_before([1, 2, 1, 3, 1]) == 2
    assert induction.last_before([1, 1]) == 0
    assert induction.last_before([1]) == -1
    assert induction.last_before([1, 2]) == -1


def test_refused_in_words_stopped_and_known_to_the_registry() -> None:
    session = tiny_session()
    begun(session, prompt=TEXT)
    for question in (AskInduction(-1), AskInduction(99), AskInduction(7, heads=0)):
        with pytest.raises(InputRefused):
            induction.answer(question, bench(session))
    with pytest.raises(Stopped):
        induction.answer(AskInduction(7), bench(session, stop=True))
    assert hooks_on(session.model) == 0
    assert answerer_of(AskInduction) is induction.answer
