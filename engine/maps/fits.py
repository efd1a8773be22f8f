"""Which fit belongs to which parameters, and the package it needs, which only the fit itself imports."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from engine.errors import MapProblem
from engine.maps import pacmap_fit, tsne_fit, umap_fit
from engine.maps.fitting import Told
from engine.records import F32, FitParams, PacmapParams, TsneParams, UmapParams
from engine.sentences import say

Fit = Callable[[F32, Any, Told], tuple[F32, F32]]

_FITS: Mapping[type[FitParams], tuple[Fit, Callable[[], str], str]] = {
    UmapParams: (umap_fit.fit_umap, umap_fit.library_name, "umap-learn"),
    TsneParams: (tsne_fit.fit_tsne, tsne_fit.library_name, "openTSNE"),
    PacmapParams: (pacmap_fit.fit_pacmap, pacmap_fit.library_name, "pacmap"),
}


def fit_layout(vectors: F32, params: FitParams, told: Told) -> tuple[F32, F32]:
    """Lay `vectors` [n, D] out as `params` say: (points3 [n, 3], points2 [n, 2]), 98 % of them in the unit ball.

    Raises:
        InputRefused: a parameter is out of range. MapProblem: too few points, or the library is not there.
    """
    fit, _, package = _FITS[type(params)]
    try:
        return fit(vectors, params, told)
    except ImportError as error:
        raise MapProblem(
            say(
                "This layout is computed by the package {package}, which cannot be loaded here ({error}). "
                "Install it with “pip install {package}” in Orrery's environment, then fit again.",
                package=package,
                error=error,
            )
        ) from error


def library_of(params: FitParams) -> str:
    """The library that fits with such parameters and its version, as it enters a layout's key."""
    return _FITS[type(params)][1]()
