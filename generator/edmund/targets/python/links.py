"""Edges as members of a builder: properties for segments, methods for keys, casts and functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from edmund.naming.distinct import distinct
from edmund.naming.given import GivenNames
from edmund.plan.literals import older_literal
from edmund.plan.service import is_older
from edmund.surface.elements import Edge, Parameter, SegmentKind, Surface
from edmund.surface.type_parts import is_list, item_of, name_of
from edmund.surface.types import EnumType, StructuredType, Type
from edmund.targets.prose import deprecation_text
from edmund.targets.python.builder_names import BuilderPlace
from edmund.targets.python.builder_views import MemberView
from edmund.targets.python.link_bases import Link
from edmund.targets.python.literals import docstring, string_literal
from edmund.targets.python.signatures import Bracketed, constant, laid_out, signature

__all__ = [
    "LinkContext",
    "alternate_key_member",
    "edge_path",
    "given_names",
    "lower_link",
    "url_type",
    "value_link",
]

_KEYS = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE, SegmentKind.ALTERNATE_KEY)
# Module, name, and what else is taken.
_ANNOTATIONS = {
    "Edm.Boolean": ("", "bool", ""),
    "Edm.Byte": ("", "int", ""),
    "Edm.SByte": ("", "int", ""),
    "Edm.Int16": ("", "int", ""),
    "Edm.Int32": ("", "int", ""),
    "Edm.Int64": ("", "int", ""),
    "Edm.Single": ("", "float", ""),
    "Edm.Double": ("", "float", ""),
    "Edm.Decimal": ("decimal", "Decimal", " | int | str"),
    "Edm.Guid": ("uuid", "UUID", " | str"),
    "Edm.Date": ("datetime", "date", " | str"),
    "Edm.DateTimeOffset": ("datetime", "datetime", " | str"),
    "Edm.TimeOfDay": ("datetime", "time", " | str"),
    "Edm.Duration": ("datetime", "timedelta", " | str"),
    "Edm.String": ("", "str", ""),
    "Edm.Binary": ("", "bytes", " | str"),
}


def url_type(type_: Type, surface: Surface) -> str:
    """The type's name for the runtime's URL literals; `json` for what goes by alias."""
    if is_older(surface.version):
        return older_literal(type_)
    if is_list(type_):
        return "json"
    name = name_of(type_)
    if surface.types.enumeration(name) is not None:
        return name
    return name if name in _ANNOTATIONS else "json"


@dataclass(frozen=True, slots=True)
class LinkContext:
    """What links need of the module that they stand in.

    `type_name` gives the module's name for the class of a schema type, `standard` the one for a name of
    the standard library, `parameter` spells the parameter of a function, out of what `given` calls it.
    """

    surface: Surface
    module: str
    type_name: Callable[[str], str]
    standard: Callable[[str, str], str]
    parameter: Callable[[str], str]
    given: GivenNames


def lower_link(
    link: Link,
    target: BuilderPlace,
    target_name: str,
    context: LinkContext,
    *,
    aliases: tuple[str, ...] = (),
    invoked: bool = False,
    m: str = "M",
) -> MemberView:
    """The member for an edge.

    `target_name` is the target's class as annotations have it; `invoked` says that the edge leads to a
    function, whose parameters stand in the URL.
    """
    edge, name = link.edge, link.name
    required = _required(edge)
    everything = (*required, *edge.optional_parameters)
    given = given_names(link, context.parameter, context.given)
    parameters = ["self"]
    parameters += [
        f"{given[p.name]}: {_annotation(p.type, context)}"
        + ("" if at < len(required) else " | None = None")
        for at, p in enumerate(everything)
    ]
    as_property = edge.kind not in _KEYS and len(parameters) == 1
    documentation = _documentation(edge)
    head, first = "", target.name
    if target.module != context.module:
        head, first = "_at", string_literal(f"{target.module}:{target.name}")
    body = _body(
        edge,
        first,
        head,
        invoked=invoked,
        required=required,
        given=given,
        surface=context.surface,
    )
    return MemberView(
        name,
        signature(name, parameters, f"{target_name}[{m}]"),
        laid_out(body, 8),
        decorated=as_property,
        decorator="@property" if as_property else "",
        documented=bool(documentation),
        docstring=documentation,
        aliases=tuple(constant(alias, name) for alias in aliases),
    )


def given_names(
    link: Link, parameter: Callable[[str], str], given: GivenNames
) -> Mapping[str, str]:
    """The parameters of an edge's member by the names of keys and parameters, the optional ones last.

    `parameter` spells those that `link` does not, out of what `given` calls them.
    """
    required = _required(link.edge)
    wanted = dict(zip([p.name for p in required], link.parameters, strict=False))
    everything = [p.name for p in (*required, *link.edge.optional_parameters)]
    return distinct(
        everything,
        lambda p: wanted.get(p) or parameter(given.parameter(link.edge, p).rpartition("/")[2]),
        taken=("self",),
    ).names


def _required(edge: Edge) -> tuple[Parameter, ...]:
    keys = tuple(Parameter(k.name, k.type) for k in edge.keys) if edge.kind in _KEYS else ()
    return keys or edge.parameters


def alternate_key_member(
    name: str, collection: str, key: Edge, key_name: str, *, returns: str, context: LinkContext
) -> MemberView:
    """The member beside `collection` that goes through its accessor of an alternate key."""
    given = distinct(
        [k.name for k in key.keys],
        lambda name: context.parameter(name.rpartition("/")[2]),
        taken=("self",),
    ).names
    parameters = [f"{given[k.name]}: {_annotation(k.type, context)}" for k in key.keys]
    arguments = tuple(given[k.name] for k in key.keys)
    return MemberView(
        name,
        signature(name, ["self", *parameters], returns),
        laid_out(Bracketed(f"return self.{collection}.{key_name}", arguments), 8),
    )


def edge_path(edge: Edge) -> str:
    """What a segment adds to the URL, as a string literal."""
    return string_literal(f"/{_encoded(edge.name)}")


def value_link(link: Link, type_name: str, returns: str) -> MemberView:
    """The member for a complex value, of which the runtime has the builder."""
    path = edge_path(link.edge)
    documentation = _documentation(link.edge)
    return MemberView(
        link.name,
        signature(link.name, ["self"], returns),
        laid_out(Bracketed("return self._value", (string_literal(type_name), path)), 8),
        decorated=True,
        decorator="@property",
        documented=bool(documentation),
        docstring=documentation,
    )


def _documentation(edge: Edge) -> str:
    text = edge.description or ""
    if edge.deprecation is not None:
        text = f"{text}\n\n{deprecation_text(edge.deprecation)}".strip()
    return docstring(text, 8)


def _body(
    edge: Edge,
    target: str,
    suffix: str,
    *,
    invoked: bool,
    required: tuple[Parameter, ...],
    given: Mapping[str, str],
    surface: Surface,
) -> Bracketed:
    if edge.kind is SegmentKind.KEY:
        value = given[required[0].name]
        kind = url_type(required[0].type, surface)
        typed = () if kind == "Edm.String" else (string_literal(kind),)
        return Bracketed(f"return self._item{suffix}", (target, value, *typed))
    if edge.kind in _KEYS:
        unnamed = edge.kind is SegmentKind.KEY_PREDICATE and len(required) == 1
        items = tuple(_part(p, given, surface, "" if unnamed else p.name) for p in required)
        return Bracketed(f"return self._keyed{suffix}", (target, *items))
    if invoked:
        groups = [
            Bracketed("", tuple(_part(p, given, surface, p.name) for p in group))
            for group in (edge.parameters, edge.optional_parameters)
        ]
        while groups and not groups[-1].items:
            groups.pop()
        name = string_literal(_encoded(edge.name))
        return Bracketed(f"return self._invoked{suffix}", (target, name, *groups))
    path = edge_path(edge)
    return Bracketed(f"return self.{suffix or '_child'}", (target, path))


def _part(part: Parameter, given: Mapping[str, str], surface: Surface, name: str) -> Bracketed:
    kind = string_literal(url_type(part.type, surface))
    return Bracketed("", (string_literal(name), given[part.name], kind))


def _encoded(name: str) -> str:
    """A segment of the schema's own: encoded where a name has letters beyond ASCII."""
    return quote(name, safe="$.:@_-~")


def _annotation(type_: Type, context: LinkContext) -> str:
    if is_list(type_):
        sequence = context.standard("collections.abc", "Sequence")
        return f"{sequence}[{_annotation(item_of(type_), context)}]"
    name = name_of(type_)
    found = context.surface.types.by_name.get(name)
    if isinstance(found, EnumType):
        return f"{context.type_name(name)} | str"
    if isinstance(found, StructuredType):
        return context.type_name(name)
    written = _ANNOTATIONS.get(name)
    if written is None:
        return context.standard("typing", "Any")
    module, own, others = written
    return f"{context.standard(module, own) if module else own}{others}"
