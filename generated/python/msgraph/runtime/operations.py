"""Operations of which the schema says no more than that they exist, by what they do.

A generated builder inherits those that it has; one with a description or permissions of its own
declares the operation itself. Everything that builders are made of can be imported from here.
"""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar, Unpack

from .answers import Entity, Page, Value, Wrapped, content, nothing, number, reference
from .builder import M, PagedBuilder, RequestBuilder, iteration, operation
from .configuration import ChangeOptions, Configuration, ListOptions, Options, ReadOptions
from .request import Request

__all__ = [
    "Creates",
    "Deletes",
    "Entity",
    "Lists",
    "M",
    "Page",
    "PagedBuilder",
    "Reads",
    "Replaces",
    "Request",
    "RequestBuilder",
    "Updates",
    "Value",
    "ValueBuilder",
    "Wrapped",
    "content",
    "iteration",
    "nothing",
    "number",
    "operation",
    "reference",
]

T = TypeVar("T")
P = TypeVar("P")


class _Typed(RequestBuilder[M], Generic[M, T]):
    """`_type` is the qualified name of T."""

    __slots__ = ()
    _type: ClassVar[str]


class Reads(_Typed[M, T]):
    __slots__ = ()

    @operation
    def get(
        self, request_configuration: Configuration = None, **options: Unpack[ReadOptions]
    ) -> Request[T | None]:
        """Get the object."""
        return self._read(self._type, request_configuration, options)


class Creates(_Typed[M, T]):
    __slots__ = ()

    @operation
    def post(
        self, body: T, request_configuration: Configuration = None, **options: Unpack[Options]
    ) -> Request[T | None]:
        """Create an object in this collection."""
        return self._create(self._type, request_configuration, options, body)


class Updates(_Typed[M, T]):
    __slots__ = ()

    @operation
    def patch(
        self, body: T, request_configuration: Configuration = None, **options: Unpack[ChangeOptions]
    ) -> Request[T | None]:
        """Change the properties that are set in the body, and no others.

        Of a body that was read, those that were changed since; `whole_body` sends all of it.
        """
        return self._update(self._type, request_configuration, options, body)


class Replaces(_Typed[M, T]):
    __slots__ = ()

    @operation
    def put(
        self, body: T, request_configuration: Configuration = None, **options: Unpack[ChangeOptions]
    ) -> Request[T | None]:
        """Replace the object by the body."""
        return self._replace(self._type, request_configuration, options, body)


class Deletes(RequestBuilder[M], Generic[M]):
    __slots__ = ()

    @operation
    def delete(
        self, request_configuration: Configuration = None, **options: Unpack[ChangeOptions]
    ) -> Request[None]:
        """Delete the object."""
        return self._delete(request_configuration, options)


class Lists(PagedBuilder[M, T], Generic[M, P, T]):
    """`_page` is where the class P of a page is."""

    __slots__ = ()
    _page: ClassVar[str]

    @operation
    def get(
        self, request_configuration: Configuration = None, **options: Unpack[ListOptions]
    ) -> Request[P | None]:
        """Get the items of this collection, one page of them."""
        return self._list(self._page, request_configuration, options)


class ValueBuilder(Reads[M, T], Updates[M, T]):
    """A complex value that is read and changed as a whole, and leads nowhere."""
