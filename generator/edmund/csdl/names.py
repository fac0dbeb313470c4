"""The syntax of names: simple identifiers, namespaces, qualified names, type references.

OData CSDL XML 4.01, section 15. Names become identifiers, module names and folders in generated code,
and what the specification does not allow is told here. Services have names with blanks, hyphens, digits
first; they are what goes over the wire, so they are kept, and code finds names of its own for them.
Format characters (category Cf: bidirectional controls, zero-width joiners) are allowed by the
specification inside an identifier and refused here all the same: nobody sees them, so a name with
one can pass for another.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = [
    "MAX_NAME",
    "MAX_NAMESPACE",
    "RESERVED_NAMESPACES",
    "is_qualified_name",
    "is_simple_identifier",
    "is_spellable",
    "is_spellable_reference",
    "is_type_reference",
    "namespace_problem",
    "path_problem",
    "simple_identifier_problem",
]

MAX_NAME = 128
"""Characters of a simple identifier (section 15.2)."""

MAX_NAMESPACE = 511
"""Characters of a namespace (section 5.1.1)."""

RESERVED_NAMESPACES = frozenset({"Edm", "odata", "System", "Transient"})
"""Namespaces and aliases that no schema may have (sections 5.1.1 and 5.1.2)."""

_ASCII_QUALIFIED = re.compile(r"(?:[A-Za-z_][A-Za-z0-9_]{0,127}\.)+[A-Za-z_][A-Za-z0-9_]{0,127}")

# Section 15.2: a letter or underscore, then letters, digits, marks and connectors.
_START = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nl"})
_CONTINUE = _START | {"Nd", "Mn", "Mc", "Pc"}


def simple_identifier_problem(text: str) -> str | None:
    """Why `text` is no simple identifier (section 15.2), or None when it is one."""
    if text.isascii() and text.isidentifier() and len(text) <= MAX_NAME:
        return None  # Python's identifiers are the same within ASCII, and checked faster
    if not text:
        return "it is empty"
    if len(text) > MAX_NAME:
        return f"it is longer than {MAX_NAME} characters"
    first = text[0]
    if first != "_" and unicodedata.category(first) not in _START:
        return f"it starts with {_show(first)}, which is neither letter nor underscore"
    for character in text:
        category = unicodedata.category(character)
        if category == "Cf":
            return f"it contains the invisible character {_show(character)}"
        if category not in _CONTINUE:
            return f"it contains {_show(character)}"
    return None


def _show(character: str) -> str:
    """A character for a message: itself when it can be seen, and its code point."""
    code = f"U+{ord(character):04X}"
    return f"'{character}' ({code})" if character.isprintable() and character != " " else code


def is_simple_identifier(text: str) -> bool:
    return simple_identifier_problem(text) is None


def namespace_problem(text: str) -> str | None:
    """Why `text` is no namespace: simple identifiers joined by dots (section 15.3)."""
    if len(text) > MAX_NAMESPACE:
        return f"it is longer than {MAX_NAMESPACE} characters"
    for part in text.split("."):
        problem = simple_identifier_problem(part)
        if problem is not None:
            return problem if part == text else f"of its part '{part}': {problem}"
    return None


def is_qualified_name(text: str) -> bool:
    """Whether `text` is a namespace or alias, a dot, and a simple identifier (section 15.3)."""
    # Nothing longer reaches the cache, which would keep it.
    return len(text) <= MAX_NAMESPACE + 1 + MAX_NAME and _is_qualified_name(text)


@lru_cache(maxsize=65536)
def _is_qualified_name(text: str) -> bool:
    if _ASCII_QUALIFIED.fullmatch(text):
        return True
    namespace, dot, name = text.rpartition(".")
    return bool(dot) and namespace_problem(namespace) is None and is_simple_identifier(name)


def is_spellable(text: str) -> bool:
    """Whether a service may call something so though it is no simple identifier.

    Any text can be written in JSON and, encoded, in a URL. What nobody can see or read to its end is
    refused all the same.
    """
    return bool(text.strip()) and len(text) <= MAX_NAMESPACE and path_problem(text) is None


def is_spellable_reference(text: str) -> bool:
    """Whether `text` may refer to a type or operation whose name is no simple identifier.

    The namespace still has to be one: what comes first is told from the name by its dots.
    """
    if text.startswith("Collection(") and text.endswith(")"):
        return is_spellable_reference(text[11:-1]) and not text.startswith("Collection(Collection(")
    namespace, dot, name = text.rpartition(".")
    return (
        bool(dot)
        and text == text.strip()
        and is_spellable(name)
        and not set(name) & _TELLING
        and namespace_problem(namespace) is None
    )


# A reference with one of these is meant to say something else: a qualifier, a path, a collection.
_TELLING = frozenset("#()")


def is_type_reference(text: str) -> bool:
    """Whether `text` is a qualified name or `Collection(qualified name)` (section 15.4)."""
    if text.startswith("Collection(") and text.endswith(")"):
        return is_qualified_name(text[11:-1])
    return is_qualified_name(text)


def path_problem(text: str) -> str | None:
    """Why `text` cannot be a path or target; None when nothing forbids it.

    What a path leads to is for the model to say. Here it must not hide anything: no control and no
    format characters.
    """
    if text.isascii() and text.isprintable():
        return None
    for character in text:
        if unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp"}:
            return f"it contains {_show(character)}"
    return None
