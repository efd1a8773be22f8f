"""Make the bundled layout of a model's token embeddings again: `python -m engine.maps.make_bundled [MODEL]`.

MODEL is a catalogue name, a folder or a GGUF file, as everywhere; without it the default model is taken.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
from safetensors import safe_open

from engine.errors import MapProblem, OrreryError
from engine.maps.bundled import FOLDER, write_bundled
from engine.maps.layouts import fitted_layout
from engine.maps.spaces import vocabulary_space
from engine.maps.umap_fit import fit_umap, library_name
from engine.models.catalogue import default_name
from engine.models.resolve import resolve
from engine.models.weights import examine
from engine.records import EMBEDDING, F32, UmapParams
from engine.sentences import say

NAME = "smollm2-135m-instruct.embedding.safetensors"
TENSOR = "model.embed_tokens.weight"


def embedding_rows(folder: Path, tensor: str) -> F32:
    """The tensor named `tensor` of a model's weights, in one file or in several, as float32 [V, D].

    Raises:
        ModelUnusable: the folder holds no whole weights.
        MapProblem: there is no such tensor.
    """
    for path in examine(folder).files:
        with safe_open(path, "np") as file:
            if tensor in file.keys():  # noqa: SIM118  # not a mapping
                return np.ascontiguousarray(file.get_tensor(tensor), dtype=np.float32)
    raise MapProblem(
        say(
            "The weights in {folder} hold no tensor {tensor}; name the token embeddings with --tensor.",
            folder=folder,
            tensor=tensor,
        )
    )


def make(vectors: F32, path: Path, made_from: str, params: UmapParams) -> None:
    """Fit `vectors` [V, D] and write the bundled file."""
    points3, points2 = fit_umap(vectors, params, _say)
    layout = fitted_layout(vocabulary_space(EMBEDDING, vectors), "", params, library_name(), points3, points2)
    write_bundled(path, vectors, layout, made_from)
    _say(f"wrote {path}: kept {layout.kept3:.3f} in 3D, {layout.kept2:.3f} in 2D", 0, 0)


def _say(stage: str, done: int, total: int) -> None:
    sys.stdout.write(f"{stage} {done}/{total}\n" if total else f"{stage}\n")
    sys.stdout.flush()


def main() -> int:
    """Run the command; 0 when the file was written."""
    parser = argparse.ArgumentParser(description="Make a bundled layout of token embeddings.")
    parser.add_argument("model", nargs="?", default=default_name(), help="the model (default: %(default)s)")
    parser.add_argument("--tensor", default=TENSOR, help="name of the token embeddings (default: %(default)s)")
    parser.add_argument("--out", type=Path, default=FOLDER / NAME)
    args = parser.parse_args()
    try:
        where = resolve(args.model)
        made_from = f"{where.name}, {where.source}"
        make(embedding_rows(where.folder, args.tensor), args.out, made_from, UmapParams())
    except OrreryError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
