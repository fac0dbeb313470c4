"""Hostile input to the generated client, by the ids of the cases; `COVERED` maps each to its tests."""

from __future__ import annotations

import gzip
import importlib
import json
import logging
import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "behaviour"))
from behaviour.service import TOKEN, Answer, Received, Service, json_answer
from generated_package import use_identity_client
from shared_material import SHARED, needs_shared

use_identity_client()
msgraph = importlib.import_module("msgraph")
runtime = "msgraph.runtime"
errors = importlib.import_module(f"{runtime}.errors")
url = importlib.import_module(f"{runtime}.url")
url_literals = importlib.import_module(f"{runtime}.url_literals")
request_module = importlib.import_module(f"{runtime}.request")
ODataError = errors.ODataError
UnsafeUrl = url.UnsafeUrl

COVERED = {
    "SEC-299": "test_a_key_is_one_segment",
    "SEC-300": "test_dot_segments_and_nothing_are_refused",
    "SEC-302": "test_text_keys_are_quoted_and_encoded",
    "SEC-303": "test_keys_are_of_their_type",
    "SEC-305": "test_search_and_filter_text_stays_in_its_option",
    "SEC-306": "test_headers_with_control_characters_are_refused",
    "SEC-308": "test_there_are_no_multipart_bodies",
    "SEC-309": "test_links_elsewhere_are_refused",
    "SEC-311": "test_links_elsewhere_are_refused",
    "SEC-312": "test_links_elsewhere_are_refused",
    "SEC-314": "test_the_origin_is_the_first_one_on_every_page",
    "SEC-315": "test_paging_ends",
    "SEC-317": "test_redirects_elsewhere_are_refused",
    "SEC-318": "test_redirects_of_a_post_are_not_followed",
    "SEC-320": "test_the_base_url_is_checked",
    "SEC-321": "test_secrets_are_not_shown",
    "SEC-323": "test_secrets_of_urls_are_not_in_errors",
    "SEC-324": "test_type_names_of_a_payload_load_nothing",
    "SEC-326": "test_special_names_of_a_payload_are_data",
    "SEC-327": "test_inflation_is_bounded",
    "SEC-329": "test_a_download_is_bytes_and_no_file",
    "SEC-330": "test_retry_after_is_capped",
    "SEC-332": "test_batch_parts_are_json",
    "SEC-333": "test_a_silent_service_times_out",
}


class Credential:
    def get_token(self, *scopes: str) -> Any:
        return SimpleNamespace(token=TOKEN, expires_on=time.time() + 3600)

    def __repr__(self) -> str:
        return f"Credential({TOKEN})"


@pytest.fixture
def service() -> Iterator[Service]:
    with Service() as started:
        yield started


@pytest.fixture
def elsewhere() -> Iterator[Service]:
    """Another origin; it must never be asked anything."""
    with Service() as started:
        yield started
        assert started.received == []


def client_of(service: Service, **options: Any) -> Any:
    return msgraph.SyncGraphServiceClient(Credential(), base_url=service.root, **options)


@needs_shared
@pytest.mark.shared
def test_every_client_case_has_its_test() -> None:
    cases = json.loads((SHARED / "security" / "cases.json").read_text(encoding="utf-8"))
    found = cases["cases"] if isinstance(cases, dict) else cases
    wanted = {
        case["id"]
        for case in found
        if case["format"] == "client" and case["class"].startswith("client-")
    }
    assert wanted <= set(COVERED)
    assert set(COVERED.values()) <= set(globals())


@pytest.mark.parametrize("key", ["../admin", "a/b", "a?b=c", "a#b", "%2e%2e", "a\\b", "ä b", "x;y"])
def test_a_key_is_one_segment(service: Service, key: str) -> None:
    one = client_of(service).identity.api_connectors.by_identity_api_connector_id(key)
    with pytest.raises(ODataError):
        one.get()
    path = service.received[-1].target
    assert path.startswith("/v1.0/identity/apiConnectors/")
    assert path.count("/") == 4
    assert unquote(path.rpartition("/")[2]) == key


@given(st.text(min_size=1).filter(lambda text: text not in (".", "..")))
def test_any_text_is_one_segment(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        with pytest.raises(ValueError, match="surrogate"):
            url_literals.segment(text)
        return
    written = url_literals.segment(text)
    assert not set(written) & set("/?#\\ '&=;")
    assert unquote(written) == text


@pytest.mark.parametrize("key", [".", "..", ""])
def test_dot_segments_and_nothing_are_refused(service: Service, key: str) -> None:
    with pytest.raises(ValueError, match="segment"):
        client_of(service).identity.api_connectors.by_identity_api_connector_id(key)


@given(st.text())
def test_text_keys_are_quoted_and_encoded(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    written = url_literals.literal(text)
    assert written[0] == written[-1] == "'"
    inner = written[1:-1]
    assert not set(inner) & set("'/?#&=() ")
    assert unquote(inner).replace("''", "'") == text


def test_a_hostile_key_does_not_leave_its_quotes() -> None:
    hostile = "O'Neil')/x?$filter=(1 eq 1"
    assert url_literals.key_predicate(("id", hostile, "Edm.String")) == (
        "(id='O%27%27Neil%27%27%29%2Fx%3F%24filter%3D%281%20eq%201')"
    )


@pytest.mark.parametrize(
    ("value", "type_name"),
    [
        ("1 or true", "Edm.Guid"),
        ("00000000-0000-0000-0000-00000000000g", "Edm.Guid"),
        ("1 or 1", "Edm.Int32"),
        (2**31, "Edm.Int32"),
        (True, "Edm.Int32"),
        ("true)", "Edm.Boolean"),
        ("2020-01-01,x=1", "Edm.Date"),
        ("1e5)/x", "Edm.Double"),
        ("PT1S'", "Edm.Duration"),
        ("a'b", "Edm.Binary"),
    ],
)
def test_keys_are_of_their_type(value: object, type_name: str) -> None:
    with pytest.raises(ValueError):
        url_literals.key_predicate(("id", value, type_name))
    with pytest.raises(ValueError):
        url_literals.segment(value, type_name)


def test_names_and_values_of_composite_keys_are_encoded() -> None:
    assert url_literals.key_predicate(("a,b", "x,y=z/", "Edm.String"), ("c=", 5, "Edm.Int32")) == (
        "(a%2Cb='x%2Cy%3Dz%2F',c%3D=5)"
    )


@pytest.mark.parametrize("text", ['"a" OR "b"', "a AND b", "a\nb", "a&$top=1", "a#b", "'", "100%"])
def test_search_and_filter_text_stays_in_its_option(service: Service, text: str) -> None:
    client_of(service).identity.api_connectors.get(search=text, filter=text)
    assert service.received[-1].query == {"$search": text, "$filter": text}
    assert "\n" not in service.received[-1].target


@pytest.mark.parametrize("value", ["a\r\nX-Canary: 1", "a\nb", "a\x00b", "a\x7fb"])
def test_headers_with_control_characters_are_refused(service: Service, value: str) -> None:
    connectors = client_of(service).identity.api_connectors
    with pytest.raises(ValueError, match="line break or control"):
        connectors.get(headers={"x-a": value})
    with pytest.raises(ValueError, match="no header name"):
        connectors.get(headers={f"x{value}": "a"})
    with pytest.raises(ValueError, match="line break or control"):
        connectors.by_identity_api_connector_id("c1").delete(etag=value)
    with pytest.raises(ValueError, match="transport"):
        connectors.get(headers={"Host": "other.invalid"})
    assert service.received == []


def test_there_are_no_multipart_bodies() -> None:
    """Only batches are multipart; what a caller gives cannot add a part or a header field to one."""
    folder = Path(str(msgraph.__file__)).parent
    found = {p.stem for p in folder.rglob("*.py") if "multipart" in p.read_text(encoding="utf-8")}
    assert found <= {"batch", "batch_multipart", "batch_plan", "traits"}


def test_a_multipart_batch_takes_no_parts_of_its_callers(service: Service) -> None:
    traits = msgraph.BatchTraits(format=msgraph.BatchFormat.MULTIPART)
    client = client_of(service, batch_traits=traits)
    service.answers.append(Answer(200, b"--a--", {"Content-Type": "multipart/mixed; boundary=a"}))
    connectors = client.identity.api_connectors
    hostile = 'x"\r\nX-Canary: 1\r\n\r\n--batch_x'
    one = connectors.by_identity_api_connector_id(hostile)
    client.batch([connectors.get.request(filter=hostile), one.delete.request()])
    body = service.received[-1].body
    mark = service.received[-1].headers["content-type"].partition("boundary=")[2].encode()
    assert body.count(b"--" + mark) == 3
    assert b"\nX-Canary" not in body
    assert b"\n--batch_x\r" not in body
    first = connectors.get.request()
    for bad in (
        request_module.Request("GET", first.url, first.answer, {"x-a": "b\r\nc: d"}),
        request_module.Request("GET / HTTP/1.1\r\nx: y", first.url, first.answer, {}),
    ):
        with pytest.raises(ValueError, match=r"line break|a word"):
            client.batch([bad])


def link_elsewhere(service: Service, other: Service) -> list[str]:
    port = service.origin.rpartition(":")[2]
    return [
        f"{other.root}/x",
        "https://other.invalid/x",
        f"https://127.0.0.1:{port}/x",
        f"http://127.0.0.1:{port}@{other.origin.removeprefix('http://')}/",
        f"http://user:secret@127.0.0.1:{port}/",
        f"http://127.0.0.1:{port}\\@{other.origin.removeprefix('http://')}/",
        f"http:\\\\{other.origin.removeprefix('http://')}/",
        f"//{other.origin.removeprefix('http://')}/",
        f"/\\{other.origin.removeprefix('http://')}/",
        f"\thttp://{other.origin.removeprefix('http://')}/",
        f"http:/{other.origin.removeprefix('http://')}/",
        f"http:{other.origin.removeprefix('http://')}/",
        f"http://localhost:{port}/x",
        f"http://127.0.0.1.:{port}/x",
        f"http://127.0.0.1%2e:{port}/x",
        f"http://127.0.0.1:{port}#@{other.origin.removeprefix('http://')}:1/".replace(
            "#@", "?@", 1
        ).replace("http://127", "ftp://127"),
        "file:///etc/passwd",
        "javascript:alert(1)",
    ]


def test_links_elsewhere_are_refused(service: Service, elsewhere: Service) -> None:
    links = link_elsewhere(service, elsewhere)
    connectors = client_of(service).identity.api_connectors
    for link in links:
        service.answers.append(json_answer({"value": [{"id": "1"}], "@odata.nextLink": link}))
        with pytest.raises(UnsafeUrl):
            list(connectors.iterate())
        with pytest.raises(UnsafeUrl):
            connectors.with_url(link)
    assert len(service.received) == len(links)


def test_the_origin_is_the_first_one_on_every_page(service: Service, elsewhere: Service) -> None:
    for page in range(1, 4):
        service.answers.append(
            json_answer({"value": [], "@odata.nextLink": f"{service.root}/page?n={page}"})
        )
    service.answers.append(json_answer({"value": [], "@odata.nextLink": f"{elsewhere.root}/page"}))
    with pytest.raises(UnsafeUrl):
        list(client_of(service).identity.api_connectors.iterate())
    assert len(service.received) == 4


def test_paging_ends(service: Service) -> None:
    def endless(request: Received) -> Answer:
        number = int(request.query.get("n", "0")) + 1
        service.answers.append(endless)
        return json_answer({"value": [{}], "@odata.nextLink": f"{service.root}/page?n={number}"})

    service.answers.append(endless)
    with pytest.raises(errors.PagingStopped, match="max_pages"):
        list(client_of(service, max_pages=7).identity.api_connectors.iterate())
    assert len(service.received) == 7
    service.answers[:] = [
        json_answer({"value": [], "@odata.nextLink": f"{service.root}/identity/apiConnectors"})
    ]
    with pytest.raises(errors.PagingStopped, match="already"):
        list(client_of(service).identity.api_connectors.iterate())


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_elsewhere_are_refused(service: Service, elsewhere: Service, status: int) -> None:
    service.answers.append(Answer(status, b"", {"Location": f"{elsewhere.root}/x?sig=abcdef"}))
    with pytest.raises(errors.RedirectRefused) as refused:
        client_of(service).identity.api_connectors.get(
            headers={"X-Api-Key": "k", "Cookie": "c", "Proxy-Authorization": "p"}
        )
    assert "abcdef" not in str(refused.value)
    assert refused.value.location == f"{elsewhere.root}/x?sig=abcdef"


def test_redirects_within_the_origin_are_followed_to_an_end(service: Service) -> None:
    service.answers.append(Answer(302, b"", {"Location": "/v1.0/identity/apiConnectors"}))
    assert client_of(service).identity.api_connectors.get().value == []
    again = Answer(302, b"", {"Location": "/v1.0/identity/apiConnectors"})
    service.answers += [again] * 20
    with pytest.raises(errors.RedirectRefused, match="in a row"):
        client_of(service).identity.api_connectors.get()


@pytest.mark.parametrize("status", [301, 302, 307, 308])
@pytest.mark.parametrize("same", [True, False])
def test_redirects_of_a_post_are_not_followed(
    service: Service, elsewhere: Service, status: int, same: bool
) -> None:
    root = service.root if same else elsewhere.root
    service.answers.append(Answer(status, b"", {"Location": f"{root}/x"}))
    with pytest.raises(errors.RedirectRefused):
        client_of(service).identity.api_connectors.post({"displayName": "x"}, validate=False)
    assert len(service.received) == 1


@pytest.mark.parametrize(
    "base",
    [
        "http://h.invalid/v1.0",
        "http://127.0.0.1.nip.invalid/",
        "http://localhost.invalid/",
        "ftp://h.invalid/",
        "h.invalid/v1.0",
        "//h.invalid/",
        "https://user:pw@h.invalid/",
        "https://h.invalid/?a=b#x",
        "https://h.invalid/#x",
        "https://h.invalid\\@other.invalid/",
        "https://h.invalid:99999/",
        "https://{host}/",
        "https:///v1.0",
        "",
    ],
)
def test_the_base_url_is_checked(base: str) -> None:
    with pytest.raises(UnsafeUrl):
        msgraph.GraphServiceClient(Credential(), base_url=base)


@pytest.mark.parametrize(
    "base",
    ["http://localhost/", "http://127.0.0.1:8080/v1", "http://[::1]:1/", "https://h.invalid"],
)
def test_loopback_and_https_are_fine(base: str) -> None:
    msgraph.GraphServiceClient(Credential(), base_url=base)


def test_secrets_are_not_shown(service: Service, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    client = client_of(service)
    connectors = client.identity.api_connectors
    basic = importlib.import_module("msgraph.generated.models.basic_authentication")
    body = basic.BasicAuthentication(username="u", password="hush-hush")
    request = connectors.get.request(
        headers={"Authorization": "Bearer abc123abc", "X-Api-Key": "key-789"}
    )
    service.answers.append(Answer(500, b"oops"))
    with pytest.raises(ODataError) as failure:
        connectors.get()
    core = client._core
    shown = [repr(v) for v in (client, core, core.transport, core.root, body, request)]
    shown += [str(failure.value), repr(failure.value), str(body), caplog.text]
    tokens = core.transport._policy.tokens
    shown += [repr(tokens), repr(tokens.current(time.time()))]
    for text in shown:
        for secret in (TOKEN, "hush-hush", "abc123abc", "key-789"):
            assert secret not in text


@pytest.mark.parametrize("name", ["sig", "code", "access_token", "api_key", "client_secret", "SIG"])
def test_secrets_of_urls_are_not_in_errors(service: Service, name: str) -> None:
    connectors = client_of(service).identity.api_connectors
    link = f"{service.root}/identity/apiConnectors?a=1&{name}=canary-7f3a"
    service.answers.append(Answer(500, b"no"))
    with pytest.raises(ODataError) as failure:
        connectors.with_url(link).get()
    assert service.received[-1].query[name] == "canary-7f3a"
    assert "a=1" in str(failure.value)
    shown = [str(failure.value), repr(failure.value), failure.value.url]
    shown.append(repr(connectors.with_url(link)))
    shown.append(repr(connectors.with_url(link).get.request()))
    assert not [text for text in shown if "canary-7f3a" in text]


@pytest.mark.parametrize(
    "name", ["#os.system", "#msgraph.runtime.core.Core", "#", "#..x", "x" * 9999]
)
def test_type_names_of_a_payload_load_nothing(service: Service, name: str) -> None:
    before = set(sys.modules)
    service.answers.append(
        json_answer({"id": "1", "authenticationConfiguration": {"@odata.type": name, "a": 1}})
    )
    found = client_of(service).identity.api_connectors.by_identity_api_connector_id("1").get()
    configuration = found.authentication_configuration
    assert type(configuration).__name__ == "ApiAuthenticationConfigurationBase"
    assert configuration.additional_data["a"] == 1
    assert not [new for new in set(sys.modules) - before if not new.startswith("msgraph.")]


def test_special_names_of_a_payload_are_data(service: Service) -> None:
    hostile = {
        "__proto__": {"polluted": 1},
        "constructor": {},
        "__class__": "x",
        "__dict__": {},
        "_data": 5,
        "to_json": "no",
        "__init__": None,
    }
    service.answers.append(json_answer({"id": "1", **hostile}))
    found = client_of(service).identity.api_connectors.by_identity_api_connector_id("1").get()
    assert type(found).__name__ == "IdentityApiConnector"
    assert dict(found.additional_data) == hostile
    assert json.loads(found.to_json()) == {"id": "1", **hostile}


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_inflation_is_bounded(service: Service, encoding: str) -> None:
    plain = b" " * (64 * 1024 * 1024)
    packed = gzip.compress(plain, 9) if encoding == "gzip" else zlib.compress(plain, 9)
    assert len(plain) / len(packed) > 100
    service.answers.append(Answer(200, packed, {"Content-Encoding": encoding}))
    with pytest.raises(errors.ResponseTooLarge):
        client_of(service).identity.api_connectors.get()


def test_honest_compression_is_read(service: Service) -> None:
    body = json.dumps({"value": [{"id": str(n)} for n in range(500)]}).encode()
    for encoding, packed in (
        ("gzip", gzip.compress(body)),
        ("deflate", zlib.compress(body)),
        ("deflate", zlib.compress(body)[2:-4]),
    ):
        service.answers.append(Answer(200, packed, {"Content-Encoding": encoding}))
        assert len(client_of(service).identity.api_connectors.get().value) == 500


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "x"])
def test_encodings_not_asked_for_are_refused(service: Service, encoding: str) -> None:
    service.answers.append(Answer(200, b"{}", {"Content-Encoding": encoding}))
    with pytest.raises(errors.UnexpectedAnswer):
        client_of(service).identity.api_connectors.get()


def test_a_cut_compressed_answer_is_an_error(service: Service) -> None:
    packed = gzip.compress(b'{"value": []}' * 99)[:-9]
    service.answers.append(Answer(200, packed, {"Content-Encoding": "gzip"}))
    with pytest.raises(errors.UnexpectedAnswer):
        client_of(service).identity.api_connectors.get()


@pytest.mark.parametrize("name", ["../../x", "CON", "a\\x00", "/etc/passwd"])
def test_a_download_is_bytes_and_no_file(
    service: Service, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answers = importlib.import_module(f"{runtime}.answers")
    service.answers.append(
        Answer(200, b"\x00\x01", {"Content-Disposition": f'attachment; filename="{name}"'})
    )
    client = client_of(service)
    request = request_module.Request("GET", f"{service.root}/file", answers.content, {})
    assert client._core.transport.call(lambda: request) == b"\x00\x01"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("value", ["999999999", "9" * 400, "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_retry_after_is_capped(service: Service, value: str) -> None:
    service.answers.append(Answer(429, b"", {"Retry-After": value}))
    started = time.monotonic()
    with pytest.raises(ODataError) as failure:
        client_of(service).identity.api_connectors.get()
    assert failure.value.response_status_code == 429
    assert time.monotonic() - started < 30  # the least that was asked for is centuries
    assert len(service.received) == 1


@pytest.mark.parametrize("value", ["-1", "x", "1e3", "\xb2", "Fri, 99 Foo 2020", "nan"])
def test_a_broken_retry_after_counts_as_none(value: str) -> None:
    retry = importlib.import_module(f"{runtime}.retry")
    assert retry.retry_after({"retry-after": value}, 0.0) is None
    assert retry.pause_before_retry("POST", 429, {"retry-after": value}, 1, 0.0) is None
    assert retry.pause_before_retry("GET", 429, {"retry-after": value}, 1, 0.0) == 1.0


def test_batch_parts_are_json(service: Service) -> None:
    client = client_of(service)
    connectors = client.identity.api_connectors
    hostile = 'x\r\n--batch_boundary\r\nX-Canary: 1\r\n\r\n{"id":"0"}'
    first = connectors.get.request(filter=hostile)
    second = connectors.by_identity_api_connector_id(hostile).patch.request(
        importlib.import_module(
            "msgraph.generated.models.identity_api_connector"
        ).IdentityApiConnector(display_name=hostile)
    )
    client.batch([first, second])
    sent = service.received[-1]
    assert b"\n" not in sent.body
    items = sent.json["requests"]
    assert [item["id"] for item in items] == ["1", "2"]
    assert items[1]["body"] == {"displayName": hostile}
    assert "\r" not in items[0]["url"] + items[1]["url"]
    with pytest.raises(ValueError, match="line break"):
        bad = request_module.Request("GET", first.url, first.answer, {"x-a": "b\r\nc: d"})
        client.batch([bad])
    with pytest.raises(UnsafeUrl):
        client.batch([first.at("https://other.invalid/v1.0/me")])
    with pytest.raises(ValueError, match="below the service root"):
        client.batch([first.at(f"{service.origin}/admin")])


def test_a_silent_service_times_out(service: Service) -> None:
    service.answers.append(Answer(200, b"{}", {}, delay=3))
    with pytest.raises(errors.TimedOut):  # else there is an answer, after three seconds
        client_of(service, timeout=0.3).identity.api_connectors.get()


@pytest.mark.parametrize("timeout", [0, -1, float("inf"), float("nan"), True, None, "5"])
def test_timeouts_are_finite(timeout: object) -> None:
    with pytest.raises(errors.ConfigurationError):
        msgraph.SyncGraphServiceClient(Credential(), base_url="https://h.invalid", timeout=timeout)
