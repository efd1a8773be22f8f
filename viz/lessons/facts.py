"""The numbers of a lesson's text, computed from the run on screen: none of them is written by hand.

A position that is not named is the one where the step begins: its own, or the last token that its run has when it is
entered. So a number stays what the text means when the class writes on.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import numpy as np

from engine.run import Run
from viz.charts.numbers import NOT_THERE, bits, percent
from viz.figures.numbers import gathered
from viz.intents import Intent
from viz.lessons.lesson import NOT_YET, Check, Number, State
from viz.registry import all_views
from viz.token_text import shown
from viz.typed_token import NOT_FOUND, exact_token
from viz.ui_state import UiState

Value = float | str
FACTS: Final = (
    "probability", "rank", "surprisal", "entropy", "tokens", "prompt tokens", "written tokens", "likeliest", "token"
)  # fmt: skip
OF_TOKEN: Final = ("probability", "rank", "surprisal")  # of the token that `Number.token` names
TEXTS: Final = ("likeliest", "token")
FORMATS: Final[dict[str, Callable[[float], str]]] = {
    "percent": percent,
    "bits": bits,
    "count": lambda value: f"{value:z,.0f}",
    "id": lambda value: f"{value:z.0f}",
    "points": lambda value: f"{100 * value:z.3g}" if math.isfinite(value) else NOT_THERE,
    "plain": lambda value: f"{value:z.3g}" if math.isfinite(value) else NOT_THERE,
}
_BY_ITSELF: Final = {"probability": "percent", "surprisal": "bits", "entropy": "bits"}


def position_of(run: Run, position: int | None, state: State) -> int:
    """A position of the active path: one below 0 is counted from the prompt's end, None is where the step begins."""
    if position is None:
        position = state.position
    if position is None:
        return run.prompt_tokens + state.run.tokens - 1
    return position if position >= 0 else run.prompt_tokens + position


def value_of(number: Number, run: Run, state: State, ui: UiState) -> Value | None:
    """What a number is now, None where it is not there (yet)."""
    if number.view:
        return _of_view(number, run, ui)
    counts = {"tokens": len(run), "prompt tokens": run.n_prompt, "written tokens": len(run) - run.n_prompt}
    if number.what in counts:
        return counts[number.what] if run.nodes else None
    at = position_of(run, number.position, state)
    if not 0 <= at < len(run):
        return None
    record = run.nodes[run.path[at]]
    if number.what == "entropy":
        return record.entropy
    if number.what == "token":
        return shown(run.vocabulary, record.token_id)
    if number.what == "likeliest":
        return (
            shown(run.vocabulary, int(record.next_ids[number.place - 1]))
            if number.place <= len(record.next_ids)
            else None
        )
    if number.what == "surprisal" and not number.token:
        return record.surprisal
    return _of_token(number, run, at)


def _of_token(number: Number, run: Run, at: int) -> float | None:
    """Probability, rank or surprisal of a token after the one at `at`."""
    token_id = exact_token(run.vocabulary, number.token)
    if token_id == NOT_FOUND:
        return None
    record = run.nodes[run.path[at]]
    places = np.flatnonzero(record.next_ids == token_id)
    if len(places):
        rank, probability = int(places[0]) + 1, float(record.next_probs[places[0]])
    elif run.distribution is not None and run.distribution[0] == record.node:
        probs = run.distribution[1]
        rank, probability = int(np.count_nonzero(probs > probs[token_id])) + 1, float(probs[token_id])
    else:
        return None
    if number.what == "rank":
        return rank
    if number.what == "probability":
        return probability
    return -math.log2(probability) if probability > 0 else math.inf


def derived(number: Number, values: Mapping[str, Value | None]) -> float | None:
    """A sum, difference or ratio of other numbers; None where one of them is not there, or is no number."""
    parts = [values.get(name) for name in number.parts]
    known = [part for part in parts if isinstance(part, int | float)]
    if not known or len(known) < len(parts):
        return None
    if number.sum:
        return float(sum(known))
    if number.difference:
        return float(known[0] - known[1])
    return float(known[0] / known[1]) if known[1] else math.nan


def lacks_distribution(number: Number, run: Run, state: State) -> int | None:
    """The node after which all probabilities have to be asked for, so that the number can be said; None: none."""
    if number.view or number.what not in OF_TOKEN or not number.token:
        return None
    at = position_of(run, number.position, state)
    if not 0 <= at < len(run) or exact_token(run.vocabulary, number.token) == NOT_FOUND:
        return None
    return run.path[at] if _of_token(number, run, at) is None else None


def _of_view(number: Number, run: Run, ui: UiState) -> Value | None:
    """A number behind a view's picture, by the name that its data export has; None where the view has none of it."""
    view = all_views().get(number.view)
    if view is None:
        return None
    array = gathered(view.frame(run, ui)).arrays.get(number.name)
    if array is None or array.ndim != len(number.index):
        return None
    if not all(-size <= at < size for at, size in zip(number.index, array.shape, strict=True)):
        return None
    value = array[tuple(number.index)]
    if array.dtype.kind in "US":
        return str(value)
    return None if math.isnan(value) else float(value)  # cells that were not computed yet, such as those of a lens


def wanted_by(number: Number, run: Run, ui: UiState) -> Sequence[Intent]:
    """What has to be asked, so that a number of a view can be said."""
    view = all_views().get(number.view)
    return () if view is None else view.wants(view.frame(run, ui))


def said(number: Number, value: Value | None) -> str:
    """A number as it stands in the text."""
    if value is None:
        return NOT_YET
    if isinstance(value, str):
        return value
    by_itself = _BY_ITSELF.get(number.what, "plain" if number.view or number.parts else "count")
    return FORMATS[number.format or by_itself](value)


def holds(check: Check, values: Mapping[str, Value | None]) -> bool:
    """Whether a claim is true of the numbers of its step."""
    value = values.get(check.number)
    if value is None:
        return False
    if isinstance(value, str):
        return check.text is not None and _as_typed(value) == _as_typed(check.text)
    return (
        (check.at_least is None or value >= check.at_least)
        and (check.at_most is None or value <= check.at_most)
        and (check.equals is None or abs(value - check.equals) <= check.tolerance)
        and all(
            isinstance(other := values.get(name), int | float) and sign * (value - other) > 0
            for name, sign in ((check.more_than, 1), (check.less_than, -1))
            if name
        )
    )


def _as_typed(token: str) -> str:
    return token.replace("·", " ").replace("↵", "\n")


def claim(check: Check) -> str:
    """A claim in words, for whom it does not hold."""
    parts = [
        f"at least {check.at_least:g}" if check.at_least is not None else "",
        f"at most {check.at_most:g}" if check.at_most is not None else "",
        f"{check.equals:g} ± {check.tolerance:g}" if check.equals is not None else "",
        f"“{check.text}”" if check.text is not None else "",
        f"more than {check.more_than}" if check.more_than else "",
        f"less than {check.less_than}" if check.less_than else "",
    ]
    return f"{check.number} is " + " and ".join(part for part in parts if part)
