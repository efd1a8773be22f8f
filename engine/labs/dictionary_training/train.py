"""Answers about one training: go on with it, save it, forget it, and which there are. The last one stays in memory."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from engine.dictionaries import files, measures, shelf
from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.records import Activity, Recipe
from engine.errors import InputRefused, ModelUnusable
from engine.labkit.subject import Subject, of_bench
from engine.labkit.workbench import Workbench
from engine.labs.dictionary_training import kept
from engine.labs.dictionary_training.live import Live
from engine.labs.dictionary_training.records import (
    AskTrainings,
    Begun,
    DictionarySaved,
    DictionaryTrained,
    SaveDictionary,
    TrainDictionary,
    Trainings,
)
from engine.nets.slices import Slice
from engine.sentences import say


@dataclass
class _Memory:
    """The training that was gone on with last."""

    live: Live | None = None

    def take(self, recipe: Recipe, sha256: str) -> Live | None:
        """It, where it is that of a recipe on a model."""
        live = self.live
        return live if live is not None and (live.recipe, live.sha256) == (recipe, sha256) else None

    def put(self, live: Live) -> None:
        """Another one takes its place, after it was kept."""
        old = self.live
        if old is not None and old.learner.step > max(old.kept_at, 0):
            old.keep()
        self.live = live

    def make_room(self) -> None:
        """Keep no activations: they are read again where it goes on."""
        if self.live is not None:
            self.live.stream.forget()

    def drop(self, recipe: Recipe, sha256: str) -> bool:
        """Forget it; whether it was there."""
        there = self.take(recipe, sha256) is not None
        self.live = None if there else self.live
        return there


MEMORY: Final = _Memory()


def live_of(subject: Subject, recipe: Recipe, sha256: str, fresh: bool = False) -> Live:
    """A training: as it stands in memory, else as it stands in its file, else at its beginning.

    Raises:
        InputRefused: the recipe makes none. ModelUnusable: its file is damaged. Stopped: a person said so.
    """
    if fresh:
        forget(recipe, sha256)
    found = MEMORY.take(recipe, sha256)
    if found is None:
        found = Live(subject, recipe, sha256)
        path = kept.path_of(recipe, sha256)
        if path.is_file():
            found.go_on_from(kept.read(path))
        MEMORY.put(found)
    return found


def forget(recipe: Recipe, sha256: str) -> bool:
    """Let a training go, with its file; whether there was one."""
    path = kept.path_of(recipe, sha256)
    there = path.is_file()
    path.unlink(missing_ok=True)
    return MEMORY.drop(recipe, sha256) or there


def train(question: TrainDictionary, bench: Workbench) -> DictionaryTrained:
    """Go on for a moment. Raises as `live_of` and `Live.work` do."""
    subject = of_bench(bench)
    live = live_of(subject, question.recipe, bench.info.sha256, question.fresh and not question.turn)
    live.watch_others(question.watch)
    live.work(subject, Slice(question.seconds, bench.stop))
    return found_of(live, question)


def found_of(live: Live, question: TrainDictionary) -> DictionaryTrained:
    """Where it stands."""
    curve, held = live.curves()
    looked = live.looked
    following = replace(question, turn=question.turn + 1, fresh=False)
    return DictionaryTrained(
        recipe=live.recipe, doing=live.doing, step=live.learner.step, text=live.text(), curve=curve, held_out=held,
        densities=looked.densities if looked else None, geometry=looked.geometry if looked else None,
        forming=looked.forming if looked else (), seconds=live.seconds, seconds_left=live.seconds_left,
        begun_at=live.begun_at, kept_at=live.kept_at, problem=live.problem,
        then=None if live.finished else following,
    )  # fmt: skip


def trainings(_question: AskTrainings, bench: Workbench) -> Trainings:
    """Those that were kept, of the loaded model, and the one in memory."""
    found: dict[Recipe, Begun] = {}
    for path in kept.newest_first():
        try:
            recipe, numbers = kept.read_numbers(path)
            scores = numbers["held_curve"]["explained"]
            begun = Begun(recipe, numbers["step"], float(scores[-1]) if scores else float("nan"), path.stat().st_mtime)
        except (ModelUnusable, OSError, KeyError, TypeError, ValueError):
            continue  # a damaged one, or one that was removed meanwhile
        if path == kept.path_of(recipe, bench.info.sha256):
            found[recipe] = begun
    return Trainings(tuple(found.values()))


def save(question: SaveDictionary, bench: Workbench) -> DictionarySaved:
    """Measure it over all that is held out, and keep it.

    Raises:
        InputRefused: nothing was trained yet. DiskProblem: it could not be written. Stopped: a person said so.
    """
    subject = of_bench(bench)
    live = live_of(subject, question.recipe, bench.info.sha256)
    if not live.learner.step:
        raise InputRefused(say("Nothing was trained yet with these settings. Train first, then save."))
    dictionary, activity = scored(live, subject)
    title = question.title.strip() or title_of(live)
    path = shelf.path_for(title)
    files.save(path, replace(dictionary, info=replace(dictionary.info, title=title)), activity)
    return DictionarySaved(files.read_info(path))


def scored(live: Live, subject: Subject, half: bool = False) -> tuple[Dictionary, Activity]:
    """The dictionary as it is (`half`: as float16 holds it), its scores and its activity over all that is held out."""

    def told(done: int, total: int) -> None:
        subject.progress(say("Measuring the dictionary on held-out text"), done, total)

    dictionary = live.dictionary()
    if half:
        dictionary = replace(dictionary, w_enc=dictionary.w_enc.half().float(), w_dec=dictionary.w_dec.half().float())
    scores, activity = measures.measured(
        subject.model, subject.anatomy, dictionary, live.pieces.held, live.first, subject.stop, told
    )
    made_of = replace(live.recipe, steps=live.learner.step)
    return replace(dictionary, info=replace(dictionary.info, scores=scores, recipe=made_of)), activity


def title_of(live: Live) -> str:
    """Of a dictionary that nobody gave one."""
    recipe = live.recipe
    if recipe.activation == "topk":
        return say("{where}, {width:,} features, k {k}", where=recipe.hook.in_words, width=recipe.width, k=recipe.k)
    return say("{where}, {width:,} features, L1 {l1:g}", where=recipe.hook.in_words, width=recipe.width, l1=recipe.l1)
