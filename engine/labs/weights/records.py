"""What is asked of a model's matrices, and what was found: names, pictures, parts of pictures, sizes, singular values.

A matrix stands as [outputs, inputs] wherever its role is known, whichever way round its family keeps it: row r holds
what output r reads. One that is named as the checkpoint names it stands as it is kept. Numpy only.

A picture is made where the matrix is: of millions of weights the window gets the cells that a screen can show, and
those of the part that a person zooms to. Where several weights fall together into a cell, the cell is the one with the
largest amount, so that a single strong weight among millions stays in sight.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, ClassVar, Literal, TypeVar, cast

from engine.questions import Finding, Question
from engine.records import F32, I32, I64, Frozen

Q = TypeVar("Q", bound=Question)
Role = Literal[
    "q", "k", "v", "o", "gate", "up", "down", "token embedding", "position embedding", "unembedding", "by name"
]
ROLES: tuple[Role, ...] = (
    "q", "k", "v", "o", "gate", "up", "down", "token embedding", "position embedding", "unembedding", "by name",
)  # fmt: skip
OF_LAYERS: tuple[Role, ...] = ("q", "k", "v", "o", "gate", "up", "down")

# Each weight, a moving average, or by how much a moving root mean square differs from that of all, as a share of it.
Shown = Literal["value", "average", "size"]
SHOWN: tuple[Shown, ...] = ("value", "average", "size")
Order = Literal["stored", "norm", "similarity", "role"]
ORDERS: tuple[Order, ...] = ("stored", "norm", "similarity", "role")

Kind = Literal["token", "position", "residual", "neuron", "head", "kv head", "plain"]
LARGEST_WINDOW = 256  # weights across which a moving average is taken at most


@dataclass(frozen=True, order=True)
class MatrixName(Frozen):
    """Which matrix: of a role, those of layers with their layer, or by the checkpoint's own name."""

    role: Role
    layer: int = 0  # 0 where the role is of no layer
    name: str = ""  # where the role is "by name"


@dataclass(frozen=True)
class Piece(Frozen):
    """Consecutive rows or columns that mean the same kind of thing."""

    kind: Kind
    n: int
    first: int = 0  # the number of the first thing, or of the first head
    width: int = 1  # rows or columns of one head
    shared: int = 1  # query heads that read one key and value head
    part: str = ""  # "q", "k", … in a matrix that holds several roles


@dataclass(frozen=True)
class Axis(Frozen):
    """What the rows or the columns of a matrix are, as they are stored."""

    pieces: tuple[Piece, ...]

    @property
    def n(self) -> int:
        """How many there are."""
        return sum(piece.n for piece in self.pieces)


@dataclass(frozen=True)
class AskMatrices(Question):
    """Which matrices there are."""

    about: ClassVar[Literal["run", "model"]] = "model"


@dataclass(frozen=True)
class Matrices(Finding):
    """What can be named. `why_not` says of a role that the model lacks why it does, "" of one that it has."""

    roles: tuple[Role, ...]
    why_not: tuple[str, ...]  # [roles]
    shapes: I32  # [roles, L, 2] rows and columns; 0 where there is none
    names: tuple[str, ...]  # the checkpoint's own, in the model's order
    name_shapes: I32  # [names, 2]
    tied: bool  # the unembedding is the token embedding
    dtype: str

    def why(self, role: Role) -> str:
        """Why there is no matrix of this role; "" where there is one."""
        return self.why_not[self.roles.index(role)]

    def shape(self, matrix: MatrixName) -> tuple[int, int]:
        """Rows and columns; (0, 0) where there is no such matrix."""
        if matrix.role == "by name":
            if matrix.name not in self.names:
                return 0, 0
            rows, columns = self.name_shapes[self.names.index(matrix.name)].tolist()
            return int(rows), int(columns)
        of_role = self.shapes[self.roles.index(matrix.role)]
        rows, columns = of_role[min(max(matrix.layer, 0), len(of_role) - 1)].tolist() if len(of_role) else (0, 0)
        return int(rows), int(columns)


@dataclass(frozen=True)
class Look(Frozen):
    """How a matrix is shown."""

    shown: Shown = "value"
    window: int = 64  # rows and columns of the moving average; unused for "value"
    rows: Order = "stored"
    columns: Order = "stored"


@dataclass(frozen=True)
class AskPicture(Question):
    """A matrix as a whole, and the same weights shuffled."""

    about: ClassVar[Literal["run", "model"]] = "model"
    kept: ClassVar[int] = 8
    matrix: MatrixName
    look: Look = Look()
    seed: int = 0  # of the shuffle


@dataclass(frozen=True)
class Picture(Finding):
    """Each cell stands for `spans` rows and columns; orders are of stored rows and columns, empty where as stored.

    The shuffled matrix holds the same weights, each moved to a place drawn by lot, and is then put into order and
    smoothed as the real one is. Not-a-number: what is not finite, or lies beside nothing that is.
    """

    stored_as: str  # the checkpoint's name, of what it is or of which it is a part
    layer: int  # -1 where it is of none, or of none that is known
    rows: int
    columns: int
    row_axis: Axis
    column_axis: Axis
    row_order: I32  # [rows]
    column_order: I32  # [columns]
    row_sampled: int  # how many rows were clustered where that is not all of them; 0: all, or none
    column_sampled: int
    spans: tuple[int, int]
    cells: F32  # [rows / span, columns / span] of what is shown
    control: F32  # the same of the shuffled matrix
    variation: float  # standard deviation of what is shown, over all rows and columns
    control_variation: float
    times_chance: float  # how many times as much the real one varies; NaN where the shuffled one does not
    usual: float  # root mean square of the weights
    scale: float  # the largest amount that has a colour of its own
    not_finite: int


@dataclass(frozen=True)
class AskPart(Question):
    """Cells of a part of a picture: rows from `top` to before `bottom`, columns from `left` to before `right`."""

    about: ClassVar[Literal["run", "model"]] = "model"
    kept: ClassVar[int] = 6
    matrix: MatrixName
    look: Look
    seed: int
    spans: tuple[int, int]
    top: int
    bottom: int
    left: int
    right: int


@dataclass(frozen=True)
class Part(Finding):
    """The cells, of the matrix and of the shuffled one."""

    cells: F32
    control: F32


@dataclass(frozen=True)
class AskSizes(Question):
    """How the weights of a matrix are distributed."""

    about: ClassVar[Literal["run", "model"]] = "model"
    kept: ClassVar[int] = 40
    matrix: MatrixName
    bins: int = 121


@dataclass(frozen=True)
class Sizes(Finding):
    """Counts of the weights in bins of equal width, and of a normal distribution of their mean and spread."""

    edges: F32  # [bins + 1]
    counts: I64  # [bins]
    expected: F32  # [bins]
    mean: float
    spread: float  # standard deviation
    skewness: float
    kurtosis: float  # excess: 0 of a normal distribution
    smallest: float
    largest: float
    beyond: float  # share further from the mean than 3 standard deviations
    beyond_normal: float  # of a normal distribution
    zeros: int
    not_finite: int
    n_weights: int


@dataclass(frozen=True)
class AskSpectrum(Question):
    """The singular values of a matrix, and of its weights shuffled."""

    about: ClassVar[Literal["run", "model"]] = "model"
    kept: ClassVar[int] = 40
    matrix: MatrixName
    seed: int = 0


@dataclass(frozen=True)
class Spectrum(Finding):
    """Singular values, largest first.

    `random` are those to be expected of independent random numbers of the same spread (Marchenko and Pastur 1967),
    whose largest is about `edge` = spread (sqrt rows + sqrt columns). The effective rank is exp of the entropy of the
    singular values as shares of their sum (Roy and Vetterli 2007).
    """

    values: F32  # [k], k = the smaller of rows and columns
    shuffled: F32  # [k]
    random: F32  # [k]
    edge: float
    effective: float
    effective_shuffled: float
    stable: float  # sum of squares over the largest square
    half: int  # how many hold half of the sum of squares
    half_shuffled: int
    above: int  # how many exceed the largest of the shuffled matrix
    not_finite: int  # taken as 0


@dataclass(frozen=True)
class AskLayers(Question):
    """The matrices of one role of all layers beside each other."""

    about: ClassVar[Literal["run", "model"]] = "model"
    kept: ClassVar[int] = 8
    role: Role
    look: Look = Look()
    seed: int = 0


@dataclass(frozen=True)
class Layers(Finding):
    """A small picture of each, [L, r, c], with one scale for all; layers of other shapes are filled up with NaN."""

    cells: F32
    control: F32
    spans: tuple[int, int]
    scale: float
    variations: F32  # [L] standard deviation of what is shown
    control_variations: F32  # [L]
    times_chance: F32  # [L] the first over the second
    spreads: F32  # [L] of the weights
    kurtoses: F32  # [L] excess


# -- of a small net, without a language model ------------------------------------------------------------------------

SHIPPED = ("two-block", "one-block", "two-kinds")  # the bracket models that come with Orrery


@dataclass(frozen=True)
class AskNetMatrices(AskMatrices):
    """The same of a small net: `net` is one of SHIPPED, or a file of weights (safetensors)."""

    about: ClassVar[Any] = "resources"
    net: str = SHIPPED[0]


@dataclass(frozen=True)
class AskNetPicture(AskPicture):
    """As above."""

    about: ClassVar[Any] = "resources"
    net: str = SHIPPED[0]


@dataclass(frozen=True)
class AskNetPart(AskPart):
    """As above."""

    about: ClassVar[Any] = "resources"
    net: str = SHIPPED[0]


@dataclass(frozen=True)
class AskNetSizes(AskSizes):
    """As above."""

    about: ClassVar[Any] = "resources"
    net: str = SHIPPED[0]


@dataclass(frozen=True)
class AskNetSpectrum(AskSpectrum):
    """As above."""

    about: ClassVar[Any] = "resources"
    net: str = SHIPPED[0]


_OF_NETS: dict[type[Question], type[Question]] = {
    AskMatrices: AskNetMatrices, AskPicture: AskNetPicture, AskPart: AskNetPart, AskSizes: AskNetSizes,
    AskSpectrum: AskNetSpectrum,
}  # fmt: skip


def about_net(question: Q, net: str) -> Q:
    """The same question about a small net; about the loaded model where `net` is empty."""
    if not net or type(question) not in _OF_NETS:
        return question
    values = {entry.name: getattr(question, entry.name) for entry in fields(question)}
    kind: Any = _OF_NETS[type(question)]
    return cast("Q", kind(**values, net=net))
