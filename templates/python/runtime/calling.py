"""Operations of builders, one set for the asynchronous and the synchronous client.

An operation is a pure function from a builder and arguments to a `Request`; the descriptor makes it a
coroutine function on builders of an asynchronous client and a plain one on those of a synchronous one.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from importlib import import_module
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, Self, TypeVar, overload

if TYPE_CHECKING:
    from .paging import AsyncPages, Pages, SyncPages
    from .request import Request

__all__ = [
    "Async",
    "AsyncCall",
    "AsyncIteration",
    "Builder",
    "M",
    "Sync",
    "SyncCall",
    "SyncIteration",
    "builder_at",
    "iteration",
    "operation",
]


class Async:
    """Marks the builders of an asynchronous client."""


class Sync:
    """Marks the builders of a synchronous client."""


M = TypeVar("M", bound="Async | Sync")
P = ParamSpec("P")
T = TypeVar("T")


def builder_at(place: str) -> type[Any]:
    """The class at `place` (`module:Class` among the builders)."""
    module, _, name = place.partition(":")
    package = __name__.removesuffix(".runtime.calling")
    found: type[Any] = getattr(import_module(f"{package}.generated.builders.{module}"), name)
    return found


class Builder(Generic[M]):
    """A place in the service's URL space; `_core` is what all builders of one client share."""

    __slots__ = ("_core",)

    _core: Any


class _Bound(Generic[P, T]):
    """An operation of one builder. Its docstring is the operation's."""

    def __init__(self, make: Callable[..., Request[T]], builder: Builder[Any]) -> None:
        self._make = make
        self._builder = builder
        self.__doc__ = make.__doc__

    def request(self, *args: P.args, **kwargs: P.kwargs) -> Request[T]:
        """The request that the call would send, for a batch or for looking at it."""
        return self._make(self._builder, *args, **kwargs)


class AsyncCall(_Bound[P, T]):
    """Called, it gives a coroutine."""

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Coroutine[Any, Any, T]:
        make, builder = self._make, self._builder
        sent: Coroutine[Any, Any, T] = builder._core.transport.call(
            lambda: make(builder, *args, **kwargs)
        )
        return sent


class SyncCall(_Bound[P, T]):
    """Called, it sends and gives the answer."""

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        make, builder = self._make, self._builder
        answer: T = builder._core.transport.call(lambda: make(builder, *args, **kwargs))
        return answer


class operation(Generic[P, T]):
    """Makes an operation of a function from a builder and arguments to a `Request`."""

    def __init__(self, make: Callable[Concatenate[Any, P], Request[T]]) -> None:
        self._make = make
        self.__doc__ = make.__doc__
        self.__wrapped__ = make

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: Builder[Async], owner: type) -> AsyncCall[P, T]: ...
    @overload
    def __get__(self, instance: Builder[Sync], owner: type) -> SyncCall[P, T]: ...
    def __get__(self, instance: Any, owner: type) -> Any:
        if instance is None:
            return self
        return instance._core.call_class(self._make, instance)


class AsyncIteration(Generic[P, T]):
    """Called, it gives an asynchronous iterator over the items of all pages."""

    __slots__ = ("_builder", "_make")

    def __init__(self, make: Callable[..., Pages[T]], builder: Builder[Any]) -> None:
        self._make = make
        self._builder = builder

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> AsyncPages[T]:
        from .paging import AsyncPages

        core = self._builder._core
        return AsyncPages(core.transport, core.walk(self._make(self._builder, *args, **kwargs)))


class SyncIteration(Generic[P, T]):
    """Called, it gives an iterator over the items of all pages."""

    __slots__ = ("_builder", "_make")

    def __init__(self, make: Callable[..., Pages[T]], builder: Builder[Any]) -> None:
        self._make = make
        self._builder = builder

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> SyncPages[T]:
        from .paging import SyncPages

        core = self._builder._core
        return SyncPages(core.transport, core.walk(self._make(self._builder, *args, **kwargs)))


class iteration(Generic[P, T]):
    """Makes an iteration of a function from a builder and arguments to `Pages`."""

    def __init__(self, make: Callable[Concatenate[Any, P], Pages[T]]) -> None:
        self._make = make
        self.__doc__ = make.__doc__
        self.__wrapped__ = make

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: Builder[Async], owner: type) -> AsyncIteration[P, T]: ...
    @overload
    def __get__(self, instance: Builder[Sync], owner: type) -> SyncIteration[P, T]: ...
    def __get__(self, instance: Any, owner: type) -> Any:
        if instance is None:
            return self
        return instance._core.iteration_class(self._make, instance)
