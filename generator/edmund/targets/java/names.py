"""Java names for schema names: those of the official Java SDK's generator, and natural ones (`natural_…`).

The rules of that generator: camel case with the first letter's case changed alone
(`cloudPCs` gives `getCloudPCs`), and `Escaped` behind what Java reserves, in whatever case
(`PackageEscaped`), but for members of enumerations (`Default`).

Schema names are hostile: any Unicode letter may occur (OData CSDL XML 4.01, section 15.2).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

from edmund.naming.words import in_title_case

__all__ = [
    "JAVA_LANG",
    "KEYWORDS",
    "MODEL_MEMBERS",
    "accessor_name",
    "camel",
    "class_name",
    "identifier",
    "is_identifier",
    "member_name",
    "natural_accessor",
    "natural_class",
    "natural_parameter",
    "natural_property",
    "package_segment",
    "parameter_name",
    "pascal",
    "property_suffix",
    "shortened",
]

# Keywords, literals and words that are keywords in places (Java Language Specification 17, section 3.9).
KEYWORDS = frozenset(
    [
        "abstract",
        "assert",
        "boolean",
        "break",
        "byte",
        "case",
        "catch",
        "char",
        "class",
        "const",
        "continue",
        "default",
        "do",
        "double",
        "else",
        "enum",
        "extends",
        "final",
        "finally",
        "float",
        "for",
        "goto",
        "if",
        "implements",
        "import",
        "instanceof",
        "int",
        "interface",
        "long",
        "native",
        "new",
        "package",
        "private",
        "protected",
        "public",
        "return",
        "short",
        "static",
        "strictfp",
        "super",
        "switch",
        "synchronized",
        "this",
        "throw",
        "throws",
        "transient",
        "try",
        "void",
        "volatile",
        "while",
        "true",
        "false",
        "null",
        "var",
        "yield",
        "record",
        "sealed",
        "permits",
    ]
)
_RESERVED = KEYWORDS - {"record", "sealed", "permits", "var", "yield"}
_NEVER_TYPES = frozenset({"var", "yield", "record", "sealed", "permits"})

JAVA_LANG = frozenset(
    {
        "Boolean",
        "Class",
        "Deprecated",
        "Double",
        "Float",
        "Integer",
        "Iterable",
        "Long",
        "Object",
        "Override",
        "String",
        "Void",
    }
)
"""What generated code means when it says these names: no class of a package may hide them."""

_BOXES = frozenset({"Byte", "Character", "Enum", "Record", "Short"})

MODEL_MEMBERS = frozenset({"AdditionalData", "Class", "OdataType"})
"""Properties whose accessors the runtime's base class, or Object, has already."""

OBJECT_MEMBERS = frozenset(
    {
        "clone",
        "equals",
        "finalize",
        "getClass",
        "hashCode",
        "notify",
        "notifyAll",
        "toString",
        "wait",
    }
)
_APART = re.compile(r"[.\s/:+-]+")
_ASCII_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*\Z")
_WINDOWS_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "clock$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)


@lru_cache(maxsize=65536)
def identifier(name: str) -> str:
    """`name` with everything that Java identifiers cannot hold made an underscore.

    Letters beyond the Basic Multilingual Plane and marks go too: not every tool takes them.
    """
    if _ASCII_NAME.match(name):
        return name
    normal = unicodedata.normalize("NFC", name)
    kept = "".join(c if _is_part(c) else "_" for c in normal).lstrip("_")
    if not kept:
        return "x"
    return kept if not kept[0].isdecimal() and _is_part(kept[0]) else "x" + kept


def _is_part(character: str) -> bool:
    if character.isascii():
        return character.isalnum() or character == "_"
    category = unicodedata.category(character)
    return ord(character) < 0x10000 and category in {"Lu", "Ll", "Lt", "Lo", "Nd"}


def is_identifier(text: str) -> bool:
    """Whether `text` can be a name in Java source as it is; ASCII only."""
    return _ASCII_NAME.match(text) is not None and text not in KEYWORDS


def camel(name: str) -> str:
    """With its first letter in lower case."""
    plain = identifier(name)
    return plain[0].lower() + plain[1:]


def _joined(name: str) -> str:
    """Parts behind dots and underscores, each but the first with a capital."""
    parts = [part for part in re.split(r"[._]", ".".join(map(identifier, name.split(".")))) if part]
    return "".join([*parts[:1], *map(_capitalized, parts[1:])]) or "x"


def pascal(name: str) -> str:
    """With its first letter in upper case; parts behind dots and other marks too, but for underscores."""
    plain = "".join(_capitalized(identifier(part)) for part in _APART.split(name) if part)
    return plain or "X"


def _capitalized(plain: str) -> str:
    upper = plain[0].upper()
    # A letter such as the German sharp s becomes two: it stays as it is.
    return (upper if len(upper) == 1 else plain[0]) + plain[1:]


def _escaped(name: str, reserved: frozenset[str]) -> str:
    return f"{name}Escaped" if name.lower() in reserved else name


def class_name(name: str) -> str:
    """The class for a type called `name` (without its namespace)."""
    made = _escaped(pascal(name), _RESERVED)
    # The class's name is its file's.
    taken = made in JAVA_LANG or made in _NEVER_TYPES or made.lower() in _WINDOWS_DEVICES
    return f"{made}Escaped" if taken else made


def member_name(name: str) -> str:
    """The constant for a member of an enumeration: with a capital, no word that Java reserves."""
    return pascal(name)


def property_suffix(name: str) -> str:
    """What follows `get` and `set` in the accessors of a property."""
    made = _capitalized(_joined(name))
    return f"{made}Escaped" if made in MODEL_MEMBERS else made


def accessor_name(name: str) -> str:
    """The method of a builder for a segment called `name`."""
    made = camel(_joined(name))
    return f"{made}Escaped" if made in KEYWORDS or made in OBJECT_MEMBERS else made


def parameter_name(name: str) -> str:
    """The parameter of a method for a key or a function's parameter."""
    made = camel(_joined(name))
    return f"{made}Escaped" if made in KEYWORDS else made


def natural_class(name: str) -> str:
    """`HttpServer` for a type called `HTTPServer`."""
    made = pascal(in_title_case(name))
    taken = made in JAVA_LANG | _BOXES or made.lower() in _NEVER_TYPES | _WINDOWS_DEVICES
    return f"{made}Type" if taken else made


def natural_property(name: str) -> str:
    """What follows `get` and `set`: `ProductId` for `ProductID`."""
    made = pascal(in_title_case(name))
    return f"{made}Property" if made in MODEL_MEMBERS else made


def natural_accessor(name: str) -> str:
    """The method of a builder for a segment called `name`."""
    made = camel(in_title_case(name))
    return f"{made}Path" if made in KEYWORDS or made in OBJECT_MEMBERS else made


def natural_parameter(name: str) -> str:
    """The parameter of a method: `productId` for `ProductID`."""
    made = camel(in_title_case(name))
    return f"{made}Value" if made in KEYWORDS else made


def package_segment(name: str) -> str:
    """One part of a package's name, and a folder: in lower case."""
    made = "".join(identifier(part) for part in name.split(".") if part).lower() or "x"
    if made in KEYWORDS or made in _WINDOWS_DEVICES:
        made += "escaped"
    return made


def shortened(name: str, longest: int) -> str:
    """`name`, or its head and a digest where it is longer than `longest` (at least 20)."""
    if len(name.encode()) <= longest:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    head = name.encode()[: max(longest, 20) - 9].decode(errors="ignore")
    return f"{head}_{digest}"
