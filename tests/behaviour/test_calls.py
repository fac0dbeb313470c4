"""All seven calls of the API connectors, asynchronous and synchronous, over real sockets."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.callers import AsyncCredential, Caller, Credential, msgraph
from behaviour.service import TOKEN, Answer, Service, error_answer, json_answer

models = "msgraph.generated.models"
IdentityApiConnector = importlib.import_module(
    f"{models}.identity_api_connector"
).IdentityApiConnector
BasicAuthentication = importlib.import_module(f"{models}.basic_authentication").BasicAuthentication
Pkcs12Certificate = importlib.import_module(f"{models}.pkcs12_certificate").Pkcs12Certificate
ODataError = importlib.import_module(f"{models}.o_data_errors.o_data_error").ODataError
UploadBody = importlib.import_module(
    "msgraph.generated.identity.api_connectors.item.upload_client_certificate"
    ".upload_client_certificate_post_request_body"
).UploadClientCertificatePostRequestBody
errors = importlib.import_module("msgraph.runtime.errors")


@pytest.fixture(params=[True, False], ids=["async", "sync"])
def caller(request: pytest.FixtureRequest) -> Iterator[Caller]:
    with Service() as service:
        made = Caller(request.param, service)
        yield made
        made.close()


def connector(**more: Any) -> Any:
    return IdentityApiConnector(
        display_name="Test API",
        target_url="https://someapi.com/api",
        authentication_configuration=BasicAuthentication(
            username="MyUsername", password="MyPassword"
        ),
        **more,
    )


def test_create_with_basic_authentication(caller: Caller) -> None:
    client = caller.client()
    made = caller.invoke(client.identity.api_connectors.post, connector())
    sent = caller.service.received[-1]
    assert sent.method == "POST"
    assert sent.target == "/v1.0/identity/apiConnectors"
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
    assert made.id == "c1"
    assert isinstance(made.authentication_configuration, BasicAuthentication)
    assert made.authentication_configuration.password == "******"


def test_create_with_a_certificate_sends_its_text_unchanged(caller: Caller) -> None:
    text = "eyJhbGciOi...plA"  # no base64, and yet what a caller wrote
    body = IdentityApiConnector(
        display_name="Test API",
        target_url="https://someotherapi.com/api",
        authentication_configuration=Pkcs12Certificate(pkcs12_value=text, password=""),
    )
    made = caller.invoke(caller.client().identity.api_connectors.post, body)
    sent = caller.service.received[-1].json["authenticationConfiguration"]
    assert sent == {
        "@odata.type": "#microsoft.graph.pkcs12Certificate",
        "pkcs12Value": text,
        "password": "",
    }
    listed = made.authentication_configuration.certificate_list
    assert [c.thumbprint for c in listed] == ["0EB255CC895477798BA418B378255204304897AD"]
    assert listed[0].is_active is True
    assert listed[0].not_after == 1666350522


def test_list_one_page_and_its_link(caller: Caller) -> None:
    for name in ("a", "b", "c"):
        caller.service.add(name)
    page = caller.invoke(caller.client().identity.api_connectors.get, count=True)
    assert [item.display_name for item in page.value] == ["a", "b"]
    assert page.odata_count == 3
    assert page.odata_next_link.startswith(caller.service.root)


def test_iterate_follows_the_links(caller: Caller) -> None:
    for name in "abcde":
        caller.service.add(name)
    pages = caller.client().identity.api_connectors.iterate(top=50, select=["id", "displayName"])
    assert [item.display_name for item in caller.items(pages)] == list("abcde")
    assert len(caller.service.received) == 3
    assert caller.service.received[0].query == {"$top": "50", "$select": "id,displayName"}


def test_with_url_takes_a_link_of_the_service(caller: Caller) -> None:
    for name in "abc":
        caller.service.add(name)
    connectors = caller.client().identity.api_connectors
    first = caller.invoke(connectors.get)
    second = caller.invoke(connectors.with_url(first.odata_next_link).get)
    assert [item.display_name for item in second.value] == ["c"]
    assert second.odata_next_link is None


def test_read_one_and_its_etag(caller: Caller) -> None:
    key = caller.service.add("a")
    one = caller.client().identity.api_connectors.by_identity_api_connector_id(key)
    found = caller.invoke(one.get, select=["id", "displayName"])
    assert found.display_name == "a"
    assert found.additional_data["@odata.etag"] == 'W/"1"'
    assert caller.service.received[-1].query == {"$select": "id,displayName"}


def test_update_sends_only_what_was_set(caller: Caller) -> None:
    key = caller.service.add("a")
    one = caller.client().identity.api_connectors.by_identity_api_connector_id(key)
    answered = caller.invoke(one.patch, IdentityApiConnector(display_name="New"), etag='W/"1"')
    assert answered is None
    sent = caller.service.received[-1]
    assert sent.method == "PATCH"
    assert sent.json == {"displayName": "New"}
    assert sent.headers["if-match"] == 'W/"1"'
    with pytest.raises(ODataError) as failure:
        caller.invoke(one.patch, IdentityApiConnector(display_name="Newer"), etag='W/"1"')
    assert failure.value.response_status_code == 412


def test_update_that_answers_the_object(caller: Caller) -> None:
    caller.service.answers.append(json_answer({"id": "c1", "displayName": "New"}))
    one = caller.client().identity.api_connectors.by_identity_api_connector_id("c1")
    assert caller.invoke(one.patch, IdentityApiConnector(display_name="New")).display_name == "New"


def test_delete(caller: Caller) -> None:
    key = caller.service.add("a")
    one = caller.client().identity.api_connectors.by_identity_api_connector_id(key)
    assert caller.invoke(one.delete) is None
    assert caller.service.connectors == {}


def test_upload_client_certificate(caller: Caller) -> None:
    key = caller.service.add("a")
    one = caller.client().identity.api_connectors.by_identity_api_connector_id(key)
    body = UploadBody(pkcs12_value="AAAA", password="secret")
    answered = caller.invoke(one.upload_client_certificate.post, body)
    sent = caller.service.received[-1]
    assert sent.target == "/v1.0/identity/apiConnectors/c1/uploadClientCertificate"
    assert sent.json == {"pkcs12Value": "AAAA", "password": "secret"}
    assert len(answered.authentication_configuration.certificate_list) == 1
    assert "secret" not in repr(body)


def test_count(caller: Caller) -> None:
    caller.service.add("a")
    assert caller.invoke(caller.client().identity.api_connectors.count.get) == 1
    assert caller.service.received[-1].headers["accept"] == "text/plain"


def test_throttled_twice_then_answered(caller: Caller) -> None:
    busy = error_answer(429, "TooManyRequests", "later", Retry_After="0")
    caller.service.answers += [busy, busy]
    made = caller.invoke(caller.client().identity.api_connectors.post, connector())
    assert made.id == "c1"
    bodies = [request.body for request in caller.service.received]
    assert len(bodies) == 3
    assert len(set(bodies)) == 1


def test_a_create_without_retry_after_is_not_sent_twice(caller: Caller) -> None:
    caller.service.answers.append(error_answer(503, "Unavailable", "down"))
    with pytest.raises(ODataError):
        caller.invoke(caller.client().identity.api_connectors.post, connector())
    assert len(caller.service.received) == 1


def test_retries_end(caller: Caller) -> None:
    busy = error_answer(503, "Unavailable", "down", Retry_After="0")
    caller.service.answers += [busy] * 9
    with pytest.raises(ODataError):
        caller.invoke(caller.client(max_retries=2).identity.api_connectors.get)
    assert len(caller.service.received) == 3


def test_an_error_says_what_the_service_says(caller: Caller) -> None:
    caller.service.answers.append(
        error_answer(400, "badRequest", "displayName is taken", request_id="header-id")
    )
    with pytest.raises(ODataError) as failure:
        caller.invoke(caller.client().identity.api_connectors.get)
    error = failure.value
    assert error.response_status_code == 400
    assert (error.error.code, error.error.message) == ("badRequest", "displayName is taken")
    assert error.error.target == "displayName"
    assert error.error.details[0].code == "inner"
    assert error.error.inner_error.request_id == "r-1"
    assert error.error.inner_error.client_request_id == "c-1"
    assert error.error.inner_error.date.year == 2026
    assert error.request_id == "header-id"
    assert "displayName is taken" in str(error)


@pytest.mark.parametrize(
    "body", [b"<html>Bad gateway</html>", b"", b"[1]", b'{"error": 3}', b"\xff"]
)
def test_an_error_that_is_no_odata(caller: Caller, body: bytes) -> None:
    caller.service.answers.append(Answer(502, body, {"Content-Type": "text/html"}))
    with pytest.raises(ODataError) as failure:
        caller.invoke(caller.client().identity.api_connectors.get)
    assert failure.value.response_status_code == 502
    assert failure.value.error.code is None


@pytest.mark.parametrize("body", [b"<html>", b"[1]", b'"text"', b'{"value": ', b"\xff\xfe"])
def test_an_answer_that_is_not_the_json_expected(caller: Caller, body: bytes) -> None:
    caller.service.answers.append(Answer(200, body, {"Content-Type": "application/json"}))
    with pytest.raises(errors.UnexpectedAnswer):
        caller.invoke(caller.client().identity.api_connectors.get)


def test_the_token_is_kept_and_renewed_once_when_refused(caller: Caller) -> None:
    credential = Credential("stale", TOKEN)
    client = caller.client(credential)
    caller.invoke(client.identity.api_connectors.get)
    caller.invoke(client.identity.api_connectors.get)
    origin = caller.service.origin
    assert credential.asked == [(f"{origin}/.default",)] * 2
    with pytest.raises(ODataError) as failure:
        caller.invoke(caller.client(Credential("bad")).identity.api_connectors.get)
    assert failure.value.response_status_code == 401


def test_scopes_are_the_callers(caller: Caller) -> None:
    credential = Credential()
    client = caller.client(credential, scopes=["a/.default"])
    caller.invoke(client.identity.api_connectors.get)
    assert credential.asked == [("a/.default",)]


def test_an_expired_token_is_replaced(caller: Caller) -> None:
    credential = Credential(lasts=-5)
    client = caller.client(credential)
    caller.invoke(client.identity.api_connectors.get)
    caller.invoke(client.identity.api_connectors.get)
    assert len(credential.asked) == 2


def test_an_asynchronous_credential(caller: Caller) -> None:
    client = caller.client(AsyncCredential())
    if caller.asynchronous:
        assert caller.invoke(client.identity.api_connectors.get).value == []
    else:
        with pytest.raises(errors.ConfigurationError, match="asynchronous"):
            caller.invoke(client.identity.api_connectors.get)


def test_a_credential_that_fails(caller: Caller) -> None:
    class Broken:
        def get_token(self, *scopes: str) -> Any:
            raise RuntimeError("https://login.example/?code=0123456789 refused")

    with pytest.raises(errors.AuthenticationFailed) as failure:
        caller.invoke(caller.client(Broken()).identity.api_connectors.get)
    assert "0123456789" not in str(failure.value)


def test_a_body_is_checked_before_it_is_sent(caller: Caller) -> None:
    client = caller.client()
    bad = IdentityApiConnector(display_name="only a name")
    with pytest.raises(ValueError, match="targetUrl"):
        caller.invoke(client.identity.api_connectors.post, bad)
    assert caller.service.received == []
    with pytest.raises(ODataError):
        caller.invoke(client.identity.api_connectors.post, bad, validate=False)
    with pytest.raises(ODataError):
        caller.invoke(caller.client(validate=False).identity.api_connectors.post, bad)


def test_batch(caller: Caller) -> None:
    caller.service.add("a")
    client = caller.client()
    connectors = client.identity.api_connectors
    listing = connectors.get.request(top=1)
    making = connectors.post.request(connector())
    missing = connectors.by_identity_api_connector_id("none").get.request()
    counting = connectors.count.get.request()
    answers = caller.invoke(client.batch, [listing, making, missing, counting], in_order=True)
    assert [item.display_name for item in answers[listing].value] == ["a"]
    assert answers[making].authentication_configuration.password == "******"
    assert answers[counting] == 2
    with pytest.raises(ODataError) as failure:
        answers[missing]
    assert failure.value.response_status_code == 404
    sent = caller.service.received[-1].json["requests"]
    assert sent[0]["url"] == "/identity/apiConnectors?$top=1"
    assert sent[1]["dependsOn"] == ["1"]
    assert len(answers) == 4
    for wrong in ([], [listing, listing]):
        with pytest.raises(ValueError, match=r"at least one|twice"):
            caller.invoke(client.batch, wrong)


def test_no_token_without_credentials(caller: Caller) -> None:
    kind = msgraph.GraphServiceClient if caller.asynchronous else msgraph.SyncGraphServiceClient
    caller.service.tokens = None
    client = kind(base_url=caller.service.root)
    caller.invoke(client.identity.api_connectors.get)
    assert "authorization" not in caller.service.received[-1].headers
    caller.call(client.close())


def test_a_clients_own_http_client(caller: Caller) -> None:
    kind = httpx.AsyncClient if caller.asynchronous else httpx.Client
    other = httpx.Client if caller.asynchronous else httpx.AsyncClient
    own: Any = kind(headers={"x-own": "1"}, follow_redirects=True)
    caller.invoke(caller.client(http_client=own).identity.api_connectors.get)
    assert caller.service.received[-1].headers["x-own"] == "1"
    with pytest.raises(errors.ConfigurationError):
        caller.client(http_client=other())
    caller.call(caller.clients[-1].close())
    assert not own.is_closed
    caller.call(own.aclose() if caller.asynchronous else own.close())


def test_a_closed_client_says_so(caller: Caller) -> None:
    client = caller.client()
    caller.call(client.close())
    with pytest.raises(errors.ClientError, match="closed"):
        caller.invoke(client.identity.api_connectors.get)


def test_no_connection(caller: Caller) -> None:
    with pytest.raises(errors.ConnectionFailed):
        caller.invoke(caller.client(base_url="http://127.0.0.1:1/v1.0").identity.api_connectors.get)


def test_headers_and_configuration(caller: Caller) -> None:
    kiota = importlib.import_module("msgraph.runtime.configuration")
    builder = importlib.import_module(
        "msgraph.generated.identity.api_connectors.api_connectors_request_builder"
    ).ApiConnectorsRequestBuilder
    configuration = kiota.RequestConfiguration(
        query_parameters=builder.ApiConnectorsRequestBuilderGetQueryParameters(
            select=["id"], top=1
        ),
        headers={"ConsistencyLevel": "eventual"},
    )
    client = caller.client()
    caller.invoke(
        client.identity.api_connectors.get,
        request_configuration=configuration,
        top=2,
        headers={"x-a": "b"},
    )
    sent = caller.service.received[-1]
    assert sent.query == {"$select": "id", "$top": "2"}
    assert sent.headers["consistencylevel"] == "eventual"
    assert sent.headers["x-a"] == "b"
    with pytest.raises(TypeError, match="selct"):
        caller.invoke(client.identity.api_connectors.get, selct=["id"])
