"""Every workspace shows something whatever views there are, and a new view is seen without a line of code."""

from __future__ import annotations

import pytest

from app.window.workspaces import WORKSPACES, Workspace, places
from tests.helpers.toy_views import TOYS, BrokenView, HiddenView, LowerView, SideView, ToyView
from viz.registry import all_views
from viz.view import View


@pytest.mark.parametrize("workspace", WORKSPACES, ids=lambda workspace: workspace.name)
@pytest.mark.parametrize("views", [TOYS, {"side": SideView}, all_views()], ids=["toys", "one", "all"])
def test_each_view_stands_in_one_place_only(workspace: Workspace, views: dict[str, type[View]]) -> None:
    where = places(workspace, views)
    assert where.centre
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


def test_without_any_view_the_controls_remain() -> None:
    where = places(WORKSPACES[0], {})
    assert where.shown == ()
    assert where.controls
