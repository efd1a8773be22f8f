"""What the views of layers say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "layers": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "The bars are the Euclidean norms of what attention and then the MLP add to the residual stream in each "
            "layer, at the selected position; the tick is the norm of both together, shorter where they work against "
            "each other. “Measure” shows them as fractions of the residual stream's norm after the layer, or as they "
            "are. The ticks come from the recorded states; the two parts are measured in one forward pass. A norm "
            "says how much is added, not whether it is of use.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Choose “vector norm” and select the first token, then another one: in many models a single layer "
                "adds far more at the first token than any does elsewhere.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Look for a layer whose tick is much shorter than its two bars together: there the MLP takes back "
                "part of what attention added.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Click a layer: the views of layers and heads follow. “Logit lens” tells whether the prediction "
                "changes there.",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp", "Elhage and others 2021 (the residual stream); Sun and others 2024 (massive activations)."
        ),
    ),
    "logit_lens": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "The hidden state after each layer is put through the model's own final norm and unembedding, as if it "
            "were the last one, and the cell shows the most likely token. The last row is the model's output as the "
            "run recorded it. The layers below were never trained to be read like this: where the lens shows "
            "nonsense, the information may still be there in another form.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Read one column from the input to the output: from which layer on does the final prediction, in "
                "bold, stand there?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Set “Colour” to “rank of the final prediction”: it often climbs long before it comes first.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Tick another branch in “Branches” and choose “difference between branches”: after which layer do the "
                "two texts part?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "nostalgebraist 2020 (the logit lens); Belrose and others 2023 (where it misleads); Lin 1991 (the "
            "Jensen–Shannon divergence).",
        ),
    ),
}
