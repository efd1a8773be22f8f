"""A training that goes on in slices; what it is goes to a file now and then, and comes back from there bit by bit.

The model is lent for a slice and not held in between, so that another one can be loaded meanwhile.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Final, Literal

import torch

from engine.dictionaries import measures
from engine.dictionaries.activations import AT_ONCE, Place, Reader, Stream
from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.measures import Held, Known
from engine.dictionaries.records import DictionaryInfo, Recipe
from engine.dictionaries.texts import Pieces, pieces
from engine.dictionaries.threads import fastest, on_threads
from engine.dictionaries.training import Learner, require_recipe
from engine.errors import DiskProblem
from engine.generation.prompt import open_ended, put_before
from engine.labkit.subject import Subject
from engine.labs.dictionary_training import kept, pictures
from engine.labs.dictionary_training.records import (
    SILENT,
    HeldOutCurve,
    TextRead,
    TrainingCurve,
)
from engine.labs.dictionary_training.told import Clock, Looked, Rows, normal_of, rows_of, without_nan
from engine.nets.slices import Slice
from engine.sentences import say

ROWS: Final = 1000  # of the learning curve, at most
LOOKS: Final = (
    0.0,
    1 / 16,
    1 / 8,
    1 / 4,
    1 / 2,
    3 / 4,
    1.0,
)  # shares of the steps after which held-out text is measured
SPLICED: Final = 4  # held-out pieces that run through the model at each look
SPLICED_NUMBERS: Final = 2**25  # logits of them, at most: 128 MB
KEEP_EVERY: Final = 30.0  # seconds of work between two files
CURVE: Final = ("step", "explained", "mse", "active", "dead", "speed")
HELD: Final = (
    "step", "explained", "explained_raw", "mse", "active", "dead", "loss_spliced", "recovered", "kl"
)  # fmt: skip


def pieces_of(subject: Subject, recipe: Recipe) -> tuple[Pieces, int]:
    """A recipe's text for a model, and how many positions of a piece are left out. Raises as `pieces` does."""
    before = put_before(subject.tokenizer)

    def encode(text: str) -> list[int]:
        return open_ended(subject.tokenizer, text)[len(before) :]

    return pieces(recipe, encode, before, subject.context, subject.stop), max(1, len(before))


class Live:
    """One training. Between two calls of `work` it holds no model."""

    def __init__(self, subject: Subject, recipe: Recipe, sha256: str) -> None:
        require_recipe(recipe)
        self.recipe, self.sha256, self.model_name = recipe, sha256, subject.name
        self.pieces, self.first = pieces_of(subject, recipe)
        self.reader = Reader(subject.model, subject.anatomy, recipe.hook)
        self.stream = Stream(self.reader, self.pieces, recipe, self.first)
        self.learner = Learner(recipe, self.reader.width, subject.anatomy.device)
        self.curve, self.held_curve = Rows(CURVE), Rows(HELD)
        self.loss, self.loss_ablated = math.nan, math.nan
        self.problem, self.broken = "", False
        self.begun_at, self.kept_at = 0, -1
        self.watch: tuple[int, ...] = ()  # what a person wants to see form; none: `watched`
        self.watched: tuple[int, ...] = ()
        self.held_positions = 0
        self.looked: Looked | None = None
        self.clock = Clock()
        self.threads: tuple[int, int] | None = None  # reading, training
        self._held: list[torch.Tensor] = []
        self._known: dict[int, Known] = {}

    # -- work ------------------------------------------------------------------------------------------------------

    def work(self, subject: Subject, work: Slice) -> None:
        """Go on until the slice ends.

        Raises:
            InputRefused: what is read cannot be trained on. Stopped: a person said so; what was done until then stays.
        """
        self.reader.lend(subject.model, subject.anatomy)
        try:
            self.measure_threads()
            while not self.finished and work.goes_on():
                self._one(subject)
            work.heed_stop()
            self._keep_in_time()
        finally:
            self.reader.let_go()

    @property
    def finished(self) -> bool:
        """Whether there is nothing more to do: trained, measured and looked at."""
        return self.broken or (self.trained and self.looked is not None and self.looked.step == self.learner.step)

    @property
    def trained(self) -> bool:
        """Whether the last step is made."""
        return self.learner.step >= self.recipe.steps

    @property
    def doing(self) -> Literal["reading", "training", "done"]:
        """What is done next."""
        if self.finished:
            return "done"
        return "reading" if self._next() in (self._read_text, self._read_held) else "training"

    def _one(self, subject: Subject) -> None:
        """The next small piece of work."""
        assert self.threads is not None  # noqa: S101  measured before
        work = self._next()
        if work == self._step:
            subject.progress(say("Training the dictionary"), self.learner.step, self.recipe.steps)
        elif work == self._look:
            subject.progress(say("Measuring the dictionary on held-out text"), self.learner.step, self.recipe.steps)
        else:
            held = sum(map(len, self._held)) * self.pieces.context
            whole = self.stream.tokens + self.pieces.held.size
            subject.progress(say("Reading activations"), self.stream.read + held, whole)
        with on_threads(self.threads[1 if work == self._step else 0]):
            work(subject)

    def _next(self) -> Callable[[Subject], None]:
        """Statistics come first, then what is held out, then a look that is due, then what the next step needs."""
        if self.stream.normal is None:
            return self._read_text
        if not self._all_held:
            return self._read_held
        if self._look_is_due():
            return self._look
        return self._read_text if self.stream.waits() else self._step

    @property
    def needs_reading(self) -> bool:
        """Whether something has to be read before the next batch and before anything can be measured."""
        return self.stream.normal is None or not self._all_held or self.stream.waits()

    def read_on(self, subject: Subject) -> None:
        """The next forward of that."""
        (self._read_text if self.stream.normal is None or self._all_held else self._read_held)(subject)

    @property
    def _all_held(self) -> bool:
        return sum(map(len, self._held)) >= len(self.pieces.held)

    def _read_text(self, _subject: Subject) -> None:
        self.stream.read_some()

    def _read_held(self, _subject: Subject) -> None:
        at, some = sum(map(len, self._held)), max(1, AT_ONCE // self.pieces.context)
        self._held.append(self.reader.read(self.pieces.held[at : at + some]))

    def _step(self, _subject: Subject) -> None:
        z, began = self.stream.next(), time.perf_counter()
        told = self.learner.learn(z)
        took = max(time.perf_counter() - began, 1e-9)
        self.clock.training += took
        self.clock.steps += 1
        speed = len(z) / took
        self.clock.speed = speed if math.isnan(self.clock.speed) else 0.9 * self.clock.speed + 0.1 * speed
        if not math.isfinite(told.error):
            self._break()
        elif (self.learner.step - 1) % self._every == 0 or self.trained:
            self.curve.add(
                step=self.learner.step - 1, explained=told.explained, mse=told.error, active=told.active,
                dead=self.learner.silent_share(SILENT), speed=self.clock.speed,
            )  # fmt: skip

    def _break(self) -> None:
        self.broken = True
        self.problem = say(
            "Training stopped at step {step:,}: at a rate of {rate:g} the numbers overflow (NaN). Choose a lower rate.",
            step=self.learner.step,
            rate=self.recipe.rate,
        )

    @property
    def _every(self) -> int:
        return max(1, -(-self.recipe.steps // ROWS))

    # -- looking ---------------------------------------------------------------------------------------------------

    def _look_is_due(self) -> bool:
        step, last = self.learner.step, -1 if self.looked is None else self.looked.step
        if self.looked is None:
            return True  # at the beginning, and where a file was gone on with
        return step > last and (self.trained or any(last < round(share * self.recipe.steps) <= step for share in LOOKS))

    def held(self) -> Held:
        """The held-out positions, all read."""
        if len(self._held) > 1:
            self._held = [torch.cat(self._held)]
        return Held(self.pieces.held, self._held[0], self.first)

    def dictionary(self) -> Dictionary:
        """As it is now."""
        normal = self.stream.normal
        assert normal is not None  # noqa: S101  read before anything is trained
        recipe = self.recipe
        info = DictionaryInfo(
            "", "", recipe.hook, recipe.width, self.learner.d, recipe.activation,
            recipe.k if recipe.activation == "topk" else 0, model=self.model_name, model_sha256=self.sha256,
            longest=normal.longest, recipe=recipe,
        )  # fmt: skip
        return self.learner.dictionary(normal.mean, normal.scale, info)

    def _look(self, subject: Subject) -> None:
        began, step = time.perf_counter(), self.learner.step
        dictionary, held = self.dictionary(), self.held()
        rows = held.rows(dictionary)
        scores, activity = measures.explained(dictionary, rows, subject.stop)
        ids = self.pieces.held[: self._spliced(subject)]
        mean = rows.mean(0) if math.isnan(self.loss_ablated) else None
        found = measures.spliced(
            subject.model, subject.anatomy, dictionary, ids, mean, self.first, subject.stop, known=self._known
        )
        self.loss = found.loss
        if mean is not None:
            self.loss_ablated = found.loss_ablated
        whole = replace(scores, loss=self.loss, loss_spliced=found.loss_spliced, loss_ablated=self.loss_ablated)
        if self.held_curve.last < step:
            values = {name: getattr(whole, name) for name in HELD if name not in ("step", "kl")}
            self.held_curve.add(step=step, kl=found.kl, **values)
        self.held_positions = len(rows)
        if not self.watch:
            self.watched = pictures.to_watch(activity, self.watched, self.recipe.seed)
        self.looked = Looked(
            step, dictionary, pictures.densities(activity), pictures.geometry(dictionary.w_dec, self.recipe.seed),
            pictures.forming(dictionary, held, self.watch or self.watched),
        )  # fmt: skip
        if self.finished:
            self._known.clear()
            self.stream.forget()
            self.keep()
        self.clock.looking += time.perf_counter() - began
        self.clock.looks += 1

    def _spliced(self, subject: Subject) -> int:
        """Pieces whose logits may be kept."""
        return max(1, min(SPLICED, SPLICED_NUMBERS // (self.pieces.context * subject.anatomy.vocab_size)))

    def watch_others(self, watch: tuple[int, ...]) -> None:
        """A person wants other features' contexts; none: those chosen here."""
        self.watch = tuple(feature for feature in watch if 0 <= feature < self.recipe.width)
        wanted = self.watch or self.watched
        if self.looked and wanted != tuple(each.feature for each in self.looked.forming):
            self.looked.forming = pictures.forming(self.looked.dictionary, self.held(), wanted)

    def measure_threads(self) -> None:
        """On how many threads reading and training are fastest: once, and kept, since more threads round otherwise."""
        if self.threads is not None:
            return
        if self.learner.device.type != "cpu" or torch.get_num_threads() == 1:
            self.threads = (torch.get_num_threads(), torch.get_num_threads())
            return
        x = torch.zeros(self.recipe.batch, self.learner.d)
        before = self.reader.tokens, self.reader.seconds
        reading = fastest(lambda: self.reader.read(self.pieces.held[:2]))
        self.reader.tokens, self.reader.seconds = before
        self.threads = (reading, fastest(lambda: x @ self.learner.w_enc.T))

    # -- keeping ---------------------------------------------------------------------------------------------------

    @property
    def seconds(self) -> float:
        """Of work until now."""
        return self.clock.before + self.reader.seconds + self.clock.training + self.clock.looking

    def _keep_in_time(self) -> None:
        if not self.finished and self.learner.step and self.seconds - self.clock.kept_at >= KEEP_EVERY:
            self.keep()

    def keep(self) -> None:
        """Write what it is gone on from; where that fails it says so and goes on in memory."""
        self.clock.kept_at = self.seconds
        normal = self.stream.normal
        if normal is None or self.broken:
            return
        place, counts = self.stream.place, self.stream.counts
        numbers = {
            "model": self.model_name, "step": self.learner.step, "place": [place.turn, place.nth, place.row],
            "longest": normal.longest, "counts": vars(counts), "threads": self.threads, "curve": self.curve.columns,
            "held_curve": without_nan(self.held_curve.columns), "seconds": self.seconds,
            "losses": without_nan({"both": [self.loss, self.loss_ablated]})["both"], "seen": self.stream.seen,
            "watched": list(self.watched),
        }  # fmt: skip
        tensors = self.learner.state() | {"mean": normal.mean.cpu(), "scale": normal.scale.cpu()}
        try:
            kept.write(kept.path_of(self.recipe, self.sha256), self.recipe, tensors, numbers)
        except DiskProblem as error:
            self.problem = say(
                "{why} The training continues in memory, and is kept as soon as that works again.", why=str(error)
            )
        else:
            self.problem, self.kept_at = "", self.learner.step

    def go_on_from(self, found: kept.Kept) -> None:
        """Be as the file says. Raises ModelUnusable where it is of another training or damaged."""
        numbers = found.numbers
        try:
            self.stream.normal = normal_of(found, self.learner)
            self.learner.go_on_from(found.tensors, int(numbers["step"]))
            place = Place(*map(int, numbers["place"]))
            if not (place.turn >= 0 and 0 <= place.nth < self.stream.chunks and place.row >= 0):
                raise ValueError("it stands beyond the text")
            self.stream.place = place
            self.stream.go_on_counting(numbers["counts"], int(numbers["seen"]))
            self.curve, self.held_curve = rows_of(CURVE, numbers["curve"]), rows_of(HELD, numbers["held_curve"])
            self.loss, self.loss_ablated = (math.nan if it is None else float(it) for it in numbers["losses"])
            self.clock.before = self.clock.kept_at = float(numbers["seconds"])
            reading, training = map(int, numbers["threads"])
            self.threads = (max(1, min(reading, 1024)), max(1, min(training, 1024)))
            self.watched = tuple(int(it) for it in numbers["watched"] if 0 <= int(it) < self.recipe.width)
            self.begun_at = self.kept_at = self.learner.step
        except (KeyError, TypeError, ValueError) as error:
            raise kept.unusable(kept.path_of(self.recipe, self.sha256), error) from error

    # -- what is told ----------------------------------------------------------------------------------------------

    def text(self) -> TextRead:
        """What was read."""
        counts, normal = self.stream.counts, self.stream.normal
        return TextRead(
            self.pieces.title, self.stream.tokens, self.stream.read, counts.positions, counts.first, counts.outliers,
            normal.longest if normal else math.nan,
            counts.squares_left_out / counts.squares if counts.squares else math.nan,
            self.held_positions, self.reader.speed, self.stream.in_memory, self.stream.chunks, self.stream.bytes,
        )  # fmt: skip

    def curves(self) -> tuple[TrainingCurve, HeldOutCurve]:
        """Both, as told until now."""
        held = HeldOutCurve(**self.held_curve.arrays(), loss=self.loss, loss_ablated=self.loss_ablated)
        return TrainingCurve(**self.curve.arrays()), held

    @property
    def seconds_left(self) -> float:
        """About; NaN before the first step."""
        clock, speed = self.clock, self.reader.speed
        if self.finished:
            return 0.0
        if math.isnan(clock.speed):
            return math.nan
        left = (self.recipe.steps - self.learner.step) * self.recipe.batch / clock.speed
        unread = max(self.stream.tokens - self.stream.counts.tokens, 0) if self.learner.step < self.recipe.steps else 0
        looks = sum(round(share * self.recipe.steps) > self.learner.step for share in LOOKS)
        look = clock.looking / clock.looks if clock.looks else 0.0
        return left + looks * look + (unread / speed if speed > 0 else 0.0)
