"""Words of the view of weights: what a matrix is called, what its rows mean, what was found."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QCoreApplication

from engine.labs.weights.records import OF_LAYERS, ROLES, SHIPPED, Axis, Kind, Order, Picture, Sizes, Spectrum
from engine.records import Vocabulary
from viz.charts.numbers import fixed, percent
from viz.joined import facts, named, sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.weights.meanings import Meaning, kinds_of, meaning, stored_at
from viz.labs.weights.tiles import Tile
from viz.labs.weights.weights_frame import LAYERS, MATRIX, SIZES, SPECTRUM, WeightsFrame
from viz.plural import plural
from viz.token_text import shown

translate = QCoreApplication.translate  # by this name its texts are collected

ROLE_WORDS: Final = (
    QT_TRANSLATE_NOOP("WeightsView", "query (q)"),
    QT_TRANSLATE_NOOP("WeightsView", "key (k)"),
    QT_TRANSLATE_NOOP("WeightsView", "value (v)"),
    QT_TRANSLATE_NOOP("WeightsView", "attention output (o)"),
    QT_TRANSLATE_NOOP("WeightsView", "MLP gate"),
    QT_TRANSLATE_NOOP("WeightsView", "MLP up"),
    QT_TRANSLATE_NOOP("WeightsView", "MLP down"),
    QT_TRANSLATE_NOOP("WeightsView", "token embedding"),
    QT_TRANSLATE_NOOP("WeightsView", "position embedding"),
    QT_TRANSLATE_NOOP("WeightsView", "unembedding"),
    QT_TRANSLATE_NOOP("WeightsView", "by its name"),
)
ORDER_WORDS: Final = (
    QT_TRANSLATE_NOOP("WeightsView", "as stored"),
    QT_TRANSLATE_NOOP("WeightsView", "by norm"),
    QT_TRANSLATE_NOOP("WeightsView", "by similarity"),
    QT_TRANSLATE_NOOP("WeightsView", "by head, neuron or token kind"),
)
DEVIATIONS: Final = 3.0  # by which chance alone may miss what is expected before it is called more than chance


def matrix_words(frame: WeightsFrame) -> str:
    """What the matrix is called."""
    matrix = frame.chosen.matrix
    if matrix.role == "by name":
        return matrix.name
    role = translate("WeightsView", ROLE_WORDS[ROLES.index(matrix.role)])
    if matrix.role not in OF_LAYERS or frame.chosen.show == LAYERS:
        return role
    return translate("Weights", "{role} of L{layer}").format(role=role, layer=matrix.layer)


def axis_words(axis: Axis, order: Order, row: bool) -> str:
    """What stands along an axis, and in which order."""
    what = _kind_words(kinds_of(axis), row)
    by = {
        "stored": "{what}",
        "norm": translate("Weights", "{what}, largest norm first"),
        "similarity": translate("Weights", "{what}, similar ones together"),
        "role": translate("Weights", "{what}, sorted by role"),
    }[order]
    return by.format(what=what)


def _kind_words(kinds: tuple[Kind, ...], row: bool) -> str:
    if len(kinds) > 1 or kinds == ("plain",) or not kinds:
        return translate("Weights", "row") if row else translate("Weights", "column")
    return {
        "token": translate("Weights", "token"),
        "position": translate("Weights", "position"),
        "residual": translate("Weights", "dimension of the residual stream"),
        "neuron": translate("Weights", "neuron"),
        "head": translate("Weights", "dimension of a head"),
        "kv head": translate("Weights", "dimension of a key and value head"),
    }[kinds[0]]


def meaning_words(what: Meaning, layer: int, vocabulary: Vocabulary | None, row: bool) -> str:
    """One row or column."""
    if what.kind == "token":
        text = shown(vocabulary, what.number) if vocabulary is not None and what.number < len(vocabulary) else "–"
        return translate("Weights", "token “{text}” ({number})").format(text=text, number=what.number)
    if what.kind == "position":
        if what.number < 0:
            return translate("Weights", "a row that no position uses")
        return translate("Weights", "position {number}").format(number=what.number)
    if what.kind == "residual":
        return translate("Weights", "residual stream, dimension {number}").format(number=what.number)
    if what.kind == "neuron":
        return f"L{layer}.N{what.number}" if layer >= 0 else _numbered(translate("Weights", "neuron"), what.number)
    if what.kind == "head":
        name = head_name(layer, what.number)
        return translate("Weights", "{head}, its dimension {at} of {n}").format(
            head=name, at=what.within, n=what.width
        )  # fmt: skip
    if what.kind == "kv head":
        text = translate(
            "Weights", "key and value head {number} (read by {first} to {last}), its dimension {at} of {n}"
        )
        first, last = (head_name(layer, head) for head in what.readers)
        return text.format(number=what.number, first=first, last=last, at=what.within, n=what.width)
    return _numbered(translate("Weights", "row") if row else translate("Weights", "column"), what.number)


def _numbered(name: str, number: int) -> str:
    return f"{name} {number}"


def head_name(layer: int, head: int) -> str:
    """A head, in a layer that may not be known."""
    return f"L{layer}.H{head}" if layer >= 0 else f"H{head}"


def number(value: float) -> str:
    """A weight with the digits that carry meaning."""
    if not math.isfinite(value):
        return translate("Weights", "not a finite number")
    return f"{value:z.4g}".replace("-", "−")


def cell_words(frame: WeightsFrame, picture: Picture, tiles: tuple[Tile, ...], cell: tuple[int, int]) -> str:
    """The card of a cell: its value, and what its row and its column mean."""
    row, column = cell
    tile = next((it for it in reversed(tiles) if it.value(row, column) is not None), None)
    if tile is None:
        return ""
    value = tile.value(row, column)
    said = [value_words(frame, picture, float("nan") if value is None else value, tile.spans)]
    for axis, order, at, is_row in (
        (picture.row_axis, picture.row_order, row, True),
        (picture.column_axis, picture.column_order, column, False),
    ):
        what = meaning(axis, stored_at(order, at))
        words = meaning_words(what, picture.layer, frame.vocabulary, is_row)
        label = translate("Weights", "row {n}") if is_row else translate("Weights", "column {n}")
        said.append(named(label.format(n=stored_at(order, at)), words))
    return "\n".join(said)


def value_words(frame: WeightsFrame, picture: Picture, value: float, spans: tuple[int, int]) -> str:
    """What a cell holds."""
    shown_as = frame.chosen.look.shown
    text = number(value)
    if shown_as == "size":
        words = translate("Weights", "{value} of the usual size").format(value=percent(1 + value))
    elif shown_as == "average":
        words = translate("Weights", "average {value}").format(value=text)
    elif picture.usual > 0 and math.isfinite(value):
        times = fixed(abs(value) / picture.usual, 2)
        words = translate("Weights", "weight {value} ({times} × the usual size)").format(value=text, times=times)
    else:
        words = translate("Weights", "weight {value}").format(value=text)
    if spans == (1, 1):
        return words
    many = translate("Weights", "the strongest of {rows} × {columns}: {value}; zoom in for single weights")
    return many.format(rows=spans[0], columns=spans[1], value=words)


# -- what there is to say --------------------------------------------------------------------------------------------


def heading(frame: WeightsFrame) -> str:
    """What is shown."""
    name, (rows, columns) = matrix_words(frame), frame.shape
    if not frame.has_model:
        return ""
    if not rows:
        return name
    if frame.chosen.show == LAYERS:
        return translate("Weights", "{matrix} of all {n} layers").format(matrix=name, n=frame.n_layers)
    size = translate("Weights", "{matrix}: {rows} × {columns} weights")
    return size.format(matrix=name, rows=f"{rows:,}", columns=f"{columns:,}")


def notes(frame: WeightsFrame) -> str:
    """What was found."""
    show = frame.chosen.show
    if show == MATRIX:
        return sentences(*(part for part in (net_notes(frame), picture_notes(frame)) if part))
    if show == SIZES and frame.sizes is not None:
        return sizes_notes(frame.sizes)
    if show == SPECTRUM and frame.spectrum is not None:
        return spectrum_notes(frame.spectrum)
    return layers_notes(frame) if show == LAYERS else ""


def net_notes(frame: WeightsFrame) -> str:
    """Whose weights these are where they are no language model's."""
    if frame.chosen.net in SHIPPED:
        return translate("Weights", "These are the weights of a bracket model that comes with Orrery.")
    return ""


def picture_notes(frame: WeightsFrame) -> str:
    """Of the whole picture."""
    picture = frame.picture
    if picture is None:
        return ""
    if picture.usual == 0:
        return translate("Weights", "All weights are 0.")
    window = frame.chosen.look.window
    said = [chance_words(picture.times_chance, _windows(picture, window), frame)]
    if frame.is_ordered:
        said.append(translate("Weights", "The shuffled matrix is put into order in the same way."))
    for n, what in ((picture.row_sampled, picture.rows), (picture.column_sampled, picture.columns)):
        if n:
            text = translate(
                "Weights", "{n} of {all} were clustered; each other one stands beside the one it is most like."
            )
            said.append(text.format(n=f"{n:,}", all=f"{what:,}"))
    if frame.matrices is not None and frame.matrices.tied and frame.chosen.matrix.role in (
        "unembedding", "token embedding",
    ):  # fmt: skip
        said.append(translate("Weights", "Token embedding and unembedding are one matrix in this model (tied)."))
    if frame.is_expanded:
        said.append(
            translate("Weights", "The model comes from a GGUF file: its weights are shown expanded to full precision.")
        )
    if frame.chosen.look.shown == "value" and frame.spectrum is not None:
        said.append(spectrum_notes(frame.spectrum))
    else:
        said.append(not_finite_words(picture.not_finite))
    stored = translate("Weights", "Stored as {name}.").format(name=picture.stored_as)
    return sentences(*said, stored if frame.chosen.matrix.role != "by name" else "")


def _windows(picture: Picture, window: int) -> float:
    """How many moving averages there are that share no weight."""
    return max(picture.rows / window, 1.0) * max(picture.columns / window, 1.0)


def chance_words(ratio: float, windows: float, frame: WeightsFrame) -> str:
    """Whether a smoothed picture shows more than chance does; "" of single weights, which are the same ones."""
    shown_as = frame.chosen.look.shown
    if shown_as == "value" or not math.isfinite(ratio):
        return ""
    window = frame.chosen.look.window
    times = f"{ratio:z.2f}" if ratio < 10 else f"{ratio:z.0f}"
    far = abs(ratio - 1) > DEVIATIONS / windows**0.5
    if shown_as == "average":
        text = (
            translate(
                "Weights",
                "Averages of {n} × {n} weights vary {times} times as much as in the shuffled matrix: more than chance "
                "makes.",
            )
            if far and ratio > 1
            else translate(
                "Weights",
                "Averages of {n} × {n} weights vary {times} times as much as in the shuffled matrix: what is seen here "
                "is what chance makes.",
            )
        )
    else:
        text = (
            translate(
                "Weights",
                "Sizes over {n} × {n} weights vary {times} times as much as in the shuffled matrix: more than chance "
                "makes.",
            )
            if far and ratio > 1
            else translate(
                "Weights",
                "Sizes over {n} × {n} weights vary {times} times as much as in the shuffled matrix: what is seen here "
                "is what chance makes.",
            )
        )
    return text.format(n=window, times=times)


def not_finite_words(n: int) -> str:
    """That some weights are left out."""
    if not n:
        return ""
    text = translate("Weights", "{n} weight(s) [is|are] not a finite number, left empty and left out.", "", n)
    return plural(text, n).format(n=f"{n:,}")


def sizes_notes(sizes: Sizes) -> str:
    """Of the distribution of sizes."""
    text = translate(
        "Weights",
        "Standard deviation {spread}, mean {mean}, from {low} to {high}. Excess kurtosis {kurtosis} (normal: 0); "
        "{beyond} lie further than 3 standard deviations from the mean (normal: {normal}).",
    )
    said = text.format(
        spread=number(sizes.spread), mean=number(sizes.mean), low=number(sizes.smallest), high=number(sizes.largest),
        kurtosis=fixed(sizes.kurtosis, 2), beyond=percent(sizes.beyond), normal=percent(sizes.beyond_normal),
    )  # fmt: skip
    zeros, n = "", sizes.zeros
    if n:
        zeros = plural(translate("Weights", "{n} weight(s) [is|are] exactly 0.", "", n), n).format(n=f"{n:,}")
    return sentences(said, zeros, not_finite_words(sizes.not_finite))


def spectrum_notes(spectrum: Spectrum) -> str:
    """Of the singular values."""
    if len(spectrum.values) < 2:
        text = translate("Weights", "A matrix of one row or column has one singular value, its length: {value}.")
        said = text.format(value=number(float(spectrum.values.sum())))
        return sentences(said, not_finite_words(spectrum.not_finite))
    text = translate(
        "Weights",
        "{above} of {n} singular values are larger than any of the shuffled matrix. Effective rank {effective} "
        "(shuffled: {shuffled}). Half of the sum of squares lies in the {half} largest (shuffled: {other}).",
    )
    said = text.format(
        above=spectrum.above, n=len(spectrum.values), effective=fixed(spectrum.effective, 0),
        shuffled=fixed(spectrum.effective_shuffled, 0), half=spectrum.half, other=spectrum.half_shuffled,
    )  # fmt: skip
    return sentences(said, not_finite_words(spectrum.not_finite))


def layers_notes(frame: WeightsFrame) -> str:
    """Of all layers."""
    layers = frame.layers
    if layers is None:
        return ""
    kurtosis = layers.kurtoses.astype(float)
    known = [at for at in range(len(kurtosis)) if math.isfinite(kurtosis[at])]
    if not known:
        return translate("Weights", "All weights are 0.")
    heavy = max(known, key=lambda at: kurtosis[at])
    spread = layers.spreads.astype(float)
    said = translate(
        "Weights",
        "One colour scale for all. Standard deviations from {low} to {high}; the heaviest tails in L{layer} (excess "
        "kurtosis {kurtosis}).",
    ).format(
        low=number(min(spread[at] for at in known)), high=number(max(spread[at] for at in known)), layer=heavy,
        kurtosis=fixed(kurtosis[heavy], 1),
    )  # fmt: skip
    if frame.chosen.look.shown == "value":
        return said
    ratios = [float(times) for times in layers.times_chance if math.isfinite(times)]
    if not ratios:
        return said
    text = translate("Weights", "What is shown varies {low} to {high} times as much as in the shuffled matrices.")
    return sentences(said, text.format(low=f"{min(ratios):z.2f}", high=f"{max(ratios):z.2f}"))


def layer_words(frame: WeightsFrame, layer: int) -> str:
    """The card of one layer's small picture."""
    layers = frame.layers
    if layers is None or not 0 <= layer < len(layers.spreads):
        return ""
    parts = [
        translate("Weights", "standard deviation {value}").format(value=number(float(layers.spreads[layer]))),
        translate("Weights", "excess kurtosis {value}").format(value=fixed(float(layers.kurtoses[layer]), 2)),
    ]
    times = float(layers.times_chance[layer])
    if frame.chosen.look.shown != "value" and math.isfinite(times):
        parts.append(translate("Weights", "varies {times} × as much as shuffled").format(times=fixed(times, 2)))
    return named(f"L{layer}", facts(parts))
