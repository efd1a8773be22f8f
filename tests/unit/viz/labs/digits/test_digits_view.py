"""The view of digits: drawing, blur, pages and gestures."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.labkit.dispatch import answer
from engine.labkit.workbench import Bench
from engine.labs.digits.records import (
    TURNS,
    AskPictures,
    CompareStarts,
    DigitsRecipe,
    MapDigits,
    Pictures,
    TrainDigits,
    TrainedDigits,
    points_of,
    probabilities,
)
from engine.questions import Calm, Refused
from engine.records import Bools
from engine.run import Run
from tests.helpers.mouse import move
from viz.intents import AskLab, Intent, SetOption, ShowSpace, ShowViews
from viz.labs.digits import derived, drawing, settings, words
from viz.labs.digits.digits_frame import DigitsFrame, digits_frame
from viz.labs.digits.digits_view import DigitsView
from viz.theme import theme
from viz.ui_state import UiState

BENCH = Bench(lambda *_: None, lambda: False)
SMALL = (
    UiState().with_option("digits", "hidden", "8, 5").with_option("digits", "epochs", 10)
    .with_option("digits", "batch", 128)
)  # fmt: skip


def filled(run: Run, ui: UiState) -> DigitsFrame:
    """The frame once all that it asks for is there."""
    for _ in range(40):
        wanted = DigitsView.figure_wants(digits_frame(run, ui))
        if not wanted:
            break
        for intent in wanted:
            assert isinstance(intent, AskLab)
            run.findings[intent.question] = answer(intent.question, BENCH)
    return digits_frame(run, ui)


@pytest.fixture(scope="module")
def run() -> Run:
    made = Run()
    filled(made, SMALL)
    return made


@pytest.fixture
def view(qtbot: QtBot) -> tuple[DigitsView, list[Intent]]:
    made, sent = DigitsView(), list[Intent]()
    made.intent.connect(sent.append)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()
    return made, sent


def test_a_blur_is_scipys_and_keeps_the_ink() -> None:
    from scipy.ndimage import gaussian_filter

    rng = np.random.default_rng(0)
    picture = rng.random((8, 8)).astype(np.float32)
    for sigma in (0.4, 1.0, 2.5):
        ours = drawing.blurred(picture.reshape(64), sigma).reshape(8, 8)
        theirs = gaussian_filter(picture.astype(np.float64), sigma, mode="reflect", truncate=12)
        np.testing.assert_allclose(ours, theirs, atol=2e-3 if sigma < 0.5 else 1e-4)
        assert ours.sum() == pytest.approx(float(picture.sum()), rel=1e-4)
    np.testing.assert_array_equal(drawing.blurred(picture.reshape(64), 0.0), picture.reshape(64))


def test_a_drawing_is_written_and_read_and_counted_as_the_data_are() -> None:
    rng = np.random.default_rng(1)
    bitmap = rng.random((32, 32)) < 0.4
    again = drawing.read(drawing.written(bitmap))
    assert again is not None
    np.testing.assert_array_equal(again, bitmap)
    by_hand = [bitmap[4 * r : 4 * r + 4, 4 * c : 4 * c + 4].mean() for r in range(8) for c in range(8)]
    np.testing.assert_allclose(drawing.counted(bitmap), by_hand)
    assert drawing.read("zz") is None
    assert drawing.read("z" * 256) is None
    assert drawing.written(drawing.empty()) == ""
    counts = rng.integers(0, 17, 64) / np.float32(16)
    np.testing.assert_allclose(drawing.counted(drawing.of_pixels(counts.astype(np.float32))), counts)


def test_a_drawing_is_fitted_into_its_square() -> None:
    small = drawing.empty()
    small[3:9, 20:23] = True
    large = drawing.fitted(small)
    rows, columns = np.flatnonzero(large.any(axis=1)), np.flatnonzero(large.any(axis=0))
    assert (rows[0], rows[-1]) == (0, 31)
    assert (columns[0], columns[-1]) == (8, 23)
    assert large[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].all()
    assert not drawing.fitted(drawing.empty()).any()


def test_the_net_learns_part_after_part_and_the_blur_turns_the_answer(run: Run) -> None:
    fresh = Run()
    asked = digits_frame(fresh, SMALL).questions
    assert asked == (AskPictures(), TrainDigits(settings.recipe_of(SMALL), 1))
    frame = digits_frame(run, SMALL)
    assert frame.questions == ()
    assert frame.trained is not None
    assert frame.trained.done
    assert frame.along is not None
    np.testing.assert_allclose(frame.along.probs[0], frame.probs, atol=1e-6)
    blurred = digits_frame(run, SMALL.with_option("digits", "blur", 2.0))
    assert blurred.bits != frame.bits
    np.testing.assert_allclose(blurred.probs, frame.along.probs[20], atol=1e-6)
    assert frame.held is not None
    assert frame.held.accuracy[0] == pytest.approx(frame.trained.accuracy[-1])
    assert words.heading(frame).startswith("64 – 8 – 5 – 10: ")


def test_what_a_neuron_answers_to_is_what_the_pictures_give(run: Run) -> None:
    ui = (
        SMALL.with_option("digits", "page", "neurons")
        .with_option("digits", "layer", 1)
        .with_option("digits", "neuron", 3)
    )
    frame = digits_frame(run, ui)
    facts, pictures, trained = frame.neuron, frame.pictures, frame.trained
    assert facts is not None
    assert pictures is not None
    assert trained is not None
    w = trained.weights.astype(np.float64)
    one, b1 = w[:512].reshape(8, 64), w[512:520]
    two, b2 = w[520:560].reshape(5, 8), w[560:565]
    own = np.maximum(np.maximum(pictures.pixels @ one.T + b1, 0) @ two.T + b2, 0)[:, 3]
    np.testing.assert_allclose(facts.means, [own[pictures.digits == digit].mean() for digit in range(10)], atol=1e-4)
    np.testing.assert_allclose(facts.strengths, np.sort(own)[::-1][: len(facts.strengths)], atol=1e-4)
    np.testing.assert_allclose(facts.weights, two[3] @ one, atol=1e-5)
    np.testing.assert_allclose(facts.onward, w[565:615].reshape(10, 5)[:, 3], atol=1e-7)
    assert facts.fires == pytest.approx((own > 0).mean(), abs=0.002)


def test_disputed_pictures_are_those_with_divided_votes() -> None:
    read = np.array([[1, 2, 3, 4], [1, 2, 5, 4], [1, 7, 6, 4], [1, 2, 3, 4]], np.uint8)
    rows = np.array([10, 11, 12, 13])
    digits = np.zeros(20, np.uint8)
    digits[10:14] = (1, 2, 3, 4)
    found, bits = derived.disputed(read, rows, digits)
    assert found.tolist() == [12, 11]
    assert bits.tolist() == pytest.approx([1.5, 0.8112781])
    differ, wrong = derived.by_digit(read, rows, digits)
    assert differ.tolist() == [0, 0, 1, 1, 0, 0, 0, 0, 0, 0]
    assert (wrong[2], wrong[3], wrong[1]) == (0.25, 0.5, 0.0)


def test_what_makes_no_net_is_said_and_nothing_is_asked() -> None:
    for typed in ("many", "", "999", "0"):
        frame = digits_frame(Run(), UiState().with_option("digits", "hidden", typed))
        assert frame.why_not
        assert frame.questions == ()


@pytest.mark.parametrize("page", settings.PAGES)
def test_every_page_is_drawn(run: Run, view: tuple[DigitsView, list[Intent]], page: str) -> None:
    made, _ = view
    ui = SMALL.with_option("digits", "page", page).with_option("digits", "starts", 2)
    frame = filled(run, ui)
    made.paint(frame, theme("light"))
    QTest.qWait(0)
    assert made.panel.has_charts
    assert made.as_table(frame) is not None
    assert words.notes(frame)
    if page == "map":
        made.paint(replace(frame, flat=False), theme("dark"))
        assert made.cloud.isVisible()
        camera = made.cloud.camera
        QTest.keyClick(made.cloud, Qt.Key.Key_Left)
        assert made.cloud.camera != camera
        made.grab()


def test_drawing_by_mouse_and_by_keyboard_and_clearing(run: Run, view: tuple[DigitsView, list[Intent]]) -> None:
    made, sent = view
    made.paint(digits_frame(run, SMALL), theme("dark"))
    QTest.qWait(0)
    pad, box = made.side.pad, made.side.pad.box
    middle = box.center().toPoint()
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=middle)
    move(pad, middle + QPoint(0, round(box.height() / 4)), Qt.MouseButton.LeftButton)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=middle)
    last = sent[-1]
    assert isinstance(last, SetOption)
    bitmap = drawing.read(str(last.value))
    assert bitmap is not None
    assert bitmap[17, 16]
    assert bitmap[22, 16]
    assert not bitmap[5, 16]
    made.paint(digits_frame(run, SMALL.with_option("digits", "drawing", str(last.value))), theme("dark"))
    assert "given it centred" in words.picture(made.painted)  # type: ignore[arg-type]
    QTest.keyClick(pad, Qt.Key.Key_Space)
    assert isinstance(sent[-1], SetOption)
    QTest.keyClick(pad, Qt.Key.Key_Delete)
    assert sent[-1] == SetOption("digits", "drawing", "")


def test_gestures_choose_a_picture_a_blur_and_another_start(run: Run, view: tuple[DigitsView, list[Intent]]) -> None:
    made, sent = view
    made.paint(digits_frame(run, SMALL), theme("dark"))
    made.side.after.click()
    assert sent[-1] == SetOption("digits", "example", 64)
    made.side.slider.setValue(10)
    assert sent[-1] == SetOption("digits", "blur", 1.0)
    made.new_start.click()
    assert sent[-1] == SetOption("digits", "seed", 1)
    starts = SMALL.with_option("digits", "page", "starts").with_option("digits", "starts", 3)
    made.paint(digits_frame(run, starts), theme("dark"))
    made.compare.click()
    last: Intent = sent[-1]
    assert last == AskLab(CompareStarts(settings.recipe_of(SMALL), 3), again=True)


def test_the_map_asks_for_its_layout_once_the_net_is_there(run: Run) -> None:
    only = Run()
    ui = SMALL.with_option("digits", "page", "map")
    for question, found in run.findings.items():
        if isinstance(found, Pictures) or isinstance(question, TrainDigits):
            only.findings[question] = found
    assert digits_frame(only, ui).questions == (MapDigits(settings.recipe_of(SMALL)),)


SEVEN = ((0.1, 0.05), (0.9, 0.05), (0.4, 1.0))  # corners of its one stroke


def seven(left: float, top: float, high: float) -> Bools:
    """A small 7, drawn with the brush, in a corner of the square."""
    corners = [(left + 0.75 * high * x, top + high * y) for x, y in SEVEN]
    bitmap = drawing.empty()
    for start, end in pairwise(corners):
        bitmap = drawing.stroke(bitmap, start, end)
    return bitmap


@pytest.mark.parametrize("high", [9, 12, 20])
def test_a_small_seven_anywhere_is_read_as_one_once_it_is_centred_and_hardly_ever_without(high: int) -> None:
    recipe = DigitsRecipe()
    trained = answer(TrainDigits(recipe, TURNS), BENCH)
    assert isinstance(trained, TrainedDigits)
    weights = trained.weights
    across, down = (3, (32 - 0.75 * high) / 2, 29 - 0.75 * high), (3, (32 - high) / 2, 29 - high)
    drawn = [seven(left, top, high) for left in across for top in down]
    for bitmap in drawn:
        rows = np.flatnonzero(drawing.fitted(bitmap).any(axis=1))
        assert len(rows) >= drawing.DOTS - 3
        assert abs((rows[0] + rows[-1]) / 2 - 15.5) <= 1
    fitted, plain = (
        probabilities(recipe, weights, np.array([drawing.counted(as_it_is(it)) for it in drawn])).argmax(axis=1)
        for as_it_is in (drawing.fitted, np.asarray)
    )
    assert (fitted == 7).sum() >= 8
    assert (plain == 7).sum() <= 4


def test_what_is_no_stroke_is_enlarged_as_it_is() -> None:
    dot = drawing.block(drawing.empty(), 2, 5)
    assert drawing.fitted(dot).all()
    thin = drawing.empty()
    thin[3:20, 7] = True  # one dot wide: nothing of it would be left
    found = drawing.fitted(thin)
    assert found.any(axis=1).all()
    assert not drawing.fitted(drawing.empty()).any()


def test_the_button_says_whether_a_drawing_is_centred_and_changes_it(
    run: Run, view: tuple[DigitsView, list[Intent]]
) -> None:
    made, sent = view
    made.paint(digits_frame(run, SMALL), theme("dark"))
    assert not made.side.centre.isVisible()
    drawn = SMALL.with_option("digits", "drawing", drawing.written(seven(3, 3, 12)))
    made.paint(digits_frame(run, drawn), theme("dark"))
    assert made.side.centre.isVisible()
    assert made.side.centre.isChecked()
    made.side.centre.click()
    assert sent[-1] == SetOption("digits", "fit", False)
    made.paint(digits_frame(run, drawn.with_option("digits", "fit", False)), theme("dark"))
    assert not made.side.centre.isChecked()
    assert "as it stands" in words.picture(made.painted)  # type: ignore[arg-type]


def test_a_map_that_was_stopped_is_no_alarm_and_is_asked_again_where_it_is_chosen_again(
    run: Run, view: tuple[DigitsView, list[Intent]]
) -> None:
    made, sent = view
    ui = SMALL.with_option("digits", "page", "map").with_option("digits", "algorithm", "t-SNE")
    asked = MapDigits(digits_frame(run, ui).recipe, -1, "t-SNE")
    before = dict(run.findings)
    try:
        run.findings[asked] = Refused(Calm("Stopped before it was done."))
        made.paint(digits_frame(run, ui), theme("dark"))
        assert made.notes(made.painted) == "Stopped before it was done."  # type: ignore[arg-type]
        assert made._notes._colour != theme("dark").error
        run.findings[asked] = Refused("It cannot be.")
        made.paint(digits_frame(run, ui), theme("dark"))
        assert made._notes._colour == theme("dark").error
        made.layouts.activated.emit(made.layouts.currentIndex())
        assert sent[-1] == AskLab(asked, again=True)
        del run.findings[asked]
        made.paint(digits_frame(run, ui), theme("dark"))
        assert "one thing at a time" in made.notes(made.painted)  # type: ignore[arg-type]
        made.layouts.activated.emit(made.layouts.currentIndex())
        assert isinstance(sent[-1], SetOption)
    finally:
        run.findings.clear()
        run.findings.update(before)


def test_the_large_map_is_opened_with_the_vectors_of_the_pane(run: Run, view: tuple[DigitsView, list[Intent]]) -> None:
    made, sent = view
    ui = SMALL.with_option("digits", "page", "map").with_option("digits", "space", "first")
    frame = filled(run, ui)
    made.paint(frame, theme("dark"))
    made.to_map.click()
    assert sent[-2:] == [ShowSpace(points_of(frame.recipe, 0)), ShowViews("from_scratch", ("meaning_space",))]


def test_a_button_that_goes_grey_leaves_the_keyboard_with_the_view(
    run: Run, view: tuple[DigitsView, list[Intent]]
) -> None:
    made, _ = view
    drawn = SMALL.with_option("digits", "drawing", drawing.written(seven(3, 3, 12)))
    made.paint(digits_frame(run, drawn), theme("dark"))
    made.activateWindow()
    made.side.clear.setFocus()
    QTest.qWait(0)
    assert made.side.clear.hasFocus()
    made.paint(digits_frame(run, SMALL), theme("dark"))
    assert not made.side.clear.isEnabled()
    assert made.focusWidget() is made.panel or made.hasFocus()
