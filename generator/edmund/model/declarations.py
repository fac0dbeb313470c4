"""What the documents declare, by qualified name, before any of it is given a meaning."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from edmund.csdl.document import (
    ActionElement,
    ComplexTypeElement,
    Document,
    EntityContainerElement,
    EntityTypeElement,
    EnumTypeElement,
    FunctionElement,
    TermElement,
    TypeDefinitionElement,
)
from edmund.diagnostics import Note, Span
from edmund.model.elements import OperationKind, TypeKind
from edmund.model.findings import Code, Findings
from edmund.model.scope import Scope

__all__ = [
    "Declarations",
    "Declared",
    "TypeElement",
    "check_names",
    "collect_declarations",
]

TypeElement = EntityTypeElement | ComplexTypeElement | EnumTypeElement | TypeDefinitionElement
OperationElement = ActionElement | FunctionElement

_KINDS: Mapping[type, TypeKind] = {
    EntityTypeElement: TypeKind.ENTITY,
    ComplexTypeElement: TypeKind.COMPLEX,
    EnumTypeElement: TypeKind.ENUM,
    TypeDefinitionElement: TypeKind.TYPE_DEFINITION,
}


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Declared(Generic[T]):
    """An element with its qualified name and the scope of its document."""

    name: str
    element: T
    scope: Scope


@dataclass(slots=True)
class Declarations:
    """Schema children of all documents, in document order. `types` and `terms` hold the first of a name."""

    types: dict[str, Declared[TypeElement]] = field(default_factory=dict)
    terms: dict[str, list[Declared[TermElement]]] = field(default_factory=dict)
    operations: list[Declared[OperationElement]] = field(default_factory=list)
    containers: dict[str, list[Declared[EntityContainerElement]]] = field(default_factory=dict)
    operation_kinds: dict[str, set[tuple[OperationKind, bool]]] = field(default_factory=dict)

    def names(self) -> frozenset[str]:
        """The qualified names of all schema children."""
        return frozenset(self.types).union(self.terms, self.operation_kinds, self.containers)

    def kind(self, type_name: str) -> TypeKind | None:
        declared = self.types.get(type_name)
        return None if declared is None else _KINDS[type(declared.element)]


def collect_declarations(
    documents: Sequence[Document], scopes: Sequence[Scope], findings: Findings
) -> Declarations:
    """Index every schema child by qualified name; a type declared twice is an error."""
    found = Declarations()
    for document, scope in zip(documents, scopes, strict=True):
        for schema in document.schemas:
            prefix = schema.namespace + "."
            for element in schema.types:
                _add_type(found, Declared(prefix + element.name, element, scope), findings)
            for operation in schema.actions + schema.functions:
                name = prefix + operation.name
                found.operations.append(Declared(name, operation, scope))
                action = isinstance(operation, ActionElement)
                kind = OperationKind.ACTION if action else OperationKind.FUNCTION
                bound = operation.is_bound is True
                found.operation_kinds.setdefault(name, set()).add((kind, bound))
            for term in schema.terms:
                name = prefix + term.name
                found.terms.setdefault(name, []).append(Declared(name, term, scope))
            for container in schema.containers:
                name = prefix + container.name
                found.containers.setdefault(name, []).append(Declared(name, container, scope))
    return found


def _add_type(found: Declarations, declared: Declared[TypeElement], findings: Findings) -> None:
    first = found.types.setdefault(declared.name, declared)
    if first is declared:
        return
    hint = None
    if first.element.span.file == declared.element.span.file and first.scope is not declared.scope:
        hint = "the same file was given twice"
    findings.error(
        Code.DUPLICATE_NAME,
        f"type {declared.name!r} is declared twice",
        declared.element.span,
        hint=hint,
        notes=(Note("it is first declared here", first.element.span),),
    )


def check_names(
    findings: Findings, what: str, names: Iterable[tuple[str, Span | None]], *, twice: str | None
) -> None:
    """Check the names of one scope: `twice` names the error for exact duplicates, None allows them.

    Names that differ only in case are distinct in CSDL (section 15.2), but not in every target: a
    warning. So are names that mix alphabets, which can be made to look like another name (UTS 39).
    """
    seen: dict[str, Span | None] = {}
    folded: dict[str, str] = {}
    for name, span in names:
        if name in seen:
            if twice is not None:
                findings.error(
                    Code.DUPLICATE_NAME,
                    f"{what} {name!r} {twice}",
                    span,
                    notes=(Note("it is first declared here", seen[name]),),
                )
            continue
        seen[name] = span
        other = folded.setdefault(name.casefold(), name)
        if other != name:
            findings.warning(
                Code.CASE_ONLY,
                f"{what} {name!r} differs from {other!r} only in case",
                span,
                notes=(Note("the other one is here", seen[other]),),
            )
        if not name.isascii():
            _check_script(findings, what, name.rpartition(".")[2], span)


_LOOKALIKE_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")


def _check_script(findings: Findings, what: str, name: str, span: Span | None) -> None:
    scripts = {
        script
        for character in name
        if character.isalpha()
        for script in _LOOKALIKE_SCRIPTS
        if unicodedata.name(character, "").startswith(script)
    }
    if len(scripts) > 1:
        mixed = " and ".join(sorted(script.capitalize() for script in scripts))
        findings.warning(
            Code.MIXED_SCRIPT,
            f"{what} {name!r} mixes {mixed} letters: it may be mistaken for another name",
            span,
            hint="in ASCII: " + name.encode("ascii", "backslashreplace").decode("ascii"),
        )
