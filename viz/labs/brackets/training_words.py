"""The sentences beside a training: what is shown, how fast it goes, what the pictures are."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from viz.charts.numbers import percent, with_percent
from viz.labs.brackets.training_frame import TrainingFrame

translate = QCoreApplication.translate  # by this name its texts are collected


def mass(share: float) -> str:
    """A legal mass with the digits that tell one good net from another."""
    return with_percent(f"{100 * share:z.3f}") if np.isfinite(share) else percent(share)


def state_words(frame: TrainingFrame) -> str:
    """What is shown, in a sentence."""
    if not frame.mine:
        if frame.going:
            return translate("Brackets", "The training begins …")
        if frame.moment < 0:
            return translate("Brackets", "Reading the stored training …")
        return translate(
            "Brackets",
            "The bundled model after {n} examples: probability on valid symbols {p}, top prediction valid for {a}",
        ).format(n=f"{frame.examples:z,.0f}", p=mass(frame.legal_mass), a=percent(frame.accuracy))
    state = (
        translate("Brackets", "Done")
        if frame.done
        else translate("Brackets", "Training")
        if frame.going
        else translate("Brackets", "Paused")
    )
    return translate(
        "Brackets", "{state}: {n} of {all} examples, probability on valid symbols {p}, top prediction valid for {a}"
    ).format(
        state=state,
        n=f"{frame.examples:z,.0f}",
        all=f"{frame.examples_planned:z,.0f}",
        p=mass(frame.legal_mass),
        a=percent(frame.accuracy),
    )


def examples_words(examples: float) -> str:
    """A place along a training."""
    return translate("Brackets", "{n} examples").format(n=f"{examples:z,.0f}")


def speed_words(frame: TrainingFrame) -> str:
    """How fast it goes, and what is kept."""
    if not frame.mine:
        return translate(
            "Brackets", "Stored checkpoint {i} of {n}: move the slider, or press Start to train a model of your own."
        ).format(i=frame.moment + 1, n=frame.moments)
    best = translate("Brackets", "best so far {p}, saved as {name}").format(
        p=mass(frame.best_mass), name=frame.next_slice.name
    )
    if frame.done or frame.per_second <= 0:
        return best
    return translate("Brackets", "{v} examples per second, {left} left · {best}").format(
        v=f"{frame.per_second:z,.0f}", left=duration(frame.seconds_left), best=best
    )


def duration(seconds: float) -> str:
    """Seconds as a person reads them."""
    if not np.isfinite(seconds):
        return translate("Brackets", "unknown time")
    minutes, rest = divmod(round(seconds), 60)
    if minutes >= 60:
        return translate("Brackets", "{h}\u00a0h {m}\u00a0min").format(h=minutes // 60, m=minutes % 60)
    if minutes:
        return translate("Brackets", "{m}\u00a0min {s}\u00a0s").format(m=minutes, s=rest)
    return translate("Brackets", "{s}\u00a0s").format(s=rest)


def cloud_words(frame: TrainingFrame) -> str:
    """What the cloud is."""
    if frame.cloud is None:
        return ""
    return translate("Brackets", "hidden states after the last layer, {share} of the variance; drag to rotate").format(
        share=with_percent(f"{100 * frame.cloud.explained:z.0f}")
    )


def attention_words(frame: TrainingFrame) -> str:
    """What the small pictures are."""
    if frame.attention is None:
        return ""
    return translate(
        "Brackets", "attention of every head over {string} (start token first; square-root colour scale, 0 to 1)"
    ).format(string=frame.attention.string)
