"""Which keys can occur twice on one path, so that the official client numbers them (`by_message_id1`)."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.surface.elements import Resource, SegmentKind, Surface

__all__ = ["recurring_keys"]

_KEYS = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE)


def recurring_keys(surface: Surface, names: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The accessors of keys that some path has twice; `names` are each resource's accessors.

    A set of names is a bit set; what a resource leads to is the union over the strongly connected
    components below it (Tarjan's algorithm, which finishes a component after all that it leads to).
    """
    bit_of: dict[str, int] = {}
    keys: dict[str, list[tuple[int, str]]] = {}
    for resource in surface.resources:
        for edge, name in zip(resource.edges, names[resource.id], strict=True):
            if edge.kind in _KEYS:
                bit = bit_of.setdefault(name, 1 << len(bit_of))
                keys.setdefault(resource.id, []).append((bit, edge.target))
    reach = _reach(surface, keys)
    found = 0
    for pairs in keys.values():
        for bit, target in pairs:
            if reach[target] & bit:
                found |= bit
    return frozenset(name for name, bit in bit_of.items() if found & bit)


def _reach(surface: Surface, keys: Mapping[str, list[tuple[int, str]]]) -> dict[str, int]:
    """For each resource, the bits of the keys at and below it."""
    by_id = surface.by_id
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    reach: dict[str, int] = {}
    stack: list[str] = []
    for start in by_id:
        if start in index:
            continue
        work = [(start, iter([e.target for e in by_id[start].edges]))]
        index[start] = low[start] = len(index)
        stack.append(start)
        while work:
            node, targets = work[-1]
            for target in targets:
                if target not in index:
                    index[target] = low[target] = len(index)
                    stack.append(target)
                    work.append((target, iter([e.target for e in by_id[target].edges])))
                    break
                if target not in reach:
                    low[node] = min(low[node], index[target])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    _finish(node, stack, by_id, keys, reach)
    return reach


def _finish(
    node: str,
    stack: list[str],
    by_id: Mapping[str, Resource],
    keys: Mapping[str, list[tuple[int, str]]],
    reach: dict[str, int],
) -> None:
    """Give all members of `node`'s component what any of them leads to."""
    at = stack.index(node)
    members = stack[at:]
    del stack[at:]
    inside = set(members)
    bits = 0
    for member in members:
        for bit, _ in keys.get(member, ()):
            bits |= bit
        for edge in by_id[member].edges:
            if edge.target not in inside:
                bits |= reach[edge.target]
    for member in members:
        reach[member] = bits
