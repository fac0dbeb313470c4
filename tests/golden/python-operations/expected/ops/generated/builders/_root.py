"""Request builders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ops.runtime.core import ServiceBuilder
from ops.runtime.model import Model
from ops.runtime.operations import M, nothing, operation, Request, RequestBuilder, Wrapped
from ops.runtime.properties import primitive

if TYPE_CHECKING:
    from ops.generated.builders.order import OrdersCollectionBuilder
    from ops.runtime.configuration import Configuration, Options
    from ops.runtime.properties import Property


class VersionGetResponse(Model):
    """What is answered by Ops.version."""

    __slots__ = ()

    value: Property[str] = primitive("value", "Edm.String", nullable=False)


class RootBuilder(ServiceBuilder[M]):
    """The service root."""

    @property
    def orders(self) -> OrdersCollectionBuilder[M]:
        return self._at("order:OrdersCollectionBuilder", "/orders")

    @property
    def reset(self) -> ResetBuilder[M]:
        return self._child(ResetBuilder, "/reset")

    @property
    def version(self) -> VersionBuilder[M]:
        return self._invoked(VersionBuilder, "version")


class ResetBuilder(RequestBuilder[M]):
    """An action."""

    @operation
    def post(
        self, request_configuration: Configuration = None, **options: Unpack[Options]
    ) -> Request[None]:
        """Call the operation."""
        return self._request("POST", nothing, request_configuration, options)


class VersionBuilder(RequestBuilder[M]):
    """A function."""

    @operation
    def get(
        self, request_configuration: Configuration = None, **options: Unpack[Options]
    ) -> Request[VersionGetResponse | None]:
        """Call the operation."""
        return self._request("GET", Wrapped(VersionGetResponse), request_configuration, options)
