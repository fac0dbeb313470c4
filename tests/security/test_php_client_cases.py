"""Hostile input to the generated PHP client, by the ids of the cases; `COVERED` maps each to its tests."""

from __future__ import annotations

import gzip
import json
import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "behaviour"))
from behaviour.php_script import PACKAGE, Thrown, php
from behaviour.service import TOKEN, Answer, Received, Service, json_answer
from security.test_client_cases import COVERED, link_elsewhere
from toolchains import needs

pytestmark = [needs("php"), pytest.mark.xdist_group("php")]


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


def test_every_case_of_the_other_client_is_here() -> None:
    """The cases and their tests have the same names in every language."""
    assert set(COVERED.values()) <= set(globals())


# Each of `$value->items` is tried; what is thrown is told by its class and message.
TRIED = """
$told = [];
foreach ($value->items as $item) {
    try {
        %s
        $told[] = 'nothing';
    } catch (Throwable $error) {
        $told[] = classes($error)[0] . ': ' . $error->getMessage();
    }
}
return $told;
"""


def tried(lines: str, service: Service | None, items: list[object]) -> list[str]:
    found: list[str] = php(TRIED % lines, service, items=items)
    return found


def test_a_key_is_one_segment(service: Service) -> None:
    keys = ["../admin", "a/b", "a?b=c", "a#b", "%2e%2e", "a\\b", "ä b", "x;y"]
    tried("$connectors->byIdentityApiConnectorId($item)->get()->wait();", service, list(keys))
    assert len(service.received) == len(keys)
    for key, sent in zip(keys, service.received, strict=True):
        assert sent.target.startswith("/v1.0/identity/apiConnectors/")
        assert sent.target.count("/") == 4
        assert unquote(sent.target.rpartition("/")[2]) == key


def test_dot_segments_and_nothing_are_refused(service: Service) -> None:
    told = tried("$connectors->byIdentityApiConnectorId($item);", service, [".", "..", ""])
    assert all("cannot be a path segment" in text for text in told)
    assert "not UTF-8" in php('return Url::segment("a\\xff");').message


TEXTS = [
    "'",
    "''",
    "a'b",
    "/?#&=() ",
    "\\",
    "%27",
    "ü\u202e",
    "\x00\n",
    "O'Neil')/x?$filter=(1 eq 1",
]


def test_text_keys_are_quoted_and_encoded() -> None:
    written = php("return array_map(fn ($t) => Url::literal($t), $value->texts);", texts=TEXTS)
    for text, literal in zip(TEXTS, written, strict=True):
        assert literal[0] == literal[-1] == "'"
        inner = literal[1:-1]
        assert not set(inner) & set("'/?#&=() ")
        assert unquote(inner).replace("''", "'") == text


WRONG_KEYS: list[tuple[object, str]] = [
    ("1 or true", "Edm.Guid"),
    ("00000000-0000-0000-0000-00000000000g", "Edm.Guid"),
    ("1 or 1", "Edm.Int32"),
    (2**31, "Edm.Int32"),
    (True, "Edm.Int32"),
    ("true)", "Edm.Boolean"),
    ("2020-01-01,x=1", "Edm.Date"),
    ("2020-01-01\n", "Edm.Date"),
    ("1e5)/x", "Edm.Double"),
    ("PT1S'", "Edm.Duration"),
    ("a'b", "Edm.Binary"),
]


def test_keys_are_of_their_type() -> None:
    for lines in (
        "Url::keyPredicate(['id', $item[0], $item[1]]);",
        "Url::segment($item[0], $item[1]);",
    ):
        told = tried(lines, None, [list(wrong) for wrong in WRONG_KEYS])
        assert all(text.startswith("InvalidArgumentException") for text in told), told
    written = php(
        "return Url::keyPredicate(['a,b', 'x,y=z/', 'Edm.String'], ['c=', 5, 'Edm.Int32']);"
    )
    assert written == "(a%2Cb='x%2Cy%3Dz%2F',c%3D=5)"


def test_search_and_filter_text_stays_in_its_option(service: Service) -> None:
    texts = ['"a" OR "b"', "a AND b", "a\nb", "a&$top=1", "a#b", "'", "100%"]
    lines = """
        $configuration = new RequestConfiguration();
        $configuration->queryParameters = RequestConfiguration::createQueryParameters(search: $item, filter: $item);
        $connectors->get($configuration)->wait();
    """
    assert set(tried(lines, service, list(texts))) == {"nothing"}
    for text, sent in zip(texts, service.received, strict=True):
        assert sent.query == {"$search": text, "$filter": text}
        assert "\n" not in sent.target


def test_headers_with_control_characters_are_refused(service: Service) -> None:
    values = ["a\r\nX-Canary: 1", "a\nb", "a\x00b", "a\x7fb"]
    lines = """
        $configuration = new RequestConfiguration();
        $configuration->%s;
        $connectors->get($configuration);
    """
    told = tried(lines % "headers = ['x-a' => $item]", service, list(values))
    told += tried(lines % "etag = $item", service, list(values))
    assert all("line break or control" in text for text in told), told
    told = tried(lines % "headers = [\"x{$item}\" => 'a']", service, list(values))
    assert all("header name" in text for text in told), told
    told = tried(
        lines % "headers = [$item => 'a']", service, ["Host", "content-length", "Connection"]
    )
    assert all("transport" in text for text in told), told
    assert service.received == []


def test_there_are_no_multipart_bodies() -> None:
    """But for batches, whose boundary no body can know."""
    found = {p.stem for p in PACKAGE.rglob("*.php") if "multipart" in p.read_text("utf-8")}
    assert found <= {"MultipartBatch", "ServiceBuilder"}
    source = (PACKAGE / "src" / "Runtime" / "ServiceBuilder.php").read_text("utf-8")
    assert "bin2hex(random_bytes(16))" in source


def test_links_elsewhere_are_refused(service: Service, elsewhere: Service) -> None:
    links = link_elsewhere(service, elsewhere)
    for link in links:
        service.answers.append(json_answer({"value": [{"id": "1"}], "@odata.nextLink": link}))
    told = tried("iterator_to_array($connectors->iterate());", service, [0] * len(links))
    told += tried("$connectors->withUrl($item);", service, list(links))
    assert all(text.startswith("UnsafeUrl") for text in told), told
    assert not any("secret" in text for text in told)
    assert len(service.received) == len(links)


def test_the_origin_is_the_first_one_on_every_page(service: Service, elsewhere: Service) -> None:
    for page in range(1, 4):
        service.answers.append(
            json_answer({"value": [], "@odata.nextLink": f"{service.root}/page?n={page}"})
        )
    service.answers.append(json_answer({"value": [], "@odata.nextLink": f"{elsewhere.root}/page"}))
    thrown = php("iterator_to_array($connectors->iterate());", service)
    assert thrown.classes[0] == "UnsafeUrl"
    assert len(service.received) == 4


def test_paging_ends(service: Service) -> None:
    def endless(request: Received) -> Answer:
        number = int(request.query.get("n", "0")) + 1
        service.answers.append(endless)
        return json_answer({"value": [{}], "@odata.nextLink": f"{service.root}/page?n={number}"})

    service.answers.append(endless)
    lines = "iterator_to_array(client($root, maxPages: 7)->identity()->apiConnectors()->iterate());"
    assert "maxPages" in php(lines, service).message
    assert len(service.received) == 7
    service.answers[:] = [
        json_answer({"value": [], "@odata.nextLink": f"{service.root}/identity/apiConnectors"})
    ]
    assert "already" in php("iterator_to_array($connectors->iterate());", service).message


def test_redirects_elsewhere_are_refused(service: Service, elsewhere: Service) -> None:
    statuses = [301, 302, 303, 307, 308]
    location = f"{elsewhere.root}/x?sig=abcdef"
    service.answers += [Answer(status, b"", {"Location": location}) for status in statuses]
    found = php(
        """
        $told = [];
        foreach ($value->items as $item) {
            $configuration = new RequestConfiguration(['X-Api-Key' => 'k', 'Cookie' => 'c']);
            try {
                $connectors->get($configuration)->wait();
            } catch (Runtime\\RedirectRefused $error) {
                $told[] = [$error->getMessage(), $error->location];
            }
        }
        return $told;
        """,
        service,
        items=statuses,
    )
    assert [place for _, place in found] == [location] * len(statuses)
    assert not any("abcdef" in message for message, _ in found)


def test_redirects_within_the_origin_are_followed_to_an_end(service: Service) -> None:
    again = Answer(302, b"", {"Location": "/v1.0/identity/apiConnectors"})
    service.answers.append(again)
    assert php("return $connectors->get()->wait()->getValue();", service) == []
    service.answers += [again] * 20
    assert "in a row" in php("$connectors->get()->wait();", service).message


def test_redirects_of_a_post_are_not_followed(service: Service, elsewhere: Service) -> None:
    places = [(s, root) for s in (301, 302, 307, 308) for root in (service.root, elsewhere.root)]
    service.answers += [Answer(status, b"", {"Location": f"{root}/x"}) for status, root in places]
    told = tried("$connectors->post(connector())->wait();", service, [0] * len(places))
    assert all(text.startswith("RedirectRefused") for text in told), told
    assert len(service.received) == len(places)


BAD_ROOTS = [
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
    "https://h.invalid/\n",
]


def test_the_base_url_is_checked() -> None:
    told = tried("client($item);", None, list(BAD_ROOTS))
    assert all(text.startswith("UnsafeUrl") for text in told), told
    good = ["http://localhost/", "http://127.0.0.1:8080/v1", "http://[::1]:1/", "https://h.invalid"]
    assert set(tried("client($item);", None, list(good))) == {"nothing"}


def test_secrets_are_not_shown(service: Service) -> None:
    service.answers.append(Answer(500, b"oops"))
    shown = php(
        """
        $body = new BasicAuthentication();
        $body->setUsername('u');
        $body->setPassword('hush-hush');
        $headers = ['Authorization' => 'Bearer abc123abc', 'X-Api-Key' => 'key-789'];
        $request = $connectors->toGetRequestInformation(new RequestConfiguration($headers));
        try {
            $connectors->get()->wait();
        } catch (ODataError $failure) {
        }
        $text = '';
        foreach ([$client, $connectors, $body, $request, $failure, new Runtime\\AccessToken('abc123abc', 1)] as $one) {
            ob_start();
            var_dump($one);
            $text .= print_r($one, true) . ob_get_clean();
        }
        return $text . $failure;
        """,
        service,
    )
    for secret in (TOKEN, "hush-hush", "abc123abc", "key-789"):
        assert secret not in shown
    assert "***" in shown


def test_traces_hold_no_secrets(service: Service) -> None:
    """Not even where PHP is told to keep the arguments of calls, as it does without a configuration."""
    service.answers += [Answer(200, b"{}", {}, delay=4), Answer(200, b"<html>")]
    shown = php(
        """
        ini_set('zend.exception_ignore_args', '0');
        $text = '';
        $slow = static fn () => client($root, timeout: 1.0)->identity()->apiConnectors()->get()->wait();
        $wrong = static fn () => $connectors->get()->wait();
        $dead = static fn () => client('http://127.0.0.1:1')->identity()->apiConnectors()->get()->wait();
        foreach ([$slow, $wrong, $dead] as $call) {
            try {
                $call();
            } catch (Runtime\\ClientException $error) {
                $text .= print_r($error, true) . print_r($error->getTrace(), true) . $error->getTraceAsString();
            }
        }
        return $text;
        """,
        service,
    )
    assert "TimedOut" in shown and "UnexpectedAnswer" in shown and "ConnectionFailed" in shown
    assert TOKEN not in shown


def test_secrets_of_urls_are_not_in_errors(service: Service) -> None:
    names = ["sig", "code", "access_token", "api_key", "client_secret", "SIG"]
    service.answers += [Answer(500, b"no")] * len(names)
    links = [f"{service.root}/identity/apiConnectors?a=1&{name}=canary-7f3a" for name in names]
    told = php(
        """
        $told = [];
        foreach ($value->items as $item) {
            $there = $connectors->withUrl($item);
            try {
                $there->get()->wait();
            } catch (ODataError $error) {
                $shown = print_r($there, true) . print_r($there->toGetRequestInformation(), true);
                $told[] = $error->getMessage() . $error . print_r($error, true) . $shown;
            }
        }
        return $told;
        """,
        service,
        items=links,
    )
    assert len(told) == len(names)
    for name, sent, text in zip(names, service.received, told, strict=True):
        assert sent.query[name] == "canary-7f3a"
        assert "a=1" in text
        assert "canary-7f3a" not in text


def test_type_names_of_a_payload_load_nothing(service: Service) -> None:
    names = [
        "#ArrayObject",
        "#Microsoft\\Graph\\Runtime\\Core",
        "#",
        "#..x",
        "x" * 9999,
        "#SplFileObject",
    ]
    for name in names:
        service.answers.append(
            json_answer({"id": "1", "authenticationConfiguration": {"@odata.type": name, "a": 1}})
        )
    found = php(
        """
        $told = [];
        spl_autoload_register(static function (string $name) use (&$told): void {
            $told[] = "asked for {$name}";
        });
        foreach ($value->items as $item) {
            $found = $connectors->byIdentityApiConnectorId('1')->get()->wait()->getAuthenticationConfiguration();
            $told[] = [classes($found)[0], $found->getAdditionalData()['a']];
        }
        return $told;
        """,
        service,
        items=names,
    )
    assert found == [["ApiAuthenticationConfigurationBase", 1]] * len(names)


def test_special_names_of_a_payload_are_data(service: Service) -> None:
    hostile = {
        "__proto__": {"polluted": 1},
        "constructor": {},
        "__construct": "x",
        "json": 5,
        "this": {},
        "toJson": "no",
        "": None,
        "0": [1],
    }
    service.answers.append(json_answer({"id": "1", **hostile}))
    name, more, written = php(
        """
        $found = $connectors->byIdentityApiConnectorId('1')->get()->wait();
        return [classes($found)[0], (object) $found->getAdditionalData(), $found->toJson()];
        """,
        service,
    )
    assert name == "IdentityApiConnector"
    assert more == hostile
    assert json.loads(written) == {"id": "1", **hostile}


def test_nothing_is_made_of_serialized_data() -> None:
    """No text that comes from outside reaches PHP's own `unserialize`, `eval` or `include`."""
    for path in PACKAGE.rglob("*.php"):
        text = path.read_text("utf-8")
        for word in ("unserialize(", "eval(", "include_once", "include(", "extract(", "assert("):
            assert f" {word}" not in text.replace("__unserialize(", ""), path


def test_inflation_is_bounded(service: Service) -> None:
    plain = b" " * (64 * 1024 * 1024)
    for encoding, packed in (
        ("gzip", gzip.compress(plain, 9)),
        ("deflate", zlib.compress(plain, 9)),
    ):
        assert len(plain) / len(packed) > 100
        service.answers.append(Answer(200, packed, {"Content-Encoding": encoding}))
    told = tried("$connectors->get()->wait();", service, [0, 0])
    assert all(text.startswith("ResponseTooLarge") for text in told), told


def test_honest_compression_is_read(service: Service) -> None:
    body = json.dumps({"value": [{"id": str(n)} for n in range(500)]}).encode()
    for encoding, packed in (
        ("gzip", gzip.compress(body)),
        ("deflate", zlib.compress(body)),
        ("deflate", zlib.compress(body)[2:-4]),
    ):
        service.answers.append(Answer(200, packed, {"Content-Encoding": encoding}))
    counts = php(
        "return array_map(fn () => count($connectors->get()->wait()->getValue()), [1, 2, 3]);",
        service,
    )
    assert counts == [500] * 3


def test_encodings_not_asked_for_are_refused(service: Service) -> None:
    encodings = ["br", "zstd", "gzip, gzip", "x"]
    service.answers += [Answer(200, b"{}", {"Content-Encoding": each}) for each in encodings]
    told = tried("$connectors->get()->wait();", service, list(encodings))
    assert all(text.startswith("UnexpectedAnswer") for text in told), told


def test_a_cut_compressed_answer_is_an_error(service: Service) -> None:
    packed = gzip.compress(b'{"value": []}' * 99)[:-9]
    service.answers.append(Answer(200, packed, {"Content-Encoding": "gzip"}))
    assert "UnexpectedAnswer" in php("$connectors->get()->wait();", service).classes


def test_a_download_is_bytes_and_no_file(service: Service, tmp_path: Path) -> None:
    names = ["../../x", "CON", "/etc/passwd"]
    for name in names:
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        service.answers.append(Answer(200, b"\x00\x01", headers))
    found = php(
        """
        chdir($value->folder);
        $place = new Runtime\\Place(Runtime\\Core::connect(new Tokens(), [], $root));
        $told = [];
        foreach ($value->names as $name) {
            $told[] = bin2hex((string) $place->send($place->child('/file')->request('GET', Answer::content(), null))->wait());
        }
        return $told;
        """,
        service,
        names=names,
        folder=str(tmp_path),
    )
    assert found == ["0001"] * len(names)
    assert list(tmp_path.iterdir()) == []


def test_retry_after_is_capped(service: Service) -> None:
    values = ["999999999", "9" * 400, "Fri, 31 Dec 9999 23:59:59 GMT"]
    service.answers += [Answer(429, b"", {"Retry-After": value}) for value in values]
    started = time.monotonic()
    told = tried("$connectors->get()->wait();", service, list(values))
    assert all(text.startswith("ODataError: 429") for text in told), told
    assert time.monotonic() - started < 90  # the least that was asked for is centuries
    assert len(service.received) == len(values)
    broken = ["-1", "x", "1e3", "\xb2", "Fri, 99 Foo 2020", "nan"]
    pauses = php(
        """
        $pause = static fn ($method, $item) => Retry::pause($method, 429, ['retry-after' => $item], 1, 0);
        return array_map(static fn ($item) => [$pause('POST', $item), $pause('GET', $item)], $value->items);
        """,
        items=broken,
    )
    assert pauses == [[None, 1.0]] * len(broken)


def test_batch_parts_are_json(service: Service) -> None:
    hostile = 'x\r\n--batch_boundary\r\nX-Canary: 1\r\n\r\n{"id":"0"}'
    told = php(
        """
        $configuration = new RequestConfiguration();
        $configuration->queryParameters = RequestConfiguration::createQueryParameters(filter: $value->text);
        $first = $connectors->toGetRequestInformation($configuration);
        $body = new IdentityApiConnector();
        $body->setDisplayName($value->text);
        $second = $connectors->byIdentityApiConnectorId($value->text)->toPatchRequestInformation($body);
        $client->batch([$first, $second])->wait();
        $bad = [
            new Request('GET', $first->url, $first->answer, ['x-a' => "b\\r\\nc: d"]),
            $first->at('https://other.invalid/v1.0/me'),
            $first->at($value->origin . '/admin'),
        ];
        $told = [];
        foreach ($bad as $request) {
            try {
                $client->batch([$request]);
            } catch (InvalidArgumentException $error) {
                $told[] = $error->getMessage();
            }
        }
        return $told;
        """,
        service,
        text=hostile,
        origin=service.origin,
    )
    sent = service.received[-1]
    assert b"\n" not in sent.body
    items = sent.json["requests"]
    assert [item["id"] for item in items] == ["1", "2"]
    assert items[1]["body"] == {"displayName": hostile}
    assert "\r" not in items[0]["url"] + items[1]["url"]
    assert "line break" in told[0]
    assert "refused" in told[1]
    assert "below the service root" in told[2]


def test_a_silent_service_times_out(service: Service) -> None:
    service.answers.append(Answer(200, b"{}", {}, delay=3))
    thrown = php(
        "client($root, timeout: 0.3)->identity()->apiConnectors()->get()->wait();", service
    )
    assert isinstance(thrown, Thrown)  # else there is an answer, after three seconds
    assert thrown.classes[0] == "TimedOut"


def test_timeouts_are_finite() -> None:
    lines = "client('https://h.invalid', timeout: (float) $item);"
    told = tried(lines, None, [0, -1, 1e300])
    told += php(
        "try { client('https://h.invalid', timeout: NAN); } catch (Throwable $e) { return [classes($e)[0]]; }"
    )
    assert all(text.startswith("ConfigurationError") for text in told), told


def test_masking_takes_time_by_length_alone() -> None:
    """Texts that made the patterns try all ways of cutting them, 120 KB each."""
    parts = ["?token", "?a", "&key;", "bearer ", "http://", "a.", "?a=1;b", "?a=;token"]
    started = time.monotonic()
    masked = php(
        """
        return array_map(
            static fn ($part) => Runtime\\Mask::text('ftp://h/' . str_repeat($part, intdiv(120_000, strlen($part)))),
            $value->parts
        );
        """.replace("\\\\", "\\"),
        parts=parts,
    )
    assert time.monotonic() - started < 10
    assert all(text.startswith("ftp://h/") for text in masked)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://u:p@h/x", "https://***@h/x"),
        ("/x?access_token=abc&b=1", "/x?access_token=***&b=1"),
        ("/x?%74oken=abc", "/x?%74oken=***"),
        ("/x?a=1;sig=abc;d", "/x?a=1;sig=***"),
        ("/x?a=1&signal=2#code=abc", "/x?a=1&signal=2#code=***"),
        ("Bearer abcdefgh.i", "Bearer ***"),
    ],
)
def test_what_is_masked(text: str, shown: str) -> None:
    assert php("return Runtime\\Mask::text($value->text);", text=text) == shown


def test_a_line_has_nothing_unseen() -> None:
    text = "a\u2028b\u202ec\u0085d\x1be\r\nf\u2066g\u061ch" + "é" * 400
    shown = php("return Runtime\\Mask::line($value->text);", text=text)
    assert (
        shown
        == ("a b c d e f g h" + "é" * 400).encode()[:500].decode("utf-8", "ignore")[: len(shown)]
    )
    assert len(shown) > 200
    assert php(r'return Runtime\Mask::line("a\xffb");') == "a?b"


@pytest.mark.parametrize(
    "text",
    [
        '{"value": [], "value": []}',
        '{"value": [{"id": "1", "a": {"b": 1.5, "b": 2}}]}',
        '{"value": [], "\\u0076alue": []}',
    ],
)
def test_a_member_twice_is_told(service: Service, text: str) -> None:
    service.answers.append(Answer(200, text.encode(), {"Content-Type": "application/json"}))
    thrown = php("return $connectors->get()->wait();", service)
    assert "UnexpectedAnswer" in thrown.classes
    assert "twice" in thrown.message


def test_texts_like_members_are_no_members() -> None:
    text = '{"a": ["b", "\\":", {}], "b" : {"a": "a\\\\"}, "": "x\\": "}'
    assert php("return Runtime\\Json::decode($value->text);", text=text) == json.loads(text)


def test_what_follows_a_compressed_answer_is_refused(service: Service) -> None:
    packed = gzip.compress(b'{"value": []}')
    for more in (b"x", b"x" * 10**7, packed):
        service.answers.append(Answer(200, packed + more, {"Content-Encoding": "gzip"}))
        thrown = php("return $connectors->get()->wait();", service)
        assert "UnexpectedAnswer" in thrown.classes
        assert "follows" in thrown.message


def test_a_token_in_clear_text_meets_no_proxy(service: Service, elsewhere: Service) -> None:
    lines = """
        $proxied = new GuzzleHttp\\Client(['proxy' => $value->proxy]);
        return client($root, httpClient: $proxied)->identity()->apiConnectors()->get()->wait()->getValue();
    """
    assert php(lines.replace("GuzzleHttp", "\\GuzzleHttp"), service, proxy=elsewhere.origin) == []
    assert len(service.received) == 1


def test_numbers_beyond_all_types_are_kept_or_refused_at_once(service: Service) -> None:
    for digits in ("1e1000000", "1e111111111111111111111"):
        body = f'{{"value": [], "@odata.count": {digits}, "more": {digits}}}'
        service.answers.append(Answer(200, body.encode(), {"Content-Type": "application/json"}))
        lines = """
            $page = $connectors->get()->wait();
            try {
                $page->getOdataCount();
            } catch (Runtime\\DecodeError) {
                return $page->getAdditionalData()['more']->digits;
            }
        """.replace("\\\\", "\\")
        assert php(lines, service) == digits
