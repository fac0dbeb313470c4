"""What operations share: query options of a type, pages, wrapped answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from edmund.conversions.schema_types import SchemaSet
from edmund.conversions.schema_values import JsonObject, value_schema
from edmund.surface.answers import has_envelope
from edmund.surface.elements import QueryOption
from edmund.surface.lineage import Lineage
from edmund.surface.type_parts import is_edm, item_of, name_of
from edmund.surface.types import Nullable, PropertyType, Type, Types

__all__ = ["COMMON_PARAMETERS", "Shapes"]

_URLS: Final = (
    "https://docs.oasis-open.org/odata/odata/v4.01/odata-v4.01-part2-url-conventions.html"
)


def _common(name: str, schema: JsonObject, description: str) -> JsonObject:
    return {"name": f"${name}", "in": "query", "schema": schema, "description": description}


COMMON_PARAMETERS: Final[dict[str, JsonObject]] = {
    "top": _common("top", {"type": "integer", "minimum": 0}, "Show only the first n items"),
    "skip": _common("skip", {"type": "integer", "minimum": 0}, "Skip the first n items"),
    "count": _common("count", {"type": "boolean"}, "Include count of items"),
    "inlinecount": _common(
        "inlinecount", {"enum": ["allpages", "none"]}, "Include count of items (OData 2 and 3)"
    ),
    "search": _common("search", {"type": "string"}, f"Search items, see [Searching]({_URLS})"),
    "filter": _common(
        "filter", {"type": "string"}, f"Filter items by property values, see [Filtering]({_URLS})"
    ),
    "format": _common("format", {"type": "string"}, "The media type of the answer"),
    "deltatoken": _common("deltatoken", {"type": "string"}, "What an earlier answer said"),
}
"""Options that are the same for all types (OData to OpenAPI Mapping, section 4.6.4)."""

_LISTED: Final = {
    QueryOption.SELECT: "Select properties to be returned",
    QueryOption.ORDERBY: "Order items by property values",
    QueryOption.EXPAND: "Expand related entities",
}


class Shapes:
    """Makes them of the types, and remembers which parameters are asked for: `parameters` gives these."""

    def __init__(self, types: Types, version: str) -> None:
        self.schemas = SchemaSet(types, "#/components/schemas/")
        self._types = types
        self._lineage = Lineage(types)
        self._is_old = not version.startswith("4.")
        self._control = "__" if self._is_old else "@" if version == "4.01" else "@odata."
        self._parameters: dict[str, JsonObject] = {}
        self._of_types: dict[tuple[QueryOption, str], tuple[str, ...]] = {}

    @property
    def parameters(self) -> dict[str, JsonObject]:
        """Those that were asked for, by name."""
        return dict(sorted(self._parameters.items()))

    def option(self, option: QueryOption, name: str | None) -> JsonObject | None:
        """A reference to a query option of calls that answer the type called `name`; None where it has no use."""
        if option not in _LISTED:
            key = "inlinecount" if self._is_old and option is QueryOption.COUNT else option.value
            self._parameters.setdefault(key, COMMON_PARAMETERS[key])
            return {"$ref": f"#/components/parameters/{key}"}
        if name is None:
            return None
        known = self._of_types.get((option, name))
        if known is None:
            known = self._of_types[option, name] = tuple(self._values(option, name))
        if not known:
            return None
        key = f"{self.schemas.name(name)}-{option.value}"
        if key not in self._parameters:
            items = {"type": "string", "enum": list(known)}
            self._parameters[key] = {
                "name": f"${option.value}",
                "in": "query",
                "description": _LISTED[option],
                "explode": False,
                "schema": {"type": "array", "uniqueItems": True, "items": items},
            }
        return {"$ref": f"#/components/parameters/{key}"}

    def _values(self, option: QueryOption, name: str) -> Iterable[str]:
        members = self._lineage.members(name).values()
        if option is QueryOption.EXPAND:
            found = [m.name for m in members if m.navigation]
            return ["*", *found] if found else []
        plain = [m.name for m in members if not m.navigation and self._can_name(m, option)]
        if option is QueryOption.ORDERBY:
            return [text for each in plain for text in (each, f"{each} desc")]
        return plain

    def _can_name(self, member: PropertyType, option: QueryOption) -> bool:
        """Whether a property can be named alone: an order by lists or objects has no meaning."""
        if option is QueryOption.SELECT:
            return True
        item = item_of(member.type)
        is_single = member.type in (item, Nullable(item))
        return is_single and (is_edm(item) or self._types.enumeration(name_of(item)) is not None)

    def answer(self, returned: Type) -> JsonObject:
        """The content that carries one value: itself, or in the member `value` (JSON Format 4.01, section 11)."""
        schema = value_schema(
            returned.type if isinstance(returned, Nullable) else returned, self.schemas.refer
        )
        if self._is_old:
            return _old(schema)
        if has_envelope(returned, self._types):
            schema = {"type": "object", "properties": {"value": schema}}
        return {"application/json": {"schema": schema}}

    def page(self, returned: Type, *, pageable: bool) -> JsonObject:
        """The content that carries a collection (section 4.5.6)."""
        name = name_of(item_of(returned))
        properties: JsonObject = {}
        if pageable:
            properties[f"{self._control}count"] = {"$ref": "#/components/schemas/count"}
        properties["results" if self._is_old else "value"] = value_schema(
            returned, self.schemas.refer
        )
        if pageable:
            next_link = "__next" if self._is_old else f"{self._control}nextLink"
            properties[next_link] = {"type": "string", "format": "uri-reference"}
        title = f"Collection of {name.rpartition('.')[2]}"
        schema: JsonObject = {"type": "object", "title": title, "properties": properties}
        if self._is_old:
            return _old(schema)
        return {"application/json": {"schema": schema}}

    def references(self) -> JsonObject:
        items = {"type": "array", "items": {"$ref": "#/components/schemas/reference"}}
        schema = {"type": "object", "properties": {"value": items}}
        return {"application/json": {"schema": schema}}

    def components(self) -> JsonObject:
        """The schemas that every service has (sections 4.6.1 and 4.6.2)."""
        text: JsonObject = {"type": "string"}
        detail: JsonObject = {
            "type": "object",
            "required": ["code", "message"],
            "properties": {"code": text, "message": text, "target": {"type": ["string", "null"]}},
        }
        main = {
            **detail,
            "properties": {
                "code": text,
                "message": text,
                "target": {"type": ["string", "null"]},
                "details": {"type": "array", "items": detail},
                "innererror": {
                    "type": "object",
                    "description": "The structure is service-specific",
                },
            },
        }
        number = [{"type": "integer", "minimum": 0}, {"type": "string"}]
        note = "The number of entities in the collection. Available when using the query option $count."
        return {
            "count": {"anyOf": number, "description": note},
            "error": {"type": "object", "required": ["error"], "properties": {"error": main}},
            "reference": {
                "type": "object",
                "properties": {f"{self._control}id": {"type": "string", "format": "uri-reference"}},
            },
        }


def _old(schema: JsonObject) -> JsonObject:
    """The envelope of OData 1 to 3 ([MS-ODATA], 2.2.6.3)."""
    wrapped: JsonObject = {"type": "object", "properties": {"d": schema}, "required": ["d"]}
    return {"application/json": {"schema": wrapped}}
