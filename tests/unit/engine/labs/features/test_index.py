"""What is read over a text: every number against brute force, and a file that is kept, damaged, cancelled."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.errors import InputRefused, Stopped
from engine.labkit.dispatch import answer
from engine.labs.features import activations, index
from engine.labs.features.records import AskAtToken, AskContexts, AskIndex, AtToken, Contexts, Index
from tests.unit.engine.labs.features.conftest import WINDOW, Stage

TOKENS = 5000


def read(stage: Stage, make: bool = True) -> Index:
    found = answer(AskIndex(stage.name, str(stage.text), TOKENS, make=make), stage.bench)
    assert isinstance(found, Index)
    return found


def page(stage: Stage, feature: int) -> Contexts:
    found = answer(AskContexts(stage.name, str(stage.text), TOKENS, feature), stage.bench)
    assert isinstance(found, Contexts)
    return found


def busiest(stage: Stage) -> int:
    """A feature that is active at many positions, and not at most."""
    density = (stage.activations() > 0).mean(0)
    return int(np.argsort(np.abs(density - 0.2))[0])


def test_density_and_activations_are_those_of_a_plain_forward(stage: Stage) -> None:
    found, f = read(stage), stage.activations()
    n = len(stage.ids) - len(stage.pieces())  # the first position of a piece does not count
    assert (found.made, found.positions, found.first, found.outliers) == (True, n, len(stage.pieces()), 0)
    assert found.density is not None
    assert found.largest is not None
    assert found.mean is not None
    np.testing.assert_allclose(found.density, (f > 0).sum(0) / n, atol=2 / n)  # ties at the k-th may fall either way
    np.testing.assert_allclose(found.largest, f.max(0), atol=2e-5)
    active = np.maximum((f > 0).sum(0), 1)
    np.testing.assert_allclose(found.mean, f.sum(0) / active, atol=1e-3)
    assert found.active == pytest.approx((f > 0).sum() / n, abs=0.02)


def test_pages_show_the_strongest_places_with_what_stands_around_them(stage: Stage) -> None:
    read(stage)
    f, feature = stage.activations(), busiest(stage)
    found = page(stage, feature)
    top = found.groups[0]
    values = f[:, feature]
    best_of_pieces = sorted((values[low : low + WINDOW].max() for low in range(0, len(values), WINDOW)), reverse=True)
    told = top.values[:, found.at]
    np.testing.assert_allclose(told, best_of_pieces[: len(told)], atol=2e-5)
    for row in range(len(told)):
        at = int(np.flatnonzero(np.isclose(values, told[row], atol=1e-6))[0])
        for column in range(top.token_ids.shape[1]):
            place = at + column - found.at
            within = place // WINDOW == at // WINDOW and 0 <= place < len(stage.ids)
            assert top.token_ids[row, column] == (stage.ids[place] if within else -1)
            if within:
                assert top.values[row, column] == pytest.approx(values[place], abs=2e-5)
            else:
                assert np.isnan(top.values[row, column])


def test_ranges_hold_what_their_bounds_say(stage: Stage) -> None:
    read(stage)
    feature = busiest(stage)
    found, values = page(stage, feature), stage.activations()[:, feature]
    for group in found.groups:
        inside = ((values > group.low + 1e-5) & (values <= group.high + 1e-5)).sum()
        assert abs(group.positions - inside) <= 2
        told = group.values[:, found.at]
        assert ((told > group.low) & (told <= group.high)).all()
    counts, _ = np.histogram(values[values > 0], found.edges)
    assert np.abs(counts - found.counts).sum() <= 4  # a value at an edge may fall either way
    assert found.counts.sum() == pytest.approx((values > 0).sum(), abs=2)


def test_what_fires_together_is_correlated_and_shifted_positions_are_not(stage: Stage) -> None:
    read(stage)
    feature = busiest(stage)
    found = page(stage, feature)
    counted = np.ones(len(stage.ids), bool)
    counted[::WINDOW] = False
    active = (stage.activations() > 0)[counted].astype(float)
    spread = active.std(0) > 0
    phi = np.zeros(active.shape[1])
    phi[spread] = [np.corrcoef(active[:, feature], active[:, it])[0, 1] for it in np.flatnonzero(spread)]
    np.testing.assert_allclose(found.phi, phi[found.partners], atol=0.01)
    phi[feature] = -1
    assert phi[found.partners[0]] == pytest.approx(phi.max(), abs=0.01)
    both = (active[:, feature] * active[:, found.partners[0]]).sum()
    assert found.together[0] == pytest.approx(both, abs=2)
    expected = active[:, feature].mean() * active[:, found.partners[0]].mean() * len(active)
    assert found.lift[0] == pytest.approx(both / expected, rel=0.05)
    assert abs(found.phi_shifted) < 0.25


def test_tokens_have_their_share_of_the_activation(stage: Stage) -> None:
    read(stage)
    feature = busiest(stage)
    found, values, ids = page(stage, feature), stage.activations()[:, feature], np.array(stage.ids)
    sums = np.bincount(ids, values, minlength=97)
    np.testing.assert_allclose(found.token_shares, sums[found.token_ids] / sums.sum(), atol=1e-3)
    assert sums[found.token_ids[0]] == pytest.approx(sums.max(), rel=1e-3)


def test_features_are_found_by_the_token_they_are_active_at(stage: Stage) -> None:
    read(stage)
    found = answer(AskAtToken(stage.name, str(stage.text), TOKENS, "7"), stage.bench)
    assert isinstance(found, AtToken)
    f, counted = stage.activations(), np.arange(len(stage.ids)) % WINDOW > 0
    there = (np.array(stage.ids) == 7) & counted
    excess = f[there].mean(0) - f[counted].mean(0)
    assert found.positions == there.sum()
    np.testing.assert_allclose(found.here, f[there].mean(0)[found.features], atol=1e-3)
    assert excess[found.features[0]] == pytest.approx(excess.max(), abs=2e-3)
    with pytest.raises(InputRefused, match="does not occur"):
        answer(AskAtToken(stage.name, str(stage.text), TOKENS, "1"), stage.bench)


def test_what_was_read_is_kept_and_a_damaged_file_is_made_again(stage: Stage, tmp_path: Path) -> None:
    assert not read(stage, make=False).made
    first = read(stage)
    index._HELD.clear()
    again = read(stage, make=False)
    assert again.made
    assert again.density is not None
    assert first.density is not None
    np.testing.assert_array_equal(again.density, first.density)
    assert again.labels == first.labels
    (file,) = (tmp_path / "cache" / "features").glob("*.safetensors")
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    index._HELD.clear()
    assert not read(stage, make=False).made
    assert read(stage).made
    index._HELD.clear()
    assert read(stage, make=False).made


def test_another_text_or_dictionary_is_another_file(stage: Stage) -> None:
    read(stage)
    with pytest.raises(InputRefused, match="has not been read"):
        answer(AskContexts(stage.name, str(stage.text), TOKENS + 1, 0), stage.bench)
    stage.text.write_text("5 6 7 8 9 " * 20, encoding="utf-8")
    with pytest.raises(InputRefused, match="has not been read"):
        page(stage, 0)


def test_a_stop_leaves_nothing_behind(stage: Stage, tmp_path: Path) -> None:
    stopped = replace(stage.bench, stop=lambda: True)
    with pytest.raises(Stopped):
        answer(AskIndex(stage.name, str(stage.text), TOKENS, make=True), stopped)
    assert not list((tmp_path / "cache").rglob("*.safetensors"))
    assert read(stage).made


def test_a_full_memory_ends_reading_and_says_so(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "MOST", 500)
    found = read(stage)
    assert found.unread > 0
    assert found.positions * found.active < 500 + WINDOW * 5 + 1


@pytest.mark.parametrize("text", ["", "   ", "7"])
def test_an_empty_text_is_refused(stage: Stage, text: str) -> None:
    stage.text.write_text(text, encoding="utf-8")
    with pytest.raises(InputRefused, match=r"no text|no two tokens"):
        read(stage)


def test_what_cannot_be_is_refused(stage: Stage) -> None:
    read(stage)
    with pytest.raises(InputRefused, match="There is no feature 48"):
        page(stage, 48)
    with pytest.raises(InputRefused, match="Choose from"):
        answer(AskIndex(stage.name, str(stage.text), 10, make=True), stage.bench)
    with pytest.raises(InputRefused, match="There is no dictionary"):
        answer(AskIndex(f"{stage.name}.gone", str(stage.text), TOKENS), stage.bench)


def test_pieces_of_other_lengths_are_read_alike(stage: Stage) -> None:
    """Which pieces are read together changes nothing."""
    pieces = [("a", np.array(ids, np.int32)) for ids in (stage.ids[:5], stage.ids[5:40], stage.ids[40:45])]
    together = {it.ids.tobytes(): it for it in activations.rows(stage.bench, stage.dictionary, pieces)}
    for piece in pieces:
        (alone,) = activations.rows(stage.bench, stage.dictionary, [piece])
        other = together[piece[1].tobytes()]
        np.testing.assert_array_equal(alone.features, other.features)
        np.testing.assert_allclose(alone.values, other.values, atol=1e-5)
