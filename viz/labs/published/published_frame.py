"""What the view of published dictionaries shows: how far one has come from its files to a measured copy."""

from __future__ import annotations

from dataclasses import dataclass

from engine.labs.published.records import (
    FetchPublished,
    KeepPublished,
    MeasurePublished,
    OpenPublished,
    PublishedFetched,
    PublishedKept,
    PublishedMeasured,
    PublishedOpened,
)
from engine.questions import Question, Refused
from engine.run import Run
from viz.labs.published import settings
from viz.ui_state import UiState


@dataclass(frozen=True)
class PublishedFrame:
    """Each step, and what it gave."""

    has_model: bool
    source: str
    fetching: FetchPublished | None  # what the button fetches; None: from this computer
    path: str  # "" where none is known yet
    opening: OpenPublished
    opened: PublishedOpened | None
    measuring: MeasurePublished
    measured: PublishedMeasured | None
    keeping: KeepPublished
    kept: PublishedKept | None
    refused: str
    answered: frozenset[Question]  # of these questions, those that have an answer
    ui: UiState  # of this view alone

    @property
    def usable(self) -> bool:
        """Whether it is of use with the loaded model."""
        return self.opened is not None and not self.opened.why_not


def published_frame(run: Run, ui: UiState) -> PublishedFrame:
    """Of what is typed."""
    mine = ui.options.get(settings.OWNER, {})
    value = {option.name: mine.get(option.name, option.default) for option in settings.OPTIONS}
    own = UiState()
    for option in settings.OPTIONS:
        own = own.with_option(settings.OWNER, option.name, value[option.name])
    source, path = str(value["source"]), str(value["path"]).strip()
    fetching = None
    if source == settings.HUB:
        fetching = FetchPublished(
            str(value["repo"]).strip(), str(value["folder"]).strip(), str(value["revision"]).strip()
        )
        found = run.findings.get(fetching)
        path = found.path if isinstance(found, PublishedFetched) else ""
    opening = OpenPublished(path)
    measuring = MeasurePublished(path, str(value["text"]).strip(), int(value["tokens"]))
    keeping = KeepPublished(measuring)
    steps: tuple[Question, ...] = (opening, measuring, keeping) if fetching is None else (
        fetching, opening, measuring, keeping,
    )  # fmt: skip
    answers = {step: run.findings.get(step) for step in steps}
    opened, measured, kept = (answers[it] for it in (opening, measuring, keeping))
    refused = next((it.sentence for it in answers.values() if isinstance(it, Refused)), "")
    return PublishedFrame(
        run.info is not None, source, fetching, path, opening,
        opened if isinstance(opened, PublishedOpened) else None, measuring,
        measured if isinstance(measured, PublishedMeasured) else None, keeping,
        kept if isinstance(kept, PublishedKept) else None, refused,
        frozenset(step for step, answer in answers.items() if answer is not None), own,
    )  # fmt: skip
