"""Annotations: what changed in them, told by what it means to callers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from enum import Enum

from edmund.csdl.expression import AnnotationValue
from edmund.model.elements import StructuredType, Term
from edmund.review.comparison import Comparison
from edmund.review.findings import Change
from edmund.review.handlers.annotated import Annotated, annotated_pairs
from edmund.review.handlers.capabilities import compare_capabilities
from edmund.review.handlers.lifecycle import compare_revisions
from edmund.review.shape import type_text
from edmund.review.terms import (
    ALTERNATE_KEYS,
    CAPABILITIES,
    COMPUTED,
    DERIVED_TYPES,
    DESCRIPTIONS,
    EXPLICIT_BINDING,
    IMMUTABLE,
    OPTIONAL_PARAMETER,
    PERMISSIONS,
    REVISIONS,
    by_term,
    is_tagged,
    plain,
    term_text,
)

__all__ = ["compare_annotations", "compare_terms"]

Key = tuple[str, str | None]


def compare_terms(c: Comparison) -> Iterator[Change]:
    """Vocabulary terms that the documents define."""
    old, new = c.old.model.terms_by_name, c.new.model.terms_by_name
    for name, term in old.items():
        if name not in new:
            yield Change(
                "term-removed",
                name,
                f"term {name} is removed",
                term.span,
                c.new.place(name),
                detail={"from": term.type.name, "to": None},
            )
        else:
            yield from _compare_term(term, new[name])
    for name, term in new.items():
        if name not in old:
            yield Change(
                "term-added",
                name,
                f"term {name} is added",
                c.old.place(name),
                term.span,
                detail={"from": None, "to": term.type.name},
            )


def _compare_term(old: Term, new: Term) -> Iterator[Change]:
    for aspect, one, other in (
        ("type", type_text(old.type), type_text(new.type)),
        ("nullability", old.type.nullable, new.type.nullable),
        ("facets", _facets(old), _facets(new)),
        ("base term", old.base_term, new.base_term),
        ("default", old.default_value, new.default_value),
        ("use (AppliesTo)", sorted(old.applies_to), sorted(new.applies_to)),
    ):
        if one != other:
            yield Change(
                "other-annotation-changed",
                old.name,
                f"the {aspect} of term {old.name} changes",
                old.span,
                new.span,
                detail={"from": one, "to": other, "term": old.name, "aspect": aspect},
            )


def _facets(term: Term) -> str:
    stated = ((f.name, getattr(term.type.facets, f.name)) for f in fields(term.type.facets))
    return ", ".join(
        f"{name} {value.value if isinstance(value, Enum) else value}"
        for name, value in stated
        if value is not None
    )


def compare_annotations(c: Comparison) -> Iterator[Change]:
    """Annotations of what both versions have."""
    added = _added_members(c)
    for pair in annotated_pairs(c):
        yield from _tags(pair)
        before, after = by_term(pair.old), by_term(pair.new)
        capabilities = {k for k in (*before, *after) if k[0].startswith(CAPABILITIES)}
        if capabilities:
            yield from compare_capabilities(
                pair,
                {k: v for k, v in before.items() if k in capabilities},
                {k: v for k, v in after.items() if k in capabilities},
                added,
            )
        yield from _alternate_keys(pair)
        yield from compare_revisions(pair)
        for key in _differing(before, after):
            if key in capabilities or key[0] in _TOLD_APART:
                continue
            yield from _HANDLERS.get(key[0], _other)(pair, key, before.get(key), after.get(key))


_TOLD_APART = frozenset({COMPUTED, IMMUTABLE, EXPLICIT_BINDING, OPTIONAL_PARAMETER, REVISIONS})
_TOLD_APART |= ALTERNATE_KEYS


def _added_members(c: Comparison) -> frozenset[str]:
    """Names of navigation properties and properties that are new somewhere."""
    found: set[str] = set()
    old = c.old.model
    for t in c.new.model.types:
        one, other = c.new.model.structured(t.name), old.structured(t.name)
        if one is None:
            continue
        found |= _member_names(one) - (_member_names(other) if other else frozenset())
    return frozenset(found)


def _member_names(t: StructuredType) -> frozenset[str]:
    return frozenset([*(p.name for p in t.properties), *(n.name for n in t.navigation_properties)])


def _differing(
    before: Mapping[Key, AnnotationValue], after: Mapping[Key, AnnotationValue]
) -> Iterator[Key]:
    for key in (*before, *(k for k in after if k not in before)):
        if before.get(key) != after.get(key):
            yield key


def _tags(pair: Annotated) -> Iterator[Change]:
    if pair.is_operation:
        return
    for term, stem, word in (
        (COMPUTED, "computed", "computed by the service"),
        (IMMUTABLE, "immutable", "immutable after creation"),
    ):
        one, other = is_tagged(pair.old, term), is_tagged(pair.new, term)
        if one != other:
            yield _change(
                pair,
                f"{stem}-{'added' if other else 'removed'}",
                f"{pair.element} is {'now' if other else 'no longer'} {word}",
                one,
                other,
            )


def _change(
    pair: Annotated, rule: str, message: str, before: object, after: object, **detail: object
) -> Change:
    return Change(
        rule,
        pair.element,
        message,
        pair.old_span,
        pair.new_span,
        subject=pair.subject,
        detail={"from": before, "to": after, **detail},
    )


def _alternate_keys(pair: Annotated) -> Iterator[Change]:
    before, after = _keys(pair.old), _keys(pair.new)
    for key in sorted(before - after):
        yield _change(
            pair,
            "alternate-key-removed",
            f"alternate key ({', '.join(key)}) of {pair.element} is removed",
            list(key),
            None,
        )
    for key in sorted(after - before):
        yield _change(
            pair,
            "alternate-key-added",
            f"alternate key ({', '.join(key)}) of {pair.element} is added",
            None,
            list(key),
        )


def _keys(annotations: tuple[AnnotationValue, ...]) -> set[tuple[str, ...]]:
    """Alternate keys as sorted property paths with their aliases where these differ."""
    found: set[tuple[str, ...]] = set()
    for annotation in annotations:
        if annotation.term not in ALTERNATE_KEYS:
            continue
        keys = plain(annotation.value)
        for key in keys if isinstance(keys, list) else []:
            parts = key.get("Key") if isinstance(key, dict) else None
            if isinstance(parts, list):
                names = [_key_part(part) for part in parts if isinstance(part, dict)]
                found.add(tuple(sorted(names)))
    return found


def _key_part(part: Mapping[str, object]) -> str:
    name, alias = part.get("Name"), part.get("Alias")
    return f"{name} as {alias}" if alias and alias != name else str(name)


def _permissions(
    pair: Annotated, key: Key, old: AnnotationValue | None, new: AnnotationValue | None
) -> Iterator[Change]:
    """Core.Permissions: absent or with Write, a property may be written."""
    one, other = _writable(old), _writable(new)
    if one == other:
        yield from _other(pair, key, old, new)
        return
    yield _change(
        pair,
        f"write-permission-{'added' if other else 'removed'}",
        f"{pair.element} can {'now' if other else 'no longer'} be written",
        _text(old),
        _text(new),
    )


def _writable(annotation: AnnotationValue | None) -> bool:
    value = plain(annotation.value) if annotation else None
    return value is None or "Write" in str(value).split()


def _derived_types(
    pair: Annotated, key: Key, old: AnnotationValue | None, new: AnnotationValue | None
) -> Iterator[Change]:
    """Validation.DerivedTypeConstraint; without it, any derived type is allowed."""
    one, other = _types(old), _types(new)
    if one == other:
        return
    narrowed = other is not None and (one is None or bool(one - other))
    widened = one is not None and (other is None or bool(other - one))
    for rule, applies, word in (
        ("derived-type-constraint-narrowed", narrowed, "fewer"),
        ("derived-type-constraint-widened", widened, "more"),
    ):
        if applies:
            yield _change(
                pair,
                rule,
                f"{pair.element} allows {word} derived types than before",
                sorted(one) if one is not None else None,
                sorted(other) if other is not None else None,
            )


def _types(annotation: AnnotationValue | None) -> frozenset[str] | None:
    if annotation is None:
        return None
    value = plain(annotation.value)
    return frozenset(str(v) for v in value) if isinstance(value, list) else frozenset()


def _description(
    pair: Annotated, key: Key, old: AnnotationValue | None, new: AnnotationValue | None
) -> Iterator[Change]:
    yield _change(
        pair,
        "description-changed",
        f"the {'long ' if 'Long' in key[0] else ''}description of {pair.element} "
        f"{_verb(old, new)}",
        _text(old),
        _text(new),
        term=term_text(key),
    )


def _other(
    pair: Annotated, key: Key, old: AnnotationValue | None, new: AnnotationValue | None
) -> Iterator[Change]:
    yield _change(
        pair,
        "other-annotation-changed",
        f"{term_text(key)} on {pair.element} {_verb(old, new)}",
        _text(old),
        _text(new),
        term=term_text(key),
    )


def _verb(old: AnnotationValue | None, new: AnnotationValue | None) -> str:
    return "is added" if old is None else "is removed" if new is None else "changes"


def _text(annotation: AnnotationValue | None) -> object:
    """The value; for one without a value, true: it is there."""
    if annotation is None:
        return None
    value = True if annotation.value is None else plain(annotation.value)
    return json.loads(json.dumps(value))


_HANDLERS: Mapping[
    str,
    Callable[[Annotated, Key, AnnotationValue | None, AnnotationValue | None], Iterator[Change]],
] = {
    PERMISSIONS: _permissions,
    DERIVED_TYPES: _derived_types,
    **dict.fromkeys(DESCRIPTIONS, _description),
}
