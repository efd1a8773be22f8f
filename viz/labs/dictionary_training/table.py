"""The numbers of a dictionary's training as a table: a row for each step that was told, measurements beside batches."""

from __future__ import annotations

import math

import numpy as np

from engine.labs.dictionary_training.records import F64, DictionaryTrained
from viz.intents import SaveTable
from viz.labs.dictionary_training.training_frame import TrainingFrame

COLUMNS = (
    "step", "explained variance, batch", "MSE, batch", "L0, batch", "dead while training", "positions a second",
    "explained variance, held out", "explained variance before scaling, held out", "MSE, held out", "L0, held out",
    "never active, held out", "loss spliced, nats", "loss recovered", "KL, nats",
)  # fmt: skip


def training_table(frame: TrainingFrame) -> SaveTable | None:
    """None where nothing was trained yet."""
    found = frame.trained
    if found is None or not frame.has_charts:
        return None
    curve, held = found.curve, found.held_out
    batch = (curve.explained, curve.mse, curve.active, curve.dead, curve.speed)
    measured = (
        held.explained, held.explained_raw, held.mse, held.active, held.dead, held.loss_spliced, held.recovered, held.kl
    )  # fmt: skip
    rows = tuple(
        (int(step), *_at(curve.step, batch, step), *_at(held.step, measured, step))
        for step in np.union1d(curve.step, held.step).tolist()
    )
    return SaveTable("dictionary_training", COLUMNS, rows, _about(found))


def _at(steps: np.ndarray, columns: tuple[F64, ...], step: int) -> tuple[str | float, ...]:
    """The values at a step, empty where there are none."""
    here = np.flatnonzero(steps == step)
    if not len(here):
        return ("",) * len(columns)
    values = (float(column[here[-1]]) for column in columns)
    return tuple(value if math.isfinite(value) else "" for value in values)


def _about(found: DictionaryTrained) -> tuple[tuple[str, str], ...]:
    recipe, held = found.recipe, found.held_out
    return (
        ("hook", recipe.hook.key), ("width", str(recipe.width)), ("activation", recipe.activation),
        ("k", str(recipe.k)), ("l1", f"{recipe.l1:g}"), ("rate", f"{recipe.rate:g}"), ("batch", str(recipe.batch)),
        ("seed", str(recipe.seed)), ("positions", str(found.text.positions)),
        ("loss of the model, nats", f"{held.loss:z.4f}"), ("loss with the mean, nats", f"{held.loss_ablated:z.4f}"),
    )  # fmt: skip
