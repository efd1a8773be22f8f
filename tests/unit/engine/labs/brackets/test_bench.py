"""The test bench: its numbers are those of a plain forward, its verdicts those of the automaton."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.errors import InputRefused, Stopped
from engine.labs.brackets import bench, language, sequences, surface
from engine.labs.brackets.language import CLOSE, OPEN
from engine.labs.brackets.net import Net
from tests.helpers.bracket_language import legal_after


def plain(net: Net, ids: list[int]) -> np.ndarray:
    """Probabilities after the whole of `ids`, by a forward of that prefix alone."""
    with torch.no_grad():
        logits = net.model(torch.tensor([[3, *ids]])).logits[0, -1]
    return torch.softmax(logits, dim=-1)[:3].double().numpy()


def test_a_reading_equals_a_plain_forward_of_each_prefix(small_net: Net) -> None:
    text = "(()())()(("
    reading = bench.read(small_net, text)
    for i in range(len(text) + 1):
        np.testing.assert_allclose(
            reading.probs[i], plain(small_net, language.encode(text)[:i] if i else []), atol=2e-6
        )
        assert tuple(np.array(reading.outcomes)[reading.legal[i]]) == legal_after(text[:i])


def test_the_first_wrong_prefix_is_the_first_whose_likeliest_token_is_illegal(small_net: Net) -> None:
    """The likeliest of all four tokens of a plain forward; the start token may never come again."""
    reading = bench.read(small_net, "()" * 5)
    ids = torch.tensor([[language.START, *language.encode(reading.string)]])
    with torch.inference_mode():
        likeliest = small_net.model(input_ids=ids).logits[0].argmax(dim=-1).tolist()
    wrong = [i for i, token in enumerate(likeliest) if language.TOKENS[token] not in legal_after(reading.string[:i])]
    assert reading.first_wrong == (wrong[0] if wrong else None)
    assert reading.inside.all()


def test_outside_the_language_all_mass_is_illegal_and_no_prefix_is_called_wrong(small_net: Net) -> None:
    reading = bench.read(small_net, "())(")
    assert reading.inside.tolist().index(False) == 3
    assert reading.depth.tolist() == [0, 1, 0, -1, 0]
    assert (reading.illegal_mass[3:] == 1.0).all()
    assert not reading.wrong[3:].any()
    assert reading.as_json()["prefixes"][3]["legal"] == []


def test_rows_of_different_lengths_are_read_as_if_alone(small_net: Net) -> None:
    rows = [np.array(language.encode(text)) for text in ("(", "(()())", "()")]
    for row, probs in zip(rows, bench.ragged(small_net, rows), strict=True):
        np.testing.assert_allclose(probs, small_net.probabilities(row[None])[0], atol=2e-6)


def test_more_brackets_than_the_context_are_refused(small_net: Net) -> None:
    for text in ("(" * 24, "(" * 10_000):
        with pytest.raises(InputRefused, match="23 at most"):
            bench.read(small_net, text)
    with pytest.raises(InputRefused):
        bench.read(small_net, "")


# -- sequences ---------------------------------------------------------------------------------------------------


def test_runs_are_completed_as_step_by_step_without_a_cache(small_net: Net) -> None:
    for run in sequences.complete_runs(small_net, 6):
        ids, ended = [OPEN] * run.opened, False
        while not ended and len(ids) <= small_net.longest and (language.depth_steps(np.array(ids)).sum() >= 0):
            best = int(plain(small_net, ids).argmax())
            ended = best == 2
            if not ended and len(ids) == small_net.longest:
                ids.append(best)
                break
            ids += [] if ended else [best]
        assert run.string == language.text_of(ids)
        assert (run.ending == "balanced") == (ended and "End" in legal_after(run.string))


def test_the_mass_at_n_opened_n_closed_is_that_of_a_plain_forward(small_net: Net) -> None:
    found = sequences.opened_closed(small_net, 11)
    for n in (1, 4, 11):
        ids = [OPEN] * n + [CLOSE] * n
        np.testing.assert_allclose(found.balanced[n - 1], plain(small_net, ids), atol=2e-6)
        np.testing.assert_allclose(found.one_short[n - 1], plain(small_net, ids[:-1]), atol=2e-6)
    assert found.beyond_training.tolist() == [False] * 6 + [True] * 5


# -- surfaces ----------------------------------------------------------------------------------------------------


def test_the_exact_surface_counts_every_prefix_once(small_net: Net) -> None:
    found = surface.exact_surface(small_net, 8)
    for length in range(9):
        for depth in range(9):
            assert found.counts[length, depth] == language.ways_home(length, depth)
    cell = [row for row in language.all_prefixes(5) if language.depth_steps(row).sum() == 3]
    expected = np.mean([plain(small_net, list(row)) for row in cell], axis=0)
    assert found.end_illegal[5, 3] == pytest.approx(expected[2], abs=2e-6)
    assert np.isnan(found.close_illegal[5, 3])
    assert np.isnan(found.end_illegal[4, 0])


def test_a_sampled_surface_estimates_the_exact_one(small_net: Net) -> None:
    exact, sampled = surface.exact_surface(small_net, 8), surface.sampled_surface(small_net, 8, rows=4000)
    assert sampled.counts[8].sum() == 4000
    assert (sampled.counts[exact.counts > 0] > 0).all()
    assert (sampled.counts[exact.counts == 0] == 0).all()
    np.testing.assert_allclose(sampled.end_illegal[:, 1:], exact.end_illegal[:, 1:], atol=0.02)


def test_the_worst_strings_of_a_cell_are_the_worst_of_all_its_prefixes(small_net: Net) -> None:
    found = surface.worst_strings(small_net, 7, 1, count=3)
    cell = [row for row in language.all_prefixes(7) if language.depth_steps(row).sum() == 1]
    mass = sorted((1 - plain(small_net, list(row))[:2].sum() for row in cell), reverse=True)
    np.testing.assert_allclose([one.illegal_mass[-1] for one in found], mass[:3], atol=2e-6)
    assert len({one.string for one in found}) == 3
    with pytest.raises(InputRefused, match="odd"):
        surface.worst_strings(small_net, 7, 2)


def test_a_surface_can_be_stopped(small_net: Net) -> None:
    with pytest.raises(Stopped):
        surface.sampled_surface(small_net, 8, carry_on=lambda: False)


def test_a_telling_failure_is_right_until_its_last_bracket(small_net: Net) -> None:
    found = surface.telling_failure(small_net, 12)
    assert found is not None
    assert found.first_wrong == len(found.string)
