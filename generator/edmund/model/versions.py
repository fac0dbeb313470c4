"""Types that carry their version in their namespace: `Chassis.v1_2_0.Chassis` is a version of `Chassis.Chassis`.

Services described so (Redfish: DMTF DSP0266, "Schema documents") declare members in ever newer versions of a type, each
derived from one before, and refer to the one without a version or to the first. What they send is of any version.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from edmund.model.elements import (
    Model,
    NavigationProperty,
    Property,
    SchemaType,
    StructuredType,
)

__all__ = ["with_versions_followed"]

_VERSIONED = re.compile(r"(?P<stem>.+)\.v(?P<version>\d+(?:_\d+)*)\.(?P<name>[^.]+)")


def with_versions_followed(model: Model) -> Model:
    """The model in which the first type of a family has the members of all its versions.

    A reference to that type then holds all that a service can send, whatever its version is; the versions are still
    there, and inherit what they declared. Of a member that two of them declare the newest one counts.
    """
    properties: dict[str, dict[str, Property]] = {}
    navigation: dict[str, dict[str, NavigationProperty]] = {}
    moved: set[str] = set()
    for first, versions in _families(model):
        root = model.structured(first)
        assert root is not None
        properties[first] = {p.name: p for p in root.properties}
        navigation[first] = {p.name: p for p in root.navigation_properties}
        for type_ in versions:
            moved.add(type_.name)
            properties[first].update((p.name, p) for p in type_.properties)
            navigation[first].update((p.name, p) for p in type_.navigation_properties)
    if not moved:
        return model

    def followed(type_: SchemaType) -> SchemaType:
        if isinstance(type_, StructuredType) and type_.name in properties:
            return replace(
                type_,
                properties=tuple(properties[type_.name].values()),
                navigation_properties=tuple(navigation[type_.name].values()),
            )
        if isinstance(type_, StructuredType) and type_.name in moved:
            return replace(type_, properties=(), navigation_properties=())
        return type_

    return replace(model, types=tuple(map(followed, model.types)))


def _families(model: Model) -> Iterator[tuple[str, list[StructuredType]]]:
    """The first type of each family, and the versions that are derived from it, the oldest first."""
    found: dict[str, list[tuple[tuple[int, ...], StructuredType]]] = {}
    known: dict[tuple[str, str], Mapping[str, tuple[int, ...]]] = {}
    versioned = [
        (type_, match)
        for type_ in model.types
        if isinstance(type_, StructuredType) and (match := _VERSIONED.fullmatch(type_.name))
    ]
    for type_, match in versioned:
        family = (match["stem"], match["name"])
        version = tuple(map(int, match["version"].split("_")))
        known[family] = {**known.get(family, {}), type_.name: version}
    for type_, match in versioned:
        versions = known[match["stem"], match["name"]]
        first = _first(model, type_, {f"{match['stem']}.{match['name']}", *versions})
        if first != type_.name:
            found.setdefault(first, []).append((versions[type_.name], type_))
    for first, derived in found.items():
        yield first, [type_ for _, type_ in sorted(derived, key=lambda each: each[0])]


def _first(model: Model, type_: StructuredType, family: set[str]) -> str:
    """The topmost type of the family that the type is derived from, by bases that are all of the family."""
    first, base = type_.name, type_.base
    while base is not None and base in family and base != first:
        first = base
        above = model.structured(base)
        base = None if above is None else above.base
    return first
