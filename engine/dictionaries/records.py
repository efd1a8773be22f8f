"""What is said about a sparse dictionary: where it reads, how it was made, how well it does. Numpy only.

A *feature* is one latent of a dictionary: a number at each position, its *activation*, and a *direction* that it adds
to what the dictionary reads. Features count from 0 and are written `F123`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.records import F32, Frozen
from engine.sentences import say

HookKind = Literal["resid", "attention", "mlp", "neurons"]
HOOK_KINDS: tuple[HookKind, ...] = ("resid", "attention", "mlp", "neurons")
# What a latent's pre-activation becomes: the k largest of a position and nothing below 0; what is above 0; what is
# above a threshold of its own; what is above 0 where a gate of its own is open.
Activation = Literal["topk", "relu", "jumprelu", "gated"]
ACTIVATIONS: tuple[Activation, ...] = ("topk", "relu", "jumprelu", "gated")
# What is taken from the activations before they are read: constants of the dictionary ("fixed"); each position's own
# mean and standard deviation ("position": OpenAI's dictionaries); its own mean alone ("mean": made on models whose
# writing weights were centred); or it is brought to the length sqrt(D) ("length").
Normalising = Literal["fixed", "position", "mean", "length"]
NORMALISING: tuple[Normalising, ...] = ("fixed", "position", "mean", "length")
BUNDLED = "bundled:"  # before the name of a dictionary that comes along with Orrery


@dataclass(frozen=True, order=True)
class Hook(Frozen):
    """Which activations a dictionary reads: of one layer, `resid` after it, or what one of its sublayers adds, or
    `neurons`."""

    kind: HookKind
    layer: int

    @property
    def key(self) -> str:
        """A short name for files and messages."""
        return f"{self.kind}.{self.layer}"

    @property
    def in_words(self) -> str:
        """For sentences."""
        if self.kind == "resid":
            return say("resid after L{layer}", layer=self.layer)
        if self.kind == "attention":
            return say("the attention output of L{layer}", layer=self.layer)
        if self.kind == "mlp":
            return say("the MLP output of L{layer}", layer=self.layer)
        return say("the neurons of L{layer}", layer=self.layer)


@dataclass(frozen=True)
class Recipe(Frozen):
    """How a dictionary is trained here; equal recipes give equal bits.

    "topk" is OpenAI's (2406.04093): unit-norm decoder rows with the parallel gradient removed, the encoder begins as
    the decoder's transpose, dead latents learn the residual (AuxK: `aux_k` of them, normalised MSE times `aux_weight`,
    a latent is dead when silent for `dead_after` positions). "relu" has an L1 penalty of `l1` on the activations.
    """

    hook: Hook
    width: int = 4608  # latents
    activation: Literal["topk", "relu"] = "topk"
    k: int = 32
    aux_k: int = 256
    aux_weight: float = 1 / 32
    dead_after: int = 262_144  # positions
    l1: float = 3e-3
    rate: float = 7e-4
    batch: int = 1024  # positions a step
    steps: int = 552
    seed: int = 0
    text: str = ""  # "" = the bundled novels, "sample" = the bundled sample, else the path of a person's file
    tokens: int = 155_000  # positions read, at most
    context: int = 128  # tokens read together, each piece from position 0


@dataclass(frozen=True)
class Scores(Frozen):
    """How well a dictionary does, on positions that it was not trained on. NaN where it was not measured."""

    positions: int = 0
    explained: float = float("nan")  # share of the variance of the normalised activations
    explained_raw: float = float("nan")  # the same of the activations themselves
    mse: float = float("nan")  # mean square error of a normalised number
    active: float = float("nan")  # latents that are not 0, a position
    dead: float = float("nan")  # share of the latents that are 0 everywhere
    loss: float = float("nan")  # nats a token: of the model
    loss_spliced: float = float("nan")  # with the reconstruction in place of the activations
    loss_ablated: float = float("nan")  # with the mean in their place
    kl: float = float("nan")  # nats a token: of the model from the model with the reconstruction

    @property
    def recovered(self) -> float:
        """Loss recovered: 1 where the reconstruction costs nothing, 0 where it is as bad as the mean."""
        gap = self.loss_ablated - self.loss
        return (self.loss_ablated - self.loss_spliced) / gap if gap else float("nan")


@dataclass(frozen=True)
class DictionaryInfo(Frozen):
    """A dictionary as a view knows it."""

    name: str  # as questions name it: a path, or `BUNDLED` and a name
    title: str  # for people
    hook: Hook
    width: int  # latents
    d: int  # numbers that it reads
    activation: Activation
    k: int = 0  # of "topk"
    normalising: Normalising = "fixed"
    model: str = ""  # the model that it is of, as its file says; "" where it does not say
    model_sha256: str = ""
    format: str = "orrery"  # whose file it is
    sha256: str = ""  # of its numbers
    longest: float = float("inf")  # norm above which a position is an outlier: no feature is active, nothing is changed
    recipe: Recipe | None = None  # where it was trained here
    scores: Scores = Scores()  # as measured when it was made; never what a foreign file claims
    note: str = ""  # what the screen has to say of it besides, a sentence


@dataclass(frozen=True)
class Activity(Frozen):
    """How active each latent was over a text, measured where the dictionary was made or opened."""

    positions: int
    density: F32  # [n] share of the positions at which it is not 0
    largest: F32  # [n] largest activation; 0 for a dead one
    mean: F32  # [n] mean of its activation where it is not 0


@dataclass(frozen=True, order=True)
class FeatureName(Frozen):
    """Which feature of which dictionary; `dictionary` "" = none is chosen, `index` -1 = none of its features."""

    dictionary: str = ""
    index: int = -1

    def __str__(self) -> str:
        return f"F{self.index}" if self.index >= 0 else ""


NO_FEATURE = FeatureName()
