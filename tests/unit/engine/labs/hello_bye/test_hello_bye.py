"""The Hello/Bye lab against plain transformers forwards with hooks of their own, over families of every kind."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch
from transformers import PreTrainedModel

from engine.capture.recognise import describe
from engine.errors import InputRefused, Stopped
from engine.generation.session import Session
from engine.labkit.dispatch import answerer_of
from engine.labkit.workbench import Workbench
from engine.labs.hello_bye import answers as hello_bye
from engine.labs.hello_bye.positions import watched_positions
from engine.labs.hello_bye.records import (
    AskGoesOn,
    AskHelloBye,
    HelloByeFound,
    following_same,
    tokens_per_word,
    words_of_tokens,
)
from engine.models.load import LoadedModel
from engine.records import F32, I32
from tests.helpers.families import FAMILIES, MIXTURES, OTHERS
from tests.helpers.letter_models import bench
from tests.helpers.letters import Letters, WholeWords
from tests.helpers.runs import tiny_info
from tests.helpers.sessions import hooks_on, plain_logits

QUESTION = AskHelloBye("hi", "no", 3, 4)  # one token per letter: see `Letters`
ALL = {**FAMILIES, **MIXTURES, **OTHERS}


def go_on(question: AskGoesOn, made: Workbench) -> Any:
    """The lab's answer."""
    return answerer_of(AskGoesOn)(question, made)


def plain(model: PreTrainedModel, token_ids: I32) -> Any:
    """One forward by transformers alone, attention weights included."""
    configs = [module.config for module in model.modules() if hasattr(module, "config")]
    before = [getattr(config, "_attn_implementation", None) for config in configs]
    ids = torch.from_numpy(token_ids.astype(np.int64))[None]
    try:
        for config in configs:
            config._attn_implementation = "eager"  # type: ignore[union-attr]
        with torch.inference_mode():
            return model(input_ids=ids, use_cache=False, output_attentions=True, output_hidden_states=True)
    finally:
        for config, kept in zip(configs, before, strict=True):
            config._attn_implementation = kept  # type: ignore[union-attr]


@pytest.mark.parametrize("family", [*ALL])
def test_states_and_expectations_are_those_of_a_plain_forward(family: str) -> None:
    model = ALL[family]()
    found = hello_bye.answer(QUESTION, bench(model))
    assert hooks_on(model) == 0
    logits = plain_logits(model, found.token_ids)
    shares = torch.softmax(torch.from_numpy(logits), -1).numpy()
    n = len(found.token_ids)
    np.testing.assert_allclose(found.next_probs, np.sort(shares, axis=1)[:, ::-1][:, :5], atol=1e-5)
    np.testing.assert_allclose(found.actual[:-1], shares[np.arange(n - 1), found.token_ids[1:]], atol=1e-5)
    assert np.isnan(found.actual[-1])
    known = found.repeat_ids >= 0
    np.testing.assert_allclose(found.repeat[known], shares[known, found.repeat_ids[known]], atol=1e-5)
    np.testing.assert_allclose(found.entropy, -(shares * np.log2(np.maximum(shares, 1e-30))).sum(1), atol=1e-3)
    assert found.resid is not None
    assert found.resid.shape[0] == n
    assert (found.attn is None) == ("attn" in describe(model).missing)
    if found.attn is None:
        assert found.why_missing("attn")


@pytest.mark.parametrize("family", ["gpt2", "llama", "gpt_neox", "gemma2", "falcon", "bloom", "mpt", "opt", "qwen3"])
def test_attention_and_states_of_every_layer(family: str) -> None:
    model = FAMILIES[family]()
    found = hello_bye.answer(QUESTION, bench(model))
    output = plain(model, found.token_ids)
    assert found.attn is not None
    assert found.resid is not None
    np.testing.assert_allclose(found.attn, torch.cat(output.attentions).float().numpy(), atol=1e-5)
    states = torch.stack([state[0] for state in output.hidden_states[:-1]], dim=1).numpy()  # the last is after the norm
    np.testing.assert_allclose(found.resid[:, :-1], states, atol=1e-4, rtol=1e-4)


def test_learned_positions_are_the_tables_rows_and_enter_as_a_sum() -> None:
    gpt2: Any = FAMILIES["gpt2"]()
    found = hello_bye.answer(QUESTION, bench(gpt2))
    n = len(found.token_ids)
    table = gpt2.transformer.wpe.weight.detach().numpy()
    assert found.position is not None
    assert found.embedding is not None
    assert found.resid is not None
    np.testing.assert_array_equal(found.position, table[:n])
    np.testing.assert_array_equal(found.embedding, gpt2.transformer.wte.weight.detach().numpy()[found.token_ids])
    np.testing.assert_allclose(found.resid[:, 0], found.embedding + found.position, atol=1e-6)
    assert found.phases is None
    opt: Any = FAMILIES["opt"]()
    found = hello_bye.answer(QUESTION, bench(opt))
    table = opt.model.decoder.embed_positions.weight.detach().numpy()
    np.testing.assert_array_equal(found.position, table[2 : 2 + n])  # OPT's table begins with two rows of its own


def _angles(n: int, width: int, theta: float) -> F32:
    """Position times theta^(-2f / width), within -π..π. [n, width / 2]"""
    turns = np.arange(n)[:, None] * theta ** (-np.arange(0, width, 2) / width)[None, :]
    return np.asarray(np.angle(np.exp(1j * turns)), dtype=np.float32)


@pytest.mark.parametrize(
    ("family", "width"),
    [
        ("llama", 8), ("gpt_neox", 4), ("gptj", 4), ("codegen", 4), ("falcon", 8), ("cohere", 8), ("qwen3", 12),
        ("phi", 4), ("gpt_oss", 8), ("glm4", 4), ("stablelm", 2),
    ],
)  # fmt: skip
def test_rotary_phases_are_those_of_the_formula(family: str, width: int) -> None:
    model = ALL[family]()
    found = hello_bye.answer(QUESTION, bench(model))
    assert found.position_scheme == "rotary"
    assert found.position is None
    assert found.phases is not None
    n = len(found.token_ids)
    assert found.phases.shape == (n, width // 2)
    if family == "gpt_oss":
        return  # scaled by its own rule (YaRN): the shape must do
    expected = _angles(n, width, 5e5 if family == "cohere" else 1e4)  # Cohere's own default
    np.testing.assert_allclose(np.cos(found.phases), np.cos(expected), atol=1e-4)
    np.testing.assert_allclose(np.sin(found.phases), np.sin(expected), atol=1e-4)


@pytest.mark.parametrize("family", ["bloom", "mpt", "falcon-alibi"])
def test_alibi_takes_a_slope_a_token_of_distance(family: str) -> None:
    found = hello_bye.answer(QUESTION, bench(FAMILIES[family]()))
    assert found.position_scheme == "alibi"
    assert found.distance_bias is not None
    n = len(found.token_ids)
    slopes = 2.0 ** (-8.0 * np.arange(1, 5) / 4)  # [H], Press et al., 2108.12409
    np.testing.assert_allclose(found.distance_bias, -slopes[:, None] * np.arange(n - 1, -1, -1), rtol=1e-2, atol=1e-3)


def test_what_tells_positions_apart_is_found_for_every_family_or_nothing_is_said() -> None:
    for family, make in ALL.items():
        found = hello_bye.answer(QUESTION, bench(make()))
        learned, rotary, alibi = found.position is not None, found.phases is not None, found.distance_bias is not None
        expected = {"learned": learned, "rotary": rotary, "alibi": alibi, "other": True}
        assert expected[found.position_scheme], family


def test_the_scale_of_the_embedding_is_told() -> None:
    found = hello_bye.answer(QUESTION, bench(FAMILIES["gemma"]()))
    assert found.embedding_scale == pytest.approx(32**0.5, rel=1e-3)
    assert found.embedding is not None
    assert found.resid is not None
    np.testing.assert_allclose(found.resid[:, 0], found.embedding * found.embedding_scale, rtol=1e-3, atol=1e-5)


def test_words_are_grouped_and_followed_through_their_tokens() -> None:
    found = hello_bye.answer(QUESTION, bench(FAMILIES["llama"]()))
    assert "".join(raw.decode() for raw in found.raws) == "hi hi hi no no no no"
    assert found.words.tolist() == [0, 0, -1, 1, 1, -1, 2, 2, -1, 3, 3, -1, 4, 4, -1, 5, 5, -1, 6, 6]
    assert found.switch == 9
    following = [found.raws[at] for at in range(1, 9)] + [b"h"]  # within the first words, then as if one more came
    pieces = Letters().pieces
    assert [pieces[token].encode() for token in found.repeat_ids[:9]] == following
    assert [pieces[token].encode() for token in found.repeat_ids[9:]] == [*found.raws[10:], b" "]
    assert [pieces[token] for token in found.start_ids] == ["h", "n"]


def test_a_pair_of_one_token_words_is_offered_where_it_is_needed() -> None:
    model = FAMILIES["llama"]()
    tokenizer = Letters(("day", "night", "bye", "zebra"))
    one = AskHelloBye("day", "night", 3, 3)
    found = hello_bye.answer(one, bench(model, tokenizer))
    assert tokens_per_word(found.words) == (3, 1, 1, 1, 1, 1)  # without a space before it, the first is three letters
    assert found.offer is None or tokens_per_word_of(found.offer, tokenizer)
    found = hello_bye.answer(AskHelloBye("hi", "no", 2, 2), bench(model, WholeWords(("cat", "dog", "zebra"))))
    assert found.offer == ("cat", "dog")
    found = hello_bye.answer(AskHelloBye("cat", "dog", 2, 2), bench(model, WholeWords(("cat", "dog"))))
    assert found.offer is None
    found = hello_bye.answer(AskHelloBye("hi", "no", 2, 2), bench(model, WholeWords(("lumen", "zebra"))))
    assert found.offer == ("lumen", "zebra")  # no pair that people know: the vocabulary's own words


def tokens_per_word_of(pair: tuple[str, str], tokenizer: Letters) -> bool:
    said = " ".join((*[pair[0]] * 2, *[pair[1]] * 2))
    raws = [tokenizer.pieces[token].encode() for token in tokenizer(said)["input_ids"]]
    return tokens_per_word(words_of_tokens(raws, (*[pair[0]] * 2, *[pair[1]] * 2), " ")) == (1, 1, 1, 1)


@pytest.mark.parametrize("family", ["llama", "gpt2", "falcon", "mistral", "mamba"])
def test_going_on_is_greedy_decoding_measured(family: str) -> None:
    model = ALL[family]()
    made = bench(model)
    heads = () if family == "mamba" else ((0, 1), (2, 3))
    question = AskGoesOn(QUESTION, 12, heads)
    found = go_on(question, made)
    ids = hello_bye.ids_of(made, QUESTION.text).tolist()
    for _ in range(12):
        token = int(plain_logits(model, np.array(ids, np.int32))[-1].argmax())
        ids.append(token)
    assert found.token_ids.tolist() == ids
    assert found.n_prompt == 20
    shares = torch.softmax(torch.from_numpy(plain_logits(model, found.token_ids)), -1).numpy()
    np.testing.assert_allclose(found.actual[1:], shares[np.arange(len(ids) - 1), ids[1:]], atol=1e-4)
    np.testing.assert_allclose(found.entropy, -(shares * np.log2(np.maximum(shares, 1e-30))).sum(1), atol=1e-3)
    assert hooks_on(model) == 0
    if not heads:
        assert found.induction is None
        return
    attn = torch.cat(plain(model, found.token_ids).attentions).numpy()
    expected = []
    for t in range(len(ids)):
        places = [j for j in range(1, t + 1) if ids[j - 1] == ids[t] and j - 1 < t]
        expected.append(np.mean([sum(attn[layer, head, t, j] for j in places) for layer, head in heads]))
    assert found.induction is not None
    np.testing.assert_allclose(found.induction, expected, atol=1e-5)


def test_words_said_again_are_counted_whole() -> None:
    model = FAMILIES["llama"]()
    made = bench(model)
    longer = " no no nx"
    says = Letters()(longer)["input_ids"]
    n = len(hello_bye.ids_of(made, QUESTION.text))

    def head(_module: torch.nn.Module, args: tuple[Any, ...], output: torch.Tensor) -> torch.Tensor:
        forced = output.clone()
        for row in range(forced.shape[1]):
            at = seen[0] + row - (n - 1)
            if 0 <= at < len(says):
                forced[:, row, says[at]] = 1e3
        seen[0] += forced.shape[1]
        return forced

    seen = [0]  # positions that the head has met
    hook = model.lm_head.register_forward_hook(head)
    try:
        found = go_on(AskGoesOn(QUESTION, len(says)), made)
    finally:
        hook.remove()
    assert found.token_ids[n:].tolist() == says
    assert found.words_repeated == 2
    assert found.repeats[n:].tolist() == [True] * 8 + [False]
    assert not found.ended
    seen[0], ending = 0, bench(model, ends=(says[-1],))
    hook = model.lm_head.register_forward_hook(head)
    try:
        found = go_on(AskGoesOn(QUESTION, 30), ending)
    finally:
        hook.remove()
    assert found.ended
    assert found.token_ids[n:].tolist() == says[:-1]


def test_positions_that_follow_the_same_token() -> None:
    where = following_same(np.array([5, 6, 5, 6, 6], np.int32))
    assert np.argwhere(where).tolist() == [[2, 1], [3, 2], [4, 2], [4, 4]]
    assert not following_same(np.array([1], np.int32)).any()


def test_tokens_that_do_not_spell_the_words_belong_to_none() -> None:
    assert words_of_tokens([b"a", b"b"], ("x", "y"), " ").tolist() == [-1, -1]
    assert words_of_tokens([b"", b"hi", b" hi", b" n", b"o"], ("hi", "hi", "no"), " ").tolist() == [-1, 0, 1, 2, 2]
    assert words_of_tokens([b"hi", b",", b" hi"], ("hi", "hi"), ", ").tolist() == [0, -1, 1]
    assert words_of_tokens(["é".encode()[:1], "é".encode()[1:]], ("é",), " ").tolist() == [0, 0]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (AskHelloBye("", "bye"), "1 to 40 characters"),
        (AskHelloBye("hi", "x" * 41), "1 to 40 characters"),
        (AskHelloBye("hi", "hi"), "two different words"),
        (AskHelloBye("hi", "no", 0, 3), "1 to 60 times"),
        (AskHelloBye("hi", "no", 3, 61), "1 to 60 times"),
        (AskHelloBye("hi", "no", 3, 3, "-" * 41), "shorter"),
        (AskHelloBye("hi", "no", 40, 40), "at most 64"),
    ],
)
def test_refused_in_words(question: AskHelloBye, said: str) -> None:
    with pytest.raises(InputRefused, match=said):
        hello_bye.answer(question, bench(FAMILIES["llama"]()))


def test_going_on_refuses_what_does_not_fit() -> None:
    made = bench(FAMILIES["llama"]())
    for question in (AskGoesOn(QUESTION, 0), AskGoesOn(QUESTION, 60), AskGoesOn(QUESTION, 5, ((9, 0),))):
        with pytest.raises(InputRefused):
            go_on(question, made)
    with pytest.raises(InputRefused):
        go_on(AskGoesOn(QUESTION, 5, temperature=-1), made)


def test_stops_and_leaves_no_hook() -> None:
    model = FAMILIES["gpt2"]()
    with pytest.raises(Stopped):
        hello_bye.answer(QUESTION, bench(model, stop=True))
    with pytest.raises(Stopped):
        go_on(AskGoesOn(QUESTION, 5), bench(model, stop=True))
    assert hooks_on(model) == 0
    with pytest.raises(RuntimeError), watched_positions(model, describe(model)):
        raise RuntimeError
    assert hooks_on(model) == 0


def test_one_head_many_heads_one_word_each() -> None:
    from tests.helpers.tiny_models import llama

    for heads, width in ((1, 16), (64, 128)):
        model = llama(97, hidden_size=width, num_attention_heads=heads, num_key_value_heads=heads)
        found = hello_bye.answer(AskHelloBye("hi", "no", 1, 1), bench(model))
        assert found.attn is not None
        assert found.attn.shape[1] == heads
        assert found.start_ids.tolist()[1] >= 0
        assert isinstance(found, HelloByeFound)


def test_known_to_the_registry() -> None:
    assert answerer_of(AskHelloBye) is hello_bye.answer
    assert callable(answerer_of(AskGoesOn))


def test_the_default_model_says_bye_in_two_tokens_and_goodbye_in_one(default_model: LoadedModel) -> None:
    model: Any = default_model.model
    tokenizer = default_model.tokenizer
    session = Session(model, describe(model), 8192)
    info = replace(tiny_info(default_model.vocabulary), eos_ids=())
    made = Workbench(session, tokenizer, default_model.vocabulary, info, lambda *_: None, lambda: False)
    found = hello_bye.answer(AskHelloBye(), made)
    assert tokens_per_word(found.words) == (1,) * 10 + (2,) * 10
    assert found.raws[10:12] == (b" by", b"e")
    assert found.offer == ("hello", "goodbye")
    shares = torch.softmax(torch.from_numpy(plain_logits(model, found.token_ids)), -1).numpy()
    np.testing.assert_allclose(found.actual[:-1], shares[np.arange(29), found.token_ids[1:]], atol=1e-5)
    assert found.attn is not None
    np.testing.assert_allclose(found.attn.sum(-1), 1, atol=1e-5)
    going_on = go_on(AskGoesOn(AskHelloBye(), 10), made)
    ids = torch.from_numpy(found.token_ids.astype(np.int64))[None]
    greedy = model.generate(ids, attention_mask=torch.ones_like(ids), max_new_tokens=10, do_sample=False)
    assert going_on.token_ids.tolist() == greedy[0].tolist()
    assert going_on.words_repeated == 5
    assert hooks_on(model) == 0
