"""What may be typed: everything that can be encoded goes in unchanged, everything else gets a sentence."""

from __future__ import annotations

from typing import Any

import pytest
import tokenizers
from transformers import PreTrainedTokenizerFast

from engine.errors import InputRefused
from engine.generation.prompt import encode, open_ended, put_before, typed_twice
from tests.helpers.tiny_models import ODD_TEXTS, byte_level_tokenizer, sentencepiece_tokenizer

TEMPLATE = (
    "{% for m in messages %}<{{ m.role }}>{{ m.content }}{% endfor %}{% if add_generation_prompt %}<bot>{% endif %}"
)


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    return byte_level_tokenizer()


def _encoded(tokenizer: Any, prompt: str, **options: Any) -> list[int]:
    settings = {"chat": False, "context": 2**20, "vocab_size": len(tokenizer), **options}
    ids: list[int] = encode(tokenizer, prompt, **settings).tolist()
    return ids


@pytest.mark.parametrize("text", [*ODD_TEXTS, "a", "\x00", "naïve 🙂", "مرحبا", "你好", "\n\n"])
def test_every_text_comes_back_from_its_tokens(tokenizer: Any, text: str) -> None:
    assert tokenizer.decode(_encoded(tokenizer, text), clean_up_tokenization_spaces=False) == text


def test_an_empty_prompt_is_the_begin_token_or_refused(tokenizer: Any) -> None:
    assert _encoded(tokenizer, "") == [tokenizer.bos_token_id]
    bare = byte_level_tokenizer()
    bare.bos_token = None
    with pytest.raises(InputRefused, match="empty"):
        _encoded(bare, "")


def test_a_text_that_gives_no_tokens_is_not_called_empty() -> None:
    backend = tokenizers.Tokenizer(tokenizers.models.WordLevel({"a": 0}, unk_token="a"))
    backend.normalizer = tokenizers.normalizers.BertNormalizer()
    silent = PreTrainedTokenizerFast(tokenizer_object=backend)
    with pytest.raises(InputRefused, match="makes no token of that text"):
        _encoded(silent, "\u200b\x00")


@pytest.mark.parametrize(
    "template", ["{% for x in", "{{ raise_exception('no user here') }}", "{{ messages[9].content.x }}"]
)
def test_a_chat_template_that_fails_is_a_sentence(template: str) -> None:
    chatty = byte_level_tokenizer()
    chatty.chat_template = template
    with pytest.raises(InputRefused, match="chat template cannot be used"):
        _encoded(chatty, "Hi", chat=True)


def test_the_tokenizers_own_habit_decides_about_the_begin_token() -> None:
    tokenizer = sentencepiece_tokenizer()
    assert _encoded(tokenizer, "the cat") == tokenizer("the cat")["input_ids"]


def test_over_the_context_is_refused_with_both_counts(tokenizer: Any) -> None:
    with pytest.raises(InputRefused, match=r"11 tokens long.*at most 10.*by 1"):
        _encoded(tokenizer, "\x00" * 11, context=10)
    assert len(_encoded(tokenizer, "\x00" * 10, context=10)) == 10


def test_a_hundred_kilobytes_are_encoded_or_refused_with_counts(tokenizer: Any) -> None:
    long = "the cat sat " * 8500
    assert len(_encoded(tokenizer, long)) > 10_000
    with pytest.raises(InputRefused, match=r"at most 64"):
        _encoded(tokenizer, long, context=64)


def test_half_a_character_is_refused_and_named(tokenizer: Any) -> None:
    with pytest.raises(InputRefused, match=r"Character 3 .*U\+D83D"):
        _encoded(tokenizer, "ab\ud83d")


def test_a_token_the_model_has_no_row_for_is_refused(tokenizer: Any) -> None:
    with pytest.raises(InputRefused, match="do not belong together"):
        _encoded(tokenizer, "the cat", vocab_size=3)


def test_chat_puts_the_template_around_the_prompt(tokenizer: Any) -> None:
    with pytest.raises(InputRefused, match="chat template"):
        _encoded(tokenizer, "the cat", chat=True)
    chatty = byte_level_tokenizer()
    chatty.chat_template = TEMPLATE
    assert chatty.decode(_encoded(chatty, "the cat", chat=True)) == "<user>the cat<bot>"
    assert chatty.decode(_encoded(chatty, "the cat")) == "the cat"


def _framed(kind: str, **flags: bool) -> Any:
    """A tokenizer that puts tokens before and behind a text, as its flags say."""
    made = sentencepiece_tokenizer() if kind == "sentencepiece" else byte_level_tokenizer()
    backend = made.backend_tokenizer
    if kind == "byte-level":
        backend.add_special_tokens(["<s>", "</s>"])
    return PreTrainedTokenizerFast(tokenizer_object=backend, bos_token="<s>", eos_token="</s>", **flags)


KINDS = pytest.mark.parametrize("kind", ["byte-level", "sentencepiece"])


@KINDS
@pytest.mark.parametrize("text", ["the cat sat", "", "a", "</s>", "the</s>", "aaa", "<s>a"])
@pytest.mark.parametrize("begins", [False, True])
def test_an_end_that_nobody_typed_is_left_out_and_one_that_was_typed_stays(kind: str, text: str, begins: bool) -> None:
    framed = _framed(kind, add_bos_token=begins, add_eos_token=True)
    plain = _framed(kind, add_bos_token=begins, add_eos_token=False)
    assert framed("the").input_ids[-1] == framed.eos_token_id  # so the tokenizer does add one
    assert open_ended(framed, text) == open_ended(plain, text) == plain(text).input_ids
    if text or begins:
        assert _encoded(framed, text) == plain(text).input_ids
    assert put_before(framed) == [framed.bos_token_id] * begins


def test_a_text_between_tokens_of_a_template_is_what_was_typed_and_what_comes_before() -> None:
    framed = _framed("sentencepiece")
    framed.backend_tokenizer.post_processor = tokenizers.processors.TemplateProcessing(
        single="<unk> <s> $A </s> </s>", special_tokens=[("<unk>", 0), ("<s>", 1), ("</s>", 2)]
    )
    assert open_ended(framed, "the cat")[:2] == [0, 1]
    assert 2 not in open_ended(framed, "the cat")


@KINDS
@pytest.mark.parametrize(
    ("text", "begins", "said"),
    [
        ("<s>the cat", True, "<s>"), ("<s>", True, "<s>"), ("<s><s>the", True, "<s>"), ("<s>the cat", False, ""),
        ("the cat", True, ""), ("", True, ""), ("the<s>", True, ""), ("</s>the", True, ""),
    ],
)  # fmt: skip
def test_a_begin_of_text_that_is_typed_and_added_is_told(kind: str, text: str, begins: bool, said: str) -> None:
    framed = _framed(kind, add_bos_token=begins)
    assert typed_twice(framed, text) == said
    begin = [framed.bos_token_id] * 2
    assert (open_ended(framed, text)[:2] == begin) is (bool(said) or text.startswith("<s><s>"))
