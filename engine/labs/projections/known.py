"""What layouts of the default model's vectors were measured to keep, by `tests/bench/keep.py`, for comparison."""

from __future__ import annotations

from typing import Any

from engine import checked_json
from engine.folders import RESOURCES
from engine.labs.projections.records import Known

FILE = RESOURCES / "projections" / "measured.json"


def known() -> tuple[Known, ...]:
    """Every case of the file, in its order; none where it is not there or damaged."""
    try:
        spaces: Any = checked_json.parsed_object(FILE.read_text("utf-8"))["spaces"]
        return tuple(
            Known(
                str(space["name"]), int(space["points"]), str(it["algorithm"]), int(it["dimensions"]),
                float(it["kept"]), float(it["error"]), float(it["shuffled"]),
            )
            for space in spaces
            for it in space["cases"]
        )  # fmt: skip
    except Exception:  # noqa: BLE001 - what is beside the measures of a person's own map never keeps those back
        return ()
