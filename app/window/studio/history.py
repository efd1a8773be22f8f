"""What was done to a figure, so that it can be taken back: frozen specs, one after the other. No Qt."""

from __future__ import annotations

from viz.figures.spec import FigureSpec

MOST = 200  # steps that are kept


class History:
    """The figure as it is, those before it, and those after it that were taken back."""

    def __init__(self, first: FigureSpec) -> None:
        self.now = first
        self._before: list[FigureSpec] = []
        self._after: list[FigureSpec] = []
        self._what = ""  # was changed last: a slider that is dragged makes one step

    def put(self, spec: FigureSpec, what: str = "") -> bool:
        """Make it another one; changes of the same `what` one after the other are one step. Whether it is another."""
        if spec == self.now:
            return False
        if not what or what != self._what:
            self._before = [*self._before[-MOST + 1 :], self.now]
        self._after.clear()
        self.now, self._what = spec, what
        return True

    def undo(self) -> bool:
        """Take the last step back; whether there was one."""
        if not self._before:
            return False
        self._after.append(self.now)
        self.now, self._what = self._before.pop(), ""
        return True

    def redo(self) -> bool:
        """Do again what was taken back; whether there was anything."""
        if not self._after:
            return False
        self._before.append(self.now)
        self.now, self._what = self._after.pop(), ""
        return True

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back."""
        return bool(self._after)
