from __future__ import annotations

import re

from engine.models import catalogue
from engine.models.catalogue import HubPlace, WheelPlace


def test_names_and_hub_ids_are_unique_and_found_whatever_their_case() -> None:
    entries = catalogue.read()
    names = [name.casefold() for entry in entries for name in (entry.name, entry.hub)]
    assert len(set(names)) == len(names)
    for entry in entries:
        assert catalogue.find(entry.name.upper()) == entry
        assert catalogue.find(entry.hub.lower()) == entry


def test_the_default_comes_from_the_hub_first_and_from_a_hashed_wheel_second() -> None:
    entry = catalogue.find(catalogue.default_name())
    assert entry is not None
    first, second = entry.places
    assert first == HubPlace("HuggingFaceTB/SmolLM2-135M-Instruct")
    assert isinstance(second, WheelPlace)
    assert re.fullmatch(r"[0-9a-f]{64}", second.wheel_sha256)
    assert re.fullmatch(r"[0-9a-f]{64}", second.member_sha256)


def test_every_family_that_is_promised_is_there() -> None:
    hubs = " ".join(entry.hub for entry in catalogue.read())
    wanted = [
        "gpt2-xl",
        "pythia-2.8b",
        "SmolLM2-1.7B",
        "Qwen2.5-0.5B",
        "Qwen3-0.6B",
        "gemma-2-2b",
        "gemma-3-1b",
        "Llama-3.2-1B",
    ]
    assert [name for name in wanted if name not in hubs] == []


def test_gated_models_say_so() -> None:
    assert all(entry.note for entry in catalogue.read() if entry.hub.startswith(("google/", "meta-llama/")))


def test_near_names_are_offered() -> None:
    assert "gpt2" in catalogue.near("gpt-2")


def test_what_fits_is_ordered_by_size() -> None:
    fitting = catalogue.that_fit(2 * 10**9, 4)
    assert fitting[0] in {"SmolLM2-360M", "SmolLM2-360M-Instruct", "gpt2-medium", "pythia-410m"}
    assert catalogue.that_fit(10**6, 4) == []
