"""All seven calls of the API connectors in PHP, and what goes wrong with them, over real sockets."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from toolchains import needs

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.php_script import Thrown, php
from behaviour.service import TOKEN, Answer, Service, error_answer, json_answer

pytestmark = [needs("php"), pytest.mark.xdist_group("php")]


@pytest.fixture
def service() -> Iterator[Service]:
    with Service() as started:
        yield started


def test_create_with_basic_authentication(service: Service) -> None:
    made = php(
        """
        $made = $connectors->post(connector())->wait();
        $configuration = $made->getAuthenticationConfiguration();
        return [$made->getId(), $configuration::class, $configuration->getPassword()];
        """,
        service,
    )
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
    assert made == ["c1", "Microsoft\\Graph\\Generated\\Models\\BasicAuthentication", "******"]


def test_create_with_a_certificate_sends_its_text_unchanged(service: Service) -> None:
    text = "eyJhbGciOi...plA"  # no base64, and yet what a caller wrote
    made = php(
        """
        $configuration = new Pkcs12Certificate();
        $configuration->setPkcs12Value($value->text);
        $configuration->setPassword('');
        $body = connector();
        $body->setAuthenticationConfiguration($configuration);
        $list = $connectors->post($body)->wait()->getAuthenticationConfiguration()->getCertificateList();
        return [count($list), $list[0]->getThumbprint(), $list[0]->getIsActive(), $list[0]->getNotAfter()];
        """,
        service,
        text=text,
    )
    assert service.received[-1].json["authenticationConfiguration"] == {
        "@odata.type": "#microsoft.graph.pkcs12Certificate",
        "pkcs12Value": text,
        "password": "",
    }
    assert made == [1, "0EB255CC895477798BA418B378255204304897AD", True, 1666350522]


def test_list_one_page_and_its_link(service: Service) -> None:
    for name in ("a", "b", "c"):
        service.add(name)
    names, count, link = php(
        """
        $configuration = new RequestConfiguration();
        $configuration->queryParameters = RequestConfiguration::createQueryParameters(count: true);
        $page = $connectors->get($configuration)->wait();
        $names = array_map(static fn ($item) => $item->getDisplayName(), $page->getValue());
        return [$names, $page->getOdataCount(), $page->getOdataNextLink()];
        """,
        service,
    )
    assert (names, count) == (["a", "b"], 3)
    assert link.startswith(service.root)


def test_iterate_follows_the_links(service: Service) -> None:
    for name in "abcde":
        service.add(name)
    names = php(
        """
        $configuration = new RequestConfiguration();
        $parameters = RequestConfiguration::createQueryParameters();
        $parameters->top = 50;
        $parameters->select = ['id', 'displayName'];
        $configuration->queryParameters = $parameters;
        $names = [];
        foreach ($connectors->iterate($configuration) as $at => $item) {
            $names[$at] = $item->getDisplayName();
        }
        return $names;
        """,
        service,
    )
    assert names == list("abcde")
    assert len(service.received) == 3
    assert service.received[0].query == {"$top": "50", "$select": "id,displayName"}


def test_iterate_knows_the_count_and_the_delta_link(service: Service) -> None:
    service.answers += [
        json_answer(
            {"value": [{"id": "1"}], "@odata.count": 2, "@odata.nextLink": "/v1.0/next?x=1"}
        ),
        json_answer({"value": [{"id": "2"}], "@odata.deltaLink": f"{service.root}/delta?t=1"}),
    ]
    found = php(
        """
        $pages = $connectors->iterate();
        $ids = array_map(static fn ($item) => $item->getId(), iterator_to_array($pages));
        return [$ids, $pages->count(), $pages->deltaLink()];
        """,
        service,
    )
    assert found == [["1", "2"], 2, f"{service.root}/delta?t=1"]
    assert service.received[1].target == "/v1.0/next?x=1"


def test_the_official_page_iterator(service: Service) -> None:
    for name in "abcde":
        service.add(name)
    found = php(
        """
        $names = [];
        $pages = new \\Microsoft\\Graph\\Core\\Tasks\\PageIterator(
            $connectors->get()->wait(),
            $client->getRequestAdapter()
        );
        $pages->iterate(static function ($item) use (&$names): bool {
            $names[] = $item->getDisplayName();
            return count($names) < 4;
        });
        return $names;
        """,
        service,
    )
    assert found == list("abcd")
    assert len(service.received) == 2


def test_with_url_takes_a_link_of_the_service(service: Service) -> None:
    for name in "abc":
        service.add(name)
    found = php(
        """
        $first = $connectors->get()->wait();
        $second = $connectors->withUrl($first->getOdataNextLink())->get()->wait();
        return [$second->getValue()[0]->getDisplayName(), $second->getOdataNextLink()];
        """,
        service,
    )
    assert found == ["c", None]


def test_read_one_and_its_etag(service: Service) -> None:
    key = service.add("a")
    found = php(
        """
        $configuration = new RequestConfiguration();
        $configuration->queryParameters = RequestConfiguration::createQueryParameters(select: ['id', 'displayName']);
        $found = $connectors->byIdentityApiConnectorId($value->key)->get($configuration)->wait();
        return [$found->getDisplayName(), $found->getAdditionalData()];
        """,
        service,
        key=key,
    )
    assert found == ["a", {"@odata.etag": 'W/"1"'}]
    assert service.received[-1].query == {"$select": "id,displayName"}


def test_update_sends_only_what_was_set(service: Service) -> None:
    key = service.add("a")
    changing = """
        $body = new IdentityApiConnector();
        $body->setDisplayName('New');
        $configuration = new RequestConfiguration();
        $configuration->etag = 'W/"1"';
        return $connectors->byIdentityApiConnectorId($value->key)->patch($body, $configuration)->wait();
    """
    assert php(changing, service, key=key) is None
    sent = service.received[-1]
    assert (sent.method, sent.json) == ("PATCH", {"displayName": "New"})
    assert sent.headers["if-match"] == 'W/"1"'
    refused = php(changing, service, key=key)
    assert isinstance(refused, Thrown)
    assert refused.classes[0] == "ODataError"
    assert refused.message.startswith("412 PreconditionFailed")


def test_update_that_answers_the_object(service: Service) -> None:
    service.answers.append(json_answer({"id": "c1", "displayName": "New"}))
    name = php(
        """
        $body = new IdentityApiConnector();
        $body->setDisplayName('New');
        return $connectors->byIdentityApiConnectorId('c1')->patch($body)->wait()->getDisplayName();
        """,
        service,
    )
    assert name == "New"


def test_additional_data_is_plain_php(service: Service) -> None:
    more = {"a": {"b": [{"c": 1.5}], "d": {}}, "e": [], "f": {"0": 1}}
    service.answers.append(json_answer({"id": "1", **more}))
    found = php(
        """
        $found = $connectors->byIdentityApiConnectorId('1')->get()->wait();
        $more = $found->getAdditionalData();
        $seen = [$more['a']['b'][0]['c'], $more['a']['d'], $more['e'], $more['f']];
        $found->setAdditionalData($more);
        return [$seen, json_decode($found->toJson())];
        """,
        service,
    )
    assert found == [[1.5, {}, [], {"0": 1}], {"id": "1", **more}]


def test_an_explicit_null_is_sent(service: Service) -> None:
    key = service.add("a")
    php(
        """
        $body = new IdentityApiConnector();
        $body->setDisplayName('x');
        $body->setTargetUrl(null);
        $body->unset('displayName');
        $configuration = new RequestConfiguration();
        $configuration->validate = false;
        return $connectors->byIdentityApiConnectorId($value->key)->patch($body, $configuration)->wait();
        """,
        service,
        key=key,
    )
    assert service.received[-1].json == {"targetUrl": None}


def test_delete(service: Service) -> None:
    key = service.add("a")
    assert (
        php(
            "return $connectors->byIdentityApiConnectorId($value->key)->delete()->wait();",
            service,
            key=key,
        )
        is None
    )
    assert service.connectors == {}


def test_upload_client_certificate(service: Service) -> None:
    key = service.add("a")
    count, shown = php(
        """
        $body = new \\Microsoft\\Graph\\Generated\\Identity\\ApiConnectors\\Item\\UploadClientCertificate\\
            UploadClientCertificatePostRequestBody();
        $body->setPkcs12Value('AAAA');
        $body->setPassword('secret');
        $one = $connectors->byIdentityApiConnectorId($value->key);
        $answered = $one->uploadClientCertificate()->post($body)->wait();
        return [count($answered->getAuthenticationConfiguration()->getCertificateList()), print_r($body, true)];
        """.replace("\\\n            ", "\\"),
        service,
        key=key,
    )
    sent = service.received[-1]
    assert sent.target == "/v1.0/identity/apiConnectors/c1/uploadClientCertificate"
    assert sent.json == {"pkcs12Value": "AAAA", "password": "secret"}
    assert count == 1
    assert "secret" not in shown


def test_count(service: Service) -> None:
    service.add("a")
    assert php("return $connectors->count()->get()->wait();", service) == 1
    assert service.received[-1].headers["accept"] == "text/plain"


def test_calls_run_side_by_side(service: Service) -> None:
    for name in "abc":
        service.add(name)
    names = php(
        """
        $waiting = array_map(
            static fn ($id) => $connectors->byIdentityApiConnectorId($id)->get()
                ->then(static fn ($found) => $found->getDisplayName()),
            ['c1', 'c2', 'c3']
        );
        return array_map(static fn ($one) => $one->wait(), $waiting);
        """,
        service,
    )
    assert names == ["a", "b", "c"]


def test_throttled_twice_then_answered(service: Service) -> None:
    busy = error_answer(429, "TooManyRequests", "later", Retry_After="0")
    service.answers += [busy, busy]
    assert php("return $connectors->post(connector())->wait()->getId();", service) == "c1"
    bodies = [request.body for request in service.received]
    assert len(bodies) == 3
    assert len(set(bodies)) == 1


def test_a_create_without_retry_after_is_not_sent_twice(service: Service) -> None:
    service.answers.append(error_answer(503, "Unavailable", "down"))
    assert "ODataError" in php("$connectors->post(connector())->wait();", service).classes
    assert len(service.received) == 1


def test_retries_end(service: Service) -> None:
    busy = error_answer(503, "Unavailable", "down", Retry_After="0")
    service.answers += [busy] * 9
    lines = "client($root, maxRetries: 2)->identity()->apiConnectors()->get()->wait();"
    assert "ODataError" in php(lines, service).classes
    assert len(service.received) == 3


def test_an_error_says_what_the_service_says(service: Service) -> None:
    service.answers.append(
        error_answer(400, "badRequest", "displayName is taken", request_id="header-id")
    )
    found = php(
        """
        try {
            $connectors->get()->wait();
        } catch (ODataError $error) {
            $main = $error->getError();
            $inner = $main->getInnerError();
            return [
                $error->getResponseStatusCode(), $main->getCode(), $main->getMessage(), $main->getTarget(),
                $main->getDetails()[0]->getCode(), $inner->getRequestId(), $inner->getClientRequestId(),
                $inner->getDate()->format('Y'), $error->getRequestId(), $error->getClientRequestId(),
                $error->getResponseHeaders()['content-type'], $error->getMessage(),
                $error->getPrimaryErrorMessage(),
            ];
        }
        """,
        service,
    )
    assert found[:5] == [400, "badRequest", "displayName is taken", "displayName", "inner"]
    assert found[5:11] == ["r-1", "c-1", "2026", "header-id", "c-1", "application/json"]
    assert "displayName is taken" in found[11]
    assert found[12] == "displayName is taken"


def test_the_official_base_of_errors_is_caught(service: Service) -> None:
    caught = php(
        """
        try {
            $connectors->byIdentityApiConnectorId('none')->get()->wait();
        } catch (\\Microsoft\\Kiota\\Abstractions\\ApiException $error) {
            return $error->getError()->getCode();
        }
        """,
        service,
    )
    assert caught == "NotFound"


@pytest.mark.parametrize(
    "body", [b"<html>Bad gateway</html>", b"", b"[1]", b'{"error": 3}', b"\xff"]
)
def test_an_error_that_is_no_odata(service: Service, body: bytes) -> None:
    service.answers.append(Answer(502, body, {"Content-Type": "text/html"}))
    found = php(
        """
        try {
            $connectors->get()->wait();
        } catch (ODataError $error) {
            return [$error->getResponseStatusCode(), $error->getError()->getCode()];
        }
        """,
        service,
    )
    assert found == [502, None]


@pytest.mark.parametrize("body", [b"<html>", b"[1]", b'"text"', b'{"value": ', b"\xff\xfe"])
def test_an_answer_that_is_not_the_json_expected(service: Service, body: bytes) -> None:
    service.answers.append(Answer(200, body, {"Content-Type": "application/json"}))
    assert "UnexpectedAnswer" in php("$connectors->get()->wait();", service).classes


def test_the_token_is_kept_and_renewed_once_when_refused(service: Service) -> None:
    asked = php(
        """
        $tokens = new Tokens(['stale', 'token-of-the-tests']);
        $connectors = client($root, credential: $tokens)->identity()->apiConnectors();
        $connectors->get()->wait();
        $connectors->get()->wait();
        return $tokens->asked;
        """,
        service,
    )
    assert asked == [[f"{service.origin}/.default"]] * 2
    lines = "client($root, credential: new Tokens(['bad']))->identity()->apiConnectors()->get()->wait();"
    assert php(lines, service).message.startswith("401 ")


def test_scopes_are_the_callers_and_an_expired_token_is_replaced(service: Service) -> None:
    asked = php(
        """
        $tokens = new Tokens(['token-of-the-tests'], -5);
        $connectors = client($root, credential: $tokens, scopes: ['a/.default'])->identity()->apiConnectors();
        $connectors->get()->wait();
        $connectors->get()->wait();
        return $tokens->asked;
        """,
        service,
    )
    assert asked == [["a/.default"], ["a/.default"]]


def test_a_credential_that_fails(service: Service) -> None:
    thrown = php(
        """
        $broken = new class implements Runtime\\Credential {
            public function getToken(array $scopes): Runtime\\AccessToken
            {
                throw new LogicException('https://login.example/?code=0123456789 refused');
            }
        };
        client($root, credential: $broken)->identity()->apiConnectors()->get()->wait();
        """,
        service,
    )
    assert thrown.classes[0] == "AuthenticationFailed"
    assert "0123456789" not in thrown.message


def test_a_body_is_checked_before_it_is_sent(service: Service) -> None:
    bad = "$bad = new IdentityApiConnector(); $bad->setDisplayName('only a name');"
    refused = php(f"{bad} $connectors->post($bad)->wait();", service)
    assert refused.classes[0] == "ValidationFailed"
    assert "/targetUrl" in refused.message
    assert service.received == []
    sent = php(
        f"""{bad} $configuration = new RequestConfiguration(); $configuration->validate = false;
        $connectors->post($bad, $configuration)->wait();""",
        service,
    )
    assert sent.classes[0] == "ODataError"
    lines = (
        f"{bad} client($root, validate: false)->identity()->apiConnectors()->post($bad)->wait();"
    )
    assert php(lines, service).classes[0] == "ODataError"


def test_validators_say_where(service: Service) -> None:
    found = php("""
        $bad = new IdentityApiConnector();
        $bad->setTargetUrl('no where');
        $told = array_map(strval(...), $bad->validate('create'));
        $json = Runtime\\Validator::ofJson('microsoft.graph.identityApiConnector', '{"nothing": 1}');
        return [$told, $json[0]->pointer, $json[0]->code, $json[0]->severity->value];
        """)
    assert found[1:] == ["/nothing", "unknown-property", "error"]
    assert [text.partition(":")[0] for text in found[0]] == [
        "/targetUrl",
        "/authenticationConfiguration",
        "/displayName",
    ]
    assert "no where" not in "".join(found[0])


def test_batch(service: Service) -> None:
    service.add("a")
    found = php(
        """
        $configuration = new RequestConfiguration();
        $configuration->queryParameters = RequestConfiguration::createQueryParameters(top: 1);
        $listing = $connectors->toGetRequestInformation($configuration);
        $making = $connectors->toPostRequestInformation(connector());
        $missing = $connectors->byIdentityApiConnectorId('none')->toGetRequestInformation();
        $counting = $connectors->count()->toGetRequestInformation();
        $answers = $client->batch([$listing, $making, $missing, $counting], inOrder: true)->wait();
        try {
            $answers->of($missing);
        } catch (ODataError $error) {
            $status = $error->getResponseStatusCode();
        }
        $classes = array_map(get_debug_type(...), iterator_to_array($answers));
        return [
            $answers->of($listing)->getValue()[0]->getDisplayName(),
            $answers->of($making)->getAuthenticationConfiguration()->getPassword(),
            $answers->of($counting), $status, count($answers), $classes[2],
        ];
        """,
        service,
    )
    assert found[:5] == ["a", "******", 2, 404, 4]
    assert found[5].endswith("ODataError")
    sent = service.received[-1].json["requests"]
    assert sent[0]["url"] == "/identity/apiConnectors?$top=1"
    assert sent[1]["dependsOn"] == ["1"]
    assert "at least one" in php("$client->batch([]);", service).message
    lines = (
        "$client->batch(array_fill(0, 21, $connectors->toGetRequestInformation()), inOrder: true);"
    )
    assert "1 to 20" in php(lines, service).message


def test_a_long_batch_is_sent_as_several(service: Service) -> None:
    service.add("a")
    found = php(
        """
        $requests = [];
        for ($at = 0; $at < 45; $at++) {
            $requests[] = $connectors->byIdentityApiConnectorId($at === 30 ? 'c1' : "no{$at}")
                ->toGetRequestInformation();
        }
        $answers = $client->batch($requests, dependsOn: [[$requests[44], $requests[1]]])->wait();
        $names = array_map(static fn ($one) => get_debug_type($one), iterator_to_array($answers));
        return [count($answers), array_keys(preg_grep('/ODataError/', $names, PREG_GREP_INVERT)),
            $answers->of($requests[30])->getDisplayName()];
        """,
        service,
    )
    assert found == [45, [30], "a"]
    parts = [request.json["requests"] for request in service.received]
    assert [len(part) for part in parts] == [20, 20, 5]
    (waiting,) = (item for part in parts for item in part if "dependsOn" in item)
    assert waiting["dependsOn"] == ["2"]
    assert "2" in [item["id"] for item in next(part for part in parts if waiting in part)]


TWO_AND_A_SET = """
    $one = $connectors->byIdentityApiConnectorId('c1');
    $reading = $one->toGetRequestInformation();
    $making = $connectors->toPostRequestInformation(connector());
    $removing = $one->toDeleteRequestInformation();
    $traits = new Runtime\\BatchTraits(Runtime\\BatchFormat::%s);
    $answers = client($root, batches: $traits)->batch([$reading, [$making, $removing], $reading], inOrder: true)->wait();
    $told = static fn ($one) => $one instanceof ODataError ? $one->getResponseStatusCode() : $one?->getId();
    try {
        return array_map($told, iterator_to_array($answers));
    } catch (Runtime\\UnexpectedAnswer $error) {
        return $error->getMessage();
    }
"""


def test_change_sets_in_json(service: Service) -> None:
    answers = [
        {"id": "4", "status": 200, "body": {"id": "c4"}},
        {"id": "1", "status": 200, "body": {"id": "c1"}},
        {"id": "3", "status": 204},
        {"id": "2", "status": 201, "body": {"id": "c2"}},
    ]
    service.answers.append(json_answer({"responses": answers}))
    found = php(TWO_AND_A_SET.replace("\\\\", "\\") % "Json", service)
    assert found == ["c1", "c2", None, "c4"]
    sent = service.received[-1].json["requests"]
    assert [item["url"] for item in sent] == [
        *("identity/apiConnectors/c1", "identity/apiConnectors"),
        *("identity/apiConnectors/c1",) * 2,
    ]
    assert [item.get("atomicityGroup") for item in sent] == [None, "g2", "g2", None]
    assert [item.get("dependsOn") for item in sent] == [None, ["1"], ["1"], ["g2"]]


def multipart(boundary: str, *parts: str) -> str:
    return "".join(f"--{boundary}\r\n{part}\r\n" for part in parts) + f"--{boundary}--\r\n"


def part(status: str, body: str = "", name: str = "") -> str:
    head = f"Content-Type: application/http\r\n{name}\r\n"
    return f"{head}HTTP/1.1 {status}\r\nContent-Type: application/json\r\n\r\n{body}"


def test_change_sets_in_mime_parts(service: Service) -> None:
    inner = multipart(
        "s-1",
        part("204 No Content", name="Content-ID: 3\r\n"),
        part("201 Created", '{"id": "c2"}', "Content-ID: 2\r\n"),
    )
    whole = multipart(
        "b 1",
        part("200 OK", '{"id": "c1"}'),
        f"Content-Type: multipart/mixed; boundary=s-1\r\n\r\n{inner}",
        part("404 Not Found", '{"error": {"code": "x", "message": "y"}}'),
    )
    kind = {"Content-Type": 'multipart/mixed; boundary="b 1"'}
    service.answers.append(Answer(200, whole.encode(), kind))
    lines = TWO_AND_A_SET.replace("\\\\", "\\") % "Multipart"
    assert php(lines, service) == ["c1", "c2", None, 404]
    sent = service.received[-1]
    boundary = sent.headers["content-type"].partition("boundary=")[2]
    text = sent.body.decode()
    assert text.startswith(f"--{boundary}\r\nContent-Type: application/http\r\n")
    assert text.endswith(f"--{boundary}--\r\n")
    assert text.count("GET identity/apiConnectors/c1 HTTP/1.1\r\n") == 2
    assert text.count(f"--{boundary}_set1\r\n") == 2
    assert f"Content-Type: multipart/mixed; boundary={boundary}_set1\r\n\r\n--" in text


def test_one_error_stands_for_a_change_set(service: Service) -> None:
    failed = part("412 Precondition Failed", "{}")
    whole = multipart("b", part("200 OK", '{"id": "c1"}'), failed, part("200 OK", '{"id": "c4"}'))
    kind = {"Content-Type": "multipart/mixed; boundary=b"}
    service.answers += [Answer(200, whole.encode(), kind), Answer(200, b"--b", kind)]
    service.answers.append(json_answer({}))
    lines = TWO_AND_A_SET.replace("\\\\", "\\") % "Multipart"
    assert php(lines, service) == ["c1", 412, 412, "c4"]
    assert "UnexpectedAnswer" in php(lines, service).classes
    assert "UnexpectedAnswer" in php(lines, service).classes


def test_no_token_without_credentials(service: Service) -> None:
    service.tokens = None
    php("client($root, credential: null)->identity()->apiConnectors()->get()->wait();", service)
    assert "authorization" not in service.received[-1].headers


def test_a_clients_own_http_client(service: Service) -> None:
    php(
        """
        $own = new GuzzleHttp\\Client(['headers' => ['x-own' => '1'], 'allow_redirects' => true]);
        client($root, httpClient: $own)->identity()->apiConnectors()->get()->wait();
        """,
        service,
    )
    assert service.received[-1].headers["x-own"] == "1"


def test_no_connection() -> None:
    lines = "client('http://127.0.0.1:1/v1.0')->identity()->apiConnectors()->get()->wait();"
    assert "ConnectionFailed" in php(lines).classes


def test_the_official_configuration(service: Service) -> None:
    php(
        """
        $configuration = new \\Microsoft\\Graph\\Generated\\Identity\\ApiConnectors\\
            ApiConnectorsRequestBuilderGetRequestConfiguration();
        $configuration->headers = ['ConsistencyLevel' => 'eventual', 'x-a' => ['b', 'c']];
        $parameters = \\Microsoft\\Graph\\Generated\\Identity\\ApiConnectors\\
            ApiConnectorsRequestBuilderGetRequestConfiguration::createQueryParameters();
        $parameters->select = ['id'];
        $parameters->top = 2;
        $parameters->startDateTime = '2026-01-01';
        $configuration->queryParameters = $parameters;
        return $connectors->get($configuration)->wait()->getValue();
        """.replace("\\\n            ", "\\"),
        service,
    )
    sent = service.received[-1]
    assert sent.query == {"$select": "id", "$top": "2", "startDateTime": "2026-01-01"}
    assert sent.headers["consistencylevel"] == "eventual"
    assert sent.headers["x-a"] == "b, c"


def test_what_no_configuration_has_is_refused(service: Service) -> None:
    lines = "$p = RequestConfiguration::createQueryParameters(); $p->selct = ['id'];"
    assert "did you mean 'select'" in php(lines).message
    assert "no 'tiemout'" in php("$c = new RequestConfiguration(); $c->tiemout = 5.0;").message
    assert "has no method nothing" in php("$client->identity()->nothing();", service).message
    assert "properties have setters" in php("connector()->displayName = 'x';").message


def test_a_whole_answer(service: Service) -> None:
    made = json_answer({"id": "c1", "displayName": "Test API"}, status=201)
    made.headers.update(
        {"Location": f"{service.root}/x(1)", "ETag": 'W/"7"', "OData-EntityId": "x(1)"}
        | {"Request-Id": "r-1"}
    )
    service.answers += [made, Answer(304, b"", {}), Answer(204, b"", {})]
    found = php(
        """
        $answer = $client->send($connectors->toPostRequestInformation(connector()))->wait();
        $same = $client->send($connectors->toGetRequestInformation())->wait();
        $gone = $client->send($connectors->byIdentityApiConnectorId('c1')->toDeleteRequestInformation())->wait();
        return [
            $answer->status, $answer->value->getDisplayName(), $answer->location(), $answer->etag(),
            $answer->entityId(), $answer->requestId(), $answer->header('ETAG'), $answer->header('none'),
            [$same->status, $same->value], [$gone->status, $gone->value],
        ];
        """,
        service,
    )
    assert found == [
        *(201, "Test API", f"{service.root}/x(1)", 'W/"7"', "x(1)", "r-1", 'W/"7"', None),
        *([304, None], [204, None]),
    ]


def test_nothing_new_is_null_for_who_asked(service: Service) -> None:
    service.answers += [Answer(304, b"", {}), Answer(304, b"", {})]
    asked = (
        "return $connectors->get(new RequestConfiguration(['If-None-Match' => 'W/\"1\"']))->wait();"
    )
    assert php(asked, service) is None
    assert php("return $connectors->get()->wait();", service).classes[0] == "ODataError"


def test_what_was_only_accepted_is_waited_for(service: Service) -> None:
    accepted = {"Location": "/v1.0/operations/1", "Retry-After": "0"}
    service.answers += [Answer(202, b"", accepted), Answer(202, b"", {"Retry-After": "0"})]
    service.answers.append(json_answer({"id": "c1", "displayName": "done"}))
    found = php(
        """
        $accepted = $client->send($connectors->toPostRequestInformation(connector()))->wait();
        $done = $client->poll($accepted)->wait();
        return [$accepted->status, $accepted->value, $done->status, $done->value->getDisplayName()];
        """,
        service,
    )
    assert found == [202, None, 200, "done"]
    assert [request.target for request in service.received[1:]] == ["/v1.0/operations/1"] * 2


@pytest.mark.parametrize(
    ("headers", "error"),
    [
        ({}, "UnexpectedAnswer"),
        ({"Location": "https://elsewhere.example/1"}, "UnsafeUrl"),
        ({"Location": "/v1.0/operations/1", "Retry-After": "100"}, "TimedOut"),
    ],
)
def test_waiting_ends(service: Service, headers: dict[str, str], error: str) -> None:
    service.answers.append(Answer(202, b"", headers))
    lines = """
        $accepted = $client->send($connectors->toPostRequestInformation(connector()))->wait();
        return $client->poll($accepted, seconds: 5.0)->wait();
    """
    assert error in php(lines, service).classes
    assert len(service.received) == 1


@pytest.mark.parametrize(
    ("context", "link", "target"),
    [
        (None, "next?x=1", "/v1.0/identity/next?x=1"),
        (None, "?x=1", "/v1.0/identity/apiConnectors?x=1"),
        ("/v1.0/$metadata#a", "apiConnectors?x=1", "/v1.0/apiConnectors?x=1"),
        ("../other/$metadata#a", "apiConnectors?x=1", "/v1.0/other/apiConnectors?x=1"),
        ("$metadata", "/a/b?x=1", "/a/b?x=1"),
    ],
)
@pytest.mark.parametrize("prefix", ["@odata.", "@"])
def test_relative_links(
    service: Service, prefix: str, context: str | None, link: str, target: str
) -> None:
    page = {"value": [{"id": "1"}], f"{prefix}nextLink": link}
    if context is not None:
        page = {f"{prefix}context": context} | page
    for _ in range(3):
        service.answers += [json_answer(page), json_answer({"value": [{"id": "2"}]})]
    found = php(
        """
        $first = $connectors->get()->wait();
        $second = $connectors->withUrl($first->getOdataNextLink())->get()->wait();
        $names = [];
        $pages = new Runtime\\PageIterator($connectors->get()->wait(), $client->getRequestAdapter());
        $pages->iterate(static function ($item) use (&$names): bool {
            $names[] = $item->getId();
            return true;
        });
        return [count(iterator_to_array($connectors->iterate())), $names, $second->getValue()[0]->getId()];
        """.replace("\\\\", "\\"),
        service,
    )
    assert found == [2, ["1", "2"], "2"]
    assert [request.target for request in service.received[1::2]] == [target] * 3


def test_headers_of_every_request(service: Service) -> None:
    php("$connectors->get()->wait(); $connectors->post(connector())->wait();", service)
    reading, writing = (request.headers for request in service.received)
    assert reading["odata-maxversion"] == writing["odata-maxversion"] == "4.01"
    assert "odata-version" not in reading
    assert writing["odata-version"] == "4.01"
    assert reading["user-agent"] == "microsoft-graph/0.1.0 edmund-php"
    php("$connectors->get(new RequestConfiguration(['User-Agent' => 'mine/1']))->wait();", service)
    assert service.received[-1].headers["user-agent"] == "mine/1"


def test_plain_http_is_for_who_asks_for_it() -> None:
    url = "http://service.example/v1"
    lines = "return client($value->url, %s)->identity()->apiConnectors()->toGetRequestInformation()->url;"
    assert "UnsafeUrl" in php(lines % "credential: null", url=url).classes
    assert "ConfigurationError" in php(lines % "allowHttp: true", url=url).classes
    for options in (
        "allowHttp: true, credential: null",
        "allowHttp: true, allowTokenOverHttp: true",
    ):
        assert php(lines % options, url=url) == f"{url}/identity/apiConnectors"
    own = """
        $configuration = new RequestConfiguration(['Authorization' => 'Bearer mine']);
        $client = client($value->url, credential: null, allowHttp: true);
        $connectors = $client->identity()->apiConnectors();
        return %s->wait();
    """
    part = "$client->batch([$connectors->toGetRequestInformation($configuration)])"
    for sent in ("$connectors->get($configuration)", part):
        assert "UnsafeUrl" in php(own % sent, url=url).classes


@pytest.mark.parametrize(
    ("value", "kind", "literal"),
    [
        ("Red", "enum", "'Red'"),
        ("Red", "Shop.Color", "Shop.Color'Red'"),
        ("Read,Write", "enum", "'Read%2CWrite'"),
        ({"type": "Point", "coordinates": [142.1, 64]}, "Edm.GeographyPoint", "142.1%2064"),
        (None, "Edm.GeographyPoint", "null"),
        (1, "Edm.PrimitiveType", "1"),
        (True, "Edm.PrimitiveType", "true"),
        ("a'b", "Edm.PrimitiveType", "'a%27%27b'"),
    ],
)
def test_literals(value: object, kind: str, literal: str) -> None:
    written = php("return Url::literal($value->value, $value->kind);", value=value, kind=kind)
    if isinstance(value, dict):
        literal = f"geography'SRID%3D4326%3BPoint%28{literal}%29'"
    assert written == literal


@pytest.mark.parametrize(
    ("shape", "text"),
    [
        ({"type": "Point", "coordinates": [1, 2, 3]}, "Point(1 2 3)"),
        ({"type": "LineString", "coordinates": [[1, 2], [3, 4]]}, "LineString(1 2,3 4)"),
        (
            {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [0, 0]]]},
            "Polygon((0 0,1 0,0 0))",
        ),
        ({"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]}, "MultiPoint((1 2),(3 4))"),
        (
            {"type": "MultiLineString", "coordinates": [[[1, 2], [3, 4]]]},
            "MultiLineString((1 2,3 4))",
        ),
        (
            {"type": "MultiPolygon", "coordinates": [[[[0, 0], [1, 0], [0, 0]]]]},
            "MultiPolygon(((0 0,1 0,0 0)))",
        ),
        (
            {
                "type": "GeometryCollection",
                "geometries": [{"type": "Point", "coordinates": [1.5, -2]}],
            },
            "Collection(Point(1.5 -2))",
        ),
    ],
)
def test_shapes_in_urls(shape: dict[str, object], text: str) -> None:
    told = "return rawurldecode(Url::literal($value->shape, $value->kind));"
    assert php(told, shape=shape, kind="Edm.Geometry") == f"geometry'SRID=0;{text}'"
    known = shape | {"crs": {"type": "name", "properties": {"name": "EPSG:3857"}}}
    assert php(told, shape=known, kind="Edm.Geography") == f"geography'SRID=3857;{text}'"
    wrong = php(told, shape=shape | {"coordinates": 1, "geometries": 2}, kind="Edm.Geometry")
    assert wrong.classes[0] == "InvalidArgumentException"


def test_patch_sends_what_was_changed_since(service: Service) -> None:
    basic = "#microsoft.graph.basicAuthentication"
    read = {
        "id": "c1",
        "@odata.etag": 'W/"1"',
        "displayName": "a",
        "targetUrl": "https://a.example",
        "authenticationConfiguration": {"@odata.type": basic, "username": "u", "password": "p"},
        "more": {"a": 1},
    }
    service.answers += [json_answer(read)] * 3 + [Answer(204, b"", {})] * 3
    etag = php(
        """
        $one = $connectors->byIdentityApiConnectorId('c1');
        [$first, $second, $third] = [$one->get()->wait(), $one->get()->wait(), $one->get()->wait()];
        $configuration = new RequestConfiguration();
        $first->getAuthenticationConfiguration();
        $first->setDisplayName('b');
        $one->patch($first)->wait();
        $second->getAuthenticationConfiguration()->setPassword('q');
        $second->setTargetUrl(null);
        $configuration->validate = false;
        $one->patch($second, $configuration)->wait();
        $configuration->wholeBody = true;
        $one->patch($third, $configuration)->wait();
        return $third->etag();
        """,
        service,
    )
    assert etag == 'W/"1"'
    changed = read["authenticationConfiguration"] | {"password": "q"}  # type: ignore[operator]
    assert [request.json for request in service.received[3:]] == [
        {"displayName": "b"},
        {"authenticationConfiguration": changed, "targetUrl": None},
        read,
    ]


def test_what_a_delta_says_is_gone() -> None:
    texts = [
        '{"@removed": {"reason": "deleted"}, "id": "1"}',
        '{"@odata.removed": {}}',
        '{"@odata.context": "#a/$deletedEntity", "reason": "changed"}',
        '{"id": "1", "list@odata.nextLink": "x"}',
    ]
    lines = """
        return array_map(static function ($text) {
            $model = IdentityApiConnector::fromJson($text);
            return [$model->removal() !== null, $model->removal()?->reason, $model->nextLinkOf('list')];
        }, $value->texts);
    """
    assert php(lines, texts=texts) == [
        *([True, "deleted", None], [True, None, None], [True, "changed", None]),
        [False, None, "x"],
    ]


def test_options_of_the_official_clients_middleware_are_refused(service: Service) -> None:
    told = php(
        "return $connectors->get(new RequestConfiguration(options: [new \\stdClass()]));", service
    )
    assert isinstance(told, Thrown)
    assert told.classes[0] == "InvalidArgumentException"
    assert "middleware" in told.message
    assert (
        php("$connectors->get(new RequestConfiguration(options: []))->wait(); return 1;", service)
        == 1
    )
    assert len(service.received) == 1


_CREATED = """
    $entra = new class implements \\GuzzleHttp\\ClientInterface {
        public array $seen = [];
        public array $answers = [];
        public function send($request, array $options = []): \\Psr\\Http\\Message\\ResponseInterface {
            $this->seen[] = [(string) $request->getUri(), (string) $request->getBody()];
            return new \\GuzzleHttp\\Psr7\\Response(200, [], array_shift($this->answers));
        }
        public function sendAsync($request, array $options = []): \\GuzzleHttp\\Promise\\PromiseInterface {
            $this->seen[] = [$request->getHeaderLine('authorization')];
            return \\GuzzleHttp\\Promise\\Create::promiseFor(new \\GuzzleHttp\\Psr7\\Response(200, [], '{"value":[]}'));
        }
        public function request($method, $uri, array $options = []): never { throw new \\LogicException(); }
        public function requestAsync($method, $uri, array $options = []): never { throw new \\LogicException(); }
        public function getConfig($option = null) { return null; }
    };
    $entra->answers = [$value->answer];
    $context = new \\Microsoft\\Kiota\\Authentication\\Oauth\\ClientCredentialContext($value->tenant, 'app', 's&cret');
    $made = new \\Microsoft\\Graph\\GraphServiceClient($context, ['https://graph.example/.default'], httpClient: $entra);
    try {
        $made->identity()->apiConnectors()->get()->wait();
        $thrown = null;
    } catch (\\Throwable $error) {
        $thrown = [$error::class, (string) $error];
    }
    return [$entra->seen, $thrown, print_r($context, true), print_r($made, true)];
"""


def test_the_official_line_that_makes_a_client() -> None:
    seen, thrown, *shown = php(
        _CREATED, answer='{"access_token":"t1","expires_in":3600}', tenant="tenant.example"
    )
    form = "client_id=app&client_secret=s%26cret&grant_type=client_credentials"
    assert seen == [
        [
            "https://login.microsoftonline.com/tenant.example/oauth2/v2.0/token",
            f"{form}&scope=https%3A%2F%2Fgraph.example%2F.default",
        ],
        ["Bearer t1"],
    ]
    assert thrown is None
    assert "s&cret" not in "".join(shown)


@pytest.mark.parametrize(
    ("answer", "tenant", "sent"),
    [
        ('{"error":"invalid_client"}', "t", 1),
        ("[]", "t", 1),
        ('{"access_token":"t","expires_in":1e400}', "t", 1),
        ("{", "t", 1),
        ("{}", "../evil", 0),
    ],
)
def test_no_token_for_the_official_line(answer: str, tenant: str, sent: int) -> None:
    seen, thrown, *_ = php(_CREATED, answer=answer, tenant=tenant)
    assert thrown[0] == "Microsoft\\Graph\\Runtime\\AuthenticationFailed"
    assert "s&cret" not in thrown[1]
    assert "s%26cret" not in thrown[1]
    assert len(seen) == sent
