"""Features of the graph as interventions: switched off at the positions where they stand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.labs.feature_attribution.records import Attribution, Node
from engine.labs.steering.records import FeatureChange


def changes(found: Attribution, nodes: Sequence[Node]) -> tuple[FeatureChange, ...]:
    """One for each feature among `nodes`, at all of its positions there; errors, constants and embeddings have none."""
    positions: dict[tuple[int, int], list[int]] = {}
    for node in nodes:
        if node.kind == "feature":
            positions.setdefault((node.dictionary, node.feature), []).append(node.position)
    made = []
    for (dictionary, feature), at in positions.items():
        row = found.rows[dictionary + 1]
        if row.hook is not None:
            known = (found.row == dictionary + 1) & (found.features == feature)
            largest = float(np.max(found.largest[known], initial=0.0))
            made.append(
                FeatureChange(
                    row.name, row.sha256, row.hook, feature, "multiply", largest, strength=0.0,
                    positions=tuple(sorted(at)),
                )
            )  # fmt: skip
    return tuple(made)
