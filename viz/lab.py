"""What a laboratory says of itself: `LAB` in `viz/labs/NAME/lab.py`, found by being there.

The window, the menus, the palette and the command line are put together from these records, so a new laboratory edits
none of them. They are read before the first picture and for `main.py --help`: a `lab.py` imports nothing but this
module, neither Qt nor numpy nor its own views, which it names; what it needs beyond that a function imports when it is
called. One that cannot be imported costs what it says of itself, and a sentence (`viz.registry.problems`).
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import viz

if TYPE_CHECKING:
    from engine.records import Space
    from engine.run import Run
    from viz.intents import Intent

Area = Literal["centre", "right", "bottom"]


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # the name that lupdate looks for
    """Mark a text of `context` for translation where it is data; it is translated where it is shown."""
    return text


@dataclass(frozen=True)
class Workspace:
    """A named arrangement of views. Which of them stand in it is told by `Place`s, of any laboratory."""

    name: str
    title: str  # English source text of the context "Workspaces", as the tip
    tip: str
    order: int = 50  # among the workspaces, low first
    keywords: tuple[str, ...] = ()  # what else the palette finds it by, of the same context
    controls: bool = True  # the prompt, the sampling and the playback are shown
    right_share: float = 0.22  # of the window's width
    bottom_share: float = 0.13  # of the window's height
    upper_share: float = 0.5  # of the window's height, for the view that stands alone on the right
    tabs: bool = False  # all of the centre share tabs, instead of the first that is there standing alone


@dataclass(frozen=True)
class Place:
    """Where a view, by its name, stands in a workspace; low `order` first.

    The first one of the right stands alone above, the others share tabs below it.
    """

    view: str
    workspace: str
    area: Area
    order: int


def placed(workspace: str, area: Area, **orders: int) -> tuple[Place, ...]:
    """The places of several views in one area of a workspace, by their `order`."""
    return tuple(Place(view, workspace, area, order) for view, order in orders.items())


@dataclass(frozen=True)
class TokenQuestion:
    """An entry in the context menu of a token of the run."""

    name: str  # as `AskAboutToken` names it
    text: str  # English source text of the context "Labs"; {token} is the token
    steps: Callable[[Run, int, int], Sequence[Intent]]  # run, position, token id -> what is done when it is chosen
    first: int = 0  # the first position that it can be asked at


@dataclass(frozen=True)
class Command:
    """A command of `main.py`: a module with `add_arguments(parser)` and `run(arguments) -> exit status`."""

    name: str
    module: str
    what: str  # half a sentence for `main.py --help`


@dataclass(frozen=True)
class OwnPoints:
    """Points that a laboratory brings to a map of their own; `engine.maps.points` tells all that belongs to it."""

    steps: Callable[[str, int], Sequence[Intent]]  # which points, number of one -> what a click on it does besides
    needs_model: bool = False  # they are made with the loaded model


@dataclass(frozen=True)
class Lab:
    """A laboratory."""

    title: str  # English source text of the context "Labs"
    needs: tuple[
        str, ...
    ] = ()  # "model", "run", or quantities as `ModelInfo.why_missing` takes them: "attn", "neurons"
    workspaces: tuple[Workspace, ...] = ()
    places: tuple[Place, ...] = ()
    token_questions: tuple[TokenQuestion, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # the field's words for a view, for the palette
    commands: tuple[Command, ...] = ()
    points: OwnPoints | None = None

    def has_what_it_needs(self, run: Run) -> bool:
        """Whether it can say anything about this run; its questions about a token are not offered otherwise."""
        info = run.info
        return all(
            len(run) > 0 if need == "run" else info is not None and (need == "model" or info.why_missing(need) is None)
            for need in self.needs
        )


def all_labs() -> Mapping[str, Lab]:
    """Every laboratory that can be imported, by the name of its folder."""
    return {name: lab for name in names() if (lab := _loaded(name)[0]) is not None}


def broken() -> Mapping[str, str]:
    """Why the others cannot be: file -> class and message of the error."""
    return {f"viz/labs/{name}/lab.py": why for name in names() if (why := _loaded(name)[1])}


def forget() -> None:
    """Look for the folders anew the next time: one has come or changed."""
    names.cache_clear()
    _loaded.cache_clear()


@functools.cache
def names() -> tuple[str, ...]:
    """The folders of laboratories; nothing in them is imported."""
    folders = [f"{folder}/labs" for folder in viz.__path__]
    return tuple(sorted(info.name for info in pkgutil.iter_modules(folders) if info.ispkg))


@functools.cache
def _loaded(name: str) -> tuple[Lab | None, str]:
    """The record of one folder, or why there is none."""
    try:
        found = importlib.import_module(f"viz.labs.{name}.lab").LAB
    except Exception as error:  # noqa: BLE001  whatever is wrong with a laboratory's file stays with it
        return None, f"{type(error).__name__}: {error}"
    return (found, "") if isinstance(found, Lab) else (None, f"LAB is a {type(found).__name__}, not a Lab")


def views_in(workspace: str) -> frozenset[str]:
    """The views of laboratories that stand in a workspace."""
    return frozenset(it.view for found in all_labs().values() for it in found.places if it.workspace == workspace)


def in_order(places: Iterable[Place], workspace: str, area: Area) -> tuple[str, ...]:
    """The views that stand in one area of a workspace, each once, first to last."""
    here = sorted((it.order, it.view) for it in places if it.workspace == workspace and it.area == area)
    return tuple(dict.fromkeys(view for _, view in here))


def token_questions(run: Run) -> tuple[TokenQuestion, ...]:
    """What can be asked about tokens of `run`."""
    asking = (lab for lab in all_labs().values() if lab.token_questions and lab.has_what_it_needs(run))
    return tuple(question for lab in asking for question in lab.token_questions)


def token_question(name: str) -> TokenQuestion | None:
    """The question of this name; None where its laboratory could not be loaded."""
    return next((it for lab in all_labs().values() for it in lab.token_questions if it.name == name), None)


def own_points(space: Space) -> OwnPoints | None:
    """What the laboratory that brings this space says of its points; None where none does."""
    found = all_labs().get(space.lab) if space.kind == "points" else None
    return None if found is None else found.points


def commands() -> tuple[Command, ...]:
    """The commands of `main.py` that laboratories bring, by name."""
    return tuple(sorted((it for lab in all_labs().values() for it in lab.commands), key=lambda it: it.name))


def words_for(view: str) -> tuple[str, ...]:
    """The field's words for a view: what laboratories say of it, and the titles of those that do."""
    return tuple(
        dict.fromkeys(
            word for lab in all_labs().values() if view in lab.words for word in (*lab.words[view], lab.title)
        )
    )
