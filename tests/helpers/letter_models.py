"""Models that read letters: a lab's workbench on one, and the Hello/Bye sequence recorded by one."""

from __future__ import annotations

from dataclasses import replace

from transformers import PreTrainedModel

from engine.capture.recognise import describe
from engine.generation.session import Session
from engine.labkit.workbench import Workbench
from engine.labs.hello_bye import answers as hello_bye
from engine.labs.hello_bye.records import HelloByeFound
from engine.run import Run
from tests.helpers.families import FAMILIES
from tests.helpers.hello_bye import QUESTION
from tests.helpers.letters import Letters
from tests.helpers.runs import tiny_info
from tests.helpers.sessions import begun


def bench(
    model: PreTrainedModel, tokenizer: Letters | None = None, stop: bool = False, ends: tuple[int, ...] = ()
) -> Workbench:
    tokenizer = tokenizer or Letters()
    session = Session(model, describe(model), 64)
    info = replace(tiny_info(tokenizer.vocabulary()), eos_ids=ends)
    return Workbench(session, tokenizer, tokenizer.vocabulary(), info, lambda *_: None, lambda: stop)


def found_by_model(family: str) -> HelloByeFound:
    """What the lab finds."""
    return hello_bye.answer(QUESTION, bench(FAMILIES[family]()))


def recorded_by_model(family: str) -> Run:
    """The sequence as the prompt of a run that the engine recorded."""
    model = FAMILIES[family]()
    made = bench(model)
    run = Run(replace(made.info, position_scheme=made.anatomy.position_scheme), made.vocabulary)
    run.run_id, run.prompt = 0, QUESTION.text
    prompt = hello_bye.ids_of(made, QUESTION.text)
    run.prompt_tokens = len(prompt)
    for tokens in begun(Session(model, made.anatomy, 64), prompt=prompt):
        run.append(tokens)
    return run
