"""What schemas are called: by where they stand, and by nothing that comes or goes elsewhere.

A schema of `components/schemas` has its own name. One that stands within another is called by its owner and
the property (`Pet_owner`), one in a call by the path, the method and its place there
(`PetsItemPostRequestBody`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from posixpath import basename

from edmund.frontends.notation.pointers import parts
from edmund.frontends.notation.references import Library
from edmund.frontends.notation.source import APART, Node, Source
from edmund.frontends.openapi.schemas.conjuncts import Place, place_of

__all__ = ["Names", "words"]

_WORD = re.compile(r"[A-Za-z0-9]+")
_FILE_ENDING = re.compile(r"\.(?:json|ya?ml|openapi|schema)$", re.IGNORECASE)
_JSON = re.compile(r"application/(?:[\w.-]+\+)?json")
# Keywords on the way to a schema that its name passes over.
_SILENT = frozenset({"schema", "itemSchema", "allOf", "content", "components"})
_SECTIONS = {
    "responses": "Response",
    "requestBodies": "RequestBody",
    "parameters": "Parameter",
    "headers": "Header",
    "callbacks": "Callback",
    "mediaTypes": "",
    "pathItems": "",
}


def words(text: str) -> str:
    """The letters and digits of a text, each word with a capital."""
    return "".join(word[0].upper() + word[1:] for word in _WORD.findall(text))


class Names:
    """Gives each schema its name, once. Names of components are taken by these alone."""

    def __init__(self, library: Library, components: Sequence[tuple[str, Node]]) -> None:
        self._library = library
        self._known: dict[tuple[Place, ...], str] = {}
        self._taken: dict[str, tuple[Place, ...]] = {}
        for name, node in components:
            places = (place_of(node),)
            self._known[places] = name
            self._taken[name] = places

    def of(self, node: Node, others: tuple[Place, ...] = ()) -> str:
        """The name of the schema at `node`, or of what it makes together with others."""
        place = place_of(node)
        places = (place, *others)
        known = self._known.get(places)
        if known is None:
            wanted = self._wanted(node, place[1].partition(APART)[0]) or "Value"
            known = wanted
            count = 1
            while self._taken.setdefault(known, places) != places:
                count += 1
                known = f"{wanted}{count}"
            self._known[places] = known
        return known

    def _wanted(self, node: Node, pointer: str) -> str:
        """The name before it is told apart from others."""
        keys = parts(pointer)
        name, at = self._owner(node, keys)
        value = _value_at(self._library.home(node.source), keys[:at])
        while at < len(keys):
            key = keys[at]
            value = _step(value, key)
            at += 1
            if key in _SILENT:
                if key in ("content",) and at < len(keys):
                    at, value, name = self._media_type(keys, at, value, name)
                elif key == "allOf":
                    value = _step(value, keys[at]) if at < len(keys) else value
                    at += 1
            elif key in ("properties", "patternProperties", "$defs", "definitions") and at < len(
                keys
            ):
                value = _step(value, keys[at])
                part = re.sub(r"\W+", "_", keys[at]).strip("_") or "value"
                name = f"{name}_{part}" if name else words(part)
                at += 1
            elif key in ("oneOf", "anyOf", "prefixItems") and at < len(keys):
                value = _step(value, keys[at])
                name += _title(value) or f"Member{int(keys[at]) + 1}" if keys[at].isdigit() else ""
                at += 1
            elif key in ("additionalProperties", "unevaluatedProperties"):
                name += "Value"
            elif key == "items":
                name += "Item"
            elif key not in ("not", "if", "then", "else"):
                name += words(key)
        return name

    def _owner(self, node: Node, keys: Sequence[str]) -> tuple[str, int]:
        """The name that a pointer begins with, and how many keys it stands for."""
        file = node.source.name
        for length in range(len(keys), 1, -1):
            pointer = "".join("/" + _escaped(key) for key in keys[:length])
            known = self._known.get(((file, pointer),))
            if known is not None:
                return known, length
        if keys[:1] in (["paths"], ["webhooks"]) and len(keys) > 1:
            return self._call(node, keys)
        if keys[:1] == ["components"] and len(keys) > 2:
            return words(keys[2]) + _SECTIONS.get(keys[1], ""), 3
        if keys[:1] == ["definitions"] and len(keys) > 1:
            return words(keys[1]), 2
        if not keys:
            return words(_FILE_ENDING.sub("", basename(file))), 0
        return words(keys[-1]) if len(keys) == 1 else "", 1 if len(keys) == 1 else 0

    def _call(self, node: Node, keys: Sequence[str]) -> tuple[str, int]:
        """The name of a place in a path item: path, method, and parameter, body or answer."""
        segments = keys[1].strip("/").split("/") if keys[0] == "paths" else [keys[1], "Webhook"]
        name = "".join(
            words(segment) if "{" not in segment else _template_words(segment)
            for segment in segments
        )
        at = 2
        if at < len(keys) and keys[at] == "additionalOperations":
            at += 1
        if at < len(keys) and keys[at] not in ("parameters",):
            name += words(keys[at])
            at += 1
        if at >= len(keys):
            return name, at
        section = keys[at]
        if section == "parameters" and at + 1 < len(keys):
            parameter = _value_at(self._library.home(node.source), keys[: at + 2])
            said = parameter.get("name") if isinstance(parameter, dict) else None
            return f"{name}{words(str(said))}Parameter", at + 2
        if section == "requestBody":
            return name + "RequestBody", at + 1
        if section == "responses" and at + 1 < len(keys):
            status = keys[at + 1]
            suffix = (
                "" if status.startswith("2") and self._first_success(node, keys, at) else status
            )
            return f"{name}{suffix[:1].upper()}{suffix[1:]}Response", at + 2
        return name, at

    def _first_success(self, node: Node, keys: Sequence[str], at: int) -> bool:
        """Whether an answer is the first one of success, which needs no status in its name."""
        answers = _value_at(self._library.home(node.source), keys[: at + 1])
        if not isinstance(answers, dict):
            return False
        return min((each for each in answers if each.startswith("2")), default="") == keys[at + 1]

    def _media_type(
        self, keys: Sequence[str], at: int, value: object, name: str
    ) -> tuple[int, object, str]:
        """Past a media type, which is named where it is not the only one of JSON."""
        media_type = keys[at]
        if isinstance(value, dict) and len(value) > 1 and not _JSON.match(media_type):
            name += words(media_type.rpartition("/")[2])
        return at + 1, _step(value, media_type), name


def _template_words(segment: str) -> str:
    """A segment with parameters: `{id}` alone is an item."""
    return "Item" if re.fullmatch(r"\{[^{}]*\}", segment) else words(segment)


def _title(value: object) -> str:
    """A name from within a schema: the last of its reference, or its title."""
    if not isinstance(value, dict):
        return ""
    reference, title = value.get("$ref"), value.get("title")
    if isinstance(reference, str):
        return words(_FILE_ENDING.sub("", reference.rpartition("/")[2]))
    return words(title)[:60] if isinstance(title, str) else ""


def _step(value: object, key: str) -> object:
    if isinstance(value, dict):
        return value.get(key)
    if isinstance(value, list) and key.isdigit() and int(key) < len(value):
        return value[int(key)]
    return None


def _value_at(file: Source, keys: Sequence[str]) -> object:
    value = file.value
    for key in keys:
        value = _step(value, key)
    return value


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
