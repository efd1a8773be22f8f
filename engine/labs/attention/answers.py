"""Which function answers which question about attention."""

from __future__ import annotations

from engine.labs.attention import atlas, head_scores, induction, long_heads
from engine.labs.attention.records import (
    AskAtlas,
    AskHeadLine,
    AskHeadPicture,
    AskHeadScores,
    AskHeadWindow,
    AskInduction,
    AskInductionMeans,
)

ANSWERS = {
    AskAtlas: atlas.answer,
    AskHeadScores: head_scores.answer,
    AskInduction: induction.answer,
    AskInductionMeans: induction.answer_means,
    AskHeadPicture: long_heads.picture,
    AskHeadWindow: long_heads.window,
    AskHeadLine: long_heads.line,
}
