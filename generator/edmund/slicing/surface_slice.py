"""A smaller Surface: the calls of chosen paths, chosen types, and the types that these need.

Patterns are those of `selection`, as `surface/path_pattern.py` compares them where paths form a tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.slicing.slice import Selection
from edmund.suggestions import did_you_mean, near_names, near_qualified_names
from edmund.surface.elements import Call, Resource, Surface
from edmund.surface.exchange import Content, HttpCall
from edmund.surface.path_pattern import PathPattern
from edmund.surface.types import (
    ListOf,
    MapOf,
    Named,
    NamedType,
    Nullable,
    StructuredType,
    Type,
    Types,
    UnionType,
)

__all__ = ["SurfaceSlice", "slice_surface"]

Reasons = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class SurfaceSlice:
    """`reasons` tells for each type why it is there, the selection first."""

    surface: Surface
    reasons: Mapping[str, tuple[str, ...]]


def slice_surface(surface: Surface, selection: Selection) -> SurfaceSlice:
    """The part of `surface` that the selection needs. Raises EdmundError (EDM301, EDM302) when a part matches nothing."""
    types = surface.types
    if selection.is_everything:
        return SurfaceSlice(surface, {t.name: ("everything is selected",) for t in types.types})
    problems: list[Diagnostic] = []
    reasons: Reasons = {}
    for name in selection.include_types:
        if name in types.by_name:
            reasons.setdefault(name, (f"{name} was selected by name",))
        else:
            hint = did_you_mean(near_qualified_names(name, types.by_name))
            message = f"no type is called {name!r}: nothing to include"
            problems.append(Diagnostic("EDM302", Severity.ERROR, message, None, hint))
    resources = _chosen(surface, selection.include_paths, reasons, problems)
    if problems:
        raise EdmundError(problems)
    _close(types, reasons)
    kept = tuple(each for each in types.types if each.name in reasons)
    definitions = tuple(
        (name, type_) for name, type_ in types.definitions if _names(type_) <= reasons.keys()
    )
    smaller = replace(types, types=kept, definitions=definitions)
    return SurfaceSlice(replace(surface, resources=resources, types=smaller), reasons)


def _chosen(
    surface: Surface, patterns: Iterable[str], reasons: Reasons, problems: list[Diagnostic]
) -> tuple[Resource, ...]:
    """The resources with calls whose path matches a pattern, and those that lead there."""
    called = [resource.id for resource in surface.resources if resource.calls]
    chosen: dict[str, str] = {}
    for pattern in patterns:
        compared = PathPattern(pattern)
        found = [name for name in called if compared.matches(name)]
        chosen.update((name, pattern) for name in found if name not in chosen)
        if not found:
            hint = did_you_mean(near_names(pattern, called))
            problems.append(
                Diagnostic("EDM301", Severity.ERROR, f"no path matches {pattern!r}", None, hint)
            )
    for resource in surface.resources:
        if resource.id in chosen:
            for call in resource.calls:
                reason = (
                    f"{call.method.value} {resource.id}, selected by path {chosen[resource.id]!r}"
                )
                for name in sorted(_of_call(call)):
                    reasons.setdefault(name, (f"{name} is used by {reason}",))
    return tuple(_pruned(surface, chosen.keys()))


def _pruned(surface: Surface, chosen: Iterable[str]) -> Iterator[Resource]:
    sources = {edge.target: each.id for each in surface.resources for edge in each.edges}
    leading = {surface.root}
    for name in chosen:
        at: str | None = name
        while at is not None and at not in leading:
            leading.add(at)
            at = sources.get(at)
    wanted = frozenset(chosen)
    for resource in surface.resources:
        if resource.id in leading:
            edges = tuple(edge for edge in resource.edges if edge.target in leading)
            calls = resource.calls if resource.id in wanted else ()
            yield replace(resource, edges=edges, calls=calls)


def _of_call(call: Call) -> set[str]:
    """The names of the types that a call takes and answers."""
    found = {name for type_ in (call.body, call.returns) if type_ for name in _names(type_)}
    if call.http is not None:
        for type_ in _of_exchange(call.http):
            found |= _names(type_)
    return found


def _of_exchange(http: HttpCall) -> Iterator[Type]:
    yield from (parameter.type for parameter in http.parameters)
    if http.content is not None:
        for content in http.content.contents:
            yield from _of_content(content)
    for answer in http.answers:
        yield from (header.type for header in answer.headers)
        for content in answer.contents:
            yield from _of_content(content)
    for callback in http.callbacks:
        yield from _of_exchange(callback)


def _of_content(content: Content) -> Iterator[Type]:
    yield from (type_ for type_ in (content.type, content.item) if type_ is not None)
    yield from (header.type for part in content.parts for header in part.headers)


def _names(type_: Type) -> set[str]:
    """The named types that a type in use consists of."""
    match type_:
        case Nullable(type=inner) | ListOf(item=inner) | MapOf(value=inner):
            return _names(inner)
        case Named():
            return {type_.name, *type_.types, *type_.writable_types}
    return set()


def _close(types: Types, reasons: Reasons) -> None:
    """Add what the chosen types need: bases, members, variants, and the types that a discriminator tells apart."""
    waiting = list(reasons)
    while waiting:
        name = waiting.pop()
        type_ = types.by_name.get(name)
        if type_ is None:
            del reasons[name]
            continue
        for needed in sorted(_needed_by(type_, types)):
            if needed not in reasons:
                reasons[needed] = (*reasons[name], f"{name} needs {needed}")
                waiting.append(needed)


def _needed_by(type_: NamedType, types: Types) -> set[str]:
    found: set[str] = set()
    if isinstance(type_, StructuredType):
        found |= {type_.base} if type_.base is not None else set()
        for member in type_.properties:
            found |= _names(member.type)
        if type_.additional is not None:
            found |= _names(type_.additional)
        if type_.discriminator is not None:
            found.update(name for _, name in type_.discriminator.mapping)
            found.update(types.derived_by_name.get(type_.name, ()))
    elif isinstance(type_, UnionType):
        for variant in type_.variants:
            found |= _names(variant)
    return found
