"""The generated Java clients of services without OData obey the vectors: parameters, calls, types."""

from __future__ import annotations

import base64
import json
import re
import sys
import threading
import time
from collections.abc import Callable
from email import message_from_bytes
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from generated_java import HARNESS, sources, workplace
from toolchains import ROOT, java, needs

from edmund.description import load_description
from edmund.naming.distinct import distinct
from edmund.plan.http_calls import PlannedCall, planned_calls
from edmund.plan.http_paths import http_paths
from edmund.plan.shape import Shape
from edmund.render.environment import TemplateSet
from edmund.render.templates import render_files
from edmund.surface.elements import Edge, Resource, Surface
from edmund.targets.contract import TargetOptions
from edmund.targets.java.http_builders import http_accessors
from edmund.targets.java.http_operations import HttpOperations
from edmund.targets.java.layout import lay_out
from edmund.targets.java.names import parameter_name
from edmund.targets.java.spelling import KIOTA
from edmund.targets.java.symbols import java_symbols
from edmund.targets.java.target import JAVA

pytestmark = [needs("java"), pytest.mark.xdist_group("java")]

VECTORS = ROOT / "tests" / "vectors" / "http"
JAVA_TYPES = {
    "Edm.String": "String",
    "Edm.Int64": "Long",
    "Edm.Double": "Double",
    "Edm.Boolean": "Boolean",
    "Edm.Date": "LocalDate",
    "Edm.DateTimeOffset": "OffsetDateTime",
    "Edm.Binary": "byte[]",
    "Edm.Guid": "UUID",
}
STYLES = {"spaceDelimited": "SPACE_DELIMITED", "pipeDelimited": "PIPE_DELIMITED"}
STYLES |= {"tabDelimited": "TAB_DELIMITED", "deepObject": "DEEP_OBJECT"}

NOT_YET = {
    "JSON null in a query": "a parameter that is null is left out: null has no other meaning in Java",
}
"""Cases that the clients cannot answer, with the reason."""


def vectors(name: str, member: str = "cases") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((VECTORS / f"{name}.json").read_text("utf-8"))[member]
    return found


@cache
def classes(name: str, shape: Shape = Shape.PATHS) -> tuple[Path, ...]:
    """The client of a description and the runner over it."""
    place = workplace() / f"http-{name}-{shape.value}"
    lowered = JAVA.lower(surface(name), TargetOptions("shop", shape=shape))
    folder = place / "client"
    for file in render_files(lowered.files, TemplateSet("java"), workers=1):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, "utf-8")
    output = place / "classes"
    runner = sorted((HARNESS / "http").glob("*.java"))
    java.compile_java([*sources(folder), *runner], output)
    return (output,)


def asked(
    name: str, questions: list[dict[str, Any]], shape: Shape = Shape.PATHS
) -> list[dict[str, Any]]:
    file = workplace() / f"http-{name}-{shape.value}-{len(questions)}.json"
    file.write_text(json.dumps(questions), "utf-8")
    found: list[dict[str, Any]] = json.loads(
        java.run_java("shop.runtime.HttpRunner", [str(file)], classes(name, shape))
    )
    return found


@cache
def surface(name: str) -> Surface:
    return load_description(VECTORS / f"{name}.openapi.yaml").surface


# Styles


@cache
def styles() -> dict[str, dict[str, Any]]:
    cases = vectors("styles")
    questions = [
        {**case, "kind": "style", "style": STYLES.get(case["style"], case["style"].upper())}
        for case in cases
    ]
    return dict(zip([case["name"] for case in cases], asked("shop", questions), strict=True))


@pytest.mark.parametrize("case", vectors("styles"), ids=lambda case: str(case["name"]))
def test_style(case: dict[str, Any]) -> None:
    if case["name"] in NOT_YET:
        pytest.skip(NOT_YET[case["name"]])
    answer = styles()[case["name"]]
    if case.get("refused"):
        assert "refused" in answer, answer
    else:
        assert answer == {"text": case["text"]}


# Types


@cache
def types() -> dict[str, dict[str, Any]]:
    symbols = java_symbols(surface("types"), "shop")
    getters = {}
    for element, symbol in symbols.items():
        owner, _, member = element.partition("/")
        if member and ".get" in symbol:
            getters[f"{symbols[owner]}/{member}"] = symbol.rpartition(".")[2]
    cases = [("wire", case) for case in vectors("wire")]
    cases += [("made", case) for case in vectors("wire", "made")]
    questions = [
        {"sets": [], **case, "kind": kind, "class": symbols[case["type"]], "getters": getters}
        for kind, case in cases
    ]
    answers = asked("types", questions)
    return dict(zip([case["name"] for _, case in cases], answers, strict=True))


@pytest.mark.parametrize("case", vectors("wire"), ids=lambda case: str(case["name"]))
def test_type(case: dict[str, Any]) -> None:
    answer = types()[case["name"]]
    assert answer.get("becomes") == case["becomes"], answer
    for read, found in zip(case["reads"], answer["reads"], strict=True):
        expected = {key: value for key, value in read.items() if key != "at"}
        if "type" in expected:
            symbols = java_symbols(surface("types"), "shop")
            name = expected["type"]
            expected["type"] = JAVA_TYPES.get(name) or symbols[name]
        assert {k: v for k, v in found.items() if k in ("state", *expected)} == expected, read
    written = json.loads(answer["written"])
    assert written == json.loads(case.get("written", case["text"]))


@pytest.mark.parametrize("case", vectors("wire", "made"), ids=lambda case: str(case["name"]))
def test_object_of_a_callers(case: dict[str, Any]) -> None:
    answer = types()[case["name"]]
    assert json.loads(answer["written"]) == json.loads(case["written"])


# Calls


def chain_to(target: Resource) -> list[tuple[Resource, Edge]]:
    steps: dict[str, list[tuple[Resource, Edge]]] = {surface("shop").root: []}
    for resource in surface("shop").resources:
        for edge in resource.edges:
            steps.setdefault(edge.target, [*steps[resource.id], (resource, edge)])
    return steps[target.id]


def planned(operation: str) -> tuple[Resource, PlannedCall]:
    method, _, path = operation.partition(" ")
    for resource in surface("shop").resources:
        for call in planned_calls(surface("shop"))[resource.id]:
            if (call.method, call.path) == (method, path):
                return resource, call
    raise AssertionError(operation)


def on_path(case: dict[str, Any]) -> dict[str, Any]:
    """The chain of accessors to the call, and its method."""
    resource, call = planned(case["operation"])
    given = case.get("given", {})
    names = http_accessors(http_paths(surface("shop")), KIOTA.accessors)
    chain = []
    for source, edge in chain_to(resource):
        accessor = names[source.id][source.edges.index(edge)]
        values = [given["path"][part.name] for part in edge.keys]
        chain.append({"name": accessor, "values": values})
    return {"chain": chain, "verb": call.method.lower()}


def on_resource(case: dict[str, Any]) -> dict[str, Any]:
    """The resources to the call, and its method, which takes what is in the path."""
    _, call = planned(case["operation"])
    layout = lay_out(surface("shop"), "shop")
    symbols = HttpOperations(surface("shop"), layout, {}).symbols()
    _, *accessors, verb = symbols[case["operation"]].removesuffix("(...)").split(".")
    values = case.get("given", {}).get("path", {})
    return {
        "chain": [{"name": name.removesuffix("()"), "values": []} for name in accessors],
        "verb": verb,
        "path": [values[each.name] for each in call.path_parameters],
        "pages": f"iterate{verb[0].upper()}{verb[1:]}",
    }


def question(
    case: dict[str, Any], called: Callable[[dict[str, Any]], dict[str, Any]] = on_path
) -> dict[str, Any]:
    _, call = planned(case["operation"])
    given = case.get("given", {})
    asked = called(case)
    labels = distinct([each.label for each in call.parameters], parameter_name).names
    fields = {}
    for each in call.parameters:
        values = given.get(each.location.value, {})
        if each.name in values:
            fields[labels[each.label]] = values[each.name]
    made = {
        **asked,
        "kind": "call",
        "base_url": "https://eu.shop.example/v1",
        "client": "ShopClient",
        "fields": fields,
        "verb": f"{asked['verb']}Stream" if given.get("accept") else asked["verb"],
        "answers": [case.get("answer", {"status": 500})]
        + [each["answer"] for each in case.get("then", ())],
        "response": "status" in case.get("gives", {}),
        "credentials": {
            re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper(): value
            for name, value in given.get("credentials", {"token": "t0ken"}).items()
        },
    }
    for key in ("body", "media type", "other headers", "all pages"):
        if key in given:
            made[key] = given[key]
    return made


@cache
def calls(shape: Shape = Shape.PATHS) -> dict[str, dict[str, Any]]:
    cases = vectors("calls")
    called = on_path if shape is Shape.PATHS else on_resource
    answers = asked("shop", [question(case, called) for case in cases], shape)
    return dict(zip([case["name"] for case in cases], answers, strict=True))


def check_request(expected: dict[str, Any], sent: dict[str, Any]) -> None:
    assert sent["method"] == expected["method"]
    assert sent["url"] == expected["url"]
    content = base64.b64decode(sent.get("body", ""))
    for name, value in expected.get("headers", {}).items():
        found = sent["headers"].get(name, "")
        if value.startswith("multipart/"):
            assert found.startswith(f"{value}; boundary="), found
        else:
            assert found == value
    for name in expected.get("absent", ()):
        assert name not in sent["headers"]
    body = expected.get("body", {})
    if "json" in body:
        assert json.loads(content) == body["json"]
    elif "text" in body:
        assert content.decode() == body["text"]
    elif "base64" in body:
        assert content == base64.b64decode(body["base64"])
    elif "json lines" in body:
        assert [json.loads(line) for line in content.splitlines()] == body["json lines"]
    elif "multipart" in body:
        check_parts(body["multipart"], sent["headers"]["content-type"], content)


def check_parts(expected: list[dict[str, Any]], content_type: str, content: bytes) -> None:
    whole = message_from_bytes(b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + content)
    parts = whole.get_payload()
    assert isinstance(parts, list)
    assert len(parts) == len(expected)
    for part, wanted in zip(parts, expected, strict=True):
        said = str(part.get("content-disposition"))
        payload = part.get_payload(decode=True)
        assert isinstance(payload, bytes)
        assert f'name="{wanted["name"]}"' in said
        if "media type" in wanted:
            assert str(part.get("content-type")).startswith(wanted["media type"])
        if "file name" in wanted:
            assert f'filename="{wanted["file name"]}"'.replace('\\"', "%22") in said, said
        if "json" in wanted:
            assert json.loads(payload) == wanted["json"]
        if "text" in wanted:
            assert payload.decode() == wanted["text"]
        if "base64" in wanted:
            assert payload == base64.b64decode(wanted["base64"])


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("case", vectors("calls"), ids=lambda case: str(case["name"]))
def test_call(case: dict[str, Any], shape: Shape) -> None:
    if case["name"] in NOT_YET:
        pytest.skip(NOT_YET[case["name"]])
    answer = calls(shape)[case["name"]]
    sent = answer.get("requests", [])
    if case.get("refused"):
        assert "refused" in answer, answer
        assert not sent
        return
    expected = [case["request"], *(each["request"] for each in case.get("then", ()))]
    for request, found in zip(expected, sent, strict=False):
        check_request(request, found)
    assert len(sent) == len(expected), answer
    gives = case["gives"]
    error = gives.get("error")
    if error == {}:
        assert "refused" in answer
        return
    if error is not None:
        assert {key: answer["error"][key] for key in error} == error
        return
    assert "error" not in answer, answer
    assert "refused" not in answer, answer
    headers = {name.lower(): value for name, value in answer.get("headers", {}).items()}
    assert {name: headers.get(name) for name in gives.get("headers", {})} == gives.get(
        "headers", {}
    )
    for key in ("value", "base64", "items", "nothing", "status"):
        if key in gives:
            assert answer.get(key) == gives[key], answer


# Streams


def watched(*pauses: float, idle: int) -> dict[str, Any]:
    """What comes of watching events, each of which the service sends after a pause."""

    class Service(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/event-stream")
            self.end_headers()
            for pause in pauses:
                time.sleep(pause)
                self.wfile.write(b'data: {"text": "a"}\n\n')
                self.wfile.flush()

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        made = question({"operation": "GET /events"})
        made |= {"base_url": f"http://127.0.0.1:{server.server_port}", "idle": idle}
        (answer,) = asked("shop", [made])
        return answer
    finally:
        server.shutdown()


def test_events_are_given_as_they_come() -> None:
    answer = watched(0, 2, idle=20_000)
    first, second = answer["arrivals"]
    assert second - first > 1500
    assert first < 1500


def test_a_stream_that_pauses_too_long_ends_with_a_typed_error() -> None:
    answer = watched(0, 3, idle=700)
    assert len(answer["arrivals"]) == 1
    assert "RequestTimeoutException" in answer["refused"]
