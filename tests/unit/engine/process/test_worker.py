"""The worker, turn by turn: what waits for what fails, when a stop is heeded, and that no failure ends it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import PreTrainedTokenizerFast

from engine import protocol
from engine.dictionaries.records import Hook
from engine.generation.session import Session
from engine.labs.watch.records import AskWatch, Condition, Rule
from engine.maps.place import Placer
from engine.process import maps_service
from engine.protocol import (
    BranchAt,
    Cancel,
    Failed,
    Generate,
    GoTo,
    Halted,
    Moved,
    NewRun,
    NodesPlaced,
    OpenSpace,
    Pause,
    RunStarted,
    SpaceReady,
    TokensReady,
    UseLayout,
)
from engine.records import EMBEDDING, Sampling, Space
from tests.helpers.steering import dictionary_file
from tests.helpers.tiny_models import write_folder
from tests.helpers.worker_talk import WorkerTalk, loaded

GREEDY = Sampling(temperature=0)
PROMPT = "the cat sat on the mat and the dog ran after the cat"  # more tokens than are placed or read at once
STATES = Space("resid", 1)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> WorkerTalk:
    return loaded(write_folder(tmp_path_factory.mktemp("tiny")))


@pytest.fixture
def talk(shared: WorkerTalk) -> Iterator[WorkerTalk]:
    chunk = shared.model.session.chunk
    shared.answers.clear()
    yield shared
    shared.heard = lambda answer: None
    shared.model.session.chunk = chunk
    shared.worker._maps._in_use.clear()
    shared.turn(3)


def read(talk: WorkerTalk) -> None:
    """Have the worker read a prompt."""
    answers = talk.ask(NewRun, prompt=PROMPT, sampling=GREEDY)
    assert isinstance(answers[-1], Halted)


def lack_memory(talk: WorkerTalk, monkeypatch: pytest.MonkeyPatch, *, from_call: int) -> None:
    """Have every forward from this one on fail for want of memory."""
    session, calls = talk.model.session, 0
    session.chunk = 4
    forward = Session._forward

    def short(*args: object, **kwargs: object) -> object:
        nonlocal calls
        calls += 1
        if calls >= from_call:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 GiB.")
        return forward(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(Session, "_forward", short)


# -- what waits for what fails ---------------------------------------------------------------------------------------


def test_nothing_is_written_on_from_half_a_prompt(talk: WorkerTalk, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        lack_memory(talk, patch, from_call=3)
        run = talk.send(NewRun, prompt=PROMPT, sampling=GREEDY)
        waiting = talk.send(Generate, n_tokens=5)
        talk.turn()
    assert talk.of(Failed, run)[0].kind == "OutOfMemory"
    assert len(talk.model.session.tree) == 8  # the half that was read
    talk.turn(3)
    assert [halted.why for halted in talk.of(Halted, waiting)] == ["cancelled"]
    late = talk.send(Generate, n_tokens=5)  # it was on its way when the prompt failed
    talk.turn(3)
    assert "not read to its end" in talk.of(Failed, late)[0].sentence
    assert len(talk.model.session.tree) == 8
    read(talk)
    again = talk.send(Generate, n_tokens=2, stop_at_end=False)
    talk.turn(4)
    assert talk.of(Halted, again)[0].n_tokens == 2


def test_a_half_that_a_person_returns_to_is_gone_on_from(talk: WorkerTalk, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        lack_memory(talk, patch, from_call=3)
        talk.ask(NewRun, prompt=PROMPT, sampling=GREEDY)
    talk.ask(GoTo, node=5)
    request = talk.send(Generate, n_tokens=1)
    talk.turn(3)
    assert talk.of(Halted, request)[0].n_tokens == 1


def test_a_prompt_that_a_person_stopped_is_gone_on_from(talk: WorkerTalk) -> None:
    talk.model.session.chunk = 4
    talk.heard = lambda answer: talk.mailbox.put(Cancel(99)) if isinstance(answer, TokensReady) else None
    assert talk.ask(NewRun, prompt=PROMPT, sampling=GREEDY)[-1].why == "cancelled"  # type: ignore[attr-defined]
    talk.heard = lambda answer: None
    request = talk.send(Generate, n_tokens=1)
    talk.turn(3)
    assert talk.of(Halted, request)[0].n_tokens == 1


@pytest.mark.parametrize("refused", [{"prompt": "", "token_ids": (10**6,)}, {"prompt": "x" * 500}])
def test_a_generation_does_not_go_on_from_the_run_before_a_refused_one(
    talk: WorkerTalk, refused: dict[str, object]
) -> None:
    read(talk)
    before = len(talk.model.session.tree)
    talk.send(NewRun, sampling=GREEDY, **refused)
    request = talk.send(Generate, n_tokens=5)
    talk.turn(4)
    assert talk.of(Halted, request)[0].n_tokens == 0
    assert len(talk.model.session.tree) == before


def test_a_generation_does_not_go_on_from_where_a_branch_was_not_taken(
    talk: WorkerTalk, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(talk)
    with monkeypatch.context() as patch:
        lack_memory(talk, patch, from_call=1)
        branch = talk.send(BranchAt, node=2, token_id=9)
        request = talk.send(Generate, n_tokens=5)
        talk.turn()
    talk.turn(3)
    assert talk.of(Failed, branch)
    assert talk.of(Halted, request)[0].n_tokens == 0


def test_a_branch_of_several_tokens_takes_one_after_the_other_and_goes_over_those_that_are_there(
    talk: WorkerTalk,
) -> None:
    read(talk)
    first = talk.send(BranchAt, node=2, token_id=9, then=(8, 7))
    talk.turn(3)
    tree = talk.model.session.tree
    node = tree.child(2, 9)
    assert node is not None
    assert [tree.token_ids[at] for at in tree.path(talk.model.session.current)[3:]] == [9, 8, 7]
    assert len(talk.of(TokensReady, first)) == talk.of(Halted, first)[0].n_tokens == 3
    again = talk.send(BranchAt, node=2, token_id=9, then=(8, 5))
    talk.turn(3)
    assert [tree.token_ids[at] for at in tree.path(talk.model.session.current)[3:]] == [9, 8, 5]
    assert talk.of(Halted, again)[0].n_tokens == 1
    assert [moved.node for moved in talk.of(Moved, again)][:1] == [node]


def test_what_waits_for_a_later_branch_is_begun_though_an_earlier_one_failed(talk: WorkerTalk) -> None:
    read(talk)
    talk.send(GoTo, node=10**6)
    branch = talk.send(BranchAt, node=2, token_id=9)
    request = talk.send(Generate, n_tokens=1, stop_at_end=False)
    talk.turn(5)
    assert talk.of(Halted, branch)[0].n_tokens == 1
    assert talk.of(Halted, request)[0].n_tokens == 1


# -- stops -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("stop", "why"), [(Pause, "paused"), (Cancel, "cancelled")])
def test_a_stop_under_a_speed_limit_comes_at_once(talk: WorkerTalk, stop: type[protocol.Request], why: str) -> None:
    read(talk)
    request = talk.send(Generate, n_tokens=9, tokens_per_second=0.1, stop_at_end=False)
    talk.turn()
    assert len(talk.of(TokensReady, request)) == 1
    talk.send(stop)
    began = time.monotonic()
    talk.turn()
    assert [halted.why for halted in talk.of(Halted, request)] == [why]
    assert time.monotonic() - began < 1  # of the ten seconds until the next token


def test_what_is_to_be_watched_for_is_taken_by_the_generation_under_way(talk: WorkerTalk, tmp_path: Path) -> None:
    read(talk)
    _, name = dictionary_file(tmp_path, talk.model.session.anatomy.d_model, Hook("resid", 0))
    always = AskWatch(rules=(Rule("always", ((Condition(name, 1, False, 1e9),),)),))
    request = talk.send(Generate, n_tokens=9, tokens_per_second=50.0, stop_at_end=False)
    while len(talk.of(TokensReady, request)) < 2:
        talk.turn()
    talk.send(protocol.SetWatch, watch=always)
    while not talk.of(Halted, request):
        talk.turn()
    (halted,) = talk.of(Halted, request)
    assert (halted.why, halted.n_tokens) == ("watched", 3)
    talk.send(protocol.SetWatch, watch=None)  # where nothing is under way


def test_the_speed_told_is_never_above_the_limit(talk: WorkerTalk) -> None:
    """What a token takes to compute says nothing of a run that waits between its tokens."""
    read(talk)
    request = talk.send(Generate, n_tokens=4, tokens_per_second=20.0, stop_at_end=False)
    talk.turn()
    while not talk.of(Halted, request):
        talk.turn()
    (halted,) = talk.of(Halted, request)
    assert halted.n_tokens == 4
    assert 0 < halted.n_tokens / halted.seconds <= 20.0


@pytest.mark.parametrize(("stop", "why"), [(Pause, "paused"), (Cancel, "cancelled")])
def test_a_stop_holds_for_a_generation_that_is_just_beginning(
    talk: WorkerTalk, monkeypatch: pytest.MonkeyPatch, stop: type[protocol.Request], why: str
) -> None:
    read(talk)
    begin = talk.mailbox.begin_generating

    def meanwhile(request: protocol.Request) -> None:
        talk.mailbox.put(stop(99))
        begin(request)

    monkeypatch.setattr(talk.mailbox, "begin_generating", meanwhile)
    request = talk.send(Generate, n_tokens=9, stop_at_end=False)
    talk.turn(2)
    assert [(halted.why, halted.n_tokens) for halted in talk.of(Halted, request)] == [(why, 0)]


# -- placing ---------------------------------------------------------------------------------------------------------


def use(talk: WorkerTalk, space: Space) -> list[NodesPlaced]:
    """Open a space and have the run placed into its first layout."""
    ready = next(answer for answer in talk.ask(OpenSpace, space=space) if isinstance(answer, SpaceReady))
    return [answer for answer in talk.ask(UseLayout, layout=ready.layout) if isinstance(answer, NodesPlaced)]


def places(answers: list[NodesPlaced]) -> dict[int, bytes]:
    """Each node's places and figures, to the bit."""
    found = {}
    for answer in answers:
        it = answer.placed
        for row, node in enumerate(answer.nodes.tolist()):
            found[node] = b"".join(a[row].tobytes() for a in (it.points3, it.points2, it.kept3, it.kept2, it.left_out))
    return found


@pytest.mark.parametrize("space", [EMBEDDING, STATES])
def test_a_stop_while_a_prompt_is_placed_is_heeded_and_the_rest_is_placed_later(
    talk: WorkerTalk, space: Space, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maps_service, "AT_ONCE", 5)
    read(talk)
    count = len(talk.model.session.tree)
    whole = places(use(talk, space))
    assert len(whole) == count
    before = len(talk.of(NodesPlaced))
    talk.heard = lambda answer: talk.mailbox.put(Cancel(99)) if isinstance(answer, NodesPlaced) else None
    talk.ask(NewRun, prompt=PROMPT, sampling=GREEDY)
    assert sum(len(answer.nodes) for answer in talk.of(NodesPlaced)[before:]) == 5
    talk.heard = lambda answer: None
    while talk.worker._maps.is_behind:
        talk.turn()
    again = talk.of(NodesPlaced)[before:]
    assert [node for answer in again for node in answer.nodes.tolist()] == list(range(count))
    assert {answer.run_id for answer in again} == {talk.model.session.run_id}
    if space is EMBEDDING:  # states of another run may differ in their last bits
        assert places(again) == whole


@pytest.mark.parametrize("at_once", [1, 2, 7, 1000])
@pytest.mark.parametrize("space", [EMBEDDING, STATES])
def test_places_are_the_same_to_the_bit_however_many_are_placed_at_once(
    talk: WorkerTalk, space: Space, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(talk)
    whole = places(use(talk, space))
    monkeypatch.setattr(maps_service, "AT_ONCE", at_once)
    assert places(use(talk, space)) == whole


def test_what_is_left_of_one_run_is_not_placed_in_the_next(talk: WorkerTalk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(maps_service, "AT_ONCE", 5)
    read(talk)
    use(talk, EMBEDDING)
    talk.heard = lambda answer: talk.mailbox.put(Cancel(99)) if isinstance(answer, NodesPlaced) else None
    talk.ask(NewRun, prompt=PROMPT, sampling=GREEDY)
    talk.heard = lambda answer: None
    started = talk.ask(NewRun, prompt="the", sampling=GREEDY)
    placed = [answer for answer in started if isinstance(answer, NodesPlaced)]
    assert sum(len(answer.nodes) for answer in placed) == len(talk.model.session.tree)
    assert not talk.worker._maps.is_behind
    assert isinstance(started[0], RunStarted)


@pytest.mark.parametrize("error", [ValueError("odd"), MemoryError()])
def test_a_map_that_cannot_be_placed_into_is_given_up_and_the_run_goes_on(
    talk: WorkerTalk, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    read(talk)
    use(talk, STATES)
    count = len(talk.model.session.tree)

    def fails(self: Placer, new: object) -> object:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(Placer, "place", fails)
        request = talk.send(Generate, n_tokens=3, stop_at_end=False)
        talk.turn(5)
        read(talk)
    assert talk.of(Halted, request)[0].n_tokens == 3
    failures = talk.of(Failed)
    assert len(failures) == 1
    assert failures[0].request_id == 0
    assert "no longer placed on the map of states" in failures[0].sentence
    assert len(talk.of(Halted)[-1:]) == 1
    assert np.array_equal(use(talk, STATES)[0].nodes, np.arange(count)[: maps_service.AT_ONCE])


def test_a_begin_of_text_that_is_typed_and_added_is_told_with_the_run(
    talk: WorkerTalk, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokenizer = talk.model.tokenizer
    adds = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer.backend_tokenizer, bos_token=tokenizer.bos_token, eos_token=tokenizer.eos_token,
        add_bos_token=True, add_eos_token=True,
    )  # fmt: skip
    for known, prompt, said in ((tokenizer, "the", ""), (tokenizer, "B", ""), (adds, "the", ""), (adds, "B", "B")):
        monkeypatch.setattr(talk.worker._models, "_model", replace(talk.model, tokenizer=known))
        typed = prompt.replace("B", tokenizer.bos_token)
        started = next(
            answer for answer in talk.ask(NewRun, prompt=typed, sampling=GREEDY) if isinstance(answer, RunStarted)
        )
        assert started.typed_twice == said.replace("B", tokenizer.bos_token)
        ids = talk.model.session.tree.ids(talk.model.session.tree.path(talk.model.session.current)).tolist()
        assert ids == [*([adds.bos_token_id] if known is adds else []), *tokenizer(typed).input_ids]
