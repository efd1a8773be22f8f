"""A published dictionary from the hub: the arrays of one folder and the JSON beside them, by hash, and nothing pickled.

It lies in the cache in folders named as on the hub, since some formats tell where they read by these alone.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

from engine.dictionaries.foreign.published import FACTS, SUFFIXES, WEIGHTS
from engine.dictionaries.foreign.source import PICKLED, refuse_pickled
from engine.errors import InputRefused, in_short
from engine.folders import cache_folder, made
from engine.models import hub, store
from engine.models.catalogue import HubPlace
from engine.models.download import RemoteFile
from engine.sentences import say

NAMED = 6  # folders that a sentence names
LONGEST = 200  # characters of a name that is typed


def fetch(
    repo: str,
    folder: str,
    revision: str,
    progress: Callable[[str, int, int], None],
    stop: Callable[[], bool],
) -> Path:
    """Bring the dictionary of a repository's folder (or file) into the cache; the path of its arrays.

    Raises:
        InputRefused: nothing was named, or there is no dictionary there, or several, or a pickled one. FetchFailed,
        ModelNotFound, DiskProblem, Stopped: as `engine.models.hub.fetch`.
    """
    name, inside = repo.strip(), folder.strip().strip("/")
    if "/" not in name or len(name) > LONGEST or len(inside) > LONGEST:
        raise InputRefused(say("Name a repository of the hub as OWNER/NAME, such as google/gemma-scope-2b-pt-res."))
    place = HubPlace(name, revision.strip() or "main")
    progress(say("Asking {place}", place=place.words), 0, 0)
    listing = hub.everything(place, stop)
    arrays = _chosen(listing.files, inside, place)
    here = PurePosixPath(arrays.name).parent
    beside = (*FACTS, f"{PurePosixPath(arrays.name).stem}.json")
    files = [arrays, *(it for it in listing.files if it.name in {str(here / each) for each in beside})]
    target = made(cache_folder() / "dictionaries" / "hub" / f"{store.slug(name)}-{listing.revision[:12]}")
    hub.fetch_files(place, files, target, say("Fetching {name}", name=in_short(arrays.name)), progress, stop)
    return target / arrays.name


def _chosen(files: tuple[RemoteFile, ...], inside: str, place: HubPlace) -> RemoteFile:
    """The one file of arrays that a folder, or its own name, means."""
    safe = [it for it in files if not {"..", "."} & set(PurePosixPath(it.name).parts) and not it.name.startswith("/")]
    there = [it for it in safe if not inside or it.name == inside or it.name.startswith(f"{inside}/")]
    for it in there:
        if it.name == inside:
            refuse_pickled(Path(it.name))
            return it
    found = [it for it in there if PurePosixPath(it.name).name in WEIGHTS] or [
        it for it in there if PurePosixPath(it.name).suffix in SUFFIXES
    ]
    direct = [it for it in found if str(PurePosixPath(it.name).parent) == (inside or ".")]
    if len(direct) == 1:
        return direct[0]
    if len(found) == 1:
        return found[0]
    if not found:
        for it in there:
            if PurePosixPath(it.name).suffix.lower() in PICKLED:
                refuse_pickled(Path(it.name))
        raise InputRefused(
            say("{place} has no dictionary in {folder}.", place=place.subject, folder=in_short(inside) or "/")
        )
    names = sorted({str(PurePosixPath(it.name).parent) for it in found})
    names = names if len(names) > 1 else sorted(it.name for it in found)
    some = ", ".join(names[:NAMED]) + (", …" if len(names) > NAMED else "")
    raise InputRefused(
        say(
            "{place} has {n} dictionaries there. Name the folder of one of them: {some}",
            place=place.subject,
            n=len(names),
            some=in_short(some, 400),
        )
    )
