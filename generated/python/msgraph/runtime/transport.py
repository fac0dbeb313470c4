"""Taking the steps of an exchange over httpx, asynchronously and synchronously.

httpx is imported when the first request is sent, or by the caller who makes a client of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
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

__all__ = ["AsyncTransport", "SyncTransport", "Timeout"]

T = TypeVar("T")
Timeout = float
"""Seconds that connecting, each read, and each write may take."""

_CONNECT = 10.0


class _Settings:
    """What both transports keep: the policy and the limits of one client."""

    __slots__ = ("policy", "timeout")

    def __init__(self, policy: Policy, timeout: float) -> None:
        if isinstance(timeout, bool) or not isinstance(timeout, (int, float)):
            raise ConfigurationError("timeout is a number of seconds")
        if not 0 < timeout < float("inf"):
            raise ConfigurationError("timeout is a finite number of seconds above 0")
        self.policy = policy
        self.timeout = float(timeout)

    def built(self, client: Any, send: Send) -> httpx.Request:
        import httpx

        seconds = self.timeout if send.timeout is None else send.timeout
        request: httpx.Request = client.build_request(
            send.method,
            send.url,
            headers={**send.headers, "accept-encoding": "gzip, deflate"},
            content=send.content,
            timeout=httpx.Timeout(seconds, connect=min(seconds, _CONNECT)),
        )
        return request


class SyncTransport:
    """Takes the steps in the caller's thread."""

    def __init__(self, policy: Policy, client: httpx.Client | None, timeout: float) -> None:
        if client is not None and not hasattr(client, "__enter__"):
            raise ConfigurationError("http_client is to be an httpx.Client here")
        self._settings = _Settings(policy, timeout)
        self._client = client
        self._owned = client is None
        self._closed = False

    def call(self, build: Callable[[], Request[T]]) -> T:
        """Build the request, send it, read the answer."""
        return self.run(lambda policy: exchange(policy, build()))

    def run(self, begin: Callable[[Policy], Exchange[T]]) -> T:
        """Take the steps of an exchange under this client's policy."""
        steps = begin(self._settings.policy)
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
            import time

            time.sleep(step.seconds)
            return None
        return _ask_sync(step)

    def _send(self, send: Send) -> Reply:
        import httpx

        if self._closed:
            raise ClientError("the client is closed")
        if self._client is None:
            self._client = httpx.Client(follow_redirects=False)
        if self._owned:
            self._client.cookies.clear()  # What one answer sets is not sent with the next request.
        try:
            request = self._settings.built(self._client, send)
            response = self._client.send(request, stream=True, follow_redirects=False)
            try:
                reader = BodyReader(response.headers)
                if response.is_stream_consumed:
                    return _reply(response, response.content, send.url)
                for chunk in response.iter_raw():
                    reader.feed(chunk)
                return _reply(response, reader.finish(), send.url)
            finally:
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

    def __init__(self, policy: Policy, client: httpx.AsyncClient | None, timeout: float) -> None:
        if client is not None and not hasattr(client, "__aenter__"):
            raise ConfigurationError("http_client is to be an httpx.AsyncClient here")
        self._settings = _Settings(policy, timeout)
        self._client = client
        self._owned = client is None
        self._closed = False

    async def call(self, build: Callable[[], Request[T]]) -> T:
        """Build the request, send it, read the answer."""
        return await self.run(lambda policy: exchange(policy, build()))

    async def run(self, begin: Callable[[Policy], Exchange[T]]) -> T:
        """Take the steps of an exchange under this client's policy."""
        steps = begin(self._settings.policy)
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
        import httpx

        if self._closed:
            raise ClientError("the client is closed")
        if self._client is None:
            self._client = httpx.AsyncClient(follow_redirects=False)
        if self._owned:
            self._client.cookies.clear()  # What one answer sets is not sent with the next request.
        try:
            request = self._settings.built(self._client, send)
            response = await self._client.send(request, stream=True, follow_redirects=False)
            try:
                reader = BodyReader(response.headers)
                if response.is_stream_consumed:
                    return _reply(response, response.content, send.url)
                async for chunk in response.aiter_raw():
                    reader.feed(chunk)
                return _reply(response, reader.finish(), send.url)
            finally:
                await response.aclose()
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise _translated(error, send) from error

    async def close(self) -> None:
        """Close the connections, except those of a client that the caller gave."""
        self._closed = True
        if self._owned and self._client is not None:
            await self._client.aclose()


def _reply(response: httpx.Response, body: bytes, url: str) -> Reply:
    headers: Mapping[str, str] = {name.lower(): value for name, value in response.headers.items()}
    return Reply(response.status_code, headers, body, url)


def _translated(error: Exception, send: Send) -> ClientError:
    """The client's own error for httpx's; its text names no query, which may hold secrets."""
    import httpx

    where = send.url.partition("?")[0]
    if isinstance(error, httpx.TimeoutException):
        return TimedOut(f"no answer in time: {send.method} {where}")
    return ConnectionFailed(f"{type(error).__name__}: {send.method} {where}")


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
