"""Objects: properties, what is inherited and what is merged, other members, and what tells the type."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from edmund.diagnostics import EdmundError
from edmund.frontends.notation.failures import NotationCode
from edmund.frontends.notation.source import Node
from edmund.frontends.openapi.document import Document
from edmund.frontends.openapi.findings import Code, Findings
from edmund.frontends.openapi.schemas.conjuncts import (
    Choice,
    Conjuncts,
    Place,
    place_of,
    said_at,
)
from edmund.frontends.openapi.schemas.scalars import (
    allowed_values,
    are_possible,
    kind_of_value,
    kinds_of,
)
from edmund.suggestions import suggestion
from edmund.surface.types import (
    NO_DOCUMENTATION,
    AnyJson,
    Deprecation,
    Discriminator,
    Documentation,
    Named,
    PropertyType,
    StructuredType,
    Type,
    Writing,
)

if TYPE_CHECKING:
    from edmund.frontends.openapi.schemas.builder import SchemaTypes

__all__ = ["Additional", "Structures", "documentation", "said_default"]

_DEPTH = 100
_ALWAYS = Writing()
_REQUIRED = Writing(required_on_create=True, required_on_update=True)
_BY_SERVICE = Writing(insertable=False, updatable=False, computed=True)


@dataclass(frozen=True, slots=True)
class Additional:
    """Members that are not declared: whether there may be any, and their type where something is said."""

    open: bool = True
    type: Type | None = None


@dataclass
class _Members:
    """Properties with the schemas that they have in each part, and which of them objects must have."""

    schemas: dict[str, list[Node]] = field(default_factory=dict)
    required: dict[str, Node] = field(default_factory=dict)


class Structures:
    """Makes structured types of what schemas of objects demand."""

    def __init__(self, types: SchemaTypes, document: Document, findings: Findings) -> None:
        self._types = types
        self._findings = findings
        self._components = document.schemas
        self._names = {place_of(node): name for name, node in document.schemas}
        self._heirs: dict[Place, list[str]] | None = None

    def declares(self, conjuncts: Conjuncts) -> bool:
        """Whether properties are declared, or a type to tell, so that an object is more than a map."""
        return any(
            part.said("properties") or part.said("discriminator") for part in conjuncts.parts
        )

    def structure(self, name: str, conjuncts: Conjuncts) -> StructuredType:
        """The structured type called `name` of all that the conjuncts demand."""
        origin = conjuncts.origin
        base = None if conjuncts.others else self._base(origin)
        own = conjuncts
        inherited = _Members()
        base_name: str | None = None
        if base is not None:
            of_base = self._types.type_at(base)
            if isinstance(of_base, Named):
                base_name = of_base.name
                own = self._types.flattening.of(origin, without=place_of(base))
                inherited = self._members(self._types.flattening.of(base).parts)
        members = self._members(own.parts)
        told = self._told_by(base)
        additional = self.additional(own.parts)
        heirs = self._descendants(place_of(origin))
        return StructuredType(
            name,
            base=base_name,
            abstract=bool(heirs) and _lists_heirs(origin),
            open=additional.open,
            additional=additional.type,
            says_type=told is not None,
            properties=tuple(self._properties(members, inherited, told, own)),
            discriminator=self._own_discriminator(name, origin, heirs),
            documentation=documentation(conjuncts),
            span=origin.span,
        )

    # Inheritance

    def _base(self, node: Node, depth: int = 0) -> Node | None:
        """The schema that a structured type derives from: what its allOf refers to.

        One that has a discriminator, else the only one, when something is added to it. Several without are
        merged.
        """
        flattening = self._types.flattening
        found = [each for each in flattening.direct_targets(node) if self._is_structure(each)]
        told = [each for each in found if self.has_discriminator(each, depth)]
        if told:
            return told[0]
        return found[0] if len(found) == 1 else None

    def _is_structure(self, node: Node) -> bool:
        conjuncts = self._types.flattening.of(node)
        return (
            not conjuncts.choices
            and self.declares(conjuncts)
            and kinds_of(conjuncts, self._findings) == {"object"}
        )

    def has_discriminator(self, node: Node, depth: int = 0) -> bool:
        """Whether the type at `node`, or one that it derives from, says which member tells types apart."""
        if _discriminator_of(node) is not None:
            return True
        if depth > _DEPTH:
            return False
        targets = self._types.flattening.direct_targets(node)
        return any(self.has_discriminator(each, depth + 1) for each in targets)

    def _told_by(self, base: Node | None, depth: int = 0) -> str | None:
        """The member that tells the types of a hierarchy apart."""
        if base is None or depth > _DEPTH:
            return None
        own = _discriminator_of(base)
        return own[0] if own is not None else self._told_by(self._base(base), depth + 1)

    def _descendants(self, place: Place) -> tuple[str, ...]:
        """All components that derive from the schema at `place`, in the order of the document."""
        if self._heirs is None:
            self._heirs = {}
            for name, node in self._components:
                with self._findings.catching():
                    for target in self._types.flattening.direct_targets(node):
                        self._heirs.setdefault(place_of(target), []).append(name)
        if place not in self._heirs:
            return ()
        nodes = dict(self._components)
        found: dict[str, None] = {}
        waiting = list(self._heirs.get(place, ()))
        while waiting:
            name = waiting.pop(0)
            if name not in found:
                found[name] = None
                waiting.extend(self._heirs.get(place_of(nodes[name]), ()))
        return tuple(name for name, _ in self._components if name in found)

    # Discriminators

    def _own_discriminator(
        self, name: str, origin: Node, heirs: Sequence[str]
    ) -> Discriminator | None:
        said = _discriminator_of(origin)
        if said is None:
            return None
        property_name, node = said
        components = dict(self._components)
        candidates = {heir: components[heir] for heir in heirs}
        if not _lists_heirs(origin) and name in components:
            candidates.setdefault(name, origin)
        return Discriminator(property_name, self._mapping(node, property_name, candidates))

    def discriminator(self, choice: Choice) -> Discriminator | None:
        """What the union of a choice says of how its variants are told apart."""
        said = _discriminator_of(choice.node)
        if said is None:
            return None
        property_name, node = said
        candidates: dict[str, Node] = {}
        for variant in choice.variants:
            target = self._types.flattening.target(variant)
            type_ = self._types.type_at(variant)
            if isinstance(type_, Named):
                candidates[type_.name] = variant if target is None else target
        return Discriminator(property_name, self._mapping(node, property_name, candidates))

    def _mapping(
        self, node: Node, property_name: str, candidates: Mapping[str, Node]
    ) -> tuple[tuple[str, str], ...]:
        """Which value means which of the types: as said, else the values that its schema allows, else its name."""
        explicit = node.get("mapping")
        mapping: dict[str, str] = {}
        for value, target in explicit.members() if explicit is not None else ():
            mapped = self._mapped(target)
            if mapped is not None and mapped in candidates:
                mapping[value] = mapped
            elif mapped is not None:
                message = (
                    f"the discriminator leads to '{mapped}', which is none of the types to tell"
                )
                self._findings.warning(Code.DISCRIMINATOR, message, target)
        said = set(mapping.values())
        for name, schema in candidates.items():
            if name not in said:
                own_name = self._names.get(place_of(schema), name)
                for value in self._values(schema, property_name) or (own_name,):
                    mapping.setdefault(value, name)
        return tuple(mapping.items())

    def _values(self, schema: Node, property_name: str) -> tuple[str, ...]:
        """The texts that an object's member can be, where its schema lists them."""
        parts = self._types.flattening.of(schema).parts
        found = [
            part.at("properties", property_name)
            for part in parts
            if isinstance(properties := part.said("properties"), dict)
            and property_name in properties
        ]
        if not found:
            return ()
        conjuncts = self._types.flattening.joined(found[0], *found[1:])
        if not are_possible(conjuncts, self._findings):
            return ()
        values = allowed_values(conjuncts, kinds_of(conjuncts, self._findings), self._findings)
        return tuple(each for each in values or () if isinstance(each, str))

    def _mapped(self, target: Node) -> str | None:
        """The type that the value of a mapping means: a component's name, or a reference."""
        text = target.value
        if not isinstance(text, str):
            self._findings.error(Code.SHAPE, "a mapping leads to a name or a reference", target)
            return None
        components = dict(self._components)
        node = components.get(text)
        if node is None and not ("/" in text or "#" in text or "." in text):
            message = f"the discriminator leads to '{text}', which there is not"
            hint = suggestion(text, components)
            self._findings.warning(Code.DISCRIMINATOR, message, target, hint=hint)
            return None
        if node is None:
            try:
                node = self._types.flattening.mapped(target)
            except EdmundError as failure:
                if failure.diagnostics[0].code != NotationCode.DANGLING_REFERENCE.value:
                    raise
                message = f"the discriminator leads nowhere: {failure.diagnostics[0].message}"
                self._findings.warning(Code.DISCRIMINATOR, message, target)
                return None
        type_ = self._types.type_at(node)
        return type_.name if isinstance(type_, Named) else None

    # Members

    def _members(self, parts: Sequence[Node]) -> _Members:
        found = _Members()
        for part in parts:
            properties = said_at(part, "properties")
            if properties is not None and not isinstance(properties.value, dict):
                self._findings.error(Code.SHAPE, "'properties' is an object of schemas", properties)
                continue
            for name, node in properties.members() if properties is not None else ():
                if node.value is False:
                    continue  # a member that objects never have
                found.schemas.setdefault(name, []).append(node)
            required = part.get("required")
            if required is None or required.value is None or isinstance(required.value, bool):
                continue  # a flag there is a parameter's of Swagger 2.0
            if not isinstance(required.value, list):
                self._findings.error(Code.SHAPE, "'required' is an array of names", required)
                continue
            for item in required.items():
                if isinstance(item.value, str):
                    found.required.setdefault(item.value, item)
        return found

    def _properties(
        self, members: _Members, inherited: _Members, told: str | None, own: Conjuncts
    ) -> list[PropertyType]:
        made: list[PropertyType] = []
        for name, nodes in members.schemas.items():
            before = inherited.schemas.get(name)
            required = name in members.required or name in inherited.required
            if before is None:
                made.append(self._property(name, nodes, required))
            elif name != told:
                redefined = self._property(name, [*reversed(nodes), *before], required)
                plain = self._property(name, before, name in inherited.required)
                if replace(redefined, documentation=NO_DOCUMENTATION) != replace(
                    plain, documentation=NO_DOCUMENTATION
                ):
                    made.append(redefined)
        for name, item in members.required.items():
            if name in members.schemas or name in inherited.required:
                continue
            if name in inherited.schemas:
                made.append(self._property(name, inherited.schemas[name], required=True))
            elif not any(part.said("additionalProperties") for part in own.parts):
                message = f"'{name}' is required, and no property says what it is"
                hint = suggestion(name, members.schemas)
                self._findings.warning(Code.MISSING, message, item, hint=hint)
        return made

    def _property(self, name: str, nodes: Sequence[Node], required: bool) -> PropertyType:
        first, *others = nodes
        flattening = self._types.flattening
        conjuncts = flattening.joined(first, *others) if others else flattening.of(first)
        type_ = self._types.type_of(conjuncts) if others else self._types.type_at(first)
        read_only = _says(conjuncts, "readOnly")
        write_only = _says(conjuncts, "writeOnly")
        return PropertyType(
            name,
            type_,
            documentation=documentation(conjuncts),
            required=required and not write_only,
            writing=_BY_SERVICE if read_only else _REQUIRED if required else _ALWAYS,
            secret=any(part.said("format") == "password" for part in conjuncts.parts),
            default=self._default(conjuncts),
            span=first.span,
        )

    def _default(self, conjuncts: Conjuncts) -> str | None:
        """The default as text; one that is no value of the type is left out."""
        for part in conjuncts.parts:
            value = part.value
            if not isinstance(value, dict) or "default" not in value:
                continue
            default = value["default"]
            kind = kind_of_value(default)
            if kind == "null":
                return None
            kinds = kinds_of(conjuncts, self._findings)
            if kind not in kinds and not (kind == "integer" and "number" in kinds):
                message = f"the default is {kind}, and the property {' or '.join(sorted(kinds))}"
                self._findings.warning(Code.DEFAULT, message, part.at("default"))
                return None
            return _default_text(default)
        return None

    def additional(self, parts: Sequence[Node]) -> Additional:
        """Members that no property declares."""
        found: list[Node] = []
        open_ = True
        any_ = False
        for part in parts:
            for keyword in ("additionalProperties", "unevaluatedProperties"):
                said = said_at(part, keyword)
                if said is None:
                    continue
                if said.value is False:
                    open_ = False
                elif said.value is True or said.value == {}:
                    any_ = True
                else:
                    found.append(said)
            patterns = part.get("patternProperties")
            if patterns is not None:
                found.extend(each for _, each in patterns.members())
        if found:
            types = [self._types.type_at(each) for each in found]
            same = all(each == types[0] for each in types)
            return Additional(True, types[0] if same else AnyJson())
        return Additional(open_, AnyJson() if any_ and open_ else None)


def documentation(conjuncts: Conjuncts) -> Documentation:
    """What the schema says of itself where it stands, and not what it refers to."""
    value = conjuncts.origin.value
    if not isinstance(value, dict):
        return NO_DOCUMENTATION
    description = value.get("description")
    title = value.get("title")
    text = description if isinstance(description, str) else title
    deprecated = value.get("deprecated") is True
    if not isinstance(text, str) and not deprecated:
        return NO_DOCUMENTATION
    return Documentation(
        text if isinstance(text, str) else None,
        deprecation=Deprecation() if deprecated else None,
    )


def _says(conjuncts: Conjuncts, keyword: str) -> bool:
    return any(part.said(keyword) is True for part in conjuncts.parts)


def _discriminator_of(node: Node) -> tuple[str, Node] | None:
    """The member that a schema's discriminator names, and the discriminator; text alone in Swagger 2.0."""
    said = node.get("discriminator")
    if said is None:
        return None
    name = said.value if isinstance(said.value, str) else said.said("propertyName")
    return (name, said) if isinstance(name, str) else None


def _lists_heirs(node: Node) -> bool:
    """Whether a base names its derived types as its variants, and so is never a value itself."""
    return node.said("oneOf") is not None or node.said("anyOf") is not None


def said_default(conjuncts: Conjuncts) -> str | None:
    """The default as text, whatever its type: a parameter's value is text in the end."""
    for part in conjuncts.parts:
        default = part.said("default")
        if default is not None:
            return _default_text(default) or '""'
    return None


def _default_text(default: object) -> str:
    return default if isinstance(default, str) else json.dumps(default, default=_plain_number)


def _plain_number(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else str(value)
