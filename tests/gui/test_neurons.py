"""From "which part says this?" to switching it off, in the whole program, by real events."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.controller import Controller
from app.state import Phase
from engine.labs.ablation.records import AskChangedNext, ChangedNext
from engine.labs.neurons.records import Effects, Exact
from engine.labs.patching.records import AskPatching, Picture
from tests.helpers.program import PATIENCE
from viz.intents import SetOption
from viz.labs.ablation.ablation_view import AblationView
from viz.labs.neurons.neurons_view import NeuronsView
from viz.labs.patching.patching_view import PatchingView
from viz.tokens.token_strip_view import TokenStripView


def changed(program: Controller) -> ChangedNext | None:
    """What the next token became with the board as it is."""
    for question, found in program.session.run.findings.items():
        if (
            isinstance(question, AskChangedNext)
            and question.plan == program.session.ui.plan
            and isinstance(found, ChangedNext)
        ):
            return found
    return None


def measured(program: Controller) -> Exact | None:
    """The exact effects, once they are there."""
    return next((found for found in program.session.run.findings.values() if isinstance(found, Exact)), None)


def test_the_part_that_says_a_token_is_found_and_switched_off(qtbot: QtBot, program: Controller) -> None:
    program.window.resize(1600, 1000)
    program.window.docks.show_workspace("ablation")
    qtbot.waitUntil(lambda: bool(program.window.findChildren(NeuronsView)), timeout=PATIENCE)
    view = program.window.findChildren(NeuronsView)[0]
    program.window.docks.show_view("neurons")
    qtbot.waitUntil(lambda: measured(program) is not None and view.table.isVisible(), timeout=PATIENCE)
    found = measured(program)
    assert found is not None
    qtbot.waitUntil(lambda: view.table.model().rowCount() == len(found.sites), timeout=PATIENCE)
    qtbot.waitUntil(lambda: view.painted is not None and view.painted.ranks.exact is found, timeout=PATIENCE)
    where = view.table.visualRect(view.table.model().index(0, 0)).center()
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    site = view.table.chosen
    assert found.probs is not None
    assert site == found.sites[int(found.probs.argmin())]  # what the token loses most by is first
    QTest.mouseClick(view.off, Qt.MouseButton.LeftButton)
    assert [(change.site, change.scale) for change in program.session.ui.plan.site_changes] == [(site, 0.0)]
    qtbot.waitUntil(lambda: changed(program) is not None, timeout=PATIENCE)


def test_from_a_token_of_the_text_to_the_sentence_without_its_part(qtbot: QtBot, program: Controller) -> None:
    """Asked in the token strip's menu; then one button switches off what was found, and both texts are there."""
    program.window.resize(1600, 1000)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(TokenStripView)), timeout=PATIENCE)
    program.player.play(3)
    qtbot.waitUntil(
        lambda: program.session.state.phase is Phase.IDLE and len(program.session.run) > 8, timeout=PATIENCE
    )
    strip, last = program.window.findChildren(TokenStripView)[0], len(program.session.run) - 1
    qtbot.waitUntil(lambda: strip.painted is not None and len(strip.painted.tokens.texts) == last + 1, timeout=PATIENCE)
    menu = strip.branch_menu(last)
    assert menu is not None
    menu.actions()[-1].trigger()
    menu.deleteLater()
    assert program.window.docks.current == "ablation"
    assert program.session.ui.position == last - 1
    qtbot.waitUntil(lambda: bool(program.window.findChildren(AblationView)), timeout=PATIENCE)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(NeuronsView)), timeout=PATIENCE)
    finder = program.window.findChildren(NeuronsView)[0]
    board = program.window.findChildren(AblationView)[0]
    said = int(program.session.run.token_ids[last])

    def ranked() -> bool:
        ranks = finder.painted.ranks if finder.painted is not None else None
        found = ranks.finding if ranks is not None and ranks.exact is not None else None
        return isinstance(found, Effects) and found.token_id == said

    qtbot.waitUntil(ranked, timeout=PATIENCE)
    QTest.mouseClick(finder.off, Qt.MouseButton.LeftButton)

    def written() -> bool:
        shown = board.sentence.shown
        return shown.fresh and shown.found is not None and shown.found.done

    qtbot.waitUntil(written, timeout=PATIENCE)
    assert board.painted is not None
    assert board.painted.token == said
    verdict = board.sentence.verdict.text()
    assert verdict.startswith(("The continuation changes", "The next 24 tokens are the same"))


def test_a_picture_of_every_place_comes_at_a_click(qtbot: QtBot, program: Controller) -> None:
    program.window.resize(1600, 1000)
    program.window.docks.show_workspace("ablation")
    program.window.docks.show_view("patching")  # only what is seen is made
    qtbot.waitUntil(lambda: bool(program.window.findChildren(PatchingView)), timeout=PATIENCE)
    view = program.window.findChildren(PatchingView)[0]
    for name, text in (("a", "the cat sat"), ("b", "the dog sat"), ("answer_a", "#5"), ("answer_b", "#9")):
        program.intents.handle(SetOption("patching", name, text))
    qtbot.waitUntil(view.run.isVisible, timeout=PATIENCE)
    wanted = AskPatching("the cat sat", "the dog sat", "state", "#5", "#9")
    qtbot.waitUntil(lambda: view.painted is not None and view.painted.question == wanted, timeout=PATIENCE)
    QTest.mouseClick(view.run, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: view.painted is not None and bool(view.painted.found or view.painted.refused), timeout=PATIENCE
    )
    assert view.painted is not None
    assert isinstance(view.painted.found, Picture) or "tokens, but both must have as many" in view.painted.refused
