"""Differences between languages that are meant: data in a target's entry, and a table in the documentation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final, Protocol, TypeVar

__all__ = [
    "DEFAULT_POLICIES",
    "QUESTIONS",
    "ArgumentOrder",
    "OfferedOptions",
    "OwnOptions",
    "Policies",
    "Question",
    "ordered",
]


class OfferedOptions(Enum):
    """Which of OData's query options a call has where the service says that it takes fewer than its like."""

    AS_DESCRIBED = "those that the description allows"
    AS_USUAL = "those that all lists, reads and counts have"


class OwnOptions(Enum):
    """How callers give the query options that only this service has."""

    BY_NAME = "each by a name of its own"
    BY_WIRE_NAME = "by their names on the wire, in a mapping"


class ArgumentOrder(Enum):
    """In which order an accessor takes the parameters of a function."""

    AS_DESCRIBED = "as the description has them"
    BY_LETTER = "by the alphabet"


@dataclass(frozen=True, slots=True)
class Policies:
    """What one language does where languages may differ. A target of another package says its own."""

    offered_options: OfferedOptions = OfferedOptions.AS_DESCRIBED
    own_options: OwnOptions = OwnOptions.BY_WIRE_NAME
    arguments: ArgumentOrder = ArgumentOrder.AS_DESCRIBED


DEFAULT_POLICIES: Final = Policies()


class Named(Protocol):
    @property
    def name(self) -> str: ...


NamedT = TypeVar("NamedT", bound=Named)


def ordered(parameters: Iterable[NamedT], order: ArgumentOrder) -> list[NamedT]:
    """Parameters of a function in the order in which callers give them, whatever that of the URL is."""
    if order is ArgumentOrder.AS_DESCRIBED:
        return list(parameters)
    return sorted(parameters, key=lambda parameter: (parameter.name.lower(), parameter.name))


@dataclass(frozen=True, slots=True)
class Question:
    """A row of the table: `field` is that of Policies, `reason` why languages may differ in it."""

    field: str
    text: str
    reason: str


QUESTIONS: Final = (
    Question(
        "offered_options",
        "Query options where a service takes fewer than its like",
        "The official clients of C#, Go and TypeScript have one class for all lists, and their users write it; "
        "elsewhere an option that the service refuses is an error before anything is sent.",
    ),
    Question(
        "own_options",
        "Query options that only this service has",
        "Where options are a class or a struct there is a member for each; where they are named arguments or an object, "
        "a name of the service could hide one of OData's.",
    ),
    Question(
        "arguments",
        "Order of a function's parameters",
        "The official clients of PHP and TypeScript sort them, and their users give them by position.",
    ),
)
