"""Requests that are no part of a run: questions to labs, and which models there are."""

from __future__ import annotations

from collections.abc import Callable

from engine import protocol
from engine.process.maps_service import MapsService
from engine.process.model_service import ModelService
from engine.records import LeftOut, ModelEntry


class LabService:
    """One method per request class; each answers through `say`."""

    def __init__(
        self,
        models: ModelService,
        maps: MapsService,
        say: Callable[[protocol.Answer], None],
    ) -> None:
        self._models = models
        self._maps = maps
        self._say = say

    def ask(self, request: protocol.AskLab) -> None:
        """Put a question to its lab. One about Orrery's own resources needs no model."""
        from engine.labkit.dispatch import answer

        bench = self._maps.bench(request.id, request.question.about != "resources")
        run_id = self._models.require().session.run_id if request.question.about == "run" else 0
        finding = answer(request.question, bench)
        self._say(protocol.LabAnswered(request.id, run_id, request.question, finding))

    def models(self, request: protocol.ListModels) -> None:
        """Which models can be asked for."""
        from engine.models.disk import in_words, size_of
        from engine.models.shelf import list_models
        from engine.models.store import without_note

        entries = [ModelEntry(row.name, row.what, row.parameters, row.on_disk, row.note) for row in list_models()]
        left_out = tuple(LeftOut(str(folder), in_words(size_of(folder))) for folder in without_note())
        self._say(protocol.ModelsListed(request.id, tuple(entries), left_out))
