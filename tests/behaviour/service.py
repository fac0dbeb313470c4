"""A loopback service like the one that the client is for: it keeps API connectors.

Real sockets, a real HTTP server in a thread. It masks passwords, turns certificates into lists of
certificates, pages, throttles, errs, and checks the bearer token. Tests script anything else with
`answers`: what is in there is given first, one for each request.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

TOKEN = "token-of-the-tests"
PREFIX = "/v1.0"


@dataclass(frozen=True)
class Received:
    """One request as the service got it."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    @property
    def query(self) -> dict[str, str]:
        return dict(parse_qsl(urlsplit(self.target).query, keep_blank_values=True))

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Answer:
    """What to answer; `delay` in seconds comes first."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0


def json_answer(value: object, status: int = 200, **headers: str) -> Answer:
    fields = {name.replace("_", "-"): text for name, text in headers.items()}
    body = json.dumps(value).encode()
    return Answer(status, body, {"Content-Type": "application/json", **fields})


def error_answer(status: int, code: str, message: str, **headers: str) -> Answer:
    return json_answer(
        {
            "error": {
                "code": code,
                "message": message,
                "target": "displayName",
                "details": [{"code": "inner", "message": "more", "target": "x"}],
                "innerError": {
                    "date": "2026-05-04T03:02:01",
                    "request-id": "r-1",
                    "client-request-id": "c-1",
                },
            }
        },
        status,
        **headers,
    )


class Service:
    """Start it with `with Service() as service`; `service.root` is the base URL."""

    def __init__(self, page_size: int = 2, token: str | None = TOKEN) -> None:
        self.page_size = page_size
        self.tokens = {token} if token is not None else None
        self.connectors: dict[str, dict[str, Any]] = {}
        self.received: list[Received] = []
        self.answers: list[Answer | Callable[[Received], Answer]] = []
        self._lock = threading.Lock()
        self._made = 0
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.01,), daemon=True
        )

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def root(self) -> str:
        return f"{self.origin}{PREFIX}"

    def __enter__(self) -> Service:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def add(self, name: str, **more: Any) -> str:
        """Keep one more connector; gives its id."""
        self._made += 1
        key = f"c{self._made}"
        self.connectors[key] = {
            "id": key,
            "displayName": name,
            "targetUrl": "https://a.example/",
            **more,
        }
        return key

    def answer(self, request: Received) -> Answer:
        """What the service says to `request`."""
        with self._lock:
            self.received.append(request)
            if self.answers:
                scripted = self.answers.pop(0)
                return scripted(request) if callable(scripted) else scripted
            if self.tokens is not None:
                kind, _, token = request.headers.get("authorization", "").partition(" ")
                if kind != "Bearer" or token not in self.tokens:
                    return error_answer(401, "InvalidAuthenticationToken", "no such token")
            return self._routed(request)

    def _routed(self, request: Received) -> Answer:
        parts = [unquote(part) for part in request.path.removeprefix(PREFIX).split("/")[1:]]
        if parts == ["$batch"] and request.method == "POST":
            return self._batch(request)
        if [part.lower() for part in parts[:2]] != ["identity", "apiconnectors"]:
            return error_answer(404, "NotFound", "no such resource")
        match request.method, parts[2:]:
            case "GET", []:
                return self._page(request)
            case "POST", []:
                return self._create(request)
            case "GET", ["$count"]:
                return Answer(
                    200, str(len(self.connectors)).encode(), {"Content-Type": "text/plain"}
                )
            case method, [key]:
                return self._one(method, key, request)
            case "POST", [key, "uploadClientCertificate"] if key in self.connectors:
                shown = _certificates(self.connectors[key].get("authenticationConfiguration"))
                self.connectors[key]["authenticationConfiguration"] = shown
                return json_answer(self.connectors[key])
        return error_answer(404, "NotFound", "no such resource")

    def _page(self, request: Received) -> Answer:
        keys = list(self.connectors)
        start = int(request.query.get("$skiptoken", "0"))
        size = int(request.query.get("$top", self.page_size))
        size = min(size, self.page_size)
        value = [self.connectors[key] for key in keys[start : start + size]]
        if "$select" in request.query:
            names = request.query["$select"].split(",")
            value = [{k: v for k, v in item.items() if k in names} for item in value]
        page: dict[str, Any] = {"@odata.context": f"{self.root}/$metadata#x", "value": value}
        if request.query.get("$count") == "true":
            page["@odata.count"] = len(keys)
        if start + size < len(keys):
            page["@odata.nextLink"] = (
                f"{self.root}/identity/apiConnectors?{quote('$skiptoken')}={start + size}"
            )
        return json_answer(page)

    def _create(self, request: Received) -> Answer:
        body = request.json
        missing = {"displayName", "targetUrl", "authenticationConfiguration"} - set(body)
        if missing:
            return error_answer(400, "badRequest", f"missing {sorted(missing)}")
        key = self.add(body["displayName"])
        self.connectors[key].update(body)
        configuration = body["authenticationConfiguration"]
        self.connectors[key]["authenticationConfiguration"] = _shown(configuration)
        return json_answer(
            {"@odata.context": f"{self.root}/$metadata#x/$entity", **self.connectors[key]}, 201
        )

    def _one(self, method: str, key: str, request: Received) -> Answer:
        if key not in self.connectors:
            return error_answer(404, "NotFound", f"no connector {key}")
        connector = self.connectors[key]
        etag = f'W/"{connector.get("version", 1)}"'
        wanted = request.headers.get("if-match")
        if wanted not in (None, "*", etag):
            return error_answer(412, "PreconditionFailed", "changed meanwhile")
        if method == "GET":
            return json_answer({"@odata.etag": etag, **connector}, ETag=etag)
        if method == "PATCH":
            changed = request.json
            if changed.get("authenticationConfiguration") is not None:
                changed["authenticationConfiguration"] = _shown(
                    changed["authenticationConfiguration"]
                )
            connector.update(changed)
            connector["version"] = connector.get("version", 1) + 1
            return Answer(204)
        if method == "DELETE":
            del self.connectors[key]
            return Answer(204)
        return error_answer(405, "MethodNotAllowed", method)

    def _batch(self, request: Received) -> Answer:
        answers = []
        for item in request.json["requests"]:
            inner = Received(
                item["method"],
                f"{PREFIX}/{item['url'].removeprefix('/')}",
                {k.lower(): v for k, v in item.get("headers", {}).items()},
                json.dumps(item["body"]).encode() if "body" in item else b"",
            )
            given = self._routed(inner)
            answer: dict[str, Any] = {"id": item["id"], "status": given.status}
            if given.headers:
                answer["headers"] = given.headers
            if given.body:
                is_json = "json" in given.headers.get("Content-Type", "")
                answer["body"] = json.loads(given.body) if is_json else given.body.decode()
            answers.append(answer)
        answers.reverse()  # a service may answer in any order
        return json_answer({"responses": answers})

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        service = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _handle(self) -> None:
                size = int(self.headers.get("Content-Length") or 0)
                received = Received(
                    self.command,
                    self.path,
                    {name.lower(): value for name, value in self.headers.items()},
                    self.rfile.read(size),
                )
                answer = service.answer(received)
                if answer.delay:
                    time.sleep(answer.delay)
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                if answer.status != 204:
                    self.send_header("Content-Length", str(len(answer.body)))
                self.end_headers()
                self.wfile.write(answer.body)

            do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = _handle

            def log_message(self, format: str, *args: object) -> None:
                pass

        return Handler


def _shown(configuration: dict[str, Any]) -> dict[str, Any]:
    """What the service shows of a configuration that it was given."""
    kind = configuration.get("@odata.type", "").lstrip("#")
    if kind == "microsoft.graph.basicAuthentication":
        return {**configuration, "@odata.type": f"#{kind}", "password": "******"}
    return _certificates(None)


def _certificates(current: dict[str, Any] | None) -> dict[str, Any]:
    kept = list((current or {}).get("certificateList", []))
    kept.append(
        {
            "thumbprint": "0EB255CC895477798BA418B378255204304897AD",
            "notAfter": 1666350522,
            "notBefore": 1508670522,
            "isActive": True,
        }
    )
    return {
        "@odata.type": "#microsoft.graph.clientCertificateAuthentication",
        "certificateList": kept,
    }
