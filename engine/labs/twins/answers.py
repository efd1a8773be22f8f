"""Two texts written in lock step with the same random numbers: where do they part, and how far apart are they?

Each draw is a function of seed and position alone (`engine.generation.sampling`), so two models with the same seed
share their luck and part only where their probabilities do. Both have a session of their own on the one set of
weights; hooks are on the model only while the one they belong to runs. An answer comes every second or so, and names
the question that goes on from there, so that the window fills and other questions are answered in between.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from engine.capture.normed import as_shown, row_of
from engine.errors import InputRefused, Stopped
from engine.generation.prompt import encode
from engine.generation.sampling import checked, draw
from engine.generation.session import Session
from engine.generation.settings import Settings
from engine.labkit.distributions import divergence, entropy, log_probs
from engine.labkit.workbench import Workbench
from engine.labs.twins.records import (
    AskSentence,
    AskTwins,
    Twin,
    Twins,
)
from engine.records import F32, I32, Placed, Sampling, Vocabulary
from engine.sentences import say

MOST = 500  # tokens


@dataclass
class Line:
    """One of the two while it writes."""

    session: Session
    sampling: Sampling
    start: I32  # [t]
    vocabulary: Vocabulary
    name: str
    ends: tuple[int, ...]

    def row(self, bench: Workbench) -> F32:
        """Logits [V] after its text so far."""
        logits = self.session.logits_after(self.session.current, bench.stop).float().cpu().numpy()
        self.session.cool()
        return logits

    @property
    def size(self) -> int:
        """V, of its logits."""
        return self.session.anatomy.vocab_size

    @property
    def token_ids(self) -> I32:
        """Its whole text."""
        return self.session.tree.ids(self.session.tree.path(self.session.current))

    def take(self, token: int, bench: Workbench) -> None:
        """Write a token."""
        self.session.branch(self.session.current, token, bench.stop)
        self.session.cool()


def answer(question: AskTwins, bench: Workbench) -> Twins:
    """A slice of both texts.

    Raises:
        InputRefused: nothing to go on from, a plan, prompt, sampling or number that cannot be used, or no room.
        Stopped: a person asked for an end.
    """
    if not 1 <= question.n_tokens <= MOST:
        raise InputRefused(
            say(
                "Both texts can have 1 to {most} tokens, not {n_tokens}. Choose fewer.",
                most=MOST,
                n_tokens=question.n_tokens,
            )
        )
    bench.session.cool()
    try:
        with _line(question.one, question, 0, bench) as one, _line(question.other, question, 1, bench) as other:
            return _write(question, one, other, bench)
    finally:
        bench.session.cool()


@contextmanager
def _line(twin: Twin, question: AskTwins, index: int, bench: Workbench) -> Iterator[Line]:
    """The twin, its text so far prefilled."""
    seed = question.sampling.seed if twin.seed is None else twin.seed
    sampling = checked(replace(question.sampling, seed=seed))
    if twin.model:
        line = _other_model(twin, sampling, bench)
    else:
        info = bench.info
        start = _start(twin, bench.tokenizer, info.context, info.vocab_size)
        session = Session(bench.model, bench.anatomy, info.context, memory_budget=0)
        session.begin(Settings(sampling, 1, twin.plan, bench.means(twin.plan)))
        line = Line(session, sampling, start, bench.vocabulary, info.name, info.eos_ids)
    so_far = np.concatenate([line.start, np.array(question.have[index], np.int32)])
    try:
        for _ in line.session.prefill(so_far, bench.stop):
            pass
        yield line
    finally:
        line.session.cool()


def _start(twin: Twin, tokenizer: Any, context: int, vocab_size: int) -> I32:
    ids = np.array(twin.token_ids, np.int32)
    if len(ids):
        if int(ids.max()) >= vocab_size or int(ids.min()) < 0:
            raise InputRefused(
                say(
                    "The text holds token number {token}, but this model's vocabulary is numbered 0 to {last}. Load "
                    "the model that made this text.",
                    token=ids.max(),
                    last=vocab_size - 1,
                )
            )
        return ids
    if not twin.prompt:
        raise InputRefused(say("There is no text to continue. Type a prompt and run it first."))
    return encode(tokenizer, twin.prompt, chat=False, context=context, vocab_size=vocab_size)


def _other_model(twin: Twin, sampling: Sampling, bench: Workbench) -> Line:
    """A second model, loaded beside the first for as long as it writes."""
    from engine.capture.recognise import describe
    from engine.models.facts import context_of, end_ids
    from engine.models.load import load

    if twin.plan.changes:
        raise InputRefused(
            say("Interventions apply to the loaded model only. Compare the other model without interventions.")
        )
    loaded = load(twin.model, device="auto", dtype="auto", progress=bench.progress, stop=bench.stop)
    anatomy, context = describe(loaded.model), context_of(loaded.model.config)
    start = encode(loaded.tokenizer, twin.prompt, chat=False, context=context, vocab_size=anatomy.vocab_size)
    session = Session(loaded.model, anatomy, context, memory_budget=0)
    session.begin(Settings(sampling, 1))
    ends = end_ids(loaded.model, loaded.tokenizer)
    return Line(session, sampling, start, loaded.vocabulary, loaded.name, ends)


def same_vocabulary(one: Vocabulary, other: Vocabulary) -> bool:
    """Whether every token is the same text under the same number."""
    return one is other or (np.array_equal(one.offsets, other.offsets) and np.array_equal(one.data, other.data))


def _write(question: AskTwins, one: Line, other: Line, bench: Workbench) -> Twins:
    """As many steps as the slice has time for; all of them where a second model was loaded for it."""
    comparable = same_vocabulary(one.vocabulary, other.vocabulary) and one.size == other.size
    figures = [list(row) for row in question.known]
    written: tuple[list[int], list[int]] = (list(question.have[0]), list(question.have[1]))
    whole = bool(question.one.model or question.other.model)
    until = time.monotonic() + question.seconds
    ended = _ended(one, other, written)
    while len(figures) < question.n_tokens and not ended:
        if bench.stop():
            raise Stopped
        bench.progress(say("Generating both texts"), len(figures), question.n_tokens)
        figures.append(_step(one, other, written, comparable, bench))
        ended = _ended(one, other, written)
        if not whole and time.monotonic() >= until:
            break
    done = ended or len(figures) >= question.n_tokens
    if done:
        bench.progress(say("Generating both texts"), question.n_tokens, question.n_tokens)
    return _found(question, one, other, written, figures, comparable, done, bench)


def _step(
    one: Line, other: Line, written: tuple[list[int], list[int]], comparable: bool, bench: Workbench
) -> list[float]:
    """Draw a token for both: KL, their entropies, probabilities, and those each gives to the other's token."""
    rows = [line.row(bench) for line in (one, other)]
    logs = [log_probs(row) for row in rows]
    position = len(one.token_ids)  # of both: two texts of different lengths share their luck all the same
    tokens = [draw(row, line.sampling, line.token_ids, position) for line, row in zip((one, other), rows, strict=True)]
    for line, token, text in zip((one, other), tokens, written, strict=True):
        line.take(token, bench)
        text.append(token)
    nan = float("nan")
    kl = float(divergence(logs[0], logs[1])) if comparable else nan
    crossed = [float(np.exp(logs[0][tokens[1]])), float(np.exp(logs[1][tokens[0]]))] if comparable else [nan, nan]
    own = [float(np.exp(log[token])) for log, token in zip(logs, tokens, strict=True)]
    return [kl, *(float(entropy(log)) for log in logs), *own, *crossed]


def _ended(one: Line, other: Line, written: tuple[list[int], list[int]]) -> bool:
    """Whether one of the two wrote the end of its text, or has no room for more."""
    at_end = any(text and text[-1] in line.ends for line, text in zip((one, other), written, strict=True))
    return at_end or one.session.full or other.session.full


def _found(
    question: AskTwins, one: Line, other: Line, written: tuple[list[int], list[int]], figures: list[list[float]],
    comparable: bool, done: bool, bench: Workbench,
) -> Twins:  # fmt: skip
    table = np.array(figures, np.float32).reshape(-1, 7).T  # [7, N]
    pieces = [[line.vocabulary.raw(token) for token in text] for line, text in zip((one, other), written, strict=True)]
    parted = next((step for step, (a, b) in enumerate(zip(*pieces, strict=True)) if a != b), -1)
    root = replace(question, have=((), ()), known=())
    going_on = replace(
        question, have=(tuple(written[0]), tuple(written[1])), known=tuple(tuple(row) for row in figures)
    )
    why = ""
    if not comparable:
        why = say(
            "{name} and {other} have different vocabularies: their texts can be compared, but not their "
            "probabilities, so there is no KL and no common map.",
            name=one.name,
            other=other.name,
        )
    return Twins(
        root, (one.start, other.start), (np.array(written[0], np.int32), np.array(written[1], np.int32)),
        table[0], table[1:3], table[3:5], table[5:7], parted, done, why,
        None if same_vocabulary(one.vocabulary, other.vocabulary) else other.vocabulary, (one.name, other.name),
        _places(question, one, other, done, bench), None if done else going_on,
    )  # fmt: skip


def _places(
    question: AskTwins, one: Line, other: Line, done: bool, bench: Workbench
) -> tuple[Placed | None, Placed | None]:
    """Both paths in a space of states of the loaded model, once both texts are whole."""
    space = question.space
    if not done or space.kind != "resid" or question.one.model or question.other.model:
        return None, None
    found: list[Placed | None] = []
    for line in (one, other):
        tree = line.session.tree
        nodes = tree.path(line.session.current)
        known = all(node in tree.resid for node in nodes) and space.layer <= bench.anatomy.n_layers
        row = row_of(space.layer, bench.anatomy.n_layers)
        states = np.stack([tree.resid[node][row] for node in nodes]) if known else None
        found.append(bench.place(space, as_shown(bench.anatomy, states, space.layer)) if states is not None else None)
    return found[0], found[1]


ANSWERS = {AskTwins: answer, AskSentence: answer}
