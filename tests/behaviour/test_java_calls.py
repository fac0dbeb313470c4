"""All seven calls of the API connectors with the generated Java client, waiting and not, over real sockets."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.service import TOKEN, Answer, Service, error_answer, json_answer
from generated_java import Failure, Harness, running_harness
from toolchains import needs

pytestmark = [needs("java"), pytest.mark.xdist_group("java")]

ETAG = 'W/"1"'


class Caller:
    """Asks the harness for scenarios against one service."""

    def __init__(self, harness: Harness, service: Service, *, asynchronous: bool) -> None:
        self.harness = harness
        self.service = service
        self.asynchronous = asynchronous

    def __call__(self, scenario: str, **more: Any) -> Any:
        given = {"root": self.service.root, "tokens": [TOKEN], "async": self.asynchronous, **more}
        return self.harness.call(scenario, **given)


@pytest.fixture(params=[False, True], ids=["waiting", "future"])
def caller(request: pytest.FixtureRequest) -> Iterator[Caller]:
    with Service() as service:
        yield Caller(running_harness(), service, asynchronous=request.param)


def test_create_with_basic_authentication(caller: Caller) -> None:
    assert caller("createBasic") == ["c1", "******", "#microsoft.graph.basicAuthentication"]
    sent = caller.service.received[-1]
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


def test_create_with_a_certificate_sends_its_text_unchanged(caller: Caller) -> None:
    text = "eyJhbGciOi...plA"  # no base64, and yet what a caller wrote
    found = caller("createCertificate", text=text)
    assert found == ["0EB255CC895477798BA418B378255204304897AD", 1666350522, True]
    assert caller.service.received[-1].json["authenticationConfiguration"] == {
        "@odata.type": "#microsoft.graph.pkcs12Certificate",
        "pkcs12Value": text,
        "password": "",
    }


def test_list_one_page_and_its_link(caller: Caller) -> None:
    for name in ("a", "b", "c"):
        caller.service.add(name)
    page = caller("list", count=True)
    assert (page["names"], page["count"]) == (["a", "b"], 3)
    assert page["next"].startswith(caller.service.root)


def test_iterate_follows_the_links(caller: Caller) -> None:
    for name in "abcde":
        caller.service.add(name)
    assert caller("iterate", top=50)["names"] == list("abcde")
    assert len(caller.service.received) == 3
    assert caller.service.received[0].query == {"$top": "50"}


def test_a_stream_asks_for_no_more_pages_than_it_needs(caller: Caller) -> None:
    for name in "abcdefg":
        caller.service.add(name)
    assert caller("stream") == ["a", "b", "c"]
    assert len(caller.service.received) <= 3


def test_a_delta_round_ends_with_its_link(caller: Caller) -> None:
    link = f"{caller.service.root}/identity/apiConnectors?$deltatoken=x"
    caller.service.answers.append(
        json_answer({"value": [{"displayName": "a"}], "@odata.deltaLink": link, "@count": 1})
    )
    assert caller("iterate") == {"names": ["a"], "delta": link, "count": 1}


def test_with_url_takes_a_link_of_the_service(caller: Caller) -> None:
    for name in "abc":
        caller.service.add(name)
    assert caller("withUrl") == ["c"]


def test_read_one_and_its_etag(caller: Caller) -> None:
    key = caller.service.add("a")
    found = caller("read", key=key)
    assert (found["name"], found["etag"]) == ("a", ETAG)
    if not caller.asynchronous:
        assert caller.service.received[-1].query == {"$select": "id,displayName"}


def test_update_sends_only_what_was_set(caller: Caller) -> None:
    key = caller.service.add("a")
    assert caller("update", key=key, name="New", etag=ETAG) is None
    sent = caller.service.received[-1]
    assert (sent.method, sent.json) == ("PATCH", {"displayName": "New"})
    assert sent.headers["if-match"] == ETAG
    with pytest.raises(Failure) as failure:
        caller("update", key=key, name="Newer", etag=ETAG)
    assert failure.value.facts["status"] == 412


def test_update_that_answers_the_object(caller: Caller) -> None:
    caller.service.answers.append(json_answer({"id": "c1", "displayName": "New"}))
    assert caller("update", key="c1", name="New") == "New"


def test_delete(caller: Caller) -> None:
    key = caller.service.add("a")
    assert caller("delete", key=key) is None
    assert caller.service.connectors == {}


def test_upload_client_certificate(caller: Caller) -> None:
    key = caller.service.add("a")
    certificates, shown = caller("upload", key=key)
    sent = caller.service.received[-1]
    assert sent.target == "/v1.0/identity/apiConnectors/c1/uploadClientCertificate"
    assert sent.json == {"pkcs12Value": "AAAA", "password": "secret-word"}
    assert certificates == 1
    assert "secret-word" not in shown


def test_count(caller: Caller) -> None:
    caller.service.add("a")
    assert caller("count") == 1
    assert caller.service.received[-1].headers["accept"] == "text/plain"


def test_throttled_twice_then_answered(caller: Caller) -> None:
    busy = error_answer(429, "TooManyRequests", "later", Retry_After="0")
    caller.service.answers += [busy, busy]
    assert caller("createBasic")[0] == "c1"
    bodies = [request.body for request in caller.service.received]
    assert len(bodies) == 3
    assert len(set(bodies)) == 1


def test_a_create_without_retry_after_is_not_sent_twice(caller: Caller) -> None:
    caller.service.answers.append(error_answer(503, "Unavailable", "down"))
    with pytest.raises(Failure, match="ODataError"):
        caller("createBasic")
    assert len(caller.service.received) == 1


def test_retries_end(caller: Caller) -> None:
    busy = error_answer(503, "Unavailable", "down", Retry_After="0")
    caller.service.answers += [busy] * 9
    with pytest.raises(Failure):
        caller("list", retries=2)
    assert len(caller.service.received) == 3


def test_an_error_says_what_the_service_says(caller: Caller) -> None:
    caller.service.answers.append(
        error_answer(400, "badRequest", "displayName is taken", request_id="header-id")
    )
    with pytest.raises(Failure) as failure:
        caller("list")
    facts = failure.value.facts
    assert (facts["kind"], facts["status"], facts["code"]) == ("ODataError", 400, "badRequest")
    assert (facts["message"], facts["target"]) == ("displayName is taken", "displayName")
    assert (facts["detail"], facts["innerRequestId"]) == ("inner", "r-1")
    assert (facts["requestId"], facts["clientRequestId"]) == ("header-id", "c-1")
    assert facts["date"].startswith("2026-05-04T03:02:01")
    assert "displayName is taken" in facts["text"]
    assert "GET" in facts["text"]


@pytest.mark.parametrize(
    "body", [b"<html>Bad gateway</html>", b"", b"[1]", b'{"error": 3}', b"\xff"]
)
def test_an_error_that_is_no_odata(caller: Caller, body: bytes) -> None:
    caller.service.answers.append(Answer(502, body, {"Content-Type": "text/html"}))
    with pytest.raises(Failure) as failure:
        caller("list")
    assert (failure.value.facts["status"], failure.value.facts["code"]) == (502, None)


@pytest.mark.parametrize(
    "body", [b"<html>", b"[1]", b'"text"', b'{"value": ', b"\xff\xfe", b"{}{}"]
)
def test_an_answer_that_is_not_the_json_expected(caller: Caller, body: bytes) -> None:
    caller.service.answers.append(Answer(200, body, {"Content-Type": "application/json"}))
    with pytest.raises(Failure, match="UnexpectedAnswerException"):
        caller("list")


def test_an_answer_without_content_is_null(caller: Caller) -> None:
    caller.service.answers.append(Answer(204))
    with pytest.raises(Failure, match="NullPointerException"):
        caller("list")


def test_the_token_is_kept_and_renewed_once_when_refused(caller: Caller) -> None:
    scope = f"{caller.service.origin}/.default"
    assert caller("twice", tokens=["stale", TOKEN]) == [scope, scope]
    with pytest.raises(Failure) as failure:
        caller("list", tokens=["bad"])
    assert failure.value.facts["status"] == 401


def test_scopes_are_the_callers(caller: Caller) -> None:
    assert caller("list", scopes="a/.default")["asked"] == ["a/.default"]


def test_an_expired_token_is_replaced(caller: Caller) -> None:
    assert len(caller("twice", lasts=-5)) == 2
    assert len(caller("twice", lasts=3600)) == 1


def test_a_credential_that_fails(caller: Caller) -> None:
    with pytest.raises(Failure, match="AuthenticationException") as failure:
        caller("list", tokens=["!https://login.example/?code=0123456789 refused"])
    assert "0123456789" not in failure.value.message
    with pytest.raises(Failure, match="AuthenticationException"):
        caller("list", tokens=["with a blank"])


def test_a_body_is_checked_before_it_is_sent(caller: Caller) -> None:
    with pytest.raises(Failure, match="ValidationException") as failure:
        caller("createIncomplete")
    assert "/targetUrl required" in failure.value.facts["codes"]
    assert caller.service.received == []
    for trusting in ({"callCheck": False}, {"check": False}):
        with pytest.raises(Failure, match="ODataError"):
            caller("createIncomplete", **trusting)
    assert len(caller.service.received) == 2


def test_batch(caller: Caller) -> None:
    caller.service.add("a")
    assert caller("batch") == [["a"], "******", 404, 2, 4]
    sent = caller.service.received[-1].json["requests"]
    assert sent[0]["url"] == "/identity/apiConnectors?$top=1"
    assert sent[1]["dependsOn"] == ["1"]
    with pytest.raises(Failure, match="at least one"):
        caller("batchOf", number=0)


def test_no_token_without_credentials(caller: Caller) -> None:
    caller.service.tokens = None
    caller.harness.call("list", root=caller.service.root)
    assert "authorization" not in caller.service.received[-1].headers


def test_a_clients_own_connections(caller: Caller) -> None:
    assert caller("ownClient") == 0
    with pytest.raises(Failure, match="ConfigurationException"):
        caller("followingClient")


def test_no_connection(caller: Caller) -> None:
    with pytest.raises(Failure, match="ConnectionException"):
        caller("list", root="http://127.0.0.1:1/v1.0")


def test_headers_and_options_of_the_services_own(caller: Caller) -> None:
    caller("list", headers={"ConsistencyLevel": "eventual"}, own="startDateTime")
    sent = caller.service.received[-1]
    assert sent.headers["consistencylevel"] == "eventual"
    assert sent.query == {"startDateTime": "1"}
    with pytest.raises(Failure, match="IllegalArgumentException"):
        caller("list", own="$top")
    with pytest.raises(Failure, match="IllegalArgumentException"):
        caller("list", top=-1)


def test_models_are_held_and_changed_in_place(caller: Caller) -> None:
    written, same, again, refused, null_is_set, absent_is_set, equal, different = caller(
        "heldValues"
    )
    assert json.loads(written) == {
        "displayName": None,
        "authenticationConfiguration": {
            "@odata.type": "#microsoft.graph.clientCertificateAuthentication",
            "certificateList": [{"thumbprint": "later"}],
        },
    }
    assert json.loads(again) == {
        "authenticationConfiguration": {
            "@odata.type": "#microsoft.graph.clientCertificateAuthentication",
            "certificateList": [{"thumbprint": "later", "isActive": True}],
        },
        "x": 1,
    }
    assert (same, refused, null_is_set, absent_is_set) == (True, True, True, False)
    assert (equal, different) == (True, False)
