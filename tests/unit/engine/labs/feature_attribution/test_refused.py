"""What cannot be attributed is said in a sentence, and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.dictionaries import files
from engine.dictionaries.records import Hook
from engine.errors import InputRefused, Stopped
from engine.labs.feature_attribution import answers
from engine.labs.feature_attribution.records import MOST_TOKENS, AskAttribution, AskOff, Node
from tests.helpers.dictionaries import random_dictionary
from tests.helpers.families import OTHERS
from tests.helpers.sessions import PROMPT, begun, hooks_on, session_of, tiny_session
from tests.helpers.workbench import bench
from tests.unit.engine.labs.feature_attribution.test_linear import LAST


def asked(two: tuple[str, str], **values: Any) -> AskAttribution:
    return AskAttribution(**{"node": LAST, "dictionaries": two, "token": "#7", **values})


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"dictionaries": ()}, "No dictionary reads this model yet"),
        ({"dictionaries": ("nowhere.safetensors",)}, "There is no dictionary nowhere.safetensors"),
        ({"node": 0}, "a single token, which no dictionary reads"),
        ({"node": 99}, "no token number 99"),
        ({"token": "#97"}, "Token number 97 does not exist"),
        ({"most": 0}, "Choose 1 or more"),
    ],
)
def test_what_is_refused(values: dict[str, Any], said: str, two: tuple[str, str]) -> None:
    session = tiny_session()
    begun(session)
    with pytest.raises(InputRefused, match=said):
        answers.attribute(asked(two, **values), bench(session))
    assert hooks_on(session.model) == 0


def test_a_dictionary_of_another_model_is_refused(tmp_path: Path, two: tuple[str, str]) -> None:
    session = tiny_session()
    begun(session)
    wide, deep = str(tmp_path / "wide.safetensors"), str(tmp_path / "deep.safetensors")
    files.save(Path(wide), random_dictionary(d=40))
    files.save(Path(deep), random_dictionary(hook=Hook("resid", 9)))
    for name, said in ((wide, "reads 40 numbers"), (deep, "There is no layer 9")):
        with pytest.raises(InputRefused, match=said):
            answers.attribute(asked(two, dictionaries=(name,)), bench(session))


def test_two_dictionaries_of_one_place_are_refused(tmp_path: Path, two: tuple[str, str]) -> None:
    session = tiny_session()
    begun(session)
    again = str(tmp_path / "again.safetensors")
    files.save(Path(again), random_dictionary(seed=5))
    with pytest.raises(InputRefused, match="Two of the dictionaries read resid after L0"):
        answers.attribute(asked(two, dictionaries=(*two, again)), bench(session))


def test_a_long_text_is_refused(two: tuple[str, str]) -> None:
    session = tiny_session(context=512)
    begun(session, prompt=np.resize(PROMPT, MOST_TOKENS + 1))
    with pytest.raises(InputRefused, match=f"has {MOST_TOKENS + 1} tokens, but at most {MOST_TOKENS}"):
        answers.attribute(asked(two, node=MOST_TOKENS), bench(session))


def test_a_node_that_is_not_there_is_not_switched_off(two: tuple[str, str]) -> None:
    session = tiny_session()
    begun(session)
    for node in (Node(0, "feature", 2, 48), Node(2, "error", 2), Node(0, "error", 8), Node(-1, "feature", 2, 1)):
        with pytest.raises(InputRefused, match="no such node"):
            answers.switch_off(AskOff(asked(two), (node,), 0.0), bench(session))
    with pytest.raises(InputRefused, match="Nothing is chosen"):
        answers.switch_off(AskOff(asked(two), (), 0.0), bench(session))


def test_a_stop_leaves_no_hook(two: tuple[str, str]) -> None:
    session = tiny_session()
    begun(session)
    before = session.model.config._attn_implementation
    with pytest.raises(Stopped):
        answers.attribute(asked(two), bench(session, stop=True))
    assert hooks_on(session.model) == 0
    assert session.model.config._attn_implementation == before


def test_a_model_without_attention_is_refused(two: tuple[str, str]) -> None:
    session = session_of(OTHERS["mamba"]())
    begun(session)
    with pytest.raises(InputRefused):
        answers.attribute(asked(two), bench(session))
