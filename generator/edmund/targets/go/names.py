"""Go names for schema names: the ones that users of the official Go SDK already write.

Types and methods have a capital first (`identityApiConnector` is `IdentityApiConnector`), everything else stays
as it is spelled. Members of enumerations are constants of the package, in capitals with their type behind
them (`HIGH_IMPORTANCE`).

Schema names are hostile: any Unicode letter may occur (OData CSDL XML 4.01, section 15.2), while Go's
identifiers have letters and decimal digits alone, and are exported only behind a capital.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

__all__ = [
    "KEYWORDS",
    "MODEL_MEMBERS",
    "constant_name",
    "escaped",
    "exported",
    "file_stem",
    "is_bound",
    "package_name",
    "parameter_name",
    "property_name",
    "snake_case",
    "unexported",
]

KEYWORDS = frozenset(
    [
        "break",
        "case",
        "chan",
        "const",
        "continue",
        "default",
        "defer",
        "else",
        "fallthrough",
        "for",
        "func",
        "go",
        "goto",
        "if",
        "import",
        "interface",
        "map",
        "package",
        "range",
        "return",
        "select",
        "struct",
        "switch",
        "type",
        "var",
    ]
)

# What every model has of its own (runtime/odata/object.go): a base type is embedded as a field of its name,
# which would hide a method that is called the same.
MODEL_MEMBERS = frozenset(
    {
        "GetAdditionalData",
        "GetOdataType",
        "GoString",
        "IsSet",
        "MarshalJSON",
        "SetAdditionalData",
        "SetOdataType",
        "String",
        "UnmarshalJSON",
        "Unset",
    }
)

# What functions of generated code name beside their parameters: the language's own names, which a parameter
# would hide, packages, and variables.
_BOUND = frozenset(
    [
        "any",
        "append",
        "bool",
        "byte",
        "cap",
        "clear",
        "close",
        "comparable",
        "complex",
        "complex128",
        "complex64",
        "copy",
        "delete",
        "error",
        "false",
        "float32",
        "float64",
        "imag",
        "int",
        "int16",
        "int32",
        "int64",
        "int8",
        "iota",
        "len",
        "make",
        "max",
        "min",
        "new",
        "nil",
        "panic",
        "print",
        "println",
        "real",
        "recover",
        "rune",
        "string",
        "true",
        "uint",
        "uint16",
        "uint32",
        "uint64",
        "uint8",
        "uintptr",
        "b",
        "builders",
        "context",
        "ctx",
        "err",
        "models",
        "odata",
        "time",
    ]
)

# File names that end so are for one system, one processor or for tests alone (go help buildconstraint).
_BUILD_SUFFIXES = frozenset(
    [
        "aix",
        "android",
        "darwin",
        "dragonfly",
        "freebsd",
        "hurd",
        "illumos",
        "ios",
        "js",
        "linux",
        "nacl",
        "netbsd",
        "openbsd",
        "plan9",
        "solaris",
        "unix",
        "wasip1",
        "windows",
        "zos",
        "386",
        "amd64",
        "amd64p32",
        "arm",
        "arm64",
        "arm64be",
        "armbe",
        "loong64",
        "mips",
        "mips64",
        "mips64le",
        "mips64p32",
        "mips64p32le",
        "mipsle",
        "ppc",
        "ppc64",
        "ppc64le",
        "riscv",
        "riscv64",
        "s390",
        "s390x",
        "sparc",
        "sparc64",
        "wasm",
        "test",
    ]
)

# Device names that Windows refuses as file names, with any extension.
_WINDOWS_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "clock$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)

_CAPITAL = re.compile(r"(?<=[^_])(?=[A-Z])")
_LONGEST_FILE_STEM = 80


@lru_cache(maxsize=65536)
def _letters(name: str) -> str:
    """`name` with everything that Go's identifiers cannot hold made an underscore, none of them first."""
    if name.isascii():
        kept = re.sub(r"[^A-Za-z0-9_]", "_", name)
    else:
        normal = unicodedata.normalize("NFC", name)
        kept = "".join(c if _is_letter(c) or _is_digit(c) else "_" for c in normal)
    return kept.lstrip("_") or "X"


def _is_letter(c: str) -> bool:
    return c == "_" or unicodedata.category(c) in ("Lu", "Ll", "Lt", "Lm", "Lo")


def _is_digit(c: str) -> bool:
    return unicodedata.category(c) == "Nd"


@lru_cache(maxsize=65536)
def exported(name: str) -> str:
    """`name` with a capital first: what other packages see."""
    plain = _letters(name)
    first = plain[0].upper()
    if len(first) == 1 and unicodedata.category(first) == "Lu":
        return first + plain[1:]
    return "X" + plain


@lru_cache(maxsize=65536)
def escaped(name: str) -> str:
    """`exported`, as the official SDK has it for what Go reserves: `GetTypeEscaped` reads `type`."""
    reserved = name.lower() in KEYWORDS or name.lower() == "error"
    return f"{exported(name)}Escaped" if reserved else exported(name)


def _capitalised(word: str) -> str:
    first = word[:1].upper()
    return first + word[1:] if len(first) == 1 else word


@lru_cache(maxsize=65536)
def property_name(name: str) -> str:
    """What follows `Get` and `Set` for a property: `PostalCode` for `postal_code`, `TypeEscaped` for `type`.

    Only keywords are escaped, which `error` is none of.
    """
    plain = exported("".join(map(_capitalised, _letters(name).split("_"))))
    return f"{plain}Escaped" if name.lower() in KEYWORDS else plain


@lru_cache(maxsize=65536)
def unexported(name: str) -> str:
    """`name` with a small letter first: what only its own package sees."""
    plain = _letters(name)
    first = plain[0].lower()
    if len(first) == 1 and unicodedata.category(first) == "Ll":
        return first + plain[1:]
    return "x" + plain


def is_bound(name: str) -> bool:
    """Whether functions of generated code mean something else by `name` than a parameter."""
    return name in KEYWORDS or name in _BOUND


def parameter_name(name: str) -> str:
    """The parameter of a function for `name`."""
    plain = unexported(name)
    return f"{plain}Escaped" if is_bound(plain) else plain


def constant_name(member: str, type_: str) -> str:
    """The constant for a member of the enumeration whose Go type is `type_`."""
    return exported(f"{exported(member).upper()}_{type_.upper()}")


@lru_cache(maxsize=65536)
def snake_case(name: str) -> str:
    """`name` in lower case with an underscore before each capital but the first."""
    return _CAPITAL.sub("_", _letters(name)).lower()


def file_stem(name: str) -> str:
    """The name of a file, without its ending, for a type called `name`: one that every system builds."""
    stem = snake_case(name)
    if stem.rpartition("_")[2] in _BUILD_SUFFIXES or stem in _WINDOWS_DEVICES:
        stem += "_type"
    if len(stem.encode()) > _LONGEST_FILE_STEM:
        digest = hashlib.sha256(name.encode()).hexdigest()[:8]
        head = stem.encode()[: _LONGEST_FILE_STEM - 9].decode(errors="ignore")
        stem = f"{head.rstrip('_')}_{digest}"
    return stem


def package_name(name: str) -> str:
    """The package for a namespace part called `name`: small letters and digits."""
    plain = "".join(c for c in _letters(name).lower() if c.isascii() and c.isalnum())
    if not plain or not plain[0].isalpha():
        plain = f"p{plain}"
    known = (
        plain in KEYWORDS or plain in _WINDOWS_DEVICES or plain in ("internal", "main", "vendor")
    )
    return f"{plain}ns" if known else plain
