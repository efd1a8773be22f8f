"""Activations along a run, rules on them, the stop at a token, and trees: each against the same done by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from sklearn.tree import DecisionTreeClassifier

from engine import protocol
from engine.dictionaries import files, shelf
from engine.dictionaries.records import Hook
from engine.errors import InputRefused, Stopped
from engine.generation.session import Session
from engine.labkit.intervals import wilson
from engine.labs.watch import answers, rules, shade
from engine.labs.watch import tree as trees
from engine.labs.watch.records import (
    AskShade,
    AskTree,
    AskWatch,
    Condition,
    Rule,
)
from engine.process.generator import Generator
from engine.process.model_service import Model
from tests.helpers.dictionaries import by_hand, random_dictionary
from tests.helpers.sessions import PROMPT, begun, hooks_on, stepped, tiny_session
from tests.helpers.workbench import bench

LAST = len(PROMPT) - 1
NAN = float("nan")


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A dictionary of block 1 of a tiny model, many of whose features are active."""
    folder = tmp_path_factory.mktemp("watch")
    path = folder / "resid.safetensors"
    files.save(path, random_dictionary(hook=Hook("resid", 1), activation="relu", seed=4))
    return {"resid": str(path)}


def stands(session: Session, kind: str, ids: Any) -> torch.Tensor:
    """[T, width] at block 1, by a plain forward."""
    block, kept = session.anatomy.blocks[1], list[torch.Tensor]()
    module: Any = {"resid": block.module, "attention": block.attention_write, "mlp": block.mlp_write,
                   "neurons": block.down_projection}[kind]  # fmt: skip

    def after(_m: Any, args: Any, out: Any) -> None:
        value = args[0] if kind == "neurons" else out[0] if isinstance(out, tuple) else out
        kept.append(value.detach().clone())

    handle = module.register_forward_hook(after)
    with torch.inference_mode():
        session.model(torch.tensor([ids]), use_cache=False)
    handle.remove()
    return kept[0].reshape(-1, kept[0].shape[-1])


def test_a_rule_holds_where_one_of_its_ways_does() -> None:
    a = np.array([NAN, 0.0, 1.0, 3.0, 0.0], np.float32)
    b = np.array([NAN, 2.0, 2.0, 0.0, 0.0], np.float32)
    values = {("d", 1): a, ("d", 2): b}
    one, other = Condition("d", 1, True, 0.5), Condition("d", 2, False, 1.0)
    assert Rule("all", ((one, other),)).marks(values).tolist() == [False, False, False, True, False]
    assert Rule("any", ((one,), (other,))).marks(values).tolist() == [False, False, True, True, True]
    assert Rule("so far", ((one,),), so_far=True).marks(values).tolist() == [False, False, True, True, True]
    assert not Rule("none", ((),)).marks(values).any()
    assert Rule("x", ((one, other), (one,))).conditions == (one, other)


def test_what_is_asked_at_a_node_is_what_the_whole_run_says(names: dict[str, str]) -> None:
    session = tiny_session()
    begun(session)
    stepped(session, 6)
    name, node = names["resid"], session.current
    values = shade.shade(AskShade(name, (3, 11), node), bench(session)).values.copy()
    values[0] = np.nan
    high = float(np.nanmedian(values[:, 0]))
    for so_far in (False, True):
        rule = Rule("one", ((Condition(name, 3, True, high), Condition(name, 11, False, 9.0)),), so_far)
        marks = rule.marks({(name, 3): values[:, 0], (name, 11): values[:, 1]})
        path = session.tree.path(node)
        holds = [rules.watch(AskWatch(it, (rule,)), bench(session)).stops for it in path]
        assert holds == marks.tolist()
        assert any(holds)
        assert not all(holds)


def generated(session: Session, watch: AskWatch | None, count: int) -> tuple[int, Any]:
    """How many tokens one request makes, and why it ends."""
    said: list[protocol.Answer] = []
    made = bench(session)
    model: Any = type("Held", (), {"session": session, "info": made.info})()
    request = protocol.Generate(1, count, stop_at_end=False, watch=watch)
    generation = Generator(request, model, said.append, lambda: False, lambda: made)
    assert isinstance(model, Model) or model.session is session
    while (why := generation.reason_to_stop()) is None:
        generation.step()
    return generation.made, why


def test_writing_stops_exactly_at_the_first_token_that_a_rule_marks(names: dict[str, str]) -> None:
    free = tiny_session()
    begun(free)
    assert generated(free, None, 12) == (12, "done")
    name = names["resid"]
    values = shade.shade(AskShade(name, (3,), free.current), bench(free)).values[:, 0]
    written = values[len(PROMPT) :]
    limit = float(np.sort(written)[len(written) // 2])
    first = int(np.flatnonzero(written > limit)[0])
    assert first > 0
    watched = tiny_session()
    begun(watched)
    rule = Rule("one", ((Condition(name, 3, True, limit),),))
    assert generated(watched, AskWatch(rules=(rule,)), 12) == (first + 1, "watched")
    assert watched.tree.ids(watched.tree.path(watched.current)).tolist() == free.tree.ids(
        free.tree.path(free.current)
    ).tolist()[: len(PROMPT) + first + 1]  # fmt: skip
    never = Rule("never", ((Condition(name, 3, True, 1e6),),))
    other = tiny_session()
    begun(other)
    assert generated(other, AskWatch(rules=(never,)), 12) == (12, "done")


def test_what_is_switched_on_meanwhile_stops_at_the_next_token_that_it_marks(names: dict[str, str]) -> None:
    free = tiny_session()
    begun(free)
    generated(free, None, 12)
    name = names["resid"]
    written = shade.shade(AskShade(name, (3,), free.current), bench(free)).values[len(PROMPT) :, 0]
    limit = float(np.sort(written)[len(written) // 2])
    marked = np.flatnonzero(written > limit)
    on_after = int(marked[0]) + 1  # tokens: the first one that it would mark has been written
    session = tiny_session()
    begun(session)
    made, said = bench(session), list[protocol.Answer]()
    model: Any = type("Held", (), {"session": session, "info": made.info})()
    generation = Generator(protocol.Generate(1, 12, stop_at_end=False), model, said.append, lambda: False, lambda: made)
    while generation.reason_to_stop() is None:
        if generation.made == on_after:
            generation.watch = AskWatch(rules=(Rule("one", ((Condition(name, 3, True, limit),),)),))
        generation.step()
    assert generation.made == int(marked[1]) + 1
    assert generation.reason_to_stop() == "watched"


# -- trees -------------------------------------------------------------------------------------------------------

POSITIVE = [
    f"{a} {b} 8 {a + b}" for a, b in ((5, 17), (60, 33), (71, 22), (9, 40), (12, 13), (30, 31), (44, 45), (3, 4))
]
NEGATIVE = [
    f"{a} {b} 50 {a + b}" for a, b in ((6, 18), (61, 32), (70, 21), (10, 41), (14, 15), (28, 29), (46, 47), (2, 1))
]


def asked(names: dict[str, str], **values: Any) -> AskTree:
    base = AskTree(names["resid"], "|".join(POSITIVE), "|".join(NEGATIVE), held_out=0.5)
    return replace(base, **values)


def read_by_hand(session: Session, name: str, reduce: Callable[..., Any]) -> Any:
    rows = []
    for text in (*POSITIVE, *NEGATIVE):
        states = stands(session, "resid", [int(word) for word in text.split()])
        rows.append(reduce(by_hand(shelf.load(name)[0], states)[0][1:], axis=0))
    return np.array(rows, np.float32)


@pytest.mark.parametrize("reading", ["max", "mean"])
def test_a_tree_is_scikit_learns_and_its_rule_says_what_it_says(reading: str, names: dict[str, str]) -> None:
    session = tiny_session()
    begun(session)
    found = trees.tree(asked(names, reading=reading), bench(session))
    reduce: Any = np.max if reading == "max" else np.mean
    read = read_by_hand(session, names["resid"], reduce)
    labels = np.arange(16) < 8
    chance = np.random.default_rng(0)
    held = np.zeros(16, bool)
    for label in (True, False):
        held[chance.permutation(np.flatnonzero(labels == label))[:4]] = True
    made = DecisionTreeClassifier(max_depth=2, min_samples_leaf=2, random_state=0).fit(read[~held], labels[~held])
    predicted = made.predict(read[held])
    assert found.trained == (4, 4)
    assert (found.score.texts, found.score.positive) == (8, 4)
    assert found.score.marked == predicted.sum()
    assert found.score.right == (predicted & labels[held]).sum()
    if found.score.marked:
        assert found.score.precision == pytest.approx(
            (found.score.right / found.score.marked, *wilson(found.score.right, found.score.marked))
        )
    assert found.score.recall[0] == found.score.right / 4
    by_rule = [
        bool(found.rule.marks({(it.dictionary, it.feature): row[[it.feature]] for it in found.rule.conditions}).any())
        for row in read
    ]
    assert by_rule == made.predict(read).tolist()
    assert found.rule.so_far == (reading == "max")


def test_shuffled_labels_are_the_control(names: dict[str, str]) -> None:
    session = tiny_session()
    begun(session)
    found = trees.tree(asked(names), bench(session))
    assert found.shuffled.texts == found.score.texts
    assert found.shuffled.positive == found.score.positive
    marked = np.array([True, True, False, False])
    score = trees.scored(marked, np.array([True, False, True, True]))
    assert (score.right, score.positive, score.marked) == (1, 3, 2)
    assert score.precision == pytest.approx((0.5, *wilson(1, 2)))
    assert score.recall == pytest.approx((1 / 3, *wilson(1, 3)))
    nothing = trees.scored(np.zeros(4, bool), np.ones(4, bool))
    assert np.isnan(nothing.precision[0])
    assert nothing.precision[1:] == (0.0, 1.0)


def test_texts_come_from_a_folder_a_file_or_a_line(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for at in range(6):
        (folder / f"{at}.txt").write_text(f"text {at}\nsecond line\n")
    assert trees.texts_of(str(folder))[0] == [f"text {at} second line" for at in range(6)]
    (tmp_path / "lines.txt").write_text("\n".join(f"line {at}" for at in range(7)))
    assert len(trees.texts_of(str(tmp_path / "lines.txt"))[0]) == 7
    assert trees.texts_of("a|b|c|d|e|f")[0] == list("abcdef")
    for typed, said in (
        ("a|b", "A set of 2 texts is too small"),
        ("", "A set of 0 texts"),
        ("nowhere.txt", "cannot be read"),
    ):
        with pytest.raises(InputRefused, match=said):
            trees.texts_of(typed)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (AskWatch(LAST, (Rule("x", ((Condition("resid", 48),),)),)), "no feature 48"),
        (AskWatch(99, (Rule("x", ((Condition("resid", 1),),)),)), "no token number 99"),
        (AskWatch(LAST, ()), "A watch needs 1 to 12 rules, not 0"),
        (AskWatch(LAST, (Rule("x", ((Condition("nowhere", 1),),)),)), "no dictionary nowhere"),
        (AskTree("resid", "a|b", "c|d", depth=9), "depth must be 1 to 6, not 9"),
    ],
)
def test_what_is_refused(question: Any, said: str, names: dict[str, str]) -> None:
    session = tiny_session()
    begun(session)
    if isinstance(question, AskTree):
        question = replace(question, dictionary=names["resid"])
    elif question.rules and question.rules[0].conditions[0].dictionary == "resid":
        condition = replace(question.rules[0].conditions[0], dictionary=names["resid"])
        question = replace(question, rules=(Rule("x", ((condition,),)),))
    with pytest.raises(InputRefused, match=said):
        answers.ANSWERS[type(question)](question, bench(session))  # type: ignore[operator]


def test_a_tree_can_be_stopped(names: dict[str, str]) -> None:
    session = tiny_session()
    begun(session)
    with pytest.raises(Stopped):
        trees.tree(asked(names), bench(session, stop=True))
    assert hooks_on(session.model) == 0
