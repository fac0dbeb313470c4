"""Hostile input to the generated TypeScript client, by the ids of the cases; `COVERED` maps each to its test."""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "behaviour"))
from behaviour.raw_service import HEAD, Talk, dripping, raw_service, silent
from behaviour.service import TOKEN, Answer, Received, Service, json_answer
from behaviour.typescript_client import built, run
from shared_material import SHARED, needs_shared
from toolchains import needs

pytestmark = [needs("typescript"), pytest.mark.xdist_group("typescript")]

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


def call(root: str, name: str, **values: Any) -> Any:
    done = run("graph-identity", "calls", root, name, json.dumps(values))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


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


@pytest.mark.parametrize("key", ["../admin", "a?b=c#%2e%2e", "a\\b", "ä b;x"])
def test_a_key_is_one_segment(service: Service, key: str) -> None:
    assert call(service.root, "key", id=key)["status"] == 404
    path = service.received[-1].target
    assert path.startswith("/v1.0/identity/apiConnectors/")
    assert path.count("/") == 4
    assert unquote(path.rpartition("/")[2]) == key


@pytest.mark.parametrize("key", [".", "..", ""])
def test_dot_segments_and_nothing_are_refused(service: Service, key: str) -> None:
    refused = call(service.root, "key", id=key)
    assert refused["error"] == "InvalidArgument"
    assert "segment" in refused["message"]
    assert service.received == []


def test_text_keys_are_quoted_and_encoded(service: Service) -> None:
    texts = ["O'Neil')/x?$filter=(1 eq 1", "a b", "'", "''", "\u0000\u001f", "ü漢😀", "!*()~"]
    results = call(service.root, "segments", keys=[[text, "Edm.String"] for text in texts])
    for text, (segment, predicate, literal) in zip(texts, results, strict=True):
        assert not set(segment) & set("/?#\\ '&=;()!*")
        assert unquote(segment) == text
        assert literal[0] == literal[-1] == "'"
        assert not set(literal[1:-1]) & set("'/?#&=() ")
        assert unquote(literal[1:-1]).replace("''", "'") == text
        assert predicate == f"(id={literal})"
    assert call(service.root, "composite") == "(a%2Cb='x%2Cy%3Dz%2F',c%3D=5)"
    (lone,) = call(service.root, "segments", keys=[["\ud800", "Edm.String"]])
    assert [each["error"] for each in lone] == ["InvalidArgument"] * 3


def test_keys_are_of_their_type(service: Service) -> None:
    keys = [
        ["1 or true", "Edm.Guid"],
        ["00000000-0000-0000-0000-00000000000g", "Edm.Guid"],
        ["1 or 1", "Edm.Int32"],
        [2**31, "Edm.Int32"],
        [True, "Edm.Int32"],
        ["true)", "Edm.Boolean"],
        ["2020-01-01,x=1", "Edm.Date"],
        ["1e5)/x", "Edm.Double"],
        ["PT1S'", "Edm.Duration"],
        ["a'b", "Edm.Binary"],
    ]
    for result in call(service.root, "segments", keys=keys):
        assert [each["error"] for each in result] == ["InvalidArgument"] * 3


@pytest.mark.parametrize("text", ['"a" OR "b"', "a\nb&$top=1#b'100%"])
def test_search_and_filter_text_stays_in_its_option(service: Service, text: str) -> None:
    call(service.root, "query", query={"search": text, "filter": text})
    assert service.received[-1].query == {"$search": text, "$filter": text}
    assert "\n" not in service.received[-1].target


@pytest.mark.parametrize("value", ["a\r\nX-Canary: 1", "a\x00b", "a\x7fb"])
def test_headers_with_control_characters_are_refused(service: Service, value: str) -> None:
    for name, values in (
        ("header", {"headers": {"x-a": value}}),
        ("header", {"headers": {f"x{value}": "a"}}),
        ("header", {"headers": {"Host": "other.invalid"}}),
        ("etag", {"id": "c1", "etag": value}),
    ):
        assert call(service.root, name, **values)["error"] == "InvalidArgument"
    assert service.received == []


def test_there_are_no_multipart_bodies() -> None:
    """But for batches, whose header fields are checked (SEC-306) and whose boundaries nobody can guess."""
    sources = (built("graph-identity") / "src").rglob("*.ts")
    found = [p for p in sources if "multipart" in p.read_text(encoding="utf-8")]
    assert {p.name for p in found} == {"batch.ts", "batchMultipart.ts", "batchPlan.ts"}
    batch = next(p for p in found if p.name == "batch.ts").read_text(encoding="utf-8")
    assert "crypto.randomUUID()" in batch


def test_links_elsewhere_are_refused(service: Service, elsewhere: Service) -> None:
    port = service.origin.rpartition(":")[2]
    other = elsewhere.origin.removeprefix("http://")
    links = [
        f"{elsewhere.root}/x",
        f"https://127.0.0.1:{port}/x",
        f"http://127.0.0.1:{port}@{other}/",
        f"http://user:secret@127.0.0.1:{port}/",
        f"http://127.0.0.1:{port}\\@{other}/",
        f"http:\\\\{other}/",
        f"//{other}/",
        f"/\\{other}/",
        f"\thttp://{other}/",
        f"http:/{other}/",
        f"http://localhost:{port}/x",
        f"http://127.0.0.1.:{port}/x",
        f"http://127.0.0.1%2e:{port}/x",
        "file:///etc/passwd",
        "javascript:alert(1)",
    ]
    for link in links:
        service.answers.append(json_answer({"value": [{"id": "1"}], "@odata.nextLink": link}))
    refused = call(service.root, "links", links=links)
    assert [each["error"] for each in refused] == ["UnsafeUrl"] * 2 * len(links)
    assert len(service.received) == len(links)


def test_the_origin_is_the_first_one_on_every_page(service: Service, elsewhere: Service) -> None:
    for page in range(1, 4):
        link = f"{service.root}/page?n={page}"
        service.answers.append(json_answer({"value": [], "@odata.nextLink": link}))
    service.answers.append(json_answer({"value": [], "@odata.nextLink": f"{elsewhere.root}/x"}))
    assert call(service.root, "items")["error"] == "UnsafeUrl"
    assert len(service.received) == 4


def test_paging_ends(service: Service) -> None:
    def endless(request: Received) -> Answer:
        number = int(request.query.get("n", "0")) + 1
        service.answers.append(endless)
        return json_answer({"value": [{}], "@odata.nextLink": f"{service.root}/page?n={number}"})

    service.answers.append(endless)
    stopped = call(service.root, "items", settings={"maxPages": 7})
    assert (stopped["error"], len(service.received)) == ("PagingStopped", 7)
    again = {"value": [], "@odata.nextLink": f"{service.root}/identity/apiConnectors"}
    service.answers[:] = [json_answer(again)]
    assert "already" in call(service.root, "items")["message"]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_elsewhere_are_refused(service: Service, elsewhere: Service, status: int) -> None:
    location = f"{elsewhere.root}/x?sig=abcdef"
    service.answers.append(Answer(status, b"", {"Location": location}))
    headers = {"X-Api-Key": "k", "Cookie": "c", "Proxy-Authorization": "p"}
    refused = call(service.root, "header", headers=headers)
    assert (refused["error"], refused["location"]) == ("RedirectRefused", location)
    assert "abcdef" not in refused["message"]


def test_redirects_within_the_origin_are_followed_to_an_end(service: Service) -> None:
    again = Answer(302, b"", {"Location": "/v1.0/identity/apiConnectors"})
    service.answers.append(again)
    assert call(service.root, "get")["value"] == []
    service.answers += [again] * 20
    assert "in a row" in call(service.root, "get")["message"]


@pytest.mark.parametrize("status", [302, 307])
@pytest.mark.parametrize("same", [True, False])
def test_redirects_of_a_post_are_not_followed(
    service: Service, elsewhere: Service, status: int, same: bool
) -> None:
    root = service.root if same else elsewhere.root
    service.answers.append(Answer(status, b"", {"Location": f"{root}/x"}))
    assert call(service.root, "redirectedPost")["error"] == "RedirectRefused"
    assert len(service.received) == 1


BASES = [
    "http://h.invalid/v1.0",
    "http://127.0.0.1.nip.invalid/",
    "ftp://h.invalid/",
    "h.invalid/v1.0",
    "//h.invalid/",
    "https://user:pw@h.invalid/",
    "https://h.invalid/?a=b",
    "https://h.invalid/#x",
    "https://h.invalid\\@other.invalid/",
    "https://h.invalid:99999/",
    "https://{host}/",
    "https:///v1.0",
    "",
]


SAFE = ["http://localhost/", "http://[::1]:1/", "https://h.invalid", "HTTPS://H.invalid/v1"]


def test_the_base_url_is_checked(service: Service) -> None:
    settings = [{"baseUrl": base} for base in (*BASES, *SAFE)]
    found = call(service.root, "clients", all=settings)
    assert [each["error"] for each in found[: len(BASES)]] == ["UnsafeUrl"] * len(BASES)
    assert found[len(BASES) :] == ["object"] * len(SAFE)


def test_secrets_are_not_shown(service: Service) -> None:
    service.answers.append(Answer(500, b"oops"))
    shown = call(service.root, "shown")
    assert len(shown) == 15
    for text in shown:
        for secret in (TOKEN, "MyPassword", "abc123abc", "key-789"):
            assert secret not in text


@pytest.mark.parametrize("name", ["sig", "code", "access_token", "api_key", "client_secret", "SIG"])
def test_secrets_of_urls_are_not_in_errors(service: Service, name: str) -> None:
    link = f"{service.root}/identity/apiConnectors?a=1&{name}=canary-7f3a"
    service.answers.append(Answer(500, b"no"))
    shown = call(service.root, "linkShown", link=link)
    assert service.received[-1].query[name] == "canary-7f3a"
    assert any("a=1" in text for text in shown)
    assert not [text for text in shown if "canary-7f3a" in text]


@pytest.mark.parametrize("name", ["#node:os.system", "#../x.y", "#", "#__proto__.x", "x" * 9999])
def test_type_names_of_a_payload_load_nothing(service: Service, name: str) -> None:
    payload = {"id": "1", "authenticationConfiguration": {"@odata.type": name, "a": 1}}
    service.answers.append(json_answer(payload))
    found = call(service.root, "typed", id="1")
    assert found["type"] == "microsoft.graph.apiAuthenticationConfigurationBase"
    assert found["configuration"]["additionalData"] == {"a": 1}


def test_special_names_of_a_payload_are_data(service: Service) -> None:
    hostile = {
        "__proto__": {"polluted": 1},
        "constructor": {"prototype": {"polluted": 1}},
        "toString": 5,
        "odataType": "x",
        "additionalData": {"a": 1},
        "10": "a",
        "2": "b",
    }
    service.answers.append(json_answer({"id": "1", **hostile}))
    found = call(service.root, "special", id="1")
    assert found["polluted"] is None
    assert sorted(found["names"]) == sorted(hostile)
    written = json.loads(found["written"])
    assert list(written.items()) == [("id", "1"), *hostile.items()]
    service.answers.append(json_answer({"id": "1", "more": 1}))
    assert call(service.root, "special", id="1")["inherited"] is None


def test_inflation_is_bounded(service: Service) -> None:
    packed = gzip.compress(b" " * (64 * 1024 * 1024), 9)
    service.answers.append(Answer(200, packed, {"Content-Encoding": "gzip"}))
    assert call(service.root, "get")["error"] == "ResponseTooLarge"


def test_honest_compression_is_read(service: Service) -> None:
    body = json.dumps({"value": [{"id": str(n)} for n in range(500)]}).encode()
    service.answers.append(Answer(200, gzip.compress(body), {"Content-Encoding": "gzip"}))
    assert len(call(service.root, "get")["value"]) == 500
    cut = gzip.compress(b'{"value": []}' * 99)[:-9]
    service.answers.append(Answer(200, cut, {"Content-Encoding": "gzip"}))
    assert call(service.root, "get")["error"] in {"ConnectionFailed", "UnexpectedAnswer"}
    service.answers.append(Answer(200, b"{}", {"Content-Encoding": "x"}))
    assert call(service.root, "get")["error"] == "UnexpectedAnswer"


@pytest.mark.parametrize("name", ["../../x", "/etc/passwd"])
def test_a_download_is_bytes_and_no_file(service: Service, name: str) -> None:
    before = sorted(built("graph-identity").rglob("*"))
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    service.answers.append(Answer(200, b"\x00\x01", headers))
    assert call(service.root, "download") == [0, 1]
    assert sorted(built("graph-identity").rglob("*")) == before


@pytest.mark.parametrize("value", ["999999999", "9" * 400, "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_retry_after_is_capped(service: Service, value: str) -> None:
    service.answers.append(Answer(429, b"", {"Retry-After": value}))
    started = time.monotonic()
    assert call(service.root, "get")["status"] == 429
    assert time.monotonic() - started < 60  # the least that was asked for is centuries
    assert len(service.received) == 1


def test_a_broken_retry_after_counts_as_none(service: Service) -> None:
    values = ["-1", "x", "1e3", "\xb2", "Fri, 99 Foo 2020", "nan", ""]
    for result in call(service.root, "retries", values=values):
        assert result == [None, None, 1]


def test_batch_parts_are_json(service: Service) -> None:
    hostile = 'x\r\n--batch_boundary\r\nX-Canary: 1\r\n\r\n{"id":"0"}'
    refused = call(service.root, "batchParts", text=hostile, foreign=f"{service.origin}/admin")
    sent = service.received[-1]
    assert b"\n" not in sent.body
    items = sent.json["requests"]
    assert [item["id"] for item in items] == ["1", "2"]
    assert items[1]["body"] == {"displayName": hostile}
    assert "\r" not in items[0]["url"] + items[1]["url"]
    assert [each["error"] for each in refused] == [
        "InvalidArgument",
        "UnsafeUrl",
        "InvalidArgument",
    ]
    assert len(service.received) == 1


def test_a_silent_service_times_out(service: Service) -> None:
    service.answers.append(Answer(200, b"{}", {}, delay=5))
    late = call(service.root, "get", settings={"timeout": 300})
    assert late["error"] == "TimedOut"  # else there is an answer, after five seconds


@pytest.mark.parametrize(
    ("talk", "limits"),
    [
        (silent(HEAD + b"Content-Length: 9\r\n\r\n{"), {"idleTimeout": 300}),
        (silent(HEAD + b"x: "), {"timeout": 300}),
        (dripping(HEAD + b"Content-Length: 99999\r\n\r\n", b" "), {"timeout": 500}),
        (dripping(HEAD + b"x: ", b"y"), {"timeout": 500}),
    ],
    ids=["a silent body", "silent fields", "a body", "fields"],
)
def test_an_answer_that_does_not_end_is_given_up(talk: Talk, limits: dict[str, int]) -> None:
    with raw_service(talk) as root:
        started = time.monotonic()
        found = call(root, "get", settings=limits)
        assert time.monotonic() - started < 40  # the service goes on for a minute
    assert found["error"] == "TimedOut"


def test_a_service_may_think_longer_than_it_may_be_silent(service: Service) -> None:
    service.answers.append(Answer(200, b'{"value": []}', {}, delay=0.6))
    assert "error" not in call(service.root, "get", settings={"idleTimeout": 200})


def test_a_token_of_the_callers_own_needs_leave_too(service: Service) -> None:
    refused, sent = call(service.root, "ownTokens")
    # Each alone, and in a batch.
    assert [each["error"] for each in refused] == ["UnsafeUrl", "UnsafeUrl"]
    assert [each["error"] for each in sent] == ["ConnectionFailed", "ConnectionFailed"]


@pytest.mark.parametrize("part", ["?token", "?", "&;#", "x://", "bearer ", "://@", "?key=1", ";;="])
def test_masking_takes_time_in_proportion_to_the_text(service: Service, part: str) -> None:
    _, long = call(service.root, "maskTime", start="ftp://h/", text=part)
    assert long < 2000  # two hundred thousand characters; what is not linear takes minutes


def test_masking_leaves_no_secret(service: Service) -> None:
    shown = call(service.root, "mask", text="/a?x=1;token=s3cret&b=2&my_key=s3;cret?s3#code=s3cret")
    assert shown == "/a?x=1;token=***&b=2&my_key=***#code=***"
    assert call(service.root, "mask", text="x://u:p@h/?codes=1") == "x://***@h/?codes=1"


def test_the_words_of_a_service_stay_on_their_line(service: Service) -> None:
    hostile = "a\r\nINFO\x1b[2J\u2028b\u202ec\x85d" + "x" * 9999
    error = {"code": hostile, "message": hostile, "innerError": {"request-id": hostile}}
    service.answers.append(json_answer({"error": error}, 400))
    found = call(service.root, "get")
    assert found["main"]["code"] == hostile
    assert found["message"].isprintable()
    assert len(found["message"]) < 2000


def test_what_is_no_utf_8_is_no_answer(service: Service) -> None:
    headers = {"Content-Type": "application/json"}
    service.answers.append(Answer(200, b'{"value": [{"id": "\xff"}]}', headers))
    assert call(service.root, "get")["error"] == "UnexpectedAnswer"


def test_a_name_that_comes_twice_is_no_answer(service: Service) -> None:
    headers = {"Content-Type": "application/json"}
    for body in (b'{"value": [], "value": [{}]}', b'{"value": [{"id": "1", "\\u0069d": "2"}]}'):
        service.answers.append(Answer(200, body, headers))
        found = call(service.root, "get")
        assert found["error"] == "UnexpectedAnswer"
        assert "twice" in found["message"]


@pytest.mark.parametrize("number", ["1e1000000", "1e111111111111111111", "-1E999999999"])
def test_numbers_are_not_written_out(service: Service, number: str) -> None:
    body = f'{{"@odata.count": {number}, "value": [{{"id": "1", "a": {number}}}]}}'
    headers = {"Content-Type": "application/json"}
    service.answers.append(Answer(200, body.encode(), headers))
    started = time.monotonic()
    assert call(service.root, "list")["value"][0]["id"] == "1"
    assert time.monotonic() - started < 30


def test_a_model_does_not_print_its_secrets(service: Service) -> None:
    kind = "#microsoft.graph.basicAuthentication"
    hidden = {"@odata.type": kind, "username": "Ann", "password": "canary-7f3a"}
    payload = {"id": "1", "authenticationConfiguration": hidden, "more": "canary-7f3a"}
    service.answers.append(json_answer(payload))
    shown = call(service.root, "modelShown", id="1")
    assert "Ann" in shown[0]
    assert "'***'" in shown[1]
    assert not [text for text in shown if "canary-7f3a" in text]


def test_a_signal_ends_the_wait_for_a_token(service: Service) -> None:
    found = call(service.root, "slowCredential")
    assert found["ended"]["message"] == "enough"
    assert found["told"] is True
    assert service.received == []


def test_a_signal_that_fired_before_a_pause_ends_it(service: Service) -> None:
    service.answers.append(Answer(429, b"", {"Retry-After": "20"}))
    found = call(service.root, "abortedPause")
    assert found["ended"]["message"] == "enough"
    assert found["took"] < 10_000


def test_plain_http_and_tokens_over_it_have_to_be_asked_for(service: Service) -> None:
    base = "http://service.example/"
    settings = [
        {"baseUrl": base},
        {"baseUrl": base, "allowHttp": "yes"},
        {"baseUrl": base, "allowTokenOverHttp": True},
        {"baseUrl": base, "allowHttp": True},
        {"baseUrl": base, "allowHttp": True, "allowTokenOverHttp": True},
    ]
    *refused, allowed = call(service.root, "clients", all=settings)
    assert [each["error"] for each in refused] == ["UnsafeUrl"] * 3 + ["ConfigurationError"]
    assert allowed == "object"


def test_settings_are_checked(service: Service) -> None:
    settings: list[dict[str, Any]] = [
        {name: each} for name in ("timeout", "idleTimeout") for each in (0, -1, 2**40, "x")
    ]
    settings += [{"maxRetries": -1}, {"maxPages": 0}, {"scopes": "a"}, {"credential": {}}]
    found = call(service.root, "clients", all=settings)
    kinds = ["InvalidArgument"] * 8 + ["ConfigurationError"] * 4
    assert [each["error"] for each in found] == kinds
