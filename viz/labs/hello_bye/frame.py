"""What the Hello/Bye views share: the words a person chose, what the lab found about them, and where they stand.

A run whose prompt is itself such a sequence (one opened from a file, say) is shown from its own records where the lab
has not spoken: states, attention and next tokens are there, the model's tables are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.labs.hello_bye.records import (
    CANDIDATES,
    MOST_SAID,
    AskHelloBye,
    HelloByeFound,
    words_of_tokens,
)
from engine.questions import Refused
from engine.records import F32, I32, TOKEN_KINDS
from engine.run import Run
from viz.intents import Hover
from viz.lab import QT_TRANSLATE_NOOP
from viz.per_run import per_run
from viz.token_text import joined
from viz.ui_state import Option, UiState

VIEW = "hello_bye"  # whose options hold the words
WORD_OPTIONS = (
    Option(
        "first",
        QT_TRANSLATE_NOOP("HelloByeView", "First word"),
        "text",
        "hello",
        tip=QT_TRANSLATE_NOOP(
            "HelloByeView",
            "The word that is repeated first.",
        ),
    ),
    Option(
        "first_count",
        QT_TRANSLATE_NOOP("HelloByeView", "×"),
        "integer",
        10,
        low=1,
        high=MOST_SAID,
        tip=QT_TRANSLATE_NOOP(
            "HelloByeView",
            "How often the first word is said.",
        ),
    ),
    Option(
        "second",
        QT_TRANSLATE_NOOP("HelloByeView", "Second word"),
        "text",
        "bye",
        tip=QT_TRANSLATE_NOOP(
            "HelloByeView",
            "The word that is repeated afterwards.",
        ),
    ),
    Option(
        "second_count",
        QT_TRANSLATE_NOOP("HelloByeView", "×"),
        "integer",
        10,
        low=1,
        high=MOST_SAID,
        tip=QT_TRANSLATE_NOOP(
            "HelloByeView",
            "How often the second word is said.",
        ),
    ),
    Option(
        "separator",
        QT_TRANSLATE_NOOP("HelloByeView", "Separator"),
        "text",
        "·",
        in_bar=False,
        tip=QT_TRANSLATE_NOOP("HelloByeView", "What stands between words: · is a space, ↵ a new line, ⇥ a tab."),
    ),
)
_SPECIAL = TOKEN_KINDS.index("special")
_TYPED = {"·": " ", "↵": "\n", "⇥": "\t"}


@dataclass(frozen=True)
class Shown:
    """What there is to draw, and what to ask for."""

    question: AskHelloBye
    asks: bool  # whether the question is to be put to the lab now
    found: HelloByeFound | None
    why_not: str  # why there is nothing, in an English sentence of the context "HelloBye" (see `words.reason`)
    texts: tuple[str, ...]  # [T] the tokens in writing
    nodes: tuple[int, ...]  # [T] nodes of the run where it is this sequence (or begins with it), else empty
    lit: frozenset[int]  # positions lit by a pointer in any view
    layer: int
    head: tuple[int, int]  # its layer and its number in it
    from_run: bool  # made from the run's own records
    run_is_changed: bool  # the run on screen has interventions, which the lab leaves out
    of_file: bool = False  # the run on screen is one of a file, whose model may not be there

    @property
    def n(self) -> int:
        """T."""
        return len(self.texts)


def asked(ui: UiState) -> AskHelloBye:
    """The question that a person's words make."""
    first, first_count, second, second_count, separator = (ui.option(VIEW, option) for option in WORD_OPTIONS)
    for typed, meant in _TYPED.items():
        separator = str(separator).replace(typed, meant)
    return AskHelloBye(str(first).strip(), str(second).strip(), int(first_count), int(second_count), separator)


def question_of(prompt: str) -> AskHelloBye | None:
    """The question whose text is `prompt`; None where it is not one word several times and then another."""
    words = re.findall(r"\w+", prompt)
    gaps = re.findall(r"\W+", prompt)
    distinct = list(dict.fromkeys(words))
    if len(distinct) != 2 or len(set(gaps)) != 1 or len(gaps) != len(words) - 1:
        return None
    found = AskHelloBye(distinct[0], distinct[1], words.count(distinct[0]), words.count(distinct[1]), gaps[0])
    return found if found.text == prompt else None


def shown(run: Run, ui: UiState) -> Shown:
    """What the views draw of this run and this choice of words."""
    of_file = question_of(run.prompt) if run.run_id == 0 and run.nodes else None
    question = of_file or asked(ui)
    answer = run.findings.get(question)
    sha = run.info.sha256 if run.info else ""
    found = answer if isinstance(answer, HelloByeFound) and answer.model_sha256 in ("", sha) else None
    from_run = False
    if found is None and question_of(run.prompt) == question:
        found = found_in(run)
        from_run = found is not None
    texts = () if found is None else tuple(joined(found.raws))
    nodes = _nodes(run, found)
    layers, heads = (run.info.n_layers, run.info.n_heads) if run.info else (1, 1)
    return Shown(
        question=question,
        asks=not (isinstance(answer, (HelloByeFound, Refused)) or question.problem or run.info is None or ui.playing),
        found=found,
        why_not="" if found is not None else question.problem or _why_not(run, ui, answer),
        texts=texts,
        nodes=nodes,
        lit=_lit(found, nodes, ui),
        layer=min(max(ui.layer, 0), max(layers - 1, 0)),
        head=(min(ui.head[0], max(layers - 1, 0)), min(ui.head[1], max(heads - 1, 0))),
        from_run=from_run,
        run_is_changed=bool(run.plan.changes) and not from_run,
        of_file=run.run_id == 0 and bool(run.nodes),
    )


def _why_not(run: Run, ui: UiState, answer: object) -> str:
    if isinstance(answer, Refused):
        return answer.sentence
    if run.info is None:
        return QT_TRANSLATE_NOOP(
            "HelloBye", "No model is loaded yet. Choose one, and the words are run through it at once."
        )
    if ui.playing:
        return QT_TRANSLATE_NOOP("HelloBye", "The words are run through the model when generation pauses.")
    if run.run_id == 0 and run.nodes:
        return QT_TRANSLATE_NOOP(
            "HelloBye",
            "This run is not one word said several times and then another. With its model loaded, the words above are "
            "run through it.",
        )
    return QT_TRANSLATE_NOOP("HelloBye", "The words are being run through the model.")


def _nodes(run: Run, found: HelloByeFound | None) -> tuple[int, ...]:
    if found is None or len(run) < len(found.token_ids):
        return ()
    path = list(run.path)[: len(found.token_ids)]
    same = [run.nodes[node].token_id for node in path] == found.token_ids.tolist()
    return tuple(path) if same else ()


def _lit(found: HelloByeFound | None, nodes: tuple[int, ...], ui: UiState) -> frozenset[int]:
    if found is None:
        return frozenset()
    if ui.hover_node is not None and nodes:
        return frozenset({nodes.index(ui.hover_node)} if ui.hover_node in nodes else ())
    if ui.hover_token is not None:
        return frozenset(np.flatnonzero(found.token_ids == ui.hover_token).tolist())
    return frozenset()


# -- from a run's own records ------------------------------------------------------------------------------------


@per_run
def found_in(run: Run) -> HelloByeFound | None:
    """A finding made of the run's records alone, where its prompt is such a sequence; None where it is not."""
    question = question_of(run.prompt)
    if question is None or run.vocabulary is None or not run.nodes or run.chat:
        return None
    records = [run.nodes[node] for node in list(run.path)[: run.n_prompt]]
    ids = np.array([record.token_id for record in records], np.int32)
    raws = tuple(_raw(run, int(token)) for token in ids)
    special = [token < len(run.vocabulary) and int(run.vocabulary.kinds[token]) == _SPECIAL for token in ids]
    words = words_of_tokens(
        [b"" if out else raw for raw, out in zip(raws, special, strict=True)], question.words, question.separator
    )
    if (words < 0).all():
        return None
    k = min([CANDIDATES, *(len(record.next_ids) for record in records)])
    next_ids = np.stack([record.next_ids[:k] for record in records])
    surprisal = np.array([record.surprisal for record in records[1:]], np.float32)
    repeat_ids = _repeats(ids, words, question.first_count)
    starts = _starts(ids, words, question.first_count)
    resid = (
        None
        if any(it.resid is None for it in records)
        else np.stack([it.resid for it in records if it.resid is not None])
    )
    return HelloByeFound(
        question=question,
        model_sha256=run.info.sha256 if run.info else "",
        token_ids=ids,
        raws=raws,
        words=words,
        embedding=None,
        embedding_scale=1.0,
        position_scheme=run.info.position_scheme if run.info else "other",
        position=None,
        phases=None,
        distance_bias=None,
        resid=resid,
        attn=_attention(run, len(records)),
        next_raws=tuple(tuple(_raw(run, int(token)) for token in row) for row in next_ids),
        next_ids=next_ids,
        next_probs=np.stack([record.next_probs[:k] for record in records]),
        entropy=np.array([record.entropy for record in records], np.float32),
        actual=np.append(np.exp2(-surprisal), np.float32(np.nan)).astype(np.float32),
        repeat_ids=repeat_ids,
        repeat=_kept(run, repeat_ids),
        starts=np.stack([_kept(run, np.full(len(ids), start, np.int32)) for start in starts]),
        start_ids=starts,
        offer=None,
        missing=run.info.missing if run.info else (),
    )


def _raw(run: Run, token: int) -> bytes:
    vocabulary = run.vocabulary
    return vocabulary.raw(token) if vocabulary is not None and token < len(vocabulary) else b""


def _repeats(ids: I32, words: I32, first_count: int) -> I32:
    """[T] what would follow were the word said again: what does, but at the ends of the two words."""
    found = np.append(ids[1:], -1).astype(np.int32)
    starts = _starts(ids, words, first_count)
    second = np.flatnonzero(words == first_count)
    if len(second) and second[0] > 0:
        found[second[0] - 1] = starts[0]
    ends = np.flatnonzero((words[:-1] >= 0) & (words[1:] != words[:-1]))  # of every word but the last
    has_separator = bool(len(ends)) and words[ends[0] + 1] < 0
    found[-1] = ids[ends[0] + 1] if has_separator else starts[1]
    return found


def _starts(ids: I32, words: I32, first_count: int) -> I32:
    """[2] the token that begins each word after another one; -1 where it never stands there."""
    again = np.flatnonzero(words == 1) if first_count > 1 else np.empty(0, np.int64)
    second = np.flatnonzero(words == first_count)
    return np.array([ids[again[0]] if len(again) else -1, ids[second[0]] if len(second) else -1], np.int32)


def _kept(run: Run, token_ids: I32) -> F32:
    """[T] probability of one token after each position, where it is among the candidates kept; NaN elsewhere."""
    found = np.full(len(token_ids), np.nan, np.float32)
    for position, token in enumerate(token_ids.tolist()):
        record = run.at(position)
        where = np.flatnonzero(record.next_ids == token)
        if token >= 0 and len(where):
            found[position] = record.next_probs[where[0]]
    return found


def _attention(run: Run, n: int) -> F32 | None:
    """[L, H, T, T] of the first n positions, None where a row was not recorded."""
    rows = [run.at(position).attn for position in range(n)]
    first = rows[0]
    if first is None or any(row is None for row in rows):
        return None
    found = np.zeros((*first.shape[:2], n, n), np.float32)
    for position, row in enumerate(rows):
        if row is not None:
            found[:, :, position, : position + 1] = row
    return found


def n_layers(found: HelloByeFound | None) -> int:
    """L of the finding; 0 where it holds no states."""
    return 0 if found is None or found.resid is None else found.resid.shape[1] - 1


def hover_of(what: Shown, column: int | None) -> Hover:
    """What pointing at a column means for every view: the node where the run is this sequence, else the token."""
    if column is None or what.found is None:
        return Hover()
    node: Any = what.nodes[column] if what.nodes else None
    return Hover(int(what.found.token_ids[column]), node)
