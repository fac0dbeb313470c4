"""Request builders of OData services: places in the URL space, and the requests that can be made there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar, Unpack

from .answers import Entity, Page, nothing
from .calling import (
    Async,
    AsyncCall,
    AsyncIteration,
    Builder,
    M,
    Sync,
    SyncCall,
    SyncIteration,
    builder_at,
    iteration,
    operation,
)
from .configuration import Configuration, ListOptions, details_of, encoded_query
from .request import Extent, Reply, Request
from .url_literals import invocation, key_predicate, segment, url_text

if TYPE_CHECKING:
    from .core import Core
    from .operations import ValueBuilder
    from .paging import Pages

__all__ = [
    "Async",
    "AsyncCall",
    "AsyncIteration",
    "M",
    "PagedBuilder",
    "RequestBuilder",
    "Sync",
    "SyncCall",
    "SyncIteration",
    "iteration",
    "operation",
]


T = TypeVar("T")
B = TypeVar("B", bound="RequestBuilder[Any]")


_EXTENTS: defaultdict[tuple[str | None, bool], Extent] = defaultdict(
    lambda: Extent.AS_IT_IS,
    {("update", False): Extent.CHANGES, ("update", True): Extent.ALL},
)

Part = tuple[str, object, str]
"""Name, value and type of a key or parameter."""


class RequestBuilder(Builder[M], Generic[M]):
    """A place in the service's URL space.

    `_url` is the encoded path below the service root, or an absolute URL that was checked; `_aliases` are
    parameter aliases of functions on the way, which travel in the query.
    """

    __slots__ = ("_aliases", "_limits", "_url")

    _core: Core

    _limits_below: ClassVar[Mapping[str, Mapping[str, tuple[str, ...]]]] = {}
    """Properties of what is below that the service does not filter, sort or expand: by path, by query option."""

    def __init__(self, core: Core, url: str, aliases: tuple[tuple[str, str], ...] = ()) -> None:
        self._core = core
        self._url = url
        self._aliases = aliases
        self._limits: Mapping[str, tuple[str, ...]] | None = None

    def _child(self, builder: type[B], path: str) -> B:
        """The builder for `path`, encoded already, below this one."""
        made = builder(self._core, self._url + path, self._aliases)
        made._limits = self._limits if path == "/$count" else self._limits_below.get(path)
        return made

    def _item(self, builder: type[B], key: object, type_name: str = "Edm.String") -> B:
        """The builder of one member by its key as a segment."""
        return builder(self._core, f"{self._url}/{segment(key, type_name)}", self._aliases)

    def _keyed(self, builder: type[B], *parts: Part) -> B:
        """The builder of one member by a key in parentheses, on the same segment."""
        return builder(self._core, self._url + key_predicate(*parts), self._aliases)

    def _invoked(
        self,
        builder: type[B],
        name: str,
        parts: tuple[Part, ...] = (),
        optional: tuple[Part, ...] = (),
    ) -> B:
        """The builder of a function: name, value and type of each parameter; an optional None goes."""
        given = (*parts, *(part for part in optional if part[1] is not None))
        if self._core.older is not None:
            # Arguments are query options, those that are null are left out.
            query = tuple(
                (part, url_text(value, kind)) for part, value, kind in given if value is not None
            )
            return builder(self._core, f"{self._url}/{name}", self._aliases + query)
        path, aliases = invocation(name, given, len(self._aliases))
        return builder(self._core, self._url + path, self._aliases + aliases)

    # The same for builders of modules that are loaded when somebody gets there. What comes back is what
    # the caller says that it is: `place` is a constant of generated code.

    def _at(self, place: str, path: str) -> B:  # type: ignore[type-var]
        made: B = self._child(builder_at(place), path)
        return made

    def _value(self, name: str, path: str) -> ValueBuilder[M, Any]:
        """The builder of a complex value of the type called `name`."""
        from .operations import ValueBuilder

        made: Any = self._child(ValueBuilder, path)
        made._type = name
        return made  # type: ignore[no-any-return]

    def _item_at(self, place: str, *key: Any) -> B:  # type: ignore[type-var]
        made: B = self._item(builder_at(place), *key)
        return made

    def _keyed_at(self, place: str, *parts: Part) -> B:  # type: ignore[type-var]
        made: B = self._keyed(builder_at(place), *parts)
        return made

    def _invoked_at(self, place: str, *call: Any) -> B:  # type: ignore[type-var]
        made: B = self._invoked(builder_at(place), *call)
        return made

    def with_url(self, raw_url: str) -> Self:
        """The same builder for a URL that the service gave, such as a next or a delta link.

        Raises `UnsafeUrl` for one of another origin.
        """
        return type(self)(self._core, self._core.root.adopt(raw_url))

    def _request(
        self,
        method: str,
        answer: Callable[[Reply], T],
        configuration: Configuration,
        options: Mapping[str, Any],
        body: Any = None,
        declared: str | None = None,
        purpose: str | None = None,
    ) -> Request[T]:
        """The finished request. `declared` is the body's type in the schema, `purpose` what rules apply."""
        if self._limits is not None:
            from .query_limits import check_limits

            check_limits(self._limits, options)
        details = details_of(configuration, options)
        headers = {"accept": getattr(answer, "accept", "application/json"), **details.headers}
        content = None
        if body is not None:
            check = self._core.validate if details.validate is None else details.validate
            content, kind = self._core.encode(
                body, declared, purpose if check else None, _EXTENTS[purpose, details.whole_body]
            )
            headers.setdefault("content-type", kind)
        reads = method == "GET" and headers["accept"] == "application/json"
        url = self._address(details.query, reads)
        request = Request(method, url, answer, headers, content, details.timeout)
        if self._core.older is None:
            return request
        return self._of_older(self._core.older, request, body, declared, purpose)

    def _of_older(
        self,
        version: str,
        request: Request[T],
        body: Any,
        declared: str | None,
        purpose: str | None,
    ) -> Request[T]:
        """The request as services of OData 1 to 3 take it; before 3.0 actions have their arguments in the query."""
        from .older_wire import arguments_of, older_request

        if purpose != "invoke" or body is None:
            return older_request(version, request, declared)
        if version == "3.0":
            return older_request(version, request, body)
        return older_request(version, request, declared, arguments_of(body))

    def _place(self) -> str:
        """The absolute URL of this place, without any option."""
        url = self._url
        return url if url.startswith("http") else str(self._core.root.url(url))

    def _address(self, query: Sequence[tuple[str, str]], reads: bool) -> str:
        """The absolute URL of a request; one that the service gave has the root's options already."""
        url = self._url
        text = encoded_query((*self._aliases, *query))
        if not url.startswith("http"):
            addressed: str = self._core.root.addressed(url, text, reads)
            return addressed
        return f"{url}{'&' if '?' in url else '?'}{text}" if text else url

    def _read(
        self, name: str, configuration: Configuration, options: Mapping[str, Any]
    ) -> Request[Any]:
        return self._request("GET", Entity(name), configuration, options)

    def _list(
        self, place: str, configuration: Configuration, options: Mapping[str, Any]
    ) -> Request[Any]:
        return self._request("GET", Page(place), configuration, options)

    def _create(
        self, name: str, configuration: Configuration, options: Mapping[str, Any], body: Any
    ) -> Request[Any]:
        return self._request("POST", Entity(name), configuration, options, body, name, "create")

    def _update(
        self, name: str, configuration: Configuration, options: Mapping[str, Any], body: Any
    ) -> Request[Any]:
        return self._request("PATCH", Entity(name), configuration, options, body, name, "update")

    def _replace(
        self, name: str, configuration: Configuration, options: Mapping[str, Any], body: Any
    ) -> Request[Any]:
        return self._request("PUT", Entity(name), configuration, options, body, name, "create")

    def _delete(self, configuration: Configuration, options: Mapping[str, Any]) -> Request[None]:
        return self._request("DELETE", nothing, configuration, options)

    def _pages(self, configuration: Configuration, options: Mapping[str, Any]) -> Pages[Any]:
        """The request of `get` for the first page, to be followed to the last."""
        from .paging import Pages

        make: Callable[..., Request[Any]] = type(self).get.__wrapped__  # type: ignore[attr-defined]
        return Pages(make(self, configuration, **options))

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            # The official client numbers a key that occurs twice on a path: by_chat_message_id1.
            found = re.fullmatch(r"(by_\w*?[A-Za-z_])\d+", name)
            if found is None or not hasattr(type(self), found[1]):
                raise AttributeError(f"{type(self).__name__} has no attribute {name!r}")
            return getattr(self, found[1])

    def __repr__(self) -> str:
        from .errors import mask

        return f"{type(self).__name__}({mask(self._url)!r})"


class PagedBuilder(RequestBuilder[M], Generic[M, T]):
    """A builder whose `get` answers pages of items of type T."""

    __slots__ = ()

    @iteration
    def iterate(
        self, request_configuration: Configuration = None, **options: Unpack[ListOptions]
    ) -> Pages[T]:
        """All items, page by page; see `get` for permissions and options."""
        return self._pages(request_configuration, options)
