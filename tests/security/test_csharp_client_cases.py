"""The security cases of the format `client`, on the C# client: keys, headers, links, redirects, secrets, sizes."""

from __future__ import annotations

import gzip
import json
import random
import time
import zlib
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pytest
from behaviour import csharp_harness as harness
from behaviour.service import TOKEN, Answer, Received, Service, json_answer
from security.test_client_cases import COVERED, link_elsewhere
from shared_material import SHARED, needs_shared
from toolchains import needs

pytestmark = [needs("csharp"), pytest.mark.xdist_group("csharp")]

# Python's tests of the same cases by name, and ours; what C#'s types settle has none of its own here.
OURS = {
    "test_a_key_is_one_segment": "test_a_key_is_one_segment",
    "test_dot_segments_and_nothing_are_refused": "test_dot_segments_and_nothing_are_refused",
    "test_text_keys_are_quoted_and_encoded": "tests/vectors/calls: a text key",
    "test_a_hostile_key_does_not_leave_its_quotes": "tests/vectors/calls: a text key",
    "test_keys_are_of_their_type": "keys are Guid, int, ... by type",
    "test_names_and_values_of_composite_keys_are_encoded": "tests/vectors/calls: a composite key",
    "test_search_and_filter_text_stays_in_its_option": "test_search_and_filter_text",
    "test_headers_with_control_characters_are_refused": "test_headers",
    "test_there_are_no_multipart_bodies": "test_there_are_no_multipart_bodies",
    "test_links_elsewhere_are_refused": "test_links_elsewhere_are_refused",
    "test_the_origin_is_the_first_one_on_every_page": "test_the_origin_is_the_first_one",
    "test_paging_ends": "test_paging_ends",
    "test_redirects_elsewhere_are_refused": "test_redirects",
    "test_redirects_within_the_origin_are_followed_to_an_end": "test_redirects",
    "test_redirects_of_a_post_are_not_followed": "test_redirects_of_a_post_are_not_followed",
    "test_the_base_url_is_checked": "test_the_base_url_is_checked",
    "test_secrets_are_not_shown": "test_secrets_are_not_shown",
    "test_secrets_of_urls_are_not_in_errors": "test_secrets_of_urls_are_not_in_errors",
    "test_type_names_of_a_payload_load_nothing": "test_names_of_a_payload_are_data",
    "test_special_names_of_a_payload_are_data": "test_names_of_a_payload_are_data",
    "test_inflation_is_bounded": "test_compressed_answers",
    "test_a_download_is_bytes_and_no_file": "test_csharp_vectors: streams on the wire",
    "test_retry_after_is_capped": "test_retry_after",
    "test_batch_parts_are_json": "test_batches",
    "test_a_silent_service_times_out": "test_timeouts",
}


@pytest.fixture(scope="module")
def program() -> Iterator[harness.Program]:
    path, library, own = harness.built()
    assert (library, own) == ([], [])
    with harness.Program(path) as running:
        yield running


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


@needs_shared
@pytest.mark.shared
def test_every_client_case_has_its_test() -> None:
    cases = json.loads((SHARED / "security" / "cases.json").read_text(encoding="utf-8"))
    found = cases["cases"] if isinstance(cases, dict) else cases
    wanted = {
        COVERED[case["id"]]
        for case in found
        if case["format"] == "client" and case["class"].startswith("client-")
    }
    assert wanted <= set(OURS)


@pytest.mark.parametrize("key", ["../admin", "a/b", "a?b=c", "a#b", "%2e%2e", "a\\b", "ä b", "x;y"])
def test_a_key_is_one_segment(key: str, program: harness.Program, service: Service) -> None:
    assert program.ask("read", service.root, key=key)["error"] == "ODataError"
    path = service.received[-1].target.partition("?")[0]
    assert path.startswith("/v1.0/identity/apiConnectors/")
    assert path.count("/") == 4
    assert unquote(path.rpartition("/")[2]) == key


def test_any_text_is_one_segment(program: harness.Program) -> None:
    chance = random.Random(7)
    letters = [chr(n) for n in range(1, 256)] + list("/?#\\ '&=;%.") * 9 + ["\u2028", "\U0001f600"]
    keys = ["".join(chance.choices(letters, k=chance.randint(1, 12))) for _ in range(500)]
    keys = [key for key in keys if key not in (".", "..")]
    urls = program.ask("keys", keys=keys)["result"]
    for key, url in zip(keys, urls, strict=True):
        segment = url.rpartition("/")[2]
        assert not set(segment) & set("/?#\\ '&=;")
        assert unquote(segment) == key


@pytest.mark.parametrize("key", [".", "..", ""])
def test_dot_segments_and_nothing_are_refused(
    key: str, program: harness.Program, service: Service
) -> None:
    assert program.ask("read", service.root, key=key)["error"] == "ArgumentException"
    assert service.received == []


@pytest.mark.parametrize("text", ['"a" OR "b"', "a AND b", "a\nb", "a&$top=1", "a#b", "'", "100%"])
def test_search_and_filter_text(text: str, program: harness.Program, service: Service) -> None:
    assert "error" not in program.ask("filter", service.root, text=text)
    assert service.received[-1].query == {"$search": text, "$filter": text}
    assert "\n" not in service.received[-1].target


@pytest.mark.parametrize("value", ["a\r\nX-Canary: 1", "a\nb", "a\x00b", "a\x7fb"])
def test_headers(value: str, program: harness.Program, service: Service) -> None:
    for given in ({"name": "x-a", "value": value}, {"name": f"x{value}", "value": "a"}):
        assert program.ask("header", service.root, **given)["error"] == "ArgumentException"
    assert program.ask("ETag", service.root, value=value)["error"] == "ArgumentException"
    host = program.ask("header", service.root, name="Host", value="other.invalid")
    assert "transport" in host["message"]
    assert service.received == []


def test_there_are_no_multipart_bodies() -> None:
    for path in harness.GENERATED.rglob("*.cs"):
        assert "multipart" not in path.read_text(encoding="utf-8").lower()


def test_links_elsewhere_are_refused(
    program: harness.Program, service: Service, elsewhere: Service
) -> None:
    links = link_elsewhere(service, elsewhere)
    for link in links:
        service.answers.append(json_answer({"value": [{"id": "1"}], "@odata.nextLink": link}))
        assert program.ask("iterated", service.root)["error"] == "UnsafeUrlException", link
        found = program.ask("with a URL", service.root, url=link)
        assert found["error"] == "UnsafeUrlException", link
    assert len(service.received) == len(links)


def test_the_origin_is_the_first_one(
    program: harness.Program, service: Service, elsewhere: Service
) -> None:
    for page in range(1, 4):
        link = f"{service.root}/page?n={page}"
        service.answers.append(json_answer({"value": [], "@odata.nextLink": link}))
    service.answers.append(json_answer({"value": [], "@odata.nextLink": f"{elsewhere.root}/page"}))
    assert program.ask("iterated", service.root)["error"] == "UnsafeUrlException"
    assert len(service.received) == 4


def test_paging_ends(program: harness.Program, service: Service) -> None:
    def endless(request: Received) -> Answer:
        number = int(request.query.get("n", "0")) + 1
        service.answers.append(endless)
        return json_answer({"value": [{}], "@odata.nextLink": f"{service.root}/page?n={number}"})

    service.answers.append(endless)
    found = program.ask("iterated", service.root, pages=7)
    assert found["error"] == "PagingStoppedException"
    assert len(service.received) == 7
    service.answers[:] = [
        json_answer({"value": [], "@odata.nextLink": f"{service.root}/identity/apiConnectors"})
    ]
    assert "already" in program.ask("iterated", service.root)["message"]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects(
    status: int, program: harness.Program, service: Service, elsewhere: Service
) -> None:
    location = f"{elsewhere.root}/x?sig=abcdef"
    service.answers.append(Answer(status, b"", {"Location": location}))
    found = program.ask("secrets", service.root)
    assert (found["error"], found["detail"]) == ("RedirectRefusedException", location)
    assert "abcdef" not in found["shown"]
    here = Answer(status, b"", {"Location": "/v1.0/identity/apiConnectors"})
    service.answers.append(here)
    assert program.ask("listed", service.root)["result"] == 0
    service.answers += [here] * 20
    assert program.ask("listed", service.root)["error"] == "RedirectRefusedException"


@pytest.mark.parametrize("status", [301, 302, 307, 308])
@pytest.mark.parametrize("same", [True, False])
def test_redirects_of_a_post_are_not_followed(
    same: bool, status: int, program: harness.Program, service: Service, elsewhere: Service
) -> None:
    root = service.root if same else elsewhere.root
    service.answers.append(Answer(status, b"", {"Location": f"{root}/x"}))
    assert program.ask("create", service.root)["error"] == "RedirectRefusedException"
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
        "https://h.invalid/?a=b",
        "https://h.invalid/#x",
        "https://h.invalid\\@other.invalid/",
        "https://h.invalid:99999/",
        "https://{host}/",
        "https:///v1.0",
        "",
    ],
)
def test_the_base_url_is_checked(base: str, program: harness.Program) -> None:
    assert program.ask("base URL", url=base)["error"] == "UnsafeUrlException"


@pytest.mark.parametrize(
    "base",
    ["http://localhost/", "http://127.0.0.1:8080/v1", "http://[::1]:1/", "https://h.invalid"],
)
def test_loopback_and_https_are_fine(base: str, program: harness.Program) -> None:
    found = program.ask("base URL", url=base)["result"]
    assert found == f"{base.rstrip('/')}/identity"


def test_secrets_are_not_shown(program: harness.Program, service: Service) -> None:
    shown = json.dumps(program.ask("shown", service.root)["result"])
    service.answers.append(Answer(500, b"oops"))
    failed = program.ask("secrets", service.root)
    assert failed["error"] == "ODataError"
    for text in (shown, json.dumps(failed)):
        for secret in (TOKEN, "MyPassword", "hidden-one", "hidden-two", "key-789"):
            assert secret not in text


@pytest.mark.parametrize("name", ["sig", "code", "access_token", "api_key", "client_secret", "SIG"])
def test_secrets_of_urls_are_not_in_errors(
    name: str, program: harness.Program, service: Service
) -> None:
    link = f"{service.root}/identity/apiConnectors?a=1&{name}=canary-7f3a"
    service.answers.append(Answer(500, b"no"))
    failed = program.ask("with a URL", service.root, url=link)
    assert service.received[-1].query[name] == "canary-7f3a"
    assert "a=1" in failed["message"]
    shown = program.ask("shown URL", service.root, url=link)
    assert "canary-7f3a" not in json.dumps([failed, shown])


def test_names_of_a_payload_are_data(program: harness.Program, service: Service) -> None:
    for name in (
        "#System.Diagnostics.Process",
        "#Microsoft.Graph.Models.User",
        "#",
        "#..x",
        "x" * 999,
    ):
        body = {"id": "1", "authenticationConfiguration": {"@odata.type": name, "a": 1}}
        service.answers.append(json_answer(body))
        found = program.ask("raw", service.root, key="1")["result"]
        assert found["configuration"] == "ApiAuthenticationConfigurationBase"
        assert found["inner"] == ["a"]
    hostile: dict[str, Any] = {
        "__proto__": {"polluted": 1},
        "constructor": {},
        "RawMembers": 5,
        "ToJson": "no",
        "$type": "System.Diagnostics.Process, System",
        "AdditionalData": None,
    }
    service.answers.append(json_answer({"id": "1", **hostile}))
    found = program.ask("raw", service.root, key="1")["result"]
    assert found["type"] == "IdentityApiConnector"
    assert found["names"] == list(hostile)
    assert json.loads(found["json"]) == {"id": "1", **hostile}


def test_compressed_answers(program: harness.Program, service: Service) -> None:
    plain = b" " * (64 * 1024 * 1024)
    body = json.dumps({"value": [{"id": str(n)} for n in range(500)]}).encode()
    for encoding, packed, expected in (
        ("gzip", gzip.compress(plain, 9), "ResponseTooLargeException"),
        ("deflate", zlib.compress(plain, 9), "ResponseTooLargeException"),
        ("gzip", gzip.compress(body), 500),
        ("deflate", zlib.compress(body), 500),
        ("deflate", zlib.compress(body)[2:-4], 500),
        ("br", b"{}", "UnexpectedAnswerException"),
        ("gzip, gzip", b"{}", "UnexpectedAnswerException"),
        ("x", b"{}", "UnexpectedAnswerException"),
        ("gzip", b"no gzip at all", "UnexpectedAnswerException"),
        ("gzip", gzip.compress(b'{"value": []}' * 99)[:-9], "UnexpectedAnswerException"),
        ("deflate", zlib.compress(body)[:-9], "UnexpectedAnswerException"),
    ):
        service.answers.append(Answer(200, packed, {"Content-Encoding": encoding}))
        found = program.ask("listed", service.root)
        assert found.get("error", found.get("result")) == expected, (encoding, found)


@pytest.mark.parametrize("value", ["999999999", "9" * 400, "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_retry_after(value: str, program: harness.Program, service: Service) -> None:
    service.answers.append(Answer(429, b"", {"Retry-After": value}))
    started = time.monotonic()
    assert program.ask("listed", service.root)["detail"]["status"] == 429
    assert time.monotonic() - started < 30  # the least that was asked for is centuries
    assert len(service.received) == 1


@pytest.mark.parametrize("value", ["-1", "x", "1e3", "\xb2", "Fri, 99 Foo 2020", "nan"])
def test_a_broken_retry_after_counts_as_none(
    value: str, program: harness.Program, service: Service
) -> None:
    service.answers.append(Answer(429, b"", {"Retry-After": value}))
    assert program.ask("create", service.root)["detail"]["status"] == 429
    assert len(service.received) == 1


def test_batches(program: harness.Program, service: Service) -> None:
    hostile = 'x\r\n--batch_boundary\r\nX-Canary: 1\r\n\r\n{"id":"0"}'
    assert "error" not in program.ask("hostile batch", service.root, text=hostile)
    sent = service.received[-1]
    assert b"\n" not in sent.body
    items = sent.json["requests"]
    assert [item["id"] for item in items] == ["1", "2"]
    assert items[1]["body"] == {"displayName": hostile}
    assert "\r" not in items[0]["url"] + items[1]["url"]
    foreign = program.ask("foreign batch", service.root, url="https://other.invalid/v1.0")
    assert foreign["error"] == "UnsafeUrlException"
    outside = program.ask("foreign batch", service.root, url=f"{service.origin}/admin")
    assert outside["error"] == "ArgumentException"


def test_timeouts(program: harness.Program, service: Service) -> None:
    service.answers.append(Answer(200, b"{}", {}, delay=3))
    found = program.ask("listed", service.root, timeout=0.3)
    assert (
        found["error"] == "RequestTimedOutException"
    )  # else there is an answer, after three seconds
    for seconds in ("0", "-1", "Infinity", "NaN", "1e9"):
        assert "error" in program.ask("options", seconds=seconds)
    assert program.ask("options", seconds="5")["result"] == "made"
