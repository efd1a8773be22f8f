"""Less motion where the system's settings ask for it, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.look.system_motion import wants_less_motion


@pytest.mark.parametrize(
    ("name", "text", "less"),
    [
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=true\n", False),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-theme-name=Adwaita\n", False),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", False),
    ],
)
def test_the_files_of_desktops_are_heeded(qapp: QApplication, tmp_path: Path, name: str, text: str, less: bool) -> None:
    assert not wants_less_motion(tmp_path)
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
    assert wants_less_motion(tmp_path) is less


def test_what_qt_tells_is_heeded(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Quick:
        @staticmethod
        def styleHint(hint: object) -> int:
            return 0

    with monkeypatch.context() as patched:
        patched.setattr(QApplication, "style", Quick)
        assert wants_less_motion(tmp_path)
    assert not wants_less_motion(tmp_path)
