"""What the switchboard shows, as one frame: the board, the place looked at, and the effect for any number of rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from engine.labs.ablation.records import ChangedNext
from engine.labs.neurons.records import AskStrongest
from engine.questions import Finding
from engine.records import INTACT, ModelInfo, Plan
from engine.run import Run
from viz.board import Board
from viz.changed import (
    Here,
    PairMaker,
    here,
    intact_pairs,
)
from viz.labs.ablation.effect import Effect
from viz.labs.ablation.sentence_frame import Sentence, sentence
from viz.token_text import shown, shown_in_context
from viz.typed_token import NOT_FOUND, written_token
from viz.ui_state import UiState

MOST = 24  # pairs at the most


@dataclass(frozen=True)
class AblationFrame:
    """Everything the view shows."""

    board: Board
    info: ModelInfo | None
    here: Here
    effects: tuple[Effect, ...]  # for 1..MOST rows: the painter takes what fits
    token: int  # followed, -1 where not known
    token_text: str
    strongest: Mapping[AskStrongest, Finding]  # those looked for, at any place
    sentence: Sentence
    chosen: tuple[int, int, int]  # layer, head, neuron
    run_plan: Plan
    prompt_node: int  # last node of the prompt, -1 where there is none
    unknown_token: bool
    written: dict[int, str]  # of the tokens shown, as the option takes them
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
        sentence(run, ui), (ui.layer, ui.head, ui.neuron), run.plan,
        run.path[min(run.prompt_tokens, len(run)) - 1] if len(run) and run.prompt_tokens else -1,
        at.token == NOT_FOUND, _written(run, found, at), int(run.token_ids[at.position]) if at.position >= 0 else -1,
    )  # fmt: skip


def _written(run: Run, found: ChangedNext | None, at: Here) -> dict[int, str]:
    """How each token shown is typed."""
    if at.position < 0:
        return {}
    ids = found.ids if found is not None else run.at(at.position).next_ids[:MOST]
    return {int(token): written_token(run.vocabulary, int(token)) for token in ids}


def _effects(run: Run, ui: UiState, at: Here, token: int, text: str, after: str) -> tuple[Effect, ...]:
    """What is painted, for each number of rows there may be room for."""
    changed = ui.plan != INTACT or run.plan != INTACT
    nothing = Effect(after, at.position, None, None, token, text, at.waits, ui.hover_token, changed)
    if at.position < 0:
        return (nothing,)
    found = at.shown
    made = []
    maker = PairMaker(found, run.vocabulary) if found is not None else None
    best = shown(run.vocabulary, int(found.ids[int(found.ranks[1].argmin())])) if found is not None else ""
    for count in range(1, MOST + 1):
        if maker is not None:
            rows = maker.rows(count)
        elif ui.plan == INTACT and run.plan == INTACT:
            rows = intact_pairs(run, at.position, count)
        else:
            return (nothing,)
        made.append(Effect(after, at.position, rows, found, token, text, at.waits, ui.hover_token, changed, best))
    return tuple(made)
