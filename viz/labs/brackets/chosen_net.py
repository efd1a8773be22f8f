"""What a person has chosen in the brackets workspace, so that its views agree: which net, which string, which cell.

The choices are options of the test bench; the other views read them from `UiState` and change them by `SetOption`.
Nothing typed means: show the shortest string after which the net fails though it was right one bracket earlier.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from engine.labs.brackets.questions import ListNets, ReadBrackets, TellingFailure
from engine.labs.brackets.records import Nets, Reading, Readings
from engine.questions import Question, Refused
from engine.run import Run
from viz.intents import SetOption
from viz.lab import QT_TRANSLATE_NOOP
from viz.ui_state import Option, UiState

OWNER = "brackets"
MAIN = "two-block"  # the net whose checkpoints are kept
SHIPPED = (MAIN, "one-block", "two-kinds")
FAMILY = "gpt2"

STRING = Option(
    "string",
    QT_TRANSLATE_NOOP("BracketsView", "Brackets"),
    "text",
    "",
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("BracketsView", "Empty: the model's own shortest failure."),
)
NET = Option(
    "net",
    QT_TRANSLATE_NOOP("BracketsView", "Bracket model"),
    "text",
    MAIN,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("BracketsView", "two-block, one-block, two-kinds, or mine/NAME for a model trained here"),
)
CHECKPOINT = Option(
    "checkpoint", QT_TRANSLATE_NOOP("BracketsView", "Checkpoint"), "integer", -1, low=-1, high=99, in_bar=False,
    least=QT_TRANSLATE_NOOP("BracketsView", "final"),
    tip=QT_TRANSLATE_NOOP("BracketsView", "Along the training of two-block; -1 is the finished model."),
)  # fmt: skip
AT = Option(
    "at",
    QT_TRANSLATE_NOOP("BracketsView", "Selected prefix"),
    "integer",
    -1,
    low=-1,
    high=4096,
    least=QT_TRANSLATE_NOOP("BracketsView", "first failure"),
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("BracketsView", "-1: where it fails first."),
)
CELL = Option(
    "cell",
    QT_TRANSLATE_NOOP("BracketsView", "Cell of the error map"),
    "text",
    "",
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("BracketsView", "Length and depth, such as 24,4."),
)
OPTIONS = (STRING, NET, CHECKPOINT, AT, CELL)


def chosen(ui: UiState, option: Option) -> Any:
    """The value of one of the choices."""
    return ui.options.get(OWNER, {}).get(option.name, option.default)


def choose(option: Option, value: Any) -> SetOption:
    """The intent that changes one."""
    return SetOption(OWNER, option.name, value)


def whole_net(ui: UiState) -> str:
    """The net chosen, its checkpoint aside."""
    return str(chosen(ui, NET)).strip() or MAIN


def net_of(ui: UiState) -> str:
    """The net as questions name it: "two-block@7" at a checkpoint."""
    net, checkpoint = whole_net(ui), int(chosen(ui, CHECKPOINT))
    return f"{net}@{checkpoint}" if net == MAIN and checkpoint >= 0 else net


def cell_of(ui: UiState) -> tuple[int, int] | None:
    """(length, depth) of the cell chosen, None where there is none."""
    parts = str(chosen(ui, CELL)).split(",")
    if len(parts) != 2 or not all(part.strip().isdigit() for part in parts):
        return None
    return int(parts[0]), int(parts[1])


def nets_known(run: Run) -> Nets:
    """The nets there are, as far as they were listed; the newest list counts."""
    lists = [(asked.turn, found) for asked, found in run.findings.items() if isinstance(asked, ListNets)]
    found = max(lists, key=lambda row: row[0])[1] if lists else None
    return found if isinstance(found, Nets) else Nets(SHIPPED, 0)


@dataclass(frozen=True)
class Shown:
    """The string looked at, as the net reads it."""

    net: str
    typed: str  # what stands in the line
    reading: Reading | None
    question: Question | None  # to be asked, None where it was answered
    why_not: str  # why there is no reading, in a sentence
    found: bool  # the string is the net's own failure, not a typed one
    flawless: bool  # it was looked for and there is none


def shown(run: Run, ui: UiState) -> Shown:
    """What the test bench, and all that follows it, looks at."""
    net, typed = net_of(ui), str(chosen(ui, STRING))
    question: Question = ReadBrackets(typed, net) if typed else TellingFailure(net)
    finding = run.findings.get(question)
    reading, why, flawless = None, "", False
    if isinstance(finding, Refused):
        why = finding.sentence
    elif isinstance(finding, Reading):
        reading = finding
    elif isinstance(finding, Readings):
        reading, flawless = (finding.readings[0], False) if finding.readings else (None, True)
    return Shown(net, typed, reading, question if finding is None else None, why, not typed, flawless)


def is_loaded(run: Run, net: str) -> bool:
    """Whether the bracket net itself is the model that all other views show."""
    info = run.info
    return info is not None and info.family == FAMILY and info.vocab_size <= 6 and info.name == net.rsplit("/", 1)[-1]
