"""Places of further texts against those of runs, in models of every kind of cache; means against numpy's."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.capture.normed import as_shown, row_of
from engine.errors import InputRefused, Stopped
from engine.generation.session import Session
from engine.labkit import dispatch
from engine.labkit.workbench import Workbench
from engine.labs.paths import states
from engine.labs.paths.answers import means
from engine.labs.paths.records import AskPath, AskSamplePaths, PathPlaces, SamplePlaces
from engine.maps.place import Placer
from engine.maps.spaces import SpaceVectors
from engine.questions import Finding
from engine.records import EMBEDDING, F32, I32, NORMED, Change, Placed, Plan, Site, Space
from tests.helpers.families import FAMILIES, OTHERS
from tests.helpers.made_maps import clustered, layout_of, space_of
from tests.helpers.sessions import PROMPT, begun, hooks_on, session_of, stepped, tiny_session
from tests.helpers.unusual import UNUSUAL
from tests.helpers.workbench import bench

KINDS = {**FAMILIES, **OTHERS, **UNUSUAL}
# plain keys; sliding windows of two makes; states that are overwritten; no cache at all
SOME = ["llama", "gpt2", "mistral", "gemma3", "mamba", "qwen3_next", "recurrent_gemma"]
STATES = Space("resid", 2)
SAMPLES = ((4, 50, 12), (4,), (50, 4, 7, 7, 30), (7, 7))
MADE = np.array([*PROMPT, 4, 9, 61, 30, 2, 8, 8, 17, 5, 44, 3, 1], np.int32)  # longer than a sliding window


class Map:
    """A map of states that keeps the vectors it is given."""

    def __init__(self, session: Session, key: str = "key") -> None:
        vectors = clustered(300, session.anatomy.d_model)
        self.vectors: SpaceVectors = space_of(vectors)
        self.placer = Placer(self.vectors, layout_of(vectors, key))
        self.key, self.given = key, list[F32]()

    def place(self, _space: Space, key: str, vectors: F32) -> Placed | None:
        self.given.append(vectors)
        return self.placer.place(vectors) if key == self.key else None


def asked(session: Session, question: AskPath | AskSamplePaths, on: Map, stop: bool = False) -> Finding:
    made: Workbench = replace(bench(session, stop=stop), place_into=on.place)
    return dispatch.answer(question, made)


def path(session: Session, question: AskPath, on: Map) -> PathPlaces:
    found = asked(session, question, on)
    assert isinstance(found, PathPlaces)
    return found


def samples(session: Session, question: AskSamplePaths, on: Map) -> SamplePlaces:
    found = asked(session, question, on)
    assert isinstance(found, SamplePlaces)
    return found


def run_states(session: Session, space: Space, ids: I32, plan: Plan = Plan()) -> F32:  # noqa: B008
    """[T, D] what a run of a prompt records."""
    begun(session, prompt=ids, plan=plan)
    row = row_of(space.layer, session.anatomy.n_layers)
    kept = np.stack([session.tree.resid[node][row] for node in session.tree.path(session.current)])
    session.cool()
    return as_shown(session.anatomy, kept, space.layer)


@pytest.mark.parametrize("name", SOME)
@pytest.mark.parametrize("space", [STATES, Space("resid", NORMED)])
def test_a_path_lies_where_a_run_of_the_same_text_does(name: str, space: Space) -> None:
    session = session_of(KINDS[name]())
    on, expected = Map(session), run_states(session, space, MADE)
    there = on.placer.place(expected)
    begun(session)
    stepped(session, 2)
    before = session.current
    found = path(session, AskPath(space, "key", token_ids=tuple(MADE.tolist())), on)
    assert found.placed is not None
    assert found.token_ids.tolist() == MADE.tolist()
    np.testing.assert_allclose(np.concatenate(on.given), expected, atol=1e-5 * max(1.0, float(np.abs(expected).max())))
    np.testing.assert_allclose(found.placed.points3, there.points3, atol=1e-5)
    np.testing.assert_allclose(found.placed.points2, there.points2, atol=1e-5)
    np.testing.assert_allclose(found.placed.kept3, there.kept3, atol=1e-5)
    assert (hooks_on(session.model), session.current) == (0, before)


@pytest.mark.parametrize("name", SOME)
def test_samples_lie_where_runs_of_them_do_and_their_mean_is_numpys(name: str) -> None:
    session = session_of(KINDS[name]())
    on, runs = Map(session), list[F32]()
    for sample in SAMPLES:
        runs.append(run_states(session, STATES, np.array([*PROMPT, *sample], np.int32)))
    found = samples(session, AskSamplePaths(STATES, "key", SAMPLES, token_ids=tuple(PROMPT.tolist())), on)
    n, total = len(PROMPT), sum(map(len, SAMPLES))
    given = np.concatenate(on.given)
    own, before, mean = given[:total], given[total : total + n], given[total + n :]
    size = max(1.0, float(np.abs(runs[0]).max()))
    np.testing.assert_allclose(own, np.concatenate([run[n:] for run in runs]), atol=2e-5 * size)
    np.testing.assert_allclose(before, runs[0][:n], atol=2e-5 * size)
    starts = np.cumsum([0, *map(len, SAMPLES)])
    for step in range(5):
        rows = [own[starts[at] + step] for at, sample in enumerate(SAMPLES) if len(sample) > step]
        np.testing.assert_allclose(mean[step], np.mean(rows, axis=0), atol=1e-5 * size)
    assert found.counted.tolist() == [4, 3, 2, 1, 1]
    assert found.before_ids.tolist() == PROMPT.tolist()
    np.testing.assert_allclose(found.mean.points3, on.placer.place(mean).points3, atol=1e-5)
    assert (len(found.before.points3), len(found.placed.points3)) == (n, total)
    assert hooks_on(session.model) == 0


def test_small_batches_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    session = session_of(KINDS["llama"]())
    question = AskSamplePaths(STATES, "key", SAMPLES, token_ids=tuple(PROMPT.tolist()))
    whole, alone = Map(session), Map(session)
    samples(session, question, whole)
    monkeypatch.setattr(states, "ROOM", 1)
    samples(session, question, alone)
    np.testing.assert_allclose(np.concatenate(alone.given), np.concatenate(whole.given), atol=1e-5)


@pytest.mark.parametrize("name", ["llama", "mistral"])
def test_interventions_are_those_of_a_run_with_them(name: str) -> None:
    plan = Plan((Change(Site("mlp", 1), 0.0), Change(Site("head", 0, 1), 0.0, positions=(len(PROMPT) + 1,))))
    session = session_of(KINDS[name]())
    expected = run_states(session, STATES, MADE, plan)
    begun(session)
    on, ids = Map(session), tuple(MADE.tolist())
    path(session, AskPath(STATES, "key", token_ids=ids, plan=plan), on)
    np.testing.assert_allclose(np.concatenate(on.given), expected, atol=1e-5)
    intact = Map(session)
    path(session, AskPath(STATES, "key", token_ids=ids), intact)
    assert np.abs(np.concatenate(intact.given) - expected).max() > 1e-3
    two = Map(session)
    samples(session, AskSamplePaths(STATES, "key", (ids[8:], ids[8:12]), token_ids=ids[:8], plan=plan), two)
    np.testing.assert_allclose(np.concatenate(two.given)[: len(MADE) - 8], expected[8:], atol=1e-5)


def test_a_text_longer_than_a_chunk_is_read_as_a_prompt_is() -> None:
    session = tiny_session("mistral")
    session.chunk = 16
    ids = np.arange(40, dtype=np.int32) % 90
    expected, on = run_states(session, STATES, ids), Map(session)
    path(session, AskPath(STATES, "key", token_ids=tuple(ids.tolist())), on)
    np.testing.assert_allclose(np.concatenate(on.given), expected, atol=1e-5)


def test_outliers_count_in_no_mean_and_steps_without_any_end_it() -> None:
    rng = np.random.default_rng(3)
    own = [rng.normal(size=(n, 6)).astype(np.float32) for n in (3, 5, 4)]
    left_out = np.zeros(12, np.bool_)
    left_out[[1, 3 + 4]] = True  # step 1 of the first; step 4 of the second, which alone has one
    vectors, counted = means(own, left_out)
    assert counted.tolist() == [3, 2, 3, 2]
    np.testing.assert_allclose(vectors[0], np.mean([each[0] for each in own], axis=0), atol=1e-6)
    np.testing.assert_allclose(vectors[1], np.mean([own[1][1], own[2][1]], axis=0), atol=1e-6)
    assert means(own, np.ones(12, np.bool_))[0].shape == (0, 6)


def test_a_prompt_is_read_as_a_run_reads_it_and_needs_no_forward_on_a_map_of_tokens(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session = tiny_session()
    monkeypatch.setattr(states, "encode", lambda *_args, **_values: PROMPT)
    on = Map(session)
    for question in (AskPath(EMBEDDING, "key", prompt="typed"), AskPath(STATES, "", prompt="typed")):
        found = path(session, question, on)
        assert (found.token_ids.tolist(), found.placed) == (PROMPT.tolist(), None)
    assert on.given == []


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (AskPath(STATES, "key", token_ids=(1, 10**6)), "does not exist"),
        (AskPath(STATES, "key", token_ids=(-1,)), "does not exist"),
        (AskPath(STATES, "key", token_ids=tuple([1] * 65)), "at most 64 tokens"),
        (AskPath(STATES, "another", token_ids=(1, 2)), "there no more"),
        (AskPath(Space("resid", 99), "key", token_ids=(1, 2)), "no state 99"),
        (AskSamplePaths(STATES, "key", ((1, 2), ()), token_ids=(1, 2)), "one or more tokens"),
        (AskSamplePaths(STATES, "key", (), token_ids=(1, 2)), "one or more tokens"),
        (AskSamplePaths(EMBEDDING, "key", ((1, 2),), token_ids=(1, 2)), "a map of states"),
        (AskSamplePaths(STATES, "key", ((1, 2, 3),), token_ids=tuple([1] * 62)), "at most 64 tokens"),
        (AskSamplePaths(STATES, "key", ((10**6,),), token_ids=(1,)), "does not exist"),
    ],
)
def test_what_cannot_be_shown_is_refused(question: AskPath | AskSamplePaths, said: str) -> None:
    session = tiny_session()
    begun(session)
    with pytest.raises(InputRefused, match=said):
        asked(session, question, Map(session))
    assert hooks_on(session.model) == 0


@pytest.mark.parametrize("question", [
    AskPath(STATES, "key", token_ids=(1, 2)), AskSamplePaths(STATES, "key", ((1, 2), (3,)), token_ids=(1, 2)),
])  # fmt: skip
def test_a_stop_leaves_the_session_as_it_was(question: AskPath | AskSamplePaths) -> None:
    session = tiny_session()
    begun(session)
    with pytest.raises(Stopped):
        asked(session, question, Map(session), stop=True)
    assert hooks_on(session.model) == 0
    assert asked(session, question, Map(session)) is not None
