"""The bracket lab's findings: what views may know of it. Numpy only; its questions are in `questions`.

Outcomes are "(", ")", End for one kind of bracket and "(", ")", "[", "]", End for two; prefix i of a string is its
first i brackets.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from engine.questions import Finding, Question
from engine.records import F32, Bools, Site

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Reading(Finding):
    """One string read by a net."""

    string: str
    outcomes: tuple[str, ...]  # names of the columns
    probs: F64  # [n + 1, O]
    legal: Bools  # [n + 1, O]
    depth: I64  # [n + 1] below 0 where too many were closed
    trained_length: int  # brackets; longer prefixes were never trained on

    @property
    def inside(self) -> Bools:
        """Whether each prefix can still be completed.  # [n + 1]"""
        return np.asarray(self.legal.any(axis=1))

    @property
    def illegal_mass(self) -> F64:
        """Probability on what may not come next, the start token's included.  # [n + 1]"""
        return np.asarray(np.clip(1.0 - (self.probs * self.legal).sum(axis=1), 0.0, 1.0))

    @property
    def start_share(self) -> F64:
        """The probability of the start token, which may never come again.  # [n + 1]"""
        return np.asarray(np.clip(1.0 - self.probs.sum(axis=1), 0.0, 1.0))

    @property
    def wrong(self) -> Bools:
        """Where what is likeliest (the start token included) is illegal and something legal exists.  # [n + 1]"""
        chosen = self.probs.argmax(axis=1)
        legal = self.legal[np.arange(len(chosen)), chosen] & (self.probs.max(axis=1) >= self.start_share)
        return np.asarray(self.inside & ~legal)

    @property
    def first_wrong(self) -> int | None:
        """The shortest prefix after which the net is wrong, None where it never is."""
        where = np.flatnonzero(self.wrong)
        return int(where[0]) if len(where) else None

    def as_json(self) -> dict[str, Any]:
        """What `brackets probs --json` prints."""
        return {
            "string": self.string,
            "prefixes": [
                {
                    "prefix": self.string[:i],
                    "probs": dict(zip(self.outcomes, map(float, self.probs[i]), strict=True)),
                    "legal": [name for name, ok in zip(self.outcomes, self.legal[i], strict=True) if ok],
                }
                for i in range(len(self.probs))
            ],
        }


@dataclass(frozen=True)
class Readings(Finding):
    """Several strings read, in an order that the question gives sense to."""

    readings: tuple[Reading, ...]


Ending = Literal["balanced", "ended too early", "closed too often", "wrong kind", "did not end"]


@dataclass(frozen=True)
class BracketRun(Finding):
    """A run of n opening brackets and what the net greedily puts after it."""

    opened: int
    completion: str  # brackets the net added; End, if it came, is not among them
    ending: Ending
    chosen_probs: F64  # [m] probability of each outcome as it was chosen, End's included
    beyond_training: bool  # no string trained on is as long as what it says, or as it must become

    @property
    def right(self) -> bool:
        return self.ending == "balanced"

    @property
    def string(self) -> str:
        return "(" * self.opened + self.completion


@dataclass(frozen=True)
class OpenedClosed(Finding):
    """n opened and n closed again, n = 1..most: row n - 1. Outcomes "(", ")", End."""

    opened: I64  # [most]
    balanced: F64  # [most, 3] after "(" x n, ")" x n: ")" is illegal, may it end?
    one_short: F64  # [most, 3] after "(" x n, ")" x (n - 1): End is illegal, may it close once more?
    beyond_training: Bools  # [most] 2n is longer than any string trained on


@dataclass(frozen=True)
class Sequences(Finding):
    """Wolfram's sequences."""

    runs: tuple[BracketRun, ...]
    opened_closed: OpenedClosed
    first_failure: int | None  # the shortest run whose completion is wrong


@dataclass(frozen=True)
class Surface(Finding):
    """Means over the prefixes of each cell [length, depth]; NaN where the count is 0 or nothing was illegal there."""

    exact: bool  # every legal prefix, not a sample
    trained_length: int
    counts: I64  # [N + 1, N + 1] prefixes looked at
    end_illegal: F64  # [N + 1, N + 1] probability of End where it is illegal (depth above 0)
    close_illegal: F64  # [N + 1, N + 1] probability of closing brackets that are illegal (depth 0, or the wrong kind)
    wrong: F64  # [N + 1, N + 1] share of prefixes whose likeliest outcome is illegal
    confused: F64  # [N + 1, N + 1] share where closing and ending are ranked the wrong way round


@dataclass(frozen=True)
class Probed(Finding):
    """How well depth is read from each layer (0 = input of block 0, l + 1 = output of block l) by a linear probe."""

    r2_in: F64  # [L + 1] R² on held-out strings, prefixes within the trained length
    r2_beyond: F64  # [L + 1] on prefixes longer than that; NaN where the context has none
    exact_in: F64  # [L + 1] share of prefixes whose rounded reading is the depth
    exact_beyond: F64  # [L + 1]
    length: I64  # [N] brackets in each tested prefix
    depth: I64  # [N] its depth
    read: F32  # [L + 1, N] the depth that the probe reads
    trained_length: int
    n_strings: int  # half fitted on, half tested


@dataclass(frozen=True)
class Cloud(Finding):
    """States of one layer in three principal axes: a staircase of depths, or a heap."""

    layer: int
    points3: F32  # [N, 3]
    depth: I64  # [N]
    length: I64  # [N] brackets before the state
    string: I64  # [N] which row it comes from
    explained: float  # share of the variance in the three axes
    axes: F32  # [3, D]
    centre: F32  # [D]


@dataclass(frozen=True)
class AttentionMaps(Finding):
    """Every head's attention over the start token and a string: [l, h, query, key]."""

    string: str
    attn: F32  # [L, H, n + 1, n + 1]


@dataclass(frozen=True)
class Harm(Finding):
    """Illegal mass with nothing off, and its rise with each part off alone."""

    intact: float
    heads: F64  # [L, H]
    neurons: F64  # [L, M]
    n_prefixes: int

    def worst(self, kind: Literal["head", "neuron"], count: int = 10) -> list[tuple[Site, float]]:
        """The parts whose absence hurts most, and by how much."""
        harm = self.heads if kind == "head" else self.neurons
        order = np.argsort(-harm, axis=None, kind="stable")[:count]
        places = [divmod(int(i), harm.shape[1]) for i in order]
        return [(Site(kind, layer, index), float(harm[layer, index])) for layer, index in places]


@dataclass(frozen=True)
class Quality(Finding):
    """A net on held-out strings. Where a depth or a length was not met, the count is 0 and the share NaN."""

    loss: float  # nats a token
    legal_mass: float  # mean over prefixes, 0..1
    accuracy: float  # share of prefixes whose likeliest outcome is legal
    depth_count: I64  # [max depth + 1]
    depth_mass: F64  # [max depth + 1]
    depth_accuracy: F64  # [max depth + 1]
    pairs_count: I64  # [max pairs + 1] prefixes in strings of so many pairs
    pairs_mass: F64  # [max pairs + 1]
    pairs_accuracy: F64  # [max pairs + 1]


@dataclass(frozen=True)
class NetCard(Finding):
    """What is known of a net: its recipe, its learning curve, and the checkpoints along its training."""

    name: str
    recipe: tuple[tuple[str, Any], ...]  # (name, value), `lengths` in words among them
    command: str  # the command line that makes it again
    examples_used: int
    curve: dict[str, F64]  # "examples", "held_out_loss", "legal_mass", "accuracy", …: each [n]
    checkpoints: tuple[tuple[int, float], ...]  # (examples, legal mass) of "NAME@i"; none for most nets


@dataclass(frozen=True)
class Framing:
    """What stands before the string that a large model is asked about, in full."""

    name: str
    before: str


FRAMINGS = (
    Framing("the string alone", ""),
    Framing("described", "A string of balanced parentheses, in which every bracket that opens is closed again:\n"),
    Framing(
        "few-shot",
        "Balanced strings of parentheses, one on each line:\n"
        "()\n(())\n()()\n((())())\n(()(()))\n()((()))()\n((()()))()(())\n",
    ),
    Framing(
        "program", "# Each of these lines is a balanced string of parentheses.\nBALANCED = '''\n(()())\n((()))()\n"
    ),
)


@dataclass(frozen=True)
class Asked(Finding):
    """One string in one framing, put to a large model character by character."""

    string: str
    framing: Framing
    outcomes: tuple[str, ...]  # the brackets, then "End": a line break, or the model's own end of text
    probs: F64  # [n + 1, O] of the next character; what is missing to 1 is other characters
    legal: Bools  # [n + 1, O]
    depth: I64  # [n + 1]
    tokens: tuple[str, ...]  # the string as the model's tokenizer cuts it
    left_out: float  # largest share of a prefix's probability in cuttings that were left out

    @property
    def other(self) -> F64:
        """Probability of a character that is neither a bracket nor the end.  # [n + 1]"""
        return np.asarray(np.clip(1.0 - self.probs.sum(axis=1), 0.0, 1.0))

    @property
    def legal_mass(self) -> F64:
        """Share of the legal ones among the outcomes.  # [n + 1]"""
        return np.asarray((self.probs * self.legal).sum(axis=1) / np.maximum(self.probs.sum(axis=1), 1e-300))


@dataclass(frozen=True)
class ByDepth(Finding):
    """Right answers by depth, with 95 % Wilson intervals. The counter's share is 1 at every depth."""

    who: str
    question: Literal["legal", "close or end"]
    depth: I64  # [n]
    count: I64  # [n] prefixes asked
    right: I64  # [n]
    low: F64  # [n]
    high: F64  # [n]

    @property
    def share(self) -> F64:
        """Accuracy at each depth.  # [n]"""
        return np.asarray(self.right / self.count)


@dataclass(frozen=True)
class Comparison(Finding):
    """The large model, the small net and the counter on the same prefixes."""

    framing: Framing
    asked: tuple[Asked, ...]
    tables: tuple[ByDepth, ...]  # for each question: the model, the net, the counter
    merged: tuple[str, ...]  # tokens of the model that are made of several brackets


@dataclass(frozen=True)
class Trained(Finding):
    """Where a training stands after a slice."""

    folder: str  # the net's name for other questions is "mine/NAME"
    step: int
    steps: int
    examples: int
    loss: float  # nats a token, of the last step
    examples_per_second: float
    seconds_left: float
    best_mass: float
    curve: dict[str, F64]  # as in NetCard
    quality: Quality | None  # by depth and by length, now
    done: bool
    name: str = ""
    kinds: int = 1
    trained_length: int = 0
    losses: F64 | None = None  # [n, 2] (examples, nats a token) of steps in this slice
    cloud: Cloud | None = None  # states of the last layer now
    attention: AttentionMaps | None = None  # of the string that is watched, now
    then: Question | None = None  # what to ask to go on with, None where it is done

    @property
    def changes(self) -> str:
        """The net that is another one now, as questions name it."""
        return f"mine/{self.name}"


@dataclass(frozen=True)
class Nets(Finding):
    """Names that questions may use, the shipped ones first."""

    names: tuple[str, ...]
    checkpoints: int  # of "two-block": "two-block@0" and so on


@dataclass(frozen=True)
class Prepared(Finding):
    """A net's folder in Hugging Face format."""

    net: str
    folder: str
