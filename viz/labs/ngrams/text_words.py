"""What is said of a text made by a table: its heading, its rows, and one piece of it."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from viz.charts.numbers import bits, fixed, percent
from viz.labs.ngrams.choices import sign
from viz.labs.ngrams.text_frame import MODEL, SHOWS, Row, TextFrame
from viz.labs.ngrams.words import in_context, large
from viz.plural import plural

translate = QCoreApplication.translate  # by this name its texts are collected


def heading(frame: TextFrame) -> str:
    """What is shown."""
    if frame.show == SHOWS[0]:
        return translate("Ngrams", "“{prompt}…” continued by each table").format(prompt=frame.prompt.strip())
    return translate("Ngrams", "The same sentence under each table: how surprising it is")


def name_of(frame: TextFrame, row: Row) -> str:
    """Whose row it is."""
    return frame.model if row.n == MODEL else translate("Ngrams", "n = {n}").format(n=row.n)


def row_said(frame: TextFrame, row: Row) -> str:
    """A row for a screen reader."""
    if frame.show == SHOWS[1]:
        said = translate("Ngrams", "{name}: {bits} bits per character")
        return said.format(name=name_of(frame, row), bits=fixed(row.mean, 2))
    text = "".join(row.pieces).strip()
    if row.line is None:
        return translate("Ngrams", "{name}: {text}").format(name=name_of(frame, row), text=text)
    said = translate("Ngrams", "{name}, {share} forced: {text}")
    return said.format(name=name_of(frame, row), share=percent(row.line.forced), text=text)


def told(frame: TextFrame, at_row: int, piece: int) -> str:
    """What is said of one piece."""
    if at_row >= len(frame.rows) or not 0 <= piece < len(frame.rows[at_row].pieces):
        return ""
    row = frame.rows[at_row]
    text = sign(row.pieces[piece])
    if frame.show == SHOWS[1]:
        return _surprise(frame, row, piece, text)
    if row.line is None:
        return translate("Ngrams", "“{piece}”, drawn by {name} at temperature 1").format(
            piece=text, name=name_of(frame, row)
        )
    return _choice(row, piece, text)


def _surprise(frame: TextFrame, row: Row, piece: int, text: str) -> str:
    value, n = float(row.bits[piece]), len(row.pieces[piece])
    if not math.isfinite(value):
        return translate(
            "Ngrams", "{name}, “{piece}”: no probability is known, since it stands first or is not in the text at all."
        ).format(name=name_of(frame, row), piece=text)
    said = translate("Ngrams", "{name}, “{piece}”: {bits} bits, {each} for each of {n} character(s)", "", n)
    return plural(said, n).format(
        name=name_of(frame, row), piece=text, bits=bits(value * n), each=fixed(value, 2), n=n
    )  # fmt: skip


def _choice(row: Row, piece: int, text: str) -> str:
    line = row.line
    if line is None:
        return ""
    used, n, times = int(line.used[piece]), int(line.choices[piece]), int(line.times[piece])
    passage = row.passage(piece)
    if n > 1 or passage is None:
        return translate(
            "Ngrams", "“{piece}”: one of {n} that the table of {used} offers here, seen {times} times together."
        ).format(piece=text, n=large(n), used=used, times=large(times))
    if times == 1:
        said = translate(
            "Ngrams",
            "“{piece}” is forced: what stands before occurs once in the whole text, and is copied from there.\n{where}",
        )
    else:
        said = translate(
            "Ngrams",
            "“{piece}” is forced: what stands before occurs {times} times, and nothing else ever follows. For "
            "example:\n{where}",
        )
    return said.format(piece=text, times=large(times), where=in_context(passage))
