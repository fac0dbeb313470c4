"""The accessors of a call in their order, whatever the language calls and joins them by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from edmund.naming.accessors import Accessors
from edmund.plan.beside import keys_beside
from edmund.samples.tree import Argument, Step
from edmund.surface.elements import Edge, Resource

__all__ = ["Chains", "Link", "Walked"]


@dataclass(frozen=True, slots=True)
class Link:
    """An accessor; one that is no method has no arguments at all. `step` is the edge that it stands for."""

    name: str
    step: Step
    arguments: tuple[Argument, ...] | None = None


class Walked(Protocol):
    """What was called on a way from the root."""

    @property
    def steps(self) -> tuple[Step, ...]: ...


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

    def links(self, sample: Walked) -> tuple[Link, ...]:
        """What leads from the client to the builder of the call."""
        found: list[Link] = []
        before: Step | None = None
        for step in sample.steps:
            edge = step.edge
            joined = None if before is None else self._joined(before.edge, step)
            if joined is not None:
                found[-1] = Link(joined, step, step.arguments)
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

    def _joined(self, collection: Edge, key: Step) -> str | None:
        """The accessor of an alternate key beside that of its collection, where there is one."""
        if self._beside is None or key.index not in keys_beside(collection, key.source):
            return None
        return self._beside(collection, key.edge)
