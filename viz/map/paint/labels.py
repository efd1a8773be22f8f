"""Decides which labels stand where: the current point, fans, the path, then as many landmarks as there is room for."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.records import F32, I32
from viz.camera import Camera
from viz.map.data.beside import own_rows
from viz.map.data.frame import MapFrame
from viz.map.data.path_line import SENTENCES
from viz.map.data.sentences import whole
from viz.map.paint import hover_words
from viz.map.paint.ahead import ahead_colour_names
from viz.map.paint.carried import EDGE, CarriedLabels
from viz.map.paint.cluster_names import cluster_names
from viz.map.paint.composition import Composition, Draft, Label, Picture, draft, settled, unnamed, within
from viz.map.paint.label_layout import Box, Occupied
from viz.map.paint.landmark_names import N_SELECTED_LABELS, LandmarkNames
from viz.map.paint.neighbour_names import neighbour_names
from viz.map.paint.path_labels import further_labels
from viz.map.paint.ribbon_room import LEAST, samples
from viz.map.paint.text import Style, TextPainter
from viz.map.paint.trajectory import layer_names, trajectory_colour_name
from viz.theme import Theme
from viz.token_text import shown, shown_in_context

translate = QCoreApplication.translate  # by this name its texts are collected

N_FAN_LABELS, N_PATH_LABELS = 24, 26
N_AHEAD_LABELS = 20
N_IN_WORDS = 6  # sentences that are named by their first words, the others by their number
FIRST_WORDS = 26  # characters of a sentence that name it
N_BESIDE_LABELS = 12
N_OUTSIDE = 3  # outliers outside the view that are named at its edge
WIDEST_OUTSIDE = 0.45  # of the view's width that one of these names takes in whole words
_SMALL = ".,:;'\"`´’‘“”-–_~^*·"


class Composer:
    """Composes labels for a camera and a size."""

    def __init__(self, text: TextPainter) -> None:
        self.text = text
        self._landmark_names = LandmarkNames(text)
        self._carried = CarriedLabels()
        self._texts_of: I32 | None = None  # token ids, which are the same ones while a path moves
        self._texts: dict[int, str] = {}  # of a row of that path
        self._made: tuple[MapFrame, tuple[object, ...], Composition] | None = None  # of what was laid out last

    def compose(
        self, frame: MapFrame, theme: Theme, camera: Camera, width: float, height: float, size: float,
        taken: list[Box], hasty: bool = False, moving: bool = False,
    ) -> Composition:  # fmt: skip
        """The labels of a frame; `size` scales their fonts, `taken` boxes stay free (legend, statement).

        While the map is `moving` those of the last few pictures go along with it; where it stands still and is only
        painted again (the ring around the current point beats, the pointer passes) they stay as they are.
        """
        if frame.layout is None or width < 40 or height < 40:
            return Composition(())
        given = (theme, camera, width, height, size, tuple(taken), hasty)
        if self._made is not None and not moving and self._made[0] is frame and self._made[1] == given:
            return self._made[2]
        picture = Picture(frame, theme, camera, camera.matrix(width, height), width, height, size)
        carried = self._carried.moved(picture, taken) if moving else None
        if carried is not None:
            return carried
        made = Composition(tuple(reversed(self._laid_out(picture, Occupied(taken), hasty))))
        self._carried.take(made, picture)
        self._made = frame, given, made
        return made

    def _laid_out(self, picture: Picture, occupied: Occupied, hasty: bool) -> list[Label]:
        """The labels, the most important first."""
        frame, width, height = picture.frame, picture.width, picture.height
        drafts = self._current(picture) + self._marked(picture) + self._fan(picture)
        drafts += self._ahead(picture) + self._trajectory(picture)
        drafts += self._beside(picture) + neighbour_names(self.text, picture)
        drafts += further_labels(self.text, picture)
        if frame.settings.path_labels:
            drafts += self._outside(picture)
            drafts += self._sentences(picture) if frame.line.by == SENTENCES else self._path(picture)
        _keep_free(picture, occupied)
        placed = settled(drafts, picture, occupied)
        places, weight = samples(frame, picture.matrix, width, height)
        occupied.add_lines(places[weight >= LEAST], width, height)
        placed += self._clusters(picture, occupied)
        if frame.settings.landmarks:
            placed += self._landmark_names.placed(picture, occupied, hasty)
        return placed

    def _clusters(self, picture: Picture, occupied: Occupied) -> list[Label]:
        """Names of clusters in their middles, or beside where the path runs there."""
        drafts = cluster_names(self.text, picture)
        placed = settled(drafts, picture, occupied)
        there = {label.anchor for label in placed}
        aside = [replace(it, wish=replace(it.wish, centred=False)) for it in drafts if it.label.anchor not in there]
        return placed + settled(aside, picture, occupied)

    def _current(self, picture: Picture) -> list[Draft]:
        frame, theme = picture.frame, picture.theme
        path, row = frame.path, frame.current
        if row < 0:
            return []
        pixels, depth = picture.project(path.points[row : row + 1])
        if depth[0] <= 0:
            return []
        style = Style(21 * picture.size, theme.accent, theme.ground, bold=True)
        text = quoted(self._named(frame, row))
        return [
            draft(
                self.text,
                "current",
                text,
                style,
                pixels[0],
                18.0,
                must=True,
                node=int(path.nodes[row]),
                of=("path.points", row),
            )
        ]

    def _marked(self, picture: Picture) -> list[Draft]:
        """Names of what is pointed at in any view, and of what is selected where that is not a crowd."""
        frame, theme = picture.frame, picture.theme
        if frame.background is None:
            return []
        hovered = unnamed(frame)
        chosen = frame.selection if len(frame.selection) <= N_SELECTED_LABELS else ()
        rows = [row for row in dict.fromkeys((*hovered, *chosen)) if row < len(frame.points)]
        if not rows:
            return []
        pixels, depth = picture.project(frame.points[rows])
        drafts = []
        for i, row in enumerate(rows):
            x, y = pixels[i]
            if depth[i] > 0 and 0 <= x <= picture.width and 0 <= y <= picture.height:
                style = Style(15 * picture.size, theme.text if row in hovered else theme.accent, theme.ground, True)
                text = shown(frame.vocabulary, int(frame.background.token_ids[row]))
                drafts.append(draft(self.text, "mark", text, style, pixels[i], 3.0, index=row, of=("points", row)))
        return drafts

    def _fan(self, picture: Picture) -> list[Draft]:
        frame, theme = picture.frame, picture.theme
        fan = frame.fan
        rows = np.flatnonzero(fan.current)
        rows = rows[np.argsort(-fan.probability[rows], kind="stable")][:N_FAN_LABELS]
        if not len(rows):
            return []
        starts, _ = picture.project(fan.start[rows])
        ends, depth = picture.project(fan.end[rows])
        drafts: list[Draft] = []
        for i, row in enumerate(rows):
            if depth[i] <= 0:
                continue
            chance, chosen, token = float(fan.probability[row]), bool(fan.chosen[row]), int(fan.token_ids[row])
            colour = theme.chosen if chosen else theme.text if token == frame.hover_token else theme.fan
            style = Style((13 + 5 * min(chance, 0.5) ** 0.5) * picture.size, colour, theme.ground, True)
            anchor = within(starts[i], ends[i], picture.width, picture.height)
            text, said = quoted(shown(frame.vocabulary, token)), hover_words.percent(chance)
            node = int(fan.nodes[row])
            made = draft(
                self.text,
                "fan",
                text,
                style,
                anchor,
                6.0,
                detail=said,
                node=node,
                token=token,
                chosen=chosen,
                of=("fan.end", int(row)),
            )
            drafts.append(made)
        return drafts

    def _ahead(self, picture: Picture) -> list[Draft]:
        """Names of the likeliest continuations, and of what is pinned: the last token, and how likely it all is."""
        frame, theme = picture.frame, picture.theme
        ahead, tree = frame.ahead, frame.ahead.tree
        if not len(ahead):
            return []
        mass, pinned = tree.mass[ahead.rows], tree.pinned[ahead.rows]
        order = np.lexsort((-mass, ~pinned))[:N_AHEAD_LABELS]
        starts, _ = picture.project(ahead.start[order])
        ends, depth = picture.project(ahead.end[order])
        colours = ahead_colour_names(frame, theme)
        drafts: list[Draft] = []
        for i, at in enumerate(order.tolist()):
            row = int(ahead.rows[at])
            far = len(tree.paths[row]) > 1
            inside = 0 <= ends[i, 0] <= picture.width and 0 <= ends[i, 1] <= picture.height
            if depth[i] <= 0 or (far and not inside):
                continue
            size = (12 if far else 13) + 5 * min(float(mass[at]), 0.5) ** 0.5
            style = Style(size * picture.size, colours[at], theme.ground, bool(pinned[at]) or not far)
            anchor = (float(ends[i, 0]), float(ends[i, 1]))
            if not far:
                anchor = within(starts[i], ends[i], picture.width, picture.height)
            text, said = quoted(shown(frame.vocabulary, tree.paths[row][-1])), hover_words.percent(float(mass[at]))
            must, bold = bool(pinned[at]), bool(pinned[at] or tree.taken[row])
            made = draft(
                self.text,
                "ahead",
                text,
                style,
                anchor,
                6.0,
                detail=said,
                must=must,
                index=at,
                chosen=bold,
                of=("ahead.end", at),
            )
            drafts.append(made)
        return drafts

    def _path(self, picture: Picture) -> list[Draft]:
        frame, theme, size = picture.frame, picture.theme, picture.size
        path = frame.path
        pixels, depth = picture.project(path.points)
        centre = frame.current if frame.current >= 0 else len(path) - 1
        rows = np.flatnonzero(picture.inside(pixels, depth))
        rows = rows[rows != frame.current]
        rows = rows[np.lexsort((np.abs(rows - centre), ~path.left_out[rows]))]  # a giant is always named
        _, first = np.unique(path.token_ids[rows], return_index=True)  # a token that comes again is named once
        drafts: list[Draft] = []
        ids, rays = path.token_ids.tolist(), set(frame.fan.token_ids[frame.fan.current].tolist())
        for i in rows[np.sort(first)][:N_PATH_LABELS].tolist():
            if frame.is_vocabulary and (ids[i] == frame.hover_token or ids[i] in rays):
                continue  # named as what is pointed at, or where a ray ends
            fade = max(0.6, 1.0 - abs(i - centre) / 45)
            colour = theme.path if path.generated[i] else theme.text
            style = Style((15 if abs(i - centre) < 6 else 13) * size, colour, theme.ground, False, 0.0, fade)
            text = self._named(frame, i)
            if path.left_out[i]:
                text = translate("Map", "{token} (outlier)").format(token=text)
            node = int(path.nodes[i])
            drafts.append(
                draft(self.text, "path", text, style, pixels[i], 2.0, node=node, token=ids[i], of=("path.points", i))
            )
        return drafts

    def _outside(self, picture: Picture) -> list[Draft]:
        """The outliers of the path that lie outside the view, named at its edge where they would be met.

        They shrink no view (`camera_places.in_sight`), so that without this nothing would tell that they are there.
        """
        path, size = picture.frame.path, picture.size
        pixels, depth = picture.project(path.points)
        rows = np.flatnonzero(path.left_out & ~picture.inside(pixels, depth))
        rows = rows[rows != picture.frame.current]
        middle, drafts = np.array((picture.width / 2, picture.height / 2), np.float32), list[Draft]()
        style = Style(13 * size, picture.theme.text, picture.theme.ground)
        for row in rows[:N_OUTSIDE].tolist():
            away = (pixels[row] - middle) * (1.0 if depth[row] > 0 else -1e3)  # behind the camera all is mirrored
            anchor = within(middle, middle + away, picture.width, picture.height)
            names = {"token": self._named(picture.frame, row), "n": int(path.positions[row]), "arrow": arrow_to(away)}
            text = translate("Map", "{arrow} {token} (outlier, position {n}) lies outside this view").format(**names)
            if self.text.size(text, style).width() > WIDEST_OUTSIDE * picture.width:
                text = translate("Map", "{arrow} position {n}: outside").format(**names)
            made = draft(
                self.text, "path", text, style, anchor, 2.0, must=True, node=int(path.nodes[row]), of=(EDGE, 0)
            )
            drafts.append(made)
        return drafts

    def _beside(self, picture: Picture) -> list[Draft]:
        """The letter and name of the branch that is compared at its end, and its last tokens."""
        frame, theme, size = picture.frame, picture.theme, picture.size
        path = frame.beside.path
        rows = range(len(path))[own_rows(frame.beside)]
        if not rows:
            return []
        pixels, depth = picture.project(path.points)
        inside = picture.inside(pixels, depth)
        last, drafts = rows[-1], list[Draft]()
        if inside[last]:
            style = Style(16 * size, theme.compared, theme.ground, True)
            drafts.append(
                draft(
                    self.text,
                    "mark",
                    f"B  {frame.beside.name}",
                    style,
                    pixels[last],
                    8.0,
                    must=True,
                    of=("beside.path.points", last),
                )
            )
        if not frame.settings.path_labels:
            return drafts
        ids, named = path.token_ids.tolist(), set(frame.path.token_ids.tolist()) if frame.is_vocabulary else set()
        style = Style(13 * size, theme.compared, theme.ground)
        for row in rows[-N_BESIDE_LABELS:][::-1]:
            if inside[row] and ids[row] not in named:
                named.add(ids[row])
                text = shown_in_context(frame.vocabulary, ids, row)
                drafts.append(draft(self.text, "mark", text, style, pixels[row], 5.0, of=("beside.path.points", row)))
        return drafts

    def _sentences(self, picture: Picture) -> list[Draft]:
        """Each sentence at its mean by its number, those nearest to the current one by their first words too."""
        frame, size = picture.frame, picture.size
        line, ids = frame.line, frame.path.token_ids
        pixels, depth = picture.project(line.points)
        rows = np.flatnonzero(picture.inside(pixels, depth))
        centre = line.row_of(frame.current)
        rows = rows[np.argsort(np.abs(rows - (centre if centre >= 0 else len(line) - 1)), kind="stable")]
        drafts: list[Draft] = []
        for rank, i in enumerate(rows[:N_PATH_LABELS].tolist()):
            first, last = int(line.first[i]), int(line.last[i])
            text = str(i + 1)
            if rank < N_IN_WORDS:
                text += " " + whole(frame.vocabulary, ids[first : min(last + 1, first + 24)], FIRST_WORDS)
            colour = picture.theme.path if frame.path.generated[last] else picture.theme.text
            style = Style((15 if i == centre else 13) * size, colour, picture.theme.ground, i == centre)
            node = int(frame.path.nodes[last])
            drafts.append(draft(self.text, "path", text, style, pixels[i], 2.0, node=node, of=("line.points", i)))
        return drafts

    def _trajectory(self, picture: Picture) -> list[Draft]:
        """Names of a few layers along the trajectory through them."""
        trajectory, theme = picture.frame.trajectory, picture.theme
        if not len(trajectory):
            return []
        pixels, depth = picture.project(trajectory.points)
        inside = picture.inside(pixels, depth)
        style = Style(13 * picture.size, trajectory_colour_name(theme), theme.ground, True)
        named = reversed(layer_names(trajectory, picture.frame.vocabulary))
        return [
            draft(self.text, "mark", text, style, pixels[row], 2.0, of=("trajectory.points", row))
            for row, text in named
            if inside[row]
        ]

    def _named(self, frame: MapFrame, row: int) -> str:
        """A token of the path in writing; worked out once for a path, since a turning map writes it in each picture."""
        if self._texts_of is not frame.path.token_ids:
            self._texts_of, self._texts = frame.path.token_ids, {}
        if row not in self._texts:
            self._texts[row] = shown_in_context(frame.vocabulary, frame.path.token_ids.tolist(), row)
        return self._texts[row]


def _keep_free(picture: Picture, occupied: Occupied) -> None:
    """No label lies on the current point."""
    frame = picture.frame
    if frame.current >= 0:
        pixels, _ = picture.project(frame.path.points[frame.current : frame.current + 1])
        x, y = (float(v) for v in pixels[0])
        occupied.add((x - 12, y - 12, x + 12, y + 12))


def quoted(text: str) -> str:
    """A token that is but a dot or a dash, in quotation marks: alone beside a disc nobody would see it."""
    return f"“{text}”" if len(text) <= 2 and not text.strip(_SMALL) else text


def arrow_to(away: F32) -> str:
    """The arrow that points most nearly along [2] pixels to the right and down."""
    across, down = float(away[0]), float(away[1])
    if abs(across) >= abs(down):
        return "→" if across > 0 else "←"
    return "↓" if down > 0 else "↑"
