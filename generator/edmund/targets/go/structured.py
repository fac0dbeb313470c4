"""Structured types as Go: those of the schema, bodies and answers of operations, pages of collections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from edmund.naming.distinct import distinct
from edmund.surface.shapes import PropertyShape, ValueShape
from edmund.targets.go.literals import comment, string_literal
from edmund.targets.go.model_views import AccessorView, StructuredView
from edmund.targets.go.names import unexported
from edmund.targets.go.tables import property_source, rule_sources
from edmund.targets.go.values import Accessors, Values

__all__ = ["LINKS", "Member", "accessor", "imports_of", "payload", "variable"]

LINKS = {
    "OdataNextLink": ("@odata.nextLink", "Edm.String", "the URL of the next page."),
    "OdataDeltaLink": (
        "@odata.deltaLink",
        "Edm.String",
        "where later changes can be asked for.",
    ),
    "OdataCount": ("@odata.count", "Edm.Int64", "the number of all items."),
}
"""What says where a collection goes on (OData JSON Format 4.01, section 4.6)."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a body or an answer that has no type in the schema."""

    shape: PropertyShape
    secret: bool = False
    wire: str | None = None


def variable(name: str) -> str:
    """The variable with the table of the Go type called `name`."""
    return f"{unexported(name)}Table"


def accessor(name: str, found: Accessors, wire_name: str, text: str) -> AccessorView:
    """Getter and setter of a property called `name` in Go; `text` says what it is."""
    about = f"{wire_name}: {text}" if text else f"{wire_name}."
    return AccessorView(
        name,
        found.type,
        found.setter_type,
        comment(f"Get{name} gives {about}"),
        comment(f"Set{name} sets {wire_name}; nil is an explicit null."),
        found.getter,
        found.setter,
    )


def payload(
    name: str,
    text: str,
    members: Iterable[Member],
    values: Values,
    *,
    operation: str = "",
    paged: bool = False,
) -> StructuredView:
    """A type that has no name in the schema: `paged` ones say where the collection goes on."""
    given = list(members)
    taken = ("AdditionalData", "OdataType", *(LINKS if paged else ()))
    spelling = values.layout.spelling
    names = distinct(
        [m.shape.name for m in given], lambda wire: spelling.member(operation, wire), taken
    ).names
    accessors = [_named_accessor(names[m.shape.name], m.shape, "", values) for m in given]
    properties = [property_source(m.shape, m.secret, wire=m.wire) for m in given]
    if paged:
        for link, (wire, edm, said) in LINKS.items():
            shape = PropertyShape(wire, ValueShape(edm))
            accessors.append(_named_accessor(link, shape, said, values))
            properties.append(property_source(shape))
    return StructuredView(
        name=name,
        variable=variable(name),
        comment=comment(text),
        embedded="odata.Object",
        embedded_interface="odata.Model",
        schema_name=string_literal(""),
        label=string_literal(name),
        facts="",
        has_properties=bool(properties),
        properties=tuple(properties),
        rules=rule_sources(m.shape for m in given),
        accessors=tuple(accessors),
    )


def _named_accessor(name: str, shape: PropertyShape, text: str, values: Values) -> AccessorView:
    value = shape.value
    found = values.accessors(shape.name, value.type, value.collection)
    return accessor(name, found, shape.name, text)


def imports_of(module: str, views: Iterable[StructuredView], *others: str) -> tuple[str, ...]:
    """The import lines of a file with these types: the standard library first, then `others` and the runtime."""
    own = sorted({f'\t"{module}/runtime/odata"', *(f'\t"{module}/{path}"' for path in others)})
    timed = any("time.Time" in a.type for v in views for a in v.accessors)
    return ('\t"time"', "", *own) if timed else tuple(own)
