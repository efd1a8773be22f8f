"""What the views of the motion of a text say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "motion": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "The positions of the text are points: hidden states with each dimension standardised, or their places on "
            "the map. Step length, turning angle, curvature and distance from the start all come from the distances "
            "between these points. The controls are the same points in 200 shuffled orders (the band holds 95 % of "
            "them) and 200 random walks with the same step lengths. Fans are the states after the 8 most likely next "
            "tokens, beside random tokens and the fans of other positions. Of a long text the last 600 positions at "
            "most are measured.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "With “turning angle” compare the text with its shuffled order: unrelated points turn by 120° on "
                "average, so a large angle alone does not make a law.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Set “States” to “token embeddings”, then to “after the last layer”: where does the text differ more "
                "from its shuffled order?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Choose “fan: cosine of candidates”, press “Measure the fans” and compare with mixed candidates: only "
                "what is above them is this step's own direction.",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Wolfram 2023 (the question of laws of motion in meaning space); Menger 1930 (curvature from three "
            "points); Marwan and others 2007 (recurrence plots).",
        ),
    ),
    "laws_of_motion": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Each of the 20 bundled openings is continued by 30 tokens at temperature 0.8 (“Tokens”), and every "
            "measure of the path is taken beside its controls. Texts are the unit, so two steps of one text do not "
            "count twice: differences from each control are shown in standard deviations over texts, with bootstrap "
            "intervals over texts. A law counts only where the interval, corrected for the number of comparisons, "
            "leaves out 0 for every control.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Press “Measure over the texts” and look first at the turning angle: a random walk with the same "
                "steps turns otherwise than shuffled points do, so both controls are needed.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Compare the fan's length with that of another step's fan: where both are equal, the length says "
                "nothing of a direction.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Set “Tokens” to 0, or name a file in “Texts”: do the same laws hold in texts that no model generated?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Wolfram 2023 (the question); Efron 1979 (the bootstrap); Marwan and others 2007 (determinism of "
            "recurrences). The controls are Orrery's own.",
        ),
    ),
    "intrinsic_dimension": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "After every layer 2,000 hidden states of the bundled texts are measured, as they are and with each "
            "dimension standardised, without first tokens and outliers. The participation ratio (Σλ)² / Σλ² of the "
            "covariance's eigenvalues counts directions of similar variance; TwoNN fits the ratios of the distances "
            "to the second and the first neighbour. TwoNN reads far too little of many dimensions, so both are put to "
            "Gaussian clouds of as many points and known dimension, at the right.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Press “Measure every layer” and read a value of TwoNN through the curve at the right: which true "
                "dimension would read like that?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Compare the states as they are with the standardised ones: where the two are far apart, a few "
                "dimensions hold most of the variance.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Set “States” to 4,000 and measure again: a value that grows with their number was still saturated.",
            ),
        ),
        QT_TRANSLATE_NOOP("ViewHelp", "Facco, d'Errico, Rodriguez and Laio 2017 (TwoNN)."),
    ),
}
