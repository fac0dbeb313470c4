"""Schemas that apply themselves to the same value, which would never end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edmund.frontends.json_schema import assertions as a
from edmund.frontends.json_schema.locations import Location

__all__ = ["first_loop"]


def first_loop(nodes: Sequence[a.Node]) -> Location | None:
    """Where a schema is that leads back to itself on the same value; None when there is none."""
    done = [False] * len(nodes)
    for start in range(len(nodes)):
        if done[start]:
            continue
        # Depth first; `path` are the nodes from `start` to where we are, each with what is left to follow.
        path = [(start, _in_place(nodes[start]))]
        on_path = {start}
        while path:
            index, left = path[-1]
            following = next(left, None)
            if following is None:
                path.pop()
                on_path.discard(index)
                done[index] = True
            elif following in on_path:
                return nodes[following].location
            elif not done[following]:
                path.append((following, _in_place(nodes[following])))
                on_path.add(following)
    return None


def _in_place(node: a.Node) -> Iterator[int]:
    """The nodes that a node applies to the same value."""
    for each in node.assertions:
        if isinstance(each, a.Reference | a.DynamicReference | a.Not):
            yield each.target
        elif isinstance(each, a.AllOf | a.AnyOf | a.OneOf):
            yield from each.branches
        elif isinstance(each, a.Condition):
            yield from (i for i in (each.condition, each.holds, each.fails) if i is not None)
        elif isinstance(each, a.DependentSchemas):
            yield from each.targets.values()
