"""Who says Mary against plain forwards: shares by hand, a sum that closes in every family, knock-outs one by one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.capture.recognise import describe
from engine.capture.recorder import forward
from engine.errors import InputRefused, Stopped
from engine.generation.session import Session
from engine.labkit.dispatch import answerer_of
from engine.labkit.workbench import Workbench
from engine.labs.two_names import answers as names
from engine.labs.two_names import knockout
from engine.labs.two_names.prompts import FIRST_NAMES, three_names
from engine.labs.two_names.prompts import read as read_names
from engine.labs.two_names.records import (
    AskNameKnockouts,
    AskNames,
    NameKnockouts,
    Names,
    NotNames,
)
from engine.protocol import AskLab, LabAnswered
from engine.records import Change, Plan, Site
from tests.helpers.families import FAMILIES, MIXTURES, OTHERS
from tests.helpers.sessions import hooks_on, session_of
from tests.helpers.whole_engine import Engine

WORDS = ["<unk>", "<s>", "</s>", "When", "and", "went", "gave", "to", ",", "the", "store", "Bartholo", "mew"]


class Words:
    """A tokenizer of whole words, the names among them with and without a space before."""

    unk_token_id = 0
    bos_token_id = None

    def __init__(self) -> None:
        self.tokens = [*WORDS, *FIRST_NAMES, *(f" {name}" for name in FIRST_NAMES)]

    def __call__(self, text: str, **_: Any) -> dict[str, list[int]]:
        if "Bartholomew" in text:
            text = text.replace("Bartholomew", "Bartholo mew")
        if text in self.tokens:
            return {"input_ids": [self.tokens.index(text)]}
        found = []
        for at, word in enumerate(text.split()):
            spaced = f" {word}"
            found.append(self.tokens.index(spaced if at and spaced in self.tokens else word))
        return {"input_ids": found}

    def raw(self, token: int) -> bytes:
        """As the vocabulary spells it."""
        return self.tokens[token].encode()


SENTENCE = "When Mary and John went to the store , John gave to"


def bench(session: Session, stop: bool = False) -> Workbench:
    words = Words()
    return Workbench(session, words, words, None, lambda *_: None, lambda: stop)  # type: ignore[arg-type]


def asked(family: str) -> tuple[Session, Names]:
    session = session_of(FAMILIES[family]())
    found = names.answer(AskNames(SENTENCE), bench(session))
    assert isinstance(found, Names)
    return session, found


def plain(session: Session, ids: np.ndarray[Any, Any]) -> torch.Tensor:
    with torch.inference_mode():
        logits: torch.Tensor = session.model(input_ids=torch.from_numpy(ids.astype(np.int64))[None]).logits[0, -1]
    return logits.double()


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_the_sum_closes(family: str) -> None:
    session = session_of(FAMILIES[family]())
    try:
        found = names.answer(AskNames(SENTENCE), bench(session))
    except InputRefused:
        assert family == "opt-post-norm-projected"  # its head is a projection more than a matrix
        return
    assert isinstance(found, Names)
    assert found.total == pytest.approx(found.difference, abs=1e-3)
    assert found.total == pytest.approx(sum(found.sums), abs=1e-4)
    logits = plain(session, found.token_ids)
    cap = describe(session.model).logit_softcap
    assert found.capped == (cap is not None)
    uncapped = logits if cap is None else cap * torch.atanh(logits / cap)
    assert found.difference == pytest.approx(float(uncapped[found.answer] - uncapped[found.other]), abs=1e-3)
    assert found.answer_prob == pytest.approx(float(torch.softmax(logits, -1)[found.answer]), abs=1e-5)
    assert found.first == int(logits.argmax())
    assert np.abs(found.rest).max() < 1e-3, "every part of these families is known"
    assert hooks_on(session.model) == 0


@pytest.mark.parametrize("family", sorted(MIXTURES))
def test_experts_are_part_of_the_sum(family: str) -> None:
    session = session_of(MIXTURES[family]())
    found = names.answer(AskNames(SENTENCE), bench(session))
    assert isinstance(found, Names)
    assert found.total == pytest.approx(found.difference, abs=1e-3)


def test_a_head_s_share_by_hand() -> None:
    session, found = asked("llama-biases-tied")
    model: Any = session.model
    seen: dict[int, torch.Tensor] = {}
    layers = model.model.layers
    handles = [
        layer.self_attn.o_proj.register_forward_pre_hook(lambda _m, args, at=at: seen.update({at: args[0][0, -1]}))
        for at, layer in enumerate(layers)
    ]
    states = []
    handles.append(model.model.norm.register_forward_pre_hook(lambda _m, args: states.append(args[0][0, -1])))
    plain(session, found.token_ids)
    for handle in handles:
        handle.remove()
    with torch.inference_mode():
        check_by_hand(model, found, seen, states[0])


def check_by_hand(model: Any, found: Names, seen: dict[int, torch.Tensor], last: torch.Tensor) -> None:
    """Each head's slice of the projection, times the norm's weight and scale, times the unembedding."""
    layers, unembedding = model.model.layers, model.lm_head.weight
    wanted = (unembedding[found.answer] - unembedding[found.other]) * model.model.norm.weight
    wanted = wanted / (last.pow(2).mean() + model.config.rms_norm_eps).sqrt()
    width = 6
    for layer in range(len(layers)):
        for head in range(4):
            part = slice(head * width, (head + 1) * width)
            written = layers[layer].self_attn.o_proj.weight[:, part] @ seen[layer][part]
            assert found.heads[layer, head] == pytest.approx(float(written @ wanted), abs=1e-4)
        assert found.biases[layer] == pytest.approx(float(layers[layer].self_attn.o_proj.bias @ wanted), abs=1e-4)


@pytest.mark.parametrize("family", ["llama", "gpt2", "gemma2", "gpt_neox", "mistral"])
def test_attention_is_the_last_row_of_an_eager_forward(family: str) -> None:
    session, found = asked(family)
    session.model.set_attn_implementation("eager")
    with torch.inference_mode():
        ids = torch.from_numpy(found.token_ids.astype(np.int64))[None]
        weights = session.model(input_ids=ids, output_attentions=True).attentions
    for layer, each in enumerate(weights):
        np.testing.assert_allclose(found.attention[layer], each[0, :, -1].numpy(), atol=1e-5)


@pytest.mark.parametrize("family", ["llama", "gpt2", "gemma2", "falcon", "qwen2-sliding"])
def test_knock_outs_agree_with_whole_forwards(family: str) -> None:
    session = session_of(FAMILIES[family]())
    used = bench(session)
    question = AskNameKnockouts(SENTENCE, draws=5, seed=3)
    found = knockout.answer(question, used)
    assert isinstance(found, NameKnockouts)
    attribution = names.answer(AskNames(SENTENCE), used)
    assert isinstance(attribution, Names)
    assert found.difference == pytest.approx(attribution.difference, abs=1e-3)
    ids = torch.from_numpy(attribution.token_ids.astype(np.int64))
    read = read_names(SENTENCE, "Mary", "John", used)
    assert not isinstance(read, NotNames)
    sentences = three_names(read, used, 5, 3)
    assert sentences is not None
    anatomy = session.anatomy
    for layer, head in ((0, 0), (0, anatomy.n_heads - 1), (anatomy.n_layers - 1, 1)):
        site = Site("head", layer, head)
        logits = forward(session.model, anatomy, ids, plan=Plan((Change(site, 0.0),))).logits
        assert logits is not None
        expected = knockout.difference(anatomy, logits[-1:], read)[0]
        assert found.zero[layer, head] == pytest.approx(float(expected), abs=1e-3)
        means = mean_outputs(session, layer, head, sentences)  # [T, head_dim]
        logits = without(session, layer, head, ids, means)
        expected = knockout.difference(anatomy, logits[None], read)[0]
        assert found.mean[layer, head] == pytest.approx(float(expected), abs=1e-3)
    assert hooks_on(session.model) == 0


def mean_outputs(session: Session, layer: int, head: int, sentences: torch.Tensor) -> torch.Tensor:
    """A head's mean output at each position, one sentence after the other."""
    module, width = session.anatomy.blocks[layer].out_projection, session.anatomy.head_dim
    assert module is not None
    rows: list[torch.Tensor] = []
    part = slice(head * width, (head + 1) * width)

    def keep(_module: Any, args: Any) -> None:
        rows.append(args[0].reshape(-1, args[0].shape[-1])[:, part].clone())

    handle = module.register_forward_pre_hook(keep)
    for ids in sentences:
        with torch.inference_mode():
            session.model(input_ids=ids[None])
    handle.remove()
    return torch.stack(rows).mean(0)


def without(session: Session, layer: int, head: int, ids: torch.Tensor, means: torch.Tensor) -> torch.Tensor:
    """[V] the last logits of a whole forward with the head's output put to `means`."""
    module, width = session.anatomy.blocks[layer].out_projection, session.anatomy.head_dim
    assert module is not None
    part = slice(head * width, (head + 1) * width)

    def put(_module: Any, args: Any) -> Any:
        values = args[0].clone()
        values.view(-1, values.shape[-1])[:, part] = means
        return (values, *args[1:])

    handle = module.register_forward_pre_hook(put)
    with torch.inference_mode():
        logits: torch.Tensor = session.model(input_ids=ids[None]).logits[0, -1]
    handle.remove()
    return logits


def test_three_names_stand_where_two_stood() -> None:
    used = bench(session_of(FAMILIES["llama"]()))
    read = read_names("Mary and John went , John gave to", "Mary", "John", used)
    assert not isinstance(read, NotNames)
    made = three_names(read, used, 20, 0)
    assert made is not None
    words = Words()
    for row in made.tolist():
        said = [words.tokens[token] for token in row]
        assert not said[0].startswith(" "), "the form without a space stays without"
        three = {said[0].strip(), said[2].strip(), said[5].strip()}
        assert len(three) == 3
        assert not three & {"Mary", "John"}
        assert [said[1], said[3], said[4]] == ["and", "went", ","]
    again = three_names(read, used, 20, 0)
    assert again is not None
    assert torch.equal(made, again)


def test_what_cannot_be_asked_is_said_with_names_that_could() -> None:
    session = session_of(FAMILIES["llama"]())
    used = bench(session)
    long = names.answer(AskNames(SENTENCE, "Bartholomew"), used)
    assert isinstance(long, NotNames)
    assert long.field == "answer"
    assert "2 tokens" in long.sentence
    assert "Mary" in long.alternatives
    assert "John" not in long.alternatives
    same = knockout.answer(AskNameKnockouts(SENTENCE, "John", "John"), used)
    assert isinstance(same, NotNames)
    assert same.field == "other"
    empty = names.answer(AskNames(" "), used)
    assert isinstance(empty, NotNames)
    assert empty.field == "sentence"
    none = names.answer(AskNames(SENTENCE, ""), used)
    assert isinstance(none, NotNames)


def test_refused_stopped_and_known_to_the_registry() -> None:
    mamba = session_of(OTHERS["mamba"]())
    with pytest.raises(InputRefused):
        names.answer(AskNames(SENTENCE), bench(mamba))
    session = session_of(FAMILIES["llama"]())
    with pytest.raises(InputRefused):
        knockout.answer(AskNameKnockouts(SENTENCE, draws=0), bench(session))
    for question, lab in ((AskNames(SENTENCE), names), (AskNameKnockouts(SENTENCE), knockout)):
        with pytest.raises(Stopped):
            lab.answer(question, bench(session, stop=True))
    assert hooks_on(session.model) == 0
    assert answerer_of(AskNames) is names.answer
    assert answerer_of(AskNameKnockouts) is knockout.answer


def test_heads_are_told_apart_in_half_precision(default_model_folder: Path) -> None:
    engine = Engine()
    engine.load(default_model_folder, device="cpu", dtype="bfloat16")
    found = engine.ask(AskLab, question=AskNames())[-1]
    assert isinstance(found, LabAnswered)
    assert isinstance(found.finding, Names)
    assert np.isfinite(found.finding.heads).all()
    parts = found.finding.heads.sum() + found.finding.mlp.sum() + found.finding.biases.sum() + found.finding.rest.sum()
    whole = found.finding.embedding + float(parts) + found.finding.constant
    assert whole == pytest.approx(found.finding.difference, abs=0.1)
