"""What Orrery relies on inside accelerate: the test names what an update of the library has changed."""

from __future__ import annotations

import accelerate
import torch
from torch import nn

from engine.libraries.accelerate_inside import is_moved, kept_weights, runs_on

WHERE = f"accelerate {accelerate.__version__}: "


def test_a_module_kept_elsewhere_is_known_by_its_hook() -> None:
    module = nn.Linear(3, 2)
    weight = module.weight.detach().clone()
    assert not is_moved(module)
    assert kept_weights(module) is None
    assert runs_on(module) is None
    accelerate.cpu_offload(module, torch.device("cpu"))
    assert is_moved(module), WHERE + "a module that is moved has no `_hf_hook`"
    assert module.weight.is_meta, WHERE + "the parameters of a module kept elsewhere are not on meta"
    kept = kept_weights(module)
    assert kept is not None, WHERE + "the hook has no `weights_map`, or does not say `offload`"
    assert torch.equal(kept["weight"], weight)
    assert runs_on(module) == torch.device("cpu"), WHERE + "the hook has no `execution_device`"
