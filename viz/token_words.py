"""What a token is, in the person's language: its kind, and beyond doubt for a hover."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.records import Vocabulary
from viz.lab import QT_TRANSLATE_NOOP
from viz.token_text import EMPTY, is_utf8, isolated

KINDS = (  # those of `engine.records.TOKEN_KINDS`
    QT_TRANSLATE_NOOP("token_kinds", "word start"),
    QT_TRANSLATE_NOOP("token_kinds", "continuation"),
    QT_TRANSLATE_NOOP("token_kinds", "digit"),
    QT_TRANSLATE_NOOP("token_kinds", "punctuation"),
    QT_TRANSLATE_NOOP("token_kinds", "code"),
    QT_TRANSLATE_NOOP("token_kinds", "white space"),
    QT_TRANSLATE_NOOP("token_kinds", "other script"),
    QT_TRANSLATE_NOOP("token_kinds", "bytes"),
    QT_TRANSLATE_NOOP("token_kinds", "special"),
)


def exact(vocabulary: Vocabulary | None, token_id: int) -> str:
    """What a token is beyond doubt, for a hover: its text or bytes quoted, id, bytes and kind."""
    if vocabulary is None or not 0 <= token_id < len(vocabulary):
        return QCoreApplication.translate("token_text", "token {id}").format(id=token_id)
    raw = vocabulary.raw(token_id)
    quoted = repr(raw.decode("utf-8")) if is_utf8(raw) else repr(raw)
    sentence = QCoreApplication.translate("token_text", "{quoted} · token {id} · bytes {bytes} · {kind}")
    return sentence.format(
        quoted=isolated(quoted),
        id=token_id,
        bytes=raw.hex(" ").upper() or EMPTY,
        kind=kind_in_words(vocabulary, token_id),
    )


def kind_in_words(vocabulary: Vocabulary, token_id: int) -> str:
    """The token's kind in the person's language."""
    return QCoreApplication.translate("token_kinds", vocabulary.kind(token_id))
