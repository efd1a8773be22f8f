"""Which layouts keep half of 15 true neighbours among 50: a table by algorithm, parameters, dimensions and space.

`python -m tests.bench.keep SPACE.npy NAME CASE…` measures cases on vectors [N, D], as `… keep states FOLDER` writes
them (the default model's token embeddings, and the states of its middle layer over the sample text, prepared as
the map has them), and adds them to `resources/projections/measured.json`, from which the program tells them. A case is
`umap 3 n_neighbors=50`, `tsne 2 perplexity=100`, `pacmap 3 n_neighbors=20` or `pca 10`; all but PCA take `seed=1`. The
parts of the program's own fits are used, in as many dimensions as are asked for (t-SNE: at most three). Each case says
what it kept, with the standard error over 500 points, and what the same points dealt out anew keep.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from engine.folders import RESOURCES
from engine.libraries import pacmap_inside
from engine.libraries.umap_inside import building_blocks, neighbour_graph
from engine.maps import fitting, pacmap_fit, tsne_fit, umap_fit
from engine.maps.faithfulness import SAMPLE, layout_kept
from engine.maps.fits import library_of
from engine.maps.pca import principal_axes
from engine.maps.scaling import unit_ball
from engine.maps.search import CosineSearch
from engine.records import F32, I32, FitParams, PacmapParams, TsneParams, UmapParams

RESULTS = RESOURCES / "projections" / "measured.json"
_NAMED: dict[str, FitParams] = {"umap": UmapParams(), "tsne": TsneParams(), "pacmap": PacmapParams()}


def case(vectors: F32, search: CosineSearch, told: list[str]) -> dict[str, Any]:
    """Fit and measure one case: its algorithm, its dimensions, and parameters as `name=value`."""
    algorithm, dimensions = told[0], int(told[1])
    params = _NAMED.get(algorithm)
    if params is not None:
        given = dict(entry.split("=") for entry in told[2:])
        params = replace(params, **{name: type(getattr(params, name))(value) for name, value in given.items()})
    began = time.process_time()
    points = unit_ball(_laid_out(vectors, params, dimensions))[0]
    seconds = time.process_time() - began
    kept, error = layout_kept(search, points)
    dealt = points[np.random.default_rng(0).permutation(len(points))]
    return {
        "algorithm": algorithm,
        "dimensions": dimensions,
        "params": {} if params is None else {name: getattr(params, name) for name in vars(params)},
        "library": "Orrery" if params is None else library_of(params),
        "kept": round(kept, 4),
        "error": round(error, 4),
        "shuffled": round(layout_kept(search, dealt)[0], 4),
        "measured": min(SAMPLE, len(points)),
        "seconds": round(seconds, 1),
    }


def _laid_out(vectors: F32, params: FitParams | None, dimensions: int) -> F32:
    start = principal_axes(vectors, dimensions).project(vectors)
    if params is None:
        return start
    n = len(vectors)
    start = unit_ball(start)[0]
    if isinstance(params, UmapParams):
        blocks = building_blocks(False)
        found = _neighbours(vectors, params.n_neighbors, params.metric, params.seed)
        graph = neighbour_graph(blocks, vectors, params.metric, params.seed, *found)
        return umap_fit.arranged_from(graph, start, params, lambda *_: None, blocks)
    if isinstance(params, TsneParams):
        k = int(np.ceil(3 * params.perplexity))
        indices, distances = _neighbours(vectors, k + 1, params.metric, params.seed)
        affinities = tsne_fit._affinities(indices[:, 1:], distances[:, 1:], params)
        return tsne_fit._arranged(affinities, start, params, lambda *_: None)
    rows, k = pacmap_fit._prepared(vectors, params.metric), pacmap_fit.pairs_of_each(params, n)
    indices, distances = _neighbours(vectors, k + pacmap_inside.MORE + 1, params.metric, params.seed)
    distances = np.sqrt(2 * distances) if params.metric == "cosine" else distances
    pairs = pacmap_inside.near_pairs(rows, indices[:, 1:].copy(), distances[:, 1:].copy(), k)
    ratios = (params.mn_ratio, params.fp_ratio)
    said = pacmap_fit._Iterations(lambda *_: None)
    return pacmap_inside.arranged(
        rows, pairs, k, dimensions, ratios, pacmap_fit.METRICS[params.metric], params.seed, said
    )  # fmt: skip


_FOUND: dict[str, tuple[I32, F32]] = {}  # metric -> neighbours, for the cases of one run
_MOST = 91  # of them


def _neighbours(vectors: F32, k: int, metric: str, seed: int) -> tuple[I32, F32]:
    """As the fits find them, once for all cases that need no more than a perplexity of 30 does."""
    if k > _MOST:
        return fitting.neighbours(vectors, k, metric, seed, lambda *_: None)
    if metric not in _FOUND:
        _FOUND[metric] = fitting.neighbours(vectors, min(_MOST, len(vectors)), metric, seed, lambda *_: None)
    indices, distances = _FOUND[metric]
    return indices[:, :k].copy(), distances[:, :k].copy()


def keep(name: str, n: int, width: int, found: dict[str, Any], path: Path = RESULTS) -> None:
    """Add a case to the results, in place of an earlier one of the same algorithm, parameters and dimensions."""
    known = json.loads(path.read_text("utf-8")) if path.exists() else {"spaces": []}
    space = next((it for it in known["spaces"] if it["name"] == name), None)
    if space is None:
        space = {"name": name, "points": n, "width": width, "cases": []}
        known["spaces"].append(space)

    def which(it: dict[str, Any]) -> tuple[Any, ...]:
        return it["algorithm"], it["dimensions"], json.dumps(it["params"], sort_keys=True)

    space["cases"] = [it for it in space["cases"] if which(it) != which(found)] + [found]
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(known, indent=1, ensure_ascii=False) + "\n", "utf-8")


def write_vectors(folder: Path) -> None:
    """The default model's token embeddings, and states of its middle layer, as the map has them."""
    from engine.maps.spaces import resid_space
    from engine.records import Space
    from tests.bench.vectors import default_model, middle_states, token_embeddings

    model = default_model()
    layer, states = middle_states(model)
    space = resid_space(Space("resid", layer), states)
    np.save(folder / "states.npy", space.vectors[space.counted])
    np.save(folder / "embedding.npy", token_embeddings(model))


def main() -> None:
    """See the module."""
    if sys.argv[1:2] == ["states"]:
        write_vectors(Path(sys.argv[2]))
        return
    vectors, name = np.load(sys.argv[1]), sys.argv[2]
    search = CosineSearch(vectors)
    for told in sys.argv[3:]:
        found = case(vectors, search, told.split())
        keep(name, vectors.shape[0], vectors.shape[1], found)
        print(f"{name}: {told}: {found['kept']:.3f} ± {found['error']:.3f} in {found['seconds']:.0f} s")


if __name__ == "__main__":
    main()
