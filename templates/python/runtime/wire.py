"""The sockets of a synchronous client: whatever is read or written ends with the time of its answer.

httpx bounds each read, not all of them together, so a service could hold a call by a byte now and then,
most of all in header fields, which come before anything can be looked at. The asynchronous client needs
none of this: it is cancelled from outside.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from .errors import ConfigurationError

__all__ = ["END", "IS_STREAMED", "Wire"]

END = "edmund_end"
"""The extension of a request that says when its answer is to be there, on the monotonic clock."""

IS_STREAMED = "edmund_is_streamed"
"""The extension of a request whose answer takes as long as it takes: only silence in between is bounded."""

_PIECE = 16 * 1024
"""Bytes to write between two looks at the clock."""


class Wire(httpx.BaseTransport):
    """HTTP/1.1 to one origin, over the proxy of the environment if that is an https one.

    A proxy could read what goes through it in plain http, a token among it: no proxy is used there.
    Raises `ConfigurationError` for a proxy that cannot be used.
    """

    def __init__(self, origin: str) -> None:
        self._clock = _Clock()
        self._pool = _pool(_proxy(origin), _Backend(self._clock))

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self._clock.start(request.extensions.get(END))
        url = request.url
        sent = httpcore.Request(
            request.method,
            httpcore.URL(
                scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
            ),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        with _errors_of_httpx():
            answer = self._pool.handle_request(sent)
        untimed = self._clock if request.extensions.get(IS_STREAMED) else None
        return httpx.Response(
            answer.status,
            headers=answer.headers,
            stream=_Body(answer.stream, untimed),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        self._pool.close()


class _Clock:
    """The end of the answer that this thread is waiting for."""

    def __init__(self) -> None:
        self._of_thread = threading.local()

    def start(self, end: float | None) -> None:
        self._of_thread.end = end

    def left(self, timeout: float | None) -> float | None:
        """Seconds for the next step, `timeout` at most; raises `httpcore.ReadTimeout` when none is left."""
        end = getattr(self._of_thread, "end", None)
        if end is None:
            return timeout
        seconds: float = end - time.monotonic()
        if seconds <= 0:
            raise httpcore.ReadTimeout("the time of the whole answer is over")
        return seconds if timeout is None else min(seconds, timeout)


class _Body(httpx.SyncByteStream):
    """The body of an answer, with httpx's errors; `untimed` is the clock that does not count for it."""

    def __init__(self, stream: Any, untimed: _Clock | None) -> None:
        self._stream = stream
        self._untimed = untimed

    def __iter__(self) -> Iterator[bytes]:
        parts = iter(self._stream)
        while True:
            if self._untimed is not None:
                self._untimed.start(None)
            with _errors_of_httpx():
                part = next(parts, None)
            if part is None:
                return
            yield part

    def close(self) -> None:
        self._stream.close()


class _Stream(httpcore.NetworkStream):
    """A connection that looks at the clock before each step."""

    def __init__(self, inner: httpcore.NetworkStream, clock: _Clock) -> None:
        self._inner = inner
        self._clock = clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._clock.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for start in range(0, len(buffer), _PIECE):
            self._inner.write(buffer[start : start + _PIECE], self._clock.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = self._clock.left(timeout)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, left), self._clock)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Opens connections that look at the clock."""

    def __init__(self, clock: _Clock) -> None:
        self._inner = httpcore.SyncBackend()
        self._clock = clock

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        left = self._clock.left(timeout)
        opened = self._inner.connect_tcp(host, port, left, local_address, socket_options)
        return _Stream(opened, self._clock)

    def sleep(self, seconds: float) -> None:
        self._inner.sleep(seconds)


def _proxy(origin: str) -> httpx.Proxy | None:
    """The proxy of the environment for an https origin, as urllib finds it (`HTTPS_PROXY`, `NO_PROXY`)."""
    scheme, _, host = origin.partition("://")
    if scheme != "https" or proxy_bypass(host):
        return None
    found = getproxies()
    url = found.get("https") or found.get("all")
    if not url:
        return None
    try:
        return httpx.Proxy(url if "://" in url else f"http://{url}")
    except (ValueError, httpx.InvalidURL) as error:
        # The text of the error may hold the URL with its password.
        raise ConfigurationError("the proxy of the environment cannot be used") from error


def _pool(proxy: httpx.Proxy | None, backend: httpcore.NetworkBackend) -> Any:
    options: dict[str, Any] = {
        "ssl_context": httpx.create_ssl_context(),
        "network_backend": backend,
        "max_connections": 100,
        "max_keepalive_connections": 20,
        "keepalive_expiry": 5.0,
    }
    if proxy is None:
        return httpcore.ConnectionPool(**options)
    url = httpcore.URL(
        scheme=proxy.url.raw_scheme,
        host=proxy.url.raw_host,
        port=proxy.url.port,
        target=proxy.url.raw_path,
    )
    if not proxy.url.scheme.startswith("socks5"):
        fields = proxy.headers.raw
        return httpcore.HTTPProxy(url, proxy_auth=proxy.raw_auth, proxy_headers=fields, **options)
    try:
        return httpcore.SOCKSProxy(url, proxy_auth=proxy.raw_auth, **options)
    except RuntimeError as error:
        raise ConfigurationError("a SOCKS proxy needs the package socksio") from error


@contextmanager
def _errors_of_httpx() -> Iterator[None]:
    """httpcore's errors as those of httpx, which have the same names."""
    try:
        yield
    except (
        httpcore.TimeoutException,
        httpcore.NetworkError,
        httpcore.ProtocolError,
        httpcore.ProxyError,
        httpcore.UnsupportedProtocol,
    ) as error:
        kind = getattr(httpx, type(error).__name__, httpx.TransportError)
        raise kind(str(error)) from error
