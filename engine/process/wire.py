"""Messages over a pipe without copying their arrays: pickle protocol 5 with the arrays' bytes sent beside the pickle.

A chunk of a long prompt carries tens of megabytes. Pickled in band it would be copied three times; out of band it is
written to the pipe from where it lies and rebuilt on the bytes as they arrived, read-only for free. Only the two ends
of a pipe this program made ever meet here: nothing is unpickled from a file or a network.
"""

from __future__ import annotations

import pickle
from multiprocessing.connection import Connection
from typing import Any

Packed = list[bytes | memoryview]


def pack(message: Any) -> Packed:
    """`message` as its pickle followed by the bytes of its contiguous arrays."""
    buffers: list[pickle.PickleBuffer] = []
    head = pickle.dumps(message, protocol=5, buffer_callback=buffers.append)
    return [head, *(buffer.raw() for buffer in buffers)]


def send(connection: Connection, packed: Packed) -> None:
    """Write what `pack` made. Raises OSError when the other end has gone."""
    connection.send_bytes(len(packed).to_bytes(4, "little"))
    for part in packed:
        connection.send_bytes(part)


def receive(connection: Connection) -> Any:
    """The next message. Raises EOFError or OSError when the other end has gone, also in the midst of a message."""
    count = int.from_bytes(connection.recv_bytes(), "little")
    parts = [connection.recv_bytes() for _ in range(count)]
    return pickle.loads(parts[0], buffers=parts[1:])  # noqa: S301 - both ends of the pipe are this program
