"""What the playground answers to each of its questions; none of them uses a language model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.labkit.workbench import Bench
from engine.labs.playground import questions as asked
from engine.labs.playground.net_file import open_net, save_net
from engine.labs.playground.points_file import read_points
from engine.labs.playground.records import NetOpened, NetSaved, PointsRead
from engine.labs.playground.slices import train_slice
from engine.labs.playground.widths import measure_widths
from engine.questions import Finding, Question


def points(question: asked.ReadPoints, _bench: Bench) -> PointsRead:
    return read_points(question)


def save(question: asked.SaveNet, _bench: Bench) -> NetSaved:
    return save_net(question)


def opened(question: asked.OpenNet, _bench: Bench) -> NetOpened:
    return open_net(question.path)


ANSWERS: dict[type[Question], Callable[[Any, Any], Finding]] = {
    asked.TrainNet: train_slice,
    asked.TrainStarts: train_slice,
    asked.MeasureWidths: measure_widths,
    asked.ReadPoints: points,
    asked.SaveNet: save,
    asked.OpenNet: opened,
}
