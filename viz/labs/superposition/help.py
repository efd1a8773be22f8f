"""What the views of superposition say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "superposition": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "n features x go through m dimensions and are restored as ReLU(WᵀW x + b). A feature is 0 but for the "
            "density's share of the examples, else uniform on 0 to 1; its squared error counts by its importance. All "
            "starts are trained by Adam on the same examples, beside a control without ReLU, whose best loss is known "
            "by a formula (PCA). A feature counts as represented from |W|² = 0.5 on. Shapes are named by comparing the "
            "cosines between the directions with those of regular shapes, whatever the settings say. D = |Wᵢ|² / "
            "Σⱼ(Ŵᵢ·Wⱼ)² is the share of a dimension that a feature has to itself. In three dimensions the arrows are "
            "an orthographic projection; in more only WᵀW and the lengths are shown. The phase diagram's losses are "
            "integrals, not averages over examples.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Set “Density” to 1, then to 0.25 and to 0.1: two features alone, antipodal pairs, a pentagon.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Click the rows of the starts: which ones came to another arrangement, and what did it cost them?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Set 8 features in 3 dimensions, density 0.05 and importance factor 1, and press “Train”: drag the "
                "arrows and find the two squares of the antiprism.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Show the phase diagram: why does the border to superposition bend towards sparser features where one "
                "feature is much more important?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Elhage and others 2022, “Toy Models of Superposition”; Kingma and Ba 2015 (Adam).",
        ),
    ),
    "codes": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "k colours times s shapes are coded as one-hot (a dimension for each thing), semi-local (one for "
            "each colour and one for each shape), superposed (a direction for each colour and shape, pushed "
            "apart in fewer dimensions) and at random (the control). A ridge probe reads colour and shape of "
            "whole combinations that it never met, in noise. “dealt colours” is a control with colours at "
            "random; “any half” tells a random half of the things from the rest; “two at once” tells the sum of"
            " two things from the same with shapes exchanged. In the loaded model every phrase is read in every"
            " template; states are standardised in each dimension, and each template's mean is taken away. The "
            "variance between phrases is split into two main effects and their interaction. Bands are 95 % "
            "intervals: over templates (Student's t), over things and phrases (Wilson). Where nothing can be "
            "read, a probe of new combinations lies below guessing: the word left out is the rarer one among "
            "the rest. A probe shows that something can be read, not that the model uses it.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Lower “Dimensions” from 8 to 3: which directions begin to interfere, and which colours are then "
                "misread?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Compare one-hot with semi-local: which of the five questions does each answer, and why can it not "
                "answer the others?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Show the loaded model and press “Read the loaded model”: at the input the state is the second word "
                "alone. After which layer does it know the first?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Type words whose meanings depend on each other, such as hot, cold and dog, war, potato: does the "
                "interaction grow?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Hinton, McClelland and Rumelhart 1986 (distributed representations); Thorpe 1989 (local and distributed "
            "codes); Alain and Bengio 2016 (linear probes); Wilson 1927 (intervals of proportions).",
        ),
    ),
}
