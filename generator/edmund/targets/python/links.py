"""Edges as members of a builder: properties for segments, methods for keys, casts and functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import quote

from edmund.model.elements import EnumType, Model, Parameter, TypeDefinition, TypeReference
from edmund.surface.elements import Edge, SegmentKind
from edmund.targets.python.builder_names import BuilderPlace
from edmund.targets.python.builder_views import MemberView
from edmund.targets.python.docs import deprecation_text
from edmund.targets.python.literals import docstring, string_literal
from edmund.targets.python.names import distinct, parameter_name
from edmund.targets.python.signatures import Bracketed, from_import, laid_out, signature

__all__ = ["alternate_key_member", "lower_link", "url_type"]

_KEYS = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE, SegmentKind.ALTERNATE_KEY)
_ANNOTATIONS = {
    "Edm.Boolean": "bool",
    "Edm.Byte": "int",
    "Edm.SByte": "int",
    "Edm.Int16": "int",
    "Edm.Int32": "int",
    "Edm.Int64": "int | str",
    "Edm.Single": "float",
    "Edm.Double": "float",
    "Edm.Decimal": "decimal.Decimal | int | str",
    "Edm.Guid": "uuid.UUID | str",
    "Edm.Date": "datetime.date | str",
    "Edm.DateTimeOffset": "datetime.datetime | str",
    "Edm.TimeOfDay": "datetime.time | str",
    "Edm.Duration": "datetime.timedelta | str",
    "Edm.String": "str",
    "Edm.Binary": "bytes | str",
}


def url_type(type_: TypeReference, model: Model) -> str:
    """The type's name for the runtime's URL literals; `json` for what goes by alias."""
    if type_.collection:
        return "json"
    found = model.types_by_name.get(type_.name)
    if isinstance(found, TypeDefinition):
        return found.underlying if found.underlying in _ANNOTATIONS else "json"
    if isinstance(found, EnumType):
        return type_.name
    return type_.name if type_.name in _ANNOTATIONS else "json"


def lower_link(
    edge: Edge,
    name: str,
    source: BuilderPlace,
    target: BuilderPlace,
    package: str,
    model: Model,
    type_name: Callable[[str], str],
    aliases: tuple[str, ...] = (),
    invoked: bool = False,
) -> tuple[MemberView, frozenset[str], bool]:
    """The member for an edge, the standard modules that its annotations name, and whether it has lists.

    `invoked` says that the edge leads to a function, whose parameters stand in the URL.
    """
    parts = [] if edge.kind not in _KEYS else [Parameter(k.name, k.type) for k in edge.keys]
    required = tuple(parts) or edge.parameters
    optional = edge.optional_parameters
    given = distinct(
        [p.name for p in (*required, *optional)], parameter_name, taken=("self",)
    ).names
    annotations = [_annotation(p.type, model, type_name) for p in (*required, *optional)]
    parameters = ["self"]
    parameters += [
        f"{given[p.name]}: {annotation}" + ("" if at < len(required) else " | None = None")
        for at, (p, annotation) in enumerate(zip((*required, *optional), annotations, strict=True))
    ]
    as_property = edge.kind not in _KEYS and len(parameters) == 1
    body = laid_out(_body(edge, target, invoked, required, given, model), 8)
    if target.module != source.module:
        place = from_import(f"{package}.generated.builders.{target.module}", [target.name], 8)
        body = f"{place}\n\n        {body}"
    text = edge.description or ""
    if edge.deprecation is not None:
        text = f"{text}\n\n{deprecation_text(edge.deprecation)}".strip()
    documentation = docstring(text, 8)
    view = MemberView(
        name,
        signature(name, parameters, f"{target.name}[M]"),
        body,
        decorated=as_property,
        decorator="@property" if as_property else "",
        documented=bool(documentation),
        docstring=documentation,
        aliases=tuple(f"{alias} = {name}" for alias in aliases),
    )
    modules = {
        word
        for annotation in annotations
        for word in ("datetime", "decimal", "uuid")
        if f"{word}." in annotation
    }
    return view, frozenset(modules), any("Sequence[" in one for one in annotations)


def alternate_key_member(
    name: str,
    collection: str,
    key: Edge,
    key_name: str,
    target: BuilderPlace,
    model: Model,
    type_name: Callable[[str], str],
) -> MemberView:
    """The member beside `collection` that goes through its accessor of an alternate key."""
    given = distinct([k.name for k in key.keys], parameter_name, taken=("self",)).names
    parameters = [f"{given[k.name]}: {_annotation(k.type, model, type_name)}" for k in key.keys]
    arguments = tuple(given[k.name] for k in key.keys)
    return MemberView(
        name,
        signature(name, ["self", *parameters], f"{target.name}[M]"),
        laid_out(Bracketed(f"return self.{collection}.{key_name}", arguments), 8),
    )


def _body(
    edge: Edge,
    target: BuilderPlace,
    invoked: bool,
    required: tuple[Parameter, ...],
    given: Mapping[str, str],
    model: Model,
) -> Bracketed:
    if edge.kind is SegmentKind.KEY:
        value = given[required[0].name]
        kind = url_type(required[0].type, model)
        typed = () if kind == "Edm.String" else (string_literal(kind),)
        return Bracketed("return self._item", (target.name, value, *typed))
    if edge.kind in _KEYS:
        unnamed = edge.kind is SegmentKind.KEY_PREDICATE and len(required) == 1
        items = tuple(_part(p, given, model, "" if unnamed else p.name) for p in required)
        return Bracketed("return self._keyed", (target.name, *items))
    if invoked:
        groups = [
            Bracketed("", tuple(_part(p, given, model, p.name) for p in group))
            for group in (edge.parameters, edge.optional_parameters)
        ]
        while groups and not groups[-1].items:
            groups.pop()
        name = string_literal(_encoded(edge.name))
        return Bracketed("return self._invoked", (target.name, name, *groups))
    path = string_literal(f"/{_encoded(edge.name)}")
    return Bracketed("return self._child", (target.name, path))


def _part(part: Parameter, given: Mapping[str, str], model: Model, name: str) -> Bracketed:
    kind = string_literal(url_type(part.type, model))
    return Bracketed("", (string_literal(name), given[part.name], kind))


def _encoded(name: str) -> str:
    """A segment of the schema's own: encoded where a name has letters beyond ASCII."""
    return quote(name, safe="$.:@_-~")


def _annotation(type_: TypeReference, model: Model, type_name: Callable[[str], str]) -> str:
    if type_.collection:
        inner = _annotation(TypeReference(type_.name), model, type_name)
        return f"Sequence[{inner}]"
    found = model.types_by_name.get(type_.name)
    if isinstance(found, TypeDefinition):
        return _ANNOTATIONS.get(found.underlying, "object")
    if isinstance(found, EnumType):
        return f"{type_name(type_.name)} | str"
    if found is not None:
        return type_name(type_.name)
    return _ANNOTATIONS.get(type_.name, "object")
