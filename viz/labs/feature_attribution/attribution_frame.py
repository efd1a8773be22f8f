"""What the view of feature attribution shows, as numbers and text; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.dictionaries.records import DictionaryInfo, FeatureName, Hook
from engine.labs.feature_attribution.records import (
    FEATURE,
    KINDS,
    MOST_DICTIONARIES,
    AskAttribution,
    AskOff,
    Attribution,
    Off,
)
from engine.labs.features.records import AskDictionaries, AskDictionary, Dictionaries, OneDictionary
from engine.questions import Question, Refused
from engine.records import Vocabulary
from engine.run import Run
from viz.feature_names import feature_name
from viz.labs.feature_attribution import groups, settings
from viz.labs.feature_attribution.graph import Graph, asked_node, graph_of
from viz.looked_at import position_of
from viz.per_run import per_run
from viz.token_text import shown
from viz.ui_state import Option, UiState


@dataclass(frozen=True, eq=False)
class AttributionFrame:
    """The graph, or why there is none."""

    has_model: bool
    position: int  # that is looked at; -1: none
    at: int  # whose graph is shown
    wanted: tuple[Question, ...]  # what has to be known before anything can be asked
    asks: AskAttribution | None  # what the button asks, of the position looked at; None: nothing can be asked yet
    question: AskAttribution | None  # what is shown answers, or would
    found: Attribution | None
    refused: str
    no_dictionary: bool
    graph: Graph | None
    chosen: int  # node of the graph; -1: none
    off: AskOff | None  # what switching the chosen node off asks
    off_found: Off | None
    off_refused: str
    after: str  # the token before the one that the button asks about
    lacks: bool  # the run is of a file, so that nothing can be asked about it
    vocabulary: Vocabulary | None
    groups: groups.Groups
    ui: UiState

    def value(self, option: Option) -> object:
        """What is chosen for an option."""
        return self.ui.option(settings.VIEW, option)


def attribution_frame(run: Run, ui: UiState, mine: UiState) -> AttributionFrame:
    """`mine` holds the view's own options alone."""
    position = position_of(run, ui)
    wanted, names, refused, none = _dictionaries(run, ui, str(mine.option(settings.VIEW, settings.WHICH)))
    asks = _question(run, mine, position, names) if names else None
    at = int(mine.option(settings.VIEW, settings.AT))
    kept = _question(run, mine, at, names) if names and 0 <= at < len(run.path) else None
    stays = kept is not None and isinstance(run.findings.get(kept), Attribution)
    question = kept if stays else asks
    answer = run.findings.get(question) if question is not None else None
    found = answer if isinstance(answer, Attribution) else None
    own = groups.read(str(mine.option(settings.VIEW, settings.GROUPS)))
    graph, chosen, off = None, -1, None
    if found is not None and question is not None:
        graph = _graph(run, found, float(mine.option(settings.VIEW, settings.SHARE)), own)
        chosen = _chosen(found, graph, ui.feature, str(mine.option(settings.VIEW, settings.NODE)), position)
        off = _off(question, found, graph, chosen)
    off_answer = run.findings.get(off) if off is not None else None
    return AttributionFrame(
        run.info is not None, position, at if stays else position, wanted, asks, question, found,
        refused or (answer.sentence if isinstance(answer, Refused) else ""), none, graph, chosen, off,
        off_answer if isinstance(off_answer, Off) else None,
        off_answer.sentence if isinstance(off_answer, Refused) else "", _before(run, asks),
        asks is not None and found is None and run.run_id <= 0, run.vocabulary, own, mine,
    )  # fmt: skip


def _before(run: Run, asks: AskAttribution | None) -> str:
    return "" if asks is None else shown(run.vocabulary, run.nodes[asks.node].token_id)


def _dictionaries(run: Run, ui: UiState, which: str) -> tuple[tuple[Question, ...], tuple[str, ...], str, bool]:
    """What has to be asked first, the names of the dictionaries, why not, and whether there is none."""
    if run.info is None:
        return (), (), "", False
    chosen: DictionaryInfo | None = None
    if ui.feature.dictionary:
        asked: Question = AskDictionary(ui.feature.dictionary)
        one = run.findings.get(asked)
        if isinstance(one, Refused):
            return (), (), one.sentence, False
        if not isinstance(one, OneDictionary):
            return (asked,), (), "", False
        if one.why_not:
            return (), (), one.why_not, False
        chosen = one.info
        if which == settings.ONE:
            return (), (chosen.name,), "", False
    all_asked = AskDictionaries()
    answer = run.findings.get(all_asked)
    if isinstance(answer, Refused):
        return (), (), answer.sentence, False
    if not isinstance(answer, Dictionaries):
        return (all_asked,), (), "", False
    fit = [info for info, why in zip(answer.infos, answer.why_not, strict=True) if not why]
    names = one_of_each_place(([chosen] if chosen is not None else []) + fit)
    return (), names[: 1 if which == settings.ONE else MOST_DICTIONARIES], "", not names


def one_of_each_place(infos: Sequence[DictionaryInfo]) -> tuple[str, ...]:
    """The first dictionary of every place."""
    found: dict[Hook, str] = {}
    for info in infos:
        found.setdefault(info.hook, info.name)
    return tuple(found.values())


def _question(run: Run, mine: UiState, position: int, names: tuple[str, ...]) -> AskAttribution | None:
    """What the view's button asks; None where there is nothing before the token that is to be explained."""
    selected = mine.option(settings.VIEW, settings.WHAT) == settings.SELECTED
    before = position - 1 if selected else position
    if before < 0:
        return None
    token = str(mine.option(settings.VIEW, settings.TOKEN))
    if selected and not token:
        token = f"#{run.at(position).token_id}"
    return AskAttribution(
        run.path[before], names, token, str(mine.option(settings.VIEW, settings.AGAINST)),
        mine.option(settings.VIEW, settings.MLP), int(mine.option(settings.VIEW, settings.MOST)),
        int(mine.option(settings.VIEW, settings.CHECKED)),
    )  # fmt: skip


@per_run
def _kept(_run: Run) -> dict[tuple[object, ...], Graph]:
    return {}


def _graph(run: Run, found: Attribution, share: float, own: groups.Groups) -> Graph:
    kept, key = _kept(run), (id(found), share, groups.written(own))
    if key not in kept:
        kept.clear()
        kept[key] = graph_of(found, share, own)
    return kept[key]


def _chosen(found: Attribution, graph: Graph, feature: FeatureName, node: str, position: int) -> int:
    """The node of the feature that all views show, first the one selected here; with no feature, what is selected."""
    named = [at for at, it in enumerate(graph.nodes) if any(key_of(found, each) == node for each in it.members)]
    if feature.index < 0:
        return named[0] if named else -1
    mine = [at for at, it in enumerate(graph.nodes) if any(feature_of(found, each) == feature for each in it.members)]
    first = [at for at in named if at in mine] or [at for at in mine if graph.nodes[at].position == position] or mine
    return max(first, key=lambda at: abs(graph.nodes[at].effect), default=-1)


def key_of(found: Attribution, at: int) -> str:
    """How the view names a node of the attribution: `L12.F3@5`, `L12.error@5`, `token@5`."""
    hook, kind = found.rows[int(found.row[at])].hook, int(found.kinds[at])
    if hook is None:
        return f"token@{int(found.positions[at])}"
    name = feature_name(hook, int(found.features[at]))
    if kind != FEATURE:
        name = f"{name.rpartition('.')[0]}.{KINDS[kind]}"
    return f"{name}@{int(found.positions[at])}"


def feature_of(found: Attribution, at: int) -> FeatureName:
    """A node's feature as all views know it; of another node its dictionary."""
    name = found.rows[int(found.row[at])].name
    return FeatureName(name, int(found.features[at]) if found.kinds[at] == FEATURE else -1)


def _off(question: AskAttribution, found: Attribution, graph: Graph, chosen: int) -> AskOff | None:
    if chosen < 0:
        return None
    members = graph.nodes[chosen].members
    if graph.nodes[chosen].group:  # all of it, wherever it stands
        name = graph.nodes[chosen].group
        members = tuple(member for node in graph.nodes if node.group == name for member in node.members)
    expected = -float(sum(float(found.effects[at]) for at in members))
    return AskOff(question, tuple(asked_node(found, at) for at in members), expected)
