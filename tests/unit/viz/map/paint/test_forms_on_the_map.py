"""Categories on the map have forms beside their colours; numbers and many categories have none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from tests.helpers.runs import fifty_steps
from viz.map.meaning_space_view import MeaningSpace
from viz.map.paint.scene import Scene
from viz.theme import theme
from viz.ui_state import UiState
from viz.visuals.surface import OffScreen


@pytest.fixture
def scene(qapp: QApplication) -> Iterator[Scene]:
    off = OffScreen(64, 64)
    off.surface.begin()
    yield Scene()
    off.close()


def test_kinds_of_tokens_have_forms_and_what_is_coloured_otherwise_has_none(scene: Scene) -> None:
    run = fifty_steps()
    for by, formed in (("kind", True), ("id", False), ("kind", True), ("cluster", None)):
        ui = UiState().with_option("meaning_space", "colour", by)
        frame = MeaningSpace.frame(run, ui)
        assert frame.colours is not None
        scene.set_frame(frame, theme("dark"), frame.points)
        if formed is not None:
            assert scene.points.has_forms == formed
        if by == "kind":
            uploads = scene.points.uploads
            scene.set_frame(frame, theme("dark"), frame.points)
            assert scene.points.uploads == uploads


def test_more_categories_than_forms_are_all_discs(scene: Scene) -> None:
    frame = MeaningSpace.frame(fifty_steps(), UiState())
    assert frame.colours is not None
    codes = np.arange(len(frame.points), dtype=np.uint8) % 12
    many = replace(frame.colours, by="cluster", codes=codes, names=tuple(map(str, range(12))))
    scene.set_frame(replace(frame, colours=many), theme("dark"), frame.points)
    assert not scene.points.has_forms
