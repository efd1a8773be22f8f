"""What the view of weights shows: which matrix, how, and what is known of it. Pure numpy.

Pictures of a matrix and its sizes are wanted at once, since a second makes them. What takes longer (singular values of
large matrices, all layers of large models) waits for a button.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from engine.labs.weights.records import (
    OF_LAYERS,
    AskLayers,
    AskMatrices,
    AskPart,
    AskPicture,
    AskSizes,
    AskSpectrum,
    Layers,
    Look,
    Matrices,
    MatrixName,
    Part,
    Picture,
    Role,
    Sizes,
    Spectrum,
    about_net,
)
from engine.questions import Question, Refused
from engine.records import Vocabulary
from engine.run import Run
from viz.labs.weights.tiles import Tile
from viz.ui_state import UiState

MATRIX, LAYERS, SIZES, SPECTRUM = SHOWS = ("matrix", "layers", "sizes", "singular values")
QUICK_PICTURE: Final = 2**27  # weights that are drawn without a button
QUICK_LAYERS: Final = 2**26
QUICK_SPECTRUM: Final = 2e10  # products that singular values take
MARGIN: Final = 0.12  # of what is in sight, that a part reaches beyond it on each side
STEP: Final = 32  # cells that the edges of parts are multiples of


@dataclass(frozen=True)
class Chosen:
    """What a person chose."""

    show: str
    matrix: MatrixName
    look: Look
    control: bool
    seed: int
    net: str = ""  # a small net in the model's place: one that comes with Orrery, or a file
    needs_file: bool = False  # a net's file is to be shown, and none is chosen


@dataclass(frozen=True)
class WeightsFrame:
    """What is chosen, and what is known of it. None: not known (yet)."""

    ui: UiState  # the view's own choices
    chosen: Chosen
    has_model: bool
    n_layers: int
    vocabulary: Vocabulary | None
    matrices: Matrices | None
    picture: Picture | None
    parts: tuple[tuple[AskPart, Part], ...]
    sizes: Sizes | None
    spectrum: Spectrum | None
    layers: Layers | None
    why_not: str  # in place of what is shown
    why_no_spectrum: str
    needs_button: bool  # what is shown takes long and waits for a button
    spectrum_needs_button: bool
    is_expanded: bool  # the weights come from a GGUF file

    @property
    def question(self) -> Question:
        """What is asked for what is shown."""
        chosen = self.chosen
        if chosen.show == LAYERS:
            return AskLayers(chosen.matrix.role, chosen.look, chosen.seed)
        if chosen.show == SIZES:
            return about_net(AskSizes(chosen.matrix), chosen.net)
        if chosen.show == SPECTRUM:
            return about_net(AskSpectrum(chosen.matrix, chosen.seed), chosen.net)
        return about_net(AskPicture(chosen.matrix, chosen.look, chosen.seed), chosen.net)

    @property
    def found(self) -> object | None:
        """What was found of it."""
        by_show = {MATRIX: self.picture, LAYERS: self.layers, SIZES: self.sizes, SPECTRUM: self.spectrum}
        return by_show[self.chosen.show]

    @property
    def is_ordered(self) -> bool:
        """Whether rows or columns stand in another order than they are stored in."""
        return self.chosen.show == MATRIX and (self.chosen.look.rows, self.chosen.look.columns) != ("stored",) * 2

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of the matrix; (0, 0) where they are not known."""
        return self.matrices.shape(self.chosen.matrix) if self.matrices is not None else (0, 0)

    def tiles(self, control: bool) -> tuple[Tile, ...]:
        """The picture as tiles, the whole first and the sharpest last; those of the shuffled matrix where `control`."""
        if self.picture is None:
            return ()
        whole = Tile(self.picture.control if control else self.picture.cells, self.picture.spans)
        parts = sorted(self.parts, key=lambda it: (-it[0].spans[0] * it[0].spans[1], self.parts.index(it)))
        return whole, *(
            Tile(part.control if control else part.cells, asked.spans, asked.top, asked.left) for asked, part in parts
        )

    def sharper(self, seen: tuple[float, float, float, float], pixels: tuple[float, float]) -> AskPart | None:
        """What to ask for so that a part in sight is as sharp as the screen; None where it is already.

        `seen`: left, top, right, bottom in rows and columns. `pixels`: across and down of the part.
        """
        picture, chosen = self.picture, self.chosen
        if picture is None or min(pixels) < 1:
            return None
        left, top = max(seen[0], 0.0), max(seen[1], 0.0)
        right, bottom = min(seen[2], float(picture.columns)), min(seen[3], float(picture.rows))
        if right <= left or bottom <= top:
            return None
        spans = (
            min(_span((seen[3] - seen[1]) / pixels[1]), picture.spans[0]),
            min(_span((seen[2] - seen[0]) / pixels[0]), picture.spans[1]),
        )
        if spans == picture.spans or self._is_known(spans, (left, top, right, bottom)):
            return None
        rows = _around(top, bottom, spans[0], picture.rows)
        columns = _around(left, right, spans[1], picture.columns)
        asked = AskPart(chosen.matrix, chosen.look, chosen.seed, spans, *rows, *columns)
        return about_net(asked, chosen.net)

    def _is_known(self, spans: tuple[int, int], seen: tuple[float, float, float, float]) -> bool:
        return any(
            asked.spans[0] <= spans[0] and asked.spans[1] <= spans[1] and asked.left <= seen[0]
            and asked.top <= seen[1] and asked.right >= seen[2] and asked.bottom >= seen[3]
            for asked, _ in self.parts
        )  # fmt: skip


def _span(weights: float) -> int:
    """How many weights fall into a cell, so that a cell has a pixel or more where `weights` fall on a pixel."""
    span = 1
    while span < weights * (1 - 1e-6):
        span *= 2
    return span


def _around(low: float, high: float, span: int, n: int) -> tuple[int, int]:
    """A part with what lies around it, its edges on multiples of some cells, so that a small move needs no other."""
    more, step = MARGIN * (high - low), STEP * span
    start = max(int((low - more) // step) * step, 0)
    return start, min(int(-(-(high + more) // step)) * step, n)


def weights_frame(run: Run, own: UiState, chosen: Chosen) -> WeightsFrame:
    """The frame of a run's model."""
    findings, info, net = run.findings, run.info, chosen.net
    matrices = findings.get(about_net(AskMatrices(), net))
    listed = matrices if isinstance(matrices, Matrices) else None
    chosen = _of_net(chosen, listed) if net else chosen
    matrix = chosen.matrix
    asked_of = (
        AskPicture(matrix, chosen.look, chosen.seed), AskLayers(matrix.role, chosen.look, chosen.seed),
        AskSpectrum(matrix, chosen.seed), AskSizes(matrix),
    )  # fmt: skip
    picture, layers, values, sizes = (findings.get(about_net(asked, net)) for asked in asked_of)
    parts = tuple(
        (asked, part)
        for asked, part in findings.items()
        if isinstance(asked, AskPart) and isinstance(part, Part) and chosen.show == MATRIX
        and (asked.matrix, asked.look, asked.seed) == (matrix, chosen.look, chosen.seed)
        and getattr(asked, "net", "") == net
    )  # fmt: skip
    shown = {MATRIX: picture, LAYERS: layers, SIZES: sizes, SPECTRUM: values}[chosen.show]
    refused = next((it for it in (matrices, shown) if isinstance(it, Refused)), None)
    why_not = refused.sentence if refused is not None else _why_not(listed, chosen)
    return WeightsFrame(
        own, chosen, (info is not None or bool(net)) and not chosen.needs_file,
        info.n_layers if info and not net else 0, run.vocabulary, listed,
        picture if isinstance(picture, Picture) else None, parts, sizes if isinstance(sizes, Sizes) else None,
        values if isinstance(values, Spectrum) else None, layers if isinstance(layers, Layers) else None, why_not,
        values.sentence if isinstance(values, Refused) else "", _takes_long(listed, chosen),
        _spectrum_takes_long(listed, matrix), info is not None and not net and ".gguf" in info.source.lower(),
    )  # fmt: skip


def _of_net(chosen: Chosen, listed: Matrices | None) -> Chosen:
    """Of a small net there are matrices by name only; the first one of several rows where none is named."""
    names = listed.names if listed is not None else ()
    name = chosen.matrix.name
    if listed is not None and name not in names:
        sizes = listed.name_shapes.min(axis=1) > 1
        name = next((it for it, known in zip(names, sizes.tolist(), strict=True) if known), names[0] if names else "")
    show = MATRIX if chosen.show == LAYERS else chosen.show
    return replace(chosen, show=show, matrix=MatrixName("by name", 0, name))


def _why_not(listed: Matrices | None, chosen: Chosen) -> str:
    """What the model says of a role that it lacks."""
    return listed.why(chosen.matrix.role) if listed is not None else ""


def _takes_long(listed: Matrices | None, chosen: Chosen) -> bool:
    if listed is None:
        return False
    rows, columns = listed.shape(chosen.matrix)
    if chosen.show == SPECTRUM:
        return _spectrum_takes_long(listed, chosen.matrix)
    if chosen.show == LAYERS and chosen.matrix.role in OF_LAYERS:
        shapes = listed.shapes[listed.roles.index(chosen.matrix.role)].astype(float)
        return float(shapes.prod(1).sum()) > QUICK_LAYERS
    return rows * columns > QUICK_PICTURE


def _spectrum_takes_long(listed: Matrices | None, matrix: MatrixName) -> bool:
    if listed is None:
        return False
    small, large = sorted(listed.shape(matrix))
    return float(small) ** 2 * large > QUICK_SPECTRUM


def wanted(frame: WeightsFrame) -> tuple[Question, ...]:
    """What is asked without a button: the list first, then what is shown, then what stands below it."""
    if not frame.has_model:
        return ()
    if frame.matrices is None:
        return () if frame.why_not else (about_net(AskMatrices(), frame.chosen.net),)
    if frame.why_not or (not any(frame.shape) and frame.chosen.matrix.role != "by name"):
        return ()
    asked = list[Question]()
    if frame.found is None and not frame.needs_button:
        asked.append(frame.question)
    chosen, large = frame.chosen, frame.shape[0] * frame.shape[1] > QUICK_PICTURE
    if chosen.show == MATRIX:
        if frame.sizes is None and not large:
            asked.append(about_net(AskSizes(chosen.matrix), chosen.net))
        if frame.spectrum is None and not frame.why_no_spectrum and not frame.spectrum_needs_button and not asked:
            asked.append(about_net(AskSpectrum(chosen.matrix, chosen.seed), chosen.net))  # it takes longest
    return tuple(dict.fromkeys(asked))


def role_of(text: str, roles: tuple[Role, ...]) -> Role:
    """A role by its name; the first where there is none of it."""
    return next((role for role in roles if role == text), roles[0])
