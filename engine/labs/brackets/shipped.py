"""The nets that come with Orrery, and the two-block one as it was along its training.

`resources/brackets/two-block`, `one-block` and `two-kinds` (two blocks, square brackets too) are ordinary model
folders. `along.safetensors` holds some twenty sets of weights of the two-block net in half precision, named
`<step>/<weight>`, so that one file serves a scrubber.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine import checked_json
from engine.errors import ModelUnusable, reason
from engine.folders import RESOURCES, cache_folder
from engine.labs.brackets.net import Net, build, load_folder, put_weights
from engine.nets.files import read_tensors
from engine.sentences import say

FOLDER = RESOURCES / "brackets"
TWO_BLOCKS, ONE_BLOCK, TWO_KINDS = "two-block", "one-block", "two-kinds"
NAMES = (TWO_BLOCKS, ONE_BLOCK, TWO_KINDS)
MINE = "mine/"
TRAININGS = "brackets"  # folder of one's own trainings in the cache


@dataclass(frozen=True)
class Checkpoint:
    """One set of weights on the way, and how good it was on held-out strings."""

    step: int
    examples: int
    legal_mass: float
    accuracy: float
    loss: float  # nats a token


def folder_of(name: str) -> Path:
    """The folder of a shipped net, of a training of one's own ("mine/NAME"), or the folder that was named.

    Raises:
        ModelUnusable: there is none.
    """
    folder = FOLDER / name if name in NAMES else Path(name)
    if name.startswith(MINE):
        folder = cache_folder() / TRAININGS / name.removeprefix(MINE) / "net"
    if not folder.is_dir():
        raise ModelUnusable(
            say(
                "There is no bracket model {name!r}. Choose {names}, or the folder of a bracket model.",
                name=name,
                names=" or ".join(NAMES),
            )
        )
    return folder


def open_net(name: str = TWO_BLOCKS, device: str = "cpu") -> Net:
    """A net by name: see `folder_of`; "two-block@7" is checkpoint 7 along the training. Raises ModelUnusable."""
    whole, at, index = name.partition("@")
    if not at:
        return load_folder(folder_of(name), device)
    along = Along()
    if whole != TWO_BLOCKS or not index.isdigit() or int(index) >= len(along):
        raise ModelUnusable(
            say(
                "There is no checkpoint {name!r}. Choose {two_blocks}@0 to {two_blocks}@{last}.",
                name=name,
                two_blocks=TWO_BLOCKS,
                last=len(along) - 1,
            )
        )
    return along.net(int(index), device)


class Along:
    """The weights along the two-block net's training, read once and turned into a net on demand."""

    def __init__(self, path: Path = FOLDER / "along.safetensors", of: str = TWO_BLOCKS) -> None:
        """Raises ModelUnusable: the file is missing or damaged."""
        self._path = path
        self._recipe = open_net(of).recipe
        self._tensors, about = read_tensors(path)
        try:
            rows = checked_json.parsed(about["checkpoints"])
            self.checkpoints = tuple(
                Checkpoint(
                    int(row["step"]),
                    int(row["examples"]),
                    float(row["legal_mass"]),
                    float(row["accuracy"]),
                    float(row["loss"]),
                )
                for row in rows
            )
        except (KeyError, TypeError, ValueError) as error:
            raise ModelUnusable(
                say(
                    "{path} does not say which checkpoints it holds ({why}). Get it again from its source.",
                    path=path,
                    why=reason(error),
                )
            ) from error

    def __len__(self) -> int:
        return len(self.checkpoints)

    def net(self, index: int, device: str = "cpu") -> Net:
        """The net as it was at checkpoint `index`. Raises ModelUnusable, or IndexError where there is none."""
        start = f"{self.checkpoints[index].step:08d}/"
        weights = {name.removeprefix(start): value for name, value in self._tensors.items() if name.startswith(start)}
        model = build(self._recipe)
        put_weights(model, {name: value.float() for name, value in weights.items()}, str(self._path))
        return Net(model.to(device).eval(), self._recipe)  # type: ignore[arg-type]
