"""What a view needs to know of the changed model at the place looked at: what to ask, what was found, which token.

Shared by the views of the ablation workspace, so that all of them follow the same token at the same place and ask the
engine one and the same question.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from engine.lab_records import Refused
from engine.lab_records_ablation import AskChangedNext, ChangedNext
from engine.records import F32, I32, I64, U8, Plan, Vocabulary
from engine.run import Run
from viz.map.memo import by_identity
from viz.token_text import shown
from viz.ui_state import UiState

NOT_FOUND = -2
FOLLOWED = ("ablation", "token")  # the option that holds what a person typed


@by_identity(2)
def _ids(data: U8, offsets: I64) -> dict[bytes, int]:
    raw, bounds = data.tobytes(), offsets.tolist()
    found: dict[bytes, int] = {}
    for token_id, (low, high) in enumerate(pairwise(bounds)):
        found.setdefault(raw[low:high], token_id)
    return found


def token_of(vocabulary: Vocabulary | None, text: str) -> int:
    """The token that `Mary`, `·Mary` or `#123` means, with a leading space first. -1: none named; -2: no such one."""
    if vocabulary is None or not text.strip():
        return -1
    if text.startswith("#") and text[1:].isdigit():
        return int(text[1:]) if int(text[1:]) < len(vocabulary) else NOT_FOUND
    ids = _ids(vocabulary.data, vocabulary.offsets)
    plain = text.replace("·", " ").replace("↵", "\n")
    for candidate in [plain] if plain.startswith(" ") else [f" {plain}", plain]:
        if candidate.encode() in ids:
            return ids[candidate.encode()]
    return NOT_FOUND


def written_token(vocabulary: Vocabulary | None, token_id: int) -> str:
    """A text that `token_of` reads as this token."""
    text = shown(vocabulary, token_id)
    return text if token_of(vocabulary, text) == token_id else f"#{token_id}"


def followed(run: Run, ui: UiState) -> int:
    """The token a person follows; -1: the likeliest; -2: what was typed is no token."""
    view, name = FOLLOWED
    return token_of(run.vocabulary, str(ui.options.get(view, {}).get(name, "")))


def asked_token(token: int) -> str:
    """A token as a question to a lab takes it; "", the likeliest, where none is followed."""
    return f"#{token}" if token >= 0 else ""


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


def position_of(run: Run, ui: UiState) -> int:
    """The position looked at, -1 where there is no text."""
    n = len(run)
    return n - 1 if ui.position is None else min(max(ui.position, 0), n - 1)


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


def intact_pairs(run: Run, position: int, count: int) -> Pairs:
    """The run's own candidates, the same before and after."""
    record = run.at(position)
    ids, probs = record.next_ids[:count], record.next_probs[:count]
    ranks = np.arange(len(ids), dtype=np.int32)
    texts = tuple(shown(run.vocabulary, int(token)) for token in ids)
    return Pairs(ids, texts, np.stack([probs, probs]), np.stack([ranks, ranks]), len(ids))
