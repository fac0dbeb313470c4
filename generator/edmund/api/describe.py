"""Models, types and paths as plain data (texts, numbers, lists, dicts): what `edmund inspect --json` prints."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.api.models import type_called
from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.model import vocabulary
from edmund.model.elements import EnumType, Model, StructuredType, TypeDefinition, TypeReference
from edmund.model.lineage import Lineage
from edmund.pipeline import Loaded
from edmund.queries.addressed import askable
from edmund.suggestions import near_names
from edmund.surface.build import build_surface
from edmund.surface.elements import Call, Resource, Surface
from edmund.surface.lookup import Found, PathFinder, same_path, spelled_edge
from edmund.surface.type_parts import is_list, name_of, takes_null
from edmund.surface.types import Type

__all__ = [
    "describe_model",
    "describe_path",
    "describe_type",
    "nothing_addressed",
    "written_type",
]

Record = dict[str, object]


def written_type(reference: TypeReference | None) -> str | None:
    """A type in use as CSDL writes it, with `?` where null is allowed."""
    if reference is None:
        return None
    name = f"Collection({reference.name})" if reference.collection else reference.name
    return name + ("?" if reference.nullable else "")


def _written(type_: Type | None) -> str | None:
    """A type in use as CSDL writes it, with `?` where null is allowed."""
    if type_ is None:
        return None
    name = f"Collection({name_of(type_)})" if is_list(type_) else name_of(type_)
    return name + ("?" if takes_null(type_) else "")


def describe_model(loaded: Loaded) -> Record:
    """How much there is, and what a path can begin with."""
    model = loaded.model
    surface, _ = build_surface(model, loaded.permissions)
    kinds: dict[str, int] = {}
    for schema_type in model.types:
        kinds[schema_type.kind.value] = kinds.get(schema_type.kind.value, 0) + 1
    return {
        "namespaces": [schema.namespace for schema in model.schemas],
        "containers": [container.name for container in model.containers],
        "types": kinds,
        "operations": len(model.operations),
        "resources": len(surface.resources),
        "paths": ["/" + edge.name for edge in surface.by_id[surface.root].edges],
    }


def describe_type(loaded: Loaded, name: str) -> Record:
    """The type called `name`; inherited members say where they come from. Raises EdmundError."""
    model = loaded.model
    name = type_called(loaded, name)
    found = model.types_by_name[name]
    record: Record = {
        "name": name,
        "kind": found.kind.value,
        "description": vocabulary.description(found.annotations),
    }
    if isinstance(found, EnumType):
        record["underlying"] = found.underlying
        record["flags"] = found.flags
        record["members"] = [
            {
                "name": member.name,
                "value": member.value,
                "description": vocabulary.description(member.annotations),
            }
            for member in found.members
        ]
    elif isinstance(found, TypeDefinition):
        record["underlying"] = found.underlying
    else:
        record.update(_structured(model, found))
    return record


def _structured(model: Model, found: StructuredType) -> Record:
    lineage = Lineage(model)
    line = (found, *lineage.ancestors(found.name))
    owners: dict[str, str] = {}
    for ancestor in line:
        owners.update((member.name, ancestor.name) for member in ancestor.properties)
        owners.update((member.name, ancestor.name) for member in ancestor.navigation_properties)
    members: list[Record] = [
        {
            "name": member.name,
            "type": written_type(member.type),
            "navigation": False,
            "from": owners[member.name],
            "secret": vocabulary.is_secret(member),
            "computed": vocabulary.is_computed(member.annotations),
            "description": vocabulary.description(member.annotations),
        }
        for member in lineage.properties(found.name)
    ]
    members += [
        {
            "name": member.name,
            "type": written_type(member.type),
            "navigation": True,
            "contained": member.contains_target,
            "from": owners[member.name],
            "description": vocabulary.description(member.annotations),
        }
        for member in lineage.navigation_properties(found.name)
    ]
    bases = {ancestor.name for ancestor in line}
    return {
        "base": found.base,
        "abstract": found.abstract,
        "open": lineage.is_open(found.name),
        "key": [part.path for part in lineage.key(found.name)],
        "derived": list(model.derived_by_name.get(found.name, ())),
        "members": members,
        "operations": [
            {
                "name": operation.name,
                "kind": operation.kind.value,
                "parameters": {p.name: written_type(p.type) for p in operation.own_parameters},
                "returns": written_type(
                    operation.return_type.type if operation.return_type else None
                ),
            }
            for operation in model.operations
            if operation.binding is not None and operation.binding.name in bases
        ],
    }


def describe_path(loaded: Loaded, path: str) -> Record:
    """What a URL path addresses: its calls, and what can follow it. Raises EdmundError (EDM611)."""
    surface, _ = build_surface(loaded.model, loaded.permissions)
    finder = PathFinder(surface)
    found = finder.find(path)
    if found is None:
        raise EdmundError((nothing_addressed(finder, path),))
    resource = found.resource
    last = found.edges[-1] if found.edges else None
    parameters = {p.name: _written(p.type) for p in last.parameters} if last else {}
    return {
        "path": found.path,
        "kind": resource.kind.value,
        "type": _written(resource.type),
        "description": resource.description or (last.description if last else None),
        "parameters": parameters,
        "calls": [_call(call, found.path) for call in resource.calls],
        "queries": _queries(surface, found),
        "below": _below(resource),
    }


def _queries(surface: Surface, found: Found) -> Record:
    """What queries of the path can ask for, by names of properties."""
    can = askable(surface, found)
    return {
        "filterable": list(can.filterable),
        "sortable": list(can.sortable),
        "expandable": list(can.expandable),
        "required_in_filter": list(can.required_in_filter),
        "filter_functions": None if can.filter_functions is None else list(can.filter_functions),
    }


def _below(resource: Resource) -> list[Record]:
    found: list[Record] = []
    for edge in resource.edges:
        segment = spelled_edge(edge).removeprefix("/")
        found.append({"segment": segment, "kind": edge.kind.value})
    return found


def _call(call: Call, path: str) -> Record:
    own = [p for p in call.permissions if same_path(p.path, path)] or list(call.permissions)
    return {
        "kind": call.kind.value,
        "method": call.method.value,
        "description": call.description,
        "body": _written(call.body),
        "parameters": {p.name: _written(p.type) for p in call.parameters},
        "returns": _written(call.returns),
        "query": [f"${option.value}" for option in call.query],
        "pageable": call.pageable,
        "deprecated": None if call.deprecation is None else call.deprecation.description or "yes",
        "permissions": [
            {
                "path": permissions.path,
                "schemes": {
                    grant.scheme.value: _grant(grant.least, grant.higher)
                    for grant in permissions.grants
                },
            }
            for permissions in own
        ],
    }


def _grant(least: tuple[str, ...], higher: tuple[str, ...]) -> Mapping[str, object]:
    return {"supported": bool(least or higher), "least": list(least), "higher": list(higher)}


def nothing_addressed(finder: PathFinder, path: str) -> Diagnostic:
    """The error for a path that addresses nothing, with what there is below the part of it that does."""
    segments = path.strip("/").split("/")
    while segments:
        last = segments.pop()
        above = finder.find("/" + "/".join(segments))
        if above is not None:
            break
    hint = None
    if above is not None:
        names = [edge.name for edge in above.resource.edges if edge.name]
        close = near_names(last, names)
        there = ", ".join(close or names[:8])
        hint = f"below '{above.path}' there are: {there}" if there else f"'{above.path}' ends there"
    message = f"nothing is addressed by '{path}'"
    return Diagnostic("EDM611", Severity.ERROR, message, None, hint)
