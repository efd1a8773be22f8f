"""accelerate's inside: the hooks by which it keeps a module's weights away from the device the module runs on.

Such a module has parameters on "meta", without numbers, and a hook, `_hf_hook`, wrapped round its forward that fetches
them for as long as it runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor, nn

from engine.libraries.changed import relied_on


def is_moved(module: nn.Module) -> bool:
    """Whether accelerate has wrapped the module's forward."""
    return hasattr(module, "_hf_hook")


@relied_on("accelerate")
def kept_weights(module: nn.Module) -> Mapping[str, Tensor] | None:
    """The module's weights where they are kept elsewhere than it runs, None where they are where it runs."""
    hook = _keeper(module)
    found: Mapping[str, Tensor] | None = None if hook is None else hook.weights_map
    return found


@relied_on("accelerate")
def runs_on(module: nn.Module) -> torch.device | None:
    """Where a module runs whose weights are kept elsewhere, None where they are where it runs."""
    hook = _keeper(module)
    if hook is None:
        return None
    where: Any = hook.execution_device
    return torch.device("cuda", where) if isinstance(where, int) else torch.device(where)


def _keeper(module: nn.Module) -> Any:
    """The hook that keeps the module's weights elsewhere, None where there is none."""
    hook: Any = getattr(module, "_hf_hook", None)
    hooks = getattr(hook, "hooks", (hook,))
    return next((each for each in hooks if getattr(each, "offload", False) and each.weights_map is not None), None)
