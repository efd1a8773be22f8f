"""Large tables are written by a process of their own, `main.py data --numbers`: the window stays usable.

The process is given the numbers in a file; it says on its standard output how far it is, and ends with its standard
input, which closes with the window whatever happens to that. The table is there whole or not at all.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal

from viz.figures.numbers import Gathered, as_npz

translate = QCoreApplication.translate  # by this name its texts are collected

NUMBERS = "numbers.npz"
MAIN = Path(__file__).resolve().parents[2] / "main.py"
PATIENCE = 4000  # milliseconds in which a process that is to end has to


class TableWriter(QObject):
    """Writes one table at a time; `program` is what runs Python's files."""

    told = Signal(int, int)  # so many rows of all are there
    written = Signal(str)  # where
    failed = Signal(str)  # why not

    def __init__(self, parent: QObject | None = None, program: Callable[[], str] | None = None) -> None:
        super().__init__(parent)
        self._program = program or (lambda: sys.executable)
        self._process: QProcess | None = None
        self._folder: TemporaryDirectory[str] | None = None
        self._ending: dict[QProcess, TemporaryDirectory[str] | None] = {}  # told to end, with the folder of each
        self._path, self._rest = Path(), ""

    def write(self, path: Path, found: Gathered, about: Mapping[str, str]) -> None:
        """Begin to write the file that `path` names; one that is being written is given up. Raises OSError."""
        self.cancel()
        self._folder = folder = TemporaryDirectory(prefix="orrery-table-")
        given = Path(folder.name) / NUMBERS
        given.write_bytes(as_npz(found, about, packed=False))
        self._path, self._rest = path, ""
        self._process = process = QProcess(self)
        process.readyReadStandardOutput.connect(self._hear)
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._not_started)
        process.start(self._program(), [str(MAIN), "data", "--numbers", str(given), "--out", str(path)])

    def cancel(self) -> None:
        """Write nothing after all: the process ends by itself."""
        process, folder = self._process, self._folder
        self._process = self._folder = None
        if process is None:
            return
        for signal in (process.finished, process.readyReadStandardOutput, process.errorOccurred):
            signal.disconnect()
        self._ending[process] = folder
        process.finished.connect(lambda: self._let_go(process))
        process.closeWriteChannel()
        QTimer.singleShot(PATIENCE, process, process.kill)

    def _let_go(self, process: QProcess) -> None:
        folder = self._ending.pop(process, None)
        if folder is not None:
            folder.cleanup()
        process.deleteLater()

    def close(self) -> None:
        """End what is being written, and wait for it."""
        self.cancel()
        for process in tuple(self._ending):
            if not process.waitForFinished(PATIENCE):
                process.kill()
                process.waitForFinished(PATIENCE)

    def _hear(self) -> None:
        if self._process is None:
            return
        said = self._rest + bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
        *lines, self._rest = said.split("\n")
        for line in lines:
            numbers = line.split()[:2]
            if len(numbers) == 2 and all(number.isdecimal() for number in numbers):
                self.told.emit(int(numbers[0]), int(numbers[1]))

    def _end(self, status: int, _: QProcess.ExitStatus) -> None:
        """The process is over: the table is there, or it has said why not."""
        process, self._process = self._process, None
        if process is None:
            return
        why = bytes(process.readAllStandardError().data()).decode("utf-8", "replace").strip().splitlines()
        process.deleteLater()
        self._clean()
        if status == 0 and self._path.exists():
            self.written.emit(str(self._path))
        else:
            self.failed.emit(why[-1] if why else translate("TableWriter", "Its process ended. Try again."))

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self._process is not None:
            words = self._process.errorString()
            QTimer.singleShot(0, self._process.deleteLater)
            self._process = None
            self._clean()
            self.failed.emit(words)

    def _clean(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
