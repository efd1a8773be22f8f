"""The text below a figure, made of its facts: what each panel shows, of which text, model and components.

Of a map it says how many points there are and what share of their neighbours the picture keeps. Every sentence is whole
and translated by itself. It is a beginning that an author edits; it claims nothing about what is seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication

from engine.errors import in_short
from engine.run import Run
from viz.board import told
from viz.figures.panel_state import Shown
from viz.figures.picture import end, view_class
from viz.in_language import in_language
from viz.joined import ended, sentences
from viz.map.faithful import VIEW as MAP
from viz.map.faithful import is_flat, kept_of, percent
from viz.map.paint.layout_words import algorithm_name
from viz.token_text import shown_in_context
from viz.ui_state import UiState

translate = QCoreApplication.translate  # by this name its texts are collected
PROMPT = 160  # characters of a prompt


@runtime_checkable
class HasHeading(Protocol):
    """A view that says in a line what it shows."""

    def heading(self, frame: Any) -> str:
        """What is shown, on one line."""


def caption_of(shown: Sequence[Shown], letters: Sequence[str]) -> str:
    """The caption of panels with these letters; "" for a letter where there is none."""
    parts = []
    for each, letter in zip(shown, letters, strict=True):
        said = in_words(each)
        parts.append(f"{letter}  {said}" if letter else said)
    runs = list({id(each.run): each for each in shown}.values())
    parts += [_of_run(each.run) for each in runs]
    return sentences(*parts)


def in_words(shown: Shown) -> str:
    """What a panel shows, in a sentence or two."""
    cls, run, ui = view_class(shown.panel.view), shown.run, shown.ui
    said = [translate("Caption", "{title}.").format(title=_title(shown))]
    if shown.panel.view == MAP and (of_map := _of_map(run, ui)):
        said.append(of_map)
    frame, view = cls.frame(run, ui) if shown.frame is None else shown.frame, cls()
    try:
        if isinstance(view, HasHeading) and (heading := view.heading(frame)):
            said.append(ended(heading))
    finally:
        end(view)
    if ui.position is not None and ui.position < len(run):
        said.append(_position(run, ui.position))
    if ui.plan.changes:
        words = translate("Caption", "With {changes}.")
        said.append(words.format(changes=told(ui.plan.changes, len(ui.plan.changes))))
    return sentences(*said)


def _title(shown: Shown) -> str:
    return view_class(shown.panel.view).translated_title()


def _of_map(run: Run, ui: UiState) -> str:
    state = run.maps.get(ui.space)
    if state is None:
        return ""
    layout, flat = state.layout, is_flat(ui)
    kept = kept_of(layout, flat)
    points, name = len(state.background.token_ids), algorithm_name(layout)
    if kept is None:
        words = translate("Caption", "{points} points of {space}, laid out by {layout} in {dimensions}.")
    else:
        words = translate(
            "Caption",
            "{points} points of {space}, laid out by {layout} in {dimensions}; {share} of a point's 15 nearest "
            "neighbours are among its 50 nearest on the map.",
        )
    return words.format(
        points=f"{points:,}",
        space=state.background.title or in_language(ui.space.in_words),
        layout=name,
        dimensions="2D" if flat else "3D",
        share="" if kept is None else percent(kept),
    )


def _position(run: Run, position: int) -> str:
    ids = [run.nodes[node].token_id for node in run.path]
    words = translate("Caption", "Selected token: “{token}” (position {position}).")
    return words.format(token=shown_in_context(run.vocabulary, ids, position), position=position)


def _of_run(run: Run) -> str:
    """Model, text and what was changed in the model when it was run."""
    said = []
    if run.info is not None:
        said.append(translate("Caption", "Model: {name} ({dtype}).").format(name=run.info.name, dtype=run.info.dtype))
    if run.prompt:
        words = translate("Caption", "Prompt: “{prompt}”, {n} tokens generated after it.")
        made = len(run) - run.n_prompt
        if not made:
            words = translate("Caption", "Prompt: “{prompt}”.")
        said.append(words.format(prompt=in_short(run.prompt, PROMPT), n=made))
    if run.plan.changes:
        words = translate("Caption", "The model was run with {changes}.")
        said.append(words.format(changes=told(run.plan.changes, len(run.plan.changes))))
    return sentences(*said)
