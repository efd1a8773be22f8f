"""A table's fan on the map: what it asks, where its rays end, and what is said of words of several tokens."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from engine.labs.ngrams.records import AskTableFan, TableFan
from engine.questions import Refused
from engine.run import Run
from tests.helpers.runs import fifty_steps, with_map
from viz.camera import Camera
from viz.intents import AskLab
from viz.map.data.frame import MapFrame
from viz.map.data.table_fan import beginning, text_up_to
from viz.map.meaning_space_view import MeaningSpace
from viz.map.paint.table_fan import draw_table_fan, statement
from viz.map.paint.text import TextPainter
from viz.theme import theme
from viz.ui_state import UiState


def frame(run: Run, n: int = 3) -> MapFrame:
    return MeaningSpace.frame(run, UiState().with_option("meaning_space", "table_fan", n))


def asked(shown: MapFrame) -> list[AskTableFan]:
    questions = [it.question for it in MeaningSpace.wants(shown) if isinstance(it, AskLab)]
    return [it for it in questions if isinstance(it, AskTableFan)]


def test_the_fan_is_asked_for_after_the_text_that_is_selected() -> None:
    run = with_map(fifty_steps())
    assert asked(frame(run, 0)) == []
    (question,) = asked(frame(run))
    assert (question.n, question.text) == (3, text_up_to(run, run.current))
    run.findings[question] = Refused("Not now.")
    run.changed += 1
    shown = frame(run)
    assert asked(shown) == []
    assert shown.table_rays is not None
    assert statement(shown.table_rays) == ["Not now."]


def test_rays_end_on_tokens_and_a_word_of_several_on_its_first(qtbot: QtBot) -> None:
    run = with_map(fifty_steps())
    assert run.vocabulary is not None
    (question,) = asked(frame(run))
    whole = next(at for at in range(20, len(run.vocabulary)) if run.vocabulary.raw(at).isascii())
    word = run.vocabulary.raw(whole).decode()
    longer = f"{word}\u20ac"
    assert beginning(run.vocabulary, word)[1]
    token, is_whole = beginning(run.vocabulary, longer)
    assert not is_whole
    assert beginning(run.vocabulary, "\u20ac") == (-2, False)
    run.findings[question] = TableFan((word, longer, "\u20ac"), np.array([0.5, 0.2, 0.1]), 3, 7)
    run.changed += 1
    rays = frame(run).table_rays
    assert rays is not None
    assert rays.whole.tolist() == [True, False]  # the third has no ray
    assert rays.token_ids.tolist() == [beginning(run.vocabulary, word)[0], token]
    np.testing.assert_array_equal(rays.end, frame(run).points[rays.token_ids])
    assert "heeds here: 2; times that it has seen them: 7." in statement(rays)[0]
    image = QImage(400, 300, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    draw_table_fan(painter, TextPainter(), rays, theme("dark"), Camera(), 400.0, 300.0, 1.0)
    painter.end()
    assert len({image.pixel(x, y) for x in range(0, 400, 3) for y in range(0, 300, 3)}) > 1
