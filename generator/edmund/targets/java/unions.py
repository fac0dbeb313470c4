"""Lowering of unions: one file for each class."""

from __future__ import annotations

from edmund.naming.distinct import distinct
from edmund.plan.unions import PlannedUnion, PlannedVariant, planned_union
from edmund.surface.elements import Surface
from edmund.surface.json_kinds import JsonKind
from edmund.surface.types import UnionType
from edmund.targets.java.imports import Imports
from edmund.targets.java.layout import Layout
from edmund.targets.java.literals import javadoc
from edmund.targets.java.names import pascal
from edmund.targets.java.source import (
    Call,
    Chain,
    Text,
    class_header,
    constant,
    signature,
    statement,
)
from edmund.targets.java.types import JavaType, Types
from edmund.targets.java.value_shapes import shape_of_value
from edmund.targets.java.views import MethodView, UnionView
from edmund.targets.prose import documentation_text

__all__ = ["lower_union", "variant_names"]

_TAKEN = ("Class", "Raw")
"""What follows `get` in the methods that every union has."""


def lower_union(union: UnionType, surface: Surface, layout: Layout) -> UnionView:
    """The class of a union: made from each variant, with an accessor for each."""
    place = layout.places[union.name]
    cls = place.cls
    imports = Imports(place.package, layout.root, (cls,))
    value = imports.runtime("UnionValue")
    types = Types(surface, layout, imports)
    planned = planned_union(union, surface.types)
    union_type = imports.runtime("UnionType")
    base = imports.runtime("Union")
    names = variant_names(planned)
    statements = []
    if planned.property is not None:
        statements.append(statement("", Call("union.discriminator", (Text(planned.property),)), 4))
    if any(JsonKind.NULL in variant.kinds for variant in planned.variants):
        statements.append("union.takesNull();")
    methods: list[MethodView] = []
    for at, variant in enumerate(planned.variants):
        java = types.value(variant.type)
        statements.append(_described(variant, java, types))
        methods += _methods(at, names[at], java, cls, imports)
    made = Call(
        f"new {union_type}<>", (Text(union.name), f"{cls}.class", f"{cls}::new", f"{cls}::describe")
    )
    shown = ", ".join(names)
    return UnionView(
        package=place.package,
        imports=imports.statements(),
        doc=javadoc(documentation_text(union.documentation) or f"One of: {shown}."),
        header=class_header(f"public final class {cls}", base),
        cls=cls,
        value=value,
        type_constant=constant(f"public static final {union_type}<{cls}>", "TYPE", made),
        describe=signature("private static void", "describe", (f"{union_type}<{cls}> union",)),
        statements=tuple(statements),
        methods=tuple(methods),
    )


def variant_names(union: PlannedUnion) -> tuple[str, ...]:
    """What follows `of` and `get` in the methods of each variant."""
    raw = {str(at): variant.name for at, variant in enumerate(union.variants)}
    return tuple(distinct(raw, lambda at: pascal(raw[at]), _TAKEN).names.values())


def _described(variant: PlannedVariant, java: JavaType, types: Types) -> str:
    kinds = sorted(kind.name for kind in variant.kinds if kind is not JsonKind.NULL)
    kind_class = types.imports.runtime("JsonKind")
    told = (java.codec, shape_of_value(variant.type, types))
    calls = [Call("variant", (*told, *(f"{kind_class}.{kind}" for kind in kinds)))]
    if variant.values:
        calls.append(Call("when", tuple(map(Text, variant.values))))
    if variant.member is not None:
        calls.append(Call("whenThere", (Text(variant.member),)))
    return statement("", Chain("union", tuple(calls)), 4)


def _methods(at: int, name: str, java: JavaType, cls: str, imports: Imports) -> list[MethodView]:
    value = Call(f"{imports.runtime('UnionValue')}.of", (str(at), java.codec, "value"))
    nullable = f"@{imports.runtime('Nullable')}"
    return [
        MethodView(
            True,
            f"/**\n   * A value that is one of {name}.\n   *\n   * @param value the value\n   */",
            signature(f"public static {cls}", f"of{name}", (f"{java.name} value",)),
            statement("return ", Call(f"new {cls}", (value,)), 4),
        ),
        MethodView(
            True,
            javadoc(f"The value if it is one of {name}, else null.", 2),
            signature(f"public {nullable} {java.name}", f"get{name}", ()),
            statement("return ", Call("as", (str(at), java.codec)), 4),
        ),
    ]
