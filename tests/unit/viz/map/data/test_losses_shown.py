"""What the map shows of its own losses: which finding is read, asked for, coloured and put into words."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.labs.projections.records import KS, AskLosses, Losses, Lost
from engine.questions import Refused
from engine.records import EMBEDDING, F32
from engine.run import Run
from tests.helpers.runs import fifty_steps, with_map
from viz.charts.numbers import NBSP
from viz.intents import AskLab
from viz.map.data.colouring import painted
from viz.map.data.frame import MapFrame
from viz.map.data.losses import INVENTED, LOST
from viz.map.meaning_space_view import MeaningSpace
from viz.map.paint import colour_words, loss_words, words
from viz.theme import rgb, theme
from viz.ui_state import UiState


def mapped() -> Run:
    return with_map(fifty_steps())


def ui(colour: str = LOST, **options: str) -> UiState:
    made = UiState().with_option("meaning_space", "colour", colour)
    for name, value in options.items():
        made = made.with_option("meaning_space", name, value)
    return made


def frame(run: Run, state: UiState) -> MapFrame:
    return MeaningSpace.frame(run, state)


def answered(run: Run, measured: int | None = None) -> Losses:
    """A finding with another number in every place."""
    n = len(run.maps[EMBEDDING].background.token_ids)
    rng = np.random.default_rng(1)

    def shares() -> F32:
        made = (rng.integers(0, 6, (n, 3)) / 5).astype(np.float32)
        made[3] = np.nan  # left out
        return made

    def lost() -> Lost:
        one, other = shares(), shares()
        means = [np.nanmean(it, axis=0).astype(np.float32) for it in (one, other)]
        return Lost(one, other, means[0], means[1], np.full((2, 3), 0.4 if measured else np.nan, np.float32))

    rows = np.arange(n if measured is None else measured, dtype=np.int32)
    return Losses(EMBEDDING, layout_key(run), lost(), lost(), rows, n, np.full(3, 0.99, np.float32))


def layout_key(run: Run) -> str:
    return run.maps[EMBEDDING].layout.key


def known(measured: int | None = None) -> tuple[Run, Losses]:
    run = mapped()
    found = answered(run, measured)
    run.findings[AskLosses(EMBEDDING, layout_key(run))] = found
    return run, found


def test_it_is_asked_for_where_the_colours_are_to_show_it_and_the_model_is_at_rest() -> None:
    run = mapped()
    question = AskLab(AskLosses(EMBEDDING, layout_key(run)))
    assert question in MeaningSpace.wants(frame(run, ui()))
    assert question in MeaningSpace.wants(frame(run, ui(INVENTED)))
    assert question not in MeaningSpace.wants(frame(run, ui("kind")))
    assert question not in MeaningSpace.wants(frame(run, replace(ui(), playing=True)))
    run.findings[question.question] = answered(run)
    assert question not in MeaningSpace.wants(frame(run, ui()))


def test_the_colours_are_the_column_of_the_picture_on_screen() -> None:
    run, found = known()
    for colour, name in ((LOST, "lost"), (INVENTED, "invented")):
        for dimensions, picture in (("3D", found.three), ("2D", found.two)):
            for at, k in enumerate(KS):
                shown = frame(run, ui(colour, dimensions=dimensions, loss_k=str(k)))
                assert shown.colours is not None
                assert shown.colours.values is not None
                np.testing.assert_array_equal(shown.colours.values, getattr(picture, name)[:, at])
                assert (shown.colours.low, shown.colours.high) == (0.0, 1.0)
                assert colour_words.ends(shown.colours) == (f"0{NBSP}%", f"100{NBSP}%")
                assert str(k) in colour_words.colour_title(shown.colours)


def test_colours_stay_the_same_object_from_frame_to_frame() -> None:
    run, _ = known()
    one, other = (frame(run, ui()).colours for _ in range(2))
    assert one is not None
    assert other is not None
    assert one.values is other.values


def test_a_point_without_a_number_is_muted() -> None:
    dark = theme("dark")
    colours = painted(None, np.array([0.0, np.nan, 1.0], np.float32), LOST, 0, dark, None)
    np.testing.assert_allclose(colours[1, :3], rgb(dark.muted), atol=1e-6)
    assert np.isfinite(colours).all()


def test_while_it_is_measured_other_colours_stand_and_it_is_said() -> None:
    run = mapped()
    shown = frame(run, ui())
    assert shown.colours is not None
    assert shown.colours.by not in (LOST, INVENTED)
    assert any("Cancel" in line for line in words.statement(shown))
    assert not any("These points have no" in line for line in words.statement(shown))


def test_a_refusal_is_said_where_the_numbers_would_stand() -> None:
    run = mapped()
    run.findings[AskLosses(EMBEDDING, layout_key(run))] = Refused("It is not open.")
    assert "It is not open." in words.statement(frame(run, ui()))
    assert "It is not open." not in words.statement(frame(run, ui("kind")))


def test_the_mean_stands_beside_chance() -> None:
    run, found = known()
    for dimensions, picture in (("3D", found.three), ("2D", found.two)):
        said = " ".join(words.statement(frame(run, ui(dimensions=dimensions, loss_k="5"))))
        assert f"{100 * picture.mean_lost[0]:.0f}{NBSP}%" in said
        assert f"99{NBSP}%" in said


def test_the_point_under_the_pointer_has_its_own_numbers() -> None:
    run, found = known()
    reading = frame(run, ui(loss_k="15")).losses
    assert reading is not None
    for index in (0, 7):
        lost, invented = loss_words.of_point(reading, index)
        assert f"lost: {round(float(found.three.lost[index, 1]) * 15)} of its 15" in lost
        assert f"invented: {round(float(found.three.invented[index, 1]) * 15)} of the 15" in invented
    assert loss_words.of_point(reading, 3) == []  # left out


def test_what_was_not_measured_is_told_apart() -> None:
    run, found = known(measured=10)
    reading = frame(run, ui()).losses
    assert reading is not None
    assert len(loss_words.of_point(reading, 9)) == 2
    (said,) = loss_words.of_point(reading, 11)
    assert "not measured itself" in said
    statement = " ".join(words.statement(frame(run, ui())))
    assert "Measured for 10 of" in statement
    assert "0.40" in statement
    assert f"{found.n_points:,}" in statement
