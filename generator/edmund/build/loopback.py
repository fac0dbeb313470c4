"""A service on the loopback interface that keeps the requests it gets and answers as an example says."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from edmund.samples.exchange import Example
from edmund.samples.payload_checks import is_json
from edmund.samples.proof import Arrived
from edmund.samples.tree import Sample
from edmund.surface.elements import CallKind
from edmund.surface.type_parts import is_list, name_of

__all__ = ["PREFIX", "Answer", "Loopback", "answer_to", "said_answer"]

PREFIX = "/service/v1.0"
"""The path of the service root."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int = 204
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


def answer_to(sample: Sample) -> Answer:
    """What a service would answer: the example's own answer, else the least that the call's kind has."""
    said = said_answer(sample.example)
    if said is not None:
        return said
    returned = sample.call.returns
    if sample.call.kind is CallKind.COUNT:
        return Answer(200, b"0", {"Content-Type": "text/plain"})
    if returned is None:
        return Answer()
    if name_of(returned) == "Edm.Stream":
        return Answer(200, b"content", {"Content-Type": "application/octet-stream"})
    if sample.call.kind is CallKind.READ_REFERENCE:
        reference = json.dumps({"@odata.id": "https://example.com/objects/1"})
        return Answer(200, reference.encode(), {"Content-Type": "application/json"})
    lists = is_list(returned) or sample.call.kind in (CallKind.LIST, CallKind.LIST_REFERENCES)
    body: dict[str, object] = {"value": []} if lists else {}
    return Answer(200, json.dumps(body).encode(), {"Content-Type": "application/json"})


def said_answer(example: Example) -> Answer | None:
    """The example's own answer, if it has one that tells that all is done."""
    given = example.answer
    if given is None or not 200 <= given.status < 300 or given.status == 202:
        return None
    kind = given.header("Content-Type") or "application/json"
    if given.body is None:
        return Answer(given.status, b"", {"Content-Type": kind})
    text = _without_links(given.body.text) if is_json(kind) else given.body.text
    return Answer(given.status, text.encode(), {"Content-Type": kind})


def _without_links(text: str) -> str:
    """The answer without links to a next page, which would be asked for."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    if not isinstance(value, dict):
        return text
    links = [name for name in value if name.endswith("nextLink")]
    return json.dumps({k: v for k, v in value.items() if k not in links}) if links else text


class Loopback:
    """Start it with `with Loopback() as service`: `root` is the service root, `arrived` what came."""

    def __init__(self) -> None:
        self.answer = Answer()
        self.arrived: list[Arrived] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.02,), daemon=True
        )

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}{PREFIX}"

    def __enter__(self) -> Loopback:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        service = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _handle(self) -> None:
                headers = {name.lower(): value for name, value in self.headers.items()}
                body = _body(self, headers)
                service.arrived.append(Arrived(self.command, self.path, headers, body))
                answer = service.answer
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                if answer.status != 204:
                    self.send_header("Content-Length", str(len(answer.body)))
                self.end_headers()
                if answer.status != 204 and self.command != "HEAD":
                    self.wfile.write(answer.body)

            do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = _handle
            do_HEAD = do_OPTIONS = do_TRACE = do_QUERY = _handle

            def log_message(self, format: str, *args: object) -> None:
                pass

        return Handler


def _body(handler: BaseHTTPRequestHandler, headers: Mapping[str, str]) -> bytes:
    """The body, in one piece or in chunks (RFC 9112, section 7.1)."""
    if "chunked" not in headers.get("transfer-encoding", ""):
        return handler.rfile.read(int(headers.get("content-length") or 0))
    found = b""
    while size := int(handler.rfile.readline().split(b";")[0], 16):
        found += handler.rfile.read(size)
        handler.rfile.readline()
    handler.rfile.readline()
    return found
