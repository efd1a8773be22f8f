"""Specs of films as files: read with the same care as those of figures (`viz.figures.spec_file`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from engine.errors import InputRefused, in_short, shown
from engine.sentences import say, together
from viz.figures.picture import HasCamera, view_class
from viz.figures.spec_file import Check, inside, told
from viz.figures.toml_records import Place, Problem, Reader, read, unknown, written
from viz.films import formats
from viz.films.spec import (
    EASINGS,
    FLIGHT,
    FORMAT,
    IN_STEPS,
    KINDS,
    LOOPS,
    MOST_FILMS,
    MOST_MOTIONS,
    SWEEP,
    TURNTABLE,
    Films,
    FilmSpec,
    Motion,
)
from viz.films.steps import WHOLE, require_sweep
from viz.registry import all_views

CAMERA: Final = (TURNTABLE, FLIGHT)  # what needs one
_NEAREST, _FURTHEST = 0.05, 4.0


def check_file(path: Path, outside: bool = False) -> tuple[Films, tuple[Problem, ...]]:
    """What a file says, and all that is wrong with it, from the top; `outside` allows files outside its folder.

    Raises:
        InputRefused: it cannot be read, or is no TOML.
    """
    table, reader = read(path)
    return _checked(table, reader, path.resolve().parent, outside)


def read_spec(path: Path, outside: bool = False) -> Films:
    """What a file says. Raises InputRefused naming the first thing that is wrong with it, and its line."""
    films, problems = check_file(path, outside)
    if problems:
        more = say("({n} more: --check names them all.)", n=len(problems) - 1) if len(problems) > 1 else ""
        raise InputRefused(together(told(path, problems[0]), more))
    return films


def text_of(*films: FilmSpec) -> str:
    """A file's text with these films."""
    return written(Films(FORMAT, films))


def panels_of(film: FilmSpec, motion: Motion) -> tuple[int, ...]:
    """The panels that a motion moves, from 0 on."""
    if motion.panel is not None:
        return (motion.panel,) if 0 <= motion.panel < len(film.figure.panel) else ()
    return tuple(index for index, panel in enumerate(film.figure.panel) if _can_move(panel.view, motion))


def motions_of(film: FilmSpec, panel: int) -> tuple[Motion, ...]:
    """What moves in a panel."""
    return tuple(motion for motion in film.motion if panel in panels_of(film, motion))


def _can_move(view: str, motion: Motion) -> bool:
    if view not in all_views():
        return False
    cls = view_class(view)
    if motion.kind in CAMERA:
        return issubclass(cls, HasCamera)
    if motion.kind == SWEEP and motion.of not in WHOLE:
        return any(option.name == motion.of for option in cls.options)
    return True


def _checked(
    table: Mapping[str, Any], reader: Reader, folder: Path, outside: bool
) -> tuple[Films, tuple[Problem, ...]]:
    films = reader.record(Films, table)
    if films.format != FORMAT:
        reader.add(
            ("format",),
            say(
                "This spec has the format {format}, but this Orrery reads {known}.",
                format=shown(films.format),
                known=FORMAT,
            ),
        )
    if not films.film:
        reader.add((), say("There is no film in it: begin one with [[film]]."))
    if len(films.film) > MOST_FILMS:
        reader.add((), say("A spec can have {most_films} films at most.", most_films=MOST_FILMS))
    check = _Check(reader, folder, outside)
    for index, film in enumerate(films.film[:MOST_FILMS]):
        check.film(film, ("film", index))
        if film.out and film.out in [other.out for other in films.film[:index]]:
            reader.add(("film", index, "out"), say("Two films are written to {out!r}.", out=in_short(film.out)))
    return films, tuple(sorted(reader.problems, key=lambda problem: problem.line))


class _Check:
    """What cannot be meant, told to a reader."""

    def __init__(self, reader: Reader, folder: Path, outside: bool) -> None:
        self._reader, self._folder, self._outside = reader, folder, outside
        self._figures = Check(reader, folder, outside)

    def _try(self, place: Place, do: Callable[[], object]) -> bool:
        try:
            do()
        except InputRefused as error:
            self._reader.add(place, str(error))
            return False
        return True

    def film(self, film: FilmSpec, at: Place) -> None:
        """One film, its figure and its motions."""
        require = self._figures.require
        self._figures.figure(film.figure, (*at, "figure"))
        require(not film.figure.out, (*at, "figure", "out"), say("“out” is the film's: its figure is not written."))
        self._name(film.loop, LOOPS, (*at, "loop"), "kind of loop")
        require(0 <= film.quality <= 100, (*at, "quality"), say("“quality” can be 1 to 100 (0: as suits the format)."))
        require(film.motion, at, say("Nothing moves: add [[film.motion]] with a kind."))
        require(
            len(film.motion) <= MOST_MOTIONS,
            at,
            say("A film can have {most_motions} motions at most.", most_motions=MOST_MOTIONS),
        )
        right = 0 <= film.hold <= 60
        require(right, (*at, "hold"), say("“hold” is a time in seconds, 0 to 60."))
        for index, motion in enumerate(film.motion[:MOST_MOTIONS]):
            place = (*at, "motion", index)
            good = motion.start >= 0 and motion.seconds > 0
            require(motion.start >= 0, (*place, "start"), say("“start” is a second of the film, 0 or more."))
            require(motion.seconds > 0, (*place, "seconds"), say("“seconds” is how long it takes, more than 0."))
            right = right and good
        if right and self._try((*at, "fps"), lambda: formats.require_length(film)):
            for index, motion in enumerate(film.motion[:MOST_MOTIONS]):
                self._motion(film, motion, (*at, "motion", index))
        if film.out and self._try((*at, "out"), lambda: inside(self._folder, film.out, self._outside, say("The film"))):
            self._format(film, at)

    def _format(self, film: FilmSpec, at: Place) -> None:
        def fits() -> None:
            suffix = formats.format_of(Path(film.out))
            if self._has_page(film):
                formats.require_format(film, suffix)

        self._try((*at, "out"), fits)

    @staticmethod
    def _has_page(film: FilmSpec) -> bool:
        try:
            return film.figure.page is not None
        except InputRefused:
            return False  # told of the figure

    def _motion(self, film: FilmSpec, motion: Motion, at: Place) -> None:
        self._name(motion.kind, KINDS, (*at, "kind"), "kind of motion")
        if motion.easing:
            self._name(motion.easing, EASINGS, (*at, "easing"), "easing")
        near = _NEAREST <= motion.near <= _FURTHEST
        self._figures.require(
            near, (*at, "near"), say("“near” can be {nearest:g} to {furthest:g}.", nearest=_NEAREST, furthest=_FURTHEST)
        )
        self._figures.require(
            0 <= motion.steps <= 2000, (*at, "steps"), say("“steps” can be 1 to 2000 (0: every picture).")
        )
        if motion.kind in KINDS and film.figure.panel:
            self._try((*at, "panel"), lambda: require_panels(film, motion))

    def _name(self, name: str, known: tuple[str, ...], place: Place, what: str) -> None:
        if name not in known:
            self._reader.add(place, unknown(name, known, what))


def require_panels(film: FilmSpec, motion: Motion) -> None:
    """Raises InputRefused where a motion moves nothing, or what another one moves too."""
    count = len(film.figure.panel)
    if motion.panel is not None and not 0 <= motion.panel < count:
        raise InputRefused(
            say("“panel” is {panel}, but the figure has panels 0 to {last}.", panel=motion.panel, last=count - 1)
        )
    views = [film.figure.panel[index].view for index in panels_of(film, motion)]
    if motion.kind in CAMERA and not all(_can_move(view, motion) for view in views):
        raise InputRefused(
            say("The view {views!r} has no camera: a {kind} needs the map.", views=views[0], kind=motion.kind)
        )
    if motion.kind == SWEEP:
        if not motion.of or (not views and motion.of not in WHOLE):
            require_sweep(film.figure.panel[0].view, motion, formats.pictures_of(film))
        for view in views:
            if view in all_views():
                require_sweep(view, motion, formats.pictures_of(film))
    if not views:
        raise InputRefused(say("No view of the figure can be moved by a {kind}.", kind=motion.kind))
    for index in panels_of(film, motion):
        kinds = [each.kind in IN_STEPS for each in motions_of(film, index)]
        if motion.kind in IN_STEPS and sum(kinds) > 1:
            raise InputRefused(
                say(
                    "Panel {index} has two motions in steps (generation, sweep): name another panel for one of them.",
                    index=index,
                )
            )
        if motion.kind == FLIGHT and sum(each.kind == FLIGHT for each in motions_of(film, index)) > 1:
            raise InputRefused(say("Panel {index} has two flights: name another panel for one of them.", index=index))


def resized(film: FilmSpec, size: str | None, dpi: float | None) -> FilmSpec:
    """A film of another size."""
    figure = film.figure if size is None else replace(film.figure, size=size)
    return replace(film, figure=figure if dpi is None else replace(figure, dpi=dpi))
