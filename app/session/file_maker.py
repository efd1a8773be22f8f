"""Files that take long to make are made by a process of their own, `main.py …`: the window stays usable.

The process is given what it needs in a folder; it says on its standard output how far it is, and ends with its standard
input, which closes with the window whatever happens to that. The file is there whole or not at all.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

MAIN = Path(__file__).resolve().parents[2] / "main.py"
PATIENCE = 4000  # milliseconds in which a process that is to end has to


class FileMaker(QObject):
    """Makes one file at a time; `program` is what runs Python's files."""

    told = Signal(int, int)  # so many parts of all are there
    made = Signal(str)  # where
    failed = Signal(str)  # why not; "" where the process ended without a word

    def __init__(self, parent: QObject | None = None, program: Callable[[], str] | None = None) -> None:
        super().__init__(parent)
        self._program = program or (lambda: sys.executable)
        self._process: QProcess | None = None
        self._folder: TemporaryDirectory[str] | None = None
        self._ending: dict[QProcess, TemporaryDirectory[str] | None] = {}  # told to end, with the folder of each
        self._path, self._rest = Path(), ""
        self.is_still = False  # the process has said that nothing moves in its film

    def folder(self, prefix: str) -> Path:
        """A new folder for what the process is given; a file that is being made is given up. Raises OSError."""
        self.cancel()
        self._folder = TemporaryDirectory(prefix=prefix)
        return Path(self._folder.name)

    def start(self, path: Path, arguments: Sequence[str]) -> None:
        """Begin to make the file that `path` names with a command of `main.py`."""
        self._path, self._rest, self.is_still = path, "", False
        self._process = process = QProcess(self)
        process.readyReadStandardOutput.connect(self._hear)
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._not_started)
        process.start(self._program(), [str(MAIN), *arguments])

    def cancel(self) -> None:
        """Make nothing after all: the process ends by itself, and takes its half file along."""
        process, self._process = self._process, None
        if process is None:
            self._clean()
            return
        folder, self._folder = self._folder, None
        for signal in (process.finished, process.readyReadStandardOutput, process.errorOccurred):
            signal.disconnect()
        self._ending[process] = folder
        process.finished.connect(self._let_go)
        process.closeWriteChannel()
        QTimer.singleShot(PATIENCE, process, process.kill)

    def _let_go(self) -> None:
        """Forget what has ended. A function of its own for each process would keep this object until that goes."""
        for process in [it for it in self._ending if it.state() == QProcess.ProcessState.NotRunning]:
            folder = self._ending.pop(process)
            if folder is not None:
                folder.cleanup()
            process.deleteLater()

    def close(self) -> None:
        """End what is being made, and wait for it."""
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
            self.is_still |= line.strip() == "still"
            numbers = line.split()[:2]
            if len(numbers) == 2 and all(number.isdecimal() for number in numbers):
                self.told.emit(int(numbers[0]), int(numbers[1]))

    def _end(self, status: int, _: QProcess.ExitStatus) -> None:
        """The process is over: the file is there, or it has said why not."""
        process, self._process = self._process, None
        if process is None:
            return
        why = bytes(process.readAllStandardError().data()).decode("utf-8", "replace").strip().splitlines()
        process.deleteLater()
        self._clean()
        if status == 0 and self._path.exists():
            self.made.emit(str(self._path))
        else:
            self.failed.emit(why[-1] if why else "")

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
