"""A prompt put into a model's chat template, in a process that is ended where it takes too long or a person says so."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from typing import Any

from engine import checked_json
from engine.errors import InputRefused, Stopped, in_short
from engine.generation import template_process
from engine.generation.settings import Stop, never
from engine.sentences import say, together

SECONDS = 5.0  # for rendering
START = 20.0  # for the process to be there, on a busy machine
CHARACTERS = 2**22  # that a template may write, and as often the prompt as `_ECHOES`
_ECHOES = 8
_LOOK_EVERY = 0.05  # seconds between two looks whether a person asked for the end
_OUT_OF_TIME = {-getattr(signal, name) for name in ("SIGXCPU", "SIGKILL") if hasattr(signal, name)}
_INSTEAD = say("Switch chat off to continue the text as it stands.")


def in_template(tokenizer: Any, prompt: str, stop: Stop = never) -> str:
    """`prompt` as what a user says, in the template of `tokenizer`, up to where the assistant begins.

    Raises:
        InputRefused: there is no template, or it fails, does not end, or writes too much. Stopped: `stop` said so.
    """
    if not getattr(tokenizer, "chat_template", None):
        raise InputRefused(say("This model has no chat template: switch chat off to continue the text as it stands."))
    try:
        template = tokenizer.get_chat_template()
    except Exception as error:  # of several templates none may be the usual one
        raise _unusable(in_short(error)) from error
    values = {
        **tokenizer.special_tokens_map,
        "messages": [{"role": "user", "content": prompt}],
        "tools": None,
        "documents": None,
        "add_generation_prompt": True,
    }
    characters = CHARACTERS + _ECHOES * len(prompt)
    asked = {"template": template, "values": values, "seconds": SECONDS, "characters": characters}
    answer = _answer(json.dumps(asked, default=str), stop)
    if "text" in answer:
        return answer["text"]
    raise _refused(answer["refused"], characters)


def _refused(reason: str, characters: int) -> InputRefused:
    sentences = {
        template_process.TOO_SLOW: say(
            "This model's chat template did not come to an end within {seconds:.0f} seconds.", seconds=SECONDS
        ),
        template_process.TOO_LARGE: say("This model's chat template takes more memory than it may."),
        template_process.TOO_LONG: say(
            "This model's chat template writes more than {characters:,} characters.", characters=characters
        ),
    }
    sentence = sentences.get(reason)
    return _unusable(reason) if sentence is None else InputRefused(together(sentence, _INSTEAD))


def _unusable(why: str) -> InputRefused:
    return InputRefused(say("This model's chat template cannot be used ({why}). {instead}", why=why, instead=_INSTEAD))


def _answer(asked: str, stop: Stop) -> dict[str, str]:
    """What the process answers; it has ended when this returns."""
    with tempfile.TemporaryFile() as given:
        given.write(asked.encode())
        given.seek(0)
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", template_process.__name__],
            stdin=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )  # fmt: skip
    with process:
        try:
            return _read(_heard(process, stop), process.returncode)
        finally:
            process.kill()


def _heard(process: subprocess.Popen[bytes], stop: Stop) -> bytes:
    """All that the process writes until it ends; nothing where it takes too long."""
    until = time.monotonic() + START + SECONDS
    while time.monotonic() < until:
        try:
            return process.communicate(timeout=_LOOK_EVERY)[0]
        except subprocess.TimeoutExpired:
            if stop():
                raise Stopped from None
    process.kill()
    return process.communicate()[0]


def _read(said: bytes, status: int) -> dict[str, str]:
    try:
        answer: dict[str, str] = checked_json.parsed_object(said, template_process.MOST_BYTES)
    except ValueError:  # it was ended by the system, or had not even the memory to say what it lacks
        if status in _OUT_OF_TIME:
            return {"refused": template_process.TOO_SLOW}
        return {"refused": template_process.TOO_LARGE if status < 0 else f"its process ended with status {status}"}
    return answer
