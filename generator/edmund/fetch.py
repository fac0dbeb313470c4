"""Bringing metadata from its service. Only `edmund fetch` does this: generating never uses a network."""

from __future__ import annotations

import hashlib
import http.client
import ipaddress
import os
import queue
import ssl
import threading
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol
from urllib.parse import urljoin, urlsplit

from edmund.config import Source
from edmund.config.inputs import shown_path
from edmund.config.load import SHORT_NAMES
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.suggestions import suggestion

__all__ = ["Fetched", "fetch_source"]

_MOST_REDIRECTS = 5
_BLOCK = 64 * 1024
# XML shrinks about 20 times; what grows a thousand times is made to.
_HIGHEST_RATIO = 200
_RATIO_FROM = 1024 * 1024

Progress = Callable[[int, int | None], None]


class Headers(Protocol):
    def get(self, name: str, /) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was brought to the path of `source`.

    `changed` is False when that held the same before, `is_new` True when it held nothing.
    """

    source: Source
    final_url: str
    sha256: str
    etag: str | None
    size: int
    changed: bool
    is_new: bool = False


_AUTHORIZATION = (
    "authorization_env names the environment variable whose value is sent as Authorization"
)


class _Unchanged(Exception):
    """The service says that the file is still the one we have (304)."""


def fetch_source(
    source: Source,
    *,
    workspace: Path,
    etag: str | None = None,
    final_url: str | None = None,
    accept: Callable[[Path], None] = lambda path: None,
    progress: Progress = lambda done, total: None,
) -> Fetched:
    """Bring `source` to its path, in one step: until all is there and accepted, nothing changes.

    `workspace` is the folder of the configuration: links below it, and below the root of a repository, are not
    followed. `etag` is the one that came with the file now at the path. `accept` is given the new file before
    it replaces the old one and raises EdmundError to keep it out. https only, http to this
    machine; redirects within the origin only; decoded and coded size, time and ratio are bounded.
    Raises EdmundError (EDM63x).
    """
    deadline = time.monotonic() + source.timeout
    path = source.path
    repository = next((p for p in path.parents if (p / ".git").exists()), path.parent)
    for place in (path, *path.parents):
        is_inside = workspace in place.parents or repository in place.parents
        if is_inside and place.is_symlink():
            raise _failed(source, "EDM633", f"'{place}' is a symbolic link, which is not followed")
    if path.exists() and not path.is_file():
        raise _failed(source, "EDM633", f"'{path}' is there and is no regular file")
    scratch = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        response, url = _open(source, etag, deadline)
        with response:
            path.parent.mkdir(parents=True, exist_ok=True)
            with open(scratch, "xb") as file:
                sha256, size = _copy(source, response, file, deadline, progress)
        accept(scratch)
        is_new = not path.exists()
        changed = is_new or _sha256(path) != sha256
        if changed:
            os.chmod(scratch, 0o644)
            os.replace(scratch, path)
        return Fetched(source, url, sha256, response.headers.get("ETag"), size, changed, is_new)
    except _Unchanged:
        return Fetched(
            source, final_url or source.url, _sha256(path), etag, path.stat().st_size, False
        )
    except (OSError, http.client.HTTPException, ValueError) as error:
        if isinstance(error, OSError) and error.filename is not None:
            raise _failed(
                source, "EDM633", f"'{path}' cannot be written: {error.strerror}"
            ) from error
        reason = getattr(error, "reason", None) or error
        what = "took too long" if isinstance(reason, TimeoutError) else f"failed: {reason}"
        raise _failed(source, "EDM631", f"fetching {_shown(source.url)} {what}") from error
    finally:
        scratch.unlink(missing_ok=True)


def _open(
    source: Source, etag: str | None, deadline: float
) -> tuple[http.client.HTTPResponse, str]:
    """Send the request, and again where the service moved it within its origin."""
    url = source.url
    origin = _origin(source, url)
    for _ in range(_MOST_REDIRECTS + 1):
        request = urllib.request.Request(url, headers=_headers(source, etag))
        opener = urllib.request.build_opener(
            _NoRedirect, urllib.request.HTTPSHandler(context=ssl.create_default_context())
        )
        try:
            response = _within(deadline, opener, request)
        except urllib.error.HTTPError as error:
            status, location = error.code, error.headers.get("Location")
            error.close()
            if status == 304 and etag is not None:
                raise _Unchanged from error
            if status not in (301, 302, 303, 307, 308) or location is None:
                message = f"fetching {_shown(url)} failed: status {status}"
                hint = _AUTHORIZATION if status in (401, 403) else None
                raise _failed(source, "EDM631", message, hint) from error
            url = urljoin(url, location)
            if _origin(source, url) != origin:
                message = f"{_shown(source.url)} redirects to another origin: {_shown(url)}"
                hint = "if you trust it, write that URL into the configuration"
                raise _failed(source, "EDM632", message, hint) from error
        else:
            if response.status != 200:
                response.close()
                raise _failed(source, "EDM631", f"fetching failed: status {response.status}")
            return response, url
    raise _failed(
        source, "EDM632", f"{_shown(source.url)} redirects more than {_MOST_REDIRECTS} times"
    )


def _within(
    deadline: float, opener: urllib.request.OpenerDirector, request: urllib.request.Request
) -> http.client.HTTPResponse:
    """Open `request`, all headers included before `deadline`; a socket's own limit is for each byte.

    Raises TimeoutError, and what opening raises. A thread that is given up ends with the process.
    """
    answers: queue.SimpleQueue[http.client.HTTPResponse | BaseException] = queue.SimpleQueue()
    left = _left(deadline)

    def work() -> None:
        try:
            answers.put(opener.open(request, timeout=left))
        except BaseException as error:  # handed to the one who waits
            answers.put(error)

    threading.Thread(target=work, daemon=True).start()
    try:
        answer = answers.get(timeout=left)
    except queue.Empty:
        raise TimeoutError("timed out") from None
    if isinstance(answer, BaseException):
        raise answer
    return answer


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Redirects are errors here, so that each target is checked before anything is sent to it."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> None:
        return None


def _headers(source: Source, etag: str | None) -> dict[str, str]:
    first, second = "application/xml", "application/json"
    if (
        source.path.suffix == ".json"
    ):  # CSDL JSON, where the service has it; permissions are JSON too
        first, second = second, first
    elif source.path.suffix in (".yaml", ".yml"):
        first = "application/yaml"
    headers = {
        "Accept": f"{first}, {second};q=0.5, */*;q=0.1",
        "Accept-Encoding": "gzip",
        "User-Agent": "edmund",
    }
    if etag is not None:
        headers["If-None-Match"] = etag
    if source.authorization_env is not None:
        value = os.environ.get(source.authorization_env)
        if not value:
            message = f"the environment variable '{source.authorization_env}' is not set"
            raise _failed(source, "EDM634", message, key="authorization_env")
        if not value.isprintable():
            message = f"the environment variable '{source.authorization_env}' is no header value"
            raise _failed(source, "EDM634", message, key="authorization_env")
        headers["Authorization"] = value
    return headers


def _origin(source: Source, url: str) -> tuple[str, str, int]:
    """Scheme, host and port. Raises EdmundError for URLs that are never asked."""
    try:
        parts = urlsplit(url)
        port = parts.port or {"https": 443, "http": 80}.get(parts.scheme, 0)
    except ValueError as error:
        raise _failed(source, "EDM632", f"the URL is none: {error}") from error
    host = (parts.hostname or "").lower()
    if parts.scheme not in ("https", "http") or not host or not port:
        hint = suggestion(url, SHORT_NAMES)
        raise _failed(source, "EDM632", f"'{_shown(url)}' is not an https URL", hint)
    if parts.username is not None or parts.password is not None:
        message = "a URL may not hold credentials: they would end up in the lock"
        raise _failed(source, "EDM632", message, "use authorization_env")
    if not url.isprintable() or " " in url or "\\" in url:
        raise _failed(source, "EDM632", f"'{_shown(url)}' is not a URL")
    if parts.scheme == "http" and not _is_loopback(host):
        raise _failed(source, "EDM632", f"'{_shown(url)}' is not https")
    return parts.scheme, host, port


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _copy(
    source: Source,
    response: http.client.HTTPResponse,
    file: IO[bytes],
    deadline: float,
    progress: Progress,
) -> tuple[str, int]:
    """Decode the body into `file`; give its SHA-256 and size."""
    length = response.headers.get("Content-Length")
    total = int(length) if length is not None and length.isdigit() else None
    if total is not None and total > source.max_bytes:
        raise _too_large(source)
    digest = hashlib.sha256()
    size = 0
    for block in _decoded(source, response, total, deadline, progress):
        size += len(block)
        if size > source.max_bytes:
            raise _too_large(source)
        digest.update(block)
        file.write(block)
    return digest.hexdigest(), size


def _decoded(
    source: Source,
    response: http.client.HTTPResponse,
    total: int | None,
    deadline: float,
    progress: Progress,
) -> Iterator[bytes]:
    coding = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    if coding not in ("identity", "gzip", "x-gzip"):
        raise _failed(
            source, "EDM631", f"the service answers in a coding not asked for: '{coding}'"
        )
    decoder = None if coding == "identity" else zlib.decompressobj(16 + zlib.MAX_WBITS)
    received = 0
    produced = 0
    while True:
        _left(deadline)
        raw = response.read1(_BLOCK)
        if not raw:
            break
        received += len(raw)
        if received > source.max_bytes:
            raise _too_large(source)
        progress(received, total)
        if decoder is None:
            yield raw
            continue
        while raw:
            try:
                block = decoder.decompress(raw, _BLOCK)
            except zlib.error as error:
                raise _failed(source, "EDM631", "the answer is not gzip as it says") from error
            produced += len(block)
            if produced > max(_RATIO_FROM, received * _HIGHEST_RATIO):
                raise _failed(source, "EDM635", "the answer inflates beyond all measure")
            yield block
            raw = decoder.unconsumed_tail
            if decoder.eof:
                if decoder.unused_data or response.read1(1):
                    raise _failed(source, "EDM631", "the answer goes on after its gzip stream")
                return
    if total is not None and received < total:
        raise _failed(source, "EDM631", f"the answer ends after {received} of {total} bytes")
    if decoder is not None and not decoder.eof:
        raise _failed(source, "EDM631", "the answer ends within its gzip stream")


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError("timed out")
    return left


def _sha256(path: Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _shown(url: str) -> str:
    """A URL for a message: without credentials and without its query, which may hold some."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}{parts.path}" if host else url.partition("?")[0]


def _too_large(source: Source) -> EdmundError:
    message = f"the answer is larger than {source.max_bytes} bytes"
    return _failed(source, "EDM635", message, "set max_bytes if that is right")


def _failed(
    source: Source, code: str, message: str, hint: str | None = None, *, key: str = "url"
) -> EdmundError:
    place = source.origins.get(key) or Span(shown_path(source.path))
    return EdmundError(
        (Diagnostic(code, Severity.ERROR, f"source '{source.name}': {message}", place, hint),)
    )
