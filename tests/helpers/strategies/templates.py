"""Chat templates in Jinja: a whole one that is damaged, and pieces put together that loop, swell or reach inside."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.helpers.strategies.raw_bytes import damaged_bytes
from tests.helpers.strategies.values import odd_values

CHATML = (
    "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>\n'}}"
    "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)
PIECES = (
    "x", "é你🤦", "\x00", "\ud800", "{{ messages }}", "{{ messages[0]['content'] }}", "{{ messages[5].content }}",
    "{{ 1 / 0 }}", "{{ 'a' * 100 }}", "{{ 'a' * 10**9 }}", "{{ 9 ** (9 ** 9) }}",
    "{{ range(10**9) | list | length }}", "{{ unknown.x.y }}", "{{ ''.__class__.__mro__ }}",
    "{{ messages.__init__.__globals__ }}", "{{ raise_exception('no <b>bold</b>\n' * 99) }}",
    "{{ strftime_now('%Y') }}", "{{ strftime_now(None) }}", "{{ messages | tojson(indent=-1) }}", "{{ lipsum(9) }}",
    "{{ '%s' % messages }}", "{{ '%999999999d' % 1 }}", "{{ '{:>999999999}'.format(1) }}",
    "{% set x = namespace(a=1) %}{{ x.a }}", "{% set x = namespace(__class__=1) %}", "{{ dict(messages) }}",
    "{{ cycler('a').next() }}", "{{ joiner() }}", "{% include 'x' %}", "{% extends 'x' %}", "{% import 'x' as y %}",
    "{% generation %}x{% endgeneration %}", "{# a #}", "{{ messages | sort(attribute='x') }}",
    "{{ (1,2,3) | sum | string | random }}", "{{ bos_token * 3 }}", "{{ self }}", "{{ loop }}", "{% break %}",
    "{% endfor %}", "{% if %}", "{{", "}}", "{%", "{% raw %}", "{{ 'x' | wordwrap(0) }}", "{{ 'x' | center(10**9) }}",
    "{{ ''.join(['x'] * 10**8) }}", "{{ 10**5000 }}", "{{ 'x'|filesizeformat }}",
)  # fmt: skip
AROUND = (
    "{%% for a in range(3) %%}%s{%% endfor %%}", "{%% if messages %%}%s{%% endif %%}",
    "{%% macro m() %%}%s{%% endmacro %%}{{ m() }}", "{%% macro m() %%}{{ m() }}%s{%% endmacro %%}{{ m() }}",
    "{%% for a in range(99999) %%}{%% for b in range(99999) %%}%s{%% endfor %%}{%% endfor %%}",
    "{%% set x %%}%s{%% endset %%}{{ x }}", "{%% filter upper %%}%s{%% endfilter %%}", "%s",
)  # fmt: skip

_pieces = st.recursive(
    st.sampled_from(PIECES),
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(AROUND), inner).map(lambda it: it[0] % it[1]), st.tuples(inner, inner).map("".join)
    ),
    max_leaves=6,
)
templates: st.SearchStrategy[Any] = st.one_of(
    _pieces,
    _pieces,
    damaged_bytes(CHATML.encode()).map(lambda raw: raw.decode("utf-8", "replace")),
    st.text(alphabet="{}%# abx'\"|[]().-+*1", max_size=40),
    odd_values,
    st.dictionaries(st.sampled_from(("default", "tool_use", "x")), _pieces, max_size=2),
)
