"""A model from the hub: safetensors, configuration and tokenizer files only, resumed where it was cut off.

The first question (which files, how large, which hashes) also finds out whether the hub answers at all; it runs in
a thread of its own because looking up a name can hang for longer than any time-out of a connection. Files grow in a
folder that a later attempt finds again (see `engine.models.download`). HF_ENDPOINT, HF_HUB_OFFLINE and the person's
token are honoured.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine import folders
from engine.errors import FetchFailed, ModelNotFound, ModelUnusable, OrreryError, Stopped, in_short, reason
from engine.models import disk, store, verified, weights
from engine.models.catalogue import HubPlace
from engine.models.download import ANSWER_WITHIN, Broken, RemoteFile, fetch_file, patiently
from engine.models.words import Progress, Stop, check
from engine.sentences import say

_SMALL = {
    *("config.json", "generation_config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json"),
    *("added_tokens.json", "vocab.json", "merges.txt", "tokenizer.model", "spiece.model"),
    *("chat_template.jinja", "chat_template.json", "model.safetensors.index.json"),
}
_SHARD = re.compile(r"model(-\d{5}-of-\d{5})?\.safetensors")
CHECK = say("Check the network or the proxy and try again, or choose a model that is already on this computer.")


@dataclass(frozen=True)
class Listing:
    """What a repository holds of use, at one revision."""

    repo: str
    revision: str
    files: tuple[RemoteFile, ...]

    @property
    def n_bytes(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)

    @property
    def weights_hash(self) -> str:
        """The hub's hash of the first weight file, which names the cached folder."""
        return next((file.sha256 for file in self.files if file.sha256 and _SHARD.fullmatch(file.name)), self.revision)


def shared(repo: str) -> tuple[Path, str] | None:
    """The folder and revision of a whole copy in huggingface_hub's own cache, if another program left one there."""
    from huggingface_hub import try_to_load_from_cache

    config = try_to_load_from_cache(repo, "config.json")
    if not isinstance(config, str):
        return None
    folder = Path(config).parent
    try:
        weights.examine(folder)
    except ModelUnusable:
        return None  # an unfinished or pickled copy: fetched anew
    return folder, folder.name


def fetch(place: HubPlace, name: str, progress: Progress, stop: Stop) -> Path:
    """Bring a repository into the cache and return its folder.

    Raises:
        FetchFailed: the hub does not answer, refuses, or sent wrong bytes.
        ModelNotFound: there is no such repository.
        ModelUnusable: it has no safetensors weights.
        DiskProblem: there is too little room.
        Stopped: a person asked for the end; what came so far is resumed next time.
    """
    progress(say("Asking {place}", place=place.words), 0, 0)
    listing = _listing(place, stop)
    part = folders.models_folder() / f".part-hub-{store.folder_for(name, listing.revision).name}"
    part.mkdir(exist_ok=True)
    done_before = disk.size_of(part)
    doing = say("Fetching {name}", name=name)
    disk.need(part, max(0, listing.n_bytes - done_before), doing)
    done = 0
    with disk.telling(part, doing, say("The files that were downloaded whole are kept.")):
        for file in listing.files:
            check(stop)
            _fetch_one(place, file, part, done, listing.n_bytes, doing, progress, stop)
            done += file.size
    weights.examine(part)
    note = store.Note(
        name=name,
        key=f"hub:{place.repo}",
        source=place.words,
        revision=listing.revision,
        sha256=listing.weights_hash,
        when=store.now(),
    )
    folder = store.put(part, note)
    for file in listing.files:
        if file.sha256:
            verified.remember(folder / file.name, sha256=file.sha256)
    return folder


# -- the first question ------------------------------------------------------------------------------------------


def _listing(place: HubPlace, stop: Stop) -> Listing:
    return _in_time(place, stop, lambda info: _choose(place, info))


def everything(place: HubPlace, stop: Stop) -> Listing:
    """All files of a repository at one revision. Raises as `fetch`."""
    return _in_time(
        place, stop,
        lambda info: Listing(
            place.repo, str(info.sha), tuple(_remote(place.repo, str(info.sha), it) for it in info.siblings or ())
        ),
    )  # fmt: skip


def fetch_files(
    place: HubPlace, files: Sequence[RemoteFile], folder: Path, doing: str, progress: Progress, stop: Stop
) -> None:
    """Bring some files of a repository, below `folder` as they lie there; what is there is not fetched again.

    Raises:
        FetchFailed, DiskProblem, Stopped: as `fetch`.
    """
    total, done = sum(file.size for file in files), 0
    disk.need(folder, sum(file.size for file in files if not (folder / file.name).is_file()), doing)
    with disk.telling(folder, doing, say("The files that were downloaded whole are kept.")):
        for file in files:
            check(stop)
            (folder / file.name).parent.mkdir(parents=True, exist_ok=True)
            _fetch_one(place, file, folder, done, total, doing, progress, stop)
            done += file.size


def _in_time(place: HubPlace, stop: Stop, chosen: Callable[[Any], Listing]) -> Listing:
    try:
        return chosen(patiently(lambda: _ask(place), stop, ANSWER_WITHIN))
    except TimeoutError as error:
        raise FetchFailed(
            say(
                "{place} did not answer within {answer_within:.0f} seconds.",
                place=place.subject,
                answer_within=ANSWER_WITHIN,
            )
        ) from error
    except (OrreryError, Stopped):
        raise
    except Exception as error:  # the library's, the client's, or a parser's: each has its sentence
        raise _in_words(place, error) from error


def _fetch_one(
    place: HubPlace, file: RemoteFile, part: Path, before: int, total: int, doing: str, progress: Progress, stop: Stop
) -> None:
    """One file. What the disk refuses is left to the caller."""
    import httpx2
    from huggingface_hub import errors

    try:
        fetch_file(file, part, before, total, doing, progress, stop, _endpoint())
    except (errors.HfHubHTTPError, httpx2.HTTPError, errors.OfflineModeIsEnabled, Broken) as error:
        raise _in_words(place, error) from error


def _endpoint() -> str | None:
    return os.environ.get("HF_ENDPOINT") or None


def _ask(place: HubPlace) -> Any:
    from huggingface_hub import HfApi

    api = HfApi(endpoint=_endpoint())
    return api.model_info(place.repo, revision=place.revision, timeout=0.8 * ANSWER_WITHIN, files_metadata=True)


def _choose(place: HubPlace, info: Any) -> Listing:
    """The files worth fetching: top level only, no pickles, no code."""
    siblings = list(info.siblings or ())
    chosen = [entry for entry in siblings if entry.rfilename in _SMALL or _SHARD.fullmatch(entry.rfilename)]
    if not any(_SHARD.fullmatch(entry.rfilename) for entry in chosen):
        pickled = next(
            (entry.rfilename for entry in siblings if entry.rfilename.endswith((".bin", ".pt", ".pth"))), None
        )
        why = (
            say("only pickled weights ({name}), which can run any program when they are opened", name=pickled)
            if pickled
            else say("no weights in safetensors format")
        )
        raise ModelUnusable(
            say("{place} has {why}. Choose a model with safetensors weights.", place=place.subject, why=why)
        )
    if not any(entry.rfilename == "config.json" for entry in chosen):
        raise ModelUnusable(say("{place} has no config.json, so it is not a transformers model.", place=place.subject))
    files = tuple(
        _remote(place.repo, str(info.sha), entry)
        for entry in sorted(chosen, key=lambda entry: (bool(_SHARD.fullmatch(entry.rfilename)), entry.rfilename))
    )
    return Listing(place.repo, str(info.sha), files)


def _remote(repo: str, revision: str, entry: Any) -> RemoteFile:
    sha256 = entry.lfs.sha256 if entry.lfs else None
    git_sha1 = None if entry.lfs else entry.blob_id
    return RemoteFile(repo, revision, entry.rfilename, int(entry.size or 0), sha256, git_sha1)


def _in_words(place: HubPlace, error: Exception) -> OrreryError:
    """The library's error as a sentence."""
    import httpx2
    from huggingface_hub import errors

    if isinstance(error, errors.GatedRepoError):
        return FetchFailed(
            say(
                "{place} is gated: accept the licence on the model's page, and sign in with `hf auth login` or "
                "set the environment variable HF_TOKEN to your token; then try again.",
                place=place.subject,
            )
        )
    if isinstance(error, (errors.RepositoryNotFoundError, errors.RevisionNotFoundError, errors.HFValidationError)):
        return ModelNotFound(
            say(
                "{place} does not exist, or is private. Check its name; for a private one, sign in with `hf auth "
                "login` or set HF_TOKEN to your token.",
                place=place.subject,
            )
        )
    if isinstance(error, errors.OfflineModeIsEnabled):
        return FetchFailed(say("{place} was not asked, because HF_HUB_OFFLINE is set.", place=place.subject))
    if isinstance(error, errors.HfHubHTTPError):
        return FetchFailed(
            say(
                "{place} refused with HTTP status {advice}.",
                place=place.subject,
                advice=_advice(error.response.status_code),
            )
        )
    if isinstance(error, httpx2.TimeoutException):
        return FetchFailed(say("{place} did not answer in time. {check}", place=place.subject, check=CHECK))
    if isinstance(error, (httpx2.HTTPError, Broken)):
        return FetchFailed(
            say(
                "{place} cannot be reached ({error}). {check}",
                place=place.subject,
                error=in_short(error).rstrip("."),
                check=CHECK,
            )
        )
    if isinstance(error, ValueError):
        return FetchFailed(
            say(
                "{place} answered something that is not a list of files: something between here and the hub may "
                "answer in its place (a proxy, a log-in page).",
                place=place.subject,
            )
        )
    return FetchFailed(say("{place} answered something unexpected ({why}).", place=place.subject, why=reason(error)))


def _advice(status: int) -> str:
    """An HTTP status and what to do about it."""
    if status in (401, 403):
        return say(
            "{status}: sign in with `hf auth login`, or set HF_TOKEN to a token that may read this model", status=status
        )
    if status == 429:
        return say("429, too many requests from here: wait some minutes, or sign in with `hf auth login`")
    return say("{status}: try again later", status=status)
