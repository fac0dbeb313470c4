"""Members of objects, each of the shape that OpenAPI gives it; what has another is told and left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edmund.frontends.notation.references import Library
from edmund.frontends.notation.source import Node
from edmund.frontends.openapi.document import Version
from edmund.frontends.openapi.findings import Code, Findings

__all__ = ["Reading", "flag", "list_of", "object_of", "text", "texts"]

_FLAGS = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a document needs at every place: its files, its version, and where findings go."""

    library: Library
    version: Version
    findings: Findings

    def followed(self, node: Node) -> Node | None:
        """What `node` refers to, or itself; None, and told, when that is nothing."""
        with self.findings.catching():
            return self.library.resolve(node)
        return None

    def followed_object(self, node: Node, what: str) -> Node | None:
        """As `followed`, for what has to be an object; None, and told by its name, when it is another value."""
        found = self.followed(node)
        if found is not None and not isinstance(found.value, dict):
            self.findings.error(Code.SHAPE, f"{what} is an object", found)
            return None
        return found


def text(node: Node, key: str, reading: Reading) -> str | None:
    """A member that is text. Numbers and booleans are taken for the text that YAML's author meant."""
    value = node.said(key)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, dict | list):
        reading.findings.error(Code.SHAPE, f"'{key}' is text", node.at(key))
        return None
    return _unquoted(node.at(key), f"'{key}' is text", reading)


def _unquoted(node: Node, what: str, reading: Reading) -> str:
    reading.findings.warning(Code.SHAPE, f"{what}, and this is none without quotes", node)
    value = node.value
    return str(value).lower() if isinstance(value, bool) else str(value)


def flag(node: Node, key: str, reading: Reading, *, default: bool = False) -> bool:
    """A member that is true or false; text that says so is taken for it."""
    value = node.said(key)
    if value is None or isinstance(value, bool):
        return default if value is None else value
    meant = _FLAGS.get(value.lower()) if isinstance(value, str) else None
    done = "it is left out" if meant is None else "and has no quotes"
    reading.findings.warning(Code.SHAPE, f"'{key}' is true or false; {done}", node.at(key))
    return default if meant is None else meant


def texts(node: Node, key: str, reading: Reading) -> tuple[str, ...]:
    """A member that is an array of texts; numbers and booleans are taken for text, as by `text`."""
    found = []
    for item in list_of(node, key, reading):
        if isinstance(item.value, str):
            found.append(item.value)
        elif item.value is None or isinstance(item.value, dict | list):
            reading.findings.warning(
                Code.SHAPE, f"an item of '{key}' is no text; it is left out", item
            )
        else:
            found.append(_unquoted(item, f"an item of '{key}' is text", reading))
    return tuple(found)


def object_of(node: Node, key: str, reading: Reading) -> Node | None:
    """A member that is an object; None when it is not there."""
    member = node.get(key)
    if member is None or member.value is None:
        return None
    if isinstance(member.value, dict):
        return member
    reading.findings.error(Code.SHAPE, f"'{key}' is an object", member)
    return None


def list_of(node: Node, key: str, reading: Reading) -> Iterator[Node]:
    """The items of a member that is an array."""
    member = node.get(key)
    if member is None or member.value is None:
        return
    if not isinstance(member.value, list):
        reading.findings.error(Code.SHAPE, f"'{key}' is an array", member)
        return
    yield from member.items()
