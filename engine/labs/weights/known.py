"""Which of a model's matrices is what: queries, keys and values among them, also where one matrix holds all three.

Output projections, MLPs and embeddings are those that `engine.capture` found by watching the model run. Queries, keys
and values are told apart by their modules' names. Families that keep them in one matrix lay its rows out in one of the
ways of `_fused`; of a family that is not known there the matrix is called by its own name only. A test holds these
against what single heads do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from torch import Tensor, nn

from engine.capture.anatomy import Anatomy, Block
from engine.capture.neuron_weights import key_modules
from engine.capture.placed import tensor_of
from engine.labs.weights.records import Axis, Piece, Role
from engine.records import I64

_NAMES: Final = {
    "q": ("q_proj", "query", "q_lin", "wq", "query_proj", "to_q"),
    "k": ("k_proj", "key", "k_lin", "wk", "key_proj", "to_k"),
    "v": ("v_proj", "value", "v_lin", "wv", "value_proj", "to_v"),
}
_FUSED_NAMES: Final = ("c_attn", "qkv_proj", "query_key_value", "Wqkv", "qkv", "W_pack")
_BY_HEAD: Final = ("gpt_neox", "gpt_neox_japanese", "bloom", "persimmon")  # of each head: query, key, value
_ONE_AFTER_ANOTHER: Final = ("gpt2", "phi3", "phi4_multimodal", "mpt", "dbrx", "openai-gpt", "imagegpt", "exaone")


@dataclass(frozen=True)
class Known:
    """A matrix module: what its outputs and inputs are."""

    module: nn.Module
    out: Axis
    given: Axis

    @property
    def by_output(self) -> Tensor:
        """[out, in], whichever way round it is kept."""
        weight = tensor_of(self.module)
        if weight is None:
            raise LookupError
        return weight.T if is_transposed(self.module) else weight


def is_transposed(module: nn.Module) -> bool:
    """Whether a module keeps its matrix as [in, out]: GPT-2's kind does."""
    return type(module).__name__ == "Conv1D"


def rows_of(axis: Axis, part: str) -> I64:
    """The numbers of the rows of one part of a matrix that holds several."""
    found, start = list[I64](), 0
    for piece in axis.pieces:
        if piece.part == part:
            found.append(np.arange(start, start + piece.n))
        start += piece.n
    return np.concatenate(found) if found else np.empty(0, np.int64)


def of_part(axis: Axis, part: str) -> Axis:
    """The pieces of one part, joined where they go on."""
    joined = list[Piece]()
    for piece in axis.pieces:
        if piece.part != part:
            continue
        before = joined[-1] if joined else None
        goes_on = before is not None and before.first + before.n // before.width == piece.first
        if before is not None and goes_on and (before.kind, before.width) == (piece.kind, piece.width):
            joined[-1] = Piece(before.kind, before.n + piece.n, before.first, before.width, before.shared, part)
        else:
            joined.append(piece)
    return Axis(tuple(joined))


def of_layer(model: Any, anatomy: Anatomy, layer: int) -> list[tuple[tuple[Role, ...], Known]]:
    """The matrices of a layer that are recognised, each with the roles it holds."""
    block, found = anatomy.blocks[layer], list[tuple[tuple[Role, ...], Known]]()
    stream = Axis((Piece("residual", anatomy.d_model),))
    found += _attention(str(getattr(model.config, "model_type", "")), model.config, anatomy, block, stream)
    if block.out_projection is not None:
        n = _n_in(block.out_projection)
        heads = Piece("head", n, width=block.head_dim, part="o") if block.head_dim else Piece("plain", n)
        found.append((("o",), Known(block.out_projection, stream, Axis((heads,)))))
    if anatomy.d_mlp and block.down_projection is not None:
        neurons = Piece("neuron", anatomy.d_mlp)
        found.append((("down",), Known(block.down_projection, stream, Axis((neurons,)))))
        for part, module in key_modules(anatomy, layer):
            found.append(_of_mlp(part, module, stream, anatomy.d_mlp))
    return found


def _of_mlp(part: str, module: nn.Module, stream: Axis, width: int) -> tuple[tuple[Role, ...], Known]:
    if part == "gate and up":
        both = Axis((Piece("neuron", width, part="gate"), Piece("neuron", width, part="up")))
        return ("gate", "up"), Known(module, both, stream)
    role: Role = "gate" if part == "gate" else "up"
    return (role,), Known(module, Axis((Piece("neuron", width),)), stream)


def _attention(
    family: str, config: Any, anatomy: Anatomy, block: Block, stream: Axis
) -> list[tuple[tuple[Role, ...], Known]]:
    if block.attention is None or not anatomy.n_heads or not block.head_dim:
        return []
    modules = [(name.rpartition(".")[2], it) for name, it in block.attention.named_modules() if _is_matrix(it)]
    modules = [(name, it) for name, it in modules if it is not block.out_projection]
    found = list[tuple[tuple[Role, ...], Known]]()
    for role, names in _NAMES.items():
        module = next((it for name, it in modules if name in names), None)
        if module is not None:
            heads = _heads(anatomy, block, role, _n_out(module))
            given = stream if _n_in(module) == anatomy.d_model else Axis((Piece("plain", _n_in(module)),))
            found.append(((role,), Known(module, Axis((heads,)), given)))  # type: ignore[arg-type]  # of Role
    fused = next((it for name, it in modules if name in _FUSED_NAMES), None)
    if fused is not None and not found and _n_in(fused) == anatomy.d_model:
        axis = _fused(family, config, anatomy, block)
        if axis is not None and axis.n == _n_out(fused):
            found.append((("q", "k", "v"), Known(fused, axis, stream)))
    return found


def _heads(anatomy: Anatomy, block: Block, role: str, n: int) -> Piece:
    """Rows of queries, keys or values: by head where there are as many as the heads need."""
    width = block.head_dim
    if role == "q" and n == anatomy.n_heads * width:
        return Piece("head", n, width=width)
    groups = max(anatomy.n_kv_heads, 1)
    if role != "q" and n % groups == 0 and anatomy.n_heads % groups == 0 and (role == "k" or n == groups * width):
        shared = anatomy.n_heads // groups
        return Piece("head" if shared == 1 else "kv head", n, width=n // groups, shared=shared)
    return Piece("plain", n)


def _fused(family: str, config: Any, anatomy: Anatomy, block: Block) -> Axis | None:
    """How the rows of one matrix of queries, keys and values are laid out; None of a family that is not known."""
    heads, groups, width = anatomy.n_heads, max(anatomy.n_kv_heads, 1), block.head_dim

    def some(part: str, n: int, first: int = 0, readers: int = heads // groups) -> Piece:
        shared = 1 if part == "q" else readers
        return Piece("kv head" if shared > 1 else "head", n * width, first, width, shared, part)

    by_head = Axis(tuple(some(part, 1, head, 1) for head in range(heads) for part in "qkv"))
    in_turn = Axis((some("q", heads), some("k", groups), some("v", groups)))
    if family in _BY_HEAD:
        return by_head
    if family in _ONE_AFTER_ANOTHER:
        return in_turn
    if family == "gpt_bigcode":
        return in_turn if getattr(config, "multi_query", False) else by_head
    if family == "falcon":
        if getattr(config, "new_decoder_architecture", False):
            per = heads // groups
            turns = [(some("q", per, group * per), some("k", 1, group), some("v", 1, group)) for group in range(groups)]
            return Axis(tuple(piece for turn in turns for piece in turn))
        return in_turn if getattr(config, "multi_query", False) else by_head
    if family == "codegen" and heads % 4 == 0:  # four parts, as for as many processors: query, value, key
        per = heads // 4
        return Axis(tuple(some(part, per, turn * per) for turn in range(4) for part in "qvk"))
    return None


def _is_matrix(module: nn.Module) -> bool:
    weight = getattr(module, "weight", None)
    return isinstance(weight, Tensor) and weight.dim() == 2 and not isinstance(module, nn.Embedding)


def _n_in(module: Any) -> int:
    return int(module.weight.shape[0 if is_transposed(module) else 1])


def _n_out(module: Any) -> int:
    return int(module.weight.shape[1 if is_transposed(module) else 0])
