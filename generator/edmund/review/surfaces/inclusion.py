"""Whether all values of a type are values of another one: the one question behind narrower and wider."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from edmund.review.surfaces.restricted import are_tighter, at_least, at_most, can_be
from edmund.surface.types import (
    AnyJson,
    Discriminator,
    EnumType,
    JsonScalar,
    ListOf,
    Literal,
    MapOf,
    Named,
    NamedType,
    Nullable,
    Primitive,
    PropertyType,
    StructuredType,
    Type,
    UnionType,
)

__all__ = ["Inclusion"]

_DEPTH: Final = (
    64  # of types of different names in each other; what is deeper is taken for another one
)

_Value = tuple[type, object]


class Inclusion:
    """Answers for types of two descriptions, `inner` and `outer`.

    `is_one` says which names mean one type, whatever it has in each: nothing is asked of these. Other names
    are compared by what they declare. Types may be recursive: a pair is taken to hold while it is compared.
    """

    def __init__(
        self,
        inner: Mapping[str, NamedType],
        outer: Mapping[str, NamedType],
        is_one: Callable[[str, str], bool],
    ) -> None:
        self._inner = inner
        self._outer = outer
        self._is_one = is_one
        self._held: dict[tuple[str, str], None] = {}
        self._failed: set[tuple[str, str]] = set()
        self._depth = 0

    def holds(self, inner: Type, outer: Type) -> bool:
        """Whether `outer` has all values of `inner`."""
        match inner, outer:
            case _, AnyJson(null):
                is_null = isinstance(inner, Nullable | AnyJson) or inner == Literal(None)
                return null or not is_null or inner == outer
            case AnyJson(), _:
                return False
            case (Literal(None) | Nullable(Literal(None))), Nullable():
                return True
            case Nullable(some), _:
                return isinstance(outer, Nullable) and self.holds(some, outer.type)
            case _, Nullable(other):
                return self.holds(inner, other)
            case ListOf(), ListOf():
                return (
                    at_least(inner.min_items, outer.min_items)
                    and at_most(inner.max_items, outer.max_items)
                    and (inner.unique_items or not outer.unique_items)
                    and self.holds(inner.item, outer.item)
                )
            case MapOf(), MapOf():
                return (
                    at_least(inner.min_properties, outer.min_properties)
                    and at_most(inner.max_properties, outer.max_properties)
                    and self.holds(inner.value, outer.value)
                )
            case Named(name), Named(other_name):
                if self._is_one(name, other_name):
                    return True
        return self._of_kinds(inner, outer)

    def declared(self, inner: NamedType, outer: NamedType) -> bool:
        """Whether what `outer` declares has all values of what `inner` declares."""
        if isinstance(inner, StructuredType) and isinstance(outer, StructuredType):
            return outer.opaque or self._objects(inner, outer)
        return self._listed(inner, outer)

    # By name, by values that are listed, by variants

    def _of_kinds(self, inner: Type, outer: Type) -> bool:
        ours, theirs = _resolved(inner, self._inner), _resolved(outer, self._outer)
        if isinstance(inner, Named) and isinstance(outer, Named):
            if not (isinstance(ours, NamedType) and isinstance(theirs, NamedType)):
                return False
            return self._pair(ours, theirs)
        return self._listed(ours, theirs)

    def _pair(self, inner: NamedType, outer: NamedType) -> bool:
        """Of two types of different names: by what they have, once."""
        pair = inner.name, outer.name
        if pair in self._held:
            return True
        if pair in self._failed or self._depth == _DEPTH:
            return False
        before = len(self._held)
        self._held[pair] = None
        self._depth += 1
        holds = self.declared(inner, outer)
        self._depth -= 1
        if not holds:
            # What was found to hold since then may have leaned on this pair.
            while len(self._held) > before:
                self._held.popitem()
            self._failed.add(pair)
        return holds

    def _listed(self, inner: Type | NamedType, outer: Type | NamedType) -> bool:
        if isinstance(outer, StructuredType) and outer.opaque:
            return True
        if isinstance(inner, UnionType):
            return all(self.holds(each, _in_use(outer)) for each in inner.variants)
        values, others = _values(inner), _values(outer)
        if isinstance(outer, UnionType):
            of_one = any(self.holds(_in_use(inner), each) for each in outer.variants)
            return of_one or (values is not None and self._spread(values, outer))
        if values is None:
            return (
                isinstance(inner, Primitive)
                and isinstance(outer, Primitive)
                and are_tighter(inner, outer)
            )
        if others is not None:
            return values.keys() <= others.keys()
        return isinstance(outer, Primitive) and all(
            can_be(value, outer) for value in values.values()
        )

    def _spread(self, values: Mapping[_Value, JsonScalar], outer: UnionType) -> bool:
        """Whether each of the values is one of some variant."""
        return all(
            any(self.holds(Literal(value), each) for each in outer.variants)
            for value in values.values()
        )

    # Objects

    def _objects(self, inner: StructuredType, outer: StructuredType) -> bool:
        """Of objects that know the same members: one that has others is another type."""
        ours = {each.name: each for each in inner.properties}
        theirs = {each.name: each for each in outer.properties}
        return (
            ours.keys() == theirs.keys()
            and inner.abstract == outer.abstract
            and (inner.opaque, inner.key) == (outer.opaque, outer.key)
            and self._bases(inner.base, outer.base)
            and self._discriminators(inner.discriminator, outer.discriminator)
            and (outer.open or not inner.open)
            and self._additional(inner.additional, outer.additional)
            and all(self._members(ours[name], theirs[name]) for name in ours)
        )

    def _bases(self, inner: str | None, outer: str | None) -> bool:
        if inner is None or outer is None:
            return inner is outer
        return self.holds(Named(inner), Named(outer))

    def _additional(self, inner: Type | None, outer: Type | None) -> bool:
        return outer is None or (inner is not None and self.holds(inner, outer))

    def _discriminators(self, inner: Discriminator | None, outer: Discriminator | None) -> bool:
        if inner is None or outer is None:
            return inner is outer
        ours, theirs = dict(inner.mapping), dict(outer.mapping)
        return (
            inner.property == outer.property
            and ours.keys() == theirs.keys()
            and all(self.holds(Named(ours[value]), Named(theirs[value])) for value in ours)
        )

    def _members(self, inner: PropertyType, outer: PropertyType) -> bool:
        ours, theirs = inner.writing, outer.writing
        return (
            (inner.required or not outer.required)
            and (ours.required_on_create or not theirs.required_on_create)
            and (ours.insertable, ours.updatable, ours.computed)
            == (theirs.insertable, theirs.updatable, theirs.computed)
            and inner.default == outer.default
            and self.holds(inner.type, outer.type)
        )


def _resolved(type_: Type, types: Mapping[str, NamedType]) -> Type | NamedType:
    return types.get(type_.name, type_) if isinstance(type_, Named) else type_


def _in_use(type_: Type | NamedType) -> Type:
    return Named(type_.name) if isinstance(type_, StructuredType | EnumType | UnionType) else type_


def _values(type_: Type | NamedType) -> dict[_Value, JsonScalar] | None:
    """All values of a type that lists them, by what JSON takes for equal; None when it does not."""
    match type_:
        case Literal(value):
            return {_identity(value): value}
        case EnumType(members=members):
            return {_identity(each.value): each.value for each in members}
        case Primitive("Edm.Boolean"):
            return {_identity(value): value for value in (True, False)}
    return None


def _identity(value: JsonScalar) -> _Value:
    """1 and 1.0 are one number; true is none."""
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return Decimal, Decimal(str(value))
    return type(value), value
