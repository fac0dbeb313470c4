"""Views of files of request builders of services that are described path by path: final Go source in parts."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.targets.go.builder_views import LinkView

__all__ = ["FieldView", "HttpBuilderFileView", "HttpBuilderView", "HttpCallView", "SchemesView"]


@dataclass(frozen=True, slots=True)
class FieldView:
    """A parameter as a field of the struct of a call's parameters; `spaced` asks for an empty line before it."""

    spaced: bool
    name: str
    type: str
    documented: bool
    comment: str


@dataclass(frozen=True, slots=True)
class HttpCallView:
    """A call as methods. `given` are the parameters for path and body, `passed` what stands for them.

    `place` is the expression of the place that is called, `sent` that of the body.

    `table` is the variable with what the description says of the call, `facts` its lines. `configured` is the type of
    the configuration; `parameters` and `configuration` are what is declared for it where the call has parameters.
    `returns` is the Go type of the answer, in a stream of an item; `nothing` says that there is none, `is_bytes` that
    it can be read as a stream, `streams` that the answer can be read item by item, each a `streamed`. `pages` is the
    type of the items that `iterate` goes through.
    """

    method: str
    comment: str
    table: str
    facts: tuple[str, ...]
    given: str
    passed: str
    place: str
    sent: str
    has_parameters: bool
    parameters: str
    configuration: str
    configured: str
    fields: tuple[FieldView, ...]
    nothing: bool
    returns: str
    is_stream: bool
    is_bytes: bool
    streams: bool
    streamed: str
    paged: bool
    iterate: str
    pages: str


@dataclass(frozen=True, slots=True)
class HttpBuilderView:
    """A struct with calls; `is_place` says that it stands for one, so that a URL of the service's can lead there."""

    name: str
    comment: str
    is_place: bool
    links: tuple[LinkView, ...]
    calls: tuple[HttpCallView, ...]


@dataclass(frozen=True, slots=True)
class HttpBuilderFileView:
    documented: bool
    comment: str
    imports: tuple[str, ...]
    builders: tuple[HttpBuilderView, ...]


@dataclass(frozen=True, slots=True)
class SchemesView:
    """The schemes that calls need credentials for: finished declarations."""

    imports: tuple[str, ...]
    schemes: tuple[str, ...]
