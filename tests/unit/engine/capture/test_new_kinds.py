"""A laboratory brings kinds of intervention of its own by being there: a steering vector, an edited weight."""

from __future__ import annotations

import importlib
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn
from transformers import PreTrainedModel
from transformers.pytorch_utils import Conv1D

import engine.labs
from engine.capture.cache import new_cache
from engine.capture.intervene import check_plan
from engine.capture.recorder import Captured, Recorder, Want, forward
from engine.capture.replay import replay_block, resume
from engine.errors import InputRefused, RunFileProblem, Stopped
from engine.files.run_file import load_run, save_run
from engine.generation.reference import check_reference
from engine.records import Change, Intervention, Plan, Sampling, Site
from tests.helpers.families import paths
from tests.helpers.sessions import begun, gathered, hooks_on, stepped, tiny_session
from tests.helpers.subjects import Subject, apart, hooks, plain_forward

LAYER = 1
TOLERANCE = 1e-5

RECORDS = """
from __future__ import annotations
from dataclasses import dataclass
from engine.records import F32, Intervention, Site

@dataclass(frozen=True, eq=False)
class SteeringVector(Intervention):
    block: int
    vector: F32  # [D], added to the residual stream where it leaves the block
    strength: float = 1.0
    beside: tuple[Site, ...] | None = None

    @property
    def layer(self) -> int:
        return self.block

    @property
    def is_identity(self) -> bool:
        return self.strength == 0.0

@dataclass(frozen=True, eq=False)
class RankOneEdit(Intervention):
    block: int
    read: F32  # [M]
    write: F32  # [D]; the down projection becomes W + write read^T

    @property
    def layer(self) -> int:
        return self.block
"""

INTERVENTIONS = """
from __future__ import annotations
import torch
from engine.capture.effects import Effect
from engine.errors import InputRefused
from engine.labs.pushed.records import RankOneEdit, SteeringVector

def steer(change, anatomy, _means):
    if change.vector.shape != (anatomy.d_model,):
        raise InputRefused(f"The vector has {len(change.vector)} numbers, and this model's states {anatomy.d_model}.")
    added = torch.tensor(change.vector) * change.strength
    module = anatomy.blocks[change.block].module
    return [Effect(change.block, module, "output", lambda values, _given, _start: values + added.to(values))]

def edit_weight(change, anatomy, _means):
    read, write = torch.tensor(change.read), torch.tensor(change.write)
    def edit(values, given, _start):
        return values + (given @ read.to(given))[..., None] * write.to(values)
    return [Effect(change.block, anatomy.blocks[change.block].down_projection, "output", edit)]

INTERVENTIONS = {SteeringVector: steer, RankOneEdit: edit_weight}
"""


@pytest.fixture
def steering(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The records of a laboratory that is two files in a folder, and nothing besides."""
    folder = tmp_path / "labs" / "pushed"
    folder.mkdir(parents=True)
    (folder / "records.py").write_text(RECORDS)
    (folder / "interventions.py").write_text(INTERVENTIONS)
    monkeypatch.setattr(engine.labs, "__path__", [*engine.labs.__path__, str(folder.parent)])
    importlib.invalidate_caches()
    yield importlib.import_module("engine.labs.pushed.records")
    _forget_steering()


def _forget_steering() -> None:
    for name in [name for name in sys.modules if name.startswith("engine.labs.pushed")]:
        del sys.modules[name]
    vars(engine.labs).pop("pushed", None)


def _vector(width: int) -> np.ndarray[Any, np.dtype[np.float32]]:
    return np.random.default_rng(5).standard_normal(width).astype(np.float32)


def _steered(family: Subject, plan: Plan) -> Captured:
    return forward(family.model, family.anatomy, family.ids, want=family.everything, plan=plan)


@pytest.mark.parametrize("family", ["llama", "gpt2", "gemma2"], indirect=True)
def test_a_vector_is_added_to_the_stream_after_its_block(family: Subject, steering: Any) -> None:
    vector = _vector(family.anatomy.d_model)
    plan = Plan((steering.SteeringVector(LAYER, vector, 2.0),))

    def edit(model: PreTrainedModel) -> None:
        def add(_module: nn.Module, _args: object, output: Any) -> Any:
            if isinstance(output, tuple):
                return (output[0] + 2.0 * torch.tensor(vector), *output[1:])
            return output + 2.0 * torch.tensor(vector)

        model.get_submodule(paths(family.name, LAYER)[0]).register_forward_hook(add)

    plain, got = plain_forward(family, edit), _steered(family, plan)
    intact = forward(family.model, family.anatomy, family.ids).resid
    assert got.logits is not None
    assert got.resid is not None
    assert intact is not None
    assert apart(got.logits, plain.logits) < TOLERANCE
    assert torch.equal(got.resid[:, : LAYER + 1], _fast(family, plan)[:, : LAYER + 1])
    assert apart(got.resid[:, LAYER + 1] - intact[:, LAYER + 1], 2.0 * torch.tensor(vector).expand(14, -1)) < TOLERANCE


def _fast(family: Subject, plan: Plan) -> torch.Tensor:
    """The states without the plan, by the same attention code."""
    assert plan.lowest_layer == LAYER
    resid = forward(family.model, family.anatomy, family.ids, want=family.everything).resid
    assert resid is not None
    return resid


@pytest.mark.parametrize("family", ["llama", "gpt2"], indirect=True)
def test_an_edited_weight_equals_the_weight_edited(family: Subject, steering: Any) -> None:
    read, write = _vector(family.anatomy.d_mlp), _vector(family.anatomy.d_model)
    name = paths(family.name, LAYER)[2]
    assert name is not None

    def edit(model: PreTrainedModel) -> None:
        module = model.get_submodule(name)
        change = torch.outer(torch.tensor(write), torch.tensor(read))  # [D, M]
        assert isinstance(module.weight, torch.Tensor)
        module.weight.data.add_(change.T if isinstance(module, Conv1D) else change)

    got = _steered(family, Plan((steering.RankOneEdit(LAYER, read, write),)))
    assert got.logits is not None
    assert apart(got.logits, plain_forward(family, edit).logits) < TOLERANCE


@pytest.mark.parametrize("family", ["llama", "gpt2"], indirect=True)
def test_steps_and_replays_follow_a_new_kind(family: Subject, steering: Any) -> None:
    plan = Plan((steering.SteeringVector(LAYER, _vector(family.anatomy.d_model)), Change(Site("head", 2, 1), 0.0)))
    whole, cache = _steered(family, plan), new_cache(family.model)
    assert whole.resid is not None
    assert whole.attn is not None
    assert whole.logits is not None
    with Recorder(family.model, family.anatomy, family.everything, plan=plan) as recorder:
        parts = [recorder.run(piece, cache) for piece in (family.ids[:6], *family.ids[6:].split(1))]
    assert apart(torch.cat([part.logits for part in parts if part.logits is not None]), whole.logits) < TOLERANCE
    for layer in (LAYER, LAYER + 1):
        again = replay_block(family.model, family.anatomy, layer, whole.resid[:, layer], plan=plan)
        assert apart(again["attn"], whole.attn[layer]) < TOLERANCE
    intact = _fast(family, plan)
    rest = resume(family.model, family.anatomy, LAYER, intact[:, LAYER], plan=plan)
    assert rest.logits is not None
    assert apart(rest.logits, whole.logits) < 1e-4
    with pytest.raises(InputRefused, match="recomputed from there"):
        resume(family.model, family.anatomy, LAYER + 1, intact[:, LAYER + 1], plan=plan)


def test_a_run_its_branches_and_its_file_keep_a_new_kind(steering: Any, tmp_path: Path) -> None:
    session = tiny_session()
    vector = _vector(session.anatomy.d_model)
    plan = Plan((steering.SteeringVector(0, vector, beside=(Site("mlp", 1),)), Change(Site("mlp", 1), 0.5)))
    records = begun(session, Sampling(0), plan=plan) + stepped(session, 2)
    branched = session.branch(7, 50)
    assert branched is not None
    run = gathered([*records, branched, *stepped(session, 2)])
    run.plan = plan
    again = gathered(begun(tiny_session(), prompt=run.token_ids, plan=plan))
    here, there = run.stacked("resid"), again.stacked("resid")
    assert here is not None
    assert there is not None
    np.testing.assert_allclose(here, there, atol=1e-4)
    assert check_reference(session, run.token_ids, "float32").max_abs_logit_difference < 1e-3
    assert hooks_on(session.model) == 0
    save_run(run, tmp_path / "a.orrery")
    opened = load_run(tmp_path / "a.orrery").plan
    assert opened == plan
    assert hash(opened) == hash(plan)
    assert opened == pickle.loads(pickle.dumps(plan))  # noqa: S301 - made here
    assert opened != Plan((steering.SteeringVector(0, vector + 1, beside=(Site("mlp", 1),)), plan.changes[1]))


def test_a_file_with_a_kind_that_is_not_known_is_refused_by_name(steering: Any, tmp_path: Path) -> None:
    run = gathered(begun(tiny_session()))
    run.plan = Plan((steering.SteeringVector(0, np.ones(3, np.float32)),))
    save_run(run, tmp_path / "a.orrery")
    data = (tmp_path / "a.orrery").read_bytes()
    for old, new in ((b"engine.labs.p", b"engine.labs.q"), (b"engine.labs", b"strange.lab"), (b"gVector", b"gSector")):
        (tmp_path / "b.orrery").write_bytes(data.replace(old, new))
        with pytest.raises(RunFileProblem, match=r"labs?\.\w+\.records\.Steering\w+'.*does not know"):
            load_run(tmp_path / "b.orrery")


@pytest.mark.parametrize("family", ["llama"], indirect=True)
def test_no_hook_remains_and_none_is_put_there_for_nothing(family: Subject, steering: Any) -> None:
    width = family.anatomy.d_model
    idle = Plan((steering.SteeringVector(LAYER, _vector(width), 0.0),))
    with Recorder(family.model, family.anatomy, Want(resid=False), plan=idle) as recorder:
        assert hooks(family.model) == 0
        got = recorder.run(family.ids)
    assert got.logits is not None
    assert torch.equal(got.logits, plain_forward(family).logits)
    good = steering.SteeringVector(LAYER, _vector(width))
    with pytest.raises(InputRefused, match="has 3 numbers"):
        forward(family.model, family.anatomy, family.ids, plan=Plan((good, steering.SteeringVector(0, _vector(3)))))
    assert hooks(family.model) == 0
    calls = iter([False, False, True, True, True])
    with pytest.raises(Stopped):
        forward(family.model, family.anatomy, family.ids, plan=Plan((good,)), stop=lambda: next(calls))
    assert hooks(family.model) == 0


class Unheard(Intervention):
    """A kind that nothing stands beside."""


@pytest.mark.parametrize("family", ["llama"], indirect=True)
def test_a_kind_that_nobody_does_and_a_laboratory_that_breaks_are_told(
    family: Subject, steering: Any, tmp_path: Path
) -> None:
    with pytest.raises(InputRefused, match="the kind Unheard"):
        check_plan(family.anatomy, Plan((Unheard(),)))
    (tmp_path / "labs" / "pushed" / "interventions.py").write_text("raise ImportError('no such library')")
    with pytest.raises(InputRefused, match=r"'pushed' could not be loaded .*no such library.*others work"):
        check_plan(family.anatomy, Plan((steering.SteeringVector(0, _vector(family.anatomy.d_model)),)))
