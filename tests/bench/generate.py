"""Generation, prefill, second start and memory of the engine, each against the plain library on the same weights.

The engine is the real process behind the real client, its answers received as the window would. What is compared runs
in turns within one run of this file; each figure is the median of the turns.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import psutil

from engine import protocol
from engine.records import Sampling
from tests.bench.rows import Row, at_least, at_most, main
from tests.helpers.engine_talk import Talk

PROMPT = "The best thing about AI is its ability to"
N_TOKENS = 64
LONG = 1024  # tokens of the long prompt
TURNS = 5
STARTS = 3
_CHILD = "--first-token"  # given to the child process whose start is timed
_GREEDY = Sampling(temperature=0)

_PLAIN = """
import json, os, sys, time
os.environ["HF_HUB_OFFLINE"] = "1"
import torch, psutil
from transformers import AutoModelForCausalLM, AutoTokenizer
tokenizer = AutoTokenizer.from_pretrained(sys.argv[1])
model = AutoModelForCausalLM.from_pretrained(sys.argv[1], dtype=torch.float32).eval()
ids = torch.tensor([tokenizer(sys.argv[2])["input_ids"]])
with torch.inference_mode():
    n = int(sys.argv[3])
    model.generate(ids, max_new_tokens=n, min_new_tokens=n, do_sample=False, pad_token_id=0)
print(json.dumps({"rss": psutil.Process().memory_info().rss}), flush=True)
"""


def measure() -> list[Row]:
    """Every line this file is for."""
    folder = model_folder()
    return [*_speeds(folder), *_start(folder), _memory(folder)]


def model_folder() -> Path:
    """The default model, fetched where it is not there yet."""
    from engine.models.catalogue import default_name
    from engine.models.resolve import resolve

    return resolve(default_name(), lambda *_: None, lambda: False).folder


# -- speed -------------------------------------------------------------------------------------------------------


def _speeds(folder: Path) -> list[Row]:
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(str(folder))
    model = AutoModelForCausalLM.from_pretrained(str(folder), dtype=torch.float32).eval()
    short = torch.tensor([tokenizer(PROMPT)["input_ids"]])  # [1, 9]
    text = str(tokenizer.decode(_long_ids(tokenizer)))
    long = torch.tensor([tokenizer(text)["input_ids"]])  # [1, ~LONG]
    options = {"max_new_tokens": N_TOKENS, "min_new_tokens": N_TOKENS, "do_sample": False, "pad_token_id": 0}
    with Talk() as talk, torch.inference_mode():
        talk.ask(protocol.Loaded, protocol.LoadModel, spec=str(folder), device="cpu", dtype="float32")
        plain, ours = _in_turns(lambda: model.generate(short, **options), lambda: _generate(talk))
        forward, prefill = _in_turns(lambda: model(long), lambda: _prefill(talk, text))
    return [
        at_least(
            f"generate {N_TOKENS} tokens, all recorded",
            N_TOKENS / ours,
            "tok/s",
            "model.generate",
            N_TOKENS / plain,
            1.0,
        ),
        at_least(
            f"prefill {long.shape[1]} tokens",
            long.shape[1] / prefill,
            "tok/s",
            "plain forward",
            long.shape[1] / forward,
            0.8,
        ),
    ]


def _long_ids(tokenizer: Any) -> list[int]:
    words = "Every model reads one token at a time, and what it makes of each depends on all the ones before. "
    return list(tokenizer(words * (LONG // 8))["input_ids"][:LONG])


def _in_turns(theirs: Callable[[], object], ours: Callable[[], object]) -> tuple[float, float]:
    """Median seconds of each, one after the other `TURNS` times after one turn that does not count."""
    seconds: tuple[list[float], list[float]] = ([], [])
    for _ in range(TURNS + 1):
        for work, column in zip((theirs, ours), seconds, strict=True):
            began = time.perf_counter()
            work()
            column.append(time.perf_counter() - began)
    return median(seconds[0][1:]), median(seconds[1][1:])


def _generate(talk: Talk) -> None:
    talk.ask(protocol.Halted, protocol.NewRun, prompt=PROMPT, sampling=_GREEDY)
    halted = talk.ask(protocol.Halted, protocol.Generate, n_tokens=N_TOKENS, stop_at_end=False)
    if halted.n_tokens != N_TOKENS or talk.run.at(-1).attn is None or talk.run.at(-1).neurons is None:
        raise RuntimeError(f"not everything was generated and recorded: {halted}")
    talk.answers.clear()


def _prefill(talk: Talk, text: str) -> None:
    talk.ask(protocol.Halted, protocol.NewRun, prompt=text, sampling=_GREEDY)
    talk.answers.clear()


# -- start and memory --------------------------------------------------------------------------------------------


def first_token() -> None:
    """A second start up to the first generated token, as its own program: the default model, by its name."""
    from engine.models.catalogue import default_name

    with Talk() as talk:
        talk.ask(protocol.Loaded, protocol.LoadModel, spec=default_name(), device="cpu", dtype="float32")
        talk.ask(protocol.Halted, protocol.NewRun, prompt=PROMPT, sampling=_GREEDY)
        talk.ask(protocol.Halted, protocol.Generate, n_tokens=1)
        print("first token", flush=True)


def _start(folder: Path) -> list[Row]:
    plain, ours = [], []
    for _ in range(STARTS + 1):
        plain.append(_until_printed("-c", _PLAIN, str(folder), PROMPT, "1"))
        ours.append(_until_printed("-m", "tests.bench.generate", _CHILD))
    return [
        at_most("second start to the first token", median(ours[1:]), "s", "plain script", median(plain[1:]), 1.5),
    ]


def _until_printed(*arguments: str) -> float:
    """Seconds from starting Python to the first line it prints."""
    began = time.perf_counter()
    with subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        took = time.perf_counter() - began
        process.wait()
    if not line:
        raise RuntimeError(f"{' '.join((arguments[0], arguments[1].strip()[:60]))} … printed nothing")
    return took


def _memory(folder: Path) -> Row:
    command = [sys.executable, "-c", _PLAIN, str(folder), PROMPT, str(N_TOKENS)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    plain = json.loads(printed)["rss"]
    with Talk() as talk:
        talk.ask(protocol.Loaded, protocol.LoadModel, spec=str(folder), device="cpu", dtype="float32")
        _generate(talk)
        ours = psutil.Process(talk.client.pid).memory_info().rss
    return at_most("memory of the engine process", ours / 2**20, "MiB", "plain script", plain / 2**20, 1.3)


if __name__ == "__main__":
    if _CHILD in sys.argv[1:]:
        first_token()
    else:
        main(measure)
