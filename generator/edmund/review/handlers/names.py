"""Names in generated code that change because another element comes or goes.

Code of most languages cannot tell `Order` from `_Order`, or `sku_id` from `SkuId`: one of them has the plain
name and each other one a number. Who comes before the others takes that name from the one that had it, and
callers' source means something else or no longer compiles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from edmund.diagnostics import Span
from edmund.model.elements import EnumType, Model, StructuredType
from edmund.review.comparison import Comparison
from edmund.review.findings import Change
from edmund.review.shape import Shape, members_of, namespace_of, simple_name

__all__ = ["RULE", "compare_names"]

RULE = "generated-name-changed"

_Places = Mapping[str, Span | None]
"""Names that must be told apart, in the order in which they choose, with their places."""


def compare_names(c: Comparison) -> Iterator[Change]:
    """Types and members that both versions have, and whose place among names alike is another one."""
    after = _types(c.new.model)
    for namespace, before in _types(c.old.model).items():
        yield from _moved(f"{namespace}.", before, after.get(namespace, {}), "type")
    common = {name for shape in (c.old, c.new) for name in _not_alone(shape.model)}
    for old, new in c.common_types():
        if isinstance(old, StructuredType) and isinstance(new, StructuredType):
            own = {m.name for m in members_of(old) if _folded(m.name) in common}
            if not own:
                continue
            own -= c.old.inherited_members(old.name)
            moved = _moved(f"{old.name}/", _members(c.old, old), _members(c.new, new), "property")
            yield from (m for m in moved if m.element.removeprefix(f"{old.name}/") in own)
        elif isinstance(old, EnumType) and isinstance(new, EnumType):
            constants = [_by_spelling((m.name, m.span) for m in t.members) for t in (old, new)]
            yield from _moved(f"{old.name}/", constants[0], constants[1], "member")


def _moved(prefix: str, before: _Places, after: _Places, noun: str) -> Iterator[Change]:
    old, new = _rivals(before), _rivals(after)
    for name, place in before.items():
        if name not in after:
            continue
        had, has = old[name].index(name), new[name].index(name)
        if had == has:
            continue
        first = new[name][0] if has else old[name][0]
        element = f"{prefix}{name}"
        message = f"{noun} {element} gets another name in generated code: {prefix}{first}"
        yield Change(
            RULE,
            element,
            f"{message} {'takes' if has else 'leaves'} the one that both would have",
            place,
            after[name],
            detail={"from": had + 1, "to": has + 1, "beside": f"{prefix}{first}"},
        )


def _not_alone(model: Model) -> Iterator[str]:
    """What is left of members' names where several types, or one of them several times, have one like it.

    Only these can be rivals: most types of a long chain of bases need no look at all that they inherit.
    """
    alike = Counter(
        _folded(member.name)
        for declared in model.types
        if isinstance(declared, StructuredType)
        for member in members_of(declared)
    )
    return (name for name, times in alike.items() if times > 1)


def _rivals(names: Iterable[str]) -> dict[str, list[str]]:
    """For each name all that are alike, itself among them, in order."""
    alike: dict[str, list[str]] = {}
    found: dict[str, list[str]] = {}
    for name in names:
        found[name] = alike.setdefault(_folded(name), [])
        found[name].append(name)
    return found


@lru_cache(maxsize=65536)
def _folded(name: str) -> str:
    """What is left where neither case nor what stands between words counts."""
    return "".join(filter(str.isalnum, name)).casefold() or name


def _by_spelling(found: Iterable[tuple[str, Span | None]]) -> dict[str, Span | None]:
    """In the order in which members choose: names without underscores first, then by their text."""
    return dict(sorted(found, key=lambda pair: (not pair[0].isalnum(), pair[0])))


def _types(model: Model) -> dict[str, dict[str, Span | None]]:
    """The types of each namespace, which choose in the order of the document."""
    found: dict[str, dict[str, Span | None]] = {}
    for declared in model.types:
        scope = found.setdefault(namespace_of(declared.name), {})
        scope[simple_name(declared.name)] = declared.span
    return found


def _members(shape: Shape, declared: StructuredType) -> dict[str, Span | None]:
    """All members: what is inherited has its name first."""
    found: dict[str, Span | None] = {}
    for type_ in (*reversed(shape.ancestors(declared.name)), declared):
        own = [(m.name, m.span) for m in members_of(type_) if m.name not in found]
        found.update(_by_spelling(own))
    return found
