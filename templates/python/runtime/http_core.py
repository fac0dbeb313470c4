"""What all builders of one client share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from .calling import AsyncCall, AsyncIteration, SyncCall, SyncIteration
from .errors import ConfigurationError

if TYPE_CHECKING:
    from .credentials import Credentials, Scheme
    from .http_call import Call
    from .http_paging import HttpPageWalk
    from .paging import Pages
    from .request import Request
    from .url import ServiceRoot

__all__ = ["HttpCore", "HttpTraits", "core_of"]


class HttpTraits:
    """How all requests of a client look; `product` is what it calls itself (`User-Agent`)."""

    __slots__ = ("product",)

    def __init__(self, product: str) -> None:
        self.product = product

    def security_token(self) -> None:
        return None

    def headers(self, request: Request[Any]) -> dict[str, str]:
        """The request's own header fields, and who sends it."""
        return {"user-agent": self.product, **request.headers}


class HttpCore:
    """The root, the transport, the credentials, and whether bodies are checked; one for each client."""

    __slots__ = (
        "_roots",
        "call_class",
        "credentials",
        "iteration_class",
        "max_pages",
        "root",
        "transport",
        "validate",
    )

    def __init__(
        self,
        root: Any,
        transport: Any,
        credentials: Credentials,
        validate: bool,
        max_pages: int,
        classes: tuple[type[Any], type[Any]],
    ) -> None:
        self.root: ServiceRoot = root
        self._roots: dict[str, ServiceRoot] = {}
        self.transport = transport
        self.credentials = credentials
        self.validate = validate
        self.max_pages = max_pages
        self.call_class: Callable[..., Any] = classes[0]
        self.iteration_class: Callable[..., Any] = classes[1]

    def root_of(self, call: Call) -> ServiceRoot:
        """Where a call goes: to its own base URL, which may be relative to the client's, or the client's."""
        if call.base_url is None:
            return self.root
        found = self._roots.get(call.base_url)
        if found is None:
            found = self._roots[call.base_url] = self.root.beside(call.base_url)
        return found

    def walk(self, pages: Pages[Any]) -> HttpPageWalk:
        """The way through all pages from the first one."""
        from .http_paging import HttpPageWalk

        return HttpPageWalk(pages.request, self.max_pages)

    def __repr__(self) -> str:
        return f"HttpCore({self.root!r})"


def core_of(
    asynchronous: bool,
    credentials: Any,
    schemes: Mapping[str, Scheme],
    product: str,
    *,
    base_url: str,
    allow_http: bool,
    allow_token_over_http: bool,
    http_client: Any,
    timeout: float,
    idle_timeout: float,
    validate: bool,
    max_retries: int,
    max_pages: int,
) -> HttpCore:
    """A core from what a client is made of; raises `ConfigurationError` or `UnsafeUrl`."""
    from .credentials import Credentials
    from .exchange import Policy
    from .transport import AsyncTransport, SyncTransport, TimeLimits
    from .url import ServiceRoot

    if not isinstance(max_pages, int) or max_pages < 1:
        raise ConfigurationError("max_pages is a whole number above 0")
    root = ServiceRoot(base_url, allow_http, allow_token_over_http)
    given = Credentials(schemes, credentials)
    if not given.is_empty and not root.takes_tokens:
        raise ConfigurationError("a token over plain http needs allow_token_over_http=True")
    policy = Policy(root, None, max_retries, HttpTraits(product))
    limits = TimeLimits(timeout, idle_timeout)
    transport: Any
    if asynchronous:
        transport = AsyncTransport(policy, http_client, limits)
        return HttpCore(root, transport, given, validate, max_pages, (AsyncCall, AsyncIteration))
    transport = SyncTransport(policy, http_client, limits)
    return HttpCore(root, transport, given, validate, max_pages, (SyncCall, SyncIteration))
