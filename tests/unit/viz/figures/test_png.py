"""PNG in stripes: what Qt reads from it is what was written, however it was cut, and so are the texts."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from viz.figures.png import texts_in, write_png


@pytest.mark.parametrize("depth", [3, 4])
@pytest.mark.parametrize("rows", [1, 7, 100])
def test_any_stripes_make_the_same_picture(tmp_path: Path, depth: int, rows: int) -> None:
    picture = np.random.default_rng(1).integers(0, 256, (23, 31, depth), dtype=np.uint8)
    parts: list[bytes] = []
    stripes = (picture[top : top + rows] for top in range(0, 23, rows))
    texts = {"Prompt": "“世界” and\nanother line", "Model": "a"}
    write_png(parts.append, (31, 23), stripes, 11811, texts)
    path = tmp_path / "a.png"
    path.write_bytes(b"".join(parts))
    read = QImage(str(path))
    assert (read.width(), read.height(), read.dotsPerMeterX()) == (31, 23, 11811)
    kind = QImage.Format.Format_RGBA8888 if depth == 4 else QImage.Format.Format_RGB888
    read = read.convertToFormat(kind)
    found = np.frombuffer(read.constBits(), np.uint8).reshape(23, read.bytesPerLine())[:, : 31 * depth]
    assert np.array_equal(found.reshape(23, 31, depth), picture)
    assert read.hasAlphaChannel() == (depth == 4)
    assert QImage(str(path)).text("Prompt") == "“世界” and\nanother line"
    assert texts_in(path.read_bytes()) == texts


def test_texts_of_what_is_no_png() -> None:
    assert texts_in(b"") == texts_in(b"GIF89a") == texts_in(b"\x89PNG\r\n\x1a\n\x00\x00") == {}
