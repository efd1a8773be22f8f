"""Sentences about a reading, made from its numbers alone."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.brackets.records import Reading
from viz.charts.numbers import percent
from viz.labs.brackets.chosen_net import Shown

_CONTEXT = ""  # where lupdate files what is marked by a plain `tr`


def tr(text: str) -> str:
    """In the person's language."""
    return QCoreApplication.translate(_CONTEXT, text)


def short_string(string: str, most: int = 36) -> str:
    """A string as it can stand in a sentence: its middle left out where it is long."""
    return string if len(string) <= most else f"{string[: most // 2]}…{string[-most // 2 :]}"


def net_words(net: str, checkpoints: int = 0) -> str:
    """A net's name as a person reads it."""
    whole, at, index = net.partition("@")
    said = {
        "two-block": tr("two blocks"),
        "one-block": tr("one block"),
        "two-kinds": tr("two blocks, ( ) and [ ]"),
    }.get(whole)
    if said is None:
        said = tr("mine: {name}").format(name=whole.rpartition("/")[2])
    return tr("{net}, checkpoint {i}").format(net=said, i=index) if at else said


class Words:
    """What is said about what is shown."""

    def __init__(self, shown: Shown) -> None:
        self._shown = shown

    def outcome(self, name: str) -> str:
        """An entry of the legend."""
        return {
            "(": tr("( opens"),
            ")": tr(") closes"),
            "[": tr("[ opens"),
            "]": tr("] closes"),
            "End": tr("End: the string is over"),
        }.get(name, name)

    def verdict(self, at: int) -> str:
        """One sentence: is the net right after this prefix, and was it one bracket earlier?"""
        shown, reading = self._shown, self._shown.reading
        if reading is None:
            if shown.why_not:
                return shown.why_not
            if shown.flawless:
                return tr("No failure was found: this net is right after every prefix that was tried.")
            return tr("Asking the net …")
        if not reading.inside[at]:
            return tr("Closed too often: after {n} brackets nothing can make it balanced again.").format(n=at)
        said, share = self._likeliest(reading, at)
        if not reading.wrong[at]:
            return tr("Right after {n} brackets: it expects {what} ({p}), which is legal.").format(
                n=at, what=said, p=share
            )
        if at == 0 or reading.wrong[at - 1]:
            return tr("Wrong after {n} brackets: it expects {what} ({p}), {why}.").format(
                n=at, what=said, p=share, why=self._why(reading, at, said)
            )
        return tr("Right after {m} brackets, wrong after {n}: it now expects {what} ({p}), {why}.").format(
            m=at - 1, n=at, what=said, p=share, why=self._why(reading, at, said)
        )

    @staticmethod
    def _likeliest(reading: Reading, at: int) -> tuple[str, str]:
        """What the net expects most after a prefix, and its probability."""
        best, start = int(reading.probs[at].argmax()), float(reading.start_share[at])
        if start > reading.probs[at, best]:
            return "Start", percent(start)
        return reading.outcomes[best], percent(float(reading.probs[at, best]))

    @staticmethod
    def _why(reading: Reading, at: int, outcome: str) -> str:
        """Why an outcome is illegal after a prefix."""
        if outcome == "Start":
            return tr("which only begins a string")
        depth = int(reading.depth[at])
        if outcome == "End":
            return tr("but {d} are still open").format(d=depth) if depth != 1 else tr("but 1 is still open")
        return tr("but nothing is open") if depth == 0 else tr("but a bracket of the other kind is open")

    def hint(self) -> str:
        """What is shown, and what can be done."""
        shown, reading = self._shown, self._shown.reading
        if reading is None:
            return tr("Type some of ( and ), for example (()), or clear the line to see the net's own failure.")
        n = len(reading.string)
        counts = tr("{n} brackets, {wrong} of {all} prefixes wrong, illegal probability at most {mass}").format(
            n=n, wrong=int(reading.wrong.sum()), all=int(reading.inside.sum()),
            mass=percent(float(np.where(reading.inside, reading.illegal_mass, 0.0).max())),
        )  # fmt: skip
        first = reading.first_wrong
        if first is not None and first + int(reading.depth[first]) > reading.trained_length:
            counts += tr("; closing what is open there needs {m} brackets, trained up to {t}").format(
                m=first + int(reading.depth[first]), t=reading.trained_length
            )
        if shown.found:
            return tr("Nothing is typed: this is the shortest failure found by search. {counts}.").format(counts=counts)
        return tr("{counts}. Clear the line to see the net's own failure.").format(counts=counts)

    def after(self, at: int) -> str:
        """All numbers after one prefix."""
        reading = self._shown.reading
        if reading is None:
            return ""
        shares = ", ".join(
            f"{name} {percent(float(p))}" for name, p in zip(reading.outcomes, reading.probs[at], strict=True)
        )
        return tr("After {n} brackets, depth {d}: {shares}").format(n=at, d=int(reading.depth[at]), shares=shares)

    def card(self, at: int, earlier: bool, brief: bool = False) -> str:
        """The heading of a card; `brief` leaves the string out."""
        reading = self._shown.reading
        if reading is None:
            return ""
        wrong = bool(reading.wrong[at])
        state = tr("wrong") if wrong else tr("right") if reading.inside[at] else tr("outside the language")
        place = tr("One bracket earlier") if earlier else tr("Here")
        mark = "✗" if wrong or not reading.inside[at] else "✓"
        return tr("{mark} {place}: {n} brackets, depth {d}, {state}   {string}").format(
            mark=mark, place=place, n=at, d=int(reading.depth[at]), state=state,
            string="" if brief else short_string(reading.string[:at], 30),
        )  # fmt: skip
