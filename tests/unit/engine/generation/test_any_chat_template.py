"""Chat templates of any content: a prompt, or a sentence, in bounded time."""

from __future__ import annotations

import pytest

from engine.errors import InputRefused
from engine.generation import chat_template
from engine.generation.chat_template import CHARACTERS, in_template
from tests.helpers.fuzz import drawn, read_or_refused
from tests.helpers.strategies.templates import CHATML, templates
from tests.helpers.strategies.values import texts


class Tokenizer:
    """As much of one as is asked here."""

    def __init__(self, template: object) -> None:
        self.chat_template = template
        self.special_tokens_map = {"bos_token": "<s>", "eos_token": "</s>"}

    def get_chat_template(self) -> object:
        """As transformers chooses among several."""
        return self.chat_template["default"] if isinstance(self.chat_template, dict) else self.chat_template


def test_any_chat_template(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat_template, "SECONDS", 1.0)

    def used(template: object, prompt: str) -> None:
        text = in_template(Tokenizer(template), prompt)
        assert isinstance(text, str)
        assert len(text) <= CHARACTERS + 8 * len(prompt)

    @drawn(4, 0.01, templates, texts)
    def check(template: object, prompt: str) -> None:
        read_or_refused("chat template", lambda: used(template, prompt), InputRefused)

    used(CHATML, "Hi")
    check()
