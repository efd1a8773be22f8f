"""Files of a hub's repository: resumed where they were cut off, given up when nothing comes, checked by their hashes.

huggingface_hub's own `hf_hub_download` starts again from nothing since it names its partial files by chance, and its
`http_get` waits a minute for a hub that fell silent, in which nobody can stop it. So its client (with the person's
proxy, certificates and token) is read from here, in a thread of its own: the reader can be stopped at any time.
"""

from __future__ import annotations

import hashlib
import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import FetchFailed
from engine.models import disk
from engine.models.words import Progress, Stop, check, sha256_of
from engine.sentences import say

ANSWER_WITHIN = 8.0  # seconds without a byte until the hub counts as not answering
_LOOK_EVERY = 0.1  # seconds between two looks whether a person asked for the end
_AHEAD = 64  # pieces of at most 64 kB read before they are written


@dataclass(frozen=True)
class RemoteFile:
    """One file to fetch."""

    repo: str
    revision: str
    name: str
    size: int
    sha256: str | None  # large files only
    git_sha1: str | None  # the others: what git names the file's content by


class Broken(Exception):
    """The connection ended before the file did."""


def patiently(work: Callable[[], Any], stop: Stop, within: float) -> Any:
    """Run `work` in a thread of its own and give up on it (it is a daemon) when the time is over.

    Raises:
        TimeoutError: the time is over. Stopped: a person asked for the end. Whatever `work` raises.
    """
    results: queue.Queue[Any] = queue.Queue(1)
    _begin(lambda: results.put(_outcome(work)))
    found = _awaited(results, stop, within)
    if isinstance(found, Exception):
        raise found
    return found


def _begin(work: Callable[[], None]) -> None:
    threading.Thread(target=work, name="orrery-hub", daemon=True).start()


def _outcome(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - handed over to the thread that waits, which raises it
        return error


def _awaited(results: queue.Queue[Any], stop: Stop, within: float) -> Any:
    waited = 0.0
    while True:
        check(stop)
        try:
            return results.get(timeout=min(_LOOK_EVERY, within))
        except queue.Empty:
            waited += _LOOK_EVERY
            if waited >= within:
                raise TimeoutError from None


def fetch_file(file: RemoteFile, folder: Path, before: int, total: int, doing: str, progress: Progress, stop: Stop,
               endpoint: str | None) -> None:  # fmt: skip
    """Bring `file` to `folder`, whole and with the right hash, or not at all.

    Large files continue what an earlier attempt left. `before` bytes of `total` are there already.

    Raises:
        FetchFailed: the bytes are wrong, or the hub fell silent. Stopped: a person asked for the end.
        OSError: the disk refused. What huggingface_hub and httpx2 raise where the hub refuses.
    """
    target, part = folder / file.name, folder / f"{file.name}.part"
    if target.is_file():
        return
    start = part.stat().st_size if file.sha256 and part.is_file() and part.stat().st_size <= file.size else 0
    try:
        with part.open("r+b" if start else "wb") as sink:
            _fill(file, sink, start, lambda done: progress(doing, before + done, total), stop, endpoint)
    except OSError as error:
        if disk.is_full(error):
            part.unlink(missing_ok=True)  # the room it takes is what a person needs now
        raise
    found = _hash_of(file, part, progress, stop)
    if found != (file.sha256 or file.git_sha1):
        part.unlink()
        if start:  # what an earlier attempt left was not a part of it: a clean start
            fetch_file(file, folder, before, total, doing, progress, stop, endpoint)
            return
        raise FetchFailed(
            say(
                "{name} of {repo} arrived with a wrong hash ({sha256}… expected, {found}… met) and was thrown "
                "away. Try again later or from another network.",
                name=file.name,
                repo=file.repo,
                sha256=(file.sha256 or file.git_sha1 or "")[:12],
                found=(found or "")[:12],
            )
        )
    part.replace(target)


def _hash_of(file: RemoteFile, part: Path, progress: Progress, stop: Stop) -> str | None:
    """The file's SHA-256 where the hub tells that, else git's SHA-1 of it; None where it tells neither."""
    if file.sha256:
        return sha256_of(part, say("Checking {name}", name=file.name), progress, stop)
    if file.git_sha1 is None:
        return None
    data = part.read_bytes()  # a few megabytes
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _fill(
    file: RemoteFile, sink: Any, start: int, told: Callable[[int], None], stop: Stop, endpoint: str | None
) -> None:
    """Write what lacks of the file; a connection that breaks off is opened again as long as it brings anything."""
    sink.seek(start)
    while start < file.size:
        began = start
        try:
            for at, chunk in _chunks(file, start, stop, endpoint):
                if at != sink.tell():  # the hub sent all of it though a part was asked for
                    sink.seek(at)
                    sink.truncate()
                sink.write(chunk)
                start = sink.tell()
                told(min(start, file.size))
            break
        except Broken as error:
            sink.flush()
            if start <= began:
                raise FetchFailed(
                    say(
                        "The connection to the hub broke off in {name} of {repo} ({error}). Try again; what came so "
                        "far is kept.",
                        name=file.name,
                        repo=file.repo,
                        error=error,
                    )
                ) from error
        except TimeoutError:
            raise FetchFailed(
                say(
                    "The hub sent nothing of {name} of {repo} for {answer_within:.0f} seconds. Try again; what came "
                    "so far is kept.",
                    name=file.name,
                    repo=file.repo,
                    answer_within=ANSWER_WITHIN,
                )
            ) from None
    if start != file.size:
        raise FetchFailed(
            say(
                "{name} of {repo} has {size:,} bytes, but {start:,} came: something between here and the hub may "
                "answer in its place (a proxy, a log-in page). Try again later or from another network.",
                name=file.name,
                repo=file.repo,
                size=file.size,
                start=start,
            )
        )


def _chunks(file: RemoteFile, start: int, stop: Stop, endpoint: str | None) -> Iterator[tuple[int, bytes]]:
    """Pieces of the file from byte `start`, each with its place; a piece beyond the file's end is the last."""
    pieces: queue.Queue[Any] = queue.Queue(_AHEAD)
    ended = threading.Event()
    _begin(lambda: _read(file, start, pieces, ended, endpoint))
    try:
        while (piece := _awaited(pieces, stop, ANSWER_WITHIN)) is not None:
            if isinstance(piece, Exception):
                raise piece
            yield piece
            if piece[0] + len(piece[1]) > file.size:
                return
    finally:
        ended.set()


def _read(file: RemoteFile, start: int, pieces: queue.Queue[Any], ended: threading.Event, endpoint: str | None) -> None:
    """The thread's part: put (place, bytes) into `pieces`, then None or an exception."""

    def hand_over(piece: Any) -> None:
        while not ended.is_set():
            try:
                pieces.put(piece, timeout=_LOOK_EVERY)
                return
            except queue.Full:
                continue

    try:
        for piece in _stream(file, start, endpoint):
            hand_over(piece)
            if ended.is_set():
                return
        hand_over(None)
    except Exception as error:  # noqa: BLE001 - handed over to the thread that waits, which raises it
        hand_over(error)


def _stream(file: RemoteFile, start: int, endpoint: str | None) -> Iterator[tuple[int, bytes]]:
    import httpx2

    from engine.libraries import huggingface_hub_inside as hub

    url = hub.address_of(file.repo, file.name, file.revision, endpoint)
    headers = hub.headers()
    if file.sha256:
        headers["Accept-Encoding"] = "identity"  # a part of compressed bytes is no part of the file
    if start:
        headers["Range"] = f"bytes={start}-"
    try:
        with hub.session().stream("GET", url, headers=headers, timeout=ANSWER_WITHIN) as response:
            hub.require_answered(response)
            at = start if response.status_code == 206 else 0
            for chunk in response.iter_bytes():  # as they come, so that none is lost where it breaks off
                yield at, chunk
                at += len(chunk)
    except httpx2.TimeoutException:
        raise TimeoutError from None
    except (httpx2.NetworkError, httpx2.RemoteProtocolError) as error:
        raise Broken(str(error) or type(error).__name__) from error
