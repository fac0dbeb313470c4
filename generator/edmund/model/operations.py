"""Actions and functions, built overload by overload."""

from __future__ import annotations

from collections.abc import Iterable

from edmund.csdl.document import ActionElement, FunctionElement
from edmund.diagnostics import Note
from edmund.model.context import Context, Outside
from edmund.model.declarations import Declared, check_names
from edmund.model.elements import (
    Operation,
    OperationKind,
    Parameter,
    ReturnType,
    TypeKind,
    TypeReference,
)
from edmund.model.findings import Code
from edmund.model.qualify import qualify_path

__all__ = ["build_operations"]

OperationElement = ActionElement | FunctionElement


def build_operations(
    context: Context, declared: Iterable[Declared[OperationElement]]
) -> tuple[Operation, ...]:
    """All overloads, in order; two with the same signature are an error (sections 12.2 and 12.4).

    One that is declared again to the letter says nothing new: a warning, and it is left out.
    """
    built: list[Operation] = []
    seen: dict[object, Operation] = {}
    for one in declared:
        operation = _build(context, one)
        parameters = tuple((p.name, p.type.name, p.type.collection) for p in operation.parameters)
        signature = (operation.name, operation.kind, operation.bound, parameters)
        first = seen.setdefault(signature, operation)
        if first is not operation and _says(first) == _says(operation):
            context.findings.warning(
                Code.DUPLICATE_OVERLOAD,
                f"{operation.kind.value} {operation.name!r} is declared twice, both times the same; "
                "the second one is left out",
                operation.span,
                notes=(Note("it is first declared here", first.span),),
            )
            continue
        if first is not operation:
            context.findings.error(
                Code.DUPLICATE_OVERLOAD,
                f"{operation.kind.value} {operation.name!r} is declared twice "
                "with the same parameters",
                operation.span,
                notes=(Note("it is first declared here", first.span),),
            )
        built.append(operation)
    return tuple(built)


def _says(operation: Operation) -> object:
    """All that the wire and code depend on."""
    result = operation.return_type
    return (
        operation.composable,
        operation.entity_set_path,
        tuple((parameter.name, parameter.type) for parameter in operation.parameters),
        None if result is None else result.type,
    )


def _build(context: Context, declared: Declared[OperationElement]) -> Operation:
    name, element, scope = declared.name, declared.element, declared.scope
    action = isinstance(element, ActionElement)
    kind = OperationKind.ACTION if action else OperationKind.FUNCTION
    outside = context.external.owner(name)
    what = f"{kind.value} {name!r}"
    bound = element.is_bound is True
    if bound and not element.parameters:
        context.findings.warning(
            Code.OPERATION_SHAPE,
            f"{what} is bound but has no binding parameter; it is taken as unbound",
            element.span,
        )
        bound = False
    references = tuple(
        context.resolver.reference(
            scope, parameter, f"parameter {parameter.name!r} of {what}", parameter.facets
        )
        for parameter in element.parameters
    )
    check_names(
        context.findings,
        "parameter",
        ((parameter.name, parameter.span) for parameter in element.parameters),
        twice=f"is declared twice by {what}",
    )
    overloads = () if outside is None else _overload_texts(element, references, bound)
    return Operation(
        name=name,
        kind=kind,
        bound=bound,
        composable=isinstance(element, FunctionElement) and element.is_composable is True,
        entity_set_path=(
            None
            if element.entity_set_path is None
            else qualify_path(scope, element.entity_set_path)
        ),
        parameters=tuple(
            Parameter(
                parameter.name,
                reference,
                context.annotations(
                    scope,
                    parameter.annotations,
                    outside,
                    name,
                    *_member_texts(overloads, parameter.name),
                ),
                parameter.span,
            )
            for parameter, reference in zip(element.parameters, references, strict=True)
        ),
        return_type=_return_type(context, declared, outside, overloads, what),
        annotations=context.annotations(scope, element.annotations, outside, name, "", *overloads),
        span=element.span,
    )


def _return_type(
    context: Context,
    declared: Declared[OperationElement],
    outside: Outside | None,
    overloads: tuple[str, ...],
    what: str,
) -> ReturnType | None:
    element, scope = declared.element.return_type, declared.scope
    if element is None:
        if isinstance(declared.element, FunctionElement):
            context.findings.warning(
                Code.OPERATION_SHAPE,
                f"{what} has no return type; a function has to have one",
                declared.element.span,
            )
        return None
    reference = context.resolver.reference(
        scope, element, f"the return value of {what}", element.facets
    )
    if (
        reference.collection
        and reference.nullable
        and context.resolver.kind(reference.name) is TypeKind.ENTITY
    ):
        # A collection of entities holds no nulls (section 12.8).
        reference = context.resolver.collection_of_entities(reference.name)
    annotations = context.annotations(
        scope,
        element.annotations,
        outside,
        declared.name,
        *_member_texts(overloads, "$ReturnType"),
    )
    return ReturnType(reference, annotations, element.span)


def _overload_texts(
    element: OperationElement, references: tuple[TypeReference, ...], bound: bool
) -> tuple[str, ...]:
    """What may stand in parentheses after the name to mean this overload (section 14.2.1).

    The types of all parameters; of a bound action's, those after the binding type may be left out. Others
    write names in place of the types of a function's own parameters, as drafts of 4.01 did.
    """
    types = [f"Collection({r.name})" if r.collection else r.name for r in references]
    texts = ["(" + ",".join(types) + ")"]
    own = 1 if bound else 0
    if len(types) > own:
        if bound and isinstance(element, ActionElement):
            texts.append(f"({types[0]})")
        names = [parameter.name for parameter in element.parameters[own:]]
        texts.append("(" + ",".join([*types[:own], *names]) + ")")
    return tuple(texts)


def _member_texts(overloads: tuple[str, ...], member: str) -> tuple[str, ...]:
    return ("/" + member, *(overload + "/" + member for overload in overloads))
