"""A step of a lesson as it is said now, its numbers filled in: what the dock and the presenter's window show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from viz.lessons.lesson import NOT_YET, Block, Kind, Lesson, Span, Step

NOTES: tuple[Kind, ...] = ("do", "see", "question", "answer", "note")


@dataclass(frozen=True)
class Shown:
    """A step as it is said now."""

    lesson: Lesson
    number: int  # from 1 on
    step: Step
    said: Mapping[str, str]  # the step's numbers, by name
    revealed: bool = False  # its answer may be read

    @property
    def title(self) -> str:
        """The lesson's."""
        return self.lesson.head.title

    @property
    def count(self) -> int:
        """How many steps there are."""
        return len(self.lesson.steps)

    @property
    def heading(self) -> str:
        """The step's."""
        return self.step.heading

    @property
    def next_heading(self) -> str:
        """Of the step after this; "" after the last."""
        return self.lesson.steps[self.number].heading if self.number < self.count else ""

    @property
    def has_answer(self) -> bool:
        """Whether there is one, revealed or not."""
        return any(block.kind == "answer" for block in self.step.blocks)

    @property
    def body(self) -> tuple[Block, ...]:
        """What is simply said."""
        return self.of("text")

    @property
    def notes(self) -> tuple[Block, ...]:
        """What is to be done, seen, asked and answered, and what is for the teacher alone, in the text's order."""
        return self.of(*NOTES)

    def of(self, *kinds: Kind) -> tuple[Block, ...]:
        """Paragraphs of some kinds, with their numbers filled in: no span of these has a `number`."""
        return tuple(self._filled(block) for block in self.step.blocks if block.kind in kinds)

    def _filled(self, block: Block) -> Block:
        spans = (
            Span(self.said.get(it.number, NOT_YET), it.bold, it.italic, it.code) if it.number else it
            for it in block.spans
        )
        return Block(block.kind, tuple(spans), block.marker)


def plain(block: Block) -> str:
    """A paragraph as text without marks."""
    text = "".join(span.text for span in block.spans)
    return f"{block.marker} {text}" if block.marker else text
