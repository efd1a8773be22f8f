"""A view as the dock that it stands in treats it, for tests without a window: painted, then what it wants is sent."""

from __future__ import annotations

from typing import Any

from viz.theme import Theme
from viz.view import View


def show(view: View, frame: Any, theme: Theme) -> None:
    """Paint `frame`, and send what the view wants of it."""
    view.paint(frame, theme)
    for intent in (*view.wants(frame), *view.wants_here()):
        view.send(intent)
