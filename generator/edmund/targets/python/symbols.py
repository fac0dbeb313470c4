"""The names that users of the generated Python package write, by schema element, for reviews."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from edmund.model.elements import Model
from edmund.surface.elements import Edge, Resource, ResourceKind, SegmentKind, Surface
from edmund.targets.python.chain_names import accessor_names
from edmund.targets.python.layout import lay_out

__all__ = ["python_symbols"]

_OPERATIONS = (ResourceKind.ACTION, ResourceKind.FUNCTION)
_KEYS = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE, SegmentKind.ALTERNATE_KEY)


def python_symbols(model: Model, surface: Surface | None = None) -> Mapping[str, str]:
    """`ns.type` to its class, `ns.type/property` to `Class.attribute`, `ns.enum/member` to `Enum.Member`.

    A property is listed under the type that declares it and under those that inherit it. With a surface
    also `ns.operation`, each overload (`ns.action(binding)`, `ns.function(binding|parameter,parameter)`)
    and `ns.Container/child`, to what leads there: `client.users.by_user_id(...).send_mail`.
    """
    layout = lay_out(model)
    found: dict[str, str] = {}
    for name, place in layout.places.items():
        found[name] = place.cls
        names = layout.attributes.get(name) or layout.members.get(name) or {}
        found.update((f"{name}/{wire}", f"{place.cls}.{own}") for wire, own in names.items())
    if surface is not None:
        for element, accessor in _accessors(surface):
            found.setdefault(element, accessor)
    return found


def _accessors(surface: Surface) -> Iterator[tuple[str, str]]:
    """Elements with a chain of accessors, in the order of the walk: the shortest way names them.

    Not by the builders' classes: nobody writes these, and annotations of another document rename them.
    """
    chains = {surface.root: "client"}
    for resource in surface.resources:
        for edge, name in zip(resource.edges, accessor_names(resource), strict=True):
            chain = f"{chains[resource.id]}.{name}"
            target = surface.by_id[edge.target]
            if edge.kind is SegmentKind.CHILD and edge.qualified_name is not None:
                yield edge.qualified_name, chain
            if target.kind in _OPERATIONS and edge.qualified_name is not None:
                yield _overload(target, edge), chain
                yield edge.qualified_name, chain
            called = edge.kind in _KEYS or edge.parameters
            chains.setdefault(edge.target, f"{chain}(...)" if called else chain)


def _overload(target: Resource, edge: Edge) -> str:
    """The overload's name out of the resource's id, where a function's parameters follow a comma."""
    text = target.id.partition(":")[2].partition("@")[0]
    if target.kind is ResourceKind.ACTION:
        return text
    name, _, inside = text.partition("(")
    words = inside[:-1].split(",")
    binding = "" if edge.kind is SegmentKind.IMPORT else words.pop(0)
    return f"{name}({binding}|{','.join(sorted(w for w in words if w))})"
