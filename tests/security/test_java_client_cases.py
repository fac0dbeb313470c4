"""Hostile input to the generated Java client, by the ids of the cases; `COVERED` maps each to its tests."""

from __future__ import annotations

import gzip
import json
import socket
import sys
import threading
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "behaviour"))
from behaviour.service import TOKEN, Answer, Received, Service, json_answer
from generated_java import CLIENT, Failure, Harness, running_harness, sources
from shared_material import SHARED, needs_shared
from toolchains import needs

pytestmark = [needs("java"), pytest.mark.xdist_group("java")]

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


class Caller:
    def __init__(self, harness: Harness, service: Service) -> None:
        self.harness = harness
        self.service = service

    def __call__(self, scenario: str, **more: Any) -> Any:
        """What the scenario gives; what is None is left out, as `tokens=None` for no credential."""
        given = {"root": self.service.root, "tokens": [TOKEN], **more}
        return self.harness.call(scenario, **{k: v for k, v in given.items() if v is not None})


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


@pytest.fixture
def call(service: Service) -> Caller:
    return Caller(running_harness(), service)


@needs_shared
@pytest.mark.shared
def test_every_client_case_has_its_test() -> None:
    cases = json.loads((SHARED / "security" / "cases.json").read_text(encoding="utf-8"))
    wanted = {
        case["id"]
        for case in cases
        if case["format"] == "client" and case["class"].startswith("client-")
    }
    assert wanted <= set(COVERED)
    assert set(COVERED.values()) <= set(globals())


@pytest.mark.parametrize("key", ["../admin", "a/b", "a?b=c", "a#b", "%2e%2e", "a\\b", "ä b", "x;y"])
def test_a_key_is_one_segment(call: Caller, key: str) -> None:
    with pytest.raises(Failure, match="ODataError"):
        call("read", key=key)
    path = call.service.received[-1].path
    assert path.startswith("/v1.0/identity/apiConnectors/")
    assert path.count("/") == 4
    assert unquote(path.rpartition("/")[2]) == key


TEXTS = [
    "a",
    "..a",
    "/",
    "\\",
    "'",
    "''",
    "a'b",
    "&=?#;",
    "ä€😀",
    "\x00\n",
    " ",
    "%41",
    "(1)",
    "\ud800",
]


def test_any_text_is_one_segment(call: Caller) -> None:
    for text, written in zip(TEXTS, call("segments", texts=TEXTS), strict=True):
        if text == "\ud800":
            assert written is None
            continue
        assert not set(written) & set("/?#\\ '&=;")
        assert unquote(written) == text


@pytest.mark.parametrize("key", [".", "..", ""])
def test_dot_segments_and_nothing_are_refused(call: Caller, key: str) -> None:
    with pytest.raises(Failure, match="segment"):
        call("read", key=key)
    assert call.service.received == []


def test_text_keys_are_quoted_and_encoded(call: Caller) -> None:
    for text, written in zip(TEXTS, call("literals", texts=TEXTS), strict=True):
        if text == "\ud800":
            assert written is None
            continue
        assert written[0] == written[-1] == "'"
        inner = written[1:-1]
        assert not set(inner) & set("'/?#&=() ")
        assert unquote(inner).replace("''", "'") == text
    hostile = "O'Neil')/x?$filter=(1 eq 1"
    assert call("predicate", parts=[["id", hostile, "Edm.String"]]) == (
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
def test_keys_are_of_their_type(call: Caller, value: object, type_name: str) -> None:
    with pytest.raises(Failure, match="IllegalArgumentException"):
        call("predicate", parts=[["id", value, type_name]])
    with pytest.raises(Failure, match="IllegalArgumentException"):
        call("typedSegment", value=value, type=type_name)


def test_names_and_values_of_composite_keys_are_encoded(call: Caller) -> None:
    parts = [["a,b", "x,y=z/", "Edm.String"], ["c=", 5, "Edm.Int32"]]
    assert call("predicate", parts=parts) == "(a%2Cb='x%2Cy%3Dz%2F',c%3D=5)"


@pytest.mark.parametrize("text", ['"a" OR "b"', "a AND b", "a\nb", "a&$top=1", "a#b", "'", "100%"])
def test_search_and_filter_text_stays_in_its_option(call: Caller, text: str) -> None:
    call("list", text=text)
    assert call.service.received[-1].query == {"$search": text, "$filter": text}
    assert "\n" not in call.service.received[-1].target


@pytest.mark.parametrize("value", ["a\r\nX-Canary: 1", "a\nb", "a\x00b", "a\x7fb"])
def test_headers_with_control_characters_are_refused(call: Caller, value: str) -> None:
    with pytest.raises(Failure, match="line break or control"):
        call("list", headers={"x-a": value})
    with pytest.raises(Failure, match="no header name"):
        call("list", headers={f"x{value}": "a"})
    with pytest.raises(Failure, match="line break or control"):
        call("delete", key="c1", etag=value)
    for framing in ("Host", "content-length", "Transfer-Encoding", "connection"):
        with pytest.raises(Failure, match="transport"):
            call("list", headers={framing: "other.invalid"})
    assert call.service.received == []


def test_there_are_no_multipart_bodies() -> None:
    """Only batches are multipart; what a caller gives cannot add a part or a header field to one."""
    found = {p.stem for p in sources(CLIENT) if "multipart" in p.read_text(encoding="utf-8")}
    assert found <= {"MultipartBatch"}


def test_a_multipart_batch_takes_no_parts_of_its_callers(call: Caller) -> None:
    hostile = 'x"\r\nX-Canary: 1\r\n\r\n--batch_x'
    call.service.answers.append(
        Answer(200, b"--a--", {"Content-Type": "multipart/mixed; boundary=a"})
    )
    assert call("batchOf", number=2, text=hostile, batchFormat="MULTIPART") == 2
    sent = call.service.received[-1]
    mark = sent.headers["content-type"].partition("boundary=")[2].encode()
    assert sent.body.count(b"--" + mark) == 3
    assert b"\nX-Canary" not in sent.body
    assert b"\n--batch_x\r" not in sent.body


def links_elsewhere(service: Service, other: Service) -> list[str]:
    port = service.origin.rpartition(":")[2]
    host = other.origin.removeprefix("http://")
    return [
        f"{other.root}/x",
        "https://other.invalid/x",
        f"https://127.0.0.1:{port}/x",
        f"http://127.0.0.1:{port}@{host}/",
        f"http://user:secret@127.0.0.1:{port}/",
        f"http://127.0.0.1:{port}\\@{host}/",
        f"http:\\\\{host}/",
        f"//{host}/",
        f"/\\{host}/",
        f"\thttp://{host}/",
        f"http:/{host}/",
        f"http:{host}/",
        f"http://localhost:{port}/x",
        f"http://127.0.0.1.:{port}/x",
        f"http://127.0.0.1%2e:{port}/x",
        f"ftp://127.0.0.1:{port}/",
        "file:///etc/passwd",
        "javascript:alert(1)",
    ]


def test_links_elsewhere_are_refused(call: Caller, elsewhere: Service) -> None:
    links = links_elsewhere(call.service, elsewhere)
    for link in links:
        call.service.answers.append(json_answer({"value": [{}], "@odata.nextLink": link}))
        with pytest.raises(Failure, match="UnsafeUrlException"):
            call("iterate")
        with pytest.raises(Failure, match="UnsafeUrlException"):
            call("withUrl", link=link)
    assert len(call.service.received) == len(links)


def test_the_origin_is_the_first_one_on_every_page(call: Caller, elsewhere: Service) -> None:
    service = call.service
    for page in range(1, 4):
        link = f"{service.root}/page?n={page}"
        service.answers.append(json_answer({"value": [], "@odata.nextLink": link}))
    service.answers.append(json_answer({"value": [], "@odata.nextLink": f"{elsewhere.root}/page"}))
    with pytest.raises(Failure, match="UnsafeUrlException"):
        call("iterate")
    assert len(service.received) == 4


@pytest.mark.parametrize("asynchronous", [False, True])
def test_paging_ends(call: Caller, asynchronous: bool) -> None:
    service = call.service

    def endless(request: Received) -> Answer:
        number = int(request.query.get("n", "0")) + 1
        service.answers.append(endless)
        return json_answer({"value": [{}], "@odata.nextLink": f"{service.root}/page?n={number}"})

    service.answers.append(endless)
    given = {"async": asynchronous}
    with pytest.raises(Failure, match="maxPages"):
        call("iterate", pages=7, **given)
    assert len(service.received) == 7
    first = f"{service.root}/identity/apiConnectors"
    service.answers[:] = [json_answer({"value": [], "@odata.nextLink": first})]
    with pytest.raises(Failure, match="already"):
        call("iterate", **given)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_elsewhere_are_refused(call: Caller, elsewhere: Service, status: int) -> None:
    location = f"{elsewhere.root}/x?sig=abcdef"
    call.service.answers.append(Answer(status, b"", {"Location": location}))
    with pytest.raises(Failure, match="RedirectRefusedException") as refused:
        call("list", headers={"X-Api-Key": "k", "Cookie": "c", "Proxy-Authorization": "p"})
    assert "abcdef" not in refused.value.facts["text"]
    assert refused.value.facts["location"] == location


def test_redirects_within_the_origin_are_followed_to_an_end(call: Caller) -> None:
    again = Answer(302, b"", {"Location": "/v1.0/identity/apiConnectors"})
    call.service.answers.append(again)
    assert call("list")["names"] == []
    call.service.answers.append(Answer(302, b"", {"Location": "../identity/./apiConnectors"}))
    assert call("list")["names"] == []
    assert call.service.received[-1].path == "/v1.0/identity/apiConnectors"
    call.service.answers += [again] * 20
    with pytest.raises(Failure, match="in a row"):
        call("list")


@pytest.mark.parametrize("status", [301, 302, 307, 308])
@pytest.mark.parametrize("same", [True, False])
def test_redirects_of_a_post_are_not_followed(
    call: Caller, elsewhere: Service, status: int, same: bool
) -> None:
    root = call.service.root if same else elsewhere.root
    call.service.answers.append(Answer(status, b"", {"Location": f"{root}/x"}))
    with pytest.raises(Failure, match="RedirectRefusedException"):
        call("createBasic")
    assert len(call.service.received) == 1


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
        "https://h.invalid/?a=b",
        "https://h.invalid/#x",
        "https://h.invalid\\@other.invalid/",
        "https://h.invalid:99999/",
        "https://{host}/",
        "https:///v1.0",
        "",
    ],
)
def test_the_base_url_is_checked(call: Caller, base: str) -> None:
    with pytest.raises(Failure, match="UnsafeUrlException"):
        call("base", root=base)


@pytest.mark.parametrize(
    "base",
    ["http://localhost/", "http://127.0.0.1:8080/v1", "http://[::1]:1/", "https://h.invalid"],
)
def test_loopback_and_https_are_fine(call: Caller, base: str) -> None:
    assert base.rstrip("/") in call("base", root=base)


def test_secrets_are_not_shown(call: Caller) -> None:
    call.service.answers.append(Answer(500, b"oops"))
    shown = call("shown")
    assert "500" in shown[5]
    for text in shown:
        for secret in (TOKEN, "hush-hush", "abc123abc", "key-789"):
            assert secret not in text


@pytest.mark.parametrize("name", ["sig", "code", "access_token", "api_key", "client_secret", "SIG"])
def test_secrets_of_urls_are_not_in_errors(call: Caller, name: str) -> None:
    link = f"{call.service.root}/identity/apiConnectors?a=1&{name}=canary-7f3a"
    call.service.answers.append(Answer(500, b"no"))
    shown = call("secretLink", link=link)
    assert call.service.received[-1].query[name] == "canary-7f3a"
    assert "a=1" in shown[0]
    assert not [text for text in shown if "canary-7f3a" in text]


@pytest.mark.parametrize(
    "name",
    [
        "#java.lang.Runtime",
        "#com.microsoft.graph.runtime.RequestAdapter",
        "#microsoft.graph.identityContainer",
        "#",
        "#..x",
        "x" * 9999,
    ],
)
def test_type_names_of_a_payload_load_nothing(call: Caller, name: str) -> None:
    configuration = {"@odata.type": name, "a": 1}
    call.service.answers.append(
        json_answer({"id": "1", "authenticationConfiguration": configuration})
    )
    found = call("read", key="1")
    assert found["class"] == "ApiAuthenticationConfigurationBase"
    assert json.loads(found["configuration"]) == configuration


def test_special_names_of_a_payload_are_data(call: Caller) -> None:
    hostile: dict[str, object] = {
        "__proto__": {"polluted": 1},
        "constructor": {},
        "class": "x",
        "getClass": {},
        "data": 5,
        "toString": "no",
        "TYPE": None,
    }
    call.service.answers.append(json_answer({"id": "1", **hostile}))
    found = call("read", key="1")
    assert found["more"] == list(hostile)
    assert json.loads(found["json"]) == {"id": "1", **hostile}


def test_deep_json_is_refused_and_does_not_overflow(call: Caller) -> None:
    body = b'{"id": "1", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    call.service.answers.append(Answer(200, body, {"Content-Type": "application/json"}))
    with pytest.raises(Failure, match="UnexpectedAnswerException"):
        call("read", key="1")


@pytest.mark.parametrize(
    "text", [b"NaN", b"Infinity", b"01", b"'a'", b"{a: 1}", b"[1,]", b"1 // x"]
)
def test_what_is_almost_json_is_refused(call: Caller, text: bytes) -> None:
    body = b'{"id": "1", "x": ' + text + b"}"
    call.service.answers.append(Answer(200, body, {"Content-Type": "application/json"}))
    with pytest.raises(Failure, match="UnexpectedAnswerException"):
        call("read", key="1")


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_inflation_is_bounded(call: Caller, encoding: str) -> None:
    plain = b" " * (64 * 1024 * 1024)
    packed = gzip.compress(plain, 9) if encoding == "gzip" else zlib.compress(plain, 9)
    assert len(plain) / len(packed) > 100
    call.service.answers.append(Answer(200, packed, {"Content-Encoding": encoding}))
    with pytest.raises(Failure, match="ResponseTooLargeException"):
        call("list")


def test_honest_compression_is_read(call: Caller) -> None:
    items = [{"id": str(n), "displayName": "x"} for n in range(500)]
    body = json.dumps({"value": items}).encode()
    for encoding, packed in (
        ("gzip", gzip.compress(body)),
        ("deflate", zlib.compress(body)),
        ("deflate", zlib.compress(body)[2:-4]),
    ):
        call.service.answers.append(Answer(200, packed, {"Content-Encoding": encoding}))
        assert len(call("list")["names"]) == 500


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "x"])
def test_encodings_not_asked_for_are_refused(call: Caller, encoding: str) -> None:
    call.service.answers.append(Answer(200, b"{}", {"Content-Encoding": encoding}))
    with pytest.raises(Failure, match="UnexpectedAnswerException"):
        call("list")


def test_a_cut_compressed_answer_is_an_error(call: Caller) -> None:
    packed = gzip.compress(b'{"value": []}' * 99)[:-9]
    call.service.answers.append(Answer(200, packed, {"Content-Encoding": "gzip"}))
    with pytest.raises(Failure, match="UnexpectedAnswerException"):
        call("list")


@pytest.mark.parametrize("name", ["../../x", "CON", "a\\x00", "/etc/passwd"])
def test_a_download_is_bytes_and_no_file(call: Caller, name: str) -> None:
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    call.service.answers.append(Answer(200, b"\x00\x01", disposition))
    assert call("download") == "[0, 1]"
    files = [path.read_text("utf-8") for path in sources(CLIENT)]
    assert not [text for text in files if "java.nio.file" in text or "java.io.File" in text]


@pytest.mark.parametrize("value", ["999999999", "9" * 400, "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_retry_after_is_capped(call: Caller, value: str) -> None:
    call.service.answers.append(Answer(429, b"", {"Retry-After": value}))
    with pytest.raises(Failure) as failure:
        call("list")
    assert failure.value.facts["status"] == 429
    assert len(call.service.received) == 1


@pytest.mark.parametrize("value", ["-1", "x", "1e3", "\xb2", "Fri, 99 Foo 2020", "nan"])
def test_a_broken_retry_after_counts_as_none(call: Caller, value: str) -> None:
    assert call("pauses", value=value) == ["null", "PT1S"]


def test_batch_parts_are_json(call: Caller) -> None:
    hostile = 'x\r\n--batch_boundary\r\nX-Canary: 1\r\n\r\n{"id":"0"}'
    assert call("batchOf", number=2, text=hostile) == 2
    sent = call.service.received[-1]
    assert b"\n" not in sent.body
    items = sent.json["requests"]
    assert [item["id"] for item in items] == ["1", "2"]
    assert items[1]["body"] == {"displayName": hostile}
    assert "\r" not in items[0]["url"] + items[1]["url"]


@pytest.mark.parametrize("form", ["JSON", "MULTIPART"])
def test_a_batch_takes_no_requests_of_other_services(call: Caller, form: str) -> None:
    with pytest.raises(Failure, match="UnsafeUrlException"):
        call("batchElsewhere", other="https://other.invalid/v1.0", batchFormat=form)
    with pytest.raises(Failure, match="below the service root"):
        call("batchElsewhere", other=f"{call.service.origin}/admin", batchFormat=form)
    assert call.service.received == []


def test_a_silent_service_times_out(call: Caller) -> None:
    call.service.answers.append(Answer(200, b"{}", {}, delay=3))
    with pytest.raises(Failure, match="RequestTimeoutException"):
        call("list", millis=300)
    call.service.answers.append(Answer(200, b"{}", {}, delay=3))
    with pytest.raises(Failure, match="RequestTimeoutException"):
        call("list", callMillis=300)


def test_an_answer_that_stops_coming_times_out(call: Caller) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def half_an_answer() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
                done.wait(60)

        done = threading.Event()
        threading.Thread(target=half_an_answer, daemon=True).start()
        root = f"http://127.0.0.1:{listening.getsockname()[1]}/v1.0"
        with pytest.raises(Failure, match="RequestTimeoutException"):
            call("list", root=root, millis=500)
        done.set()


@pytest.mark.parametrize("millis", [0, -1])
def test_timeouts_are_more_than_nothing(call: Caller, millis: int) -> None:
    with pytest.raises(Failure, match="ConfigurationException"):
        call("base", millis=millis)


@pytest.mark.parametrize("part", ["?token", "&key;", "#secret?", "?a;b&", "a://", "Bearer "])
def test_masking_takes_no_longer_than_its_text(call: Caller, part: str) -> None:
    link = "ftp://h/" + part.strip() * 40_000
    call.service.answers.append(Answer(302, b"", {"Location": link[:16_000]}))
    started = time.monotonic()
    with pytest.raises(Failure, match="RedirectRefusedException"):
        call("list")
    call.service.answers.append(json_answer({"value": [{}], "@odata.nextLink": link}))
    with pytest.raises(Failure, match="UnsafeUrlException"):
        call("iterate")
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("path", ["?x?token=canary", "?a=b;api_key=canary", "?a=1&x=2#sig=canary"])
def test_masking_finds_secrets_between_all_delimiters(call: Caller, path: str) -> None:
    with pytest.raises(Failure, match="UnsafeUrlException") as failure:
        call("base", root=f"ftp://h.invalid/{path}")
    assert "canary" not in failure.value.facts["text"]
    assert "***" in failure.value.facts["text"]


def test_a_member_that_is_named_twice_is_told(call: Caller) -> None:
    body = b'{"id": "1", "x": {"a": 1, "\\u0061": 2}}'
    call.service.answers.append(Answer(200, body, {"Content-Type": "application/json"}))
    with pytest.raises(Failure, match="twice"):
        call("read", key="1")


@pytest.mark.parametrize(
    ("limits", "told"),
    [({"millis": 1000}, "did not end"), ({"idleMillis": 100}, "stopped coming")],
)
def test_an_answer_that_trickles_ends(call: Caller, limits: dict[str, int], told: str) -> None:
    done = threading.Event()

    def trickle() -> None:
        connection, _ = listening.accept()
        with connection:
            connection.recv(65536)
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")
            for _ in range(60):
                if done.wait(0.3):
                    return
                try:
                    connection.sendall(b" ")
                except OSError:
                    return

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=trickle, daemon=True).start()
        started = time.monotonic()
        with pytest.raises(Failure, match=told):
            call("list", root=f"http://127.0.0.1:{listening.getsockname()[1]}/v1.0", **limits)
        done.set()
    assert time.monotonic() - started < 8


def test_plain_http_and_tokens_over_it_are_two_permissions(call: Caller) -> None:
    root = "http://h.invalid/v1.0"
    with pytest.raises(Failure, match="allowTokenOverHttp"):
        call("base", root=root, allowHttp=True)
    with pytest.raises(Failure, match="allowHttp"):
        call("base", root=root, allowTokenOverHttp=True)
    assert root in call("base", root=root, allowHttp=True, allowTokenOverHttp=True)


def test_a_token_of_the_callers_own_needs_leave_over_plain_http(call: Caller) -> None:
    """Sent by itself or in a batch."""
    bare = {"root": "http://h.invalid/v1.0", "tokens": None, "allowHttp": True, "retries": 0}
    for within in ({}, {"batch": True}):
        with pytest.raises(Failure, match="allowTokenOverHttp"):
            call("ownToken", **bare, **within)
        with pytest.raises(Failure, match="ConnectionException"):
            call("ownToken", **bare, **within, allowTokenOverHttp=True)
