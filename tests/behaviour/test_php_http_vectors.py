"""PHP clients of services without OData obey the vectors: parameters, calls, types."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
from email.parser import BytesParser
from pathlib import Path
from typing import Any

import pytest
from toolchains import needs
from toolchains import php as toolchain
from vector_answers import exact
from vector_files import ROOT, VECTORS

from edmund.description import load_description
from edmund.surface.elements import Surface
from edmund.targets.php.http.names import http_names, http_spelling
from edmund.targets.php.http.paths import http_paths
from edmund.targets.php.layout import lay_out
from edmund.targets.php.spelling import KIOTA

RUNNER = Path(__file__).resolve().parent / "php" / "http_runner.php"
HTTP = VECTORS / "http"

pytestmark = [needs("php"), pytest.mark.xdist_group("php")]


def document(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((HTTP / f"{name}.json").read_text("utf-8"))
    return found


STYLES, CALLS, WIRE = document("styles"), document("calls"), document("wire")


def chains(surface: Surface) -> dict[str, tuple[list[tuple[str, list[str]]], str]]:
    """By method and path, how a user calls it: accessors with the names of what they are given, and the last method."""
    paths = http_paths(surface)
    surface, calls = paths.surface, paths.calls
    names = http_names(paths, lay_out(surface, (), http_spelling(KIOTA)))
    steps: dict[str, list[tuple[str, list[str]]]] = {surface.root: []}
    found: dict[str, tuple[list[tuple[str, list[str]]], str]] = {}
    for resource in surface.resources:
        for call, call_names in zip(calls[resource.id], names.calls[resource.id], strict=True):
            found[f"{call.method} {call.path}"] = (steps[resource.id], call_names.verb)
        for edge, name in zip(resource.edges, names.accessors[resource.id], strict=True):
            step = (name, [key.name for key in edge.keys])
            steps.setdefault(edge.target, [*steps[resource.id], step])
    return found


def questions() -> list[tuple[str, str, dict[str, Any]]]:
    """The model, the name of the case, and what is asked."""
    ways = chains(load_description(HTTP / "shop.openapi.yaml").surface)
    found = [("shop", f"style {c['name']}", {"kind": "style", "case": c}) for c in STYLES["cases"]]
    for case in CALLS["cases"]:
        chain, verb = ways[case["operation"]]
        asked = {"kind": "call", "case": case, "chain": chain, "verb": verb}
        asked |= {"client": "Vectors\\VectorsClient", "baseUrl": CALLS["base_url"]}
        found.append(("shop", f"call {case['name']}", asked))
    for kind, cases in (("wire", WIRE["cases"]), ("made", WIRE["made"])):
        found += [("types", f"{kind} {c['name']}", {"kind": kind, "case": c}) for c in cases]
    return found


QUESTIONS = questions()


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """All answers by name, each model's by one run of the runner."""
    folder = tmp_path_factory.mktemp("php-http")
    found: dict[str, Any] = {}
    for model in ("shop", "types"):
        package = folder / model
        command = [sys.executable, "-m", "edmund", "generate", "--quiet", "--target", "php"]
        command += ["--metadata", str(HTTP / f"{model}.openapi.yaml")]
        command += ["--package", "Vectors", "--output", str(package)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        own = [(name, asked) for which, name, asked in QUESTIONS if which == model]
        asked_file = folder / f"{model}.json"
        asked_file.write_text(json.dumps([asked for _, asked in own]), "utf-8")
        told = json.loads(toolchain.run([str(RUNNER), str(asked_file)], package).stdout)
        found.update(zip((name for name, _ in own), told, strict=True))
    return found


@pytest.mark.parametrize("case", STYLES["cases"], ids=lambda case: case["name"])
def test_style(case: dict[str, Any], answers: dict[str, Any]) -> None:
    answer = answers[f"style {case['name']}"]
    if case.get("refused"):
        assert answer.get("refused"), answer
    else:
        assert answer == {"text": case["text"]}


@pytest.mark.parametrize("case", CALLS["cases"], ids=lambda case: case["name"])
def test_call(case: dict[str, Any], answers: dict[str, Any]) -> None:
    answer = answers[f"call {case['name']}"]
    assert "sent" in answer, answer
    if case.get("refused"):
        assert answer["sent"] == []
        assert "message" in answer["gives"]["error"], answer
        return
    wanted = [case["request"], *(each["request"] for each in case.get("then", ()))]
    assert len(answer["sent"]) == len(wanted), answer
    for sent, request in zip(answer["sent"], wanted, strict=True):
        check_request(sent, request)
    check_given(answer["gives"], case["gives"])


def check_request(sent: dict[str, Any], wanted: dict[str, Any]) -> None:
    assert (sent["method"], sent["url"]) == (wanted["method"], wanted["url"])
    headers = {name.lower(): value for name, value in sent["headers"].items()}
    for name, value in wanted.get("headers", {}).items():
        assert re.sub(r"; boundary=.*", "", headers.get(name, "")) == value, headers
    assert not set(wanted.get("absent", ())) & set(headers)
    body = base64.b64decode(sent["body"])
    expected = wanted.get("body", {})
    if "json" in expected:
        assert json.loads(body) == expected["json"]
    if "text" in expected:
        assert body.decode() == expected["text"]
    if "base64" in expected:
        assert body == base64.b64decode(expected["base64"])
    if "json lines" in expected:
        assert [json.loads(line) for line in body.splitlines()] == expected["json lines"]
    if "multipart" in expected:
        assert parts_of(headers["content-type"], body) == expected["multipart"]


def parts_of(content_type: str, body: bytes) -> list[dict[str, str]]:
    """The parts of a form, as the vectors describe them."""
    message = BytesParser().parsebytes(
        b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body
    )
    found = []
    for part in message.get_payload():
        assert not isinstance(part, str)
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        shown = {"name": str(part.get_param("name", header="content-disposition"))}
        if part.get_filename() is not None:
            shown["file name"] = str(part.get_filename())
        shown["content type"] = part.get_content_type()
        found.append((shown, content))
    return [shown | content_of(c, shown) for shown, c in found]


def content_of(content: bytes, shown: dict[str, str]) -> dict[str, Any]:
    if shown["content type"] == "application/json":
        return {"json": json.loads(content)}
    if shown["content type"] == "text/plain":
        return {"text": content.decode()}
    return {"base64": base64.b64encode(content).decode()}


def check_given(given: dict[str, Any], wanted: dict[str, Any]) -> None:
    if "error" in wanted:
        assert "error" in given, given
        error = {key: given["error"].get(key) for key in wanted["error"]}
        assert error == wanted["error"]
        return
    for member, value in wanted.items():
        if member == "headers":
            assert given["headers"] | value == given["headers"]
        else:
            assert json.dumps(given.get(member)) == json.dumps(value), given


@pytest.mark.parametrize("case", WIRE["cases"], ids=lambda case: case["name"])
def test_wire(case: dict[str, Any], answers: dict[str, Any]) -> None:
    answer = answers[f"wire {case['name']}"]
    assert answer.get("becomes") == case["becomes"], answer
    wanted = [
        {key: read[key] for key in ("state", "value") if key in read}
        | ({"type": read["type"]} if read["state"] == "model" else {})
        for read in case["reads"]
    ]
    numbers = {read["at"] for read in case["reads"] if read.get("type") == "Edm.Double"}
    for read, expected, at in zip(
        answer["reads"], wanted, (r["at"] for r in case["reads"]), strict=True
    ):
        if at in numbers:
            assert float(read["value"]) == float(expected["value"])
        else:
            assert read == expected
    assert exact(answer["written"]) == exact(case.get("written", case["text"]))


@pytest.mark.parametrize("case", WIRE["made"], ids=lambda case: case["name"])
def test_made(case: dict[str, Any], answers: dict[str, Any]) -> None:
    answer = answers[f"made {case['name']}"]
    assert "written" in answer, answer
    assert exact(answer["written"]) == exact(case["written"])
