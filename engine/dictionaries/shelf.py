"""Where dictionaries lie, which there are, and the few that are kept in memory.

Those that come along lie in `resources/dictionaries`, those that were trained here in the cache's folder
`dictionaries`; any other is named by its path, a published one by its folder's or its file's. `use` gives a dictionary
on the model's device and refuses one that does not fit the model.
"""

from __future__ import annotations

import os
import re
from collections import OrderedDict
from pathlib import Path
from typing import Final

import torch

from engine.capture.anatomy import Anatomy
from engine.dictionaries import files
from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.foreign import published
from engine.dictionaries.hooks import width_of
from engine.dictionaries.records import BUNDLED, Activity, DictionaryInfo
from engine.errors import InputRefused, in_short
from engine.folders import RESOURCES, cache_folder, made
from engine.sentences import say

TOGETHER: Final = RESOURCES / "dictionaries"
SUFFIX: Final = ".safetensors"
KEPT: Final = 2  # dictionaries in memory
_HELD: OrderedDict[tuple[str, tuple[tuple[int, int], ...], str], tuple[Dictionary, Activity | None]] = OrderedDict()


def own_folder() -> Path:
    """Where dictionaries that are trained here are kept (not created here)."""
    return cache_folder() / "dictionaries"


def path_for(title: str) -> Path:
    """A new file's path for a title in that folder, which is created. Raises DiskProblem."""
    stem = re.sub(r"[^\w.-]+", "_", title).strip("._")[:80] or "dictionary"
    folder = made(own_folder())
    names = [f"{stem}{SUFFIX}", *(f"{stem}_{n}{SUFFIX}" for n in range(2, 10_000))]
    return next(folder / name for name in names if not (folder / name).exists())


def path_of(name: str) -> Path:
    """The file that a name means."""
    if name.startswith(BUNDLED):
        return TOGETHER / f"{Path(name.removeprefix(BUNDLED)).name}{SUFFIX}"
    return Path(name).expanduser()


def there_are() -> tuple[DictionaryInfo, ...]:
    """Those that come along and those in the folder, by title; a damaged file is passed over."""
    named = [(f"{BUNDLED}{path.stem}", path) for path in sorted(TOGETHER.glob(f"*{SUFFIX}"))]
    named += [(str(path), path) for path in sorted(own_folder().glob(f"*{SUFFIX}")) if not path.name.startswith(".")]
    found = []
    for name, path in named:
        try:
            found.append(files.read_info(path, name))
        except InputRefused:
            continue
    return tuple(found)


def load(name: str) -> tuple[Dictionary, Activity | None]:
    """The dictionary of a name, on the processor; the last few are kept.

    Raises:
        InputRefused: as `files.read`, and as the readers of other formats do.
    """
    path = path_of(name)
    try:
        if not name:
            raise ValueError("no name")
        stamp = published.stamp(path)
    except (OSError, ValueError) as error:
        raise InputRefused(
            say(
                "There is no dictionary {name}. Choose another one, or train it again.",
                name=in_short(name),
            )
        ) from error
    key = (os.fspath(path.absolute()), stamp, name)
    if key not in _HELD:
        _HELD[key] = _read(path, name)
        while len(_HELD) > KEPT:
            _HELD.popitem(last=False)
    _HELD.move_to_end(key)
    return _HELD[key]


def _read(path: Path, name: str) -> tuple[Dictionary, Activity | None]:
    if path.is_dir() or not files.is_own(path):
        return published.read(path, name), None
    return files.read(path, name)


def use(name: str, anatomy: Anatomy) -> Dictionary:
    """The dictionary of a name on a model's device.

    Raises:
        InputRefused: as `load`, or it reads another width or a layer that the model lacks.
    """
    dictionary = load(name)[0]
    require_fits(dictionary.info, anatomy)
    return dictionary.to(anatomy.device if anatomy.device != torch.device("meta") else torch.device("cpu"))


def require_fits(info: DictionaryInfo, anatomy: Anatomy) -> None:
    """Refuse a dictionary that cannot be of this model. Raises InputRefused."""
    width = width_of(anatomy, info.hook)
    if width != info.d:
        raise InputRefused(
            say(
                "The dictionary {title} reads {d:,} numbers, but {what} has {width:,} in this model. Choose one that "
                "was trained on this model, or load its model ({model}).",
                title=in_short(info.title),
                d=info.d,
                what=info.hook.in_words,
                width=width,
                model=in_short(info.model) or "?",
            )
        )
