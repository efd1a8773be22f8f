"""Nothing that leaves the program names the folders of who made it: figures, films and tables keep names and hashes."""

from __future__ import annotations

import argparse
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import main
from app.commands.figure_specs import Runs
from engine.errors import InputRefused
from engine.files.run_file import save_run
from engine.run import Run
from tests.helpers.runs import RUNS, with_map
from viz.figures.facts import facts_of, facts_of_numbers
from viz.figures.files import as_bytes
from viz.figures.metadata import spec_in
from viz.figures.numbers import SUFFIXES as TABLES
from viz.figures.numbers import gathered, written
from viz.figures.page import SUFFIXES
from viz.figures.panel_state import shown_panels
from viz.figures.places import is_elsewhere, name_of, without_places, without_real_places
from viz.figures.sheet import laid_out
from viz.figures.spec import FigureSpec, Panel, Source
from viz.figures.spec_file import spec_of_text
from viz.registry import all_views
from viz.ui_state import UiState

pytestmark = pytest.mark.usefixtures("qapp")
SECRET = "anna-maria"
FOLDER = f"/home/{SECRET}/models/tiny"
TEXTS = f"/home/{SECRET}/texts.txt"
RUN_FILE = f"/home/{SECRET}/b.orrery"
FILES = ("file", "texts", "pairs", "source", "net", "a", "b")  # settings that can be files
MADE_OF = Source(model=FOLDER, sha256="ab" * 32, prompt="The best")
SPEC = FigureSpec(
    size="320x240", run=MADE_OF, caption="auto",
    panel=(Panel("analogies", options={"pairs": TEXTS}), Panel("next_token", run=Source(file=RUN_FILE))),
)  # fmt: skip


def local_run() -> Run:
    """A run of a model in a folder."""
    run = with_map(RUNS["branched"]())
    assert run.info is not None
    run.info = replace(run.info, source=f"the folder {FOLDER}", name="tiny")
    return run


def parts(data: bytes) -> Iterator[bytes]:
    """What a file holds, unpacked where it is an archive."""
    yield data
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from (archive.read(name) for name in archive.namelist())


def holds(data: bytes, text: str = SECRET) -> bool:
    kinds = (text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be"), text.encode("utf-32-le"))
    return any(kind in part for part in parts(data) for kind in kinds)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_picture_names_the_model_and_no_folder(suffix: str, tmp_path: Path) -> None:
    run = local_run()
    shown = shown_panels(SPEC, [run, run])
    sheet = laid_out(SPEC, shown)
    data = as_bytes(suffix, sheet, facts_of(SPEC, shown))
    sheet.close()
    assert not holds(data)
    (tmp_path / f"a{suffix}").write_bytes(data)
    (figure,) = spec_of_text(spec_in(tmp_path / f"a{suffix}"), tmp_path).figure
    assert figure.run == replace(MADE_OF, model="tiny", local=True)
    assert figure.panel[0].options == {"pairs": "texts.txt"}
    assert (figure.panel[1].run.file, figure.panel[1].run.local) == ("b.orrery", True)
    assert holds(data + SECRET.encode())  # the control


@pytest.mark.parametrize("suffix", TABLES)
@pytest.mark.parametrize("view", list(all_views()))
def test_a_table_names_no_folder(view: str, suffix: str, tmp_path: Path) -> None:
    """Whatever of the view's settings that are texts is a file."""
    run, cls = local_run(), all_views()[view]
    place = tmp_path / SECRET / "texts.txt"
    place.parent.mkdir()
    place.write_text("one")
    settings = [option.name for option in cls.options if option.kind == "text" and option.name in FILES]
    for chosen in settings or [""]:
        ui = UiState(layer=1, options={view: {chosen: str(place)}} if chosen else {})
        frame, about = cls.frame(run, ui), facts_of_numbers(run, ui, view)
        cells = written(suffix, gathered(frame), about)
        assert not holds(cells), chosen


@pytest.mark.parametrize("suffix", ["", ".gif", ".webp", ".webm", ".mp4"])
def test_a_film_names_no_folder(suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / SECRET
    folder.mkdir()
    save_run(local_run(), folder / "a.orrery")
    (folder / "s.toml").write_text(
        'format = 1\n[[film]]\nfps = 2\n[[film.motion]]\nkind = "sweep"\nof = "position"\nseconds = 1\n'
        '[film.figure]\nsize = "64x48"\n[film.figure.run]\nfile = "a.orrery"\n'
        '[[film.figure.panel]]\nview = "next_token"\n',
        encoding="utf-8",
    )
    out = tmp_path / f"film{suffix}"
    assert main.main(["film", str(folder / "s.toml"), "--out", str(out)]) == 0, capsys.readouterr().err
    files = sorted(out.iterdir()) if out.is_dir() else [out]
    assert files
    assert not any(holds(file.read_bytes()) for file in files)


def test_a_place_below_the_spec_stays_as_it_is() -> None:
    panels = (Panel("layers", run=Source(file="runs/a.orrery")),)
    near = replace(SPEC, run=Source(model="./models/tiny", prompt="x"), panel=panels)
    assert without_places(near) == near
    hub = replace(SPEC, run=Source(model="owner/name", prompt="x"), panel=(Panel("layers"),))
    assert without_places(hub) == hub


@pytest.mark.parametrize("text", ["/a/b", "~/b", "../b", "a/../../b", "C:\\a\\b", "\\\\host\\b"])
def test_places_elsewhere_keep_their_last_part(text: str) -> None:
    assert is_elsewhere(text)
    assert name_of(text) == "b"


@pytest.mark.parametrize("value", ["b", "a/b.orrery", "./a", "french", "and/or", 3, True, 0.5])
def test_other_values_stay(value: object) -> None:
    assert name_of(value) == value


def runs(model: str | None, run_file: Path | None = None) -> Runs:
    return Runs(argparse.Namespace(model=model, run_file=run_file, device="auto", dtype="auto"))


def test_who_makes_it_again_names_the_model_or_the_run(tmp_path: Path) -> None:
    told = without_places(SPEC).run
    with pytest.raises(InputRefused, match=r"the model 'tiny' \(abab.*--model"):
        runs(None).of(told, tmp_path)
    placed = runs(str(tmp_path))._placed(told)
    assert (placed.model, placed.local) == (str(tmp_path.resolve()), False)
    assert runs("owner/name")._placed(told).model == "owner/name"
    file = without_places(SPEC).panel[1].run
    with pytest.raises(InputRefused, match=r"'b.orrery'.*--run"):
        runs(None).of(file, tmp_path)
    save_run(RUNS["prompted"](), tmp_path / "mine.orrery")
    assert len(runs(None, tmp_path / "mine.orrery").of(file, tmp_path).run)


def test_a_table_keeps_texts_that_only_look_like_places(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    assert without_real_places(str(tmp_path / "a")) == "a"
    assert without_real_places(f"the folder {FOLDER}") == "the folder tiny"
    for text in ("/", "//", "/usr", "~", "../", "/home/nobody/here", " /a/b", "and/or", "C:", "the folder"):
        assert without_real_places(text) == text
