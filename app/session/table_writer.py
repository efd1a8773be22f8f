"""Large tables are written by a process of their own: `main.py data --numbers`, given the numbers in a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.session.file_maker import FileMaker
from viz.figures.numbers import Gathered, as_npz

translate = QCoreApplication.translate  # by this name its texts are collected

NUMBERS = "numbers.npz"


class TableWriter(QObject):
    """Writes one table at a time; `program` is what runs Python's files."""

    told = Signal(int, int)  # so many rows of all are there
    written = Signal(str)  # where
    failed = Signal(str)  # why not

    def __init__(self, parent: QObject | None = None, program: Callable[[], str] | None = None) -> None:
        super().__init__(parent)
        self._maker = FileMaker(self, program)
        self._maker.told.connect(self.told)
        self._maker.made.connect(self.written)
        self._maker.failed.connect(self._fail)

    def write(self, path: Path, found: Gathered, about: Mapping[str, str]) -> None:
        """Begin to write the file that `path` names; one that is being written is given up. Raises OSError."""
        given = self._maker.folder("orrery-table-") / NUMBERS
        given.write_bytes(as_npz(found, about, packed=False))
        self._maker.start(path, ["data", "--numbers", str(given), "--out", str(path)])

    def cancel(self) -> None:
        """Write nothing after all."""
        self._maker.cancel()

    def close(self) -> None:
        """End what is being written, and wait for it."""
        self._maker.close()

    def _fail(self, why: str) -> None:
        self.failed.emit(why or translate("TableWriter", "Its process ended. Try again."))
