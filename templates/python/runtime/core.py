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
    from .paging import Pages, PageWalk
    from .request import Extent
    from .traits import BatchTraits

__all__ = ["Core", "ServiceBuilder", "core_of", "unconnected"]

M = TypeVar("M", bound="Async | Sync")


class Core:
    """The root, the transport, and how bodies are encoded; one for each client."""

    __slots__ = (
        "_traits",
        "call_class",
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
        validate: bool,
        max_pages: int,
        classes: tuple[type[Any], type[Any]],
        traits: BatchTraits | None = None,
    ) -> None:
        self._traits = traits
        self.root = root
        self.transport = transport
        self.validate = validate
        self.max_pages = max_pages
        self.call_class: Callable[..., Any] = classes[0]
        self.iteration_class: Callable[..., Any] = classes[1]

    def batch_traits(self) -> BatchTraits:
        """How this service wants its batches."""
        from .traits import batch_traits

        return batch_traits(self._traits)

    def walk(self, pages: Pages[Any]) -> PageWalk:
        from .paging import PageWalk

        return PageWalk(pages.request, self.root, self.max_pages)

    def encode(
        self, body: Any, declared: str | None, purpose: str | None, extent: Extent
    ) -> tuple[bytes, str]:
        """Bytes and media type of a body, which is checked first unless `purpose` is None."""
        from .codec import encode

        return encode(body, declared, purpose, extent)

    def __repr__(self) -> str:
        return f"Core({self.root!r})"


def core_of(
    asynchronous: bool,
    credentials: Any,
    scopes: Sequence[str] | None,
    *,
    base_url: str,
    http_client: Any,
    timeout: float,
    validate: bool,
    max_retries: int,
    max_pages: int,
    batch_traits: BatchTraits | None,
) -> Core:
    """A core from what a client is made of; raises `ConfigurationError` or `UnsafeUrl`."""
    from .auth import TokenCache
    from .exchange import Policy
    from .transport import AsyncTransport, SyncTransport
    from .url import ServiceRoot

    if not isinstance(max_pages, int) or max_pages < 1:
        raise ConfigurationError("max_pages is a whole number above 0")
    root = ServiceRoot(base_url)
    tokens = None
    if credentials is not None:
        tokens = TokenCache(credentials, scopes or [f"{root.origin}/.default"])
    policy = Policy(root, tokens, max_retries)
    transport: Any
    if asynchronous:
        transport = AsyncTransport(policy, http_client, timeout)
        return Core(root, transport, validate, max_pages, (AsyncCall, AsyncIteration), batch_traits)
    transport = SyncTransport(policy, http_client, timeout)
    return Core(root, transport, validate, max_pages, (SyncCall, SyncIteration), batch_traits)


class ServiceBuilder(RequestBuilder[M], Generic[M]):
    """The service root: what does not depend on the schema."""

    __slots__ = ()


def unconnected(builder: type[ServiceBuilder[Any]]) -> ServiceBuilder[Any]:
    """A service builder that can be walked but sends nothing."""
    from .url import ServiceRoot

    core = Core(ServiceRoot("https://localhost"), None, False, 1, (AsyncCall, AsyncIteration))
    return builder(core, "")
