"""Named types as schemas, each in up to three variants: what is read, created, and changed."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from edmund.conversions.schema_values import JsonObject, Refer, value_schema
from edmund.surface.lineage import Lineage
from edmund.surface.types import (
    Documentation,
    EnumType,
    NamedType,
    PropertyType,
    StructuredType,
    Types,
    UnionType,
    Writing,
)

__all__ = ["SchemaSet", "Variant", "described"]


class Variant(Enum):
    """What a payload is for; the value ends the schema's name (OData to OpenAPI Mapping, section 4.6.1)."""

    READ = ""
    CREATE = "-create"
    UPDATE = "-update"


def described(documentation: Documentation) -> str | None:
    """Description and long description as one text."""
    parts = [documentation.description, documentation.long_description]
    return "\n\n".join(part for part in parts if part) or None


class SchemaSet:
    """The schemas that others refer to, made when they are asked for: `schemas` gives them all.

    `place` is what stands before a name in a `$ref`, such as `#/components/schemas/`.
    """

    def __init__(self, types: Types, place: str) -> None:
        self._types = types
        self._lineage = Lineage(types)
        self._place = place
        self._wanted: dict[tuple[str, Variant], None] = {}
        self._names: dict[str, str] = {}

    def want_all(self) -> None:
        """Ask for every type as it is read."""
        for type_ in self._types.types:
            self.refer(type_.name)

    def refer(self, name: str, variant: Variant = Variant.READ) -> JsonObject | None:
        """A `$ref` to a named type, or None where nothing is known of the name."""
        found = self._types.by_name.get(name)
        if found is None:
            return None
        if not isinstance(found, StructuredType):
            variant = Variant.READ
        self._wanted.setdefault((name, variant))
        return {"$ref": f"{self._place}{self.name(name)}{variant.value}"}

    def referring(self, variant: Variant) -> Refer:
        return lambda name: self.refer(name, variant)

    def name(self, qualified: str) -> str:
        """A qualified name in the characters that keys of components may have, each name another one."""
        known = self._names.get(qualified)
        if known is None:
            known = self._names[qualified] = "".join(
                c if c in _KEY_CHARACTERS else f"_x{ord(c):x}_" for c in qualified
            )
        return known

    def schemas(self) -> dict[str, JsonObject]:
        """All that was asked for and what that refers to, by name."""
        made: dict[tuple[str, Variant], JsonObject] = {}
        while len(made) < len(self._wanted):
            for key in [key for key in self._wanted if key not in made]:
                name, variant = key
                made[key] = self._schema(self._types.by_name[name], variant)
        order = {type_.name: at for at, type_ in enumerate(self._types.types)}
        variants = list(Variant)
        keys = sorted(made, key=lambda key: (order[key[0]], variants.index(key[1])))
        return {f"{self.name(name)}{variant.value}": made[name, variant] for name, variant in keys}

    def _schema(self, type_: NamedType, variant: Variant) -> JsonObject:
        if isinstance(type_, EnumType):
            schema = _enumeration(type_)
        elif isinstance(type_, UnionType):
            refer = self.referring(variant)
            schema = {"anyOf": [value_schema(each, refer) for each in type_.variants]}
        else:
            schema = self._structured(type_, variant)
        text = described(type_.documentation)
        if text is not None:
            schema["description"] = text
        if type_.documentation.deprecation is not None:
            schema["deprecated"] = True
        return schema

    def _structured(self, type_: StructuredType, variant: Variant) -> JsonObject:
        title = type_.name.rpartition(".")[2]
        if type_.opaque:
            return {"title": title}
        schema: JsonObject = {"title": title, "type": "object"}
        properties: dict[str, object] = {}
        required: list[str] = []
        keys = self._lineage.key(type_.name) if variant is Variant.UPDATE else ()
        for name, writing, member in self._members(type_):
            if variant is Variant.CREATE and not (writing.insertable and not writing.computed):
                continue
            if variant is Variant.UPDATE and not (writing.updatable and not writing.computed):
                continue
            if name in keys:
                continue
            if member.navigation and variant is Variant.UPDATE and not member.contained:
                continue
            properties[name] = self._property(member, writing, variant)
            if _is_required(member, writing, variant):
                required.append(name)
        if properties:
            schema["properties"] = properties
        if required:
            schema["required"] = required
        if type_.additional is not None:
            schema["additionalProperties"] = value_schema(type_.additional, self.referring(variant))
        base = self._types.structured(type_.base)
        if base is not None:
            reference = self.refer(base.name, variant)
            title = str(schema.pop("title"))
            schema = {"title": title, "allOf": [reference, schema]}
        if variant is Variant.READ:
            self._want_derived(type_)
        return schema

    def _want_derived(self, type_: StructuredType) -> None:
        """What derives from a type can stand for it in answers."""
        for name in self._types.derived_by_name.get(type_.name, ()):
            self.refer(name)

    def _members(self, type_: StructuredType) -> Iterator[tuple[str, Writing, PropertyType]]:
        """The properties that a schema says, with what holds for writing: inherited ones are the base's."""
        members = self._lineage.members(type_.name)
        for declared in type_.properties:
            member = members.get(declared.name, declared)
            yield declared.name, member.writing, member

    def _property(self, member: PropertyType, writing: Writing, variant: Variant) -> JsonObject:
        schema = value_schema(member.type, self.referring(variant))
        notes: JsonObject = {}
        text = described(member.documentation)
        if text is not None:
            notes["description"] = text
        if member.documentation.deprecation is not None:
            notes["deprecated"] = True
        if variant is Variant.READ and (
            writing.computed or not (writing.insertable or writing.updatable)
        ):
            notes["readOnly"] = True
        if member.secret:
            notes["writeOnly" if variant is not Variant.READ else "x-secret"] = True
        is_text = schema.get("type") in ("string", ["string", "null"])
        if member.secret and is_text:
            # What readers of OpenAPI and of JSON Schema know secrets by.
            notes.setdefault("format", schema.get("format", "password"))
        if member.default is not None and is_text:
            notes["default"] = member.default
        return {**schema, **notes}


_KEY_CHARACTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_")


def _is_required(member: PropertyType, writing: Writing, variant: Variant) -> bool:
    if variant is Variant.CREATE:
        return writing.required_on_create
    if variant is Variant.UPDATE:
        return writing.required_on_update
    return member.required


def _enumeration(type_: EnumType) -> JsonObject:
    """Members by name; flags are several of them in one text (JSON Format 4.01, section 7.1)."""
    title = type_.name.rpartition(".")[2]
    if type_.flags:
        names = ", ".join(member.name for member in type_.members)
        return {"title": title, "type": "string", "examples": [names] if names else []}
    schema: JsonObject = {"title": title}
    values = [member.value for member in type_.members]
    if all(isinstance(value, str) for value in values):
        schema["type"] = "string"
    if values:
        schema["enum"] = values
    return schema
