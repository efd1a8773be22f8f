"""A generation under way: how many tokens are left, when the next one is due, and why it would end."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from engine.errors import InputRefused
from engine.generation.sampling import checked
from engine.labkit.dispatch import answer
from engine.labkit.workbench import Bench, Workbench
from engine.process.model_service import Model
from engine.protocol import Answer, Generate, Moved, TokensReady, Why
from engine.questions import Watched
from engine.records import Tokens
from engine.sentences import say


class Generator:
    """Steps of one Generate request.

    Raises (on creation):
        InputRefused: the sampling, the number of tokens or the speed cannot be used.
    """

    def __init__(
        self, request: Generate, model: Model, tell: Callable[[Answer], None], stop: Callable[[], bool],
        bench: Callable[[], Bench | Workbench],
    ) -> None:  # fmt: skip
        if request.n_tokens < 0:
            raise InputRefused(
                say("The number of tokens must be 0 or more, but {n_tokens} was given.", n_tokens=request.n_tokens)
            )
        self.request = request
        self.made = 0
        self.seconds = 0.0
        self._model = model
        self._session = model.session
        self._say = tell
        self._stop = stop
        self._bench = bench
        self._pause = 0.0
        self._next = time.monotonic()
        self.limit(request.tokens_per_second)
        self._ended = False
        self.watch = request.watch
        self._watched = False
        if request.sampling is not None:
            self._session.set_sampling(checked(request.sampling))

    def limit(self, tokens_per_second: float | None) -> None:
        """From the next token on go no faster than this; None: as fast as can be.

        Raises InputRefused where it is not above 0.
        """
        if tokens_per_second is not None and not tokens_per_second > 0:
            raise InputRefused(
                say(
                    "The speed limit must be above 0 tokens per second, but {tokens_per_second} was given.",
                    tokens_per_second=tokens_per_second,
                )
            )
        began = self._next - self._pause  # the token at hand
        self._pause = 0.0 if tokens_per_second is None else 1.0 / tokens_per_second
        self._next = max(began + self._pause, time.monotonic()) if self.made else self._next

    def timed(self, began: float) -> None:
        """A token that was begun then (`time.perf_counter`) has come: it took that long, or as long as a limit asks."""
        self.seconds += max(time.perf_counter() - began, self._pause)

    def _holds(self, node: int) -> bool:
        """Whether what is watched for is there at the newest node."""
        if self.watch is None:
            return False
        finding = answer(replace(self.watch, node=node), self._bench())
        return isinstance(finding, Watched) and finding.stops

    def wait(self) -> float:
        """Seconds until the next token is due."""
        return max(0.0, self._next - time.monotonic())

    def due(self) -> bool:
        """Whether the next token, or the end, should come now."""
        return self.wait() == 0.0

    def reason_to_stop(self) -> Why | None:
        """Why there is no further token, None where there is one."""
        if self._ended and self.request.stop_at_end:
            return "end of text"
        if self._watched:
            return "watched"
        if self.made >= self.request.n_tokens:
            return "done"
        return "context full" if self._session.full else None

    def step(self) -> Tokens | None:
        """Make one token and say so; None where it was there already. Raises what `Session.step` does."""
        self._next = max(self._next + self._pause, time.monotonic())
        tokens = self._session.step(stop=self._stop)
        self.made += 1
        node = self._session.current
        self._ended = self._session.tree.token_ids[node] in self._model.info.eos_ids
        if tokens is None:
            self._say(Moved(self.request.id, self._session.run_id, node))
        else:
            self._say(TokensReady(self.request.id, tokens))
        self._watched = self._holds(node)
        return tokens
