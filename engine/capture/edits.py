"""Changing what a module is given or what it returns, by hooks on copies: no live tensor of the model is written to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from torch import Tensor, nn

InputEdit = Callable[[Tensor], Tensor]  # of what the module is given, a copy that may be written to
OutputEdit = Callable[[Tensor, Tensor], Tensor]  # of what it returns, such a copy; and what it was given, only to read


def edit_input(module: nn.Module, edit: InputEdit) -> Callable[[], None]:
    """Change what a module is given first; returns how to end that."""

    def hook(_module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        if args:
            return (edit(args[0].clone()), *args[1:]), kwargs
        name = next(iter(kwargs))
        return args, {**kwargs, name: edit(kwargs[name].clone())}

    return module.register_forward_pre_hook(hook, with_kwargs=True).remove


def edit_output(module: nn.Module, edit: OutputEdit) -> Callable[[], None]:
    """Change what a module returns (the first of several); returns how to end that."""

    def hook(_module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any], output: Any) -> Any:
        several = isinstance(output, tuple)
        given = args[0] if args else next(iter(kwargs.values()))
        values = edit((output[0] if several else output).clone(), given)
        return (values, *output[1:]) if several else values

    return module.register_forward_hook(hook, with_kwargs=True).remove
