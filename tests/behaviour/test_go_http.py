"""The generated Go client of a service without OData obeys the vectors: requests, answers, errors, streams, pages."""

from __future__ import annotations

import base64
import json
import subprocess
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path
from typing import Any

import generated_go
import go_check
import pytest
from behaviour.go_http_calls import CaseWriter
from behaviour.go_http_spelling import OperationCalls, PathCalls, SpokenCalls
from toolchains import needs
from vector_files import ROOT

from edmund.description import load_description
from edmund.plan.servers import default_server
from edmund.plan.shape import Shape
from edmund.render.environment import TemplateSet
from edmund.render.templates import render_files
from edmund.targets.contract import TargetOptions
from edmund.targets.go.http_builders import lower_http_builders, of_http
from edmund.targets.go.http_operations import HttpOperations
from edmund.targets.go.models import lower_models
from edmund.targets.go.spelling import KIOTA
from edmund.targets.go.target import GO
from edmund.targets.go.values import Values

pytestmark = [needs("go"), pytest.mark.xdist_group("go")]

VECTORS = ROOT / "tests" / "vectors" / "http"
RUNNER = Path(__file__).resolve().parent / "go" / "http_runner.go"
CASES: list[dict[str, Any]] = json.loads((VECTORS / "calls.json").read_text("utf-8"))["cases"]


@pytest.fixture(scope="module", params=Shape, ids=lambda shape: shape.value)
def outcomes(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """What each case gave in a client of one shape."""
    shape: Shape = request.param
    folder = tmp_path_factory.mktemp(f"go-http-{shape.value}")
    surface = load_description(VECTORS / "shop.openapi.yaml").surface
    options = TargetOptions(
        generated_go.MODULE,
        client="ShopClient",
        base_url=default_server(surface.servers),
        shape=shape,
    )
    files = render_files(GO.lower(surface, options).files, TemplateSet("go"), workers=1)
    go_check.write(files, folder / "client", support=True)
    models = lower_models(surface, generated_go.MODULE, of_http(KIOTA))
    spoken: SpokenCalls
    if shape is Shape.OPERATIONS:
        spoken = OperationCalls(HttpOperations(surface, models.layout, generated_go.MODULE))
    else:
        spoken = PathCalls(lower_http_builders(surface, models, generated_go.MODULE))
    writer = CaseWriter(surface, spoken, Values(surface, models.layout, "models."))
    calls = "".join(map(writer.source, CASES))
    names = ("", "/builders", "/models", "/runtime/odata")
    imports = "".join(f'\t"{generated_go.MODULE}{name}"\n' for name in names)
    source = f'package main\n\nimport (\n\t"bytes"\n\n{imports})\n\nfunc init() {{\n{calls}}}\n'
    sources = {"main.go": RUNNER.read_text("utf-8"), "calls.go": source}
    program = generated_go.build(folder / "runner", folder / "client", sources)
    told = {
        case["name"]: [each["answer"] for each in (case, *case.get("then", ())) if "answer" in each]
        for case in CASES
    }
    answers = folder / "answers.json"
    answers.write_text(json.dumps(told), "utf-8")
    done = subprocess.run(
        [str(program), str(answers)], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_call(case: dict[str, Any], outcomes: dict[str, Any]) -> None:
    outcome = outcomes[case["name"]]
    if case.get("refused"):
        assert outcome["Error"] is not None
        assert outcome["Asked"] is None
        return
    expected = [each["request"] for each in (case, *case.get("then", ()))]
    assert len(outcome["Asked"]) == len(expected), outcome["Error"]
    for asked, wanted in zip(outcome["Asked"], expected, strict=True):
        check_request(asked, wanted)
    check_gives(outcome, case["gives"])


def check_request(asked: dict[str, Any], wanted: dict[str, Any]) -> None:
    assert (asked["Method"], asked["URL"]) == (wanted["method"], wanted["url"])
    headers = {name.lower(): value for name, value in asked["Headers"].items()}
    for name, value in wanted.get("headers", {}).items():
        if name == "content-type" and value == "multipart/form-data":
            assert headers[name].startswith("multipart/form-data; boundary=")
        else:
            assert headers[name] == value
    assert not headers.keys() & set(wanted.get("absent", ()))
    body = base64.b64decode(asked["Body"] or "")
    match wanted.get("body"):
        case None:
            assert body == b""
        case {"json": value}:
            assert json.loads(body) == value
        case {"text": text}:
            assert body.decode() == text
        case {"base64": text}:
            assert body == base64.b64decode(text)
        case {"json lines": lines}:
            assert [json.loads(line) for line in body.splitlines()] == lines
        case {"multipart": parts}:
            check_parts(headers["content-type"], body, parts)
        case other:
            pytest.fail(f"a body of another form: {other}")


def check_parts(content_type: str, body: bytes, parts: list[dict[str, Any]]) -> None:
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + body)
    found = list(message.iter_parts())
    assert len(found) == len(parts)
    for part, wanted in zip(found, parts, strict=True):
        assert isinstance(part, EmailMessage)
        assert part.get_param("name", header="content-disposition") == wanted["name"]
        if "file name" in wanted:
            assert part.get_filename() == wanted["file name"]
        assert part.get_content_type() == wanted["content type"]
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        if "text" in wanted:
            assert content.decode() == wanted["text"]
        elif "json" in wanted:
            assert json.loads(content) == wanted["json"]
        else:
            assert content == base64.b64decode(wanted["base64"])


def check_gives(outcome: dict[str, Any], gives: dict[str, Any]) -> None:
    if "error" in gives:
        error, wanted = outcome["Error"], gives["error"]
        assert error is not None
        for name, key in (
            ("status", "Status"),
            ("type", "Type"),
            ("text", "Text"),
            ("body", "Body"),
        ):
            assert name not in wanted or error[key] == wanted[name], error
        return
    assert outcome["Error"] is None
    if "status" in gives:
        assert outcome["Status"] == gives["status"]
    for name, value in gives.get("headers", {}).items():
        assert outcome["Headers"][name] == value
    if gives.get("nothing"):
        assert outcome["Value"] is None
    if "value" in gives:
        assert outcome["Value"] == gives["value"]
    if "items" in gives:
        assert outcome["Items"] == gives["items"]
    if "base64" in gives:
        assert outcome["Base64"] == gives["base64"]
