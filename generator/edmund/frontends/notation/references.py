"""References between documents: `$ref` as a URI reference with a JSON pointer (RFC 3986, RFC 6901).

Only files below one root folder are read. Who reads them is handed in; nothing here opens a file, and
nothing ever asks the network.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from edmund.diagnostics import EdmundError, Note
from edmund.frontends.notation.failures import NotationCode, failure
from edmund.frontends.notation.pointers import follow, step
from edmund.frontends.notation.source import Node, Source, parse_source
from edmund.suggestions import suggestion

__all__ = ["MAX_FILES", "Library", "NoFile", "ReadFile"]

MAX_FILES = 10_000
"""Files that one description may consist of."""

_DEFINITIONS = ("$id", "$anchor", "$dynamicAnchor", "id")
# Members whose values are plain data, where nothing that looks like a keyword is one.
_DATA = frozenset({"example", "examples", "default", "enum", "const", "value"})


class NoFile(Exception):
    """Why a file is not read: a sentence for the diagnostic, and whether it was refused or is not there."""

    def __init__(self, reason: str, *, refused: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.refused = refused


class OtherFile(NamedTuple):
    """A file below the root: what messages call it, and its bytes."""

    name: str
    data: bytes


ReadFile = Callable[[str], OtherFile]
"""Gives the file at a path relative to the main document's folder, with `/` and perhaps `..`; raises NoFile."""


def no_files(path: str) -> OtherFile:
    """For a document that stands alone: no other file is read."""
    raise NoFile("it is another file, and only one was given", refused=True)


class Library:
    """All files of a description, read when a reference leads there. The main one is `main`."""

    def __init__(self, main: Source, read: ReadFile = no_files) -> None:
        self.main = main
        self._read = read
        self._paths: dict[Source, str] = {main: ""}
        self._files: dict[str, Source] = {}
        self._anchors: dict[Source, dict[str, str]] = {}

    @property
    def sources(self) -> tuple[Source, ...]:
        """All files that were read, the main one first."""
        return (self.main, *self._files.values())

    def path(self, source: Source) -> str:
        """The path of a file relative to the main document's folder; empty for the main document."""
        return self._paths.get(source, "")

    def derived(self, source: Source, value: object, moved: dict[str, str]) -> Source:
        """A value put together from parts of `source`; references in it mean what they mean there."""
        made = Source(source.name, value, source.places, moved)
        self._paths[made] = self._paths.get(source, "")
        return made

    def home(self, source: Source) -> Source:
        """The whole file that `source` is, or is derived from."""
        path = self._paths.get(source, "")
        return self._files[path] if path else self.main

    def resolve(self, node: Node) -> Node:
        """What `node` is: itself, or what its `$ref` leads to at last. Raises EdmundError (EDM735 to EDM737)."""
        value = node.value
        if not (isinstance(value, dict) and isinstance(value.get("$ref"), str)):
            return node
        first = node
        seen: set[tuple[Source, str]] = set()
        while isinstance(value, dict) and isinstance(value.get("$ref"), str):
            if (node.source, node.pointer) in seen:
                raise failure(
                    NotationCode.REFERENCE_CYCLE,
                    "the reference leads back to itself",
                    first.source.span(step(first.pointer, "$ref")),
                )
            seen.add((node.source, node.pointer))
            node = self.target(node)
            value = node.value
        return node

    def target(self, node: Node) -> Node:
        """What the `$ref` of `node` leads to, one step."""
        return self.find(node.at("$ref"))

    def find(self, reference: Node) -> Node:
        """What the text of `reference` leads to. Raises EdmundError (EDM735, EDM736)."""
        text = reference.value
        assert isinstance(text, str)
        if text.startswith("#"):
            return self._within(self.home(reference.source), text[1:], reference)
        try:
            parts = urlsplit(text)
        except ValueError:
            message = f"'{text}' is no URI reference"
            raise failure(NotationCode.DANGLING_REFERENCE, message, reference.span) from None
        own = self._by_id(reference, text.partition("#")[0])
        if own is not None:
            return self._within(own.source, parts.fragment, reference, own)
        if parts.scheme or parts.netloc:
            message = f"the reference '{text}' leads to the network or another file system"
            hint = "references are followed to files below the root folder only: save it there"
            raise failure(NotationCode.REFUSED_REFERENCE, message, reference.span, hint)
        source = self._other(reference, unquote(parts.path))
        return self._within(source, parts.fragment, reference)

    def _other(self, reference: Node, relative: str) -> Source:
        here = self._paths.get(reference.source, "")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(here), relative))
        known = self._files.get(path)
        if known is not None:
            return known
        if relative.startswith(("/", "\\")) or "\\" in relative or ":" in relative:
            message = f"the reference to '{relative}' is no relative path"
            raise failure(NotationCode.REFUSED_REFERENCE, message, reference.span)
        if len(self._files) >= MAX_FILES:
            message = f"more than {MAX_FILES:,} files belong to the description"
            raise failure(NotationCode.LIMIT, message, reference.span)
        try:
            file = self._read(path)
        except NoFile as error:
            code = (
                NotationCode.REFUSED_REFERENCE if error.refused else NotationCode.DANGLING_REFERENCE
            )
            message = f"the reference to '{relative}' is not followed: {error.reason}"
            raise failure(code, message, reference.span) from None
        if file.name == self.main.name:
            return self.main
        try:
            source = parse_source(file.data, file.name)
        except EdmundError as error:
            (told,) = error.diagnostics
            notes = (*told.notes, Note("it is referred to here", reference.span))
            raise failure(
                NotationCode(told.code), told.message, told.span or reference.span, told.hint, notes
            ) from None
        self._files[path] = source
        self._paths[source] = path
        return source

    def _within(
        self, source: Source, fragment: str, reference: Node, base: Node | None = None
    ) -> Node:
        fragment = unquote(fragment)
        start = base or source.root
        if fragment and not fragment.startswith("/"):
            pointer = self._anchors_of(source).get(f"#{fragment}")
            if pointer is not None:
                return Node(follow(source.value, pointer), source, pointer)
            message = f"there is no anchor '{fragment}' in '{source.name}'"
            raise failure(NotationCode.DANGLING_REFERENCE, message, reference.span)
        try:
            value = follow(start.value, fragment)
        except LookupError:
            raise failure(
                NotationCode.DANGLING_REFERENCE,
                f"the reference '{reference.value}' leads to nothing",
                reference.span,
                _near(start.value, fragment),
            ) from None
        return Node(value, source, start.pointer + fragment)

    def _by_id(self, reference: Node, uri: str) -> Node | None:
        """The schema with the `$id` that `uri` means, in the same file."""
        source = self.home(reference.source)
        pointer = self._anchors_of(source).get(uri) if uri else None
        if pointer is None:
            return None
        return Node(follow(source.value, pointer), source, pointer)

    def _anchors_of(self, source: Source) -> dict[str, str]:
        """`#anchor`, and `$id` as written, to pointers; the first of equal ones counts."""
        known = self._anchors.get(source)
        if known is None:
            known = self._anchors[source] = {}
            waiting = [source.root]
            while waiting:
                node = waiting.pop()
                value = node.value
                if isinstance(value, dict):
                    for keyword in _DEFINITIONS:
                        text = value.get(keyword)
                        if isinstance(text, str) and text:
                            key = f"#{text}" if "nchor" in keyword else text.partition("#")[0]
                            known.setdefault(key, node.pointer)
                    waiting.extend(each for key, each in node.members() if key not in _DATA)
                else:
                    waiting.extend(node.items())
        return known


def _near(value: object, pointer: str) -> str | None:
    """A hint: the name that is there and like the one that is not."""
    from edmund.frontends.notation.pointers import parts

    for key in parts(pointer):
        if not isinstance(value, dict):
            return None
        if key not in value:
            return suggestion(key, [str(name) for name in value])
        value = value[key]
    return None
