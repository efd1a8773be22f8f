"""Icons, style sheet and translation: sharp, complete, and in the person's language."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSize
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import translation
from app.look import icons, style
from app.window import actions
from engine.protocol import LabAnswered
from engine.questions import Question, Refused
from engine.sentences import say
from viz import theme as themes
from viz.figures import palettes
from viz.in_language import in_language

TS = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="zh_CN"><context>
<name>Actions</name><message><source>Run the prompt</source><translation>运行提示</translation></message>
</context></TS>"""


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.1."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in themes.rgb(colour).tolist()]
    return float(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])


def contrast(one: str, other: str) -> float:
    """Contrast ratio by WCAG 2.1."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", icons.names())
@pytest.mark.parametrize("size", [16, 40])
def test_an_icon_is_drawn_in_its_colour_at_the_asked_size(qtbot: QtBot, name: str, size: int) -> None:
    picture = icons.icon(name, "#ff8000", "#0000ff").pixmap(QSize(size, size), 1.0)
    assert picture.size() == QSize(size, size)
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    seen = [image.pixelColor(x, y) for x in range(size) for y in range(size)]
    strong = [colour for colour in seen if colour.alpha() > 200]
    assert strong
    assert all(abs(colour.red() - 255) < 8 and colour.blue() < 8 for colour in strong)
    faded = icons.icon(name, "#ff8000", "#0000ff").pixmap(QSize(size, size), 1.0, QIcon.Mode.Disabled).toImage()
    colours = [faded.pixelColor(x, y) for x in range(size) for y in range(size)]
    assert max(colour.blue() for colour in colours if colour.alpha() > 200) > 240


def test_an_unknown_icon_is_named() -> None:
    with pytest.raises(KeyError, match="nonsense"):
        icons.icon("nonsense", "#000000")


def test_python_collects_nothing_while_qt_goes_through_all_widgets(qtbot: QtBot) -> None:
    """A widget in a cycle of Python objects would be deleted under Qt's hands."""
    collecting: list[bool] = []

    class Listening(QWidget):
        def changeEvent(self, event: QEvent) -> None:
            collecting.append(gc.isenabled())

    widget = Listening()
    qtbot.addWidget(widget)
    widget.show()
    gc.enable()
    try:
        style.apply(themes.theme("light"), 1.75)
        assert collecting
        assert not any(collecting)
        assert gc.isenabled()
    finally:
        gc.disable()


def test_another_look_leaves_qt_s_style_the_same_object(qtbot: QtBot) -> None:
    """A layout in a scene keeps its address, and asks it for distances after the look was changed."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    style.apply(themes.theme("dark"), 1.0)
    held = shiboken6.getCppPointer(app.style())
    for name, scale in (("light", 1.0), ("dark", 1.5), ("dark", 1.0)):
        style.apply(themes.theme(name), scale)
        assert shiboken6.getCppPointer(app.style()) == held


@pytest.mark.parametrize("palette", [palettes.OWN, *palettes.ONE_DEFICIENCY])
@pytest.mark.parametrize("name", themes.names())
def test_text_and_signs_are_read_on_whatever_they_stand_on(name: str, palette: str) -> None:
    """4.5:1 for text and 3:1 for edges of controls and lines of charts (WCAG 2.2, 1.4.3 and 1.4.11)."""
    shown = palettes.coloured(name, palette)
    mixed = style._colours(shown)
    for ground in ("ground", "surface", "raised", "chrome", "field", "hover"):
        assert contrast(shown.text, mixed[ground]) >= 4.5, ground
        assert contrast(shown.muted, mixed[ground]) >= 4.5, ground
    for ground in ("ground", "surface", "raised", "chrome"):
        for sign in ("warning", "error", "good"):
            assert contrast(mixed[sign], mixed[ground]) >= 4.5, (sign, ground)
        assert contrast(shown.accent, mixed[ground]) >= 3.0, ground
    for ground in ("surface", "field", "chrome"):
        assert contrast(mixed["edge"], mixed[ground]) >= 2.9, ground
    for line in (shown.path, shown.fan, shown.compared, shown.chosen):
        assert contrast(line, shown.ground) >= 3.0
        assert contrast(line, shown.surface) >= 3.0
    for below in (shown.accent, mixed["warm"]):
        assert contrast(mixed["onaccent"], below) >= 4.5
    assert contrast(shown.text, mixed["tint"]) >= 4.5
    assert contrast(shown.text, mixed["pressed"]) >= 4.5


@pytest.mark.parametrize("name", themes.names())
def test_the_style_sheet_is_filled_in_and_what_it_mixes_can_be_read(qtbot: QtBot, name: str) -> None:
    shown = themes.theme(name)
    text = style.sheet(shown, 1.25)
    assert "@" not in text
    assert "font-size: 16px" in text
    assert contrast(style.readable_on(shown.accent), shown.accent) >= 4.5
    assert contrast(shown.text, style.mix(shown.raised, shown.text, 0.08)) >= 4.5
    assert contrast(shown.text, style.mix(shown.surface, shown.accent, 0.16)) >= 4.5
    assert contrast(shown.muted, shown.surface) >= 4.5
    assert style.palette(shown).window().color() == QColor(shown.surface)


@pytest.fixture
def chinese(tmp_path: Path) -> Path:
    """A folder with a translation of one text."""
    (tmp_path / "orrery_zh_CN.ts").write_text(TS, "utf-8")
    return tmp_path


@pytest.fixture
def app(qtbot: QtBot) -> Iterator[QCoreApplication]:
    """The application, English again after a test."""
    made = QApplication.instance()
    assert made is not None
    yield made
    translation.install(made, "en")


def test_a_translation_file_is_all_a_language_needs(app: QCoreApplication, chinese: Path) -> None:
    rows = {row.id: row for row in actions.ROWS}
    row = rows["run_prompt"]
    assert translation.install(app, "zh_CN", chinese) == ""
    assert row.translated() == "运行提示"
    assert rows["quit"].translated() == "Quit"  # unfinished
    assert translation.spoken() == "zh_CN"
    assert translation.install(app, "en", chinese) == ""
    assert row.translated() == "Run the prompt"
    assert translation.spoken() == "en"


def test_qt_speaks_the_language_too_and_no_other(app: QCoreApplication, chinese: Path) -> None:
    def cancel() -> str:
        return QCoreApplication.translate("QPlatformTheme", "Cancel")

    translation.install(app, "zh_CN", chinese)
    assert cancel() == "取消"
    assert translation.install(app, "de_DE", chinese) == ""
    assert cancel() == "Cancel"  # nor Qt's buttons alone: a window speaks one language


def test_simplified_characters_are_one_language_wherever_they_are_written(chinese: Path) -> None:
    for name, found in (("zh_CN", True), ("zh_SG", True), ("zh", True), ("zh_TW", False), ("en_GB", False)):
        assert (translation.file_of(QLocale(name), chinese) is not None) == found, name


def test_a_damaged_file_is_a_sentence_and_english(app: QCoreApplication, tmp_path: Path) -> None:
    (tmp_path / "orrery_zh_CN.ts").write_text(TS[:-20], "utf-8")
    said = translation.install(app, "zh_CN", tmp_path)
    assert "damaged" in said
    assert "orrery_zh_CN.ts" in said
    assert {row.id: row for row in actions.ROWS}["run_prompt"].translated() == "Run the prompt"
    assert translation.spoken() == "en"


def test_a_missing_file_is_a_sentence_where_the_language_was_chosen(app: QCoreApplication, tmp_path: Path) -> None:
    assert "简体中文" in translation.install(app, "zh_CN", tmp_path)
    assert translation.install(app, "fr_FR", tmp_path) == ""  # of the system's own nobody asked


def test_a_computer_without_its_letters_is_told_of_a_font(
    app: QCoreApplication, chinese: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: [])
    said = translation.install(app, "zh_CN", chinese)
    assert "Noto Sans CJK" in said
    assert translation.spoken() == "en"


def test_the_engine_s_sentences_are_said_in_the_language(app: QCoreApplication, tmp_path: Path) -> None:
    engine = TS.replace("Actions", "Engine").replace("Run the prompt", "Not {n} of {what}.")
    (tmp_path / "orrery_zh_CN.ts").write_text(engine.replace("运行提示", "{what}没有 {n} 个。"), "utf-8")
    refused = Refused(say("Not {n} of {what}.", n=3, what="x"))
    translation.install(app, "zh_CN", tmp_path)
    turned = in_language(LabAnswered(1, 0, Question(), refused))
    assert isinstance(turned.finding, Refused)
    assert turned.finding.sentence == "x没有 3 个。"
    translation.install(app, "en", tmp_path)
    assert in_language(turned).finding == refused
    plain = LabAnswered(1, 0, Question(), Refused("plain"))
    assert in_language(plain) is plain
