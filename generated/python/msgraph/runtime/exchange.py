"""What is said to the service for one request, without any input or output of its own.

`exchange` is a generator: it yields the steps to take and is sent their results, so that the
asynchronous and the synchronous client share every rule about credentials, retries and redirects.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from .auth import Token, TokenCache
from .errors import ConfigurationError, ODataError, RedirectRefused, UnexpectedAnswer
from .request import Reply, Request
from .retry import pause_before_retry
from .traits import ServiceTraits
from .url import ServiceRoot, UnsafeUrl

if TYPE_CHECKING:
    from .older import SecurityToken

__all__ = ["AskToken", "Exchange", "Pause", "Policy", "Send", "Step", "exchange", "replied"]

T = TypeVar("T")

MAX_REDIRECTS = 5

_MAX_VERSION = "4.01"
"""The newest version of OData that answers are read in (Protocol 4.01, section 8.2.7)."""


class AskToken:
    """Ask the credential for a token; the result is what it gives."""

    __slots__ = ("tokens",)

    def __init__(self, tokens: TokenCache) -> None:
        self.tokens = tokens


class Send:
    """Send once, follow nothing; the result is a Reply."""

    __slots__ = ("content", "headers", "method", "timeout", "url")

    def __init__(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        content: bytes | None,
        timeout: float | None,
    ) -> None:
        self.method = method
        self.url = url
        self.headers = headers
        self.content = content
        self.timeout = timeout

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
        self, root: ServiceRoot, tokens: TokenCache | None, max_retries: int, traits: ServiceTraits
    ) -> None:
        if isinstance(max_retries, bool) or not isinstance(max_retries, int) or max_retries < 0:
            raise ConfigurationError("max_retries is a whole number, 0 for none")
        self.root = root
        self.tokens = tokens
        self.max_retries = max_retries
        self.traits = traits
        self.security: SecurityToken | None = None
        if traits.is_older:
            from .older import SecurityToken

            self.security = SecurityToken()


def exchange(policy: Policy, request: Request[T]) -> Exchange[T]:
    """Send the request until there is an answer to read, and read it; 304 reads as None.

    Raises what `replied` raises, and `UnexpectedAnswer` for what cannot be read.
    """
    reply = yield from replied(policy, request)
    value: Any = None if reply.status == 304 else request.answer(reply)
    return value  # type: ignore[no-any-return]


def replied(policy: Policy, request: Request[Any]) -> Exchange[Reply]:
    """Send the request until there is an answer that is no redirect, no error and not to be retried.

    Raises `ODataError` for an error status, `RedirectRefused` for a redirect that is not a GET within
    the origin, and `UnsafeUrl` for a token over plain http.
    """
    url = policy.root.adopt(request.url)
    attempt = 1
    redirects = 0
    refreshed = False
    fetched = False
    security = policy.security
    while True:
        headers = _headers(policy.traits, request)
        if security is not None:
            headers |= security.headers(request.method)
        token: Token | None = None
        if policy.tokens is not None and "authorization" not in headers:
            token = policy.tokens.current(time.time())
            if token is None:
                given = yield AskToken(policy.tokens)
                token = policy.tokens.keep(given, time.time())
            headers["authorization"] = token.header()
        if "authorization" in headers and not policy.root.takes_tokens:
            raise UnsafeUrl("a token over plain http is refused without allow_token_over_http=True")
        reply: Reply = yield Send(request.method, url, headers, request.content, request.timeout)
        if reply.status < 300 or reply.status == 304:
            return reply
        if reply.status < 400:
            redirects += 1
            url = _redirected(policy, request, reply, url, redirects)
            continue
        if reply.status == 401 and token is not None and policy.tokens and not refreshed:
            # Revoked or clipped by a clock: one new token, then the service's word counts.
            refreshed = True
            policy.tokens.forget(token)
            continue
        if security is not None and security.is_wanted(reply) and not fetched:
            fetched = True
            asked = {**headers, "x-csrf-token": "Fetch", "accept": "application/json"}
            asked.pop("content-type", None)
            given = yield Send("GET", policy.root.url("/"), asked, None, request.timeout)
            if security.keep(given):
                continue
        if attempt <= policy.max_retries:
            pause = pause_before_retry(
                request.method, reply.status, reply.headers, attempt, time.time()
            )
            if pause is not None:
                attempt += 1
                yield Pause(pause)
                continue
        raise ODataError(reply.status, reply.headers, reply.body, request.method, url)


def _headers(traits: ServiceTraits, request: Request[Any]) -> dict[str, str]:
    """The request's own header fields, and what every request says unless it says otherwise."""
    if traits.is_older:
        from .older import older_headers

        has_body = request.content is not None
        return {
            **older_headers(traits.version, has_body),
            "user-agent": traits.product,
            **request.headers,
        }
    headers = {
        "odata-maxversion": _MAX_VERSION,
        "user-agent": traits.product,
        **request.headers,
    }
    if request.content is not None:
        headers.setdefault("odata-version", traits.version)
    return headers


def _redirected(
    policy: Policy, request: Request[Any], reply: Reply, url: str, redirects: int
) -> str:
    location = reply.headers.get("location", "")
    if not location:
        raise UnexpectedAnswer(f"a redirect with status {reply.status} names no location")
    if request.method != "GET":
        raise RedirectRefused(f"a redirect of {request.method} is not followed", location)
    if redirects > MAX_REDIRECTS:
        raise RedirectRefused(f"more than {MAX_REDIRECTS} redirects in a row", location)
    try:
        return policy.root.adopt(location, base=url)
    except UnsafeUrl as error:
        raise RedirectRefused(f"redirect refused: {error}", location) from None
