"""The set-up files agree with each other, and hold nothing of one machine."""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
DECLARED = [Requirement(line) for line in [*PROJECT["dependencies"], *EXTRAS["test"], *EXTRAS["layouts"]]]


def _pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pairs = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in pairs}


def _needed() -> set[str]:
    """Names of all packages that the declared ones bring into this environment, by their own metadata."""
    waiting = [(entry.name, entry.extras) for entry in DECLARED]
    seen: set[str] = set()
    while waiting:
        name, extras = waiting.pop()
        if canonicalize_name(name) in seen:
            continue
        seen.add(canonicalize_name(name))
        for line in importlib.metadata.requires(name) or []:
            entry = Requirement(line)
            if any(entry.marker is None or entry.marker.evaluate({"extra": extra}) for extra in ["", *extras]):
                waiting.append((entry.name, entry.extras))
    return seen


def test_every_package_that_is_needed_is_pinned() -> None:
    assert _needed() - set(_pins()) == set()


@pytest.mark.parametrize("requirement", DECLARED, ids=lambda entry: entry.name)
def test_the_pin_lies_within_the_declared_range(requirement: Requirement) -> None:
    pin = _pins()[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(pin), f"{requirement} and {pin}"


@pytest.mark.parametrize("requirement", DECLARED, ids=lambda entry: entry.name)
def test_what_is_installed_is_what_is_pinned(requirement: Requirement) -> None:
    installed = importlib.metadata.version(requirement.name).split("+")[0]
    assert installed == _pins()[canonicalize_name(requirement.name)]


def test_make_asks_for_nothing_when_all_is_installed(tmp_path: Path) -> None:
    for name in ("Makefile", "pyproject.toml", "constraints.txt"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    both = (tmp_path / "pyproject.toml").read_bytes() + (tmp_path / "constraints.txt").read_bytes()
    key = subprocess.run(["cksum"], input=both, capture_output=True, check=True).stdout.split()[0].decode()
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    for name in ("bin/python", f".installed-{key}", f".testable-{key}"):
        (tmp_path / ".venv" / name).touch()
    said = subprocess.run(["make", "-n", "test"], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert "pip" not in said
    assert "-m pytest" in said
    (tmp_path / "constraints.txt").write_text("numpy==0\n")
    said = subprocess.run(["make", "-n", "test"], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert "-m pip" in said


def test_no_file_names_a_registry_host_or_a_folder_of_one_machine() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    host = re.compile(r"(pypi\.org|pythonhosted|huggingface\.co|download\.pytorch\.org)", re.IGNORECASE)
    found = [
        name
        for name in listed
        if Path(name).suffix in {".py", ".toml", ".txt", ".json", ""} and (ROOT / name).is_file()
        if name != "tests/unit/test_setup.py" and host.search((ROOT / name).read_text("utf-8", "replace"))
    ]
    assert found == []
