"""`python main.py lesson`: list the lessons, check files of them, record the runs that they can be given from."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from engine.errors import OrreryError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    kinds = parser.add_subparsers(dest="do", required=True, metavar="list|check")
    listing = kinds.add_parser("list", help="list the lessons that there are")
    listing.add_argument("--language", default="en", help="en or zh_CN (default: en)")
    check = kinds.add_parser("check", help="name all that is wrong with lessons, and the line")
    check.add_argument("files", metavar="FILE", nargs="+", type=Path)


def run(args: argparse.Namespace) -> int:
    """Do it; the exit status is 1 where anything is wrong."""
    try:
        return _list(args.language) if args.do == "list" else _check(args.files)
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
