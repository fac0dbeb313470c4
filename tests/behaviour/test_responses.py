"""Answers with their status and headers, and operations that go on after a 202, over real sockets."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.callers import Caller
from behaviour.service import Answer, Service, error_answer, json_answer

errors = importlib.import_module("msgraph.runtime.errors")
UnsafeUrl = importlib.import_module("msgraph.runtime.url").UnsafeUrl


@pytest.fixture(params=[True, False], ids=["async", "sync"])
def caller(request: pytest.FixtureRequest) -> Iterator[Caller]:
    with Service() as service:
        made = Caller(request.param, service)
        yield made
        made.close()


def one(client: Any, key: str = "c1") -> Any:
    return client.identity.api_connectors.by_identity_api_connector_id(key)


def test_an_answer_has_status_headers_and_value(caller: Caller) -> None:
    caller.service.add("a")
    client = caller.client()
    response = caller.invoke(client.send, one(client).get.request())
    assert (response.status, response.value.display_name) == (200, "a")
    assert response.headers["eTAG"] == response.headers.get("etag") == 'W/"1"' == response.etag
    assert "content-type" in response.headers
    assert response.headers.get("x-none") is None


def test_what_was_created_without_a_body(caller: Caller) -> None:
    fields = {
        "Location": f"{caller.service.root}/identity/apiConnectors/c9",
        "OData-EntityId": "identity/apiConnectors/c9",
        "request-id": "r-9",
    }
    caller.service.answers.append(Answer(204, b"", fields))
    client = caller.client(validate=False)
    body = importlib.import_module(
        "msgraph.generated.models.identity_api_connector"
    ).IdentityApiConnector(display_name="x")
    response = caller.invoke(client.send, client.identity.api_connectors.post.request(body))
    assert (response.status, response.value) == (204, None)
    assert response.location == fields["Location"]
    assert response.entity_id == "identity/apiConnectors/c9"
    assert response.request_id == "r-9"


def test_nothing_has_changed_is_an_answer(caller: Caller) -> None:
    client = caller.client()
    caller.service.answers += [Answer(304, b"", {"ETag": '"7"'})] * 2
    request = one(client).get.request(headers={"If-None-Match": '"7"'})
    response = caller.invoke(client.send, request)
    assert (response.status, response.value, response.etag) == (304, None, '"7"')
    assert caller.invoke(one(client).get, headers={"If-None-Match": '"7"'}) is None
    assert caller.service.received[-1].headers["if-none-match"] == '"7"'


def test_an_error_is_raised(caller: Caller) -> None:
    client = caller.client()
    with pytest.raises(errors.ODataError):
        caller.invoke(client.send, one(client, "none").get.request())


def test_an_operation_is_followed_to_its_end(caller: Caller) -> None:
    client = caller.client()
    caller.service.answers += [
        Answer(202, b"", {"Location": "/v1.0/monitors/1", "Retry-After": "0"}),
        Answer(202, b'{"status":"running"}', {"Retry-After": "0"}),
        Answer(202, b"", {"Location": "2", "Retry-After": "0"}),
        json_answer({"id": "c1", "displayName": "done"}),
    ]
    begun = caller.invoke(client.send, one(client).get.request())
    assert begun.status == 202
    done = caller.invoke(client.poll, begun)
    assert (done.status, done.value.display_name) == (200, "done")
    paths = [request.path for request in caller.service.received]
    assert paths[1:] == ["/v1.0/monitors/1", "/v1.0/monitors/1", "/v1.0/monitors/2"]
    assert caller.invoke(client.poll, done) is done


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"Location": "https://elsewhere.example/m"}, "UnsafeUrl"),
        ({}, "UnexpectedAnswer"),
        ({"Location": "/v1.0/m", "Retry-After": "3600"}, "TimedOut"),
        ({"Location": "/v1.0/m", "Retry-After": "9" * 400}, "TimedOut"),
    ],
)
def test_what_cannot_be_followed(caller: Caller, fields: dict[str, str], error: str) -> None:
    client = caller.client()
    caller.service.answers.append(Answer(202, b"", fields))
    begun = caller.invoke(client.send, one(client).get.request())
    with pytest.raises(UnsafeUrl if error == "UnsafeUrl" else getattr(errors, error)):
        caller.invoke(client.poll, begun, timeout=5)
    assert len(caller.service.received) == 1


def test_an_operation_that_fails(caller: Caller) -> None:
    client = caller.client()
    caller.service.answers += [
        Answer(202, b"", {"Location": "/v1.0/m", "Retry-After": "0"}),
        error_answer(409, "conflict", "it did not work"),
        Answer(202, b"", {"Location": "/v1.0/m", "Retry-After": "0"}),
        json_answer({"error": {"code": "late", "message": "m"}}, 200, AsyncResult="409"),
    ]
    for _ in range(2):
        begun = caller.invoke(client.send, one(client).get.request())
        with pytest.raises(errors.ODataError) as failure:
            caller.invoke(client.poll, begun)
        assert failure.value.response_status_code == 409
