"""What is said of tables: how full they are, how well they predict, and where a run stands."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from engine.labs.ngrams.records import Examples, ModelBits, Passage, TablesFound
from viz.charts.numbers import fixed, percent, with_percent
from viz.joined import sentences
from viz.labs.ngrams.choices import sign
from viz.plural import plural

translate = QCoreApplication.translate  # by this name its texts are collected
LAST = -1  # of the tables: n = 6
BUNDLED = ("Emma", "Persuasion")  # books that tell the bundled text


def large(number: float) -> str:
    """A number that may have many digits: in full up to a million, then as a power of ten."""
    if not math.isfinite(number):
        return fixed(number, 0)
    if number < 1e7:
        return f"{number:z,.0f}"
    power = math.floor(math.log10(number))
    return f"{number / 10.0**power:z.1f} × 10{_raised(power)}"


def small_share(share: float) -> str:
    """A share that may be tiny, with two digits that carry meaning."""
    if not 0 < share < 5e-5:
        return percent(share)
    if share >= 1e-7:
        return with_percent(f"{100 * share:z.2g}")
    power = math.floor(math.log10(100 * share))
    return with_percent(f"{100 * share / 10.0**power:z.1f} × 10{_raised(power)}")


def _raised(power: int) -> str:
    return str(power).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))


def text_name(found: TablesFound) -> str:
    """What was counted."""
    if len(found.titles) > 1 and set(BUNDLED) <= set(found.titles):
        return translate("Ngrams", "Jane Austen's six novels")
    return found.titles[0] if found.titles else ""


def counted(found: TablesFound) -> str:
    """What was counted, and what is held out."""
    said = translate("Ngrams", "{name}: {n} characters counted, the last {held} of the text held out.")
    if len(found.titles) > 1:
        said = translate("Ngrams", "{name}: {n} characters counted, the last twentieth of each book ({held}) held out.")
    return said.format(name=text_name(found), n=large(found.n_characters), held=large(found.n_held_out))


def filled(found: TablesFound, letters: bool) -> str:
    """How full the tables are."""
    said = (
        translate(
            "Ngrams",
            "{v} different characters: of {possible} possible sequences of 6 the text has {seen} ({share}), {once} of "
            "them only once. Of the sequences in the held-out text {unseen} are in no table.",
        )
        if letters
        else translate(
            "Ngrams",
            "{v} different words: of {possible} possible sequences of 6 the text has {seen} ({share}), {once} of them "
            "only once. Of the sequences in the held-out text {unseen} are in no table.",
        )
    )
    seen, possible = int(found.seen[LAST]), float(found.possible[LAST])
    return said.format(
        v=large(found.n_symbols), possible=large(possible), seen=large(seen), share=small_share(seen / possible),
        once=percent(int(found.once[LAST]) / seen) if seen else fixed(math.nan, 0),
        unseen=percent(float(found.unseen[LAST])),
    )  # fmt: skip


def compared(found: ModelBits) -> str:
    """The model beside the tables on the same text."""
    letters, words = (min(found.mean(row) for row in rows) for rows in (found.letters, found.words))
    return translate(
        "Ngrams",
        "On the same {n} held-out characters: {model} {bits} bits per character (95 % interval {low} to {high}; "
        "{tokens} tokens), the best table of letters {letters}, of words {words}.",
    ).format(
        n=large(int(found.characters.sum())), model=found.name, bits=fixed(found.mean(found.model), 3),
        low=fixed(found.low, 3), high=fixed(found.high, 3), tokens=large(int(found.tokens.sum())),
        letters=fixed(letters, 3), words=fixed(words, 3),
    )  # fmt: skip


def places(found: Examples) -> str:
    """How often a run stands in the text."""
    run = sign("".join(found.symbols))
    n = found.n_found or found.n_before
    if not found.n_found:
        never = translate("Ngrams", "“{run}” never occurs in the counted text.")
        before = translate(
            "Ngrams", "“{run}” never occurs, though what it begins with stands there {n} time(s).", "", n
        )
        partly = found.n_before and len(found.symbols) > 1
        return plural(before if partly else never, n).format(run=run, n=large(n))
    if len(found.symbols) == 1:
        once = translate("Ngrams", "“{run}” occurs {n} time(s), for example:", "", n)
        return plural(once, n).format(run=run, n=large(n))
    share = translate("Ngrams", "“{run}” occurs {n} time(s): {share} of what follows “{before}”. For example:", "", n)
    return plural(share, n).format(
        run=run, n=large(n), share=percent(n / found.n_before),
        before=sign("".join(found.symbols[:-1])),
    )  # fmt: skip


def where(passage: Passage) -> str:
    """The book of a passage, and how far into it."""
    return translate("Ngrams", "{book}, {share} into it").format(book=passage.title, share=percent(passage.share))


def in_context(passage: Passage) -> str:
    """A passage on one line, what it is about in brackets."""
    flat = [" ".join(part.replace("\n", " ↵ ").split(" ")) for part in (passage.before, passage.hit, passage.after)]
    return translate("Ngrams", "…{before}⟦{hit}⟧{after}…   ({where})").format(
        before=flat[0], hit=flat[1], after=flat[2], where=where(passage)
    )


def notes_of(found: TablesFound, model: ModelBits | None, letters: bool, why_not: str) -> str:
    """All that is said above the charts."""
    last = compared(model) if model is not None else why_not
    return "\n".join(it for it in (sentences(counted(found), filled(found, letters)), last, *found.notes) if it)
