"""A loaded language model put to the same test as the small net, and as a counter, which is always right.

The model is asked in several framings, each shown in full. After every prefix three things can come next: "(", ")", or
the end, which is a line break (or the model's own end of text). Probabilities are those of characters, not of tokens
(see `characters`). Two questions are counted, for each depth:
- legal: is the likeliest of the three legal? "(" always is, so a model that only ever opens is never wrong here;
- close or end: of ")" and the end, is the likelier the legal one? Exactly one is; a coin is right half of the time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import numpy as np
import numpy.typing as npt

from engine.errors import InputRefused, Stopped
from engine.labkit.intervals import wilson
from engine.labs.brackets.characters import CharacterReader, LargeModel
from engine.labs.brackets.language import DYCK1, Language, depths, draw_prefixes, encode, legal_sets, text_of
from engine.labs.brackets.net import Net
from engine.labs.brackets.records import (
    Asked,
    ByDepth,
    Comparison,
    Framing,
)
from engine.records import Bools
from engine.sentences import say

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]

END_MARK = "\n"
QUESTIONS: tuple[Literal["legal", "close or end"], ...] = ("legal", "close or end")
LONGEST = 64  # brackets a large model is asked about: each takes a forward


def drawn_strings(longest: int = 16, count: int = 16, seed: int = 0, language: Language = DYCK1) -> list[str]:
    """Different prefixes of `longest` brackets whose last depths are spread evenly; every prefix of them is asked."""
    rng = np.random.default_rng(seed)
    goals = longest % 2 + 2 * (np.arange(4 * count) % (longest // 2 + 1))
    ids = draw_prefixes(goals, longest, rng, language)
    return list(dict.fromkeys(text_of(row) for row in ids))[:count]


def ask(
    reader: CharacterReader,
    loaded: LargeModel,
    framing: Framing,
    string: str,
    language: Language = DYCK1,
    before: Callable[[int], None] = lambda prefix: None,
) -> Asked:
    """Put every prefix of a string to the model; `before` is called before each.

    Raises:
        InputRefused: other characters, or too many.
    """
    ids = np.array([encode(string, language, LONGEST)], np.int64) if string else np.zeros((1, 0), np.int64)
    names = (*language.alphabet, END_MARK)
    probs = np.zeros((len(string) + 1, len(names)))
    left_out = 0.0
    for i in range(len(string) + 1):
        before(i)
        probs[i], end, lost = reader.next_characters(string[:i], names)
        probs[i, -1] += end
        left_out = max(left_out, lost)
    cut = loaded.tokenizer(string, add_special_tokens=False).input_ids
    return Asked(
        string=string,
        framing=framing,
        outcomes=language.names,
        probs=probs,
        legal=legal_sets(ids, language)[0],
        depth=depths(ids)[0],
        tokens=tuple(loaded.vocabulary.raw(int(i)).decode(errors="replace") for i in cut),
        left_out=left_out,
    )


def reader_for(loaded: LargeModel, framing: Framing, language: Language = DYCK1) -> CharacterReader:
    """A reader of brackets and line breaks after a framing. Raises InputRefused."""
    return CharacterReader(loaded, framing.before, "".join(language.alphabet) + END_MARK)


def compare(
    loaded: LargeModel,
    net: Net,
    framing: Framing,
    strings: Sequence[str],
    report: Callable[[int, int], None] = lambda done, total: None,
    carry_on: Callable[[], bool] = lambda: True,
) -> Comparison:
    """Ask both about every prefix of every string. `report` is told prefixes done and all.

    Raises:
        InputRefused: no strings, or other characters in one.
        Stopped: `carry_on` said no.
    """
    if not strings:
        raise InputRefused(say("There is no string to compare on. Type one, or draw some."))
    reader = reader_for(loaded, framing, net.language)
    asked: list[Asked] = []
    total, done = sum(len(string) + 1 for string in strings), 0

    def before(prefix: int) -> None:
        if not carry_on():
            raise Stopped
        report(done + prefix, total)

    for string in strings:
        asked.append(ask(reader, loaded, framing, string, net.language, before))
        done += len(string) + 1
    report(total, total)
    small = [net.probabilities(np.array([encode(string, net.language)], np.int64))[0] for string in strings]
    legal = np.concatenate([one.legal for one in asked])
    depth = np.concatenate([one.depth for one in asked])
    inside = legal.any(axis=1)
    said = {
        loaded.name: np.concatenate([one.probs for one in asked]),
        "the small net": np.concatenate(small),
        "a counter": legal.astype(np.float64),
    }
    tables = [
        _by_depth(who, question, probs[inside], legal[inside], depth[inside])
        for question in QUESTIONS
        for who, probs in said.items()
    ]
    return Comparison(framing, tuple(asked), tuple(tables), tuple(t for t in reader.merged if END_MARK not in t))


def _by_depth(who: str, question: Literal["legal", "close or end"], probs: F64, legal: Bools, depth: I64) -> ByDepth:
    """Count the right answers to a question; opening brackets do not compete in "close or end"."""
    opening = [0] if legal.shape[1] == 3 else [0, 2]
    if question == "close or end":
        probs = probs.copy()
        probs[:, opening] = -1.0
    right = np.take_along_axis(legal, probs.argmax(axis=1)[:, None], axis=1)[:, 0]
    found = np.unique(depth)
    count = np.array([(depth == d).sum() for d in found])
    good = np.array([right[depth == d].sum() for d in found])
    bounds = np.array([wilson(int(g), int(c)) for g, c in zip(good, count, strict=True)])
    return ByDepth(who, question, found, count, good, bounds[:, 0], bounds[:, 1])
