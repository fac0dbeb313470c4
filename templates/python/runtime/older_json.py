"""Verbose JSON of OData 1 to 3 to and from the JSON of 4.01 that models are made of ([MS-ODATA], 2.2.6.3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .errors import UnexpectedAnswer
from .older_values import from_json, to_json
from .properties import Kind
from .registry import find_model, plain_type_name

if TYPE_CHECKING:
    from .model import Model
    from .properties import Declaration

__all__ = ["answered", "sent"]

_DEEPEST = 100
_METADATA = {
    "uri": "@odata.id",
    "etag": "@odata.etag",
    "media_src": "@odata.mediaReadLink",
    "edit_media": "@odata.mediaEditLink",
    "content_type": "@odata.mediaContentType",
    "media_etag": "@odata.mediaEtag",
}


def answered(data: Any, cls: type[Model] | None, as_page: bool) -> Any:
    """An answer as 4.01 has it. `cls` is the class of the object, or of the items of a page or a list.

    A collection is an object with `value`, as a primitive is; None is null. Raises `UnexpectedAnswer` for
    what is nested too deeply.
    """
    if not isinstance(data, dict) or "d" not in data:
        return _of_light(data, cls)
    inner = _unwrapped(data["d"], cls)
    if isinstance(inner, list):
        return {"value": [_value(each, cls, 0) for each in inner]}
    if isinstance(inner, dict) and isinstance(inner.get("results"), list):
        made: dict[str, Any] = {}
        count = inner.get("__count")
        if count is not None:
            made["@odata.count"] = int(count) if _is_count(count) else count
        made["value"] = [_value(each, cls, 0) for each in inner["results"]]
        if inner.get("__next"):
            made["@odata.nextLink"] = inner["__next"]
        return made
    if isinstance(inner, dict):
        made = _object(inner, cls, 0)
        return {"value": [made]} if as_page else made
    return None if inner is None else {"value": inner}


def _is_count(count: object) -> bool:
    return isinstance(count, str) and count.isascii() and count.isdigit() and len(count) < 20


def _of_light(data: Any, cls: type[Model] | None) -> Any:
    """An answer in version 3's light JSON: as that of 4.0 but for values, and for the `@` before its annotations."""
    if not isinstance(data, dict):
        return data
    if isinstance(data.get("value"), list):
        made = {name: data[name] for name in data if name != "value"}
        made["value"] = [_value(each, cls, 0) for each in data["value"]]
    else:
        made = _object(data, cls, 0)
    if _is_count(made.get("odata.count")):
        made["odata.count"] = int(made["odata.count"])
    return {f"@{name}" if name.startswith("odata.") else name: made[name] for name in made}


def _unwrapped(inner: Any, cls: type[Model] | None) -> Any:
    """What a service operation answers stands in a member of the operation's name."""
    if isinstance(inner, dict) and len(inner) == 1:
        ((name, value),) = inner.items()
        declared = cls is not None and name in cls._wire_names
        if not declared and name not in ("results", "__metadata", "uri"):
            return value
    return inner


def _object(data: Mapping[str, Any], cls: type[Model] | None, depth: int) -> dict[str, Any]:
    if depth > _DEEPEST:
        raise UnexpectedAnswer("the answer is nested too deeply")
    made: dict[str, Any] = {}
    metadata = data.get("__metadata")
    if isinstance(metadata, dict):
        named = metadata.get("type")
        if isinstance(named, str) and not named.startswith("Edm."):
            made["@odata.type"] = f"#{named}"
            cls = find_model(plain_type_name(named)) or cls
        for name, control in _METADATA.items():
            if isinstance(metadata.get(name), str):
                made[control] = metadata[name]
    elif cls is None and set(data) == {"uri"}:
        return {"@odata.id": data["uri"]}  # a link
    for name, value in data.items():
        if name != "__metadata":
            declaration = None if cls is None else cls._wire_names.get(name)
            _member(made, name, value, declaration, depth)
    return made


def _member(
    made: dict[str, Any], name: str, value: Any, declaration: Declaration | None, depth: int
) -> None:
    if isinstance(value, dict):
        deferred = value.get("__deferred")
        if isinstance(deferred, dict):
            made[f"{name}@odata.navigationLink"] = deferred.get("uri")
            return
        media = value.get("__mediaresource")
        if isinstance(media, dict):
            for part, control in _METADATA.items():
                if isinstance(media.get(part), str):
                    made[f"{name}{control}"] = media[part]
            return
        if isinstance(value.get("results"), list):
            if value.get("__next"):
                made[f"{name}@odata.nextLink"] = value["__next"]
            value = value["results"]
    made[name] = _declared(value, declaration, depth + 1)


def _declared(value: Any, declaration: Declaration | None, depth: int) -> Any:
    if declaration is not None and declaration.kind is Kind.PRIMITIVE:
        wire = declaration.wire or declaration.type_name
        if isinstance(value, list):
            return [from_json(each, declaration.type_name, wire) for each in value]
        return from_json(value, declaration.type_name, wire)
    return _value(value, None if declaration is None else declaration.model_class, depth)


def _value(value: Any, cls: type[Model] | None, depth: int) -> Any:
    if isinstance(value, dict):
        return _object(value, cls, depth)
    if isinstance(value, list):
        if depth > _DEEPEST:
            raise UnexpectedAnswer("the answer is nested too deeply")
        return [_value(each, cls, depth + 1) for each in value]
    return value


def sent(data: Any, cls: type[Model] | None, version: str) -> Any:
    """The JSON of a request body as the older version has it."""
    if isinstance(data, list):
        return [sent(each, cls, version) for each in data]
    if not isinstance(data, dict):
        return data
    made: dict[str, Any] = {}
    named = data.get("@odata.type")
    if isinstance(named, str):
        name = plain_type_name(named)
        made["__metadata"] = {"type": name}
        cls = find_model(name) or cls
    elif "@odata.id" in data and cls is None:
        return {"uri": data["@odata.id"]}
    for name, value in data.items():
        owner, at, control = name.partition("@")
        if at and owner and control == "odata.bind":
            many = isinstance(value, list)
            links = [{"__metadata": {"uri": each}} for each in (value if many else [value])]
            made[owner] = _collection(links, version) if many else links[0]
        elif not at:
            declaration = None if cls is None else cls._wire_names.get(name)
            made[name] = _sent_value(value, declaration, version)
    return made


def _sent_value(value: Any, declaration: Declaration | None, version: str) -> Any:
    if declaration is None:
        return value
    if declaration.kind is Kind.PRIMITIVE:
        wire = declaration.wire or declaration.type_name
        iso = version == "3.0"
        if isinstance(value, list):
            return _collection([to_json(each, wire, iso) for each in value], version)
        return to_json(value, wire, iso)
    made = sent(value, declaration.model_class, version)
    return _collection(made, version) if isinstance(made, list) else made


def _collection(items: list[Any], version: str) -> Any:
    """Version 3 wraps collections inside of objects; before, arrays stand for linked entities."""
    return {"results": items} if version == "3.0" else items
