"""Examples made from a description, for calls of which nobody has written one."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final
from urllib.parse import quote

from edmund.diagnostics import Diagnostic, Severity
from edmund.samples.exchange import Body, Example, Header, HttpRequest
from edmund.samples.made_values import Purpose, ValueMaker
from edmund.surface.elements import Call, CallKind, Edge, Resource
from edmund.surface.lookup import Found, PathFinder, parted_call, split_path
from edmund.surface.shapes import Operation, ValueShape
from edmund.surface.type_parts import is_list, name_of
from edmund.surface.type_schema import TypeSchema
from edmund.surface.types import EnumType, Type
from edmund.validation.check import validate_payload

__all__ = ["MadeExamples", "NotMade"]

_CALL: Final = re.compile(r"\s*([A-Za-z]+)\s+(\S.*?)\s*\Z")
# What stands for a value: `{id}`, or a parameter alias that no query defines.
_PLACEHOLDER: Final = re.compile(r"\{[^{}]*\}|='?@\w+|\A'?@\w+")
_MOST_TRIES: Final = 5


class NotMade(ValueError):
    """No example can be made; `diagnostic` says why."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.diagnostic = Diagnostic("EDM950", Severity.ERROR, message, hint=hint)


class MadeExamples:
    """Makes examples of calls of one surface; the same `seed` gives the same ones."""

    def __init__(self, finder: PathFinder, schema: TypeSchema, seed: int = 0) -> None:
        self._finder = finder
        self._schema = schema
        self._seed = seed

    def make(self, text: str) -> Example:
        """The example for a call such as `POST /identity/apiConnectors`. Raises `NotMade`."""
        match = _CALL.match(text)
        if match is None:
            raise NotMade(f"'{text}' is no call", "such as: POST /identity/apiConnectors")
        method, path = match[1].upper(), match[2]
        found = self._finder.find(path)
        if found is None:
            raise NotMade(f"nothing is addressed by '{path}'")
        call = next((c for c in found.resource.calls if c.method.value == method), None)
        if call is None:
            there = ", ".join(sorted({c.method.value for c in found.resource.calls}))
            raise NotMade(f"there is no {method} of '{path}'", f"there are: {there}")
        headers: tuple[Header, ...] = ()
        body = self._body(call, found.resource)
        if body is not None:
            headers = (Header("Content-Type", body[1]),)
        target = self._target(path, found)
        if call.kind is CallKind.REMOVE_REFERENCE and not found.edges[-1].keys:
            target += f"?$id={quote('https://example.com/objects/1')}" if _is_list(found) else ""
        request = HttpRequest(
            method, target, headers, None if body is None else Body(body[0], 1), 1
        )
        name = "-".join((method.lower(), *(e.name.rpartition(".")[2] for e in found.edges[-2:])))
        title = call.description or f"{method} {path}"
        return Example(request, None, re.sub("[^A-Za-z0-9]+", "-", name).strip("-"), title)

    def _target(self, path: str, found: Found) -> str:
        """The path with values in place of placeholders."""
        made: list[str] = []
        used = 0
        for segment in split_path(path):
            longer = self._finder.find("/".join(("", *made, segment)))
            edges = found.edges[used : len(longer.edges)] if longer is not None else ()
            used += len(edges)
            made.append(self._segment(segment, edges))
        return "/" + "/".join(made)

    def _segment(self, segment: str, edges: tuple[Edge, ...]) -> str:
        edge = edges[-1] if edges else None
        if edge is None or not _PLACEHOLDER.search(segment):
            return segment
        _, inside = parted_call(segment)
        if inside is None:
            return self._key(edge, segment)
        types = {part.name.lower(): part.type for part in edge.keys}
        types |= {p.name.lower(): p.type for p in (*edge.parameters, *edge.optional_parameters)}
        parts = []
        for part in inside.split(","):
            name, equals, text = part.partition("=")
            wire = name.strip() if equals else next(iter(types), "")
            if _PLACEHOLDER.search(text if equals else part) and wire.lower() in types:
                text = self._literal(types[wire.lower()], wire)
                parts.append(f"{wire}={text}" if equals else text)
            else:
                parts.append(part)
        return f"{segment.partition('(')[0]}({','.join(parts)})"

    def _key(self, edge: Edge, segment: str) -> str:
        if not edge.keys:
            return segment
        shape = self._schema.value(edge.keys[0].type)
        if shape.type == "Edm.String":
            return quote(segment.strip("{}"), safe="") if segment.strip("{}") else "id"
        return quote(str(self._maker(True).primitive(shape, edge.keys[0].name)), safe="")

    def _literal(self, type_: Type, name: str) -> str:
        """A value of a parameter as it stands in a URL."""
        shape = self._schema.value(type_)
        value = self._maker(True).value(shape, name)
        if is_list(type_) or isinstance(value, Mapping):
            return quote(_json(value), safe="")
        found = self._schema.types.by_name.get(name_of(type_))
        if isinstance(found, EnumType) or shape.type == "Edm.String":
            return "'" + quote(str(value).replace("'", "''"), safe="") + "'"
        if isinstance(value, bool):
            return str(value).lower()
        if shape.type == "Edm.Duration":
            return f"duration'{value}'"
        return quote(str(value), safe="")

    def _maker(self, create: bool) -> ValueMaker:
        return ValueMaker(self._schema, Purpose(create=create), self._seed)

    def _body(self, call: Call, resource: Resource) -> tuple[str, str] | None:
        """The text of a body and its media type."""
        if call.kind in (CallKind.ADD_REFERENCE, CallKind.SET_REFERENCE):
            return _json({"@odata.id": "https://example.com/objects/1"}), "application/json"
        if call.kind is CallKind.INVOKE:
            members = {
                p.name: self._parameter(self._schema.value(p.type), p.name, p.secret)
                for p in call.parameters
            }
            kept = {name: value for name, value in members.items() if value is not None}
            return (_json(kept), "application/json") if call.parameters else None
        if call.body is None:
            return None
        if name_of(call.body) == "Edm.Stream":
            return "content", "application/octet-stream"
        value = self._valid(call)
        return _json(value), "application/json"

    def _parameter(self, shape: ValueShape, name: str, secret: bool) -> object:
        return self._maker(True).value(shape, name, secret=secret, depth=1)

    def _valid(self, call: Call) -> object:
        """A body without what its own rules refuse: what was only possible is left out where it does not fit."""
        assert call.body is not None, "the caller has looked"
        creates = call.kind is not CallKind.UPDATE
        maker = self._maker(creates)
        shape = self._schema.value(call.body)
        single = ValueShape(shape.type, types=shape.types, writable_types=shape.writable_types)
        value = maker.value(single, name_of(call.body))
        if not isinstance(value, dict):
            return {"value": []} if is_list(call.body) else {}
        operation = Operation.CREATE if creates else Operation.UPDATE
        for _ in range(_MOST_TRIES):
            wrong = {
                violation.pointer.split("/")[1]
                for violation in validate_payload(self._schema, shape.type, value, operation)
                if violation.pointer
            }
            if not wrong & value.keys():
                break
            value = {name: item for name, item in value.items() if name not in wrong}
        return {"value": [value]} if is_list(call.body) else value


def _is_list(found: Found) -> bool:
    return found.resource.type is not None and is_list(found.resource.type)


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False, default=_number)


def _number(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(f"no JSON value: {type(value).__name__}")
