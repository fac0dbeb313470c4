"""Lowering of enumerations: one file for each class."""

from __future__ import annotations

from edmund.surface.shapes import JsonScalar
from edmund.surface.types import EnumType
from edmund.targets.java.imports import Imports
from edmund.targets.java.layout import Layout, member_keys
from edmund.targets.java.literals import javadoc, scalar_literal
from edmund.targets.java.source import Call, Expression, Text, class_header, constant, signature
from edmund.targets.java.views import EnumView, FieldView
from edmund.targets.prose import documentation_text

__all__ = ["is_text", "lower_enum"]


def is_text(type_: EnumType) -> bool:
    """Whether all members are texts."""
    return all(isinstance(member.value, str) for member in type_.members)


def lower_enum(type_: EnumType, layout: Layout) -> EnumView:
    """The class of an enumeration, open to members that come later."""
    place = layout.places[type_.name]
    cls = place.cls
    imports = Imports(place.package, layout.root, (cls,))
    of_texts = is_text(type_)
    enum_type = imports.runtime("EnumType" if of_texts else "ScalarEnumType")
    base = imports.runtime("OpenEnum" if of_texts else "ScalarEnum")
    value = "String" if of_texts else f"@{imports.runtime('Nullable')} Object"
    names = layout.members[type_.name]
    members = []
    for key, member in zip(member_keys(type_), type_.members, strict=True):
        doc = javadoc(documentation_text(member.documentation), 2)
        # The short form of a call: a static initializer holds 64 KB of code (JVM Specification, 4.7.3).
        declared = Call("declared", (_literal(member.value),))
        field = constant(f"public static final {cls}", names[key], declared)
        members.append(FieldView(bool(doc), doc, field))
    kind = "Flags" if type_.flags else "The enumeration"
    made = Call(f"new {enum_type}<>", (Text(type_.name), f"{cls}::new"))
    return EnumView(
        package=place.package,
        imports=imports.statements(),
        doc=javadoc(documentation_text(type_.documentation) or f"{kind} {type_.name}."),
        header=class_header(f"public final class {cls}", base),
        cls=cls,
        type_constant=constant(f"public static final {enum_type}<{cls}>", "TYPE", made),
        members=tuple(members),
        type_method=f"protected {enum_type}<?> type() {{",
        value=value,
        kind="text" if of_texts else "value",
        for_value=signature(f"public static {cls}", "forValue", (f"{value} value",)),
    )


def _literal(value: JsonScalar) -> Expression:
    """A member's value: a text, or another value as Java writes it."""
    return Text(value) if isinstance(value, str) else scalar_literal(value)
