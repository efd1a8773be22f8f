"""Out of memory on a card, in the engine process itself: said in numbers, nothing lost, and less then fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import PreTrainedModel

from engine.capture import step
from engine.capture.recognise import describe
from engine.labs.layers.records import AskWrites
from engine.labs.neurons.records import AskEffects, AskHere
from engine.models import device as devices
from engine.protocol import (
    AskLab,
    BranchAt,
    CheckReference,
    Failed,
    Generate,
    Halted,
    LabAnswered,
    Loaded,
    LoadModel,
    NewRun,
    Referenced,
    Replay,
    Replayed,
    Request,
)
from engine.questions import Question
from engine.records import Sampling
from tests.helpers.engine_talk import Talk
from tests.helpers.families import FAMILIES
from tests.helpers.faults import SAID, Faults, prepared
from tests.helpers.pretended import pretended
from tests.helpers.tiny_models import write_folder

GREEDY = Sampling(temperature=0)
PROMPT = "the cat sat on the mat"


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="module")
def monkeypatch_module() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        yield patch


@pytest.fixture(scope="module")
def faults(monkeypatch_module: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Faults:
    return prepared(monkeypatch_module, tmp_path_factory.mktemp("faults"))


@pytest.fixture(scope="module")
def shared(tiny: Path, faults: Faults) -> Iterator[Talk]:
    with Talk() as talk:
        talk.ask(Loaded, LoadModel, spec=str(tiny), device="cpu")
        talk.until(lambda: talk.of(Referenced))
        yield talk


@pytest.fixture
def talk(shared: Talk) -> Talk:
    """A run of a few tokens."""
    shared.ask(Halted, NewRun, prompt=PROMPT, sampling=GREEDY)
    shared.ask(Halted, Generate, n_tokens=4)
    return shared


def _refused(talk: Talk, request: type[Request], **values: object) -> Failed:
    """The failure of a request; it tells how much was needed, how much is free and what would help."""
    failure = talk.ask(Failed, request, **values)
    assert failure.kind == "OutOfMemory"
    assert "20.00 GiB" in failure.sentence
    return failure


def test_in_a_prompt(talk: Talk, faults: Faults) -> None:
    with faults.during("forward"):
        sentence = _refused(talk, NewRun, prompt=PROMPT, sampling=GREEDY).sentence
    assert "are free on cpu now" in sentence
    assert "A shorter prompt, a smaller model, or bfloat16" in sentence
    talk.ask(Halted, NewRun, prompt=PROMPT, sampling=GREEDY)
    assert len(talk.run.path) > 3


def test_in_a_step_the_run_is_kept_and_goes_on_as_if_nothing_had_been(talk: Talk, faults: Faults) -> None:
    before = talk.run.token_ids.tolist()
    with faults.during("forward"):
        _refused(talk, Generate, n_tokens=5)
    assert talk.run.token_ids.tolist() == before
    talk.ask(Halted, Generate, n_tokens=5)
    after = talk.run.token_ids.tolist()
    states = talk.run.nodes[talk.run.path[-1]].resid
    talk.ask(Halted, NewRun, prompt=PROMPT, sampling=GREEDY)
    talk.ask(Halted, Generate, n_tokens=9)
    assert after == talk.run.token_ids.tolist()
    again = talk.run.nodes[talk.run.path[-1]].resid
    assert states is not None
    assert again is not None
    np.testing.assert_allclose(states, again, atol=1e-5)


def test_at_a_branch_the_run_stays_where_it_was(talk: Talk, faults: Faults) -> None:
    before = list(talk.run.path)
    with faults.during("forward"):
        _refused(talk, BranchAt, node=2, token_id=9)
    assert list(talk.run.path) == before
    talk.ask(Halted, BranchAt, node=2, token_id=9)
    assert int(talk.run.token_ids[-1]) == 9


@pytest.mark.parametrize("lab", [AskWrites, lambda node: AskHere(node, 1, 3), AskEffects])
def test_in_a_lab(talk: Talk, faults: Faults, lab: Callable[[int], Question]) -> None:
    question = lab(talk.run.path[-1])
    with faults.during("block"):
        _refused(talk, AskLab, question=question)
    assert talk.ask(LabAnswered, AskLab, question=question).finding is not None


def test_in_a_replay(talk: Talk, faults: Faults) -> None:
    asked = {"node": talk.run.path[-1], "layer": 1, "quantity": "neurons"}
    with faults.during("block"):
        _refused(talk, Replay, **asked)
    assert len(talk.ask(Replayed, Replay, **asked).values) == len(talk.run.path)


def test_in_the_reference_check(talk: Talk, faults: Faults) -> None:
    with faults.during("forward"):
        _refused(talk, CheckReference)
    reference = talk.ask(Referenced, CheckReference).reference
    assert reference.top1_agreement == 1.0


def test_at_a_load_and_a_smaller_one_then_fits(talk: Talk, faults: Faults, tiny: Path) -> None:
    with faults.during("load"):
        failure = talk.ask(Failed, LoadModel, spec=str(tiny), device="cpu", dtype="float32")
    assert failure.kind == "OutOfMemory"
    assert "The model needs" in failure.sentence
    assert "on cpu in float32" in failure.sentence
    assert "What would fit" in failure.sentence
    assert talk.ask(Loaded, LoadModel, spec=str(tiny), device="cpu", dtype="bfloat16").info.dtype == "bfloat16"
    talk.ask(Loaded, LoadModel, spec=str(tiny), device="cpu", dtype="float32")


def test_while_a_loaded_model_is_looked_at_nothing_is_taken_for_a_missing_part(
    talk: Talk, faults: Faults, tiny: Path
) -> None:
    with faults.during("forward"):
        failure = talk.ask(Failed, LoadModel, spec=str(tiny), device="cpu", dtype="float32")
    assert failure.kind == "OutOfMemory"
    assert "on cpu in float32" in failure.sentence
    assert talk.ask(Loaded, LoadModel, spec=str(tiny), device="cpu").info.missing == ()


def test_what_a_failed_call_held_is_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    emptied: list[int] = []
    with pretended("cuda"):
        monkeypatch.setattr(torch.cuda, "empty_cache", lambda: emptied.append(1))

        class Tracked:
            def __del__(self) -> None:
                emptied.append(0)

        def failing() -> None:
            kept = Tracked()
            raise torch.OutOfMemoryError(str(id(kept)))

        try:
            failing()
        except torch.OutOfMemoryError as error:
            devices.give_back(error)
            assert emptied == [0, 1]  # first what the failed call held, then the device's own cache


@pytest.mark.parametrize("trial", [step.step_agrees, lambda model: describe(model).caches])
def test_a_trial_that_lacks_memory_says_nothing_of_the_model(
    trial: Callable[[PreTrainedModel], bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    def short(_model: PreTrainedModel) -> None:
        raise torch.OutOfMemoryError(SAID)

    monkeypatch.setattr(step, "new_cache", short)
    monkeypatch.setattr("engine.capture.trial.new_cache", short)
    with pytest.raises(torch.OutOfMemoryError):
        trial(FAMILIES["llama"]())
