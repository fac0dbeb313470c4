"""Where a client that follows paths has the call of a sample, and what leads there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from edmund.plan.http_paths import HttpPaths
from edmund.samples.chains import Chains, Link
from edmund.samples.http.tree import HttpSample
from edmund.surface.elements import Resource

__all__ = ["CalledBuilders"]


class CalledBuilders:
    """The builders of samples' calls: what stands behind a slash at the end of a path is with what is before it.

    `accessors` names the edges of a resource of `paths`, in their order.
    """

    def __init__(self, paths: HttpPaths, accessors: Callable[[Resource], tuple[str, ...]]) -> None:
        self._paths = paths
        self._accessors = accessors
        self._chains = Chains(self._names)

    def links(self, sample: HttpSample) -> tuple[Link, ...]:
        """The accessors that lead from the client to the builder."""
        is_before = self.resource(sample) != sample.resource.id
        return self._chains.links(replace(sample, steps=sample.steps[:-1]) if is_before else sample)

    def resource(self, sample: HttpSample) -> str:
        """The id of the resource whose builder has the call."""
        own = sample.resource.id
        return own if own in self._paths.calls else sample.steps[-1].source.id

    def place(self, sample: HttpSample) -> int:
        """The place of the call among those of the builder."""
        methods = [call.method for call in self._paths.calls[self.resource(sample)]]
        return methods.index(sample.planned.method)

    def _names(self, resource: Resource) -> tuple[str, ...]:
        """By the edges that the description has; none leads behind a slash at the end of a path."""
        names = iter(self._accessors(self._paths.surface.by_id[resource.id]))
        return tuple(
            next(names) if edge.target in self._paths.calls else "" for edge in resource.edges
        )
