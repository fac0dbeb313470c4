"""What the vectors of `tests/vectors/old_wire` ask, and whether an answer is right: the same for every language.

A runner answers with JSON: a literal as {"text"}, a value that was read as {"becomes", "reads"}, a value that was made as
{"written"}, a call as {"sent", "gives"}, where `sent` has method, url, headers and body (base64, null for none) of each
request. What `gives` may hold, `tests/vectors/README.md` says; numbers and values in it are texts.
"""

from __future__ import annotations

import base64
import json
import re
from decimal import Decimal
from email.message import Message
from email.parser import BytesParser
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from vector_answers import check_read, exact
from vector_files import VECTORS

__all__ = [
    "CALLS",
    "FILES_OF_CALLS",
    "FILES_OF_FILTERS",
    "FILES_OF_VALUES",
    "LITERALS",
    "check_call",
    "check_filter",
    "check_literal",
    "check_reading",
    "check_written",
    "document",
]

OLD_WIRE = VECTORS / "old_wire"
FILES_OF_VALUES = ("values", "values3")
FILES_OF_FILTERS = ("filters", "filters3")
FILES_OF_CALLS = ("calls", "calls3")


def document(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((OLD_WIRE / f"{name}.json").read_text("utf-8"))
    return found


LITERALS: list[dict[str, Any]] = document("literals")["cases"]
CALLS = [(name, case) for name in FILES_OF_CALLS for case in document(name)["cases"]]

_TIME = re.compile(r"(?<=[\"'])PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?(?=[\"'])")
_SUFFIX = re.compile(r"(?<= )-?\d+(?:\.\d+)?[lmdfLMDF]\b")
_FLOAT = re.compile(r"(.+?)([df])\Z", re.ASCII | re.DOTALL)


def check_literal(case: dict[str, Any], answer: dict[str, Any]) -> None:
    """Upper and lower case of a suffix and of hexadecimal digits do not count, nor how a double is spelled."""
    found, wanted = str(answer["text"]), str(case["text"])
    if case["type"] in ("Edm.Double", "Edm.Single") and (parts := _FLOAT.match(wanted)):
        number = _FLOAT.match(found.lower())
        assert number is not None, found
        assert (float(number[1]), number[2]) == (float(parts[1]), parts[2])
    elif case["type"] in ("Edm.Int64", "Edm.Decimal"):
        assert found.upper() == wanted.upper()
    elif case["type"] == "Edm.Binary":
        assert (found[:2], found[2:].upper()) == (wanted[:2], wanted[2:])
    else:
        assert _plain_times(found) == _plain_times(wanted)


def check_filter(case: dict[str, Any], answer: dict[str, Any]) -> None:
    """The text of a filter, with suffixes and times in any of their forms; or it was refused."""
    if case.get("refused"):
        assert answer.get("refused"), answer
        return
    found, wanted = (_SUFFIX.sub(_lower, _plain_times(t)) for t in (answer["text"], case["text"]))
    assert found == wanted


def check_reading(case: dict[str, Any], answer: dict[str, Any]) -> None:
    assert answer.get("becomes") == case["becomes"], answer
    _check_reads(case["reads"], answer["reads"])


def check_written(case: dict[str, Any], answer: dict[str, Any]) -> None:
    assert exact(_plain_times(answer["written"])) == exact(_plain_times(case["written"]))


def _check_reads(wanted: list[dict[str, str]], found: list[dict[str, str]]) -> None:
    for read, expected in zip(found, wanted, strict=True):
        check_read(read, expected)


def check_call(case: dict[str, Any], answer: dict[str, Any]) -> None:
    """`answer` has the requests that were `sent`, and what the call `gives`."""
    assert "sent" in answer, answer
    wanted = [case["request"], *(each["request"] for each in case.get("then", ()))]
    assert len(answer["sent"]) == len(wanted), [(s["method"], s["url"]) for s in answer["sent"]]
    for sent, request in zip(answer["sent"], wanted, strict=True):
        _check_request(sent, request)
    _check_given(answer["gives"], case["gives"])


def _check_request(sent: dict[str, Any], wanted: dict[str, Any]) -> None:
    assert sent["method"] == wanted["method"]
    assert _address(sent["url"]) == _address(wanted["url"]), sent["url"]
    headers = {name.lower(): value for name, value in sent["headers"].items()}
    for name, value in wanted.get("headers", {}).items():
        assert re.sub(r"; *(boundary|charset)=.*", "", headers.get(name, "")) == value, headers
    assert not set(wanted.get("absent", ())) & set(headers), headers
    body = base64.b64decode(sent["body"] or "")
    expected = wanted.get("body", {})
    if "json" in expected:
        assert json.loads(body) == expected["json"]
    if "text" in expected:
        assert body.decode() == expected["text"]
    if "base64" in expected:
        assert body == base64.b64decode(expected["base64"])
    if "batch" in expected:
        assert _parts_of(headers["content-type"], body) == expected["batch"]


def _plain_times(text: str) -> str:
    """The text with times of day, which can be written in several ways, in seconds."""
    return _TIME.sub(_seconds, text)


def _seconds(found: re.Match[str]) -> str:
    hours, minutes, seconds = (Decimal(part or 0) for part in found.groups())
    return f"{(hours * 3600 + minutes * 60 + seconds).normalize():f} seconds"


def _lower(found: re.Match[str]) -> str:
    return found[0].lower()


def _address(url: str) -> object:
    """A URL, however it is percent-encoded and in whichever order its options are."""
    parts = urlsplit(url)
    segments = [_plain_times(unquote(segment)) for segment in parts.path.split("/")]
    return parts.scheme, parts.netloc, segments, sorted(parse_qsl(parts.query, True))


def _parts_of(content_type: str, body: bytes) -> list[dict[str, Any]]:
    """The requests of a multipart batch, as the vectors describe them ([MS-ODATA], 2.2.7.6.1)."""
    message = BytesParser().parsebytes(
        b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body
    )
    assert message.is_multipart()
    return [_part(part) for part in message.get_payload() if isinstance(part, Message)]


def _part(part: Message) -> dict[str, Any]:
    if part.get_content_type() == "multipart/mixed":
        changes = [_part(each) for each in part.get_payload() if isinstance(each, Message)]
        return {"change set": changes}
    assert part.get_content_type() == "application/http"
    assert part["Content-Transfer-Encoding"] == "binary"
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    head, _, body = content.partition(b"\r\n\r\n")
    line, *fields = head.decode().split("\r\n")
    method, url, version = line.split(" ")
    assert version == "HTTP/1.1"
    headers = {name.strip().lower(): value.strip() for name, _, value in map(_field, fields)}
    assert "odata-version" not in headers
    made: dict[str, Any] = {"method": method, "url": unquote(url)}
    if body.strip():
        assert headers["content-type"].partition(";")[0] == "application/json"
        made["json"] = json.loads(body)
    return made


def _field(line: str) -> tuple[str, str, str]:
    return line.partition(":")


def _check_given(given: dict[str, Any], wanted: dict[str, Any]) -> None:
    if "error" in wanted:
        assert "error" in given, given
        error = {key: given["error"].get(key) for key in wanted["error"]}
        assert error == wanted["error"]
        return
    assert "error" not in given, given
    for member, value in wanted.items():
        if member == "reads":
            _check_reads(value, given["reads"])
        elif member == "answers":
            for each, expected in zip(given["answers"], value, strict=True):
                _check_given(each, expected)
        elif member == "annotations":
            assert {name: given["annotations"].get(name) for name in value} == value
        else:
            assert given.get(member) == value, (member, given)
