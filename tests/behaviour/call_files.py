"""Calls as users write them, and what has to travel for each, read from `official_calls/*.txt`.

A file holds calls one after the other: `# title`, Python, then for each exchange `>>> METHOD /path?query`
with header fields and the body beneath, and `<<< status` with the answer beneath. A body is JSON, or text
when it does not parse; `<<< 200 base64` answers bytes, `<<< 200 text/plain` text.
"""

from __future__ import annotations

import ast
import asyncio
import base64
import inspect
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote

import httpx

FOLDER = Path(__file__).resolve().parent / "official_calls"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request that has to be sent and the answer to it. `target` is below the service's root."""

    method: str
    target: str
    headers: dict[str, str]
    body: str
    status: int
    kind: str
    answer: str


@dataclass(frozen=True, slots=True)
class OfficialCall:
    title: str
    code: str
    exchanges: tuple[Exchange, ...]


def all_calls() -> list[OfficialCall]:
    """Every call of every file, in their order."""
    return [call for file in sorted(FOLDER.glob("*.txt")) for call in _calls_of(file)]


def _calls_of(file: Path) -> list[OfficialCall]:
    blocks = re.split(r"^# ", file.read_text(encoding="utf-8"), flags=re.M)[1:]
    return [_call(f"{file.stem}: ", block) for block in blocks]


def _call(prefix: str, block: str) -> OfficialCall:
    script, *exchanges = re.split(r"^>>> ", block, flags=re.M)
    title, _, code = script.partition("\n")
    return OfficialCall(prefix + title, code, tuple(_exchange(part) for part in exchanges))


def _exchange(text: str) -> Exchange:
    asked, _, answered = text.partition("\n<<< ")
    first, *rest = asked.split("\n")
    method, _, target = first.partition(" ")
    headers: dict[str, str] = {}
    while rest and (found := re.fullmatch(r"([a-z-]+): (.*)", rest[0])):
        headers[found[1]] = found[2]
        rest = rest[1:]
    status, _, answer = answered.partition("\n")
    code, _, kind = status.partition(" ")
    body = "\n".join(rest).strip()
    return Exchange(method, target, headers, body, int(code), kind, answer.strip())


@dataclass(slots=True)
class Script:
    """Answers what the exchanges say, in order, and keeps what was asked."""

    call: OfficialCall
    asked: list[httpx.Request] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.asked.append(request)
        assert len(self.asked) <= len(self.call.exchanges), f"not expected: {request.url}"
        exchange = self.call.exchanges[len(self.asked) - 1]
        if exchange.kind == "base64":
            content, kind = base64.b64decode(exchange.answer), "application/octet-stream"
        else:
            content, kind = exchange.answer.encode(), exchange.kind or "application/json"
        headers = {"content-type": kind} if content else {}
        return httpx.Response(exchange.status, content=content, headers=headers)

    def check(self, root: str) -> None:
        """Raises AssertionError where a request was not the one expected."""
        assert len(self.asked) == len(self.call.exchanges)
        for request, expected in zip(self.asked, self.call.exchanges, strict=True):
            assert request.method == expected.method
            assert url_parts(str(request.url)) == url_parts(root + expected.target)
            for name, value in expected.headers.items():
                assert request.headers.get(name) == value, name
            sent = request.content.decode()
            assert _json_or_text(sent) == _json_or_text(expected.body)


def url_parts(url: str) -> tuple[str, list[tuple[str, str]]]:
    """The path as it is, whatever of it may be encoded or not, and the query options in no order."""
    path, _, query = url.partition("?")
    kept = re.sub(r"%2[0-9A-Fa-f]|%3[0-9A-Fa-f]|%40", _decoded_if_plain, path)
    pairs = parse_qsl(query.replace("+", "%2B"), keep_blank_values=True)
    return kept, sorted((name, value) for name, value in pairs)


def _decoded_if_plain(found: re.Match[str]) -> str:
    # RFC 3986 section 3.3: these may stand in a segment either way.
    text = unquote(found[0])
    return text if text in "!$&'()*+,;=:@" else found[0].upper()


def _json_or_text(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def run(code: str, names: dict[str, Any], *, asynchronous: bool) -> dict[str, Any]:
    """Run Python with `await` at its top, or without any when not `asynchronous`; gives its names."""
    if asynchronous:
        flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        made = eval(compile(code, "<call>", "exec", flags=flags), names)
        if inspect.isawaitable(made):
            asyncio.run(_finished(made))
    else:
        exec(compile(re.sub(r"\bawait ", "", code), "<call>", "exec"), names)
    return names


async def _finished(awaitable: Any) -> None:
    await awaitable
