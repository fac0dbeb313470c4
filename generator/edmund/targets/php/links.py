"""Edges as methods of a builder."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from edmund.naming.distinct import distinct
from edmund.plan.literals import LITERALS_BY_VALUE, older_literal, url_literal
from edmund.plan.policies import ordered
from edmund.plan.service import is_older
from edmund.surface.elements import Edge, Parameter, SegmentKind, Surface
from edmund.surface.type_parts import is_list, name_of
from edmund.surface.types import Deprecation, EnumType, StructuredType, Type
from edmund.targets.php.builder_views import MethodView
from edmund.targets.php.literals import (
    LINE_LENGTH,
    Bracketed,
    array,
    doc_comment,
    laid_out,
    string_literal,
)
from edmund.targets.php.names import name_key
from edmund.targets.php.php_types import PhpTypes
from edmund.targets.php.policies import POLICIES
from edmund.targets.php.query_limits import query_limits
from edmund.targets.prose import deprecation_text

__all__ = [
    "alternate_key_method",
    "deprecated_tag",
    "link_method",
    "method",
    "method_room",
]

_KEYS = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE, SegmentKind.ALTERNATE_KEY)
_TAKEN = {
    "Edm.Boolean": "bool",
    "Edm.Byte": "int",
    "Edm.SByte": "int",
    "Edm.Int16": "int",
    "Edm.Int32": "int",
    "Edm.Int64": "int",
    "Edm.Single": "int|float",
    "Edm.Double": "int|float",
    "Edm.Decimal": "\\Stringable|int|float|string",
    "Edm.Guid": "string",
    "Edm.Date": "\\Stringable|string",
    "Edm.DateTimeOffset": "\\DateTimeInterface|string",
    "Edm.TimeOfDay": "\\Stringable|string",
    "Edm.Duration": "\\DateInterval|string",
    "Edm.String": "string",
    "Edm.Binary": "string",
}
# GeoJSON, and what says its type itself: the runtime makes literals of them (OData ABNF, `primitiveLiteral`).
_LITERALS = frozenset(_TAKEN) | LITERALS_BY_VALUE


@dataclass(frozen=True, slots=True)
class _Given:
    """A parameter of a method: its variable and how the URL has it."""

    variable: str
    taken: str
    kind: str
    name: str

    def part(self, name: str) -> Bracketed:
        """Name, variable and type for the runtime."""
        return array((string_literal(name), f"${self.variable}", string_literal(self.kind)))


def link_method(
    name: str,
    edge: Edge,
    wanted: tuple[str, ...],
    full: str,
    types: PhpTypes,
    *,
    invoked: bool,
) -> MethodView:
    """The method for an edge to the builder with the qualified name `full`; `wanted` are the variables of a key's parts.

    `invoked` says that the edge leads to a function, whose parameters stand in the URL.
    """
    keys = tuple(Parameter(k.name, k.type) for k in edge.keys) if edge.kind in _KEYS else ()
    required = keys or edge.parameters
    given = _given(edge, (*required, *edge.optional_parameters), wanted, types)
    needed, optional = given[: len(required)], given[len(required) :]
    if not keys and types.layout.spelling.has_second_names:
        order = POLICIES.arguments
        needed, optional = ordered(needed, order), ordered(optional, order)
    parameters = [f"{g.taken} ${g.variable}" for g in needed]
    parameters += [f"{_or_null(g.taken)} ${g.variable} = null" for g in optional]
    text = edge.description or ""
    if edge.deprecation is not None:
        text = f"{text}\n\n{deprecation_text(edge.deprecation)}".strip()
    tags = tuple(
        f"@param array<mixed> ${g.variable}" for g in given if "array" in g.taken.split("|")
    )
    place = _place(edge, given, len(required), types, invoked=invoked)
    target = types.imports.use(full, None if parameters else method_room(name))
    body = laid_out(Bracketed(f"return new {target}", (place,)), 8) + ";"
    tags += deprecated_tag(edge.deprecation)
    return method(text, tags, name, parameters, target, body)


def alternate_key_method(
    name: str, collection: str, key: Edge, key_name: str, target: str, types: PhpTypes
) -> MethodView:
    """The method beside `collection` that goes through its method of an alternate key."""
    given = _given(key, tuple(Parameter(k.name, k.type) for k in key.keys), (), types)
    arguments = tuple(f"${g.variable}" for g in given)
    body = laid_out(Bracketed(f"return $this->{collection}()->{key_name}", arguments), 8) + ";"
    return method("", (), name, [f"{g.taken} ${g.variable}" for g in given], target, body)


def deprecated_tag(deprecation: Deprecation | None) -> tuple[str, ...]:
    """What makes editors and analysers warn; why and since when, the text says."""
    return () if deprecation is None else ("@deprecated",)


def method_room(name: str) -> int:
    """How long the type of what a method without parameters gives may be: its declaration cannot be broken."""
    return LINE_LENGTH - 4 - len(f"public function {name}(): ")


def method(
    text: str, tags: tuple[str, ...], name: str, parameters: list[str], returns: str, body: str
) -> MethodView:
    """A public method, its parameters one a line where they do not fit."""
    comment = doc_comment(text, tags, 4)
    signature = f"public function {name}({', '.join(parameters)}): {returns}"
    broken = 4 + len(signature) > LINE_LENGTH
    if broken:
        lines = ",\n".join(f"        {parameter}" for parameter in parameters)
        signature = f"public function {name}(\n{lines}\n    ): {returns}"
        if not parameters:
            signature, broken = f"public function {name}(): {returns}", False
    return MethodView(bool(comment), comment, signature, broken, body)


def _given(
    edge: Edge, parameters: tuple[Parameter, ...], wanted: tuple[str, ...], types: PhpTypes
) -> list[_Given]:
    known = dict(zip([p.name for p in parameters], wanted, strict=False))
    spelling = types.layout.spelling
    names = distinct(
        [p.name for p in parameters],
        lambda name: (
            known.get(name)
            or spelling.parameter(spelling.given.parameter(edge, name).rpartition("/")[2])
        ),
        ("this",),
        name_key,
    ).names
    return [
        _Given(names[p.name], _taken(p.type, types), _url_type(p.type, types.surface), p.name)
        for p in parameters
    ]


def _place(
    edge: Edge, given: list[_Given], required: int, types: PhpTypes, *, invoked: bool
) -> Bracketed:
    if edge.kind is SegmentKind.KEY:
        (key,) = given
        typed = () if key.kind == "Edm.String" else (string_literal(key.kind),)
        return Bracketed("$this->place->item", (f"${key.variable}", *typed))
    if edge.kind in _KEYS:
        unnamed = edge.kind is SegmentKind.KEY_PREDICATE and len(given) == 1
        return Bracketed(
            "$this->place->keyed", tuple(g.part("" if unnamed else g.name) for g in given)
        )
    if invoked:
        groups = [
            array(g.part(g.name) for g in group) for group in (given[:required], given[required:])
        ]
        while groups and not groups[-1].items:
            groups.pop()
        return Bracketed("$this->place->invoked", (string_literal(_encoded(edge.name)), *groups))
    limits = query_limits(edge, types)
    name = string_literal(f"/{_encoded(edge.name)}")
    return Bracketed("$this->place->child", (name,) if limits is None else (name, limits))


def _encoded(name: str) -> str:
    """A segment of the schema's own: encoded where a name has letters beyond ASCII."""
    return quote(name, safe="$.:@_-~")


def _or_null(taken: str) -> str:
    if taken == "mixed":
        return taken
    return f"{taken}|null" if "|" in taken else f"?{taken}"


def _url_type(type_: Type, surface: Surface) -> str:
    """By which rule the runtime writes a value into a URL."""
    if is_older(surface.version):
        return older_literal(type_)
    return url_literal(type_, surface, _LITERALS)


def _taken(type_: Type, types: PhpTypes) -> str:
    if is_list(type_):
        return "array"
    found = types.surface.types.by_name.get(name_of(type_))
    if isinstance(found, EnumType):
        return f"{types.type_class(name_of(type_))}|string"
    if isinstance(found, StructuredType):
        return "mixed" if found.opaque else types.type_class(name_of(type_))
    return _TAKEN.get(name_of(type_), "mixed")
