"""Generated TypeScript clients of OpenAPI descriptions obey the vectors: styles, calls and answers, types."""

from __future__ import annotations

import base64
import json
import sys
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.typescript_client import described_answers
from toolchains import needs
from vector_answers import check_read, exact
from vector_files import VECTORS

pytestmark = [needs("typescript"), pytest.mark.xdist_group("typescript")]

HTTP = VECTORS / "http"
# Above this JavaScript's own reader of JSON rounds: such integers are passed as text.
_EXACT = 2**53


def document(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((HTTP / name).read_text("utf-8"))
    return found


STYLES: list[dict[str, Any]] = document("styles.json")["cases"]
CALLS: list[dict[str, Any]] = document("calls.json")["cases"]
WIRE: list[dict[str, Any]] = document("wire.json")["cases"]
MADE: list[dict[str, Any]] = document("wire.json")["made"]


@pytest.fixture(scope="module")
def shop() -> dict[str, dict[str, Any]]:
    """The answers about the shop by the names of the cases."""
    asked = [*map(_style_question, STYLES), *map(_call_question, CALLS)]
    told = described_answers("shop", "httpCalls", asked)
    return {_id(case): answer for case, answer in zip([*STYLES, *CALLS], told, strict=True)}


@pytest.fixture(scope="module")
def wire() -> dict[str, dict[str, Any]]:
    told = described_answers(
        "types", "httpWire", [*map(_wire_question, WIRE), *map(_wire_question, MADE)]
    )
    return {_id(case): answer for case, answer in zip([*WIRE, *MADE], told, strict=True)}


def _id(case: dict[str, Any]) -> str:
    kind = next(each for each in ("style", "operation", "type") if each in case)
    return f"{kind}: {case['name']}"


def test_names_are_names() -> None:
    for cases in ([*STYLES, *CALLS], [*WIRE, *MADE]):
        assert len({_id(case) for case in cases}) == len(cases)


# Styles


def _style_question(case: dict[str, Any]) -> dict[str, Any]:
    spelling = {
        "name": case["parameter"],
        "place": case["in"],
        "style": case["style"],
        "explode": case["explode"],
        "reserved": case.get("allowReserved", False),
        **({"media": case["mediaType"]} if "mediaType" in case else {}),
    }
    return {"spelling": spelling, "value": json.dumps(case["value"])}


@pytest.mark.parametrize("case", STYLES, ids=_id)
def test_a_parameter_is_written_in_its_style(
    case: dict[str, Any], shop: dict[str, dict[str, Any]]
) -> None:
    wanted = {"refused": True} if case.get("refused") else {"text": case["text"]}
    assert shop[_id(case)] == wanted


# Calls


def _call_question(case: dict[str, Any]) -> dict[str, Any]:
    method = case["operation"].partition(" ")[0]
    return {
        "operation": case["operation"],
        "given": _exact(case.get("given", {})),
        "takesBody": method in ("POST", "PUT", "PATCH", "QUERY"),
        "asResponse": "status" in case.get("gives", {}),
        "exchanges": [{"answer": each.get("answer")} for each in (case, *case.get("then", ()))],
    }


def _exact(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _exact(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_exact(each) for each in value]
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > _EXACT:
        return {"an integer above 2^53": str(value)}
    return value


@pytest.mark.parametrize("case", CALLS, ids=_id)
def test_a_call_is_sent_and_read(case: dict[str, Any], shop: dict[str, dict[str, Any]]) -> None:
    answer = shop[_id(case)]
    if case.get("refused"):
        assert "error" in answer and answer["sent"] == []
        return
    wanted = case["gives"]
    if "error" in wanted:
        _check_error(answer["error"], wanted["error"])
    else:
        assert "error" not in answer
        _check_value(answer, wanted)
    for sent, exchange in zip(answer["sent"], (case, *case.get("then", ())), strict=True):
        _check_request(sent, exchange["request"])


def _check_request(sent: dict[str, Any], wanted: dict[str, Any]) -> None:
    assert sent["method"] == wanted["method"]
    assert sent["url"] == wanted["url"]
    for name, value in wanted.get("headers", {}).items():
        given = sent["headers"][name]
        assert given == value or given.startswith(f"{value}; boundary=")
    assert not set(wanted.get("absent", ())) & set(sent["headers"])
    content, body = base64.b64decode(sent["body"]), wanted.get("body", {})
    if "json" in body:
        assert json.loads(content) == body["json"]
    elif "text" in body:
        assert content.decode("utf-8") == body["text"]
    elif "base64" in body:
        assert content == base64.b64decode(body["base64"])
    elif "json lines" in body:
        assert [json.loads(line) for line in content.splitlines()] == body["json lines"]
    elif "multipart" in body:
        _check_parts(sent["headers"]["content-type"], content, body["multipart"])
    else:
        assert content == b""


def _check_parts(media_type: str, content: bytes, wanted: list[dict[str, Any]]) -> None:
    message = message_from_bytes(f"content-type: {media_type}\r\n\r\n".encode() + content)
    parts: list[Message] = message.get_payload()  # type: ignore[assignment]
    for part, said in zip(parts, wanted, strict=True):
        assert part.get_param("name", header="content-disposition") == said["name"]
        assert part.get_param("filename", header="content-disposition") == said.get("file name")
        assert part.get_content_type() == said["content type"]
        held: Any = part.get_payload(decode=True)
        if "json" in said:
            assert json.loads(held) == said["json"]
        elif "text" in said:
            assert held.decode("utf-8") == said["text"]
        else:
            assert held == base64.b64decode(said["base64"])


def _check_value(answer: dict[str, Any], wanted: dict[str, Any]) -> None:
    if "items" in wanted:
        assert [json.loads(item) for item in answer["items"]] == wanted["items"]
        return
    if "status" in wanted:
        assert answer["status"] == wanted["status"]
        assert wanted.get("headers", {}).items() <= answer["headers"].items()
    if "base64" in wanted:
        assert answer["base64"] == wanted["base64"]
    elif wanted.get("nothing"):
        assert "value" not in answer
    else:
        assert json.loads(answer["value"]) == wanted["value"]


def _check_error(error: dict[str, Any], wanted: dict[str, Any]) -> None:
    if "status" not in wanted:
        assert "status" not in error
        return
    assert (error["name"], error["status"]) == ("ApiError", wanted["status"])
    assert error.get("type") == wanted.get("type")
    if "body" in wanted:
        assert json.loads(error["body"]) == wanted["body"]
    if "text" in wanted:
        assert error["text"] == wanted["text"]


def test_no_credential_goes_to_a_server_of_plain_http() -> None:
    (answer,) = described_answers("shop", "httpCalls", [{"plainHttp": True}])
    assert answer == {"sent": [], "error": "UnsafeUrl"}


# Types


def _wire_question(case: dict[str, Any]) -> dict[str, Any]:
    sets = [{"at": each["at"], "text": json.dumps(each["value"])} for each in case.get("sets", ())]
    reads = [each["at"] for each in case.get("reads", ())]
    text = {"text": case["text"]} if "text" in case else {}
    return {"type": case["type"], **text, "reads": reads, "sets": sets}


@pytest.mark.parametrize("case", WIRE, ids=_id)
def test_values_are_read_by_their_types(
    case: dict[str, Any], wire: dict[str, dict[str, Any]]
) -> None:
    answer = wire[_id(case)]
    assert answer["becomes"] == case["becomes"]
    for told, read in zip(answer["reads"], case["reads"], strict=True):
        check_read(told, read)
    assert exact(answer["written"]) == exact(case.get("written", case["text"]))


@pytest.mark.parametrize("case", MADE, ids=_id)
def test_new_objects_say_what_leaves_no_choice(
    case: dict[str, Any], wire: dict[str, dict[str, Any]]
) -> None:
    assert json.loads(wire[_id(case)]["written"]) == json.loads(case["written"])
