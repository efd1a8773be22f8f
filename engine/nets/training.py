"""Several small nets trained together, each as if it were alone: one row of weights a net, one product for all.

The nets share architecture, recipe and examples, and differ by their seeds. Losses are added up, so every net has its
own gradient; optimizers work number by number, so no net knows of another. What is random follows from (seed, step)
alone, so the state is the weights, the optimizer's two rows, the step and the curve: bytes that can be kept anywhere
and gone on from exactly. A net whose loss, gradient or weights are no longer finite stays at its last finite weights,
and the step at which that happened is kept; where all nets did, training ends.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from engine import checked_json
from engine.errors import InputRefused
from engine.nets.adam import adam
from engine.nets.device import batch_fits, one_thread
from engine.nets.history import History
from engine.nets.loop import Pace, run_steps
from engine.nets.records import F64, I64, Architecture, Curve, Examples, Recipe, first_weights
from engine.records import F32, Bools
from engine.sentences import say

POINTS = 600  # of the curve at most; every other one goes where it has more
SMALL = 200_000_000  # products of a step up to which one thread is faster
_ACTIVATE: dict[str, Callable[[Tensor], Tensor]] = {
    "tanh": torch.tanh, "relu": torch.relu, "sigmoid": torch.sigmoid, "linear": lambda it: it,
}  # fmt: skip


def layers_of(architecture: Architecture, flat: Tensor) -> list[tuple[Tensor, Tensor]]:
    """Matrix [S, out, in] and bias [S, out] of every layer, as views of the rows [S, n_weights]."""
    found = []
    for (out, into), start in zip(architecture.shapes, architecture.starts, strict=True):
        middle = start + out * into
        found.append((flat[:, start:middle].view(-1, out, into), flat[:, middle : middle + out]))
    return found


def outputs_of(architecture: Architecture, flat: Tensor, inputs: Tensor) -> Tensor:
    """What S nets answer: weights [S, n_weights], inputs [S or 1, N, inputs] -> [S, N, outputs]."""
    activate = _ACTIVATE[architecture.activation]
    last = len(architecture.shapes) - 1
    now = inputs.expand(len(flat), *inputs.shape[1:])
    for layer, (matrix, bias) in enumerate(layers_of(architecture, flat)):
        now = torch.baddbmm(bias[:, None, :], now, matrix.transpose(1, 2))
        if layer < last:
            now = activate(now)
    return now


def losses_of(outputs: Tensor, targets: Tensor, loss: str) -> Tensor:
    """The mean loss of each net: outputs [S, N, outputs], targets [S or 1, N] or [S or 1, N, outputs] -> [S]."""
    if loss == "squared_error":
        return ((outputs - targets) ** 2).mean(dim=(1, 2))
    logs = torch.log_softmax(outputs, dim=-1)
    wanted = targets.expand(len(outputs), -1)
    return -logs.gather(2, wanted[:, :, None])[:, :, 0].mean(dim=1)


class Training:
    """A training of S nets that can be stepped, stopped, kept as bytes and gone on with exactly."""

    def __init__(
        self,
        architecture: Architecture,
        recipe: Recipe,
        examples: Examples,
        held_out: Examples | None = None,
        seeds: Sequence[int] = (),
        start: F32 | None = None,
        device: str = "cpu",
        moves: Bools | None = None,
        history: bool = False,
    ) -> None:
        """`seeds`: one net each, none = the recipe's. `start` [S, n_weights] in place of the seeds' first weights.
        `moves` [n_weights]: which numbers are trained, the others stay; None = all. `history`: keep past moments of
        the first net.

        Raises:
            InputRefused: there are no examples, or they do not fit the architecture or the loss.
        """
        self.architecture, self.recipe, self.device = architecture, recipe, device
        self.seeds = tuple(seeds) or (recipe.seed,)
        _check(architecture, recipe, examples)
        self._examples, self._held_out = examples, held_out if held_out is not None and len(held_out) else None
        first = np.stack([first_weights(architecture, seed) for seed in self.seeds]) if start is None else start
        self.flat = torch.tensor(first, dtype=torch.float32, device=device)  # [S, n_weights]
        self.moments = torch.zeros(2, *self.flat.shape, device=device)  # momentum, or Adam's two
        self.step = 0
        self.broke_at: I64 = np.full(len(self.seeds), -1, np.int64)  # step at which a net left the finite numbers
        self._record = _Record(len(self.seeds), len(architecture.shapes))
        self.history = History(architecture.n_weights) if history else None
        self._remember()
        self.pace = Pace(self._batch)
        self.last = 0
        self._inputs = torch.tensor(examples.inputs, dtype=torch.float32, device=device)
        self._targets = torch.tensor(np.array(examples.targets), device=device)
        self._matrices = torch.tensor(architecture.is_matrix(), device=device)
        self._moves = None if moves is None else torch.tensor(np.array(moves), device=device)
        self._order: tuple[int, npt.NDArray[np.int64]] = (-1, np.empty((0, 0), np.int64))
        self._layer_of = np.repeat(
            np.arange(len(architecture.shapes)), [out * (into + 1) for out, into in architecture.shapes]
        )

    # -- what there is to see ----------------------------------------------------------------------------------------

    @property
    def weights(self) -> F32:
        """The weights now, a row per net.  # [S, n_weights]"""
        return np.asarray(self.flat.detach().cpu().numpy().copy(), np.float32)

    @property
    def curve(self) -> Curve:
        """Losses and gradients up to now."""
        return self._record.curve()

    @property
    def broken(self) -> bool:
        """Whether no net can be trained any further."""
        return bool((self.broke_at >= 0).all())

    # -- the loop ----------------------------------------------------------------------------------------------------

    def run(self, steps: int, carry_on: Callable[[], bool] = lambda: True) -> bool:
        """Train for so many steps more, or until `carry_on` says no; whether all of them were made.

        Raises:
            OutOfMemory: the device has too little memory for a batch.
        """
        self.last = self.step + steps
        with _threads(self.architecture.n_weights * self._batch * len(self.seeds)):
            return run_steps(self, lambda: not self.broken and carry_on())

    def advance(self) -> float:
        """One step of every net that is still finite; their mean loss."""
        with self.pace.step(), batch_fits(self.device, self._batch):
            losses, sizes = self._advance()
        self.step += 1
        self._record.add(self.step, losses, sizes, self._held_out_losses)
        self._remember()
        return float(np.mean(losses))

    def _remember(self) -> None:
        if self.history is not None and self.history.is_due(self.step):
            self.history.add(self.step, self.weights[0])

    def look_is_due(self) -> bool:
        """The curve looks at the held-out examples by itself."""
        return False

    def look(self, loss: float) -> None:
        """Nothing is looked at besides."""

    def tell(self, loss: float) -> None:
        """Nothing is told meanwhile: slices are short."""

    def _advance(self) -> tuple[F64, F64]:
        """One step; each net's loss [S], and the gradient's norm by layer [layers], mean over the nets."""
        inputs, targets = self._drawn()
        flat = self.flat.requires_grad_(True)
        losses = losses_of(outputs_of(self.architecture, flat, inputs), targets, self.recipe.loss)
        (gradient,) = torch.autograd.grad(losses.sum(), flat)
        with torch.no_grad():
            flat = flat.detach()
            squares = (gradient * gradient).cpu().numpy()
            gradient = self._with_penalties(gradient, flat)
            gradient = gradient if self._moves is None else torch.where(self._moves, gradient, 0.0)
            moments, moved = self._moved(flat, gradient)
            fine = torch.isfinite(losses) & torch.isfinite(gradient).all(dim=1) & torch.isfinite(moved).all(dim=1)
            fine &= torch.tensor(self.broke_at < 0, device=self.device)
            self.flat = torch.where(fine[:, None], moved, flat)
            self.moments = torch.where(fine[None, :, None], moments, self.moments)
        lost = ~fine.cpu().numpy() & (self.broke_at < 0)
        self.broke_at = np.where(lost, self.step, self.broke_at)
        return losses.detach().cpu().numpy().astype(np.float64), self._sizes(squares)

    def _sizes(self, squares: npt.NDArray[np.floating]) -> F64:
        """The norm of each layer's gradient, mean over the nets.  # [layers]"""
        with np.errstate(over="ignore", invalid="ignore"):
            sums = np.add.reduceat(squares.astype(np.float64), self.architecture.starts, axis=1)
            return np.asarray(np.sqrt(sums).mean(axis=0))

    def _with_penalties(self, gradient: Tensor, flat: Tensor) -> Tensor:
        if self.recipe.l1:
            gradient = gradient + self.recipe.l1 * torch.sign(flat) * self._matrices
        if self.recipe.l2:
            gradient = gradient + self.recipe.l2 * flat * self._matrices
        return gradient

    def _moved(self, flat: Tensor, gradient: Tensor) -> tuple[Tensor, Tensor]:
        """The optimizer's rows, and the weights after this step, as torch.optim's SGD and Adam have them."""
        recipe, moments = self.recipe, self.moments
        if recipe.optimizer == "adam":
            first, second, move = adam(gradient, moments[0], moments[1], self.step, recipe.rate, torch.lerp)
            return torch.stack((first, second)), flat - move
        if recipe.optimizer == "momentum":
            speed = recipe.momentum * moments[0] + gradient
            return torch.stack((speed, moments[1])), flat - recipe.rate * speed
        return moments, flat - recipe.rate * gradient

    @property
    def _batch(self) -> int:
        asked = self.recipe.batch
        return len(self._examples) if asked == 0 else min(asked, len(self._examples))

    def _drawn(self) -> tuple[Tensor, Tensor]:
        """The examples of this step: each net goes through all of them in an order of its own, again and again."""
        count, batch = len(self._examples), self._batch
        if batch == count:
            return self._inputs[None], self._targets[None]
        per = -(-count // batch)
        turn, part = divmod(self.step, per)
        if self._order[0] != turn:
            orders = [np.random.default_rng((seed, turn)).permutation(count) for seed in self.seeds]
            self._order = turn, np.stack(orders)
        rows = torch.from_numpy(self._order[1][:, part * batch : (part + 1) * batch]).to(self.device)  # [S, b]
        return self._inputs[rows], self._targets[rows]

    def _held_out_losses(self) -> F64:
        if self._held_out is None:
            return np.full(len(self.seeds), np.nan)
        return self.losses(self._held_out)

    def losses(self, examples: Examples) -> F64:
        """The mean loss of each net on other examples, without penalties.  # [S]"""
        with torch.no_grad():
            inputs = torch.tensor(examples.inputs, dtype=torch.float32, device=self.device)[None]
            targets = torch.tensor(np.array(examples.targets), device=self.device)[None]
            found = losses_of(outputs_of(self.architecture, self.flat, inputs), targets, self.recipe.loss)
        return np.asarray(found.cpu().numpy(), np.float64)

    def turn(self, weights: Iterable[tuple[int, float]]) -> None:
        """Give weights, by their place in the row, other values: of every net.

        Raises:
            InputRefused: there is no such place, or the value is not finite.
        """
        for place, value in weights:
            if not 0 <= place < self.architecture.n_weights or not np.isfinite(value):
                raise InputRefused(
                    say("This net has no weight {place} that could be {value}.", place=place, value=value)
                )
            self.flat[:, place] = value

    # -- keeping and going on ----------------------------------------------------------------------------------------

    def state(self) -> bytes:
        """All that is needed to go on exactly."""
        from safetensors.numpy import save

        arrays = {"weights": self.weights, "moments": self.moments.cpu().numpy(), "broke_at": self.broke_at,
                  **self._record.arrays(), **(self.history.arrays() if self.history is not None else {})}  # fmt: skip
        numbers = {"step": self.step, "seconds": self.pace.seconds, "speed": self.pace.speed, "seeds": self.seeds,
                   "every": self._record.every, "optimizer": self.recipe.optimizer}  # fmt: skip
        data: bytes = save(arrays, {"training": json.dumps(numbers)})
        return data

    def go_on_from(self, state: bytes) -> None:
        """Take what `state` gave. Raises InputRefused: it is of another net."""
        from safetensors.numpy import load

        arrays = load(state)
        numbers = _numbers_of(state)
        if arrays["weights"].shape != tuple(self.flat.shape):
            raise InputRefused(say("This training is of another net. Start it again."))
        self.flat = torch.tensor(arrays["weights"], device=self.device)
        if numbers["optimizer"] == self.recipe.optimizer:  # another one begins with rows of its own
            self.moments = torch.tensor(arrays["moments"], device=self.device)
        self.broke_at = arrays["broke_at"].copy()
        self.step, self.seeds = int(numbers["step"]), tuple(numbers["seeds"])
        self.pace.seconds, self.pace.speed = float(numbers["seconds"]), float(numbers["speed"])
        self._record.take(arrays, int(numbers["every"]))
        if self.history is not None and "history.step" in arrays:
            self.history.take(arrays)


class _Record:
    """The curve as it grows: every `every`-th step; every other row goes where there are more than POINTS."""

    def __init__(self, nets: int, layers: int) -> None:
        self.every = 1
        self.rows: list[tuple[int, F64, F64, F64]] = []
        self._nets, self._layers = nets, layers

    def add(self, step: int, losses: F64, sizes: F64, held_out: Callable[[], F64]) -> None:
        if (step - 1) % self.every:
            return
        self.rows.append((step, losses, held_out(), sizes))
        if len(self.rows) > POINTS:
            self.rows = self.rows[::2]
            self.every *= 2

    def curve(self) -> Curve:
        """As arrays; a row says what the step before it led to: its loss is that of the weights it began with."""
        if not self.rows:
            empty = np.empty((0, self._nets))
            return Curve(np.empty(0, np.int64), empty, empty.copy(), np.empty((0, self._layers)))
        step, loss, held, sizes = zip(*self.rows, strict=True)
        return Curve(np.array(step, np.int64), np.stack(loss), np.stack(held), np.stack(sizes))

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        found = self.curve()
        return {"curve.step": found.step, "curve.loss": found.loss, "curve.held_out": found.held_out,
                "curve.gradient": found.gradient}  # fmt: skip

    def take(self, arrays: dict[str, npt.NDArray[Any]], every: int) -> None:
        self.every = every
        columns = (arrays["curve.step"], arrays["curve.loss"], arrays["curve.held_out"], arrays["curve.gradient"])
        self.rows = [(int(step), loss, held, sizes) for step, loss, held, sizes in zip(*columns, strict=True)]


def _numbers_of(state: bytes) -> dict[str, Any]:
    """What stands in the header of `state`: its length, then JSON, as safetensors files begin."""
    length = int.from_bytes(state[:8], "little")
    header = checked_json.parsed_object(state[8 : 8 + length])
    return checked_json.metadata_object(header.get("__metadata__"), "training")


def _threads(products: int) -> Any:
    from contextlib import nullcontext

    return one_thread() if products <= SMALL else nullcontext()


def _check(architecture: Architecture, recipe: Recipe, examples: Examples) -> None:
    """Raise InputRefused where the examples do not fit."""
    if not len(examples):
        raise InputRefused(say("There are no examples to learn from. Add at least one point."))
    if examples.inputs.shape[1] != architecture.inputs:
        raise InputRefused(
            say(
                "The examples have {met} inputs, but the net takes {wanted}.",
                met=examples.inputs.shape[1],
                wanted=architecture.inputs,
            )
        )
    if not np.isfinite(examples.inputs).all() or (
        recipe.loss == "squared_error" and not np.isfinite(examples.targets.astype(np.float64)).all()
    ):
        raise InputRefused(say("The examples hold values that are not finite numbers. Take those rows out."))
    if recipe.loss == "cross_entropy":
        classes = examples.targets
        if classes.ndim != 1 or classes.min() < 0 or classes.max() >= architecture.outputs:
            raise InputRefused(say("The classes of the examples must be 0 to {last}.", last=architecture.outputs - 1))
    elif examples.targets.shape != (len(examples), architecture.outputs):
        raise InputRefused(say("Every example must have {wanted} values to be learned.", wanted=architecture.outputs))
