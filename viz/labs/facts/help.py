"""What the views of facts say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "facts": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Rank one: at the subject's last token the down projection W of one MLP is given a key k, a mean over "
            "several texts before the prompt. Adam seeks the output v that makes the new answer likely; then "
            "W + (v − W k) u′ / (u′ k) with u = C⁻¹ k, where C is the covariance of keys over the bundled sample, so "
            "that keys in common use are disturbed least. Each probe is a prompt with its answer: the probability of "
            "the answer before and after. The controls read a random direction instead of u, at the same size, or "
            "scaled so that the subject is given the same value.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Trace the fact in “Activation patching” first (“causal tracing of a fact”), then edit the layer "
                "where its subject carries it, and a late one: both give the new answer; what differs is the "
                "neighbours.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Press “Add to interventions”, write on in “Compare runs” with and without it, and move its slider "
                "from 0 to 1. Taking it off gives back the model's own bits.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Choose “fine-tuning one matrix” at the same layer and compare the neighbours: which of the two "
                "methods is more local here?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Meng and others 2022 (ROME, arXiv 2202.05262) and 2023 (MEMIT, 2210.07229); Gupta and others 2024 "
            "(r-ROME, 2403.07175). Locating a fact does not tell where editing works best: Hase and others 2023 "
            "(2301.04213).",
        ),
    ),
    "facts_sweep": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "The edit of “Edit a fact” is made in the original model at one layer, measured on all probes, dropped, "
            "and made at the next. Cells are probabilities of each probe's answer; the first column is the model "
            "before. Lines are means of a kind of probe; the band is a bootstrap over neighbours, and the dashed line "
            "what they were before.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Read the row of the new answer first: at which layers does the edit not take? Then read the "
                "neighbours: at which layers are they lost?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Look at the lowest chart: does the loss of unrelated text tell the harmless layers from the harmful "
                "ones?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Hase and others 2023 (arXiv 2301.04213): where a fact is traced to says little about where its edit "
            "works.",
        ),
    ),
    "facts_where": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "An item is a prompt with a right answer and a wrong one: another subject's answer, or the other form of "
            "the verb. It is read at a state when the logit lens gives the right one the higher logit. A fall is how "
            "much of the logit difference is lost when the MLP or the attention of one layer writes nothing. The "
            "diamonds are the state from which on three quarters are read (half is chance), and the mean layer "
            "weighted by falls; all intervals are a bootstrap over items, 95 %.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Compare the two diamonds of the MLPs: do their intervals tell facts from grammar in this model?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Raise “Items of each” and press “Measure”: which of the differences stay?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Geva and others 2023 (arXiv 2304.14767) on the recall of facts; Linzen and others 2016 (1611.01368) on "
            "agreement; nostalgebraist 2020 (logit lens).",
        ),
    ),
}
