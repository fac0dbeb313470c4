"""Associations and their sets ([MC-CSDL], 2.1.11 to 2.1.20), looked up for navigation properties.

An association joins two ends by role. A navigation property goes from one role to the other; what it
leads to, how many and by which properties, is the association's to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from edmund.csdl.findings import Code, Findings
from edmund.csdl.older.names import OldNames
from edmund.csdl.parser import XmlElement
from edmund.diagnostics import Note

__all__ = ["Association", "Associations", "End", "Multiplicity", "NavigationPlace"]


class Multiplicity(Enum):
    ZERO_OR_ONE = "0..1"
    ONE = "1"
    MANY = "*"


@dataclass(frozen=True, slots=True)
class End:
    role: str
    type: str
    multiplicity: Multiplicity
    element: XmlElement


@dataclass(frozen=True, slots=True)
class Association:
    """`ends` by role. `constraint` is the ReferentialConstraint, if there is one."""

    name: str
    ends: Mapping[str, End]
    constraint: XmlElement | None
    element: XmlElement


@dataclass(frozen=True, slots=True)
class NavigationPlace:
    """A navigation property with the qualified name of the type that declares it."""

    owner: str
    element: XmlElement

    @property
    def name(self) -> str:
        return self.element.attributes.get("Name", "")


class Associations:
    """The associations of a document and what goes along them."""

    def __init__(self, schemas: Sequence[XmlElement], names: OldNames, findings: Findings) -> None:
        self._names = names
        self._findings = findings
        self._declared = _entity_types(schemas)
        self._types_of_sets = _types_of_ends(schemas, names)
        self._found: dict[str, Association | None] = {}
        for schema in schemas:
            namespace = schema.attributes.get("Namespace", "")
            for element in schema.children:
                if element.name == "Association":
                    self._add(namespace, element)
        self._navigation: dict[tuple[str, str, str], list[NavigationPlace]] = {}
        for owner, element in _navigation_properties(schemas):
            key = self._key(element)
            if key is not None:
                self._navigation.setdefault(key, []).append(NavigationPlace(owner, element))

    def _add(self, namespace: str, element: XmlElement) -> None:
        name = f"{namespace}.{element.attributes.get('Name', '')}"
        first = self._found.get(name)
        if first is not None:
            self._error(
                f"association '{name}' is declared twice",
                element,
                notes=(Note("it is first declared here", first.element.span),),
            )
            return
        self._found[name] = self._read(name, element)

    def _read(self, name: str, element: XmlElement) -> Association | None:
        """The association; None, with an error, when its ends cannot be understood."""
        elements = [child for child in element.children if child.name == "End"]
        if len(elements) != 2:
            self._error(
                f"association '{name}' has {len(elements)} ends; it has to have two", element
            )
            return None
        ends = [end for end in (self._end(name, e) for e in elements) if end is not None]
        if len(ends) != 2:
            return None
        if ends[0].role == ends[1].role:
            self._error(
                f"both ends of association '{name}' have the role '{ends[0].role}'", element
            )
            return None
        constraint = next((c for c in element.children if c.name == "ReferentialConstraint"), None)
        return Association(name, {end.role: end for end in ends}, constraint, element)

    def _end(self, association: str, element: XmlElement) -> End | None:
        given = element.attributes
        type_name = given.get("Type")
        text = given.get("Multiplicity", "").strip()
        if type_name is None:
            self._error("End of an association has no Type", element)
            return None
        try:
            multiplicity = Multiplicity(text)
        except ValueError:
            hint = "one of 0..1, 1 and *"
            self._error(f"Multiplicity '{text[:40]}' of End is not known", element, hint=hint)
            return None
        type_name = self._names.reference(element, type_name)
        role = given.get("Role", type_name.rpartition(".")[2])
        of_set = self._types_of_sets.get((association, role))
        if of_set and type_name not in self._declared and of_set in self._declared:
            self._findings.warning(
                Code.OLD_NAME,
                f"Type '{type_name}' of End is not there; '{of_set}', which its entity set has, is taken",
                element.span,
            )
            type_name = of_set
        return End(role, type_name, multiplicity, element)

    def ends_of(self, element: XmlElement) -> tuple[Association, End, End] | None:
        """The association of a navigation property, the end it is at and the end it leads to.

        None, with an error at the property (EDM172), when it names what is not there.
        """
        name = element.attributes.get("Name", "")
        key = self._key(element)
        if key is None:
            self._error(
                f"navigation property '{name}' must have Relationship, FromRole and ToRole", element
            )
            return None
        relationship, from_role, to_role = key
        if relationship not in self._found:
            self._error(
                f"navigation property '{name}' goes along the association '{relationship}', "
                "which the document does not have",
                element,
            )
            return None
        association = self._found[relationship]
        if association is None:  # that has been told
            return None
        near, far = association.ends.get(from_role), association.ends.get(to_role)
        if near is None or far is None or near is far:
            wrong = f"FromRole '{from_role}' and ToRole '{to_role}'"
            roles = " and ".join(f"'{role}'" for role in association.ends)
            self._error(
                f"{wrong} of navigation property '{name}' are not the roles of its association",
                element,
                hint=f"the roles of '{relationship}' are {roles}",
                notes=(Note("the association is declared here", association.element.span),),
            )
            return None
        return association, near, far

    def all(self) -> Iterator[Association]:
        return (each for each in self._found.values() if each is not None)

    def find(self, name: str) -> Association | None:
        return self._found.get(name)

    def is_declared(self, name: str) -> bool:
        return name in self._found

    def along(self, association: str, from_role: str, to_role: str) -> Iterable[NavigationPlace]:
        """The navigation properties that go along an association in this direction."""
        return self._navigation.get((association, from_role, to_role), ())

    def back(self, element: XmlElement) -> Iterable[NavigationPlace]:
        """The navigation properties that go the other way."""
        key = self._key(element)
        return () if key is None else self.along(key[0], key[2], key[1])

    def _key(self, element: XmlElement) -> tuple[str, str, str] | None:
        given = element.attributes
        if not {"Relationship", "FromRole", "ToRole"} <= given.keys():
            return None
        relationship = self._names.qualified(given["Relationship"])
        return relationship, given["FromRole"], given["ToRole"]

    def _error(
        self,
        message: str,
        element: XmlElement,
        *,
        hint: str | None = None,
        notes: tuple[Note, ...] = (),
    ) -> None:
        self._findings.error(Code.ASSOCIATION, message, element.span, hint=hint, notes=notes)


def _entity_types(schemas: Sequence[XmlElement]) -> frozenset[str]:
    return frozenset(
        f"{schema.attributes.get('Namespace', '')}.{child.attributes.get('Name', '')}"
        for schema in schemas
        for child in schema.children
        if child.name == "EntityType"
    )


def _types_of_ends(schemas: Sequence[XmlElement], names: OldNames) -> Mapping[tuple[str, str], str]:
    """The type of the entity set at each end of an association, by association and role."""
    found: dict[tuple[str, str], str] = {}
    for container in (c for schema in schemas for c in schema.children):
        if container.name != "EntityContainer":
            continue
        sets = {
            child.attributes.get("Name"): child.attributes.get("EntityType", "")
            for child in container.children
            if child.name == "EntitySet"
        }
        for child in container.children:
            association = names.qualified(child.attributes.get("Association", ""))
            for end in child.children if child.name == "AssociationSet" else ():
                type_name = sets.get(end.attributes.get("EntitySet"))
                if type_name:
                    role = end.attributes.get("Role", "")
                    found.setdefault((association, role), names.qualified(type_name))
    return found


def _navigation_properties(schemas: Sequence[XmlElement]) -> Iterator[tuple[str, XmlElement]]:
    for schema in schemas:
        namespace = schema.attributes.get("Namespace", "")
        for owner in schema.children:
            if owner.name == "EntityType":
                name = f"{namespace}.{owner.attributes.get('Name', '')}"
                yield from ((name, child) for child in owner.children if _is_navigation(child))


def _is_navigation(element: XmlElement) -> bool:
    return element.name == "NavigationProperty"
