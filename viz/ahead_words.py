"""The sentences about the look-ahead tree, wherever it is shown. All translatable."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.records import Plan, Vocabulary
from viz import joined
from viz.ahead import AheadTree
from viz.board import told
from viz.charts.numbers import percent, with_percent
from viz.plural import plural
from viz.token_text import shown, shown_in_context

translate = QCoreApplication.translate  # by this name its texts are collected


def continuation(vocabulary: Vocabulary | None, tree: AheadTree, row: int) -> str:
    """A continuation as text, each token as it is shown in its place."""
    ids = tree.paths[row]
    return "".join(shown_in_context(vocabulary, ids, at) for at in range(len(ids)))


def asked(share: float) -> str:
    """The share that a person has chosen, as it was chosen."""
    return with_percent(f"{round(100 * share)}")


def masses(tree: AheadTree, brief: bool = False) -> str:
    """What share of what may come is shown, token by token, beside what was asked for."""
    if not tree.masses:
        return ""
    shares = [percent(share) for share in tree.masses]
    if brief:
        return translate("Ahead", "Look-ahead: {shares}").format(shares=" · ".join(shares))
    wanted = asked(tree.limits.share)
    first = translate("Ahead", "Shown of what may come: {share} within 1 token").format(share=shares[0])
    rest = [
        translate("Ahead", "{share} within {n}").format(share=share, n=n) for n, share in enumerate(shares[1:], start=2)
    ]
    said = joined.facts([first, *rest])
    short = tree.masses[-1] < tree.limits.share - 1e-6
    if not short:
        return translate("Ahead", "{shown} (asked for: {asked}).").format(shown=said, asked=wanted)
    why = translate("Ahead", "{shown} (asked for: {asked}; at most {most} continuations, {k} next tokens of each).")
    return why.format(shown=said, asked=wanted, most=tree.limits.most, k=tree.limits.breadth)


def state(tree: AheadTree) -> str:
    """What is missing, and why; "" where nothing is."""
    if tree.why_not:
        return tree.why_not
    if not tree.growing:
        return ""
    if tree.question is not None:
        n = len(tree.masses)
        if n == tree.limits.depth:  # all is known but where it lies
            placing = translate("Ahead", "Placing what comes within {n} token(s) on the map …", "", n)
            return plural(placing, n).format(n=n)
        return plural(translate("Ahead", "Looking further than {n} token(s) ahead …", "", n), n).format(n=n)
    if tree.of_file:
        return translate("Ahead", "To look further ahead, the model that made this run must compute it.")
    return translate("Ahead", "To look further ahead, pause generation.")


def statement(tree: AheadTree, brief: bool) -> list[str]:
    """What stands on the map about its tree."""
    return [said for said in (masses(tree, brief), state(tree)) if said]


def with_what(plan: Plan) -> str:
    """Under what the probabilities hold."""
    said = translate("Ahead", "Probabilities at temperature 1")
    if plan.changes:
        return translate("Ahead", "{what}, with this run's interventions: {changes}.").format(
            what=said, changes=told(plan.changes)
        )
    return joined.ended(said)


def facts(vocabulary: Vocabulary | None, tree: AheadTree, row: int) -> list[str]:
    """What a continuation is, and how likely."""
    ids, parent = tree.paths[row], int(tree.parents[row])
    n = len(ids)
    own = percent(float(tree.chance[row]))
    lines = [continuation(vocabulary, tree, row)]
    if parent < 0:
        lines.append(translate("Ahead", "probability {p} of coming next").format(p=own))
    else:
        before = shown(vocabulary, ids[-2])
        said = translate("Ahead", "probability {p} after {token} · {whole} for all {n} tokens")
        lines.append(said.format(p=own, token=before, whole=percent(float(tree.mass[row])), n=n))
    if tree.ends[row]:
        lines.append(translate("Ahead", "the text ends here"))
    if tree.taken[row]:
        lines.append(translate("Ahead", "the run continues so"))
    return lines


def what_to_do(tree: AheadTree, row: int) -> str:
    """What clicks on a continuation do."""
    n = len(tree.paths[row])
    if tree.pinned[row]:
        said = translate("Ahead", "click to continue the text with [it|these {n} tokens] · right-click to unpin", "", n)
    else:
        said = translate("Ahead", "click to continue the text with [it|these {n} tokens] · right-click to pin", "", n)
    return plural(said, n).format(n=n)
