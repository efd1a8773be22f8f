"""A session without a window on a small engine: a screen that paints as docks do, a mapper that a test works."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject

from app.session.bridge import Bridge
from app.session.chosen import Chosen
from app.session.engine_client import EngineClient
from app.session.maps import MakeMapper
from app.session.parts import Parts
from app.session.session import Session
from engine.maps.fit_messages import FitAnswer, FitDone, FitProgress
from engine.maps.mapper import Mapper
from engine.protocol import VectorsShared
from engine.records import Bools, Sampling, Space, UmapParams
from engine.run import Run
from tests.helpers.small_engine import SmallEngine, small_layout
from viz.intents import Intent
from viz.ui_state import UiState

Wants = Callable[[Run, UiState], list[Intent]]


class SmallMapper:
    """Fits at a word of the test; after `cancel` nothing is said."""

    seconds_used = None  # of the processor

    def __init__(self, answer: Callable[[FitAnswer], None]) -> None:
        self._answer = answer
        self._count = 0
        self._fit: tuple[int, Space] | None = None

    def fit(self, shared: VectorsShared, params: UmapParams, left_out: Bools | None = None) -> int:
        assert left_out is None or len(left_out) == shared.n, (shared, params)
        self._count += 1
        self._fit = (self._count, shared.space)
        return self._count

    def cancel(self) -> None:
        self._fit = None

    def close(self) -> None:
        self._fit = None

    def tell(self) -> None:
        if self._fit is not None:
            self._answer(FitProgress(self._fit[0], "Fitting", 1, 2))

    def end(self) -> bool:
        """Be done; whether there was a fit."""
        fit, self._fit = self._fit, None
        if fit is not None:
            self._answer(FitDone(fit[0], small_layout(fit[1], f"umap{fit[0]}")))
        return fit is not None


@dataclass
class Document:
    """What the window knows of the file of the run on screen."""

    path: Path | None = None
    saved_nodes: int = 0


class SmallScreen:
    """Paints when what is shown has changed, by the rule of a dock, and then asks for what the view wants."""

    def __init__(self, session: Session, send: Callable[[object], object]) -> None:
        self.wants: Wants = lambda run, ui: []
        self.seen = content(session.run)  # what was painted last
        self._session = session
        self._send = send
        self._pending: tuple[Run, UiState] | None = None
        self._key: object = None
        session.changed.connect(self._on_change)

    def _on_change(self, run: Run, ui: UiState) -> None:
        self._pending = (run, ui)

    def paint(self) -> bool:
        """Paint what is due; whether there was anything."""
        if self._pending is None:
            return False
        run, ui = self._pending
        key = (id(run), run.changed, ui)
        if key == self._key:
            return False
        self._key, self.seen = key, content(run)
        for intent in self.wants(run, ui):
            self._send(intent)
        return True


def content(run: Run) -> object:
    """All about a run that views show."""
    maps = {
        space: (state.layout.key, sorted(state.nodes.get(state.layout.key, {})), sorted(state.fans))
        for space, state in run.maps.items()
    }
    return (
        run.run_id, [node.token_id for node in run.nodes], run.current, maps, list(run.findings), list(run.replayed),
        run.distribution and run.distribution[0], run.reference is None,
    )  # fmt: skip


class BareSession:
    """The parts of a session, joined as the controller joins them, and no window."""

    def __init__(self, client: EngineClient, make_mapper: MakeMapper | None = None) -> None:
        self.session = Session(UiState())
        self.mapper: SmallMapper | None = None
        self.document = Document()
        self.parts = Parts(
            self.session, client, self._chosen(), str, str,
            make_mapper or (lambda answer: cast(Mapper, self._make_mapper(answer))),
        )  # fmt: skip
        self.screen = SmallScreen(self.session, self.parts.intents.handle)
        self.session.document_changed.connect(self._on_document)
        self.notices: deque[str] = deque(maxlen=5)
        self.session.noticed.connect(lambda notice: self.notices.append(notice.sentence))

    def _chosen(self) -> Chosen:
        return Chosen(
            asked=lambda: ("typed", Sampling(), False, 3),
            n_tokens=lambda: 3,
            model_place=lambda: ("cpu", "auto"),
            offline=lambda: False,
            engine_share=dict,
            saved=lambda: (len(self.session.run.nodes) == self.document.saved_nodes, self.document.path),
            camera=lambda _: None,
        )

    def _make_mapper(self, answer: Callable[[FitAnswer], None]) -> SmallMapper:
        self.mapper = SmallMapper(answer)
        return self.mapper

    def let_go(self) -> None:
        """Have it freed. Its signals hold what they are connected to, which the collector of garbage does not see."""
        for part in (*vars(self.parts).values(), *vars(self.session).values(), self.parts, self.session):
            if isinstance(part, QObject) and shiboken6.isValid(part):
                shiboken6.delete(part)

    def _on_document(self, path: Path | None, run: Run) -> None:
        self.document = Document(path, len(run.nodes) if path is not None else 0)


class RealSession(BareSession):
    """With an engine of its own process, whose answers are heard while Qt's events are. `make_mapper`: a real one."""

    def __init__(self, make_mapper: MakeMapper | None = None) -> None:
        self.bridge = Bridge()
        self.client = EngineClient(self.bridge.deliver)
        super().__init__(self.client, make_mapper)
        self.bridge.answered.connect(self.parts.answers.handle)
        self.parts.loader.engine_ended.connect(self.bridge.forget)

    def close(self) -> None:
        """End the process."""
        self.bridge.close()
        self.parts.close()


class SmallSession(BareSession):
    """With a small engine, and nothing slow in it."""

    def __init__(self, seed: int) -> None:
        self.engine = SmallEngine(lambda _: None, seed)
        super().__init__(cast(EngineClient, self.engine))
        self.engine.hear_answer = self.parts.answers.handle
        self.parts.loader.engine_ended.connect(self.engine.forget)

    def hear(self) -> bool:
        """The window takes one answer of the engine, or what the mapper has said."""
        QCoreApplication.sendPostedEvents()
        return self.engine.hear()

    def rest(self) -> None:
        """Let everybody do all there is to do."""
        for _ in range(3000):
            did = [self.engine.turn(), self.engine.read(), self.hear(), self.screen.paint()]
            if not any(did) and not (self.mapper is not None and self.mapper.end()):
                self.parts.before.leaving.wait()
                QCoreApplication.sendPostedEvents()
                return
        raise AssertionError("it never rests")
