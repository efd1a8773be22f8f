"""What the head view says of a matrix: its name, what is shown of it, and the cell under the pointer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from viz.charts.head_names import head_list, head_name
from viz.charts.numbers import percent
from viz.labs.attention.long_matrix import LongMatrix
from viz.labs.attention.matrix_frame import (
    CHOSEN_MEAN,
    DIFFERENCE,
    LAYER_MEAN,
    MatrixChoice,
    Shown,
)
from viz.labs.attention.visible_part import VisiblePart

translate = QCoreApplication.translate  # by this name its texts are collected


def named(choice: MatrixChoice) -> str:
    """Which heads."""
    if choice.kind == LAYER_MEAN:
        return translate("AttentionHeadView", "mean of layer {layer}").format(layer=choice.layer)
    if choice.kind == CHOSEN_MEAN and len(choice.heads) > 1:
        return translate("AttentionHeadView", "mean of {heads}").format(heads=head_list(choice.heads))
    one = head_name(*choice.heads[0])
    return f"{one} − {head_name(*choice.other)}" if choice.kind == DIFFERENCE else one


def facts(matrix: Shown, without_first: bool, n_texts: int, part: VisiblePart) -> str:
    """What is shown, in a line."""
    said = [translate("AttentionHeadView", "rows attend to columns")]
    share = percent(matrix.first_share)
    if without_first:
        said.append(
            translate("AttentionHeadView", "without the first token (attention sink, {share} of attention)").format(
                share=share
            )
        )
    elif not matrix.signed and matrix.n > 1:  # the first token has no choice
        said.append(translate("AttentionHeadView", "to the first token (attention sink): {share}").format(share=share))
    if matrix.n < n_texts:
        said.append(
            translate("AttentionHeadView", "the first {n} of {all} tokens, the rest when generation pauses").format(
                n=matrix.n, all=n_texts
            )
        )
    size = cell_size(matrix, part)
    if size > 1:
        said.append(
            translate(
                "AttentionHeadView", "zoomed out: each cell shows the strongest weight among {n} × {n} tokens"
            ).format(n=size)
        )
    if part.span < matrix.n:
        said.append(translate("AttentionHeadView", "zoomed in: double-click shows all"))
    return " · ".join(said)


def cell_size(matrix: Shown, part: VisiblePart) -> int:
    """Positions a cell of a long text's picture spans at least, 1 where the part seen is there exactly."""
    if not isinstance(matrix, LongMatrix):
        return 1
    return matrix.cut(part.left, part.top, part.span, 1e9)[1]


def cell_facts(matrix: Shown, texts: Sequence[str], cell: tuple[int, int]) -> tuple[str, ...]:
    """A cell in words: the tokens, the value, the sums."""
    row, column = cell
    pair = f"{texts[row]} ({row}) → {texts[column]} ({column})"
    if column > row:
        return pair, translate("AttentionHeadView", "a later token: never attended to")
    value = matrix.value(row, column)
    exact = "…" if value is None else f"{value:z.4f}".replace("-", "−")
    return pair, exact, sum_facts(matrix, row, column)


def sum_facts(matrix: Shown, row: int, column: int) -> str:
    """What a row and a column add up to."""
    sums = translate("AttentionHeadView", "row sum {row}, column sum {column}").format(
        row=f"{float(matrix.row_sums[row]):z.3f}", column=f"{float(matrix.column_sums[column]):z.3f}"
    )
    return sums.replace("-", "−")
