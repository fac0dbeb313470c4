"""What an OpenAPI description itself has for examples of its calls, and what its schemas say of their bodies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edmund.api.schema_rules import SchemaPrograms
from edmund.description import Description
from edmund.diagnostics import EdmundError
from edmund.frontends.json_schema import check_value
from edmund.frontends.notation.source import Node
from edmund.frontends.openapi.document import MediaType, Operation
from edmund.plan.http_calls import PlannedCall
from edmund.samples.http.described import NOTHING_DESCRIBED, DescribedBody, DescribedCall
from edmund.surface.exchange import Location
from edmund.surface.media_types import base_name, is_json
from edmund.validation.rules import Violation

__all__ = ["DescribedExamples"]


class DescribedExamples:
    """Looks into one description; calls are found by the method and the path that they are described under."""

    def __init__(self, description: Description) -> None:
        self._library = description.library
        self._operations = {
            (operation.method.upper(), item.template): operation
            for item in description.document.paths
            for operation in item.operations
        }
        schemas = (
            content.schema
            for operation in self._operations.values()
            for content in _contents(operation)
            if content.schema is not None
        )
        self._programs = SchemaPrograms(description, schemas)

    def of(self, planned: PlannedCall) -> DescribedCall:
        """The examples of a call."""
        operation = self._operation(planned)
        if operation is None:
            return NOTHING_DESCRIBED
        parameters: dict[tuple[Location, str], object] = {}
        for parameter in operation.parameters:
            for _, _, node in self._examples(parameter.node, parameter.schema):
                parameters.setdefault((parameter.location, parameter.name), node.value)
        bodies = tuple(
            DescribedBody(content.name, node.value, name, title)
            for content in (operation.body.contents if operation.body is not None else ())
            for name, title, node in self._examples(content.node, content.schema)
        )
        return DescribedCall(parameters, bodies)

    def violations(
        self, planned: PlannedCall, status: str | None, media_type: str, value: object
    ) -> Sequence[Violation]:
        """What is wrong with the JSON of a body: of the request (no status), or of the answer with a status.

        A schema that cannot be compiled says nothing.
        """
        operation = self._operation(planned)
        schema = None if operation is None else _schema(operation, status, media_type)
        if schema is None:
            return ()
        try:
            program = self._programs.of(schema).program
        except EdmundError:
            return ()
        return check_value(program, value)

    def _operation(self, planned: PlannedCall) -> Operation | None:
        http = planned.call.http
        return None if http is None else self._operations.get((http.method, http.path))

    def _examples(
        self, node: Node, schema: Node | None
    ) -> Iterator[tuple[str | None, str | None, Node]]:
        """Name, title and value of each example of a parameter or body, else the first one of its schema."""
        alone = node.get("example")
        named = node.get("examples")
        if alone is not None:
            yield None, None, alone
        elif named is not None and isinstance(named.value, dict):
            for name, each in named.members():
                found = self._resolved(each)
                value = None if found is None else found.get("value") or found.get("dataValue")
                if found is not None and value is not None:
                    title = found.said("summary")
                    yield name, title if isinstance(title, str) else None, value
        elif schema is not None:
            value = self._of_schema(schema)
            if value is not None:
                yield None, None, value

    def _of_schema(self, schema: Node) -> Node | None:
        found = self._resolved(schema)
        if found is None:
            return None
        alone, several = found.get("example"), found.get("examples")
        if alone is not None:
            return alone
        return next(several.items(), None) if several is not None else None

    def _resolved(self, node: Node) -> Node | None:
        try:
            return self._library.resolve(node)
        except EdmundError:
            return None


def _contents(operation: Operation) -> Iterator[MediaType]:
    if operation.body is not None:
        yield from operation.body.contents
    for response in operation.responses:
        yield from response.contents


def _schema(operation: Operation, status: str | None, media_type: str) -> Node | None:
    """The schema of the JSON of a body."""
    if status is None:
        contents = operation.body.contents if operation.body is not None else ()
    else:
        contents = next((r.contents for r in operation.responses if r.status == status), ())
    wanted = base_name(media_type)
    same = next((each for each in contents if base_name(each.name) == wanted), None)
    found = same or next((each for each in contents if is_json(each.name)), None)
    return None if found is None else found.schema
