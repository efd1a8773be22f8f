"""A sentence for a person that stops nobody: what happened, how bad it is, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["info", "warning", "error"]


@dataclass(frozen=True)
class Notice:
    """One sentence. `actions` are ids of actions offered as buttons beside it; `detail` is shown on demand."""

    level: Level
    sentence: str
    detail: str = ""
    actions: tuple[str, ...] = ()

    @property
    def stays(self) -> bool:
        """Whether it waits to be dismissed: plain information goes by itself."""
        return self.level != "info" or bool(self.actions)
