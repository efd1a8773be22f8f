"""Settings survive a restart, damage, wrong values, and a second copy of the program."""

from __future__ import annotations

import json
import threading
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from app.settings import _WORDS, MAX_RECENT, NOT_KEPT, Settings
from engine.errors import DiskProblem
from engine.records import Sampling


def test_what_was_chosen_is_there_again(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path / "deep" / "settings.json")
    settings.theme, settings.scale, settings.speed = "print", 1.5, 4.0
    settings.prompt = "Bonjour, 世界 🌍"
    settings.sampling = Sampling(temperature=0.0, top_k=5, seed=7)
    settings.options = {"toy": {"count": 3, "find": "über"}}
    settings.layouts = {"explore": "AAAA"}
    settings.save()
    assert Settings.load(settings.path) == settings
    assert Settings.load(settings.path).problem == ""


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"[1, 2]", b"\xff\xfe\x00", b'{"theme": "dark"', b"[" * 100_000, b"[" * 200_000 + b"]" * 200_000],
)
def test_a_damaged_file_gives_the_defaults_a_sentence_and_is_kept(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(damage)
    settings = Settings.load(path)
    assert settings == Settings()
    assert "could not be read" in settings.problem
    assert not path.exists()
    assert (tmp_path / "settings.damaged.json").read_bytes() == damage
    settings.save()
    assert Settings.load(path).problem == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "purple"),
        ("theme", 3),
        ("scale", 40),
        ("scale", "big"),
        ("scale", float("nan")),
        ("scale", True),
        ("speed", -1),
        ("n_tokens", -1),
        ("sampling", {"temperature": -1}),
        ("sampling", {"temperature": "hot"}),
        ("sampling", {"nonsense": 1}),
        ("sampling", []),
        ("recent", [1]),
        ("layouts", {"explore": 4}),
        ("options", {"toy": 4}),
        ("chat", "yes"),
        ("threads", -1),
        ("threads", 1.5),
        ("record_memory", -3),
        ("offline", 1),
    ],
)
def test_one_wrong_value_costs_only_itself(tmp_path: Path, name: str, value: Any) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"prompt": "mine", name: value}), "utf-8")
    settings = Settings.load(path)
    assert settings.prompt == "mine"
    assert getattr(settings, name) == getattr(Settings(), name)
    assert _WORDS.get(name, name) in settings.problem
    assert "_" not in settings.problem.removeprefix("Some")


def test_every_setting_has_a_name_for_people() -> None:
    keys = {entry.name for entry in fields(Settings)} - set(NOT_KEPT)
    assert [_WORDS.get(key, key) for key in keys if "_" in _WORDS.get(key, key)] == []
    assert set(_WORDS) <= keys


def test_unknown_settings_of_another_version_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "light", "of_tomorrow": 1, "path": "/etc/passwd", "problem": "x"}', "utf-8")
    settings = Settings.load(path)
    assert (settings.theme, settings.path, settings.problem) == ("light", path, "")
    settings.theme = "print"
    settings.save()
    written = json.loads(path.read_text("utf-8"))
    assert (written["of_tomorrow"], written["theme"]) == (1, "print"), "the newer version finds its own again"
    assert not {"path", "problem", "unknown"} & set(written)


def test_two_copies_of_the_program_never_mix_their_files(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    copies = [replace(Settings(path=path), prompt=letter * 20_000) for letter in "ab"]
    threads = [threading.Thread(target=lambda one=one: [one.save() for _ in range(30)]) for one in copies]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        assert not path.exists() or set(Settings.load(path).prompt) in ({"a"}, {"b"})
    for thread in threads:
        thread.join()
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    with pytest.raises(DiskProblem, match=r"lasts until the window closes.*ORRERY_CONFIG"):
        Settings(path=tmp_path / "file" / "settings.json").save()


def test_settings_without_a_path_are_kept_nowhere(tmp_path: Path) -> None:
    Settings().save()
    assert not list(tmp_path.iterdir())


def test_recent_files_are_newest_first_without_doubles() -> None:
    settings = Settings()
    for name in [*"abcdefghij", "c"]:
        settings.remember(name)
    assert settings.recent[:3] == ["c", "j", "i"]
    assert len(settings.recent) == MAX_RECENT == len(set(settings.recent))


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "1" + "0" * 400])
def test_a_number_that_is_none_does_not_stop_the_keeping(tmp_path: Path, number: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(
        f"""{{"prompt": "mine", "scale": {number}, "of_tomorrow": [{number}],
            "sampling": {{"temperature": {number}}}, "options": {{"toy": {{"size": {number}}}}}}}""",
        "utf-8",
    )
    settings = Settings.load(path)
    assert (settings.prompt, settings.scale, settings.sampling) == ("mine", 1.0, Sampling())
    assert "text size" in settings.problem
    settings.scale = 2.0
    settings.save()
    again = Settings.load(path)
    assert (again.prompt, again.scale, again.problem) == ("mine", 2.0, "")
