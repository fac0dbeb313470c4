"""Namespaces and types: there or not, their kind, base, key and flags."""

from __future__ import annotations

from collections.abc import Iterator

from edmund.model.elements import (
    EnumType,
    SchemaInfo,
    SchemaType,
    StructuredType,
    TypeDefinition,
    TypeKind,
    TypeReference,
)
from edmund.review.comparison import Comparison
from edmund.review.findings import Change, Level
from edmund.review.handlers.attributes import Pair, compare_facets
from edmund.review.likeness import Match, match_casing, match_types
from edmund.review.shape import Shape, members_of, namespace_of, simple_name
from edmund.review.specification import Facing

__all__ = ["compare_namespaces", "compare_types"]

_KINDS = {
    TypeKind.ENTITY: "EntityType",
    TypeKind.COMPLEX: "ComplexType",
    TypeKind.ENUM: "EnumType",
    TypeKind.TYPE_DEFINITION: "TypeDefinition",
}


def compare_namespaces(c: Comparison) -> Iterator[Change]:
    """Schemas by namespace; an alias is compared where both have the namespace."""
    old, new = c.old.namespaces, c.new.namespaces
    for name, span in old.items():
        if name not in new and name in c.old.declaring_namespaces:
            yield Change(
                "namespace-removed", name, f"namespace {name} is removed", span, c.new.place(None)
            )
    for name, span in new.items():
        if name not in old and name in c.new.declaring_namespaces:
            yield Change(
                "namespace-added", name, f"namespace {name} is added", c.old.place(None), span
            )
    # Several documents may share a namespace, each with an alias of its own.
    before, after = _schemas(c.old), _schemas(c.new)
    for name, schemas in before.items():
        others = after.get(name, [])
        aliases = [sorted({s.alias or "" for s in group} - {""}) for group in (schemas, others)]
        if others and aliases[0] != aliases[1]:
            texts = [", ".join(group) or None for group in aliases]
            yield Change(
                "schema-alias-changed",
                name,
                f"the alias of namespace {name} changes from {texts[0] or 'none'} "
                f"to {texts[1] or 'none'}",
                schemas[0].span,
                others[0].span,
                detail={"from": texts[0], "to": texts[1]},
            )


def _schemas(shape: Shape) -> dict[str, list[SchemaInfo]]:
    found: dict[str, list[SchemaInfo]] = {}
    for schema in shape.model.schemas:
        found.setdefault(schema.namespace, []).append(schema)
    return found


def compare_types(c: Comparison) -> Iterator[Change]:
    """Types by name. Members of an added or removed type are not listed one by one."""
    old, new = c.old.model.types_by_name, c.new.model.types_by_name
    removed = [t for t in c.old.model.types if t.name not in new]
    added = [t for t in c.new.model.types if t.name not in old]
    casing = match_casing((t.name for t in removed), (t.name for t in added))
    paired = set(casing) | set(casing.values())
    alike: dict[str, Match] = {}
    if c.options.likeness:
        alike = match_types(
            [t for t in removed if t.name not in paired], [t for t in added if t.name not in paired]
        )
    successors = {**{o: Match(o, n, 1.0) for o, n in casing.items()}, **alike}
    for t in removed:
        yield _removed(c, t, successors.get(t.name), t.name in casing)
    predecessors = {match.new: match for match in successors.values()}
    for t in added:
        yield _added(c, t, predecessors.get(t.name))
    for one, other in c.common_types():
        if one.kind is not other.kind:
            yield Change(
                "type-kind-changed",
                one.name,
                f"{one.name} changes from {_KINDS[one.kind]} to {_KINDS[other.kind]}",
                one.span,
                other.span,
                subject=one.name,
                detail={"from": _KINDS[one.kind], "to": _KINDS[other.kind]},
            )
        elif isinstance(one, StructuredType) and isinstance(other, StructuredType):
            yield from _compare_structured(c, one, other)
        elif isinstance(one, TypeDefinition) and isinstance(other, TypeDefinition):
            yield from _compare_definitions(one, other)


def _compare_definitions(old: TypeDefinition, new: TypeDefinition) -> Iterator[Change]:
    if old.underlying != new.underlying:
        yield Change(
            "type-definition-underlying-changed",
            old.name,
            f"{old.name} stands for {new.underlying} instead of {old.underlying}",
            old.span,
            new.span,
            subject=old.name,
            detail={"from": old.underlying, "to": new.underlying},
        )
    else:
        reference = TypeReference(old.underlying)
        pair = Pair(old.name, old.name, reference, reference, old.span, new.span, subject=old.name)
        yield from compare_facets(
            pair, old.facets, new.facets, type_name=old.underlying, texts=True
        )


def _member_count(t: SchemaType) -> int:
    if isinstance(t, StructuredType):
        return len(t.properties) + len(t.navigation_properties)
    return len(t.members) if isinstance(t, EnumType) else 0


def _removed(c: Comparison, t: SchemaType, match: Match | None, casing: bool) -> Change:
    detail: dict[str, object] = {"from": _KINDS[t.kind], "to": None, "members": _member_count(t)}
    rule, message = "type-removed", f"{_KINDS[t.kind]} {t.name} is removed"
    new = c.new.place(namespace_of(t.name))
    if match is not None:
        detail["renamed_to"] = match.new
        found = c.new.model.types_by_name[match.new]
        new = found.span or new
        if casing:
            rule, message = "type-casing-changed", f"{t.name} is now spelled {match.new}"
        else:
            detail["likeness"] = match.likeness
            moved = simple_name(t.name) == simple_name(match.new)
            rule = "type-moved" if moved else "type-renamed"
            message = (
                f"{t.name} seems to be {'moved' if moved else 'renamed'} to {match.new} "
                f"(likeness {match.likeness:.0%})"
            )
    return Change(
        rule,
        t.name,
        message,
        t.span,
        new,
        kind="type-removed",
        subject=t.name,
        detail=detail,
    )


def _added(c: Comparison, t: SchemaType, match: Match | None) -> Change:
    detail: dict[str, object] = {"from": None, "to": _KINDS[t.kind], "members": _member_count(t)}
    message = f"{_KINDS[t.kind]} {t.name} is added"
    rule = "type-added"
    if match is not None:
        detail["renamed_from"] = match.old
    elif isinstance(t, StructuredType) and not t.abstract:
        # No value is of an abstract type. The nearest ancestor that callers knew: responses that use it may now carry this type.
        known = next(
            (a.name for a in c.new.ancestors(t.name) if a.name in c.old.model.types_by_name), None
        )
        if known is not None and _in_responses(c, known):
            rule = "derived-type-added"
            detail["base"] = known
            message = f"{_KINDS[t.kind]} {t.name} is added, derived from {known}"
    return Change(
        rule,
        t.name,
        message,
        c.old.place(namespace_of(t.name)),
        t.span,
        kind="type-added",
        subject=t.name,
        detail=detail,
    )


def _in_responses(c: Comparison, name: str) -> bool:
    """Whether answers are declared to carry values of `name`; roots such as `entity` are not meant.

    A member or two of Graph are declared as `entity`, from which nearly all types derive: a caller
    cannot have listed those, and each new type would be a warning.
    """
    return (
        Facing.RESPONSE in c.old_usage.facings(name)
        and c.old_usage.is_carried(name)
        and name not in c.old.universal_roots
    )


def _compare_structured(
    c: Comparison, old: StructuredType, new: StructuredType
) -> Iterator[Change]:
    yield from _compare_base(c, old, new)
    yield from _compare_flags(c, old, new)
    before, after = c.old.key(old), c.new.key(new)
    # A base that changed may bring another key. What happened to the base itself is told there.
    if old.key != new.key or (old.base != new.base and before != after):
        rule = "key-changed" if before != after else "key-redeclared"
        harmless = None if before else Level.INFO  # nothing was addressed by a key before
        what = (
            f"the key of {old.name} changes from {_key_text(before)} to {_key_text(after)}"
            if before != after
            else f"the key of {old.name} is declared elsewhere; it is still {_key_text(before)}"
        )
        yield Change(
            rule,
            old.name,
            what,
            old.span,
            new.span,
            kind="key-changed",
            subject=old.name,
            detail={"from": [p for p, _ in before], "to": [p for p, _ in after]},
            wire_at_most=harmless,
            source_at_most=harmless,
        )


def _key_text(key: tuple[tuple[str, str | None], ...]) -> str:
    return ", ".join(path for path, _ in key) or "none"


def _compare_base(c: Comparison, old: StructuredType, new: StructuredType) -> Iterator[Change]:
    if old.base == new.base:
        return
    had, has = c.old.inherited_members(old.name), c.new.inherited_members(new.name)
    own = {m.name for m in members_of(new)}
    own_before = {m.name for m in members_of(old)}
    lost = sorted(had - has - own)
    gained = sorted(has - had - own_before)
    new_line = {a.name for a in c.new.ancestors(new.name)} | ({new.base} if new.base else set())
    old_line = {a.name for a in c.old.ancestors(old.name)} | ({old.base} if old.base else set())
    key_lost = old.key == new.key and c.old.key(old) != c.new.key(new) and bool(c.old.key(old))
    harmless = not lost and not key_lost and old_line <= new_line
    detail = {
        "from": old.base,
        "to": new.base,
        "old_base_still_ancestor": old.base is None or old.base in new_line,
        "inherited_lost": lost,
        "inherited_gained": gained,
    }
    message = f"the base of {old.name} changes from {old.base or 'none'} to {new.base or 'none'}"
    if harmless:
        message += "; nothing is lost"
    elif lost:
        message += f"; lost: {', '.join(lost)}"
    else:
        message += (
            "; values no longer fit where "
            + ", ".join(sorted(old_line - new_line))
            + (" is expected" if old_line - new_line else "the old key is expected")
        )
    yield Change(
        "base-type-inserted" if harmless else "base-type-changed",
        old.name,
        message,
        old.span,
        new.span,
        kind="base-type-changed",
        subject=old.name,
        detail=detail,
    )


def _compare_flags(c: Comparison, old: StructuredType, new: StructuredType) -> Iterator[Change]:
    rebased = old.base != new.base
    flags = (
        ("abstract", "abstract", old.abstract, new.abstract, True),
        ("open-type", "open", c.old.is_open(old), c.new.is_open(new), old.open != new.open),
        (
            "has-stream",
            "a media entity",
            c.old.has_stream(old),
            c.new.has_stream(new),
            old.has_stream != new.has_stream,
        ),
    )
    for stem, word, before, after, declared in flags:
        # What a base type changed is said there once, not again for each type below it.
        if before == after or not (declared or rebased):
            continue
        yield Change(
            f"{stem}-added" if after else f"{stem}-removed",
            old.name,
            f"{old.name} is {'now' if after else 'no longer'} {word}",
            old.span,
            new.span,
            subject=old.name,
            detail={"from": before, "to": after},
        )
