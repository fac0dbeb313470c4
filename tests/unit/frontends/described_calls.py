"""What a surface says of types and calls, put so that descriptions of two kinds can be compared."""

from __future__ import annotations

from pathlib import Path

from edmund.surface.elements import Resource, Surface
from edmund.surface.lookup import spelled_edge
from edmund.surface.types import (
    Constraints,
    ListOf,
    Named,
    Nullable,
    Primitive,
    StructuredType,
    Type,
    Types,
)

METADATA = Path(__file__).resolve().parents[3] / "metadata"
CSDL = ("graph-identity.csdl", "graph-identity.annotations.csdl", "edmund.vocabulary.csdl")

# Method, path, type of the body, type of the answer.
Calls = set[tuple[str, str, object, object]]


def plain(type_: Type) -> Type:
    """A type without what only one of the two can say: which types a request may carry, text that is base64."""
    match type_:
        case Nullable(inner):
            return Nullable(plain(inner))
        case ListOf(item):
            return ListOf(plain(item))
        case Named(name):
            return Named(name)
        case Primitive(name, constraints):
            return Primitive(name, Constraints(is_url=constraints.is_url))
    return type_


def members(type_: StructuredType) -> dict[str, tuple[Type, bool, bool]]:
    """The type of each property, whether a request may set it, and whether it is a secret."""
    return {
        member.name: (
            plain(member.type),
            member.writing.insertable,
            member.secret,
        )
        for member in type_.properties
    }


def structured(types: Types) -> dict[str, StructuredType]:
    return {
        each.name: each
        for each in types.types
        if isinstance(each, StructuredType) and each.name.startswith("microsoft.graph.")
    }


def body_of(type_: Type | None, types: Types) -> object:
    """A body by its name, one without a name of the service's own by its members."""
    if isinstance(type_, Named) and not type_.name.startswith("microsoft.graph."):
        found = types.structured(type_.name)
        assert found is not None
        return frozenset((member.name, plain(member.type)) for member in found.properties)
    return None if type_ is None else plain(type_)


def answer_of(type_: Type | None, types: Types) -> object:
    """An answer; a page is the list of what is in it, null is no answer."""
    if isinstance(type_, Nullable):
        type_ = type_.type
    if isinstance(type_, Named) and not type_.name.startswith("microsoft.graph."):
        found = types.structured(type_.name)
        assert found is not None
        value = (plain(member.type) for member in found.properties if member.name == "value")
        return next(value, type_.name)
    return None if type_ is None else plain(type_)


def calls_of(resource: Resource, path: str, types: Types) -> Calls:
    """The calls of a resource of CSDL where it is at `path`."""
    found: Calls = set()
    for call in resource.calls:
        body: object = body_of(call.body, types)
        if call.parameters:
            body = frozenset((each.name, plain(each.type)) for each in call.parameters)
        found.add((call.method.value, path, body, answer_of(call.returns, types)))
    return found


def calls_of_csdl(surface: Surface) -> Calls:
    found: Calls = set()
    waiting = [("", surface.root)]
    while waiting:
        path, name = waiting.pop()
        resource = surface.by_id[name]
        found |= calls_of(resource, path, surface.types)
        waiting += [(path + spelled_edge(edge), edge.target) for edge in resource.edges]
    return found


def calls_of_openapi(surface: Surface) -> Calls:
    return {
        (
            call.method.value,
            resource.id,
            body_of(call.body, surface.types),
            answer_of(call.returns, surface.types),
        )
        for resource in surface.resources
        for call in resource.calls
    }
