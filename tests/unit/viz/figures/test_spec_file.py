"""Specs of figures: read as they are written, and every fault in them named with its line and the nearest right key."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import InputRefused
from engine.records import Site, Space
from viz.board import Row
from viz.figures.parts import board_of, change_of, change_text, part_of
from viz.figures.spec import FigureSpec, Panel, Source, SpaceChoice
from viz.figures.spec_file import check_file, inside, read_spec, spec_of_text, text_of
from viz.figures.toml_records import lines_of

GOOD = """format = 1

[[figure]]
out = "a.pdf"
size = "85mmx60mm"
caption = '''
theme = "no key, but a text
over lines"
'''

[figure.run]
file = "runs/a.orrery"

[[figure.panel]]
view = "attention_head"
head = "L5.H1"

[figure.panel.options]
scale = "log"
"""
EVERYTHING = FigureSpec(
    out="a.svg", size="174x98mm", dpi=600.0, text_size="9pt", theme="dark", transparent=True, palette="grey",
    font="DejaVu Sans", lines=1.5, columns=3, letters="(a)", title="Zwei „Köpfe“", caption="one\n\"two\" \\ 世界",
    run=Source(model="m", prompt="It is\n", tokens=5, temperature=0.7, top_p=0.9, seed=7, plan=("L1.H2=0.0",)),
    panel=(
        Panel("layers", title="", layer=3, position=4, compare=2, selection=(1, 2), row=1, column=0, across=2, down=2),
        Panel(
            "meaning_space", camera=(1.5, -20.0, 0.8), space=SpaceChoice.of(Space("resid", 3, "whole", False, True)),
            run=Source("b.orrery"), interventions=("L1.N3 mean @ last",),
            options=MappingProxyType({"dimensions": "2D", "landmarks": False, "point_size": 1.5}),
        ),
    ),
    versions=MappingProxyType({"torch": "2.13"}),
)  # fmt: skip


def written(folder: Path, text: str) -> Path:
    path = folder / "s.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_spec_says_what_is_in_it(tmp_path: Path) -> None:
    (figure,) = read_spec(written(tmp_path, GOOD)).figure
    assert (figure.out, figure.size, figure.theme) == ("a.pdf", "85mmx60mm", "print")
    assert figure.caption.startswith("theme = ")
    assert figure.panel[0].options == {"scale": "log"}
    assert figure.source_of(figure.panel[0]).file == "runs/a.orrery"
    assert figure.page.points == pytest.approx((85 / 25.4 * 72, 60 / 25.4 * 72))


def test_what_is_written_is_read_again() -> None:
    again = spec_of_text(text_of(EVERYTHING, FigureSpec(panel=(Panel("layers"),))), Path())
    assert again.figure == (EVERYTHING, FigureSpec(panel=(Panel("layers"),)))


@given(st.text(), st.text(), st.floats(-1e6, 1e6))
def test_any_text_comes_back(title: str, prompt: str, angle: float) -> None:
    figure = FigureSpec(
        title=title, run=Source(model="m", prompt=f"x{prompt}"), panel=(Panel("layers", camera=(angle, 0.0, 1.0)),)
    )
    assert spec_of_text(text_of(figure), Path()).figure == (figure,)


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('out = "a.pdf"', 'outt = "a.pdf"', 4, "did you mean “out”"),
        ('out = "a.pdf"', 'out = "a.jpg"', 4, ".png, .svg, .pdf"),
        ('out = "a.pdf"', 'out = "../a.pdf"', 4, "outside the spec's folder"),
        ('out = "a.pdf"', 'out = "/etc/a.pdf"', 4, "outside the spec's folder"),
        ("85mmx60mm", "big", 5, "WIDTHxHEIGHT"),
        ("85mmx60mm", "0x0", 5, "16 to 32768"),
        ("85mmx60mm", "-5x100", 5, "WIDTHxHEIGHT"),
        ("85mmx60mm", "100000x100", 5, "32768"),
        ('size = "85mmx60mm"', 'size = 3', 5, "a text in quotation marks"),
        ('size = "85mmx60mm"', 'size = "85mmx60mm"\ntheme = "prnt"', 6, "did you mean “print”"),
        ('size = "85mmx60mm"', 'size = "85mmx60mm"\npalette = "gray"', 6, "did you mean “grey”"),
        ('size = "85mmx60mm"', 'size = "85mmx60mm"\nlines = 100', 6, "0.4 to 1.6"),
        ('size = "85mmx60mm"', 'size = "85mmx60mm"\ndpi = nan', 6, "a number"),
        ('size = "85mmx60mm"', 'size = "85mmx60mm"\ndpi = true', 6, "a number"),
        ('size = "85mmx60mm"', 'size = "85mmx60mm"\ntext_size = "big"', 6, "in points"),
        ("attention_head", "attention_hed", 15, "did you mean “attention_head”"),
        ('head = "L5.H1"', 'head = "five"', 16, "LAYER.HEAD"),
        ('head = "L5.H1"', 'position = -1', 16, "counted from 0"),
        ('head = "L5.H1"', 'position = 1e300', 16, "a whole number"),
        ('head = "L5.H1"', 'camera = [1, 2]', 16, "three numbers"),
        ('head = "L5.H1"', 'interventions = ["L1.H1=0", "L1.H1=2"]', 16, "changed twice"),
        ('head = "L5.H1"', 'across = 0', 16, "1 to 8"),
        ('scale = "log"', 'scal = "log"', 19, "Did you mean 'scale'"),
        ('scale = "log"', 'scale = "lag"', 19, "one of linear"),
        ('scale = "log"', "scale = 3", 19, "a text in quotation marks"),
        ('scale = "log"', "first = 1", 19, "true or false"),
        ("runs/a.orrery", "../../a.orrery", 12, "outside the spec's folder"),
        ('file = "runs/a.orrery"', 'model = "../m.gguf"\nprompt = "x"', 12, "outside the spec's folder"),
        ('file = "runs/a.orrery"', 'model = "m"', 11, "needs a “prompt”"),
        ("format = 1", "format = 2", 1, "format 2"),
        ("[[figure]]", "[[figur]]", 3, "did you mean “figure”"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    assert old in GOOD
    path = written(tmp_path, GOOD.replace(old, new, 1))
    _, problems = check_file(path)
    assert any(problem.line == line and said in problem.sentence for problem in problems), problems
    with pytest.raises(InputRefused, match=r"s\.toml"):
        read_spec(path)


def test_all_that_is_wrong_is_named_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("85mmx60mm", "0x0").replace("out =", "ot =").replace('"log"', '"lag"')
    assert [problem.line for problem in check_file(written(tmp_path, text))[1]] == [4, 5, 19]
    assert check_file(written(tmp_path, GOOD))[1] == ()


@pytest.mark.parametrize(
    "data", [b"\xff\xfe", b"a = ", b"[[figure]]\n" + b"[" * 5000, b"", b"x" * 2**21, b"figure = 3"]
)
def test_what_is_no_spec_is_a_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(data)
    with pytest.raises(InputRefused, match=r"s\.toml"):
        read_spec(path)
    with pytest.raises(InputRefused, match="cannot be read"):
        read_spec(tmp_path / "missing.toml")
    with pytest.raises(InputRefused, match="cannot be read"):
        read_spec(tmp_path)


def test_a_link_out_of_the_folder_is_outside_too(tmp_path: Path) -> None:
    folder = tmp_path / "specs"
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path)
    with pytest.raises(InputRefused, match="outside"):
        inside(folder, "link/a.png", False, "The picture")
    assert inside(folder, "link/a.png", True, "The picture") == tmp_path / "a.png"
    assert inside(folder, "sub/../a.png", False, "The picture") == folder / "a.png"
    for name in ("a\0b", "~nobody-here/a"):
        with pytest.raises(InputRefused):
            inside(folder, name, False, "The picture")


def test_lines_of_keys_and_tables() -> None:
    lines = lines_of(GOOD)
    assert lines[("figure", 0)] == 3
    assert lines[("figure", 0, "run", "file")] == 12
    assert lines[("figure", 0, "panel", 0, "options", "scale")] == 19
    assert ("figure", 0, "theme") not in lines  # it stands in a text


def test_components_and_interventions_as_text() -> None:
    assert part_of("L5.H1", "head") == part_of("5.1", "head") == (5, 1)
    assert part_of("l10.n100", "neuron") == (10, 100)
    for row in (
        Row(Site("head", 5, 1), 0.1),
        Row(Site("mlp", 3), -2.0, where="last"),
        Row(Site("neuron", 1, 2), 0.0, True, (3, 4, 5, 9)),
    ):
        assert change_of(change_text(row)) == row
    with pytest.raises(InputRefused, match="names no component"):
        change_of("nothing")
    assert len(board_of(("L1.H1=0", "L1.attention=0")).rows) == 2


def test_panels_are_moved_and_removed() -> None:
    three = replace(EVERYTHING, panel=(Panel("a"), Panel("b"), Panel("c")))
    assert [panel.view for panel in three.moved(0, 2).panel] == ["b", "c", "a"]
    assert [panel.view for panel in three.without(1).panel] == ["a", "c"]
    assert three.with_panel(1, Panel("d")).panel[1].view == "d"
