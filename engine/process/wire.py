"""Messages over a pipe without copying their arrays: pickle protocol 5 with the arrays' bytes sent beside the pickle.

A chunk of a long prompt carries tens of megabytes. Pickled in band it would be copied three times; out of band it is
written to the pipe from where it lies and rebuilt on the bytes as they arrived, read-only for free. Only the two ends
of a pipe this program made ever meet here: nothing is unpickled from a file or a network.
"""

from __future__ import annotations

import os
import pickle
import struct
from multiprocessing.connection import Connection
from typing import Any

Packed = list[bytes | memoryview]

_TOGETHER = 2**20  # bytes up to which a message is copied into one piece
_ALIGNED = 16  # bytes at whose multiples the arrays in it begin


def pack(message: Any) -> Packed:
    """`message` as its pickle followed by the bytes of its contiguous arrays."""
    buffers: list[pickle.PickleBuffer] = []
    head = pickle.dumps(message, protocol=5, buffer_callback=buffers.append)
    return [head, *(buffer.raw() for buffer in buffers)]


def send(connection: Connection, packed: Packed) -> None:
    """Write what `pack` made. Raises OSError when the other end has gone.

    The record of a token goes as one message: a dozen small ones would wake the reader a dozen times, and on few cores
    each waking takes one from the model's threads. What is long is written from where it lies.
    """
    sizes = [memoryview(part).nbytes for part in packed]
    head = struct.pack(f"<I{len(sizes)}Q", len(sizes), *sizes)
    if sum(sizes) > _TOGETHER:
        connection.send_bytes(head)
        for part in packed:
            _write(connection, memoryview(part).cast("B"))
        return
    pieces: list[bytes | memoryview] = []
    for part, size in zip((head, *packed), (len(head), *sizes), strict=True):
        pieces += (part, bytes(-size % _ALIGNED))
    connection.send_bytes(b"".join(pieces))


def receive(connection: Connection) -> Any:
    """The next message. Raises EOFError or OSError when the other end has gone, also in the midst of a message."""
    first = connection.recv_bytes()
    count = int.from_bytes(first[:4], "little")
    sizes = struct.unpack_from(f"<{count}Q", first, 4)
    parts: Packed = []
    if sum(sizes) > _TOGETHER:
        parts = [_read(connection, size) for size in sizes]
    else:
        whole, start = memoryview(first), 4 + 8 * count
        for size in sizes:
            start += -start % _ALIGNED
            parts.append(whole[start : start + size])
            start += size
    return pickle.loads(parts[0], buffers=parts[1:])  # noqa: S301 - both ends of the pipe are this program


# A connection gathers what it reads in pieces of which each is first as large as all that is missing; read into one
# place, a long message arrives in half the time. Windows' pipes have no such call.
_IN_PLACE = hasattr(os, "readv")


def _write(connection: Connection, part: memoryview) -> None:
    if not _IN_PLACE:
        connection.send_bytes(part)
        return
    while part:
        part = part[os.write(connection.fileno(), part) :]


def _read(connection: Connection, size: int) -> bytes | memoryview:
    if not _IN_PLACE:
        return connection.recv_bytes()
    whole = memoryview(bytearray(size))
    missing = whole
    while missing:
        arrived = os.readv(connection.fileno(), [missing])
        if not arrived:
            raise EOFError
        missing = missing[arrived:]
    return whole.toreadonly()
