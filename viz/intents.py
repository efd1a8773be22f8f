"""What a gesture in a view means. A view emits one of these; the app turns it into a request or a new UiState."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from engine.adjustable import Adjustable
from engine.dictionaries.records import NO_FEATURE, FeatureName
from engine.questions import Question, Watching
from engine.records import INTACT, Change, FitJob, FitParams, Plan, Space, UmapParams
from viz.board import Board, Subject, Where
from viz.guesses import Guesses
from viz.shown_paths import Name, Shown, Single


@dataclass(frozen=True)
class Intent:
    """Base of all intents."""


@dataclass(frozen=True)
class TakeToken(Intent):
    """Put `token_id` after `node`, and each of `then` after the one before: a real branch."""

    node: int
    token_id: int
    then: tuple[int, ...] = ()


@dataclass(frozen=True)
class PinAhead(Intent):
    """Keep the continuation `path` (token ids) of `node` in the look-ahead tree however little is shown, or let it go
    where it is kept."""

    node: int
    path: tuple[int, ...]


@dataclass(frozen=True)
class ReturnTo(Intent):
    """Make the branch that `node` lies on the active one, up to its leaf where `to_leaf`.

    Where that is the branch that is compared, the one that was active is compared with it from then on.
    """

    node: int
    to_leaf: bool = True


@dataclass(frozen=True)
class CompareWith(Intent):
    """Show the branch that `node` lies on beside the current one, wherever texts are shown; None: the current alone."""

    node: int | None


@dataclass(frozen=True)
class ShowPath(Intent):
    """Show a further path, or a bundle of samples, on the map beside the run's."""

    path: Shown


@dataclass(frozen=True)
class ShowPathOfFile(Intent):
    """Ask which run file, and show its path on the map beside the run's."""


@dataclass(frozen=True)
class RemovePath(Intent):
    """Take a further path or a bundle off the map; None: all of them."""

    name: Name | None = None


@dataclass(frozen=True)
class SingleOut(Intent):
    """Show one of the further paths or samples, and the others faintly; None: all alike."""

    single: Single | None


@dataclass(frozen=True)
class OpenSpace(Intent):
    """Have a space's map made ready without showing it; `places`: the run's nodes are placed on it too."""

    space: Space
    places: bool = False


@dataclass(frozen=True)
class NameBranch(Intent):
    """Call the branch that `node` lies on so; "" gives it back the name it has by itself."""

    node: int
    name: str


@dataclass(frozen=True)
class SaveTable(Intent):
    """Ask where to, and write a table: `rows` below `columns`.

    `about` says what the numbers are of, besides the run and its model, which every file names.
    """

    name: str  # of the file that is proposed, without its ending
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | float, ...], ...]
    about: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class LookAt(Intent):
    """Look at a position of the active path; None follows the last one."""

    position: int | None


@dataclass(frozen=True)
class Hover(Intent):
    """The pointer is over a token (by id), a node, both, or neither; `point`: a background point of the shown space."""

    token_id: int | None = None
    node: int | None = None
    point: int | None = None


@dataclass(frozen=True)
class Select(Intent):
    """Background points chosen in the shown space."""

    indices: tuple[int, ...]


@dataclass(frozen=True)
class ChooseHead(Intent):
    layer: int
    head: int


@dataclass(frozen=True)
class ChooseLayer(Intent):
    layer: int


@dataclass(frozen=True)
class ChooseNeuron(Intent):
    layer: int
    neuron: int


@dataclass(frozen=True)
class ChooseFeature(Intent):
    """A feature of a sparse dictionary, or a dictionary without one, is what its views show."""

    feature: FeatureName


def choose(subject: Subject) -> Intent:
    """The intent that selects in every view what a row of the list changes: of a layer's attention or MLP the layer."""
    if isinstance(subject, Adjustable):
        return ChooseLayer(subject.layer) if subject.feature == NO_FEATURE else ChooseFeature(subject.feature)
    if subject.kind == "head":
        return ChooseHead(subject.layer, subject.index)
    return ChooseNeuron(subject.layer, subject.index) if subject.kind == "neuron" else ChooseLayer(subject.layer)


@dataclass(frozen=True)
class StopWhen(Intent):
    """From the next token on, stop at the first one at which this question's finding says so; None: do not."""

    watch: Watching | None


@dataclass(frozen=True)
class SetOption(Intent):
    """Change one option of a view."""

    view: str
    name: str
    value: Any


@dataclass(frozen=True)
class ShowSpace(Intent):
    space: Space


@dataclass(frozen=True)
class ChooseLayout(Intent):
    """Show the layout with this key."""

    space: Space
    key: str


@dataclass(frozen=True)
class FitLayout(Intent):
    """Fit a layout of the shown space with these parameters."""

    space: Space
    params: FitParams


@dataclass(frozen=True)
class LayAlong(Intent):
    """Lay the shown space out along directions, each from one end to another: a word, or the mean of some points."""

    space: Space
    axes: tuple[tuple[str | tuple[int, ...], str | tuple[int, ...]], ...]
    orthogonal: bool = True


@dataclass(frozen=True)
class ColourAlong(Intent):
    """Have the points of the map coloured by what this question asks: where they lie along a direction."""

    question: Question


@dataclass(frozen=True)
class ShowAnalogy(Intent):
    """Draw the analogy that this question asks about as arrows on the map of its vectors; None: none any more."""

    question: Question | None


@dataclass(frozen=True)
class AskFitCost(Intent):
    """What a fit of this size takes: it is asked for once, and estimated while nothing is fitted."""

    job: FitJob
    params: UmapParams


@dataclass(frozen=True)
class CancelFit(Intent):
    pass


@dataclass(frozen=True)
class AskNeighbours(Intent):
    space: Space
    index: int


@dataclass(frozen=True)
class AskFan(Intent):
    """In a resid space: the true next states at `node`."""

    space: Space
    node: int
    k: int
    beside: str = ""  # the key of a second layout, which they are placed into as well


@dataclass(frozen=True)
class PlaceBeside(Intent):
    """Have the run placed into another layout of the shown space too, beside the one shown; views may ask at every
    frame until it is. With no key: into no second one any more."""

    space: Space
    key: str = ""


@dataclass(frozen=True)
class AskDistribution(Intent):
    """All V probabilities after `node`; views may ask at every frame, it is sent once."""

    node: int


@dataclass(frozen=True)
class AskReplay(Intent):
    node: int
    layer: int
    quantity: str
    head: int | None = None


@dataclass(frozen=True)
class AskLab(Intent):
    """Put a question to one of the engine's labs; views may ask at every frame, it is sent once.

    `again`: a person asked, so an earlier answer (or that it was stopped) is forgotten first.
    `in_turn`: not before the one of its class that is under way has been answered. A newer question ends an older one,
    so of those that change with every step of a slider none but the last would be answered.
    """

    question: Question
    again: bool = False
    in_turn: bool = False


@dataclass(frozen=True)
class TryAgain(Intent):
    """A person wants what was stopped before it was answered after all, as by Enter in a field that is as it was."""


def ask_labs(*questions: Question | None, in_turn: bool = False) -> tuple[AskLab, ...]:
    """The intents that put these questions, leaving out the None among them: what most views want of a frame."""
    return tuple(AskLab(question, in_turn=in_turn) for question in questions if question is not None)


@dataclass(frozen=True)
class GoOn(Intent):
    """Put a question, and then whatever question its finding names in `then`, until there is none or a `Rest`."""

    question: Question


@dataclass(frozen=True)
class Rest(Intent):
    """End what a `GoOn` of this class of question began, once the answer under way is there."""

    kind: type[Question]


@dataclass(frozen=True)
class AskAboutToken(Intent):
    """Put one of the laboratories' questions about a token (`viz.lab.TokenQuestion`), which stands at `position`."""

    question: str
    position: int
    token_id: int


@dataclass(frozen=True)
class ShowViews(Intent):
    """Bring these views to the front, the last one foremost, in a workspace that has them unless all are in sight."""

    workspace: str
    views: tuple[str, ...]


@dataclass(frozen=True)
class PutOnBoard(Intent):
    """Add one change to the board of interventions, or put it in the place of the one of the same target.

    `where`: the positions that it keeps on the board where the change itself names none ("generated", "last").
    """

    change: Change | Adjustable
    where: Where = None


@dataclass(frozen=True)
class SetBoard(Intent):
    """The board of interventions becomes this one. Edits of one `gesture` (a drag) are undone together."""

    board: Board
    gesture: str = ""


@dataclass(frozen=True)
class SetGuesses(Intent):
    """What a class has guessed becomes this; with it what comes next is hidden, or shown again."""

    guesses: Guesses


@dataclass(frozen=True)
class RunBefore(Intent):
    """Show the run that was on screen before this one; asked once more, this one is back."""


@dataclass(frozen=True)
class UndoBoard(Intent):
    """Take the last edit of the board back."""


@dataclass(frozen=True)
class RedoBoard(Intent):
    """Make the edit again that was taken back."""


@dataclass(frozen=True)
class SaveBoard(Intent):
    """Ask where to, and write the board to a file."""


@dataclass(frozen=True)
class LoadBoard(Intent):
    """Ask which, and read a board from a file."""


@dataclass(frozen=True)
class WriteOn(Intent):
    """Begin a new run of exactly the tokens up to `node`, with `plan`, and write `n_tokens` more."""

    node: int
    n_tokens: int
    plan: Plan


@dataclass(frozen=True)
class HandOver(Intent):
    """Hand a run opened from a file to the loaded model, so that what the file lacks can be computed."""


@dataclass(frozen=True)
class StartRun(Intent):
    """Begin a new run of `prompt` with the person's sampling, and write `n_tokens` more (0 = only read the prompt)."""

    prompt: str
    n_tokens: int = 0
    plan: Plan = INTACT


@dataclass(frozen=True)
class OpenModel(Intent):
    """Load another model (a catalogue name, hub id, folder or GGUF file), then read `prompt` where it is not empty."""

    spec: str
    prompt: str = ""
    n_tokens: int = 0


@dataclass(frozen=True)
class Say(Intent):
    """A sentence for the status line."""

    sentence: str
