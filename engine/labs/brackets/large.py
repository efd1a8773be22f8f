"""A loaded language model put to the same test as the small net, and as a counter, which is always right.

The model is asked in several framings, each shown in full. After every prefix three things can come next: "(", ")", or
the end, which is a line break (or the model's own end of text). Probabilities are those of characters, not of tokens
(see `characters`). Two questions are counted, for each depth:
- legal: is the likeliest of the three legal? "(" always is, so a model that only ever opens is never wrong here;
- close or end: of ")" and the end, is the likelier the legal one? Exactly one is; a coin is right half of the time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.errors import InputRefused, Stopped
from engine.labs.brackets.characters import CharacterReader
from engine.labs.brackets.intervals import wilson
from engine.labs.brackets.language import DYCK1, Language, depths, draw_prefixes, encode, legal_sets, text_of
from engine.labs.brackets.net import Net
from engine.models.load import LoadedModel
from engine.records import Bools, Frozen

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]

END_MARK = "\n"
LONGEST = 64  # brackets a large model is asked about: each takes a forward


@dataclass(frozen=True)
class Framing:
    """What stands before the string, in full."""

    name: str
    before: str


FRAMINGS = (
    Framing("the string alone", ""),
    Framing("described", "A string of balanced parentheses, in which every bracket that opens is closed again:\n"),
    Framing(
        "few-shot",
        "Balanced strings of parentheses, one on each line:\n"
        "()\n(())\n()()\n((())())\n(()(()))\n()((()))()\n((()()))()(())\n",
    ),
    Framing(
        "program", "# Each of these lines is a balanced string of parentheses.\nBALANCED = '''\n(()())\n((()))()\n"
    ),
)


def drawn_strings(longest: int = 16, count: int = 16, seed: int = 0, language: Language = DYCK1) -> list[str]:
    """Different prefixes of `longest` brackets whose last depths are spread evenly; every prefix of them is asked."""
    rng = np.random.default_rng(seed)
    goals = longest % 2 + 2 * (np.arange(4 * count) % (longest // 2 + 1))
    ids = draw_prefixes(goals, longest, rng, language)
    return list(dict.fromkeys(text_of(row) for row in ids))[:count]


@dataclass(frozen=True)
class Asked(Frozen):
    """One string in one framing: prefix i is its first i brackets."""

    string: str
    framing: Framing
    outcomes: tuple[str, ...]  # the brackets, then "End"
    probs: F64  # [n + 1, O] of the next character; what is missing to 1 is other characters
    legal: Bools  # [n + 1, O]
    depth: I64  # [n + 1]
    tokens: tuple[str, ...]  # the string as the model's tokenizer cuts it
    left_out: float  # largest share of a prefix's probability in cuttings that were left out

    @property
    def other(self) -> F64:
        """Probability of a character that is neither a bracket nor the end.  # [n + 1]"""
        return np.asarray(np.clip(1.0 - self.probs.sum(axis=1), 0.0, 1.0))

    @property
    def legal_mass(self) -> F64:
        """Share of the legal ones among the three.  # [n + 1]"""
        return np.asarray((self.probs * self.legal).sum(axis=1) / np.maximum(self.probs.sum(axis=1), 1e-300))


def ask(
    reader: CharacterReader, loaded: LoadedModel, framing: Framing, string: str, language: Language = DYCK1
) -> Asked:
    """Put every prefix of a string to the model. Raises InputRefused for other characters, or too many."""
    ids = np.array([encode(string, language, LONGEST)], np.int64) if string else np.zeros((1, 0), np.int64)
    names = (*language.alphabet, END_MARK)
    probs = np.zeros((len(string) + 1, len(names)))
    left_out = 0.0
    for i in range(len(string) + 1):
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


def reader_for(loaded: LoadedModel, framing: Framing, language: Language = DYCK1) -> CharacterReader:
    """A reader of brackets and line breaks after a framing. Raises InputRefused."""
    return CharacterReader(loaded, framing.before, "".join(language.alphabet) + END_MARK)


@dataclass(frozen=True)
class ByDepth(Frozen):
    """Right answers by depth, with 95 % Wilson intervals. The counter's share is 1 at every depth."""

    who: str
    question: str  # "legal" or "close or end"
    depth: I64  # [n]
    count: I64  # [n] prefixes asked
    right: I64  # [n]
    low: F64  # [n]
    high: F64  # [n]

    @property
    def share(self) -> F64:
        """Accuracy at each depth.  # [n]"""
        return np.asarray(self.right / self.count)


@dataclass(frozen=True)
class Comparison:
    """The large model, the small net and the counter on the same prefixes."""

    framing: Framing
    asked: tuple[Asked, ...]
    tables: tuple[ByDepth, ...]  # for each question: the model, the net, the counter
    merged: tuple[str, ...]  # tokens of the model that are made of several brackets


def compare(
    loaded: LoadedModel,
    net: Net,
    framing: Framing,
    strings: Sequence[str],
    report: Callable[[int, int], None] = lambda done, total: None,
    carry_on: Callable[[], bool] = lambda: True,
) -> Comparison:
    """Ask both about every prefix of every string. `report` is told strings done and all.

    Raises:
        InputRefused: no strings, or other characters in one.
        Stopped: `carry_on` said no.
    """
    if not strings:
        raise InputRefused("There is no string to compare on. Type one, or draw some.")
    reader = reader_for(loaded, framing, net.language)
    asked: list[Asked] = []
    for string in strings:
        if not carry_on():
            raise Stopped
        asked.append(ask(reader, loaded, framing, string, net.language))
        report(len(asked), len(strings))
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
        for question in ("legal", "close or end")
        for who, probs in said.items()
    ]
    return Comparison(framing, tuple(asked), tuple(tables), tuple(t for t in reader.merged if END_MARK not in t))


def _by_depth(who: str, question: str, probs: F64, legal: Bools, depth: I64) -> ByDepth:
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
