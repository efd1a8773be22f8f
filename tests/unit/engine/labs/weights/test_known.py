"""Queries, keys and values are those rows that a head listens to, whatever the family: held against what heads do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from engine.capture.attention import implementation
from engine.generation.session import Session
from engine.labs.weights.known import Known, is_transposed, of_layer
from engine.labs.weights.matrices import matrix_of
from engine.labs.weights.records import MatrixName
from tests.helpers.families import FAMILIES, sample_ids
from tests.helpers.sessions import session_of
from tests.helpers.workbench import bench

IDS = sample_ids(5)[None]
SEVERAL = (
    "gpt2", "gpt_neox", "gpt_bigcode", "llama", "phi3", "bloom", "falcon", "falcon-alibi-serial", "falcon-new", "mpt",
    "gptj", "codegen", "gpt_neo", "opt", "biogpt",
)  # fmt: skip
LAYER = 1


@contextmanager
def without(known: Known, rows: Tensor) -> Iterator[None]:
    """While open, these outputs of a matrix are 0."""

    def cut(_module: Any, _args: Any, output: Tensor) -> Tensor:
        output = output.clone()
        output[..., rows] = 0
        return output

    handle = known.module.register_forward_hook(cut)
    try:
        yield
    finally:
        handle.remove()


def seen(session: Session) -> tuple[Tensor, Tensor]:
    """Attention weights [H, T, T] of the layer, and what its output projection is given [T, H * head_dim]."""
    block = session.anatomy.blocks[LAYER]
    found: list[Tensor] = []
    assert block.attention is not None
    assert block.out_projection is not None
    handles = [
        block.attention.register_forward_hook(lambda _m, _a, out: found.append(out[block.weights_index][0].clone())),
        block.out_projection.register_forward_pre_hook(lambda _m, args: found.append(args[0].clone())),
    ]
    try:
        with torch.no_grad(), implementation(session.anatomy.configs, "eager"):
            session.model(input_ids=IDS, use_cache=False)
    finally:
        for handle in handles:
            handle.remove()
    given, weights = found
    return weights, given.reshape(IDS.shape[1], -1)


def module_rows(known: Known, role: str, index: int) -> Tensor:
    """Which outputs of the module are this head's of the role: found from the pieces alone."""
    found, at = [], 0
    for piece in known.out.pieces:
        if piece.part in ("", role):
            heads = np.arange(piece.n) // piece.width + piece.first
            found += (at + np.flatnonzero(heads == index)).tolist()
        at += piece.n
    return torch.tensor(found)


@pytest.mark.parametrize("family", SEVERAL)
def test_rows_of_a_head_are_heard_by_that_head(family: str) -> None:
    session = session_of(FAMILIES[family]())
    session.cool()
    anatomy = session.anatomy
    parts = {role: known for roles, known in of_layer(session.model, anatomy, LAYER) for role in roles}
    heads, width = anatomy.n_heads, anatomy.blocks[LAYER].head_dim
    groups = sum(piece.n // width for piece in parts["k"].out.pieces if piece.part in ("", "k"))
    shared = heads // groups
    weights, given = seen(session)
    for head in range(0, heads, 3):
        group = head // shared
        readers = set(range(group * shared, (group + 1) * shared))
        with without(parts["q"], module_rows(parts["q"], "q", head)):
            without_q = seen(session)[0]
        with without(parts["k"], module_rows(parts["k"], "k", group)):
            without_k = seen(session)[0]
        with without(parts["v"], module_rows(parts["v"], "v", group)):
            cut, mixed = seen(session)
        for other in range(heads):
            same_q = torch.allclose(without_q[other], weights[other], atol=1e-6)
            same_k = torch.allclose(without_k[other], weights[other], atol=1e-6)
            assert same_q == (other != head), (family, "q", head, other)
            assert same_k == (other not in readers), (family, "k", head, other)
            part = mixed[:, other * width : (other + 1) * width]
            whole = given[:, other * width : (other + 1) * width]
            assert bool((part == 0).all()) == (other in readers), (family, "v", head, other)
            assert (other in readers) or torch.allclose(part, whole, atol=1e-6)
        assert torch.allclose(cut, weights, atol=1e-6), "values change no attention weights"


@pytest.mark.parametrize("family", ["gpt2", "gpt_neox", "falcon-new", "codegen", "llama", "phi3"])
def test_a_role_s_matrix_is_the_state_dict_s(family: str) -> None:
    session = session_of(FAMILIES[family]())
    workbench = bench(session)
    state = session.model.state_dict()
    for roles, known in of_layer(session.model, session.anatomy, LAYER):
        stored: Any = known.module.weight
        stored = stored.detach()
        by_output = stored.T if is_transposed(known.module) else stored
        for role in roles:
            found = matrix_of(MatrixName(role, LAYER), workbench)
            assert torch.equal(state[found.stored_as], stored)
            assert (found.row_axis.n, found.column_axis.n) == tuple(found.weights.shape)
            if len(roles) == 1:
                assert torch.equal(found.weights, by_output)
        if len(roles) > 1:  # each row of the fused matrix has one role
            rows = [row for role in roles for row in matrix_of(MatrixName(role, LAYER), workbench).weights.tolist()]
            assert sorted(rows) == sorted(by_output.tolist())


def test_gpt2_s_three_thirds() -> None:
    session = session_of(FAMILIES["gpt2"]())
    model: Any = session.model
    stored = model.transformer.h[LAYER].attn.c_attn.weight.detach()  # [D, 3 D]
    for at, role in enumerate(("q", "k", "v")):
        found = matrix_of(MatrixName(role, LAYER), bench(session))  # type: ignore[arg-type]
        assert torch.equal(found.weights, stored[:, 32 * at : 32 * (at + 1)].T)


def test_gate_and_up_of_one_matrix() -> None:
    session = session_of(FAMILIES["phi3"]())
    model: Any = session.model
    stored = model.model.layers[LAYER].mlp.gate_up_proj.weight.detach()
    assert torch.equal(matrix_of(MatrixName("gate", LAYER), bench(session)).weights, stored[:48])
    assert torch.equal(matrix_of(MatrixName("up", LAYER), bench(session)).weights, stored[48:])
