from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.errors import MapProblem, Stopped
from engine.maps.sample import SampleText, fair_shares, sample_states, sample_texts
from engine.records import F32, I32


def forward(ids: I32) -> tuple[F32, F32]:
    vectors = np.stack([ids, np.arange(len(ids))], axis=1).astype(np.float32)
    return vectors, np.r_[np.nan, np.ones(len(ids) - 1)].astype(np.float32)


def encode(text: str) -> list[int]:
    return list(text.encode())


def test_the_bundled_texts_are_of_many_kinds_and_do_not_repeat() -> None:
    texts = sample_texts(whole=True)
    assert set(sample_texts()) < set(texts)
    kinds = {text.kind for text in texts}
    assert kinds >= {"prose", "dialogue", "science", "code", "numbers", "French", "German", "Spanish", "Chinese"}
    assert sum(len(text.text) for text in sample_texts()) < 25_000  # what the means are over stays as quick as it was
    whole = "\n".join(text.text for text in texts)
    assert 50_000 < len(whole) < 80_000
    lines = [line.strip() for line in whole.splitlines() if len(line.strip()) > 40]
    assert len(set(lines)) == len(lines)
    assert "\ufffd" not in whole


def test_states_keep_their_text_position_and_token() -> None:
    texts = [SampleText("one", "A", "abc"), SampleText("two", "B", "defgh"), SampleText("one", "C", "i")]
    states = sample_states(forward, encode, texts, window=4)
    assert states.kinds == ("one", "two")
    assert states.texts.tolist() == [0, 0, 0, 1, 1, 1, 1, 1, 0]
    assert states.sources is not None
    assert [states.titles[row] for row in states.sources] == list("AAABBBBBC")
    assert states.positions.tolist() == [0, 1, 2, 0, 1, 2, 3, 0, 0]
    assert bytes(states.token_ids.tolist()).decode() == "abcdefghi"
    assert np.array_equal(states.vectors[:, 0], states.token_ids)
    assert np.isnan(states.surprisal[states.positions == 0]).all()


@pytest.mark.parametrize(
    ("sizes", "most", "shares"),
    [
        ([5, 3], None, [5, 3]),
        ([5, 3], 8, [5, 3]),
        ([100, 2, 50], 42, [20, 2, 20]),
        ([9, 9, 9], 10, [3, 3, 4]),
        ([4], 0, [0]),
    ],
)
def test_a_limit_is_shared_out_and_small_texts_leave_their_rest(
    sizes: list[int], most: int | None, shares: list[int]
) -> None:
    assert fair_shares(sizes, most) == shares


def test_a_limit_takes_the_beginning_of_each_text() -> None:
    texts = [SampleText("one", "A", "abcdefgh"), SampleText("two", "B", "xy")]
    states = sample_states(forward, encode, texts, window=4, most=7)
    assert bytes(states.token_ids.tolist()) == b"abcdexy"
    assert states.sources is not None
    assert states.sources.tolist() == [0] * 5 + [1] * 2


def test_progress_is_told_and_may_stop_the_run() -> None:
    told: list[tuple[int, int]] = []
    sample_states(forward, encode, [SampleText("one", "", "abcdef")], 4, lambda done, total: told.append((done, total)))
    assert told == [(0, 6), (4, 6), (6, 6)]

    def stop(done: int, total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        sample_states(forward, encode, told=stop)


def test_no_tokens_and_damaged_samples_are_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(MapProblem, match="no tokens"):
        sample_states(forward, lambda text: [], [SampleText("one", "", "abc")])
    with pytest.raises(MapProblem, match="Install Orrery again"):
        sample_texts(tmp_path)
    (tmp_path / "index.json").write_text('{"texts": [{"kind": "prose", "title": "x", "file": "gone.txt"}]}')
    with pytest.raises(MapProblem, match="Install Orrery again"):
        sample_texts(tmp_path)
