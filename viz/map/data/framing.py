"""Brings a layout into a standard pose: centred, turned onto its principal axes, 98 % of it within a ball of radius 1.

A few outliers must not decide the picture: the centre is the middle between two quantiles, the radius is one itself.
Turning is a rigid rotation (widest extent across, second up, third into depth): distances on the map are not changed
but for one scale.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.records import F32
from viz.memo import by_identity

INSIDE = 0.98


@dataclass(frozen=True)
class Pose:
    """normal = (place - centre) @ axes / radius."""

    centre: F32  # [3]
    axes: F32  # [3, 3] columns are the new x, y, z; a rotation
    radius: float

    def apply(self, places: F32) -> F32:
        """[n, 3] places of the layout in the standard pose."""
        moved = (np.asarray(places, np.float32).reshape(-1, 3) - self.centre) @ self.axes
        return np.asarray(moved / np.float32(self.radius), np.float32)


def pose_of(points: F32) -> Pose:
    """The standard pose of [N, 3] points."""
    if not len(points):
        return Pose(np.zeros(3, np.float32), np.eye(3, dtype=np.float32), 1.0)
    middle = np.median(points, axis=0)
    away = np.linalg.norm(points - middle, axis=1)
    near = (points - middle)[away <= np.quantile(away, INSIDE)]
    _, vectors = np.linalg.eigh(near.T.astype(np.float64) @ near)
    axes = vectors[:, ::-1].copy()
    skew = ((near @ axes) ** 3).sum(axis=0)
    axes *= np.where(skew < 0, -1.0, 1.0)
    if np.linalg.det(axes) < 0:
        axes[:, 2] *= -1
    low, high = np.quantile((points - middle) @ axes, (1 - INSIDE, INSIDE), axis=0)
    centre = middle + (low + high) / 2 @ axes.T
    radius = max(float(np.quantile(np.linalg.norm(points - centre, axis=1), INSIDE)), 1e-6)
    return Pose(centre.astype(np.float32), axes.astype(np.float32), radius)


@by_identity(8)
def in_three(points: F32) -> F32:
    """[N, 3] float32 of [N, 2] or [N, 3] places; a plane gets depth 0."""
    if points.shape[1] == 3:
        return np.asarray(points, np.float32)
    return np.concatenate([points, np.zeros((len(points), 1), np.float32)], axis=1).astype(np.float32)


@by_identity(8)
def posed(points: F32) -> tuple[Pose, F32]:
    """The pose of a layout's [N, 2] or [N, 3] points and those points in it, [N, 3]."""
    flat = in_three(points)
    pose = pose_of(flat)
    return pose, pose.apply(flat)
