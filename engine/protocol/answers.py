"""What the engine process says to the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.questions import Finding, Question
from engine.records import (
    F32,
    I32,
    Background,
    Bools,
    Frozen,
    Layout,
    LeftOut,
    ModelEntry,
    ModelInfo,
    Neighbours,
    Placed,
    Plan,
    Reference,
    Sampling,
    Space,
    Tokens,
    Vocabulary,
)

Why = Literal["done", "paused", "cancelled", "end of text", "context full", "watched"]  # why a generation ended


@dataclass(frozen=True)
class Answer(Frozen):
    """Base of what the engine says. `request_id` is 0 where it speaks unasked."""

    request_id: int


@dataclass(frozen=True)
class Progress(Answer):
    """How far a long request is. total 0 = unknown."""

    doing: str  # in words, English source text
    done: int
    total: int
    unit: str = ""  # "bytes", "tokens", …


@dataclass(frozen=True)
class Released(Answer):
    """The model that was loaded has been let go: another one is about to take its place."""


@dataclass(frozen=True)
class Loaded(Answer):
    info: ModelInfo
    vocabulary: Vocabulary
    seconds: float


@dataclass(frozen=True)
class ModelsListed(Answer):
    entries: tuple[ModelEntry, ...]
    left_out: tuple[LeftOut, ...] = ()  # they hold models whose notes cannot be read


@dataclass(frozen=True)
class RunStarted(Answer):
    run_id: int
    prompt: str
    prompt_tokens: int
    sampling: Sampling
    plan: Plan
    chat: bool
    typed_twice: str = ""  # the begin-of-text token, where the prompt begins with it and the tokenizer adds it too


@dataclass(frozen=True)
class TokensReady(Answer):
    tokens: Tokens


@dataclass(frozen=True)
class Moved(Answer):
    """The engine's current node is now `node`."""

    run_id: int
    node: int


@dataclass(frozen=True)
class Halted(Answer):
    """A generation ended: why, and its speed."""

    run_id: int
    why: Why
    n_tokens: int
    seconds: float  # with the waits that a speed limit asks for


@dataclass(frozen=True)
class Referenced(Answer):
    reference: Reference


@dataclass(frozen=True)
class SpaceReady(Answer):
    """`layout` is the best there is without a fit; `layouts` all that are stored (the PCA one always among them)."""

    background: Background
    layout: Layout
    layouts: tuple[Layout, ...]


@dataclass(frozen=True)
class LayoutMade(Answer):
    """A layout along chosen directions, and a sentence where it could not be stored ("" where it was)."""

    layout: Layout
    note: str = ""


@dataclass(frozen=True)
class VectorsShared(Answer):
    """Name and shape of a shared memory block of float32 [n, d]; it lives until the next ShareVectors or the end.

    Where several layers were asked for, n counts the points of all of them.
    """

    space: Space
    name: str
    n: int
    d: int
    fit_key_seed: str  # model hash, for the layout's key
    left_out: Bools | None = None  # [points], or [layers, points]: not to be fitted


@dataclass(frozen=True)
class NodesPlaced(Answer):
    space: Space
    run_id: int
    nodes: I32  # [n]
    placed: Placed


@dataclass(frozen=True)
class FanPlaced(Answer):
    space: Space
    run_id: int
    node: int
    token_ids: I32  # [k]
    placed: tuple[Placed, ...]  # for each layout, the one shown first


@dataclass(frozen=True)
class NeighboursFound(Answer):
    neighbours: Neighbours


@dataclass(frozen=True)
class Replayed(Answer):
    run_id: int
    node: int
    layer: int
    quantity: Literal["attn", "neurons"]
    head: int | None
    values: F32  # attn: [h, T, T] (h = H, or 1 for one head); neurons: [T, M]


@dataclass(frozen=True)
class Distribution(Answer):
    run_id: int
    node: int
    probs: F32  # [V]
    logits: F32  # [V] as the model gives them


@dataclass(frozen=True)
class LabAnswered(Answer):
    """`run_id` is the run the question was about, 0 where it is about the model alone."""

    run_id: int
    question: Question
    finding: Finding


@dataclass(frozen=True)
class Done(Answer):
    """The request ended well and had nothing more to say."""


@dataclass(frozen=True)
class CancelledAnswer(Answer):
    """The request was stopped by Cancel, or superseded while it waited."""


@dataclass(frozen=True)
class Failed(Answer):
    """The request could not be done. `sentence` is for a person; `detail` is the trace, shown on demand."""

    kind: str  # class name in engine.errors, or "Fault" for a fault of the program
    sentence: str
    detail: str = ""


@dataclass(frozen=True)
class Alive(Answer):
    """The process hears. `unheeded` is for how many seconds what it does has not heeded a stop; 0 where none waits."""

    unheeded: float


@dataclass(frozen=True)
class Silent(Answer):
    """Made by the client, not the engine: it has not answered, or not heeded a stop, for a while."""

    sentence: str


@dataclass(frozen=True)
class Answering(Answer):
    """Made by the client, not the engine: after a Silent it answers again."""


@dataclass(frozen=True)
class Died(Answer):
    """The process ended by itself. Made by the client; by the engine where it cannot start."""

    sentence: str
    exit_code: int | None
