"""Walking a path of names from a type: properties, navigation properties and casts."""

from __future__ import annotations

from collections.abc import Sequence

from edmund.model.elements import Model, NavigationProperty, Property
from edmund.model.lineage import Lineage

__all__ = ["MemberPaths"]


class MemberPaths:
    """Follows paths in one model. Where a type is open or not of the model, anything may follow."""

    def __init__(self, model: Model, lineage: Lineage) -> None:
        self._model = model
        self._lineage = lineage
        self._members: dict[str, dict[str, Property | NavigationProperty]] = {}

    def member(self, type_name: str, name: str) -> Property | NavigationProperty | None:
        """The property of that name which the type declares or inherits."""
        at = self._model.structured(type_name)
        while at is not None:
            own = self._members.get(at.name)
            if own is None:
                own = self._members[at.name] = {
                    member.name: member for member in at.properties + at.navigation_properties
                }
            if name in own:
                return own[name]
            at = None if at.base is None else self._model.structured(at.base)
        return None

    def first_wrong(self, type_name: str, segments: Sequence[str]) -> str | None:
        """The first segment that leads nowhere, or None when the whole path can be followed."""
        at = type_name
        for segment in segments:
            if segment == "" or segment.startswith("$"):
                continue
            if "." in segment:
                if self._model.structured(segment) is None:
                    return segment
                at = segment
                continue
            if self._model.structured(at) is None:
                # An abstract or primitive Edm type: nothing is known of what follows.
                return (
                    None if at in ("Edm.EntityType", "Edm.ComplexType", "Edm.Untyped") else segment
                )
            found = self.member(at, segment)
            if found is None:
                return None if self._lineage.is_open(at) else segment
            at = found.type.name
        return None
