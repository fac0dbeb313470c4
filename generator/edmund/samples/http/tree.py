"""A call over HTTP with typed values, of no language: the plan of the call, and a value for each thing that it takes."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.plan.http_bodies import PlannedBody
from edmund.plan.http_calls import PlannedCall
from edmund.plan.http_parameters import PlannedParameter
from edmund.plan.http_security import NeededScheme
from edmund.samples.exchange import Example, Header
from edmund.samples.tree import Step, Value
from edmund.surface.elements import Resource

__all__ = ["Given", "GivenBody", "HttpSample"]


@dataclass(frozen=True, slots=True)
class Given:
    """A parameter, its value, and the JSON that the value is."""

    parameter: PlannedParameter
    value: Value
    json: object


@dataclass(frozen=True, slots=True)
class GivenBody:
    """A body in one of the media types that the call takes. `media_type` is set where a caller has to name it.

    Where values follow each other, `value` is the list of them. The JSON of a file is a `File`.
    """

    planned: PlannedBody
    value: Value
    json: object
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class HttpSample:
    """A call of `resource`, which `steps` lead to from the root; `keys` are the values in its path, in their order.

    `query` and `headers` are what the description does not know.
    """

    example: Example
    steps: tuple[Step, ...]
    resource: Resource
    planned: PlannedCall
    keys: tuple[Given, ...] = ()
    parameters: tuple[Given, ...] = ()
    query: tuple[tuple[str, str], ...] = ()
    headers: tuple[Header, ...] = ()
    body: GivenBody | None = None

    @property
    def schemes(self) -> tuple[NeededScheme, ...]:
        """What proves who calls, by the first of the ways that the description has; empty where nothing does."""
        alternatives = self.planned.security.alternatives
        return alternatives[0] if alternatives else ()

    @property
    def iterates(self) -> bool:
        """Whether the call is one that goes through the items of all pages."""
        planned = self.planned
        return planned.paging is not None and not planned.bodies and planned.method == "GET"
