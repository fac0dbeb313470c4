"""Batches beyond one list of requests: limits, change sets, dependencies, the multipart format."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.callers import Caller, msgraph
from behaviour.service import Answer, Received, Service, json_answer


@pytest.fixture(params=[True, False], ids=["async", "sync"])
def caller(request: pytest.FixtureRequest) -> Iterator[Caller]:
    with Service() as service:
        made = Caller(request.param, service)
        yield made
        made.close()


def gets(client: Any, number: int) -> list[Any]:
    connectors = client.identity.api_connectors
    return [
        connectors.by_identity_api_connector_id(f"c{at}").get.request()
        for at in range(1, number + 1)
    ]


def test_more_than_the_limit_goes_in_several(caller: Caller) -> None:
    for at in range(45):
        caller.service.add(f"n{at}")
    client = caller.client()
    requests = gets(client, 45)
    answers = caller.invoke(client.batch, requests)
    sizes = [len(received.json["requests"]) for received in caller.service.received]
    assert sizes == [20, 20, 5]
    assert [answer.display_name for answer in answers] == [f"n{at}" for at in range(45)]
    assert caller.service.received[0].headers["prefer"] == "odata.continue-on-error"
    with pytest.raises(ValueError, match="depend on each other"):
        caller.invoke(client.batch, requests, in_order=True)


def test_a_later_batch_that_fails_is_the_answer_to_its_requests(caller: Caller) -> None:
    for at in range(3):
        caller.service.add(f"n{at}")
    client = caller.client(batch_traits=msgraph.BatchTraits(limit=2, leading_slash=True))
    served: Any = caller.service._batch
    caller.service.answers = [served, Answer(400)]
    first, second, third = caller.invoke(client.batch, gets(client, 3))
    assert (first.display_name, second.display_name) == ("n0", "n1")
    assert isinstance(third, msgraph.ODataError)


def test_urls_are_relative_to_the_batch_where_the_service_is_not_graph(caller: Caller) -> None:
    client = caller.client(batch_traits=msgraph.BatchTraits())
    caller.service.answers = [json_answer({"responses": [{"id": "1", "status": 204}]})]
    (request,) = gets(client, 1)
    assert list(caller.invoke(client.batch, [request])) == [None]
    assert caller.service.received[0].json["requests"][0]["url"] == "identity/apiConnectors/c1"


def deletions(client: Any, number: int) -> list[Any]:
    connectors = client.identity.api_connectors
    return [
        connectors.by_identity_api_connector_id(f"c{at}").delete.request()
        for at in range(1, number + 1)
    ]


def test_change_sets_and_dependencies(caller: Caller) -> None:
    for at in range(4):
        caller.service.add(f"n{at}")
    client = caller.client()
    one, two, three, four = deletions(client, 4)
    given = [one, msgraph.ChangeSet(two, three), four]
    answers = caller.invoke(client.batch, given, depends_on={three: [two, one], four: [two]})
    assert list(answers) == [None] * 4
    sent = caller.service.received[0].json["requests"]
    assert [item.get("atomicityGroup") for item in sent] == [None, "g2", "g2", None]
    assert [item.get("dependsOn") for item in sent] == [None, None, ["2", "1"], ["g2"]]
    with pytest.raises(ValueError, match="not given before"):
        caller.invoke(client.batch, [one, two], depends_on={one: [two]})
    with pytest.raises(ValueError, match="no GET"):
        msgraph.ChangeSet(gets(client, 1)[0])


def multipart(request: Received) -> Answer:
    body = (
        b"preamble\r\n--a\r\nContent-Type: application/http\r\n\r\n"
        b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"displayName":"first"}\r\n'
        b"--a\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
        b"--b\r\nContent-Type: application/http\r\nContent-ID: 3\r\n\r\n"
        b"HTTP/1.1 404 Not Found\r\n\r\n\r\n"
        b"--b\r\nContent-Type: application/http\r\nContent-ID: 2\r\n\r\n"
        b"HTTP/1.1 204 No Content\r\n\r\n\r\n--b--\r\n"
        b"--a--\r\n"
    )
    return Answer(200, body, {"Content-Type": 'multipart/mixed; boundary="a"'})


def test_boundaries_may_begin_as_others_do(caller: Caller) -> None:
    client = caller.client(batch_traits=msgraph.BatchTraits(format=msgraph.BatchFormat.MULTIPART))
    (read,), (one, two) = gets(client, 1), deletions(client, 2)
    http = b"Content-Type: application/http\r\n\r\n"
    body = (
        b"--a \r\nContent-Type: multipart/mixed; boundary=a_1\r\n\r\n"
        b"--a_1\r\n" + http + b"HTTP/1.1 204 No Content\r\n\r\n\r\n"
        b"--a_1\t\r\n" + http + b"HTTP/1.1 204 No Content\r\n\r\n\r\n--a_1--\r\n"
        b"--a\r\n" + http + b'HTTP/1.1 200 OK\r\n\r\n{"displayName":"--a"}\r\n--a--'
    )
    kind = {"Content-Type": "multipart/mixed;boundary=a"}
    caller.service.answers = [Answer(200, body, kind)]
    answers = caller.invoke(client.batch, [msgraph.ChangeSet(one, two), read])
    assert answers[one] is None and answers[two] is None
    assert answers[read].display_name == "--a"


def test_multipart(caller: Caller) -> None:
    traits = msgraph.BatchTraits(format=msgraph.BatchFormat.MULTIPART)
    client = caller.client(batch_traits=traits)
    (read,) = gets(client, 1)
    two, three, four = deletions(client, 3)
    caller.service.answers = [multipart]
    answers = caller.invoke(client.batch, [read, msgraph.ChangeSet(two, three), four])
    assert answers[read].display_name == "first"
    assert answers[two] is None
    with pytest.raises(msgraph.ODataError):
        answers[three]
    with pytest.raises(Exception, match="gave no answer"):
        answers[four]
    received = caller.service.received[0]
    mark = received.headers["content-type"].partition("boundary=")[2].encode()
    assert received.body.startswith(b"--" + mark + b"\r\nContent-Type: application/http\r\n")
    assert (
        b"GET identity/apiConnectors/c1 HTTP/1.1\r\naccept: application/json\r\n" in received.body
    )
    inner = b"changes_1_" + mark
    assert b"Content-Type: multipart/mixed; boundary=" + inner + b"\r\n\r\n" in received.body
    assert received.body.endswith(b"--" + mark + b"--\r\n")
    for body in (b"", b"--x\r\nno", b"HTTP/1.1 200 OK\r\n\r\n"):
        kind = {"Content-Type": "text/html" if body else "multipart/mixed"}
        caller.service.answers = [Answer(200, body, kind)]
        with pytest.raises(Exception, match="not one of a batch"):
            caller.invoke(client.batch, [read])
