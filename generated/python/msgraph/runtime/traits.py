"""What a service wants otherwise than the standard says, in one place."""

from __future__ import annotations

from enum import Enum

__all__ = ["BatchFormat", "BatchTraits", "batch_traits"]

_GRAPH_TYPE = "microsoft.graph.entity"
_GRAPH_LIMIT = 20


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


def batch_traits(given: BatchTraits | None) -> BatchTraits:
    """The caller's, else those of Microsoft Graph where the schema is Graph's, else the standard's."""
    from .registry import find_model

    if given is not None:
        return given
    if find_model(_GRAPH_TYPE) is not None:
        return BatchTraits(limit=_GRAPH_LIMIT, leading_slash=True)
    return BatchTraits()
