"""Names of the generated PHP for names of the schema, as the official SDK's users know them.

PHP compares the names of classes and methods without case, so that names are told apart without it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Final

from edmund.naming.distinct import Distinct, distinct, file_key
from edmund.naming.given import NOTHING, Given

__all__ = [
    "RESERVED",
    "camel_case",
    "class_name",
    "constant_name",
    "distinct_names",
    "is_reserved",
    "name_key",
    "namespace_part",
    "pascal_case",
    "property_stem",
    "variable_name",
]

# Keywords, and what stands for built-in types or constants: no class may be called so.
RESERVED: Final = frozenset(
    [
        "__halt_compiler",
        "abstract",
        "and",
        "array",
        "as",
        "break",
        "callable",
        "case",
        "catch",
        "class",
        "clone",
        "const",
        "continue",
        "declare",
        "default",
        "die",
        "do",
        "echo",
        "else",
        "elseif",
        "empty",
        "enddeclare",
        "endfor",
        "endforeach",
        "endif",
        "endswitch",
        "endwhile",
        "eval",
        "exit",
        "extends",
        "final",
        "finally",
        "fn",
        "for",
        "foreach",
        "function",
        "global",
        "goto",
        "if",
        "implements",
        "include",
        "include_once",
        "instanceof",
        "insteadof",
        "interface",
        "isset",
        "list",
        "match",
        "namespace",
        "new",
        "or",
        "print",
        "private",
        "protected",
        "public",
        "readonly",
        "require",
        "require_once",
        "return",
        "static",
        "switch",
        "throw",
        "trait",
        "try",
        "unset",
        "use",
        "var",
        "while",
        "xor",
        "yield",
        "bool",
        "enum",
        "false",
        "float",
        "int",
        "iterable",
        "mixed",
        "never",
        "null",
        "numeric",
        "object",
        "parent",
        "resource",
        "self",
        "string",
        "true",
        "void",
        "__class__",
        "__dir__",
        "__file__",
        "__function__",
        "__line__",
        "__method__",
        "__namespace__",
        "__trait__",
    ]
)

# What every model has of its own with a getter and setter (runtime/Model.php); a test compares the two.
_MODEL_STEMS: Final = frozenset({"additionaldata", "odatatype"})

_WINDOWS_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "clock$", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)
_LONGEST_STEM = 78
_LONGEST_CONSTANT = 95
_ASCII_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*\Z")
_LONGEST = 70
"""Paths and lines of the output stay below 120 characters; what clashes when it is cut is told apart by a number."""


@lru_cache(maxsize=65536)
def _identifier(name: str) -> str:
    """`name` in ASCII letters, digits and underscores, with a letter first.

    PSR-1 has no other letters in names of classes and methods. Marks go; a letter of another alphabet becomes its
    code point.
    """
    if _ASCII_NAME.match(name):
        return name
    kept = "".join(map(_ascii, unicodedata.normalize("NFKD", name))).lstrip("_")
    if not kept:
        return "x"
    return kept if kept[0].isalpha() else f"x{kept}"


def _ascii(character: str) -> str:
    if character.isascii():
        return character if character.isalnum() else "_"
    if unicodedata.category(character).startswith("M"):
        return ""
    return f"U{ord(character):X}" if character.isalnum() else "_"


@lru_cache(maxsize=65536)
def pascal_case(name: str) -> str:
    """`uploadClientCertificate` as `UploadClientCertificate`, `event_type` as `EventType`; may be reserved."""
    parts = [part for part in _identifier(name).split("_") if part]
    return "".join(part[0].upper() + part[1:] for part in parts)


def camel_case(name: str) -> str:
    """A method for `name`: methods may be called by any keyword."""
    made = pascal_case(name)
    return made[0].lower() + made[1:]


def variable_name(name: str) -> str:
    """A parameter for `name`, without its `$`; `$this` is PHP's own."""
    made = camel_case(name)
    return "this_" if made == "this" else made


def property_stem(name: str) -> str:
    """What follows `get` and `set` for a property called `name`."""
    made = pascal_case(name)
    return f"{made}Property" if made.lower() in _MODEL_STEMS else made[:_LONGEST_STEM]


def class_name(name: str) -> str:
    """The class for a type called `name` (without its namespace)."""
    made = pascal_case(name)
    return (f"Escaped{made}" if is_reserved(made) else made)[:_LONGEST]


def namespace_part(name: str) -> str:
    """The part of a PHP namespace for one of a schema's."""
    return class_name(name)


def constant_name(name: str) -> str:
    """The constant for a member called `name`: `unknownFutureValue` as `UNKNOWN_FUTURE_VALUE`.

    Constants may be called by any keyword but `class`.
    """
    plain = _identifier(name)
    if plain.lower() == "class":
        plain = "EscapedClass"
    spaced = "".join("_" + c if at and c.isupper() else c for at, c in enumerate(plain))
    return spaced.upper()[:_LONGEST_CONSTANT]


def is_reserved(name: str) -> bool:
    """Whether PHP has another use for the word, or Windows for a file called so."""
    return name.lower() in RESERVED or name.lower() in _WINDOWS_DEVICES


def name_key(name: str) -> str:
    """What PHP, and a file system that ignores case, take a class or method for."""
    return name.lower() if name.isascii() else file_key(name)


def distinct_names(
    names: Iterable[str],
    make: Callable[[str], str],
    taken: Collection[str] = (),
    given: Given = NOTHING,
) -> Distinct:
    """Names of classes or methods, none the same as another whatever the case: `distinct` without underscores."""
    found = distinct(names, make, taken, lambda name: name_key(name.replace("_", "")), given)
    return Distinct(
        {name: given.replace("_", "") for name, given in found.names.items()},
        tuple(replace(clash, given=clash.given.replace("_", "")) for clash in found.clashes),
    )
