"""Edits of weights against the same change made to the weights by hand, and what they are judged by, by brute force."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.capture.intervene import check_plan
from engine.capture.neuron_weights import values_of
from engine.capture.recorder import Want, forward
from engine.errors import InputRefused, Stopped
from engine.files.run_file import load_run, save_run
from engine.labkit.dispatch import answer
from engine.labkit.workbench import Bench, Workbench
from engine.labs.facts import covariance, sets
from engine.labs.facts import make as making
from engine.labs.facts import where as module
from engine.labs.facts.covariance import Covariances
from engine.labs.facts.make import make
from engine.labs.facts.prefixes import answer_ids, prefixes, rows_of, subject_end
from engine.labs.facts.records import (
    AskEdit,
    AskFactSets,
    AskMeasured,
    AskSweep,
    AskWhere,
    Contrast,
    Edited,
    Fact,
    FactSets,
    MatrixEdit,
    Measured,
    Probe,
    Relation,
    Settings,
    Sweep,
    WeightEdit,
)
from engine.labs.facts.scoring import Probing
from engine.labs.facts.value import given_now, likely, run_batch, run_plain
from engine.records import Plan
from tests.helpers.answered import workbench
from tests.helpers.families import paths
from tests.helpers.sessions import begun, gathered, hooks_on, tiny_session
from tests.helpers.subjects import Subject, apart, plain_forward

FACT = Fact("the cat sat on the", "cat", "mat")
PROBES = (Probe("fact", "the cat sat on the", "mat"), Probe("neighbour", "the dog sat on the", "dog"),
          Probe("same subject", "the cat ran", "after the"))  # fmt: skip
QUICK = Settings(steps=4, prefixes=3, decay=0.0, most=50.0)  # the tiny model's values are short


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    made = workbench(tmp_path_factory.mktemp("model"))
    return replace(made, info=replace(made.info, sha256="tiny"))


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(covariance, "MOST_TOKENS", 1200)


def _weight(model: Any, layer: int) -> torch.Tensor:
    weight: torch.Tensor = model.get_submodule(f"model.layers.{layer}.mlp.down_proj").weight  # [D, M]
    return weight


# -- an edit in a forward --------------------------------------------------------------------------------------------


def _edits(family: Subject) -> tuple[WeightEdit, MatrixEdit]:
    chance = np.random.default_rng(4)
    d, m = family.anatomy.d_model, family.anatomy.d_mlp
    low = WeightEdit(
        (0, 1), chance.standard_normal((2, 3, m)).astype(np.float32),
        chance.standard_normal((2, 3, d)).astype(np.float32), "low", strength=0.5,
    )  # fmt: skip
    return low, MatrixEdit(1, 0.1 * chance.standard_normal((m, d)).astype(np.float32), "whole", strength=0.7)


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize("family", ["llama", "gpt2"], indirect=True)
def test_an_edit_is_the_weights_edited_by_hand(family: Subject, which: int) -> None:
    edit = _edits(family)[which]

    def by_hand(model: Any) -> None:
        for at, layer in enumerate(edit.layers if isinstance(edit, WeightEdit) else (edit.block,)):
            weight = model.get_submodule(paths(family.name, layer)[2]).weight
            if isinstance(edit, WeightEdit):
                delta = torch.from_numpy(edit.read[at].T.copy()) @ torch.from_numpy(edit.write[at].copy())
            else:
                delta = torch.from_numpy(edit.delta.copy())
            weight.data += edit.strength * (delta if family.name == "gpt2" else delta.T)

    got = forward(family.model, family.anatomy, family.ids, plan=Plan((edit,))).logits
    assert got is not None
    assert apart(got, plain_forward(family, by_hand).logits) < 1e-4
    off = forward(family.model, family.anatomy, family.ids, plan=Plan((edit.with_strength(0.0),))).logits
    intact = forward(family.model, family.anatomy, family.ids).logits
    assert off is not None
    assert intact is not None
    assert torch.equal(off, intact)


@pytest.mark.parametrize("family", ["llama"], indirect=True)
def test_an_edit_of_another_model_is_refused(family: Subject) -> None:
    low, whole = _edits(family)
    for bad in (
        replace(low, layers=(0, 9)), replace(low, layers=(0,)), replace(low, layers=()),
        replace(low, read=low.read[:, :, 1:]),
        replace(low, write=low.write[:, :, 1:]), replace(whole, delta=whole.delta[1:]), replace(whole, block=7),
        low.with_strength(float("nan")), low.with_positions(()), low.with_positions((-1,)),
    ):  # fmt: skip
        with pytest.raises(InputRefused, match="another model"):
            check_plan(family.anatomy, Plan((bad,)))
    assert low.with_positions((0, 2)).reaches(1)
    assert not low.with_positions((5,)).reaches(3)


def test_a_run_file_keeps_an_edit(tmp_path: Path) -> None:
    run = gathered(begun(tiny_session()))
    edit = WeightEdit((1,), np.ones((1, 1, 4), np.float32), np.ones((1, 1, 3), np.float32), "France → Rome")
    run.plan = Plan((edit, MatrixEdit(0, np.eye(3, dtype=np.float32), "tuned", strength=0.25)))
    save_run(run, tmp_path / "a.orrery")
    assert load_run(tmp_path / "a.orrery").plan == run.plan


# -- making one ------------------------------------------------------------------------------------------------------


def test_the_covariance_is_the_mean_of_keys_by_keys(bench: Workbench) -> None:
    found = covariance.measured(bench, (0, 1))
    sums, n = [torch.zeros(48, 48, dtype=torch.float64) for _ in range(2)], 0
    for piece in covariance.windows(bench.tokenizer, bench.session.context):
        neurons = forward(bench.model, bench.anatomy, piece, want=_neurons()).neurons
        assert neurons is not None
        for layer in range(2):
            keys = neurons[1:, layer].double()
            sums[layer] += sum(torch.outer(key, key) for key in keys)
        n += len(piece) - 1
    for layer in range(2):
        assert found[layer][1] == n
        assert torch.allclose(found[layer][0], sums[layer] / n, atol=1e-6)


def _neurons() -> Want:
    return Want(neurons=True, resid=False)


def test_a_rank_one_edit_maps_the_key_to_the_value(bench: Workbench) -> None:
    covariances = Covariances(bench)
    made = make(bench, (FACT,), (0,), "rank one", QUICK, covariances)
    edit = made.edit
    assert isinstance(edit, WeightEdit)
    before = prefixes(QUICK.prefixes, QUICK.seed)
    rows = rows_of(bench.tokenizer, FACT, before, FACT.target, bench.session.context)
    batch = run_batch(bench, 0, rows)
    key = torch.stack([batch.keys[row, at] for row, at in enumerate(rows.at)]).mean(0)
    read, write = torch.from_numpy(edit.read[0, 0].copy()), torch.from_numpy(edit.write[0, 0].copy())
    assert float(read @ key) == pytest.approx(1, abs=1e-3)  # so the edit adds all of `write` at the key
    c = covariances.matrix(0)
    straight = torch.linalg.solve(c, key.double())
    assert torch.allclose(read.double(), straight / (straight @ key.double()), rtol=1e-3, atol=1e-5)
    value = torch.stack([batch.returned[row, at] for row, at in enumerate(rows.at)]).mean(0)
    assert (
        float((write - (value - given_now(bench.anatomy, 0, key))).norm()) <= QUICK.most * float(value.norm()) * 1.001
    )
    assert made.losses[-1] < made.losses[0]
    delta = torch.outer(write, read)
    assert made.size[0] == pytest.approx(float(delta.norm() / values_of(bench.anatomy, 0).norm()), rel=1e-4)


def test_the_value_makes_the_answer_likely(bench: Workbench) -> None:
    found = answer(AskEdit((FACT,), (0,), "rank one", replace(QUICK, steps=20), PROBES), bench)
    assert isinstance(found, Edited)
    assert found.measured.after[0] > found.measured.before[0] + 0.001
    assert found.edit.label == "cat → mat"
    assert hooks_on(bench.model) == 0
    assert all(not parameter.requires_grad or parameter.grad is None for parameter in bench.model.parameters())


def test_several_facts_over_several_layers_solve_what_the_formula_says(bench: Workbench) -> None:
    facts = (FACT, Fact("the dog ran after the", "dog", "mat"))
    covariances = Covariances(bench)
    made = make(bench, facts, (0, 1), "several layers", replace(QUICK, weight=2000.0), covariances)
    edit = made.edit
    assert isinstance(edit, WeightEdit)
    assert (edit.layers, edit.read.shape, edit.title) == ((0, 1), (2, 2, 48), "cat → mat (+1)")
    before = prefixes(QUICK.prefixes, QUICK.seed)
    keys = []
    for fact in facts:
        rows = rows_of(bench.tokenizer, fact, before, fact.target, bench.session.context)
        batch = run_batch(bench, 0, rows)
        keys.append(torch.stack([batch.keys[row, at] for row, at in enumerate(rows.at)]).mean(0).double())
    k = torch.stack(keys, 1)  # [M, facts]
    by_hand = torch.linalg.inv(2.0 * covariances.matrix(0) + k @ k.T) @ k
    assert torch.allclose(torch.from_numpy(edit.read[0].copy()).double(), by_hand.T, rtol=1e-3, atol=1e-4)


def test_fine_tuning_moves_no_number_further_than_it_may(bench: Workbench) -> None:
    made = make(bench, (FACT,), (0,), "fine-tuning", replace(QUICK, steps=12, rate=5.0), Covariances(bench))
    edit = made.edit
    assert isinstance(edit, MatrixEdit)
    most = making.MOST_MOVED * float(values_of(bench.anatomy, 0).std())
    assert 0 < np.abs(edit.delta).max() <= most * 1.0001
    assert made.losses[-1] < made.losses[0]
    other = copy.deepcopy(bench.model)
    _weight(other, 0).data += torch.from_numpy(edit.delta.T.copy())
    ids = rows_of(bench.tokenizer, FACT, ("",), FACT.target, 64).ids
    with torch.no_grad():
        expected = other(input_ids=ids).logits[0]
    got = forward(bench.model, bench.anatomy, ids[0], plan=Plan((edit,))).logits
    assert got is not None
    assert apart(got, expected) < 1e-4


# -- judging it ------------------------------------------------------------------------------------------------------


def test_probes_are_the_products_of_plain_probabilities(bench: Workbench) -> None:
    made = make(bench, (FACT,), (0,), "rank one", QUICK, Covariances(bench))
    found = Probing(bench, PROBES).measure(Plan((made.edit,)))
    edit = made.edit
    assert isinstance(edit, WeightEdit)
    other = copy.deepcopy(bench.model)
    _weight(other, 0).data += torch.from_numpy(edit.write[0].T.copy()) @ torch.from_numpy(edit.read[0].copy())
    for model, logs, ranks in ((bench.model, found.before, found.rank_before), (other, found.after, found.rank_after)):
        for at, probe in enumerate(PROBES):
            prompt = bench.tokenizer(probe.prompt)["input_ids"]
            target = answer_ids(bench.tokenizer, probe.answer)
            with torch.no_grad():
                rows = torch.log_softmax(model(input_ids=torch.tensor([prompt + target])).logits[0], -1)
            by_hand = sum(float(rows[len(prompt) - 1 + n, token]) for n, token in enumerate(target))
            assert logs[at] == pytest.approx(by_hand, abs=2e-4)
            assert ranks[at] == int((rows[len(prompt) - 1] > rows[len(prompt) - 1, target[0]]).sum()) + 1
    assert found.text_tokens > 100
    assert found.next_kl > 0
    again = answer(AskMeasured(made.edit.with_strength(0.0), PROBES), bench)
    assert isinstance(again, Measured)
    assert np.array_equal(again.before, again.after)
    assert again.next_kl < 1e-6
    assert again.text_after == again.text_before == pytest.approx(found.text_before)


def test_a_sweep_is_the_edits_one_by_one(bench: Workbench) -> None:
    question = AskSweep(FACT, (0, 1), PROBES, settings=QUICK, seconds=1000.0)
    found = answer(question, bench)
    assert isinstance(found, Sweep)
    assert found.then is None
    first = answer(replace(question, seconds=0.0), bench)
    assert isinstance(first, Sweep)
    assert first.then == replace(question, seconds=0.0, at=1)
    second = answer(first.then, bench)
    assert isinstance(second, Sweep)
    assert (first.layers, second.layers, second.then) == ((0,), (1,), None)
    assert np.allclose(np.concatenate([first.after, second.after]), found.after, atol=1e-5)
    for at, layer in enumerate((0, 1)):
        alone = answer(AskEdit((FACT,), (layer,), "rank one", QUICK, PROBES), bench)
        assert isinstance(alone, Edited)
        assert np.allclose(found.after[at], alone.measured.after, atol=1e-5)
        assert found.size[at] == pytest.approx(float(alone.size[0]), rel=1e-5)
    assert found.why_not == ("", "")


@pytest.mark.parametrize(
    ("question", "why"),
    [
        (AskEdit((), (0,)), "1 to 64 facts"),
        (AskEdit((FACT,), ()), "at least one layer"),
        (AskEdit((FACT,), (7,)), "no layer 7"),
        (AskEdit((FACT, FACT), (0,)), "one fact at one layer"),
        (AskEdit((replace(FACT, subject="bird"),), (0,)), "not in the prompt"),
        (AskEdit((replace(FACT, subject=""),), (0,)), "not in the prompt"),
        (AskEdit((replace(FACT, target=" "),), (0,)), "answer is missing"),
        (AskEdit((replace(FACT, prompt="cat " * 90),), (0,)), "more than the model reads"),
        (AskEdit((FACT,), (0,), settings=Settings(steps=0)), "number of steps"),
        (AskEdit((FACT,), (0,), settings=Settings(rate=float("nan"))), "rate must be"),
        (AskEdit((FACT,), (0,), settings=Settings(prefixes=0)), "prefixes"),
        (AskEdit((FACT,), (0,), "several layers", Settings(weight=0)), "weight"),
        (AskSweep(FACT, (), PROBES), "at least one layer"),
    ],
)
def test_what_cannot_be_edited_is_told(question: Any, why: str, bench: Workbench) -> None:
    with pytest.raises(InputRefused, match=why):
        answer(question, bench)


def test_a_singular_covariance_is_told(bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(covariance, "RIDGE", 0.0)
    flat = torch.zeros((48, 48), dtype=torch.float64)
    flat[0, 0] = 1
    with pytest.raises(InputRefused, match="singular"):
        covariance._factored(flat)
    monkeypatch.setattr(covariance, "MOST_TOKENS", 20)
    monkeypatch.setattr(covariance, "windows", lambda *_: [torch.tensor([1, 2, 3])])
    with pytest.raises(InputRefused, match="too few for a covariance"):
        covariance.measured(bench, (0,))


def test_a_kept_covariance_is_used_and_a_damaged_one_made_again(bench: Workbench, monkeypatch: pytest.MonkeyPatch,
                                                                 tmp_path: Path) -> None:  # fmt: skip
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path))
    first = Covariances(bench).factor(1)
    kept = next((tmp_path / "covariances").iterdir())
    counted = list[int]()
    real = covariance.measured

    def measured(*given: Any) -> Any:
        counted.append(1)
        return real(*given)

    monkeypatch.setattr(covariance, "measured", measured)
    assert torch.allclose(Covariances(bench).factor(1), first, atol=1e-5)
    assert counted == []
    kept.write_bytes(kept.read_bytes()[:100])
    assert torch.allclose(Covariances(bench).factor(1), first, atol=1e-5)
    assert counted == [1]


def test_a_person_can_stop_it(bench: Workbench) -> None:
    with pytest.raises(Stopped):
        answer(AskEdit((FACT,), (1,), settings=QUICK, probes=PROBES), replace(bench, stop=lambda: True))
    assert hooks_on(bench.model) == 0


def test_the_subject_ends_at_its_last_token(bench: Workbench) -> None:
    prompt = "the cat and the cat sat"
    at = subject_end(bench.tokenizer, prompt, "cat")
    ids = bench.tokenizer(prompt)["input_ids"]
    assert bench.tokenizer.decode(ids[: at + 1]) == "the cat and the cat"


def test_rows_of_other_lengths_are_not_touched_by_their_padding(bench: Workbench) -> None:
    rows = rows_of(bench.tokenizer, FACT, prefixes(4, 1), FACT.target, 64)
    assert len(set(rows.lengths)) > 1
    together = likely(run_plain(bench, rows), rows)
    for row, length in enumerate(rows.lengths):
        with torch.no_grad():
            logs = torch.log_softmax(bench.model(input_ids=rows.ids[row : row + 1, :length]).logits[0], -1)
        first, end = rows.answers[row]
        alone = sum(float(logs[at - 1, rows.ids[row, at]]) for at in range(first, end))
        assert float(together[row]) == pytest.approx(alone, abs=1e-4)


# -- the sets, and where answers are read ----------------------------------------------------------------------------


def test_the_bundled_facts_are_whole() -> None:
    found = sets.bundled()
    assert sum(len(relation.subjects) for relation in found.relations) > 40
    for relation in found.relations:
        assert "{}" in relation.prompt
        assert len(relation.subjects) == len(relation.answers) == len(set(relation.subjects))
        for template, answers in relation.same_subject:
            assert "{}" in template
            assert len(answers) == len(relation.subjects)
    assert len(found.contrasts) > 20
    assert all(contrast.right != contrast.wrong for contrast in found.contrasts)


def test_a_persons_facts_are_read_and_what_is_of_no_use_left_out(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(
        "\ufeffPrompt,subject,answer,relation\nThe capital of Peru is,Peru,Lima,capital\nThe capital of Chile is,Chile,"
        "Santiago,capital\nNothing here,Mars,x,\n,,,\n\"Mars, the planet, is\",Mars,red,colour\n", "utf-8"
    )  # fmt: skip
    found = sets.own(path)
    assert [(it.name, it.prompt, it.subjects, it.answers) for it in found.relations] == [
        ("capital", "The capital of {} is", ("Peru", "Chile"), ("Lima", "Santiago")),
        ("colour", "{}, the planet, is", ("Mars",), ("red",)),
    ]
    assert "2 rows were left out" in found.note


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "lacks the column"),
        (b"prompt,subject\na,b\n", "lacks the column answer"),
        (b"prompt,subject,answer\n", "holds no fact"),
        (b"\xff\xfe\x00bad", "cannot be read"),
        (b"prompt,subject,answer\n" + b"a b,b,c\n" * 2001, "more than 2,000 rows"),
        (b'prompt,subject,answer\n"' + b"x" * 200_000, "not a CSV file|holds no fact"),
    ],
)
def test_a_file_of_no_facts_is_refused(content: bytes, why: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(InputRefused, match=why):
        sets.own(tmp_path / "a.csv")
    with pytest.raises(InputRefused, match="cannot be read"):
        sets.own(tmp_path / "none.csv")


WORDS = ("the", "and", "cat", "dog", "on")  # tokens of the tiny model with the space before them
SETS = FactSets(
    (Relation("r", "{} sat on", (), ("the cat", "the dog", "a cat", "a dog", "1234"), WORDS, ()),),
    tuple(
        Contrast(f"the {word}", one, other)
        for word in ("cat", "dog", "mat")
        for one, other in (("the", "and"), ("and", "the"))
    ),
)


def test_where_answers_are_read_is_the_lens_and_the_fall_a_plain_forward(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = module._grammar(bench, SETS)[0]
    lens = module._through_lens(bench, item)
    plain = bench.model(input_ids=item.ids[None]).logits[0, -1].detach()
    assert lens[-1] == pytest.approx(float(plain[item.right] - plain[item.wrong]), abs=1e-4)
    off = module._switched_off(bench, item, "mlp")
    other = copy.deepcopy(bench.model)
    _weight(other, 1).data.zero_()
    silent = other(input_ids=item.ids[None]).logits[0, -1].detach()
    assert off[1] == pytest.approx(float(silent[item.right] - silent[item.wrong]), abs=1e-4)
    monkeypatch.setattr(module, "FEWEST", 1)
    found = module.where(AskWhere(most=12), bench, SETS)
    assert [kind.name for kind in found.kinds] == ["facts", "grammar"]
    for kind in found.kinds:
        assert 0 < kind.n < kind.asked
        assert kind.read[-1] == 1.0  # only what the model gets right is measured
        assert ((kind.read_low <= kind.read + 1e-6) & (kind.read <= kind.read_high + 1e-6)).all()
    assert np.array_equal(module.where(AskWhere(most=12), bench, SETS).kinds[0].mlp, found.kinds[0].mlp)
    monkeypatch.setattr(module, "FEWEST", 100)
    with pytest.raises(InputRefused, match="too few to measure"):
        module.where(AskWhere(most=12), bench, SETS)


def test_the_state_from_which_most_are_read_lies_between_states() -> None:
    assert module._crossing(np.array([0.0, 0.5, 1.0, 1.0])) == 1.5
    assert module._crossing(np.array([0.8, 0.9])) == 0.0
    assert module._crossing(np.array([0.5, 0.8, 0.7, 0.9])) == pytest.approx(2.25)
    assert module._centre(np.array([-1.0, 0.0, 2.0, 2.0])) == 2.5


def test_the_sets_need_no_model() -> None:
    found = answer(AskFactSets(), Bench(lambda *_: None, lambda: False))
    assert isinstance(found, FactSets)
    assert AskFactSets.about == "resources"


def test_controls_are_of_the_same_size_or_write_the_same_value(bench: Workbench) -> None:
    found = answer(AskEdit((FACT,), (0,), "rank one", QUICK, PROBES), bench)
    assert isinstance(found, Edited)
    assert isinstance(found.edit, WeightEdit)
    chance = np.random.default_rng((1, 0))
    drawn = chance.standard_normal(found.edit.read.shape).astype(np.float32)
    random = drawn * (np.linalg.norm(found.edit.read) / np.linalg.norm(drawn))
    size, value = found.controls
    assert (size.kind, size.size, value.kind) == ("same size", 1.0, "same value")
    by_hand = answer(AskMeasured(replace(found.edit, read=random), PROBES), bench)
    assert isinstance(by_hand, Measured)
    assert np.allclose(size.after, by_hand.after, atol=1e-4)
    assert size.text_after == pytest.approx(by_hand.text_after, abs=1e-5)
    scaled = answer(AskMeasured(replace(found.edit, read=random * np.float32(value.size)), PROBES), bench)
    other = answer(AskMeasured(replace(found.edit, read=random * np.float32(-value.size)), PROBES), bench)
    assert isinstance(scaled, Measured)
    assert isinstance(other, Measured)
    assert np.allclose(value.after, scaled.after, atol=1e-3) or np.allclose(value.after, other.after, atol=1e-3)


def test_the_control_of_a_matrix_is_its_numbers_in_another_order(bench: Workbench) -> None:
    found = answer(AskEdit((FACT,), (0,), "fine-tuning", QUICK, PROBES), bench)
    assert isinstance(found, Edited)
    assert isinstance(found.edit, MatrixEdit)
    (control,) = found.controls
    dealt = np.random.default_rng((1, 0)).permutation(found.edit.delta.reshape(-1)).reshape(found.edit.delta.shape)
    by_hand = answer(AskMeasured(replace(found.edit, delta=dealt), PROBES), bench)
    assert isinstance(by_hand, Measured)
    assert np.allclose(control.after, by_hand.after, atol=1e-4)
