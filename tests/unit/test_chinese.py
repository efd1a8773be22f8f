"""The Chinese texts: all of the source, none unfinished, each with the values of the English one, set as Chinese is."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest

from app.translation import CHINESE, FOLDER, read_texts
from app.window.glossary_terms import TERMS
from tests.helpers import collect_texts

FILE = FOLDER / f"orrery_{CHINESE}.ts"
FIELD = re.compile(r"\{[^{}]*\}")
KEY = re.compile(r"\(&\w\)")  # of a menu
HAN = r"[\u4e00-\u9fff]"
HALF_WIDTH = re.compile(rf"{HAN}[,;:?!]|{HAN}\.(?!\w)|{HAN}\(|\){HAN}")
Texts = dict[tuple[str, str], ET.Element]


def messages(path: Path) -> Texts:
    """Every message of a file of texts, by context and English."""
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): message
        for context in ET.parse(path).getroot().iter("context")  # noqa: S314 - of this program
        for message in context.iter("message")
    }


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    """What is in the source now."""
    made = tmp_path_factory.mktemp("texts") / "found.ts"
    collect_texts.collect(collect_texts.sources("app", "viz"), made)
    return messages(made)


@pytest.fixture(scope="module")
def chinese() -> Texts:
    return messages(FILE)


def translations(chinese: Texts) -> dict[tuple[str, str], str]:
    return {
        key: (it.findtext("translation/numerusform") if it.get("numerus") else it.findtext("translation")) or ""
        for key, it in chinese.items()
    }


def test_the_file_has_every_text_of_the_source_and_no_other(source: Texts, chinese: Texts) -> None:
    """`make texts` brings the file up to date; what is new is then to be translated."""
    assert sorted(source.keys() - chinese.keys()) == []
    assert sorted(chinese.keys() - source.keys()) == []


def test_no_text_is_unfinished(chinese: Texts) -> None:
    marked = [key for key, it in chinese.items() if it.find("translation[@type]") is not None]
    assert marked == []
    assert [key for key, text in translations(chinese).items() if not text.strip()] == []


def test_what_counts_has_the_one_form_of_chinese(chinese: Texts) -> None:
    counted = [it for it in chinese.values() if it.get("numerus")]
    assert len(counted) > 10
    assert {len(it.findall("translation/numerusform")) for it in counted} == {1}


def wrong_fields(english: str, text: str) -> bool:
    """Whether a text takes other values than the English one, or writes them otherwise."""
    return Counter(FIELD.findall(english)).keys() != Counter(FIELD.findall(text)).keys()


def test_every_text_takes_the_values_of_the_english_one(chinese: Texts) -> None:
    assert [key for key, text in translations(chinese).items() if wrong_fields(key[1], text)] == []


def test_a_changed_field_is_found() -> None:
    assert wrong_fields("{n:,} of {what}", "{what}的 {n}")
    assert wrong_fields("{n}", "{n} {m}")
    assert not wrong_fields("{n:,} of {what}", "{what}的 {n:,}")


def test_punctuation_beside_chinese_characters_is_full_width(chinese: Texts) -> None:
    forms = {("Glossary", term.words) for term in TERMS}  # parted by commas for the program
    texts = {key: KEY.sub("", FIELD.sub("", text)) for key, text in translations(chinese).items() if key not in forms}
    assert {key: text for key, text in texts.items() if HALF_WIDTH.search(text)} == {}


def test_a_percent_sign_stands_at_its_number(chinese: Texts) -> None:
    apart = re.compile(r"[\d}][ \u00a0]%")
    assert [key for key, text in translations(chinese).items() if apart.search(text)] == []


def test_the_window_reads_what_the_file_holds(chinese: Texts) -> None:
    assert read_texts(FILE) == translations(chinese)
