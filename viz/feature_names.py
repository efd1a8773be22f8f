"""What features are called whatever their dictionary's file: by the place that it reads."""

from __future__ import annotations

from engine.dictionaries.records import Hook


def feature_name(hook: Hook, index: int) -> str:
    """`L12.F3` of resid after L12, `L12.mlp.F3` of another place."""
    kind = "" if hook.kind == "resid" else f".{hook.kind}"
    return f"L{hook.layer}{kind}.F{index}"
