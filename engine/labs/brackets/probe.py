"""Is depth readable from the residual stream? A linear probe for each layer, in and beyond the trained lengths.

The probe is ridge regression of the depth on standardised `resid` (the least-squares line with a little shrinking,
since some of the 128 dimensions are nearly dependent), fitted on the strings of one half and tested on the other
half's: a prefix and its continuation never stand on both sides. Beyond the trained lengths it is only tested. The
strings end at depths drawn uniformly, so that deep prefixes are as frequent as shallow ones.
"""

from __future__ import annotations

import warnings

import numpy as np
import numpy.typing as npt

from engine.labs.brackets.language import depths, draw_prefixes
from engine.labs.brackets.net import Net
from engine.labs.brackets.records import Cloud, Probed
from engine.labs.brackets.states import resid
from engine.records import F32

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]


def probe(net: Net, strings: int = 240, longest: int | None = None, seed: int = 0) -> Probed:
    """Fit and test a probe on every layer. `longest` is 1.5 times the trained length where the context allows it.

    Raises:
        InputRefused: `longest` is over the context. Stopped: the net's `stop` said so.
    """
    if longest is None:
        longest = min(net.longest, net.trained_length * 3 // 2)
    net.check_length(longest)
    rng = np.random.default_rng(seed)
    ids = draw_prefixes(longest % 2 + 2 * rng.integers(0, longest // 2 + 1, strings), longest, rng, net.language)
    stream = resid(net, ids)  # [B, n + 1, L + 1, D]
    depth = depths(ids)
    within = min(net.trained_length, longest) + 1
    half = strings // 2
    layers = []
    for layer in range(stream.shape[2]):
        net.heed_stop()
        layers.append(_read_layer(stream[:, :, layer], depth, half, within))
    read = np.stack(layers)  # [L + 1, B - half, n + 1]
    truth = depth[half:]  # [B - half, n + 1]
    return Probed(
        r2_in=np.array([_r2(truth[:, :within], layer[:, :within]) for layer in read]),
        r2_beyond=np.array([_r2(truth[:, within:], layer[:, within:]) for layer in read]),
        exact_in=np.array([_exact(truth[:, :within], layer[:, :within]) for layer in read]),
        exact_beyond=np.array([_exact(truth[:, within:], layer[:, within:]) for layer in read]),
        length=np.tile(np.arange(longest + 1), len(truth)),
        depth=truth.ravel(),
        read=read.reshape(len(read), -1).astype(np.float32),
        trained_length=net.trained_length,
        n_strings=strings,
    )


def _read_layer(stream: F32, depth: I64, half: int, within: int) -> F64:
    """Fit on the first `half` strings up to the trained length, read the depth of all prefixes of the others."""
    from sklearn.linear_model import Ridge
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    width = stream.shape[-1]
    line = make_pipeline(StandardScaler(), Ridge(alpha=1.0))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # harmless floating-point flags of some BLAS builds
        line.fit(stream[:half, :within].reshape(-1, width).astype(np.float64), depth[:half, :within].ravel())
        read: F64 = line.predict(stream[half:].reshape(-1, width).astype(np.float64))
    return read.reshape(len(stream) - half, -1)


def _r2(truth: I64, read: F64) -> float:
    """1 - residual sum of squares / total sum of squares; NaN without prefixes."""
    if truth.size == 0:
        return float("nan")
    spread = float(((truth - truth.mean()) ** 2).sum())
    return 1.0 - float(((truth - read) ** 2).sum()) / spread if spread else float("nan")


def _exact(truth: I64, read: F64) -> float:
    return float((np.rint(read) == truth).mean()) if truth.size else float("nan")


def standing(ids: I64) -> F32:
    """Where states would lie that keep length, depth and parity apart: what clouds are turned towards.  # [N, 3]"""
    length = np.tile(np.arange(ids.shape[1] + 1), len(ids)).astype(np.float64)
    columns = np.stack([length, depths(ids).ravel().astype(np.float64), length % 2], axis=1)
    spread = np.maximum(columns.std(axis=0), 1e-9) * (1.0, 1.0, 4.0)  # parity only decides which way the third points
    return np.asarray((columns - columns.mean(axis=0)) / spread, np.float32)


def cloud(net: Net, ids: I64, layer: int, like: F32 | None = None) -> Cloud:
    """The states of rows `ids` [B, n] after every prefix. With `like`, turned to lie as near as can be to those points.

    The turn is orthogonal (Procrustes; Schönemann 1966), so distances are kept: successive checkpoints of a training
    then morph into each other instead of flipping.
    """
    states = resid(net, ids)[:, :, layer]  # [B, n + 1, D]
    flat = states.reshape(-1, states.shape[-1]).astype(np.float64)
    centre = flat.mean(axis=0)
    _, sizes, axes = np.linalg.svd(flat - centre, full_matrices=False)
    points = (flat - centre) @ axes[:3].T
    turn = np.eye(3)
    if like is not None and like.shape == points.shape:
        left, _, right = np.linalg.svd(points.T @ like.astype(np.float64))
        turn = left @ right
    total = float((sizes**2).sum())
    return Cloud(
        layer=layer,
        points3=(points @ turn).astype(np.float32),
        depth=depths(ids).ravel(),
        length=np.tile(np.arange(ids.shape[1] + 1), len(ids)),
        string=np.repeat(np.arange(len(ids)), ids.shape[1] + 1),
        explained=float((sizes[:3] ** 2).sum() / total) if total else 0.0,
        axes=(turn.T @ axes[:3]).astype(np.float32),
        centre=centre.astype(np.float32),
    )


def attention(net: Net, ids: I64) -> F32:
    """The attention of every head over the start token and one row.  # [n] -> [L, H, n + 1, n + 1] float32"""
    import torch

    from engine.capture.attention import configurations, implementation
    from engine.labs.brackets.states import inputs

    with torch.inference_mode(), implementation(configurations(net.model), "eager"):
        found = net.model(input_ids=inputs(net, ids[None]), use_cache=False, output_attentions=True).attentions
    maps: F32 = torch.stack([layer[0] for layer in found]).float().cpu().numpy()
    return maps
