"""A model from the hub: safetensors, configuration and tokenizer files only, resumed where it was cut off.

The first question (which files, how large, which hashes) also finds out whether the hub answers at all; it runs in
a thread of its own because looking up a name can hang for longer than any time-out of a connection. Files grow in a
folder that a later attempt finds again; large ones continue where they ended, and are checked against the hub's
SHA-256. huggingface_hub's own `hf_hub_download` starts again from nothing since it names its partial files by
chance, so its lower half, `http_get`, is used. HF_ENDPOINT, HF_HUB_OFFLINE and the person's token are honoured.
"""

from __future__ import annotations

import os
import re
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from engine.errors import FetchFailed, ModelNotFound, ModelUnusable, OrreryError
from engine.models import disk, store, weights
from engine.models.catalogue import HubPlace
from engine.models.words import Progress, Stop, check, sha256_of

ANSWER_WITHIN = 8.0  # seconds until the hub counts as not answering

_SMALL = {
    *("config.json", "generation_config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json"),
    *("added_tokens.json", "vocab.json", "merges.txt", "tokenizer.model", "spiece.model"),
    *("chat_template.jinja", "chat_template.json", "model.safetensors.index.json"),
}
_SHARD = re.compile(r"model(-\d{5}-of-\d{5})?\.safetensors")


@dataclass(frozen=True)
class RemoteFile:
    """One file to fetch."""

    name: str
    size: int
    sha256: str | None  # large files only


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
    progress(f"Asking {place.words}", 0, 0)
    listing = _listing(place)
    part = store.models_folder() / f".part-hub-{store.folder_for(name, listing.revision).name}"
    part.mkdir(exist_ok=True)
    done_before = disk.size_of(part)
    disk.need(part, max(0, listing.n_bytes - done_before), f"Fetching {name}")
    done = 0
    with disk.telling(part, f"Fetching {name}"):
        for file in listing.files:
            check(stop)
            _fetch_file(listing, file, part, _Share(done, listing.n_bytes, f"Fetching {name}", progress, stop))
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
            store.remember(folder / file.name, sha256=file.sha256)
    return folder


# -- the first question ------------------------------------------------------------------------------------------


def _listing(place: HubPlace) -> Listing:
    """Ask in a thread, and give up on it (it is a daemon) when the time is over."""
    answer: list[Any] = []

    def ask() -> None:
        try:
            answer.append(_ask(place))
        except Exception as error:  # noqa: BLE001 - handed over to the thread that waits, which raises it
            answer.append(error)

    thread = threading.Thread(target=ask, name="orrery-hub", daemon=True)
    thread.start()
    thread.join(ANSWER_WITHIN)
    if not answer:
        raise FetchFailed(f"{place.subject} did not answer within {ANSWER_WITHIN:.0f} seconds.")
    if isinstance(answer[0], Exception):
        raise _in_words(place, answer[0]) from answer[0]
    return _choose(place, answer[0])


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
            f"only pickled weights ({pickled}), which can run any program when they are opened"
            if pickled
            else "no weights in safetensors format"
        )
        raise ModelUnusable(f"{place.subject} has {why}. Choose a model with safetensors weights.")
    if not any(entry.rfilename == "config.json" for entry in chosen):
        raise ModelUnusable(f"{place.subject} has no config.json, so it is not a transformers model.")
    files = tuple(
        RemoteFile(entry.rfilename, int(entry.size or 0), entry.lfs.sha256 if entry.lfs else None)
        for entry in sorted(chosen, key=lambda entry: (bool(_SHARD.fullmatch(entry.rfilename)), entry.rfilename))
    )
    return Listing(place.repo, str(info.sha), files)


def _in_words(place: HubPlace, error: Exception) -> OrreryError:
    """The library's error as a sentence."""
    import httpx2
    from huggingface_hub import errors

    if isinstance(error, errors.GatedRepoError):
        return FetchFailed(
            f"{place.subject} is gated: sign in with `hf auth login` and accept the licence on the model's page, "
            "then try again."
        )
    if isinstance(error, (errors.RepositoryNotFoundError, errors.RevisionNotFoundError, errors.HFValidationError)):
        return ModelNotFound(f"{place.subject} does not exist, or is private. Check its name.")
    if isinstance(error, errors.OfflineModeIsEnabled):
        return FetchFailed(f"{place.subject} was not asked, because HF_HUB_OFFLINE is set.")
    if isinstance(error, errors.HfHubHTTPError):
        return FetchFailed(f"{place.subject} refused with HTTP status {error.response.status_code}. Try again later.")
    if isinstance(error, httpx2.TimeoutException):
        return FetchFailed(f"{place.subject} did not answer in time.")
    if isinstance(error, httpx2.HTTPError):
        return FetchFailed(f"{place.subject} cannot be reached from here: {error}.")
    return FetchFailed(f"{place.subject} answered something unexpected ({type(error).__name__}: {error}).")


# -- the files ---------------------------------------------------------------------------------------------------


class _Share:
    """The progress of one file as a share of all, in the shape of a tqdm bar, which is what `http_get` reports to."""

    def __init__(self, before: int, total: int, doing: str, progress: Progress, stop: Stop) -> None:
        self._done, self._total, self._doing = before, total, doing
        self._progress, self._stop = progress, stop

    def __call__(self, *, initial: int = 0, **_: object) -> _Share:
        self._done += initial
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def update(self, n: float | None = 1) -> None:
        check(self._stop)
        self._done += int(n or 0)
        self._progress(self._doing, self._done, self._total)


def _fetch_file(listing: Listing, file: RemoteFile, folder: Path, share: _Share) -> None:
    """Fetch one file, continuing what an earlier attempt left of a large one."""
    target, part = folder / file.name, folder / f"{file.name}.part"
    if target.is_file():
        return
    start = part.stat().st_size if file.sha256 and part.is_file() and part.stat().st_size <= file.size else 0
    with part.open("r+b" if start else "wb") as sink:
        sink.seek(start)
        _get(listing, file, sink, start, share)
    _accept(listing, file, part)
    part.replace(target)


def _get(listing: Listing, file: RemoteFile, sink: Any, start: int, share: _Share) -> None:
    import httpx2
    from huggingface_hub import errors, hf_hub_url
    from huggingface_hub.file_download import http_get
    from huggingface_hub.utils._headers import build_hf_headers

    url = hf_hub_url(listing.repo, file.name, revision=listing.revision, endpoint=_endpoint())
    bar: Any = share
    try:
        http_get(url, sink, resume_size=start, headers=build_hf_headers(), expected_size=file.size, tqdm_class=bar)
    except (errors.HfHubHTTPError, httpx2.HTTPError, errors.OfflineModeIsEnabled) as error:
        raise _in_words(HubPlace(listing.repo, listing.revision), error) from error
    except OSError as error:
        if error.errno is None:  # http_get's "consistency check failed": the stream ended early
            raise FetchFailed(
                f"{file.name} of {listing.repo} arrived incomplete. Try again; it will be resumed."
            ) from error
        raise


def _accept(listing: Listing, file: RemoteFile, part: Path) -> None:
    if file.sha256 is None:
        return
    found = sha256_of(part, f"Checking {file.name}")
    if found != file.sha256:
        part.unlink()
        raise FetchFailed(
            f"{file.name} of {listing.repo} arrived with a wrong hash (SHA-256 {file.sha256[:12]}… expected, "
            f"{found[:12]}… met) and was thrown away. Try again."
        )
