"""What the view of digits shows, of (run, ui), without Qt: the net, one picture, and what is asked about both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.errors import InputRefused
from engine.labs.digits.records import (
    F64,
    TURNS,
    AskPictures,
    CompareStarts,
    DigitsMap,
    DigitsRecipe,
    MapDigits,
    Pictures,
    PlacedDigit,
    PlaceDigit,
    Starts,
    TrainDigits,
    TrainedDigits,
    activations,
    entropy_bits,
    probabilities,
)
from engine.questions import Finding, Question, Refused
from engine.records import F32, U8, Bools
from engine.run import Run
from viz.labs.digits import derived, drawing
from viz.labs.digits import settings as chosen
from viz.ui_state import UiState

NOTHING = np.zeros(0)


@dataclass(frozen=True)
class DigitsFrame:
    """One moment. Pages that lack what they show name it in `questions`."""

    page: str
    recipe: DigitsRecipe
    questions: tuple[Question, ...]
    comparing: CompareStarts  # asked where a person wants it
    why_not: str
    trained: TrainedDigits | None
    pictures: Pictures | None
    example: int  # number of the picture; -1 for a drawing
    digit: int  # what it is of; -1 where nobody knows
    held_out: bool
    bitmap: Bools | None  # [32, 32] the drawing
    fits: bool
    pixels: F32  # [64] before the blur
    blur: float
    seen: F32  # [64] after it
    probs: F64  # [10]; empty without a net
    bits: float
    along: derived.AlongBlur | None = None
    held: derived.Held | None = None
    means: F32 | None = None  # [10, units] of the layer of the neuron
    neuron: derived.NeuronFacts | None = None
    activation: float = 0.0  # of the neuron on this picture
    map: DigitsMap | None = None
    refused: tuple[MapDigits, ...] = ()  # maps that were stopped, or could not be made: asked again where chosen again
    space: str = "last"
    algorithm: str = "PCA"
    flat: bool = True
    placed: PlacedDigit | None = None
    read: U8 | None = None  # [N] what the net reads
    starts: Starts | None = None
    disputed: tuple[np.ndarray[tuple[int, ...], np.dtype[np.int64]], F64] | None = None  # numbers, bits of the votes
    differ_by_digit: F64 | None = None  # [10]
    wrong_by_digit: F64 | None = None  # [10]

    @property
    def read_as(self) -> int:
        """The digit that is most likely; -1 without a net."""
        return int(self.probs.argmax()) if len(self.probs) else -1


def digits_frame(run: Run, ui: UiState) -> DigitsFrame:
    """The frame; where the options make no net its sentence is `why_not`."""
    why = ""
    try:
        recipe = chosen.recipe_of(ui)
    except InputRefused as error:
        recipe, why = DigitsRecipe(), str(error)
    base = _Known(run, ui, recipe, bool(why))
    return base.frame(why)


class _Known:
    """What has been found for one recipe, and what is still to be asked."""

    def __init__(self, run: Run, ui: UiState, recipe: DigitsRecipe, refused: bool) -> None:
        self.run, self.ui, self.recipe = run, ui, recipe
        self.asked: list[Question] = []
        self.why = ""
        self.refused = refused
        self.page = chosen.value(ui, chosen.PAGE)

    def find(self, question: Question) -> Finding | None:
        """What was found; what was not is asked."""
        found = self.run.findings.get(question)
        if found is None and not self.refused:
            self.asked.append(question)
        if isinstance(found, Refused):
            self.why = self.why or found.sentence
        return found

    def trained(self) -> TrainedDigits | None:
        """The net as far as it has come, and the next part of its training asked for."""
        last: TrainedDigits | None = None
        for turn in range(1, TURNS + 1):
            found = self.run.findings.get(TrainDigits(self.recipe, turn))
            if not isinstance(found, TrainedDigits):
                self.find(TrainDigits(self.recipe, turn))
                break
            last = found
            if found.done:
                break
        return last

    def frame(self, why: str) -> DigitsFrame:
        found = self.find(AskPictures())
        pictures = found if isinstance(found, Pictures) else None
        trained = None if self.refused else self.trained()
        bitmap = drawing.read(chosen.value(self.ui, chosen.DRAWING))
        fits = bool(self.ui.option(chosen.OWNER, chosen.FIT))
        example = -1 if bitmap is not None else int(chosen.value(self.ui, chosen.EXAMPLE))
        pixels = np.zeros(64, np.float32)
        digit, held_out = -1, False
        if bitmap is not None:
            pixels = drawing.counted(drawing.fitted(bitmap) if fits else bitmap)
        elif pictures is not None:
            example = min(example, len(pictures.digits) - 1)
            pixels = np.asarray(pictures.ink[example] / np.float32(16), np.float32)
            digit, held_out = int(pictures.digits[example]), bool(pictures.held_out[example])
        blur = min(max(float(chosen.value(self.ui, chosen.BLUR)), 0.0), drawing.HIGHEST_BLUR)
        seen = drawing.blurred(pixels, blur)
        probs = NOTHING if trained is None else probabilities(trained.recipe, trained.weights, seen[None])[0]
        more: dict[str, Any] = (
            {} if trained is None or pictures is None else self._page(trained, pictures, pixels, seen)
        )
        comparing = CompareStarts(self.recipe, int(chosen.value(self.ui, chosen.STARTS)))
        return DigitsFrame(
            self.page, self.recipe, tuple(self.asked), comparing, why or self.why, trained, pictures, example, digit,
            held_out, bitmap, fits, pixels, blur, seen, probs,
            float(entropy_bits(probs[None])[0]) if len(probs) else 0.0, **more,
        )  # fmt: skip

    def _page(self, trained: TrainedDigits, pictures: Pictures, pixels: F32, seen: F32) -> dict[str, Any]:
        """What the page in sight shows besides."""
        if self.page == "neurons":
            return self._neurons(trained, pictures, seen)
        if self.page == "map":
            return self._map(trained, pictures, seen)
        if self.page == "starts":
            return self._starts(pictures)
        recipe, weights = trained.recipe, trained.weights
        held = None
        if trained.done:
            held = derived.held_along_blur(recipe, weights, pictures.ink, pictures.digits, pictures.held_out)
        return {"along": derived.along_blur(recipe, weights, pixels), "held": held}

    def _neurons(self, trained: TrainedDigits, pictures: Pictures, seen: F32) -> dict[str, Any]:
        recipe, weights = trained.recipe, trained.weights
        layer = min(int(chosen.value(self.ui, chosen.LAYER)), len(recipe.hidden) - 1)
        neuron = min(int(chosen.value(self.ui, chosen.NEURON)), recipe.hidden[layer] - 1)
        ink, digits = pictures.ink, pictures.digits
        own = activations(recipe, weights, seen[None])[layer][0, neuron]
        return {
            "means": derived.means_of(recipe, weights, ink, digits, layer),
            "neuron": derived.neuron_facts(recipe, weights, ink, digits, layer, neuron),
            "activation": float(own),
        }

    def _map(self, trained: TrainedDigits, pictures: Pictures, seen: F32) -> dict[str, Any]:
        space, algorithm = chosen.value(self.ui, chosen.SPACE), chosen.value(self.ui, chosen.ALGORITHM)
        recipe = trained.recipe
        flat = chosen.value(self.ui, chosen.DIMENSIONS) == chosen.IN_THE_PLANE
        refused = tuple(
            asked for asked, it in self.run.findings.items() if isinstance(asked, MapDigits) and isinstance(it, Refused)
        )
        more: dict[str, Any] = {"space": space, "algorithm": algorithm, "flat": flat, "refused": refused}
        if not trained.done:
            return more
        asked = MapDigits(recipe, chosen.layer_of(space), "t-SNE" if algorithm == "t-SNE" else "PCA")
        found = self.find(asked)
        if not isinstance(found, DigitsMap):
            return more
        placed = self.find(PlaceDigit(asked, tuple(round(float(it), 5) for it in seen)))
        more["placed"] = placed if isinstance(placed, PlacedDigit) else None
        more["map"] = found
        more["read"] = derived.read_by(recipe, trained.weights, pictures.ink)
        return more

    def _starts(self, pictures: Pictures) -> dict[str, Any]:
        asked = CompareStarts(self.recipe, int(chosen.value(self.ui, chosen.STARTS)))
        found = self.run.findings.get(asked)
        if isinstance(found, Refused):
            self.why = self.why or found.sentence
        if not isinstance(found, Starts):
            return {}
        differ, wrong = derived.by_digit(found.read, found.rows, pictures.digits)
        return {
            "starts": found,
            "disputed": derived.disputed(found.read, found.rows, pictures.digits),
            "differ_by_digit": differ,
            "wrong_by_digit": wrong,
        }
