"""A sentence for a person that stops nobody: what happened, how bad it is, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["info", "warning", "error"]
# What can be wrong for a while: the engine, the model asked for, the model of the run on screen, a run that could not
# be made, what its prompt begins with, a file that could not be opened or saved, a figure, a set of interventions, a
# fit, a fit that makes no progress, the settings, a question that was stopped, the file of a theme.
About = Literal[
    "",
    "engine",
    "model",
    "run's model",
    "run",
    "prompt",
    "open",
    "save",
    "figure",
    "film",
    "table",
    "board",
    "fit",
    "silent fit",
    "settings",
    "stopped",
    "theme",
]


@dataclass(frozen=True)
class Notice:
    """One sentence. `actions` are ids of actions offered as buttons beside it; `detail` is shown on demand.

    `about` names its cause: another notice with the same one takes its place, and it goes when the cause has gone.
    """

    level: Level
    sentence: str
    detail: str = ""
    actions: tuple[str, ...] = ()
    about: About = ""

    @property
    def stays(self) -> bool:
        """Whether it waits to be dismissed: plain information goes by itself."""
        return self.level != "info" or bool(self.actions)
