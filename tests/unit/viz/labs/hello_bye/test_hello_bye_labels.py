"""What the Hello/Bye views say: facts computed by hand or by scikit-learn, labels that are true of them."""

from __future__ import annotations

import itertools
import re

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from engine.labs.hello_bye.records import AskHelloBye, HelloByeFound
from engine.records import F32
from tests.helpers.hello_bye import found_of, plain
from viz.charts.look import Look
from viz.labs.hello_bye import facts, labels
from viz.labs.hello_bye.draw import Brush, fitting
from viz.labs.hello_bye.panel_places import places
from viz.labs.hello_bye.panels import ORDERS, panels_of, thinned
from viz.labs.hello_bye.states_frame import alike, plane_path
from viz.labs.hello_bye.states_words import said_alike, said_in_plane
from viz.theme import theme


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
    few = thinned(values, 3)
    assert few.shape == (4, 3)
    assert few[1].tolist() == [0.0, -5.0, 0.0]
    assert few[3].tolist() == [0.0, 0.0, 2.0]
    assert thinned(values, 1) is values


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
    assert f"Cosine similarity side by side {labels.number(float(near))}, 10 or more apart" in learned
    rotary = plain(labels.positions(found))
    assert "rotates 57.3° per token" in rotary
    kept = float(np.mean([np.cos(19 * 1e4 ** (-2 * f / 8)) for f in range(4)]))
    assert f"19 positions apart keep {100 * kept:.1f} %" in rotary
    assert "Head 0 loses most (0.25 per token), head 3 least (0.004)" in labels.positions(found_of("bloom"))


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
    assert "After 3 × “a”, another one has probability 55.0 %." in said
    assert "The probability of “b” next is 3.00 %." in said
    assert "“b” again 20.0 %." in said
    assert "Its probability is 60.0 % after 2 × “b”." in said
    never = HelloByeFound(**{**vars(found), "repeat": np.full(n, 0.1, np.float32)})
    said = plain(labels.next_tokens(never))
    assert "The probability of another “a” stays below one half: at most 10.0 %, after 1." in said
    assert "The probability of another “b” stays below one half: at most 10.0 %, after 1." in said


def test_the_likeness_label_names_the_extremes() -> None:
    found = found_of()
    layers = [facts.Likeness(0.9, 0.9, 0.5), facts.Likeness(0.9, 0.7, 0.1), facts.Likeness(0.8, 0.8, 0.79)]
    said = labels.likeness(found, layers, 0)
    assert "After L0, two “hi” have cosine similarity 0.90, two “no” 0.70, one of each 0.10." in said
    assert "most distinct after L0 (by 0.70), least after L1 (by 0.01)" in said


def test_every_label_is_a_sentence_for_any_words() -> None:
    for question in (AskHelloBye("a", "b", 1, 1), AskHelloBye("ab", "c", 2, 1), AskHelloBye("a", "b", 6, 2, "")):
        found = found_of(question=question)
        said = [panel.sentence for panel in panels_of(found, 0, ORDERS[0])]
        one, plane = alike(found, 0), plane_path(found, 0)
        assert one is not None
        assert plane is not None
        for text in (*said, said_in_plane(found, plane), labels.heads_of_block(found, 0)):
            assert text
            assert "nan" not in text
            assert not re.search(r"[{}]", text)
        assert "nan" not in labels.head_through_blocks(found, 0) + said_alike(found, one)


def test_sentences_that_do_not_fit_are_left_out_whole(qapp: QApplication) -> None:
    look = Look(theme("dark"), QFont(), 14.0)
    image = QImage(400, 100, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    brush = Brush(painter, theme("dark"), 14.0, look.font_of)
    text = "One sentence that is here. Another one that is not, since it is far too long for the little room there is."
    assert fitting(brush, text, QRectF(0, 0, 300, 400), 1.0) == (text, 1.0)
    said, size = fitting(brush, text, QRectF(0, 0, 240, 16), 1.0)
    assert said == "One sentence that is here. …"
    assert size < 1.0
    said, _ = fitting(brush, "Only a single sentence that does not fit anywhere", QRectF(0, 0, 120, 16), 1.0)
    assert said.startswith("Only a")
    assert said.endswith(" …")
    assert fitting(brush, text, QRectF(0, 0, 240, 4), 1.0)[0] == ""  # not even a line
    painter.end()


@pytest.mark.parametrize(("width", "height", "beside"), [(900, 700, True), (500, 640, True), (420, 860, False)])
def test_words_stand_above_where_a_view_is_tall_and_narrow(width: float, height: float, beside: bool) -> None:
    panels, rect = panels_of(found_of(), 0, ORDERS[0]), QRectF(0, 0, width, height)
    placed = places(rect, 13.0, panels, 60.0)
    assert placed.beside == beside
    assert [place.panel for place in placed.panels] == list(panels)
    rooms = [placed.words, *(room for place in placed.panels for room in (place.chart, place.words))]
    for room in rooms:
        assert rect.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(room)
        assert room.height() > 13.0
    for one, other in itertools.combinations(rooms, 2):
        assert not one.adjusted(1, 1, -1, -1).intersects(other)
    charts = [place.chart for place in placed.panels]
    assert {(chart.left(), chart.width()) for chart in charts} == {(0.0, placed.wide)}
    heights = [chart.height() / charts[0].height() for chart in charts]
    assert heights == sorted(heights)  # the residual stream and what is expected are what one looks at
    assert heights[-1] > 1.2
    assert [place.bar for place in placed.panels] == [True, True, True, True, False]


def test_a_panel_without_a_picture_takes_less_room() -> None:
    found = HelloByeFound(**{**vars(found_of()), "embedding": None})
    placed = places(QRectF(0, 0, 900, 700), 13.0, panels_of(found, 0, ORDERS[0]), 60.0)
    assert placed.panels[0].chart.height() == pytest.approx(0.5 * placed.panels[1].chart.height())
    assert not placed.panels[0].bar
