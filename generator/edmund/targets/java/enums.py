"""Lowering of enumerations: one file for each class."""

from __future__ import annotations

from edmund.surface.types import EnumType
from edmund.targets.java.imports import Imports
from edmund.targets.java.layout import Layout
from edmund.targets.java.literals import javadoc
from edmund.targets.java.source import Call, Text, class_header, constant, signature
from edmund.targets.java.views import EnumView, FieldView
from edmund.targets.prose import documentation_text

__all__ = ["lower_enum"]


def lower_enum(type_: EnumType, layout: Layout) -> EnumView:
    """The class of an enumeration, open to members that come later."""
    place = layout.places[type_.name]
    cls = place.cls
    imports = Imports(place.package, layout.root, (cls,))
    enum_type = imports.runtime("EnumType")
    base = imports.runtime("OpenEnum")
    names = layout.members[type_.name]
    members = []
    for member in type_.members:
        doc = javadoc(documentation_text(member.documentation), 2)
        # The short form of a call: a static initializer holds 64 KB of code (JVM Specification, 4.7.3).
        declared = Call("declared", (Text(member.name),))
        field = constant(f"public static final {cls}", names[member.name], declared)
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
        for_value=signature(f"public static {cls}", "forValue", ("String value",)),
    )
