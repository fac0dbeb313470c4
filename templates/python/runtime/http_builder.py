"""Request builders of services that are described path by path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, Self, TypedDict, TypeVar

from .calling import Async, Builder, M, Sync, builder_at, iteration, operation
from .http_call import (
    Answer,
    Body,
    Call,
    Form,
    Location,
    Needed,
    Pager,
    Paging,
    Parameter,
    Part,
    PartForm,
    Payload,
    Style,
)
from .request import Request

if TYPE_CHECKING:
    from .http_core import HttpCore
    from .paging import Pages

__all__ = [
    "Answer",
    "Async",
    "Body",
    "Call",
    "Configuration",
    "Form",
    "Location",
    "M",
    "Needed",
    "Options",
    "Pager",
    "Paging",
    "Parameter",
    "Part",
    "PartForm",
    "PathBuilder",
    "Payload",
    "Request",
    "RequestConfiguration",
    "Style",
    "Sync",
    "iteration",
    "operation",
]

B = TypeVar("B", bound="PathBuilder[Any]")

Configuration = Any
"""A `RequestConfiguration`, kiota's, or a mapping with the same names."""


class Options(TypedDict, total=False):
    """What every call takes.

    `headers` are header fields, `query` what the description does not know, `timeout` is in seconds for this call,
    `validate` says whether its body is checked before it is sent, `content_type` which of several media types a
    body has.
    """

    headers: Mapping[str, str]
    query: Mapping[str, str]
    timeout: float
    validate: bool
    content_type: str


class RequestConfiguration:
    """Query parameters and header fields of one request, in the shape of kiota's clients."""

    def __init__(self, query_parameters: Any = None, headers: Any = None) -> None:
        self.query_parameters = query_parameters
        self.headers = headers


class PathBuilder(Builder[M], Generic[M]):
    """A place in the service's URL space; `_path` is encoded and below the service root, or an absolute URL."""

    __slots__ = ("_path",)

    _core: HttpCore

    def __init__(self, core: HttpCore, path: str) -> None:
        self._core = core
        self._path = path

    def _child(self, builder: type[B], path: str) -> B:
        """The builder for `path`, encoded already, below this one."""
        return builder(self._core, self._below(path))

    def _below(self, path: str) -> str:
        return f"{self._path}/{path}" if path else self._path

    def _at(self, place: str, path: str) -> B:  # type: ignore[type-var]
        """The same for a builder of a module that is loaded when somebody gets there."""
        made: B = builder_at(place)(self._core, self._below(path))
        return made

    def _segment(self, parameter: Parameter, value: object) -> str:
        """A value as it stands in the path."""
        from .styles import path_text

        return path_text(parameter, value)

    def _joined(self, *parts: str) -> str:
        """A segment of several parts, each encoded already."""
        return "".join(parts)

    def with_url(self, raw_url: str) -> Self:
        """The same builder for a URL that the service gave, such as a link to a next page.

        Raises `UnsafeUrl` for one of another origin.
        """
        return type(self)(self._core, self._core.root.adopt(raw_url))

    def _request(
        self,
        call: Call,
        configuration: Configuration,
        options: Mapping[str, Any],
        body: Any = None,
        path: str | None = None,
    ) -> Request[Any]:
        """The request of a call here, or at `path` below."""
        from .http_request import request_of

        place = self._path if path is None else self._below(path)
        return request_of(self._core, call, place, configuration, options, body)

    def _pages(
        self,
        call: Call,
        configuration: Configuration,
        options: Mapping[str, Any],
        path: str | None = None,
    ) -> Pages[Any]:
        """The same for the first page, to be followed to the last."""
        from .paging import Pages

        return Pages(self._request(call, configuration, options, path=path))

    def __repr__(self) -> str:
        from .errors import mask

        return f"{type(self).__name__}({mask(self._path)!r})"
