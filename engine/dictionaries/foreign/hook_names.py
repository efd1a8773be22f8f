"""Which hook the names of other programs mean: TransformerLens' ("blocks.8.hook_resid_pre") and transformers' modules.

`resid` here is after a layer, so the input of block l is `resid` after l - 1. What stands between attention and MLP,
the heads' outputs before their projection (`hook_z`) and the input of block 0 are no hooks of Orrery's.
"""

from __future__ import annotations

import re

from engine.dictionaries.records import Hook, HookKind
from engine.errors import InputRefused, in_short
from engine.sentences import say

_OF_BLOCK: dict[str, HookKind] = {
    "hook_resid_post": "resid",
    "hook_attn_out": "attention",
    "hook_mlp_out": "mlp",
    "mlp.hook_post": "neurons",
}
_OF_MODULE: dict[str, HookKind] = {
    **dict.fromkeys(("", "output"), "resid"),
    **dict.fromkeys(("attn", "attention", "self_attn", "attn.output", "self_attn.output"), "attention"),
    **dict.fromkeys(("mlp", "mlp.output"), "mlp"),
}
_BLOCK = re.compile(r"blocks\.(\d{1,4})\.(.+)")
_MODULE = re.compile(r"(?:\w+\.)*(?:layers|h|blocks|layer)\.(\d{1,4})(?:\.(.+))?")


def hook_of(name: str) -> Hook:
    """The hook that a name means. Raises InputRefused where it is none of Orrery's."""
    if (found := _BLOCK.fullmatch(name)) is not None:
        layer, rest = int(found[1]), found[2]
        if rest in _OF_BLOCK:
            return Hook(_OF_BLOCK[rest], layer)
        if rest == "hook_resid_pre" and layer > 0:
            return Hook("resid", layer - 1)
    if (found := _MODULE.fullmatch(name)) is not None and (found[2] or "") in _OF_MODULE:
        return Hook(_OF_MODULE[found[2] or ""], int(found[1]))
    raise InputRefused(
        say(
            "The dictionary reads {name}, which Orrery does not. It reads resid after a layer, the attention output, "
            "the MLP output and the neurons: take a dictionary of one of these.",
            name=in_short(name) or "?",
        )
    )
