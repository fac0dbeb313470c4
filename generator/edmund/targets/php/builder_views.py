"""Views of request builders: finished text, laid out."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "BuilderView",
    "ConfigurationView",
    "HttpBuilderView",
    "MethodView",
    "QueryView",
    "ValueView",
]


@dataclass(frozen=True, slots=True)
class MethodView:
    """`signature` ends before the body's brace, which is on a line of its own unless `broken`."""

    documented: bool
    comment: str
    signature: str
    broken: bool
    body: str


@dataclass(frozen=True, slots=True)
class BuilderView:
    """The file of one builder; `payloads` is the value of its constant."""

    namespace: str
    uses: tuple[str, ...]
    comment: str
    heading: str
    has_payloads: bool
    payloads: str
    methods: tuple[MethodView, ...]


@dataclass(frozen=True, slots=True)
class HttpBuilderView:
    """The file of one builder; `calls` is the value of its constant."""

    namespace: str
    uses: tuple[str, ...]
    comment: str
    heading: str
    has_calls: bool
    calls: str
    methods: tuple[MethodView, ...]


@dataclass(frozen=True, slots=True)
class ValueView:
    """One value of a call: its type and variable as a parameter is declared, and the variable alone."""

    documented: bool
    comment: str
    declared: str
    variable: str


@dataclass(frozen=True, slots=True)
class QueryView:
    """The file of the class that holds what is asked in a query."""

    namespace: str
    uses: tuple[str, ...]
    comment: str
    heading: str
    values: tuple[ValueView, ...]


@dataclass(frozen=True, slots=True)
class ConfigurationView:
    """The file of the class that holds a call's own header fields and cookies (`own`), and its query, if it has one."""

    namespace: str
    uses: tuple[str, ...]
    comment: str
    heading: str
    has_query: bool
    query: str
    own: tuple[ValueView, ...]
    asked: tuple[ValueView, ...]
    made: str
