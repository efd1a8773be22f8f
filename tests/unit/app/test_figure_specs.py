"""The command for specs: what is wrong in one is named, and nothing is written then; the rest is made as it says."""

from __future__ import annotations

from pathlib import Path

import pytest

import main
from engine.files.run_file import save_run
from tests.end2end.test_figure_specs import SPEC
from tests.helpers.runs import RUNS

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save_run(RUNS["branched"](), tmp_path / "a.orrery")
    (tmp_path / "s.toml").write_text(SPEC, encoding="utf-8")
    return tmp_path


def test_figures_go_where_they_are_asked_to_and_are_the_same(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = folder / "again"
    made.mkdir()
    for extra in ([], ["--to", str(made)]):
        assert main.main(["figure", str(folder / "s.toml"), *extra]) == 0
    assert capsys.readouterr().out.split() == [str(at / name) for at in (folder, made) for name in ("a.png", "b.pdf")]
    for name in ("a.png", "b.pdf"):
        assert (made / name).read_bytes() == (folder / name).read_bytes()
        again = folder / f"of {name}"
        assert main.main(["figure", str(folder / name), "--out", str(again)]) == 0
        assert again.read_bytes() == (folder / name).read_bytes()
    assert main.main(["figure", str(folder / "a.png")]) == 1
    assert "with --out" in capsys.readouterr().err


def test_check_names_what_is_wrong_and_makes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec = folder / "s.toml"
    assert main.main(["figure", str(spec), "--check"]) == 0
    assert capsys.readouterr().out == f"{spec}: nothing is wrong (2 figures).\n"
    spec.write_text(
        SPEC.replace("caption", "captoin").replace('"attention_atlas"', '"attention_atlsa"'), encoding="utf-8"
    )
    for arguments in (["--check"], []):
        assert main.main(["figure", str(spec), *arguments]) == 1
        said = "".join(capsys.readouterr()).splitlines()
        assert said[0].startswith(f"{spec}:9: “attention_atlsa” is not a view; did you mean “attention_atlas”?")
        assert said[1].startswith(f"{spec}:14: “captoin” is not a key of figure 2; did you mean “caption”?")
    assert not (folder / "a.png").exists()
    assert not (folder / "b.pdf").exists()


def test_a_folder_that_is_not_there_is_told_before_the_work(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "s.toml").write_text(SPEC, encoding="utf-8")
    monkeypatch.setattr("app.commands.figure_specs.make", lambda *_: pytest.fail("the work has begun"))
    assert main.main(["figure", str(folder / "s.toml"), "--to", str(folder / "none")]) == 1
    assert "does not exist" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new", "arguments", "said"),
    [
        ("a.orrery", "missing.orrery", (), "missing.orrery"),
        ("a.orrery", "../a.orrery", (), "outside the spec's folder"),
        ('out = "b.pdf"', 'out = "a.png"', (), "Two figures are written to"),
        ('out = "b.pdf"', "", (), "does not say where it is written"),
        ('out = "a.png"', 'out = "no/a.png"', (), "does not exist. Create it"),
        ("480x270", "100000x100000", (), "32768 pixels a side"),
        ("", "", ("--out", "c.png"), "several figures"),
        ("", "", ("--size", "0x0"), "16 to 32768"),
        ("", "", ("--to", "/proc/nowhere"), "does not exist. Create it"),
        ("L1.H2", "L7.H0", (), "from 0.0 to 2.3"),
        ('[figure.run]\nfile = "a.orrery"', '[figure.run]\nfile = "a.orrery"\nsha256 = "abc"', (), "made with a model"),
        ('size = "480x270"', 'size = "480x270"\nfont = "No Such Letters"', (), "no font"),
    ],
)
def test_what_cannot_be_made_is_one_sentence(
    folder: Path, old: str, new: str, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = folder / "s.toml"
    spec.write_text(SPEC.replace(old, new) if old else SPEC, encoding="utf-8")
    before = b"an older figure"
    (folder / "a.png").write_bytes(before)
    assert main.main(["figure", str(spec), *arguments]) == 1
    met = capsys.readouterr().err
    assert said in met
    assert met.count("\n") == (2 if new.startswith("..") else 1)  # both figures name that run
    assert (folder / "a.png").read_bytes() == before or (
        "b.pdf" in SPEC.replace(old, new) and said == "from 0.0 to 2.3"
    )
    assert not (folder / "b.pdf").exists()
