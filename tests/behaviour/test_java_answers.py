"""What answers say beside their values: links that are relative, removals, status and header fields."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.service import TOKEN, Answer, Service, error_answer, json_answer
from generated_java import Failure, running_harness
from toolchains import needs

pytestmark = [needs("java"), pytest.mark.xdist_group("java")]

NAMED = [{"displayName": "a"}]
CONNECTORS = "/v1.0/identity/apiConnectors"


@pytest.fixture
def service() -> Iterator[Service]:
    with Service() as made:
        yield made


def call(service: Service, scenario: str, **more: Any) -> Any:
    return running_harness().call(scenario, root=service.root, tokens=[TOKEN], **more)


@pytest.mark.parametrize(
    ("context", "link", "target"),
    [
        (None, "apiConnectors?$skiptoken=2", f"{CONNECTORS}?$skiptoken=2"),
        (None, "?$skiptoken=2", f"{CONNECTORS}?$skiptoken=2"),
        ("{root}/$metadata#x", "identity/apiConnectors?s=2", f"{CONNECTORS}?s=2"),
        ("{root}/$metadata#x", "/v1.0/other?s=2", "/v1.0/other?s=2"),
        ("../$metadata#x", "identity/apiConnectors?s=2", f"{CONNECTORS}?s=2"),
        ("/deep/er/$metadata", "../x?s=2", "/deep/x?s=2"),
        ("https://elsewhere.example/$metadata", "{root}/x?s=2", "/v1.0/x?s=2"),
    ],
)
@pytest.mark.parametrize("odata", ["odata.", ""])
@pytest.mark.parametrize("waits", [True, False])
def test_relative_links_follow_the_context(
    service: Service, context: str | None, link: str, target: str, odata: str, waits: bool
) -> None:
    link = link.format(root=service.root)
    page = {f"@{odata}nextLink": link, "value": NAMED}
    if context is not None:
        page[f"@{odata}context"] = context.format(root=service.root)
    service.answers += [json_answer(page), json_answer({"value": NAMED})]
    assert call(service, "iterate", **{"async": not waits})["names"] == ["a", "a"]
    assert service.received[1].target == target


def test_a_relative_link_below_a_foreign_context_is_refused(service: Service) -> None:
    page = {
        "@odata.context": "https://elsewhere.example/$metadata",
        "@odata.nextLink": "x?s=2",
        "value": [],
    }
    service.answers.append(json_answer(page))
    with pytest.raises(Failure, match="UnsafeUrlException"):
        call(service, "iterate")
    assert len(service.received) == 1


def test_relative_delta_links_can_be_used(service: Service) -> None:
    service.answers.append(json_answer({"value": [], "@odata.deltaLink": "apiConnectors?$d=1"}))
    link = call(service, "iterate")["delta"]
    assert link == f"{service.root}/identity/apiConnectors?$d=1"
    assert call(service, "withUrl", link=link) == []
    assert service.received[-1].target == f"{CONNECTORS}?$d=1"


@pytest.mark.parametrize("name", ["trips@odata.nextLink", "trips@nextLink"])
def test_the_rest_of_an_expanded_collection(service: Service, name: str) -> None:
    item = {
        "@odata.context": f"{service.root}/$metadata#x",
        "trips": [],
        name: "trips?$skip=1",
    }
    rest = {"@context": f"{service.root}/$metadata#x", "value": NAMED, "@nextLink": "trips?$skip=2"}
    service.answers += [json_answer(item), json_answer(rest), json_answer({"value": NAMED})]
    found = call(service, "expandedRest", key="c1", name="trips")
    assert found == [f"{service.root}/trips?$skip=1", "a", "a"]
    assert [sent.target for sent in service.received[1:]] == [
        "/v1.0/trips?$skip=1",
        "/v1.0/trips?$skip=2",
    ]
    service.answers.append(json_answer({"trips": []}))
    assert call(service, "expandedRest", key="c1", name="trips") is None


def test_what_is_gone_looks_gone(service: Service) -> None:
    items = [
        {"id": "a"},
        {"@removed": {"reason": "changed"}, "id": "b"},
        {"@odata.removed": {"reason": "deleted"}, "@odata.id": "x('c')"},
        {"@removed": None, "id": "d"},
        {"@removed": {}, "@id": "x('e')"},
        {"@odata.context": "$metadata#x/$deletedEntity", "id": "x('f')", "reason": "deleted"},
        {"@odata.context": "$metadata#x/$entity", "id": "g"},
    ]
    service.answers.append(json_answer({"value": items}))
    assert call(service, "removals") == [
        None,
        ["changed", "b"],
        ["deleted", "x('c')"],
        None,
        [None, "x('e')"],
        ["deleted", "x('f')"],
        None,
    ]


@pytest.mark.parametrize("waits", [True, False])
def test_an_answer_with_its_header_fields(service: Service, waits: bool) -> None:
    more = {"ETag": 'W/"2"', "OData-EntityId": "x('1')", "Location": "x", "request-id": "r"}
    service.answers += [
        json_answer({"displayName": "a"}, 201, **more, x_own="1, 2"),
        Answer(204, b"", more),
        Answer(304, b"", {"ETag": 'W/"2"'}),
    ]
    told = ["x", 'W/"2"', "x('1')", "r"]
    asynchronous = {"async": not waits}
    assert call(service, "sent", **asynchronous) == [201, "a", *told, "1, 2", "Response(201)"]
    assert call(service, "sent", **asynchronous) == [204, None, *told, None, "Response(204)"]
    assert call(service, "sent", **asynchronous)[:2] == [304, None]
    service.answers.append(error_answer(404, "gone", "gone"))
    with pytest.raises(Failure, match="ODataError"):
        call(service, "sent", **asynchronous)


def test_what_did_not_change_is_null_when_that_was_asked(service: Service) -> None:
    service.answers += [Answer(304), Answer(304)]
    assert call(service, "plain", etag='W/"1"') is None
    assert service.received[-1].headers["if-none-match"] == 'W/"1"'
    with pytest.raises(Failure) as failure:
        call(service, "plain")
    assert failure.value.facts["status"] == 304


@pytest.mark.parametrize("waits", [True, False])
def test_what_was_accepted_is_asked_for(service: Service, waits: bool) -> None:
    service.answers += [
        json_answer({"status": "started"}, 202, Location="../monitors/1", Retry_After="0"),
        json_answer({"status": "running"}, 202, Retry_After="0"),
        json_answer({"status": "running"}, 202, Location="/v1.0/monitors/2", Retry_After="0"),
        json_answer({"displayName": "done"}),
    ]
    found = call(service, "polled", name="x", limit=20_000, **{"async": not waits})
    assert found[:2] == [200, "done"]
    assert [(sent.method, sent.path) for sent in service.received[1:]] == [
        ("GET", "/v1.0/identity/monitors/1"),
        ("GET", "/v1.0/identity/monitors/1"),
        ("GET", "/v1.0/monitors/2"),
    ]
    assert "content-type" not in service.received[1].headers
    assert "prefer" not in service.received[1].headers


def test_an_outcome_may_be_an_error(service: Service) -> None:
    accepted = Answer(202, b"", {"Location": "m", "Retry-After": "0"})
    failed = error_answer(200, "bad", "no", AsyncResult="409")
    service.answers += [accepted, failed]
    with pytest.raises(Failure) as failure:
        call(service, "polled", name="x", limit=20_000)
    assert (failure.value.facts["status"], failure.value.facts["code"]) == (409, "bad")


def test_polling_stays_at_home_and_ends(service: Service) -> None:
    away = Answer(202, b"", {"Location": "https://elsewhere.example/m", "Retry-After": "0"})
    service.answers.append(away)
    with pytest.raises(Failure, match="UnsafeUrlException"):
        call(service, "polled", name="x", limit=20_000)
    assert len(service.received) == 1
    service.answers.append(Answer(202))
    with pytest.raises(Failure, match="UnexpectedAnswerException"):
        call(service, "polled", name="x", limit=20_000)
    service.answers += [Answer(202, b"", {"Location": "m", "Retry-After": "1"})] * 5
    with pytest.raises(Failure, match="RequestTimeoutException"):
        call(service, "polled", name="x", limit=1500)
    service.answers[:] = [Answer(202, b"", {"Location": "m", "Retry-After": "9" * 40})]
    with pytest.raises(Failure, match="RequestTimeoutException"):
        call(service, "polled", name="x", limit=1500)


@pytest.mark.parametrize(
    ("limit", "sizes"), [(0, [8]), (3, [3, 2, 3]), (4, [4, 4]), (5, [5, 3]), (8, [8])]
)
def test_batches_go_in_parts(service: Service, limit: int, sizes: list[int]) -> None:
    found = call(service, "batchTogether", number=5, batchLimit=limit)
    assert found == [0, 0, 0, 0, 0, "c1", "c2", 2]
    parts = [sent.json["requests"] for sent in service.received]
    assert [len(part) for part in parts] == sizes
    *_, one, two, last = parts[-1]
    assert one["atomicityGroup"] == two["atomicityGroup"] == "g1"
    assert last["dependsOn"] == ["g1"]
    assert "atomicityGroup" not in last
    assert parts[0][0]["url"] == "/identity/apiConnectors/$count"
    assert len({item["id"] for part in parts for item in part}) == 8


def test_what_belongs_together_is_not_torn_apart(service: Service) -> None:
    with pytest.raises(Failure, match="3 requests depend on each other"):
        call(service, "batchTogether", number=1, batchLimit=2)
    assert service.received == []


@pytest.mark.parametrize(
    ("asked", "url"),
    [({}, "/identity/apiConnectors/x"), ({"batchSlash": False}, "identity/apiConnectors/x")],
)
def test_batches_are_as_the_service_takes_them(
    service: Service, asked: dict[str, Any], url: str
) -> None:
    call(service, "batchOf", number=30, **asked)
    items = [sent.json["requests"] for sent in service.received]
    assert [len(part) for part in items] == [20, 10]
    assert items[0][0]["url"] == url


READ: dict[str, Any] = {
    "@odata.etag": 'W/"1"',
    "id": "c1",
    "displayName": "Old",
    "targetUrl": "https://someapi.com/api",
    "authenticationConfiguration": {
        "@odata.type": "#microsoft.graph.basicAuthentication",
        "username": "u",
        "password": "old",
    },
    "x": 1,
}
NESTED = {"authenticationConfiguration": {**READ["authenticationConfiguration"], "password": "new"}}


@pytest.mark.parametrize(
    ("changes", "body"),
    [
        ("same", {}),
        ("name,same", {"displayName": "New"}),
        ("null", {"displayName": None}),
        ("nested", NESTED),
        ("list,nested,name", {"displayName": "New", **NESTED}),
        ("more", {"x": 2}),
    ],
)
def test_what_was_changed_is_sent(service: Service, changes: str, body: object) -> None:
    service.answers.append(json_answer(READ))
    if "list" in changes:
        service.answers.append(json_answer({"value": [READ]}))
    service.answers.append(Answer(204))
    call(service, "changeRead", key="c1", changes=changes)
    assert (service.received[-1].method, service.received[-1].json) == ("PATCH", body)


def test_all_of_what_was_read_is_sent_on_request(service: Service) -> None:
    service.answers += [json_answer({"displayName": "Old", "x": 1}), Answer(204)]
    call(service, "changeRead", key="c1", changes="name,whole")
    assert service.received[-1].json == {"displayName": "New", "x": 1}


def test_requests_name_the_version_of_odata(service: Service) -> None:
    service.answers.append(json_answer({"displayName": "a"}))
    call(service, "plain")
    read = service.received[-1].headers
    assert (read["odata-maxversion"], read["user-agent"]) == ("4.01", "edmund-java")
    assert "odata-version" not in read
    service.answers.append(Answer(204))
    call(service, "plain", name="x")
    assert service.received[-1].headers["odata-version"] == "4.01"
    call(service, "list", headers={"OData-MaxVersion": "4.0", "User-Agent": "own"})
    own = service.received[-1].headers
    assert (own["odata-maxversion"], own["user-agent"]) == ("4.0", "own")
