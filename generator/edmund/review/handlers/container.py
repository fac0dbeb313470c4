"""The entity container: its name, its children, their types and bindings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from edmund.model.elements import EntityContainer, EntitySet, OperationImport, Singleton
from edmund.review.comparison import Comparison
from edmund.review.findings import Change

__all__ = ["children_of", "compare_containers", "paired_containers"]

Child = EntitySet | Singleton | OperationImport


def paired_containers(c: Comparison) -> list[tuple[EntityContainer, EntityContainer]]:
    """Containers of the same name; the only ones of both models, if they are called otherwise."""
    new = {n.name: n for n in c.new.model.containers}
    found = [(o, new[o.name]) for o in c.old.model.containers if o.name in new]
    olds, news = c.old.model.containers, c.new.model.containers
    if not found and len(olds) == 1 and len(news) == 1:
        return [(olds[0], news[0])]
    return found


def compare_containers(c: Comparison) -> Iterator[Change]:
    """Containers and their children, by name."""
    pairs = paired_containers(c)
    for old, new in pairs:
        if old.name != new.name:
            yield Change(
                "entity-container-renamed",
                old.name,
                f"the entity container {old.name} is now called {new.name}",
                old.span,
                new.span,
                detail={"from": old.name, "to": new.name},
            )
        yield from _compare_children(old, new)
    yield from _compare_versions(c, pairs)
    for container in c.old.model.containers:
        if not any(old is container for old, _ in pairs):
            yield Change(
                "entity-container-removed",
                container.name,
                f"the entity container {container.name} is removed",
                container.span,
                c.new.place(None),
                detail={"from": container.name, "to": None},
            )
    for container in c.new.model.containers:
        if not any(new is container for _, new in pairs):
            yield Change(
                "entity-container-added",
                container.name,
                f"the entity container {container.name} is added",
                c.old.place(None),
                container.span,
                detail={"from": None, "to": container.name},
            )


def _compare_versions(
    c: Comparison, pairs: list[tuple[EntityContainer, EntityContainer]]
) -> Iterator[Change]:
    """A change between OData 1 to 3 and 4 at the first container; 4.0 and 4.01 understand each other."""
    old, new = c.old.model.version, c.new.model.version
    if pairs and old.startswith("4.") != new.startswith("4."):
        yield Change(
            "odata-version-changed",
            pairs[0][0].name,
            f"the service speaks OData {new} instead of {old}",
            pairs[0][0].span,
            pairs[0][1].span,
            detail={"from": old, "to": new},
        )


def children_of(container: EntityContainer) -> Mapping[str, Child]:
    """Entity sets, singletons and imports by name: they share one namespace (section 13.1)."""
    children: tuple[Child, ...] = (
        *container.entity_sets,
        *container.singletons,
        *container.operation_imports,
    )
    return {child.name: child for child in children}


def _stem(child: Child) -> str:
    if isinstance(child, EntitySet):
        return "entity-set"
    return "singleton" if isinstance(child, Singleton) else "operation-import"


def _target(child: Child) -> str:
    return child.operation if isinstance(child, OperationImport) else child.type


def _compare_children(old: EntityContainer, new: EntityContainer) -> Iterator[Change]:
    before, after = children_of(old), children_of(new)
    for name, child in before.items():
        element = f"{old.name}/{name}"
        noun = _stem(child).replace("-", " ")
        other = after.get(name)
        if other is None:
            yield Change(
                f"{_stem(child)}-removed",
                element,
                f"{noun} {element} is removed",
                child.span,
                new.span,
                detail={"from": _target(child), "to": None},
            )
        elif _stem(child) != _stem(other):
            yield Change(
                "container-child-kind-changed",
                element,
                f"{element} changes from {noun} to {_stem(other).replace('-', ' ')}",
                child.span,
                other.span,
                detail={"from": noun, "to": _stem(other).replace("-", " ")},
            )
        else:
            yield from _compare_child(element, noun, child, other)
    for name, child in after.items():
        if name not in before:
            element = f"{new.name}/{name}"
            yield Change(
                f"{_stem(child)}-added",
                element,
                f"{_stem(child).replace('-', ' ')} {element} is added",
                old.span,
                child.span,
                detail={"from": None, "to": _target(child)},
            )


def _compare_child(element: str, noun: str, old: Child, new: Child) -> Iterator[Change]:
    if _target(old) != _target(new):
        rule = (
            "operation-import-target-changed"
            if isinstance(old, OperationImport)
            else f"{_stem(old)}-type-changed"
        )
        yield Change(
            rule,
            element,
            f"{noun} {element} changes from {_target(old)} to {_target(new)}",
            old.span,
            new.span,
            detail={"from": _target(old), "to": _target(new)},
        )
    if isinstance(old, OperationImport) or isinstance(new, OperationImport):
        return
    before = {b.path: b.target for b in old.bindings}
    after = {b.path: b.target for b in new.bindings}
    for path in [*before, *(p for p in after if p not in before)]:
        one, other = before.get(path), after.get(path)
        if one == other:
            continue
        word = "added" if one is None else "removed" if other is None else "changed"
        yield Change(
            f"navigation-binding-{word}",
            f"{element}/{path}",
            f"the binding of {element}/{path} "
            + {
                "added": f"to {other} is added",
                "removed": f"to {one} is removed",
                "changed": f"changes from {one} to {other}",
            }[word],
            old.span,
            new.span,
            detail={"from": one, "to": other},
        )
