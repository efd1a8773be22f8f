"""What the views of neurons and components say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "neurons": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "“effect on a token” takes one forward and one backward pass: minus gradient × activation, summed over "
            "positions, estimates how much the token's log₂ probability (or a logit difference) would change if the "
            "component were zero everywhere. The top 30 (“Measured”) are then switched off for real, one by one. The "
            "estimate is of first order and can be far off where the model is not linear between on and off. Other "
            "rankings go by activation, by output weights, or by how well a neuron tells two text sets apart, with "
            "held-out folds and shuffled labels as a control.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Compare estimated and measured in the picture: a point on the line was estimated well, one far from "
                "it was not.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Type a token into “Favours” and another one into “rather than”: the components are ranked by what "
                "they do to the difference of the two logits.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Choose “what they promote” under “Rank by”, type a token into “Promotes”, click a neuron and look at "
                "it in “Neuron details”.",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Nanda 2023 (attribution patching); Geva and others 2021 (arXiv 2012.14913: what a neuron promotes); "
            "Gurnee and others 2023 (neurons that tell texts apart).",
        ),
    ),
    "neuron": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "The output weights, times the gain of the final norm and the unembedding, give the change of each logit "
            "per unit of activation; the norm's division is left out, since it depends on the state. The input "
            "weights are compared with all token embeddings by cosine similarity. Along this text the neuron is "
            "switched off at every position, and KL(original ‖ neuron switched off) is measured at each. “where it is "
            "most active” runs the original model over a sample text; the first token of each piece is left out, "
            "where activations are often massive.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Choose “along this text”: are the tokens where it is most active also those where switching it off "
                "changes most?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Choose “where it is most active” and press “Read the sample”: what do the top places have in common? "
                "Check by “Read a file…” whether it holds on another text.",
            ),
            QT_TRANSLATE_NOOP("ViewHelp", "Press “Switch off” and read the continuation in “Interventions”."),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Geva and others 2021 (MLPs as key-value memories, arXiv 2012.14913); Geva and others 2022 (what the "
            "values promote); Sun and others 2024 (massive activations).",
        ),
    ),
    "shares": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "What each attention and MLP added at the selected position, and the embedding, is projected on the "
            "token's direction through the final norm and the unembedding, while the norm's scale is held at its "
            "value in this text. So the contributions sum to the logit exactly, but for rounding. Only the direct way "
            "to the logit counts: what a component does through later layers is part of their contributions.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Type a token into “Token” that the model gives little probability, and compare with the most likely "
                "one: which layers tell the two apart?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Click one of the neurons under “Top neurons” and look in “Neuron details” at what it promotes.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Switch the largest contribution off in “Interventions”: how far does the logit fall? Later layers "
                "read that component too, so it need not be just as much.",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Elhage and others 2021 (direct contributions to the logits); Wang and others 2022 (the same for logit "
            "differences).",
        ),
    ),
}
