"""Fetching, against a service on the loopback interface that does whatever a hostile one may do."""

import gzip
import hashlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from unit.cli.cli_run import GOOD_CSDL, Run, edmund

from edmund.config import Source
from edmund.diagnostics import EdmundError
from edmund.fetch import fetch_source
from edmund.lock import read_lock

BODY = GOOD_CSDL.encode()


@dataclass
class Service:
    """`answer` writes the response; `requests` keeps path and headers of each request."""

    url: str
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    answer: Callable[[BaseHTTPRequestHandler], None] = lambda handler: None


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    yield from serve(monkeypatch)


@pytest.fixture
def other(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    yield from serve(monkeypatch)


def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    found: list[Service] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found[0].requests.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            found[0].answer(self)

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    found.append(Service(f"http://127.0.0.1:{server.server_port}"))
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield found[0]
    server.shutdown()
    server.server_close()


def reply(
    body: bytes = BODY, status: int = 200, **headers: str
) -> Callable[[BaseHTTPRequestHandler], None]:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def source(service: Service, folder: Path, **more: int | str) -> Source:
    return Source("graph", service.url + "/$metadata", folder / "graph.csdl", **more)  # type: ignore[arg-type]


def refused(source: Source, code: str, workspace: Path | None = None) -> str:
    before = sorted(path.name for path in source.path.parent.iterdir())
    with pytest.raises(EdmundError) as failure:
        fetch_source(source, workspace=workspace or source.path.parent)
    assert [d.code for d in failure.value.diagnostics] == [code]
    assert sorted(path.name for path in source.path.parent.iterdir()) == before
    return failure.value.diagnostics[0].message


def test_brings_the_file(service: Service, tmp_path: Path) -> None:
    service.answer = reply(ETag='"1"')
    fetched = fetch_source(source(service, tmp_path), workspace=tmp_path)
    assert (tmp_path / "graph.csdl").read_bytes() == BODY
    assert fetched.sha256 == hashlib.sha256(BODY).hexdigest()
    assert (fetched.changed, fetched.etag, fetched.size) == (True, '"1"', len(BODY))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph.csdl"]
    assert not fetch_source(source(service, tmp_path), workspace=tmp_path).changed


def test_gzip(service: Service, tmp_path: Path) -> None:
    service.answer = reply(gzip.compress(BODY), Content_Encoding="gzip")
    fetch_source(source(service, tmp_path), workspace=tmp_path)
    assert (tmp_path / "graph.csdl").read_bytes() == BODY


def test_redirect_within_the_origin(service: Service, tmp_path: Path) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.path == "/$metadata":
            reply(b"", 302, Location="/moved")(handler)
        else:
            reply()(handler)

    service.answer = answer
    assert (
        fetch_source(source(service, tmp_path), workspace=tmp_path).final_url
        == service.url + "/moved"
    )


def test_redirect_to_another_origin_is_refused_and_never_asked(
    service: Service, other: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SEC-051, SEC-336: each hop is checked; credentials never reach another origin."""
    monkeypatch.setenv("TOKEN", "Bearer CANARY_7F3A")
    service.answer = reply(b"", 302, Location=other.url + "/r")
    message = refused(source(service, tmp_path, authorization_env="TOKEN"), "EDM632")
    assert other.url in message
    assert other.requests == []
    assert service.requests[0][1]["authorization"] == "Bearer CANARY_7F3A"
    assert "CANARY" not in message


@pytest.mark.parametrize(
    "location",
    [
        "http://169.254.169.254/",
        "file:///etc/passwd",
        "http://example.com/",
        "ftp://x/",
        "//e.example/",
    ],
)
def test_redirects_to_places_never_asked(service: Service, tmp_path: Path, location: str) -> None:
    service.answer = reply(b"", 301, Location=location)
    refused(source(service, tmp_path), "EDM632")


def test_redirect_loop(service: Service, tmp_path: Path) -> None:
    service.answer = reply(b"", 307, Location="/$metadata")
    refused(source(service, tmp_path), "EDM632")
    assert len(service.requests) <= 10


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/$metadata",
        "http://127.0.0.1.example.com/",
        "ftp://127.0.0.1/x",
        "file:///etc/passwd",
        "https://user:password@example.com/",
        "https://",
        "http://[::1",
        "https://a b/",
        "https://a\nb/",
        "metadata.csdl",
    ],
)
def test_urls_never_asked(tmp_path: Path, url: str) -> None:
    message = refused(Source("graph", url, tmp_path / "graph.csdl"), "EDM632")
    assert "password" not in message


def test_too_large_says_so_before_and_while_reading(service: Service, tmp_path: Path) -> None:
    """SEC-053: the coded and the decoded size are bounded."""
    limited = source(service, tmp_path, max_bytes=1000)
    service.answer = reply(b"x" * 1001)
    refused(limited, "EDM635")

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            for _ in range(1000):
                handler.wfile.write(b"x" * 1000)
        except OSError:
            pass

    service.answer = endless
    refused(limited, "EDM635")
    service.answer = reply(gzip.compress(b"x" * 1001), Content_Encoding="gzip")
    refused(limited, "EDM635")


def test_gzip_bomb(service: Service, tmp_path: Path) -> None:
    """SEC-053: 1000:1 is refused long before the size is reached."""
    service.answer = reply(gzip.compress(b"\0" * 50_000_000), Content_Encoding="gzip")
    refused(source(service, tmp_path, max_bytes=10**9), "EDM635")


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"not gzip", {"Content_Encoding": "gzip"}),
        (gzip.compress(BODY, mtime=0)[:-9], {"Content_Encoding": "gzip"}),
        (b"x", {"Content_Encoding": "br"}),
        (BODY, {"Content_Length": str(len(BODY) + 5)}),
    ],
)
def test_answers_that_are_not_what_they_say(
    service: Service, tmp_path: Path, body: bytes, headers: dict[str, str]
) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        reply(body, 200, **headers)(handler)
        handler.close_connection = True
        handler.connection.shutdown(socket.SHUT_WR)

    service.answer = answer
    refused(source(service, tmp_path), "EDM631")


@pytest.mark.parametrize("status", [204, 401, 404, 500, 304])
def test_other_answers(service: Service, tmp_path: Path, status: int) -> None:
    service.answer = reply(b"", status)
    message = refused(source(service, tmp_path), "EDM631")
    assert str(status) in message


def test_a_service_that_never_ends(service: Service, tmp_path: Path) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            for _ in range(600):
                handler.wfile.write(b"x")
                handler.wfile.flush()
                time.sleep(0.1)
        except OSError:
            pass

    service.answer = drip
    started = time.monotonic()
    refused(source(service, tmp_path, timeout=1), "EDM631")
    assert time.monotonic() - started < 30


def test_nobody_there(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        refused(Source("graph", f"http://127.0.0.1:{port}/", tmp_path / "graph.csdl"), "EDM631")


def test_a_failure_keeps_the_old_file(service: Service, tmp_path: Path) -> None:
    (tmp_path / "graph.csdl").write_text("old")
    service.answer = reply(BODY[:50], Content_Length=str(len(BODY)))
    with pytest.raises(EdmundError):
        fetch_source(source(service, tmp_path, timeout=1), workspace=tmp_path)
    assert (tmp_path / "graph.csdl").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["graph.csdl"]


def test_symlinks_are_not_followed(service: Service, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("canary")
    (tmp_path / "graph.csdl").symlink_to(tmp_path / "elsewhere")
    refused(source(service, tmp_path), "EDM633")
    assert service.requests == []
    assert (tmp_path / "elsewhere").read_text() == "canary"


def test_symlinks_on_the_way_are_not_followed(service: Service, tmp_path: Path) -> None:
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "repository" / "metadata").symlink_to(tmp_path / "elsewhere")
    refused(source(service, tmp_path / "repository" / "metadata"), "EDM633")
    assert service.requests == []
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("below", ["metadata", "metadata/of/graph"])
def test_symlinks_below_the_configuration_are_not_followed(
    service: Service, tmp_path: Path, below: str
) -> None:
    """Nobody has to be in a repository."""
    project = tmp_path / "project"
    folder = project / below
    folder.parent.mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    folder.symlink_to(tmp_path / "elsewhere")
    refused(source(service, folder), "EDM633", project)
    assert service.requests == []
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_symlinks_above_the_configuration_are_the_users_own(
    service: Service, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere" / "project").mkdir(parents=True)
    (tmp_path / "home").symlink_to(tmp_path / "elsewhere")
    project = tmp_path / "home" / "project"
    service.answer = reply()
    fetch_source(source(service, project / "metadata"), workspace=project)
    fetched = tmp_path / "elsewhere" / "project" / "metadata" / "graph.csdl"
    assert fetched.read_bytes() == BODY


def test_credentials_come_from_the_environment(
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TOKEN", raising=False)
    with_token = source(service, tmp_path, authorization_env="TOKEN")
    refused(with_token, "EDM634")
    monkeypatch.setenv("TOKEN", "Bearer a\r\nX-Canary: 1")
    refused(with_token, "EDM634")
    assert service.requests == []


# --- the command ---------------------------------------------------------------------------------


def configured(folder: Path, service: Service) -> None:
    (folder / "edmund.toml").write_text(
        f"[sources.graph]\nurl = '{service.url}/$metadata'\npath = 'metadata/graph.csdl'\n"
        "[clients.x]\nmetadata = 'metadata/graph.csdl'\ntarget = 'python'\npackage = 'x'\noutput = 'out'\n"
    )


def test_fetch_pins_and_asks_only_for_what_changed(service: Service, tmp_path: Path) -> None:
    configured(tmp_path, service)
    service.answer = reply(ETag='"1"')
    assert edmund(tmp_path, "fetch").code == 0
    lock = read_lock(tmp_path / "edmund.lock")
    assert lock is not None
    pinned = lock.sources["graph"]
    assert (pinned.sha256, pinned.etag) == (hashlib.sha256(BODY).hexdigest(), '"1"')
    service.answer = reply(b"", 304)
    assert "has not changed" in edmund(tmp_path, "fetch").out
    assert service.requests[-1][1]["if-none-match"] == '"1"'
    # A file that was edited since is asked for in full.
    (tmp_path / "metadata/graph.csdl").write_text("edited")
    service.answer = reply(ETag='"1"')
    assert edmund(tmp_path, "fetch").code == 0
    assert "if-none-match" not in service.requests[-1][1]
    assert (tmp_path / "metadata/graph.csdl").read_bytes() == BODY


def test_a_login_page_does_not_replace_metadata(service: Service, tmp_path: Path) -> None:
    configured(tmp_path, service)
    service.answer = reply()
    assert edmund(tmp_path, "fetch").code == 0
    service.answer = reply(b"<html><body>please sign in</body></html>")
    run = edmund(tmp_path, "fetch")
    assert run.code == 2
    assert (tmp_path / "metadata/graph.csdl").read_bytes() == BODY


def test_generating_never_uses_the_network(service: Service, tmp_path: Path) -> None:
    """SEC-335: with the metadata missing, generating fails; it does not go and get it."""
    configured(tmp_path, service)
    run: Run = edmund(tmp_path, "generate")
    assert run.code == 2
    assert "error[EDM608]" in run.err
    assert edmund(tmp_path, "generate", "--locked").code == 2
    assert service.requests == []


@pytest.mark.parametrize("name", ["graf", "x"])
def test_unknown_source(service: Service, tmp_path: Path, name: str) -> None:
    configured(tmp_path, service)
    run = edmund(tmp_path, "fetch", name)
    assert run.code == 2
    assert "graph" in run.err


def test_headers_that_never_end(service: Service, tmp_path: Path) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        with suppress(OSError):
            handler.wfile.write(b"HTTP/1.1 200 X\r\n")
            for number in range(600):
                handler.wfile.write(b"X-%d: 1\r\n" % number)  # for a minute
                handler.wfile.flush()
                time.sleep(0.1)

    service.answer = drip
    started = time.monotonic()
    assert "took too long" in refused(source(service, tmp_path, timeout=1), "EDM631")
    assert time.monotonic() - started < 30


def test_what_follows_a_gzip_stream_is_refused(service: Service, tmp_path: Path) -> None:
    service.answer = reply(gzip.compress(BODY) + b"\0" * 100_000, Content_Encoding="gzip")
    assert "goes on after its gzip stream" in refused(source(service, tmp_path), "EDM631")
