"""Makes the bundled text: the six novels out of Debian's package `r-cran-janeaustenr`, in the form that Orrery ships.

A Debian package is an `ar` archive with a compressed tar in it. In that, R keeps the novels in one file (`Rdata.rdb`),
one after the other: the length of what follows, big endian, and a zlib stream of R's own serialisation, of which a
vector of strings, one for each line of the book, is all that is read here. Lines of a paragraph are joined, so that a
line is a paragraph, and a publisher's note of our days at the end of one is left out; nothing else is changed.
"""

from __future__ import annotations

import io
import lzma
import struct
import tarfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from engine.errors import InputRefused, reason
from engine.labkit.books import BETWEEN
from engine.sentences import say

DATA: Final = "site-library/janeaustenr/data/Rdata.rdb"
BOOKS: Final = 6
CHARACTER, STRINGS = 9, 16  # types of R's serialisation: CHARSXP and STRSXP
TYPE: Final = 0xFF  # bits of a header that hold its type
NOTE: Final = "\nA NOTE ON THE TEXT\n"  # by a later publisher, at the end of a book: it is not the author's
_AR, _HEADER = b"!<arch>\n", 60  # what an ar archive begins with, and bytes before each of its members


def make_text(package: Path) -> bytes:
    """The bundled file's bytes.

    Raises:
        InputRefused: it is not that package, or another version of it.
    """
    try:
        data = _member(_tar(package.read_bytes()))
        texts = [_paragraphs(lines) for lines in _vectors(data)]
    except (OSError, ValueError, struct.error, lzma.LZMAError, zlib.error, tarfile.TarError) as error:
        raise InputRefused(
            say(
                "{path} is not Debian's package r-cran-janeaustenr ({why}). Fetch it with “apt-get download "
                "r-cran-janeaustenr” and name the file.",
                path=package,
                why=reason(error),
            )
        ) from error
    if len(texts) != BOOKS:
        raise InputRefused(
            say("{path} holds {n} books, not {most}: it is another version of the package.", path=package,
                n=len(texts), most=BOOKS)
        )  # fmt: skip
    return lzma.compress(BETWEEN.join(texts).encode(), preset=9 | lzma.PRESET_EXTREME)


def _tar(archive: bytes) -> bytes:
    """The tar, still compressed, of a Debian package's files. Raises ValueError."""
    if not archive.startswith(_AR):
        raise ValueError(say("it is not a package"))
    at = len(_AR)
    while at + _HEADER <= len(archive):
        name, size = archive[at : at + 16].decode("ascii", "replace").strip(), int(archive[at + 48 : at + 58])
        at += _HEADER
        if name.startswith("data.tar"):
            return archive[at : at + size]
        at += size + size % 2
    raise ValueError(say("it has no files in it"))


def _member(compressed: bytes) -> bytes:
    """The file with the novels. Raises ValueError."""
    with tarfile.open(fileobj=io.BytesIO(compressed)) as tar:
        for member in tar:
            if member.name.endswith(DATA) and (file := tar.extractfile(member)) is not None:
                return file.read()
    raise ValueError(say("it has no novels in it"))


def _vectors(data: bytes) -> Iterator[list[str]]:
    """The vectors of strings in a file of R's lazily loaded data. Raises struct.error, zlib.error, ValueError."""
    at = 0
    while at < len(data):
        (size,) = struct.unpack_from(">I", data, at)
        stream = zlib.decompressobj()
        raw = stream.decompress(data[at + 4 :])
        if len(raw) != size:
            raise ValueError(say("a piece has another length than it says"))
        at = len(data) - len(stream.unused_data)
        yield _strings(raw)


def _strings(raw: bytes) -> list[str]:
    """One vector of strings in R's binary serialisation (R Internals, section 1.8)."""
    if not raw.startswith(b"X\n"):
        raise ValueError(say("it is not a serialised value of R"))
    (version,) = struct.unpack_from(">i", raw, 2)
    at = 14  # after the versions of the format, of R, and of the oldest R that reads it
    if version >= 3:
        (length,) = struct.unpack_from(">i", raw, at)  # of the name of the encoding
        at += 4 + length
    kind, count = struct.unpack_from(">ii", raw, at)
    at += 8
    if kind & TYPE != STRINGS:
        raise ValueError(say("a value is not a vector of texts"))
    found = []
    for _ in range(count):
        kind, length = struct.unpack_from(">ii", raw, at)
        if kind & TYPE != CHARACTER:
            raise ValueError(say("a value is not a vector of texts"))
        at += 8
        found.append(raw[at : at + max(length, 0)].decode())
        at += max(length, 0)
    return found


def _paragraphs(lines: list[str]) -> str:
    """The lines of each paragraph joined by spaces: an empty line ends one."""
    joined: list[str] = []
    inside = False
    for line in (" ".join(line.split()) for line in lines):
        if line and inside:
            joined[-1] += f" {line}"
        elif line:
            joined.append(line)
        inside = bool(line)
    return ("\n".join(joined) + "\n").partition(NOTE)[0].rstrip() + "\n"
