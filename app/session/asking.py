"""What views ask of the run beside its records: replays, true fans, whole distributions, neighbours on the map.

Each is asked of an engine that holds the run on screen, once, however often a view wants it. Replays are large: the
newest are kept within a budget, and one that was let go may be asked for again. Those of the node looked at may belong
together (a difference of heads, a mean over many), so they stay up to a larger one; what goes even then is not asked
again before another node is looked at, for it would only drive out what came since.
"""

from __future__ import annotations

from app.session.session import Session
from app.session.wanted import Wanted
from engine import protocol
from engine.run import Run
from viz import intents

REPLAYS_BYTES = 160 * 2**20  # replayed attention and neurons kept in the window
OF_ONE_NODE = 4 * REPLAYS_BYTES  # of which that of the node looked at may take more


ReplayKey = tuple[int, int, str, int | None]  # node, layer, quantity, head


class Asking:
    """Questions about the run on screen that the engine answers without a laboratory."""

    def __init__(self, session: Session, wanted: Wanted) -> None:
        self._session = session
        self._wanted = wanted
        self._too_many: list[ReplayKey] = []  # of the node looked at: let go, and not asked again

    @property
    def _engine_holds_run(self) -> bool:
        session = self._session
        held = session.model_is_ready and not session.state.from_file
        return held and bool(session.run.nodes) and not self._wanted.run_is_going

    # -- asking --------------------------------------------------------------------------------------------------

    def neighbours(self, asked: intents.AskNeighbours) -> None:
        """The nearest background points of one."""
        if self._session.state.has_model or asked.space.kind == "points":
            self._wanted.send(protocol.FindNeighbours, space=asked.space, index=asked.index)

    def fan(self, asked: intents.AskFan) -> None:
        """The true next states at a node, on the layout shown."""
        state = self._session.run.maps.get(asked.space)
        if self._engine_holds_run and state is not None:
            thing = (asked, state.layout.key)
            self._wanted.ask(
                protocol.TrueFan, thing, space=asked.space, node=asked.node, k=asked.k, beside=asked.beside
            )

    def distribution(self, asked: intents.AskDistribution) -> None:
        """All probabilities after a node; only the newest are kept."""
        known = self._session.run.distribution
        if self._engine_holds_run and (known is None or known[0] != asked.node):
            self._wanted.ask(protocol.FullDistribution, asked, node=asked.node)

    def replay(self, asked: intents.AskReplay) -> None:
        """What the memory budget left out, one after the other: a newer request would end the one under way."""
        if self._engine_holds_run and not self._wanted.of(protocol.Replay):
            self._wanted.ask(
                protocol.Replay, asked, node=asked.node, layer=asked.layer, quantity=asked.quantity, head=asked.head
            )

    # -- answers -------------------------------------------------------------------------------------------------

    def on_neighbours(self, answer: protocol.NeighboursFound) -> None:
        """Neighbours have come."""
        self._wanted.end(answer.request_id)
        self._session.run.neighbours = answer.neighbours
        self._session.touch()

    def on_distribution(self, answer: protocol.Distribution) -> None:
        """A distribution has come."""
        self._wanted.end(answer.request_id)
        if answer.run_id == self._session.run.run_id:
            self._session.run.distribution = (answer.node, answer.probs)
            self._session.touch()

    def on_replayed(self, answer: protocol.Replayed) -> None:
        """A replay has come."""
        self._wanted.settle(answer.request_id)
        run = self._session.run
        if answer.run_id != run.run_id:
            return
        if answer.quantity == "attn":
            for row in range(len(answer.values)):
                head = answer.head if answer.head is not None else row
                run.replayed[(answer.node, answer.layer, "attn", head)] = answer.values[row]
        else:
            run.replayed[(answer.node, answer.layer, "neurons", None)] = answer.values
        self._let_go(run, answer)
        self._session.touch()

    def _let_go(self, run: Run, newest: protocol.Replayed) -> None:
        """Keep the newest replays within their share of the window's memory, and always all of the last one."""
        if any(key[0] != newest.node for key in self._too_many):
            gone, self._too_many = self._too_many, []
            self._wanted.unsettle(lambda thing: any(_is_part_of(key, thing) for key in gone))
        used = sum(values.nbytes for values in run.replayed.values())
        for key in list(run.replayed):
            of_node = key[0] == newest.node
            if used <= (OF_ONE_NODE if of_node else REPLAYS_BYTES) or key[:3] == _begins(newest):
                continue
            used -= run.replayed.pop(key).nbytes
            if of_node:
                self._too_many.append(key)
            else:
                self._wanted.unsettle(lambda thing, key=key: _is_part_of(key, thing))  # type: ignore[misc]


def _begins(answer: protocol.Replayed) -> tuple[int, int, str]:
    """How the keys of all that one answer holds begin."""
    return answer.node, answer.layer, answer.quantity


def _is_part_of(key: ReplayKey, thing: object) -> bool:
    """Whether one replay was (a part of) what was asked for."""
    node, layer, quantity, head = key
    replay = thing if isinstance(thing, intents.AskReplay) else None
    return replay is not None and (
        (replay.node, replay.layer, replay.quantity) == (node, layer, quantity) and replay.head in (None, head)
    )
