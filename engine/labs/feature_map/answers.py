"""Which function answers which question about how features lie to each other."""

from __future__ import annotations

from engine.labs.feature_map import firing, geometry, graph
from engine.labs.feature_map.records import AskDecoderGeometry, AskFeatureGraph, ReadTogether

ANSWERS = {
    AskDecoderGeometry: geometry.geometry,
    ReadTogether: firing.read_together,
    AskFeatureGraph: graph.graph,
}
