"""Points as people bring them, and the sentences about those that cannot be read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.errors import InputRefused
from viz.labs.fitting.points import MOST, points_of, read_file, read_points, write_points


@pytest.mark.parametrize(
    "text",
    [
        "1, 2; 3, 5; 4, 7.5",
        "1,2\n3,5\n4,7.5\n",
        "h,t\n1,2\n3,5\n4,7.5",
        "1\t2\n3\t5\n4\t7,5",
        "1;2\n3;5\n4;7,5",
        "# a comment\n1 2\n\n3 5\n4 7.5",
        '"a";"b"\r\n"1";"2"\r\n"3";"5"\r\n"4";"7,5"\r\n',
        "\ufeff1, 2; 3, 5; 4, 7.5",
    ],
)
def test_one_table_in_many_hands(text: str) -> None:
    found = read_points(text)
    np.testing.assert_array_equal(found.x, [1, 3, 4])
    np.testing.assert_array_equal(found.y, [2, 5, 7.5])


def test_names_and_rows_without_a_number() -> None:
    found = read_points("height,time\n1,2\n3,\nNA,4\n5,6")
    assert (found.x_name, found.y_name) == ("height", "time")
    assert found.left_out == (3, 4)
    assert found.x.tolist() == [1, 5]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "There are no points here"),
        ("\n \n", "There are no points here"),
        ("1,2\n3,five", "Row 2 has “five” where a number is expected"),
        ("1,2\n3", "Row 2 has one column only"),
        ("1,1e300", "Row 1 has 1e300; numbers between −1e100 and 1e100"),
        ("1,inf", "Row 1 has inf"),
        ("x,y\n,\n", "No row has two numbers"),
        ("\n".join(f"{at},1" for at in range(MOST + 1)), f"There are {MOST + 1} points; up to {MOST}"),
    ],
)
def test_what_cannot_be_read_is_said(text: str, said: str) -> None:
    with pytest.raises(InputRefused, match=said):
        read_points(text)


def test_written_points_are_read_back_with_all_digits() -> None:
    rng = np.random.default_rng(0)
    points = points_of(rng.standard_normal(20), 1e-7 * rng.standard_normal(20), "height, in m", "time; s")
    again = read_points(write_points(points))
    np.testing.assert_array_equal(again.x, points.x)
    np.testing.assert_array_equal(again.y, points.y)
    assert (again.x_name, again.y_name) == ("height in m", "time s")


def test_files_that_are_no_table(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match=r"gone\.csv cannot be read"):
        read_file(tmp_path / "gone.csv")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\0\0")
    with pytest.raises(InputRefused, match=r"picture\.png is not a text file"):
        read_file(tmp_path / "picture.png")
    (tmp_path / "long.csv").write_text("1,2\n" * 300_000)
    with pytest.raises(InputRefused, match=r"long\.csv is larger than 1 MB"):
        read_file(tmp_path / "long.csv")
    (tmp_path / "latin.csv").write_bytes("H\xf6he,t\n1,2\n".encode("latin-1"))
    assert read_file(tmp_path / "latin.csv").x_name == "Höhe"
