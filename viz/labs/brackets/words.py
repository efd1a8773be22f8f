"""Sentences about a reading, made from its numbers alone."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.brackets.records import Reading
from viz.charts.numbers import percent
from viz.joined import listed
from viz.labs.brackets.chosen_net import Shown
from viz.plural import plural

translate = QCoreApplication.translate  # by this name its texts are collected
START, END = "Start", "End"  # the symbols of the language that are no brackets


def short_string(string: str, most: int = 36) -> str:
    """A string as it can stand in a sentence: its middle left out where it is long."""
    return string if len(string) <= most else f"{string[: most // 2]}…{string[-most // 2 :]}"


def net_words(net: str, checkpoints: int = 0) -> str:
    """A net's name as a person reads it."""
    whole, at, index = net.partition("@")
    said = {
        "two-block": translate("Brackets", "two-layer model"),
        "one-block": translate("Brackets", "one-layer model"),
        "two-kinds": translate("Brackets", "two-layer model, ( ) and [ ]"),
    }.get(whole)
    if said is None:
        said = translate("Brackets", "trained here: {name}").format(name=whole.rpartition("/")[2])
    return translate("Brackets", "{net}, checkpoint {i}").format(net=said, i=index) if at else said


def symbol_name(name: str) -> str:
    """A symbol of the language as it is shown: a bracket is itself."""
    return {END: translate("Symbols", "End"), START: translate("Symbols", "Start")}.get(name, name)


class Words:
    """What is said about what is shown."""

    def __init__(self, shown: Shown) -> None:
        self._shown = shown

    def outcome(self, name: str) -> str:
        """An entry of the legend."""
        return {
            "(": translate("Brackets", "( opens"),
            ")": translate("Brackets", ") closes"),
            "[": translate("Brackets", "[ opens"),
            "]": translate("Brackets", "] closes"),
            END: translate("Brackets", "End of the string"),
        }.get(name, name)

    def verdict(self, at: int) -> str:
        """One sentence: is the net right after this prefix, and was it one bracket earlier?"""
        shown, reading = self._shown, self._shown.reading
        if reading is None:
            if shown.why_not:
                return shown.why_not
            if shown.flawless:
                return translate(
                    "Brackets", "No failure was found: this model is correct after every prefix that was tried."
                )
            return translate("Brackets", "Running the bracket model …")
        if not reading.inside[at]:
            return plural(
                translate(
                    "Brackets",
                    "Closed too often: after {n} bracket(s), nothing can make the string balanced again.",
                    "",
                    at,
                ),
                at,
            ).format(n=at)
        said, share = self._likeliest(reading, at)
        if not reading.wrong[at]:
            right = plural(
                translate(
                    "Brackets", "Correct after {n} bracket(s): the model expects {what} ({p}), which is valid.", "", at
                ),
                at,
            )
            return right.format(n=at, what=symbol_name(said), p=share)
        before = at > 0 and not reading.wrong[at - 1]
        return plural(self._wrong(reading, at, said)[before], at - before).format(
            m=at - 1, n=at, what=symbol_name(said), p=share, d=int(reading.depth[at])
        )

    @staticmethod
    def _likeliest(reading: Reading, at: int) -> tuple[str, str]:
        """What the net expects most after a prefix, and its probability."""
        best, start = int(reading.probs[at].argmax()), float(reading.start_share[at])
        if start > reading.probs[at, best]:
            return START, percent(start)
        return reading.outcomes[best], percent(float(reading.probs[at, best]))

    @staticmethod
    def _wrong(reading: Reading, at: int, outcome: str) -> tuple[str, str]:
        """Why an outcome is invalid after a prefix: where the one before was wrong or absent too, and where not.

        The first counts the prefix's brackets, the second those of the one before.
        """
        before = at - 1
        if outcome == START:
            return (
                translate(
                    "Brackets",
                    "Wrong after {n} bracket(s): the model expects {what} ({p}), which can only begin a string.",
                    "",
                    at,
                ),
                translate(
                    "Brackets",
                    "Correct after {m} bracket(s), wrong after {n}: the model expects {what} ({p}), "
                    "which can only begin "
                    "a string.",
                    "",
                    before,
                ),
            )
        if outcome == END and int(reading.depth[at]) == 1:
            return (
                translate(
                    "Brackets",
                    "Wrong after {n} bracket(s): the model expects {what} ({p}), although 1 is still open.",
                    "",
                    at,
                ),
                translate(
                    "Brackets",
                    "Correct after {m} bracket(s), wrong after {n}: the model expects {what} ({p}), "
                    "although 1 is still "
                    "open.",
                    "",
                    before,
                ),
            )
        if outcome == END:
            return (
                translate(
                    "Brackets",
                    "Wrong after {n} bracket(s): the model expects {what} ({p}), although {d} are still open.",
                    "",
                    at,
                ),
                translate(
                    "Brackets",
                    "Correct after {m} bracket(s), wrong after {n}: the model expects {what} ({p}), although {d} are "
                    "still open.",
                    "",
                    before,
                ),
            )
        if int(reading.depth[at]) == 0:
            return (
                translate(
                    "Brackets",
                    "Wrong after {n} bracket(s): the model expects {what} ({p}), although none is open.",
                    "",
                    at,
                ),
                translate(
                    "Brackets",
                    "Correct after {m} bracket(s), wrong after {n}: the model expects {what} ({p}), although none is "
                    "open.",
                    "",
                    before,
                ),
            )
        return (
            translate(
                "Brackets",
                "Wrong after {n} bracket(s): the model expects {what} ({p}), although one of the other kind is open.",
                "",
                at,
            ),
            translate(
                "Brackets",
                "Correct after {m} bracket(s), wrong after {n}: the model expects {what} ({p}), although one of the "
                "other kind is open.",
                "",
                before,
            ),
        )

    def hint(self) -> str:
        """What is shown, and what can be done."""
        shown, reading = self._shown, self._shown.reading
        if reading is None:
            return translate(
                "Brackets", "Type some of ( and ), for example (()), or clear the line to see the model's own failure."
            )
        n = len(reading.string)
        first = reading.first_wrong
        needed = 0 if first is None else first + int(reading.depth[first])
        said = plural(
            translate(
                "Brackets",
                "{n} bracket(s): {wrong} of {all} prefixes are wrong, probability on invalid symbols at most {mass}.",
                "",
                n,
            ),
            n,
        )
        if needed > reading.trained_length:
            said = plural(
                translate(
                    "Brackets",
                    "{n} bracket(s): {wrong} of {all} prefixes are wrong, probability on invalid "
                    "symbols at most {mass}. "
                    "Closing what is open at the first of them needs {m} brackets; the model was trained up to {t}.",
                    "",
                    n,
                ),
                n,
            )
        counts = said.format(
            n=n, wrong=int(reading.wrong.sum()), all=int(reading.inside.sum()), m=needed, t=reading.trained_length,
            mass=percent(float(np.where(reading.inside, reading.illegal_mass, 0.0).max())),
        )  # fmt: skip
        if shown.found:
            return translate(
                "Brackets", "Nothing is typed: this is the shortest failure found by search. {counts}"
            ).format(counts=counts)
        return translate("Brackets", "{counts} Clear the line to see the model's own failure.").format(counts=counts)

    def after(self, at: int) -> str:
        """All numbers after one prefix."""
        reading = self._shown.reading
        if reading is None:
            return ""
        shares = listed(
            f"{symbol_name(name)} {percent(float(p))}"
            for name, p in zip(reading.outcomes, reading.probs[at], strict=True)
        )
        return plural(translate("Brackets", "After {n} bracket(s), depth {d}: {shares}", "", at), at).format(
            n=at, d=int(reading.depth[at]), shares=shares
        )

    def card(self, at: int, earlier: bool, brief: bool = False) -> str:
        """The heading of a card; `brief` leaves the string out."""
        reading = self._shown.reading
        if reading is None:
            return ""
        wrong = bool(reading.wrong[at])
        state = (
            translate("Brackets", "wrong")
            if wrong
            else translate("Brackets", "correct")
            if reading.inside[at]
            else translate("Brackets", "outside the language")
        )
        place = translate("Brackets", "One bracket earlier") if earlier else translate("Brackets", "Here")
        mark = "✗" if wrong or not reading.inside[at] else "✓"
        return plural(translate("Brackets",
"{mark} {place}: {n} "
"bracket(s), depth {d}, {state} "
"  {string}", "", at), at).format(
            mark=mark, place=place, n=at, d=int(reading.depth[at]), state=state,
            string="" if brief else short_string(reading.string[:at], 30),
        )  # fmt: skip
