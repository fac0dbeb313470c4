"""The clients: asynchronous and synchronous, with the same requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ops.generated.builders._root import RootBuilder
from ops.runtime.builder import Async, Sync
from ops.runtime.core import core_of
from ops.runtime.traits import BatchFormat, BatchTraits, ServiceTraits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import TracebackType
    from typing import Any, Self

    import httpx
    from ops.runtime.auth import AsyncCredential, Credential
    from ops.runtime.batch import BatchAnswers
    from ops.runtime.batch_plan import ChangeSet
    from ops.runtime.request import Request
    from ops.runtime.response import Response
    from ops.runtime.streams import Stream

__all__ = ["ServiceClient", "SyncServiceClient"]

T = TypeVar("T")
_TRAITS = ServiceTraits(
    product="ops/0.1.0 edmund-python",
    version="4.01",
    batch=BatchTraits(BatchFormat.JSON),
)


class ServiceClient(RootBuilder[Async]):
    """The asynchronous client.

    `credentials` is anything with azure-identity's `get_token`, synchronous or asynchronous; None sends
    no token. `scopes` default to the service root's `/.default`. Plain http is refused unless the host is
    loopback or `allow_http`; a token goes over it with `allow_token_over_http` alone. `http_client` is used
    as it is and not closed. `timeout` is how many seconds an answer may take as a whole, `idle_timeout` how
    many may pass between two parts of it; `validate` checks bodies before they are sent; `max_retries` is
    for 429, 503 and 504, and `max_pages` ends a collection that does not. `batch_traits` says how the
    service wants its batches.
    """

    __slots__ = ()

    def __init__(
        self,
        credentials: AsyncCredential | Credential | None = None,
        scopes: Sequence[str] | None = None,
        *,
        base_url: str = "https://service.example/v1",
        allow_http: bool = False,
        allow_token_over_http: bool = False,
        http_client: httpx.AsyncClient | None = None,
        timeout: float = 100.0,
        idle_timeout: float = 30.0,
        validate: bool = True,
        max_retries: int = 3,
        max_pages: int = 100_000,
        batch_traits: BatchTraits | None = None,
    ) -> None:
        core = core_of(
            True,
            credentials,
            scopes,
            _TRAITS,
            base_url=base_url,
            allow_http=allow_http,
            allow_token_over_http=allow_token_over_http,
            http_client=http_client,
            timeout=timeout,
            idle_timeout=idle_timeout,
            validate=validate,
            max_retries=max_retries,
            max_pages=max_pages,
            batch_traits=batch_traits,
        )
        super().__init__(core, "")

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def batch(
        self,
        requests: Sequence[Request[Any] | ChangeSet],
        *,
        in_order: bool = False,
        depends_on: Mapping[Request[Any], Sequence[Request[Any]]] | None = None,
    ) -> BatchAnswers:
        """Send requests together, in several batches where the service's limit asks for it.

        `requests` are made by `client.users.get.request(top=5)`; the answers are read by request:
        `answers[request]`. A `ChangeSet` is carried out as a whole or not at all. With `in_order` each
        waits for the one before it to succeed; `depends_on` names what a request waits for.
        """
        from ops.runtime.batch import batched

        core = self._core
        traits = core.batch_traits
        answers: BatchAnswers = await core.transport.run(
            lambda policy: batched(policy, traits, requests, in_order, depends_on or {})
        )
        return answers

    async def send(self, request: Request[T]) -> Response[T]:
        """Send a request (`client.users.get.request(top=5)`) and give its status, headers and value.

        The value is what the call itself would give; 304 is an answer without one.
        """
        from ops.runtime.response import responded

        return await self._core.transport.run(lambda policy: responded(policy, request))  # type: ignore[no-any-return]

    async def stream(self, request: Request[Any]) -> Stream[bytes]:
        """Send a request and give the bytes of its answer as they come: `async with ... as parts`."""
        from ops.runtime.streams import streamed

        return await self._core.transport.run(lambda policy: streamed(policy, request))  # type: ignore[no-any-return]

    async def poll(self, response: Response[T], *, timeout: float = 600.0) -> Response[T]:
        """Follow a 202 to its end: ask at its Location, as often as the service says, until done.

        Raises `TimedOut` when that takes more than `timeout` seconds, `UnsafeUrl` for another origin.
        """
        from ops.runtime.response import polled

        return await self._core.transport.run(lambda policy: polled(policy, response, timeout))  # type: ignore[no-any-return]

    async def close(self) -> None:
        """Close the connections, except those of an `http_client` that the caller gave."""
        await self._core.transport.close()


class SyncServiceClient(RootBuilder[Sync]):
    """The synchronous client: the asynchronous one's requests and parameters, without `await`."""

    __slots__ = ()

    def __init__(
        self,
        credentials: Credential | None = None,
        scopes: Sequence[str] | None = None,
        *,
        base_url: str = "https://service.example/v1",
        allow_http: bool = False,
        allow_token_over_http: bool = False,
        http_client: httpx.Client | None = None,
        timeout: float = 100.0,
        idle_timeout: float = 30.0,
        validate: bool = True,
        max_retries: int = 3,
        max_pages: int = 100_000,
        batch_traits: BatchTraits | None = None,
    ) -> None:
        core = core_of(
            False,
            credentials,
            scopes,
            _TRAITS,
            base_url=base_url,
            allow_http=allow_http,
            allow_token_over_http=allow_token_over_http,
            http_client=http_client,
            timeout=timeout,
            idle_timeout=idle_timeout,
            validate=validate,
            max_retries=max_retries,
            max_pages=max_pages,
            batch_traits=batch_traits,
        )
        super().__init__(core, "")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def batch(
        self,
        requests: Sequence[Request[Any] | ChangeSet],
        *,
        in_order: bool = False,
        depends_on: Mapping[Request[Any], Sequence[Request[Any]]] | None = None,
    ) -> BatchAnswers:
        """Send requests together, in several batches where the service's limit asks for it.

        `requests` are made by `client.users.get.request(top=5)`; the answers are read by request:
        `answers[request]`. A `ChangeSet` is carried out as a whole or not at all. With `in_order` each
        waits for the one before it to succeed; `depends_on` names what a request waits for.
        """
        from ops.runtime.batch import batched

        core = self._core
        traits = core.batch_traits
        answers: BatchAnswers = core.transport.run(
            lambda policy: batched(policy, traits, requests, in_order, depends_on or {})
        )
        return answers

    def send(self, request: Request[T]) -> Response[T]:
        """Send a request (`client.users.get.request(top=5)`) and give its status, headers and value.

        The value is what the call itself would give; 304 is an answer without one.
        """
        from ops.runtime.response import responded

        return self._core.transport.run(lambda policy: responded(policy, request))  # type: ignore[no-any-return]

    def stream(self, request: Request[Any]) -> Stream[bytes]:
        """Send a request and give the bytes of its answer as they come: `with ... as parts`."""
        from ops.runtime.streams import streamed

        return self._core.transport.run(lambda policy: streamed(policy, request))  # type: ignore[no-any-return]

    def poll(self, response: Response[T], *, timeout: float = 600.0) -> Response[T]:
        """Follow a 202 to its end: ask at its Location, as often as the service says, until done.

        Raises `TimedOut` when that takes more than `timeout` seconds, `UnsafeUrl` for another origin.
        """
        from ops.runtime.response import polled

        return self._core.transport.run(lambda policy: polled(policy, response, timeout))  # type: ignore[no-any-return]

    def close(self) -> None:
        """Close the connections, except those of an `http_client` that the caller gave."""
        self._core.transport.close()
