"""The Hello/Bye views: what is asked and when, a run's own records and the lab's, labels that are true, gestures."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.capture.anatomy import describe
from engine.generation.session import Session
from engine.lab_records import Refused
from engine.lab_records_heads import AskHeadScores, HeadScores
from engine.lab_records_hello_bye import AskGoesOn, AskHelloBye, GoesOn, HelloByeFound
from engine.labs import hello_bye
from engine.records import EMBEDDING, F32, Change, Plan, Site, Space
from engine.run import Run
from tests.helpers.families import FAMILIES
from tests.helpers.letters import Letters, bench
from tests.helpers.mouse import move
from tests.helpers.runs import empty, no_model, prompted, tiny_info, with_map
from tests.helpers.sessions import begun
from viz.charts import hello_bye_facts as facts
from viz.charts import hello_bye_labels as labels
from viz.charts.hello_bye_axis import Columns
from viz.charts.hello_bye_data import asked, found_in, question_of, shown
from viz.charts.hello_bye_draw import Brush, fitting
from viz.charts.hello_bye_panels import ORDERS, panels_of, thinned
from viz.charts.hello_bye_states import alike, plane_path
from viz.charts.hello_bye_time import FEWEST_HEADS, induction_heads
from viz.charts.numbers import percent
from viz.intents import AskLab, ChooseHead, ChooseLayer, Hover, Intent, SetOption, StartRun
from viz.theme import theme
from viz.ui_state import UiState
from viz.view import View
from viz.views.hello_bye import HelloByeView
from viz.views.hello_bye_goes_on import HelloByeGoesOnView
from viz.views.hello_bye_heads import HelloByeHeadsView
from viz.views.hello_bye_states import HelloByeStatesView

QUESTION = AskHelloBye("hi", "no", 3, 4)
SHA = "0" * 64  # of `tiny_info`
VIEWS: tuple[type[View], ...] = (HelloByeView, HelloByeHeadsView, HelloByeStatesView, HelloByeGoesOnView)


def chosen(question: AskHelloBye = QUESTION, **changes: object) -> UiState:
    """The state in which a person has typed these words."""
    ui = UiState(**changes)  # type: ignore[arg-type]
    for name in ("first", "second", "first_count", "second_count"):
        ui = ui.with_option("hello_bye", name, getattr(question, name))
    return ui


@functools.cache
def found_of(family: str = "llama", question: AskHelloBye = QUESTION) -> HelloByeFound:
    return hello_bye.answer(question, bench(FAMILIES[family]()))


def model_run(family: str = "llama") -> Run:
    """A run with a model of this family, and no token yet."""
    vocabulary = Letters().vocabulary()
    anatomy = describe(FAMILIES[family]())
    info = replace(
        tiny_info(vocabulary), n_layers=anatomy.n_layers, n_heads=anatomy.n_heads, d_model=anatomy.d_model,
        position_scheme=anatomy.position_scheme,
    )  # fmt: skip
    run = Run(info, vocabulary)
    run.run_id = 1
    return run


def answered(family: str = "llama") -> Run:
    """The lab has answered."""
    run = model_run(family)
    run.findings[QUESTION] = found_of(family)
    return run


def recorded(family: str = "llama", extra: str = "") -> Run:
    """The sequence as a run's prompt, recorded by the engine, and `extra` taken after it."""
    model = FAMILIES[family]()
    made = bench(model)
    run = model_run(family)
    run.run_id, run.prompt = 0, QUESTION.text
    prompt = hello_bye.ids_of(made, QUESTION.text)
    run.prompt_tokens = len(prompt)
    session = Session(model, made.anatomy, 64)
    for tokens in begun(session, prompt=prompt):
        run.append(tokens)
    for token in Letters()(extra)["input_ids"]:
        taken = session.branch(session.current, token)
        assert taken is not None
        run.append(taken)
    return run


@pytest.fixture(params=VIEWS)
def view(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[View]:
    made: View = request.param()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    yield made
    made.close()


def made(qtbot: QtBot, cls: type[View], width: int = 1100, height: int = 760) -> tuple[View, list[Intent]]:
    """A view on screen, and what it sends."""
    one = cls()
    qtbot.addWidget(one)
    one.resize(width, height)
    sent: list[Intent] = []
    one.intent.connect(sent.append)
    one.show()
    return one, sent


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("−", "-")


# -- asking ------------------------------------------------------------------------------------------------------


def test_the_words_typed_make_the_question() -> None:
    assert asked(UiState()) == AskHelloBye("hello", "bye", 10, 10, " ")
    ui = chosen().with_option("hello_bye", "separator", ",·").with_option("hello_bye", "first", " hey ")
    assert asked(ui) == AskHelloBye("hey", "no", 3, 4, ", ")
    assert asked(ui.with_option("hello_bye", "separator", "↵")).text.count("\n") == 6


def test_every_view_asks_by_itself_and_says_why_it_waits(view: View) -> None:
    sent: list[object] = []
    view.intent.connect(sent.append)
    view.paint(type(view).frame(model_run(), chosen()), theme("dark"))
    assert sent == [AskLab(QUESTION)]
    assert "being run" in view.accessibleDescription()
    sent.clear()
    for run, ui in (
        (no_model(), chosen()),
        (model_run(), chosen(playing=True)),
        (model_run(), chosen(AskHelloBye("hi", "hi"))),
        (model_run(), chosen(AskHelloBye("", "no"))),
    ):
        frame = type(view).frame(run, ui)
        view.paint(frame, theme("dark"))
        assert view.accessibleDescription().endswith((".", "…"))
        view.grab()
    refused = model_run()
    refused.findings[QUESTION] = Refused("No, for a reason.")
    view.paint(type(view).frame(refused, chosen()), theme("dark"))
    assert view.accessibleDescription() == "No, for a reason."
    assert sent == []


def test_an_answer_of_another_model_is_not_shown() -> None:
    run = answered()
    assert run.info is not None
    assert shown(run, chosen()).found is not None
    run.info = replace(run.info, sha256="1" * 64)
    assert shown(run, chosen()).found is None


@pytest.mark.parametrize("family", ["llama", "gpt2", "bloom", "gptj", "mistral"])
def test_every_view_bears_every_family_size_and_theme(view: View, family: str, qtbot: QtBot) -> None:
    run = answered(family)
    for width, height in ((1300, 800), (900, 360), (360, 900), (260, 200)):
        view.resize(width, height)
        for name in ("dark", "light", "print"):
            view.paint(type(view).frame(run, chosen(layer=1, head=2, theme=name)), theme(name))
            view.grab()


# -- a run's own records -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("family", ["llama", "gpt2"])
def test_a_run_of_the_words_shows_what_the_lab_would(family: str) -> None:
    run, lab = recorded(family), found_of(family)
    own = found_in(run)
    assert own is not None
    assert own.question == QUESTION
    assert own.raws == lab.raws
    assert own.embedding is None
    assert own.resid is not None
    assert own.attn is not None
    assert lab.resid is not None
    assert lab.attn is not None
    np.testing.assert_array_equal(own.words, lab.words)
    np.testing.assert_array_equal(own.repeat_ids, lab.repeat_ids)
    np.testing.assert_array_equal(own.start_ids, lab.start_ids)
    np.testing.assert_allclose(own.resid, lab.resid, atol=1e-5)
    np.testing.assert_allclose(own.attn, lab.attn, atol=1e-5)
    np.testing.assert_allclose(own.next_probs, lab.next_probs, atol=1e-5)
    np.testing.assert_allclose(own.actual, lab.actual, atol=1e-4)
    np.testing.assert_allclose(own.entropy, lab.entropy, atol=1e-3)
    kept = np.isfinite(own.repeat)
    np.testing.assert_allclose(own.repeat[kept], lab.repeat[kept], atol=1e-5)
    what = shown(run, UiState())  # whatever words are typed: the file is what is looked at
    assert what.from_run
    assert what.nodes == tuple(run.path)


def test_what_is_no_such_run_is_told_apart() -> None:
    assert question_of("hello hello bye") == AskHelloBye("hello", "bye", 2, 1, " ")
    assert question_of("yes, yes, no, no") == AskHelloBye("yes", "no", 2, 2, ", ")
    for text in ("", "hello", "hello hello", "a b a b", "a a b c", "hello hello bye bye.", "a  a b"):
        assert question_of(text) is None
    assert found_in(prompted()) is None


def test_the_runs_own_continuation_is_followed(qtbot: QtBot) -> None:
    run = recorded(extra=" no nx")
    frame = HelloByeGoesOnView.frame(run, UiState())
    assert frame.found is not None
    n = frame.found.n_prompt
    assert frame.found.repeats[n:].tolist() == [True] * 5 + [False]
    assert frame.found.words_repeated == 1
    assert frame.asks is None or isinstance(frame.asks, AskHelloBye)
    assert HelloByeGoesOnView.frame(recorded(), UiState()).found is None
    np.testing.assert_array_equal(frame.found.entropy, run.entropy)


# -- facts and labels --------------------------------------------------------------------------------------------


def _cosine(one: F32, other: F32) -> float:
    return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))


def test_likeness_is_the_mean_cosine_at_the_words_ends() -> None:
    found = found_of()
    assert found.resid is not None
    states = found.resid[:, 3]
    ends = [max(at for at, word in enumerate(found.words) if word == w) for w in range(7)]
    firsts, seconds = ends[1:3], ends[3:]
    like = facts.likeness(facts.cosines(states), found)
    pairs = [(a, b) for a in seconds for b in seconds if a != b]
    assert like.first == pytest.approx(_cosine(states[firsts[0]], states[firsts[1]]), abs=1e-5)
    assert like.second == pytest.approx(np.mean([_cosine(states[a], states[b]) for a, b in pairs]), abs=1e-5)
    between = [_cosine(states[a], states[b]) for a in firsts for b in seconds]
    assert like.between == pytest.approx(np.mean(between), abs=1e-5)
    curves = alike(found, 0)
    assert curves is not None
    assert curves.curves[:, 3].tolist() == pytest.approx([like.first, like.second, like.between], abs=1e-5)


def test_head_facts_are_means_over_positions() -> None:
    found = found_of()
    assert found.attn is not None
    attn, ids, n = found.attn[1], found.token_ids.tolist(), len(found.token_ids)
    seen = facts.head_facts(attn, found.token_ids)
    for head in range(attn.shape[0]):
        assert seen.first[head] == pytest.approx(np.mean([attn[head, t, 0] for t in range(1, n)]), abs=1e-5)
        assert seen.previous[head] == pytest.approx(np.mean([attn[head, t, t - 1] for t in range(2, n)]), abs=1e-5)
        shares = []
        for t in range(n):
            places = [j for j in range(1, t + 1) if ids[j - 1] == ids[t]]
            if places:
                shares.append(sum(attn[head, t, j] for j in places))
        assert seen.repeated[head] == pytest.approx(np.mean(shares), abs=1e-5)


def test_the_colours_leave_one_value_in_a_hundred_out() -> None:
    values = np.ones((5, 200), np.float32)
    values[0] = 1e6  # position 0 does not count
    values[3, 17] = -400.0
    limits = facts.colour_range(values)
    assert limits.high == 1.0
    assert limits.share == pytest.approx(1 - 1 / 800)
    assert (limits.largest, limits.component, limits.position) == (1e6, 0, 0)
    assert "99.9 %" in plain(labels.range_said(limits))
    assert facts.colour_range(np.zeros((3, 4), np.float32)).high > 0
    assert labels.range_said(facts.colour_range(np.ones((3, 4), np.float32))) == ""


def test_components_are_sorted_by_the_two_words_or_left() -> None:
    found = found_of()
    assert found.resid is not None
    layer = 1
    sorted_, kept = (panels_of(found, layer, order)[3] for order in ORDERS)
    states = found.resid[:, layer + 1]
    assert kept.values is not None
    assert sorted_.values is not None
    np.testing.assert_array_equal(kept.values, states.T)
    np.testing.assert_array_equal(sorted_.values, states.T[list(sorted_.order)])
    later = np.arange(len(states)) > 0
    apart = states[found.second_words & later].mean(0) - states[found.first_words & later].mean(0)
    assert (np.diff(apart[list(sorted_.order)]) >= 0).all()
    assert sorted_.row_number(0) == int(np.argmin(apart))


def test_thinned_keeps_what_is_largest() -> None:
    values = np.zeros((10, 3), np.float32)
    values[4, 1], values[5, 1], values[9, 2] = 3.0, -5.0, 2.0
    few = thinned(values, 4)
    assert few.shape == (4, 3)
    assert few[1].tolist() == [0.0, -5.0, 0.0]
    assert few[3].tolist() == [0.0, 0.0, 2.0]
    assert thinned(values, 10) is values


def test_the_plane_is_that_of_scikit_learns_pca() -> None:
    from sklearn.decomposition import PCA
    from sklearn.preprocessing import StandardScaler

    found = found_of()
    assert found.resid is not None
    states = found.resid[:, 2]
    plane = facts.plane(states, found)
    scaled = StandardScaler().fit_transform(states[1:])
    fitted = PCA(2).fit(scaled)
    np.testing.assert_allclose(np.abs(plane.points[1:]), np.abs(fitted.transform(scaled)), atol=1e-3)
    assert plane.explained == pytest.approx(float(fitted.explained_variance_ratio_.sum()), abs=1e-4)
    ends = [max(at for at, word in enumerate(found.words) if word == w) - 1 for w in range(1, 7)]
    steps = [float(np.linalg.norm(scaled[b] - scaled[a])) for a, b in itertools.pairwise(ends)]
    assert plane.step == pytest.approx(steps[1], rel=1e-4)
    assert plane.usual_step == pytest.approx(np.median(steps[:1] + steps[2:]), rel=1e-4)
    assert np.isnan(plane.points[0]).all()
    assert not np.isfinite(facts.plane(states[:2], found).explained)


@pytest.mark.parametrize("family", ["llama", "gpt2", "gemma", "opt-post-norm-projected"])
def test_what_is_said_of_the_input_was_measured(family: str) -> None:
    found = found_of(family)
    said = labels.first_input(found)
    start = {
        "llama": "Exactly",
        "gpt2": "Exactly the sum",
        "gemma": "The token embeddings times 5.66",
        "opt": "Not simply",
    }
    assert said.startswith(start[family.split("-", maxsplit=1)[0]])
    assert found.resid is not None
    like = facts.likeness(facts.cosines(found.resid[:, 0]), found)
    if np.isfinite(like.between):
        assert f"one of each {labels.number(like.between)}" in said


def test_labels_count_what_is_there() -> None:
    found = found_of()
    assert "20 columns, but only 5 different ones" in labels.embeddings(found)  # h, i, n, o and the space
    distinct = HelloByeFound(**{**vars(found), "embedding": np.eye(20, dtype=np.float32)})
    assert "all different" in labels.embeddings(distinct)
    assert "run file" in labels.embeddings(HelloByeFound(**{**vars(found), "embedding": None}))
    assert labels.several_tokens(found) == "“hi” is 2 tokens here (h + i); “no” is 2 tokens here (n + o)"
    learned = labels.positions(found_of("gpt2"))
    table = found_of("gpt2").position
    assert table is not None
    near = np.mean([_cosine(table[at], table[at + 1]) for at in range(19)])
    assert f"Side by side they have cosine {labels.number(float(near))}, 10 or more apart" in learned
    rotary = plain(labels.positions(found))
    assert "turns 57.3° a token" in rotary
    kept = float(np.mean([np.cos(19 * 1e4 ** (-2 * f / 8)) for f in range(4)]))
    assert f"19 places apart keep {100 * kept:.1f} %" in rotary
    assert "Head 0 loses most (0.25 a token), head 3 least (0.004)" in labels.positions(found_of("bloom"))


def test_the_label_of_the_expectations_is_true_of_the_numbers() -> None:
    found = found_of(question=AskHelloBye("a", "b", 5, 3, "-"))
    n = len(found.token_ids)
    repeat = np.full(n, 0.1, np.float32)
    before = facts.before_words(found)  # the token before each word but the first: a separator
    assert before.tolist() == [1, 3, 5, 7, 9, 11, 13]
    repeat[before[2]], repeat[before[3]] = 0.55, 0.7
    actual = np.full(n, 0.2, np.float32)
    actual[before[4]] = 0.03
    repeat[before[5]], repeat[before[6]] = 0.2, 0.6
    changed = HelloByeFound(**{**vars(found), "repeat": repeat, "actual": actual})
    said = plain(labels.next_tokens(changed))
    assert "After 3 × “a” another one has 55.0 %." in said
    assert "That “b” follows has 3.00 %." in said
    assert "“b” again 20.0 %." in said
    assert "It has 60.0 % after 2 × “b”." in said
    never = HelloByeFound(**{**vars(found), "repeat": np.full(n, 0.1, np.float32)})
    said = plain(labels.next_tokens(never))
    assert "Another “a” never gets half: most is 10.0 %, after 1." in said
    assert "Another “b” never gets half: most is 10.0 %, after 1." in said


def test_the_likeness_label_names_the_extremes() -> None:
    found = found_of()
    layers = [facts.Likeness(0.9, 0.9, 0.5), facts.Likeness(0.9, 0.7, 0.1), facts.Likeness(0.8, 0.8, 0.79)]
    said = labels.likeness(found, layers, 0)
    assert "After block 0, two “hi” have cosine 0.90, two “no” 0.70, one of each 0.10." in said
    assert "most set apart from the other after block 0 (by 0.70), least after block 1 (by 0.01)" in said


def test_every_label_is_a_sentence_for_any_words() -> None:
    for question in (AskHelloBye("a", "b", 1, 1), AskHelloBye("ab", "c", 2, 1), AskHelloBye("a", "b", 6, 2, "")):
        found = found_of(question=question)
        said = [panel.sentence for panel in panels_of(found, 0, ORDERS[0])]
        one, plane = alike(found, 0), plane_path(found, 0)
        assert one is not None
        assert plane is not None
        for text in (*said, plane.sentence, labels.heads_of_block(found, 0)):
            assert text
            assert "nan" not in text
            assert not re.search(r"[{}]", text)
        assert "nan" not in labels.head_through_blocks(found, 0)


# -- gestures ----------------------------------------------------------------------------------------------------


def test_the_slider_and_the_arrows_choose_the_block(qtbot: QtBot) -> None:
    view, sent = made(qtbot, HelloByeView)
    assert isinstance(view, HelloByeView)
    view.paint(HelloByeView.frame(answered(), chosen(layer=1)), theme("dark"))
    assert (view.slider.minimum(), view.slider.maximum(), view.slider.value()) == (0, 3, 1)
    assert sent == []
    QTest.keyClick(view.slider, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert sent == [ChooseLayer(2), ChooseLayer(2), ChooseLayer(0)]


def test_the_sequence_becomes_the_run_and_one_token_words_are_offered(qtbot: QtBot) -> None:
    view, sent = made(qtbot, HelloByeView)
    assert isinstance(view, HelloByeView)
    run = model_run()
    run.findings[QUESTION] = HelloByeFound(**{**vars(found_of()), "offer": ("cat", "dog")})
    view.paint(HelloByeView.frame(run, chosen()), theme("dark"))
    assert view.take_offer.isVisible()
    assert "cat" in view.take_offer.text()
    QTest.mouseClick(view.take_offer, Qt.MouseButton.LeftButton)
    QTest.mouseClick(view.make_run, Qt.MouseButton.LeftButton)
    assert sent == [
        SetOption("hello_bye", "first", "cat"), SetOption("hello_bye", "second", "dog"), StartRun(QUESTION.text),
    ]  # fmt: skip
    own = recorded()
    own.run_id = 5
    view.paint(HelloByeView.frame(own, chosen()), theme("dark"))
    assert not view.make_run.isVisible()  # it is the run already
    assert not view.take_offer.isVisible()


def test_it_is_said_that_the_runs_changes_are_left_out(qtbot: QtBot) -> None:
    view, _ = made(qtbot, HelloByeView)
    assert isinstance(view, HelloByeView)
    run = answered()
    assert "changes" not in view.heading(HelloByeView.frame(run, chosen()))
    run.plan = Plan((Change(Site("head", 0, 1), 0.0),))
    assert "without the run's changes" in view.heading(HelloByeView.frame(run, chosen()))


def test_pointing_at_a_column_lights_it_everywhere(qtbot: QtBot) -> None:
    view, sent = made(qtbot, HelloByeView)
    assert isinstance(view, HelloByeView)
    run = recorded()
    run.run_id = 5
    frame = HelloByeView.frame(run, chosen())
    view.paint(frame, theme("dark"))
    columns = view._columns(QRectF(view.rect()), frame)
    panel, area, _ = view._places(QRectF(view.rect()), frame)[3]
    move(view, QPoint(round(columns.x(7.5)), round(area.center().y())))
    assert sent[-1] == Hover(int(run.token_ids[7]), run.path[7])
    assert panel.title in view.heading(frame)
    assert shown(run, chosen(hover_node=run.path[7])).lit == {7}
    same = {at for at, token in enumerate(run.token_ids) if token == run.token_ids[7]}
    assert shown(answered(), chosen(hover_token=int(run.token_ids[7]))).lit == same
    move(view, QPoint(2, 2))
    assert sent[-1] == Hover()


def test_a_click_on_a_thumbnail_chooses_its_head(qtbot: QtBot) -> None:
    view, sent = made(qtbot, HelloByeHeadsView, 700, 420)
    assert isinstance(view, HelloByeHeadsView)
    view.paint(HelloByeHeadsView.frame(answered(), chosen(layer=2, head=1)), theme("dark"))
    upper, lower = view._places(QRectF(view.rect()))
    assert [(place.layer, place.head) for place in upper] == [(2, head) for head in range(4)]
    assert [(place.layer, place.head) for place in lower] == [(layer, 1) for layer in range(4)]
    for place in (upper[3], lower[0]):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place.rect.center().toPoint())
    heads = [intent for intent in sent if isinstance(intent, ChooseHead)]
    assert heads == [ChooseHead(2, 3), ChooseHead(0, 1)]
    found = found_of()
    assert found.attn is not None
    cell = upper[3].rect
    n = len(found.token_ids)
    at = QPointF(cell.left() + (2.5 / n) * cell.width(), cell.top() + (9.5 / n) * cell.height())
    move(view, at.toPoint())
    assert view.heading().startswith("L2.H3: ")
    assert plain(view.heading()).endswith(plain(percent(float(found.attn[2, 3, 9, 2]))))


def test_thumbnails_fit_one_head_and_sixty_four(qtbot: QtBot) -> None:
    for heads, layers in ((1, 1), (64, 80)):
        attn = np.tril(np.full((layers, heads, 20, 20), 0.05, np.float32))
        run = model_run()
        assert run.info is not None
        run.info = replace(run.info, n_heads=heads, n_layers=layers)
        run.findings[QUESTION] = HelloByeFound(**{**vars(found_of()), "attn": attn})
        view, _ = made(qtbot, HelloByeHeadsView, 900, 400)
        assert isinstance(view, HelloByeHeadsView)
        view.paint(HelloByeHeadsView.frame(run, chosen()), theme("dark"))
        view.grab()
        upper, lower = view._places(QRectF(view.rect()))
        assert (len(upper), len(lower)) == (heads, layers)
        for place in (*upper, *lower):
            assert QRectF(view.rect()).contains(place.rect)


def test_a_click_on_the_curves_chooses_the_block(qtbot: QtBot) -> None:
    view, sent = made(qtbot, HelloByeStatesView, 1000, 320)
    assert isinstance(view, HelloByeStatesView)
    run = answered()
    with_map(run)
    frame = HelloByeStatesView.frame(run, chosen(layer=0))
    view.paint(frame, theme("dark"))
    assert frame.on_map is not None
    np.testing.assert_array_equal(frame.on_map.points, run.maps[EMBEDDING].layout.points2[found_of().token_ids])
    area, _ = view._curves(view._cells(QRectF(view.rect()))[1])
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPointF(area.right() - 1, area.center().y()).toPoint())
    assert [intent for intent in sent if isinstance(intent, ChooseLayer)] == [ChooseLayer(3)]


def test_the_path_lies_on_the_map_that_is_shown() -> None:
    run, space = recorded(), Space("resid", 2)
    run.run_id = 5
    with_map(run, space)
    state = run.maps[space]
    frame = HelloByeStatesView.frame(run, chosen(space=space))
    assert frame.on_map is not None
    placed = state.nodes[state.layout.key]
    first = placed[run.path[0]]
    placed[run.path[0]] = (*first[:4], True)  # a giant, which the map leaves out
    assert np.isfinite(frame.on_map.points).all()
    frame = HelloByeStatesView.frame(run, chosen(space=space))
    assert frame.on_map is not None
    assert np.isnan(frame.on_map.points[0]).all()
    np.testing.assert_array_equal(frame.on_map.points[1:], np.stack([placed[node][1] for node in run.path[1:]]))
    steps = np.linalg.norm(np.diff(frame.on_map.points, axis=0), axis=1)
    times = steps[8] / np.nanmedian(np.delete(steps, 8))
    assert f"the step into “no” is {times:.1f} times the usual one" in frame.on_map.sentence
    with_map(run)
    unknown = answered()
    unknown.maps = run.maps  # the run is another one: only words have places
    frame = HelloByeStatesView.frame(unknown, chosen(space=space))
    assert frame.on_map is not None
    np.testing.assert_array_equal(frame.on_map.points, run.maps[EMBEDDING].layout.points2[found_of().token_ids])


# -- the time line -----------------------------------------------------------------------------------------------


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
    view.paint(HelloByeGoesOnView.frame(run, ui), theme("dark"))
    run.findings[QUESTION] = found_of()
    view.paint(HelloByeGoesOnView.frame(run, ui), theme("dark"))
    run.findings[AskHeadScores()] = scored(((1, 2),))
    view.paint(HelloByeGoesOnView.frame(run, ui), theme("dark"))
    question = AskGoesOn(QUESTION, 30, ((1, 2),), 0.0, 0)
    assert sent == [AskLab(QUESTION), AskLab(AskHeadScores()), AskLab(question)]
    found: GoesOn = hello_bye._answer_going_on(question, bench(FAMILIES["llama"]()))
    run.findings[question] = found
    frame = HelloByeGoesOnView.frame(run, ui)
    view.paint(frame, theme("dark"))
    assert len(sent) == 3
    assert frame.found is not None
    assert frame.found.n_prompt == found.n_prompt == 20
    assert isinstance(view, HelloByeGoesOnView)
    columns = view._columns(QRectF(view.rect()))
    assert isinstance(columns, Columns)
    move(view, QPoint(round(columns.x(25.5)), 60))
    assert sent[-1] == Hover(int(found.token_ids[25]), None)
    view.grab()


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
    assert "keeps saying “no”: all 4 tokens" in labels.going_on(all_of_it)
    none = GoesOn(**{**vars(found), "repeats": np.zeros(24, bool), "ended": True})
    assert "does not say “no” again: its next token is “·”" in labels.going_on(none)
    assert "ended the text by itself" in labels.going_on(none)


def test_a_model_with_a_short_context_is_scored_on_shorter_repetitions() -> None:
    run = answered()
    assert run.info is not None
    run.info = replace(run.info, context=64)
    assert HelloByeGoesOnView.frame(run, chosen()).asks == AskHeadScores(length=31)


def test_sentences_that_do_not_fit_are_left_out_whole(qtbot: QtBot) -> None:
    view, _ = made(qtbot, HelloByeView)
    assert isinstance(view, HelloByeView)
    image = QImage(400, 100, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    brush = Brush(painter, theme("dark"), 14.0, lambda size, _: view.font_of(size), Columns(0, 1, 1))
    text = "One sentence that is here. Another one that is not, since it is far too long for the little room there is."
    assert fitting(brush, text, QRectF(0, 0, 300, 400), 1.0) == (text, 1.0)
    said, size = fitting(brush, text, QRectF(0, 0, 240, 16), 1.0)
    assert said == "One sentence that is here. …"
    assert size < 1.0
    said, _ = fitting(brush, "Only a single sentence that does not fit anywhere", QRectF(0, 0, 120, 16), 1.0)
    assert said.startswith("Only a")
    assert said.endswith(" …")
    painter.end()


def test_a_model_without_attention_goes_on_without_heads() -> None:
    run = answered()
    run.findings[QUESTION] = HelloByeFound(**{**vars(found_of()), "attn": None, "missing": (("attn", "It has none."),)})
    frame = HelloByeGoesOnView.frame(run, chosen())
    assert frame.asks == AskGoesOn(QUESTION, 30, (), 0.0, 0)
    heads = HelloByeHeadsView.frame(run, chosen())
    assert heads.of_block == "It has none."


def test_an_empty_run_of_a_model_still_asks() -> None:
    frame = HelloByeView.frame(empty(), chosen())
    assert frame.shown.asks
    assert frame.panels == ()
