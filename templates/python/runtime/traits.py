"""What is known of a service and its client when the client is generated."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .request import Request

__all__ = ["BatchFormat", "BatchTraits", "ServiceTraits"]


_MAX_VERSION = "4.01"
"""The newest version of OData that answers are read in (Protocol 4.01, section 8.2.7)."""


class BatchFormat(Enum):
    """How a batch is written; services of OData 4.0 know multipart alone."""

    JSON = "json"
    MULTIPART = "multipart"


class BatchTraits:
    """How a service wants its batches.

    `limit` is the most requests in one, None for any number; what is more goes in several. With
    `leading_slash` URLs begin with a slash though they are relative to the service root; without, they are
    relative to the batch's own URL (OData JSON Format 4.01, section 19.1).
    """

    __slots__ = ("format", "leading_slash", "limit")

    def __init__(
        self,
        format: BatchFormat = BatchFormat.JSON,
        limit: int | None = None,
        leading_slash: bool = False,
    ) -> None:
        if limit is not None and (isinstance(limit, bool) or limit < 1):
            raise ValueError("the limit of a batch is a whole number above 0")
        self.format = BatchFormat(format)
        self.limit = limit
        self.leading_slash = leading_slash

    def __repr__(self) -> str:
        return f"BatchTraits({self.format}, limit={self.limit}, slash={self.leading_slash})"


class ServiceTraits:
    """`product` is what the client calls itself (`User-Agent`), `version` the OData version of bodies."""

    __slots__ = ("batch", "product", "version")

    def __init__(self, product: str, version: str, batch: BatchTraits) -> None:
        self.product = product
        self.version = version
        self.batch = batch

    @property
    def is_older(self) -> bool:
        """Whether the service speaks OData 1 to 3."""
        return not self.version.startswith("4.")

    def security_token(self) -> Any:
        """What keeps the token against forged requests that older services ask for."""
        if not self.is_older:
            return None
        from .older_wire import SecurityToken

        return SecurityToken()

    def headers(self, request: Request[Any]) -> dict[str, str]:
        """The request's own header fields, and what every request says unless it says otherwise."""
        if self.is_older:
            from .older_wire import older_headers

            has_body = request.content is not None
            return {
                **older_headers(self.version, has_body),
                "user-agent": self.product,
                **request.headers,
            }
        headers = {
            "odata-maxversion": _MAX_VERSION,
            "user-agent": self.product,
            **request.headers,
        }
        if request.content is not None:
            headers.setdefault("odata-version", self.version)
        return headers

    def __repr__(self) -> str:
        return f"ServiceTraits({self.product!r}, {self.version!r}, {self.batch!r})"
