"""What an entity container says of what lies in its sets and singletons, gathered once for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from edmund.model.elements import EntityContainer, EntitySet, Singleton
from edmund.surface.capabilities import (
    NOTHING_SAID,
    Capabilities,
    NestedRestriction,
    default_capabilities,
    merge,
    read_capabilities,
)

__all__ = ["ContainerCapabilities"]


@dataclass(frozen=True, slots=True)
class ContainerCapabilities:
    """`own` is what each child says of itself, by name; `defaults` hold where it says nothing.

    `below` are those of annotations of paths that lead through a child, by the child's name (CSDL XML 4.01,
    section 14.2.1).
    """

    own: Mapping[str, Capabilities]
    defaults: Capabilities
    below: Mapping[str, tuple[NestedRestriction, ...]]

    @classmethod
    def of(cls, container: EntityContainer) -> ContainerCapabilities:
        """What the annotations of a container and of its children say."""
        children: tuple[EntitySet | Singleton, ...] = (
            *container.entity_sets,
            *container.singletons,
        )
        return cls(
            {child.name: read_capabilities(child.annotations) for child in children},
            default_capabilities(container.annotations),
            _below(container),
        )

    def of_child(self, child: EntitySet | Singleton, of_type: Capabilities) -> Capabilities:
        """All that is said of a set or singleton; `of_type` is what its type says of its sets.

        What is reached through a navigation property that is bound to a set is in that set (CSDL XML 4.01,
        section 13.4): where the set takes no PATCH or POST, the property takes none. What is said of the
        navigation itself comes first. Deleting through a reference is not offered anyway (`roles`).
        """
        said = merge(self.own[child.name], merge(of_type, self.defaults))
        bound = [
            NestedRestriction(path, forbidden)
            for binding in child.bindings
            if (forbidden := _forbidden(self.own.get(binding.target, NOTHING_SAID))) != NOTHING_SAID
            and (path := _path(binding.path))
        ]
        below = self.below.get(child.name, ())
        return replace(said, nested=(*below, *said.nested, *bound)) if below or bound else said


def _below(container: EntityContainer) -> Mapping[str, tuple[NestedRestriction, ...]]:
    found: defaultdict[str, list[NestedRestriction]] = defaultdict(list)
    for annotated in container.path_annotations:
        child, *path = _path(annotated.path) or ("",)
        if path and (said := read_capabilities(annotated.annotations)) != NOTHING_SAID:
            found[child].append(NestedRestriction(tuple(path), said))
    return {child: tuple(restrictions) for child, restrictions in found.items()}


def _path(path: str) -> tuple[str, ...]:
    """The properties that a path leads through, without casts."""
    return tuple(segment for segment in path.split("/") if "." not in segment)


def _forbidden(said: Capabilities) -> Capabilities:
    """Only what is refused of writing: what a set allows, navigation may still refuse."""
    return Capabilities(
        insertable=False if said.insertable is False else None,
        updatable=False if said.updatable is False else None,
    )
