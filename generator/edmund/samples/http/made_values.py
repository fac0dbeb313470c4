"""Values made from the types of a description: valid by format and constraint, the same for the same seed."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Final

from edmund.patterns import matches, pattern_program
from edmund.samples.made_values import Purpose, ValueMaker, words_of
from edmund.samples.tree import File
from edmund.surface.json_kinds import JsonKind, json_kinds
from edmund.surface.lineage import Lineage
from edmund.surface.type_schema import TypeSchema, value_shape
from edmund.surface.types import (
    AnyJson,
    EnumType,
    ListOf,
    Literal,
    MapOf,
    Named,
    Nullable,
    Primitive,
    PropertyType,
    StructuredType,
    Type,
    UnionType,
)

__all__ = ["HttpValueMaker"]

_DEEPEST: Final = 3
_MOST_DEEP: Final = 12
_MOST_MEMBERS: Final = 6
_MOST_ITEMS: Final = 20


class HttpValueMaker:
    """Makes JSON values for the types of one surface, as a caller would send them; bytes are `File`."""

    def __init__(self, lineage: Lineage, seed: int = 0) -> None:
        self._lineage = lineage
        self._primitives = ValueMaker(TypeSchema(lineage.types), Purpose(create=True), seed)

    def value(self, type_: Type, name: str, depth: int = 0) -> object:
        """A value for what is called `name`; None where none can be made."""
        if depth > _MOST_DEEP:
            return None
        match type_:
            case Nullable(inner):
                return self.value(inner, name, depth)
            case ListOf(item, min_items, _):
                count = min(max(min_items or 0, 1 if depth <= _DEEPEST else 0), _MOST_ITEMS)
                items = (self.value(item, f"{name}{at or ''}", depth + 1) for at in range(count))
                return [each for each in items if each is not None]
            case MapOf(item):
                value = self.value(item, name, depth + 1) if depth <= _DEEPEST else None
                return {} if value is None else {"name": value}
            case Literal(value):
                return value
            case AnyJson():
                return {"name": "value"}
            case Primitive():
                return self._primitive(type_, name)
            case Named():
                return self._named(type_, name, depth)

    def _primitive(self, type_: Primitive, name: str) -> object:
        said = type_.constraints
        if said.allowed_values:
            return said.allowed_values[0]
        if type_.name == "Edm.Stream":
            return File(f"{words_of(name)}")
        if type_.name == "Edm.Binary":
            return base64.b64encode(words_of(name).encode()).decode("ascii")
        made = self._primitives.primitive(value_shape(self._lineage.types, type_), name)
        if isinstance(made, str) and said.min_length and len(made) < said.min_length <= 10_000:
            longer = (made + " " + "text " * said.min_length)[: said.min_length - 1] + "x"
            program = pattern_program(said.pattern)
            return longer if program is None or matches(program, longer) else made
        return made

    def _named(self, type_: Named, name: str, depth: int) -> object:
        match self._lineage.types.by_name.get(type_.name):
            case EnumType(members=members):
                values = [each.value for each in members]
                return next((each for each in values if each not in ("", None)), None)
            case UnionType() as union:
                return self._of_union(union, name, depth)
            case StructuredType(opaque=False):
                return self._object(type_.name, depth)
            case _:
                return {"name": "value"}

    def _of_union(self, union: UnionType, name: str, depth: int) -> object:
        def is_nested(variant: Type) -> bool:
            kinds = json_kinds(variant, self._lineage.types.by_name)
            return bool(kinds & {JsonKind.OBJECT, JsonKind.ARRAY})

        variants = union.variants
        for variant in sorted(variants, key=is_nested) if depth > _DEEPEST else variants:
            value = self.value(variant, name, depth + 1)
            if value is None:
                continue
            told = union.discriminator
            if told is not None and isinstance(value, dict) and isinstance(variant, Named):
                said = next((text for text, of in told.mapping if of == variant.name), None)
                return value if said is None else {**value, told.property: said}
            return value
        return None

    def _object(self, declared: str, depth: int) -> dict[str, object] | None:
        concrete = self._concrete(declared)
        if concrete is None:
            return None
        found: dict[str, object] = {}
        said = dict(self._discriminators(concrete))
        for member in self._chosen(concrete, depth):
            if member.name in said:
                found[member.name] = said[member.name]
                continue
            value = self._secret(member) or self.value(member.type, member.name, depth + 1)
            if value is not None:
                found[member.name] = value
        return {**{name: text for name, text in said.items() if name not in found}, **found}

    def _secret(self, member: PropertyType) -> str | None:
        plain = member.type.type if isinstance(member.type, Nullable) else member.type
        is_text = isinstance(plain, Primitive) and plain.name == "Edm.String"
        is_free = is_text and plain.constraints.pattern is None  # type: ignore[union-attr]
        return f"<{member.name}>" if member.secret and is_free else None

    def _chosen(self, type_: str, depth: int) -> Iterator[PropertyType]:
        room = _MOST_MEMBERS if depth < _DEEPEST else 0
        for member in self._lineage.members(type_).values():
            writing = member.writing
            if not writing.insertable or writing.computed:
                continue
            if member.required or writing.required_on_create:
                yield member
            elif room and writing.insertable:
                room -= 1
                yield member

    def _discriminators(self, type_: str) -> Iterator[tuple[str, str]]:
        """The members that tell the type, with the value that tells this one."""
        for above in self._lineage.upwards(type_):
            told = above.discriminator
            for text, name in () if told is None else told.mapping:
                if name == type_ and told is not None:
                    yield told.property, text
                    break

    def _concrete(self, name: str) -> str | None:
        for candidate in (name, *self._lineage.descendants(name)):
            type_ = self._lineage.types.structured(candidate)
            if type_ is not None and not type_.abstract:
                return candidate
        return None
