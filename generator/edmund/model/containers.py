"""Entity containers: children of all documents and of extended containers together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from edmund.csdl.document import (
    ActionImportElement,
    EntityContainerElement,
    EntitySetElement,
    FunctionImportElement,
    NavigationPropertyBindingElement,
    SingletonElement,
)
from edmund.diagnostics import Note, Span
from edmund.model.context import Context, Outside
from edmund.model.declarations import Declared, check_names
from edmund.model.elements import (
    EntityContainer,
    EntitySet,
    Model,
    NavigationPropertyBinding,
    OperationImport,
    OperationKind,
    PathAnnotations,
    Singleton,
    TypeKind,
)
from edmund.model.findings import Code, chain_text
from edmund.model.lineage import Lineage
from edmund.model.paths import MemberPaths
from edmund.model.qualify import qualify_annotation, qualify_path
from edmund.model.scope import Scope, split_name
from edmund.model.targeting import annotate
from edmund.suggestions import did_you_mean, near_qualified_names

__all__ = ["attach_path_annotations", "build_containers"]

ContainerDeclaration = Declared[EntityContainerElement]


def build_containers(context: Context) -> tuple[EntityContainer, ...]:
    """All containers with what they extend merged in (section 13.1.2)."""
    own = {name: _build(context, parts) for name, parts in context.declarations.containers.items()}
    _check_extends(context, own)
    if context.findings.has_errors:
        return tuple(own.values())
    return tuple(_merged(context, container, own) for container in own.values())


def _build(context: Context, parts: Sequence[ContainerDeclaration]) -> EntityContainer:
    """One container from its declarations in any number of documents."""
    name = parts[0].name
    outside = context.external.owner(name)
    entity_sets: list[EntitySet] = []
    singletons: list[Singleton] = []
    imports: list[OperationImport] = []
    extends: str | None = None
    for part in parts:
        element, scope = part.element, part.scope
        if element.extends is not None and extends is None:
            extends = scope.qualify(element.extends.strip())
        entity_sets += [_entity_set(context, part, outside, one) for one in element.entity_sets]
        singletons += [_singleton(context, part, outside, one) for one in element.singletons]
        imports += [
            made
            for one in element.action_imports + element.function_imports
            if (made := _operation_import(context, part, outside, one)) is not None
        ]
    names = [(one.name, one.span) for one in entity_sets]
    names += [(one.name, one.span) for one in singletons]
    names += [(one.name, one.span) for one in imports]
    check_names(
        context.findings,
        "container child",
        names,
        twice=f"is declared twice by {name!r}",
    )
    first = parts[0]
    inline = [
        qualify_annotation(part.scope, annotation)
        for part in parts
        for annotation in part.element.annotations
    ]
    return EntityContainer(
        name,
        extends,
        tuple(entity_sets),
        tuple(singletons),
        tuple(imports),
        annotate(context.findings, inline, outside, name, ("",)),
        first.element.span,
    )


def _bindings(
    scope: Scope, container: str, bindings: Iterable[NavigationPropertyBindingElement]
) -> tuple[NavigationPropertyBinding, ...]:
    """The bindings; a target in the same container is named without it."""
    own = container + "/"
    return tuple(
        NavigationPropertyBinding(
            qualify_path(scope, binding.path),
            qualify_path(scope, binding.target).lstrip("/").removeprefix(own),
        )
        for binding in bindings
    )


def _child_type(context: Context, scope: Scope, text: str, span: Span, what: str) -> str:
    name = context.resolver.name(scope, text.strip(), span, what)
    kind = context.resolver.kind(name)
    if kind not in (TypeKind.ENTITY, None) or (
        kind is None and name != "Edm.EntityType" and name.startswith("Edm.")
    ):
        context.findings.warning(
            Code.TYPE_KIND, f"{what} is of {name!r}, which is no entity type", span
        )
    return name


def _entity_set(
    context: Context, part: ContainerDeclaration, outside: Outside | None, element: EntitySetElement
) -> EntitySet:
    what = f"entity set {element.name!r}"
    return EntitySet(
        element.name,
        _child_type(context, part.scope, element.entity_type, element.span, what),
        element.include_in_service_document is not False,
        _bindings(part.scope, part.name, element.bindings),
        context.annotations(
            part.scope, element.annotations, outside, part.name, "/" + element.name
        ),
        element.span,
    )


def _singleton(
    context: Context, part: ContainerDeclaration, outside: Outside | None, element: SingletonElement
) -> Singleton:
    what = f"singleton {element.name!r}"
    return Singleton(
        element.name,
        _child_type(context, part.scope, element.type, element.span, what),
        element.nullable is True,
        _bindings(part.scope, part.name, element.bindings),
        context.annotations(
            part.scope, element.annotations, outside, part.name, "/" + element.name
        ),
        element.span,
    )


def _operation_import(
    context: Context,
    part: ContainerDeclaration,
    outside: Outside | None,
    element: ActionImportElement | FunctionImportElement,
) -> OperationImport | None:
    """The import; None, with a warning, when what it calls is not there: nobody can call it."""
    if isinstance(element, ActionImportElement):
        kind, text, listed = OperationKind.ACTION, element.action, False
    else:
        kind, text = OperationKind.FUNCTION, element.function
        listed = element.include_in_service_document is True
    operation = part.scope.qualify(text.strip())
    if not _is_there(context, kind, operation, element):
        return None
    entity_set = element.entity_set
    return OperationImport(
        element.name,
        kind,
        operation,
        (
            None
            if entity_set is None
            else qualify_path(part.scope, entity_set).lstrip("/").removeprefix(part.name + "/")
        ),
        listed,
        context.annotations(
            part.scope, element.annotations, outside, part.name, "/" + element.name
        ),
        element.span,
    )


def _is_there(
    context: Context,
    kind: OperationKind,
    operation: str,
    element: ActionImportElement | FunctionImportElement,
) -> bool:
    """Whether an import names an operation; it has to be an unbound one of its kind (13.5, 13.6)."""
    what = f"{kind.value} import {element.name!r}"
    known = context.declarations.operation_kinds.get(operation)
    if known is None:
        namespace, _ = split_name(operation)
        reference = context.unread.find(namespace)
        if reference is not None:
            context.findings.warning(
                Code.UNRESOLVED_OPERATION,
                f"{what} calls {operation!r}, which is in {reference.uri!r}, which was not given; "
                "it is left out",
                element.span,
                hint=f"nothing is fetched; pass the file of {reference.uri!r} with --metadata",
                notes=(Note("it is referenced here", reference.span),),
            )
            return False
        found = near_qualified_names(operation, context.declarations.operation_kinds)
        context.findings.warning(
            Code.UNRESOLVED_OPERATION,
            f"{what} calls {operation!r}, which does not exist; it is left out",
            element.span,
            hint=did_you_mean(found),
        )
        return False
    if (kind, False) not in known:
        context.findings.warning(
            Code.UNRESOLVED_OPERATION,
            f"{what} calls {operation!r}, which is no unbound {kind.value}",
            element.span,
        )
    return True


def _check_extends(context: Context, own: dict[str, EntityContainer]) -> None:
    """Every Extends has to name a container, and none may lead back; each fault is told once."""
    checked: set[str] = set()
    for start in own.values():
        chain: dict[str, EntityContainer] = {}
        at: EntityContainer | None = start
        while at is not None and at.name not in checked and at.name not in chain:
            chain[at.name] = at
            if at.extends is not None and at.extends not in own:
                _unknown_extends(context, at, at.extends)
            at = None if at.extends is None else own.get(at.extends)
        if at is not None and at.name in chain:
            names = list(chain)
            cycle = [*names[names.index(at.name) :], at.name]
            context.findings.error(
                Code.CONTAINER_EXTENDS,
                f"entity container {at.name!r} extends itself: {chain_text(cycle)}",
                at.span,
            )
        elif len(chain) > _LONGEST_CHAIN:
            context.findings.error(
                Code.CONTAINER_EXTENDS,
                f"entity container {start.name!r} extends one that extends one, and so on: "
                f"{len(chain)} in all, at most {_LONGEST_CHAIN} are read",
                start.span,
            )
        checked.update(chain)


def _unknown_extends(context: Context, container: EntityContainer, base: str) -> None:
    reference = context.unread.find(split_name(base)[0])
    hint = None
    notes: tuple[Note, ...] = ()
    if reference is not None:
        hint = f"nothing is fetched; pass the file of {reference.uri!r} with --metadata"
        notes = (Note("it is referenced here", reference.span),)
    context.findings.error(
        Code.CONTAINER_EXTENDS,
        f"entity container {container.name!r} extends {base!r}, which does not exist",
        container.span,
        hint=hint,
        notes=notes,
    )


# Every container of a chain holds the children of all that it extends: no service goes this far.
_LONGEST_CHAIN = 100

Child = TypeVar("Child", EntitySet, Singleton, OperationImport)


def _merged(
    context: Context, container: EntityContainer, own: dict[str, EntityContainer]
) -> EntityContainer:
    """The container with the children of those that it extends, the furthest first."""
    chain = [container]
    seen = {container.name}
    while (base := chain[-1].extends) is not None and base in own and base not in seen:
        seen.add(base)
        chain.append(own[base])
    if len(chain) == 1:
        return container
    chain.reverse()
    entity_sets = _latest(one for link in chain for one in link.entity_sets)
    singletons = _latest(one for link in chain for one in link.singletons)
    imports = _latest(one for link in chain for one in link.operation_imports)
    check_names(
        context.findings,
        "container child",
        [(one.name, one.span) for one in entity_sets + singletons + imports],
        twice=f"has two meanings in {container.name!r} and what it extends",
    )
    return replace(
        container, entity_sets=entity_sets, singletons=singletons, operation_imports=imports
    )


def _latest(children: Iterable[Child]) -> tuple[Child, ...]:
    """The children, one per name: declared again, it takes the place of the one it refines."""
    return tuple({child.name: child for child in children}.values())


def attach_path_annotations(context: Context, model: Model) -> Model:
    """The model with annotations for paths below container children put on their containers."""
    containers: list[EntityContainer] = []
    paths = MemberPaths(model, Lineage(model))
    for container in model.containers:
        outside = context.external.owner(container.name)
        found: list[PathAnnotations] = []
        for rest, groups in (outside or {}).items():
            segments = rest.split("/")[1:]
            if len(segments) < 2 or not _leads_somewhere(container, segments, paths):
                continue
            annotations = annotate(context.findings, (), outside, container.name, (rest,))
            found.append(PathAnnotations("/".join(segments), annotations, groups[0].element.span))
        found.sort(key=lambda one: one.path)
        containers.append(replace(container, path_annotations=tuple(found)) if found else container)
    return replace(model, containers=tuple(containers))


def _leads_somewhere(
    container: EntityContainer, segments: Sequence[str], paths: MemberPaths
) -> bool:
    children = container.entity_sets + container.singletons
    child = next((child for child in children if child.name == segments[0]), None)
    return child is not None and paths.first_wrong(child.type, segments[1:]) is None
