"""What settings, layouts and commands hold of a choice is its value, which outlives the words that a person reads."""

from __future__ import annotations

import pytest

from viz import registry

KEPT = {
    ("attention_atlas", "score"): ("previous", "duplicate", "induction", "first", "current", "entropy", "distance"),
    ("attention_head", "show"): ("head", "mean of the layer", "mean of chosen heads", "difference"),
    ("brackets_error", "by"): ("random prefixes", "all up to 14"),
    ("brackets_large", "strings"): ("16 drawn", "the one in the bench"),
    ("compare", "what"): ("changed model", "another seed", "another prompt", "another model"),
    ("head_scores", "on"): ("random tokens said twice", "the text on screen"),
    ("language_neuron", "measure"): ("rise over intact", "loss"),
    ("layers", "measure"): ("share of the stream after it", "length"),
    ("logit_lens", "colour"): ("probability", "final choice's probability", "final choice's rank", "entropy"),
    ("patching", "kind"): ("patching from A into B", "tracing a fact"),
    ("patching", "part"): ("state", "attention", "mlp"),
}


@pytest.mark.parametrize(("kept", "values"), KEPT.items(), ids=lambda it: ".".join(it) if len(it) == 2 else "")
def test_values_of_earlier_versions_are_still_choices(kept: tuple[str, str], values: tuple[str, ...]) -> None:
    view, name = kept
    option = next(it for it in registry.all_views()[view].options if it.name == name)
    assert set(values) <= set(option.choices)
