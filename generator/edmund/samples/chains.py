"""The accessors of a call in their order, whatever the language calls and joins them by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from edmund.naming.accessors import Accessors
from edmund.samples.tree import Argument, Sample, Step
from edmund.surface.elements import Edge, Resource, SegmentKind

__all__ = ["Chains", "Link"]

_BESIDE = (SegmentKind.CHILD, SegmentKind.NAVIGATION)


@dataclass(frozen=True, slots=True)
class Link:
    """An accessor; one that is no method has no arguments at all. `step` is the edge that it stands for."""

    name: str
    step: Step
    arguments: tuple[Argument, ...] | None = None


class Chains:
    """Chains of one language: `accessors` names the edges of a resource, in their order.

    `beside` joins a collection and an alternate key below it to one accessor; None where the language has none.
    """

    def __init__(
        self,
        accessors: Callable[[Resource], tuple[str, ...]],
        beside: Callable[[Edge, Edge], str] | None = None,
    ) -> None:
        self._accessors = accessors
        self._beside = beside
        self._names: dict[str, tuple[str, ...]] = {}

    @classmethod
    def of(cls, accessors: Accessors, *, with_beside: bool) -> Chains:
        """Chains of these accessors; `with_beside` has an alternate key beside its collection."""
        return cls(accessors.of, accessors.alternate_key_name if with_beside else None)

    def links(self, sample: Sample) -> tuple[Link, ...]:
        """What leads from the client to the builder of the call."""
        found: list[Link] = []
        before: Step | None = None
        for step in sample.steps:
            edge = step.edge
            if before is not None and self._joins(before.edge, edge):
                assert self._beside is not None, "see _joins"
                found[-1] = Link(self._beside(before.edge, edge), step, step.arguments)
            elif edge.keys or edge.parameters or edge.optional_parameters:
                found.append(Link(self.name(step), step, step.arguments))
            else:
                found.append(Link(self.name(step), step))
            before = step
        return tuple(found)

    def name(self, step: Step) -> str:
        """The accessor of one edge."""
        names = self._names.get(step.source.id)
        if names is None:
            names = self._names[step.source.id] = self._accessors(step.source)
        return names[step.index]

    def _joins(self, collection: Edge, key: Edge) -> bool:
        return (
            self._beside is not None
            and key.kind is SegmentKind.ALTERNATE_KEY
            and collection.kind in _BESIDE
        )
