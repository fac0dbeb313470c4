"""The generated Python package obeys the vectors of calls over HTTP and of the types that OData does not have."""

from __future__ import annotations

import base64
import importlib
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import Any

import httpx
import pytest
from openapi_package import OpenApiPackage, generated_package
from vector_files import VECTORS

from edmund.plan.shape import Shape

HTTP = VECTORS / "http"
BASE_URL = "https://eu.shop.example/v1"


def document(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((HTTP / name).read_text("utf-8"))
    return found


STYLES = document("styles.json")["cases"]
CALLS = document("calls.json")["cases"]
WIRE = document("wire.json")


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenApiPackage]:
    yield from _package(tmp_path_factory.mktemp("shop"), "shop.openapi.yaml", "shop_of_vectors")


@pytest.fixture(scope="module")
def resources(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenApiPackage]:
    """The same shop, its calls being methods of resources."""
    folder, shape = tmp_path_factory.mktemp("resources"), Shape.OPERATIONS
    yield from _package(folder, "shop.openapi.yaml", "shop_of_vectors_by_resources", shape)


@pytest.fixture(scope="module")
def types(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenApiPackage]:
    yield from _package(tmp_path_factory.mktemp("types"), "types.openapi.yaml", "types_of_vectors")


def _package(
    folder: Path, name: str, package: str, shape: Shape = Shape.PATHS
) -> Iterator[OpenApiPackage]:
    made = generated_package(HTTP / name, package, folder, shape)
    sys.path.insert(0, str(folder))
    yield made
    sys.path.remove(str(folder))


# Styles


@pytest.mark.parametrize("case", STYLES, ids=lambda case: case["name"])
def test_a_parameter_is_written_in_its_style(case: dict[str, Any], shop: OpenApiPackage) -> None:
    calls, styles = shop.module("runtime.http_call"), shop.module("runtime.styles")
    location = calls.Location(case["in"])
    parameter = calls.Parameter(
        case["parameter"],
        "given",
        location,
        shop.module("runtime.value_types").ANY,
        style=calls.Style(case["style"]),
        explode=case["explode"],
        reserved=case.get("allowReserved", False),
        media_type=case.get("mediaType"),
    )
    write = {
        "path": styles.path_text,
        "header": styles.header_text,
        "cookie": styles.cookie_text,
    }.get(case["in"], styles.query_text)
    if case.get("refused"):
        with pytest.raises(ValueError):
            write(parameter, case["value"])
            if case["in"] == "header":
                shop.module("runtime.headers").checked_headers(
                    [("x", write(parameter, case["value"]))]
                )
    else:
        assert (write(parameter, case["value"]) or None) == (case["text"] or None)


# Calls


@pytest.mark.parametrize("case", CALLS, ids=lambda case: case["name"])
def test_a_call_is_sent_and_read(case: dict[str, Any], shop: OpenApiPackage) -> None:
    _check_call(case, shop)


@pytest.mark.parametrize("case", CALLS, ids=lambda case: case["name"])
def test_a_method_of_a_resource_does_the_same(
    case: dict[str, Any], resources: OpenApiPackage
) -> None:
    _check_call(case, resources)


def test_methods_of_resources_are_typed(resources: OpenApiPackage) -> None:
    """Type checkers find them correct, with values that fit and without those that do not."""
    folder = Path(resources.module("client").__file__).parents[1]
    (folder / "good.py").write_text(GOOD, "utf-8")
    (folder / "bad.py").write_text(BAD, "utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary"]
    done = subprocess.run(
        [*command, "good.py"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.stdout + done.stderr == ""
    done = subprocess.run(
        [*command, "bad.py"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert [line.rpartition("[")[2] for line in done.stdout.splitlines()] == [
        "arg-type]",
        "arg-type]",
        "attr-defined]",
    ]


HEAD = """from shop_of_vectors_by_resources import (
    ShopOfVectorsByResourcesClient as Client,
    SyncShopOfVectorsByResourcesClient as SyncClient,
)
from shop_of_vectors_by_resources.generated.models.pet import Pet

client = SyncClient(None)
"""
GOOD = f"""{HEAD}
found: list[Pet] = client.pets.list(limit=2, tag=["a"])
one: Pet | None = client.pets.get("1")
names = [each.name for each in client.pets.iterate_list(limit=1)]
client.pets.change("1", Pet(name="x"))


async def main() -> list[Pet]:
    async with Client(None) as other:
        return await other.pets.list(limit=2)
"""
BAD = f"""{HEAD}
client.pets.get(1)
client.pets.list(limit="2")
client.pets.lost
"""


def _check_call(case: dict[str, Any], shop: OpenApiPackage) -> None:
    given = case.get("given", {})
    sent: list[httpx.Request] = []
    exchanges = [case, *case.get("then", ())]

    def answer(request: httpx.Request) -> httpx.Response:
        request.read()
        sent.append(request)
        return _response(exchanges[len(sent) - 1]["answer"])

    client = _client(shop, given, answer)
    if case.get("refused"):
        with pytest.raises((ValueError, TypeError, shop.module("runtime.errors").ClientError)):
            _done(shop, client, case)
        assert sent == []
        return
    wanted = case["gives"]
    if "error" in wanted:
        with pytest.raises(shop.module("runtime.errors").ClientError) as failed:
            _done(shop, client, case)
        _check_error(failed.value, wanted["error"])
    else:
        _check_value(_done(shop, client, case), wanted)
    for request, exchange in zip(sent, exchanges, strict=True):
        _check_request(request, exchange["request"])


def _client(shop: OpenApiPackage, given: Mapping[str, Any], answer: Any) -> Any:
    made = shop.module("runtime.credentials")
    credentials = {
        name: (
            made.Basic(*value)
            if isinstance(value, list)
            else made.Bearer(value) if name == "token" else made.ApiKey(value)
        )
        for name, value in given.get("credentials", {"token": "t0ken"}).items()
    }
    transport = httpx.Client(transport=httpx.MockTransport(answer))
    stem = "".join(part.capitalize() for part in shop.name.split("_"))
    client = getattr(importlib.import_module(shop.name), f"Sync{stem}Client")
    return client(credentials, http_client=transport, validate=False, max_retries=0)


def _response(said: Mapping[str, Any]) -> httpx.Response:
    content = said.get("text", "").encode("utf-8")
    if "base64" in said:
        content = base64.b64decode(said["base64"])
    return httpx.Response(said["status"], headers=said.get("headers", {}), stream=_Once(content))


class _Once(httpx.SyncByteStream):
    """A body that comes in small parts."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def __iter__(self) -> Iterator[bytes]:
        for at in range(0, len(self._content), 7):
            yield self._content[at : at + 7]


def _done(shop: OpenApiPackage, client: Any, case: Mapping[str, Any]) -> Any:
    """What the call gives, done in the way that the case wants."""
    given, wanted = case.get("given", {}), case.get("gives", {})
    method, path = case["operation"].split(" ")
    arguments, keywords = _arguments(shop, method, path, given)
    values = given.get("path", {})
    if given.get("all pages"):
        iteration, place = shop.iteration(client, case["operation"], values)
        return {"items": list(iteration(*place, *arguments, **keywords))}
    operation, place = shop.operation(client, case["operation"], values)
    arguments = [*place, *arguments]
    if "status" in wanted:
        response = client.send(operation.request(*arguments, **keywords))
        return {"status": response.status, "headers": response.headers, "value": response.value}
    value = operation(*arguments, **keywords)
    return {"items": list(value)} if "items" in wanted else {"value": value}


def _arguments(
    shop: OpenApiPackage, method: str, path: str, given: Mapping[str, Any]
) -> tuple[list[Any], dict[str, Any]]:
    keywords: dict[str, Any] = {}
    names = shop.parameters(method, path)
    for location in ("query", "header", "cookie", "querystring"):
        for name, value in given.get(location, {}).items():
            keywords[names[location, name]] = value
    headers = dict(given.get("other headers", {}))
    if "accept" in given:
        headers["accept"] = given["accept"]
    if headers:
        keywords["headers"] = headers
    if "media type" in given:
        keywords["content_type"] = given["media type"]
    arguments = [_given_value(shop, given["body"])] if "body" in given else []
    return arguments, keywords


def _given_value(shop: OpenApiPackage, value: Any) -> Any:
    """A body as a caller has it: bytes and files where the case has base64."""
    if isinstance(value, dict) and "base64" in value:
        content = base64.b64decode(value["base64"])
        if set(value) == {"base64"}:
            return content
        file = shop.module("runtime.uploads").File
        return file(content, value.get("file name"), value.get("media type"))
    if isinstance(value, dict):
        return {name: _given_value(shop, each) for name, each in value.items()}
    return [_given_value(shop, each) for each in value] if isinstance(value, list) else value


def _check_request(request: httpx.Request, wanted: Mapping[str, Any]) -> None:
    assert request.method == wanted["method"]
    assert str(request.url) == wanted["url"]
    for name, value in wanted.get("headers", {}).items():
        sent = request.headers[name]
        assert sent.startswith(f"{value}; boundary=") or _first(name, sent) == _first(name, value)
    for name in wanted.get("absent", ()):
        assert name not in request.headers
    body = wanted.get("body", {})
    content = request.content
    if "json" in body:
        assert json.loads(content) == body["json"]
    elif "text" in body:
        assert content.decode("utf-8") == body["text"]
    elif "base64" in body:
        assert content == base64.b64decode(body["base64"])
    elif "json lines" in body:
        assert [json.loads(line) for line in content.splitlines()] == body["json lines"]
    elif "multipart" in body:
        _check_parts(request, body["multipart"])
    else:
        assert content == b""


def _first(name: str, value: str) -> str:
    return value.partition(",")[0] if name == "accept" else value


def _check_parts(request: httpx.Request, wanted: list[dict[str, Any]]) -> None:
    head = f"content-type: {request.headers['content-type']}\r\n\r\n".encode()
    message = message_from_bytes(head + request.content)
    payload: Any = message.get_payload()
    parts: list[Message] = payload
    assert len(parts) == len(wanted)
    for part, said in zip(parts, wanted, strict=True):
        assert part.get_param("name", header="content-disposition") == said["name"]
        assert part.get_content_type() == said["content type"]
        if "file name" in said:
            assert part.get_param("filename", header="content-disposition") == said["file name"]
        content: Any = part.get_payload(decode=True)
        if "json" in said:
            assert json.loads(content) == said["json"]
        elif "text" in said:
            assert content.decode("utf-8") == said["text"]
        else:
            assert content == base64.b64decode(said["base64"])


def _check_value(found: Mapping[str, Any], wanted: Mapping[str, Any]) -> None:
    if "items" in wanted:
        assert [_plain(item) for item in found["items"]] == wanted["items"]
        return
    value = found["value"]
    if "status" in wanted:
        assert found["status"] == wanted["status"]
        for name, text in wanted.get("headers", {}).items():
            assert found["headers"][name] == text
    if "base64" in wanted:
        assert value == base64.b64decode(wanted["base64"])
    else:
        assert _plain(value) == (None if wanted.get("nothing") else wanted["value"])


def _check_error(error: Any, wanted: Mapping[str, Any]) -> None:
    if "status" in wanted:
        assert error.status == wanted["status"]
    if "type" in wanted:
        assert type(error.body).__name__ == wanted["type"]
    if "body" in wanted:
        assert _plain(error.body) == wanted["body"]
    if "text" in wanted:
        assert error.body == wanted["text"]


def _plain(value: Any) -> Any:
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else value


# Types


@pytest.mark.parametrize("case", WIRE["cases"], ids=lambda case: case["name"])
def test_a_value_is_read_and_written(case: dict[str, Any], types: OpenApiPackage) -> None:
    model = types.model(case["type"]).from_json(case["text"])
    assert type(model)._type.schema == case["becomes"]
    for read in case["reads"]:
        _check_read(types, model, read)
    _set_all(types, model, case.get("sets", ()))
    wanted = case.get("written", case["text"])
    assert _exact(model.to_json()) == _exact(wanted)


@pytest.mark.parametrize("case", WIRE["made"], ids=lambda case: case["name"])
def test_an_object_that_a_caller_makes(case: dict[str, Any], types: OpenApiPackage) -> None:
    model = types.model(case["type"])()
    _set_all(types, model, case["sets"])
    assert _exact(model.to_json()) == _exact(case["written"])


def _exact(text: str) -> Any:
    return json.loads(text, parse_float=str)


def _set_all(types: OpenApiPackage, model: Any, sets: Any) -> None:
    for each in sets:
        name = each["at"].removeprefix("/")
        declared = model._wire_names[name]
        setattr(model, declared.python_name, each["value"])


def _check_read(types: OpenApiPackage, model: Any, wanted: Mapping[str, Any]) -> None:
    found = model
    steps = [s.replace("~1", "/").replace("~0", "~") for s in wanted["at"].split("/")[1:]]
    for at, step in enumerate(steps):
        if wanted["state"] == "absent" and at == len(steps) - 1:
            assert _is_absent(found, step)
            return
        found = _step(found, step)
    match wanted["state"]:
        case "null":
            assert found is None
        case "raw":
            assert not hasattr(found, "_wire_names")
        case "model":
            assert type(found)._type.schema == wanted["type"]
        case _:
            assert _text(found) == wanted["value"]
            _check_kind(types, found, wanted["type"])


def _is_absent(model: Any, name: str) -> bool:
    if isinstance(model, dict):
        return name not in model
    declared = model._wire_names.get(name)
    return not model.is_set(name) if declared is not None else name not in model.additional_data


def _step(value: Any, name: str) -> Any:
    if isinstance(value, list):
        return value[int(name)]
    if isinstance(value, dict):
        return value[name]
    declared = value._wire_names.get(name)
    return value.additional_data[name] if declared is None else getattr(value, declared.python_name)


def _text(value: Any) -> str:
    """A value as the vectors spell it."""
    value = getattr(value, "value", value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    if hasattr(value, "microsecond"):
        return re.sub(r"(\.\d*?)0+(?=[+-])", r"\1", value.isoformat())
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


_KINDS: Mapping[str, Callable[[Any], bool]] = {
    "Edm.String": lambda value: isinstance(value, str),
    "Edm.Boolean": lambda value: isinstance(value, bool),
    "Edm.Int64": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "Edm.Double": lambda value: isinstance(value, float),
    "Edm.Binary": lambda value: isinstance(value, bytes),
    "Edm.Date": lambda value: type(value).__name__ == "date",
    "Edm.DateTimeOffset": lambda value: type(value).__name__ == "datetime",
    "Edm.Guid": lambda value: type(value).__name__ == "UUID",
}


def _check_kind(types: OpenApiPackage, value: Any, type_name: str) -> None:
    if type_name.startswith("Edm."):
        assert _KINDS[type_name](value) if type_name in _KINDS else True
    else:
        assert isinstance(value, types.model(type_name))
