"""TypeScript names for schema names: the ones that users of the official TypeScript SDK already write.

Properties and accessors are the schema's names with a small letter first, interfaces with a capital.
Schema names are hostile: any Unicode letter may occur (OData CSDL XML 4.01, section 15.2), and what every
JavaScript object has (`constructor`, `__proto__`) may be a property's name.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from edmund.targets.typescript.characters import deceives

__all__ = [
    "OBJECT_MEMBERS",
    "camel",
    "file_stem",
    "interface_name",
    "is_plain_name",
    "member_name",
    "parameter_name",
    "property_name",
]

OBJECT_MEMBERS = frozenset(
    {
        "__defineGetter__",
        "__defineSetter__",
        "__lookupGetter__",
        "__lookupSetter__",
        "__proto__",
        "constructor",
        "hasOwnProperty",
        "isPrototypeOf",
        "propertyIsEnumerable",
        "toLocaleString",
        "toString",
        "valueOf",
    }
)
"""What every object inherits: a property of that name would not be absent where it is not set."""

_MODEL_MEMBERS = frozenset({"additionalData", "odataType"})

# Types that generated code names, and would otherwise find in the schema's place.
_GLOBAL_TYPES = frozenset({"Date", "Object", "Promise", "Record", "Uint8Array"})

# ECMA-262, section 12.7.2, with what strict mode and TypeScript reserve beside.
_KEYWORDS = """
    any arguments as async await boolean break case catch class const constructor continue debugger declare
    default delete do else enum eval export extends false finally for from function get if implements import
    in instanceof interface is let module namespace never new null number object of package private protected
    public readonly require return set static string super switch symbol this throw true try type typeof
    undefined unknown var void while with yield
"""
_RESERVED = frozenset(_KEYWORDS.split())

_WINDOWS_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "clock$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)
_PLAIN = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*\Z")
_LONGEST_FILE_STEM = 80


def is_plain_name(text: str) -> bool:
    """Whether `text` may stand as a property's name without quotes."""
    if _PLAIN.match(text):
        return True
    return text.isidentifier() and not any(map(deceives, text))


@lru_cache(maxsize=65536)
def _identifier(name: str) -> str:
    """`name` with everything that identifiers cannot hold made an underscore; never empty."""
    if _PLAIN.match(name):
        return name.replace("$", "_")
    kept = "".join(c if ("a" + c).isidentifier() and not deceives(c) else "_" for c in name)
    return kept if kept and kept[0].isidentifier() else f"x{kept}"


def camel(name: str) -> str:
    """`name` with a small letter first."""
    return name[:1].lower() + name[1:]


def property_name(name: str) -> str:
    """The property of a model for a property called `name`; any text may be one, quoted."""
    made = camel(name)
    return f"{made}Property" if made in OBJECT_MEMBERS or made in _MODEL_MEMBERS else made


def interface_name(name: str) -> str:
    """The interface for a type called `name` (without its namespace)."""
    plain = _identifier(name).lstrip("_") or "x"
    plain = plain if plain[0].isidentifier() else f"x{plain}"
    made = plain[0].upper() + plain[1:]
    return f"{made}_" if made in _GLOBAL_TYPES or made in _RESERVED else made


def member_name(name: str) -> str:
    """The member of an enumeration's object for a member called `name`."""
    made = name[:1].upper() + name[1:]
    return f"{made}_" if made in OBJECT_MEMBERS else made


def parameter_name(name: str) -> str:
    """The parameter of a method for `name`."""
    made = camel(_identifier(name))
    return f"{made}_" if made in _RESERVED else made


def file_stem(name: str) -> str:
    """The file, or folder, for a type or namespace part called `name`: a safe name everywhere."""
    stem = camel(_identifier(name))
    if stem.lower() in _WINDOWS_DEVICES or stem == "index":
        stem += "_"
    if len(stem.encode()) > _LONGEST_FILE_STEM:
        digest = hashlib.sha256(name.encode()).hexdigest()[:8]
        head = stem.encode()[: _LONGEST_FILE_STEM - 9].decode(errors="ignore")
        stem = f"{head}_{digest}"
    return stem
