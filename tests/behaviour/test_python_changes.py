"""What PATCH sends of a model that was read, over real sockets; etags, bindings and deep JSON of models."""

from __future__ import annotations

import copy
import importlib
import pickle
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.callers import Caller
from behaviour.service import Answer, Service, json_answer

models = "msgraph.generated.models"
Connector = importlib.import_module(f"{models}.identity_api_connector").IdentityApiConnector
Basic = importlib.import_module(f"{models}.basic_authentication").BasicAuthentication
Container = importlib.import_module(f"{models}.identity_container").IdentityContainer

CONFIGURATION = {
    "@odata.type": "#microsoft.graph.basicAuthentication",
    "username": "u",
    "password": "old",
}
READ = {
    "@odata.context": "$metadata#identity/apiConnectors/$entity",
    "@odata.etag": 'W/"7"',
    "@odata.type": "#microsoft.graph.identityApiConnector",
    "id": "c1",
    "displayName": "Old",
    "targetUrl": "https://a.example/",
    "authenticationConfiguration": CONFIGURATION,
    "x": {"y": [1]},
}
NESTED = {"authenticationConfiguration": {**CONFIGURATION, "password": "new"}}


@pytest.fixture(params=[True, False], ids=["async", "sync"])
def caller(request: pytest.FixtureRequest) -> Iterator[Caller]:
    with Service() as service:
        made = Caller(request.param, service)
        yield made
        made.close()


def one(client: Any) -> Any:
    return client.identity.api_connectors.by_identity_api_connector_id("c1")


def read_one(caller: Caller, client: Any) -> Any:
    caller.service.answers.append(json_answer(READ))
    return caller.invoke(one(client).get)


def read_in_a_page(caller: Caller, client: Any) -> Any:
    caller.service.answers.append(json_answer({"value": [READ]}))
    return caller.invoke(client.identity.api_connectors.get).value[0]


def sent(caller: Caller, client: Any, body: Any, **options: Any) -> Any:
    caller.service.answers.append(Answer(204))
    caller.invoke(one(client).patch, body, **options)
    assert caller.service.received[-1].method == "PATCH"
    return caller.service.received[-1].json


def unchanged(model: Any) -> None:
    assert model.authentication_configuration.username == "u"
    model.display_name = "Old"
    assert model.additional_data["x"]["y"] == [1]


def named(model: Any) -> None:
    model.display_name = "New"


def nulled(model: Any) -> None:
    model.display_name = None


def removed(model: Any) -> None:
    model.display_name = "New"
    del model.display_name


def nested(model: Any) -> None:
    model.authentication_configuration.password = "new"


def moved(model: Any) -> None:
    configuration = model.authentication_configuration
    configuration.password = "new"
    model.authentication_configuration = configuration


def additional(model: Any) -> None:
    model.additional_data["x"]["y"].append(2)


@pytest.mark.parametrize("read", [read_one, read_in_a_page])
@pytest.mark.parametrize(
    ("change", "body"),
    [
        (unchanged, {}),
        (named, {"displayName": "New"}),
        (nulled, {"displayName": None}),
        (removed, {}),
        (nested, NESTED),
        (moved, NESTED),
        (additional, {"x": {"y": [1, 2]}}),
    ],
)
def test_what_was_changed_is_sent(
    caller: Caller,
    read: Callable[[Caller, Any], Any],
    change: Callable[[Any], None],
    body: dict[str, Any],
) -> None:
    client = caller.client()
    model = read(caller, client)
    change(model)
    for same in (model, copy.copy(model), copy.deepcopy(model), pickle.loads(pickle.dumps(model))):
        assert sent(caller, client, same, validate=False) == body


def test_all_that_can_be_written_is_sent_on_request(caller: Caller) -> None:
    client = caller.client()
    model = read_one(caller, client)
    model.display_name = "New"
    whole = {**READ, "displayName": "New"}
    del whole["id"]
    assert sent(caller, client, model, whole_body=True, validate=False) == whole


def test_what_was_read_passes_the_validators(caller: Caller) -> None:
    client = caller.client()
    model = read_one(caller, client)
    model.display_name = "New"
    assert sent(caller, client, model, etag=model.odata_etag) == {"displayName": "New"}
    assert caller.service.received[-1].headers["if-match"] == 'W/"7"'


def test_a_new_object_sends_what_was_set(caller: Caller) -> None:
    client = caller.client()
    assert sent(caller, client, Connector(display_name="a")) == {"displayName": "a"}
    made = Connector.from_dict({"displayName": "b"})
    made.target_url = "https://b.example/"
    body = {"displayName": "b", "targetUrl": "https://b.example/"}
    assert sent(caller, client, made) == body
    mapped = sent(caller, client, {"displayName": "c"})
    assert mapped == {"displayName": "c"}


def test_a_body_of_another_class_is_refused(caller: Caller) -> None:
    client = caller.client()
    for options in ({}, {"validate": False}):
        with pytest.raises(TypeError, match="IdentityApiConnector"):
            caller.invoke(one(client).patch, Basic(username="u"), **options)
        with pytest.raises(TypeError, match="IdentityApiConnector"):
            caller.invoke(client.identity.api_connectors.post, Container(), **options)
    assert caller.service.received == []


def test_entities_are_bound_by_their_place(caller: Caller) -> None:
    client = caller.client()
    model = Container()
    model.odata_bind("api_connectors", one(client), "identity/apiConnectors('c2')")
    name = "apiConnectors@odata.bind"
    expected = [f"{caller.service.root}/identity/apiConnectors/c1", "identity/apiConnectors('c2')"]
    assert model.to_dict() == {name: expected}
    for wrong, targets in (("none", ["x"]), ("api_connectors", [7]), ("api_connectors", [""])):
        with pytest.raises(ValueError):
            model.odata_bind(wrong, *targets)
    with pytest.raises(ValueError):
        Connector().odata_bind("display_name", "x")


def test_etags(caller: Caller) -> None:
    assert Connector.from_dict({"@odata.etag": "a"}).odata_etag == "a"
    assert Connector.from_dict({"@etag": "b"}).odata_etag == "b"
    assert Connector.from_dict({"@odata.etag": 1}).odata_etag is None
    assert Connector().odata_etag is None


def test_deep_json_uses_up_no_stack() -> None:
    deep = "[" * 900 + "]" * 900
    text = f'{{"id":"1","displayName":{deep},"x":{deep}}}'
    model = Connector.from_json(text)
    assert model.to_dict()["id"] == "1"
    assert model == Connector.from_json(text)
    assert model != Connector.from_json(text.replace("[]", "[1]", 1))
    assert pickle.loads(pickle.dumps(model)) == model
    assert copy.deepcopy(model) == model
    assert len(repr(model)) < 1000


def test_true_is_no_number() -> None:
    assert Connector.from_json('{"x":[1]}') != Connector.from_json('{"x":[true]}')
    assert Connector.from_json('{"x":[1]}') == Connector.from_json('{"x":[1]}')
