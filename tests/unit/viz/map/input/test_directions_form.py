"""The form of chosen axes: words and selections as ends, and what it asks for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.records import EMBEDDING, Direction, Directions, Layout, Space
from tests.helpers.made_maps import clustered, layout_of
from viz.map.input.directions_form import DirectionsForm, End
from viz.map.paint.layout_words import layout_name


class Asked:
    """A form, what is selected, and what it asked for."""

    def __init__(self, qtbot: QtBot) -> None:
        self.selection: tuple[int, ...] = ()
        self.asked: list[tuple[tuple[tuple[End, End], ...], bool]] = []
        self.form = DirectionsForm(lambda: self.selection, *(lambda *said: self.asked.append(said) for _ in range(3)))
        qtbot.addWidget(self.form)
        self.form.show()


def test_words_are_asked_for_once_an_axis_has_both_ends(qtbot: QtBot) -> None:
    it = Asked(qtbot)
    start, end = it.form.axes[0]
    assert not it.form.lay_out.isEnabled()
    QTest.keyClicks(start.word, " king ")
    assert not it.form.lay_out.isEnabled()
    QTest.keyClicks(end.word, "queen")
    QTest.keyClick(end.word, Qt.Key.Key_Return)
    assert it.asked == [((("king", "queen"),), True)]
    it.form.axes[2][0].word.setText("Paris")  # half an axis
    assert not it.form.lay_out.isEnabled()
    it.form.axes[2][1].word.setText("France")
    it.form.orthogonal.setChecked(False)
    it.form.lay_out.click()
    assert it.asked[-1] == ((("king", "queen"), ("Paris", "France")), False)


def test_a_selection_is_taken_as_it_is_then_and_forgotten_with_its_space(qtbot: QtBot) -> None:
    it = Asked(qtbot)
    it.form.show_space(EMBEDDING)
    start, end = it.form.axes[0]
    start.take.click()
    assert start.end == "", "nothing is selected"
    it.selection = (4, 5, 6)
    start.take.click()
    it.selection = (9,)
    assert "3 selected points" in start.word.text()
    end.take.click()
    assert "1 selected point" in end.word.text()
    it.form.lay_out.click()
    assert it.asked == [((((4, 5, 6), (9,)),), True)]
    QTest.keyClicks(end.word, "x")  # typing makes it a word
    assert end.end == "1 selected pointx"
    it.form.show_space(Space("resid", 2))
    assert start.end == ""
    assert end.end == "1 selected pointx"


def test_the_layout_says_its_axes_and_what_each_carries() -> None:
    axes = (Direction("king", "queen", (1,), (2,)), Direction("", "Paris", (3, 4), (5, 6, 7)))
    plain = layout_of(clustered(50))
    layout = Layout(
        EMBEDDING, "directions", Directions(axes), plain.points3, plain.points2, "x", "k", 0, 0, 0, 0, 0.041,
        (0.004, 0.015, 0.022),
    )  # fmt: skip
    said = layout_name(layout).replace("\N{NO-BREAK SPACE}", " ")
    assert said == (
        "Directions, orthogonal: king → queen (0.4 %), 2 points → Paris (mean of 3) (1.5 %), component 1 of the rest "
        "(2.2 %)"
    )
    slanted = Directions(axes, orthogonal=False)
    assert "not orthogonal" in layout_name(Layout(
        EMBEDDING, "directions", slanted, plain.points3, plain.points2, "x", "k", 0, 0, 0, 0,
    ))  # fmt: skip


def test_the_first_axis_colours_and_a_probe_takes_selections_alone(qtbot: QtBot) -> None:
    said: list[object] = []
    selection: tuple[int, ...] = (4, 5, 6)
    form = DirectionsForm(
        lambda: selection, lambda *_: None, lambda *it: said.append(it), lambda *it: said.append(("probe", *it))
    )
    qtbot.addWidget(form)
    form.show()
    assert not form.colour.isEnabled()
    assert not form.fit_probe.isEnabled()
    start, end = form.axes[0]
    QTest.keyClicks(start.word, "man")
    QTest.keyClicks(end.word, "woman")
    form.colour.click()
    assert said == [("man", "woman")]
    QTest.keyClicks(form.ones.word, "man")
    assert not form.fit_probe.isEnabled()  # a probe needs many points, which no word is
    form.ones.take.click()
    form.fit_probe.click()
    assert said[1:] == [("probe", (4, 5, 6), ())]
    form.others.take.click()
    form.fit_probe.click()
    assert said[2:] == [("probe", (4, 5, 6), (4, 5, 6))]
    form.show_space(EMBEDDING)
    assert not form.fit_probe.isEnabled()
