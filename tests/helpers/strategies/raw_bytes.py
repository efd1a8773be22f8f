"""Bytes: any, and those of a valid file that were cut, flipped, doubled or overwritten."""

from __future__ import annotations

from hypothesis import strategies as st

STARTS = (b"", b"{", b"[", b"null", b"GGUF", b"\x80\x04", b"PK\x03\x04", b"\xef\xbb\xbf{}", b"\x00" * 16, b"\xff" * 16,
          b'"', b"{}", b"[]", b"1")  # fmt: skip

raw = st.builds(lambda start, rest: start + rest, st.sampled_from(STARTS), st.binary(max_size=60))


@st.composite
def damaged_bytes(draw: st.DrawFn, valid: bytes, *, within: int | None = None) -> bytes:
    """`valid` damaged at one to three places, all of them in its first `within` bytes."""
    data, end = bytearray(valid), within or len(valid)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, max(0, min(end, len(data)) - 1)))
        what = draw(st.sampled_from(("flip", "flip", "set", "cut", "out", "in", "twice")))
        if what == "flip" and data:
            data[at] ^= 1 << draw(st.integers(0, 7))
        elif what == "set":
            part = draw(st.sampled_from((b"\x00", b"\xff", b"\xff" * 8, b"\x00" * 8, b"9", b'"', b"}", b"\x7f" * 8)))
            data[at : at + len(part)] = part
        elif what == "cut":
            del data[at:]
        elif what == "out":
            del data[at : at + draw(st.integers(1, 40))]
        elif what == "in":
            data[at:at] = draw(st.binary(min_size=1, max_size=20))
        else:
            data[at:at] = data[at : at + 50]
    return bytes(data)
