"""What the overview of branches shows, as numbers and text: the tree, what each branch is worth, the tokens at forks.

The probability of a token is that of the run's records, at temperature 1. Its chance of being drawn is told from the
candidates that the record keeps, as an estimate where the rest of the vocabulary matters, until the laboratory has
measured it; so is the probability with other interventions than those the run was written with.
"""

from __future__ import annotations

import weakref
from dataclasses import dataclass, field, replace

import numpy as np

from engine.labs.branches.records import AskFork, Fork
from engine.questions import Refused
from engine.records import F32, I32, Plan, Sampling
from engine.run import Run
from viz.board import told
from viz.branches import Branch, BranchTree, branch_tree, compared
from viz.per_run import per_run
from viz.token_text import plain_text, shown_in_context, written
from viz.tokens.odds import odds
from viz.ui_state import UiState

NEUTRAL = Sampling(temperature=1.0)
NAN = float("nan")
PROMPT_ENDS = 8  # tokens of the prompt that are shown
PREVIEW = 60  # tokens of a segment that are, at most


@dataclass(frozen=True)
class Taken:
    """The token that a segment begins with."""

    text: str  # of the first segment: the end of the prompt
    rest: str  # what follows in the segment, of a long one the beginning
    token_id: int
    position: int
    probability: float  # the model's, at temperature 1; NaN for the first token of a text
    drawn: float = NAN  # chance of being drawn with the sampling that is set; NaN: not known, or the same
    exact: bool = True  # False: `drawn` is an estimate
    changed: float = NAN  # probability with the interventions that are switched on now; NaN: not known, or the same


@dataclass(frozen=True)
class Worth:
    """One branch in numbers. Bits are summed over the generated tokens."""

    generated: int  # tokens after the prompt
    own: int  # tokens after the fork where its line begins
    bits: float  # surprisal; the logarithm to base 2 of the probability, with the other sign
    own_bits: float
    text: str  # from the token on that tells it apart

    @property
    def mean(self) -> float:
        """Bits for each token; NaN without any."""
        return self.bits / self.generated if self.generated else NAN


@dataclass(frozen=True, eq=False)
class BranchesFrame:
    """The tree with its numbers, and which branches are looked at."""

    tree: BranchTree
    worth: tuple[Worth, ...]  # of each branch
    taken: tuple[Taken, ...]  # of each segment
    current: int  # row; -1: there is no text
    node: int  # the current node
    at_end: bool  # whether that is the end of its branch
    compared: int  # row of the branch beside it; -1: none
    on_current: frozenset[int]  # segments that the current path goes through
    on_compared: frozenset[int]  # those of the branch beside it
    reached: float  # share of the last one of the current path that it goes through, 0..1
    lit: int  # row of the branch pointed at in any view; -1: none, or it is the current one
    sampling: Sampling
    as_drawn: bool  # whether the sampling makes another chance of a probability
    written_with: str  # the run's own interventions, in words
    changed_with: str  # those switched on now, where they are others
    none_now: bool  # whether those now are none at all
    why_not: str  # why what they do is not known
    question: AskFork | None  # to be asked now
    asks: bool  # whether what is missing may be asked for now
    playing: bool
    of_file: bool  # whether no engine holds the run

    @property
    def forks(self) -> int:
        """How many forks there are."""
        return sum(len(segment.children) > 1 for segment in self.tree.segments)


def branches_frame(run: Run, ui: UiState) -> BranchesFrame:
    """The frame of the overview."""
    tree, facts = branch_tree(run), _Facts.of(run)
    leaf = run.branch_end(run.current) if run.current >= 0 else -1
    beside = compared(run, ui)
    others = ui.plan != run.plan
    why = (run.info.why_missing("replay") or run.info.why_missing("resid") or "") if run.info and others else ""
    plan = ui.plan if others and not why else None
    asks = run.run_id > 0 and not ui.playing  # a file's run is not the engine's
    taken, question, refused = _tokens(run, tree, facts, plan)
    row, other = tree.row_of(leaf), tree.row_of(beside.leaf) if beside is not None else -1
    passed, reached = _passed(run, tree, row)
    return BranchesFrame(
        tree=tree,
        worth=tuple(facts.worth(run, tree, branch) for branch in tree.branches),
        taken=taken,
        current=row,
        node=run.current,
        at_end=run.current == leaf,
        compared=other,
        on_current=passed,
        on_compared=frozenset(tree.branches[other].segments if other >= 0 else ()),
        reached=reached,
        lit=_lit(run, tree, ui.hover_node, row),
        sampling=run.sampling,
        as_drawn=_changes(run.sampling),
        written_with=told(run.plan.changes),
        changed_with=told(ui.plan.changes) if others else "",
        none_now=others and not ui.plan.changes,
        why_not=why or refused,
        question=question if asks else None,
        asks=asks,
        playing=ui.playing,
        of_file=run.run_id == 0,
    )


def _lit(run: Run, tree: BranchTree, hovered: int | None, current: int) -> int:
    """The row of a node pointed at, where it is not on the current path."""
    if hovered is None or not 0 <= hovered < len(run.nodes) or hovered in set(run.path):
        return -1
    row = tree.row_of(run.branch_end(hovered))
    return -1 if row == current else row


def _passed(run: Run, tree: BranchTree, row: int) -> tuple[frozenset[int], float]:
    """The segments that the path to the current node goes through, and the share of the last one."""
    if row < 0:
        return frozenset(), 1.0
    position = run.nodes[run.current].position
    line = tree.branches[row].segments
    passed = [at for at in line if run.nodes[tree.segments[at].head].position <= position]
    last = tree.segments[passed[-1]]
    return frozenset(passed), (position - run.nodes[last.head].position + 1) / len(last.nodes)


def _changes(sampling: Sampling) -> bool:
    """Whether a token's chance is another one than its probability."""
    return (
        sampling.temperature, sampling.top_k, sampling.top_p, sampling.min_p, sampling.repetition_penalty
    ) != (NEUTRAL.temperature, NEUTRAL.top_k, NEUTRAL.top_p, NEUTRAL.min_p, NEUTRAL.repetition_penalty)  # fmt: skip


def _tokens(
    run: Run, tree: BranchTree, facts: _Facts, plan: Plan | None
) -> tuple[tuple[Taken, ...], AskFork | None, str]:
    """The tokens that segments begin with, the first question about them, and why one was not answered."""
    made = list(_plain(run))
    first: AskFork | None = None
    refused = ""
    for segment in tree.segments:
        if len(segment.children) < 2:
            continue
        node = segment.nodes[-1]
        tokens = tuple(made[child].token_id for child in segment.children)
        sampling = replace(run.sampling, seed=0)  # which changes no chance
        estimate, exact = facts.chances(run, node, tokens) if _changes(run.sampling) else (None, True)
        asked = AskFork(node, tokens, sampling, plan)
        found = run.findings.get(asked)
        if isinstance(found, Refused):
            refused = found.sentence
        elif found is None and first is None and not (exact and plan is None):
            first = asked
        for row, child in enumerate(segment.children):
            drawn, sure, changed = (NAN if estimate is None else float(estimate[row])), exact, NAN
            if isinstance(found, Fork):
                drawn, sure = (NAN if estimate is None else float(found.drawn[row])), True
                changed = float(found.changed[row]) if len(found.changed) else NAN
            here = made[child]
            made[child] = replace(here, drawn=drawn, exact=sure, changed=changed)
    return tuple(made), first, refused


@per_run
def _plain(run: Run) -> tuple[Taken, ...]:
    """The tokens that segments begin with, as the run's records have them."""
    made = []
    for segment in branch_tree(run).segments:
        record = run.nodes[segment.head]
        ids = [run.nodes[node].token_id for node in segment.nodes[: run.prompt_tokens + PREVIEW]]
        text, begins = shown_in_context(run.vocabulary, ids[:4], 0), 1
        if segment.parent < 0:
            begins = max(run.prompt_in(segment.nodes), 1)
            text = _one_line(run, ids[max(begins - PROMPT_ENDS, 0) : begins])
            text = f"…{text}" if begins > PROMPT_ENDS else text
        rest = _one_line(run, ids[begins : begins + PREVIEW])
        made.append(Taken(text, rest, record.token_id, record.position, float(np.exp2(-record.surprisal))))
    return tuple(made)


def _one_line(run: Run, ids: list[int]) -> str:
    """The text of some tokens on one line, with what the eye cannot see made visible."""
    text = " ".join(plain_text(run.vocabulary, ids).split())
    return written(text.encode()) if text else ""


@dataclass
class _Facts:
    """What was worked out for a run and holds as long as the run does."""

    known: dict[int, tuple[tuple[int, int, int], Worth]] = field(default_factory=dict)  # leaf -> what it depends on
    sampling: Sampling | None = None
    odds: dict[tuple[int, tuple[int, ...], bool], tuple[F32, bool]] = field(default_factory=dict)

    @staticmethod
    def of(run: Run) -> _Facts:
        """Those of a run."""
        return _BY_RUN.setdefault(run, _Facts())

    def worth(self, run: Run, tree: BranchTree, branch: Branch) -> Worth:
        """One branch in numbers."""
        head = tree.segments[branch.first].head
        key = (head, branch.parted, run.prompt_tokens)
        if branch.leaf not in self.known or self.known[branch.leaf][0] != key:
            self.known[branch.leaf] = key, _worth(run, branch, head)
        return self.known[branch.leaf][1]

    def chances(self, run: Run, node: int, tokens: tuple[int, ...]) -> tuple[F32, bool]:
        """[n] chances of being drawn after `node`, and whether they are exact."""
        if self.sampling != run.sampling:
            self.sampling, self.odds = run.sampling, {}
        full = run.distribution[1] if run.distribution is not None and run.distribution[0] == node else None
        key = (node, tokens, full is not None)
        if key not in self.odds:
            self.odds[key] = _chances(run, node, tokens, full)
        return self.odds[key]


_BY_RUN: weakref.WeakKeyDictionary[Run, _Facts] = weakref.WeakKeyDictionary()


def _worth(run: Run, branch: Branch, head: int) -> Worth:
    path = run.path_to(branch.leaf)
    surprisal = np.array([run.nodes[node].surprisal for node in path], np.float64)
    begins, prompt = run.nodes[head].position, run.prompt_in(path)
    own = max(begins, prompt)
    ids = [run.nodes[node].token_id for node in path[run.nodes[branch.parted].position :]]
    return Worth(
        len(path) - prompt, len(path) - own, float(surprisal[max(prompt, 1) :].sum()),
        float(surprisal[max(own, 1) :].sum()), plain_text(run.vocabulary, ids),
    )  # fmt: skip


def _chances(run: Run, node: int, tokens: tuple[int, ...], full: F32 | None) -> tuple[F32, bool]:
    """Told from what the record keeps, and from the surprisal of tokens that it does not."""
    record, path = run.nodes[node], run.path_to(node)
    seen: I32 = np.array([run.nodes[at].token_id for at in path], np.int32)
    known = set(record.next_ids.tolist())
    more = {run.nodes[at].token_id: run.nodes[at].surprisal for at in record.children}
    extra = [token for token in tokens if token not in known]
    probs = np.exp2([-more[token] for token in extra]).astype(np.float32)
    norm = float(record.next_logits[0]) - float(np.log(max(float(record.next_probs[0]), 1e-30)))
    with np.errstate(divide="ignore"):
        logits = (np.log(probs) + norm).astype(np.float32)
    ids = np.concatenate([record.next_ids, np.array(extra, np.int32)])
    size = len(ids) if run.vocabulary is None else len(run.vocabulary)
    size = size if run.info is None else run.info.vocab_size
    made = odds(
        ids, np.concatenate([record.next_logits, logits]), np.concatenate([record.next_probs, probs]), size,
        run.sampling, seen, full,
    )  # fmt: skip
    at = {int(token): row for row, token in enumerate(ids)}
    return made.chances[[at[token] for token in tokens]], made.exact
