"""From the files of a description to its Document (OpenAPI 3.2.0, section 4; 3.1.1; 3.0.4; Swagger 2.0)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from edmund.diagnostics import Diagnostic, raise_on_errors
from edmund.frontends.notation.references import Library
from edmund.frontends.notation.source import Node
from edmund.frontends.openapi.document import Document, Operation, PathItem, Version
from edmund.frontends.openapi.findings import Code, Findings
from edmund.frontends.openapi.members import Reading, object_of, text
from edmund.frontends.openapi.operations import read_operation, shared_parameters
from edmund.frontends.openapi.security import Security, read_security
from edmund.frontends.openapi.servers import read_servers, swagger_servers
from edmund.frontends.openapi.swagger import read_swagger_operation, swagger_parameters

__all__ = ["METHODS", "read_document", "read_whole", "version_of"]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
"""The members of a path that are operations; `query` since 3.2."""

_NO_OPENAPI = "a description begins with 'openapi: 3.x.x', or with 'swagger: \"2.0\"'"


def version_of(root: Node, findings: Findings) -> Version | None:
    """The version that a document says to be of; None, and told, when it is not read."""
    value = root.value
    if not isinstance(value, dict):
        findings.error(Code.NOT_OPENAPI, "the document is no object", root, hint=_NO_OPENAPI)
        return None
    key = next((key for key in ("openapi", "swagger") if key in value), None)
    if key is None:
        message = "the document is no OpenAPI description: it says no version"
        findings.error(Code.NOT_OPENAPI, message, root, hint=_NO_OPENAPI)
        return None
    said = str(value[key])
    for version in Version:
        wanted = "swagger" if version is Version.V2_0 else "openapi"
        if key == wanted and (said == version.value or said.startswith(version.value + ".")):
            return version
    message = f"{key} {said[:40]} is no version that is read"
    hint = "there are 2.0, 3.0, 3.1 and 3.2"
    findings.error(Code.NOT_OPENAPI, message, root.at(key), hint=hint)
    return None


def read_document(library: Library, findings: Findings) -> Document | None:
    """Read the description that begins in the main file of `library`; None when it is none.

    Everything that is wrong is among the findings; what is read is complete where they have no errors.
    """
    root = library.main.root
    version = version_of(root, findings)
    if version is None:
        return None
    reading = Reading(library, version, findings)
    info = object_of(root, "info", reading)
    if info is None:
        findings.warning(Code.MISSING, "the description has no 'info'", root)
    security = read_security(root, reading)
    is_swagger = version is Version.V2_0
    components = object_of(root, "components", reading)
    holder = root if is_swagger else components
    named = (
        None
        if holder is None
        else object_of(holder, "definitions" if is_swagger else "schemas", reading)
    )
    servers = swagger_servers(root, reading) if is_swagger else read_servers(root, reading)
    paths = object_of(root, "paths", reading)
    webhooks = object_of(root, "webhooks", reading)
    if paths is None and version in (Version.V2_0, Version.V3_0):
        findings.warning(Code.MISSING, "the description has no 'paths'", root)
    document = Document(
        version,
        _one_line((None if info is None else text(info, "title", reading)) or ""),
        _one_line((None if info is None else text(info, "version", reading)) or ""),
        None if info is None else text(info, "description", reading),
        servers,
        () if paths is None else tuple(_paths(paths, security, reading)),
        () if webhooks is None else tuple(_webhooks(webhooks, security, reading)),
        () if named is None else tuple(_schemas(named, findings)),
        root,
    )
    _check_ids(document, findings)
    return document


def _schemas(named: Node, findings: Findings) -> Iterator[tuple[str, Node]]:
    """The schemas by name. The empty name, which no code can have, becomes another one."""
    for name, node in named.members():
        if name:
            yield name, node
            continue
        given = next(each for each in _names_of_nameless() if named.get(each) is None)
        findings.warning(Code.NAME, f"a schema has an empty name; it is called '{given}'", node)
        yield given, node


def _names_of_nameless() -> Iterator[str]:
    yield "Value"
    yield from (f"Value{number}" for number in count(2))


def _one_line(said: str) -> str:
    """What goes into files of packages, each with rules of its own: no controls, nothing invisible."""
    return " ".join("".join(c if c.isprintable() else " " for c in said).split())


def _paths(paths: Node, security: Security, reading: Reading) -> Iterator[PathItem]:
    for template, item in paths.members():
        if template.startswith("x-"):
            continue
        if not template.startswith("/"):
            message = f"the path '{template}' does not begin with a slash"
            reading.findings.warning(Code.PATH, message, item)
            template = "/" + template  # noqa: PLW2901 - what everybody reads it as
        yield from _path_item(template, item, security, reading)


def _webhooks(webhooks: Node, security: Security, reading: Reading) -> Iterator[PathItem]:
    for name, item in webhooks.members():
        if not name.startswith("x-"):
            yield from _path_item(name, item, security, reading, is_path=False)


def _path_item(
    template: str, given: Node, security: Security, reading: Reading, *, is_path: bool = True
) -> Iterator[PathItem]:
    item = reading.followed(given)
    if item is None or item.value is None:
        return
    if not isinstance(item.value, dict):
        reading.findings.error(Code.SHAPE, "a path item is an object", item)
        return
    operations: list[Operation] = []
    for operation in _operations(item, template if is_path else None, security, reading):
        callbacks = _callbacks(operation.node, security, reading)
        operations.append(replace(operation, callbacks=callbacks) if callbacks else operation)
    yield PathItem(
        template,
        text(item, "summary", reading),
        text(item, "description", reading),
        tuple(operations),
        item,
    )


def _operations(
    item: Node, template: str | None, security: Security, reading: Reading
) -> Iterator[Operation]:
    servers = read_servers(item, reading)
    if reading.version is Version.V2_0:
        swagger = swagger_parameters(item, reading)
        for method, node in _operation_nodes(item, reading):
            read = read_swagger_operation(
                method, node, template, swagger, servers, security, reading
            )
            if read is not None:
                yield read
    else:
        shared = shared_parameters(item, reading)
        for method, node in _operation_nodes(item, reading):
            read = read_operation(method, node, template, shared, servers, security, reading)
            if read is not None:
                yield read


def _operation_nodes(item: Node, reading: Reading) -> Iterator[tuple[str, Node]]:
    for method in METHODS:
        node = item.get(method)
        if node is not None:
            yield method.upper(), node
    additional = object_of(item, "additionalOperations", reading)
    if additional is not None:
        yield from additional.members()


def _callbacks(operation: Node, security: Security, reading: Reading) -> tuple[PathItem, ...]:
    """What the service calls back: path items by runtime expression."""
    callbacks = object_of(operation, "callbacks", reading)
    found: list[PathItem] = []
    for _, given in callbacks.members() if callbacks is not None else ():
        callback = reading.followed(given)
        for expression, item in callback.members() if callback is not None else ():
            if not expression.startswith("x-"):
                found.extend(_path_item(expression, item, security, reading, is_path=False))
    return tuple(found)


def _check_ids(document: Document, findings: Findings) -> None:
    seen: dict[str, Operation] = {}
    for operation in document.operations:
        if operation.id is not None and seen.setdefault(operation.id, operation) is not operation:
            message = f"the operationId '{operation.id}' is there twice"
            findings.warning(Code.REPEATED, message, operation.node.at("operationId"))


def read_whole(library: Library) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The Document and the warnings about it. Raises EdmundError with everything found."""
    findings = Findings()
    document = read_document(library, findings)
    found = findings.all()
    raise_on_errors(found)
    assert document is not None
    return document, found
