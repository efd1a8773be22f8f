"""The file that a training is gone on from: weights, Adam's moments, the place in the text, what was measured.

One safetensors file per recipe and model, in the cache's folder `dictionaries/trainings`, replaced in one step. The few
newest are kept.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import torch
from torch import Tensor

from engine import checked_json
from engine.dictionaries import shelf
from engine.dictionaries.records import HOOK_KINDS, Hook, Recipe
from engine.dictionaries.training import require_recipe
from engine.errors import InputRefused, JsonProblem, ModelUnusable, reason
from engine.files import tensor_file
from engine.folders import made
from engine.nets.files import read_tensors
from engine.sentences import say

KEY: Final = "orrery_training"
FORMAT: Final = 1
MOST: Final = 6  # files that are kept
Numbers = dict[str, Any]


@dataclass(frozen=True)
class Kept:
    """What a file holds."""

    recipe: Recipe
    tensors: dict[str, Tensor]
    numbers: Numbers


def folder() -> Path:
    """Where they lie (not created here)."""
    return shelf.own_folder() / "trainings"


def path_of(recipe: Recipe, model_sha256: str) -> Path:
    """The file of a recipe on a model."""
    text = json.dumps(dataclasses.asdict(recipe), sort_keys=True) + model_sha256
    return folder() / f"{hashlib.sha256(text.encode()).hexdigest()[:24]}.safetensors"


def write(path: Path, recipe: Recipe, tensors: Mapping[str, Tensor], numbers: Numbers) -> None:
    """Replace the file, and let the oldest go. Raises DiskProblem, and the old one is untouched."""
    made(path.parent)
    facts = {"format": FORMAT, "recipe": dataclasses.asdict(recipe), "torch": torch.__version__, **numbers}
    entries = {name: tensor_file.held(value.numpy()) for name, value in tensors.items()}
    tensor_file.write(path, entries, {KEY: json.dumps(facts)})
    for old in newest_first()[MOST:]:
        old.unlink(missing_ok=True)


def newest_first() -> list[Path]:
    """All files."""
    found = [path for path in folder().glob("*.safetensors") if not path.name.startswith(".")]
    return sorted(found, key=_when, reverse=True)


def _when(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def read(path: Path) -> Kept:
    """What a file holds. Raises ModelUnusable: it is missing or damaged."""
    tensors, about = read_tensors(path)
    try:
        recipe, numbers = _told(about)
    except (JsonProblem, KeyError, TypeError, ValueError, AttributeError, InputRefused) as error:
        raise unusable(path, error) from error
    return Kept(recipe, tensors, numbers)


def read_numbers(path: Path) -> tuple[Recipe, Numbers]:
    """The same without the tensors. Raises ModelUnusable."""
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(path, framework="np") as stream:
            return _told(dict(stream.metadata() or {}))
    except (OSError, SafetensorError, KeyError, TypeError, ValueError, AttributeError, InputRefused) as error:
        raise unusable(path, error) from error


def unusable(path: Path, error: BaseException) -> ModelUnusable:
    """What is said of a damaged file."""
    return ModelUnusable(
        say(
            "{path} should hold a training to continue, but does not ({why}). Train it anew.",
            path=path,
            why=reason(error),
        )
    )


def _told(about: Mapping[str, str]) -> tuple[Recipe, Numbers]:
    """Raises ValueError, KeyError, TypeError or InputRefused for what does not fit."""
    numbers = checked_json.metadata_object(about, KEY)
    if numbers.get("format") != FORMAT:
        raise ValueError(f"its format is {numbers.get('format')!s:.40}")
    facts = dict(numbers["recipe"])
    where = facts.pop("hook")
    if where["kind"] not in HOOK_KINDS or type(where["layer"]) is not int:
        raise ValueError("its hook is not one that Orrery knows")
    recipe = Recipe(Hook(where["kind"], where["layer"]), **facts)
    if not isinstance(recipe.text, str):
        raise TypeError("its text has no name")
    require_recipe(recipe)
    step = numbers["step"]
    if type(step) is not int or not 0 <= step <= recipe.steps:
        raise ValueError(f"its step is {step!s:.40}")
    return recipe, numbers
