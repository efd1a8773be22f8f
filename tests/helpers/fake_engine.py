"""A session whose engine only remembers what it was asked, and answers what a test has it say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import numpy as np
from pytestqt.qtbot import QtBot

from app.assemble import make_window
from app.controller import Controller
from app.session.engine_client import EngineClient
from app.settings import Settings
from engine import protocol
from engine.records import ModelInfo, Sampling, Tokens, Vocabulary
from tests.helpers.runs import tiny_info, tiny_vocabulary

K = 5


class Wire:
    """An engine client that only remembers what was sent."""

    def __init__(self, deliver: Callable[[protocol.Answer], None]) -> None:
        self.deliver = deliver
        self.sent: list[protocol.Request] = []
        self.starts = 0
        self._newest: dict[tuple[object, ...], int] = {}

    def start(self) -> None:
        self.starts += 1

    def close(self, at_once: bool = False) -> None:
        pass

    def send(self, kind: type[protocol.Request], /, **values: Any) -> int:
        request = kind(len(self.sent) + 1, **values)
        self.sent.append(request)
        self._newest[protocol.kind_key(request)] = request.id
        return request.id

    def superseded(self, request_id: int) -> bool:
        if request_id == 0:
            return False
        return self._newest[protocol.kind_key(self.sent[request_id - 1])] != request_id

    def of(self, kind: type[protocol.Request]) -> list[Any]:
        return [request for request in self.sent if isinstance(request, kind)]


def joined(qtbot: QtBot) -> Controller:
    """A window without views, and its session; the engine has not been started."""
    window = make_window(Settings(), views={})
    qtbot.addWidget(window)
    return Controller(window, window.first_ui_state(), lambda deliver: cast(EngineClient, Wire(deliver)))


def wire(controller: Controller) -> Wire:
    """What the engine was asked."""
    return cast(Wire, controller.client)


def newest(controller: Controller, *kinds: type[protocol.Request]) -> Any:
    """The last request of these kinds."""
    return [request for request in wire(controller).sent if isinstance(request, kinds)][-1]


def tell(controller: Controller, *answers: protocol.Answer) -> None:
    """Have the engine say this."""
    for answer in answers:
        controller.answers.handle(answer)


def load(controller: Controller, info: ModelInfo | None = None, vocabulary: Vocabulary | None = None) -> None:
    """The model that was asked for last is there: the tiny one, where no other is named."""
    asked = [request.id for request in wire(controller).of(protocol.LoadModel)]
    known = vocabulary or tiny_vocabulary()
    tell(controller, protocol.Loaded(asked[-1] if asked else 0, info or tiny_info(known), known, 0.1))


def started(controller: Controller, run_id: int, prompt_tokens: int) -> protocol.RunStarted:
    """What the engine says when it has begun, or taken over, the run that was asked for last."""
    asked = newest(controller, protocol.NewRun, protocol.AdoptRun)
    return protocol.RunStarted(asked.id, run_id, asked.prompt, prompt_tokens, asked.sampling, asked.plan, asked.chat)


def tokens(run_id: int, first: int, parent: int, position: int, ids: list[int]) -> protocol.TokensReady:
    """Records of new nodes of a run."""
    n = len(ids)
    rows = np.zeros((n, K), np.float32)
    flat = np.zeros(n, np.float32)
    record = Tokens(
        run_id, parent, first, position, np.array(ids, np.int32), None, None, None, rows.astype(np.int32), rows,
        rows.copy(), flat, flat.copy(),
    )  # fmt: skip
    return protocol.TokensReady(1, record)


def begin(controller: Controller, ids: list[int]) -> None:
    """A model is there and has read a prompt of these tokens; four more are asked for."""
    load(controller)
    controller.player.new_run("x", Sampling(seed=3), False, 4)
    asked = newest(controller, protocol.NewRun)
    moved = protocol.Moved(asked.id, 7, len(ids) - 1)
    tell(controller, started(controller, 7, len(ids)), tokens(7, 0, -1, 0, ids), moved)


def rest(controller: Controller) -> None:
    """The prompt was read, and what was asked for after it is written."""
    tell(
        controller,
        *(
            protocol.Halted(asked.id, 7, "done", 1, 0.1)
            for asked in wire(controller).sent
            if isinstance(asked, protocol.NewRun | protocol.Generate)
        ),
    )
