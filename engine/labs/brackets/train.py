"""Train a bracket net: resumable to the bit, stoppable between steps, its progress told through a callable.

Nothing random is kept besides the step number: batches are drawn by a generator seeded with (seed, step), the net has
no dropout, and the first weights come from the recipe's seed. So the state is the weights, Adam's two moments and a few
numbers, all in one safetensors file that is replaced in one step. In the training's folder:

    state.safetensors   to go on from        best.safetensors   the weights with the most legal mass so far
    along/*.safetensors weights on the way   net/               the best net as a folder any view of Orrery can open
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import torch

from engine import checked_json
from engine.errors import InputRefused, ModelUnusable, reason, shown
from engine.labs.brackets.batches import step_groups
from engine.labs.brackets.measure import held_out_strings, measure
from engine.labs.brackets.net import (
    Net,
    build,
    put_weights,
    require_weights_for,
    save_folder,
    weights_of,
)
from engine.labs.brackets.recipe import Recipe
from engine.labs.brackets.records import Quality
from engine.nets.device import batch_fits, choose_device
from engine.nets.files import curve_of, packed, read_tensors, write_json, write_whole
from engine.nets.loop import Pace, run_steps
from engine.sentences import say

STATE, BEST, ALONG, NET = "state.safetensors", "best.safetensors", "along", "net"
EVALUATION_STRINGS = 16  # of each length, at each point of the learning curve


@dataclass(frozen=True)
class Told:
    """One report: where the training is. `quality` is there after an evaluation only."""

    step: int
    steps: int
    examples: int
    loss: float  # nats a token, of the last step
    rate: float  # learning rate
    examples_per_second: float  # of the training itself, over the last seconds
    seconds_left: float
    quality: Quality | None = None
    best_mass: float = 0.0
    kept: bool = False  # a checkpoint was kept after this step


Report = Callable[[Told], None]
CarryOn = Callable[[], bool]


class Trainer:
    """A training that can be run, stopped and gone on with. Not safe to share between threads."""

    def __init__(self, recipe: Recipe, folder: Path, device: str = "auto") -> None:
        self.recipe, self.folder, self.device = recipe, folder, choose_device(device)
        self.model = build(recipe).to(self.device).train()  # type: ignore[arg-type]
        fused = self.device.split(":")[0] in ("cpu", "cuda")
        self.optimizer = torch.optim.AdamW(
            self.model.parameters(), recipe.learning_rate, recipe.betas, weight_decay=recipe.weight_decay, fused=fused
        )
        self.step = 0
        self.pace = Pace(recipe.batch)
        self.best_mass = -1.0
        self.curve: list[dict[str, float]] = []
        each = min(EVALUATION_STRINGS, recipe.batch)
        self._strings = held_out_strings(range(recipe.max_pairs + 1), each, recipe.language)
        self._evaluations, self._checkpoints = recipe.evaluation_steps(), recipe.checkpoint_steps()
        self._report: Report = lambda told: None

    # -- the loop --------------------------------------------------------------------------------------------------

    def run(self, report: Report = lambda told: None, carry_on: CarryOn = lambda: True) -> bool:
        """Train until the recipe is done or `carry_on` says no; it is asked between steps and may wait (a pause).

        Returns True where the recipe is done. The state and the best net are saved either way.

        Raises:
            DiskProblem: something could not be saved; the training is still whole, `save` can be called again.
            OutOfMemory: the device has too little memory for a batch.
        """
        self._report = report
        if self.step == 0 and not self.curve:
            self.look(0.0)
        done = run_steps(self, carry_on)
        self.save()
        self.export()
        return done

    @property
    def last(self) -> int:
        """Steps of the recipe."""
        return self.recipe.steps

    def advance(self) -> float:
        """One step. Raises OutOfMemory."""
        with self.pace.step(), batch_fits(self.device, self.recipe.batch):
            loss = train_step(self.model, self.optimizer, self.recipe, self.step)
        self.step += 1
        return loss

    def look_is_due(self) -> bool:
        return self.step in self._evaluations or self.step in self._checkpoints

    def look(self, loss: float) -> None:
        """Evaluate, save and report."""
        self._report(self._look(loss))

    def tell(self, loss: float) -> None:
        """Report without an evaluation."""
        self._report(self._told(loss))

    def _told(self, loss: float, quality: Quality | None = None, kept: bool = False) -> Told:
        return Told(
            step=self.step,
            steps=self.recipe.steps,
            examples=self.step * self.recipe.batch,
            loss=loss,
            rate=self.recipe.rate(self.step),
            examples_per_second=self.pace.speed,
            seconds_left=self.pace.left(self.recipe.steps - self.step),
            quality=quality,
            best_mass=self.best_mass,
            kept=kept,
        )

    def quality(self) -> Quality:
        """The net as it is now, on the held-out strings."""
        found = measure(Net(self.model.eval(), self.recipe), self._strings)
        self.model.train()
        return found

    def _look(self, loss: float) -> Told:
        """Evaluate and save: the best weights, a checkpoint where one is due, the state."""
        quality = self.quality()
        self.curve.append(
            {
                "step": self.step,
                "examples": self.step * self.recipe.batch,
                "seconds": round(self.pace.seconds, 2),
                "training_loss": round(loss, 6),
                "held_out_loss": round(quality.loss, 6),
                "legal_mass": round(quality.legal_mass, 7),
                "accuracy": round(quality.accuracy, 7),
            }
        )
        if quality.legal_mass > self.best_mass:
            self.best_mass = quality.legal_mass
            write_whole(self.folder / BEST, packed(weights_of(self.model), {"step": str(self.step)}))
        kept = self.step in self._checkpoints
        if kept:
            self._keep(quality)
        self.save()
        return self._told(loss, quality, kept)

    def _keep(self, quality: Quality) -> None:
        half = {name: value.half() for name, value in weights_of(self.model).items()}
        about = {"step": str(self.step), "examples": str(self.step * self.recipe.batch), **_figures(quality)}
        write_whole(self.folder / ALONG / f"step-{self.step:08d}.safetensors", packed(half, about))

    # -- keeping and going on -----------------------------------------------------------------------------------------

    def save(self) -> None:
        """Write everything needed to go on exactly. Raises DiskProblem, and leaves the old state as it was."""
        tensors = {f"model.{name}": value for name, value in weights_of(self.model).items()}
        for name, parameter in self.model.named_parameters():
            for moment, value in self.optimizer.state.get(parameter, {}).items():
                tensors[f"adam.{moment}.{name}"] = value.detach().cpu().contiguous().clone()
        numbers = {
            "recipe": self.recipe.as_json(),
            "step": self.step,
            "seconds": self.pace.seconds,
            "best_mass": self.best_mass,
            "curve": self.curve,
            "torch": torch.__version__,
        }
        write_whole(self.folder / STATE, packed(tensors, {"brackets": json.dumps(numbers)}))

    def export(self) -> Path:
        """Write the best net so far as a folder and return it. Raises DiskProblem, ModelUnusable."""
        model = build(self.recipe)
        weights, about = read_tensors(self.folder / BEST)
        put_weights(model, weights, str(self.folder / BEST))
        step = _step_of(about, self.folder / BEST)
        notes: dict[str, object] = {
            "step": step,
            "examples_used": step * self.recipe.batch,
            "examples_trained": self.step * self.recipe.batch,
            "seconds": round(self.pace.seconds, 1),
            "device": self.device,
            "torch": torch.__version__,
            "curve": self.curve,
        }
        save_folder(model, self.recipe, self.folder / NET, notes)
        return self.folder / NET

    @classmethod
    def resume(cls, folder: Path, device: str = "auto") -> Trainer:
        """The training stored in `folder`, to go on with exactly.

        Raises:
            ModelUnusable: there is none, or it is damaged.
        """
        path = folder / STATE
        tensors, about = read_tensors(path)
        try:
            numbers: dict[str, Any] = checked_json.metadata_object(about, "brackets")
            recipe = Recipe.from_json(numbers["recipe"])
            require_weights_for(recipe, tensors, str(path))
            trainer = cls(recipe, folder, device)
            trainer._take(tensors, numbers, str(path))
        except (KeyError, TypeError, ValueError, InputRefused) as error:
            raise ModelUnusable(
                say(
                    "{path} should hold a training to continue, but does not ({why}). Start a new one.",
                    path=path,
                    why=reason(error),
                )
            ) from error
        return trainer

    def _take(self, tensors: dict[str, torch.Tensor], numbers: dict[str, Any], where: str) -> None:
        weights = {name.removeprefix("model."): value for name, value in tensors.items() if name.startswith("model.")}
        put_weights(self.model, weights, where)
        self.step, self.pace.seconds = int(numbers["step"]), float(numbers["seconds"])
        self.best_mass, self.curve = float(numbers["best_mass"]), curve_of(numbers["curve"])
        if not 0 <= self.step <= self.recipe.steps:
            raise ValueError(f"its step is {shown(self.step, 40)}")
        if self.step:
            for name, parameter in self.model.named_parameters():
                counter = parameter.device if self.device.startswith("cuda") else "cpu"  # where fused Adam counts
                places = {"step": counter, "exp_avg": parameter.device, "exp_avg_sq": parameter.device}
                held = {moment: tensors[f"adam.{moment}.{name}"] for moment in places}
                for moment, value in held.items():
                    shape = torch.Size() if moment == "step" else parameter.shape
                    if value.shape != shape or value.dtype != torch.float32 or not value.isfinite().all():
                        raise ValueError(f"{moment} of {name} is not what it was")
                self.optimizer.state[parameter] = {moment: held[moment].to(place) for moment, place in places.items()}


def train_step(model: torch.nn.Module, optimizer: torch.optim.Optimizer, recipe: Recipe, step: int) -> float:
    """One optimizer step over the groups of `step`; the mean loss in nats a token."""
    device = next(model.parameters()).device
    groups = list(step_groups(recipe.lengths, recipe.batch, recipe.groups, recipe.seed, step, recipe.language))
    tokens = sum(targets.size for _, targets in groups)
    total = torch.zeros((), device=device)
    for inputs, targets in groups:
        logits = model(input_ids=torch.from_numpy(inputs).to(device), use_cache=False).logits  # [b, 2n + 1, V]
        wanted = torch.from_numpy(targets).to(device).flatten()
        loss = torch.nn.functional.cross_entropy(logits.flatten(0, 1), wanted, reduction="sum") / tokens
        loss.backward()
        total += loss.detach()
    torch.nn.utils.clip_grad_norm_(model.parameters(), recipe.clip)
    for group in optimizer.param_groups:
        group["lr"] = recipe.rate(step)
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)
    return float(total)


def _figures(quality: Quality) -> dict[str, str]:
    return {
        "legal_mass": f"{quality.legal_mass:.7f}",
        "accuracy": f"{quality.accuracy:.7f}",
        "loss": f"{quality.loss:.6f}",
    }


def _step_of(about: dict[str, str], path: Path) -> int:
    """The step whose weights a file holds. Raises ModelUnusable."""
    try:
        return int(about["step"])
    except (KeyError, ValueError) as error:
        raise ModelUnusable(
            say("{path} does not say of which step its weights are. Train the model again.", path=path)
        ) from error


def finished(folder: Path) -> Literal["none", "part", "done"]:
    """Whether `folder` holds no training, one to go on with, or a finished one. Raises ModelUnusable: a damaged one."""
    path = folder / STATE
    if not path.exists():
        return "none"
    _, about = read_tensors(path)
    try:
        numbers = checked_json.metadata_object(about, "brackets")
        return "done" if int(numbers["step"]) >= Recipe.from_json(numbers["recipe"]).steps else "part"
    except (KeyError, TypeError, ValueError, InputRefused) as error:
        raise ModelUnusable(
            say(
                "{path} does not hold a training ({why}). Move it away to start a new one.",
                path=path,
                why=reason(error),
            )
        ) from error


def pack_along(folder: Path, to: Path) -> int:
    """Put the checkpoints of a training into one float16 file, `<step>/<name>`; how many there were.

    Raises:
        DiskProblem, ModelUnusable: the file cannot be written, or a checkpoint cannot be read.
    """
    tensors: dict[str, torch.Tensor] = {}
    about: list[dict[str, str]] = []
    for path in sorted((folder / ALONG).glob("step-*.safetensors")):
        weights, said = read_tensors(path)
        about.append(said)
        tensors |= {f"{_step_of(said, path):08d}/{name}": value for name, value in weights.items()}
    write_whole(to, packed(tensors, {"checkpoints": json.dumps(about)}))
    write_json(to.with_suffix(".json"), {"checkpoints": about})
    return len(about)
