"""Values made from their types: valid by format and constraint, the same for the same seed."""

from __future__ import annotations

import base64
import random
import re
import uuid
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from edmund.patterns import matches
from edmund.surface.shapes import Bound, EnumShape, PropertyShape, StructuredShape, ValueShape
from edmund.surface.type_schema import TypeSchema
from edmund.surface.types import EnumType
from edmund.validation.primitives import INTEGER_RANGES

__all__ = ["Purpose", "ValueMaker", "words_of"]

_DEEPEST: Final = 3
_MOST_MEMBERS: Final = 6
_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")


def words_of(name: str) -> str:
    """A name in words: `displayName` is `Display name`."""
    words = " ".join(word.lower() for word in _WORD.findall(name)) or "text"
    return words[:1].upper() + words[1:]


class Purpose:
    """What a value is made for: which members it may and must have."""

    def __init__(self, *, create: bool) -> None:
        self._create = create

    def may(self, member: PropertyShape) -> bool:
        return member.insertable if self._create else member.updatable

    def must(self, member: PropertyShape) -> bool:
        if self._create:
            return member.required_on_create or member.expected_on_create
        return member.required_on_update


class ValueMaker:
    """Makes JSON values for the types of one schema."""

    def __init__(self, schema: TypeSchema, purpose: Purpose, seed: int = 0) -> None:
        self._schema = schema
        self._purpose = purpose
        self._seed = seed

    def value(
        self, shape: ValueShape, name: str, *, secret: bool = False, depth: int = 0
    ) -> object:
        """A value for a member called `name`; None where none can be made."""
        if not shape.collection:
            return self._item(shape, name, secret, depth)
        count = max(1, shape.min_items or 0)
        items = [self._item(shape, f"{name}{at or ''}", secret, depth + 1) for at in range(count)]
        kept = [item for item in items if item is not None]
        return kept[: shape.max_items] if shape.max_items is not None else kept

    def members(self, type_: StructuredShape, depth: int = 0) -> dict[str, object]:
        """The members of an object: all that must be there, and some that may."""
        found: dict[str, object] = {}
        for member in self._chosen(type_, depth):
            secret = self._is_secret(type_.name, member.name)
            value = self.value(member.value, member.name, secret=secret, depth=depth + 1)
            if value is not None:
                found[member.name] = value
        return found

    def _chosen(self, type_: StructuredShape, depth: int) -> Iterator[PropertyShape]:
        room = _MOST_MEMBERS if depth < _DEEPEST else 0
        for member in type_.properties.values():
            if member.value.type == "Edm.Stream":
                continue
            if self._purpose.must(member):
                yield member
            elif room and self._purpose.may(member) and not member.navigation:
                room -= 1
                yield member

    def _item(self, shape: ValueShape, name: str, secret: bool, depth: int) -> object:
        if shape.allowed_values:
            return shape.allowed_values[0]
        enum = self._schema.enum(shape.type)
        if enum is not None:
            return self._member(enum, name)
        if self._schema.structured(shape.type) is not None:
            return self._object(shape, depth)
        if shape.type.startswith("Edm."):
            return self.primitive(shape, name, secret=secret)
        return None

    def _member(self, enum: EnumShape, name: str) -> str | None:
        declared = self._schema.types.by_name[enum.name]
        assert isinstance(declared, EnumType), "an enumeration of the schema is one of the model"
        names = [m.name for m in declared.members if m.name != "unknownFutureValue"]
        return self._random(name).choice(names) if names else None

    def _object(self, shape: ValueShape, depth: int) -> dict[str, object] | None:
        if depth > _DEEPEST + 1:
            return None
        name = self.concrete(shape)
        type_ = self._schema.structured(name) if name is not None else None
        if type_ is None or name is None:
            return None
        stated = {"@odata.type": f"#{name}"} if name != shape.type else {}
        return {**stated, **self.members(type_, depth)}

    def concrete(self, shape: ValueShape) -> str | None:
        """A type that a value may have: the declared one, else the first below it that is not abstract."""
        candidates = (shape.type, *self._schema.lineage.descendants(shape.type))
        for allowed in (shape.writable_types, shape.types):
            if allowed:
                candidates = tuple(
                    c for c in candidates if any(self._schema.is_a(c, base) for base in allowed)
                )
        for candidate in candidates:
            type_ = self._schema.structured(candidate)
            if type_ is not None and not type_.abstract:
                return candidate
        return None

    def primitive(self, shape: ValueShape, name: str, *, secret: bool = False) -> object:
        """A value of a primitive type."""
        kind, chance = shape.type, self._random(name)
        if kind == "Edm.String":
            return self._text(shape, name, secret)
        if kind in INTEGER_RANGES or kind in ("Edm.Decimal", "Edm.Double", "Edm.Single"):
            return _number(shape, kind)
        if kind == "Edm.Guid":
            return str(uuid.UUID(int=chance.getrandbits(128), version=4))
        if kind == "Edm.Binary":
            data = b"placeholder" if secret else words_of(name).encode()
            return base64.urlsafe_b64encode(data[: shape.max_length]).decode("ascii")
        return _FIXED.get(kind)

    def _text(self, shape: ValueShape, name: str, secret: bool) -> str | None:
        if shape.is_base64:
            data = b"placeholder" if secret else words_of(name).encode()
            return base64.b64encode(data).decode("ascii")
        if shape.is_url:
            path = words_of(name).lower().replace(" ", "-")
            return f"https://example.com/{path}"
        text = f"<{name}>" if secret else words_of(name)
        if shape.pattern is not None:
            candidates = (text, name, name.lower(), "a", "1", "A1", "en-US", "2026-01-31", "12345")
            return next((each for each in candidates if matches(shape.pattern, each)), None)
        return text[: shape.max_length] if shape.max_length is not None else text

    def _random(self, name: str) -> random.Random:
        return random.Random(f"{self._seed}:{name}")

    def _is_secret(self, type_: str, name: str) -> bool:
        return any(
            each.name == name and each.secret
            for each in self._schema.lineage.members(type_).values()
        )


_FIXED: Final[Mapping[str, object]] = {
    "Edm.Boolean": True,
    "Edm.DateTimeOffset": "2026-01-31T09:30:00Z",
    "Edm.Date": "2026-01-31",
    "Edm.TimeOfDay": "09:30:00",
    "Edm.Duration": "PT1H",
    "Edm.GeographyPoint": {"type": "Point", "coordinates": [142.1, 64.1]},
    "Edm.GeometryPoint": {"type": "Point", "coordinates": [1, 2]},
    "Edm.Untyped": {"name": "value"},
    "Edm.PrimitiveType": "text",
}


def _number(shape: ValueShape, kind: str) -> object:
    low, high = _end(shape.minimum, 1), _end(shape.maximum, -1)
    value = Decimal(1)
    if low is not None and value < low:
        value = low
    if high is not None and value > high:
        value = high
    if shape.multiple_of:
        value = (value / shape.multiple_of).to_integral_value(rounding="ROUND_CEILING")
        value *= shape.multiple_of
    return int(value) if value == value.to_integral_value() else value


def _end(bound: Bound | None, step: int) -> Decimal | None:
    if bound is None or isinstance(bound.value, str | bool) or bound.value is None:
        return None
    return Decimal(str(bound.value)) + (step if bound.exclusive else 0)
