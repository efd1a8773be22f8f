"""Which function answers which question about layers."""

from __future__ import annotations

from engine.labs.layers import lens_and_writes, lens_apart, way
from engine.labs.layers.records import AskLens, AskLensApart, AskWay, AskWrites

ANSWERS = {
    AskLens: lens_and_writes.read_layers,
    AskLensApart: lens_apart.read_apart,
    AskWrites: lens_and_writes.measure_writes,
    AskWay: way.answer,
}
