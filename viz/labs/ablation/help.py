"""What the views of interventions say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "ablation": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "The modified model runs from the lowest layer that is changed, on the hidden states below it that are "
            "known already. A scale multiplies a component's output; “mean” puts its average over a bundled sample "
            "text in its place. Shown are the next token's probabilities at temperature 1 in both models and "
            "KL(original ‖ modified) in bits. Both continuations below are drawn with the same random numbers, so "
            "they differ only by the interventions.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Press “Its strongest head”: of the 30 heads with the largest estimated effect, the one whose "
                "switching off costs the most likely token most is added, switched off. Move its slider slowly from 0 "
                "to 1 and watch the bars of each pair meet.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Type L0.mlp into the line for a component and press “Add”: look at how far KL rises, and how the "
                "continuation reads without the first MLP. “Undo” brings it back.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Set a row from “scale” to “mean”. Zero removes all that the component adds, the mean only what is "
                "special about this text: compare both values of KL.",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Wang and others 2022 (arXiv 2211.00593) for mean ablation; Kullback and Leibler 1951 for the divergence.",
        ),
    ),
    "ablation_inside": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "At the selected position the logit lens reads the hidden state after every layer twice, in the original "
            "and in the modified model, with the model's own final norm and unembedding. KL(original ‖ modified) in "
            "bits compares both readings. Nothing differs below the lowest modified layer. What the lens reads in "
            "early layers is not something that the model says there.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "In “Interventions” switch off a component of a middle layer and follow KL from the first layer to "
                "the last: where does it begin, and does it grow or shrink on the way to the output?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Click a layer above the modified one: below stands what its selected head attends to in both models. "
                "Where that differs, the head attends by what the modified component writes.",
            ),
        ),
        QT_TRANSLATE_NOOP("ViewHelp", "nostalgebraist 2020 (the logit lens); Kullback and Leibler 1951."),
    ),
    "ablation_sweep": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "The scale of one component is set to 16 values from −2 to 10, one after the other, while the rest of the "
            "intervention list stays as it is, and the next token is computed each time. The lines show the tracked "
            "token's probability and KL(original ‖ modified) in bits; between the measured values they only connect.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Press “Measure” and compare the scales −1, 0, 1 and 2: is twice as much the opposite of nothing, or "
                "does the effect level off?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "With a single row in the list KL is 0 at scale 1, which is the original model. Look at how fast it "
                "rises on either side.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Choose another “Row of the list” and measure again: a component whose lines stay flat from −2 to 10 "
                "has no effect on the next token here.",
            ),
        ),
        QT_TRANSLATE_NOOP("ViewHelp", "The sweep is Orrery's own; it is read as a dose-response curve is."),
    ),
}
