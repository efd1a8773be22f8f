"""What the switchboard shows, as one frame: the board, the place looked at, and the effect for any number of rows."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import overload

from engine.labs.neurons.records import AskStrongest
from engine.questions import Finding
from engine.records import INTACT, ModelInfo, NodeRecord, Plan, Site, Vocabulary
from engine.run import Run
from viz.board import Board
from viz.changed import (
    Here,
    PairMaker,
    Pairs,
    here,
    intact_pairs,
)
from viz.labs.ablation.effect import Effect
from viz.labs.ablation.sentence_frame import Sentence, sentence
from viz.token_text import shown, shown_in_context
from viz.typed_token import NOT_FOUND
from viz.ui_state import UiState

MOST = 24  # pairs at the most


@dataclass(frozen=True, eq=False)
class Effects(Sequence[Effect]):
    """What is painted, for 1..MOST rows. Made when it is asked for: one number of them fits, and two are read."""

    bare: Effect  # without rows
    vocabulary: Vocabulary | None
    record: NodeRecord | None  # of the place looked at; None: there is nothing to show yet

    def __len__(self) -> int:
        return MOST if self.record is not None else 1

    @overload
    def __getitem__(self, at: int) -> Effect: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Effect]: ...
    def __getitem__(self, at: int | slice) -> Effect | Sequence[Effect]:
        if isinstance(at, slice):
            return [self[index] for index in range(*at.indices(len(self)))]
        count = range(1, len(self) + 1)[at]
        if self.record is None:
            return self.bare
        if count not in self._made:
            self._made[count] = replace(self.bare, pairs=self._pairs(self.record, count))
        return self._made[count]

    def _pairs(self, record: NodeRecord, count: int) -> Pairs:
        return self._maker.rows(count) if self._maker is not None else intact_pairs(record, self.vocabulary, count)

    @cached_property
    def _maker(self) -> PairMaker | None:
        return PairMaker(self.bare.found, self.vocabulary) if self.bare.found is not None else None

    @cached_property
    def _made(self) -> dict[int, Effect]:
        return {}


@dataclass(frozen=True)
class AblationFrame:
    """Everything the view shows."""

    board: Board
    info: ModelInfo | None
    here: Here
    effects: Effects  # the painter takes what fits
    token: int  # followed, -1 where not known
    token_text: str
    strongest: Mapping[AskStrongest, Finding]  # those looked for, at any place
    sentence: Sentence
    chosen: tuple[Site, Site, int]  # head, neuron, layer
    lit: frozenset[Hashable]  # targets of the board that the views of their kind show
    run_plan: Plan
    prompt_node: int  # last node of the prompt, -1 where there is none
    unknown_token: bool
    here_id: int  # the token looked at, -1 where there is none


def ablation_frame(run: Run, ui: UiState) -> AblationFrame:
    """The frame of what is chosen now."""
    at = here(run, ui)
    found, token = at.shown, at.token
    if token < 0 and at.position >= 0:
        token = found.token if found is not None else int(run.at(at.position).next_ids[0])
    text = shown(run.vocabulary, token) if token >= 0 else ""
    after = shown_in_context(run.vocabulary, run.token_ids.tolist(), at.position) if at.position >= 0 else ""
    return AblationFrame(
        ui.board, run.info, at, _effects(run, ui, at, token, text, after), token, text,
        MappingProxyType({asked: it for asked, it in run.findings.items() if isinstance(asked, AskStrongest)}),
        sentence(run, ui), (Site("head", *ui.head), Site("neuron", *ui.neuron), ui.layer),
        frozenset(row.target for row in ui.board.rows if ui.is_chosen(row.subject)), run.plan,
        run.path[run.n_prompt - 1] if run.n_prompt else -1,
        at.token == NOT_FOUND, int(run.token_ids[at.position]) if at.position >= 0 else -1,
    )  # fmt: skip


def _effects(run: Run, ui: UiState, at: Here, token: int, text: str, after: str) -> Effects:
    """What is painted, for each number of rows there may be room for."""
    changed = ui.plan != INTACT or run.plan != INTACT
    found = at.shown if at.position >= 0 else None
    best = shown(run.vocabulary, int(found.ids[int(found.ranks[1].argmin())])) if found is not None else ""
    bare = Effect(after, at.position, None, found, token, text, at.waits, ui.hover_token, changed, best)
    known = found is not None or (at.position >= 0 and not changed)
    return Effects(bare, run.vocabulary, run.at(at.position) if known else None)
