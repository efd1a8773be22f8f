"""Pairs of tokens and rows of layers are chosen by keys as by clicks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.switchboard import HEAD, finding, question, run_here, ui_with
from viz.board import Row
from viz.labs.ablation.ablation_view import AblationView
from viz.labs.ablation.effect_widget import EffectPanel
from viz.theme import theme


def test_arrows_go_from_pair_to_pair_and_enter_follows_one(qtbot: QtBot) -> None:
    run, ui = run_here(), ui_with(Row(HEAD))
    run.findings[question(run, ui)] = finding(run)
    panel = EffectPanel()
    qtbot.addWidget(panel)
    panel.resize(700, 500)
    panel.show()
    qtbot.waitExposed(panel)
    panel.show_effects(AblationView.frame(run, ui).effects, theme("dark"))
    effect = panel.fitting(panel.drawer())
    assert effect is not None
    assert effect.pairs is not None
    hovered: list[object] = []
    followed: list[int] = []
    panel.hovered.connect(hovered.append)
    panel.followed.connect(followed.append)
    panel.activateWindow()
    panel.setFocus()
    qtbot.waitUntil(panel.hasFocus)
    before = panel.grab().toImage()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(panel, key)
    ids = effect.pairs.token_ids.tolist()
    assert hovered == [ids[1], ids[2], ids[1]]
    assert followed == [ids[1]]
    assert panel.grab().toImage() != before, "where the keys are is not seen"
    for _ in ids:
        QTest.keyClick(panel, Qt.Key.Key_Down)
    assert hovered[-1] == ids[-1]
