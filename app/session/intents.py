"""What each intent of a view means for the session: a table from the intent's class to a callable."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.session.asking import Asking
from app.session.board_history import BoardHistory
from app.session.chosen import Chosen
from app.session.documents import Documents
from app.session.lab_desk import LabDesk
from app.session.loader import Loader
from app.session.maps import Maps
from app.session.player import Player
from app.session.session import Session
from viz import intents, lab
from viz.shown_paths import without

Table = Mapping[type, Callable[[Any], object]]


class Intents:
    """Hands each intent on; one of a class that is not in the table is a fault of the program and is told as such."""

    def __init__(self, session: Session, table: Table) -> None:
        self._session = session
        of_labs: Table = {intents.AskAboutToken: self._ask_about_token}
        self.table = {**table, **of_labs}

    def handle(self, intent: object) -> None:
        """Act on one intent. Raises TypeError for one that nobody takes."""
        take = self.table.get(type(intent))
        if take is None:
            raise TypeError(f"no handler for the intent {type(intent).__name__}")
        take(intent)

    def _ask_about_token(self, intent: intents.AskAboutToken) -> None:
        question = lab.token_question(intent.question)
        if question is not None:  # its laboratory has been told about where it could not be loaded
            for step in question.steps(self._session.run, intent.position, intent.token_id):
                self.handle(step)


def table_of(
    session: Session, chosen: Chosen, player: Player, loader: Loader, documents: Documents, maps: Maps,
    asking: Asking, desk: LabDesk, boards: BoardHistory,
) -> Table:  # fmt: skip
    """Every intent but a laboratory's question about a token, and what is done about it."""
    return {
        **_looking(session),
        **_running(player, loader, documents, chosen),
        **_asking(maps, asking, desk),
        **_board(boards),
        intents.Say: lambda it: session.notice("info", it.sentence),
    }


def _looking(session: Session) -> Table:
    return {
        intents.LookAt: lambda it: _look_at(session, it.position),
        intents.ShowViews: lambda it: session.views_wanted.emit(it.workspace, it.views),
        intents.Hover: lambda it: session.set_ui(hover_token=it.token_id, hover_node=it.node, hover_point=it.point),
        intents.CompareWith: lambda it: session.set_ui(compare=it.node),
        intents.ShowPath: lambda it: session.show_path(it.path),
        intents.ShowPathOfFile: lambda _: session.run_file_wanted.emit(),
        intents.RemovePath: lambda it: session.set_ui(paths=without(session.ui.paths, it.name), single=None),
        intents.SingleOut: lambda it: session.set_ui(single=it.single),
        intents.ShowAnalogy: lambda it: session.set_ui(analogy=it.question),
        intents.ColourAlong: lambda it: session.set_ui(along=it.question),
        intents.PinAhead: lambda it: session.set_ui(pins=session.ui.pins ^ {(it.node, it.path)}),
        intents.NameBranch: lambda it: session.name_branch(it.node, it.name),
        intents.Select: lambda it: session.set_ui(selection=it.indices),
        intents.ChooseHead: lambda it: session.set_ui(layer=it.layer, head=(it.layer, it.head)),
        intents.ChooseLayer: lambda it: session.set_ui(layer=it.layer),
        intents.ChooseNeuron: lambda it: session.set_ui(layer=it.layer, neuron=(it.layer, it.neuron)),
        intents.ChooseFeature: lambda it: session.set_ui(feature=it.feature),
        intents.SetGuesses: lambda it: session.set_ui(guesses=it.guesses),
        intents.SaveTable: session.table_wanted.emit,
        intents.SetOption: lambda it: _set_option(session, it.view, it.name, it.value),
    }


def _running(player: Player, loader: Loader, documents: Documents, chosen: Chosen) -> Table:
    return {
        intents.TakeToken: lambda it: player.branch(it.node, it.token_id, it.then),
        intents.ReturnTo: lambda it: player.return_to(it.node, it.to_leaf),
        intents.WriteOn: lambda it: player.write_on(it.node, it.n_tokens, it.plan),
        intents.StopWhen: lambda it: player.stop_when(it.watch),
        intents.StartRun: lambda it: player.start_run(it.prompt, it.n_tokens, it.plan),
        intents.HandOver: lambda _: player.hand_over(),
        intents.OpenModel: lambda it: _open_model(loader, chosen, it),
        intents.RunBefore: lambda _: documents.exchange(),
    }


def _asking(maps: Maps, asking: Asking, desk: LabDesk) -> Table:
    return {
        intents.ShowSpace: lambda it: maps.show(it.space),
        intents.OpenSpace: lambda it: (maps.see_to if it.places else maps.make_ready)(it.space),
        intents.ChooseLayout: lambda it: maps.choose(it.space, it.key),
        intents.PlaceBeside: lambda it: maps.place_beside(it.space, it.key),
        intents.CancelFit: lambda _: maps.cancel_fit(),
        intents.AskFitCost: lambda it: maps.estimate(it.job, it.params),
        intents.FitLayout: lambda it: maps.fit(it.space, it.params),
        intents.LayAlong: lambda it: maps.lay_along(it.space, it.axes, it.orthogonal),
        intents.AskNeighbours: asking.neighbours,
        intents.AskFan: asking.fan,
        intents.AskDistribution: asking.distribution,
        intents.AskReplay: asking.replay,
        intents.AskLab: lambda it: desk.ask(it.question, it.again, it.in_turn),
        intents.TryAgain: lambda _: desk.try_again(),
        intents.GoOn: lambda it: desk.go_on(it.question),
        intents.Rest: lambda it: desk.rest(it.kind),
    }


def _board(boards: BoardHistory) -> Table:
    return {
        intents.PutOnBoard: lambda it: boards.put(it.change, it.where),
        intents.SetBoard: lambda it: boards.edit(it.board, it.gesture),
        intents.UndoBoard: lambda _: boards.undo(),
        intents.RedoBoard: lambda _: boards.redo(),
        intents.SaveBoard: lambda _: boards.save(),
        intents.LoadBoard: lambda _: boards.load(),
    }


def _look_at(session: Session, position: int | None) -> None:
    last = len(session.run) - 1
    session.set_ui(position=None if position is None or position >= last else max(0, position))


def _set_option(session: Session, view: str, name: str, value: object) -> None:
    session.set_option(view, name, value)
    session.option_changed.emit(view, name, value)


def _open_model(loader: Loader, chosen: Chosen, intent: intents.OpenModel) -> None:
    _, sampling, _, _ = chosen.asked()
    loader.load_then_run(intent.spec, (intent.prompt, sampling, False, intent.n_tokens) if intent.prompt else None)
