"""Settings files of any content: the program starts with what is usable of them, says so, and keeps them again."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from app.settings import Settings
from app.window import kept_layout
from app.window.saved_options import valid_options
from engine.sentences import LONGEST
from tests.helpers.fuzz import drawn, read_or_refused
from tests.helpers.strategies.json_files import json_files
from tests.helpers.strategies.raw_bytes import damaged_bytes
from tests.helpers.strategies.values import texts
from viz.registry import all_views
from viz.theme import theme

LAYOUT = kept_layout.KeptLayout(b"\x00\x01\x02" * 20, {"tokens": "*", "lens": "-", "map": "+"}, {"tokens": (1920, 146)})


def kept() -> Settings:
    """Settings in which everything is set."""
    return Settings(
        scale=1.5, speed=3.0, model="a/b", recent=["/a/b.orrery", "/c"], geometry="AAAA", unknown={"new": [1]},
        layouts={"explore": LAYOUT.text, "class": ""},
        options={"meaning_space": {"fan": 10, "colour": "kind"}, "lens": {"k": 3}},
    )  # fmt: skip


def test_any_settings(tmp_path: Path) -> None:
    path, again, views = tmp_path / "settings.json", tmp_path / "again.json", all_views()
    replace(kept(), path=path).save()
    whole = json.loads(path.read_text("utf-8"))

    def used() -> Settings:
        settings = Settings.load(path)
        assert len(settings.problem) <= LONGEST
        assert theme(settings.theme).name == settings.theme
        valid_options(views, settings.options)
        for text in settings.layouts.values():
            kept_layout.parse(text)
        settings.remember("/some/file.orrery")
        replace(settings, path=again).save()
        same = Settings.load(again)
        assert same == settings, "what was kept comes back"
        assert same.problem == ""
        return settings

    @drawn(40, 0.08, json_files(whole))
    def check(data: bytes) -> None:
        path.write_bytes(data)
        read_or_refused("settings", used)
        for left in tmp_path.glob("*.damaged.json"):
            left.unlink()

    assert used().recent[1:] == kept().recent
    check()


DAMAGED = damaged_bytes(LAYOUT.text.encode()).map(lambda raw: raw.decode("latin-1"))


@drawn(20, 0.03, st.one_of(texts, st.text(max_size=60), DAMAGED))
def test_any_kept_layout(text: str) -> None:
    def used() -> None:
        layout = kept_layout.parse(text)
        assert kept_layout.parse(layout.text) == layout
        assert set(layout.seen) <= set(layout.shown) <= set(layout.marks)

    read_or_refused("kept layout", used)
