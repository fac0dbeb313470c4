"""Taking the steps of an exchange over httpx, asynchronously and synchronously.

httpx is imported when the first request is sent, or by the caller who makes a client of it.

An answer has `timeout` seconds as a whole, header fields included, and `idle_timeout` between two parts
of it. The asynchronous transport cancels what takes longer; the synchronous one has sockets of its own
that look at the clock (`wire`). A client of httpx that the caller gave bounds each read of the header
fields by itself, and the body is bounded here.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any, TypeVar

from .body import BodyReader
from .errors import (
    AuthenticationFailed,
    ClientError,
    ConfigurationError,
    ConnectionFailed,
    TimedOut,
)
from .exchange import AskToken, Exchange, Pause, Policy, Send, exchange
from .request import Reply, Request

if TYPE_CHECKING:
    import httpx

__all__ = ["AsyncTransport", "SyncTransport", "TimeLimits"]

T = TypeVar("T")

_CONNECT = 10.0


class TimeLimits:
    """Seconds for an answer as a whole, and between two parts of it; raises `ConfigurationError`."""

    __slots__ = ("idle", "whole")

    def __init__(self, whole: float, idle: float) -> None:
        for name, seconds in (("timeout", whole), ("idle_timeout", idle)):
            if isinstance(seconds, bool) or not isinstance(seconds, (int, float)):
                raise ConfigurationError(f"{name} is a number of seconds")
            if not 0 < seconds < float("inf"):
                raise ConfigurationError(f"{name} is a finite number of seconds above 0")
        self.whole = float(whole)
        self.idle = float(idle)

    def of(self, send: Send) -> float:
        """Seconds for the answer to this request."""
        return self.whole if send.timeout is None else send.timeout

    def content(self, client: Any, send: Send) -> Any:
        """The body as the kind of client takes it."""
        if send.content is None or isinstance(send.content, bytes):
            return send.content
        is_async = hasattr(client, "__aenter__")
        return send.content.chunks_async() if is_async else send.content.chunks()

    def built(self, client: Any, send: Send) -> httpx.Request:
        """The request of httpx; until the answer begins, its time as a whole is all that counts."""
        import httpx

        seconds = self.of(send)
        request: httpx.Request = client.build_request(
            send.method,
            send.url,
            headers={**send.headers, "accept-encoding": "gzip, deflate"},
            content=self.content(client, send),
            timeout=httpx.Timeout(
                seconds, connect=min(seconds, _CONNECT), write=min(seconds, self.idle)
            ),
        )
        return request

    def has_begun(self, request: httpx.Request) -> None:
        """From here on silence counts: httpx reads a body by the limit that the request has then."""
        limits: MutableMapping[str, float] = request.extensions["timeout"]
        limits["read"] = min(limits["read"], self.idle)


class SyncTransport:
    """Takes the steps in the caller's thread."""

    def __init__(self, policy: Policy, client: httpx.Client | None, limits: TimeLimits) -> None:
        if client is not None and not hasattr(client, "__enter__"):
            raise ConfigurationError("http_client is to be an httpx.Client here")
        self._policy = policy
        self._limits = limits
        self._client = client
        self._owned = client is None
        self._closed = False

    def call(self, build: Callable[[], Request[T]]) -> T:
        """Build the request, send it, read the answer."""
        return self.run(lambda policy: exchange(policy, build()))

    def run(self, begin: Callable[[Policy], Exchange[T]]) -> T:
        """Take the steps of an exchange under this client's policy."""
        steps = begin(self._policy)
        try:
            step = next(steps)
            while True:
                step = steps.send(self._take(step))
        except StopIteration as end:
            answer: T = end.value
            return answer

    def _take(self, step: Any) -> Any:
        if isinstance(step, Send):
            return self._send(step)
        if isinstance(step, Pause):
            time.sleep(step.seconds)
            return None
        return _ask_sync(step)

    def _send(self, send: Send) -> Reply:
        import httpx

        from .wire import END, IS_STREAMED, Wire

        if self._closed:
            raise ClientError("the client is closed")
        if self._client is None:
            self._client = httpx.Client(transport=Wire(self._policy.root.origin))
        if self._owned:
            self._client.cookies.clear()  # What one answer sets is not sent with the next request.
        end = time.monotonic() + self._limits.of(send)
        try:
            request = self._limits.built(self._client, send)
            request.extensions[END] = end
            request.extensions[IS_STREAMED] = send.is_streamed
            response = self._client.send(request, stream=True, follow_redirects=False)
            is_left_open = False
            try:
                self._limits.has_begun(request)
                if send.is_streamed and response.status_code < 300:
                    is_left_open = True
                    return _reply(response, b"", send.url, _source(response, send))
                reader = BodyReader(response.headers)
                if response.is_stream_consumed:
                    return _reply(response, response.content, send.url)
                for chunk in response.iter_raw():
                    if time.monotonic() > end:
                        raise _too_late(send)
                    reader.feed(chunk)
                return _reply(response, reader.finish(), send.url)
            finally:
                if not is_left_open:
                    response.close()
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise _translated(error, send) from error

    def close(self) -> None:
        """Close the connections, except those of a client that the caller gave."""
        self._closed = True
        if self._owned and self._client is not None:
            self._client.close()


class AsyncTransport:
    """Takes the steps in the caller's event loop (asyncio, or trio through anyio)."""

    def __init__(
        self, policy: Policy, client: httpx.AsyncClient | None, limits: TimeLimits
    ) -> None:
        if client is not None and not hasattr(client, "__aenter__"):
            raise ConfigurationError("http_client is to be an httpx.AsyncClient here")
        self._policy = policy
        self._limits = limits
        self._client = client
        self._owned = client is None
        self._closed = False

    async def call(self, build: Callable[[], Request[T]]) -> T:
        """Build the request, send it, read the answer."""
        return await self.run(lambda policy: exchange(policy, build()))

    async def run(self, begin: Callable[[Policy], Exchange[T]]) -> T:
        """Take the steps of an exchange under this client's policy."""
        steps = begin(self._policy)
        try:
            step = next(steps)
            while True:
                step = steps.send(await self._take(step))
        except StopIteration as end:
            answer: T = end.value
            return answer

    async def _take(self, step: Any) -> Any:
        if isinstance(step, Send):
            return await self._send(step)
        if isinstance(step, Pause):
            import anyio

            await anyio.sleep(step.seconds)
            return None
        return await _ask_async(step)

    async def _send(self, send: Send) -> Reply:
        import anyio

        try:
            with anyio.fail_after(self._limits.of(send)):
                return await self._send_at_length(send)
        except TimeoutError as error:
            raise _too_late(send) from error

    async def _send_at_length(self, send: Send) -> Reply:
        import httpx

        if self._closed:
            raise ClientError("the client is closed")
        if self._client is None:
            # Over plain http a proxy of the environment could read what is sent.
            is_http = self._policy.root.origin.startswith("http:")
            try:
                self._client = httpx.AsyncClient(trust_env=not is_http)
            except (ValueError, httpx.InvalidURL, ImportError) as error:
                # The text of the error may hold the URL of a proxy with its password.
                raise ConfigurationError("the proxy of the environment cannot be used") from error
        if self._owned:
            self._client.cookies.clear()  # What one answer sets is not sent with the next request.
        try:
            request = self._limits.built(self._client, send)
            response = await self._client.send(request, stream=True, follow_redirects=False)
            is_left_open = False
            try:
                self._limits.has_begun(request)
                if send.is_streamed and response.status_code < 300:
                    is_left_open = True
                    return _reply(response, b"", send.url, _source(response, send))
                reader = BodyReader(response.headers)
                if response.is_stream_consumed:
                    return _reply(response, response.content, send.url)
                async for chunk in response.aiter_raw():
                    reader.feed(chunk)
                return _reply(response, reader.finish(), send.url)
            finally:
                if not is_left_open:
                    await response.aclose()
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise _translated(error, send) from error

    async def close(self) -> None:
        """Close the connections, except those of a client that the caller gave."""
        self._closed = True
        if self._owned and self._client is not None:
            await self._client.aclose()


def _reply(response: httpx.Response, body: bytes, url: str, stream: Any = None) -> Reply:
    headers: Mapping[str, str] = {name.lower(): value for name, value in response.headers.items()}
    return Reply(response.status_code, headers, body, url, stream)


def _source(response: httpx.Response, send: Send) -> Any:
    """Where the body of an answer comes from that is read after the answer was given."""
    from .streams import ByteSource

    return ByteSource(response, lambda error: _translated(error, send))


def _translated(error: Exception, send: Send) -> ClientError:
    """The client's own error for httpx's; its text names no query, which may hold secrets."""
    import httpx

    if isinstance(error, httpx.TimeoutException):
        return _too_late(send)
    where = send.url.partition("?")[0]
    return ConnectionFailed(f"{type(error).__name__}: {send.method} {where}")


def _too_late(send: Send) -> TimedOut:
    where = send.url.partition("?")[0]
    return TimedOut(f"no answer in time: {send.method} {where}")


def _ask_sync(step: AskToken) -> Any:
    try:
        given = step.tokens.credential.get_token(*step.tokens.scopes)
    except Exception as error:
        raise _refused(error) from error
    if hasattr(given, "__await__"):
        if hasattr(given, "close"):
            given.close()
        raise ConfigurationError(
            "the credential is asynchronous: give this client a synchronous one, "
            "or use the asynchronous client"
        )
    return given


async def _ask_async(step: AskToken) -> Any:
    """Ask; a synchronous credential does so in a thread, so that it cannot block the event loop."""
    import inspect

    get_token = step.tokens.credential.get_token
    try:
        if inspect.iscoroutinefunction(get_token):
            return await get_token(*step.tokens.scopes)
        import anyio.to_thread

        given = await anyio.to_thread.run_sync(lambda: get_token(*step.tokens.scopes))
        return await given if hasattr(given, "__await__") else given
    except Exception as error:
        raise _refused(error) from error


def _refused(error: Exception) -> AuthenticationFailed:
    from .errors import mask

    return AuthenticationFailed(mask(f"the credential failed: {type(error).__name__}: {error}"))
