"""What a person chose, kept as one JSON file in the configuration folder.

Written whole or not at all (a temporary file of its own, then a rename), so two copies of the program cannot mix
their files: the last one to write wins. A file that cannot be read is set aside under another name, the defaults are
used, and `problem` says so in a sentence. Single values of the wrong kind fall back to their default, one by one.
"""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from engine import checked_json, folders
from engine.errors import DiskProblem, JsonProblem
from engine.records import Sampling
from engine.sentences import listed, say, together
from viz import theme as themes
from viz.figures import palettes

FILE_NAME = "settings.json"
DEFAULT_PROMPT = "The best thing about AI is its ability to"
SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)  # of the text, projector mode at the top
LAST, NONE = "last", "none"  # the model at the start: the one used last, or none
MAX_RECENT = 8
MEMORY = (0, 65_536)  # MiB
MAX_SPEED = 60.0  # tokens per second; above that there is no limit
DEVICES = ("auto", "cpu", "cuda", "mps")
DTYPES = ("auto", "float32", "bfloat16", "float16")
NOT_KEPT = ("path", "problem", "unknown", "is_first")


@dataclass
class Settings:
    """All that is remembered from one start to the next. `path` None keeps nothing (tests, figures)."""

    theme: str = "dark"
    palette: str = ""  # colours of data in the window, safe for a deficiency of colour vision; "" = the theme's own
    scale: float = 1.0
    language: str = ""  # "" = that of the system
    prompt: str = DEFAULT_PROMPT
    chat: bool = False
    sampling: Sampling = field(default_factory=Sampling)
    n_tokens: int = 40
    speed: float | None = None  # tokens per second, None = as fast as it goes
    model: str = ""  # "" = the default of the catalogue
    device: str = "auto"
    dtype: str = "auto"
    start_model: str = LAST  # the model at the start: LAST, NONE, or a spec
    run_at_start: bool = True  # whether the prompt is run then
    still: bool = False  # no flights of the map's camera
    threads: int = 0  # of the CPU for the model, 0 = as many as leave one for the window
    record_memory: int = 0  # MiB of attention and neurons recorded of a run, 0 = by what this computer has
    offline: bool = False  # whether models are only taken from this computer
    recent: list[str] = field(default_factory=list)
    workspace: str = "explore"
    layouts: dict[str, str] = field(default_factory=dict)  # workspace -> how its docks stand (`app.window.kept_layout`)
    geometry: str = ""  # of the window, base64 and sealed
    options: dict[str, dict[str, Any]] = field(default_factory=dict)  # view -> option -> value
    figure: dict[str, str] = field(default_factory=dict)  # what was chosen last when one was exported
    presenter: dict[str, str] = field(default_factory=dict)  # what is projected, where and in which letters
    figure_looks: dict[str, str] = field(default_factory=dict)  # saved by name (`app.window.studio.presets`)
    unknown: dict[str, Any] = field(default_factory=dict, compare=False)  # of a newer version: kept for it
    path: Path | None = field(default=None, compare=False)
    problem: str = field(default="", compare=False)  # a sentence, where something could not be read
    is_first: bool = field(default=False, compare=False)  # nothing was kept yet: this is the first start

    @classmethod
    def load(cls, path: Path | None = None) -> Settings:
        """Read the settings, or the defaults where there are none or they are damaged (then `problem` is set)."""
        path = path or folders.config_folder() / FILE_NAME
        try:
            raw = checked_json.parsed(checked_json.content(path), spare_numbers=True)
            if not isinstance(raw, dict):
                raise JsonProblem(say("not an object"))
        except FileNotFoundError:
            return cls(path=path, is_first=True)
        except (OSError, JsonProblem) as error:
            return cls(path=path, problem=_set_aside(path, error))
        return cls._checked(raw, path)

    @classmethod
    def _checked(cls, raw: dict[str, Any], path: Path) -> Settings:
        known = [entry.name for entry in fields(cls)]
        settings = cls(path=path, unknown={name: value for name, value in raw.items() if name not in known})
        refused = []
        for entry in fields(cls):
            if entry.name in raw and entry.name not in NOT_KEPT:
                try:
                    setattr(settings, entry.name, _check(entry.name, raw[entry.name]))
                except (AttributeError, KeyError, TypeError, ValueError):
                    refused.append(entry.name)
        if refused:
            names = listed([_WORDS.get(name, name) for name in refused])
            settings.problem = say(
                "Some settings could not be used and are back at their defaults: {names}.", names=names
            )
        return settings

    def save(self) -> None:
        """Write the settings, whole or not at all; nothing where there is no path.

        Raises:
            DiskProblem: the folder cannot be written to.
        """
        if self.path is None:
            return
        values = {**self.unknown, **asdict(self)}
        for name in NOT_KEPT:
            del values[name]
        text = json.dumps(values, indent=1, ensure_ascii=False, allow_nan=False)
        folder = self.path.parent
        temporary = ""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(prefix=".settings-", suffix=".tmp", dir=folder)
            with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
                file.write(text)
            Path(temporary).replace(self.path)
        except OSError as error:
            if temporary:
                Path(temporary).unlink(missing_ok=True)
            raise DiskProblem(
                say(
                    "The settings could not be saved to {path} ({why}): what you choose lasts until the window "
                    "closes. {remedy}",
                    path=self.path,
                    why=error.strerror or error,
                    remedy=folders.remedy(error, "ORRERY_CONFIG"),
                )
            ) from error

    def remember(self, path: str) -> None:
        """Put a file at the top of the recent ones."""
        self.recent = [path, *(known for known in self.recent if known != path)][:MAX_RECENT]


def _set_aside(path: Path, error: Exception) -> str:
    aside = path.with_suffix(".damaged.json")
    sentence = say(
        "The settings in {path} could not be read ({error}), so Orrery starts with its defaults.",
        path=path,
        error=error,
    )
    try:
        path.replace(aside)
    except OSError:
        return sentence
    return together(sentence, say("The old file is kept as {name}.", name=aside.name))


def _check(name: str, value: Any) -> Any:
    """The value of a setting if it is one. Raises TypeError or ValueError where it is not."""
    if name == "sampling":
        return _check_sampling(value)
    if name in _RANGES:
        return _in_range(name, value)
    default = getattr(Settings(), name)
    if type(value) is not type(default):
        raise TypeError(name)
    if name == "theme" and value not in themes.names():
        raise ValueError(name)
    if name == "palette" and value not in (palettes.OWN, *palettes.names()):
        raise ValueError(name)
    if name == "recent" and not all(isinstance(item, str) for item in value):
        raise TypeError(name)
    if name in ("layouts", "figure", "figure_looks", "presenter") and not all(
        isinstance(item, str) for item in value.values()
    ):
        raise TypeError(name)
    if name == "options" and not all(isinstance(item, dict) for item in value.values()):
        raise TypeError(name)
    return value


_WORDS = {  # what a person knows them by
    "n_tokens": say("number of tokens"),
    "scale": say("text size"),
    "palette": say("palette"),
    "prompt": say("prompt"),
    "chat": say("chat template"),
    "speed": say("speed limit"),
    "dtype": say("precision"),
    "start_model": say("model at the start"),
    "run_at_start": say("run at the start"),
    "still": say("still pictures"),
    "record_memory": say("memory of a run"),
    "offline": say("never go online"),
    "recent": say("recent runs"),
    "layouts": say("arrangement of the views"),
    "geometry": say("place of the window"),
    "options": say("options of the views"),
    "figure": say("form of figures"),
    "presenter": say("what is projected"),
    "figure_looks": say("looks of figures"),
}


_RANGES: dict[str, tuple[float, float]] = {
    "scale": (SCALES[0], SCALES[-1]),
    "n_tokens": (0, 100_000),
    "speed": (0.1, MAX_SPEED),
    "threads": (0, 1024),
    "record_memory": (MEMORY[0], MEMORY[1]),
}
_WHOLE = ("n_tokens", "threads", "record_memory")


_SAMPLING: dict[str, tuple[float, float]] = {
    "temperature": (0, 2),
    "top_k": (0, 1_000_000),
    "top_p": (0.01, 1),
    "min_p": (0, 0.99),
    "repetition_penalty": (0.5, 2),
    "seed": (0, 2**31 - 1),
}


def _in_range(name: str, value: Any) -> Any:
    if name == "speed" and value is None:
        return None
    low, high = _RANGES[name]
    kinds = int if name in _WHOLE else (int, float)
    if isinstance(value, bool) or not isinstance(value, kinds) or not low <= value <= high:
        raise ValueError(name)
    return value if name in _WHOLE else float(value)


def _check_sampling(raw: Any) -> Sampling:
    for key, value in raw.items():
        low, high = _SAMPLING[key]
        whole = isinstance(getattr(Sampling(), key), int)
        if isinstance(value, bool) or not isinstance(value, int if whole else (int, float)) or not low <= value <= high:
            raise ValueError(key)
    return Sampling(**raw)
