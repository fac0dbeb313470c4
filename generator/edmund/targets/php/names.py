"""Names of the generated PHP for names of the schema, as the official SDK's users know them.

PHP compares the names of classes and methods without case, so that names are told apart without it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from edmund.targets.naming import file_key

__all__ = [
    "RESERVED",
    "camel_case",
    "class_name",
    "constant_name",
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
_ASCII_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*\Z")
_LONGEST = 70
"""Paths of the output stay below 120 characters."""


@lru_cache(maxsize=65536)
def _identifier(name: str) -> str:
    """`name` with everything that identifiers cannot hold made an underscore, and none in front.

    Python's notion of a letter is stricter than PHP's, which takes any byte beyond ASCII.
    """
    if _ASCII_NAME.match(name):
        return name
    normal = unicodedata.normalize("NFKC", name)
    kept = "".join(c if ("a" + c).isidentifier() else "_" for c in normal).lstrip("_")
    if not kept:
        return "x"
    return kept if kept[0].isidentifier() else "x" + kept


@lru_cache(maxsize=65536)
def pascal_case(name: str) -> str:
    """`uploadClientCertificate` as `UploadClientCertificate`, `event_type` as `EventType`; may be reserved."""
    parts = [part for part in _identifier(name).split("_") if part] or ["x"]
    made = "".join(part[0].upper() + part[1:] for part in parts)
    return made if made[0].isalpha() else "X" + made


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
    return f"{made}Property" if made.lower() in _MODEL_STEMS else made


def class_name(name: str) -> str:
    """The class for a type called `name` (without its namespace)."""
    plain = _identifier(name)
    made = plain[0].upper() + plain[1:]
    return _short(f"Escaped{made}" if is_reserved(made) else made)


def namespace_part(name: str) -> str:
    """The part of a PHP namespace for one of a schema's."""
    return class_name(name)


def constant_name(name: str) -> str:
    """The constant for a member called `name`: `unknownFutureValue` as `UNKNOWN_FUTURE_VALUE`.

    The official SDK escapes those called like keywords, although PHP asks for it with `class` alone.
    """
    plain = _identifier(name)
    if is_reserved(plain):
        plain = f"Escaped{plain[0].upper()}{plain[1:]}"
    spaced = "".join(
        "_" + c if at and c.isupper() and plain[at - 1] != "_" else c for at, c in enumerate(plain)
    )
    return unicodedata.normalize("NFKC", spaced.upper())


def is_reserved(name: str) -> bool:
    """Whether PHP has another use for the word, or Windows for a file called so."""
    return name.lower() in RESERVED or name.lower() in _WINDOWS_DEVICES


def name_key(name: str) -> str:
    """What PHP, and a file system that ignores case, take a class or method for."""
    return file_key(name)


def _short(name: str) -> str:
    """`name`, cut where a file called so would be too long; what clashes then is told apart by a number."""
    if len(name.encode()) <= _LONGEST:
        return name
    return name.encode()[:_LONGEST].decode(errors="ignore")
