"""What Predict first shows, as numbers and text: the buttons, the votes, what is revealed, and the score; no Qt."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field, replace

import numpy as np

from engine.labs.ngrams.records import AskPieces, PieceBits
from engine.labs.predict.records import Scored, Total, bits_of, guess_probability, most_voted, share_of, total
from engine.records import F32, I32, Bools, NodeRecord, Vocabulary
from engine.run import Run
from viz.guesses import NO_GUESSES, Guesses, Round
from viz.token_text import shown, shown_all
from viz.tokens.odds import odds
from viz.ui_state import UiState

TAIL = 24  # tokens of the text that stand above the buttons
_NO_IDS = np.zeros(0, np.int32)
_NO_NUMBERS = np.zeros(0, np.float32)
_NO_TRUTHS = np.zeros(0, np.bool_)


@dataclass(frozen=True)
class PredictFrame:
    """One row for each token offered, then for each that was typed besides: m of them."""

    node: int = -1  # that the text ends with
    text: tuple[str, ...] = ()  # its last tokens
    guesses: Guesses = NO_GUESSES
    played: Round | None = None  # the round that is guessed, or was revealed here
    before: Round | None = None  # that stands to be begun here; None where one is
    token_ids: I32 = field(default_factory=lambda: _NO_IDS)  # [m]
    texts: tuple[str, ...] = ()  # [m]
    votes: I32 = field(default_factory=lambda: _NO_IDS)  # [m]
    probs: F32 = field(default_factory=lambda: _NO_NUMBERS)  # [m] the model's; NaN: unknown. Empty while it is guessed
    class_shares: F32 = field(default_factory=lambda: _NO_NUMBERS)  # [m] the class's, smoothed; empty as `probs`
    decoys: Bools = field(default_factory=lambda: _NO_TRUTHS)  # [m]; empty as `probs`
    likeliest: int = -1  # token id, once it is revealed
    drawn: int = -1  # token id that the sampling settings would draw with the run's seed, once it is revealed
    voted: int = -1  # token id with more votes than any other
    guessed_probability: float = float("nan")
    rounds: tuple[Scored, ...] = ()
    total: Total | None = None
    vocabulary: Vocabulary | None = None
    wants_distribution: bool = False  # a token was typed whose probability the run does not keep
    completed: Round | None = None  # the round with such probabilities, once they are there
    pieces: AskPieces | None = None  # to be asked: what a table of letters makes of the same text
    still: bool = False

    @property
    def is_guessed(self) -> bool:
        """Whether the class guesses now."""
        return self.played is not None and not self.played.revealed


def predict_frame(run: Run, ui: UiState, before: Round | None) -> PredictFrame:
    """The frame after the text's last token; `before` is the round that would be begun there."""
    if not len(run):
        return PredictFrame(guesses=ui.guesses, still=ui.still)
    record = run.nodes[run.current]
    rounds = tuple(it for it in (scored(run, each) for each in ui.guesses.rounds) if it is not None)
    asked = pieces_of(run) if rounds else None
    by_table = None if asked is None else run.findings.get(asked)
    if isinstance(by_table, PieceBits):
        rounds = with_table(run, rounds, by_table)
    ids = [run.nodes[node].token_id for node in run.path[-TAIL:]]
    frame = PredictFrame(
        node=record.node, text=tuple(shown_all(run.vocabulary, ids)), guesses=ui.guesses, rounds=rounds,
        total=total(rounds), vocabulary=run.vocabulary, still=ui.still, pieces=asked if by_table is None else None,
    )  # fmt: skip
    played = ui.guesses.of(record.node)
    if played is None or not len(record.next_ids):
        return replace(frame, before=before)
    frame = _with_votes(frame, played)
    return _revealed(frame, played, run, record) if played.revealed else frame


def _with_votes(frame: PredictFrame, played: Round) -> PredictFrame:
    """With the buttons and their votes: nothing of the model."""
    voted = most_voted(played.votes)
    return replace(
        frame,
        played=played,
        token_ids=np.array(played.choices, np.int32),
        texts=tuple(shown(frame.vocabulary, token) for token in played.choices),
        votes=np.array([played.count(token) for token in played.choices], np.int32),
        voted=-1 if voted is None else voted,
    )


def _revealed(frame: PredictFrame, played: Round, run: Run, record: NodeRecord) -> PredictFrame:
    """With what the model expects."""
    probabilities, size = probabilities_of(run, played), size_of(run)
    unknown = tuple(token for token in played.choices if token not in probabilities)
    full = run.distribution[1] if run.distribution is not None and run.distribution[0] == record.node else None
    completed = None
    if full is not None and unknown:
        found = tuple(float(full[token]) for token in unknown)
        probabilities |= dict(zip(unknown, found, strict=True))
        completed = replace(played, typed=(*played.typed, *unknown), typed_probs=(*played.typed_probs, *found))
    ballot = played.offered, played.votes
    return replace(
        frame,
        wants_distribution=full is None and bool(unknown),
        completed=completed,
        probs=np.array([probabilities.get(token, np.nan) for token in played.choices], np.float32),
        class_shares=np.array([share_of(*ballot, token, size) for token in played.choices], np.float32),
        decoys=np.array([token in played.decoys for token in played.choices], np.bool_),
        likeliest=int(record.next_ids[0]),
        drawn=_drawn(run, record, size),
        guessed_probability=guess_probability(played.votes, probabilities),
    )


def size_of(run: Run) -> int:
    """V: of the vocabulary where known, else of the model."""
    if run.vocabulary is not None:
        return len(run.vocabulary)
    return run.info.vocab_size if run.info is not None else len(run.nodes[run.current].next_ids)


def probabilities_of(run: Run, played: Round) -> dict[int, float]:
    """The model's probability of each token of a round that is known: from the run's record, or kept with a vote."""
    record = run.nodes[played.node]
    found = dict(zip(played.typed, played.typed_probs, strict=True))
    found.update(zip(record.next_ids.tolist(), record.next_probs.tolist(), strict=True))
    return found


def scored(run: Run, played: Round) -> Scored | None:
    """The score of a round; None where it was not revealed, or the text does not go on from there."""
    if not played.revealed or not 0 <= played.node < len(run.nodes):
        return None
    path = list(run.path)
    at = path.index(played.node) if played.node in path else -1
    if at < 0 or at + 1 >= len(path) or not len(run.nodes[played.node].next_ids):
        return None
    came, size = run.nodes[path[at + 1]], size_of(run)
    token = came.token_id
    return Scored(
        node=played.node,
        n_votes=len(played.votes),
        token_id=token,
        class_bits=bits_of(played.offered, played.votes, token, size),
        model_bits=float(came.surprisal),
        chance_bits=bits_of(played.offered, (), token, size),
        guess_probability=guess_probability(played.votes, probabilities_of(run, played)),
        class_hit=most_voted(played.votes) == token,
        model_hit=int(run.nodes[played.node].next_ids[0]) == token,
        chance_hit=played.offered.count(token) / len(played.offered) if played.offered else 0.0,
    )


def pieces_of(run: Run) -> AskPieces | None:
    """The question what a table of letters makes of the text: its tokens as the characters between them."""
    if run.vocabulary is None:
        return None
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    tokens = (run.nodes[node].token_id for node in run.path)
    known = len(run.vocabulary)
    return AskPieces(tuple(decoder.decode(run.vocabulary.raw(it)) if 0 <= it < known else "" for it in tokens))


def with_table(run: Run, rounds: tuple[Scored, ...], found: PieceBits) -> tuple[Scored, ...]:
    """The rounds with the bits of the token that came after each by the table. A character whose bytes are of several
    tokens counts with the last of them."""
    path = list(run.path)
    after = {node: at + 1 for at, node in enumerate(path)}
    bits = found.bits.tolist()
    return tuple(
        replace(it, table_bits=bits[after[it.node]]) if after.get(it.node, len(bits)) < len(bits) else it
        for it in rounds
    )


def _drawn(run: Run, record: NodeRecord, size: int) -> int:
    """The token that a draw by the run's sampling settings gives here: the same one every time for a seed."""
    full = run.distribution[1] if run.distribution is not None and run.distribution[0] == record.node else None
    seen = np.array([run.nodes[node].token_id for node in run.path], np.int32)
    chances = odds(
        record.next_ids, record.next_logits, record.next_probs, size, run.sampling, seen, full
    ).chances.astype(np.float64)
    if not chances.sum() > 0:
        return int(record.next_ids[0])
    rng = np.random.default_rng([run.sampling.seed, record.node, 1])
    return int(rng.choice(record.next_ids, p=chances / chances.sum()))
