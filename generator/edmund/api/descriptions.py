"""OpenAPI descriptions: reading them, looking into them, checking JSON against their schemas."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from pathlib import Path

from edmund.config.inputs import read_file
from edmund.description import Description, load_description
from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.frontends.detect import Format, format_of
from edmund.suggestions import did_you_mean, near_names
from edmund.surface.elements import Call, Resource
from edmund.surface.exchange import Answer, CallParameter, Content, Credential, HttpCall
from edmund.surface.lineage import Lineage
from edmund.surface.lookup import PathFinder, spelled_edge
from edmund.surface.types import (
    AnyJson,
    EnumType,
    ListOf,
    Literal,
    MapOf,
    Named,
    Nullable,
    Primitive,
    PropertyType,
    StructuredType,
    Type,
    UnionType,
)

__all__ = [
    "describe_openapi",
    "describe_openapi_path",
    "describe_openapi_type",
    "is_openapi",
    "load_openapi",
    "written",
]

AnyPath = str | PathLike[str]
Record = dict[str, object]


def is_openapi(path: AnyPath) -> bool:
    """Whether a file is an OpenAPI (or Swagger) description. Raises EdmundError when it cannot be read."""
    return format_of(read_file(Path(path)).data) is Format.OPENAPI


def load_openapi(path: AnyPath, root: AnyPath | None = None) -> Description:
    """Read an OpenAPI description and the files that it refers to, below `root` alone.

    Without `root` that is the current folder when the description lies in it, else the folder of the
    description. Warnings are in the result's `diagnostics`. Raises EdmundError.
    """
    return load_description(Path(path), None if root is None else Path(root))


def written(type_: Type | None) -> str | None:
    """A type in use, in a line: `[Pet]?`, `map of Int64`."""
    match type_:
        case None:
            return None
        case Nullable(inner):
            return f"{written(inner)}?"
        case ListOf(item):
            return f"[{written(item)}]"
        case MapOf(value):
            return f"map of {written(value)}"
        case Literal(value):
            return repr(value) if isinstance(value, str) else str(value).lower()
        case AnyJson():
            return "any"
        case Primitive(name):
            return name.removeprefix("Edm.")
        case Named(name):
            return name


def describe_openapi(description: Description) -> Record:
    """How much there is: kinds of types, calls, and the paths."""
    kinds: dict[str, int] = {}
    for type_ in description.surface.types.types:
        kind = _kind(type_)
        kinds[kind] = kinds.get(kind, 0) + 1
    document = description.document
    return {
        "title": document.title,
        "version": document.api_version,
        "format": f"OpenAPI {document.version.value}",
        "servers": [server.url for server in document.servers],
        "types": kinds,
        "operations": len(document.operations),
        "coverage": str(description.coverage),
        "paths": [item.template for item in document.paths],
        "webhooks": [item.template for item in document.webhooks],
    }


def _kind(type_: StructuredType | EnumType | UnionType) -> str:
    if isinstance(type_, StructuredType):
        return "object"
    return "enumeration" if isinstance(type_, EnumType) else "union"


def describe_openapi_type(description: Description, name: str) -> Record:
    """The type called `name`; inherited members say where they come from. Raises EdmundError (EDM611)."""
    types = description.surface.types
    found = types.by_name.get(name)
    if found is None:
        hint = did_you_mean(near_names(name, types.by_name))
        message = f"'{name}' is not a type of the description"
        raise EdmundError((Diagnostic("EDM611", Severity.ERROR, message, None, hint),))
    record: Record = {
        "name": name,
        "kind": _kind(found),
        "description": found.documentation.description,
    }
    if isinstance(found, EnumType):
        record["members"] = [
            {"name": m.name, "value": m.value, "description": None} for m in found.members
        ]
    elif isinstance(found, UnionType):
        record["variants"] = [written(variant) for variant in found.variants]
        record["told by"] = found.rule.value
        record["discriminator"] = (
            None if found.discriminator is None else found.discriminator.property
        )
        record["mapping"] = dict(
            found.discriminator.mapping if found.discriminator else found.telling
        )
    else:
        lineage = Lineage(types)
        owners: dict[str, str] = {}
        for each in (found, *lineage.ancestors(name)):
            for member in each.properties:
                owners.setdefault(member.name, each.name)
        told = found.discriminator
        record["base"] = found.base
        record["abstract"] = found.abstract
        record["derived"] = list(types.derived_by_name.get(name, ()))
        record["discriminator"] = None if told is None else told.property
        record["mapping"] = {} if told is None else dict(told.mapping)
        record["additional"] = written(found.additional)
        record["members"] = [
            _member(member, owners[member.name]) for member in lineage.members(name).values()
        ]
    return record


def _member(member: PropertyType, owner: str) -> Record:
    return {
        "name": member.name,
        "type": written(member.type),
        "required": member.required,
        "read only": member.writing.computed,
        "secret": member.secret,
        "from": owner,
        "description": member.documentation.description,
    }


def describe_openapi_path(description: Description, path: str) -> Record:
    """What a URL path addresses: its calls, and what can follow it. Raises EdmundError (EDM611)."""
    found = PathFinder(description.surface).find(path)
    if found is None:
        templates = [item.template for item in description.document.paths]
        hint = did_you_mean(near_names(path, templates))
        message = f"the description has no path '{path}'"
        raise EdmundError((Diagnostic("EDM611", Severity.ERROR, message, None, hint),))
    resource = found.resource
    return {
        "path": resource.id,
        "description": resource.description,
        "calls": [_call(call) for call in resource.calls],
        "below": _below(resource),
    }


def _below(resource: Resource) -> list[str]:
    return [
        (
            "/" + "".join(f"{{{key.name}}}" for key in edge.keys)
            if not edge.name
            else spelled_edge(edge)
        )
        for edge in resource.edges
    ]


def _call(call: Call) -> Record:
    http = call.http
    assert http is not None
    return {
        "method": http.method,
        "id": http.id,
        "tags": list(http.tags),
        "description": call.description,
        "deprecated": call.deprecation is not None,
        "parameters": [_parameter(each) for each in http.parameters],
        "contents": [] if http.content is None else [_content(c) for c in http.content.contents],
        "answers": [_answer(each) for each in http.answers],
        "security": None if http.security is None else [_needed(each) for each in http.security],
        "servers": [server.url for server in http.servers],
        "callbacks": [_callback(each) for each in http.callbacks],
    }


def _callback(http: HttpCall) -> Record:
    """What the service calls at its client."""
    return {
        "method": http.method,
        "at": http.path,
        "contents": [] if http.content is None else [_content(c) for c in http.content.contents],
        "answers": [_answer(each) for each in http.answers],
    }


def _parameter(parameter: CallParameter) -> Record:
    return {
        "name": parameter.name,
        "in": parameter.location.value,
        "type": written(parameter.type),
        "required": parameter.required,
        "style": parameter.style.value,
        "explode": parameter.explode,
    }


def _content(content: Content) -> Record:
    return {"media type": content.media_type, "type": written(content.type or content.item)}


def _answer(answer: Answer) -> Record:
    return {
        "status": answer.status,
        "contents": [_content(each) for each in answer.contents],
        "headers": [header.name for header in answer.headers],
        "description": answer.description,
    }


def _needed(credentials: tuple[Credential, ...]) -> Mapping[str, object]:
    return {each.name: list(each.scopes) for each in credentials}
