"""Where in a model a dictionary reads and writes: a module, its side, and how wide that is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from torch import Tensor, nn

from engine.capture.anatomy import Anatomy
from engine.dictionaries.records import Hook
from engine.errors import InputRefused
from engine.sentences import say


def width_of(anatomy: Anatomy, hook: Hook) -> int:
    """How many numbers a position has there. Raises InputRefused as `module_of`."""
    module_of(anatomy, hook)
    return anatomy.d_mlp if hook.kind == "neurons" else anatomy.d_model


def module_of(anatomy: Anatomy, hook: Hook) -> tuple[nn.Module, Literal["input", "output"]]:
    """The module and the side of it that a hook means.

    Raises:
        InputRefused: the model has no such layer, or Orrery does not recognise that part of it.
    """
    if not 0 <= hook.layer < anatomy.n_layers:
        raise InputRefused(
            say(
                "There is no layer {layer}: this model has layers 0 to {last}.",
                layer=hook.layer,
                last=anatomy.n_layers - 1,
            )
        )
    block = anatomy.blocks[hook.layer]
    if hook.kind == "resid":
        return block.module, "output"
    found = {"attention": block.attention_write, "mlp": block.mlp_write, "neurons": block.down_projection}[hook.kind]
    if found is None or (hook.kind == "neurons" and not anatomy.d_mlp):
        raise InputRefused(
            say(
                "{what} cannot be read: Orrery does not recognise how this model builds them. Choose resid.",
                what=hook.in_words,
            )
        )
    return found, "input" if hook.kind == "neurons" else "output"


def watch(anatomy: Anatomy, hook: Hook, see: Callable[[Tensor], None]) -> Callable[[], None]:
    """Hand what stands at a hook, [B, t, width] and only to read, to `see` in every forward; returns how to end it.

    Raises:
        InputRefused: as `module_of`.
    """
    module, side = module_of(anatomy, hook)
    if side == "input":

        def before(_module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
            see(args[0] if args else next(iter(kwargs.values())))

        return module.register_forward_pre_hook(before, with_kwargs=True).remove

    def after(_module: nn.Module, _args: tuple[Any, ...], output: Any) -> None:
        see(output[0] if isinstance(output, tuple) else output)

    return module.register_forward_hook(after).remove
