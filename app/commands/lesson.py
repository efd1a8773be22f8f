"""`python main.py lesson`: list the lessons, check files of them, record the runs that they can be given from."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from engine.errors import OrreryError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    kinds = parser.add_subparsers(dest="do", required=True, metavar="list|check|record")
    listing = kinds.add_parser("list", help="list the lessons that there are")
    listing.add_argument("--language", default="en", help="en or zh_CN (default: en)")
    check = kinds.add_parser("check", help="name all that is wrong with lessons, and the line")
    check.add_argument("files", metavar="FILE", nargs="+", type=Path)
    check.add_argument("--claims", action="store_true", help="try what they claim with their model, too")
    record = kinds.add_parser("record", help="record the runs that lessons are given from without their model")
    record.add_argument("files", metavar="FILE", nargs="+", type=Path)
    record.add_argument("--out", type=Path, help="the folder (default: recordings, beside the languages)")


def run(args: argparse.Namespace) -> int:
    """Do it; the exit status is 1 where anything is wrong."""
    try:
        if args.do == "list":
            return _list(args.language)
        if args.do == "record":
            return _record(args.files, args.out)
        return max(_check(args.files), _claims(args.files) if args.claims else 0)
    except OrreryError as error:
        print(error, file=sys.stderr)
        return 1


def _list(language: str) -> int:
    from viz.lessons import library
    from viz.lessons.lesson_file import told

    for entry in library.entries(language):
        head = entry.lesson.head
        print(f"{head.order:3}  {entry.lesson.name:<28} {head.minutes:3} min  {head.title}")
        print(f"     {head.about}")
        if entry.problems:
            print(f"     {told(entry.path, entry.problems[0])}")
    return 0


def _check(files: list[Path]) -> int:
    from viz.lessons.lesson_file import check_file, told

    wrong = False
    for path in files:
        try:
            lesson, problems = check_file(path)
        except OrreryError as error:
            print(error)
            wrong = True
            continue
        for problem in problems:
            print(told(path, problem))
        wrong = wrong or bool(problems)
        if not problems:
            print(f"{path}: {len(lesson.steps)} steps, nothing wrong.")
    return int(wrong)


def _claims(files: list[Path]) -> int:
    """Enter every step with the model, say what its numbers are, and which claims do not hold."""
    from app.session.lesson_walk import LessonWalk
    from viz.lessons import facts

    _qt()
    wrong = False
    with LessonWalk() as walk:
        for path in files:
            for walked in walk.steps(path):
                print(f"{path}:{walked.step.line}: {walked.step.heading}")
                for name, number in walked.step.numbers.items():
                    value = walked.values[name]
                    exact = f" ({value:.6g})" if isinstance(value, float) else ""
                    print(f"    {name}: {facts.said(number, value)}{exact}")
                    wrong = wrong or value is None
                for check in walked.step.checks:
                    good = facts.holds(check, walked.values)
                    print(f"    {'true' if good else 'NOT TRUE'}: {facts.claim(check)}")
                    wrong = wrong or not good
    return int(wrong)


def _record(files: list[Path], folder: Path | None) -> int:
    from app.session.lesson_recording import record, record_map
    from app.session.lesson_walk import LessonWalk
    from app.session.recorded_run import MAPS
    from viz.lessons import library

    _qt()
    with LessonWalk() as walk:
        for path in files:
            for made in record(walk, path, folder or library.RECORDINGS):
                print(f"{made} ({made.stat().st_size / 1000:.0f} kB)", flush=True)
        chart = record_map(walk.session.run, folder or MAPS)
        if chart is not None:
            print(f"{chart} ({chart.stat().st_size / 1000:.0f} kB)")
    return 0


def _qt() -> None:
    """Have a Qt application, which sessions live in; no screen is needed."""
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _kept.append(QApplication([]))


_kept: list[object] = []  # Qt ends its application when nobody holds it
