"""What is said to the service for one request, without any input or output of its own.

`exchange` is a generator: it yields the steps to take and is sent their results, so that the
asynchronous and the synchronous client share every rule about credentials, retries and redirects.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from .auth import Token, TokenCache
from .errors import ConfigurationError, RedirectRefused, UnexpectedAnswer
from .request import Reply, Request
from .retry import pause_before_retry
from .url import ServiceRoot, UnsafeUrl

if TYPE_CHECKING:
    from .request import Traits, Upload

__all__ = ["AskToken", "Exchange", "Pause", "Policy", "Send", "Step", "exchange", "replied"]

T = TypeVar("T")

MAX_REDIRECTS = 5


class AskToken:
    """Ask the credential for a token; the result is what it gives."""

    __slots__ = ("tokens",)

    def __init__(self, tokens: TokenCache) -> None:
        self.tokens = tokens


class Send:
    """Send once, follow nothing; the result is a Reply, whose body is read later where it `is_streamed`."""

    __slots__ = ("content", "headers", "is_streamed", "method", "timeout", "url")

    def __init__(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        content: bytes | Upload | None,
        timeout: float | None,
        is_streamed: bool = False,
    ) -> None:
        self.method = method
        self.url = url
        self.headers = headers
        self.content = content
        self.timeout = timeout
        self.is_streamed = is_streamed

    def __repr__(self) -> str:
        return f"Send({self.method})"


class Pause:
    """Wait this many seconds."""

    __slots__ = ("seconds",)

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds


Step = AskToken | Send | Pause
Exchange = Generator[Step, Any, T]


class Policy:
    """What one client allows: where it may go, with which credential, how often; and who it is."""

    __slots__ = ("max_retries", "root", "security", "tokens", "traits")

    def __init__(
        self, root: ServiceRoot, tokens: TokenCache | None, max_retries: int, traits: Traits
    ) -> None:
        if isinstance(max_retries, bool) or not isinstance(max_retries, int) or max_retries < 0:
            raise ConfigurationError("max_retries is a whole number, 0 for none")
        self.root = root
        self.tokens = tokens
        self.max_retries = max_retries
        self.traits = traits
        self.security = traits.security_token()


def exchange(policy: Policy, request: Request[T]) -> Exchange[T]:
    """Send the request until there is an answer to read, and read it; 304 reads as None.

    Raises what `replied` raises, and `UnexpectedAnswer` for what cannot be read.
    """
    reply = yield from replied(policy, request)
    value: Any = None if reply.status == 304 else request.answer(reply)
    return value  # type: ignore[no-any-return]


def replied(policy: Policy, request: Request[Any]) -> Exchange[Reply]:
    """Send the request until there is an answer that is no redirect, no error and not to be retried.

    Raises what the request has for an error status (`ODataError`), `RedirectRefused` for a redirect that is not a GET within
    the origin, and `UnsafeUrl` for a token over plain http.
    """
    root = request.root(policy.root)
    url = root.adopt(request.url)
    attempt = 1
    redirects = 0
    refreshed = False
    fetched = False
    security = policy.security
    content = request.content
    while True:
        headers = policy.traits.headers(request)
        if security is not None:
            headers |= security.headers(request.method)
        token: Token | None = None
        tokens = request.tokens(policy.tokens)
        if tokens is not None and "authorization" not in headers:
            token = tokens.current(time.time())
            if token is None:
                given = yield AskToken(tokens)
                token = tokens.keep(given, time.time())
            headers["authorization"] = token.header()
        target = request.signed(url, headers)
        is_signed = "authorization" in headers or request.is_signed
        if is_signed and not root.takes_tokens:
            raise UnsafeUrl("a token over plain http is refused without allow_token_over_http=True")
        reply: Reply = yield Send(
            request.method, target, headers, content, request.timeout, request.is_streamed
        )
        if reply.status < 300 or reply.status == 304 or request.takes(reply.status):
            return reply
        if reply.status < 400:
            redirects += 1
            url = _redirected(root, request, reply, url, redirects)
            continue
        can_repeat = isinstance(content, bytes) or content is None or content.is_repeatable
        if reply.status == 401 and token is not None and tokens and not refreshed and can_repeat:
            # Revoked or clipped by a clock: one new token, then the service's word counts.
            refreshed = True
            tokens.forget(token)
            continue
        if security is not None and security.is_wanted(reply) and not fetched:
            fetched = True
            asked = {**headers, "x-csrf-token": "Fetch", "accept": "application/json"}
            asked.pop("content-type", None)
            given = yield Send("GET", policy.root.addressed("/"), asked, None, request.timeout)
            if security.keep(given):
                continue
        if attempt <= policy.max_retries and can_repeat:
            pause = pause_before_retry(
                request.method, reply.status, reply.headers, attempt, time.time()
            )
            if pause is not None:
                attempt += 1
                yield Pause(pause)
                continue
        raise request.failure(reply, url)


def _redirected(
    root: ServiceRoot, request: Request[Any], reply: Reply, url: str, redirects: int
) -> str:
    location = reply.headers.get("location", "")
    if not location:
        raise UnexpectedAnswer(f"a redirect with status {reply.status} names no location")
    if request.method != "GET":
        raise RedirectRefused(f"a redirect of {request.method} is not followed", location)
    if redirects > MAX_REDIRECTS:
        raise RedirectRefused(f"more than {MAX_REDIRECTS} redirects in a row", location)
    try:
        return root.adopt(location, base=url)
    except UnsafeUrl as error:
        raise RedirectRefused(f"redirect refused: {error}", location) from None
