"""All of Graph in TypeScript: compiled whole, with typical calls, whose requests are then made."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "behaviour"))
from generated_package import GRAPH, generate
from shared_material import SHARED, needs_shared
from toolchains import needs, typescript

pytestmark = [
    needs("typescript"),
    needs_shared,
    pytest.mark.shared,
    pytest.mark.slow,
    pytest.mark.xdist_group("typescript"),
]

CALLS = Path(__file__).resolve().parent / "typescript" / "graphCalls.ts"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("graph")
    source = SHARED / "metadata" / "graph-v1.0-2026-08.csdl"
    generate([source], folder, "msgraph", GRAPH, target="typescript")
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def test_all_of_graph_compiles_and_its_calls_make_requests(graph: Path) -> None:
    shutil.copy(CALLS, graph / CALLS.name)
    typescript.write_project(graph, ["*.ts", "src"], declaration=False)
    typescript.compile_project(graph)
    done = typescript.node(["dist/graphCalls.js"], graph)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    root = "https://graph.microsoft.com/v1.0"
    assert [(method, url.removeprefix(root)) for method, url, _ in found] == [
        ("GET", "/users/a%20b/messages?$top=5&$select=subject&$skip=1"),
        ("GET", "/me/directReports/graph.user/$count"),
        ("POST", "/me/sendMail"),
        ("GET", "/users/delta()"),
        ("GET", "/applications(appId='a%27%27b')"),
        ("GET", "/me/reminderView(StartDateTime='start',EndDateTime='end')"),
        ("POST", "/groups/g/members/$ref"),
        ("GET", "/drives/d/items/i/workbook/worksheets/w/range(address='A1%3AB2')"),
        ("POST", "/me/events"),
        ("POST", "/teams/t/channels"),
        ("GET", "/drives/d/items/i/content"),
        ("GET", "/security/alerts_v2/1"),
    ]
    bodies = [json.loads(content) for _, _, content in found if content is not None]
    member = {"@odata.type": "#microsoft.graph.aadUserConversationMember", "roles": ["owner"]}
    assert bodies == [
        {"Message": {"subject": "s", "toRecipients": []}, "SaveToSentItems": True},
        {"@odata.id": "https://x.example/y"},
        {
            "start": {"dateTime": "x", "timeZone": "UTC"},
            "createdDateTime": "2026-01-01T00:00:00.000Z",
        },
        {"displayName": "c", "members": [member]},
    ]


def test_paths_are_short_and_differ_by_more_than_case(graph: Path) -> None:
    paths = [p.relative_to(graph).as_posix() for p in graph.rglob("*.ts") if "dist" not in p.parts]
    assert max(map(len, paths)) < 120
    assert len({path.lower() for path in paths}) == len(paths)
