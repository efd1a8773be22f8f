"""What the views of this laboratory say: where a training stands, what it will take, and what was measured."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.dictionaries.records import Recipe
from engine.labs.dictionary_training.records import Begun, Cost, DictionaryTrained, TextRead
from viz.charts.numbers import NBSP, fixed, percent
from viz.in_language import in_language
from viz.joined import ended, facts, sentences
from viz.labs.dictionary_training.training_frame import TrainingFrame

translate = QCoreApplication.translate  # by this name its texts are collected
NONE = "–"


def duration(seconds: float) -> str:
    """Seconds as a person reads them."""
    if not math.isfinite(seconds):
        return NONE
    minutes, rest = divmod(round(seconds), 60)
    if minutes >= 60:
        return translate("DictionaryTraining", "{h}\u00a0h {m}\u00a0min").format(h=minutes // 60, m=minutes % 60)
    if minutes:
        return translate("DictionaryTraining", "{m}\u00a0min {s}\u00a0s").format(m=minutes, s=rest)
    return translate("DictionaryTraining", "{s}\u00a0s").format(s=max(rest, 1))


def size(n_bytes: float) -> str:
    """An amount of memory."""
    return f"{n_bytes / 1e9:z.1f}{NBSP}GB" if n_bytes >= 1e9 else f"{max(n_bytes / 1e6, 1):z.0f}{NBSP}MB"


def number(value: float, digits: int = 3) -> str:
    """A number with so many digits that carry meaning, a true minus."""
    return f"{value:z.{digits}g}".replace("-", "−") if math.isfinite(value) else NONE


def count(value: float) -> str:
    """A whole number with its thousands parted."""
    return f"{value:z,.0f}" if math.isfinite(value) else NONE


def recipe_words(recipe: Recipe) -> str:
    """Where a dictionary reads and how it is made, in short."""
    kept = (
        translate("DictionaryTraining", "TopK, k {k}").format(k=recipe.k)
        if recipe.activation == "topk"
        else translate("DictionaryTraining", "ReLU, L1 weight {weight}").format(weight=f"{recipe.l1:g}")
    )
    return " · ".join(
        (
            in_language(recipe.hook.in_words),
            translate("DictionaryTraining", "{n} features").format(n=count(recipe.width)),
            kept,
            translate("DictionaryTraining", "rate {rate}").format(rate=f"{recipe.rate:g}"),
        )
    )


def heading(frame: TrainingFrame) -> str:
    """Where the training stands."""
    if frame.recipe is None:
        return ""
    return " · ".join((_state(frame, frame.recipe), recipe_words(frame.recipe)))


def _state(frame: TrainingFrame, recipe: Recipe) -> str:
    found, steps = frame.trained, f"{recipe.steps:,}"
    if found is None:
        if frame.going:
            return translate("DictionaryTraining", "The training begins …")
        if frame.resumes_at > 0:
            return translate("DictionaryTraining", "Kept at step {step} of {steps}").format(
                step=f"{frame.resumes_at:,}", steps=steps
            )
        return translate("DictionaryTraining", "Not trained")
    step = f"{found.step:,}"
    if found.done:
        return translate("DictionaryTraining", "Done at step {step}").format(step=step)
    if not frame.going:
        return translate("DictionaryTraining", "Paused at step {step} of {steps}").format(step=step, steps=steps)
    if found.doing == "reading":
        return translate("DictionaryTraining", "Reading, {read} of {tokens} tokens").format(
            read=count(frame.read), tokens=count(found.text.tokens)
        )
    return translate("DictionaryTraining", "Training, step {step} of {steps}").format(step=step, steps=steps)


def notes(frame: TrainingFrame) -> str:
    """What it takes or took, and what was left out."""
    if frame.why_not:
        return in_language(frame.why_not)
    found = frame.trained
    if found is None:
        return _cost_words(frame)
    problem = in_language(frame.not_saved or found.problem)
    saved = (
        translate("DictionaryTraining", "Saved as {title}; all views of features show it.").format(
            title=frame.saved.title
        )
        if frame.saved is not None
        else translate("DictionaryTraining", "Measuring and saving …")
        if frame.saving
        else ""
    )
    return sentences(*(part for part in (problem, saved, _time_words(frame, found), text_words(found.text)) if part))


def _cost_words(frame: TrainingFrame) -> str:
    if frame.cost is None:
        return translate("DictionaryTraining", "Measuring how long it will take …") if frame.questions else ""
    cost = frame.cost
    whole = cost.seconds_reading + cost.seconds_training + cost.seconds_measuring
    return sentences(
        translate(
            "DictionaryTraining",
            "Takes about {whole} here: {reading} to read {tokens} tokens, {training} of training, {measuring} of "
            "measuring.",
        ).format(
            whole=duration(whole), reading=duration(cost.seconds_reading), tokens=count(cost.tokens),
            training=duration(cost.seconds_training), measuring=duration(cost.seconds_measuring),
        ),
        memory_words(cost),
    )  # fmt: skip


def memory_words(cost: Cost) -> str:
    """Memory and disk that a recipe takes."""
    return translate("DictionaryTraining", "Needs {memory} of memory, and {file} of disk to resume from.").format(
        memory=size(cost.bytes_activations + cost.bytes_training), file=size(cost.bytes_file)
    )


def _time_words(frame: TrainingFrame, found: DictionaryTrained) -> str:
    speed = found.curve.speed[-1] if len(found.curve.speed) else float("nan")
    pace = translate("DictionaryTraining", "{seconds} of computing").format(seconds=duration(found.seconds))
    if frame.going and found.doing == "reading":
        pace = translate("DictionaryTraining", "{seconds} of computing, {speed} tokens a second").format(
            seconds=duration(found.seconds), speed=count(found.text.tokens_per_second)
        )
    elif math.isfinite(speed):
        pace = translate("DictionaryTraining", "{seconds} of computing, {speed} positions a second").format(
            seconds=duration(found.seconds), speed=count(speed)
        )
    left = (
        translate("DictionaryTraining", "{left} left").format(left=duration(found.seconds_left))
        if not found.done and math.isfinite(found.seconds_left)
        else ""
    )
    kept = (
        translate("DictionaryTraining", "kept on disk at step {step}").format(step=f"{found.kept_at:,}")
        if found.kept_at > 0 and not found.done
        else ""
    )
    return ended(facts(part for part in (pace, left, kept) if part))


def text_words(text: TextRead) -> str:
    """What was read, and what of it was left out."""
    if not text.read:
        return ""
    said = translate(
        "DictionaryTraining",
        "Trained on {positions} of {read} positions of {title}; left out: {first} first tokens and {outliers} outliers "
        "longer than {longest}",
    )
    if math.isfinite(text.outlier_share):
        said = translate(
            "DictionaryTraining",
            "Trained on {positions} of {read} positions of {title}; left out: {first} first tokens and {outliers} "
            "outliers longer than {longest}, which hold {share} of all squares",
        )
    return ended(said).format(
        title=in_language(text.title), positions=count(text.positions), read=count(text.read), first=count(text.first),
        outliers=count(text.outliers), longest=number(text.longest), share=percent(text.outlier_share),
    )  # fmt: skip


def last(values: np.ndarray) -> float:
    """The newest value that is known; NaN where there is none."""
    known = values[np.isfinite(values)] if len(values) else values
    return float(known[-1]) if len(known) else float("nan")


def recovered_words(found: DictionaryTrained) -> tuple[str, str, str]:
    """Loss recovered, large, what it is, and what it is made of."""
    curve = found.held_out
    more = translate("DictionaryTraining", "model {model}, spliced {spliced}, mean {mean} nats a token").format(
        model=fixed(curve.loss, 2), spliced=fixed(last(curve.loss_spliced), 2), mean=fixed(curve.loss_ablated, 2)
    )
    return percent(last(curve.recovered)), translate("DictionaryTraining", "loss recovered when spliced in"), more


def kl_words(found: DictionaryTrained) -> tuple[str, str, str]:
    """KL, large, of what, and what it was at first."""
    value, first = last(found.held_out.kl), found.held_out.kl[:1]
    said = translate("DictionaryTraining", "{kl} nats")
    more = (
        translate("DictionaryTraining", "before training {kl} nats").format(kl=fixed(float(first[0]), 2))
        if len(first) and math.isfinite(first[0])
        else ""
    )
    return (
        said.format(kl=fixed(value, 2)) if math.isfinite(value) else NONE,
        translate("DictionaryTraining", "KL divergence a token when spliced in"),
        more,
    )


def explained_words(found: DictionaryTrained) -> tuple[str, str, str]:
    """Explained variance, large."""
    more = translate("DictionaryTraining", "before scaling {raw}, dead features {dead}").format(
        raw=percent(last(found.held_out.explained_raw)), dead=percent(dead_share(found))
    )
    value = percent(last(found.held_out.explained))
    return value, translate("DictionaryTraining", "explained variance, held out"), more


def dead_share(found: DictionaryTrained) -> float:
    """Of the features, while training; before that on the held-out positions."""
    share = last(found.curve.dead)
    return share if math.isfinite(share) else last(found.held_out.dead)


def begun_words(begun: Begun) -> str:
    """A training that can be gone on with, in a list."""
    return translate("DictionaryTraining", "{recipe}: step {step} of {steps}").format(
        recipe=recipe_words(begun.recipe), step=f"{begun.step:,}", steps=f"{begun.recipe.steps:,}"
    )
