"""What the window asks of the engine process."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from engine.questions import Question, Watching
from engine.records import I32, Frozen, Layout, Plan, Sampling, Space


@dataclass(frozen=True)
class Request(Frozen):
    """Base of what the window asks."""

    id: int


@dataclass(frozen=True)
class LoadModel(Request):
    """Load a model: a catalogue name, hub id, folder or GGUF file; "" is the default one.

    Answers: Progress…, Loaded, Referenced.
    """

    spec: str
    device: str = "auto"
    dtype: str = "auto"
    fetch: bool = True  # False: only a model that is on this disk; another one is refused as NotOnDisk
    threads: int = 0  # of the CPU's cores for the model, 0 = all of them
    memory_budget: int = 160 * 2**20  # bytes of `attn` and `neurons` kept for a run; past it they are replayed


@dataclass(frozen=True)
class Configure(Request):
    """Other threads and another memory budget than the load had: threads at once, memory from the next run on."""

    threads: int = 0
    memory_budget: int = 160 * 2**20


@dataclass(frozen=True)
class ListModels(Request):
    """Which models can be asked for. Answer: ModelsListed."""


@dataclass(frozen=True)
class NewRun(Request):
    """Encode a prompt and prefill it. Answers: RunStarted, TokensReady…, Halted."""

    prompt: str
    sampling: Sampling = field(default_factory=Sampling)
    chat: bool = False  # apply the model's chat template
    k: int = 50  # candidates kept per position
    plan: Plan = field(default_factory=Plan)
    token_ids: tuple[int, ...] = ()  # in place of encoding the prompt, where there are some


@dataclass(frozen=True)
class AdoptRun(Request):
    """Take over a run opened from a file: its tree of tokens, whose records the window has. Answers: RunStarted, Moved.

    The engine computes nothing until it must: the cache of the path to `current` is rebuilt at the next Generate,
    BranchAt or Replay, and new nodes are numbered after the n adopted ones.
    """

    prompt: str
    prompt_tokens: int
    parents: I32  # [n] node before each, -1 at the root
    token_ids: I32  # [n]
    current: int
    sampling: Sampling = field(default_factory=Sampling)
    chat: bool = False
    k: int = 50
    plan: Plan = field(default_factory=Plan)


@dataclass(frozen=True)
class Generate(Request):
    """Draw `n_tokens` more after the current node. Answers: TokensReady…, Halted."""

    n_tokens: int
    tokens_per_second: float | None = None
    sampling: Sampling | None = None  # None keeps what the run has
    stop_at_end: bool = True  # stop after an end-of-text token
    watch: Watching | None = None  # put at every token written; stop where its finding says so


@dataclass(frozen=True)
class SetSpeed(Request):
    """Another speed limit for the generation under way, where there is one. No answer."""

    tokens_per_second: float | None  # None: no limit


@dataclass(frozen=True)
class SetWatch(Request):
    """What the generation under way, where there is one, is to stop at from its next token on. No answer."""

    watch: Watching | None  # None: at nothing


@dataclass(frozen=True)
class BranchAt(Request):
    """Put `token_id` after `node`, and each of `then` after the one before; what is there already is gone over.

    Answers: TokensReady? and Moved for each, Halted.
    """

    node: int
    token_id: int
    then: tuple[int, ...] = ()


@dataclass(frozen=True)
class GoTo(Request):
    """Make `node` the current one (step back, or return to an abandoned branch). Answer: Moved."""

    node: int


@dataclass(frozen=True)
class CheckReference(Request):
    """Compare the step-by-step path with one plain uncached forward. Answer: Referenced."""


@dataclass(frozen=True)
class OpenSpace(Request):
    """Gather a space's background and lay it out by PCA, or a stored layout where there is one. Answer: SpaceReady."""

    space: Space


@dataclass(frozen=True)
class ShareVectors(Request):
    """Put a space's background vectors into shared memory for the mapper. Answer: VectorsShared.

    `layers`: those of the states of these layers instead, one after the other, prepared as `space` is.
    """

    space: Space
    layers: tuple[int, ...] = ()


@dataclass(frozen=True)
class LayAlong(Request):
    """Lay a space out along one to three directions, each from one end to another. Answer: LayoutMade.

    An end is a word, or the numbers of some background points, whose mean it is.
    """

    space: Space
    axes: tuple[tuple[str | tuple[int, ...], str | tuple[int, ...]], ...]
    orthogonal: bool = True


@dataclass(frozen=True)
class HoldLayouts(Request):
    """Keep these layouts in memory: the process that fitted them could not write them. Answer: Done."""

    layouts: tuple[Layout, ...]


@dataclass(frozen=True)
class UseLayout(Request):
    """Place nodes (and fans) of the run into this layout from now on, and into another one of the same space that is
    shown beside it. Answers: NodesPlaced, more as tokens come."""

    layout: Layout
    beside: Layout | None = None


@dataclass(frozen=True)
class TrueFan(Request):
    """In a `resid` space: the states after each of the k likeliest tokens, from one batched step. Answer: FanPlaced,
    in each layout that nodes are placed into, and in the one named by `beside`."""

    space: Space
    node: int
    k: int = 10
    beside: str = ""  # a layout's key


@dataclass(frozen=True)
class FindNeighbours(Request):
    """Nearest background points of background point `index`. Answer: NeighboursFound."""

    space: Space
    index: int
    n: int = 15


@dataclass(frozen=True)
class Replay(Request):
    """Compute again what the memory budget left out, for the path to `node`. Answer: Replayed."""

    node: int
    layer: int
    quantity: Literal["attn", "neurons"]
    head: int | None = None  # None = all heads of the layer


@dataclass(frozen=True)
class FullDistribution(Request):
    """The untempered probabilities of all V tokens after `node`. Answer: Distribution."""

    node: int


@dataclass(frozen=True)
class AskLab(Request):
    """Put a question to a lab. A newer question of the same class supersedes. Answers: Progress…, LabAnswered.

    `unasked`: a view put it of its own accord. It gives way to whatever a person asks for, and is put again later.
    """

    question: Question
    unasked: bool = False


@dataclass(frozen=True)
class Pause(Request):
    """Stop generating after the token at hand. Overtakes the queue."""


@dataclass(frozen=True)
class Cancel(Request):
    """Stop whatever runs, at the next block, or one request alone. Overtakes the queue."""

    only: int = 0  # a request's id; 0: all that runs and all that waits


@dataclass(frozen=True)
class Ping(Request):
    """Say that you are alive. Overtakes the queue. Answer: Alive."""


@dataclass(frozen=True)
class Shutdown(Request):
    """End the process. Overtakes the queue."""


def kind_key(request: Request) -> tuple[object, ...]:
    """What a request competes with: a newer one of the same key supersedes an older one.

    The class, as a rule. Where two views may each want one of a kind (attention of one, neurons of the other; a map of
    embeddings and a map of states) that kind is part of the key.
    """
    if isinstance(request, Replay):
        return (Replay, request.quantity)
    if isinstance(request, (OpenSpace, TrueFan, FindNeighbours)):
        return (type(request), request.space.kind)
    if isinstance(request, UseLayout):
        return (UseLayout, request.layout.space.kind)
    if isinstance(request, AskLab):
        return (AskLab, type(request.question))
    return (type(request),)
