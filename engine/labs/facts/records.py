"""What is asked about facts, and what was found: edits of weights, what they cost, where knowledge is read and lost.

A fact is a prompt that ends before its answer ("The capital of France is" -> " Paris"), with the words of the prompt
that it is about, its subject. An edit is an intervention: it stands in the list of interventions, and without it the
model's own bits are there, since no weight is ever written to. Numpy only.

Sources: rank-one edits, Meng and others 2022 (ROME, 2202.05262); the same key above and below, Gupta and others 2024
(r-ROME, 2403.07175); many facts at once, Meng and others 2023 (MEMIT, 2210.07229); where facts are recalled, Geva and
others 2023 (2304.14767).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

import numpy as np

from engine.adjustable import Adjustable, Dial
from engine.errors import in_short
from engine.questions import Finding, Question
from engine.records import F32, I32, Frozen, ModelInfo
from engine.sentences import say

LONGEST_TITLE = 32

Method = Literal["rank one", "several layers", "fine-tuning"]
METHODS: tuple[Method, ...] = ("rank one", "several layers", "fine-tuning")
# What a probe asks: the edited fact itself, the same in other words, the answer that it had, the same relation of other
# subjects, another fact of its subject.
ProbeKind = Literal["fact", "paraphrase", "old answer", "neighbour", "same subject"]
PROBE_KINDS: tuple[ProbeKind, ...] = ("fact", "paraphrase", "old answer", "neighbour", "same subject")
# What an edit is held against: a change of the same size that reads a random direction (of a matrix: its numbers in
# another order), and a random direction scaled so that the fact's own key reads what the edit's does.
ControlKind = Literal["same size", "same value"]
CONTROL_KINDS: tuple[ControlKind, ...] = ("same size", "same value")


@dataclass(frozen=True)
class Fact(Frozen):
    """A fact, and what it is to become."""

    prompt: str
    subject: str  # words of the prompt
    target: str  # the new answer
    was: str = ""  # the old answer; "" = what the model says


@dataclass(frozen=True)
class Probe(Frozen):
    """A prompt that an edit is judged by, and its answer: the new one of a fact or a paraphrase, else the true one."""

    kind: ProbeKind
    prompt: str
    answer: str


WHOLE = Dial(0.0, 1.0, 0.0)  # the strength of an edit is the part of it that is made


@dataclass(frozen=True, eq=False)
class WeightEdit(Adjustable):
    """Down projections become W + strength * write' read: a little more than a line of each of them.

    It is done beside the weights: what a layer's down projection returns has `strength * (read k)' write` added.
    """

    layers: tuple[int, ...]
    read: F32  # [layers, m, M]
    write: F32  # [layers, m, D]
    title: str

    @property
    def layer(self) -> int:
        """The lowest block that is edited."""
        return min(self.layers, default=0)

    @property
    def label(self) -> str:
        """Its name in the list of interventions."""
        return in_short(self.title, LONGEST_TITLE)

    @property
    def dial(self) -> Dial:
        """From the model as it is to the whole edit."""
        return WHOLE

    @property
    def description(self) -> str:
        """What it is, for a tooltip."""
        where = ", ".join(f"L{layer}" for layer in self.layers)
        return say("An edit of the down projections of {layers}: {title}", layers=where, title=self.title)

    def why_not(self, info: ModelInfo) -> str:
        """Why it cannot be done to a model, as far as its facts tell."""
        return super().why_not(info) or _why_not(self.title, info, self.layers, self.read.shape[-1],
                                                 self.write.shape[-1])  # fmt: skip


@dataclass(frozen=True, eq=False)
class MatrixEdit(Adjustable):
    """A down projection becomes W + strength * delta, every number of it; done beside the weights."""

    block: int
    delta: F32  # [M, D]
    title: str

    @property
    def layer(self) -> int:
        """The block that is edited."""
        return self.block

    @property
    def label(self) -> str:
        """Its name in the list of interventions."""
        return in_short(self.title, LONGEST_TITLE)

    @property
    def dial(self) -> Dial:
        """From the model as it is to the whole edit."""
        return WHOLE

    @property
    def description(self) -> str:
        """What it is, for a tooltip."""
        return say("The down projection of L{layer}, fine-tuned: {title}", layer=self.block, title=self.title)

    def why_not(self, info: ModelInfo) -> str:
        """Why it cannot be done to a model, as far as its facts tell."""
        return super().why_not(info) or _why_not(self.title, info, (self.block,), *self.delta.shape)


def _why_not(title: str, info: ModelInfo, layers: tuple[int, ...], d_mlp: int, d_model: int) -> str:
    if (d_mlp, d_model) == (info.d_mlp, info.d_model) and all(0 <= layer < info.n_layers for layer in layers):
        return ""
    return say(
        "The edit {title!r} was made for another model: its layers or its matrices are not those of this one. Make it "
        "again here, or load its model.",
        title=title,
    )


Edit = WeightEdit | MatrixEdit


@dataclass(frozen=True)
class Settings(Frozen):
    """How an edit is made. The defaults are ROME's for GPT-2, as FACTS of the essays' demonstrations have them."""

    steps: int = 20  # of Adam, for the value or the matrix
    rate: float = 0.5
    kl: float = 0.0625  # weight of KL(after | before) at "{subject} is a"
    decay: float = 0.5  # weight of |d|^2 / |v|^2
    most: float = 4.0  # |d| <= this * |v|
    prefixes: int = 8  # texts before the prompt over which key and value are averaged, the empty one among them
    weight: float = 15_000.0  # of the covariance beside the new keys, in "several layers"
    seed: int = 0


@dataclass(frozen=True)
class AskEdit(Question):
    """Make an edit, and try it on its own prompts. Fine-tuning takes the first layer only."""

    about: ClassVar[Literal["run", "model", "resources"]] = "model"
    kept: ClassVar[int] = 24
    facts: tuple[Fact, ...]
    layers: tuple[int, ...]
    method: Method = "rank one"
    settings: Settings = Settings()
    probes: tuple[Probe, ...] = ()  # measured before and after

    def ends(self, older: Question) -> bool:
        return isinstance(older, AskSweep)


@dataclass(frozen=True)
class Measured(Finding):
    """Probes before and after an edit. A probability is of the whole answer: the product over its tokens."""

    probes: tuple[Probe, ...]
    before: F32  # [probes] log-probability of the answer, nats
    after: F32  # [probes]
    rank_before: I32  # [probes] rank of the answer's first token, from 1
    rank_after: I32  # [probes]
    top_before: I32  # [probes] most likely next token
    top_after: I32  # [probes]
    text_before: float  # loss on unrelated text, nats a token
    text_after: float
    text_tokens: int
    next_kl: float  # KL of the next token on that text, nats a token: after from before


@dataclass(frozen=True)
class Control(Frozen):
    """What another change of the same matrices does to the same probes."""

    kind: ControlKind
    size: float  # Frobenius norm of the change, as a multiple of the edit's
    after: F32  # [probes] log-probability, nats
    text_after: float
    next_kl: float


@dataclass(frozen=True)
class Edited(Finding):
    """An edit, and what came of it."""

    edit: Edit
    losses: F32  # [steps] of the optimisation, of the first fact
    old_answers: tuple[str, ...]  # of each fact
    key_norms: F32  # [facts] |k|
    size: F32  # [layers] Frobenius norm of the change, as a share of the matrix's own
    covariance_tokens: int  # 0 where none was needed
    measured: Measured
    seconds: float
    controls: tuple[Control, ...] = ()


@dataclass(frozen=True)
class AskMeasured(Question):
    """Measure probes of an edit that is there, at a strength."""

    about: ClassVar[Literal["run", "model", "resources"]] = "model"
    kept: ClassVar[int] = 8
    edit: Edit
    probes: tuple[Probe, ...]


@dataclass(frozen=True)
class AskSweep(Question):
    """The same edit made at one layer after another, in slices: each finding names in `then` what to ask to go on."""

    about: ClassVar[Literal["run", "model", "resources"]] = "model"
    kept: ClassVar[int] = 160
    fact: Fact
    layers: tuple[int, ...]
    probes: tuple[Probe, ...]
    method: Method = "rank one"
    settings: Settings = Settings()
    at: int = 0  # which of the layers is the first of this slice
    seconds: float = 15.0  # of a slice, which has one layer at least


@dataclass(frozen=True)
class Sweep(Finding):
    """What an edit at each layer of a slice does to the probes. NaN where it was refused."""

    layers: tuple[int, ...]
    probes: tuple[Probe, ...]
    before: F32  # [probes] log-probability
    after: F32  # [layers, probes]
    text_before: float
    text_after: F32  # [layers]
    next_kl: F32  # [layers]
    size: F32  # [layers]
    why_not: tuple[str, ...]  # [layers]
    seconds: float
    then: AskSweep | None = None


@dataclass(frozen=True)
class AskFactSets(Question):
    """The bundled facts, or a person's own as CSV: what can be edited, and what it is judged by."""

    about: ClassVar[Literal["run", "model", "resources"]] = "resources"
    path: str = ""


@dataclass(frozen=True)
class Relation(Frozen):
    """Facts of one kind. Templates hold `{}` for the subject."""

    name: str
    prompt: str
    paraphrases: tuple[str, ...]
    subjects: tuple[str, ...]
    answers: tuple[str, ...]  # [subjects]
    same_subject: tuple[tuple[str, tuple[str, ...]], ...]  # other templates, and the answers to each


@dataclass(frozen=True)
class Contrast(Frozen):
    """A sentence that grammar alone decides."""

    prompt: str
    right: str
    wrong: str


@dataclass(frozen=True)
class FactSets(Finding):
    """What was read. `note` says what was left out."""

    relations: tuple[Relation, ...]
    contrasts: tuple[Contrast, ...]
    note: str = ""


@dataclass(frozen=True)
class AskWhere(Question):
    """Where answers become readable, and where switching a sublayer off hurts, for facts and for grammar."""

    about: ClassVar[Literal["run", "model", "resources"]] = "model"
    kept: ClassVar[int] = 2
    path: str = ""
    most: int = 24  # items of each kind
    seed: int = 0


@dataclass(frozen=True)
class OfKind(Frozen):
    """One kind of item. Intervals are 95 % of a bootstrap over items."""

    name: str  # "facts" or "grammar"
    n: int  # items measured: those that the model gets right
    asked: int  # items tried
    read: F32  # [L+1] share of items whose right answer leads the wrong one through the logit lens
    read_low: F32
    read_high: F32
    margin: F32  # [L+1] mean logit difference there, as a share of the last one
    attention: F32  # [L] mean loss of logit difference when attention is switched off, nats
    attention_low: F32
    attention_high: F32
    mlp: F32  # [L]
    mlp_low: F32
    mlp_high: F32
    centre_read: tuple[float, float, float]  # state from which on 3/4 are read (1/2 is chance), and interval
    centre_mlp: tuple[float, float, float]  # mean layer of the MLPs' losses, weighted by them, and its interval


@dataclass(frozen=True)
class Where(Finding):
    """Both kinds, and by how much their centres differ: facts less grammar, with the interval of the difference."""

    kinds: tuple[OfKind, ...]
    later_read: tuple[float, float, float]
    later_mlp: tuple[float, float, float]
    note: str = ""


def empty_measured() -> Measured:
    """Nothing measured."""
    none: F32 = np.empty(0, np.float32)
    no: I32 = np.empty(0, np.int32)
    nan = float("nan")
    return Measured((), none, none, no, no, no, no, nan, nan, 0, nan)
