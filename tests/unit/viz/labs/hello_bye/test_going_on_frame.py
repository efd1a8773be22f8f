"""How the text goes on after Hello/Bye: which heads count as induction, what is asked in turn, the sentence."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from pytestqt.qtbot import QtBot

from engine.labs.attention.records import AskHeadScores, HeadScores
from engine.labs.hello_bye.records import AskGoesOn, GoesOn, HelloByeFound
from tests.helpers.charts import point
from tests.helpers.hello_bye import QUESTION, SHA, answered, chosen, found_of, gone_on, made, model_run, plain
from tests.helpers.hosted import show
from tests.helpers.mouse import leave
from viz.intents import AskLab, Hover
from viz.labs.hello_bye import labels
from viz.labs.hello_bye.going_on_frame import FEWEST_HEADS, induction_heads
from viz.labs.hello_bye.hello_bye_goes_on_view import HelloByeGoesOnView
from viz.labs.hello_bye.hello_bye_heads_view import HelloByeHeadsView
from viz.theme import theme


def scored(strong: tuple[tuple[int, int], ...]) -> HeadScores:
    scores = np.linspace(0, 0.2, 5 * 16, dtype=np.float32).reshape(5, 4, 4)
    for layer, head in strong:
        scores[2, layer, head] = 0.8
    return HeadScores(scores, np.zeros_like(scores), 0, 50, 8, False, 1.0)


def test_the_heads_are_those_that_count_or_the_nearest() -> None:
    heads, counted = induction_heads(scored(((1, 2), (3, 0))))
    assert counted
    assert set(heads) == {(1, 2), (3, 0)}
    heads, counted = induction_heads(scored(()))
    assert not counted
    assert len(heads) == FEWEST_HEADS
    assert heads[0] == (3, 3)


def test_asks_for_the_words_then_the_heads_then_the_continuation(qtbot: QtBot) -> None:
    view, sent = made(qtbot, HelloByeGoesOnView, 1200, 160)
    run, ui = model_run(), chosen()
    show(view, HelloByeGoesOnView.frame(run, ui), theme("dark"))
    run.findings[QUESTION] = found_of()
    show(view, HelloByeGoesOnView.frame(run, ui), theme("dark"))
    run.findings[AskHeadScores()] = scored(((1, 2),))
    show(view, HelloByeGoesOnView.frame(run, ui), theme("dark"))
    question = AskGoesOn(QUESTION, 30, ((1, 2),), 0.0, 0)
    assert sent == [AskLab(QUESTION), AskLab(AskHeadScores()), AskLab(question)]
    found = gone_on(question, " no nx, and so on and on and o")
    run.findings[question] = found
    frame = HelloByeGoesOnView.frame(run, ui)
    show(view, frame, theme("dark"))
    assert len(sent) == 3
    assert frame.found is not None
    assert frame.found.n_prompt == found.n_prompt == 20
    assert isinstance(view, HelloByeGoesOnView)
    view.grab()
    point(view.panel, 0, 25)
    assert sent[-1] == Hover(int(found.token_ids[25]), None)
    words = view.panel.grid.plots[0].crosshair.words.splitlines()
    assert words[0] == f"25: {frame.texts[25]}"
    assert words[2] == f"entropy of the next token {labels.number(float(found.entropy[25]))} bits"
    leave(view.panel.grid)
    assert sent[-1] == Hover()
    plot = view.panel.grid.plots[0]
    assert plot.sides["bottom"].ruler.labels == frame.texts
    assert plot.sides["right"].ruler.marks[-1][1] == "100\u00a0%"


def test_the_sentence_on_the_continuation_is_true() -> None:
    question = AskGoesOn(QUESTION, 4, ((0, 0),))
    ids = np.append(found_of().token_ids, [0, 78, 79, 1]).astype(np.int32)
    repeats = np.zeros(24, bool)
    entropy = np.full(24, 2.0, np.float32)
    entropy[20:] = 1.0
    raws = (*found_of().raws, b" ", b"n", b"o", b"!")
    repeats[20:23] = True
    induction = np.full(24, 0.25, np.float32)
    induction[20:] = 0.5
    found = GoesOn(question, SHA, ids, raws, 20, entropy, entropy, induction, repeats, 1, False)
    said = plain(labels.going_on(found))
    assert said.startswith("It says “no” 1 times more, then “!”.")
    assert "Entropy was 2.00 bits at the sequence's end and is 1.00 on average" in said
    assert "Induction activity: 25.0 % on average in the sequence, 50.0 % afterwards." in said
    all_of_it = GoesOn(**{**vars(found), "repeats": np.arange(24) >= 20})
    assert "keeps saying “no”: all 4 generated tokens" in labels.going_on(all_of_it)
    none = GoesOn(**{**vars(found), "repeats": np.zeros(24, bool), "ended": True})
    assert "does not say “no” again: its next token is “·”" in labels.going_on(none)
    assert "ended the text by itself" in labels.going_on(none)


def test_a_model_with_a_short_context_is_scored_on_shorter_repetitions() -> None:
    run = answered()
    assert run.info is not None
    run.info = replace(run.info, context=64)
    assert HelloByeGoesOnView.frame(run, chosen()).asks == AskHeadScores(length=31)


def test_a_model_without_attention_goes_on_without_heads() -> None:
    run = answered()
    run.findings[QUESTION] = HelloByeFound(**{**vars(found_of()), "attn": None, "missing": (("attn", "It has none."),)})
    frame = HelloByeGoesOnView.frame(run, chosen())
    assert frame.asks == AskGoesOn(QUESTION, 30, (), 0.0, 0)
    heads = HelloByeHeadsView.frame(run, chosen())
    assert heads.of_block == "It has none."
