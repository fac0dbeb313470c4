"""Request builders around Ops.Order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ops.runtime.model import Model
from ops.runtime.operations import (
    Entity,
    iteration,
    M,
    operation,
    Reads,
    Request,
    RequestBuilder,
    Updates,
    Wrapped,
)
from ops.runtime.properties import complex_value, primitive

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from ops.generated.builders._options import CountExpandFilterOrderbySearchSelectSkipOptions
    from ops.generated.builders._shared import CountBuilder
    from ops.generated.builders.line import LineCollectionBuilder
    from ops.generated.models.order import Order
    from ops.generated.models.order_collection_response import OrderCollectionResponse
    from ops.runtime.configuration import Configuration, Options
    from ops.runtime.paging import Pages
    from ops.runtime.properties import Property


class ArchivePostRequestBody(Model):
    """What is sent to Ops.archive."""

    __slots__ = ()

    before: Property[date] = primitive("before", "Edm.Date", nullable=False, required=True)


class ArchivePostResponse(Model):
    """What is answered by Ops.archive."""

    __slots__ = ()

    value: Property[list[Order]] = complex_value("value", "Ops.Order", True, nullable=False)
    odata_next_link: Property[str] = primitive("@odata.nextLink", "Edm.String")
    odata_delta_link: Property[str] = primitive("@odata.deltaLink", "Edm.String")
    odata_count: Property[int] = primitive("@odata.count", "Edm.Int64")


class TotalSinceGetResponse(Model):
    """What is answered by Ops.totalSince."""

    __slots__ = ()

    value: Property[Decimal] = primitive("value", "Edm.Decimal")


class CancelPostRequestBody(Model):
    """What is sent to Ops.cancel."""

    __slots__ = ()

    reason: Property[str] = primitive("reason", "Edm.String")
    notify: Property[bool] = primitive("notify", "Edm.Boolean", nullable=False, required=True)


class OrderLinks(RequestBuilder[M]):
    """Links of Ops.Order."""

    @property
    def cancel(self) -> OrderCancelBuilder[M]:
        return self._child(OrderCancelBuilder, "/Ops.cancel")

    @property
    def lines(self) -> LineCollectionBuilder[M]:
        return self._at("line:LineCollectionBuilder", "/lines")


class OrdersCollectionBuilder(RequestBuilder[M]):
    """A collection of type Ops.Order."""

    def by_id(self, id: int) -> OrdersItemBuilder[M]:
        return self._keyed(OrdersItemBuilder, ("", id, "Edm.Int32"))

    @property
    def count(self) -> CountBuilder[M]:
        return self._at("_shared:CountBuilder", "/$count")

    @property
    def archive(self) -> OrderArchiveBuilder[M]:
        return self._child(OrderArchiveBuilder, "/Ops.archive")

    def total_since(self, since: date | str) -> OrderTotalSinceWithSinceBuilder[M]:
        return self._invoked(
            OrderTotalSinceWithSinceBuilder, "Ops.totalSince", (("since", since, "Edm.Date"),)
        )

    @property
    def latest(self) -> OrderLatestBuilder[M]:
        return self._invoked(OrderLatestBuilder, "Ops.latest")

    @operation
    def get(
        self,
        request_configuration: Configuration = None,
        **options: Unpack[CountExpandFilterOrderbySearchSelectSkipOptions],
    ) -> Request[OrderCollectionResponse | None]:
        """Get the items of this collection, one page of them."""
        return self._list(
            "order_collection_response:OrderCollectionResponse", request_configuration, options
        )

    @iteration
    def iterate(
        self,
        request_configuration: Configuration = None,
        **options: Unpack[CountExpandFilterOrderbySearchSelectSkipOptions],
    ) -> Pages[Order]:
        """All items, page by page; see `get` for permissions and options."""
        return self._pages(request_configuration, options)

    @operation
    def post(
        self, body: Order, request_configuration: Configuration = None, **options: Unpack[Options]
    ) -> Request[Order | None]:
        """Place an order"""
        return self._create("Ops.Order", request_configuration, options, body)


class OrdersItemBuilder(OrderLinks[M], Reads[M, "Order"], Updates[M, "Order"]):
    _type = "Ops.Order"


class OrderArchiveBuilder(RequestBuilder[M]):
    """An action."""

    @operation
    def post(
        self,
        body: ArchivePostRequestBody,
        request_configuration: Configuration = None,
        **options: Unpack[Options],
    ) -> Request[ArchivePostResponse | None]:
        """Call the operation."""
        return self._request(
            "POST",
            Wrapped(ArchivePostResponse),
            request_configuration,
            options,
            body,
            None,
            "invoke",
        )


class OrderTotalSinceWithSinceBuilder(RequestBuilder[M]):
    """A function."""

    @operation
    def get(
        self, request_configuration: Configuration = None, **options: Unpack[Options]
    ) -> Request[TotalSinceGetResponse | None]:
        """Call the operation."""
        return self._request("GET", Wrapped(TotalSinceGetResponse), request_configuration, options)


class OrderLatestBuilder(OrderLinks[M]):
    """A function of type Ops.Order."""

    @operation
    def get(
        self, request_configuration: Configuration = None, **options: Unpack[Options]
    ) -> Request[Order | None]:
        """Call the operation."""
        return self._request("GET", Entity("Ops.Order"), request_configuration, options)


class OrderCancelBuilder(RequestBuilder[M]):
    """An action."""

    @operation
    def post(
        self,
        body: CancelPostRequestBody,
        request_configuration: Configuration = None,
        **options: Unpack[Options],
    ) -> Request[Order | None]:
        """Call the operation."""
        return self._request(
            "POST", Entity("Ops.Order"), request_configuration, options, body, None, "invoke"
        )
