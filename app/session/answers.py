"""Which part of the session takes which of the engine's answers: a table from the answer's class to a callable."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.session.asking import Asking
from app.session.endings import Endings
from app.session.lab_desk import LabDesk
from app.session.loader import Loader
from app.session.maps import Maps
from app.session.player import Player
from app.session.session import Session
from engine import protocol
from viz.in_language import in_language

Table = Mapping[type, Callable[[Any], object]]


class Answers:
    """Hands each answer on; one of a class that is not in the table is a fault of the program and is told as such."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def handle(self, answer: object) -> None:
        """Act on one answer. Raises TypeError for one that nobody takes."""
        take = self.table.get(type(answer))
        if take is None:
            raise TypeError(f"no handler for {type(answer).__name__}")
        take(in_language(answer))


def table_of(
    session: Session, player: Player, loader: Loader, maps: Maps, asking: Asking, desk: LabDesk, endings: Endings
) -> Table:
    """Every answer of the engine, and who takes it."""
    return {
        protocol.Progress: endings.on_progress,
        protocol.Released: loader.on_released,
        protocol.Loaded: loader.on_loaded,
        protocol.ModelsListed: loader.on_listed,
        protocol.Referenced: loader.on_referenced,
        protocol.RunStarted: player.on_started,
        protocol.TokensReady: player.on_tokens,
        protocol.Moved: player.on_moved,
        protocol.Halted: player.on_halted,
        protocol.SpaceReady: maps.on_space,
        protocol.LayoutMade: maps.on_made,
        protocol.VectorsShared: maps.on_shared,
        protocol.NodesPlaced: maps.on_placed,
        protocol.FanPlaced: maps.on_fan,
        protocol.NeighboursFound: asking.on_neighbours,
        protocol.Replayed: asking.on_replayed,
        protocol.Distribution: asking.on_distribution,
        protocol.LabAnswered: desk.on_answered,
        protocol.Failed: endings.on_failed,
        protocol.CancelledAnswer: endings.on_cancelled,
        protocol.Died: endings.on_died,
        protocol.Silent: endings.on_silent,
        protocol.Answering: endings.on_answering,
        protocol.Done: endings.on_done,
    }
