"""What is shown when a person asks which part of the model says a token: the finder and the switchboard about it."""

from __future__ import annotations

from collections.abc import Sequence

from engine.run import Run
from viz.intents import Intent, LookAt, SetOption, ShowViews
from viz.labs.neurons.ranks_frame import BY_EFFECT
from viz.looked_at import FOLLOWED
from viz.typed_token import written_token


def steps(run: Run, position: int, token_id: int) -> Sequence[Intent]:
    """Go to where the token at `position` was the next one, and let both views follow it."""
    before = position - 1
    likeliest = int(run.at(before).next_ids[0])  # is followed where none is named
    token = "" if token_id == likeliest else written_token(run.vocabulary, token_id)
    followed, option = FOLLOWED
    return (
        LookAt(before),
        SetOption(followed, option, token),
        SetOption("neurons", "token", ""),
        SetOption("neurons", "against", ""),
        SetOption("neurons", "by", BY_EFFECT),
        ShowViews("ablation", ("neurons", "ablation")),
    )
