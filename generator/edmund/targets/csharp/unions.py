"""Unions as classes: made from each variant, read as each, and raw where a value is of none."""

from __future__ import annotations

from collections import Counter

from edmund.naming.distinct import distinct
from edmund.plan.unions import PlannedUnion, PlannedVariant, planned_union
from edmund.surface.elements import Surface
from edmund.surface.json_kinds import JsonKind
from edmund.surface.types import UnionType
from edmund.targets.csharp.held_types import HeldType, HeldTypes
from edmund.targets.csharp.http.held_shapes import held_shape
from edmund.targets.csharp.literals import doc_lines, string_literal
from edmund.targets.csharp.names import class_name
from edmund.targets.csharp.views import UnionView, VariantView
from edmund.targets.prose import documentation_text

__all__ = ["factory_names", "union_view"]

# What every union has of its own (runtime/http/Union.cs).
_MEMBERS = (
    *("AsNone", "IsKnown", "Raw", "ToJson", "ToJsonNode", "ToString"),
    *("Equals", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals"),
)
_KINDS = {
    JsonKind.STRING: "String",
    JsonKind.NUMBER: "Number",
    JsonKind.BOOLEAN: "Boolean",
    JsonKind.OBJECT: "Object",
    JsonKind.ARRAY: "Array",
    JsonKind.NULL: "Null",
}


def union_view(union: UnionType, surface: Surface, held: HeldTypes, namespace: str) -> UnionView:
    """The class of a union."""
    names = held.members.names
    cls = held.members.layout.places[union.name].cls
    plan = planned_union(union, surface.types)
    given = _variant_names(plan, cls)
    types = [held.of(variant.type) for variant in plan.variants]
    # Where two variants have one C# type, a value does not say which is meant.
    counts = Counter(type_.written for type_ in types)
    return UnionView(
        doc=doc_lines(documentation_text(union.documentation) or f"The union {union.name}."),
        name=cls,
        bases=f"{names.known('Union')}, {names.known('IUnion', cls)}",
        interface=names.known("IUnion", cls),
        shape=names.known("UnionShape"),
        type_name=string_literal(union.name),
        property="null" if plan.property is None else string_literal(plan.property),
        variants=tuple(
            VariantView(
                name=given[at],
                at=str(at),
                shape=_shape(variant, at, type_, held),
                type=type_.written,
                optional=type_.optional,
                argument=type_.argument,
                codec=type_.codec,
                codec_type=names.known("Codec", type_.argument),
                typed=names.full("TypedValue", type_.argument),
                is_alone=counts[type_.written] == 1 and type_.written != cls,
            )
            for at, (variant, type_) in enumerate(zip(plan.variants, types, strict=True))
        ),
        namespace=namespace,
        usings=names.usings(),
    )


def factory_names(union: UnionType, held: HeldTypes) -> tuple[str, ...]:
    """The methods that make a union of each of its variants."""
    cls = held.members.layout.places[union.name].cls
    plan = planned_union(union, held.members.surface.types)
    return tuple(f"From{name}" for name in _variant_names(plan, cls))


def _variant_names(plan: PlannedUnion, cls: str) -> tuple[str, ...]:
    wanted = {str(at): class_name(variant.name) for at, variant in enumerate(plan.variants)}
    return tuple(distinct(wanted, wanted.__getitem__, (cls, "None")).names.values())


def _shape(variant: PlannedVariant, at: int, type_: HeldType, held: HeldTypes) -> str:
    """The expression that makes the runtime's VariantShape."""
    names = held.members.names
    kinds_of = names.known("JsonKinds")
    kinds = " | ".join(f"{kinds_of}.{_KINDS[k]}" for k in JsonKind if k in variant.kinds)
    facts = []
    if variant.values:
        facts.append(f"Values = [{', '.join(map(string_literal, variant.values))}]")
    if variant.member is not None:
        facts.append(f"Member = {string_literal(variant.member)}")
    typed = names.full("TypedValue", type_.argument)
    read = f"static raw => new {typed}(s_codec{at}.Read(raw), s_codec{at}, raw)"
    holds = held_shape(variant.type, held.members.surface.types)
    made = f"new({kinds or f'{kinds_of}.None'}, {read}, {holds})"
    return f"{made} {{ {', '.join(facts)} }}" if facts else made
