"""What all builders of one client share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .builder import (
    AsyncCall,
    AsyncIteration,
    RequestBuilder,
    SyncCall,
    SyncIteration,
)
from .errors import ConfigurationError

if TYPE_CHECKING:
    from .builder import Async, Sync
    from .page_walk import PageWalk
    from .paging import Pages
    from .request import Extent
    from .traits import BatchTraits, ServiceTraits
    from .uploads import StreamUpload

__all__ = ["Core", "ServiceBuilder", "core_of", "unconnected"]

M = TypeVar("M", bound="Async | Sync")


class Core:
    """The root, the transport, how bodies are encoded and batches wanted; one for each client.

    `older` is the version of a service of OData 1 to 3, None for 4.
    """

    __slots__ = (
        "batch_traits",
        "call_class",
        "iteration_class",
        "max_pages",
        "older",
        "root",
        "transport",
        "validate",
    )

    def __init__(
        self,
        root: Any,
        transport: Any,
        validate: bool,
        max_pages: int,
        classes: tuple[type[Any], type[Any]],
        batch_traits: BatchTraits,
        older: str | None = None,
    ) -> None:
        self.batch_traits = batch_traits
        self.older = older
        self.root = root
        self.transport = transport
        self.validate = validate
        self.max_pages = max_pages
        self.call_class: Callable[..., Any] = classes[0]
        self.iteration_class: Callable[..., Any] = classes[1]

    def walk(self, pages: Pages[Any]) -> PageWalk:
        from .page_walk import PageWalk

        return PageWalk(pages.request, self.root, self.max_pages)

    def encode(
        self, body: Any, declared: str | None, purpose: str | None, extent: Extent
    ) -> tuple[bytes | StreamUpload, str]:
        """Bytes and media type of a body, which is checked first unless `purpose` is None."""
        from .codec import encode

        return encode(body, declared, purpose, extent)

    def __repr__(self) -> str:
        return f"Core({self.root!r})"


def core_of(
    asynchronous: bool,
    credentials: Any,
    scopes: Sequence[str] | None,
    traits: ServiceTraits,
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
    batch_traits: BatchTraits | None,
) -> Core:
    """A core from what a client is made of; raises `ConfigurationError` or `UnsafeUrl`."""
    from .auth import TokenCache
    from .exchange import Policy
    from .transport import AsyncTransport, SyncTransport, TimeLimits
    from .url import ServiceRoot

    if not isinstance(max_pages, int) or max_pages < 1:
        raise ConfigurationError("max_pages is a whole number above 0")
    root = ServiceRoot(base_url, allow_http, allow_token_over_http, traits.is_older)
    tokens = None
    if credentials is not None:
        if not root.takes_tokens:
            raise ConfigurationError("a token over plain http needs allow_token_over_http=True")
        tokens = TokenCache(credentials, scopes or [f"{root.origin}/.default"])
    policy = Policy(root, tokens, max_retries, traits)
    limits = TimeLimits(timeout, idle_timeout)
    batches = batch_traits or traits.batch
    older = traits.version if traits.is_older else None
    transport: Any
    if asynchronous:
        transport = AsyncTransport(policy, http_client, limits)
        return Core(
            root, transport, validate, max_pages, (AsyncCall, AsyncIteration), batches, older
        )
    transport = SyncTransport(policy, http_client, limits)
    return Core(root, transport, validate, max_pages, (SyncCall, SyncIteration), batches, older)


class ServiceBuilder(RequestBuilder[M], Generic[M]):
    """The service root: what does not depend on the schema."""

    __slots__ = ()


def unconnected(builder: type[ServiceBuilder[Any]]) -> ServiceBuilder[Any]:
    """A service builder that can be walked but sends nothing."""
    from .traits import BatchTraits
    from .url import ServiceRoot

    root = ServiceRoot("https://localhost")
    core = Core(root, None, False, 1, (AsyncCall, AsyncIteration), BatchTraits())
    return builder(core, "")
