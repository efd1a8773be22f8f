"""Features around a feature, against the same numbers reckoned one by one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.capture.norms import readout
from engine.dictionaries import files
from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.records import Hook
from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Workbench
from engine.labs.feature_map import firing, geometry, graph
from engine.labs.feature_map.records import (
    MOST_LINKS,
    PROMOTED,
    AskDecoderGeometry,
    AskFeatureGraph,
    FeatureGraph,
    Link,
    ReadTogether,
)
from tests.helpers.dictionaries import random_dictionary
from tests.helpers.sessions import tiny_session
from tests.helpers.workbench import bench

D = 32


@dataclass
class Made:
    """A tiny model, a random dictionary of it, a text, and the activations read apart."""

    bench: Workbench
    dictionary: Dictionary
    read: ReadTogether
    tokens: list[int]
    f: np.ndarray[tuple[int, int], np.dtype[np.float64]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("feature_map")
    session = tiny_session()
    dictionary = random_dictionary(D, 40, Hook("resid", 1), k=4)
    files.save(folder / "it.safetensors", dictionary)
    numbers = np.random.default_rng(0).zipf(1.4, 6000) % 97
    (folder / "text.txt").write_text(" ".join(map(str, numbers.tolist())), "utf-8")
    read = ReadTogether(str(folder / "it.safetensors"), str(folder / "text.txt"), 2_000)
    table = bench(session)
    fired = firing.fired_of(read, table)
    return Made(table, dictionary, read, fired.tokens.tolist(), fired.active.toarray().astype(np.float64))


def test_what_is_read_is_what_the_model_has_there(made: Made) -> None:
    """The pieces again, by the library's own hidden states."""
    length = 64 - 1  # of the tiny model's context, without the first token
    model = made.bench.model
    seen = 0
    for at in range(0, len(made.tokens) - length, 5 * length):
        piece = made.tokens[at : at + length]
        for first in range(97):  # which token stood before is not kept: it is the one that fits
            ids = torch.tensor([[first, *piece]])
            with torch.inference_mode():
                states = model(ids, output_hidden_states=True, use_cache=False).hidden_states[2][0, 1:]
            if np.allclose(made.dictionary.encode(states).numpy(), made.f[at : at + length], atol=1e-4):
                seen += 1
                break
    assert seen == len(range(0, len(made.tokens) - length, 5 * length)) > 3


def test_each_features_numbers(made: Made) -> None:
    found = firing.read_together(made.read, made.bench)
    assert found.positions == len(made.tokens) == len(made.f)
    np.testing.assert_allclose(found.density, (made.f != 0).mean(axis=0), rtol=1e-6)
    np.testing.assert_allclose(found.largest, made.f.max(axis=0), rtol=1e-6)
    ids = np.array(made.tokens)
    for feature in range(made.dictionary.width):
        sums = {token: made.f[ids == token, feature].sum() for token in set(made.tokens)}
        best = max(sums.values())
        if best == 0:
            assert found.token[feature] == -1
            continue
        assert sums[int(found.token[feature])] == pytest.approx(best, rel=1e-5)
        assert found.token_share[feature] == pytest.approx(best / sum(sums.values()), rel=1e-4)


def test_promoted_tokens_are_those_of_the_text_with_the_largest_logits(made: Made) -> None:
    head, there = readout(made.bench.anatomy), sorted(set(made.tokens))
    promoted = firing.fired_of(made.read, made.bench).promoted
    for feature in (0, 7, 39):
        direction = made.dictionary.directions()[feature]
        logits = {token: float(direction @ head.direction(token)) for token in there}
        best = sorted(there, key=lambda token: -logits[token])[:PROMOTED]
        assert promoted[feature].tolist() == best


def asked(made: Made, link: Link, feature: int = 3, **more: object) -> FeatureGraph:
    return graph.graph(AskFeatureGraph(made.read, feature, link, **more), made.bench)  # type: ignore[arg-type]


def by_hand(made: Made, link: Link, one: int, other: int) -> float:
    """The link from one feature to another."""
    if link == "cosine":
        a, b = (made.dictionary.w_dec[at].double().numpy() for at in (one, other))
        return float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))
    if link == "firing":
        return float(np.corrcoef(made.f[:, one], made.f[:, other])[0, 1])
    promoted = firing.fired_of(made.read, made.bench).promoted[one].tolist()
    there = np.isin(made.tokens, promoted)
    return float(made.f[there, other].sum() / made.f[:, other].sum())


@pytest.mark.parametrize("link", ["cosine", "firing", "trigger"])
def test_links_by_hand(made: Made, link: Link) -> None:
    found, width = asked(made, link, most=6), made.dictionary.width
    names = found.features.tolist()
    assert names[0] == 3
    assert len(names) == 7
    strength = {
        other: np.nanmax([abs(by_hand(made, link, 3, other)), abs(by_hand(made, link, other, 3)), 0.0])
        for other in range(width)
        if other != 3
    }
    best = sorted(strength.values(), reverse=True)[:6]
    np.testing.assert_allclose([strength[other] for other in names[1:]], best, atol=1e-5)
    for (one, other), value in zip(found.ends.tolist(), found.value.tolist(), strict=True):
        assert value == pytest.approx(by_hand(made, link, names[one], names[other]), abs=1e-5)
        assert abs(value) >= best[-1] - 1e-5
    pairs = {frozenset((names[one], names[other])) for one, other in found.ends.tolist()}
    for other in names[1:]:
        assert frozenset((3, other)) in pairs
    wanted = {
        frozenset((one, other)) for one in names for other in names
        if one != other and abs(np.nan_to_num(by_hand(made, link, one, other))) >= best[-1] + 1e-5
    }  # fmt: skip
    assert wanted <= pairs
    assert found.above == sum(value > found.chance for value in strength.values())


def test_the_other_numbers_of_a_link(made: Made) -> None:
    found = asked(made, "firing", most=5)
    names = found.features.tolist()
    for row, (one, other) in enumerate(found.ends.tolist()):
        a, b = names[one], names[other]
        assert found.cosine[row] == pytest.approx(by_hand(made, "cosine", a, b), abs=1e-5)
        assert found.share[row] == pytest.approx(by_hand(made, "trigger", a, b), abs=1e-5)
        both, lone = (made.f[:, [a, b]] != 0).all(axis=1).mean(), (made.f[:, [a, b]] != 0).mean(axis=0)
        assert found.lift[row] == pytest.approx(both / lone.prod(), rel=1e-4)
    assert np.isnan(asked(made, "cosine").lift).all()
    assert asked(made, "cosine").positions == 0


def test_chance_is_what_features_without_relation_give(made: Made) -> None:
    """Of features whose activations are dealt anew, nearly none is above the control; of planted partners, all are."""
    fired = firing.fired_of(made.read, made.bench)
    dense = fired.active.toarray()
    chance = np.random.default_rng(1)
    for column in range(dense.shape[1]):
        dense[:, column] = chance.permutation(dense[:, column])
    dense[:, 5] = dense[:, 3] * 2  # a planted partner
    import scipy.sparse as sp

    dealt = firing.Fired("", fired.tokens, sp.csc_matrix(dense), fired.promoted, cut=False)
    found = graph.around(made.dictionary, dealt, 3, "firing", 0)
    above = np.flatnonzero(found.strongest > 1.3 * found.chance)
    assert above.tolist() == [5]
    assert found.strongest[5] == pytest.approx(1.0, abs=1e-6)
    random = random_dictionary(D, 400, seed=9)
    cosines = graph.around(random, None, 0, "cosine", 0)
    assert np.isclose(np.nanmax(cosines.strongest), cosines.chance, atol=0.12)


def test_the_same_question_has_the_same_answer_and_a_filter_leaves_links_out(made: Made) -> None:
    for link in ("cosine", "firing", "trigger"):
        one, again = asked(made, link), asked(made, link)
        assert one.ends.tobytes() == again.ends.tobytes()
        assert one.value.tobytes() == again.value.tobytes()
        assert one.turn.tobytes() == again.turn.tobytes()
        assert one.chance == again.chance
        fewer = asked(made, link, least=float(np.abs(one.value).max()) * 0.9)
        assert len(fewer.features) < len(one.features)
    assert len(asked(made, "cosine", least=2.0).features) == 1
    assert len(asked(made, "cosine", least=2.0).ends) == 0


def test_many_links_are_left_out_but_those_of_the_chosen_feature(tmp_path: Path, made: Made) -> None:
    files.save(tmp_path / "wide.safetensors", random_dictionary(D, 300, Hook("resid", 1)))
    read = ReadTogether(str(tmp_path / "wide.safetensors"))
    found = graph.graph(AskFeatureGraph(read, 0, "cosine", 60), made.bench)
    assert len(found.ends) == MOST_LINKS
    assert found.left_out > 0
    assert {frozenset(pair) for pair in found.ends.tolist()} >= {frozenset((0, other)) for other in range(1, 61)}


def test_geometry_by_hand(made: Made) -> None:
    found = geometry.geometry(AskDecoderGeometry(made.read.dictionary), made.bench)
    w = made.dictionary.w_dec.double().numpy()
    units = w / np.linalg.norm(w, axis=1, keepdims=True)
    table = units @ units.T
    np.testing.assert_allclose(found.own, 1 / np.square(table).sum(axis=1), rtol=1e-4)
    np.fill_diagonal(table, -2)
    np.testing.assert_allclose(found.nearest, table.max(axis=1), atol=1e-5)
    assert found.which.tolist() == table.argmax(axis=1).tolist()
    assert (found.n, found.d) == w.shape
    # random directions beside random directions: nothing to tell apart
    assert np.nanmean(found.nearest_random) == pytest.approx(np.nanmean(found.nearest), abs=0.06)
    assert np.mean(found.own_random) == pytest.approx(np.mean(found.own), rel=0.1)


def test_rows_of_length_nought_are_nobodys_neighbours() -> None:
    rows = torch.eye(4)
    rows[2] = 0
    values, which = geometry.nearest_rows(rows)
    assert np.isnan(values[2])
    assert which[2] == -1
    assert 2 not in which[[0, 1, 3]]
    one, _ = geometry.nearest_rows(torch.ones(1, 3))
    assert np.isnan(one).all()


def test_refused(made: Made) -> None:
    for question in (
        AskFeatureGraph(made.read, 40),
        AskFeatureGraph(made.read, -1),
        AskFeatureGraph(made.read, 3, "cosine", 0),
        AskFeatureGraph(made.read, 3, "cosine", 5, float("nan")),
    ):
        with pytest.raises(InputRefused):
            graph.graph(question, made.bench)
    with pytest.raises(InputRefused, match="cannot be read"):
        firing.read_together(ReadTogether(made.read.dictionary, made.read.text, 10), made.bench)
    stopped = bench(made.bench.session, stop=True)
    with pytest.raises(Stopped):
        firing.read_together(ReadTogether(made.read.dictionary, made.read.text, 1_500), stopped)
