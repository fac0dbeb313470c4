"""Lowering of enumerations: one file for each class, and more where one class cannot hold all members.

The code that gives constants their values is one method, which holds 64 KB (JVM Specification, section 4.7.3): that is
some 7,000 members. An enumeration of more has its constants in interfaces that its class implements, so that users
write the same. Each interface has a class beside it that declares its members when the enumeration itself is loaded:
what is known must not depend on which constants were used. The interfaces wait for the enumeration when they are
loaded, and never the other way round.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edmund.render.files import GeneratedFile
from edmund.surface.shapes import JsonScalar
from edmund.surface.types import EnumType
from edmund.targets.java.imports import Imports
from edmund.targets.java.layout import Layout, Place
from edmund.targets.java.literals import javadoc, scalar_literal
from edmund.targets.java.source import (
    Call,
    Expression,
    Text,
    class_header,
    constant,
    flat,
    signature,
)
from edmund.targets.java.views import EnumMembersView, EnumView, FieldView
from edmund.targets.prose import documentation_text

__all__ = ["is_text", "lower_enum"]

_MOST = 5000
"""How many members one class has: each takes nine bytes of code."""

_PART = 4000


def is_text(type_: EnumType) -> bool:
    """Whether all members are texts."""
    return all(isinstance(member.value, str) for member in type_.members)


def lower_enum(type_: EnumType, layout: Layout) -> Iterator[GeneratedFile]:
    """The files of an enumeration, open to members that come later."""
    place = layout.places[type_.name]
    members = _members(type_, layout)
    is_split = len(members) > _MOST
    starts = range(0, len(members), _PART) if is_split else ()
    shares = [members[at : at + _PART] for at in starts]
    parts = _part_names(place, len(shares), layout)
    shown = () if is_split else members
    fields = tuple(member.field(f"public static final {place.cls}", "declared") for member in shown)
    view = _enum(type_, layout, fields, parts)
    yield GeneratedFile(place.path, "models/enum.java.jinja", view)
    for name, share in zip(parts, shares, strict=True):
        constants = tuple(
            # An interface says by itself that it is a constant.
            member.field(place.cls, f"{place.cls}.declared")
            for member in share
        )
        statements = tuple(f"{flat(member.declared(place.cls))};" for member in share)
        members_view = EnumMembersView(place.package, place.cls, name, constants, statements)
        path = Place(place.package, name).path
        yield GeneratedFile(path, "models/enum_members.java.jinja", members_view)


@dataclass(frozen=True, slots=True)
class _Member:
    name: str
    doc: str
    value: Expression

    def field(self, head: str, declared: str) -> FieldView:
        """Its declaration: `head` is what stands before the name, `declared` the method that makes it."""
        made = Call(declared, (self.value,))
        return FieldView(bool(self.doc), self.doc, constant(head, self.name, made))

    def declared(self, cls: str) -> Expression:
        """The call that makes it."""
        return Call(f"{cls}.declared", (self.value,))


def _members(type_: EnumType, layout: Layout) -> tuple[_Member, ...]:
    names = layout.members[type_.name]
    return tuple(
        _Member(
            names[member.name],
            javadoc(documentation_text(member.documentation), 2),
            _literal(member.value),
        )
        for member in type_.members
    )


def _part_names(place: Place, count: int, layout: Layout) -> tuple[str, ...]:
    """The interfaces with the constants, none of which is called as a class of the same package."""
    beside = (*layout.places.values(), *layout.pages.values())
    taken = {other.cls.lower() for other in beside if other.package == place.package}
    stem = f"{place.cls}Members"
    while any(f"{stem}{number}".lower() in taken for number in range(1, count + 1)):
        stem += "_"
    return tuple(f"{stem}{number}" for number in range(1, count + 1))


def _enum(
    type_: EnumType, layout: Layout, fields: tuple[FieldView, ...], parts: Sequence[str]
) -> EnumView:
    place = layout.places[type_.name]
    cls = place.cls
    imports = Imports(place.package, layout.root, (cls,))
    of_texts = is_text(type_)
    enum_type = imports.runtime("EnumType" if of_texts else "ScalarEnumType")
    base = imports.runtime("OpenEnum" if of_texts else "ScalarEnum")
    value = "String" if of_texts else f"@{imports.runtime('Nullable')} Object"
    kind = "Flags" if type_.flags else "The enumeration"
    made = Call(f"new {enum_type}<>", (Text(type_.name), f"{cls}::new"))
    return EnumView(
        package=place.package,
        imports=imports.statements(),
        doc=javadoc(documentation_text(type_.documentation) or f"{kind} {type_.name}."),
        header=class_header(f"public final class {cls}", base, parts),
        cls=cls,
        type_constant=constant(f"public static final {enum_type}<{cls}>", "TYPE", made),
        members=fields,
        parts=tuple(parts),
        declaring="static" if parts else "private static",
        type_method=f"protected {enum_type}<?> type() {{",
        value=value,
        kind="text" if of_texts else "value",
        for_value=signature(f"public static {cls}", "forValue", (f"{value} value",)),
    )


def _literal(value: JsonScalar) -> Expression:
    """A member's value: a text, or another value as Java writes it."""
    return Text(value) if isinstance(value, str) else scalar_literal(value)
