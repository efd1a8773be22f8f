"""Parts of a matrix in cells of one or more rows and columns. Plain values."""

from __future__ import annotations

from dataclasses import dataclass

from engine.records import F32


@dataclass(frozen=True)
class Tile:
    """Cells from the row `top` and the column `left` on, each of `spans` rows and columns."""

    cells: F32
    spans: tuple[int, int]
    top: int = 0
    left: int = 0

    @property
    def ends(self) -> tuple[int, int]:
        """The row and the column after it; the last cells may reach beyond the matrix."""
        rows, columns = self.cells.shape
        return self.top + rows * self.spans[0], self.left + columns * self.spans[1]

    def value(self, row: int, column: int) -> float | None:
        """Of the cell that holds a row and a column; None where it lies elsewhere."""
        at = (row - self.top) // self.spans[0], (column - self.left) // self.spans[1]
        inside = row >= self.top and column >= self.left and at[0] < len(self.cells) and at[1] < self.cells.shape[1]
        return float(self.cells[at]) if inside else None
