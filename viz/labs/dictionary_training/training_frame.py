"""What the view of a dictionary's training shows: where it stands, what it took, and what can be done; pure numpy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from engine.dictionaries.records import DictionaryInfo, FeatureName, Recipe
from engine.errors import InputRefused
from engine.labs.dictionary_training.records import (
    AskCost,
    AskTrainings,
    Begun,
    Cost,
    DictionarySaved,
    DictionaryTrained,
    Forming,
    SaveDictionary,
    TrainDictionary,
    Trainings,
)
from engine.questions import Question, Refused
from engine.run import Run
from viz.charts.shaded_line import ShadedLine
from viz.intents import ChooseFeature, Intent
from viz.labs.dictionary_training import options as choice
from viz.token_text import shown_all
from viz.ui_state import UiState

SHOWN = 2  # contexts of a feature
LITTLE = 512 * 1024 * 100  # features times positions of a training that a figure, or a step of a lesson, may begin
FEW = 20_000  # tokens that it reads at most


@dataclass(frozen=True)
class Shaded:
    """A feature as it is now, its contexts as they are written; `largest` is what the strongest shade means."""

    feature: int
    density: float
    largest: float
    lines: tuple[ShadedLine, ...]


@dataclass(frozen=True)
class TrainingFrame:
    """One moment of the training that is chosen."""

    recipe: Recipe | None  # None: what is typed makes none
    why_not: str  # why there is none, or what ended it
    going: bool
    trained: DictionaryTrained | None  # where it stands; None: not begun, or not yet gone on with
    following: TrainDictionary | None  # what goes on with it; None: it is done, or cannot begin
    cost: Cost | None
    begun: tuple[Begun, ...]  # other trainings that can be gone on with
    resumes_at: int  # the step at which a file of the same recipe stands; -1: there is none
    forming: tuple[Shaded, ...]
    questions: tuple[Question, ...]  # asked without a button
    chosen: tuple[Intent, ...]  # what makes a dictionary that was just saved the one that all views show
    saved: DictionaryInfo | None  # this dictionary as it was saved at this step
    saving: bool
    not_saved: str  # why it could not be saved
    attempt: int
    text: str  # which kind of text is chosen
    file: str
    typed: tuple[str, str]  # the rate and the name as they are typed

    @property
    def step(self) -> int:
        """Steps made."""
        return self.trained.step if self.trained is not None else 0

    @property
    def is_little(self) -> bool:
        """Whether it takes about a minute at most, so that it may go on without a person who pauses it."""
        it = self.recipe
        return it is not None and it.width * it.batch * it.steps <= LITTLE and it.tokens <= FEW

    @property
    def read(self) -> float:
        """Tokens that the model has read; before the first step about, as parts are told when they are whole."""
        found = self.trained
        if found is None:
            return 0.0
        by_time = found.seconds * found.text.tokens_per_second if found.step == found.begun_at == 0 else 0.0
        return float(min(max(found.text.read, by_time if by_time == by_time else 0.0), found.text.tokens))

    @property
    def progress(self) -> float:
        """Share of the reading before the first step, then of the steps."""
        found = self.trained
        if found is None:
            return 0.0
        if found.step == 0 and found.doing == "reading":
            return self.read / max(found.text.tokens, 1)
        return min(found.step / max(found.recipe.steps, 1), 1.0)

    @property
    def has_charts(self) -> bool:
        """Whether anything was measured or trained yet."""
        found = self.trained
        return found is not None and (len(found.curve.step) > 0 or len(found.held_out.step) > 0)


def training_frame(run: Run, ui: UiState) -> TrainingFrame:
    """Of the recipe that is chosen, as far as the engine has told."""
    recipe, why = _recipe(run, ui)
    attempt = int(choice.chosen(ui, choice.ATTEMPT))
    trained, refused = _newest(run, recipe, attempt)
    going = TrainDictionary.__name__ in ui.going
    if not going:
        why = why or refused
    begun = _begun(run, attempt)
    asks = AskCost(recipe) if recipe is not None and trained is None and not going and run.info is not None else None
    cost = run.findings.get(asks) if asks is not None else None
    if isinstance(cost, Refused):
        why = why or cost.sentence
    following = None
    if recipe is not None:
        following = trained.then if trained is not None else TrainDictionary(recipe, attempt=attempt)
    same = next((it.step for it in begun if it.recipe == recipe), -1)
    saved, not_saved, saving, chosen = _saved(run, ui, recipe, trained)
    listing = AskTrainings(attempt)
    questions = tuple(
        it for it in (listing if run.info is not None else None, asks) if it is not None and it not in run.findings
    )
    return TrainingFrame(
        recipe=recipe, why_not=why, going=going, trained=trained, following=following,
        cost=cost if isinstance(cost, Cost) else None, begun=tuple(it for it in begun if it.recipe != recipe),
        resumes_at=same if trained is None else -1, forming=_forming(run, trained), questions=questions,
        chosen=chosen, saved=saved, saving=saving, not_saved=not_saved, attempt=attempt,
        text=str(choice.chosen(ui, choice.TEXT)), file=str(choice.chosen(ui, choice.FILE)).strip(),
        typed=(str(choice.chosen(ui, choice.RATE)), str(choice.chosen(ui, choice.TITLE))),
    )  # fmt: skip


def _recipe(run: Run, ui: UiState) -> tuple[Recipe | None, str]:
    try:
        return choice.recipe_of(run, ui), ""
    except InputRefused as error:
        return None, str(error)


def _newest(run: Run, recipe: Recipe | None, attempt: int) -> tuple[DictionaryTrained | None, str]:
    """What was found last of this attempt, and why what was asked after it was refused."""
    best: tuple[int, DictionaryTrained] | None = None
    refused: tuple[int, str] = (-1, "")
    for asked, found in run.findings.items():
        if not isinstance(asked, TrainDictionary) or asked.recipe != recipe or asked.attempt != attempt:
            continue
        if isinstance(found, Refused):
            refused = max(refused, (asked.turn, found.sentence))
        elif isinstance(found, DictionaryTrained) and (best is None or asked.turn > best[0]):
            best = asked.turn, found
    if best is None:
        return None, refused[1]
    return best[1], refused[1] if refused[0] > best[0] else ""


def _begun(run: Run, attempt: int) -> tuple[Begun, ...]:
    found = run.findings.get(AskTrainings(attempt))
    return found.begun if isinstance(found, Trainings) else ()


def _saved(
    run: Run, ui: UiState, recipe: Recipe | None, trained: DictionaryTrained | None
) -> tuple[DictionaryInfo | None, str, bool, tuple[Intent, ...]]:
    """The dictionary as it was saved at this step, why it was not, whether that is waited for, and what chooses it."""
    step, waited = trained.step if trained is not None else -1, int(choice.chosen(ui, choice.SAVING))
    done = choice.choose(choice.SAVING, choice.SAVING.default)
    for asked, found in reversed(run.findings.items()):
        if not isinstance(asked, SaveDictionary) or asked.recipe != recipe:
            continue
        if isinstance(found, Refused) and asked.step == step:
            return None, found.sentence, False, (done,) if waited >= 0 else ()
        if isinstance(found, DictionarySaved) and asked.step == waited:
            name = FeatureName(found.info.name)
            return found.info, "", False, (ChooseFeature(name), done)
        if isinstance(found, DictionarySaved) and asked.step == step:
            return found.info, "", False, ()
    return None, "", waited >= 0 and waited == step, ()


def _forming(run: Run, trained: DictionaryTrained | None) -> tuple[Shaded, ...]:
    return tuple(_shaded(run, it) for it in trained.forming) if trained is not None else ()


def _shaded(run: Run, found: Forming) -> Shaded:
    lines = tuple(_line(run, it) for it in found.contexts[:SHOWN])
    return Shaded(found.feature, found.density, found.largest, lines)


def _line(run: Run, context: Any) -> ShadedLine:
    tokens = shown_all(run.vocabulary, context.token_ids.tolist())
    return ShadedLine(tuple(tokens), tuple(map(float, context.activations.tolist())), context.peak)
