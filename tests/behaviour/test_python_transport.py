"""What every request of the Python client says, how long an answer may take, and what goes over plain http."""

from __future__ import annotations

import importlib
import socket
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.callers import Caller, Credential, msgraph
from behaviour.raw_service import HEAD, dripping, raw_service, silent
from behaviour.service import Service, json_answer

errors = importlib.import_module("msgraph.runtime.errors")
UnsafeUrl = importlib.import_module("msgraph.runtime.url").UnsafeUrl
Connector = importlib.import_module(
    "msgraph.generated.models.identity_api_connector"
).IdentityApiConnector

# A service that is to be given up goes on for a minute.
AT_ONCE = 25.0


@pytest.fixture(params=[True, False], ids=["async", "sync"])
def caller(request: pytest.FixtureRequest) -> Iterator[Caller]:
    with Service() as service:
        made = Caller(request.param, service)
        yield made
        made.close()


def list_connectors(caller: Caller, client: Any, **options: Any) -> Any:
    return caller.invoke(client.identity.api_connectors.get, **options)


def seconds_until_timed_out(caller: Caller, root: str, **options: Any) -> float:
    given = options.pop("of_call", {})
    client = caller.client(base_url=root, max_retries=0, **options)
    start = time.monotonic()
    with pytest.raises(errors.TimedOut):
        list_connectors(caller, client, **given)
    return time.monotonic() - start


def test_every_request_says_versions_and_product(caller: Caller) -> None:
    client = caller.client()
    caller.service.answers.append(json_answer({}, 201))
    caller.invoke(client.identity.api_connectors.post, Connector(display_name="a"), validate=False)
    list_connectors(caller, client)
    caller.invoke(client.batch, [client.identity.api_connectors.get.request()])
    written, read, batch = (request.headers for request in caller.service.received)
    for headers in (written, read, batch):
        assert headers["odata-maxversion"] == "4.01"
        assert headers["user-agent"] == "msgraph/0.1.0 edmund-python"
    assert "odata-version" not in read
    assert written["odata-version"] == batch["odata-version"] == "4.0"


def test_callers_say_otherwise(caller: Caller) -> None:
    own = {"OData-MaxVersion": "4.0", "User-Agent": "mine/1", "OData-Version": "4.01"}
    client = caller.client()
    caller.service.answers.append(json_answer({}, 201))
    caller.invoke(
        client.identity.api_connectors.post,
        Connector(display_name="a"),
        validate=False,
        headers=own,
    )
    sent = caller.service.received[-1].headers
    assert {name: sent[name.lower()] for name in own} == own


@pytest.mark.parametrize(
    ("start", "piece"),
    [
        (b"HTTP/1.1 200 OK\r\nx: ", b"y"),
        (b"HTTP/1.1 200 OK\r\n", b"x: y\r\n"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (HEAD + b"Content-Length: 100000\r\n\r\n", b" "),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"x: y\r\n"),
    ],
    ids=["a field", "fields", "interim answers", "a body", "chunks", "trailers"],
)
def test_an_answer_that_drips_ends_in_time(caller: Caller, start: bytes, piece: bytes) -> None:
    with raw_service(dripping(start, piece)) as root:
        assert 0.4 < seconds_until_timed_out(caller, root, timeout=0.5, idle_timeout=50) < AT_ONCE
        assert seconds_until_timed_out(caller, root, of_call={"timeout": 0.2}) < AT_ONCE


@pytest.mark.parametrize("start", [b"", b"HTTP/1.1 200 OK\r\nx:"])
def test_an_answer_that_does_not_come_ends_in_time(caller: Caller, start: bytes) -> None:
    with raw_service(silent(start)) as root:
        assert seconds_until_timed_out(caller, root, timeout=0.3) < AT_ONCE


def test_silence_within_a_body_is_bounded_by_itself(caller: Caller) -> None:
    with raw_service(silent(HEAD + b"Content-Length: 9\r\n\r\n{")) as root:
        assert seconds_until_timed_out(caller, root, idle_timeout=0.3) < AT_ONCE


def test_a_service_may_think_longer_than_it_may_be_silent(caller: Caller) -> None:
    def answer(opened: socket.socket) -> None:
        time.sleep(0.6)
        opened.sendall(HEAD + b'Content-Length: 12\r\n\r\n{"value":[]}')

    with raw_service(answer) as root:
        client = caller.client(base_url=root, idle_timeout=0.2)
        assert list_connectors(caller, client).value == []


def test_a_body_that_drips_to_a_client_of_httpx_ends_in_time(caller: Caller) -> None:
    made: Any = httpx.AsyncClient() if caller.asynchronous else httpx.Client()
    start = HEAD + b"Content-Length: 100000\r\n\r\n"
    with raw_service(dripping(start, b" ")) as root:
        assert seconds_until_timed_out(caller, root, timeout=0.5, http_client=made) < AT_ONCE
    caller.call(made.aclose() if caller.asynchronous else made.close())


@pytest.mark.parametrize("name", ["timeout", "idle_timeout"])
@pytest.mark.parametrize("value", [0, -1, float("inf"), float("nan"), True, "1"])
def test_limits_are_finite(name: str, value: object) -> None:
    with pytest.raises(errors.ConfigurationError, match=name):
        msgraph.SyncGraphServiceClient(base_url="https://h.example", **{name: value})


@pytest.mark.parametrize("kind", ["GraphServiceClient", "SyncGraphServiceClient"])
def test_plain_http_is_for_this_machine_unless_allowed(kind: str) -> None:
    made = getattr(msgraph, kind)
    root = "http://h.example/v1.0"
    with pytest.raises(UnsafeUrl, match="allow_http"):
        made(base_url=root)
    with pytest.raises(UnsafeUrl):
        made(base_url=root, allow_token_over_http=True)
    made(base_url=root, allow_http=True)
    with pytest.raises(errors.ConfigurationError, match="allow_token_over_http"):
        made(Credential(), base_url=root, allow_http=True)
    made(Credential(), base_url=root, allow_http=True, allow_token_over_http=True)


def test_a_token_of_the_callers_own_needs_leave_too() -> None:
    received: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        received.append(request)
        return httpx.Response(200, json={"value": [], "responses": []})

    http = httpx.Client(transport=httpx.MockTransport(answer))
    root = "http://h.example/v1.0"
    headers = {"Authorization": "Bearer x"}
    client = msgraph.SyncGraphServiceClient(base_url=root, allow_http=True, http_client=http)
    connectors = client.identity.api_connectors
    with pytest.raises(UnsafeUrl):
        connectors.get(headers=headers)
    with pytest.raises(UnsafeUrl):
        client.batch([connectors.get.request(headers=headers)])
    assert received == []
    connectors.get()
    allowed = msgraph.SyncGraphServiceClient(
        base_url=root, allow_http=True, allow_token_over_http=True, http_client=http
    )
    allowed.identity.api_connectors.get(headers=headers)
    assert [request.headers.get("authorization") for request in received] == [None, "Bearer x"]


def test_plain_http_goes_through_no_proxy(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    caught: list[bytes] = []

    def proxy(opened: socket.socket) -> None:
        caught.append(b"x")

    with raw_service(proxy) as address:
        for name in ("http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, address)
            monkeypatch.setenv(name.upper(), address)
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
        list_connectors(caller, caller.client())
    assert caught == []
    assert len(caller.service.received) == 1


@pytest.mark.parametrize("scheme", ["http://", ""])
def test_https_asks_the_proxy_for_a_tunnel_without_a_token(
    caller: Caller, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    caught: list[bytes] = []

    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            opened, _ = listening.accept()
            with opened:
                caught.append(opened.recv(65536))
                opened.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        monkeypatch.setenv("https_proxy", f"{scheme}127.0.0.1:{listening.getsockname()[1]}")
        client = caller.client(base_url="https://h.example/v1.0", max_retries=0, timeout=20)
        with pytest.raises(errors.ConnectionFailed):
            list_connectors(caller, client)
        thread.join(20)
    assert caught[0].startswith(b"CONNECT h.example:443 ")
    assert b"Bearer" not in caught[0]
    assert b"authorization:" not in caught[0].lower()


def test_hosts_without_a_proxy(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "h.invalid")
    client = caller.client(base_url="https://h.invalid/v1.0", max_retries=0, timeout=20)
    with pytest.raises(errors.ConnectionFailed) as caught:
        list_connectors(caller, client)
    assert "ConnectError" in str(caught.value)


def test_a_proxy_that_is_none_is_told(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "gopher://user:geheim@h")
    client = caller.client(base_url="https://h.invalid/v1.0")
    with pytest.raises(errors.ConfigurationError) as caught:
        list_connectors(caller, client)
    assert "geheim" not in str(caught.value)


def test_large_bodies_go_whole(caller: Caller) -> None:
    client = caller.client()
    caller.service.answers.append(json_answer({}, 201))
    name = "n" * 300_000
    body = Connector(display_name=name)
    caller.invoke(client.identity.api_connectors.post, body, validate=False)
    assert caller.service.received[-1].json["displayName"] == name
