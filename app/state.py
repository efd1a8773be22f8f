"""The state of the session as the window shows it, in plain frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Phase(Enum):
    """What the engine is about."""

    STARTING = "starting"
    NO_MODEL = "no model"
    LOADING = "loading"
    IDLE = "idle"
    PREFILLING = "prefilling"
    GENERATING = "generating"
    DEAD = "dead"


@dataclass(frozen=True)
class RunState:
    """What can be done now."""

    phase: Phase = Phase.STARTING
    has_model: bool = False
    has_chat_template: bool = False
    has_run: bool = False
    can_step_back: bool = False
    can_step_on: bool = False  # a token after the current one is recorded
    from_file: bool = False  # the run was opened from a file, or outlived its engine: the engine does not hold it
    opened: bool = False  # it was opened from a file, and not gone on from since
    lacks_model: bool = False  # the model that made the run is not the one that is loaded
    has_before: bool = False  # there is a run that was on screen before this one
    has_stopped: bool = False  # a question that was stopped before it was answered
    is_fitting: bool = False  # a map layout
    has_work: bool = False  # something takes long, says how far it is, and can be cancelled
    can_undo: bool = False  # an edit of the board of interventions
    can_redo: bool = False
    lesson_at: int = 0  # the step of a lesson that is shown, counted from 1; 0: no lesson is given
    lesson_steps: int = 0  # how many it has
    lesson_plays: bool = False  # the step can be played by itself
    lesson_hides: bool = False  # the step has an answer that is not revealed yet
    typed_twice: str = ""  # the begin-of-text token that the run's prompt types and the tokenizer adds by itself

    @property
    def busy(self) -> bool:
        """Whether the engine works on something that can be cancelled."""
        return self.phase in (Phase.LOADING, Phase.PREFILLING, Phase.GENERATING)

    @property
    def can_stop(self) -> bool:
        """Whether anything goes on that a person can end."""
        return self.busy or self.has_work


Key = int | str
# the engine's start, the mapper's fit, a figure and a film; others: request ids
ENGINE, FIT, FIGURE, FILM = "engine", "fit", "figure", "film"


@dataclass(frozen=True)
class Work:
    """How far one thing that takes long is. total 0 = unknown."""

    key: Key
    doing: str  # in words
    done: int = 0
    total: int = 0
    unit: str = ""  # "bytes", "tokens", …
    seconds_left: float | None = None  # estimated; None where that would mean nothing
    can_cancel: bool = True

    @property
    def share(self) -> float | None:
        """0..1, None where unknown."""
        return min(self.done, self.total) / self.total if self.total > 0 else None


@dataclass(frozen=True)
class StatusFacts:
    """The facts of the status line; None where not known (yet)."""

    model: str | None = None
    device: str | None = None
    dtype: str | None = None
    tokens_per_second: float | None = None
    max_logit_difference: float | None = None
    top1_agreement: float | None = None
    kept: float | None = None  # share of neighbours the shown layout keeps, 0..1
    kept_error: float | None = None
    n_tokens: int = 0
    recorded: str = ""  # what the memory budget left out, in words
    changed: str = ""  # the interventions the run was written with
