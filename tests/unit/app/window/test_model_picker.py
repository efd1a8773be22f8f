"""What is typed into the picker is taken for what it is: a name, a hub id, or a place on this computer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.window.panels.model_picker import ModelPicker, ModelRow, parameters_text
from app.window.panels.typed_model import LOADABLE, in_words, typed_as
from engine.records import LeftOut


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (0, ""), (812, "812"), (1_000, "1.0k"), (12_345, "12k"), (999_499, "999k"), (999_600, "1.0M"),
        (4_200_000, "4.2M"), (134_515_008, "135M"), (999_600_000, "1.0B"), (6_053_381_344, "6.1B"),
    ],
)  # fmt: skip
def test_a_number_of_parameters_is_never_none_where_there_are_some(n: int, text: str) -> None:
    assert parameters_text(n) == text


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("model", "org/model", "empty"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("model/config.json", "org/model/config.json", "small.gguf", "model/w.safetensors"):
        (tmp_path / name).write_text("{}", "utf-8")
    return tmp_path


def test_a_place_on_this_computer_is_no_hub_id(places: Path) -> None:
    said = {
        "{}/model": ("load this folder", True),
        "./model": ("load this folder", True),
        "org/model": ("load this folder", True),  # the engine takes it for the folder, too
        "{}/small.gguf": ("load this GGUF file", True),
        "small.gguf": ("load this GGUF file", True),
        "{}/empty": ("not a model folder: it has no config.json", False),
        "{}/model/w.safetensors": ("not a GGUF file: its name does not end in .gguf", False),
        "{}/gone": ("no such folder or file", False),
        "~/no such place": ("no such folder or file", False),
        "~nobody-of-this-name/x": ("no such folder or file", False),
        "gone.gguf": ("no such folder or file", False),
        "C:\\models\\x": ("no such folder or file", False),
        "/" + "x" * 5000: ("no such folder or file", False),
        "other/model": ("load this from the Hugging Face hub", True),
        "a/b/c": ("not a hub id (owner/model), and no such folder or file", False),
    }
    for typed, (words, can_be) in said.items():
        found = typed_as(typed.format(places) if typed.startswith("{}") else typed)
        assert (in_words(found), found in LOADABLE) == (words, can_be), typed
    assert typed_as("smol") == "name"


def test_enter_loads_what_can_be_loaded_and_nothing_else(qtbot: QtBot, places: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    picker = ModelPicker(parent)
    picker.set_rows([ModelRow("org/known", "known already", 5)])
    chosen: list[str] = []
    picker.chosen.connect(lambda spec, device, dtype: chosen.append(spec))
    for typed in (f"{places}/gone", f"{places}/model", "org/known", "other/model"):
        picker.line.setText(typed)
        assert picker.list.count() == 1
        QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert chosen == [f"{places}/model", "org/known", "other/model"]


def test_a_folder_whose_note_is_damaged_is_said_to_be_left_out(qtbot: QtBot, places: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    picker = ModelPicker(parent)
    picker.set_rows([ModelRow("known", "a model")], [LeftOut("/cache/models/tiny-0123", "7 kB")])
    chosen: list[str] = []
    picker.chosen.connect(lambda spec, device, dtype: chosen.append(spec))
    said = picker.list.item(1)
    assert picker.list.count() == 2
    assert said.text() == "tiny-0123    7 kB\nleft out, because its note is damaged or missing"
    assert "/cache/models/tiny-0123" in said.toolTip()
    assert not said.flags() & Qt.ItemFlag.ItemIsEnabled
    picker.line.setText("tiny")  # what is typed is still asked for by its name
    assert picker.list.count() == 1
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    picker.line.setText("known")
    assert picker.list.count() == 1
    assert chosen == ["tiny"]
