"""A person's own text file, or the text files of a folder, as the background of a space of states.

Any encoding is read: what begins with a byte order mark as that says, what is UTF-8 as UTF-8, what has every other byte
zero as UTF-16, and the rest as Windows-1252, which gives a letter for every byte. Files that are no text are passed
over. Of a file no more is read than its share of the states can need, so a file of a gigabyte costs no more than a
small one; how much was read is said.
"""

from __future__ import annotations

import codecs
import os
from dataclasses import dataclass
from pathlib import Path

from engine.errors import InputRefused, in_short
from engine.maps.sample import SampleText
from engine.records import MOST_STATES
from engine.sentences import say, together

MOST_FILES = 1000  # of a folder
BYTES_A_TOKEN = 12  # no more are read: the densest text takes about 5
_LOOKED_AT = 8192  # bytes from which a file's kind is told
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
          (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip


@dataclass(frozen=True)
class OwnTexts:
    """The texts as far as they were read; `size` and `read` are bytes of the files used."""

    texts: tuple[SampleText, ...]
    size: int
    read: int
    passed_over: int = 0  # files that are no text, are empty, or are more than `MOST_FILES`
    encodings: tuple[str, ...] = ()

    def used(self, part: float) -> str:
        """Which part it is, where `part` of the tokens that were read are used, in a sentence."""
        n, share = len(self.texts), part * self.read / max(self.size, 1)
        files = {"n": n, "size": self.size / 1e6, "encodings": ", ".join(self.encodings)}
        if share >= 1:
            one = say("All text of the file is used ({size:,.2f} MB, {encodings}).", **files)
            several = say("All text of {n:,} files is used ({size:,.2f} MB, {encodings}).", **files)
        else:
            files["share"] = 100 * share
            one = say("The first {share:.2g}\xa0% of the file is used ({size:,.2f} MB, {encodings}).", **files)
            several = say(
                "The first {share:.2g}\xa0% of each of the {n:,} files is used ({size:,.2f} MB, {encodings}).", **files
            )
        said = one if n == 1 else several
        if self.passed_over == 1:
            return together(said, say("1 other was passed over (empty, or no text)."))
        if self.passed_over:
            return together(said, say("{n:,} others were passed over (empty, or no text).", n=self.passed_over))
        return said


def own_texts(path: Path, most: int = MOST_STATES) -> OwnTexts:
    """The texts at `path`, each read as far as `most` tokens shared among them can need.

    Raises:
        InputRefused: there is nothing there, it cannot be read, or it holds no text.
    """
    paths, size_of = _files(path)
    root = path if path.is_dir() else path.parent
    known = [file for file in paths if size_of[file]]
    chosen = known[:MOST_FILES]
    found: list[SampleText] = []
    size = read = 0
    encodings: dict[str, None] = {}
    room = most * BYTES_A_TOKEN
    for rank, file in enumerate(sorted(chosen, key=lambda each: size_of[each])):
        share = max(room // (len(chosen) - rank), 1)
        data = _beginning(file, share)
        text, encoding = decoded(data, whole=len(data) == size_of[file])
        if text is None or not text.strip():
            continue
        room -= len(data)
        size, read = size + size_of[file], read + len(data)
        encodings[encoding] = None
        found.append(SampleText(file.suffix.lstrip(".").lower() or "txt", str(file.relative_to(root)), text))
    if not found:
        name = in_short(path.name, 80)
        if known:
            what = say("{name} holds no text. Choose a text file, or a folder of text files.", name=name)
        elif path.is_file():
            what = say("{name} is empty. Choose a text file, or a folder of text files.", name=name)
        else:
            what = say(
                "{name} holds no files with anything in them. Choose a text file, or a folder of text files.", name=name
            )
        raise InputRefused(what)
    found.sort(key=lambda each: each.title)
    return OwnTexts(tuple(found), size, read, len(paths) - len(found), tuple(encodings))


def decoded(data: bytes, whole: bool = True) -> tuple[str | None, str]:
    """The text in `data` and the name of its encoding; None where it is no text. A cut last letter is dropped."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _incremental(data, name, whole), name.removesuffix("-sig")
    zeros = data[:_LOOKED_AT]
    if b"\0" in zeros:
        for name, high in (("utf-16-le", zeros[1::2]), ("utf-16-be", zeros[0::2])):
            if high.count(0) > 0.3 * len(high):
                text = _incremental(data, name, whole)
                controls = sum(ord(letter) < 9 or 13 < ord(letter) < 32 for letter in text[:_LOOKED_AT])
                if controls <= 0.02 * min(len(text), _LOOKED_AT):
                    return text, name[:6]
        return None, ""
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(data, final=whole), "utf-8"
    except UnicodeDecodeError:
        controls = sum(byte < 9 or (13 < byte < 32 and byte != 27) for byte in zeros)
        if controls > 0.02 * len(zeros):
            return None, ""
        return data.decode("cp1252", "replace"), "windows-1252"


def _incremental(data: bytes, name: str, whole: bool) -> str:
    return codecs.getincrementaldecoder(name)("replace").decode(data, final=whole)


def _files(path: Path) -> tuple[list[Path], dict[Path, int]]:
    """Files below `path` in the order of their names, hidden ones left out, and their sizes."""
    sizes: dict[Path, int] = {}
    try:
        if path.is_dir():
            for folder, below, names in os.walk(path):
                below[:] = sorted(name for name in below if not name.startswith("."))
                for name in sorted(names):
                    file = Path(folder, name)
                    if not name.startswith(".") and file.is_file():
                        sizes[file] = file.stat().st_size
                if len(sizes) > 20 * MOST_FILES:
                    break
        elif path.is_file():
            sizes[path] = path.stat().st_size
        else:
            raise InputRefused(
                say("There is no text file or folder {path}. Choose another one.", path=in_short(path, 120))
            )
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or say("no such name")
        raise InputRefused(
            say("{path} cannot be read ({why}). Choose another file or folder.", path=in_short(path, 120), why=why)
        ) from error
    return list(sizes), sizes


def _beginning(file: Path, most: int) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(most)
    except OSError:
        return b""
