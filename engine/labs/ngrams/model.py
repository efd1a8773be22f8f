"""The loaded model beside the tables: its bits on the same characters, its continuation, its surprisal of a sentence.

A model reads tokens, a table letters or words: they compare by the bits of the same stretch of text over its number of
characters. Each stretch begins with text that all of them read and none is measured on, and what is measured begins and
ends at a space, where tokens, words and letters all do.
"""

from __future__ import annotations

import codecs
import time
from collections.abc import Sequence
from typing import Final

import numpy as np
import torch

from engine.capture.many import run_rows
from engine.errors import InputRefused, Stopped
from engine.generation.prompt import encode, put_before
from engine.generation.session import Session
from engine.generation.settings import Settings
from engine.labkit.workbench import Workbench
from engine.labs.ngrams.counted import Counted
from engine.labs.ngrams.measure import bits_of
from engine.labs.ngrams.records import (
    F64,
    LONGEST_PROMPT,
    ORDERS,
    AskModelBits,
    AskModelStrip,
    AskModelWritten,
    ModelBits,
    ModelPieces,
)
from engine.records import I32, Sampling
from engine.sentences import say

STRETCH: Final = 1200  # characters
LEAD: Final = 200  # of them that are read only
LEAST: Final = 60  # characters that are measured at least
MOST_STRETCHES: Final = 200
MOST_TOKENS: Final = 600  # that are written
DRAWS: Final = 2000  # of the bootstrap


def model_bits(question: AskModelBits, letters: Counted, words: Counted, bench: Workbench) -> ModelBits:
    """Bits per character of the model and of all tables on the same stretches of what is held out.

    Raises:
        InputRefused: too little is held out, or the model's tokens are not the text. Stopped: a person said so.
    """
    began = time.perf_counter()
    if not 1 <= question.stretches <= MOST_STRETCHES:
        raise InputRefused(
            say("Between 1 and {most} stretches can be measured, not {n}.", most=MOST_STRETCHES, n=question.stretches)
        )
    texts = stretches(letters.held_out, question.stretches)
    rows = []
    for done, text in enumerate(texts):
        bench.progress(say("Measuring the model on held-out text"), done, len(texts))
        rows.append(_stretch(question, text, letters, words, bench))
    known = [row for row in rows if row is not None]
    if not known and bench.session.context < MOST_TOKENS:
        raise InputRefused(
            say(
                "This model reads {n} tokens at once: too few for a stretch of text that can be measured. Choose a "
                "model that reads more.",
                n=bench.session.context,
            )
        )
    if not known:
        raise InputRefused(
            say(
                "Too little of this text is held out to measure a model on it: {n} characters. Take a text of some "
                "pages.",
                n=sum(map(len, letters.held_out)),
            )
        )
    model, of_letters, of_words, characters, tokens = zip(*known, strict=True)
    values, sizes = np.array(model), np.array(characters, np.int32)
    low, high = _interval(values, sizes)
    return ModelBits(
        bench.info.name, values, np.stack(of_letters, axis=1), np.stack(of_words, axis=1), sizes,
        np.array(tokens, np.int32), low, high, time.perf_counter() - began,
    )  # fmt: skip


def stretches(held_out: Sequence[str], wanted: int) -> list[str]:
    """Stretches of text, spread evenly over what is held out of each book by its length."""
    total = sum(map(len, held_out))
    found = []
    for part in held_out:
        here = max(1, round(wanted * len(part) / total)) if total else 0
        size = min(STRETCH, len(part))
        begins = np.linspace(0, len(part) - size, min(here, max(len(part) // STRETCH, 1))).astype(int).tolist()
        found += [part[begin : begin + size] for begin in begins]
    return [text for text in found if text.strip()]


Row = tuple[float, F64, F64, int, int]


def _stretch(question: AskModelBits, text: str, letters: Counted, words: Counted, bench: Workbench) -> Row | None:
    """Bits per character of the model, of letters and words by n; the characters and the tokens that are measured."""
    ids = _ids(text, bench)[: min(bench.session.context, MOST_TOKENS)]
    pieces = pieces_of(ids, bench)
    joined = "".join(pieces)
    extra = len(joined) - len(joined.lstrip(" ")) - (len(text) - len(text.lstrip(" ")))  # some put a space before
    if not text.startswith(joined[max(extra, 0) :].rstrip("\ufffd")):
        raise InputRefused(
            say(
                "This model's tokenizer changes the text that it reads, so its bits per character cannot stand beside "
                "those of the tables. Choose another model."
            )
        )
    ends = np.cumsum([len(piece) for piece in pieces]) - max(extra, 0)  # [T] character after each token
    starts = np.concatenate([[0], ends[:-1]])
    at_space = [at for at, piece in enumerate(pieces) if at and piece[:1] == " " and text[starts[at]] == " "]
    lead = min(LEAD, int(ends[-1]) // 4)
    inside = [at for at in at_space if starts[at] >= lead]
    if len(inside) < 2 or starts[inside[-1]] - starts[inside[0]] < min(LEAST, len(text) // 3):
        return None
    first, last = inside[0], inside[-1]
    low, high = int(starts[first]), int(starts[last])
    size = high - low
    model = float(_surprisal(ids, bench)[first:last].sum()) / size
    tables = [_of_tables(counted, question, text[:high], low) / size for counted in (letters, words)]
    return model, tables[0], tables[1], size, last - first


def _of_tables(counted: Counted, question: AskModelBits, text: str, low: int) -> F64:
    """[6] bits of the symbols of a text from the character `low` on."""
    pieces, ids = counted.ids_of(text)
    starts = np.cumsum([0, *(len(piece) for piece in pieces[:-1])])
    first = int(np.searchsorted(starts, low))
    return np.array([float(bits_of(counted, question.method, ids, pieces, n)[first:].sum()) for n in ORDERS])


def _interval(values: F64, sizes: I32) -> tuple[float, float]:
    """95 % of the mean over stretches, by a percentile bootstrap; NaN of one alone."""
    if len(values) < 2:
        return float("nan"), float("nan")
    drawn = np.random.default_rng(0).integers(0, len(values), (DRAWS, len(values)))
    means = (values[drawn] * sizes[drawn]).sum(axis=1) / sizes[drawn].sum(axis=1)
    low, high = np.quantile(means, (0.025, 0.975))
    return float(low), float(high)


def _ids(text: str, bench: Workbench) -> I32:
    """[T] token ids of a text that may be longer than the model takes."""
    return encode(bench.tokenizer, text, chat=False, context=2**31, vocab_size=bench.anatomy.vocab_size)


def _surprisal(ids: I32, bench: Workbench) -> F64:
    """[T] bits of each token after those before it; NaN of the first."""
    if bench.stop():
        raise Stopped
    bench.session.cool()
    logits = run_rows(bench.model, bench.anatomy, torch.from_numpy(ids.astype(np.int64))[None], rows="all",
                      stop=bench.stop)[0, :-1]  # fmt: skip
    came = torch.from_numpy(ids[1:].astype(np.int64)).to(logits.device)
    nats = torch.logsumexp(logits, -1) - logits.gather(-1, came[:, None])[:, 0]
    found: F64 = np.concatenate([[np.nan], nats.cpu().double().numpy() / np.log(2.0)])
    return found


def pieces_of(ids: I32, bench: Workbench) -> list[str]:
    """The text between tokens: a character whose bytes are spread over several stands at the last of them. What the
    tokenizer puts before every text is no text."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    put = len(put_before(bench.tokenizer))
    return [
        "" if at < put else decoder.decode(bench.vocabulary.raw(int(token))) for at, token in enumerate(ids.tolist())
    ]


def model_strip(question: AskModelStrip, bench: Workbench) -> ModelPieces:
    """The surprisal of the tokens of a sentence.

    Raises:
        InputRefused: nothing was typed, or it is too long. Stopped: a person said so.
    """
    if not question.text.strip():
        raise InputRefused(say("Type a sentence: the model says how surprising each of its tokens is."))
    ids = encode(bench.tokenizer, question.text[:LONGEST_PROMPT], chat=False, context=bench.session.context,
                 vocab_size=bench.anatomy.vocab_size)  # fmt: skip
    bits = _surprisal(ids, bench).astype(np.float32)
    pieces = pieces_of(ids, bench)
    put = len(put_before(bench.tokenizer))
    return ModelPieces(tuple(pieces[put:]), bits[put:])


def model_written(question: AskModelWritten, bench: Workbench) -> ModelPieces:
    """The model's continuation, drawn at temperature 1 as tables draw.

    Raises:
        InputRefused: an empty prompt, or no room. Stopped: a person said so.
    """
    ids = encode(bench.tokenizer, question.prompt[-LONGEST_PROMPT:], chat=False, context=bench.session.context,
                 vocab_size=bench.anatomy.vocab_size)  # fmt: skip
    bench.session.cool()
    session = Session(bench.model, bench.anatomy, bench.session.context, memory_budget=0)
    tokens: list[int] = []
    bits: list[float] = []
    before, done = put_before(bench.tokenizer), 0
    try:
        session.begin(Settings(Sampling(temperature=1.0, seed=question.seed), 1))
        for _ in session.prefill(ids, bench.stop):
            pass
        while done < question.length and len(tokens) < MOST_TOKENS and not session.full:
            bench.progress(say("Generating the model's continuation"), done, question.length)
            made = session.step(bench.stop)
            if made is None or int(made.token_ids[-1]) in bench.info.eos_ids:
                break
            tokens.append(int(made.token_ids[-1]))
            bits.append(float(made.surprisal[-1]))
            done = len("".join(pieces_of(np.array([*before, *tokens], np.int32), bench)))
    finally:
        session.cool()
    pieces = pieces_of(np.array([*before, *tokens], np.int32), bench)[len(before) :]
    return ModelPieces(tuple(pieces), np.array(bits, np.float32))
