"""Figures of charts: the same picture as PNG, SVG and PDF, of true vectors, at any size."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QLinearGradient, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator, QSvgRenderer
from PySide6.QtWidgets import QApplication, QGraphicsScene

from engine.run import Run
from tests.helpers.charts import DemoView
from viz.charts.heat import Heat
from viz.charts.heatmap import Colouring
from viz.charts.rulers import Ruler, categories
from viz.charts.table_picture import Surface
from viz.charts.vector_device import REPEATED, SHARP, magnification, paint_flat
from viz.figures import picture as pictures
from viz.figures.files import save_figure
from viz.figures.page import Figure, of_pixels
from viz.theme import theme
from viz.ui_state import UiState

WIDE, HIGH = 960, 540


@pytest.fixture(autouse=True)
def _demo(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    monkeypatch.setattr(pictures, "view_class", lambda name: DemoView)


def save(path: Path, width: int = WIDE, height: int = HIGH) -> bytes:
    save_figure(path, Figure("demo", of_pixels(width, height), "print"), Run(), UiState())
    return path.read_bytes()


def grey(image: QImage) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """[height, width] 0..255."""
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].astype(np.float64)


def of_svg(data: bytes, width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(data)).render(painter)
    painter.end()
    return image


def laid_out() -> DemoView:
    """A view as a figure has it."""
    view = DemoView()
    view.still = True
    view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    view.resize(WIDE, HIGH)
    view.paint("one", theme("print"))
    view.show()
    QApplication.processEvents()
    return view


def pdf_streams(data: bytes) -> list[bytes]:
    """What is drawn on the pages of a PDF."""
    found = []
    for match in re.finditer(rb"stream\r?\n", data):
        try:
            found.append(zlib.decompressobj().decompress(data[match.end() :]))
        except zlib.error:
            continue
    return found


def test_svg_and_png_are_the_same_picture(tmp_path: Path) -> None:
    data = save(tmp_path / "a.svg")
    save(tmp_path / "a.png")
    one, other = grey(QImage(str(tmp_path / "a.png"))), grey(of_svg(data, WIDE, HIGH))
    assert np.abs(one - other).mean() < 3
    blocks = np.abs(one - other).reshape(HIGH // 12, 12, WIDE // 12, 12).mean(axis=(1, 3))
    assert blocks.max() < 70  # nothing is missing or elsewhere


def test_svg_leaves_no_renderer_a_choice(tmp_path: Path) -> None:
    data = save(tmp_path / "a.svg").decode()
    assert (
        "non-scaling-stroke" not in data
    )  # a pen of one width everywhere, which librsvg would draw ten times too wide
    images = re.findall(r"<image\b", data)
    assert len(images) == 2  # the table and the bar: all else is vectors
    assert "square" in data
    assert "half {way}" in data
    assert "&lt;b&gt;signs&lt;/b&gt;" in data


def test_cells_are_repeated_so_that_nothing_smooths_them(tmp_path: Path) -> None:
    data = save(tmp_path / "a.svg").decode()
    pictures = [
        QImage.fromData(QByteArray.fromBase64(found.encode())) for found in re.findall(r"base64,([^\"]+)", data)
    ]
    table = max(pictures, key=lambda image: image.height())
    assert table.width() >= REPEATED * 0.7
    assert table.width() % 4 == 0
    assert table.height() % 3 == 0
    side = table.width() // 4
    inside = {table.pixel(column * side + 3, 3) for column in range(4)} | {table.pixel(side - 3, 3)}
    assert len(inside) == 4


def test_what_lies_outside_of_a_plot_is_cut(tmp_path: Path) -> None:
    picture = of_svg(save(tmp_path / "a.svg"), WIDE, HIGH)
    made = pictures.prepared(Figure("demo", of_pixels(WIDE, HIGH)), Run(), UiState())
    view = made.view
    assert isinstance(view, DemoView)
    box = view.panel.grid.plots[0].vb.sceneBoundingRect().translated(view.panel.pos())
    across, down = round((box.left() + 0.3 * box.width()) * made.unit), round(box.bottom() * made.unit)
    assert picture.pixelColor(across, down - 4).saturation() > 20  # the band
    assert {picture.pixel(across, down + below) for below in (4, 5)} == {QColor(theme("print").surface).rgb()}
    pictures.end(view)


def test_a_table_seen_in_part_is_cut_to_that_part(tmp_path: Path) -> None:
    whole = QImage(8, 1, QImage.Format.Format_RGB32)
    for column in range(8):
        whole.setPixel(column, 0, QColor.fromHsv(40 * column, 255, 255).rgb())

    def draw(painter: QPainter) -> None:
        painter.setClipRect(QRectF(20, 0, 40, 10))
        painter.drawImage(QRectF(-20, 0, 160, 10), whole)  # 20 pixels a column: the third and the fourth are seen

    generator = QSvgGenerator()
    generator.setFileName(str(tmp_path / "a.svg"))
    generator.setSize(QSize(80, 10))
    generator.setViewBox(QRectF(0, 0, 80, 10))
    painter = QPainter(generator)
    paint_flat(painter, QSize(80, 10), draw)
    painter.end()
    picture = of_svg((tmp_path / "a.svg").read_bytes(), 80, 10)
    seen = [picture.pixelColor(x, 5).name() for x in (10, 30, 50, 70)]
    assert seen == ["#ffffff", QColor(whole.pixel(2, 0)).name(), QColor(whole.pixel(3, 0)).name(), "#ffffff"]


def test_a_gradient_goes_where_what_it_fills_goes(tmp_path: Path) -> None:
    def draw(painter: QPainter) -> None:
        painter.translate(40, 0)
        ramp = QLinearGradient(0, 0, 40, 0)
        ramp.setColorAt(0, QColor("#ff0000"))
        ramp.setColorAt(1, QColor("#0000ff"))
        painter.fillRect(QRectF(0, 0, 40, 10), ramp)

    generator = QSvgGenerator()
    generator.setFileName(str(tmp_path / "a.svg"))
    generator.setSize(QSize(80, 10))
    generator.setViewBox(QRectF(0, 0, 80, 10))
    painter = QPainter(generator)
    paint_flat(painter, QSize(80, 10), draw)
    painter.end()
    picture = of_svg((tmp_path / "a.svg").read_bytes(), 80, 10)
    for x, red in ((42, 245), (60, 125), (78, 10)):
        assert picture.pixelColor(x, 5).red() == pytest.approx(red, abs=12)
        assert picture.pixelColor(x, 5).red() + picture.pixelColor(x, 5).blue() == pytest.approx(255, abs=2)


def test_pdf_is_vectors_with_lossless_pictures(tmp_path: Path) -> None:
    data = save(tmp_path / "a.pdf")
    assert b"/DCTDecode" not in data
    assert data.count(b"/Subtype /Image") == 2
    assert b"/Interpolate true" not in data
    page = max(pdf_streams(data), key=lambda stream: len(re.findall(rb"\bl\n", stream)))
    assert len(re.findall(rb" l\n", page)) > 50  # lines
    assert b"Tj" in page or b"TJ" in page  # text


def test_what_is_not_seen_of_a_picture_is_not_black(tmp_path: Path) -> None:
    """Poppler mixes colours before it looks at what is seen: beside a table's empty cells stood a dark rim."""
    table = QImage(3, 2, QImage.Format.Format_ARGB32)
    table.fill(QColor(0, 0, 0, 0))
    for column, row, colour in ((0, 0, "#ff8800"), (0, 1, "#00aa33"), (1, 1, "#0055cc")):
        table.setPixelColor(column, row, QColor(colour))
    writer = QPdfWriter(str(tmp_path / "a.pdf"))
    painter = QPainter(writer)
    paint_flat(painter, QSize(60, 40), lambda inner: inner.drawImage(QRectF(0, 0, 60, 40), table))
    painter.end()
    times = SHARP * 20  # pixels of a cell, which is drawn over 20
    (picture,) = [
        stream for stream in pdf_streams((tmp_path / "a.pdf").read_bytes()) if len(stream) == 3 * 2 * 3 * times**2
    ]
    pixels = np.frombuffer(picture, np.uint8).reshape(2 * times, 3 * times, 3)
    assert {tuple(pixel) for pixel in pixels[0].tolist()} == {(0xFF, 0x88, 0x00)}
    assert [tuple(pixels[-1, column].tolist()) for column in (0, times, 2 * times)] == [
        (0x00, 0xAA, 0x33), (0x00, 0x55, 0xCC), (0x00, 0x55, 0xCC),
    ]  # fmt: skip


def test_a_figure_twice_as_large_has_lines_twice_as_wide(tmp_path: Path) -> None:
    small, large = save(tmp_path / "a.svg"), save(tmp_path / "b.svg", 2 * WIDE, 2 * HIGH)
    one, other = grey(of_svg(small, WIDE, HIGH)), grey(of_svg(large, WIDE, HIGH))
    assert np.abs(one - other).mean() < 2


def test_words_on_a_plot_keep_their_size_and_weight(qapp: QApplication) -> None:
    font = QFont()
    font.setPixelSize(37)
    font.setBold(True)
    scene = QGraphicsScene()
    scene.addText("words", font)
    generator, buffer = QSvgGenerator(), QBuffer()
    generator.setOutputDevice(buffer)
    painter = QPainter(generator)
    paint_flat(painter, QSize(200, 100), scene.render)
    painter.end()
    (said,) = re.findall(r"<text[^>]*>", bytes(buffer.data().data()).decode())
    assert 'font-size="37"' in said
    assert f'font-weight="{int(QFont.Weight.Bold)}"' in said


def test_nothing_is_pointed_at_in_a_figure(qapp: QApplication) -> None:
    view = laid_out()
    (plot, *_) = view.panel.grid.plots
    assert plot.step(1, 0) is False
    plot.point_at(plot.scene_of(3))
    assert plot.crosshair.spot is None
    view.deleteLater()


def test_a_figure_tells_how_much_it_is_enlarged(qapp: QApplication) -> None:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    painter, told = QPainter(image), list[float]()
    painter.translate(10, 0)
    painter.scale(2.5, 2.5)
    assert magnification(painter) == 1.0  # its own pixels are the image's
    paint_flat(painter, QSize(100, 80), lambda inner: told.append(magnification(inner)))
    painter.end()
    assert told == [2.5]


def test_labels_are_of_one_size_and_what_stands_under_them_of_a_smaller_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Labelled(DemoView):
        def draw_charts(self, frame: str) -> None:
            with self.drawing() as grid:
                names, under = ("alpha", "beta", "gamma"), ("one", "two", "three")
                grid.plot().show_axes(categories(names, under=under), Ruler(hidden=True))

    monkeypatch.setattr(pictures, "view_class", lambda name: Labelled)
    texts = re.findall(r'<text[^>]*font-size="([\d.]+)"[^>]*>([a-z]+)<', save(tmp_path / "a.svg").decode())
    found = {text: size for size, text in texts}
    large, small = ({found[name] for name in names} for names in (("alpha", "beta", "gamma"), ("one", "two", "three")))
    assert len(large) == len(small) == 1
    assert float(large.pop()) > float(small.pop())


def groups(marked: object) -> int:
    """How many runs of True there are."""
    found = np.asarray(marked)
    return int(found[0]) + int(np.count_nonzero(found[1:] & ~found[:-1]))


@pytest.mark.parametrize("suffix", ["png", "svg"])
@pytest.mark.parametrize("n", [440, 560, 700, 1500])
def test_no_strong_cell_is_left_out_where_cells_are_smaller_than_pixels(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, n: int, suffix: str
) -> None:
    values, at = np.zeros((n, n), np.float32), np.arange(7, n, n // 15)
    values[at, at] = 1.0

    class Fine(DemoView):
        def draw_charts(self, frame: str) -> None:
            with self.drawing() as grid:
                plot = grid.plot()
                plot.show_axes(Ruler(-0.5, n - 0.5), Ruler(-0.5, n - 0.5, down=True))
                plot.heat(values, Colouring(("#000000", "#ff00ff"), "", 1.0))

    monkeypatch.setattr(pictures, "view_class", lambda name: Fine)
    data = save(tmp_path / f"a.{suffix}")
    picture = of_svg(data, WIDE, HIGH) if suffix == "svg" else QImage(str(tmp_path / "a.png"))
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(picture.constBits(), np.uint8).reshape(HIGH, WIDE, 4)  # blue, green, red
    strong = (pixels[..., 0] > 120) & (pixels[..., 2] > 120) & (pixels[..., 1] < 60)
    assert groups(strong.any(axis=1)) == groups(strong.any(axis=0)) == len(at)


def test_a_table_is_made_smaller_by_as_much_as_a_cell_lacks_of_a_pixel() -> None:
    heat = Heat()
    heat.show_values(np.zeros((300, 200), np.float32), Colouring(("#000000", "#ffffff"), "", 1.0))
    cells = (3.0, 1.0, 0.9, 0.5, 0.4, 0.1)
    assert [heat.needed(Surface(cell, 2 * cell, False, False)) for cell in cells] == [0, 0, 1, 1, 2, 4]
    assert heat.needed(Surface(3.0, 0.3, False, False)) == 2, "the shorter side decides"
    assert heat.made(1)[0].size() == QSize(100, 150)
    heat.deleteLater()


def test_a_figure_twice_as_large_shows_cells_half_as_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float] = []

    def needed(heat: Heat, surface: Surface) -> int:
        asked.append(surface.across)
        return 0

    monkeypatch.setattr(Heat, "needed", needed)
    save(tmp_path / "a.png")
    once = asked[-1]
    save(tmp_path / "a.png", 2 * WIDE, 2 * HIGH)
    assert asked[-1] == pytest.approx(2 * once, rel=0.01)
