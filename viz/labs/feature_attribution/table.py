"""The graph as a table for other programs: rows, kept nodes and edges between them, every number as it is."""

from __future__ import annotations

from engine.labs.feature_attribution.records import KINDS, TOKEN, Attribution
from engine.records import Vocabulary
from viz.labs.feature_attribution.attribution_frame import key_of
from viz.labs.feature_attribution.graph import name_of
from viz.labs.feature_attribution.groups import Groups, group_of
from viz.token_text import shown

COLUMNS = (
    "what", "place", "kind", "position", "token", "feature", "group", "activation", "effect", "direct_effect", "from",
    "to", "weight", "measured_change",
)  # fmt: skip
Cell = str | int | float


def rows(found: Attribution, groups: Groups, vocabulary: Vocabulary | None) -> tuple[tuple[Cell, ...], ...]:
    """Sums of rows, then nodes, then edges (`effect` is what an edge carries), then the features switched off."""
    return (*_sums(found), *_nodes(found, groups, vocabulary), *_edges(found), *_checks(found))


def _place(found: Attribution, row: int) -> str:
    hook = found.rows[row].hook
    return "embeddings" if hook is None else hook.key


def _sums(found: Attribution) -> list[tuple[Cell, ...]]:
    made: list[tuple[Cell, ...]] = []
    for row, sums in enumerate(found.rows):
        for kind, signed in zip(KINDS, sums.signed.tolist(), strict=True):
            made.append(("row", _place(found, row), kind, "", "", "", "", "", signed, "", "", "", "", ""))
        made.append(("row", _place(found, row), "beside", "", "", "", "", "", sums.beside, "", "", "", "", ""))
    return made


def _nodes(found: Attribution, groups: Groups, vocabulary: Vocabulary | None) -> list[tuple[Cell, ...]]:
    return [
        (
            "node", _place(found, int(found.row[at])), KINDS[int(found.kinds[at])], int(found.positions[at]),
            shown(vocabulary, int(found.token_ids[found.positions[at]])), int(found.features[at]),
            group_of(groups, name_of(found, at)), float(found.activations[at]), float(found.effects[at]),
            float(found.direct[at]), key_of(found, at), "", "", "",
        )
        for at in range(len(found.effects))
    ]  # fmt: skip


def _edges(found: Attribution) -> list[tuple[Cell, ...]]:
    return [
        ("edge", "", "", "", "", "", "", "", float(carried), "", key_of(found, source),
         "output" if target == TOKEN else key_of(found, target), float(weight), "")
        for source, target, carried, weight in zip(
            found.sources.tolist(), found.targets.tolist(), found.carried.tolist(), found.weights.tolist(), strict=True
        )
    ]  # fmt: skip


def _checks(found: Attribution) -> list[tuple[Cell, ...]]:
    made: list[tuple[Cell, ...]] = []
    for name, check in (("strongest", found.strongest), ("random", found.random)):
        for node, predicted, measured in zip(
            check.nodes, check.predicted.tolist(), check.measured.tolist(), strict=True
        ):
            place = _place(found, node.dictionary + 1)
            made.append(("switched_off", place, name, node.position, "", node.feature, "", "", -predicted, "", "", "",
                         "", measured))  # fmt: skip
    return made
