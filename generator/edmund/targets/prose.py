"""What doc comments say, as plain text: no language's quotes, no line lengths.

Paragraphs are separated by blank lines. The text comes from the schema: an emitter of the target makes it harmless.
"""

from __future__ import annotations

from edmund.surface.elements import Call, CallKind, Grant, PathPermissions, Scheme
from edmund.surface.types import Deprecation, Documentation

__all__ = [
    "call_text",
    "deprecation_sentence",
    "deprecation_text",
    "documentation_text",
    "with_article",
]

_SHOWN_SETS = 3
"""How many sets of permissions are spelled out when the paths to a resource differ."""

_SHOWN_NAMES = 3
"""How many permissions are spelled out for one scheme."""

_SCHEMES = {
    Scheme.DELEGATED_WORK: "delegated, work or school",
    Scheme.DELEGATED_PERSONAL: "delegated, personal",
    Scheme.APPLICATION: "application",
}

_DEFAULT_TEXT = {
    CallKind.LIST: "Get the items of this collection, one page of them.",
    CallKind.READ: "Get the object.",
    CallKind.CREATE: "Create an object in this collection.",
    CallKind.UPDATE: "Change the properties that are set in the body, and no others.",
    CallKind.REPLACE: "Replace the object by the body.",
    CallKind.DELETE: "Delete the object.",
    CallKind.COUNT: "Get the number of items.",
    CallKind.INVOKE: "Call the operation.",
    CallKind.READ_STREAM: "Get the content.",
    CallKind.WRITE_STREAM: "Replace the content.",
    CallKind.LIST_REFERENCES: "Get references to the items of this collection.",
    CallKind.READ_REFERENCE: "Get the reference.",
    CallKind.ADD_REFERENCE: "Add a reference to an object that exists.",
    CallKind.SET_REFERENCE: "Set the reference to an object that exists.",
    CallKind.REMOVE_REFERENCE: "Remove the reference; the object itself stays.",
    CallKind.CALL: "Send the request.",
}


def call_text(call: Call) -> str:
    """What a call does, needs and is replaced by, as paragraphs."""
    parts = [call.description or _DEFAULT_TEXT[call.kind]]
    if call.long_description:
        parts.append(call.long_description)
    if call.deprecation is not None:
        parts.append(deprecation_text(call.deprecation))
    parts.extend(_permission_paragraphs(call.permissions))
    return "\n\n".join(parts)


def deprecation_text(deprecation: Deprecation) -> str:
    """One sentence or two: that it is deprecated, since when, until when, and why."""
    return deprecation_sentence(deprecation.date, deprecation.removal_date, deprecation.description)


def _permission_paragraphs(permissions: tuple[PathPermissions, ...]) -> list[str]:
    """One paragraph for each distinct set of permissions, at most three, then how many more."""
    by_grants: dict[tuple[Grant, ...], list[str]] = {}
    for entry in permissions:
        by_grants.setdefault(entry.grants, []).append(entry.path)
    shown = list(by_grants.items())[:_SHOWN_SETS]
    paragraphs = []
    for grants, paths in shown:
        place = "" if len(by_grants) == 1 else f" at {paths[0]}"
        lines = [f"Permissions{place}, least privileged first:", *_grant_lines(grants)]
        paragraphs.append("\n".join(lines))
    left = len(by_grants) - len(shown)
    if left:
        paragraphs.append(f"Other paths to this resource have {left} more sets of permissions.")
    return paragraphs


def _grant_lines(grants: tuple[Grant, ...]) -> list[str]:
    """A line for each scheme that is supported, and one for all others."""
    lines = [_grant_line(grant) for grant in grants if grant.least or grant.higher]
    others = [_SCHEMES[grant.scheme] for grant in grants if not grant.least and not grant.higher]
    return [*lines, f"- not supported: {'; '.join(others)}"] if others else lines


def _grant_line(grant: Grant) -> str:
    scheme = _SCHEMES[grant.scheme]
    least = _names(grant.least) or "none"
    higher = f"; higher: {_names(grant.higher)}" if grant.higher else ""
    also = "".join(
        f"; {name} needs one of {_names(others)} as well" for name, others in grant.also_requires
    )
    return f"- {scheme}: {least}{higher}{also}"


def _names(names: tuple[str, ...]) -> str:
    shown = ", ".join(names[:_SHOWN_NAMES])
    left = len(names) - _SHOWN_NAMES
    return f"{shown} and {left} more" if left > 0 else shown


def documentation_text(documentation: Documentation) -> str:
    """Description, long description and deprecation of an element, as paragraphs; '' for none."""
    parts = [documentation.description, documentation.long_description]
    if documentation.deprecation is not None:
        parts.append(deprecation_text(documentation.deprecation))
    return "\n\n".join(part for part in parts if part)


def deprecation_sentence(date: str | None, removal_date: str | None, why: str | None) -> str:
    """That something is deprecated: since when, until when, and why."""
    since = f" since {date}" if date else ""
    until = f", to be removed on {removal_date}" if removal_date else ""
    return f"Deprecated{since}{until}." + (f" {why}" if why else "")


def with_article(noun: str) -> str:
    """`noun` at the start of a sentence, with its indefinite article."""
    return f"An {noun}" if noun[:1] in "aeio" else f"A {noun}"
