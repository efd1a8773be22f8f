"""What a person did to the points, to be taken back and done again."""

from __future__ import annotations

from dataclasses import dataclass, field

State = tuple[str, str]  # which points are shown, and a person's own as a text
MOST = 200


@dataclass
class History:
    """States before and after the one that is shown."""

    before: list[State] = field(default_factory=list)
    after: list[State] = field(default_factory=list)

    def keep(self, state: State) -> None:
        """Remember a state that is about to change."""
        if not self.before or self.before[-1] != state:
            self.before.append(state)
            del self.before[:-MOST]
        self.after.clear()

    def back(self, now: State) -> State | None:
        """The state before this one."""
        if not self.before:
            return None
        self.after.append(now)
        return self.before.pop()

    def again(self, now: State) -> State | None:
        """The state that was taken back last."""
        if not self.after:
            return None
        self.before.append(now)
        return self.after.pop()
