"""A prompt that types the token which the tokenizer adds: said in the window, and mended by a click."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from transformers import PreTrainedTokenizerFast

from app.controller import Controller
from app.state import Phase
from tests.helpers.program import PATIENCE, at_rest, opened
from tests.helpers.tiny_models import byte_level_tokenizer, write_folder

BEGIN = "<|endoftext|>"


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Controller]:
    """The program with a model whose tokenizer puts a token before and one behind every text."""
    monkeypatch.setenv("ORRERY_CONFIG", str(tmp_path / "config"))
    folder = write_folder(tmp_path / "model", max_position_embeddings=128)
    adds = PreTrainedTokenizerFast(
        tokenizer_object=byte_level_tokenizer().backend_tokenizer, bos_token=BEGIN, eos_token=BEGIN,
        add_bos_token=True, add_eos_token=True,
    )  # fmt: skip
    adds.save_pretrained(folder)
    with opened(qtbot, folder, f"{BEGIN}the cat sat") as made:
        at_rest(qtbot, made)
        yield made


def test_a_text_that_begins_twice_is_said_and_mended_by_a_click(qtbot: QtBot, program: Controller) -> None:
    first = program.session.run
    begin = first.token_ids[0]
    assert first.token_ids[:2].tolist() == [begin, begin]
    assert begin not in first.token_ids[2 : first.prompt_tokens].tolist()  # no end stands between prompt and text
    (card,) = [card for card in program.window.notices.cards if card.notice.about == "prompt"]
    assert BEGIN in card.text.text()
    (button,) = [each for each in card.findChildren(QPushButton) if each.text().startswith("Run with one")]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    session = program.session
    qtbot.waitUntil(lambda: session.run is not first and session.state.phase is Phase.IDLE, timeout=PATIENCE)
    assert session.run.prompt == program.window.controls.prompt.text() == "the cat sat"
    assert (
        session.run.token_ids[: session.run.prompt_tokens].tolist() == first.token_ids[1 : first.prompt_tokens].tolist()
    )
    assert not [card for card in program.window.notices.cards if card.notice.about == "prompt"]
