"""Specs of figures as files: read, checked to the last key, and written.

A spec is passed from one person to another, so what it names lies in its own folder or below it, unless whoever runs
it says otherwise: one that came from elsewhere is neither to read what is not its business nor to write over it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from engine.errors import InputRefused, in_short, shown
from engine.sentences import say, together
from viz import theme as themes
from viz.figures import palettes
from viz.figures.camera_check import require_camera
from viz.figures.option_text import check_value
from viz.figures.page import SUFFIXES, require_weight
from viz.figures.parts import board_of, part_of, run_plan_of
from viz.figures.spec import (
    FORMAT,
    LETTERS,
    MOST_COLUMNS,
    MOST_FIGURES,
    MOST_PANELS,
    FigureSpec,
    Panel,
    Source,
    Spec,
)
from viz.figures.toml_records import Place, Problem, Reader, parsed, read, unknown, written
from viz.registry import all_views

KINDS_OF_SPACE: Final = ("embedding", "unembedding", "resid", "points")


def check_file(path: Path, outside: bool = False) -> tuple[Spec, tuple[Problem, ...]]:
    """What a file says, and all that is wrong with it, from the top; `outside` allows files outside its folder.

    Raises:
        InputRefused: it cannot be read, or is no TOML.
    """
    table, reader = read(path)
    return _checked(table, reader, path.resolve().parent, outside)


def read_spec(path: Path, outside: bool = False) -> Spec:
    """What a file says. Raises InputRefused naming the first thing that is wrong with it, and its line."""
    spec, problems = check_file(path, outside)
    if problems:
        more = say("({n} more: --check names them all.)", n=len(problems) - 1) if len(problems) > 1 else ""
        raise InputRefused(together(told(path, problems[0]), more))
    return spec


def spec_of_text(text: str, folder: Path, outside: bool = False) -> Spec:
    """What a text says, as a picture holds it. Raises InputRefused as `read_spec`."""
    table, reader = parsed(text, say("The spec"))
    spec, problems = _checked(table, reader, folder, outside)
    if problems:
        raise InputRefused(say("The spec cannot be used: {sentence}", sentence=problems[0].sentence))
    return spec


def text_of(*figures: FigureSpec) -> str:
    """A file's text with these figures."""
    return written(Spec(FORMAT, figures))


def told(path: Path, problem: Problem) -> str:
    """A problem with its file and line."""
    place = f"{path}{f':{problem.line}' if problem.line else ''}"
    return say("{place}: {problem}", place=place, problem=problem.sentence)


def inside(folder: Path, name: str, outside: bool, what: str) -> Path:
    """The file that a spec in `folder` calls `name`. Raises InputRefused where it lies elsewhere and may not."""
    try:
        path = (folder / Path(name).expanduser()).resolve()
        within = path.is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError) as error:
        raise InputRefused(
            say("{name!r} is not the name of a file. Name {what} in the spec's folder.", name=in_short(name), what=what)
        ) from error
    if within or outside:
        return path
    raise InputRefused(
        say(
            "{what} {name!r} lies outside the spec's folder. A spec that came from someone else must not "
            "read or write elsewhere: move the file there, or allow it with --outside.",
            what=what,
            name=in_short(name),
        )
    )


def places_outside(figure: FigureSpec, folder: Path) -> tuple[str, ...]:
    """What a figure of a spec in `folder` reads or writes elsewhere, each once."""
    sources = [figure.run, *(panel.run for panel in figure.panel)]
    models = [source.model for source in sources if names_a_place(source.model) and not source.local]
    named = [figure.out, *(source.file for source in sources), *models]
    there = folder.resolve()
    return tuple(dict.fromkeys(
        name for name in named if name and not inside(there, name, True, say("The file")).is_relative_to(there)
    ))  # fmt: skip


def names_a_place(model: str) -> bool:
    """Whether a model is named by a place on the disk, not by a name of the catalogue or a hub id."""
    return model.startswith(("/", ".", "~", "\\")) or model.lower().endswith(".gguf") or Path(model).is_absolute()


# -- what is wrong -----------------------------------------------------------------------------------------------


def _checked(table: Mapping[str, Any], reader: Reader, folder: Path, outside: bool) -> tuple[Spec, tuple[Problem, ...]]:
    spec = reader.record(Spec, table)
    check = Check(reader, folder, outside)
    if spec.format != FORMAT:
        reader.add(
            ("format",),
            say(
                "This spec has the format {format}, but this Orrery reads {known}.",
                format=shown(spec.format),
                known=FORMAT,
            ),
        )
    if not spec.figure:
        reader.add((), say("There is no figure in it: begin one with [[figure]]."))
    check.require(
        len(spec.figure) <= MOST_FIGURES,
        (),
        say("A spec can have {most_figures} figures at most.", most_figures=MOST_FIGURES),
    )
    for index, figure in enumerate(spec.figure[:MOST_FIGURES]):
        check.figure(figure, ("figure", index))
    names = [figure.out for figure in spec.figure if figure.out]
    for index, figure in enumerate(spec.figure):
        twice = figure.out and names.count(figure.out) > 1 and figure.out in [it.out for it in spec.figure[:index]]
        check.require(
            not twice, ("figure", index, "out"), say("Two figures are written to {out!r}.", out=in_short(figure.out))
        )
    return spec, tuple(sorted(reader.problems, key=lambda it: (it.line == 0, it.line)))


class Check:
    """What cannot be meant, told to a reader."""

    def __init__(self, reader: Reader, folder: Path, outside: bool) -> None:
        self._reader, self._folder, self._outside = reader, folder, outside

    def require(self, good: object, place: Place, sentence: str) -> None:
        """Tell `sentence` where `good` is not."""
        if not good:
            self._reader.add(place, sentence)

    def _try(self, place: Place, do: Callable[[], object]) -> None:
        try:
            do()
        except InputRefused as error:
            self._reader.add(place, str(error))

    def figure(self, figure: FigureSpec, at: Place) -> None:
        """One figure and its panels."""
        key = (
            "text_size" if figure.text_size and _fails(lambda: FigureSpec(text_size=figure.text_size).page) else "size"
        )
        self._try((*at, key), lambda: figure.page)
        self._name(figure.theme, themes.names(), (*at, "theme"), "theme")
        if figure.palette != palettes.OWN:
            self._name(figure.palette, palettes.names(), (*at, "palette"), "palette")
        self._name(figure.letters, LETTERS, (*at, "letters"), "kind of letters")
        self._try((*at, "lines"), lambda: require_weight(figure.lines))
        good = 0 <= figure.columns <= MOST_COLUMNS
        self.require(
            good,
            (*at, "columns"),
            say("A figure can have 1 to {most_columns} columns (0: as suits it).", most_columns=MOST_COLUMNS),
        )
        if figure.out:
            suffix = Path(figure.out).suffix.lower()
            self.require(
                suffix in SUFFIXES, (*at, "out"), say("“out” must end in {suffixes}.", suffixes=", ".join(SUFFIXES))
            )
            self._try((*at, "out"), lambda: inside(self._folder, figure.out, self._outside, say("The picture")))
        self.require(figure.panel, at, say("A figure needs a panel: add [[figure.panel]] with a view."))
        self.require(
            len(figure.panel) <= MOST_PANELS,
            at,
            say("A figure can have {most_panels} panels at most.", most_panels=MOST_PANELS),
        )
        self._source(figure.run, (*at, "run"))
        for index, panel in enumerate(figure.panel[:MOST_PANELS]):
            self._panel(panel, (*at, "panel", index))

    def _panel(self, panel: Panel, at: Place) -> None:
        self._name(panel.view, all_views(), (*at, "view"), "view")
        if panel.view in all_views():
            for name, value in panel.options.items():
                self._try((*at, "options", name), lambda name=name, value=value: check_value(panel.view, name, value))  # type: ignore[misc]
        for kind, text in (("head", panel.head), ("neuron", panel.neuron)):
            if text:
                self._try((*at, kind), lambda text=text, kind=kind: part_of(text, kind, called=f"“{kind}”"))  # type: ignore[misc]
        if panel.camera:
            self._try((*at, "camera"), lambda: require_camera(panel.camera))
        if panel.space is not None:
            self._name(panel.space.kind, KINDS_OF_SPACE, (*at, "space", "kind"), "kind of space")
        self._try((*at, "interventions"), lambda: board_of(panel.interventions))
        for name in ("position", "compare", "layer"):
            value = getattr(panel, name)
            self.require(value is None or value >= 0, (*at, name), say("“{name}” is counted from 0.", name=name))
        for name, least in (("row", 0), ("column", 0), ("across", 1), ("down", 1)):
            value = getattr(panel, name)
            good = value is None or least <= value < MOST_COLUMNS + least
            self.require(
                good,
                (*at, name),
                say("“{name}” can be {least} to {last}.", name=name, least=least, last=MOST_COLUMNS - 1 + least),
            )
        self._source(panel.run, (*at, "run"))

    def _source(self, source: Source, at: Place) -> None:
        both = bool(source.file and source.model)
        self.require(not both, (*at, "model"), say("A run is a file, or made with a model: leave one of them out."))
        if source.file:
            self._try((*at, "file"), lambda: inside(self._folder, source.file, self._outside, say("The run")))
        if names_a_place(source.model) and not source.local:
            self._try((*at, "model"), lambda: inside(self._folder, source.model, self._outside, say("The model")))
        self.require(source.prompt or not source.model, (*at, "prompt"), say("A model needs a “prompt” to run."))
        self.require(0 <= source.tokens < 10**6, (*at, "tokens"), say("“tokens” is how many are generated, 0 or more."))
        self._try((*at, "plan"), lambda: run_plan_of(source.plan))

    def _name(self, name: str, known: Any, place: Place, what: str) -> None:
        self.require(name in known, place, unknown(name, known, what))


def _fails(do: Callable[[], object]) -> bool:
    try:
        do()
    except InputRefused:
        return True
    return False
