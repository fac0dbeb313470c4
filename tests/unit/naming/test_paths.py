"""Names along paths of which nothing more is known: accessors, stems of builders, and where these live."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from edmund.description import load_description
from edmund.plan.homes import Home, HomeKind, arrivals_of, homes_of
from edmund.surface.elements import Surface
from edmund.targets.go.builder_names import builder_names
from edmund.targets.go.layout import lay_out
from edmund.targets.go.spelling import KIOTA


@pytest.fixture
def surface(tmp_path: Path) -> Surface:
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in ("groupId", "base", "head", "sid")
    ]
    paths = (
        "/museum-hours",
        "/groups/{groupId}/code-scanning",
        "/groups/{groupId}/compare/{base}...{head}",
        "/accounts/{sid}.json",
    )
    document = {
        "openapi": "3.0.3",
        "info": {"title": "Paths", "version": "1"},
        "paths": {
            path: {
                "parameters": [p for p in parameters if f"{{{p['name']}}}" in path],
                "get": {"responses": {"204": {"description": "done"}}},
            }
            for path in paths
        },
    }
    file = tmp_path / "paths.json"
    file.write_text(json.dumps(document), "utf-8")
    return load_description(file).surface


def test_accessors_name_keys_and_the_parts_of_templates(surface: Surface) -> None:
    names = {r.id: KIOTA.accessors.of(r) for r in surface.resources}
    assert names["/"] == ("MuseumHours", "Groups", "Accounts")
    assert names["/groups"] == ("ByGroupId",)
    assert names["/groups/{groupId}"] == ("CodeScanning", "Compare")
    assert names["/groups/{groupId}/compare"] == ("WithBaseWithHead",)
    assert names["/accounts"] == ("WithSidJson",)


def test_stems_are_paths(surface: Surface) -> None:
    stems = builder_names(surface, lay_out(surface)).stems
    assert stems["/"] == "Root"
    assert stems["/museum-hours"] == "MuseumHours"
    assert stems["/groups/{groupId}"] == "GroupsItem"
    assert stems["/groups/{groupId}/code-scanning"] == "GroupsItemCodeScanning"
    assert stems["/accounts/{sid}.json"] == "AccountsWithSid"


def test_what_is_below_a_segment_lives_together(surface: Surface) -> None:
    homes = homes_of(surface, arrivals_of(surface), ())
    assert homes["/"] == Home(HomeKind.ROOT)
    below = {homes[id_] for id_ in homes if id_.startswith("/groups")}
    assert below == {Home(HomeKind.SEGMENT, segment="groups")}
