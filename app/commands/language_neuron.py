"""`language-neuron`: the experiment without a window, as a figure and as numbers; several models side by side.

Each model is loaded by the engine process and asked the same question as the view asks; the figure is the view's own.
The same arguments give the same numbers: what is drawn by chance is drawn from a stated seed.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import queue
import sys
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from app import screen
from app.session.engine_client import EngineClient
from engine import errors, protocol
from engine.errors import DiskProblem, InputRefused, OrreryError, WorkerDied
from engine.files.tensor_file import require_free, require_writable
from engine.labs.language_neurons.records import AskLanguage, Language
from engine.records import ModelInfo
from engine.run import Run
from viz.figures.page import Figure, page_of

_A = TypeVar("_A", bound=protocol.Answer)
DEFAULT = "SmolLM2-135M-Instruct"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `language-neuron` takes."""
    parser.add_argument(
        "--model", action="append", metavar="M", help=f"a model, or two for both side by side (default: {DEFAULT})"
    )
    parser.add_argument("--language", default="french", help="a bundled set or a UTF-8 file (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="of the bootstrap (default: %(default)s)")
    parser.add_argument("--out", metavar="FILE", type=Path, help="the figure; ends in .png, .svg or .pdf")
    parser.add_argument("--json", metavar="FILE.json", type=Path, help="the numbers")
    parser.add_argument("--overwrite", action="store_true", help="replace files that are there already")
    parser.add_argument(
        "--size", metavar="WxH", default="1600x900", help="in pixels, or such as 85mmx60mm (default: %(default)s)"
    )
    parser.add_argument("--theme", default="print", help="dark, light or print (default: %(default)s)")
    parser.add_argument("--device", default="auto", help="cpu, cuda, mps or auto (default: %(default)s)")
    parser.add_argument("--dtype", default="auto", help="float32, bfloat16, float16 or auto (default: %(default)s)")


def run(args: argparse.Namespace) -> int:
    """Do it and return the exit status. A failure is one sentence on standard error."""
    try:
        models = args.model or [DEFAULT]
        _check(args, models)
        found = [_measured(model, args) for model in models]
        if args.json is not None:
            _write(args.json, found)
        if args.out is not None:
            _draw(args, [finding for _, finding in found], found[0][0])
    except OrreryError as error:
        if getattr(args, "debug", False):
            raise
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; nothing was written.", file=sys.stderr)
        return 130
    for _, finding in found:
        print(summary(finding))
        if finding.note:
            print(finding.note, file=sys.stderr)
    return 0


def _check(args: argparse.Namespace, models: list[str]) -> None:
    if len(models) > 2:
        raise InputRefused(f"One model or two can stand side by side, but {len(models)} were named.")
    for path in (args.out, args.json):
        if path is not None:
            require_writable(path.resolve())
            require_free(path, args.overwrite)
    page_of(args.size)


def _measured(model: str, args: argparse.Namespace) -> tuple[ModelInfo, Language]:
    """Load one model in an engine process of its own, and ask it."""
    answers: queue.Queue[protocol.Answer] = queue.Queue(64)
    client = EngineClient(answers.put)
    try:
        client.start()
        load = client.send(protocol.LoadModel, spec=model, device=args.device, dtype=args.dtype)
        info = _until(answers, load, protocol.Loaded).info
        question = AskLanguage(args.language, seed=args.seed)
        finding = _until(answers, client.send(protocol.AskLab, question=question), protocol.LabAnswered).finding
    finally:
        client.close()
    if not isinstance(finding, Language):
        raise InputRefused(
            f"The experiment with {model} ended without a result. Run it again with --debug to see why; "
            "with too little "
            "memory, try a smaller model."
        )
    return info, finding


def _until(answers: queue.Queue[protocol.Answer], request_id: int, kind: type[_A]) -> _A:
    """Take answers until the one of `kind` to this request; a failure of it is raised."""
    told = ""
    while True:
        answer = answers.get()
        if isinstance(answer, protocol.Progress) and answer.doing != told and sys.stderr.isatty():
            told = answer.doing
            print(told, file=sys.stderr, flush=True)
        if isinstance(answer, protocol.Died):
            raise WorkerDied(answer.sentence)
        if answer.request_id != request_id:
            continue
        if isinstance(answer, protocol.Failed):
            known = getattr(errors, answer.kind, OrreryError)
            raise (known if issubclass(known, OrreryError) else OrreryError)(answer.sentence)
        if isinstance(answer, kind):
            return answer


def _write(path: Path, found: list[tuple[ModelInfo, Language]]) -> None:
    """The numbers as JSON, one entry for each model."""
    rows = [{"model": _plain(info, ("name", "family", "sha256", "revision", "device", "dtype", "n_parameters")),
             "found": _plain(finding, tuple(field.name for field in dataclasses.fields(finding)))}
            for info, finding in found]  # fmt: skip
    try:
        path.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    except OSError as error:
        raise DiskProblem(f"{path} cannot be written ({error.strerror}): name another file.") from error


def _plain(record: object, names: tuple[str, ...]) -> dict[str, Any]:
    values = {name: getattr(record, name) for name in names}
    return {
        name: [round(float(x), 6) for x in value.ravel()] if isinstance(value, np.ndarray) and value.ndim == 1
        else np.round(value.astype(float), 6).tolist() if isinstance(value, np.ndarray) else value
        for name, value in values.items()
    }  # fmt: skip


def _draw(args: argparse.Namespace, found: list[Language], info: ModelInfo) -> None:
    if not screen.there_is_one():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from app import qt_messages
    from viz.figures.files import save_figure
    from viz.ui_state import UiState

    messages = qt_messages.Messages()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    messages.opened()
    ui = UiState(theme=args.theme).with_option("language_neuron", "a", args.language)
    shown = Run(info)
    shown.findings[AskLanguage(args.language)] = found[0]
    if len(found) == 2:
        ui = ui.with_option("language_neuron", "second", found[1].model)
        shown.findings[AskLanguage(args.language, found[1].model)] = found[1]
    save_figure(args.out, Figure("language_neuron", page_of(args.size), args.theme), shown, ui)
    application.processEvents()


def summary(found: Language) -> str:
    """One line for each neuron: what its loss costs the set itself, and the most it costs another one."""
    lines = []
    for row, (layer, index) in enumerate(zip(found.layers, found.indices, strict=True)):
        rises = [
            f"{name} {100 * found.rise[row, at, 0] / found.loss[row, at, 0]:+.2f} % "
            f"({100 * found.rise_low[row, at, 0] / found.loss[row, at, 0]:+.2f} to "
            f"{100 * found.rise_high[row, at, 0] / found.loss[row, at, 0]:+.2f})"
            for at, name in enumerate(found.sets)
        ]
        lines.append(f"{found.model} L{layer}.N{index} switched off: {', '.join(rises)}")
    return "\n".join(lines)
