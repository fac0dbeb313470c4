"""The C# client against the loopback service: the page's calls, all calls, errors, retries, paging, batches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from behaviour import csharp_harness as harness
from behaviour.service import TOKEN, Answer, Service, error_answer, json_answer
from shared_material import needs_shared
from toolchains import needs

pytestmark = [needs("csharp"), pytest.mark.xdist_group("csharp")]


@pytest.fixture(scope="module")
def program() -> Iterator[harness.Program]:
    path, library, own = harness.built()
    assert library == []
    assert own == []
    with harness.Program(path) as running:
        yield running


@pytest.fixture
def service() -> Iterator[Service]:
    with Service() as made:
        yield made


def result(answer: dict[str, Any]) -> Any:
    assert "error" not in answer, answer
    return answer["result"]


@pytest.mark.parametrize("block", list(harness.OWN_CALLS))
def test_calls_in_the_shape_of_the_page(
    block: str, program: harness.Program, service: Service
) -> None:
    found = result(program.ask("page", service.root, block=block))
    sent = service.received[-1]
    assert sent.target == "/v1.0/identity/apiConnectors"
    assert sent.json["displayName"] == found["DisplayName"] == "Sign-up check"
    configuration = sent.json["authenticationConfiguration"]
    if block == "basic":
        assert (found["configuration"], found["password"]) == ("BasicAuthentication", "******")
    else:
        assert configuration["pkcs12Value"] == "MIIK...cut"
        assert found["configuration"] == "ClientCertificateAuthentication"


@needs_shared
@pytest.mark.shared
def test_the_calls_of_the_page_itself(program: harness.Program, service: Service) -> None:
    blocks = harness.calls_of_the_page()
    assert len(blocks) == 2
    for name, source in blocks.items():
        found = result(program.ask("page", service.root, block=name))
        sent = service.received[-1]
        assert sent.headers["authorization"] == f"Bearer {TOKEN}"
        assert found["Id"].startswith("c")
        configuration = sent.json["authenticationConfiguration"]
        quoted = set(re.findall(r'"([^"]*)"', source))
        assert {*configuration.values(), sent.json["displayName"]} <= quoted


def test_create_with_basic_authentication(program: harness.Program, service: Service) -> None:
    found = result(program.ask("create", service.root))
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
    assert found["Id"] == "c1"
    assert found["password"] == "******"
    assert result(program.ask("create with a token", service.root))["Id"] == "c2"


def test_create_with_a_certificate(program: harness.Program, service: Service) -> None:
    text = "eyJhbGciOi...plA"  # no base64, and yet what a caller wrote
    found = result(program.ask("create with a certificate", service.root, value=text))
    assert service.received[-1].json["authenticationConfiguration"] == {
        "@odata.type": "#microsoft.graph.pkcs12Certificate",
        "pkcs12Value": text,
        "password": "",
    }
    assert found["certificates"] == [
        {
            "Thumbprint": "0EB255CC895477798BA418B378255204304897AD",
            "IsActive": True,
            "NotAfter": 1666350522,
        }
    ]


def test_list_and_iterate(program: harness.Program, service: Service) -> None:
    for name in "abcde":
        service.add(name)
    page = result(program.ask("list", service.root))
    assert page["names"] == ["a", "b"]
    assert page["count"] == 5
    assert page["next"].startswith(service.root)
    sent = service.received[-1]
    assert sent.query == {"$count": "true", "$select": "id,displayName"}
    assert sent.headers["consistencylevel"] == "eventual"
    assert result(program.ask("iterate", service.root))["names"] == list("abcde")
    assert service.received[1].query == {"$top": "50"}
    assert len(service.received) == 4
    assert result(program.ask("with a URL", service.root, url=page["next"])) == ["c", "d"]


def test_the_page_iterator(program: harness.Program, service: Service) -> None:
    for name in "abcde":
        service.add(name)
    found = result(program.ask("page iterator", service.root, most="3"))
    assert found == {"names": list("abcde"), "state": "Paused", "last": "Complete"}


def test_delta_links_and_spellings_of_4_01(program: harness.Program, service: Service) -> None:
    service.answers.append(
        json_answer(
            {"@count": 1, "@nextLink": f"{service.root}/identity/apiConnectors?x=1", "value": []}
        )
    )
    service.answers.append(json_answer({"@odata.deltaLink": f"{service.root}/x", "value": []}))
    found = result(program.ask("iterate", service.root))
    assert found == {"names": [], "count": 1, "delta": f"{service.root}/x"}


def test_read_update_and_delete(program: harness.Program, service: Service) -> None:
    key = service.add("a")
    found = result(program.ask("read", service.root, key=key))
    assert found == {
        "Id": key,
        "DisplayName": "a",
        "etag": 'W/"1"',
        "type": "IdentityApiConnector",
    }
    assert result(program.ask("update", service.root, key=key, etag='W/"1"')) is None
    sent = service.received[-1]
    assert (sent.method, sent.json) == ("PATCH", {"displayName": "New"})
    assert sent.headers["if-match"] == 'W/"1"'
    again = program.ask("update", service.root, key=key, etag='W/"1"')
    assert (again["error"], again["detail"]["status"]) == ("ODataError", 412)
    assert result(program.ask("update to null", service.root, key=key)) is None
    assert service.received[-1].json == {"targetUrl": None}
    service.answers.append(json_answer({"id": "c1", "displayName": "New"}))
    assert result(program.ask("update", service.root, key=key)) == "New"
    assert result(program.ask("delete", service.root, key=key)) == "deleted"
    assert service.connectors == {}


def test_upload_client_certificate_and_count(program: harness.Program, service: Service) -> None:
    key = service.add("a")
    found = result(program.ask("upload", service.root, key=key))
    sent = service.received[-1]
    assert sent.target == f"/v1.0/identity/apiConnectors/{key}/uploadClientCertificate"
    assert sent.json == {"pkcs12Value": "AAAA", "password": "secret"}
    assert len(found["answer"]["certificates"]) == 1
    assert "secret" not in found["shown"]
    assert result(program.ask("count", service.root)) == 1
    assert service.received[-1].headers["accept"] == "text/plain"


def test_retries(program: harness.Program, service: Service) -> None:
    busy = error_answer(429, "TooManyRequests", "later", Retry_After="0")
    service.answers += [busy, busy]
    assert result(program.ask("create", service.root))["Id"] == "c1"
    assert len({request.body for request in service.received}) == 1
    assert len(service.received) == 3
    service.answers.append(error_answer(503, "Unavailable", "down"))
    assert program.ask("create", service.root)["detail"]["status"] == 503
    assert len(service.received) == 4
    service.answers += [error_answer(503, "Unavailable", "down", Retry_After="0")] * 3
    assert program.ask("list", service.root, retries=2)["detail"]["status"] == 503
    assert len(service.received) == 7


def test_an_error_says_what_the_service_says(program: harness.Program, service: Service) -> None:
    service.answers.append(
        error_answer(400, "badRequest", "displayName is taken", request_id="header-id")
    )
    found = program.ask("list", service.root)
    assert found["error"] == "ODataError"
    assert found["detail"] == {
        "status": 400,
        "code": "badRequest",
        "message": "displayName is taken",
        "target": "displayName",
        "details": ["inner more x"],
        "innerRequestId": "r-1",
        "innerClientRequestId": "c-1",
        "year": 2026,
        "requestId": "header-id",
        "clientRequestId": "c-1",
    }
    assert "displayName is taken" in found["message"]


@pytest.mark.parametrize(
    "body", [b"<html>Bad gateway</html>", b"", b"[1]", b'{"error": 3}', b"\xff"]
)
def test_an_error_that_is_no_odata(body: bytes, program: harness.Program, service: Service) -> None:
    service.answers.append(Answer(502, body, {"Content-Type": "text/html"}))
    found = program.ask("list", service.root)
    assert (found["detail"]["status"], found["detail"]["code"]) == (502, None)


@pytest.mark.parametrize("body", [b"<html>", b"[1]", b'"text"', b'{"value": ', b"\xff\xfe"])
def test_an_answer_that_is_not_the_json_expected(
    body: bytes, program: harness.Program, service: Service
) -> None:
    service.answers.append(Answer(200, body, {"Content-Type": "application/json"}))
    assert program.ask("list", service.root)["error"] == "UnexpectedAnswerException"


def test_tokens(program: harness.Program, service: Service) -> None:
    scope = f"{service.origin}/.default"
    assert result(program.ask("twice", service.root)) == [scope]
    assert result(program.ask("twice", service.root, tokens=["stale", TOKEN])) == [scope] * 2
    assert result(program.ask("twice", service.root, lasts=-5)) == [scope] * 2
    assert result(program.ask("twice", service.root, scopes=["a", "b"])) == ["a b"]
    assert program.ask("twice", service.root, tokens=["bad"])["detail"]["status"] == 401
    broken = program.ask("broken credential", service.root)
    assert broken["error"] == "AuthenticationFailedException"
    assert "0123456789" not in broken["message"]
    service.tokens = None
    result(program.ask("count", service.root, anonymous=True))
    assert "authorization" not in service.received[-1].headers


def test_a_body_is_checked_before_it_is_sent(program: harness.Program, service: Service) -> None:
    found = program.ask("incomplete", service.root)
    assert found["error"] == "ValidationFailedException"
    assert "/targetUrl required" in found["detail"]
    assert service.received == []
    assert program.ask("incomplete, unchecked", service.root)["error"] == "ODataError"
    assert program.ask("incomplete", service.root, validate=False)["error"] == "ODataError"


def test_batch(program: harness.Program, service: Service) -> None:
    service.add("a")
    found = result(program.ask("batch", service.root))
    assert found["listed"] == ["a"]
    assert found["byId"] == 1
    assert found["made"]["password"] == "******"
    assert found["failure"] == "404 NotFound"
    assert found["counted"] == 2
    assert found["statuses"] == {"1": 200, "2": 201, "3": 404, "4": 200}
    sent = service.received[-1].json["requests"]
    assert sent[0]["url"] == "/identity/apiConnectors?$top=1"
    assert sent[1]["dependsOn"] == ["1"]


def test_a_large_batch_goes_in_parts(program: harness.Program, service: Service) -> None:
    counts = result(program.ask("large batch", service.root))
    assert len(counts) == 45
    assert None not in counts
    parts = [sent.json["requests"] for sent in service.received[-3:]]
    assert [len(part) for part in parts] == [20, 20, 5]
    assert [item["id"] for part in parts for item in part] == [str(n) for n in range(1, 46)]
    ordered = program.ask("large batch", service.root, **{"in order": "yes"})
    assert ordered["error"] == "InvalidOperationException"


def test_connections(program: harness.Program, service: Service) -> None:
    assert result(program.ask("own HTTP client", service.root)) == "Unauthorized"
    assert service.received[0].headers["x-own"] == "1"
    assert program.ask("closed", service.root)["error"] == "ObjectDisposedException"
    assert program.ask("list")["error"] == "ConnectionFailedException"
    service.answers.append(Answer(200, b"{}", delay=1.0))
    cancelled = program.ask("cancelled", service.root)
    assert cancelled["error"] in {"TaskCanceledException", "OperationCanceledException"}


def test_states_of_properties(program: harness.Program) -> None:
    found = result(program.ask("states"))
    assert found["states"] == [True, False, None, None]
    assert found["written"] == (
        '{"authenticationConfiguration":{"@odata.type":"microsoft.graph.basicAuthentication",'
        '"username":"changed"},"targetUrl":null,"unknown":[1,2.50],"more":["a"]}'
    )
