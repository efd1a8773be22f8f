"""What the laboratory finds in small texts, against counting by hand; what it refuses; and where it stops."""

from __future__ import annotations

import io
import lzma
import math
import struct
import tarfile
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Bench
from engine.labs.ngrams import answers, counted, make_text, measure, model, table_answers
from engine.labs.ngrams.measure import END, SPELLED, UNICODE
from engine.labs.ngrams.records import (
    UNITS,
    AskExamples,
    AskModelBits,
    AskModelStrip,
    AskModelWritten,
    AskPieces,
    AskStrip,
    AskTableFan,
    AskTables,
    AskWritten,
    Source,
)
from engine.labs.ngrams.smoothing import Smoothed
from engine.labs.ngrams.symbols import as_counted, coded, split
from engine.labs.ngrams.tables import count
from tests.helpers.families import FAMILIES
from tests.helpers.letter_models import bench as letter_bench

BENCH = Bench(lambda *_: None, lambda: False)
TEXT = "the cat sat on the mat and the dog sat on the log; the cat ran, the dog ran after the cat. " * 8 + "the cat"


@pytest.fixture
def of(tmp_path: Path) -> Source:
    """A person's file as it would be named."""
    (tmp_path / "cats.txt").write_text(TEXT)
    return Source(str(tmp_path / "cats.txt"))


def test_what_the_tables_hold(of: Source) -> None:
    found = table_answers.tables(AskTables(of), BENCH)
    read, held = TEXT[: found.n_characters], TEXT[found.n_characters :]
    assert found.n_held_out == len(held)
    assert abs(len(held) / len(TEXT) - 0.05) < 0.02
    assert found.n_symbols == len(set(TEXT))
    for n in range(1, 7):
        runs = [read[at : at + n] for at in range(len(read) - n + 1)]
        assert found.seen[n - 1] == len(set(runs))
        assert found.once[n - 1] == sum(runs.count(run) == 1 for run in set(runs))
        assert found.possible[n - 1] == len(set(TEXT)) ** n
        after = {run[:-1]: {other[-1] for other in runs if other[:-1] == run[:-1]} for run in runs}
        assert found.forced[n - 1] == pytest.approx(sum(len(after[run[:-1]]) == 1 for run in runs) / len(runs))
        unseen = [held[at : at + n] not in runs for at in range(len(held) - n + 1)]
        assert found.unseen[n - 1] == pytest.approx(np.mean(unseen))
    assert found.perplexity == pytest.approx(2**found.bits)
    assert found.bits_per_character == pytest.approx(found.bits)  # a letter is a character


def test_the_picture_of_pairs_counts_pairs(of: Source) -> None:
    found = table_answers.tables(AskTables(of), BENCH)
    read = TEXT[: found.n_characters]
    for row, first in enumerate(found.pair_symbols):
        assert found.pair_totals[row] == read[:-1].count(first)
        assert found.pair_occurrences[row] == read.count(first)
        for column, second in enumerate(found.pair_symbols):
            pairs = sum(read[at : at + 2] == first + second for at in range(len(read)))
            assert found.pair_counts[row, column] == pairs
    assert "".join(found.pair_symbols)[:4] == " acd"  # the space, then small letters


def test_bits_of_words_are_the_words_over_the_characters(of: Source) -> None:
    found = table_answers.tables(AskTables(replace(of, unit="words"), "Witten-Bell"), BENCH)
    read, held = TEXT[: found.n_characters], TEXT[found.n_characters :]
    words = coded(read, "words")
    ids = np.array([words.symbols.index(it) for it in split(held, "words")], np.int32)
    bits = -np.log2(Smoothed(count(words.ids, len(words.symbols)), "Witten-Bell", 1).probabilities(ids, 3))
    assert found.bits_per_character[2] == pytest.approx(bits.sum() / len(held))
    assert found.bits[2] == pytest.approx(bits.mean())


def test_a_word_that_was_never_met_costs_its_spelling(of: Source) -> None:
    words = replace(of, unit="words")
    strip = table_answers.strip(AskStrip("the zebra", words, "Witten-Bell"), BENCH)
    assert strip.pieces == ("the", " zebra")
    kept = counted.counted(words)
    letters = coded(END + END.join(kept.symbols) + END, "letters")
    known = [letters.symbols.index(it) if it in letters.symbols else -1 for it in f"{END} zebra{END}"]
    spelled = Smoothed(count(letters.ids, len(letters.symbols)), "Witten-Bell", 1)
    spelling = -np.log2(spelled.probabilities(np.array(known, np.int32), SPELLED)[1:]).sum()
    spelling += math.log2(UNICODE) * known.count(-1)
    is_new = -np.log2(kept.smoothed("Witten-Bell").probabilities(np.array([kept.symbols.index("the"), -1]), 1)[1])
    assert strip.bits[0, 1] == pytest.approx(is_new + spelling)


def test_a_letter_that_the_text_does_not_have_has_no_bits(of: Source) -> None:
    strip = table_answers.strip(AskStrip("the 維", of), BENCH)
    assert np.isnan(strip.bits[:, 4]).all()
    assert np.isfinite(strip.bits[:, :4]).all()


def test_symbols_joined_are_the_text_in_every_script() -> None:
    text = "It's a well-known “truth” — 3.14;\n\t我喜欢猫。สวัสดี Ça, naïveté_x  e\u0301 \u200d👩‍👧 ﷽\u2028!"
    assert "".join(split(text, "words")) == "".join(split(text, "letters")) == text
    assert split("I saw  it; 我喜欢", "words") == ["I", " saw", " ", " it", ";", " 我", "喜", "欢"]
    assert as_counted("A b—C2d", "letters") == "A b C d"
    assert as_counted("A b—C2d", "a to z") == "a b c d"


def test_generated_text_says_what_was_forced_and_where_it_is_copied_from(of: Source) -> None:
    found = table_answers.written(AskWritten("the dog", replace(of, unit="words"), 80, 3), BENCH)
    again = table_answers.written(AskWritten("the dog", replace(of, unit="words"), 80, 3), BENCH)
    other = table_answers.written(AskWritten("the dog", replace(of, unit="words"), 80, 4), BENCH)
    assert [line.symbols for line in found.lines] == [line.symbols for line in again.lines]
    assert [line.symbols for line in found.lines] != [line.symbols for line in other.lines]
    read = split(counted.counted(of).text, "words")
    for line in found.lines:
        assert 80 <= len("".join(line.symbols)) < 90
        before = split("the dog", "words")
        for at, symbol in enumerate(line.symbols):
            context, used = [*before, *line.symbols[:at]], int(line.used[at])
            last = context[len(context) - used + 1 :] if used > 1 else []
            after = [read[k + used - 1] for k in range(len(read) - used + 1) if read[k : k + used - 1] == last]
            assert symbol in after
            assert (line.choices[at], line.times[at]) == (len(set(after)), len(after))
            assert (line.passage[at] >= 0) == (len(set(after)) == 1)
        copied = ["".join(s for s, p in zip(line.symbols, line.passage, strict=True) if p == number)
                  for number in range(len(line.passages))]  # fmt: skip
        assert copied == [passage.hit for passage in line.passages]
        for passage in line.passages:
            assert passage.before + passage.hit + passage.after in TEXT
            assert passage.title == "cats.txt"


def test_a_beginning_that_no_table_has_met_falls_back_on_lower_ones(of: Source) -> None:
    found = table_answers.written(AskWritten("zzz 維", of, 20), BENCH)
    assert all(line.used[0] == 1 for line in found.lines)
    assert all(line.used.max() <= line.n for line in found.lines)


def test_examples_are_places_of_the_run(of: Source) -> None:
    found = table_answers.examples(AskExamples("the c", of, most=3), BENCH)
    read = TEXT[: len(counted.counted(of).text)]
    assert found.n_found == sum(read.startswith("the c", at) for at in range(len(read)))
    assert found.n_before == sum(read.startswith("the ", at) for at in range(len(read) - 4))
    assert len(found.passages) == 3
    assert all(passage.hit == "the c" for passage in found.passages)
    words = table_answers.examples(AskExamples("on the", replace(of, unit="words")), BENCH)
    assert words.symbols == (" on", " the")  # as in the middle of a sentence
    assert table_answers.examples(AskExamples("xq", of), BENCH).n_found == 0
    with pytest.raises(InputRefused, match="1 to 6 letters or words in a row, not for 7"):
        table_answers.examples(AskExamples("the cat", of), BENCH)


def test_the_fan_is_the_most_likely_words_of_the_table(of: Source) -> None:
    found = table_answers.fan(AskTableFan("the dog sat on", of.source, n=3, count=4), BENCH)
    assert found.words[0] == " the"
    assert (found.n, list(found.chances)) == (3, sorted(found.chances, reverse=True))
    kept = counted.counted(replace(of, unit="words"))
    _, ids = kept.ids_of("the dog sat on")
    assert found.chances[0] == pytest.approx(kept.smoothed("Kneser-Ney").next(ids, 3).max())


def test_pieces_of_a_text_have_the_bits_of_their_letters(of: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = counted.counted(of)
    monkeypatch.setattr(table_answers, "counted_text", lambda *_: kept)
    found = table_answers.pieces(AskPieces(("the", " c", "", "at", " 維", " sat"), 4), BENCH).bits
    _, ids = kept.ids_of("the cat 維 sat")
    bits = -np.log2(kept.smoothed("Kneser-Ney").probabilities(ids, 4))
    assert found[[0, 1, 2, 3]] == pytest.approx([bits[:3].sum(), bits[3:5].sum(), 0.0, bits[5:7].sum()])
    assert np.isnan(found[4])
    assert found[5] == pytest.approx(bits[9:].sum())


@pytest.mark.parametrize(
    "text", ["ab", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "維基百科\n我喜欢猫" * 3, "\u0301\ufeff x\ud7ff" * 9]
)
def test_odd_texts_are_counted_as_any_other(tmp_path: Path, text: str) -> None:
    (tmp_path / "odd.txt").write_text(text)
    for unit in UNITS:
        of = Source(str(tmp_path / "odd.txt"), unit)
        found = table_answers.tables(AskTables(of), BENCH)
        assert int(found.seen[0]) <= found.n_symbols
        assert found.notes  # that so little is held out
        known = np.isfinite(found.bits_per_character)
        assert (found.bits_per_character[known] > -1e-9).all()
        written = table_answers.written(AskWritten("a", of, 30), BENCH)
        assert all("".join(line.symbols) for line in written.lines)


def test_what_cannot_be_counted_is_refused(of: Source, tmp_path: Path) -> None:
    (tmp_path / "numbers.txt").write_text("1 2 3")
    for question, said in (
        (AskTables(Source(str(tmp_path / "numbers.txt"), "letters", "a to z")), "no letters from a to z"),
        (AskTables(replace(of, unit="verses")), "Count one of letters, words"),  # type: ignore[arg-type]
        (AskTables(of, "Good-Turing"), "one of Kneser-Ney, Witten-Bell"),  # type: ignore[arg-type]
        (AskTables(Source(str(tmp_path))), "cannot be read"),
    ):
        with pytest.raises(InputRefused, match=said):
            table_answers.tables(question, BENCH)
    with pytest.raises(InputRefused, match="Type a sentence"):
        table_answers.strip(AskStrip("  ", of), BENCH)
    with pytest.raises(InputRefused, match="characters can be written"):
        table_answers.written(AskWritten("a", of, 0), BENCH)
    with pytest.raises(InputRefused, match="1 to 6 words"):
        table_answers.fan(AskTableFan("a", of.source, n=7), BENCH)


def test_counting_stops_when_a_person_says_so_and_a_changed_file_is_counted_anew(of: Source) -> None:
    with pytest.raises(Stopped):
        table_answers.tables(AskTables(of), Bench(lambda *_: None, lambda: True))
    assert table_answers.tables(AskTables(of), BENCH).n_symbols == len(set(TEXT))
    Path(of.source).write_text("ab" * 400)
    assert table_answers.tables(AskTables(of), BENCH).n_symbols == 2


def test_a_long_file_is_read_to_a_limit(of: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counted, "MOST", 300)
    found = table_answers.tables(AskTables(of), BENCH)
    assert found.n_characters + found.n_held_out == 300
    assert "Only the first 300 characters were read." in found.notes


# -- beside a model -----------------------------------------------------------------------------------------------


def test_the_model_and_the_tables_are_measured_on_the_same_characters(of: Source) -> None:
    made = letter_bench(FAMILIES["llama"]())
    found = answers.model_bits(AskModelBits(of.source, stretches=1), made)
    kept, words = counted.counted(of), counted.counted(replace(of, unit="words"))
    held = kept.held_out[0]
    held = held[:64]  # that the model takes; a token is a letter here
    strip = model.model_strip(AskModelStrip(held), made)
    spaces = [at for at, letter in enumerate(held) if at and letter == " "]
    low, high = next(at for at in spaces if at >= len(held) // 4), spaces[-1]
    size = high - low
    assert (found.characters.tolist(), found.tokens.tolist()) == ([size], [size])
    assert found.model[0] == pytest.approx(float(strip.bits[low:high].sum()) / size, rel=1e-4)
    for n in (1, 4):
        _, numbers = kept.ids_of(held)
        bits = -np.log2(kept.smoothed("Kneser-Ney").probabilities(numbers, n))
        assert found.letters[n - 1, 0] == pytest.approx(bits[low:high].sum() / size)
    pieces, numbers = words.ids_of(held[:high])
    starts = np.cumsum([0, *(len(piece) for piece in pieces)])
    bits = -np.log2(words.smoothed("Kneser-Ney").probabilities(numbers, 3))
    assert found.words[2, 0] == pytest.approx(bits[list(starts).index(low) :].sum() / size)


def test_the_models_continuation_and_its_surprisal() -> None:
    made = letter_bench(FAMILIES["gpt2"]())
    found = model.model_written(AskModelWritten("the cat", 12, seed=5), made)
    assert len("".join(found.pieces)) == 12
    strip = model.model_strip(AskModelStrip("the cat" + "".join(found.pieces)), made)
    assert "".join(strip.pieces) == "the cat" + "".join(found.pieces)
    assert np.isnan(strip.bits[0])
    assert found.bits == pytest.approx(strip.bits[7:], abs=1e-3)
    with pytest.raises(InputRefused, match="Type a sentence"):
        model.model_strip(AskModelStrip(" "), made)
    with pytest.raises(Stopped):
        model.model_strip(AskModelStrip("the cat"), letter_bench(made.model, stop=True))


# -- the bundled text ---------------------------------------------------------------------------------------------


def package_of(lines: list[list[str]]) -> bytes:
    """A Debian package with vectors of strings as R keeps them."""
    data = b""
    for vector in lines:
        raw = (
            b"X\n"
            + struct.pack(">iii", 3, 4, 4)
            + struct.pack(">i", 5)
            + b"UTF-8"
            + struct.pack(">ii", 16, len(vector))
        )
        raw += b"".join(struct.pack(">ii", 0x40009, len(line.encode())) + line.encode() for line in vector)
        data += struct.pack(">I", len(raw)) + zlib.compress(raw)
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w:xz") as file:
        member = tarfile.TarInfo(f"./usr/lib/R/{make_text.DATA}")
        member.size = len(data)
        file.addfile(member, io.BytesIO(data))
    packed = tar.getvalue()
    parts = ((b"debian-binary", b"2.0\n"), (b"data.tar.xz", packed))
    return b"!<arch>\n" + b"".join(
        name.ljust(16) + b" " * 32 + str(len(part)).encode().ljust(10) + b"`\n" + part + b"\n" * (len(part) % 2)
        for name, part in parts
    )


def test_the_bundled_text_is_made_from_the_package(tmp_path: Path) -> None:
    book = ["EMMA", "", "One line", "and the next.", "", "  Second. ", "A NOTE ON THE TEXT"]
    last = ["X", "", "Æon", "", "A NOTE ON THE TEXT", "", "Not the author's."]
    (tmp_path / "x.deb").write_bytes(package_of([book] * 5 + [last]))
    made = lzma.decompress(make_text.make_text(tmp_path / "x.deb")).decode().split("\f")
    assert made == ["EMMA\nOne line and the next.\nSecond. A NOTE ON THE TEXT\n"] * 5 + ["X\nÆon\n"]


def test_another_file_is_refused(tmp_path: Path) -> None:
    for data, said in (
        (b"", "it is not a package"),
        (b"!<arch>\n", "no files in it"),
        (package_of([["A"]]), "holds 1 books"),
    ):
        (tmp_path / "x.deb").write_bytes(data)
        with pytest.raises(InputRefused, match=said):
            make_text.make_text(tmp_path / "x.deb")
    with pytest.raises(InputRefused, match="is not Debian's package"):
        make_text.make_text(tmp_path / "none.deb")


@pytest.mark.parametrize(
    ("n", "said"), [(0, "Only 0 characters are"), (1, "Only 1 character is"), (7, "Only 7 characters are")]
)
def test_one_character_is_one(n: int, said: str) -> None:
    assert measure._notes(n)[0].startswith(said)
