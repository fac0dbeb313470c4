"""Schemas compiled: from a place in the documents to a program of assertions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edmund.diagnostics import Diagnostic, EdmundError, Severity, raise_on_errors
from edmund.frontends.json_schema import assertions as a
from edmund.frontends.json_schema.documents import Documents, Resource
from edmund.frontends.json_schema.keywords import GROUPS
from edmund.frontends.json_schema.locations import Location
from edmund.frontends.json_schema.loops import first_loop
from edmund.frontends.json_schema.site import Site

__all__ = ["Compiled", "compile_schema"]

_MOST_NODES = 1_000_000


@dataclass(frozen=True, slots=True)
class Compiled:
    """A program, and what was left out of it or is doubtful (warnings)."""

    program: a.Program
    diagnostics: tuple[Diagnostic, ...]


def compile_schema(
    documents: Documents,
    location: Location,
    *,
    assert_formats: bool = False,
    allow_loops: bool = False,
) -> Compiled:
    """The program of the schema at `location`, with all schemas that it refers to.

    With `assert_formats` the keyword `format` is an assertion; otherwise it is where the schema's dialect says
    so. A schema that applies itself to the same value is an error; with `allow_loops` the value is taken to be
    valid where it is met again.

    Raises EdmundError for what is wrong with the schemas, or with the identifiers in the documents.
    """
    raise_on_errors(documents.diagnostics)
    compiler = _Compiler(documents, assert_formats)
    root = compiler.enter(location)
    compiler.run()
    nodes = tuple(node for node in compiler.nodes if node is not None)
    raise_on_errors(compiler.found)
    loop = first_loop(nodes)
    if loop is not None and not allow_loops:
        message = "the schema applies itself to the same value, without end"
        compiler.report("EDM766", Severity.ERROR, message, loop)
        raise EdmundError(compiler.found)
    program = a.Program(root, nodes, compiler.dynamic_anchors)
    return Compiled(program, tuple(compiler.found))


class _Compiler:
    """Compiles one schema after the other, as they are met; nothing here calls itself."""

    def __init__(self, documents: Documents, assert_formats: bool) -> None:
        self.documents = documents
        self.assert_formats = assert_formats
        self.nodes: list[a.Node | None] = []
        self.found: list[Diagnostic] = []
        self.dynamic_anchors: dict[tuple[str, str], int] = {}
        self._indices: dict[Location, int] = {}
        self._waiting: list[tuple[int, Location]] = []
        self._dynamic_names: set[str] = set()
        self._resources: dict[str, Resource] = {}

    def enter(self, location: Location) -> int:
        """The index of the node of the schema there, which is compiled sooner or later."""
        index = self._indices.get(location)
        if index is None:
            index = len(self.nodes)
            self._indices[location] = index
            self.nodes.append(None)
            self._waiting.append((index, location))
            if index == _MOST_NODES:
                message = f"the schema consists of more than {_MOST_NODES} schemas"
                self.report("EDM760", Severity.ERROR, message, location)
                raise EdmundError(self.found)
        return index

    def run(self) -> None:
        """Compile all that waits, and what the dynamic scope may lead to."""
        while self._waiting:
            index, location = self._waiting.pop()
            self.nodes[index] = self._node(location)

    def report(self, code: str, severity: Severity, message: str, location: Location) -> None:
        """Report a finding at a location."""
        self.found.append(Diagnostic(code, severity, message, self.documents.place(location)))

    def _node(self, location: Location) -> a.Node:
        present, schema = self.documents.at(location)
        if not present:
            self.report("EDM764", Severity.ERROR, f"there is no schema at '{location}'", location)
            return a.Node(location, location.document, ())
        resource = self.documents.resource_of(location)
        self._meet(resource)
        if isinstance(schema, bool):
            return a.Node(location, resource.uri, () if schema else (a.Never(""),))
        if not isinstance(schema, dict):
            message = "a schema is an object, true or false"
            self.report("EDM763", Severity.ERROR, message, location)
            return a.Node(location, resource.uri, ())
        asserted = self.assert_formats or resource.formats_asserted
        site = Site(schema, location, resource, asserted, self.enter, self.report)
        nullable = any(schema.get(each) is True for each in resource.dialect.nullable)
        made = tuple(self._references(site))
        if not (made and resource.dialect.reference_alone):
            made += tuple(each for group in GROUPS for each in group(site))
        return a.Node(location, resource.uri, made, nullable)

    def _references(self, site: Site) -> Iterator[a.Assertion]:
        reference = site.text("$ref")
        if reference is not None:
            target = self._target(site, "$ref", reference)
            if target is not None:
                yield a.Reference("$ref", self.enter(target))
        dynamic = site.text("$dynamicRef")
        if dynamic is not None:
            target = self._target(site, "$dynamicRef", dynamic)
            if target is not None:
                yield self._dynamic(site, dynamic, target)
        recursive = site.text("$recursiveRef")
        if recursive is not None:
            target = self._target(site, "$recursiveRef", recursive)
            if target is not None:
                yield self._recursive(target)

    def _target(self, site: Site, keyword: str, reference: str) -> Location | None:
        found = self.documents.resolve(site.resource.uri, reference)
        if found is None:
            message = f"'{keyword}' leads nowhere: '{reference}' is not in the documents given"
            self.report("EDM764", Severity.ERROR, message, site.location.below(keyword))
        return found

    def _dynamic(self, site: Site, reference: str, target: Location) -> a.Assertion:
        """A reference to a dynamic anchor; one to anything else is as `$ref`."""
        name = reference.partition("#")[2]
        if self.documents.resource_of(target).dynamic.get(name) != target:
            return a.Reference("$dynamicRef", self.enter(target))
        self._dynamic_names.add(name)
        for resource in tuple(self._resources.values()):
            self._enter_dynamic(resource, name)
        return a.DynamicReference("$dynamicRef", name, self.enter(target))

    def _recursive(self, target: Location) -> a.Assertion:
        """`$recursiveRef` of 2019-09: to a resource that says `$recursiveAnchor`, or as `$ref`."""
        if not self.documents.resource_of(target).recursive:
            return a.Reference("$recursiveRef", self.enter(target))
        self._dynamic_names.add("")
        for resource in tuple(self._resources.values()):
            self._enter_dynamic(resource, "")
        return a.DynamicReference("$recursiveRef", "", self.enter(target))

    def _meet(self, resource: Resource) -> None:
        """Take note of a schema resource that may be in the dynamic scope."""
        if resource.uri not in self._resources:
            self._resources[resource.uri] = resource
            for name in sorted(self._dynamic_names):
                self._enter_dynamic(resource, name)

    def _enter_dynamic(self, resource: Resource, name: str) -> None:
        place = resource.dynamic.get(name) if name else None
        if not name and resource.recursive:
            place = resource.location
        if place is not None and (resource.uri, name) not in self.dynamic_anchors:
            self.dynamic_anchors[resource.uri, name] = self.enter(place)
