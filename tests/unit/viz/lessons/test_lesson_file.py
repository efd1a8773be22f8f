"""Lessons as text files: what they say, what a step takes from the one before, what is told of one that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import InputRefused
from viz.lessons import library
from viz.lessons.lesson import Check, Gesture, Lesson, Number
from viz.lessons.lesson_file import check_file, lesson_of, read_lesson, told
from viz.lessons.measuring import measured_by

FRONT = '+++\nformat = 1\ntitle = "T"\norder = 1\nminutes = 5\nabout = "A."\n+++\n'  # seven lines
STATE = 'workspace = "explore"\nviews = ["next_token"]\n[run]\nprompt = "The cat"\ntokens = 2\n'


def lesson(body: str, front: str = FRONT) -> tuple[Lesson, list[str]]:
    found, problems = lesson_of(front + body, "name")
    return found, [f"{it.line}: {it.sentence}" for it in problems]


def step(state: str = STATE, text: str = "Text.", heading: str = "One") -> str:
    return f"## {heading}\n```toml\n{state}```\n\n{text}\n\n"


def test_a_lesson_is_its_front_matter_and_steps() -> None:
    found, problems = lesson(step() + step("tokens = 3\n".replace("tokens", "layer"), "Do: Look.", "Two"))
    assert problems == []
    assert (found.head.title, found.head.minutes, len(found.steps)) == ("T", 5, 2)
    assert [it.heading for it in found.steps] == ["One", "Two"]
    assert found.steps[1].of("do")[0].spans[0].text == "Look."


def test_a_step_takes_what_it_does_not_name_from_the_one_before() -> None:
    second = "layer = 4\n[run]\ntokens = 5\n[options.next_token]\ncount = 17\n"
    found, problems = lesson(
        step("position = 1\n" + STATE)
        + step(second)
        + step("[options.next_token]\ndrawn = true\n")
        + "## Last\n\nText.\n"
    )
    assert problems == []
    one, two, three, last = found.steps
    assert (one.state.position, two.state.position) == (1, None)  # it does not last
    assert (two.state.workspace, two.state.run.prompt, two.state.run.tokens) == ("explore", "The cat", 5)
    assert dict(three.options["next_token"]) == {"count": 17, "drawn": True}
    assert (last.state, last.options) == (three.state, three.options)


def test_runs_that_differ_in_length_alone_are_one() -> None:
    found, _ = lesson(step() + step("[run]\ntokens = 9\n") + step("[run]\ntokens = 4\nprompt = 'Dogs'\n"))
    assert [(run.prompt, run.tokens) for run in found.runs] == [("The cat", 9), ("Dogs", 4)]


def test_numbers_checks_and_gestures_are_read() -> None:
    state = STATE.replace("[run]", 'play = ["step", \'take " Paris" after 3\', "wait 1.5"]\n[run]')
    state += '[numbers]\np = { what = "probability", token = " Paris" }\n[[check]]\nnumber = "p"\nat_least = 0.5\n'
    found, problems = lesson(step(state, "It has {p}."))
    assert problems == []
    assert found.steps[0].numbers == {"p": Number("probability", " Paris")}
    assert found.steps[0].checks == (Check("p", at_least=0.5),)
    assert found.steps[0].play == (
        Gesture("step"), Gesture("take", " Paris", number=3), Gesture("wait", seconds=1.5)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        (step("workplace = 'explore'\n"), 10, "“workplace” is not a key; did you mean “workspace”?"),
        (step("workspace = 'explor'\n"), 10, "did you mean “explore”?"),
        (step("views = ['next_tokens']\n"), 10, "did you mean “next_token”?"),
        (step("layer = \n"), 10, "This is not TOML"),
        (step("hide = ['all']\n"), 10, "part that can be hidden"),
        (step("head = '5'\n"), 10, "“head” takes LAYER.HEAD"),
        (step("position = 'last'\n"), 10, "“position” is a whole number"),
        (step("play = ['jump']\n"), 10, "“jump” is not a gesture"),
        (step("play = ['set next_token.cuont = 3']\n"), 10, "Did you mean 'count'?"),
        (step("[options.next_token]\ncount = 'many'\n"), 11, "is a whole number"),
        (step("[options.gone]\ncount = 3\n"), 10, "is not a view"),
        (step("[run]\ntokens = 3\n"), 10, "A run needs a “prompt”"),
        (step("[run]\nprompt = 'a'\nmodel = '/tmp/model'\n"), 12, "name of the catalogue"),
        (step("interventions = ['L1.H1=0', 'L1.H1=2']\n"), 10, "changed twice"),
        (step("[numbers]\np = { what = 'chance' }\n", "{p}"), 11, "is not a number of a run"),
        (step("[numbers]\np = { what = 'rank' }\n", "{p}"), 11, "needs a “token”"),
        (step("[numbers]\np = { what = 'tokens' }\n"), 11, "neither in the text nor in a check"),
        (step(STATE, "There are {n}."), 8, "The text names {n}"),
        (step("[[check]]\nnumber = 'p'\nat_least = 1\n"), 11, "number of this step"),
        (step("[numbers]\nt = { what = 'tokens' }\n[[check]]\nnumber = 't'\n"), 12, "A claim needs"),
        (step(STATE, "Answer: Yes."), 8, "no question"),
        (step(STATE, "See <b>this</b>."), 17, "HTML is not allowed"),
        (step(STATE, "# Big"), 17, "A heading inside a step"),
        (step(STATE, "[here](http://x)"), 17, "A link is not allowed"),
        (step(STATE, "| a | b |"), 17, "A table is not allowed"),
        (step(STATE, "It is **bold."), 17, "is not ended"),
        (step(STATE, "First.\nDo: That."), 18, "paragraph of its own"),
        (step(STATE, ""), 8, "This step has no text"),
        ("Words.\n" + step(), 8, "Text before the first step"),
        ("## One\n```toml\nlayer = 1\n", 9, "This block is not ended"),
        ("", 0, "There is no step in it"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(body: str, line: int, words: str) -> None:
    _, problems = lesson(body)
    assert any(it.startswith(f"{line}: ") and words in it for it in problems), problems


@pytest.mark.parametrize(
    ("front", "words"),
    [
        ("", "1: A lesson has to begin with front matter"),
        ("+++\ntitle = 'T'\n+++\n", "“format = 1” is missing"),
        (FRONT.replace("format = 1", "format = 2"), "2: This lesson has the format 2, but this Orrery reads 1."),
        (FRONT.replace("title", "titel"), "3: “titel” is not a key; did you mean “title”?"),
        (FRONT.replace("minutes = 5", "minutes = 0"), "“minutes” is how long"),
        (FRONT.replace('"A."', '""'), "“about” is missing"),
        (FRONT + "", "nothing"),
    ],
)  # fmt: skip
def test_front_matter(front: str, words: str) -> None:
    _, problems = lesson(step(), front)
    assert (problems == []) if words == "nothing" else any(words in it for it in problems), problems


def test_a_file_is_read_and_told_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "one.md"
    path.write_text(FRONT + step(), encoding="utf-8")
    assert read_lesson(path).name == "one"
    path.write_text(FRONT + step("layer = 'five'\n"), encoding="utf-8")
    with pytest.raises(InputRefused, match=r"one\.md:10: “layer” is a whole number"):
        read_lesson(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputRefused, match="not text in UTF-8"):
        check_file(path)
    with pytest.raises(InputRefused, match="cannot be read"):
        check_file(tmp_path / "gone.md")


@given(st.text(max_size=300))
def test_any_text_is_read_to_its_end(text: str) -> None:
    for whole in (text, FRONT + text, FRONT + "## One\n" + text, FRONT + f"## One\n```toml\n{text}\n```\n{text}"):
        found, problems = lesson_of(whole, "name")
        count = len(whole.splitlines())
        assert all(0 <= it.line <= max(count, 1) and it.sentence for it in problems)
        assert problems or found.steps


PIECES = st.sampled_from(
    ["## ", "```toml\n", "```\n", "+++\n", "Do: ", "Answer: ", "**", "*", "`", "{p}", "{", "\\", "\n", "\n\n", "- ",
     "1. ", "<b>", "|", "词元", "a b", "[numbers]\n", "p = { what = 'tokens' }\n",
     "play = ['step']\n", "[[check]]\n", "= 3\n"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40))
def test_any_pieces_of_a_lesson_are_read_to_their_end(pieces: list[str]) -> None:
    lesson_of(FRONT + "".join(pieces), "name")


def test_one_broken_lesson_breaks_no_other(tmp_path: Path) -> None:
    for language in ("en", "zh_CN"):
        (tmp_path / language).mkdir()
    (tmp_path / "en" / "good.md").write_text(FRONT + step(), encoding="utf-8")
    (tmp_path / "en" / "broken.md").write_bytes(b"\xff\xfe")
    (tmp_path / "zh_CN" / "good.md").write_text(FRONT.replace('"T"', '"题"') + step(), encoding="utf-8")
    found = library.entries("zh_CN", tmp_path)
    assert [(it.lesson.head.title, bool(it.problems)) for it in found] == [("题", False), ("broken", True)]
    assert library.language_of("zh", tmp_path) == "zh_CN"
    assert library.language_of("de_DE", tmp_path) == "en"
    assert told(found[1].path, found[1].problems[0]).count("\n") == 0


NUMBERS = (
    "[numbers]\na = { what = 'tokens' }\nb = { what = 'entropy' }\nword = { what = 'likeliest' }\n"
    "c = { difference = ['a', 'b'] }\n"
)


def test_numbers_of_other_numbers_and_what_is_measured_are_read() -> None:
    state = STATE.replace("[run]", 'play = ["measure patching"]\n[run]') + NUMBERS
    state += "[[check]]\nnumber = 'c'\nmore_than = 'b'\n"
    found, problems = lesson(step(state, "{c}, {word}."))
    assert problems == []
    assert found.steps[0].numbers["c"] == Number(difference=("a", "b"))
    assert found.steps[0].checks == (Check("c", more_than="b"),)
    assert measured_by(found.steps[0]) == ("patching",)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("d = { sum = ['a', 'e'] }", "“e” is not a number of this step"),
        ("d = { sum = ['a', 'c'] }", "c is a token, or computed itself"),
        ("d = { ratio = ['a', 'word'] }", "word is a token, or computed itself"),
        ("d = { ratio = ['a'] }", "are of two numbers"),
        ("d = { ratio = ['a', 'b'], what = 'tokens' }", "either “what”"),
        ("d = { ratio = ['a', 'b'] }\n[[check]]\nnumber = 'd'\nless_than = 'x'", "“x” is not a number of this step"),
    ],
)
def test_what_cannot_be_meant_by_numbers_of_other_numbers_is_told(number: str, words: str) -> None:
    _, problems = lesson(step(STATE + NUMBERS + number + "\n", "{c} {word} {d}."))
    assert any(words in problem for problem in problems), problems


def test_only_a_view_that_is_there_is_measured() -> None:
    _, problems = lesson(step(STATE.replace("[run]", 'play = ["measure patchin"]\n[run]')))
    assert any("did you mean “patching”" in problem for problem in problems), problems
