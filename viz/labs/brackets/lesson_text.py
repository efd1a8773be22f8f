"""The lesson on brackets: what the source claims, what is seen here, and where they differ, with measured numbers.

Every number comes from a finding of the shipped nets; where one is not there yet, its sentence says so.
"""

from __future__ import annotations

import html
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.brackets.questions import (
    AskNetCard,
    BracketSequences,
    BracketSurface,
    DepthProbe,
    TellingFailure,
)
from engine.labs.brackets.records import (
    NetCard,
    Probed,
    Readings,
    Sequences,
    Surface,
)
from engine.questions import Question
from engine.run import Run
from viz.charts.numbers import percent, with_percent
from viz.joined import sentences
from viz.labs.brackets.chosen_net import MAIN
from viz.labs.brackets.words import symbol_name

translate = QCoreApplication.translate  # by this name its texts are collected

EARLY = f"{MAIN}@7"  # a checkpoint at which it closes what is closed already, as the source's net does
QUESTIONS: tuple[Question, ...] = (
    AskNetCard(MAIN),
    AskNetCard("one-block"),
    BracketSequences(MAIN),
    BracketSequences(EARLY),
    TellingFailure(MAIN),
    DepthProbe(MAIN),
    BracketSurface(MAIN, longest=14, exact=True),
)


@dataclass(frozen=True)
class Claim:
    """What the source says, what is seen here, and whether they agree (None: not measured yet)."""

    source: str
    here: str
    agrees: bool | None


def missing(run: Run) -> tuple[Question, ...]:
    """What is still to be asked, one question of each class at a time: a newer one would end the one before."""
    first: dict[type, Question] = {}
    for question in QUESTIONS:
        if question not in run.findings:
            first.setdefault(type(question), question)
    return tuple(first.values())


def _waiting() -> str:
    return translate("Brackets", "Being measured")


def claims(run: Run) -> tuple[Claim, ...]:
    """The claims of the source, each beside what is seen here."""
    return (_learns(run), _one_block(run), _early(run), _runs(run), _failure(run), _why(run))


def _learns(run: Run) -> Claim:
    source = translate(
        "Brackets", "Two blocks learn the language after about 10 million examples, with about 400,000 weights."
    )
    card = run.findings.get(AskNetCard(MAIN))
    if not isinstance(card, NetCard) or not len(card.curve.get("legal_mass", ())):
        return Claim(source, _waiting(), None)
    best = float(card.curve["legal_mass"].max())
    here = translate(
        "Brackets",
        "Its probability on valid symbols is {p} on held-out strings within the trained lengths after {n} examples. "
        "The training differs from the essay's: all lengths are equally likely, and the learning rate rises and "
        "falls.",
    ).format(p=with_percent(f"{100 * best:z.3f}"), n=f"{card.examples_used:,}")
    exact = run.findings.get(BracketSurface(MAIN, longest=14, exact=True))
    if isinstance(exact, Surface):
        more = translate("Brackets", "On all {n} valid prefixes of up to {m} brackets it is wrong {k} times.")
        told = more.format(
            n=f"{int(exact.counts.sum()):,}", m=len(exact.counts) - 1,
            k=round(float((np.nan_to_num(exact.wrong) * exact.counts).sum())),
        )  # fmt: skip
        here = sentences(here, told)
    return Claim(source, here, best > 0.99)


def _one_block(run: Run) -> Claim:
    source = translate("Brackets", "One block of the same width does not learn it.")
    card = run.findings.get(AskNetCard("one-block"))
    if not isinstance(card, NetCard) or not len(card.curve.get("legal_mass", ())):
        return Claim(source, _waiting(), None)
    best = float(card.curve["legal_mass"].max())
    here = translate(
        "Brackets",
        "Here one layer (block) learns it too: probability on valid symbols {p} after {n} examples. A single head "
        "that attends evenly to all brackets can average +1 and −1 over them, which is depth divided by length.",
    ).format(p=with_percent(f"{100 * best:z.3f}"), n=f"{card.examples_used:,}")
    return Claim(source, here, best < 0.99)


def _early(run: Run) -> Claim:
    source = translate(
        "Brackets", "After a balanced string the model gives 15 % to one more closing bracket, which is wrong."
    )
    found = run.findings.get(BracketSequences(EARLY))
    if not isinstance(found, Sequences):
        return Claim(source, _waiting(), None)
    closed = found.opened_closed
    inside = ~closed.beyond_training
    worst = int(np.where(inside, closed.balanced[:, 1], -1.0).argmax())
    here = translate("Brackets",
        "During training, at checkpoint {i}, the same is seen: after {n} opened and {n} closed brackets it gives "
        "{p} to one more. The finished model gives at most {q} within the trained lengths."
    ).format(
        i=EARLY.rpartition("@")[2], n=int(closed.opened[worst]), p=percent(float(closed.balanced[worst, 1])),
        q=percent(_finished_close(run)),
    )  # fmt: skip
    return Claim(source, here, bool(closed.balanced[worst, 1] > 0.05))


def _finished_close(run: Run) -> float:
    found = run.findings.get(BracketSequences(MAIN))
    if not isinstance(found, Sequences):
        return float("nan")
    closed = found.opened_closed
    return float(closed.balanced[~closed.beyond_training, 1].max())


def _runs(run: Run) -> Claim:
    source = translate(
        "Brackets",
        "For longer and longer rows of (, the most likely completion is correct up to some length and then fails.",
    )
    found = run.findings.get(BracketSequences(MAIN))
    if not isinstance(found, Sequences):
        return Claim(source, _waiting(), None)
    if found.first_failure is None:
        return Claim(source, translate("Brackets", "No row of up to {n} fails here.").format(n=len(found.runs)), False)
    first = found.runs[found.first_failure - 1]
    here = translate(
        "Brackets",
        "It is correct up to {m} and fails at {n}, where it puts {k} closing brackets after {n} opening ones.",
    ).format(m=found.first_failure - 1, n=found.first_failure, k=first.completion.count(")"))
    if first.beyond_training:
        here = sentences(here, translate("Brackets", "No training string opens that many in a row."))
    return Claim(source, here, True)


def _failure(run: Run) -> Claim:
    source = translate("Brackets", "After a prefix where the string cannot end, the model is sure that it ends.")
    found = run.findings.get(TellingFailure(MAIN))
    if not isinstance(found, Readings):
        return Claim(source, _waiting(), None)
    if not found.readings:
        return Claim(source, translate("Brackets", "No such prefix was found."), False)
    reading = found.readings[0]
    at = len(reading.string)
    best = int(reading.probs[at].argmax())
    here = translate("Brackets",
        "After {n} brackets, at depth {d}, it expects {what} with {p}, though it was correct after each shorter "
        "prefix. Closing what is open needs {m} brackets in all; it was trained on up to {t}."
    ).format(
        n=at, d=int(reading.depth[at]), what=symbol_name(reading.outcomes[best]),
        p=percent(float(reading.probs[at, best])), m=at + int(reading.depth[at]), t=reading.trained_length,
    )  # fmt: skip
    return Claim(source, here, reading.outcomes[best] == "End")


def _why(run: Run) -> Claim:
    source = translate("Brackets", "The reason: counting needs a memory that a pass of fixed depth does not have.")
    probed = run.findings.get(DepthProbe(MAIN))
    if not isinstance(probed, Probed):
        return Claim(source, _waiting(), None)
    best = int(np.nanargmax(probed.r2_in))
    here = translate(
        "Brackets",
        "A linear probe finds the depth in the hidden states: R² {a} within the trained lengths, {b} beyond. So the "
        "model does keep an approximate count, and it becomes unreliable at lengths it was never trained on.",
    ).format(a=f"{probed.r2_in[best]:z.3f}", b=f"{probed.r2_beyond[best]:z.3f}")
    return Claim(source, here, bool(probed.r2_beyond[best] < probed.r2_in[best] - 0.05))


def as_html(found: tuple[Claim, ...], text: str, muted: str, good: str, warning: str) -> str:
    """The lesson as rich text in a theme's colours."""
    heading = translate("Brackets", "Brackets: what the essay says, and what is measured here")
    says = translate("Brackets", "It says:")
    parts = [
        f"<h2 style='color:{text}'>{html.escape(heading)}</h2>",
        f"<p style='color:{muted}'>"
        + html.escape(
            translate(
                "Brackets",
                "Essay: Wolfram, What Is ChatGPT Doing … and Why Does It Work? (2023). The language: strings of ( "
                "and ) in which every bracket that opens is closed again. After each bracket the model predicts "
                "what comes next: another (, a ), or the end. A person who counts is never wrong.",
            )
        )
        + "</p>",
    ]
    for number, claim in enumerate(found, start=1):
        agrees = {
            True: translate("Brackets", "as in the essay"),
            False: translate("Brackets", "differs from the essay"),
            None: "",
        }[claim.agrees]
        mark = {True: "✓", False: "≠", None: "…"}[claim.agrees]
        colour = {True: good, False: warning, None: muted}[claim.agrees]
        parts.append(
            f"<p style='color:{muted}; margin-top:14px'><b>{number}. {html.escape(says)}</b> "
            f"{html.escape(claim.source)}</p>"
            f"<p style='color:{text}; margin-left:16px'>{html.escape(claim.here)} "
            f"<b style='color:{colour}'>{mark} {html.escape(agrees)}</b></p>"
        )
    parts.append(
        f"<p style='color:{muted}; margin-top:14px'>"
        + html.escape(
            translate(
                "Brackets",
                "To see for yourself: move the checkpoint slider of “Try a string”; click a cell of the error map; "
                "train a model of your own; open the bracket model in every view and switch its heads off.",
            )
        )
        + "</p>"
    )
    return "".join(parts)
