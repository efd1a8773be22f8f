"""What the views of the playground say of nets, weights and trainings."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from viz.charts.net_words import class_name, number
from viz.charts.numbers import percent
from viz.in_language import in_language
from viz.labs.playground.playground_frame import PlaygroundFrame
from viz.plural import plural

translate = QCoreApplication.translate  # by this name its texts are collected


def heading(frame: PlaygroundFrame) -> str:
    """Where the training stands."""
    if frame.net is None or frame.weights is None:
        return ""
    if frame.broke_at >= 0:
        return translate(
            "Playground",
            "Stopped at step {step}: the numbers were no longer finite (NaN). The net is shown with its last finite "
            "weights. Choose a smaller learning rate, then rewind.",
        ).format(step=f"{frame.broke_at + 1:,}")
    parts = [_state(frame)]
    train, held = frame.losses
    if np.isfinite(train):
        parts.append(translate("Playground", "loss {loss}").format(loss=number(train)))
    if np.isfinite(held):
        parts.append(translate("Playground", "held out {loss}").format(loss=number(held)))
    plane, examples = frame.right
    if np.isfinite(plane):
        parts.append(translate("Playground", "{share} of the plane right").format(share=percent(plane)))
    elif np.isfinite(examples):
        parts.append(translate("Playground", "{share} of examples right").format(share=percent(examples)))
    return " · ".join(parts)


def _state(frame: PlaygroundFrame) -> str:
    step = f"{frame.step:,}"
    if frame.moment >= 0:
        said = translate("Playground", "As it was after step {step} of {all}")
        return said.format(step=step, all=f"{frame.trained:,}")
    if frame.going:
        return translate("Playground", "Training, step {step}").format(step=step)
    if frame.turned:
        n = len(frame.turned)
        said = translate("Playground", "Step {step}, {n} weight(s) turned by hand", "", n)
        return plural(said, n).format(step=step, n=n)
    if frame.step == 0 and frame.opened_at >= 0:
        return translate("Playground", "As saved at step {step}").format(step=f"{frame.opened_at:,}")
    if frame.step == 0:
        return translate("Playground", "Untrained")
    if frame.done:
        return translate("Playground", "Done at step {step}").format(step=step)
    return translate("Playground", "Paused at step {step}").format(step=step)


def notes(frame: PlaygroundFrame) -> str:
    """What is wrong, or what a file held."""
    return in_language(frame.why_not or frame.saved or frame.from_file)


def movable_words(index: int) -> str:
    """One of the points of “nearest point”."""
    return translate("Playground", "point {name}: drag it, or choose it and use Page Up and Page Down").format(
        name=class_name(index)
    )


def point_words(frame: PlaygroundFrame, x: float, y: float, answered: tuple[np.ndarray, ...]) -> str:
    """What the net answers at a point of the plane, or of the line."""
    if frame.there is None or not answered:
        return ""
    own = frame.there.inputs.own(np.array([x, y][: frame.there.n_inputs]))
    lines = ["   ".join(f"{name} {number(float(value))}" for name, value in zip("xy", own, strict=False))]
    out = answered[-1]
    if frame.there.is_function:
        value = float(frame.there.outputs.own(out)[0])
        lines.append(translate("Playground", "the net: {value}").format(value=number(value)))
        if frame.truth is not None and abs(x) <= 1:
            at = int(np.argmin(np.abs(np.linspace(-1.25, 1.25, len(frame.truth)) - x)))
            lines.append(translate("Playground", "the function: {value}").format(value=number(float(frame.truth[at]))))
        return "\n".join(lines)
    likeliest = np.argsort(-out, kind="stable")[:3].tolist()
    lines += [
        translate("Playground", "class {name}: {share}").format(
            name=class_name(index, frame.data.names), share=percent(float(out[index]))
        )
        for index in likeliest
    ]
    return "\n".join(lines)
