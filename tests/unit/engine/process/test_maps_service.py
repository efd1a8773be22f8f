"""Maps through the engine process: what is opened, where the run lies, where a fan truly leads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.labs.paths.records import AskPath, PathPlaces
from engine.maps.shared import SharedVectors, attached
from engine.maps.store import layout_key
from engine.protocol import (
    AdoptRun,
    AskLab,
    BranchAt,
    Cancel,
    CancelledAnswer,
    Done,
    Failed,
    FanPlaced,
    FindNeighbours,
    Generate,
    Halted,
    HoldLayouts,
    LabAnswered,
    LayAlong,
    LayoutMade,
    Loaded,
    LoadModel,
    NeighboursFound,
    NewRun,
    NodesPlaced,
    OpenSpace,
    Progress,
    RunStarted,
    ShareVectors,
    SpaceReady,
    TrueFan,
    UseLayout,
    VectorsShared,
)
from engine.records import EMBEDDING, NORMED, UNEMBEDDING, Directions, Layout, Sampling, Space, UmapParams
from tests.helpers.engine_talk import Talk
from tests.helpers.tiny_models import write_folder

LAST = Space("resid", 2)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Talk]:
    folder: Path = write_folder(tmp_path_factory.mktemp("tiny"))
    with Talk() as talk:
        talk.ask(Loaded, LoadModel, spec=str(folder))
        yield talk


@pytest.fixture
def talk(shared: Talk) -> Talk:
    shared.ask(Halted, NewRun, prompt="the cat sat", sampling=Sampling(temperature=0))
    return shared


@pytest.mark.parametrize("space", [EMBEDDING, UNEMBEDDING])
def test_a_vocabulary_space_has_a_point_for_every_token(talk: Talk, space: Space) -> None:
    ready = talk.ask(SpaceReady, OpenSpace, space=space)
    count = talk.of(Loaded)[0].info.vocab_size
    assert ready.background.token_ids.tolist() == list(range(count))
    assert ready.layout.points3.shape == (count, 3)
    assert "pca" in {layout.algorithm for layout in ready.layouts}


def test_the_run_lies_on_its_tokens_and_so_does_what_comes(talk: Talk) -> None:
    layout = talk.ask(SpaceReady, OpenSpace, space=EMBEDDING).layout
    placed = talk.ask(NodesPlaced, UseLayout, layout=layout)
    assert placed.nodes.tolist() == talk.run.path
    np.testing.assert_allclose(placed.placed.points3, layout.points3[talk.run.token_ids], atol=1e-6)
    request = talk.client.send(Generate, n_tokens=3, stop_at_end=False)
    talk.reply(Halted, request)
    later = [answer for answer in talk.of(NodesPlaced) if answer.request_id == request]
    assert [int(node) for answer in later for node in answer.nodes] == talk.run.path[-3:]


def test_a_fan_of_states_leads_where_taking_the_token_leads(talk: Talk) -> None:
    layout = talk.ask(SpaceReady, OpenSpace, space=LAST).layout
    talk.ask(NodesPlaced, UseLayout, layout=layout)
    node = talk.run.current
    fan = talk.ask(FanPlaced, TrueFan, space=LAST, node=node, k=4)
    assert fan.token_ids.tolist() == talk.run.nodes[node].next_ids[:4].tolist()
    request = talk.client.send(BranchAt, node=node, token_id=int(fan.token_ids[2]))
    talk.reply(Halted, request)
    there = [answer for answer in talk.of(NodesPlaced) if answer.request_id == request and answer.space == LAST]
    np.testing.assert_allclose(there[0].placed.points3[0], fan.placed[0].points3[2], atol=1e-3)


def test_a_second_layout_has_the_run_and_its_fans_too(talk: Talk) -> None:
    """Each place is that of the layout alone; a fan's end is where the state lies when its token has been taken."""
    first = talk.ask(SpaceReady, OpenSpace, space=LAST).layout
    axes = (((3, 4), (5, 6)),)
    other = talk.ask(LayoutMade, LayAlong, space=LAST, axes=axes).layout
    alone = {layout.key: talk.ask(NodesPlaced, UseLayout, layout=layout).placed for layout in (first, other)}
    request = talk.client.send(UseLayout, layout=first, beside=other)
    talk.reply(Done, request)
    placed = {it.placed.layout_key: it.placed for it in talk.of(NodesPlaced) if it.request_id == request}
    assert placed.keys() == alone.keys() == {first.key, other.key}
    for key, there in placed.items():
        np.testing.assert_array_equal(there.points3, alone[key].points3)
        np.testing.assert_array_equal(there.kept3, alone[key].kept3)
    node = talk.run.current
    fan = talk.ask(FanPlaced, TrueFan, space=LAST, node=node, k=3)  # one answer: half of it is of no use
    fans = {placed.layout_key: placed for placed in fan.placed}
    assert fans.keys() == {first.key, other.key}
    request = talk.client.send(BranchAt, node=node, token_id=int(fan.token_ids[1]))
    talk.reply(Halted, request)
    taken = [it for it in talk.of(NodesPlaced) if it.request_id == request and it.space == LAST]
    assert {it.placed.layout_key for it in taken} == {first.key, other.key}
    for each in taken:
        np.testing.assert_allclose(each.placed.points3[0], fans[each.placed.layout_key].points3[1], atol=1e-3)
    talk.reply(Done, talk.client.send(UseLayout, layout=first))  # one alone again
    request = talk.client.send(Generate, n_tokens=1, stop_at_end=False)
    talk.reply(Halted, request)
    later = {it.placed.layout_key for it in talk.of(NodesPlaced) if it.request_id == request and it.space == LAST}
    assert later == {first.key}
    fan = talk.ask(FanPlaced, TrueFan, space=LAST, node=node, k=3, beside=other.key)  # it is asked for by its name
    named = {placed.layout_key: placed.points3 for placed in fan.placed}
    np.testing.assert_array_equal(named[other.key], fans[other.key].points3)


def test_a_run_that_was_taken_over_lies_on_a_map_of_states_where_it_lay(talk: Talk) -> None:
    """Its states come from no file: they are computed again, those of its branches too."""
    layout = talk.ask(SpaceReady, OpenSpace, space=LAST).layout
    root = talk.run.path[1]
    for token_id in (7, 8):
        talk.reply(Halted, talk.client.send(BranchAt, node=root, token_id=token_id))
    before = talk.ask(NodesPlaced, UseLayout, layout=layout)
    assert len(before.nodes) == len(talk.run.nodes)
    nodes, talk.adopts = talk.run.nodes, True
    talk.ask(
        RunStarted, AdoptRun, prompt="the cat sat", prompt_tokens=3, current=nodes[-1].node,
        parents=np.array([record.parent for record in nodes], np.int32),
        token_ids=np.array([record.token_id for record in nodes], np.int32),
    )  # fmt: skip
    again = talk.ask(NodesPlaced, UseLayout, layout=layout)
    assert again.nodes.tolist() == before.nodes.tolist()
    np.testing.assert_allclose(again.placed.points3, before.placed.points3, atol=1e-4)


def test_a_further_path_lies_where_the_run_of_its_text_does_and_in_layers_that_are_not_in_use(talk: Talk) -> None:
    layout = talk.ask(SpaceReady, OpenSpace, space=LAST).layout
    placed = talk.ask(NodesPlaced, UseLayout, layout=layout)
    ids = tuple(talk.run.token_ids.tolist())
    for question in (AskPath(LAST, layout.key, prompt="the cat sat"), AskPath(LAST, layout.key, token_ids=ids)):
        found = talk.ask(LabAnswered, AskLab, question=question).finding
        assert isinstance(found, PathPlaces)
        assert found.placed is not None
        assert tuple(found.token_ids.tolist()) == ids
        np.testing.assert_allclose(found.placed.points3, placed.placed.points3, atol=1e-5)
        np.testing.assert_allclose(found.placed.kept3, placed.placed.kept3, atol=1e-5)
    other = talk.ask(SpaceReady, OpenSpace, space=Space("resid", 1)).layout
    beside = talk.ask(LabAnswered, AskLab, question=AskPath(other.space, other.key, token_ids=ids)).finding
    assert isinstance(beside, PathPlaces)
    there = talk.ask(NodesPlaced, UseLayout, layout=other).placed
    assert beside.placed is not None
    np.testing.assert_allclose(beside.placed.points3, there.points3, atol=1e-5)
    lost = talk.ask(Failed, AskLab, question=AskPath(LAST, "no such layout", token_ids=ids))
    assert "there no more" in lost.sentence


def test_neighbours_are_the_nearest_by_cosine(talk: Talk) -> None:
    where = talk.ask(VectorsShared, ShareVectors, space=EMBEDDING)
    with attached(SharedVectors(where.name, where.n, where.d)) as vectors:
        unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    found = talk.ask(NeighboursFound, FindNeighbours, space=EMBEDDING, index=40, n=5).neighbours
    expected = np.argsort(-(unit @ unit[40]))[1:6]
    assert found.full_ids.tolist() == expected.tolist()


def test_a_layer_that_is_not_there_is_refused(talk: Talk) -> None:
    assert "0 (the input) to 2 (after L1, the last)" in talk.ask(Failed, OpenSpace, space=Space("resid", 9)).sentence


def test_states_after_the_final_norm_are_the_last_ones_normed(talk: Talk) -> None:
    found = {}
    for layer in (NORMED, 2):
        space = Space("resid", layer, standardised=False)
        where = talk.ask(VectorsShared, ShareVectors, space=space)
        with attached(SharedVectors(where.name, where.n, where.d)) as vectors:
            found[layer] = np.array(vectors[:40])
    expected = found[2] / np.sqrt(np.square(found[2]).mean(axis=1, keepdims=True) + 1e-6)  # this model's weight is 1
    np.testing.assert_allclose(found[NORMED], expected, rtol=1e-4, atol=1e-5)


def test_running_the_sample_text_can_be_cancelled(shared: Talk, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "other", seed=3)
    shared.ask(Loaded, LoadModel, spec=str(folder))
    request = shared.client.send(OpenSpace, space=Space("resid", 1))
    shared.until(lambda: [a for a in shared.answers if isinstance(a, Progress) and a.request_id == request and a.total])
    shared.client.send(Cancel)
    shared.until(
        lambda: [a for a in shared.answers if a.request_id == request and isinstance(a, (CancelledAnswer, SpaceReady))]
    )
    background = shared.ask(SpaceReady, OpenSpace, space=Space("resid", 1)).background
    assert background.standardised
    assert 0 < background.read_seconds < 600  # what it took; another layer of the same reading says the same
    assert shared.ask(SpaceReady, OpenSpace, space=LAST).background.read_seconds == background.read_seconds


def test_another_layer_that_is_chosen_meanwhile_goes_on_with_the_reading_of_the_text(
    shared: Talk, tmp_path: Path
) -> None:
    shared.ask(Loaded, LoadModel, spec=str(write_folder(tmp_path / "another", seed=4)))
    first = shared.client.send(OpenSpace, space=Space("resid", 1))

    def read(request: int) -> list[int]:
        told = [it for it in shared.answers if isinstance(it, Progress) and it.request_id == request and it.total]
        return [it.done for it in told]

    shared.until(lambda: len(read(first)) > 3)
    second = shared.client.send(OpenSpace, space=LAST)
    ready = shared.reply(SpaceReady, second).background
    assert read(second)[0] >= read(first)[-2]  # it does not begin anew
    assert not [it for it in shared.of(SpaceReady) if it.request_id == first]
    shared.ask(Loaded, LoadModel, spec=str(write_folder(tmp_path / "again", seed=4)))
    whole = shared.ask(SpaceReady, OpenSpace, space=LAST).background  # read in one go
    np.testing.assert_array_equal(ready.token_ids, whole.token_ids)
    np.testing.assert_array_equal(ready.surprisal, whole.surprisal)
    np.testing.assert_array_equal(ready.norms, whole.norms)


def test_layouts_that_could_not_be_written_are_held_and_those_between_them_made(shared: Talk, tmp_path: Path) -> None:
    loaded = shared.ask(Loaded, LoadModel, spec=str(write_folder(tmp_path / "held", seed=5)))
    ready = shared.ask(SpaceReady, OpenSpace, space=Space("resid", 1))
    assert not [layout for layout in ready.layouts if layout.algorithm == "umap"]
    n, rng = len(ready.background.token_ids), np.random.default_rng(0)
    ends, params = [], UmapParams(along=(0, 2))
    for layer in params.along:
        points = rng.normal(size=(n, 3)).astype(np.float32)
        space = Space("resid", layer)
        key = layout_key(loaded.info.sha256, space, "umap", params, "x")
        ends.append(Layout(space, "umap", params, points, points[:, :2].copy(), "x", key, 0.5, 0.4, 0.01, n))
    shared.ask(Done, HoldLayouts, layouts=tuple(ends))
    held = shared.ask(SpaceReady, OpenSpace, space=Space("resid", 0)).layouts
    assert ends[0].key in {layout.key for layout in held}
    found = shared.ask(SpaceReady, OpenSpace, space=Space("resid", 1)).layouts
    between = next(layout for layout in found if layout.algorithm == "umap")
    np.testing.assert_allclose(between.points3, (ends[0].points3 + ends[1].points3) / 2, atol=1e-5)


def test_a_space_is_laid_out_from_one_word_to_another_and_kept(talk: Talk) -> None:
    made = talk.ask(LayoutMade, LayAlong, space=EMBEDDING, axes=(("cat", "sat"), ((3, 4), "the"))).layout
    params = made.params
    assert isinstance(params, Directions)
    assert [(axis.start, axis.end) for axis in params.axes] == [("cat", "sat"), ("", "the")]
    assert params.axes[1].start_rows == (3, 4)
    where = talk.ask(VectorsShared, ShareVectors, space=EMBEDDING)
    with attached(SharedVectors(where.name, where.n, where.d)) as vectors:
        start, end = (vectors[list(rows)].mean(axis=0) for rows in (params.axes[0].start_rows, params.axes[0].end_rows))
        along = vectors @ ((end - start) / np.linalg.norm(end - start))
    assert np.corrcoef(along, made.points3[:, 0])[0, 1] > 1 - 1e-5
    assert len(made.axis_shares) == 3
    listed = talk.ask(SpaceReady, OpenSpace, space=EMBEDDING).layouts
    assert made.key in {layout.key for layout in listed}
    placed = talk.ask(NodesPlaced, UseLayout, layout=made)
    np.testing.assert_allclose(placed.placed.points3, made.points3[talk.run.token_ids], atol=1e-6)


def test_states_are_placed_exactly_along_directions(talk: Talk) -> None:
    ready = talk.ask(SpaceReady, OpenSpace, space=LAST)
    some = tuple(np.flatnonzero(~ready.background.left_out)[:6].tolist())  # type: ignore[operator]
    made = talk.ask(LayoutMade, LayAlong, space=LAST, axes=((some[:3], some[3:]),)).layout
    talk.ask(NodesPlaced, UseLayout, layout=made)
    fan = talk.ask(FanPlaced, TrueFan, space=LAST, node=talk.run.current, k=4)
    request = talk.client.send(BranchAt, node=talk.run.current, token_id=int(fan.token_ids[1]))
    talk.reply(Halted, request)
    there = [answer for answer in talk.of(NodesPlaced) if answer.request_id == request and answer.space == LAST]
    np.testing.assert_allclose(there[0].placed.points3[0], fan.placed[0].points3[1], atol=1e-3)


def test_ends_that_are_nowhere_are_refused_in_words(talk: Talk) -> None:
    for axes, said in (((("cat", " "),), "either end"), ((("cat", "cat"),), "no direction"), (((), "1 to 3"))):
        assert said in talk.ask(Failed, LayAlong, space=EMBEDDING, axes=axes).sentence
