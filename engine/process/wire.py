"""Messages over a pipe without copying their arrays: pickle protocol 5 with the arrays' bytes sent beside the pickle.

A chunk of a long prompt carries tens of megabytes. Pickled in band it would be copied three times; out of band it is
written to the pipe from where it lies and rebuilt on the bytes as they arrived, read-only for free. Only the two ends
of a pipe this program made ever meet here: nothing is unpickled from a file or a network.
"""

from __future__ import annotations

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
            connection.send_bytes(part)
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
        parts = [connection.recv_bytes() for _ in range(count)]
    else:
        whole, start = memoryview(first), 4 + 8 * count
        for size in sizes:
            start += -start % _ALIGNED
            parts.append(whole[start : start + size])
            start += size
    return pickle.loads(parts[0], buffers=parts[1:])  # noqa: S301 - both ends of the pipe are this program
