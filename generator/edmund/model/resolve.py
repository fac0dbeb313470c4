"""Documents into a Model: the meaning of what CSDL documents say, taken together."""

from __future__ import annotations

from collections.abc import Sequence

from edmund.csdl.document import (
    ComplexTypeElement,
    Document,
    EntityTypeElement,
    EnumTypeElement,
    SchemaElement,
)
from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.model.checks import check_inheritance, check_members, check_patterns
from edmund.model.containers import attach_path_annotations, build_containers
from edmund.model.context import Context
from edmund.model.declarations import Declared, TypeElement, check_names, collect_declarations
from edmund.model.elements import Model, SchemaInfo, SchemaType
from edmund.model.findings import Code, Findings
from edmund.model.operations import build_operations
from edmund.model.qualify import qualify_annotation
from edmund.model.references import TypeResolver
from edmund.model.scalars import build_enum, build_term, build_type_definition
from edmund.model.scope import Scope, build_scopes
from edmund.model.structured import build_structured
from edmund.model.targeting import ExternalAnnotations, annotate
from edmund.model.unmatched import report_names_from_elsewhere, report_unmatched

__all__ = ["resolve_model"]


# What a missing document leads to: a type that is not there, a key that may be inherited from it.
_MISSING = frozenset((Code.UNRESOLVED_TYPE.value, Code.KEY_PROPERTY.value))


def resolve_model(
    documents: Sequence[Document], *, whole: bool = True
) -> tuple[Model, tuple[Diagnostic, ...]]:
    """The model that the documents describe together, and the warnings found on the way.

    Schemas of one namespace are one schema, wherever they are written. Raises `EdmundError` when a
    name stands for nothing or for two things, or types go round in circles: see `findings.Code`.
    Without `whole`, types that are missing are errors among what is given back: a slice may not need
    them (`subjects.settle`).
    """
    findings = Findings()
    scopes, unread = build_scopes(documents)
    declarations = collect_declarations(documents, scopes, findings)
    context = Context(
        declarations,
        TypeResolver(declarations, unread, findings),
        ExternalAnnotations(documents, scopes, declarations.names()),
        unread,
        findings,
    )
    model = Model(
        schemas=_schemas(context, documents, scopes),
        types=tuple(_type(context, declared) for declared in declarations.types.values()),
        operations=build_operations(context, declarations.operations),
        terms=tuple(build_term(context, declared) for declared in declarations.terms.values()),
        containers=build_containers(context),
        version=_version(documents),
    )
    _check_kinds(context, model)
    if check_inheritance(model, findings):
        model = attach_path_annotations(context, model)
        check_members(model, findings)
    check_patterns(model, findings)
    report_unmatched(context)
    report_names_from_elsewhere(context, documents, scopes)
    diagnostics = findings.in_document_order()
    fatal = [d for d in diagnostics if whole or d.code not in _MISSING]
    if any(d.severity is Severity.ERROR for d in fatal):
        raise EdmundError(diagnostics)
    return model, diagnostics


def _version(documents: Sequence[Document]) -> str:
    """The lowest version of the documents with a container: others hold vocabularies and annotations."""
    described = [
        document.version
        for document in documents
        if any(schema.containers for schema in document.schemas)
    ]
    return min(described or [document.version for document in documents], default="4.01")


def _schemas(
    context: Context, documents: Sequence[Document], scopes: Sequence[Scope]
) -> tuple[SchemaInfo, ...]:
    """One entry per namespace, in the order in which they are first met."""
    parts: dict[str, list[Declared[SchemaElement]]] = {}
    for document, scope in zip(documents, scopes, strict=True):
        for schema in document.schemas:
            declared = Declared(schema.namespace, schema, scope)
            parts.setdefault(schema.namespace, []).append(declared)
    schemas: list[SchemaInfo] = []
    for namespace, declarations in parts.items():
        inline = [
            qualify_annotation(part.scope, annotation)
            for part in declarations
            for annotation in part.element.annotations
        ]
        first = declarations[0]
        outside = context.external.schema(namespace)
        alias = next((d.element.alias for d in declarations if d.element.alias is not None), None)
        annotations = annotate(context.findings, inline, outside, namespace, ("",))
        schemas.append(SchemaInfo(namespace, alias, annotations, first.element.span))
    return tuple(schemas)


def _type(context: Context, declared: Declared[TypeElement]) -> SchemaType:
    name, element, scope = declared.name, declared.element, declared.scope
    if isinstance(element, EntityTypeElement | ComplexTypeElement):
        return build_structured(context, Declared(name, element, scope))
    if isinstance(element, EnumTypeElement):
        return build_enum(context, Declared(name, element, scope))
    return build_type_definition(context, Declared(name, element, scope))


def _check_kinds(context: Context, model: Model) -> None:
    """The names of all types and of all containers: exact duplicates are found where they are collected."""
    types = ((t.name, t.span) for t in model.types)
    check_names(context.findings, "type", types, twice=None)
