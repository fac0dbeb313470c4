"""Parts of the client that need no service."""

from __future__ import annotations

import importlib
import json
import pickle
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import httpx
import pytest
from generated_package import use_identity_client

use_identity_client()
msgraph = importlib.import_module("msgraph")
runtime = "msgraph.runtime"
configuration = importlib.import_module(f"{runtime}.configuration")
errors = importlib.import_module(f"{runtime}.errors")
url_literals = importlib.import_module(f"{runtime}.url_literals")
IdentityApiConnector = importlib.import_module(
    "msgraph.generated.models.identity_api_connector"
).IdentityApiConnector
PLACE = "msgraph.generated.identity.api_connectors"


@pytest.fixture
def client() -> Any:
    return msgraph.SyncGraphServiceClient(None, base_url="https://h.invalid/v1.0")


class HeadersCollection:
    """What kiota's class of that name offers for reading."""

    def __init__(self) -> None:
        self._headers: dict[str, set[str]] = {}

    def add(self, name: str, value: str) -> None:
        self._headers.setdefault(name.lower(), set()).add(value)

    def get_all(self) -> dict[str, set[str]]:
        return self._headers


@dataclass
class QueryParameters:
    """A class of query parameters as the official client generates them."""

    select: list[str] | None = None
    top: int | None = None
    count: bool | None = None
    include_hidden_messages: str | None = None

    def get_query_parameter(self, original_name: str) -> str:
        return {
            "select": "%24select",
            "top": "%24top",
            "count": "%24count",
            "include_hidden_messages": "includeHiddenMessages",
        }.get(original_name, original_name)


@dataclass
class RequestConfiguration:
    """kiota's, with the members that it has."""

    headers: HeadersCollection = field(default_factory=HeadersCollection)
    options: list[Any] | None = None
    query_parameters: Any = None


def test_the_official_clients_configuration(client: Any) -> None:
    given = RequestConfiguration(
        query_parameters=QueryParameters(["id"], 3, True, include_hidden_messages="true")
    )
    given.headers.add("ConsistencyLevel", "eventual")
    given.headers.add("Prefer", "b")
    given.headers.add("Prefer", "a")
    request = client.identity.api_connectors.get.request(request_configuration=given)
    assert request.url.partition("?")[2] == (
        "$select=id&$top=3&$count=true&includeHiddenMessages=true"
    )
    assert request.headers["consistencylevel"] == "eventual"
    assert request.headers["prefer"] == "a, b"


def test_query_parameters_of_the_services_own() -> None:
    made = configuration.QueryParameters(start_date_time="2020-01-01", top=1)
    details = configuration.details_of({"query_parameters": made}, {})
    assert dict(details.query) == {"startDateTime": "2020-01-01", "$top": "1"}


@pytest.mark.parametrize(
    ("configured", "options", "said"),
    [
        ({"top": 3}, {}, "not 'top'"),
        ({"query_parameter": {"top": 3}}, {}, "not 'query_parameter'"),
        (5, {}, "not int"),
        (None, {"fliter": "x"}, "did you mean 'filter'"),
        (None, {"query": {"$filtre": "x"}}, "is no query option"),
        (None, {"query": {"@": "x"}}, "is no query option"),
    ],
)
def test_nothing_is_ignored_in_silence(configured: Any, options: Any, said: str) -> None:
    with pytest.raises(TypeError, match=said.replace("$", r"\$")):
        configuration.details_of(configured, options)


def test_a_number_is_no_truth() -> None:
    with pytest.raises(ValueError, match="top is a whole number"):
        configuration.details_of(None, {"top": True})


def test_models_are_found_by_their_names_alone() -> None:
    models = importlib.import_module("msgraph.generated.models")
    assert models.IdentityApiConnector is IdentityApiConnector
    with pytest.raises(AttributeError, match="no model is called 'Nobody'"):
        _ = models.Nobody


def test_a_package_says_its_version() -> None:
    assert msgraph.__version__ == "0.1.0"


@pytest.mark.parametrize(
    ("options", "query"),
    [
        ({"select": [], "expand": (), "orderby": []}, ""),
        (
            {"query": {"$apply": "aggregate($count as n)"}},
            "$apply=aggregate%28%24count%20as%20n%29",
        ),
        ({"query": {"@p": "1"}}, "@p=1"),
        ({"select": "id"}, "$select=id"),
        ({"select": ["id", "name"]}, "$select=id%2Cname"),
        ({"orderby": ["a desc", "b"]}, "$orderby=a%20desc%2Cb"),
        ({"count": False, "top": 0}, "$count=false&$top=0"),
        ({"expand": None}, ""),
        ({"query": {"whatIf": "a&b"}}, "whatIf=a%26b"),
        ({"search": '"a b"'}, "$search=%22a%20b%22"),
    ],
)
def test_query_options(client: Any, options: dict[str, Any], query: str) -> None:
    request = client.identity.api_connectors.get.request(**options)
    assert request.url.partition("?")[2] == query


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"top": -1}, ValueError),
        ({"top": "5"}, ValueError),
        ({"selct": ["id"]}, TypeError),
        ({"query": {"$filter": "x"}}, TypeError),
        ({"timeout": 0}, ValueError),
        ({"filter": "a\x00"}, ValueError),
    ],
)
def test_unusable_options(client: Any, options: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        client.identity.api_connectors.get.request(**options)


def test_official_module_paths() -> None:
    module = importlib.import_module(f"{PLACE}.api_connectors_request_builder")
    client = msgraph.GraphServiceClient(None)
    assert isinstance(client.identity.api_connectors, module.ApiConnectorsRequestBuilder)
    item = importlib.import_module(f"{PLACE}.item.identity_api_connector_item_request_builder")
    one = client.identity.api_connectors.by_identity_api_connector_id("x")
    assert isinstance(one, item.IdentityApiConnectorItemRequestBuilder)
    with pytest.raises(AttributeError):
        module.SomethingElse  # noqa: B018
    for wrong in ("msgraph.generated.nothing", f"{PLACE}.item.nothing", "msgraph.generated._core"):
        with pytest.raises(ModuleNotFoundError):
            importlib.import_module(wrong)


def test_a_key_that_occurs_twice_may_be_numbered(client: Any) -> None:
    connectors = client.identity.api_connectors
    plain = connectors.by_identity_api_connector_id("x")
    assert connectors.by_identity_api_connector_id1("x")._url == plain._url
    with pytest.raises(AttributeError):
        connectors.by_something1  # noqa: B018
    with pytest.raises(AttributeError):
        connectors.get1  # noqa: B018


def test_functions_put_what_has_no_literal_into_aliases() -> None:
    path, aliases = url_literals.invocation(
        "f", (("a", "x'y", "Edm.String"), ("ids", ["1", "2"], "json"), ("n", None, "Edm.Int32"))
    )
    assert path == "/f(a='x%27%27y',ids=@p0,n=null)"
    assert aliases == (("@p0", '["1","2"]'),)


def test_bodies_are_models_mappings_or_bytes(client: Any) -> None:
    connectors = client.identity.api_connectors
    request = connectors.post.request({"displayName": "x"}, validate=False)
    assert json.loads(request.content) == {"displayName": "x"}
    for wrong in ("text", 5, object()):
        with pytest.raises(TypeError, match="body"):
            connectors.post.request(wrong)


def test_a_list_of_models_is_the_value_of_a_collection() -> None:
    codec = importlib.import_module(f"{runtime}.codec")
    basic = importlib.import_module(
        "msgraph.generated.models.basic_authentication"
    ).BasicAuthentication
    base = "microsoft.graph.apiAuthenticationConfigurationBase"
    content, kind = codec.encode([basic(username="u")], base, None)
    assert kind == "application/json"
    assert json.loads(content) == {
        "value": [{"@odata.type": "#microsoft.graph.basicAuthentication", "username": "u"}]
    }


def test_configurations_of_a_builders_own() -> None:
    module = importlib.import_module(f"{PLACE}.api_connectors_request_builder")
    builder = module.ApiConnectorsRequestBuilder
    made = builder.ApiConnectorsRequestBuilderGetRequestConfiguration(
        query_parameters=builder.ApiConnectorsRequestBuilderGetQueryParameters(top=1, model="A"),
        headers={"Prefer": "a"},
    )
    made.headers.add("prefer", ["b", "c"])
    assert not made.headers.try_add("PREFER", "d")
    details = configuration.details_of(made, {})
    assert dict(details.query) == {"$top": "1", "model": "A"}
    assert details.headers == {"prefer": "a, b, c"}
    made.headers.remove("Prefer")
    assert "prefer" not in made.headers
    with pytest.raises(TypeError, match="did you mean 'select'"):
        builder.ApiConnectorsRequestBuilderGetQueryParameters(selct=["id"])


def test_a_body_may_have_names_that_this_schema_has_not(client: Any) -> None:
    one = client.identity.api_connectors.by_identity_api_connector_id("x")
    newer = IdentityApiConnector(display_name="x", additional_data={"addedLater": 1})
    assert json.loads(one.patch.request(newer).content) == {"displayName": "x", "addedLater": 1}


def test_batches_keep_numbers_exact() -> None:
    sent: list[bytes] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request.content)
        return httpx.Response(200, json={"responses": []})

    own = httpx.Client(transport=httpx.MockTransport(answer))
    client = msgraph.SyncGraphServiceClient(
        base_url="https://graph.microsoft.com/v1.0", http_client=own
    )
    body = IdentityApiConnector.from_dict({"n": Decimal("1.10000000000000000000001")})
    one = client.identity.api_connectors.by_identity_api_connector_id("x")
    client.batch([one.patch.request(body, validate=False)])
    assert b"1.10000000000000000000001" in sent[0]


def test_errors_survive_pickling() -> None:
    error = errors.ODataError(403, {"request-id": "r"}, b'{"error":{"code":"c"}}', "GET", "u")
    again = pickle.loads(pickle.dumps(error))
    assert (again.error.code, again.request_id, str(again)) == ("c", "r", str(error))


def test_a_clients_transport_may_be_replaced() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"value": [{"id": "1"}]})

    own = httpx.Client(transport=httpx.MockTransport(answer))
    client = msgraph.SyncGraphServiceClient(
        None, base_url="https://h.invalid/v1.0", http_client=own
    )
    assert [item.id for item in client.identity.api_connectors.iterate()] == ["1"]


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "Thu, 01 Jan 1970 00:01:40 GMT"}, 90.0),
        ({"retry-after": "Thu, 01 Jan 1970 00:00:00 GMT"}, 0.0),
        ({}, None),
    ],
)
def test_retry_after(headers: dict[str, str], expected: float | None) -> None:
    retry = importlib.import_module(f"{runtime}.retry")
    assert retry.retry_after(headers, 10.0) == expected
