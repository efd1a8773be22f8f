"""PNG written in stripes: a picture of any height takes no more memory than one of them.

Qt writes whole images only. The filter of each row is "up" (RFC 2083), which numpy does at once; texts are iTXt, which
holds any language. The same picture and texts give the same bytes.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterable, Mapping

import numpy as np

from engine.records import U8

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_UP = 2
LEVEL = 6  # of compression


def write_png(
    write: Callable[[bytes], None],
    size: tuple[int, int],
    stripes: Iterable[U8],
    dots_per_metre: int,
    texts: Mapping[str, str],
) -> None:
    """Write a picture of (width, height) pixels, given as stripes [rows, width, 3 or 4] uint8 from the top.

    `texts` are keyed by names of 1 to 79 letters. Raises what `write` raises.
    """
    width, height = size
    packer, above, begun = zlib.compressobj(LEVEL), np.zeros(0, np.uint8), False
    for stripe in stripes:
        rows, depth = stripe.shape[0], stripe.shape[2]
        if not begun:
            begun, above = True, np.zeros(width * depth, np.uint8)
            kind = 6 if depth == 4 else 2
            write(SIGNATURE + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)))
            write(_chunk(b"pHYs", struct.pack(">IIB", dots_per_metre, dots_per_metre, 1)))
            for name, text in texts.items():
                write(_chunk(b"iTXt", _text(name, text)))
        flat = stripe.reshape(rows, width * depth)
        filtered = np.empty((rows, width * depth + 1), np.uint8)
        filtered[:, 0] = _UP
        filtered[0, 1:] = flat[0] - above
        filtered[1:, 1:] = flat[1:] - flat[:-1]
        above = flat[-1].copy()
        if packed := packer.compress(filtered.tobytes()):
            write(_chunk(b"IDAT", packed))
    write(_chunk(b"IDAT", packer.flush()) + _chunk(b"IEND", b""))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _text(name: str, text: str) -> bytes:
    """Keyword, not compressed, no language, no translated keyword, text."""
    return name.encode("latin-1", "replace")[:79] + b"\x00\x00\x00\x00\x00" + text.encode("utf-8", "replace")


def texts_in(data: bytes) -> dict[str, str]:
    """The texts that a PNG holds as iTXt which is not compressed; nothing where it is no whole PNG."""
    found: dict[str, str] = {}
    at = len(SIGNATURE)
    if not data.startswith(SIGNATURE):
        return found
    while at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + length]
        if kind == b"iTXt":
            name, _, rest = body.partition(b"\x00")
            if rest[:1] == b"\x00":
                found[name.decode("latin-1")] = rest[2:].split(b"\x00", 2)[-1].decode("utf-8", "replace")
        at += 12 + length
    return found
