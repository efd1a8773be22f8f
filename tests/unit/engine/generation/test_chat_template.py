"""Chat templates: rendered as transformers renders them, and ended where they loop, swell, or nobody wants them.

That no process stays behind is looked after for every test (`tests.helpers.leftovers`).
"""

from __future__ import annotations

import time
from typing import Any

import pytest

from engine.errors import InputRefused, Stopped
from engine.generation import chat_template
from engine.generation.chat_template import in_template
from tests.helpers.tiny_models import byte_level_tokenizer

ASK = [{"role": "user", "content": 'Say "½ → 你好" <b>\n'}]
CHATML = (
    "{% for message in messages %}{% if loop.first and messages[0]['role'] != 'system' %}"
    "{{ '<|im_start|>system\nYou are helpful<|im_end|>\n' }}{% endif %}"
    "{{'<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n'}}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)
LOOP = (
    "{% set n = namespace(self=2) %}{% for i in [1, 3] %}{% if i == 3 %}{% break %}{% endif %}{% set n.a = i %}"
    "{% endfor %}{{ n.a }}{{ n.self }}{{ messages[0].content | trim | upper }}"
)
TEMPLATES = [
    CHATML,
    "{{ bos_token }}{{ eos_token }}{% if tools is none and documents is none %}none{% endif %}{{ messages | tojson }}",
    LOOP,
    "  {% if true %}\n  a\n  {%- endif %}\n{% generation %}{% set x = 1 %}x{{ x }}{% endgeneration %}{{ x }}\n",
    "{{ dict(a=1) | tojson(indent=2) }}{{ dict.fromkeys(['a'], 2) }}{{ messages[0].get('tool_calls') }}",
    "{%- macro said(m) -%}[{{ m.role }}]{%- endmacro -%}{{ said(messages[0]) }}{{ ('a,b'.split(','))[-1] }}",
    "{{ strftime_now('%Y') }}{{ unknown }}{{ messages[0]['content'] is string }}",
]
ENDLESS = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"


def chatty(template: Any) -> Any:
    tokenizer = byte_level_tokenizer()
    tokenizer.chat_template = template
    return tokenizer


def refusal(template: Any) -> str:
    with pytest.raises(InputRefused) as caught:
        in_template(chatty(template), "Hi")
    sentence = str(caught.value)
    assert sentence.endswith("Switch chat off to continue the text as it stands.")
    assert len(sentence) < 400
    return sentence


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat_template, "SECONDS", 1.0)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_is_rendered_as_transformers_renders_it(template: str) -> None:
    tokenizer = chatty(template)
    expected = tokenizer.apply_chat_template(ASK, tokenize=False, add_generation_prompt=True)
    assert in_template(tokenizer, ASK[0]["content"]) == expected


def test_of_several_templates_it_is_the_usual_one() -> None:
    assert in_template(chatty({"default": "usual", "tool_use": "other"}), "Hi") == "usual"
    assert "cannot be used" in refusal({"one": "a", "other": "b"})


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("template", [ENDLESS, "{{ 9 ** (9 ** 9) }}"])
def test_a_template_that_does_not_end_is_ended(template: str) -> None:
    began = time.monotonic()
    assert "did not come to an end within 1 second" in refusal(template)
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("template", ["{{ 'x' * 4000000000 }}", "{% set a = ('x' * 40000000) * 90 %}{{ a | length }}"])
def test_a_template_that_swells_is_refused_memory(template: str) -> None:
    assert "takes more memory" in refusal(template)


def test_a_template_that_writes_too_much_is_refused() -> None:
    assert "writes more than 4,194,320 characters" in refusal("{% for a in range(99999) %}{{ 'x' * 1000 }}{% endfor %}")
    assert "writes more than" in refusal("{{ 'x' * 4194321 }}")
    assert len(in_template(chatty("{{ messages[0].content * 3 }}"), "x" * 10**6)) == 3 * 10**6


@pytest.mark.parametrize(
    "template",
    [
        "{{ ().__class__.__base__.__subclasses__() }}",
        "{{ namespace(__class__=1) }}",
        "{% set ns = namespace() %}{% set ns.__init__ = 1 %}",
        "{{ raise_exception('no ' + 'user ' * 500) }}",
        "{% include '/etc/passwd' %}",
    ],
)
def test_what_a_template_may_not_do_is_a_short_sentence(template: str) -> None:
    assert "cannot be used" in refusal(template)


def test_a_person_stops_it() -> None:
    asked = 0

    def stop() -> bool:
        nonlocal asked
        asked += 1
        return asked > 3

    began = time.monotonic()
    with pytest.raises(Stopped):
        in_template(chatty(ENDLESS), "Hi", stop)
    assert time.monotonic() - began < 3
