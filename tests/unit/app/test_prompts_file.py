"""Files of prompts: what is read from each form, and what is said of each fault."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.commands.journal import Journal
from app.commands.progress import Counted
from app.commands.prompts_file import Asked, read_prompts
from engine.errors import InputRefused
from engine.records import Sampling

DEFAULT = Sampling(temperature=0.0)


def _read(path: Path, data: str | bytes) -> tuple[Asked, ...]:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_prompts(path, 7, DEFAULT)


def test_lines_are_prompts_as_they_stand(tmp_path: Path) -> None:
    asked = _read(tmp_path / "a.txt", "one, two\r\n\r\n  你好 \n\u2028 is no end of a line")
    assert [(one.line, one.name, one.prompt) for one in asked] == [
        (1, "001", "one, two"),
        (3, "002", "  你好 "),
        (4, "003", "\u2028 is no end of a line"),
    ]
    assert {(one.tokens, one.sampling, one.next, one.fault) for one in asked} == {(7, DEFAULT, "", "")}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", 'Prompt,name,tokens,Top-K,seed,next\n"a ""b"",\nc",x,3,5,9, Paris\nd,,,,,\n'),
        ("a.csv", '\ufeffPrompt;name;tokens;top k;seed;next\r\n"a ""b"",\nc";x;3;5;9; Paris\r\n\r\nd;;;;;\r\n'),
        ("a.tsv", 'prompt\tname\ttokens\ttop_k\tseed\tnext\n"a ""b"",\nc"\tx\t3\t5\t9\t Paris\nd\t\t\t\t\t\n'),
        (
            "a.jsonl",
            '{"prompt":"a \\"b\\",\\nc", "name":"x", "tokens":3, "top_k":5, "seed":9, "next":" Paris"}\n{"prompt":"d"}',
        ),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_tables_say_what_differs(tmp_path: Path, name: str, text: str, encoding: str) -> None:
    asked = _read(tmp_path / name, text.removeprefix("\ufeff").encode(encoding) if encoding != "utf-8" else text)
    first, second = asked
    assert first.prompt == 'a "b",\nc'
    assert (first.name, first.tokens, first.next) == ("x", 3, " Paris")
    assert first.sampling == Sampling(temperature=0.0, top_k=5, seed=9)
    assert (second.prompt, second.name, second.tokens, second.sampling) == ("d", "002", 7, DEFAULT)
    assert not first.fault + second.fault


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "holds no prompt"),
        ("a.txt", b" \n\n", "holds no prompt"),
        ("a.csv", b"prompt\n\n", "holds no prompt"),
        ("a.txt", b"one\ntw\xff", "Line 2 of a.txt is not UTF-8"),
        ("a.txt", "one\n".encode("utf-16-le"), "Line 1 of a.txt holds a character NUL"),
        ("a.csv", b"prompt,temprature\na,1\n", "'temprature', which is not known. Did you mean 'temperature'?"),
        ("a.csv", b"prompt,zzzz\na,1\n", "'zzzz', which is not known. Columns are prompt, name"),
        ("a.csv", b"prompt,seed,Seed\na,1,2\n", "the column 'seed' twice"),
        ("a.csv", b"name,seed\na,1\n", "no column 'prompt'"),
        ("a.csv", b'prompt\na\n"b" c\n', "Line 3 of a.csv is not a line of a table"),
        ("a.jsonl", b'{"prompt": "a"}\n{"promt": "b"}\n', "'promt' in line 2, which is not known. Did you mean"),
    ],
)  # fmt: skip
def test_a_file_that_is_none_is_refused(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    with pytest.raises(InputRefused) as refused:
        _read(tmp_path / name, data)
    assert said in str(refused.value)
    with pytest.raises(InputRefused, match="cannot be read"):
        read_prompts(tmp_path / "gone.txt", 7, DEFAULT)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"prompt": " "}, "prompt is empty"),
        ({"prompt": 3}, "prompt must be a text, but it is 3"),
        ({"prompt": "a", "tokens": "many"}, "tokens must be a whole number, but it is 'many'"),
        ({"prompt": "a", "tokens": True}, "tokens must be a whole number"),
        ({"prompt": "a", "tokens": -1}, "0 or more, but it is -1"),
        ({"prompt": "a", "temperature": [1]}, "temperature must be a number"),
        ({"prompt": "a", "temperature": -1}, "temperature"),
        ({"prompt": "a", "top_p": "nan"}, "top-p"),
        ({"prompt": "a", "name": "../b"}, "a file can have"),
        ({"prompt": "a", "name": "FIRST"}, "Its name is that of line 1"),
        ([1], "An object such as"),
    ],
)
def test_one_that_cannot_be_run_leaves_the_others(tmp_path: Path, row: object, said: str) -> None:
    rows = [{"prompt": "a", "name": "first"}, row, {"prompt": "c"}]
    asked = _read(tmp_path / "a.jsonl", "\n".join(map(json.dumps, rows)))
    assert [bool(one.fault) for one in asked] == [False, True, False]
    assert said in asked[1].fault
    assert asked[1].told(asked[1].fault).startswith("Line 2 (")


def test_a_row_of_another_length_is_at_fault(tmp_path: Path) -> None:
    asked = _read(tmp_path / "a.csv", "prompt,seed\na,1\nb\n")
    assert "1 values, but the table has 2 columns" in asked[1].fault


@pytest.mark.parametrize("cut", [1, 5, 20])
def test_a_journal_that_was_cut_off_loses_its_last_entry_only(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "a"
    journal = Journal(path)
    for key in "abc":
        journal.add(key, rows=[[1.5, "ü\n"]])
    path.write_bytes(path.read_bytes()[:-cut] if cut > 1 else path.read_bytes()[:-1])
    again = Journal(path)
    assert list(again.entries) == (["a", "b"] if cut > 1 else ["a", "b", "c"])
    again.add("d", rows=[])
    assert list(Journal(path).entries) == [*again.entries]
    assert Journal(path).entries["a"]["rows"] == [[1.5, "ü\n"]]


def test_progress_says_how_long_the_rest_takes(capsys: pytest.CaptureFixture[str]) -> None:
    now = [0.0]
    counted = Counted(40, "runs", lambda: now[0])
    for done in range(11, 41):  # ten were there before
        now[0] += 6.0
        counted.tell(done, done - 10)
    lines = capsys.readouterr().err.splitlines()
    assert [line.split()[0] for line in lines] == ["11", "12", "16", "20", "24", "28", "32", "36", "40"]
    assert lines[0] == "11 of 40 runs, about 3 min left"
    assert lines[-2:] == ["36 of 40 runs, about 25 s left", "40 of 40 runs"]
