"""Warnings about names that lead out of the documents: targets, references, aliases of other files."""

from __future__ import annotations

from collections.abc import Sequence

from edmund.csdl.document import Document
from edmund.csdl.uris import uri_problem
from edmund.diagnostics import Note, Span
from edmund.model.context import Context
from edmund.model.findings import Code
from edmund.model.scope import Scope, split_name
from edmund.model.targeting import TargetGroup
from edmund.suggestions import did_you_mean, near_names, near_qualified_names

__all__ = ["report_names_from_elsewhere", "report_unmatched"]

# Vocabularies are named by terms, and terms need no declaration to be kept.
_VOCABULARY_PREFIXES = ("Org.OData.", "com.sap.vocabularies.", "OData.Community.", "Edmund.V1")
_MOST_HINTS = 40


def report_unmatched(context: Context) -> None:
    """Warn of each `Annotations` element whose target does not exist, with names like it."""
    hints = 0
    for group in context.external.unmatched():
        namespace = split_name(group.owner)[0]
        reference = context.unread.find(namespace)
        if reference is not None:
            message = (
                f"annotations for {group.element.target!r} are left out: {namespace!r} is in "
                f"{reference.uri!r}, which was not given"
            )
            hint: str | None = f"pass the file of {reference.uri!r} with --metadata"
            notes: tuple[Note, ...] = (Note("it is referenced here", reference.span),)
        else:
            message = f"annotations for {group.element.target!r} match nothing"
            hints += 1
            hint = _target_hint(context, group) if hints <= _MOST_HINTS else None
            notes = ()
        context.findings.warning(
            Code.UNMATCHED_TARGET, message, group.element.span, hint=hint, notes=notes
        )


def _target_hint(context: Context, group: TargetGroup) -> str | None:
    declarations = context.declarations
    known = declarations.names()
    if group.owner not in known:
        found = near_qualified_names(group.owner, sorted(known))
        return did_you_mean(found)
    declared = declarations.types.get(group.owner)
    member = group.rest.lstrip("/")
    if declared is not None and member:
        element = declared.element
        names: list[str] = []
        for attribute in ("properties", "navigation_properties", "members"):
            names += [each.name for each in getattr(element, attribute, ())]
        found = near_names(member, names)
        if found:
            return did_you_mean(tuple(f"{group.owner}/{name}" for name in found))
        return f"{group.owner!r} itself declares no {member!r}; name the type that does"
    if group.rest.startswith("("):
        return f"no overload of {group.owner!r} has these parameter types"
    return None


def report_names_from_elsewhere(
    context: Context, documents: Sequence[Document], scopes: Sequence[Scope]
) -> None:
    """Tell of references that were not read and of aliases that only another document declares.

    An unread reference is a warning, unless its Uri is one that must not be followed at all.
    """
    told: set[str] = set()
    for document in documents:
        for reference in document.references:
            missing = [
                include.namespace
                for include in reference.includes
                if context.unread.find(include.namespace) is not None
                and not include.namespace.startswith(_VOCABULARY_PREFIXES)
                and include.namespace not in told
            ]
            if missing:
                told.update(missing)
                # A Uri that leads into this machine or its network is an attack or a mistake.
                problem = uri_problem(reference.uri)
                report = context.findings.error if problem else context.findings.warning
                report(
                    Code.UNREAD_REFERENCE,
                    f"the reference to {reference.uri!r} was not followed: "
                    + (f"{problem}; " if problem else "")
                    + f"{', '.join(map(repr, missing))} is not known",
                    reference.span,
                    hint="nothing is fetched; if it is needed, pass its file with --metadata",
                )
    for document, scope in zip(documents, scopes, strict=True):
        for foreign in scope.foreign_used.values():
            context.findings.warning(
                Code.FOREIGN_ALIAS,
                f"alias {foreign.alias!r} is not declared in this document; taken as "
                f"{foreign.namespace!r}, as in another one",
                Span(document.source, document.span.line, document.span.column),
                hint=f'add <edmx:Include Namespace="{foreign.namespace}" Alias="{foreign.alias}"/>',
            )
