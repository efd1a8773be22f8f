"""The client with a real engine process and a tiny model: all that is asked is answered, and every end is told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest

from app.session.engine_client import EngineClient, in_words
from engine import protocol
from engine.errors import MapProblem
from engine.maps.shared import SharedVectors, attached
from engine.protocol import (
    AdoptRun,
    BranchAt,
    Cancel,
    CancelledAnswer,
    CheckReference,
    Configure,
    Died,
    Distribution,
    Done,
    Failed,
    FullDistribution,
    Generate,
    GoTo,
    Halted,
    Loaded,
    LoadModel,
    Moved,
    NewRun,
    OpenSpace,
    Pause,
    Progress,
    Referenced,
    Replay,
    Replayed,
    RunStarted,
    SetSpeed,
    ShareVectors,
    SpaceReady,
    TokensReady,
    VectorsShared,
)
from engine.records import EMBEDDING, Sampling
from tests.helpers.engine_talk import Talk
from tests.helpers.there import there
from tests.helpers.tiny_models import write_folder

ROOT = Path(__file__).resolve().parents[4]
GREEDY = Sampling(temperature=0)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="module")
def shared(folder: Path) -> Iterator[Talk]:
    """One engine for the tests that do not harm it."""
    with Talk() as talk:
        talk.ask(Loaded, LoadModel, spec=str(folder), memory_budget=2**20)
        yield talk


@pytest.fixture
def talk(shared: Talk) -> Talk:
    """The shared engine with a run of a short prompt."""
    shared.ask(Halted, NewRun, prompt="the cat sat", sampling=GREEDY)
    return shared


def test_life_is_heard_before_torch_is_there(shared: Talk) -> None:
    first = shared.answers[0]
    assert isinstance(first, Progress)
    assert first.doing == "Starting the engine"
    info = shared.of(Loaded)[0].info
    assert (info.n_layers, info.n_heads, info.d_model, info.d_mlp, info.context) == (2, 4, 32, 48, 64)
    assert len(shared.of(Loaded)[0].vocabulary) == info.vocab_size


def test_the_reference_check_follows_a_load(shared: Talk) -> None:
    load = shared.of(Loaded)[0].request_id
    assert shared.reply(Referenced, load).reference.max_abs_logit_difference < 1e-4


def test_a_prompt_is_recorded_and_gone_on_from(talk: Talk) -> None:
    started = talk.of(RunStarted)[-1]
    assert (started.prompt, started.prompt_tokens) == ("the cat sat", len(talk.run))
    halted = talk.ask(Halted, Generate, n_tokens=5, stop_at_end=False)
    assert (halted.why, halted.n_tokens) == ("done", 5)
    assert len(talk.run) == started.prompt_tokens + 5
    record = talk.run.at(-1)
    assert record.resid is not None
    assert record.resid.shape == (3, 32)
    assert not record.resid.flags.writeable
    assert record.next_ids.shape == (50,)


def test_another_memory_budget_holds_from_the_next_run_on(talk: Talk) -> None:
    assert talk.run.at(-1).attn is not None
    talk.ask(Done, Configure, threads=1, memory_budget=16)
    talk.ask(Halted, NewRun, prompt="the cat sat", sampling=GREEDY)
    assert talk.run.at(-1).attn is None
    talk.ask(Done, Configure, threads=1, memory_budget=2**20)
    talk.ask(Halted, NewRun, prompt="the cat sat", sampling=GREEDY)
    assert talk.run.at(-1).attn is not None


def test_step_back_and_on_again_is_the_same_token(talk: Talk) -> None:
    sampling = Sampling(temperature=1.0, seed=5)
    talk.ask(Halted, Generate, n_tokens=4, sampling=sampling, stop_at_end=False)
    leaf = talk.run.current
    parent = talk.run.nodes[leaf].parent
    assert talk.ask(Moved, GoTo, node=parent).node == parent
    request = talk.client.send(Generate, n_tokens=1, stop_at_end=False)
    assert talk.reply(Halted, request).n_tokens == 1
    assert talk.reply(Moved, request).node == leaf


def test_a_branch_goes_there_and_a_known_child_is_returned_to(talk: Talk) -> None:
    first = talk.client.send(BranchAt, node=1, token_id=7)
    assert talk.reply(Halted, first).n_tokens == 1
    leaf = talk.run.current
    assert talk.run.nodes[leaf].token_id == 7
    talk.ask(Moved, GoTo, node=0)
    second = talk.client.send(BranchAt, node=1, token_id=7)
    assert talk.reply(Halted, second).n_tokens == 0
    assert talk.run.current == leaf


def test_looking_again(talk: Talk) -> None:
    node = talk.run.current
    values = talk.ask(Replayed, Replay, node=node, layer=1, quantity="attn").values
    np.testing.assert_allclose(values[2], there(talk.run.attention(1, 2)), atol=1e-5)
    found = talk.ask(Distribution, FullDistribution, node=node)
    assert found.probs.sum() == pytest.approx(1, abs=1e-4)
    np.testing.assert_array_equal(found.logits[talk.run.at(-1).next_ids], talk.run.at(-1).next_logits)
    assert talk.ask(Referenced, CheckReference).reference.top1_agreement == 1.0


def test_a_paused_generation_can_be_gone_on_with_and_is_served_in_between(talk: Talk) -> None:
    request = talk.client.send(Generate, n_tokens=40, tokens_per_second=4.0, stop_at_end=False)
    talk.reply(TokensReady, request)
    node = talk.run.current
    assert talk.ask(Replayed, Replay, node=node, layer=0, quantity="neurons").values.shape[1] == 48
    assert not [halted for halted in talk.of(Halted) if halted.request_id == request]
    talk.client.send(Pause)
    halted = talk.reply(Halted, request)
    assert halted.why == "paused"
    assert 1 <= halted.n_tokens < 40
    assert talk.ask(Halted, Generate, n_tokens=2, stop_at_end=False).why == "done"


def test_cancel_ends_a_generation_and_what_waits(talk: Talk) -> None:
    request = talk.client.send(Generate, n_tokens=40, tokens_per_second=2.0, stop_at_end=False)
    talk.reply(TokensReady, request)
    talk.client.send(Cancel)
    assert talk.reply(Halted, request).why == "cancelled"
    assert talk.ask(Halted, Generate, n_tokens=1, stop_at_end=False).why == "done"


def test_taking_a_token_ends_the_generation(talk: Talk) -> None:
    request = talk.client.send(Generate, n_tokens=40, tokens_per_second=2.0, stop_at_end=False)
    talk.reply(TokensReady, request)
    branch = talk.client.send(BranchAt, node=2, token_id=9)
    talk.reply(Halted, branch)
    assert talk.reply(Halted, request).why == "cancelled"
    assert talk.run.nodes[talk.run.current].token_id == 9


def test_a_full_context_ends_a_generation(talk: Talk) -> None:
    halted = talk.ask(Halted, Generate, n_tokens=500, stop_at_end=False)
    assert halted.why == "context full"
    assert len(talk.run) == 64
    assert talk.ask(Halted, Generate, n_tokens=1, stop_at_end=False).why == "context full"


def test_a_speed_limit_is_kept(talk: Talk) -> None:
    began = time.monotonic()
    talk.ask(Halted, Generate, n_tokens=5, tokens_per_second=10.0, stop_at_end=False)
    assert time.monotonic() - began >= 0.4


def test_a_speed_limit_holds_for_what_is_under_way_at_once(talk: Talk) -> None:
    """It held from the next press of play on only: a class watched the text race on beside a slow slider."""
    request = talk.client.send(Generate, n_tokens=40, tokens_per_second=1.0, stop_at_end=False)
    talk.reply(TokensReady, request)
    talk.client.send(SetSpeed, tokens_per_second=None)
    began = time.monotonic()
    assert talk.reply(Halted, request).why == "done"
    assert time.monotonic() - began < 20  # of the 39 s it would have taken
    second = talk.client.send(Generate, n_tokens=8, stop_at_end=False)
    talk.client.send(SetSpeed, tokens_per_second=4.0)
    began = time.monotonic()
    made = talk.reply(Halted, second).n_tokens
    assert made == 8
    assert time.monotonic() - began > 1.0


def test_the_same_seed_gives_the_same_text(shared: Talk) -> None:
    texts = []
    for seed in (1, 1, 2):
        shared.ask(Halted, NewRun, prompt="the dog", sampling=Sampling(1.3, seed=seed))
        shared.ask(Halted, Generate, n_tokens=20, stop_at_end=False)
        texts.append(shared.run.token_ids.tolist())
    assert texts[0] == texts[1] != texts[2]


@pytest.mark.parametrize(
    ("prompt", "sampling"),
    [("ab\ud83d", GREEDY), ("x" * 100_000, GREEDY), ("the", Sampling(temperature=-1)), ("the", Sampling(top_p=2.0))],
)
def test_what_cannot_be_run_is_refused_in_a_sentence_and_the_run_stays(
    talk: Talk, prompt: str, sampling: Sampling
) -> None:
    count = len(talk.run)
    failed = talk.ask(Failed, NewRun, prompt=prompt, sampling=sampling)
    assert failed.kind == "InputRefused"
    assert failed.sentence.endswith(".")
    assert talk.ask(Halted, Generate, n_tokens=1, stop_at_end=False).n_tokens == 1
    assert len(talk.run) == count + 1


@pytest.mark.parametrize("prompt", ["a", "\x00", "🙂", "مرحبا", "你好", ""])
def test_odd_prompts_run(shared: Talk, prompt: str) -> None:
    assert shared.ask(Halted, NewRun, prompt=prompt, sampling=GREEDY).why == "done"


def test_a_run_from_a_file_is_adopted(talk: Talk) -> None:
    talk.ask(Halted, Generate, n_tokens=3, stop_at_end=False)
    expected = talk.ask(Distribution, FullDistribution, node=talk.run.current).probs
    parents = np.array([record.parent for record in talk.run.nodes], np.int32)
    tokens = np.array([record.token_id for record in talk.run.nodes], np.int32)
    kept, current = talk.run.run_id, talk.run.current
    talk.adopts = True
    request = talk.client.send(
        AdoptRun, prompt="the cat sat", prompt_tokens=3, parents=parents, token_ids=tokens, current=current
    )
    assert talk.reply(RunStarted, request).run_id > kept
    assert talk.reply(Moved, request).node == current
    np.testing.assert_allclose(talk.ask(Distribution, FullDistribution, node=current).probs, expected, atol=1e-5)
    talk.ask(Halted, Generate, n_tokens=1, stop_at_end=False)
    assert len(talk.run.nodes) == len(parents) + 1


def test_a_model_that_is_not_there_leaves_the_one_that_is(talk: Talk, tmp_path: Path) -> None:
    assert talk.ask(Failed, LoadModel, spec=str(tmp_path / "none")).sentence.endswith(".")
    assert talk.ask(Halted, Generate, n_tokens=1, stop_at_end=False).n_tokens == 1


@pytest.mark.usefixtures("forked_engines")
def test_nothing_can_be_run_before_a_load() -> None:
    with Talk() as talk:
        assert "No model is loaded" in talk.ask(Failed, NewRun, prompt="the").sentence


def test_a_killed_engine_is_told_and_can_be_restarted(folder: Path) -> None:
    with Talk() as talk:
        talk.ask(Loaded, LoadModel, spec=str(folder))
        talk.ask(Halted, NewRun, prompt="the cat", sampling=GREEDY)
        request = talk.client.send(Generate, n_tokens=50, tokens_per_second=5.0, stop_at_end=False)
        talk.reply(TokensReady, request)
        pid = talk.client.pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        died: Died = talk.until(lambda: next(iter(talk.of_died()), None))
        assert died.exit_code == -signal.SIGKILL
        assert "killed" in died.sentence
        assert not talk.client.alive
        assert talk.client.send(Generate, n_tokens=1) > request  # goes nowhere, harms nothing
        talk.answers.clear()
        talk.client.close()
        talk.client.start()
        talk.ask(Loaded, LoadModel, spec=str(folder))
        assert talk.ask(Halted, NewRun, prompt="the cat", sampling=GREEDY).why == "done"


@pytest.mark.usefixtures("forked_engines")
@pytest.mark.parametrize("killed", [True, False])
def test_shared_vectors_are_given_back_however_the_engine_ends(folder: Path, killed: bool) -> None:
    with Talk() as talk:
        talk.ask(Loaded, LoadModel, spec=str(folder))
        talk.ask(SpaceReady, OpenSpace, space=EMBEDDING)
        where = talk.ask(VectorsShared, ShareVectors, space=EMBEDDING)
        block = SharedVectors(where.name, where.n, where.d)
        with attached(block) as vectors:
            assert len(vectors) == where.n
        if killed:
            assert talk.client.pid is not None
            os.kill(talk.client.pid, signal.SIGKILL)
            talk.until(talk.of_died)
    with pytest.raises(MapProblem), attached(block):
        pass


def test_an_engine_killed_while_it_loads_is_told(folder: Path) -> None:
    with Talk() as talk:
        talk.client.send(LoadModel, spec=str(folder))
        talk.until(lambda: talk.answers)
        assert talk.client.pid is not None
        os.kill(talk.client.pid, signal.SIGKILL)
        talk.until(talk.of_died)


def test_closing_while_the_engine_loads_leaves_no_process(folder: Path) -> None:
    talk = Talk()
    talk.client.start()
    talk.client.send(LoadModel, spec=str(folder))
    talk.until(lambda: talk.answers)
    pid = talk.client.pid
    began = time.monotonic()
    talk.client.close()
    assert time.monotonic() - began < 2
    assert pid is not None
    assert not psutil.pid_exists(pid)
    assert not talk.of_died()


# Starts an engine as the window does, says its process once it has answered, and waits to be killed.
_WINDOW = """
import threading
from app.session.engine_client import EngineClient
if __name__ == "__main__":
    there = threading.Event()
    client = EngineClient(lambda answer: there.set())
    client.start()
    there.wait()
    print(client.pid, flush=True)
    threading.Event().wait()
"""


def test_an_engine_ends_when_its_window_is_killed(tmp_path: Path) -> None:
    program = tmp_path / "window.py"
    program.write_text(_WINDOW, "utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, program], stdout=subprocess.PIPE, text=True, env=environment) as window:
        assert window.stdout is not None
        engine = psutil.Process(int(window.stdout.readline()))
        window.kill()
    assert psutil.wait_procs([engine], timeout=20)[1] == []


@pytest.mark.usefixtures("forked_engines")
def test_a_slow_window_loses_no_record(folder: Path) -> None:
    gate = threading.Semaphore(0)
    held = threading.Event()

    def slow(answer: protocol.Answer) -> None:
        if isinstance(answer, TokensReady) and held.is_set():
            gate.acquire(timeout=20)

    with Talk(slow) as talk:
        talk.ask(Loaded, LoadModel, spec=str(folder))
        talk.ask(Halted, NewRun, prompt="the cat", sampling=GREEDY)
        held.set()
        request = talk.client.send(Generate, n_tokens=40, stop_at_end=False)
        for _ in range(40):
            gate.release()
        talk.reply(Halted, request)
        assert [record.node for record in talk.run.nodes] == list(range(len(talk.run.nodes)))
        assert talk.of(Halted)[-1].n_tokens == 40


def test_newer_requests_supersede_older_ones_of_their_kind() -> None:
    client = EngineClient(lambda answer: None)
    first = client.send(Replay, node=1, layer=0, quantity="attn")
    other = client.send(Replay, node=1, layer=0, quantity="neurons")
    second = client.send(Replay, node=1, layer=1, quantity="attn")
    assert [client.superseded(request) for request in (first, other, second)] == [True, False, False]


def test_a_superseded_request_is_cancelled_or_answered_but_not_delivered(talk: Talk) -> None:
    node = talk.run.current
    requests = [talk.client.send(FullDistribution, node=node) for _ in range(20)]
    talk.reply(Distribution, requests[-1])
    delivered = {answer.request_id for answer in talk.answers if isinstance(answer, (Distribution, CancelledAnswer))}
    assert requests[-1] in delivered
    assert not [a for a in talk.of(Distribution)[-1:] if a.request_id != requests[-1]]


def test_an_engine_that_cannot_start_names_the_library_that_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    changed = "import transformers.masking_utils as masks\ndel masks.causal_mask_function\n"
    (tmp_path / "sitecustomize.py").write_text(changed, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), str(ROOT)]))
    with Talk() as talk:
        died: Died = talk.until(lambda: next(iter(talk.of_died()), None))
        talk.client.close()
        assert talk.of_died() == [died]
    assert died.sentence.startswith("The engine could not start. Orrery does not work with transformers ")
    assert "causal_mask_function" in died.sentence
    assert "make setup" in died.sentence
    assert "Traceback" not in capfd.readouterr().err


def test_an_exit_code_is_put_in_words() -> None:
    assert "memory ran out" in in_words(-signal.SIGKILL)
    assert "SIGSEGV" in in_words(-signal.SIGSEGV)
    assert "status 3" in in_words(3)
    assert "unknown" in in_words(None)


@pytest.mark.usefixtures("forked_engines")
def test_a_process_that_does_not_hear_is_ended_at_once() -> None:
    with Talk() as talk:
        client, before = talk.client, talk.client.pid
        assert before is not None
        os.kill(before, signal.SIGSTOP)  # it answers nothing, not even a request to end
        began = time.monotonic()
        client.close(at_once=True)
        client.start()
        assert time.monotonic() - began < 0.8
        assert client.pid not in (None, before)
        assert not psutil.pid_exists(before) or psutil.Process(before).status() == psutil.STATUS_ZOMBIE
