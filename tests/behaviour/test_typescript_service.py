"""What the generated TypeScript client makes of a service's links, removals, statuses and header fields."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.service import Answer, Received, Service, error_answer, json_answer
from behaviour.typescript_client import run
from toolchains import needs

pytestmark = [needs("typescript"), pytest.mark.xdist_group("typescript")]


@pytest.fixture
def service() -> Iterator[Service]:
    with Service(token=None) as started:
        yield started


def call(service: Service, name: str, *more: str) -> Any:
    """What a call of the harness gives."""
    done = run("calls", "serviceRuns", service.root, name, *more)
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


def test_send_gives_status_and_header_fields(service: Service) -> None:
    fields = {"OData_EntityId": "people('1')", "ETag": "e", "request_id": "r", "x_any_case": "y"}
    service.answers.append(json_answer({"id": "1"}, 201, Location="/v1.0/x", **fields))
    assert call(service, "send") == {
        "status": 201,
        "value": {"id": "1"},
        "location": "/v1.0/x",
        "etag": "e",
        "entityId": "people('1')",
        "requestId": "r",
        "header": "y",
    }
    service.answers.append(Answer(204))
    assert call(service, "send") == {"status": 204}


def test_not_modified_is_no_error_where_it_was_asked_for(service: Service) -> None:
    service.answers += [Answer(304, b"", {"ETag": "e"})] * 3
    sent, plain, unasked = call(service, "notModified")
    assert sent == {"status": 304, "etag": "e"}
    assert plain == "none"
    assert unasked["error"] == "ODataError"


def test_poll_waits_for_what_was_accepted(service: Service) -> None:
    later = {"Location": "/v1.0/status?x=1", "Retry-After": "0"}
    service.answers += [Answer(202, b"", later), Answer(202, b"", later), json_answer({"id": "1"})]
    accepted, done = call(service, "poll")
    assert accepted["status"] == 202
    assert (done["status"], done["value"]) == (200, {"id": "1"})
    assert [request.target for request in service.received[1:]] == ["/v1.0/status?x=1"] * 2


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"Location": "https://evil.invalid/", "Retry-After": "0"}, "UnsafeUrl"),
        ({"Location": "/v1.0/status", "Retry-After": "60"}, "TimedOut"),
        ({"Location": "/v1.0/status", "Retry-After": "9" * 400}, "TimedOut"),
        ({}, "UnexpectedAnswer"),
    ],
)
def test_poll_is_bounded(service: Service, fields: dict[str, str], error: str) -> None:
    service.answers.append(Answer(202, b"", fields))
    assert call(service, "poll")["error"] == error
    assert len(service.received) == 1


def batch_answer(request: Received) -> Answer:
    """Each request of a batch answered with its person, in reverse order."""
    answers = [
        {
            "id": item["id"],
            "status": 200,
            "headers": {"Content-Type": "application/json"},
            "body": {"id": item["url"].partition("'")[2].partition("'")[0]},
        }
        for item in request.json["requests"]
    ]
    return json_answer({"responses": answers[::-1]})


def test_a_batch_is_relative_and_in_one(service: Service) -> None:
    service.answers.append(batch_answer)
    assert call(service, "batch") == ["1", "2", "3"]
    items = service.received[0].json["requests"]
    assert [item["url"] for item in items] == ["people('1')", "people('2')", "people('3')"]
    assert service.received[0].headers["prefer"] == "odata.continue-on-error"


def test_a_large_batch_goes_in_parts(service: Service) -> None:
    service.answers += [batch_answer] * 3
    ids, second, ordered, empty, empty_set, backwards, none = call(service, "limited")
    assert (ids, second) == (["1", "2", "3", "4", "5"], "2")
    parts = [[item["id"] for item in sent.json["requests"]] for sent in service.received]
    assert parts == [["1", "3"], ["2", "4"], ["5"]]
    first = service.received[0].json["requests"]
    assert first[0]["url"] == "/people('1')"
    assert first[1]["dependsOn"] == ["1"]
    assert "1 to 2" in ordered["message"]
    for problem in (ordered, empty, empty_set, backwards):
        assert problem["error"] == "InvalidArgument"
    assert none["error"] == "ConfigurationError"


def test_a_part_that_fails_leaves_the_answers_before_it(service: Service) -> None:
    service.answers += [batch_answer, error_answer(500, "x", "y"), batch_answer]
    assert call(service, "limited")["error"] == "ODataError"
    assert len(service.received) == 3


def test_a_change_set_as_json(service: Service) -> None:
    def answer(request: Received) -> Answer:
        patch, drop, read = request.json["requests"]
        assert patch["atomicityGroup"] == drop["atomicityGroup"] == "g1"
        assert read["dependsOn"] == ["g1"]
        assert "atomicityGroup" not in read
        assert patch["body"] == {"email": "\u00e9"}
        replies = [
            {"id": "1", "status": 204},
            {"id": "2", "status": 412, "body": {"error": {"code": "c", "message": "m"}}},
            {"id": "3", "status": 200, "body": {"email": "e"}},
        ]
        replies[2]["headers"] = {"content-type": "application/json"}
        return json_answer({"responses": replies})

    service.answers.append(answer)
    first, second, third = call(service, "changeSet", "json")
    assert (first, third) == (None, "e")
    assert second.startswith("412 c | m | DELETE")


MULTIPART = """ignored\r
--b\r
Content-Type: multipart/mixed; boundary="c d"\r
\r
--c d\r
Content-Type: application/http\r
Content-ID: 2\r
\r
HTTP/1.1 412 No\r
Content-Type: application/json\r
\r
{"error": {"code": "c", "message": "m"}}\r
--c d\r
Content-Type: application/http\r
content-id: 1\r
\r
HTTP/1.1 204 No Content\r
\r
\r
--c d--\r
--b\r
Content-Type: application/http\r
\r
HTTP/1.1 200 OK\r
Content-Type: application/json\r
\r
{"email": "\u00e9"}\r
--b--\r
ignored"""


def test_a_change_set_as_mime_parts(service: Service) -> None:
    kind = {"Content-Type": "multipart/mixed; boundary=b"}
    service.answers.append(Answer(200, MULTIPART.encode(), kind))
    first, second, third = call(service, "changeSet", "multipart")
    assert (first, third) == (None, "\u00e9")
    assert second.startswith("412 c | m | DELETE")
    sent = service.received[0]
    boundary = sent.headers["content-type"].partition("boundary=")[2]
    body = sent.body.decode()
    inner = f"{boundary}_set1"
    assert body.startswith(
        f"--{boundary}\r\nContent-Type: multipart/mixed; boundary={inner}\r\n\r\n"
    )
    assert "Content-ID: 1\r\n\r\nPATCH people('1') HTTP/1.1\r\n" in body
    assert '\r\n\r\n{"email":"\u00e9"}\r\n--' in body
    assert "DELETE people('2') HTTP/1.1\r\n" in body
    assert "if-match: *\r\n" in body
    assert body.endswith(
        f"--{inner}--\r\n\r\n--{boundary}\r\n" + body.rpartition(f"--{boundary}\r\n")[2]
    )
    assert body.endswith(f"\r\n--{boundary}--\r\n")


@pytest.mark.parametrize("body", ["", "--b\r\n\r\n", "--b--\r\n", MULTIPART.replace("--b--", "")])
def test_an_answer_that_is_no_batch(service: Service, body: str) -> None:
    kind = {"Content-Type": "multipart/mixed; boundary=b"}
    service.answers.append(Answer(200, body.encode(), kind))
    found = call(service, "changeSet", "multipart")
    messages = [found["message"]] if isinstance(found, dict) else found
    assert all("batch" in message for message in messages)


def test_an_update_sends_what_was_changed_since_it_was_read(service: Service) -> None:
    one = {
        "@odata.etag": "e",
        "id": "1",
        "email": "old",
        "home": {"city": "Rome", "more": 1.50},
        "photo@odata.mediaEditLink": "x",
    }
    service.answers.append(json_answer(one))
    home = {"city": "Ulm", "more": 1.5}
    assert [json.loads(text) for text in call(service, "changes")] == [
        {},
        {"email": "new"},
        {"email": "new", "home": home},
        {"email": None, "home": home, "nick": "n"},
        {"home": home, "nick": "n"},
        {k: v for k, v in one.items() if k != "email"} | {"home": home, "nick": "n"},
        {"email": "x"},
    ]


def test_an_update_of_a_derived_type_says_so(service: Service) -> None:
    one = {"@odata.type": "#test.calls.employee", "id": "1", "email": "old", "badge": 1}
    service.answers.append(json_answer(one))
    found = call(service, "changes")
    assert json.loads(found[1]) == {"@odata.type": "#test.calls.employee", "email": "new"}


def test_a_body_of_another_class_is_refused(service: Service) -> None:
    service.answers.append(json_answer({"id": "1"}))
    assert call(service, "wrongBody")["error"] == "InvalidArgument"
    assert len(service.received) == 1


def test_literals_of_urls(service: Service) -> None:
    assert call(service, "literals") == [
        "'Red'",
        "Shop.Color'Red'",
        "Shop.Color'Read,Write'",
        "'it''s'",
        "1.5",
        "1152921504606846976",
        "true",
        "1970-01-01T00:00:00.000Z",
        "binary'AQ=='",
        "null",
        "InvalidArgument",
        "geography'SRID=4326;Point(142.1 64)'",
        "geometry'SRID=0;Point(142.1 64)'",
        "geography'SRID=25832;Point(142.1 64)'",
        "InvalidArgument",
        "InvalidArgument",
        "geometry'SRID=0;LineString(1 2,3 4)'",
        "geometry'SRID=0;Polygon((1 2,3 4))'",
        "geometry'SRID=0;MultiPoint((1 2))'",
        "geometry'SRID=0;MultiLineString((1 2,3 4))'",
        "geometry'SRID=0;MultiPolygon(((1 2,3 4)))'",
        "geometry'SRID=0;Collection(Point(142.1 64))'",
    ]


def test_header_fields_of_odata_and_of_the_client(service: Service) -> None:
    service.answers += [json_answer({"id": "1"}), batch_answer]
    call(service, "send")
    call(service, "batch")
    read, batch = (sent.headers for sent in service.received)
    assert read["odata-maxversion"] == batch["odata-maxversion"] == "4.01"
    assert read["user-agent"] == "msgraph/0.1.0 edmund-typescript"
    assert batch["odata-version"] == "4.01"
    assert "odata-version" not in read


def test_what_an_old_service_is_sent(service: Service) -> None:
    service.answers += [json_answer({"id": "1"}, 201), json_answer({"responses": []})]
    call(service, "oldService")
    one, batch = (sent.headers for sent in service.received)
    assert one["odata-maxversion"] == batch["odata-maxversion"] == "4.01"
    assert one["odata-version"] == batch["odata-version"] == "4.0"
    assert batch["content-type"].startswith("multipart/mixed; boundary=")


def test_the_caller_has_the_last_word_on_header_fields(service: Service) -> None:
    service.answers.append(json_answer({"id": "1"}))
    call(service, "ownHeaders")
    headers = service.received[0].headers
    assert (headers["odata-maxversion"], headers["user-agent"]) == ("4.0", "mine")
