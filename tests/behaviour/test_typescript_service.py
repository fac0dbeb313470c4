"""What the generated TypeScript client makes of a service's links, removals, statuses and header fields."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from service import Service, json_answer
from toolchains import needs
from typescript_client import run

pytestmark = [needs("typescript"), pytest.mark.xdist_group("typescript")]


@pytest.fixture
def service() -> Iterator[Service]:
    with Service(token=None) as started:
        yield started


def call(service: Service, name: str) -> Any:
    """What a call of the harness gives."""
    done = run("calls", "serviceRuns", service.root, name)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("context", "link", "target"),
    [
        ("{origin}/v1.0/$metadata#people", "people?$skiptoken=1", "/v1.0/people?$skiptoken=1"),
        ("{origin}/odata/$metadata#people", "people?page=2", "/odata/people?page=2"),
        ("/other/$metadata#people", "people?page=2", "/other/people?page=2"),
        ("$metadata#people", "/v1.0/x", "/v1.0/x"),
        (None, "people?page=2", "/v1.0/people?page=2"),
        (None, "?page=2", "/v1.0/people?page=2"),
    ],
)
@pytest.mark.parametrize("prefix", ["@odata.", "@"])
def test_a_relative_next_link_is_relative_to_the_context(
    service: Service, context: str | None, link: str, target: str, prefix: str
) -> None:
    page: dict[str, Any] = {"value": [{"id": "1"}], f"{prefix}nextLink": link}
    if context is not None:
        page = {f"{prefix}context": context.format(origin=service.origin), **page}
    service.answers += [json_answer(page), json_answer({"value": [{"id": "2"}]})]
    assert call(service, "iterate") == ["1", "2"]
    assert service.received[1].target == target


def test_a_context_elsewhere_takes_no_link_there(service: Service) -> None:
    page = {"@odata.context": "https://evil.invalid/$metadata", "@odata.nextLink": "x", "value": []}
    service.answers.append(json_answer(page))
    assert call(service, "iterate")["error"] == "UnsafeUrl"
    assert len(service.received) == 1


def test_a_relative_delta_link_can_be_asked_for(service: Service) -> None:
    context = f"{service.origin}/odata/$metadata#people"
    page = {"@context": context, "@deltaLink": "people?$deltatoken=1", "value": []}
    service.answers += [json_answer(page), json_answer({"value": []})]
    call(service, "deltaLink")
    assert service.received[1].target == "/odata/people?$deltatoken=1"


@pytest.mark.parametrize("prefix", ["@odata.", "@"])
def test_the_rest_of_an_expanded_collection(service: Service, prefix: str) -> None:
    one = {
        f"{prefix}context": f"{service.origin}/odata/$metadata#people/$entity",
        "id": "1",
        "friends": [{"id": "2"}],
        f"friends{prefix}nextLink": "people('1')/friends?$skip=1",
    }
    more = {"value": [{"id": "3"}], f"{prefix}nextLink": "friends?$skip=2"}
    service.answers += [json_answer(one), json_answer(more), json_answer({"value": [{"id": "4"}]})]
    assert call(service, "remaining") == ["3", "4"]
    assert [request.target for request in service.received[1:]] == [
        "/odata/people('1')/friends?$skip=1",
        "/odata/people('1')/friends?$skip=2",
    ]


def test_a_whole_collection_has_no_rest(service: Service) -> None:
    service.answers.append(json_answer({"id": "1", "friends": []}))
    assert call(service, "remaining") == []
    assert call(service, "remainingOfNothing")["error"] == "InvalidArgument"


def test_removed_items_of_a_delta_answer(service: Service) -> None:
    items = [
        {"@odata.etag": 'W/"1"', "id": "1"},
        {"@removed": {"reason": "deleted"}, "@id": "people('2')", "id": "2"},
        {"@odata.removed": {"reason": "changed"}, "id": "3"},
        {"@odata.context": "#people/$deletedEntity", "id": "people('4')", "reason": "deleted"},
        {"@etag": "x", "id": "5", "reason": "none"},
    ]
    service.answers.append(json_answer({"value": items}))
    assert call(service, "removals") == [
        ['W/"1"', None],
        [None, {"reason": "deleted", "id": "people('2')"}],
        [None, {"reason": "changed"}],
        [None, {"reason": "deleted", "id": "people('4')"}],
        ["x", None],
    ]
