"""The generated Python package obeys the vectors: its validators, its models on the wire, its requests."""

from __future__ import annotations

import importlib
import json
import pickle
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from payload_strategies import payloads, spoiled
from vector_answers import Question, check
from vector_files import MODEL_FILES, ROOT, Vector, model_of, vectors

from edmund.surface.declared_types import types_of
from edmund.surface.type_schema import TypeSchema
from edmund.validation.check import Operation, validate_payload

PACKAGES = {
    "graph-identity": "identity_of_vectors",
    "vectors": "all_of_vectors",
    "calls": "calls_of_vectors",
}
VALIDATION = [v for v in vectors("validation") if "duplicate-property" not in v.case["rules"]]
WIRE = list(vectors("wire"))
REQUESTS = list(vectors("requests"))
CALLS = list(vectors("calls"))


@dataclass(frozen=True)
class Package:
    """A generated package, imported."""

    name: str

    def module(self, name: str) -> Any:
        return importlib.import_module(f"{self.name}.{name}")

    def model(self, type_name: str) -> Any:
        found = self.module("runtime.registry").find_model(type_name)
        assert found is not None, type_name
        return found


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Package]]:
    """Generates the package of a model when it is first asked for."""
    root = tmp_path_factory.mktemp("vectors")
    made: dict[str, Package] = {}

    def package(model: str) -> Package:
        if model not in made:
            name = PACKAGES[model]
            sources = [part for file in MODEL_FILES[model] for part in ("--metadata", file)]
            command = [sys.executable, "-m", "edmund", "generate", "--quiet", *sources]
            command += ["--target", "python", "--package", name, "--output", str(root / model)]
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr
            sys.path.insert(0, str(root / model))
            made[model] = Package(name)
        return made[model]

    yield package
    for model in made:
        sys.path.remove(str(root / model))


@pytest.mark.parametrize("vector", VALIDATION, ids=lambda v: v.id)
def test_validation(vector: Vector, packages: Callable[[str], Package]) -> None:
    package = packages(vector.model)
    payload = package.module("runtime.json_text").loads(vector.text)
    expected = sorted((v["pointer"], v["code"], v["severity"]) for v in vector.case["violations"])
    type_name, operation = vector.case["type"], vector.case["operation"]
    body = body_class(package, type_name)
    if body is not None:
        if isinstance(payload, dict):
            found = body.from_dict(payload).validate(operation)
            assert sorted((v.pointer, v.code, v.severity.value) for v in found) == expected
        return
    validate = package.module("runtime.validation").validate_payload
    found = validate(type_name, payload, operation)
    assert sorted((v.pointer, v.code, v.severity.value) for v in found) == expected
    if isinstance(payload, dict) and not type_name.startswith("Collection("):
        model = package.model(type_name).from_dict(payload)
        touch(model)
        if type(model)._type.abstract or is_of_type(model, payload, type_name):
            again = validate(type_name, model, operation)
            assert sorted((v.pointer, v.code, v.severity.value) for v in again) == expected


def is_of_type(model: Any, payload: dict[str, Any], type_name: str) -> bool:
    """Whether the model says by itself what the payload's @odata.type says."""
    return "@odata.type" in payload or type(model)._type.name == type_name


def touch(model: Any) -> None:
    """Read all that can be read: reading must not change what is validated or written."""
    for name, declaration in type(model)._attributes.items():
        value = None
        with suppress(ValueError):
            value = getattr(model, name)
        assert declaration.wire_name
        for item in value if isinstance(value, list) else [value]:
            if hasattr(item, "_wire_names"):
                touch(item)


def body_class(package: Package, type_name: str) -> Any:
    """The class of an action's parameters, or None for the name of a type."""
    if type_name.startswith("Collection("):
        return None
    simple = type_name.rpartition(".")[2]
    name = f"{simple[0].upper()}{simple[1:]}PostRequestBody"
    folder = Path(package.module("runtime.registry").__file__).parents[1] / "generated" / "builders"
    for path in sorted(folder.rglob("*.py")):
        if re.search(rf"^class {name}\b", path.read_text("utf-8"), re.MULTILINE):
            parts = path.relative_to(folder).with_suffix("").parts
            return getattr(package.module(".".join(("generated", "builders", *parts))), name)
    return None


SCHEMAS = {name: TypeSchema(types_of(model_of(name))) for name in PACKAGES}
TYPES = [
    ("vectors", "test.vectors.primitives"),
    ("vectors", "test.vectors.facets"),
    ("vectors", "test.vectors.customer"),
    ("vectors", "test.vectors.vip"),
    ("vectors", "test.vectors.tree"),
    ("graph-identity", "microsoft.graph.identityApiConnector"),
]


@settings(
    max_examples=300,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)
@given(data=st.data())
def test_both_checkers_say_the_same_of_anything(
    packages: Callable[[str], Package], data: st.DataObject
) -> None:
    name, type_name = data.draw(st.sampled_from(TYPES))
    operation = data.draw(st.sampled_from([None, Operation.CREATE, Operation.UPDATE]))
    sound = payloads(SCHEMAS[name], type_name, operation)
    payload = data.draw(sound | sound.flatmap(spoiled))
    expected = validate_payload(SCHEMAS[name], type_name, payload, operation)
    validation = packages(name).module("runtime.validation")
    found = validation.validate_payload(type_name, payload, operation and operation.value)
    assert [(v.pointer, v.code, v.message, v.severity.value) for v in found] == [
        (v.pointer, v.code, v.message, v.severity.value) for v in expected
    ]


def test_the_raising_form(packages: Callable[[str], Package]) -> None:
    package = packages("graph-identity")
    validation = package.module("runtime.validation")
    connector = package.model("microsoft.graph.identityApiConnector")
    good = connector(
        display_name="Test API",
        target_url="https://someapi.com/api",
        authentication_configuration=package.model("microsoft.graph.pkcs12Certificate")(
            pkcs12_value="not base64", password=""
        ),
    )
    validation.check(good, operation="create")  # a warning does not raise
    failed: Any = validation.ValidationFailed
    with pytest.raises(failed) as raised:
        validation.check(connector(target_url="no where"), operation="create")
    failure: Any = raised.value
    codes = {(v.pointer, v.code) for v in failure.violations}
    assert codes == {
        ("/targetUrl", "url"),
        ("/displayName", "required"),
        ("/authenticationConfiguration", "required"),
    }
    assert issubclass(failed, ValueError)
    assert "/targetUrl" in str(failure)
    assert "no where" not in str(failure)
    again: Any = pickle.loads(pickle.dumps(failure))
    assert again.violations == failure.violations
    with pytest.raises(LookupError):
        validation.validate_payload("microsoft.graph.nothing", {})
    with pytest.raises(ValueError, match="replace"):
        good.validate("replace")


def test_a_page_is_checked_as_an_answer(packages: Callable[[str], Package]) -> None:
    package = packages("graph-identity")
    page = package.module("generated.models.identity_api_connector_collection_response")
    payload = {"@odata.count": 2, "value": [{"id": "1"}, {"id": "2", "targetUrl": "no where"}]}
    found = page.IdentityApiConnectorCollectionResponse.from_dict(payload).validate()
    assert [(v.pointer, v.code) for v in found] == [("/value/1/targetUrl", "url")]


def test_the_validators_are_loaded_when_they_are_needed(
    packages: Callable[[str], Package],
) -> None:
    name = packages("graph-identity").name
    program = (
        f"import sys; from {name} import GraphServiceClient;"
        f"loaded = [m for m in sys.modules if m.startswith('{name}.runtime.validation')];"
        "assert not loaded, loaded;"
        f"from {name}.generated.models.identity_api_connector import IdentityApiConnector;"
        "IdentityApiConnector(display_name='x').to_json();"
        "loaded = [m for m in sys.modules if m.endswith('.runtime.validation')];"
        "assert not loaded, loaded;"
        "assert IdentityApiConnector().validate('create');"
        "assert 'httpx' not in sys.modules"
    )
    path = str(Path(packages("graph-identity").module("runtime.registry").__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("vector", WIRE, ids=lambda v: v.id)
def test_wire(vector: Vector, packages: Callable[[str], Package]) -> None:
    package = packages(vector.model)
    case = vector.case
    model = package.model(case["type"]).from_json(case["text"])
    assert type(model)._type.name == case["becomes"]
    for read in case["reads"]:
        check_read(model, read)
    touch(model)
    for setting in case.get("sets", ()):
        holder, _, name = setting["at"].rpartition("/")
        set_at(model, f"{holder}/{name}", setting["value"])
    written = exact(model.to_json())
    assert written == exact(case.get("written", case["text"]))
    assert exact(package.model(case["becomes"]).from_json(model.to_json()).to_json()) == written


def exact(text: str) -> object:
    """A JSON text as values in which numbers differ when their digits do."""
    return json.loads(
        text,
        parse_float=lambda digits: ("number", Decimal(digits).as_tuple()),
        parse_int=lambda digits: ("integer", digits),
    )


def attribute(model: Any, wire_name: str) -> str:
    declaration = type(model)._wire_names[wire_name]
    return str(declaration.python_name)


def reach(model: Any, pointer: str) -> tuple[Any, str]:
    """The value that holds the last step of a pointer, and that step."""
    *path, last = pointer.split("/")[1:]
    for step in path:
        model = model[int(step)] if step.isdecimal() else getattr(model, attribute(model, step))
    return model, last


def check_read(model: Any, read: dict[str, str]) -> None:
    holder, last = reach(model, read["at"])
    if last.isdecimal():
        value = holder[int(last)]
        assert read["state"] != "absent"
    else:
        value = getattr(holder, attribute(holder, last))
        assert holder.is_set(last) is (read["state"] != "absent")
    if read["state"] in {"absent", "null"}:
        assert value is None
    elif read["state"] == "model":
        assert type(value)._type.name == read["type"]
    else:
        assert same(value, read["type"], read["value"]), value


def same(value: Any, type_name: str, text: str) -> bool:
    """Whether a Python value is what the vector's text says (README.md, the table of `value`)."""
    match type_name:
        case "Edm.Boolean":
            return value is (text == "true")
        case "Edm.Int64":
            return type(value) is int and str(value) == text
        case "Edm.Decimal":
            return isinstance(value, Decimal) and str(value) == text
        case "Edm.Single" | "Edm.Double":
            return isinstance(value, float) and repr(value) == repr(
                float(text.replace("INF", "inf"))
            )
        case "Edm.Date" | "Edm.TimeOfDay":
            return bool(value == type(value).fromisoformat(text)) and not isinstance(value, str)
        case "Edm.DateTimeOffset":
            expected = datetime.fromisoformat(text)
            return bool(value == expected) and value.utcoffset() == expected.utcoffset()
        case "Edm.Duration":
            return bool(value == timedelta(seconds=float(text)))
        case "Edm.Binary":
            return bool(value.hex() == text)
        case "Edm.Guid":
            return str(value) == text
    if isinstance(value, frozenset):
        return ",".join(sorted(map(str, value))) == text
    return isinstance(value, str) and str(value) == text


def set_at(model: Any, pointer: str, value: Any) -> None:
    holder, last = reach(model, pointer)
    setattr(holder, attribute(holder, last), value)


METHODS = {
    "list": "get",
    "read": "get",
    "count": "get",
    "create": "post",
    "invoke": "post",
    "update": "patch",
    "delete": "delete",
}


@pytest.mark.parametrize("vector", REQUESTS, ids=lambda v: v.id)
def test_request(vector: Vector, packages: Callable[[str], Package]) -> None:
    package = packages(vector.model)
    case, expected = vector.case, vector.case["request"]
    client = package.module("graph_service_client").SyncGraphServiceClient(
        None, base_url="https://graph.microsoft.com/v1.0"
    )
    builder = client
    for segment in case["path"]:
        builder = follow(builder, segment)
    arguments: list[Any] = []
    if "body" in case:
        arguments.append(body_of(package, builder, case["body"]))
    options: dict[str, Any] = dict(case.get("query", {}))
    if "headers" in case:
        options["headers"] = case["headers"]
    request = getattr(builder, METHODS[case["operation"]]).request(*arguments, **options)
    assert request.method == expected["method"]
    found, wanted = urlsplit(request.url), urlsplit(expected["url"])
    assert found[:3] == wanted[:3]
    assert sorted(parse_qsl(found.query)) == sorted(parse_qsl(wanted.query))
    headers = {name.lower(): value for name, value in request.headers.items()}
    for name, value in expected["headers"].items():
        assert headers[name].partition(";")[0] == value
    content = None if request.content is None else json.loads(request.content)
    assert content == expected["body"]


@pytest.mark.parametrize("vector", CALLS, ids=lambda v: v.id)
def test_call(vector: Vector, packages: Callable[[str], Package]) -> None:
    package = packages(vector.model)
    client = package.module("client").SyncServiceClient(None, base_url="https://service.example/v1")
    request = typed_call(vector.case["name"], client, package)
    answer = {
        "method": request.method,
        "url": request.url,
        "headers": request.headers,
        "body": None if request.content is None else request.content.decode(),
    }
    check(Question(vector, "call", {}), answer)


def typed_call(name: str, client: Any, package: Package) -> Any:
    """The call of tests/vectors/calls/ that is called `name`, as a user writes it."""
    models = package.module("generated.models.unit"), package.module("generated.models.person")
    unit, person_type = models[0].Unit, models[1].Person
    references = package.module("runtime.references")
    promotion = package.module("generated.builders.employee").PromotePostRequestBody
    serial = UUID("01234567-89ab-cdef-0123-456789abcdef")
    since = datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
    second = "https://service.example/v1/people('2')"
    people = client.people
    one = people.by_id("1")
    near = people.near(1.5, unit.Mile, since)
    friend = one.friends.by_id("2")
    calls: dict[str, Callable[[], Any]] = {
        "a composite key": client.orders.by_region_number("north/1", 7).get.request,
        "a guid key": client.assets.by_serial(serial).get.request,
        "a text key": partial(people.by_id("O'Neil").get.request, select=["id"]),
        "an alternate key": people.by_email("ann lee").get.request,
        "a count with a filter": partial(people.count.get.request, filter="id eq 'x'"),
        "a cast of a collection": partial(people.as_employee.get.request, select=["badge"]),
        "a navigation below a cast": one.as_employee.tools.get.request,
        "a bound function": partial(near.get.request, top=2),
        "a bound action": partial(
            client.boss.promote.post.request, promotion(level=3, by=unit.Mile)
        ),
        "an unbound action without parameters": client.reset.post.request,
        "an unbound function": client.nearest("Ulm").get.request,
        "adding a reference": partial(
            one.friends.ref.post.request, references.ReferenceCreate(odata_id=second)
        ),
        "removing a reference": friend.ref.delete.request,
        "setting a reference": partial(
            one.manager.ref.put.request, references.ReferenceUpdate(odata_id=second)
        ),
        "reading a reference": one.manager.ref.get.request,
        "a media stream": one.content.get.request,
        "a stream property": one.photo.get.request,
        "an update with an ETag": partial(one.patch.request, person_type(email=None), etag='W/"1"'),
        "a deletion of whatever is there": partial(
            client.assets.by_serial(serial).delete.request, etag="*"
        ),
        "a complex value": one.home.get.request,
    }
    return calls[name]()


def test_bodies_are_checked_before_they_are_sent(packages: Callable[[str], Package]) -> None:
    package = packages("graph-identity")
    client_of = package.module("graph_service_client").SyncGraphServiceClient
    connector = package.model("microsoft.graph.identityApiConnector")
    upload = body_class(package, "microsoft.graph.uploadClientCertificate")
    failed = package.module("runtime.validation").ValidationFailed
    client = client_of(None, base_url="https://graph.microsoft.com/v1.0")
    connectors = client.identity.api_connectors
    one = connectors.by_identity_api_connector_id("1")
    calls: list[tuple[Any, Any, str]] = [
        (connectors.post, connector(display_name="A", target_url="https://a.example"), "required"),
        (one.upload_client_certificate.post, upload(pkcs12_value="AQID"), "required"),
    ]
    for call, body, code in calls:
        with pytest.raises(failed) as raised:
            call.request(body)
        violations: Any = raised.value
        assert [v.code for v in violations.violations] == [code]
    # What only the service sets it ignores: a warning keeps no request back.
    assert json.loads(one.patch.request(connector(id="1")).content) == {"id": "1"}
    trusting = client_of(None, base_url="https://graph.microsoft.com/v1.0", validate=False)
    request = trusting.identity.api_connectors.post.request(connector(display_name="A"))
    assert json.loads(request.content) == {"displayName": "A"}


def follow(builder: Any, segment: Any) -> Any:
    """The builder behind one more URL segment; Python's names are the official SDK's."""
    if isinstance(segment, dict):
        (name,) = [n for n in dir(builder) if n.startswith("by_")]
        return getattr(builder, name)(segment["key"])
    simple = segment.removeprefix("$").rpartition(".")[2]
    return getattr(builder, re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", simple).lower())


def body_of(package: Package, builder: Any, body: dict[str, Any]) -> Any:
    if body["type"] is not None:
        return package.model(body["type"]).from_dict(body["value"])
    cls = body_class(package, "microsoft.graph.uploadClientCertificate")
    return cls.from_dict(body["value"])
