"""Whether a model's weights and its config.json belong together, told before and after the load in a sentence.

transformers fills missing tensors with random numbers, passes over those it has no place for, and would begin to build
a billion blocks if a damaged config.json says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from engine.errors import ModelUnusable, in_short, reason
from engine.models.weights import Weights
from engine.sentences import say

_BLOCK = re.compile(r"(?P<list>.*?\b(?:layers|h|blocks|block))\.\d+\.")


def require_possible(folder: Path, config: Any, weights: Weights) -> None:
    """Refuse a configuration of more blocks than there are tensors, or of none. Raises ModelUnusable."""
    blocks = getattr(config.get_text_config(decoder=True), "num_hidden_layers", None)
    if isinstance(blocks, int) and not 1 <= blocks <= weights.n_tensors:
        raise ModelUnusable(
            say(
                "The weights in {folder} do not fit its config.json: that says {blocks:,} layers, and there are "
                "{n_tensors:,} tensors. Get the model again from its source.",
                folder=folder,
                blocks=blocks,
                n_tensors=weights.n_tensors,
            )
        )


def require_complete(folder: Path, model: Any, report: dict[str, Any]) -> None:
    """Refuse a model of which tensors are missing, or whose files have blocks that its configuration does not know.

    Other tensors may be left over: heads for other tasks, and tables that old files keep beside the weights.

    Raises:
        ModelUnusable: the sentence names the first of them.
    """
    wrong = sorted(report.get("missing_keys", ())) or sorted(map(str, report.get("mismatched_keys", ())))
    if wrong:
        raise ModelUnusable(
            say(
                "The weights in {folder} do not fit its config.json: {n} tensors are missing or of another shape "
                "({wrong}). Get the model again from its source.",
                folder=folder,
                n=len(wrong),
                wrong=_some(wrong),
            )
        )
    blocks = [found for name in model.state_dict() if (found := _BLOCK.match(name))]
    lists, known = {found["list"] for found in blocks}, {found.group() for found in blocks}
    over = [
        name
        for name in sorted(report.get("unexpected_keys", ()))
        if (found := _BLOCK.match(name)) and found["list"] in lists and found.group() not in known
    ]
    if over:
        raise ModelUnusable(
            say(
                "The weights in {folder} do not fit its config.json: {n} tensors of layers have no place in it "
                "({over}). Get the model again from its source, or choose it in another format.",
                folder=folder,
                n=len(over),
                over=_some(over),
            )
        )


def why_not(folder: Path, error: BaseException) -> ModelUnusable:
    """What transformers raised while it loaded, as a sentence."""
    said = " ".join(str(error).split())
    if "ignore_mismatched_sizes" in said:
        return ModelUnusable(
            say(
                "The weights in {folder} do not fit its config.json: tensors have other shapes. Get the model "
                "again from its source.",
                folder=folder,
            )
        )
    if isinstance(error, ImportError):
        return ModelUnusable(
            say(
                "{folder} could not be loaded: its weights are in a form that needs a further library ({said}). "
                "Choose the model without that quantisation, or as a GGUF file.",
                folder=folder,
                said=in_short(said),
            )
        )
    return ModelUnusable(
        say(
            "The model in {folder} could not be loaded. Get it again from its source; if that does not help, "
            "it may need a newer version of transformers. (Details: {why})",
            folder=folder,
            why=reason(error),
        )
    )


def _some(names: Sequence[str]) -> str:
    return ", ".join(in_short(name, 60) for name in names[:3])
