"""Calls of services that follow no protocol above HTTP: all decisions that are the same in every language.

`planned_calls` gives them by resource, each beside the call of the surface that it is made of. What a call looks like
on the wire is in the tables here; a runtime goes by them and decides nothing of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from edmund.plan.homes import Arrivals
from edmund.plan.http_answers import (
    Outcome,
    PlannedAnswer,
    PlannedSuccess,
    accept_header,
    planned_answers,
    planned_success,
)
from edmund.plan.http_bodies import PlannedBody, planned_bodies
from edmund.plan.http_parameters import PlannedParameter, path_template, planned_parameters
from edmund.plan.http_security import PlannedSecurity, planned_security
from edmund.plan.paging import PlannedPaging, planned_paging
from edmund.plan.servers import filled_in
from edmund.surface.elements import Call, Resource, Surface
from edmund.surface.exchange import HttpCall
from edmund.surface.lineage import Lineage

__all__ = ["PlannedCall", "planned_call", "planned_calls", "segment_parameters"]


@dataclass(frozen=True, slots=True)
class PlannedCall:
    """One call. `call` has what is said of it for readers.

    `path` is a template with a name for each of `path_parameters`, the i-th of which is the i-th key of the chain
    of accessors. `parameters` are all others. Of `bodies` the first is meant where the caller names no media type;
    without any there is no body. `base_url` is the call's own, absolute or relative to the client's; None: the client's.
    """

    call: Call
    method: str
    path: str
    path_parameters: tuple[PlannedParameter, ...]
    parameters: tuple[PlannedParameter, ...]
    bodies: tuple[PlannedBody, ...]
    body_required: bool
    answers: tuple[PlannedAnswer, ...]
    success: PlannedSuccess
    accept: str | None
    security: PlannedSecurity
    base_url: str | None = None
    paging: PlannedPaging | None = None
    id: str | None = None
    tags: tuple[str, ...] = ()

    @property
    def errors(self) -> tuple[PlannedAnswer, ...]:
        """The answers that are errors, or `default` ones where the status is no success."""
        return tuple(
            each for each in self.answers if each.outcome in (Outcome.ERROR, Outcome.EITHER)
        )


def planned_calls(surface: Surface) -> Mapping[str, tuple[PlannedCall, ...]]:
    """The plan of the calls of each resource by its id, in the order of the surface."""
    lineage = Lineage(surface.types)
    return {
        resource.id: tuple(
            planned_call(resource, call, call.http, lineage)
            for call in resource.calls
            if call.http is not None
        )
        for resource in surface.resources
    }


def planned_call(resource: Resource, call: Call, http: HttpCall, lineage: Lineage) -> PlannedCall:
    """The plan of one call of `resource`."""
    answers = planned_answers(http, lineage)
    success = planned_success(answers)
    path, path_parameters = path_template(resource.id, http.path, http.parameters)
    parameters = planned_parameters(http.parameters)
    return PlannedCall(
        call,
        http.method,
        path,
        path_parameters,
        parameters,
        planned_bodies(http, lineage),
        http.content is not None and http.content.required,
        answers,
        success,
        accept_header(answers, success),
        planned_security(http),
        filled_in(http.servers[0]) if http.servers else None,
        planned_paging(http, answers, success, parameters, lineage),
        http.id,
        http.tags,
    )


def segment_parameters(
    surface: Surface, calls: Mapping[str, Sequence[PlannedCall]], arrivals: Arrivals
) -> Mapping[str, tuple[PlannedParameter, ...]]:
    """The parameters in the segment that leads to a resource, by its id, as the first call below describes them."""
    found: dict[str, tuple[PlannedParameter, ...]] = {}
    for resource in surface.resources:
        for call in calls.get(resource.id, ()):
            at, left = resource.id, len(call.path_parameters)
            while at in arrivals:
                source, edge = arrivals[at]
                if edge.keys:
                    of_segment = call.path_parameters[left - len(edge.keys) : left]
                    found.setdefault(at, of_segment)
                    left -= len(edge.keys)
                at = source.id
    return found
