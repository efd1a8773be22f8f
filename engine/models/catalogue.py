"""The models Orrery can name, and the places to get each from, read from `resources/catalogue.json`.

Data, not code: another model or another place is a line in that file. A place is either a repository on the hub
or a member of a wheel on the Python package index; they are tried in the order written.
"""

from __future__ import annotations

import dataclasses
import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine import checked_json
from engine.errors import ModelUnusable, reason, shown
from engine.folders import RESOURCES
from engine.sentences import say


@dataclass(frozen=True)
class HubPlace:
    """A repository on the hub."""

    repo: str
    revision: str = "main"

    @property
    def words(self) -> str:
        """The place, for a person."""
        return say("the Hugging Face hub ({repo})", repo=self.repo)

    @property
    def subject(self) -> str:
        """`words` at the beginning of a sentence."""
        return say("The Hugging Face hub ({repo})", repo=self.repo)


@dataclass(frozen=True)
class WheelPlace:
    """A file inside a wheel on the package index. The wheel is only ever opened as a zip archive."""

    package: str
    version: str
    member: str
    wheel_sha256: str
    member_sha256: str
    wheel_bytes: int
    member_bytes: int

    @property
    def words(self) -> str:
        """The place, for a person."""
        return say("the Python package index ({package} {version})", package=self.package, version=self.version)

    @property
    def subject(self) -> str:
        """`words` at the beginning of a sentence."""
        return say("The Python package index ({package} {version})", package=self.package, version=self.version)


Place = HubPlace | WheelPlace


@dataclass(frozen=True)
class Entry:
    """One model of the catalogue."""

    name: str
    what: str
    parameters: int
    licence: str
    hub: str
    places: tuple[Place, ...]
    note: str = ""  # what a person must do first, such as accept a licence
    default: bool = False


def _place(raw: dict[str, Any]) -> Place:
    fields = {key: value for key, value in raw.items() if key != "kind"}
    return WheelPlace(**fields) if raw["kind"] == "wheel" else HubPlace(**fields)


def read(path: Path = RESOURCES / "catalogue.json") -> tuple[Entry, ...]:
    """All entries, in the order of the file.

    Raises:
        ModelUnusable: the file is not there, or damaged.
    """
    try:
        rows = checked_json.read_object(path)["models"]
        entries = (Entry(**{**row, "places": tuple(_place(place) for place in row["places"])}) for row in rows)
        found: tuple[Entry, ...] = tuple(_checked(entry) for entry in entries)
        if not found:
            raise ValueError(say("it names no model"))
        return found
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelUnusable(
            say(
                "The catalogue of models {path} is damaged ({why}). Install Orrery again.", path=path, why=reason(error)
            )
        ) from error


def _checked(part: Entry | HubPlace | WheelPlace) -> Any:
    """The part, and all below it, with values of the kinds that are declared. Raises TypeError or ValueError."""
    kinds = {"str": str, "int": int, "bool": bool}
    for field in dataclasses.fields(part):
        value, kind = getattr(part, field.name), kinds.get(str(field.type))
        if kind is not None and type(value) is not kind:
            raise TypeError(say("{name} is {value}", name=field.name, value=shown(value, 40)))
    if isinstance(part, Entry):
        if not (part.name and part.hub and part.parameters > 0):
            raise ValueError(
                say("an entry is called {name}, {hub}", name=shown(part.name, 40), hub=shown(part.hub, 40))
            )
        for place in part.places:
            _checked(place)
    return part


def default_name() -> str:
    """The name of the model that is loaded when none is asked for."""
    entries = read()
    return next((entry.name for entry in entries if entry.default), entries[0].name)


def find(spec: str) -> Entry | None:
    """The entry whose name or hub id is `spec`, letter case aside."""
    wanted = spec.casefold()
    return next((entry for entry in read() if wanted in (entry.name.casefold(), entry.hub.casefold())), None)


def near(spec: str) -> list[str]:
    """Up to three names that `spec` may have meant."""
    names = {entry.name.casefold(): entry.name for entry in read()}
    return [names[close] for close in difflib.get_close_matches(spec.casefold(), names, n=3, cutoff=0.4)]


def that_fit(n_bytes: int, bytes_per_parameter: int) -> list[str]:
    """Names of entries whose weights take at most `n_bytes`, the largest first."""
    fitting = [entry for entry in read() if entry.parameters * bytes_per_parameter * 1.1 <= n_bytes]
    return [entry.name for entry in sorted(fitting, key=lambda entry: -entry.parameters)]
