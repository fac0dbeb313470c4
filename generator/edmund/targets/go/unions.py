"""Unions as Go: a struct that holds a value of one of several types, with an accessor for each."""

from __future__ import annotations

from collections.abc import Callable

from edmund.naming.distinct import distinct
from edmund.plan.unions import PlannedUnion, PlannedVariant, planned_union
from edmund.surface.types import Types, UnionType
from edmund.targets.go.literals import comment, string_literal
from edmund.targets.go.model_views import AccessorView, UnionView
from edmund.targets.go.structured import variable
from edmund.targets.go.tables import union_facts, variant_source
from edmund.targets.go.values import Values
from edmund.targets.prose import documentation_text

__all__ = ["union_view", "variant_names"]

# What every union has beside its variants.
_MEMBERS = ("Raw",)


def union_view(
    type_: UnionType, types: Types, values: Values, imports: tuple[str, ...]
) -> UnionView:
    """The file of a union; `imports` are the lines that it needs anyway."""
    name = values.layout.names[type_.name]
    planned = planned_union(type_, types)
    names = variant_names(planned, values.layout.spelling.property)
    accessors = tuple(
        _accessor(names[at], at, variant, values) for at, variant in enumerate(planned.variants)
    )
    timed = any("time.Time" in accessor.type for accessor in accessors)
    text = documentation_text(type_.documentation) or "A setter makes it one of them."
    return UnionView(
        imports=('\t"time"', "", *imports) if timed else imports,
        name=name,
        variable=variable(name),
        comment=comment(f"{name} is one of several types: {text}"),
        schema_name=string_literal(type_.name),
        facts="".join(f", {fact}" for fact in union_facts(planned)),
        variants=tuple(variant_source(variant, types) for variant in planned.variants),
        accessors=accessors,
    )


def variant_names(planned: PlannedUnion, spell: Callable[[str], str]) -> tuple[str, ...]:
    """What follows `Get` and `Set` for each variant."""
    places = [str(at) for at in range(len(planned.variants))]
    names = distinct(places, lambda at: spell(planned.variants[int(at)].name), _MEMBERS).names
    return tuple(names[at] for at in places)


def _accessor(name: str, at: int, variant: PlannedVariant, values: Values) -> AccessorView:
    value = values.of(variant.type)
    nothing = "Value" if value.has_nil else ""
    return AccessorView(
        name,
        value.optional,
        value.optional,
        comment(f"Get{name} gives the value as {value.type}; nil when it is of another type."),
        comment(f"Set{name} makes the value one of {value.type}; nil is null."),
        (f"return odata.GetVariant{nothing}(&m.Union, {at}, {value.codec})",),
        f"odata.SetVariant{nothing}(&m.Union, {at}, {value.codec}, value)",
    )
