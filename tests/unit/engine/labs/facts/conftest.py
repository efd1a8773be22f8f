"""A family's model for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.helpers.subjects import Subject, hooks, subject


@pytest.fixture
def family(request: pytest.FixtureRequest) -> Iterator[Subject]:
    """A family, and the promise that a test leaves its model without hooks and with its own attention."""
    made = subject(request.param)
    before = made.model.config._attn_implementation
    yield made
    assert hooks(made.model) == 0
    assert made.model.config._attn_implementation == before
    assert not any("forward" in module.__dict__ for module in made.model.modules())
