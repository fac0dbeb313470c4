"""Edges as members of a builder: properties for segments, indexers for keys, methods for functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from edmund.naming.distinct import distinct
from edmund.plan.literals import LITERALS_BY_VALUE, older_literal, url_literal
from edmund.plan.service import is_older
from edmund.surface.elements import Edge, Parameter, SegmentKind, Surface
from edmund.surface.restrictions import QueryRestrictions
from edmund.surface.type_parts import is_list, name_of, takes_null
from edmund.surface.types import EnumType, Type
from edmund.targets.csharp.chain_names import INDEXER, KEYS
from edmund.targets.csharp.literals import doc_lines, string_literal, xml_text
from edmund.targets.csharp.members import Members
from edmund.targets.csharp.views import LinkView
from edmund.targets.prose import deprecation_text

__all__ = ["Links"]

_IN_URLS = frozenset(
    [
        "Edm.Boolean",
        "Edm.Byte",
        "Edm.SByte",
        "Edm.Int16",
        "Edm.Int32",
        "Edm.Int64",
        "Edm.Single",
        "Edm.Double",
        "Edm.Decimal",
        "Edm.Guid",
        "Edm.Date",
        "Edm.DateTimeOffset",
        "Edm.TimeOfDay",
        "Edm.Duration",
        "Edm.String",
        "Edm.Binary",
    ]
)


@dataclass(frozen=True, slots=True)
class Links:
    """Lowers the edges of one file's builders."""

    surface: Surface
    members: Members

    def lower(self, edge: Edge, name: str, target: str, *, invoked: bool) -> LinkView:
        """The member for an edge; `invoked` says that it leads to a function, whose parameters stand in the URL."""
        keys = [Parameter(k.name, k.type) for k in edge.keys]
        required = tuple(keys) if edge.keys else edge.parameters
        everything = (*required, *edge.optional_parameters)
        given = self._parameters(edge, everything)
        written = [
            f"{self._type(p.type)}{'?' if _may_be_null(p, at, len(required), edge) else ''} {given[at]}"
            + ("" if at < len(required) else " = default")
            for at, p in enumerate(everything)
        ]
        body = self._body(edge, invoked, required, given)
        return LinkView(
            doc_lines(_text(edge)),
            tuple(_parameter_doc(p, given[at]) for at, p in enumerate(everything)),
            f"{target} {_declarator(name, written)}",
            f"new({body})",
        )

    def beside(self, name: str, collection: str, key: Edge, key_name: str, target: str) -> LinkView:
        """The member beside `collection` that goes through its accessor of an alternate key."""
        keys = [Parameter(k.name, k.type) for k in key.keys]
        given = self._parameters(key, keys)
        written = [f"{self._type(p.type)} {given[at]}" for at, p in enumerate(keys)]
        return LinkView(
            doc_lines(_text(key)),
            tuple(_parameter_doc(p, given[at]) for at, p in enumerate(keys)),
            f"{target} {_declarator(name, written)}",
            f"{collection}.{key_name}({', '.join(given)})",
        )

    def _parameters(self, edge: Edge, parameters: Sequence[Parameter]) -> list[str]:
        spelling = self.members.layout.spelling
        named = (spelling.given.parameter(edge, p.name) for p in parameters)
        wanted = {str(at): spelling.parameter(_local(name)) for at, name in enumerate(named)}
        given = distinct(wanted, wanted.__getitem__).names
        is_official = spelling.has_second_names
        if is_official and len(parameters) == 1 and given["0"] == "id":
            return ["position"]  # as the official client calls an indexer's only parameter
        return [given[str(at)] for at in range(len(parameters))]

    def _body(
        self, edge: Edge, invoked: bool, required: Sequence[Parameter], given: Sequence[str]
    ) -> str:
        if edge.kind is SegmentKind.KEY:
            kind = string_literal(self._url_type(required[0].type))
            return f"PlaceOfKey({given[0]}, {kind})"
        if edge.keys:
            unnamed = edge.kind is SegmentKind.KEY_PREDICATE and len(required) == 1
            parts = [
                self._part(p, given[at], "" if unnamed else p.name) for at, p in enumerate(required)
            ]
            return f"PlaceOfPredicate({', '.join(parts)})"
        if not invoked:
            limits = _limits(edge.restrictions)
            return f"PlaceBelow({string_literal(f'/{_encoded(edge.name)}')}{limits})"
        everything = (*required, *edge.optional_parameters)
        parts = [self._part(p, given[at], p.name) for at, p in enumerate(everything)]
        name = string_literal(_encoded(edge.name))
        if not edge.optional_parameters:
            return f"PlaceOfFunction({', '.join([name, *parts])})"
        certain = f"[{', '.join(parts[: len(required)])}]"
        optional = ", ".join(parts[len(required) :])
        return f"PlaceOfFunction({name}, UrlPartsGiven({certain}, {optional}))"

    def _part(self, part: Parameter, given: str, name: str) -> str:
        kind = string_literal(self._url_type(part.type))
        return f"UrlPartOf({string_literal(name)}, {given}, {kind})"

    def _url_type(self, type_: Type) -> str:
        """By which rule the runtime writes a value into a URL."""
        if is_older(self.surface.version):
            return older_literal(type_)
        return url_literal(type_, self.surface, _IN_URLS | LITERALS_BY_VALUE)

    def _type(self, type_: Type) -> str:
        name = name_of(type_)
        found = self.surface.types.by_name.get(name)
        written, _, _ = self.members.type_name(name)
        if is_list(type_):
            return self.members.names.known("IEnumerable", written)
        if isinstance(found, EnumType):
            # In URLs the official client takes text.
            return self.members.names.known("MemberOf", written)
        return written


def _may_be_null(parameter: Parameter, at: int, required: int, edge: Edge) -> bool:
    """Whether a parameter takes null: one that may be left out, or a function's that is nullable."""
    return at >= required or (not edge.keys and takes_null(parameter.type))


def _declarator(name: str, parameters: Sequence[str]) -> str:
    if name == INDEXER:
        return f"this[{', '.join(parameters)}]"
    return f"{name}({', '.join(parameters)})" if parameters else name


def _parameter_doc(parameter: Parameter, given: str) -> str:
    plain = given.removeprefix("@")
    return f'<param name="{plain}">The value of {xml_text(parameter.name)}.</param>'


def _local(name: str) -> str:
    return name.rpartition("/")[2]


def _text(edge: Edge) -> str:
    text = edge.description or _default_text(edge)
    if edge.deprecation is not None:
        text = f"{text}\n\n{deprecation_text(edge.deprecation)}"
    return text


def _default_text(edge: Edge) -> str:
    if edge.kind in KEYS:
        return "The item with this key."
    if edge.kind is SegmentKind.ALTERNATE_KEY:
        return "The item with this alternate key."
    return f"The segment {edge.name}."


def _encoded(name: str) -> str:
    """A segment of the schema's own: encoded where a name has letters beyond ASCII."""
    return quote(name, safe="$.:@_-~")


def _limits(said: QueryRestrictions) -> str:
    """What queries cannot ask for there, as an argument; empty where that is nothing."""
    groups = (said.not_filterable, said.not_sortable, said.not_expandable)
    if not any(groups):
        return ""
    lists = (f"[{', '.join(map(string_literal, paths))}]" for paths in groups)
    return f", new({', '.join(lists)})"
