"""Whole figures: panels with letters, title and caption, painted alike in stripes, at once and again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from engine.errors import InputRefused
from engine.records import U8
from engine.run import Run
from tests.helpers.runs import RUNS
from tests.unit.viz.figures.test_figures import written_sizes
from viz.figures import files
from viz.figures.facts import facts_of
from viz.figures.files import as_bytes, save_picture
from viz.figures.letters import families
from viz.figures.metadata import spec_in
from viz.figures.page import Figure, of_pixels
from viz.figures.panel_state import Shown, panel_of, shown_panels, ui_of
from viz.figures.picture import image, render_figure
from viz.figures.sheet import Sheet, laid_out, letter_of
from viz.figures.spec import AUTO, FigureSpec, Panel
from viz.figures.spec_file import spec_of_text
from viz.ui_state import UiState

pytestmark = pytest.mark.usefixtures("qapp")
HEAD, LAYERS = Panel("attention_head", head="L1.H2", position=6), Panel("layers")
TWO = FigureSpec(size="174x100mm", dpi=150, title="Two views", caption=AUTO, panel=(HEAD, LAYERS))


def shown(spec: FigureSpec, run: Run | None = None) -> tuple[Shown, ...]:
    return shown_panels(spec, [run or RUNS["branched"]()] * len(spec.panel))


def sheet_of(spec: FigureSpec) -> Sheet:
    return laid_out(spec, shown(spec))


def pixels(picture: QImage) -> U8:
    made = picture.convertToFormat(QImage.Format.Format_RGBA8888)
    return np.frombuffer(made.constBits(), np.uint8).reshape(made.height(), made.width(), 4).copy()


def bytes_of(spec: FigureSpec, suffix: str) -> bytes:
    sheet = sheet_of(spec)
    try:
        return as_bytes(suffix, sheet, facts_of(spec, shown(spec)))
    finally:
        sheet.close()


def test_a_single_view_is_as_the_view_alone() -> None:
    spec = FigureSpec(size="480x270", panel=(HEAD,))
    sheet = sheet_of(spec)
    run = RUNS["branched"]()
    alone = render_figure(Figure("attention_head", of_pixels(480, 270)), run, ui_of(HEAD, "print", run))
    assert (pixels(image(sheet)) == pixels(alone)).all()
    sheet.close()


def test_two_panels_fit_a_small_picture_whose_text_nobody_asked_for() -> None:
    sheet = sheet_of(FigureSpec(size="320x240", panel=(HEAD, LAYERS)))
    assert len(sheet.panels) == 2
    sheet.close()


def test_panels_stand_beside_each_other_with_letters_title_and_caption() -> None:
    svg = bytes_of(TWO, ".svg").decode()
    texts = re.findall(r">([^<>]+)</text>", svg)
    assert {"Two views", "a  Attention: one head", "b  Layer updates"} <= set(texts)
    caption = " ".join(texts)
    assert "Selected token: “·its” (position 6)." in caption
    sheet = sheet_of(TWO)
    (left, _), (right, _) = sheet.panels
    assert left.x + left.width < right.x
    assert (left.y, left.height) == (right.y, right.height)
    sheet.close()


@pytest.mark.parametrize("size", ["85mmx120mm", "174x98mm", "1920x1080"])
def test_no_text_of_a_whole_figure_is_smaller_than_its_page_allows(size: str) -> None:
    spec = replace(TWO, size=size, dpi=None)
    least = 6 / 72 * 300 if "mm" in size else 1080 / 45
    assert min(written_sizes(bytes_of(spec, ".svg").decode())) >= 0.98 * least


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_the_same_figure_gives_the_same_bytes_which_hold_its_spec(suffix: str, tmp_path: Path) -> None:
    first = bytes_of(TWO, suffix)
    assert bytes_of(TWO, suffix) == first
    assert bytes_of(replace(TWO, title="Other"), suffix) != first
    path = tmp_path / f"a{suffix}"
    path.write_bytes(first)
    assert spec_of_text(spec_in(path), tmp_path).figure == (TWO,)
    assert b"CreationDate (D" not in first


@pytest.mark.parametrize("spec", [TWO, replace(TWO, transparent=True, theme="dark")], ids=["print", "transparent"])
def test_stripes_are_the_whole_picture(spec: FigureSpec, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = sheet_of(spec)
    save_picture(tmp_path / "whole.png", sheet, facts_of(spec, shown(spec)))
    monkeypatch.setattr(files, "STRIPE", 4 * sheet.page.width * 37)
    save_picture(tmp_path / "stripes.png", sheet, facts_of(spec, shown(spec)))
    whole, stripes = (pixels(QImage(str(tmp_path / f"{name}.png"))) for name in ("whole", "stripes"))
    assert (whole == pixels(image(sheet))).all()
    off = (np.abs(whole.astype(int) - stripes).max(axis=2) > 40).mean()
    assert off < 0.002  # a row at a cut may be smoothed otherwise
    sheet.close()


def test_palette_lines_and_letters_are_seen() -> None:
    plain = bytes_of(FigureSpec(size="480x270", panel=(LAYERS,)), ".svg")
    grey = bytes_of(FigureSpec(size="480x270", panel=(LAYERS,), palette="grey"), ".svg")
    used = set(re.findall(rb'(?:fill|stroke)="(#[0-9a-f]{6})"', grey))
    assert used
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in used)
    assert not all(c[1:3] == c[3:5] == c[5:7] for c in re.findall(rb'fill="(#[0-9a-f]{6})"', plain))
    other = next(name for name in families() if "Serif" in name or "Mono" in name)
    assert other.encode() in bytes_of(FigureSpec(size="480x270", panel=(LAYERS,), font=other), ".svg")


def test_lines_are_as_thick_as_asked_beside_text_of_the_same_size() -> None:
    def measured(lines: float) -> tuple[float, Sequence[float]]:
        svg = bytes_of(FigureSpec(size="174x98mm", panel=(LAYERS,), lines=lines), ".svg").decode()
        groups = re.findall(r'stroke-width="([0-9.]+)"[^>]*?transform="matrix\(([0-9.]+),', svg)
        usual = Counter(float(width) * float(scale) for width, scale in groups).most_common(1)[0][0]
        return usual, sorted(written_sizes(svg))

    (thin, small), (thick, large) = measured(1.0), measured(1.6)
    assert thick == pytest.approx(1.6 * thin, rel=0.05)
    assert large[0] == pytest.approx(small[0], rel=0.15)


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        (replace(TWO, font="No Such Letters"), "no font 'No Such Letters'"),
        (replace(TWO, size="120x60"), "too small for 2 panels"),
        (replace(TWO, palette="sepia"), "no palette"),
        (replace(TWO, theme="sepia"), "no theme"),
        (replace(TWO, lines=9.0), "0.4 to 1.6"),
        (replace(TWO, panel=()), "needs a panel"),
        (replace(TWO, panel=(Panel("nonsense"),)), "no view 'nonsense'"),
        (replace(TWO, panel=(replace(HEAD, camera=(0.0, 0.0, 1.0)),)), "no camera"),
    ],
)
def test_what_cannot_be_laid_out_is_said(spec: FigureSpec, said: str) -> None:
    with pytest.raises(InputRefused, match=said):
        sheet_of(spec)


@pytest.mark.parametrize(
    ("panel", "said"),
    [
        (replace(HEAD, position=99), "“position” is 99, but the run has from 0 to 36"),
        (replace(HEAD, head="L9.H9"), "from 0.0 to 2.3"),
        (replace(LAYERS, layer=7), "“layer” is 7"),
        (replace(LAYERS, compare=999), "“compare” is 999"),
    ],
)
def test_a_panel_looks_at_what_the_run_has(panel: Panel, said: str) -> None:
    with pytest.raises(InputRefused, match=said):
        shown(replace(TWO, panel=(panel,)))


def test_a_panel_and_what_a_view_is_told_are_the_same_thing() -> None:
    run = RUNS["branched"]()
    ui = UiState(theme="print", position=5, layer=2, head=(1, 2), neuron=(2, 7), compare=3, selection=(1, 2))
    ui = ui.with_option("attention_head", "scale", "log")
    assert ui_of(panel_of("attention_head", ui, None), "print", run) == ui


def test_captions_say_how_far_to_trust_a_map() -> None:
    from viz.figures.captions import caption_of

    spec = replace(TWO, panel=(Panel("meaning_space"),))
    said = caption_of(shown(spec), [""])
    run = RUNS["branched"]()
    layout = run.maps[UiState().space].layout
    assert f"{len(layout.points3)} points of the token embeddings" in said
    assert f"{100 * layout.kept3:.0f} %".replace(" ", "\u00a0") in said
    assert "Model: tiny" in said


@pytest.mark.parametrize(
    ("letters", "index", "letter"), [("a", 0, "a"), ("A", 27, "AB"), ("(a)", 2, "(c)"), ("none", 0, "")]
)
def test_letters(letters: str, index: int, letter: str) -> None:
    assert letter_of(letters, index) == letter
