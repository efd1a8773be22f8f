"""A session with an engine that only remembers what it was asked, to load a model first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.controller import Controller
from tests.helpers.fake_engine import joined


@pytest.fixture
def controller(qtbot: QtBot) -> Iterator[Controller]:
    made = joined(qtbot)
    made.loader.start("tiny", "cpu", "auto", None)
    yield made
    made.close()
