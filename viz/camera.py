"""The camera of the map: it orbits a target in the standard pose (DESIGN section 6), or looks flat at a plane.

Plain values and numpy, so that framing, dragging and zooming are tested without a window. Matrices take row vectors
(`[x, y, z, 1] @ matrix`), which is how gloo hands them to the shaders.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from engine.records import F32

FOV = math.radians(34.0)  # of the height
NEAR, FAR = 0.01, 60.0
KEEP_ALL, KEEP_MOST = 33, 0.97  # of a run: all of so many places in sight, of more this share
KEPT_WITHIN = 0.9  # of the view, from its middle: beside the ends of rays their names are to stand
HOME_AZIMUTH, HOME_ELEVATION = -24.0, 16.0


@dataclass(frozen=True)
class Camera:
    """Angles in degrees, lengths in radii of the standard pose. `home` is the distance of the robust framing."""

    target: tuple[float, float, float] = (0.0, 0.0, 0.0)
    azimuth: float = HOME_AZIMUTH
    elevation: float = HOME_ELEVATION
    distance: float = 3.3
    flat: bool = False

    def basis(self) -> F32:
        """[3, 3] rows: right, up and towards the viewer, in the map's axes."""
        azimuth, elevation = (0.0, 0.0) if self.flat else (math.radians(self.azimuth), math.radians(self.elevation))
        ca, sa, ce, se = math.cos(azimuth), math.sin(azimuth), math.cos(elevation), math.sin(elevation)
        right = (ca, 0.0, -sa)
        towards = (sa * ce, se, ca * ce)
        up = (-sa * se, ce, -ca * se)
        return np.array([right, up, towards], np.float32)

    def matrix(self, width: float, height: float) -> F32:
        """[4, 4] from the standard pose to clip space, for row vectors."""
        basis = self.basis()
        view = np.eye(4, dtype=np.float32)
        view[:3, :3] = basis.T
        view[3, :3] = -(np.array(self.target, np.float32) @ basis.T)
        view[3, 2] -= self.distance
        f = 1.0 / math.tan(FOV / 2)
        lens = np.zeros((4, 4), np.float32)
        lens[0, 0] = f * max(height, 1.0) / max(width, 1.0)
        lens[1, 1] = f
        lens[2, 2] = (FAR + NEAR) / (NEAR - FAR)
        lens[2, 3] = -1.0
        lens[3, 2] = 2 * FAR * NEAR / (NEAR - FAR)
        return np.asarray(view @ lens, np.float32)

    def turned(self, dx: float, dy: float) -> Camera:
        """After dragging by (dx, dy) logical pixels."""
        elevation = float(np.clip(self.elevation + dy * 0.35, -89.0, 89.0))
        return replace(self, azimuth=(self.azimuth - dx * 0.35 + 180.0) % 360.0 - 180.0, elevation=elevation)

    def panned(self, dx: float, dy: float, height: float) -> Camera:
        """The target moved so that the scene follows the pointer by (dx, dy) logical pixels."""
        per_pixel = 2 * self.distance * math.tan(FOV / 2) / max(height, 1.0)
        right, up, _ = self.basis()
        moved = np.array(self.target) - right * dx * per_pixel + up * dy * per_pixel
        return replace(self, target=(float(moved[0]), float(moved[1]), float(moved[2])))

    def zoomed(self, factor: float, x: float, y: float, width: float, height: float, furthest: float = 30.0) -> Camera:
        """Nearer (factor < 1) or further, keeping what lies under the pointer (x, y) where it is."""
        distance = float(np.clip(self.distance * factor, 0.03, max(furthest, self.distance)))
        gone = 1.0 - distance / self.distance
        nearer = self.panned(-(x - width / 2) * gone, -(y - height / 2) * gone, height)
        return replace(nearer, distance=distance)

    def between(self, other: Camera, part: float) -> Camera:
        """The camera on the way to `other`: part 0 is here, 1 there. Distances change by a constant ratio."""
        turn = (other.azimuth - self.azimuth + 180.0) % 360.0 - 180.0
        a, b = np.array(self.target), np.array(other.target)
        x, y, z = (a + (b - a) * part).tolist()
        return replace(
            other,
            target=(x, y, z),
            azimuth=self.azimuth + turn * part,
            elevation=self.elevation + (other.elevation - self.elevation) * part,
            distance=self.distance * (other.distance / self.distance) ** part,
        )


def project(matrix: F32, places: F32, width: float, height: float) -> tuple[F32, F32]:
    """Where [n, 3] places are seen: ([n, 2] pixels from the top left, [n] depth; depth <= 0 is behind the camera)."""
    clip = places @ matrix[:3] + matrix[3]  # [n, 4]
    depth = clip[:, 3]
    safe = np.where(np.abs(depth) < 1e-6, np.float32(1e-6), depth)
    pixels = np.empty((len(places), 2), np.float32)
    pixels[:, 0] = (clip[:, 0] / safe + 1) * np.float32(width / 2)
    pixels[:, 1] = (1 - clip[:, 1] / safe) * np.float32(height / 2)
    return pixels, depth


def home_distance(
    camera: Camera, points: F32, keep: F32, width: float, height: float, inside: float = 0.98, margin: float = 0.94
) -> float:
    """The distance at which `inside` of [N, 3] points, and the [n, 3] places to keep, are within the view.

    Of many places to keep (a long run) it is nearly all: one far off must not shrink everything else.

    A point (x right, y up, z towards the viewer of the target) is inside at distance d when |x| <= tx (d - z) and
    |y| <= ty (d - z), so each asks for d >= max(|x| / tx, |y| / ty) + z; the quantile of these is the answer.
    """
    if not len(points) and not len(keep):
        return 3.3
    ty = math.tan(FOV / 2) * margin
    tx = ty * max(width, 1.0) / max(height, 1.0)
    basis, target = camera.basis(), np.array(camera.target, np.float32)

    def asked(places: F32) -> F32:
        seen = (places - target) @ basis.T
        return np.asarray(np.maximum(np.abs(seen[:, 0]) / tx, np.abs(seen[:, 1]) / ty) + seen[:, 2], np.float32)

    sample = points[:: max(1, len(points) // 20_000)]
    distance = float(np.quantile(asked(sample), inside)) if len(sample) else 0.0
    if len(keep):
        kept = asked(keep)
        needed = float(kept.max() if len(keep) <= KEEP_ALL else np.quantile(kept, KEEP_MOST))
        distance = max(distance, needed * 1.03)
    return float(np.clip(distance, 0.2, 30.0))


def framed(
    camera: Camera, own: float, keep: F32, width: float, height: float, widest: float, above: float = 0.0
) -> Camera:
    """`camera` from its side, where it sees what it sees from distance `own` of the middle, and [n, 3] `keep` besides.

    It goes aside before it goes back, and no further back than `widest` times `own`; then it stands where it holds the
    map and as much else as it can. `keep` stays clear of the upper `above` (0..1) of the view.

    With c the target's place across and t the tangent of half the angle of view, a place (x, z) is inside at distance
    d when x - t (d - z) <= c <= x + t (d - z); upwards t is smaller where something is written there. So c has least
    and most values that move apart as d grows, and the smallest d at which they meet is taken.
    """
    if not len(keep):
        return replace(camera, target=(0.0, 0.0, 0.0), distance=own)
    half = math.tan(FOV / 2)
    ty = half * KEPT_WITHIN
    upper = min(ty, half * (0.96 - 2.0 * above))
    wide = max(width, 1.0) / max(height, 1.0)
    basis = camera.basis()
    seen = keep @ basis.T
    axes = []
    for axis, low, high, whole in ((0, ty * wide, ty * wide, half * wide), (1, ty, upper, half)):
        most = float((seen[:, axis] + high * seen[:, 2]).max())
        least = float((seen[:, axis] - low * seen[:, 2]).min())
        axes.append(_Across(most, least, high, low, whole, own))
    distance = min(max(axis.needed() for axis in axes), own * widest)
    across, up = (axis.aside(distance) for axis in axes)
    x, y, z = (basis[0] * np.float32(across) + basis[1] * np.float32(up)).tolist()
    return replace(camera, target=(x, y, z), distance=distance)


def centred(
    camera: Camera, nearest: float, keep: F32, width: float, height: float, share: float, above: float = 0.0
) -> Camera:
    """`camera` from its side, where [n, 3] `keep` lies in the middle of the view, over at most `share` (0..1) of it.

    The view is what lies below the upper `above` (0..1) of it, where something is written. It goes no nearer than
    `nearest` to the middle of their depth, about which it turns. The places across are found as in `framed`.
    """
    half, wide = math.tan(FOV / 2), max(width, 1.0) / max(height, 1.0)
    basis = camera.basis()
    seen = keep @ basis.T
    depth = float(seen[:, 2].min() + seen[:, 2].max()) / 2
    seen[:, 2] -= depth
    tall = share * (1.0 - above)
    axes = []
    for axis, low, high in (
        (0, half * wide * share, half * wide * share),
        (1, half * (tall + above), half * (tall - above)),
    ):
        most = float((seen[:, axis] + high * seen[:, 2]).max())
        least = float((seen[:, axis] - low * seen[:, 2]).min())
        axes.append((most, least, low, high))
    distance = max(nearest, *((most - least) / (low + high) for most, least, low, high in axes))
    across, up = ((most - high * distance + least + low * distance) / 2 for most, least, low, high in axes)
    x, y, z = (np.array([across, up, depth], np.float32) @ basis).tolist()
    return replace(camera, target=(x, y, z), distance=distance)


@dataclass(frozen=True)
class _Across:
    """What one direction of a view asks for: c >= most - high d, c <= least + low d, and the map's own frame within."""

    most: float
    least: float
    high: float
    low: float
    whole: float  # tangent of half the view
    own: float  # distance from which the map fills the view

    def needed(self) -> float:
        """The smallest distance at which all of it is inside."""
        frame = self.whole * self.own
        return max(
            self.own,
            (self.most - self.least) / (self.high + self.low),
            (self.most + frame) / (self.high + self.whole),
            (frame - self.least) / (self.low + self.whole),
        )

    def aside(self, distance: float) -> float:
        """Where the target goes at this distance: as little aside as it can, the map's own frame always inside."""
        low, high = self.most - self.high * distance, self.least + self.low * distance
        spare = self.whole * (distance - self.own)
        aside = (low + high) / 2 if low > high else min(max(0.0, low), high)
        return min(max(aside, -spare), spare)
