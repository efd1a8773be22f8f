"""How a command is told which model computes what a run does not hold."""

from __future__ import annotations

import argparse


def add_model(parser: argparse.ArgumentParser) -> None:
    """Declare the model, and where and in what precision it computes."""
    parser.add_argument("--model", help="what computes what a run does not hold (default: the run's own, if here)")
    parser.add_argument("--device", default="auto", help="of a model: cpu, cuda, mps or auto (default: %(default)s)")
    parser.add_argument("--dtype", default="auto", help="of a model: float32, bfloat16, float16 or auto")
