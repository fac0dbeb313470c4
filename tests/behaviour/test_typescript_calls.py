"""The generated TypeScript client over real sockets: all calls of the API connectors, errors, paging, batches."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.service import TOKEN, Answer, Service, error_answer, json_answer
from behaviour.typescript_client import run
from toolchains import needs

pytestmark = [needs("typescript"), pytest.mark.xdist_group("typescript")]


@pytest.fixture
def service() -> Iterator[Service]:
    with Service() as started:
        yield started


def call(service: Service, name: str, **values: Any) -> Any:
    """What a call of the harness gives."""
    done = run("graph-identity", "calls", service.root, name, json.dumps(values))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_create_with_basic_authentication(service: Service) -> None:
    result = call(service, "create")
    sent = service.received[-1]
    assert (sent.method, sent.target) == ("POST", "/v1.0/identity/apiConnectors")
    assert sent.headers["authorization"] == f"Bearer {TOKEN}"
    assert sent.headers["content-type"] == "application/json"
    assert sent.json == {
        "displayName": "Test API",
        "targetUrl": "https://someapi.com/api",
        "authenticationConfiguration": {
            "@odata.type": "#microsoft.graph.basicAuthentication",
            "username": "MyUsername",
            "password": "MyPassword",
        },
    }
    assert result["made"]["id"] == "c1"
    assert result["kind"] == "microsoft.graph.basicAuthentication"
    assert result["made"]["authenticationConfiguration"]["password"] == "******"


def test_create_with_a_certificate_sends_its_text_unchanged(service: Service) -> None:
    made = call(service, "certificate")
    assert service.received[-1].json["authenticationConfiguration"] == {
        "@odata.type": "#microsoft.graph.pkcs12Certificate",
        "pkcs12Value": "eyJhbGciOi...plA",
        "password": "",
    }
    (listed,) = made["authenticationConfiguration"]["certificateList"]
    assert (listed["isActive"], listed["notAfter"]) == (True, 1666350522)


def test_list_one_page_and_its_link(service: Service) -> None:
    for name in "abc":
        service.add(name)
    page = call(service, "list")
    assert [item["displayName"] for item in page["value"]] == ["a", "b"]
    assert page["odataCount"] == 3
    assert page["odataNextLink"].startswith(service.root)


def test_iterate_follows_the_links(service: Service) -> None:
    for name in "abcde":
        service.add(name)
    assert call(service, "iterate") == list("abcde")
    assert len(service.received) == 3
    assert service.received[0].query == {"$top": "50", "$select": "id,displayName"}
    assert call(service, "pages") == {"sizes": [2, 2, 1], "count": 5}


def test_a_delta_link_is_kept_for_later(service: Service) -> None:
    link = f"{service.root}/identity/apiConnectors?$deltatoken=1"
    service.answers.append(json_answer({"value": [], "@odata.deltaLink": link}))
    assert call(service, "pages") == {"sizes": [0], "deltaLink": link}


def test_with_url_takes_a_link_of_the_service(service: Service) -> None:
    for name in "abc":
        service.add(name)
    second = call(service, "withUrl")
    assert [item["displayName"] for item in second["value"]] == ["c"]
    assert "odataNextLink" not in second


def test_links_of_odata_4_01_are_followed(service: Service) -> None:
    service.answers.append(
        json_answer({"value": [{"id": "1"}], "@nextLink": f"{service.root}/page"})
    )
    service.answers.append(json_answer({"value": [{"id": "2"}], "@count": 2}))
    assert len(call(service, "items")) == 2


def test_read_one_and_its_etag(service: Service) -> None:
    found = call(service, "read", id=service.add("a"))
    assert found["displayName"] == "a"
    assert found["additionalData"]["@odata.etag"] == 'W/"1"'
    assert service.received[-1].query == {"$select": "id,displayName"}


def test_update_sends_only_what_was_set(service: Service) -> None:
    result = call(service, "update", id=service.add("a"))
    first, second = service.received
    assert result["answered"] is None
    assert (first.method, first.json) == ("PATCH", {"displayName": "New"})
    assert first.headers["if-match"] == second.headers["if-match"] == 'W/"1"'
    assert result["late"]["status"] == 412


def test_an_explicit_null_is_sent(service: Service) -> None:
    call(service, "null", id=service.add("a"))
    assert service.received[-1].json == {"displayName": None}


def test_an_object_that_is_changed_inside_is_written_whole(service: Service) -> None:
    configuration = {
        "@odata.type": "#microsoft.graph.basicAuthentication",
        "username": "u",
        "unknown": [1.50, {"a": None}],
    }
    service.answers.append(
        json_answer({"id": "1", "extra": 1, "authenticationConfiguration": configuration})
    )
    assert json.loads(call(service, "change", id="1")) == {
        "id": "1",
        "extra": 1,
        "authenticationConfiguration": {**configuration, "username": "changed"},
    }


def test_delete(service: Service) -> None:
    assert call(service, "delete", id=service.add("a")) is None
    assert service.connectors == {}


def test_upload_client_certificate(service: Service) -> None:
    answered = call(service, "upload", id=service.add("a"))
    sent = service.received[-1]
    assert sent.target == "/v1.0/identity/apiConnectors/c1/uploadClientCertificate"
    assert sent.json == {"pkcs12Value": "AAAA", "password": "secret"}
    assert len(answered["authenticationConfiguration"]["certificateList"]) == 1


def test_count(service: Service) -> None:
    service.add("a")
    assert call(service, "count") == 1
    assert service.received[-1].headers["accept"] == "text/plain"


def test_throttled_twice_then_answered(service: Service) -> None:
    busy = error_answer(429, "TooManyRequests", "later", Retry_After="0")
    service.answers += [busy, busy]
    assert call(service, "create")["made"]["id"] == "c1"
    bodies = [request.body for request in service.received]
    assert (len(bodies), len(set(bodies))) == (3, 1)


def test_a_create_without_retry_after_is_not_sent_twice(service: Service) -> None:
    service.answers.append(error_answer(503, "Unavailable", "down"))
    assert call(service, "create")["status"] == 503
    assert len(service.received) == 1


def test_retries_end(service: Service) -> None:
    service.answers += [error_answer(503, "Unavailable", "down", Retry_After="0")] * 9
    assert call(service, "get", settings={"maxRetries": 2})["status"] == 503
    assert len(service.received) == 3


def test_an_error_says_what_the_service_says(service: Service) -> None:
    service.answers.append(
        error_answer(400, "badRequest", "displayName is taken", request_id="header-id")
    )
    error = call(service, "get")
    assert (error["error"], error["status"]) == ("ODataError", 400)
    assert error["codes"] == ["badRequest", "displayName", "inner"]
    assert error["main"]["innerError"]["requestId"] == "r-1"
    assert error["main"]["innerError"]["date"].startswith("2026-05-04")
    assert error["ids"] == ["header-id", "c-1"]
    assert "displayName is taken" in error["message"]


@pytest.mark.parametrize(
    "body", [b"<html>Bad gateway</html>", b"", b"[1]", b'{"error": 3}', b"\xff"]
)
def test_an_error_that_is_no_odata(service: Service, body: bytes) -> None:
    service.answers.append(Answer(502, body, {"Content-Type": "text/html"}))
    error = call(service, "get")
    assert error["status"] == 502
    assert "code" not in error["main"]


@pytest.mark.parametrize("body", [b"<html>", b"[1]", b'"text"', b'{"value": ', b"\xff\xfe"])
def test_an_answer_that_is_not_the_json_expected(service: Service, body: bytes) -> None:
    service.answers.append(Answer(200, body, {"Content-Type": "application/json"}))
    assert call(service, "get")["error"] == "UnexpectedAnswer"


def test_the_token_is_kept_and_renewed_once_when_refused(service: Service) -> None:
    result = call(service, "tokens")
    assert result["asked"] == [[f"{service.origin}/.default"]] * 2
    assert result["refused"]["status"] == 401


def test_scopes_and_expiry(service: Service) -> None:
    assert call(service, "scopes") == [["a/.default"]]
    assert call(service, "expired") == 2


def test_a_credential_that_fails(service: Service) -> None:
    failure = call(service, "brokenCredential")
    assert failure["error"] == "AuthenticationFailed"
    assert "0123456789" not in json.dumps(failure)


def test_no_token_without_a_credential(service: Service) -> None:
    service.tokens = None
    assert call(service, "anonymous")["value"] == []
    assert "authorization" not in service.received[-1].headers


def test_a_body_is_checked_before_it_is_sent(service: Service) -> None:
    checked, unchecked, trusting, found = call(service, "unchecked")
    assert checked["error"] == "ValidationFailed"
    assert "/targetUrl" in checked["message"]
    assert (unchecked["status"], trusting["status"], found) == (400, 400, 2)
    assert len(service.received) == 2


def test_batch(service: Service) -> None:
    service.add("a")
    result = call(service, "batch")
    assert (result["listed"], result["counted"]) == (1, 2)
    assert result["made"]["password"] == "******"
    assert result["missing"]["status"] == 404
    assert result["kinds"] == [False, False, True, False]
    assert "at least one" in result["few"]["message"]
    assert "1 to 20" in result["many"]["message"]
    sent = service.received[-1].json["requests"]
    assert sent[0]["url"] == "/identity/apiConnectors?$top=1"
    assert sent[1]["dependsOn"] == ["1"]


def test_no_connection(service: Service) -> None:
    done = run("graph-identity", "calls", "http://127.0.0.1:1/v1.0", "get")
    assert json.loads(done.stdout)["error"] == "ConnectionFailed"


def test_headers_and_query_options(service: Service) -> None:
    call(service, "headers")
    sent = service.received[-1]
    assert sent.query == {"$select": "id", "$top": "2", "$filter": "a eq 'b&c'"}
    assert sent.headers["consistencylevel"] == "eventual"
    assert sent.headers["x-a"] == "b, c"
    call(service, "query", query={"startDateTime": "2026-01-01T00:00:00Z"})
    assert service.received[-1].query == {"startDateTime": "2026-01-01T00:00:00Z"}
    own = {"startDateTime": "x&y", "api-version": "1.0", "filters": "z"}
    call(service, "customQuery", query=own)
    assert service.received[-1].query == {"$top": "1", **own}
    for wrong in ({"$top": 1}, {"@p": "x"}, {"": "x"}, {"Select": "id"}, {"%24top": "1"}):
        assert call(service, "customQuery", query=wrong)["error"] == "InvalidArgument"
    for wrong in (
        {"selct": "id"},
        {"$custom": "x"},
        {"top": "5"},
        {"top": -1},
        {"$top": -1},
        {"a b": "c"},
    ):
        assert call(service, "query", query=wrong)["error"] == "InvalidArgument"


def test_a_call_can_be_aborted(service: Service) -> None:
    service.answers.append(Answer(200, b"{}", {}, delay=3))
    assert call(service, "aborted")["error"] == "TimeoutError"


def test_numbers_are_exact(service: Service) -> None:
    text = '{"notAfter":9007199254740993,"notBefore":1,"x":1.50}'
    assert call(service, "exact", text=text) == ["bigint", "9007199254740993", text]
