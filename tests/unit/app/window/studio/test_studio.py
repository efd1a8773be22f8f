"""The workspace Figure: what is seen is what is written, every step can be taken back, no fault loses anything."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFontInfo, QGuiApplication, QImage, QKeyEvent
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

import main
from app.model_spec import spec_of
from app.notice import Notice
from app.window.studio import presets
from app.window.studio.history import History
from app.window.studio.scrolled import Scrolled
from app.window.studio.sources import carried, is_of, made_again, source_of
from app.window.studio.studio import Around, Studio
from app.window.view_groups import laboratory_of, view_groups
from engine.files.run_file import save_run
from engine.models.resolve import resolve
from engine.run import Run
from tests.helpers import tiny_models
from tests.helpers.runs import RUNS
from viz.figures.metadata import spec_in
from viz.figures.picture import image, pixels_of
from viz.figures.spec import AUTO, FigureSpec, Panel, Source
from viz.figures.spec_file import inside, spec_of_text, text_of
from viz.intents import HandOver
from viz.registry import all_views
from viz.ui_state import UiState

Make = Callable[..., Studio]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    made: list[Studio] = []

    def one(
        looked_at: str = "", run: Run | None = None, path: Path | None = None, kept: dict[str, str] | None = None
    ) -> Studio:
        around = Around(lambda _: None, lambda: looked_at, lambda: path)
        studio = Studio({} if kept is None else kept, around)
        qtbot.addWidget(studio)
        studio.resize(1200, 700)
        studio.refresh(run or RUNS["branched"](), UiState(position=6, head=(1, 2)))
        studio.show()
        studio.lay_out()
        made.append(studio)
        return studio

    yield one
    for studio in made:
        studio.end()


def notices(studio: Studio) -> list[Notice]:
    found: list[Notice] = []
    studio.noticed.connect(found.append)
    return found


def test_it_begins_with_what_was_looked_at(make: Make) -> None:
    studio = make("layers")
    assert [panel.view for panel in studio.spec.panel] == ["layers"]
    assert studio.spec.panel[0].position == 6
    assert not studio.undo.isEnabled()
    empty = make()
    assert empty.spec.panel == ()
    assert "Add a view to begin" in empty.said.text()
    assert not empty.export.isEnabled()


def test_the_page_on_screen_is_the_picture_that_is_written(make: Make, tmp_path: Path) -> None:
    studio = make("attention_head")
    studio.add_view("token_strip")
    studio.put(replace(studio.spec, title="Both", caption=AUTO, size="480x300"))
    studio.lay_out()
    studio.canvas.set_zoom(2.0)  # 192 dpi on a screen of 96: one pixel is one
    shown = studio.canvas.page._image
    assert shown is not None
    studio.files.export(tmp_path / "a.png")
    written = QImage(str(tmp_path / "a.png"))
    assert (shown.width(), shown.height()) == (written.width(), written.height()) == (480, 300)
    one, other = (pixels_of(it, transparent=True).astype(int) for it in (shown, written))
    assert np.abs(one - other).max() <= 2


def test_steps_are_taken_back_and_done_again(make: Make, qtbot: QtBot) -> None:
    studio = make("layers")
    first = studio.spec
    studio.add_view("next_token")
    studio.form.title.setText("A")
    studio.form.title.textEdited.emit("A")
    studio.form.title.textEdited.emit("Ab")  # one step: typing
    assert (len(studio.spec.panel), studio.spec.title) == (2, "Ab")
    ctrl = Qt.KeyboardModifier.ControlModifier
    studio.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Z, ctrl))
    assert studio.spec.title == ""
    studio.undo.click()
    assert studio.spec == first
    assert not studio.undo.isEnabled()
    studio.redo.click()
    studio.redo.click()
    assert (len(studio.spec.panel), studio.spec.title, studio.form.title.text()) == (2, "Ab", "Ab")


def test_panels_are_moved_removed_titled_and_chosen_on_the_page(make: Make) -> None:
    studio = make("layers")
    studio.add_view("next_token")
    studio.lay_out()
    assert [studio.panels.list.item(i).text() for i in range(2)] == ["a  Layer updates", "b  Next token"]
    sheet = studio._sheet
    assert sheet is not None
    right = sheet.panels[1][0]
    scale = studio.canvas.scale(studio.spec.page)
    studio.panels.choose(0)
    studio.canvas.page.pressed.emit(QPoint(round((right.x + 20) * scale), round((right.y + 20) * scale)))
    assert studio.panels.list.currentRow() == 1
    studio.panels.title.textEdited.emit("Mine")
    assert studio.spec.panel[1].title == "Mine"
    studio.panels.up.click()
    assert [panel.view for panel in studio.spec.panel] == ["next_token", "layers"]
    studio.panels.across.setValue(2)
    assert studio.spec.panel[0].across == 2
    studio.panels.remove.click()
    assert [panel.view for panel in studio.spec.panel] == ["layers"]


def test_a_panel_keeps_what_it_showed_until_it_is_asked_to_follow(make: Make) -> None:
    studio = make("attention_head")
    assert (studio.spec.panel[0].head, studio.spec.panel[0].position) == ("L1.H2", 6)
    studio.refresh(studio._run, UiState(position=3, head=(2, 1)))
    studio.lay_out()
    assert studio.spec.panel[0].head == "L1.H2"
    studio.panels.choose(0)
    studio.panels.take.click()
    assert (studio.spec.panel[0].head, studio.spec.panel[0].position) == ("L2.H1", 3)


def test_every_field_reaches_the_figure(make: Make) -> None:
    studio = make("layers")
    form = studio.form
    form.theme.setCurrentIndex(form.theme.findData("dark"))
    form.theme.activated.emit(0)
    form.palette_box.setCurrentIndex(form.palette_box.findData("grey"))
    form.palette_box.activated.emit(0)
    form.transparent.click()
    form.shared.click()
    form.lines.setValue(1.5)
    form.columns.setValue(2)
    form.from_facts.click()
    form.page.preset.setCurrentIndex(form.page.preset.findData("85x64mm"))
    form.page.preset.activated.emit(form.page.preset.currentIndex())
    spec = studio.spec
    assert (spec.theme, spec.palette, spec.transparent, spec.shared_scales) == ("dark", "grey", True, True)
    assert (spec.lines, spec.columns, spec.caption) == (1.5, 2, AUTO)
    assert spec.page.points == pytest.approx((85 / 25.4 * 72, 64 / 25.4 * 72))
    studio.lay_out()
    assert form.caption.isReadOnly()
    said = form.caption.toPlainText()
    assert "Model: tiny" in said
    form.from_facts.click()
    assert studio.spec.caption == said
    form.caption.setPlainText("Own words")
    assert studio.spec.caption == "Own words"


def test_the_clipboard_has_pixels_or_vectors(make: Make) -> None:
    studio = make("token_strip")
    studio.put(replace(studio.spec, size="240x160"))
    clipboard = QGuiApplication.clipboard()
    studio.copy_image.click()
    assert (clipboard.image().width(), clipboard.image().height()) == (240, 160)
    studio.copy_vectors.click()
    data = clipboard.mimeData()
    assert bytes(data.data("image/svg+xml").data()).startswith(b"<?xml")
    assert bytes(data.data("application/pdf").data()).startswith(b"%PDF")


def test_a_spec_saved_here_is_made_by_the_command_to_the_same_bytes(make: Make, tmp_path: Path) -> None:
    run = RUNS["branched"]()
    save_run(run, tmp_path / "run.orrery")
    studio = make("token_strip", run, tmp_path / "run.orrery")
    studio.add_view("attention_head")
    studio.put(replace(studio.spec, out="a.png", size="480x300"))
    studio.files.save(tmp_path / "s.toml")
    studio.files.export(tmp_path / "here.png")
    assert main.main(["figure", str(tmp_path / "s.toml")]) == 0
    there, here = QImage(str(tmp_path / "a.png")), QImage(str(tmp_path / "here.png"))
    assert there == here
    assert spec_of_text(spec_in(tmp_path / "here.png"), tmp_path).figure[0].panel == studio.spec.panel
    other = make()
    other.files.open(tmp_path / "s.toml")
    other.lay_out()
    assert [panel.view for panel in other.spec.panel] == ["token_strip", "attention_head"]


def test_faults_are_notices_and_change_nothing(make: Make, tmp_path: Path) -> None:
    studio = make("token_strip")
    before, found = studio.spec, notices(studio)
    (tmp_path / "bad.toml").write_text("[[figur]]\n")
    studio.files.open(tmp_path / "bad.toml")
    studio.files.export(tmp_path / "missing" / "a.png")
    studio.files.save(tmp_path / "missing" / "a.toml")
    assert [notice.level for notice in found] == ["error"] * 3
    assert "did you mean “figure”" in found[0].sentence
    assert studio.spec == before
    studio.put(replace(studio.spec, size="20x20", title="Too small"))
    studio.lay_out()
    assert "too small" in studio.said.text()
    studio.undo.click()
    studio.lay_out()
    assert "too small" not in studio.said.text()


def test_looks_are_kept_by_name(make: Make) -> None:
    kept: dict[str, str] = {}
    studio = make("layers", kept=kept)
    told: list[int] = []
    studio.kept_changed.connect(lambda: told.append(1))
    studio.put(replace(studio.spec, theme="dark", palette="grey", size="85mmx60mm", title="T"))
    studio.looks.keep("Mine")
    studio.put(FigureSpec(panel=(Panel("next_token"),), title="Other"))
    studio.looks.use("Mine")
    assert (studio.spec.theme, studio.spec.palette, studio.spec.size) == ("dark", "grey", "85mmx60mm")
    assert (studio.spec.title, studio.spec.panel[0].view) == ("Other", "next_token")
    assert presets.usable({"Mine": presets.look_of(studio.spec), "bad": "a =", "odd": "lines = 'x'"}).keys() == {"Mine"}
    studio.looks.remove("Mine")
    assert kept == {}
    assert len(told) == 2


def test_the_run_of_a_figure_is_named_so_that_it_is_made_again(tmp_path: Path) -> None:
    straight, branched = RUNS["fifty_steps"](), RUNS["branched"]()
    found = made_again(straight)
    assert found is not None
    assert (found.prompt, found.tokens, found.seed) == (
        straight.prompt,
        len(straight) - straight.prompt_tokens,
        straight.sampling.seed,
    )
    assert made_again(branched) is None
    inside = source_of(branched, tmp_path / "runs" / "a.orrery", tmp_path)
    assert inside.file == "runs/a.orrery"
    assert source_of(branched, tmp_path / "a.orrery", tmp_path / "specs").file == str(tmp_path / "a.orrery")


def test_what_can_be_added_stands_by_laboratory_as_in_the_view_menu(make: Make) -> None:
    studio = make("layers")
    menu = studio.panels.menu()
    menus = {part.title(): [it.text() for it in part.actions()] for part in menu.findChildren(QMenu)}
    first, *alone = [it.text() for it in menu.actions() if not it.isSeparator() and it.text() not in menus]
    part = next(part for part in menu.findChildren(QMenu) if part.title() == "Attention")
    next(it for it in part.actions() if it.text() == "Attention: one head").trigger()
    assert studio.spec.panel[-1].view == "attention_head"
    titles = [view.translated_title() for view in all_views().values()]
    assert first == "Layer updates, as it is now"
    assert sorted([*alone, *(text for texts in menus.values() for text in texts)]) == sorted(titles), "each once"
    assert len(alone) + len(menus) < len(titles) / 2, "few enough for the height of a screen"
    assert list(menus) == sorted(menus, key=str.casefold)
    groups = [group for group in view_groups(all_views()) if group.is_menu]
    assert [group.title for group in groups] == list(menus)
    folders = {group.title: {laboratory_of(all_views()[name]) for name in group.views} for group in groups}
    of_workspaces = {title for title, several in folders.items() if len(several) > 1}
    assert of_workspaces == {"From scratch", "Features"}
    of_labs = [group for group in groups if len(folders[group.title]) == 1]
    assert all(folders[group.title] == {group.laboratory} for group in of_labs)


def test_a_spec_that_names_files_elsewhere_is_opened_only_when_a_person_says_so(make: Make, tmp_path: Path) -> None:
    run = RUNS["branched"]()
    (tmp_path / "runs").mkdir()
    (tmp_path / "specs").mkdir()
    save_run(run, tmp_path / "runs" / "r.orrery")
    studio = make("token_strip", run, tmp_path / "runs" / "r.orrery")
    found = notices(studio)
    studio.files.save(tmp_path / "specs" / "s.toml")
    assert "--outside" in found[-1].sentence
    studio.files.save(tmp_path / "runs" / "s.toml")
    assert "--outside" not in found[-1].sentence
    other = make("layers")
    before, asked = other.spec, list[str]()

    def refuse(name: str, places: str) -> bool:
        asked.append(f"{name} {places}")
        return False

    other.files.ask_outside = refuse
    other.files.open(tmp_path / "specs" / "s.toml")
    assert other.spec == before
    assert asked == [f"s.toml {tmp_path / 'runs' / 'r.orrery'}"]
    other.files.ask_outside = lambda name, places: True
    other.files.open(tmp_path / "specs" / "s.toml")
    other.lay_out()
    assert [panel.view for panel in other.spec.panel] == ["token_strip"]
    assert other._shown[0].run.prompt == run.prompt
    assert [*map(Path, other.files._spec().run.file.split())] == [tmp_path / "runs" / "r.orrery"]


def test_a_spec_saved_into_another_folder_names_the_same_files(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "here" / "there"
    spec = FigureSpec(
        run=Source(file="r.orrery"), panel=(Panel("layers", run=Source(model="./there/net", prompt="A")),)
    )
    moved = carried(spec, here, there)
    assert (moved.run.file, moved.panel[0].run.model) == (str(here / "r.orrery"), "./net")
    assert carried(moved, there, here) == spec
    assert carried(spec, here, here) == carried(spec, None, here) == spec


def test_a_figure_made_with_another_run_is_not_passed_off_as_that_of_the_screen(make: Make, tmp_path: Path) -> None:
    run = RUNS["fifty_steps"]()
    studio = make("token_strip", run)
    found = notices(studio)
    own = made_again(run)
    assert own is not None
    assert is_of(own, run)
    assert is_of(replace(own, model="another name of it"), run), "its hash says which model it is"
    for change in ({"prompt": "Another"}, {"sha256": "f" * 64}, {"seed": own.seed + 1}, {"tokens": 1}):
        other = replace(own, **change)
        assert not is_of(other, run), change
        (tmp_path / "s.toml").write_text(text_of(replace(studio.spec, run=other)), encoding="utf-8")
        studio.files.open(tmp_path / "s.toml")
        assert "shows the run on screen instead" in found[-1].sentence
        assert not studio.spec.run.is_given
    (tmp_path / "s.toml").write_text(text_of(replace(studio.spec, run=own)), encoding="utf-8")
    count = len(found)
    studio.files.open(tmp_path / "s.toml")
    assert (studio.spec.run, len(found)) == (own, count)


def test_a_model_in_a_folder_or_a_gguf_file_is_named_by_its_place(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny_gguf = tiny_models.write_gguf(tmp_path_factory.mktemp("gguf") / "tiny.gguf")
    (tmp_path / "net").mkdir()
    (tmp_path / "net" / "config.json").write_text("{}")
    monkeypatch.chdir(tmp_path)
    run = RUNS["fifty_steps"]()
    assert run.info is not None
    for given, folder, named in (
        ("net", tmp_path, "./net"),
        ("net", tmp_path / "specs", str(tmp_path / "net")),
        (str(tiny_gguf), tiny_gguf.parent, f"./{tiny_gguf.name}"),
        (str(tiny_gguf), tmp_path, str(tiny_gguf.resolve())),
    ):
        met = resolve(given)
        run.info = replace(run.info, name=met.name, source=met.source)
        source = source_of(run, None, folder)
        assert source.model == named
        assert source.sha256 == run.info.sha256
        assert resolve(str(inside(folder, source.model, True, "The model"))).folder == met.folder
    gone = replace(run.info, source=f"the file {tmp_path / 'gone.gguf'}")
    assert spec_of(gone) == gone.name, "what was expanded of it is in the cache under its name"
    assert spec_of(replace(gone, source="the hub")) == gone.name


def test_history_forgets_what_was_taken_back_once_something_else_is_done() -> None:
    history = History(FigureSpec())
    assert not history.put(FigureSpec())
    for title in ("a", "b"):
        assert history.put(FigureSpec(title=title))
    assert history.undo()
    assert history.put(FigureSpec(title="c"))
    assert not history.redo()
    assert history.undo()
    assert history.now.title == "a"


def test_a_change_is_on_the_page_within_a_moment(make: Make, qtbot: QtBot) -> None:
    studio = make("layers")
    began = time.perf_counter()
    studio.put(replace(studio.spec, title="New"))
    qtbot.waitUntil(lambda: studio._sheet is not None and bool(studio._sheet.words))
    assert time.perf_counter() - began < 10
    assert image(studio._sheet).width() > 0  # type: ignore[arg-type]


def test_what_is_not_whole_is_asked_for_and_not_written(make: Make, tmp_path: Path) -> None:
    studio = make("token_strip")
    asked: list[object] = []
    studio.intent.connect(asked.append)
    studio.add_view("layers")
    studio.lay_out()
    assert "Being completed: b" in studio.said.text()
    assert asked == [HandOver()]  # a run that no engine holds
    found = notices(studio)
    studio.files.export(tmp_path / "a.png")
    assert "not whole yet" in found[-1].sentence
    assert not (tmp_path / "a.png").exists()
    studio.panels.choose(1)
    studio.panels.remove.click()
    studio.files.export(tmp_path / "a.png")
    assert (tmp_path / "a.png").exists()


def test_the_forms_grow_with_the_window_s_text(make: Make, qtbot: QtBot) -> None:
    studio = make("layers")
    studio.resize(1700, 900)

    def cut() -> list[float]:
        """Pixels of each form that do not fit beside the page."""
        areas = studio.findChildren(Scrolled)
        pairs = [(area.widget(), area.viewport().width()) for area in areas]
        return [max(form.minimumSizeHint().width() - room, 0) for form, room in pairs if form is not None]

    assert cut() == [0, 0]
    before = studio.panels.width()
    font = studio.font()
    font.setPixelSize(2 * QFontInfo(font).pixelSize())
    studio.setFont(font)
    qtbot.waitUntil(lambda: studio.panels.minimumSizeHint().width() > before and cut() == [0, 0])
