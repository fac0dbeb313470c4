"""From a Document to the surface: paths become a tree of resources, operations become calls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from edmund.diagnostics import Note
from edmund.frontends.notation.references import Library
from edmund.frontends.openapi.calls import Calls, parameter_type
from edmund.frontends.openapi.document import Document, Operation, PathItem
from edmund.frontends.openapi.findings import Code, Findings
from edmund.frontends.openapi.operations import path_names
from edmund.frontends.openapi.schemas.builder import SchemaTypes
from edmund.surface.elements import (
    Call,
    Edge,
    KeyPart,
    Resource,
    ResourceKind,
    SegmentKind,
    Surface,
)
from edmund.surface.exchange import Location
from edmund.surface.types import Primitive, Type

__all__ = ["build_surface"]

_PARAMETER = re.compile(r"\{[^{}]*\}")


@dataclass
class _Branch:
    """A path as far as it goes: what is called there, and what follows. `key` is its place among its siblings."""

    path: str
    kind: SegmentKind
    segment: str
    keys: tuple[KeyPart, ...] = ()
    calls: dict[str, tuple[Call, Operation]] = field(default_factory=dict)
    below: dict[tuple[SegmentKind, str], _Branch] = field(default_factory=dict)
    description: str | None = None


def build_surface(library: Library, document: Document, findings: Findings) -> Surface:
    """All calls and types of a description. What goes wrong is among the findings."""
    types = SchemaTypes(library, document, findings)
    calls = Calls(types)
    root = _Branch("", SegmentKind.CHILD, "")
    called_back: list[tuple[_Branch, Operation]] = []
    for item in document.paths:
        if not item.operations:
            continue  # Nothing can be called there, and nobody says what its parameters are.
        branch = _grown(root, item, types)
        branch.description = branch.description or item.description or item.summary
        for operation in item.operations:
            _add(branch, operation, calls.call(operation, item.template), findings)
            if operation.callbacks:
                called_back.append((branch, operation))
    for item in document.webhooks:
        for operation in item.operations:
            calls.call(operation, item.template)  # for the types of what is sent and answered
    for branch, operation in called_back:
        call, described = branch.calls[operation.method]
        branch.calls[operation.method] = calls.with_callbacks(call, operation), described
    return Surface(
        "/",
        tuple(_resources(root)),
        types.finished(),
        (document.title,) if document.title else (),
        "",
        document.servers,
    )


def _grown(root: _Branch, item: PathItem, types: SchemaTypes) -> _Branch:
    """The branch of a path, made where it is not there yet."""
    branch = root
    template = item.template.removeprefix("/")
    for segment in template.split("/") if template else ():
        kind = _kind(segment)
        # At one place there is one parameter, whatever each path calls it.
        name = "" if kind is SegmentKind.KEY else _PARAMETER.sub("{}", segment)
        known = branch.below.get((kind, name))
        if known is None:
            keys = tuple(
                KeyPart(each, each, _key_type(each, item, types)) for each in path_names(segment)
            )
            known = _Branch(f"{branch.path}/{segment}", kind, segment, keys)
            branch.below[kind, name] = known
        branch = known
    return branch


def _kind(segment: str) -> SegmentKind:
    if _PARAMETER.fullmatch(segment):
        return SegmentKind.KEY
    return SegmentKind.TEMPLATE if _PARAMETER.search(segment) else SegmentKind.CHILD


def _key_type(name: str, item: PathItem, types: SchemaTypes) -> Type:
    for operation in item.operations:
        for parameter in operation.parameters:
            if parameter.location is Location.PATH and parameter.name == name:
                return parameter_type(parameter, types)
    return Primitive("Edm.String")


def _add(branch: _Branch, operation: Operation, call: Call, findings: Findings) -> None:
    known = branch.calls.get(operation.method)
    if known is None:
        branch.calls[operation.method] = call, operation
        return
    message = f"{operation.method} of this path is there already, by another name of its parameters"
    notes = (Note("it is here first", known[1].node.span),)
    findings.error(Code.REPEATED, message, operation.node, notes=notes)


def _resources(root: _Branch) -> Iterator[Resource]:
    """All branches as resources, breadth first."""
    waiting = [root]
    while waiting:
        branch = waiting.pop(0)
        below = list(branch.below.values())
        waiting.extend(below)
        yield Resource(
            branch.path or "/",
            ResourceKind.PATH if branch.path else ResourceKind.ROOT,
            None,
            edges=tuple(
                Edge(
                    each.kind,
                    "" if each.kind is SegmentKind.KEY else each.segment,
                    each.path,
                    each.keys,
                    description=each.description,
                )
                for each in below
            ),
            calls=tuple(call for call, _ in branch.calls.values()),
            description=branch.description,
        )
