"""What the vectors of `tests/vectors/http` ask, and whether an answer is right: the same for every language."""

from __future__ import annotations

import base64
import json
import re
from email.parser import BytesParser
from typing import Any

from vector_answers import exact
from vector_files import VECTORS

__all__ = ["CALLS", "HTTP", "STYLES", "WIRE", "check_call", "check_style", "check_wire"]

HTTP = VECTORS / "http"


def _document(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((HTTP / f"{name}.json").read_text("utf-8"))
    return found


STYLES, CALLS, WIRE = _document("styles"), _document("calls"), _document("wire")


def check_style(case: dict[str, Any], answer: dict[str, Any]) -> None:
    if case.get("refused"):
        assert answer.get("refused"), answer
    else:
        assert answer == {"text": case["text"]}


def check_call(case: dict[str, Any], answer: dict[str, Any]) -> None:
    """`answer` has the requests that were `sent`, and what the call `gives`."""
    assert "sent" in answer, answer
    if case.get("refused"):
        assert answer["sent"] == []
        assert "message" in answer["gives"]["error"], answer
        return
    wanted = [case["request"], *(each["request"] for each in case.get("then", ()))]
    assert len(answer["sent"]) == len(wanted), answer
    for sent, request in zip(answer["sent"], wanted, strict=True):
        _check_request(sent, request)
    _check_given(answer["gives"], case["gives"])


def check_wire(case: dict[str, Any], answer: dict[str, Any]) -> None:
    assert answer.get("becomes") == case["becomes"], answer
    for read, expected in zip(answer["reads"], case["reads"], strict=True):
        assert read["state"] == expected["state"], (expected, read)
        if expected["state"] == "model":
            assert read["type"] == expected["type"]
        elif expected.get("type") == "Edm.Double":
            assert float(read["value"]) == float(expected["value"])
        elif "value" in expected:
            assert read["value"] == expected["value"], (expected, read)
    assert exact(answer["written"]) == exact(case.get("written", case["text"]))


def _check_request(sent: dict[str, Any], wanted: dict[str, Any]) -> None:
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
        assert _parts_of(headers["content-type"], body) == expected["multipart"]


def _parts_of(content_type: str, body: bytes) -> list[dict[str, Any]]:
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
        found.append(shown | _content_of(content, shown["content type"]))
    return found


def _content_of(content: bytes, media_type: str) -> dict[str, Any]:
    if media_type == "application/json":
        return {"json": json.loads(content)}
    if media_type == "text/plain":
        return {"text": content.decode()}
    return {"base64": base64.b64encode(content).decode()}


def _check_given(given: dict[str, Any], wanted: dict[str, Any]) -> None:
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
