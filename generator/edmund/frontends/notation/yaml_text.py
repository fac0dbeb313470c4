"""From YAML 1.2 to values, over the events of libyaml (YAML 1.2.2, the core schema of section 10.3).

PyYAML's own constructor takes `no` for False and `1:30` for 90, the last of two equal keys, and memory
without bounds for aliases of aliases. Here values are what JSON could say, and no more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from edmund.diagnostics import EdmundError, Note, Span
from edmund.frontends.notation.failures import NotationCode, failure
from edmund.frontends.notation.json_text import MAX_DEPTH, MAX_DIGITS
from edmund.frontends.notation.places import Trie

__all__ = ["MAX_EXPANDED", "load_yaml", "repeated_key", "yaml_places"]

MAX_EXPANDED = 1_000_000
"""Values that aliases may stand for, all together."""

_MERGE = "<<"
_TAG = "tag:yaml.org,2002:"
_INT = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_WORDS: Mapping[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
# Plain scalars that are no text begin with one of these, or are one of the words above.
_MAY_BE_NUMBER = frozenset("0123456789+-.")


def load_yaml(text: str, name: str) -> object:
    """The value of `text`: dicts with keys of text, lists, str, int, Decimal, bool and None.

    A key is the text as written (`200:` is "200"); `<<` merges, as YAML 1.1 had it. Raises EdmundError
    with one diagnostic, at its place.
    """
    return _Builder(text, name).document()


def repeated_key(text: str, name: str) -> EdmundError | None:
    """The error for the first key of JSON `text` that is there twice in its object, if libyaml finds one."""
    try:
        load_yaml(text, name)
    except EdmundError as error:
        if error.diagnostics[0].code == NotationCode.REPEATED_KEY.value:
            return error
    return None


class _Frame:
    """A collection that is being read: `size` counts the values in it, those behind aliases too."""

    __slots__ = ("anchor", "key", "keys", "merged", "size", "value")

    def __init__(self, value: dict[str, object] | list[object], anchor: str | None) -> None:
        self.value = value
        self.anchor = anchor
        self.key: str | None = None
        self.keys: dict[str, Any] = {}
        self.merged: list[object] = []
        self.size = 1


class _Builder:
    def __init__(self, text: str, name: str) -> None:
        import yaml

        self._yaml = yaml
        self._text = text
        self._name = name
        self._anchors: dict[str, tuple[object, int]] = {}
        self._open_anchors: set[str] = set()
        self._known: dict[str, object] = {}
        self._expanded = 0

    def span(self, mark: Any) -> Span:
        return Span(self._name, mark.line + 1, mark.column + 1)

    def failed(self, code: NotationCode, message: str, event: Any) -> EdmundError:
        return failure(code, message, self.span(event.start_mark))

    def document(self) -> object:
        try:
            return self._document()
        except self._yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            problem = getattr(error, "problem", None) or str(error).partition("\n")[0]
            place = Span(self._name, 1, 1) if mark is None else self.span(mark)
            if "nesting depth" in problem:
                message = f"objects and arrays are nested more than {MAX_DEPTH} deep"
                raise failure(NotationCode.LIMIT, message, place) from None
            message = f"not well-formed YAML: {problem}"
            raise failure(NotationCode.SYNTAX, message, place) from None
        except ValueError as error:  # of the pure parser: characters that YAML does not have
            message = f"not well-formed YAML: {error}"
            raise failure(NotationCode.SYNTAX, message, Span(self._name, 1, 1)) from None

    def _document(self) -> object:
        yaml = self._yaml
        next_event: Callable[[], Any] = _parser(self._text).get_event
        scalar_event, alias_event = yaml.ScalarEvent, yaml.AliasEvent
        mapping_start, sequence_start = yaml.MappingStartEvent, yaml.SequenceStartEvent
        stack: list[_Frame] = []
        frame: _Frame | None = None
        result: object = None
        documents = 0
        while True:
            event = next_event()
            kind = type(event)
            size = 1
            if kind is scalar_event:
                if frame is not None and frame.key is None and type(frame.value) is dict:
                    self._key(frame, event)
                    continue
                value = self._scalar(event)
                if event.anchor is not None:
                    self._anchors[event.anchor] = (value, 1)
            elif kind is mapping_start or kind is sequence_start:
                made: dict[str, object] | list[object] = {} if kind is mapping_start else []
                self._open(frame, event, len(stack) + (frame is not None))
                if frame is not None:
                    stack.append(frame)
                frame = _Frame(made, event.anchor)
                continue
            elif kind is alias_event:
                value, size = self._alias(frame, event)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                assert frame is not None
                if frame.merged:
                    self._merge(frame, event)
                value, size = frame.value, frame.size
                if frame.anchor is not None:
                    self._anchors[frame.anchor] = (value, size)
                    self._open_anchors.discard(frame.anchor)
                frame = stack.pop() if stack else None
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    message = "there is more than one document in the file"
                    raise self.failed(NotationCode.UNSUPPORTED, message, event)
                continue
            elif kind is yaml.StreamEndEvent:
                return result
            else:
                continue
            if frame is None:
                result = value
                continue
            frame.size += size
            if type(frame.value) is list:
                frame.value.append(value)
            elif frame.key == _MERGE and _MERGE not in frame.value:
                frame.merged.append(value)
                frame.key = None
            else:
                assert frame.key is not None
                frame.value[frame.key] = value  # type: ignore[call-overload]
                frame.key = None

    def _key(self, frame: _Frame, event: Any) -> None:
        key = event.value
        if event.tag is not None and event.tag not in ("!", _TAG + "str"):
            raise self.failed(
                NotationCode.UNSUPPORTED, f"the tag '{event.tag}' of a key is not supported", event
            )
        first = frame.keys.setdefault(key, event.start_mark)
        if first is not event.start_mark and not (key == _MERGE and event.style is None):
            raise failure(
                NotationCode.REPEATED_KEY,
                f"the member '{key}' is there twice",
                self.span(event.start_mark),
                notes=(Note("it is here first", self.span(first)),),
            )
        frame.key = key
        if event.anchor is not None:
            self._anchors[event.anchor] = (key, 1)

    def _open(self, frame: _Frame | None, event: Any, depth: int) -> None:
        if depth >= MAX_DEPTH:
            message = f"objects and arrays are nested more than {MAX_DEPTH} deep"
            raise self.failed(NotationCode.LIMIT, message, event)
        if frame is not None and frame.key is None and type(frame.value) is dict:
            raise self.failed(NotationCode.UNSUPPORTED, "a key that is no text", event)
        if event.tag not in (None, "!", _TAG + "map", _TAG + "seq"):
            message = f"the tag '{event.tag}' is not supported"
            raise self.failed(NotationCode.UNSUPPORTED, message, event)
        if event.anchor is not None:
            self._open_anchors.add(event.anchor)

    def _alias(self, frame: _Frame | None, event: Any) -> tuple[object, int]:
        if event.anchor in self._open_anchors:
            message = f"the alias '*{event.anchor}' stands in what it stands for"
            raise self.failed(NotationCode.LIMIT, message, event)
        if event.anchor not in self._anchors:
            message = f"there is no anchor '&{event.anchor}' before this alias"
            raise self.failed(NotationCode.SYNTAX, message, event)
        if frame is not None and frame.key is None and type(frame.value) is dict:
            raise self.failed(NotationCode.UNSUPPORTED, "an alias as a key", event)
        value, size = self._anchors[event.anchor]
        self._expanded += size
        if self._expanded > MAX_EXPANDED:
            message = f"aliases stand for more than {MAX_EXPANDED:,} values"
            raise self.failed(NotationCode.LIMIT, message, event)
        return value, size

    def _merge(self, frame: _Frame, event: Any) -> None:
        """`<<`: members of other mappings, which those that are written here override (YAML 1.1's merge key)."""
        own = frame.value
        assert isinstance(own, dict)
        for merged in frame.merged:
            for each in merged if isinstance(merged, list) else [merged]:
                if not isinstance(each, dict):
                    message = "'<<' merges mappings, and this is none"
                    raise self.failed(NotationCode.UNSUPPORTED, message, event)
                for key, value in each.items():
                    own.setdefault(key, value)

    def _scalar(self, event: Any) -> object:
        text: str = event.value
        tag = event.tag
        if tag is not None and tag != "!":
            return self._tagged(event, text, tag)
        if tag == "!" or event.style:
            return text
        try:
            return self._known[text]
        except KeyError:
            pass
        value: object = text
        if text in _WORDS:
            value = _WORDS[text]
        elif text[0] in _MAY_BE_NUMBER:
            value = self._number(text, event)
        if len(self._known) < 100_000:
            self._known[text] = value
        return value

    def _number(self, text: str, event: Any) -> object:
        if len(text) > MAX_DIGITS and _FLOAT.fullmatch(text):
            message = f"a number has more than {MAX_DIGITS} digits"
            raise self.failed(NotationCode.LIMIT, message, event)
        if _INT.fullmatch(text):
            return int(text)
        if _FLOAT.fullmatch(text):
            return Decimal(text)
        if _OCTAL.fullmatch(text):
            return int(text[2:], 8)
        if _HEXADECIMAL.fullmatch(text):
            return int(text[2:], 16)
        if _NOT_FINITE.fullmatch(text):
            message = f"'{text}' is a number that JSON does not have"
            raise self.failed(NotationCode.UNSUPPORTED, message, event)
        return text

    def _tagged(self, event: Any, text: str, tag: str) -> object:
        """A scalar whose type is said by a tag of the core schema; other tags are errors."""
        name = tag.removeprefix(_TAG)
        value: object = None
        if name == "str":
            return text
        if name in ("int", "float") and text and text[0] in _MAY_BE_NUMBER:
            value = self._number(text, event)
            if isinstance(value, int) or (name == "float" and isinstance(value, Decimal)):
                return value
        if name in ("bool", "null") and text in _WORDS:
            value = _WORDS[text]
            if isinstance(value, bool) == (name == "bool"):
                return value
        message = f"the tag '{tag}' is not supported, or '{text[:40]}' is none"
        raise self.failed(NotationCode.UNSUPPORTED, message, event)


def yaml_places(text: str, pointers: Iterable[str]) -> Mapping[str, tuple[int, int]]:
    """Line and column of each pointer in `text`, which is well-formed."""
    import yaml

    found: dict[str, tuple[int, int]] = {}
    trie = Trie.of(pointers)
    # Of each open collection: what is wanted below it, its place, the index to come (None: a mapping).
    stack: list[tuple[Trie | None, tuple[int, int], int | None]] = []
    key: tuple[str, tuple[int, int]] | None = None
    try:
        for event in _events(text):
            kind = type(event)
            if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                stack.pop()
                continue
            if kind not in (
                yaml.ScalarEvent,
                yaml.AliasEvent,
                yaml.MappingStartEvent,
                yaml.SequenceStartEvent,
            ):
                continue
            mark = event.start_mark
            place = (mark.line + 1, mark.column + 1)
            here: Trie | None = trie
            if stack:
                above, _, index = stack[-1]
                if index is None and key is None:
                    key = (event.value if kind is yaml.ScalarEvent else "", place)
                    continue
                if index is None:
                    assert key is not None
                    name, place = key
                    key = None
                else:
                    name = str(index)
                    stack[-1] = (above, stack[-1][1], index + 1)
                here = None if above is None else above.below.get(name)
            if here is not None:
                for pointer in here.all_pointers() if here.below else here.pointers:
                    found[pointer] = place
            if kind is yaml.MappingStartEvent:
                stack.append((here, place, None))
            elif kind is yaml.SequenceStartEvent:
                stack.append((here, place, 0))
    except yaml.YAMLError:  # the reader has told
        pass
    for pointer in trie.all_pointers():
        found.setdefault(pointer, (1, 1))
    return found


def _parser(text: str) -> Any:
    """What gives the events of `text`: libyaml, or PyYAML's own parser where that was built without it."""
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)


def _events(text: str) -> Iterable[Any]:
    import yaml

    parser = _parser(text)
    while True:
        event = parser.get_event()
        if event is None or type(event) is yaml.StreamEndEvent:
            return
        yield event
