"""Python names for schema names, in two styles.

`snake_case` has the rule of the official SDK's generator, an underscore before every capital (`cloudPCs` is
`cloud_p_cs`); `words` knows abbreviations (`ProductID` is `product_id`). Classes and enum members have a capital
first, and a trailing underscore is put behind what Python reserves, in whatever case (`None_`, `from_`, `list_`).

Schema names are hostile: any Unicode letter may occur (OData CSDL XML 4.01, section 15.2).
"""

from __future__ import annotations

import hashlib
import keyword
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

__all__ = [
    "MODEL_MEMBERS",
    "attribute_name",
    "class_name",
    "member_name",
    "module_name",
    "parameter_name",
    "snake_case",
    "words",
    "words_class_name",
]

# Reserved in any case: `none` gives the member `None_` and the attribute `none_`.
_RESERVED = frozenset(word.lower() for word in keyword.kwlist) | {"list", "property"}

# What modules of models bind for themselves and tests of type checkers look for by name.
_BOUND_BY_MODULES = frozenset({"TYPE_CHECKING"})

# What every generated model has of its own (runtime/model.py); a test compares the two.
MODEL_MEMBERS = frozenset(
    {
        "additional_data",
        "copy",
        "from_dict",
        "from_json",
        "is_set",
        "odata_bind",
        "odata_etag",
        "odata_type",
        "to_dict",
        "to_json",
        "validate",
        "validate_or_raise",
    }
)

# Device names that Windows refuses as file names, with any extension.
_WINDOWS_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "clock$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)

_ASCII_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*\Z")
_CAPITAL = re.compile(r"(?<=[^_])(?=[A-Z])")
# Where words begin: behind a small letter or digit, and with the last capital before a small one. The plural of an
# abbreviation is one word (`userIDs`, `URLs`).
_WORD = re.compile(r"(?<=[^\W_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z](?!s(?:[^a-z]|$))[^\W_A-Z0-9])")
_LONGEST_FILE_STEM = 100


@lru_cache(maxsize=65536)
def _identifier(name: str) -> str:
    """`name` with everything that Python identifiers cannot hold made an underscore.

    NFKC, because the Python parser applies it to identifiers and would otherwise see two names as one.
    Leading underscores go: they make a name private, mangled or special (`__init__`).
    """
    if _ASCII_NAME.match(name):
        return name
    normal = unicodedata.normalize("NFKC", name)
    kept = "".join(c if ("a" + c).isidentifier() else "_" for c in normal).lstrip("_")
    if not kept:
        return "x"
    return kept if kept[0].isidentifier() else "x" + kept


def _normal(name: str) -> str:
    # Changing case can undo NFKC (`İ` gives two code points).
    return name if name.isascii() else unicodedata.normalize("NFKC", name)


def _unreserved(name: str) -> str:
    return name + "_" if name.lower() in _RESERVED else name


@lru_cache(maxsize=65536)
def snake_case(name: str) -> str:
    """`name` in lower case with an underscore before each capital but the first; may be reserved."""
    plain = _identifier(name)
    if plain.isascii():
        return _CAPITAL.sub("_", plain).lower()
    parts = [
        "_" + c if at and c.isupper() and plain[at - 1] != "_" else c for at, c in enumerate(plain)
    ]
    return _normal("".join(parts).lower())


@lru_cache(maxsize=65536)
def words(name: str) -> str:
    """`name` in lower case with an underscore between its words (`DVDTitle` is `dvd_title`); may be reserved."""
    plain = _identifier(name)
    if not plain.isascii():
        return snake_case(name)
    return re.sub("__+", "_", _WORD.sub("_", plain)).lower()


def attribute_name(name: str, snake_case: Callable[[str], str] = snake_case) -> str:
    """The attribute of a model for a property called `name`."""
    snake = snake_case(name)
    if snake in MODEL_MEMBERS:
        return snake + "_property"
    return _unreserved(snake)


def parameter_name(name: str, snake_case: Callable[[str], str] = snake_case) -> str:
    """The parameter of a function, or the method or property of a builder, for `name`."""
    return _unreserved(snake_case(name))


def class_name(name: str) -> str:
    """The class for a type called `name` (without its namespace)."""
    plain = _identifier(name)
    made = _unreserved(_normal(plain[0].upper() + plain[1:]))
    return made + "_" if made in _BOUND_BY_MODULES else made


def words_class_name(name: str) -> str:
    """The class for a type called `name`, its words joined: `List_of_product` is `ListOfProduct`."""
    parts = [part for part in _identifier(name).split("_") if part]
    return class_name("".join(part[0].upper() + part[1:] for part in parts) or name)


def member_name(name: str) -> str:
    """The member of an enum class for a member called `name`."""
    # Enum keeps `mro` and names of the shape `_x_` for itself; a capital first avoids both.
    return class_name(name)


def module_name(name: str, snake_case: Callable[[str], str] = snake_case) -> str:
    """The module or package for a type or namespace part called `name`: a safe file name as well."""
    snake = _unreserved(snake_case(name))
    if snake in _WINDOWS_DEVICES:
        snake += "_"
    if len(snake.encode()) > _LONGEST_FILE_STEM:
        digest = hashlib.sha256(name.encode()).hexdigest()[:8]
        head = snake.encode()[: _LONGEST_FILE_STEM - 9].decode(errors="ignore")
        snake = f"{head.rstrip('_')}_{digest}"
    return snake
