"""Elements that are called, each with the chain of accessors that its users write, for reviews."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from edmund.surface.elements import Edge, Resource, ResourceKind, SegmentKind, Surface

__all__ = ["element_chains"]

_OPERATIONS = (ResourceKind.ACTION, ResourceKind.FUNCTION)


def element_chains(
    surface: Surface, start: str, extended: Callable[[str, Resource, int], tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Pairs of a schema element and a chain, in the order of the walk: the first of an element is its shortest way.

    Elements are `ns.Container/child`, `ns.operation`, and each overload (`ns.action(binding)`,
    `ns.function(binding|parameter,parameter)`); where paths form a tree, each path. `start` is the chain of the root, such as `client`.
    `extended(chain, resource, index)` gives the chain for the edge with that index of `resource`, and the same
    as it goes on, with an ellipsis for arguments: (`client.users.by_user_id`, `client.users.by_user_id(...)`).
    Chains do not name the builders' classes: nobody writes these, and annotations of another document rename them.
    """
    chains = {surface.root: start}
    for resource in surface.resources:
        for index, edge in enumerate(resource.edges):
            chain, onward = extended(chains[resource.id], resource, index)
            target = surface.by_id[edge.target]
            if edge.kind is SegmentKind.CHILD and edge.qualified_name is not None:
                yield edge.qualified_name, chain
            if target.kind is ResourceKind.PATH:
                yield target.id, onward
            if target.kind in _OPERATIONS and edge.qualified_name is not None:
                yield _overload(target, edge), chain
                yield edge.qualified_name, chain
            chains.setdefault(edge.target, onward)


def _overload(target: Resource, edge: Edge) -> str:
    """The overload's name out of the resource's id, where a function's parameters follow a comma."""
    text = target.id.partition(":")[2].partition("@")[0]
    if target.kind is ResourceKind.ACTION:
        return text
    name, _, inside = text.partition("(")
    words = inside[:-1].split(",")
    binding = "" if edge.kind is SegmentKind.IMPORT else words.pop(0)
    return f"{name}({binding}|{','.join(sorted(w for w in words if w))})"
