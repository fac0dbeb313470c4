"""The syntax of ECMA 262 regular expressions (section 22.2.1, with annex B.1.2), as a tree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from edmund.patterns.character_sets import (
    DIGITS,
    LINE_ENDS,
    SPACES,
    WORD_CHARACTERS,
    CharacterSet,
    complement,
    of_category,
    of_characters,
    union,
)

__all__ = [
    "Alternation",
    "AnyOf",
    "Assertion",
    "AssertionKind",
    "Look",
    "MalformedPattern",
    "Node",
    "Repeat",
    "Sequence",
    "UnsupportedPattern",
    "parse_pattern",
]

MAX_NESTING = 50
MAX_REPEATS = 2_000


class UnsupportedPattern(Exception):
    """The pattern is of another dialect, or more than can be matched in bounded time."""


class MalformedPattern(UnsupportedPattern):
    """The pattern is no regular expression."""


class AssertionKind(Enum):
    START = "^"
    END = "$"
    BOUNDARY = "\\b"
    NO_BOUNDARY = "\\B"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One character of a set."""

    characters: CharacterSet


@dataclass(frozen=True, slots=True)
class Assertion:
    kind: AssertionKind


@dataclass(frozen=True, slots=True)
class Look:
    """A look-ahead."""

    inner: Node
    negated: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Alternation:
    branches: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """`least` to `most` times; `most` None is without end."""

    inner: Node
    least: int
    most: int | None


Node = AnyOf | Assertion | Look | Sequence | Alternation | Repeat

CONTROLS = {"t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "0": "\0"}
QUANTIFIER = re.compile(r"\{([0-9]+)(,([0-9]*))?\}")
CATEGORY = re.compile(r"\{(?:General_Category=|gc=)?([A-Za-z_]+)\}")
CLASSES: dict[str, CharacterSet] = {
    "d": DIGITS,
    "D": complement(DIGITS),
    "w": WORD_CHARACTERS,
    "W": complement(WORD_CHARACTERS),
    "s": SPACES,
    "S": complement(SPACES),
}


def parse_pattern(pattern: str) -> Node:
    """The tree of `pattern`. Raises `UnsupportedPattern` where it is not of the dialect handled here."""
    parser = _Parser(pattern)
    node = parser.alternation(0)
    if parser.at < len(pattern):
        raise MalformedPattern("unbalanced parenthesis")
    return node


class _Parser:
    """A reader with one position, which only moves on."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def peek(self) -> str:
        return self.pattern[self.at] if self.at < len(self.pattern) else ""

    def take(self) -> str:
        if self.at >= len(self.pattern):
            raise MalformedPattern("unexpected end")
        self.at += 1
        return self.pattern[self.at - 1]

    def skip(self, text: str) -> bool:
        found = self.pattern.startswith(text, self.at)
        if found:
            self.at += len(text)
        return found

    def alternation(self, nesting: int) -> Node:
        if nesting > MAX_NESTING:
            raise UnsupportedPattern("nested too deeply")
        branches = [self.sequence(nesting)]
        while self.skip("|"):
            branches.append(self.sequence(nesting))
        return branches[0] if len(branches) == 1 else Alternation(tuple(branches))

    def sequence(self, nesting: int) -> Node:
        items: list[Node] = []
        while self.peek() not in {"", "|", ")"}:
            items.append(self.quantified(self.term(nesting)))
        return Sequence(tuple(items))

    def term(self, nesting: int) -> Node:
        character = self.take()
        if character in "^$":
            return Assertion(AssertionKind(character))
        if character == "(":
            return self.group(nesting)
        if character == "[":
            return AnyOf(self.character_class())
        if character == ".":
            return AnyOf(complement(LINE_ENDS))
        if character == "\\":
            if self.peek() in {"b", "B"}:
                return Assertion(AssertionKind("\\" + self.take()))
            return AnyOf(self.escape(in_class=False))
        if character in "*+?":
            raise MalformedPattern("nothing to repeat")
        return AnyOf(of_characters(character))

    def group(self, nesting: int) -> Node:
        look: bool | None = None
        if self.skip("?="):
            look = False
        elif self.skip("?!"):
            look = True
        elif self.skip("?<"):
            if self.peek() in {"=", "!"}:
                raise UnsupportedPattern("look-behind")
            while self.take() != ">":
                pass
        elif not self.skip("?:") and self.peek() == "?":
            raise UnsupportedPattern("unknown group")
        inner = self.alternation(nesting + 1)
        if not self.skip(")"):
            raise MalformedPattern("unbalanced parenthesis")
        return inner if look is None else Look(inner, look)

    def quantified(self, node: Node) -> Node:
        least: int
        found: int | None
        if self.skip("*"):
            least, found = 0, None
        elif self.skip("+"):
            least, found = 1, None
        elif self.skip("?"):
            least, found = 0, 1
        else:
            match = QUANTIFIER.match(self.pattern, self.at)
            if match is None:
                return node
            self.at = match.end()
            if len(match[1]) > 6 or len(match[3] or "") > 6:
                raise UnsupportedPattern("too many repeats")
            least = int(match[1])
            found = least if match[2] is None else int(match[3]) if match[3] else None
        if isinstance(node, Assertion):
            raise MalformedPattern("nothing to repeat")
        if least > MAX_REPEATS or (found is not None and not least <= found <= MAX_REPEATS):
            raise UnsupportedPattern("too many repeats")
        self.skip("?")
        if self.peek() and self.peek() in "*+?":
            raise MalformedPattern("nothing to repeat")
        return Repeat(node, least, found)

    def escape(self, *, in_class: bool) -> CharacterSet:
        """The characters that a backslash, already taken, and what follows it stand for."""
        character = self.peek()
        if character in CLASSES:
            self.at += 1
            return CLASSES[character]
        if character in {"p", "P"} and self.pattern.startswith("{", self.at + 1):
            self.at += 1
            category = self.category()
            return complement(category) if character == "P" else category
        return of_characters(self.escaped_character(in_class=in_class))

    def escaped_character(self, *, in_class: bool) -> str:
        character = self.take()
        if character == "b" and in_class:
            return "\b"
        if character == "0" and self.peek().isdecimal():
            raise UnsupportedPattern("octal escape")
        if character in CONTROLS:
            return CONTROLS[character]
        if character.isdecimal() or character == "k":
            raise UnsupportedPattern("back reference")
        if character == "c":
            letter = self.take()
            if not (letter.isascii() and letter.isalpha()):
                raise MalformedPattern("malformed escape")
            return chr(ord(letter) % 32)
        if character == "x":
            return self.code_point(2)
        if character == "u":
            return self.unicode_escape()
        if character.isascii() and character.isalpha():
            raise UnsupportedPattern(f"\\{character} of another dialect")
        return character

    def unicode_escape(self) -> str:
        if self.skip("{"):
            digits = ""
            while (character := self.take()) != "}":
                digits += character
            return _character(digits)
        first = self.code_point(4)
        if "\ud800" <= first <= "\udbff" and self.skip("\\u"):
            second = self.code_point(4)
            if not "\udc00" <= second <= "\udfff":
                raise MalformedPattern("unpaired surrogate")
            return chr(0x10000 + ((ord(first) - 0xD800) << 10) + ord(second) - 0xDC00)
        return first

    def code_point(self, length: int) -> str:
        digits = self.pattern[self.at : self.at + length]
        self.at += length
        if len(digits) < length:
            raise MalformedPattern("malformed escape")
        return _character(digits)

    def category(self) -> CharacterSet:
        match = CATEGORY.match(self.pattern, self.at)
        if match is None:
            raise UnsupportedPattern("unknown Unicode property")
        self.at = match.end()
        found = of_category(match[1])
        if found is None:
            raise UnsupportedPattern("unknown Unicode property")
        return found

    def character_class(self) -> CharacterSet:
        negated = self.skip("^")
        found: list[CharacterSet] = []
        while not self.skip("]"):
            low = self.class_item(found)
            if self.peek() == "-" and not self.pattern.startswith("-]", self.at):
                self.at += 1
                high = self.class_item(found)
                if low is None or high is None:
                    found += [of_characters(each) for each in (low, "-", high) if each is not None]
                elif low > high:
                    raise MalformedPattern("range out of order")
                else:
                    found.append(((ord(low), ord(high)),))
            elif low is not None:
                found.append(of_characters(low))
        characters = union(found)
        return complement(characters) if negated else characters

    def class_item(self, found: list[CharacterSet]) -> str | None:
        """The next character of a class; None when it was a class escape, now among those `found`."""
        character = self.take()
        if character != "\\":
            return character
        if self.peek() in CLASSES or (
            self.peek() in {"p", "P"} and self.pattern.startswith("{", self.at + 1)
        ):
            found.append(self.escape(in_class=True))
            return None
        return self.escaped_character(in_class=True)


def _character(digits: str) -> str:
    if not re.fullmatch(r"[0-9A-Fa-f]{1,6}", digits) or int(digits, 16) > 0x10FFFF:
        raise MalformedPattern("malformed escape")
    return chr(int(digits, 16))
