"""Effects and edges against a Llama by hand in which what the laboratory holds is held."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from engine.capture.norms import readout
from engine.dictionaries import files, shelf
from engine.dictionaries.records import Hook
from engine.errors import InputRefused
from engine.labs.feature_attribution import answers
from engine.labs.feature_attribution.records import (
    CONSTANT,
    EMBEDDED,
    ERROR,
    FEATURE,
    MLPS,
    TOKEN,
    AskAttribution,
    Attribution,
    Mlps,
)
from tests.helpers.dictionaries import by_hand, random_dictionary
from tests.helpers.sessions import PROMPT, begun, exact_session, hooks_on, tiny_session
from tests.helpers.workbench import bench
from tests.unit.engine.labs.feature_attribution.held_llama import HeldLlama

LAST = len(PROMPT) - 1


@pytest.fixture(scope="module")
def exact(two: tuple[str, str]) -> tuple[Attribution, HeldLlama]:
    """Everything kept, of a model in double precision, and the same by hand."""
    session = exact_session()
    begun(session)
    found = answers.attribute(AskAttribution(LAST, two, "#7", most=10_000, checked=0), bench(session))
    return found, HeldLlama(session.model, torch.from_numpy(PROMPT.astype(np.int64)))


def read_by_hand(name: str, x: Tensor) -> dict[str, Tensor]:
    """f [T, n] and the parts that a state [T, D] is made of, the first position all error."""
    dictionary = shelf.load(name)[0]
    f, made = (torch.from_numpy(np.array(it)) for it in by_hand(dictionary, x))
    scale, mean = dictionary.scale.double(), dictionary.mean.double()
    constant = (dictionary.b_dec.double() * scale + mean).expand_as(x).clone()
    f[0], constant[0] = 0.0, 0.0
    error = x - made
    error[0] = x[0]
    return {"f": f, "directions": dictionary.w_dec.double() * scale, "constant": constant, "error": error,
            "reads": dictionary.w_enc.double() / scale}  # fmt: skip


def slope_of(model: HeldLlama, token: int) -> Tensor:
    """[V] how log2 of the token's probability grows with each logit."""
    p = model.logits.softmax(-1)
    return (torch.nn.functional.one_hot(torch.tensor(token), len(p)) - p) / math.log(2)


def part_of(found: Attribution, node: int, read: dict[str, Tensor], model: HeldLlama) -> Tensor:
    """[D] what a node adds to the state of its row at its position."""
    kind, at, feature = (int(it[node]) for it in (found.kinds, found.positions, found.features))
    if kind == EMBEDDED:
        return model.states[0][at]
    if kind == FEATURE:
        return read["f"][at, feature] * read["directions"][feature]
    return read["error" if kind == ERROR else "constant"][at]


def test_the_model_by_hand_is_the_model(exact: tuple[Attribution, HeldLlama]) -> None:
    session = exact_session()
    begun(session)
    with torch.inference_mode():
        logits = session.model(torch.from_numpy(PROMPT.astype(np.int64))[None]).logits[0, -1]
    torch.testing.assert_close(exact[1].logits, logits, rtol=1e-4, atol=1e-5)  # the library turns positions in float32
    torch.testing.assert_close(exact[1].linear(exact[1].states[1], 1), exact[1].logits)


def test_every_effect_is_what_the_held_model_loses_without_the_node(
    exact: tuple[Attribution, HeldLlama], two: tuple[str, str]
) -> None:
    found, model = exact
    slope = slope_of(model, 7)
    rows = (0, 1, 3)  # the states that enter these blocks
    reads = [{}, *(read_by_hand(name, model.states[at]) for name, at in zip(two, rows[1:], strict=True))]
    assert len(found.effects) > 80
    for node, (row, at, effect) in enumerate(zip(found.row, found.positions, found.effects, strict=True)):
        states = model.states[rows[row]].clone()
        states[at] -= part_of(found, node, reads[row], model)
        lost = slope @ (model.logits - model.linear(states, rows[row]))
        assert effect == pytest.approx(float(lost), rel=1e-4, abs=2e-6)


def test_a_row_adds_up_to_the_value(exact: tuple[Attribution, HeldLlama]) -> None:
    found, model = exact
    due = float(slope_of(model, 7) @ model.logits)
    assert found.value == pytest.approx(due, rel=1e-6)
    assert found.value == pytest.approx(math.log2(found.probability) + found.entropy, rel=1e-5)
    for row in found.rows:
        assert row.signed.sum() == pytest.approx(due, rel=1e-5)
        assert abs(row.beside) < 1e-5 * max(1, abs(due))
    for at, it in enumerate(found.rows):
        for kind in (FEATURE, ERROR, CONSTANT, EMBEDDED):
            mine = found.effects[(found.row == at) & (found.kinds == kind)]
            assert mine.sum() == pytest.approx(float(it.signed[kind]), rel=1e-5, abs=1e-6)
            assert np.abs(mine).sum() == pytest.approx(float(it.sizes[kind]), rel=1e-5, abs=1e-6)


def test_an_edge_is_what_a_later_feature_loses(exact: tuple[Attribution, HeldLlama], two: tuple[str, str]) -> None:
    found, model = exact
    low, high = (read_by_hand(name, model.states[at]) for name, at in zip(two, (1, 3), strict=True))
    tried = 0
    for source, target, weight, carried in zip(found.sources, found.targets, found.weights, found.carried, strict=True):
        if target == TOKEN or found.row[source] != 1 or found.kinds[target] != FEATURE or found.row[target] != 2:
            continue
        states = model.states[1].clone()
        states[found.positions[source]] -= part_of(found, source, low, model)
        moved = (model.states[3] - model.linear(states, 1, to=3))[found.positions[target]]
        due = float(high["reads"][found.features[target]] @ moved)
        assert weight == pytest.approx(due, rel=1e-4, abs=2e-6)
        per_unit = found.effects[target] / found.activations[target]
        assert carried == pytest.approx(weight * per_unit, rel=1e-5, abs=1e-7)
        tried += 1
    assert tried > 200


def test_what_goes_out_of_a_node_is_its_effect(exact: tuple[Attribution, HeldLlama]) -> None:
    """Every way from a node of the lower dictionary leads through a kept node above, or a constant, which has none."""
    found, _ = exact
    for node in np.flatnonzero(found.row == 1):
        assert found.carried[found.sources == node].sum() == pytest.approx(found.effects[node], rel=1e-4, abs=1e-6)
        assert found.direct[node] == 0


def test_nothing_comes_from_later_positions(exact: tuple[Attribution, HeldLlama]) -> None:
    found, _ = exact
    inner = found.targets != TOKEN
    assert (found.positions[found.sources[inner]] <= found.positions[found.targets[inner]]).all()
    assert (found.row[found.sources[inner]] < found.row[found.targets[inner]]).all()


@pytest.mark.parametrize("family", ["gpt2", "gpt_neox", "gemma2", "opt", "phi3", "falcon"])
@pytest.mark.parametrize("mlps", MLPS)
def test_every_family_can_be_held(family: str, mlps: Mlps, two: tuple[str, str]) -> None:
    session = tiny_session(family)
    begun(session)
    name = two[0]
    found = answers.attribute(AskAttribution(LAST, (name,), "#7", mlps=mlps, most=10_000, checked=8), bench(session))
    assert hooks_on(session.model) == 0
    assert np.isfinite(found.effects).all()
    assert np.abs(found.effects).sum() > 0
    assert len(found.strongest.measured) == 8


@pytest.mark.parametrize("family", ["llama", "gpt2", "gpt_neox", "opt", "xglm", "falcon", "olmo2"])
def test_what_the_last_row_lacks_is_the_final_norms_shift(family: str, tmp_path: Path) -> None:
    """Nothing but the final norm stands between the last states and the logits, whatever MLPs are."""
    session = tiny_session(family)
    begun(session)
    name = str(tmp_path / "last.safetensors")
    files.save(Path(name), random_dictionary(hook=Hook("resid", session.anatomy.n_layers - 1)))
    found = answers.attribute(AskAttribution(LAST, (name,), "#7", "#9", checked=0), bench(session))
    head = readout(session.anatomy)
    assert found.rows[1].beside == pytest.approx(head.constant(7) - head.constant(9), rel=1e-3, abs=1e-4)


def test_a_gate_that_is_not_known_is_refused_by_name(two: tuple[str, str]) -> None:
    session = tiny_session()
    begun(session)
    mlp: Any = session.anatomy.blocks[1].module.mlp
    mlp.act_fn = torch.nn.Sequential(torch.nn.SiLU(), torch.nn.Identity())
    kept = answers.attribute(AskAttribution(LAST, two, "#7", checked=0), bench(session))
    assert kept.rows[1].beside == pytest.approx(0, abs=1e-4)  # the function inside is seen
    act = torch.nn.SiLU()
    act.weight = torch.nn.Parameter(torch.ones(1))  # one that learns is not held blindly
    mlp.act_fn = act
    with pytest.raises(InputRefused, match="activation function in the MLP of layer 1"):
        answers.attribute(AskAttribution(LAST, two, "#7", checked=0), bench(session))


def test_a_second_token_takes_what_both_share_away(two: tuple[str, str]) -> None:
    session = exact_session()
    begun(session)
    asked = AskAttribution(LAST, two, "#7", "#9", most=10_000, checked=0)
    found = answers.attribute(asked, bench(session))
    model = HeldLlama(session.model, torch.from_numpy(PROMPT.astype(np.int64)))
    assert found.value == pytest.approx(float(model.logits[7] - model.logits[9]), rel=1e-6)
    assert not found.unit_is_bits
    assert found.rows[1].signed.sum() == pytest.approx(found.value, rel=1e-5)
    turned = answers.attribute(replace(asked, token="#9", against="#7"), bench(session))
    np.testing.assert_allclose(np.sort(turned.effects), np.sort(-found.effects), rtol=1e-4, atol=1e-6)
