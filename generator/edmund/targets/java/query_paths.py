"""Paths of queries: a class for each structured type, whose methods lead to its properties and what is related."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from edmund.naming.distinct import by_spelling, distinct
from edmund.plan.service import is_older
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Edge, SegmentKind, Surface
from edmund.surface.lineage import Lineage
from edmund.surface.restrictions import NOTHING_RESTRICTED
from edmund.surface.type_parts import is_list, item_of, name_of
from edmund.surface.types import EnumType, StructuredType, Type
from edmund.targets.java.imports import Imports
from edmund.targets.java.layout import Layout, Place, room_for_name
from edmund.targets.java.names import KEYWORDS, OBJECT_MEMBERS, camel, shortened
from edmund.targets.java.source import (
    Call,
    Chain,
    Expression,
    Text,
    class_header,
    flat,
    signature,
    statement,
)
from edmund.targets.java.types import Types, url_type
from edmund.targets.java.views import MethodView

__all__ = ["QueryPaths", "limited"]

_PACKAGE = "queries"
_ENDING = "Path"
_INHERITED = "PathTo"
"""The class of where paths lead, which all path classes have from their base."""
_MEMBERS = ("as", "at", "expand", "isNull", "isNotNull", "items", "typeName")
_NUMBERS = ("Byte", "SByte", "Int16", "Int32", "Int64", "Decimal", "Double", "Single")
_EXPRESSIONS = {
    "Edm.String": "TextExpression",
    "Edm.Boolean": "Condition",
    "Edm.Date": "DateExpression",
    "Edm.DateTimeOffset": "MomentExpression",
    "Edm.TimeOfDay": "TimeExpression",
    "Edm.Duration": "DurationExpression",
    **{f"Edm.{name}": "NumberExpression" for name in _NUMBERS},
}
_MADE_BY = {
    "TextExpression": "text",
    "Condition": "condition",
    "DateExpression": "date",
    "MomentExpression": "moment",
    "TimeExpression": "time",
    "DurationExpression": "duration",
    "NumberExpression": "number",
}
"""The methods of the base that make what properties lead to."""
_SAME_IN_OLDER = frozenset({"TextExpression", "Condition"})
"""Literals that OData 1 to 3 have as 4.0 has them."""
_LED_TO = frozenset({SegmentKind.CHILD, SegmentKind.NAVIGATION, SegmentKind.PROPERTY})


@dataclass(frozen=True, slots=True)
class QueryPathView:
    """A file with the paths of one type; `type_name` is the statement that gives the type's name."""

    package: str
    imports: tuple[str, ...]
    doc: str
    header: str
    cls: str
    has_type_name: bool
    type_name: str
    methods: tuple[MethodView, ...]


@dataclass(frozen=True, slots=True)
class _Led:
    """What a property leads to: its class, and the constructor, or the method of the base, that makes it."""

    cls: str
    made: str
    more: tuple[Expression, ...] = ()
    maker: str | None = None

    def of(self, name: str) -> Expression:
        if self.maker is not None:
            return Call(self.maker, (Text(name),))
        return Call(f"new {self.made}", (Call("at.to", (Text(name),)), *self.more))

    @property
    def reference(self) -> str:
        """A function of a path."""
        if not self.more:
            return f"{self.cls}::new"
        given = ", ".join(("item", *map(flat, self.more)))
        return f"item -> new {self.made}({given})"


class QueryPaths:
    """Lowers the paths of all types."""

    def __init__(self, surface: Surface, layout: Layout) -> None:
        self._surface = surface
        self._layout = layout
        self._names: dict[str, Mapping[str, str]] = {}
        self._lineage = Lineage(surface.types)
        self._is_older = is_older(surface.version)
        self._asked = frozenset(_named_types(surface))
        self._places = {
            type_.name: _place_of(layout, layout.places[type_.name])
            for type_ in surface.types.types
            if isinstance(type_, StructuredType) and not type_.opaque and self._says_more(type_)
        }

    def files(self) -> Iterator[GeneratedFile]:
        """One for each type whose values are objects."""
        for type_ in self._surface.types.types:
            if type_.name in self._places and isinstance(type_, StructuredType):
                path = self._places[type_.name].path
                yield GeneratedFile(path, "models/query_path.java.jinja", self._view(type_))

    def _says_more(self, type_: StructuredType) -> bool:
        """Whether a type has properties beyond those of its base; where not, the paths of the base do."""
        if type_.base is None:
            return True
        inherited = self._lineage.members(type_.base)
        return any(member.name not in inherited for member in type_.properties)

    def _place_for(self, name: str) -> Place | None:
        """The class for values of a type: its own, or that of the nearest base which has one."""
        own = self._places.get(name)
        if own is not None:
            return own
        bases = (self._places.get(base.name) for base in self._lineage.ancestors(name))
        return next((place for place in bases if place is not None), None)

    def _view(self, type_: StructuredType) -> QueryPathView:
        place = self._places[type_.name]
        imports = Imports(place.package, self._layout.root, (place.cls, _INHERITED))
        types = Types(self._surface, self._layout, imports)
        above = None if type_.base is None else self._place_for(type_.base)
        base = (
            imports.runtime("ObjectPath")
            if above is None
            else imports.use(above.package, above.cls)
        )
        inherited = self._names_of(type_.base or "")
        names = self._names_of(type_.name)
        methods = tuple(
            self._method(names[m.name], m.name, m.type, types)
            for m in type_.properties
            if m.name not in inherited
        )
        return QueryPathView(
            place.package,
            imports.statements(),
            "/** Paths of queries. */",
            class_header(f"public class {place.cls}", base),
            place.cls,
            any(base.name in self._asked for base in self._lineage.ancestors(type_.name)),
            statement("return ", Text(type_.name), 4),
            methods,
        )

    def _names_of(self, name: str) -> Mapping[str, str]:
        """The methods of a type, inherited ones included, by property."""
        known = self._names.get(name)
        if known is not None:
            return known
        found = self._surface.types.structured(name)
        if found is None:
            return {}
        inherited = self._names_of(found.base or "")
        suffixes = self._layout.properties[name]
        own = [m.name for m in found.properties if m.name not in inherited]

        def make(member: str) -> str:
            return _method_name(suffixes[member])

        given = distinct(by_spelling(own, make), make, (*inherited.values(), *_MEMBERS)).names
        self._names[name] = {**inherited, **given}
        return self._names[name]

    def _method(self, name: str, wire_name: str, type_: Type, types: Types) -> MethodView:
        led = self._led(item_of(type_), types)
        shown, made = led.cls, led.of(wire_name)
        if is_list(type_):
            collection = types.imports.runtime("CollectionPath")
            shown = f"{collection}<{led.cls}>"
            made = Call("collection", (Text(wire_name), led.reference))
        return MethodView(
            False,
            "",
            signature(f"public {shown}", name, ()),
            statement("return ", made, 4),
        )

    def _led(self, type_: Type, types: Types) -> _Led:
        name = name_of(type_)
        place = self._place_for(name)
        imports = types.imports
        if place is not None:
            cls = imports.use(place.package, place.cls)
            return _Led(cls, cls)
        kind = _EXPRESSIONS.get(name)
        if kind is not None:
            cls = imports.runtime(kind)
            if self._is_older and kind not in _SAME_IN_OLDER:
                return _Led(cls, cls, (Text(url_type(type_, self._surface)),))
            return _Led(cls, cls, maker=_MADE_BY[kind])
        if isinstance(self._surface.types.by_name.get(name), EnumType):
            cls = imports.runtime("EnumExpression")
            written = Text(url_type(type_, self._surface))
            return _Led(f"{cls}<{types.name(name)}>", f"{cls}<>", (written,))
        if name.startswith(("Edm.Geography", "Edm.Geometry")):
            cls = imports.runtime("SpatialExpression")
            return _Led(cls, cls, (Text(name),))
        cls = imports.runtime("ValueExpression")
        known = name in ("Edm.Guid", "Edm.Binary")
        written = Text(url_type(type_, self._surface) if known else "Edm.PrimitiveType")
        return _Led(f"{cls}<{types.name(name)}>", f"{cls}<>", (written,))


def _named_types(surface: Surface) -> Iterator[str]:
    """The types of which queries may ask for values: paths lead to them, or items are of them."""
    for type_ in surface.types.types:
        if isinstance(type_, StructuredType):
            yield from (name_of(item_of(member.type)) for member in type_.properties)
    for resource in surface.resources:
        if resource.type is not None:
            yield name_of(item_of(resource.type))


def _place_of(layout: Layout, place: Place) -> Place:
    below = place.package.removeprefix(f"{layout.root}.models")
    package = f"{layout.root}.{_PACKAGE}{below}"
    room = room_for_name(package)
    return Place(package, shortened(f"{place.cls}{_ENDING}", room))


def _method_name(suffix: str) -> str:
    made = camel(suffix.removesuffix("Escaped"))
    return f"{made}Property" if made in KEYWORDS or made in OBJECT_MEMBERS else made


def limited(edge: Edge, place: Expression, imports: Imports) -> Expression:
    """The place that an edge leads to, with what the service says that it does not filter, sort or expand there."""
    said = edge.restrictions
    if edge.kind not in _LED_TO or said == NOTHING_RESTRICTED:
        return place
    options = {
        "filter": said.not_filterable,
        "orderby": said.not_sortable,
        "expand": said.not_expandable,
    }
    calls = tuple(Call(name, tuple(map(Text, paths))) for name, paths in options.items() if paths)
    if not calls:
        return place
    made = Chain(Call(f"new {imports.runtime('QueryLimits')}", ()), calls)
    return Chain(place, (Call("limited", (made,)),))
