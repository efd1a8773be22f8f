"""What a view needs to know of the changed model at the place looked at: what to ask, what was found, which token.

Shared by the views of the ablation workspace, so that all of them follow the same token at the same place and ask the
engine one and the same question.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.labs.ablation.records import AskChangedNext, ChangedNext
from engine.questions import Refused
from engine.records import F32, I32, NodeRecord, Plan, Vocabulary
from engine.run import Run
from viz.looked_at import followed, position_of
from viz.token_text import shown
from viz.typed_token import NOT_FOUND
from viz.ui_state import UiState


@dataclass(frozen=True)
class Here:
    """The place looked at and what is known of the changed model there."""

    position: int  # -1: there is no text
    node: int
    token: int  # followed; -1: the likeliest
    plan: Plan
    question: AskChangedNext | None  # wanted, and not yet answered
    fresh: ChangedNext | None  # its answer
    shown: ChangedNext | None  # that, or the newest one at this place while it is waited for
    refused: str
    why_not: str  # why nothing can be asked at all

    @property
    def waits(self) -> bool:
        """Whether what is shown is not yet what was chosen."""
        return self.question is not None

    @property
    def lacks(self) -> bool:
        """Whether the model has something to tell of this place, and did not."""
        could = self.position >= 0 and bool(self.plan.changes) and not self.why_not and not self.refused
        return could and self.fresh is None


def here(run: Run, ui: UiState) -> Here:
    """The place looked at."""
    position, token = position_of(run, ui), followed(run, ui)
    node = run.path[position] if position >= 0 else -1
    reason = (run.info.why_missing("replay") or run.info.why_missing("resid")) if run.info is not None else None
    nothing = Here(position, node, token, ui.plan, None, None, None, "", reason or "")
    if position < 0 or reason or token == NOT_FOUND or not (ui.plan.changes or run.plan.changes):
        return nothing
    state = run.maps.get(ui.space) if ui.space.kind == "resid" else None
    question = AskChangedNext(ui.plan, node, token)
    if state is not None and state.layouts:  # only a state's place depends on the map
        question = AskChangedNext(ui.plan, node, token, ui.space, state.layout.key)
    found = run.findings.get(question)
    fresh = found if isinstance(found, ChangedNext) else None
    refused = found.sentence if isinstance(found, Refused) else ""
    wanted = question if found is None and run.run_id > 0 and not ui.playing else None
    latest = fresh or (_latest(run, node, token) if found is None else None)
    return Here(position, node, token, ui.plan, wanted, fresh, latest, refused, "")


def _latest(run: Run, node: int, token: int) -> ChangedNext | None:
    """The newest finding at this place, whatever its plan."""
    for question in reversed(run.findings):
        found = run.findings[question]
        same = isinstance(question, AskChangedNext) and (question.node, question.token) == (node, token)
        if same and isinstance(found, ChangedNext):
            return found
    return None


@dataclass(frozen=True)
class Pairs:
    """Candidates before and after: rows of the intact model's likeliest first, then those that newly come up."""

    token_ids: I32  # [n]
    texts: tuple[str, ...]  # [n]
    probs: F32  # [2, n]
    ranks: I32  # [2, n]
    n_first: int  # rows 0..n_first-1 are the intact model's likeliest

    def __len__(self) -> int:
        return len(self.token_ids)


class PairMaker:
    """Makes the rows for any count; what does not depend on it is made once."""

    def __init__(self, found: ChangedNext, vocabulary: Vocabulary | None) -> None:
        self._found = found
        self._texts = [shown(vocabulary, int(token)) for token in found.ids]
        self._ranks: list[list[int]] = found.ranks.tolist()  # [2][n]
        self._orders = [np.argsort(row, kind="stable").tolist() for row in found.ranks]

    def rows(self, count: int) -> Pairs:
        """At most `count`: the first ones by the intact model, and up to a third for those that come up."""
        count = min(count, len(self._texts))
        before, after = self._ranks
        entering = sum(1 for here, there in zip(before, after, strict=True) if there < count <= here)
        first = max(count - min(entering, count // 3), 1)
        rows = [row for row in self._orders[0][:first] if before[row] < first]
        n_first = len(rows)
        for row in self._orders[1][:first]:
            if after[row] < first <= before[row] and len(rows) < count:
                rows.append(row)
        found = self._found
        texts = tuple(self._texts[row] for row in rows)
        return Pairs(found.ids[rows], texts, found.probs[:, rows], found.ranks[:, rows], n_first)


def pairs(found: ChangedNext, vocabulary: Vocabulary | None, count: int) -> Pairs:
    """At most `count` rows of a finding."""
    return PairMaker(found, vocabulary).rows(count)


def intact_pairs(record: NodeRecord, vocabulary: Vocabulary | None, count: int) -> Pairs:
    """A token's own candidates, the same before and after."""
    ids, probs = record.next_ids[:count], record.next_probs[:count]
    ranks = np.arange(len(ids), dtype=np.int32)
    texts = tuple(shown(vocabulary, int(token)) for token in ids)
    return Pairs(ids, texts, np.stack([probs, probs]), np.stack([ranks, ranks]), len(ids))
