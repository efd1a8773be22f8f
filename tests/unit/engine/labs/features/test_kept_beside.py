"""What was found of features can be kept beside a run, as recorded lessons do."""

from __future__ import annotations

from engine.files.kept_records import decode, encode
from engine.records import AnyArray
from tests.helpers.features import INFO, READS, contexts, index, reading
from tests.helpers.same import difference


def test_findings_about_features_come_back_from_a_file() -> None:
    for value in (INFO, READS, index(), contexts(), reading()):
        arrays: dict[str, AnyArray] = {}
        again = decode(encode(value, arrays, "it."), arrays.__getitem__)
        assert difference(again, value) is None
