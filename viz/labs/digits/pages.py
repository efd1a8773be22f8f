"""The four pages beside the picture: training and answer, neurons, the map in the plane, several starts."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.digits.records import DIGITS, SIDE, Starts
from viz.charts.aim import Columns, Points
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar, Key
from viz.charts.look import Look
from viz.charts.numbers import fixed, percent
from viz.charts.rulers import Ruler, categories, shares
from viz.labs.digits import words
from viz.labs.digits.derived import BLURS
from viz.labs.digits.digits_frame import DigitsFrame
from viz.theme import Theme

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

translate = QCoreApplication.translate  # by this name its texts are collected

LABELS = tuple(str(digit) for digit in range(DIGITS))
DRAWN = 0.05  # probability from which a digit has a line of its own
STRONGEST, DISPUTED = 18, 24  # pictures
MOST_BITS = math.log2(DIGITS)
HIGH = 0.85  # probability from which a bar has its number within


@dataclass(frozen=True)
class Gestures:
    """What is told of a choice."""

    picture: Callable[[int], object]
    blur: Callable[[float], object]
    neuron: Callable[[int], object]


def _two(value: float) -> str:
    return fixed(value, 2)


def digit_colours(theme: Theme) -> tuple[str, ...]:
    """A colour for each digit."""
    return (*theme.categories[:9], theme.text)


# -- training and answer -------------------------------------------------------------------------------------------


def draw_answer(grid: ChartGrid, frame: DigitsFrame, look: Look, told: Gestures) -> None:
    """The training above; below what the net says of the picture, and of it when it is blurred."""
    theme = look.theme
    losses = (
        Key(translate("DigitsView", "training pictures"), theme.path),
        Key(translate("DigitsView", "held-out pictures"), theme.fan, dash=1),
    )
    asked = (
        Key(translate("DigitsView", "this picture"), theme.accent),
        Key(translate("DigitsView", "mean over the held-out pictures"), theme.muted, dash=1),
    )
    _shares(grid, {1: 4, 3: 5}, 6)
    grid.key(0, 0, losses, columns=6)
    _draw_training(grid.plot(1, 0, 1, 3), grid.plot(1, 3, 1, 3), frame, losses)
    _draw_probs(grid.plot(2, 0, 2, 2), frame, theme)
    grid.words(2, 2, translate("DigitsView", "the picture blurred more and more"), columns=2)
    grid.key(2, 4, asked, columns=2)
    _draw_along(grid.plot(3, 2, 1, 2), frame, theme, told)
    _draw_bits(grid.plot(3, 4, 1, 2), frame, asked, told)


def _shares(grid: ChartGrid, rows: dict[int, int], columns: int) -> None:
    """How the room is shared out; what another page had asked for is taken back."""
    grid.share({row: rows.get(row, 0) for row in range(6)}, {at: int(at < columns) for at in range(6)})


def _draw_training(loss: Plot, right: Plot, frame: DigitsFrame, keys: tuple[Key, Key]) -> None:
    trained = frame.trained
    steps = frame.recipe.epochs * -(-(trained.n_train if trained else 1258) // frame.recipe.batch)
    x = Ruler(0.0, float(max(steps, 1)), translate("DigitsView", "training steps"), lines=False)
    values = np.concatenate([trained.loss, trained.held_out_loss]) if trained else np.array([2.4])
    finite = values[np.isfinite(values)]
    top = max(float(finite.max()) if len(finite) else 2.4, 0.1)
    loss.show_axes(x, Ruler(0.0, top * 1.03, translate("DigitsView", "loss, nats per picture")))
    right.show_axes(x, Ruler(0.0, 1.02, translate("DigitsView", "share read correctly"), shares))
    right.limit(1 / DIGITS, translate("DigitsView", "guessing"), across=True)
    if trained is None:
        return
    lines = ((loss, trained.loss, trained.held_out_loss), (right, trained.train_accuracy, trained.accuracy))
    for plot, inside, outside in lines:
        plot.line(trained.steps, inside, keys[0].colour, name=keys[0].name)
        plot.line(trained.steps, outside, keys[1].colour, dash=keys[1].dash, name=keys[1].name)


def _draw_probs(plot: Plot, frame: DigitsFrame, theme: Theme) -> None:
    digits = categories(
        LABELS, translate("DigitsView", "digit"), clear=True, chosen=frame.digit if frame.digit >= 0 else None
    )
    plot.show_axes(digits, Ruler(0.0, 1.02, translate("DigitsView", "probability"), shares))
    if not len(frame.probs):
        return
    colours = digit_colours(theme)
    plot.bars(np.arange(DIGITS), frame.probs, colours, thick=0.72, name=translate("DigitsView", "probability"))
    best = frame.read_as
    high = float(frame.probs[best])
    inside = high > HIGH
    beside = 0.2 if best == 0 else 0.8 if best == DIGITS - 1 else 0.5  # within the plot
    plot.words(best, high, percent(high), anchor=(beside, 0.0 if inside else 1.0), size=0.9, bold=True,
               ground=theme.surface if inside else "")  # fmt: skip
    plot.aim(Columns(np.arange(float(DIGITS))), lambda digit: words.digit_words(digit, float(frame.probs[digit])))


def _draw_along(plot: Plot, frame: DigitsFrame, theme: Theme, told: Gestures) -> None:
    x = Ruler(0.0, float(BLURS[-1]), translate("DigitsView", "blur, pixels"), lines=False)
    plot.show_axes(x, Ruler(0.0, 1.02, translate("DigitsView", "probability"), shares))
    along = frame.along
    if along is None:
        return
    colours = digit_colours(theme)
    for digit in range(DIGITS):
        line = along.probs[:, digit]
        if line.max() < DRAWN:
            continue
        plot.line(along.blurs, line, colours[digit], dash=digit % 4, name=LABELS[digit])
        top = int(np.argmax(line[1:-1])) + 1 if line[0] < line.max() else 1
        plot.words(float(along.blurs[top]), float(line[top]), LABELS[digit], colour=colours[digit], bold=True,
                   ground=theme.surface)  # fmt: skip
    plot.limit(frame.blur, colour=theme.accent, dash=0)
    plot.aim(
        Columns(along.blurs), lambda at: words.blur_words(along, at), choose=lambda at: told.blur(float(BLURS[at])),
        chosen=int(np.argmin(np.abs(BLURS - frame.blur))), ends=(0, len(BLURS) - 1),
    )  # fmt: skip


def _draw_bits(plot: Plot, frame: DigitsFrame, keys: tuple[Key, Key], told: Gestures) -> None:
    x = Ruler(0.0, float(BLURS[-1]), translate("DigitsView", "blur, pixels"), lines=False)
    plot.show_axes(x, Ruler(0.0, MOST_BITS * 1.08, translate("DigitsView", "entropy, bits (dashed: all ten alike)")))
    plot.limit(MOST_BITS, across=True)
    along, held = frame.along, frame.held
    if held is not None:
        plot.line(BLURS, held.bits, keys[1].colour, dash=keys[1].dash, name=keys[1].name)
    if along is None:
        return
    plot.line(along.blurs, along.bits, keys[0].colour, name=keys[0].name)
    plot.limit(frame.blur, colour=keys[0].colour, dash=0)
    plot.aim(
        Columns(along.blurs), lambda at: words.bits_words(along, held, at),
        choose=lambda at: told.blur(float(BLURS[at])),
        chosen=int(np.argmin(np.abs(BLURS - frame.blur))), ends=(0, len(BLURS) - 1),
    )  # fmt: skip


# -- neurons -------------------------------------------------------------------------------------------------------


def draw_neurons(grid: ChartGrid, frame: DigitsFrame, look: Look, told: Gestures) -> None:
    """All neurons of a layer by digit; of the chosen one its weights, its means and the pictures that fire it most."""
    theme, means, facts, pictures = look.theme, frame.means, frame.neuron, frame.pictures
    if means is None or facts is None or pictures is None:
        grid.words(0, 0, translate("DigitsView", "Training the model …"), colour=theme.muted)
        return
    _shares(grid, {1: 4, 3: 4, 5: 4}, 6)
    high = max(float(means.max()), 1e-6)
    said = translate("DigitsView", "mean activation of every neuron by digit; choose one")
    colouring = grid.colour_bar(0, 0, Bar(Colouring(theme.ramp, "", high), said, _two), columns=6)
    _draw_means(grid.plot(1, 0, 1, 6), frame, colouring, told)
    largest = max(float(np.abs(facts.weights).max()), 1e-6)
    signed = Bar(
        Colouring(theme.diverging, "", largest, signed=True), words.weights_title(facts.layer), _two, least=6.0
    )
    _draw_weights(grid.plot(3, 0, 1, 2), frame, grid.colour_bar(2, 0, signed, columns=2), grid)
    grid.words(2, 2, translate("DigitsView", "mean activation by digit (dashed: this picture)"), columns=2)
    _draw_by_digit(grid.plot(3, 2, 1, 2), frame, theme)
    grid.words(2, 4, words.onward_title(facts, frame), columns=2)
    _draw_onward(grid.plot(3, 4, 1, 2), frame, theme)
    grid.words(4, 0, translate("DigitsView", "the pictures that fire it most, with its activation"), columns=6)
    rows = facts.strongest[:STRONGEST]
    below = tuple(fixed(float(value), 1) for value in facts.strengths[:STRONGEST])
    _draw_tiles(grid.plot(5, 0, 1, 6), frame, rows.tolist(), below, look, told)


def _draw_means(plot: Plot, frame: DigitsFrame, colouring: Colouring, told: Gestures) -> None:
    means, facts = frame.means, frame.neuron
    if means is None or facts is None:
        return
    units = means.shape[1]
    plot.show_axes(
        categories(tuple(map(str, range(units))), translate("DigitsView", "neuron"), chosen=facts.neuron),
        categories(LABELS, translate("DigitsView", "digit"), down=True),
    )
    plot.heat(means, colouring, name=translate("DigitsView", "mean activation"))
    plot.box(facts.neuron - 0.5, -0.5, 1, DIGITS, plot.look.theme.accent if plot.look else "", halo=True)
    plot.aim(
        Columns(np.arange(float(units))), lambda neuron: words.neuron_words(means, neuron), choose=told.neuron,
        chosen=facts.neuron, ends=(0, units - 1),
    )  # fmt: skip


def _draw_weights(plot: Plot, frame: DigitsFrame, colouring: Colouring, grid: ChartGrid) -> None:
    facts = frame.neuron
    if facts is None:
        return
    hidden = Ruler(-0.5, SIDE - 0.5, hidden=True, fixed=True)
    plot.show_axes(hidden, Ruler(-0.5, SIDE - 0.5, hidden=True, down=True, fixed=True))
    plot.heat(facts.weights.reshape(SIDE, SIDE), colouring, name=translate("DigitsView", "weight"))
    plot.at_most(wide=10.0, high=10.0)


def _draw_by_digit(plot: Plot, frame: DigitsFrame, theme: Theme) -> None:
    facts = frame.neuron
    if facts is None:
        return
    top = max(float((facts.means + facts.errors).max()), frame.activation, 1e-6) * 1.05
    plot.show_axes(categories(LABELS, translate("DigitsView", "digit"), clear=True),
                   Ruler(0.0, top, translate("DigitsView", "mean activation")))  # fmt: skip
    at = np.arange(DIGITS)
    plot.bars(at, facts.means, digit_colours(theme), thick=0.72, name=translate("DigitsView", "mean activation"))
    plot.errors(at, facts.means, facts.means - facts.errors, facts.means + facts.errors, theme.text)
    plot.limit(frame.activation, across=True, colour=theme.accent, dash=1)


def _draw_onward(plot: Plot, frame: DigitsFrame, theme: Theme) -> None:
    facts = frame.neuron
    if facts is None:
        return
    n = len(facts.onward)
    largest = max(float(np.abs(facts.onward).max()), 1e-6) * 1.05
    last = facts.layer == len(frame.recipe.hidden) - 1
    name = translate("DigitsView", "digit") if last else translate("DigitsView", "neuron of the next layer")
    plot.show_axes(categories(tuple(map(str, range(n))), name, clear=last),
                   Ruler(-largest, largest, translate("DigitsView", "weight")))  # fmt: skip
    colours = [theme.diverging[-1] if value > 0 else theme.diverging[0] for value in facts.onward]
    plot.bars(np.arange(n), facts.onward, colours, thick=0.72, name=translate("DigitsView", "weight"))


def _draw_tiles(
    plot: Plot, frame: DigitsFrame, numbers: list[int], below: tuple[str, ...], look: Look, told: Gestures
) -> None:
    from viz.labs.digits.tiles import Shown, Tiles, TileTargets, rows_of  # pyqtgraph: no window waits for it

    pictures = frame.pictures
    if pictures is None:
        return
    plot.show_axes(Ruler(hidden=True, fixed=True), Ruler(hidden=True, fixed=True, down=True))
    chosen = numbers.index(frame.example) if frame.example in numbers else -1
    item = plot.item(Tiles)
    item.show_tiles(Shown(rows_of(pictures.pixels, numbers), below, look, chosen))
    plot.aim(
        TileTargets(item, len(numbers)), lambda at: words.picture_words(frame, numbers[at]),
        choose=lambda at: told.picture(numbers[at]), chosen=chosen if chosen >= 0 else None, browse=True,
    )  # fmt: skip


# -- the map in the plane ------------------------------------------------------------------------------------------


def draw_map(grid: ChartGrid, frame: DigitsFrame, look: Look, told: Gestures) -> None:
    """Every picture where its vector lies in the plane, coloured by its digit."""
    found, pictures, theme = frame.map, frame.pictures, look.theme
    if found is None or pictures is None:
        return
    _shares(grid, {1: 1}, 1)
    colours, points = digit_colours(theme), found.points2
    plot = grid.plot(1, 0)
    grid.key(0, 0, tuple(Key(LABELS[digit], colours[digit], "o") for digit in range(DIGITS)))
    low, high = points.min(axis=0), points.max(axis=0)
    room = 0.04 * (high - low)
    plot.show_axes(Ruler(float(low[0] - room[0]), float(high[0] + room[0]), hidden=True),
                   Ruler(float(low[1] - room[1]), float(high[1] + room[1]), hidden=True))  # fmt: skip
    wrong = frame.read is not None and frame.read != pictures.digits
    plot.points(points[:, 0], points[:, 1], [colours[digit] for digit in pictures.digits], size=0.55, edge=theme.ground)
    if frame.read is not None and np.any(wrong):
        plot.points(points[wrong, 0], points[wrong, 1], theme.error, size=0.7, symbol="x", edge=theme.error,
                    name=translate("DigitsView", "read wrongly"))  # fmt: skip
    for digit in range(DIGITS):
        own = points[pictures.digits == digit]
        x, y = np.median(own, axis=0)
        plot.words(float(x), float(y), LABELS[digit], size=1.6, bold=True, colour=colours[digit], ground=theme.surface)
    _mark_picture(plot, frame, theme)
    chosen = frame.example if frame.example >= 0 else None
    plot.aim(Points(points[:, 0], points[:, 1]), lambda at: words.picture_words(frame, at), choose=told.picture,
             chosen=chosen, browse=True)  # fmt: skip


def _mark_picture(plot: Plot, frame: DigitsFrame, theme: Theme) -> None:
    """The picture on the left, as it is seen: it moves as it is blurred."""
    found = frame.placed
    if found is not None:
        x, y = found.points2.tolist()
        plot.points([x], [y], theme.accent, size=1.5, symbol="d", edge=theme.text,
                    name=translate("DigitsView", "this picture"))  # fmt: skip


# -- several starts ------------------------------------------------------------------------------------------------


def draw_starts(grid: ChartGrid, frame: DigitsFrame, look: Look, told: Gestures) -> None:
    """How good each net is, on which digits they differ, and the pictures that divide them most."""
    found, theme, pictures = frame.starts, look.theme, frame.pictures
    if found is None or pictures is None:
        return
    keys = (
        Key(translate("DigitsView", "share on which the models differ"), theme.warning, "box"),
        Key(translate("DigitsView", "mean share read wrongly"), theme.muted, "box"),
    )
    _shares(grid, {1: 5, 3: 5}, 6)
    grid.words(0, 0, translate("DigitsView", "accuracy from each start, 95 % intervals"), columns=2)
    _draw_accuracies(grid.plot(1, 0, 1, 2), found, theme)
    grid.words(0, 2, translate("DigitsView", "shuffled digits (dashed: guessing)"))
    _draw_control(grid.plot(1, 2), found, theme)
    grid.key(0, 3, keys, columns=3)
    _draw_differences(grid.plot(1, 3, 1, 3), frame, keys)
    rows, _ = frame.disputed or (np.zeros(0, np.int64), np.zeros(0))
    numbers = rows[:DISPUTED].tolist()
    grid.words(2, 0, words.disputed_title(len(rows), len(found.rows)), columns=6)
    below = tuple(words.votes_in_short(found, number) for number in numbers)
    _draw_tiles(grid.plot(3, 0, 1, 6), frame, numbers, below, look, told)


def _draw_accuracies(plot: Plot, found: Starts, theme: Theme) -> None:
    n, count = len(found.rows), len(found.correct)
    labels = tuple(str(found.recipe.seed + at) for at in range(count))
    low = max(float(found.low.min()) - 0.01, 0.0)
    plot.show_axes(
        categories(labels, translate("DigitsView", "seed"), clear=True),
        Ruler(low, 1.0, translate("DigitsView", "share read correctly"), shares),
    )
    at = np.arange(float(count))
    plot.errors(at, found.correct / n, found.low, found.high, theme.text)
    plot.points(at, found.correct / n, theme.path, size=0.7, name=translate("DigitsView", "accuracy"))
    plot.aim(Columns(at), lambda which: words.start_words(found, which))


def _draw_control(plot: Plot, found: Starts, theme: Theme) -> None:
    """What a net reads that was trained on shuffled digits, and how many of them it knows by heart."""
    share = found.control_correct / len(found.rows)
    names = (translate("DigitsView", "held out"), translate("DigitsView", "by heart"))
    plot.show_axes(categories(names, clear=True), Ruler(0.0, 1.0, numbers=shares))
    plot.bars([0, 1], [share, found.control_train], [theme.error, theme.muted], thick=0.5,
              name=translate("DigitsView", "share"))  # fmt: skip
    plot.limit(1 / DIGITS, across=True)
    plot.errors([0], [share], [found.control_low], [found.control_high], theme.text)
    plot.aim(Columns([0, 1]), lambda which: words.control_words(found, which))


def _draw_differences(plot: Plot, frame: DigitsFrame, keys: tuple[Key, Key]) -> None:
    differ, wrong = frame.differ_by_digit, frame.wrong_by_digit
    if differ is None or wrong is None:
        return
    top = max(float(differ.max()), 0.02) * 1.15
    plot.show_axes(categories(LABELS, translate("DigitsView", "digit"), clear=True),
                   Ruler(0.0, top, translate("DigitsView", "share of held-out pictures"), shares))  # fmt: skip
    at = np.arange(float(DIGITS))
    for key, values, shift in ((keys[0], differ, -0.2), (keys[1], wrong, 0.2)):
        plot.bars(at, values, key.colour, thick=0.36, shift=shift, name=key.name)
    plot.aim(Columns(at), lambda digit: words.differ_words(digit, float(differ[digit]), float(wrong[digit])))
