"""Every workspace shows something whatever views there are, and a new view is seen without a line of code."""

from __future__ import annotations

import pytest

from app.window.workspaces import BY_NAME, WORKSPACES, Workspace, gathered, places
from tests.helpers.toy_views import TOYS, BrokenView, HiddenView, LowerView, SideView, ToyView
from viz import lab
from viz.lab import Lab, placed
from viz.registry import all_views
from viz.view import View


@pytest.mark.parametrize("workspace", WORKSPACES, ids=lambda workspace: workspace.name)
@pytest.mark.parametrize("views", [TOYS, {"side": SideView}, all_views()], ids=["toys", "one", "all"])
def test_each_view_stands_in_one_place_only(workspace: Workspace, views: dict[str, type[View]]) -> None:
    where = places(workspace, views)
    assert where.centre or where.studio
    assert len(where.shown) == len(set(where.shown))
    assert set(where.shown) <= set(views)


def test_views_no_workspace_names_are_seen_in_explore() -> None:
    where = places(WORKSPACES[0], TOYS)
    assert where.centre == (ToyView.name,)
    assert where.right == (SideView.name, LowerView.name, HiddenView.name)
    assert where.bottom == (BrokenView.name,)


def test_explore_has_the_views_of_the_main_job_where_they_are_drawn() -> None:
    where = places(WORKSPACES[0], all_views())
    assert where.centre[0] == "meaning_space"
    assert where.right[0] == "next_token"
    assert where.bottom[0] == "token_strip"


STAND = {  # workspace: what has stood in its centre, right and bottom since the first version, in this order
    "explore": (
        ("meaning_space",),
        ("next_token", "attention_atlas", "attention_head", "layers", "logit_lens", "neurons"),
        ("token_strip",),
    ),
    "attention": (
        ("attention_atlas", "who_says_mary", "meaning_space"),
        ("attention_head", "attention_text", "head_scores", "head_table", "induction", "next_token"),
        ("token_strip",),
    ),
    "ablation": (
        ("ablation", "compare", "language_neuron", "redundancy", "patching"),
        ("meaning_space", "neurons", "neuron", "ablation_inside", "ablation_sweep", "shares", "next_token"),
        ("token_strip",),
    ),
    "hello_bye": (
        ("hello_bye",),
        ("hello_bye_heads", "hello_bye_states", "meaning_space", "attention_atlas", "attention_head"),
        ("hello_bye_goes_on",),
    ),
    "brackets": (
        ("brackets", "brackets_training", "brackets_why", "brackets_large"),
        ("brackets_error", "brackets_strings", "brackets_sequences", "brackets_lesson"),
        (),
    ),
    "from_scratch": (
        (
            "ngrams",
            "ngrams_text",
            "fitting",
            "playground",
            "playground_starts",
            "landscape",
            "digits",
            "weights",
            "superposition",
            "codes",
        ),
        (),
        (),
    ),
    "figure": (("meaning_space",), (), ()),
}


def test_the_workspaces_stand_in_their_order() -> None:
    names = [workspace.name for workspace in WORKSPACES]
    assert [name for name in names if name in STAND] == list(STAND)
    assert (names[0], names[-1]) == ("explore", "figure")


@pytest.mark.parametrize("name", STAND)
def test_views_keep_their_order_whatever_laboratories_come(name: str) -> None:
    workspace = BY_NAME[name]
    for expected, now in zip(STAND[name], (workspace.centre, workspace.right, workspace.bottom), strict=True):
        assert tuple(view for view in now if view in expected) == expected


def test_a_laboratory_brings_its_workspace_and_joins_others() -> None:
    toy = Lab(
        "Toy",
        workspaces=(lab.Workspace("toys", "Toys", "All of them", order=45, controls=False, right_share=0.4),),
        places=(
            *placed("toys", "centre", toy=10),
            *placed("explore", "right", toy=10),
            *placed("gone", "right", toy=1),
        ),
    )
    made = {workspace.name: workspace for workspace in gathered([toy])}
    assert list(made) == ["explore", "toys", "studio", "figure"]
    assert (made["toys"].centre, made["toys"].right_share, made["toys"].controls) == (("toy",), 0.4, False)
    assert made["explore"].right == ("next_token", "toy")


def test_without_any_view_the_controls_remain() -> None:
    where = places(WORKSPACES[0], {})
    assert where.shown == ()
    assert where.controls
