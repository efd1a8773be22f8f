"""What the view of feature attribution says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "feature_attribution": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "The model is made linear at this text: attention patterns, the scales of its norms and its MLPs' gates "
            "are held. A node's effect is then exactly what the token's value loses without it: activation times "
            "gradient. In every row the effects add up to the value but for what passes beside the row. Errors are "
            "what a dictionary does not explain, so what they carry is outside its sight. Whether the linear model "
            "says anything about the model itself is checked: features are switched off one by one, with nothing held.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Press “Attribute” and click the largest node. Then press “Switch off”: does the probability change as "
                "much as its effect says?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Name a “Group”, select features that mean the same and press “Put into the group”: they become one "
                "node, and are switched off together.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Set “MLPs” to “outputs held”: which effects are left when they may pass through attention and the "
                "residual stream alone, and how much worse is the check?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Marks and others 2024, “Sparse Feature Circuits” (arXiv 2403.19647); Ameisen and others 2025, “Circuit "
            "Tracing”; Achtibat and others 2024, “AttnLRP” (arXiv 2402.05602), for gates and patterns that are held.",
        ),
    ),
}
