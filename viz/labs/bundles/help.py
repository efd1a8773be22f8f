"""What the view of bundles of samples says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "bundles": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "“Draw A” continues the text up to the selected token, 20 times by 24 tokens at first (“Samples”, "
            "“Tokens”), each time with another seed and with the sampling that is set. After each token the distance "
            "1 − cosine of the last hidden states after the final norm is averaged over all pairs of samples; the "
            "band is a 95 % bootstrap interval over samples. Groups come from average linkage over each sample's mean "
            "state, 2 to 6 of them by the best silhouette; a silhouette near 0 means that the groups hardly stand "
            "apart.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Press “Draw A” and read after how many tokens half of the largest distance is reached: a text that "
                "leaves little choice parts late.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Type a lower temperature into “Temperature of B”, press “Draw B” and compare both lines and their "
                "bands.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Press “Show on the map”: the samples appear as paths of running means. Do the groups that are told "
                "here lie apart there?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp", "The bundles are Orrery's own; Efron 1979 (the bootstrap); Rousseeuw 1987 (the silhouette)."
        ),
    ),
}
