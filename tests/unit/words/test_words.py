"""The words a person reads are the field's, one for one thing; what misled is gone, and what is better stands.

Read are all texts of the window, all sentences of the engine and of the commands, and README.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app.window import actions
from app.window.workspaces import WORKSPACES
from tests.helpers.texts import written
from viz import lab, registry

ROOT = Path(__file__).resolve().parents[3]
HERE = Path(__file__).resolve().parent
NOT_SHOWN = ("viz/figures/units.py", "engine/maps/make_bundled.py")  # names of fields; what a developer's script tells


def table(name: str) -> dict[str, Any]:
    """A table beside this file."""
    return tomllib.loads((HERE / name).read_text("utf-8"))


def plain(text: str) -> str:
    """A text on one line, {} for every value that is put in."""
    return " ".join(re.sub(r"\{[^{}]*\}", "{}", text).split())


@cache
def keywords() -> frozenset[str]:
    """What is searched and not read: there the other words help."""
    words = {word for view in registry.all_views().values() for word in view.keywords}
    words |= {word for found in lab.all_labs().values() for group in found.words.values() for word in group}
    return frozenset(words | {word for row in actions.ROWS for word in row.words})


@cache
def texts() -> Mapping[str, frozenset[str]]:
    """Every text of the program that may be read, by its file; single small words are names of things as a rule."""
    found: dict[str, frozenset[str]] = {}
    for path in sorted(path for part in ("app", "viz", "engine") for path in (ROOT / part).rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if name not in NOT_SHOWN:
            seen = set(written(ast.parse(path.read_text("utf-8")))) - keywords()
            found[name] = frozenset(
                plain(text)
                for text in seen
                if " " in text.strip() or (text[:1].isupper() and not name.startswith("engine/"))
            )
    readme = (ROOT / "README.md").read_text("utf-8")
    found["README.md"] = frozenset(plain(part) for part in re.sub(r"`[^`]*`", "{}", readme).split("\n\n"))
    return found


def said(pattern: str, but: Mapping[str, Sequence[str]] | None = None) -> list[str]:
    """Where it is said, whatever its capitals; `but` holds what is meant by it in a file."""
    wanted = re.compile(pattern, re.IGNORECASE)
    return [
        f"{name}: {text}"
        for name, here in texts().items()
        for text in here
        if wanted.search(text) and not any(part in text for part in (but or {}).get(name, ()))
    ]


# -- one word for one thing ------------------------------------------------------------------------------------------

INSTEAD = {  # what is said nowhere, and the field's word for it
    r"\b(likeliest|then first)": "most likely",
    r"\b(switchboard|board of)": "intervention list",
    r"\b(put to zero|knock(s|ed)? out)": "switch off",
    r"\bintact": "original",
    r"\b(giant|outlying)": "outlier",
    r"\b(?<!residual )stream\b": "residual stream",
    r"\b(small|bracket) nets?\b|\bof a net\b": "bracket model",
    r"\b(il)?legal": "valid, invalid",
    r"\b(chosen head|followed token)": "selected head, tracked token",
    r"\b(this|the) model's head": "unembedding",
    r"\b(the way through the layers|state's own way)": "path through the layers",
    r"\b(processor|graphics card)": "CPU, GPU",
    r"\b(read again|replayed)": "recomputed",
    r"\bthe same luck": "same random numbers",
    r"\bcuttings?": "tokenization",
    r"\bfull[ -]space": "all dimensions",
    r"\bmean of the layer \{\}|\blayer's mean": "mean of layer {n}",
    r"\b(go on from|going on from|goes on from|to go on\b|written on|go on with)": "continue",
    r"\bforward(?! pass)(es)?\b(?=[.,;]| for| is| takes)": "forward pass",
    r"\bfirst token left out": "without the first token (attention sink)",
    r"\b(dtype|site)s? of (this|the) (model|change)": "precision, component",
}
MISLEADING = {  # a word in a meaning that it is not kept for, and what is said then
    r"\b(right after|rightly|is right\b)": "correct",
    r"\bloss(es)? of (the |a |one |its |some )?(neuron|head|component|part|layer)": "switching it off",
    r"\bits loss\b(?! rises)": "the effect of switching it off",
    r"\bruns? of (\(|bracket|opening)": "row of (",
    r"\bshares? (of|in) (the|a) logit\b|\blayers' shares|\bsigned share": "contribution",
    r"\bwritten (by|with) (the|a) (\w+ )?model|\btokens? (is|are|was|were|can be) written": "generated",
    r"\bthe (set|board) is written|\bsave the set\b": "saved",
    r"\banother place|\bwrite it to a place": "file, folder, source",
    r"\b(measured|estimated) for the first\b": "top-ranked",
    r"\blayers? [-−]1\b|\bstate 0 \(before|\bbefore block": "input",
    r"\b(on|of|by) the set\b(?! of| without)": "text set",
    r"\btak(e|en) (off|back)\b|\btake what is": "remove, delete, undo",
    r"\btokens? (that )?(was|were|is|are)? ?taken\b|\btake another (way|token)": "chosen",
    r"\b(the )?run before (this|the)": "previous run",
    r"\ba figure is 0|\bfigures? that others": "number",
    r"\bheld-out (token|neighbour)": "left out",
    r"\bstate: \{\} of": "training",
}
MEANT: Mapping[str, Mapping[str, Sequence[str]]] = {
    r"\b(?<!residual )stream\b": {"viz/labs/layers/layers_view.py": ["share of the stream after it"]},  # a kept choice
    r"\b(chosen head|followed token)": {"viz/labs/attention/matrix_frame.py": ["mean of chosen heads"]},  # as above
    r"\bintact": {"viz/labs/language_neurons/rate_bars.py": ["rise over intact"]},  # as above
    r"\b(small|bracket) nets?\b|\bof a net\b": {  # names in a finding, shown as “the bracket model”
        "engine/labs/brackets/large.py": ["the small net"],
        "viz/labs/brackets/brackets_large_view.py": ["the small net"],
    },
}


@pytest.mark.parametrize(("pattern", "word"), [*INSTEAD.items(), *MISLEADING.items()], ids=lambda it: it[:40])
def test_one_thing_has_one_word_and_one_word_one_meaning(pattern: str, word: str) -> None:
    assert said(pattern, MEANT.get(pattern)) == [], f"say: {word}"


def test_what_is_meant_is_still_said() -> None:
    for places in MEANT.values():
        for name, parts in places.items():
            assert [part for part in parts if not any(part in text for text in texts()[name])] == []


def test_a_word_that_misleads_is_found() -> None:
    def found(text: str) -> list[str]:
        said = [word for it, word in {**INSTEAD, **MISLEADING}.items() if re.search(it, plain(text), re.IGNORECASE)]
        return sorted(said)

    assert found("The {likeliest} of the residual stream, of a text set, one forward pass") == []
    assert found("The likeliest token of the stream") == ["most likely", "residual stream"]
    assert found("Right after 39 brackets: an illegal one") == ["correct", "valid, invalid"]
    assert found("What the loss of one neuron costs in the full space") == ["all dimensions", "switching it off"]
    assert found("Layer -1 and the run before this one; tokens that were taken") == ["chosen", "input", "previous run"]
    assert found("Text that was written by the model: name another place") == ["file, folder, source", "generated"]


def test_the_texts_read_are_many() -> None:
    found = texts()
    assert sum(map(len, found.values())) > 4000
    assert {"README.md", "engine/models/load.py", "app/commands/trace.py", "viz/map/paint/words.py"} <= set(found)


# -- texts and errors ------------------------------------------------------------------------------------------------

TEXTS = table("texts.toml")["text"]


@pytest.mark.parametrize("row", TEXTS, ids=lambda row: row["was"][:40])
def test_what_misled_is_gone_and_what_replaced_it_stands(row: Mapping[str, Any]) -> None:
    assert said(row["was"]) == []
    stands = {text.removesuffix(".") for here in texts().values() for text in here}
    assert [text for text in row.get("now", ()) if plain(text).removesuffix(".") not in stands] == []


def test_old_and_new_are_told_apart() -> None:
    """No new text is what another row holds to be gone."""
    for row in TEXTS:
        for other in TEXTS:
            assert not [text for text in other.get("now", ()) if re.search(row["was"], plain(text), re.IGNORECASE)]


# -- views and workspaces --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", table("views.toml"))
def test_a_view_is_called_what_it_shows(name: str) -> None:
    asked, view = table("views.toml")[name], registry.all_views()[name]
    assert (view.title, view.tab, view.subtitle) == (asked["title"], asked.get("tab", ""), asked["subtitle"])
    assert view.tip == asked["tip"]
    of_lab = [word for found in lab.all_labs().values() for word in found.words.get(name, ())]
    known = " · ".join((view.title, view.tab, view.subtitle, view.tip, *view.keywords, *of_lab)).lower()
    assert [word for word in asked["finds"] if word.lower() not in known] == []


def test_every_view_says_what_it_shows_in_a_sentence() -> None:
    views = {name: view for name, view in registry.all_views().items() if view.__module__.startswith("viz.")}
    assert len(views) > 40
    for name, view in views.items():
        assert view.title, name
        assert view.subtitle, name
        assert len(view.title.split()) <= 6, name
        assert view.tip.endswith("."), name
        assert view.keywords or any(found.words.get(name) for found in lab.all_labs().values()), name
    for view in views.values():
        assert len([other for other in views.values() if other.title == view.title]) == 1, view.title


def test_every_workspace_says_what_it_is_for_in_a_sentence() -> None:
    assert len(WORKSPACES) >= 10
    for it in WORKSPACES:
        assert it.tip.endswith("."), it.title


def test_readme_has_the_words_by_which_it_is_looked_for() -> None:
    readme = (ROOT / "README.md").read_text("utf-8").lower()
    wanted = (
        "interpretability", "activation patching", "causal tracing", "direct logit attribution", "induction",
        "ablation", "logit lens", "ioi", "about a third", "the first five minutes", "command line", "licence",
    )  # fmt: skip
    assert [word for word in wanted if word not in readme] == []
