"""What the view of scaling laws says, and its numbers as a table."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from engine.labs.dictionary_training.records import PUBLISHED, Sweep, law
from viz.charts.numbers import percent
from viz.in_language import in_language
from viz.intents import SaveTable
from viz.joined import ended, facts, sentences
from viz.labs.dictionary_training.scaling_frame import ScalingFrame
from viz.labs.dictionary_training.words import count, duration, memory_words, number, text_words

translate = QCoreApplication.translate  # by this name its texts are collected


def heading(frame: ScalingFrame) -> str:
    """Which dictionaries, and how far they are."""
    recipe = frame.recipe
    if recipe is None:
        return ""
    n = len(frame.widths) * len(frame.ks)
    state = translate("DictionaryTraining", "{n} dictionaries, none trained").format(n=n)
    if frame.going and frame.sweep is None:
        state = translate("DictionaryTraining", "The training begins …")
    elif frame.sweep is not None:
        said = translate("DictionaryTraining", "{done} of {n} dictionaries trained")
        if not frame.going and frame.sweep.then is not None:
            said = translate("DictionaryTraining", "Paused: {done} of {n} dictionaries trained")
        state = said.format(done=frame.n_done, n=n)
    steps = translate("DictionaryTraining", "{steps} steps each").format(steps=f"{recipe.steps:,}")
    rate = translate("DictionaryTraining", "rate {rate}").format(rate=f"{recipe.rate:g}")
    return " · ".join((state, in_language(recipe.hook.in_words), steps, rate))


def notes(frame: ScalingFrame) -> str:
    """What it takes, and how well the law fits."""
    if frame.why_not:
        return in_language(frame.why_not)
    if frame.sweep is None:
        if frame.cost is None:
            return translate("DictionaryTraining", "Measuring how long it will take …") if frame.questions else ""
        about = translate(
            "DictionaryTraining", "All of it takes about {whole} here, judged by the widest dictionary."
        ).format(whole=duration(frame.seconds))
        return sentences(about, memory_words(frame.cost))
    return sentences(*(part for part in (in_language(frame.sweep.problem), _fit(frame.sweep), _time(frame)) if part))


def _fit(sweep: Sweep) -> str:
    found = sweep.law
    if found is None:
        return translate(
            "DictionaryTraining", "A law is fitted once four dictionaries of two widths at least are trained."
        )
    said = (
        translate("DictionaryTraining", "The full law of the paper is fitted; it misses each error by {miss}.")
        if found.form == "full"
        else translate("DictionaryTraining", "A power law without a floor is fitted, as there are few dictionaries; it "
                       "misses each error by {miss}.")
    )  # fmt: skip
    parts = [said.format(miss=percent(math.expm1(found.residual)))]
    if sweep.compute is not None:
        values = dict(
            zip(sweep.compute.names, zip(sweep.compute.values, sweep.compute.errors, strict=True), strict=True)
        )
        slope, error = values["b"]
        parts.append(
            translate("DictionaryTraining", "Least error ~ compute to the power {slope} ± {error}.").format(
                slope=number(float(slope), 2), error=number(float(error), 2)
            )
        )
    return sentences(*parts)


def _time(frame: ScalingFrame) -> str:
    sweep = frame.sweep
    if sweep is None:
        return ""
    spent = translate("DictionaryTraining", "{seconds} of computing").format(seconds=duration(sweep.seconds))
    left = (
        translate("DictionaryTraining", "{left} left").format(left=duration(sweep.seconds_left))
        if sweep.then is not None and math.isfinite(sweep.seconds_left)
        else ""
    )
    reading = translate("DictionaryTraining", "{read} of {tokens} tokens read").format(
        read=count(sweep.text.read), tokens=count(sweep.text.tokens)
    )
    if sweep.doing == "reading":
        return ended(facts(part for part in (spent, left, reading) if part))
    return sentences(ended(facts(part for part in (spent, left) if part)), text_words(sweep.text))


def scaling_table(frame: ScalingFrame, columns: tuple[str, ...]) -> SaveTable | None:
    """A row for every measurement of every dictionary; None where there is none."""
    sweep = frame.sweep
    if sweep is None or not frame.has_charts:
        return None
    rows = tuple(
        (
            point.width, point.k, int(step), float(mse), float(flops),
            float(sweep.law.at(point.width, point.k)) if sweep.law is not None else "",
            float(law(PUBLISHED, point.width, point.k)),
        )
        for point in sweep.points
        for step, mse, flops in zip(point.steps.tolist(), point.mse.tolist(), point.flops.tolist(), strict=True)
    )  # fmt: skip
    about = [("hook", sweep.recipe.hook.key), ("rate", f"{sweep.recipe.rate:g}"), ("batch", str(sweep.recipe.batch))]
    if sweep.law is not None:
        about.append(("law", sweep.law.form))
        about += [
            (name, f"{value:z.6g} ± {error:z.2g}")
            for name, value, error in zip(sweep.law.names, sweep.law.values, sweep.law.errors, strict=True)
        ]
    return SaveTable("dictionary_scaling", columns, rows, tuple(about))
