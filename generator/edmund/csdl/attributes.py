"""Attributes of one element as typed values. A bad one is a finding at the element's place.

Each reader takes the element, the attribute's name and the findings; it gives None for an absent
attribute and for a bad one, which is an error anyway.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from edmund.csdl.facets import NO_FACETS, FacetAttributes, MaxLength, ScaleKeyword
from edmund.csdl.findings import Code, Findings
from edmund.csdl.names import (
    RESERVED_NAMESPACES,
    is_qualified_name,
    is_spellable,
    is_spellable_reference,
    is_type_reference,
    namespace_problem,
    path_problem,
    simple_identifier_problem,
)
from edmund.csdl.parser import XmlElement
from edmund.suggestions import did_you_mean, suggestion

__all__ = [
    "FACETS",
    "check_attributes",
    "check_reserved",
    "read_alias",
    "read_boolean",
    "read_facets",
    "read_name",
    "read_namespace",
    "read_optional_name",
    "read_optional_path",
    "read_optional_qualified_name",
    "read_path",
    "read_qualified_name",
    "read_qualifier",
    "read_reference",
    "read_required",
    "read_type",
    "suggest",
]

FACETS = frozenset({"MaxLength", "Precision", "Scale", "Unicode", "SRID"})

_XML = "http://www.w3.org/XML/1998/namespace"
_SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
_NON_NEGATIVE = re.compile(r"\+?[0-9]{1,10}")


@lru_cache(maxsize=1024)
def suggest(name: str, known: frozenset[str]) -> str | None:
    """A hint that names the known spelling nearest to `name`, or None when none is near."""
    return suggestion(name, known)


def check_attributes(element: XmlElement, known: frozenset[str], findings: Findings) -> None:
    """Report attributes that `element` does not have."""
    if element.attributes.keys() <= known:
        return
    for name in element.attributes:
        if name in known:
            continue
        namespace, _, local = name.rpartition("}")
        namespace = namespace[1:]
        if not namespace:
            findings.warning(
                Code.UNKNOWN_ATTRIBUTE,
                f"{element.name} has no attribute '{name}'; it is ignored",
                element.span,
                hint=suggest(name[:128], known) if findings.has_room else None,
            )
        elif namespace == _XML:
            if local == "base":
                findings.warning(
                    Code.XML_BASE,
                    "xml:base is not honoured: references are never resolved against it",
                    element.span,
                )
        elif namespace != _SCHEMA_INSTANCE:
            findings.warning(
                Code.FOREIGN_ATTRIBUTE,
                f"attribute '{local}' of namespace '{namespace}' is not CSDL; it is ignored",
                element.span,
            )


def _bad_value(element: XmlElement, name: str, must: str, findings: Findings) -> None:
    findings.error(
        Code.ATTRIBUTE_VALUE,
        f"{name} of {element.name} must be {must}, not '{element.attributes[name]}'",
        element.span,
    )


def read_required(element: XmlElement, name: str, findings: Findings) -> str | None:
    """The text of a required attribute."""
    text = element.attributes.get(name)
    if text is None:
        near = [given for given in element.attributes if given.lower() == name.lower()]
        findings.error(
            Code.MISSING_ATTRIBUTE,
            f"{element.name} has no {name}",
            element.span,
            hint=f"attribute names are case-sensitive: '{near[0]}' is not {name}" if near else None,
        )
    return text


def read_boolean(element: XmlElement, name: str, findings: Findings) -> bool | None:
    """true, false, 1 or 0 (XML Schema's boolean)."""
    text = element.attributes.get(name)
    if text is None:
        return None
    stripped = text.strip(" \t\r\n")
    value = _BOOLEANS.get(stripped)
    if value is not None:
        return value
    value = _BOOLEANS.get(stripped.lower())  # .NET writes `True`
    if value is None:
        _bad_value(element, name, "true or false", findings)
    else:
        findings.warning(
            Code.ATTRIBUTE_VALUE,
            f"{name} of {element.name} is '{stripped}', which is taken for '{stripped.lower()}'",
            element.span,
        )
    return value


def _identifier(element: XmlElement, name: str, text: str, findings: Findings) -> str | None:
    problem = simple_identifier_problem(text)
    if problem is None:
        return text
    message = f"{name} '{text}' of {element.name} is not a simple identifier: {problem}"
    if is_spellable(text):
        findings.warning(Code.NAME, f"{message}; it is taken as it is", element.span)
        return text
    findings.error(
        Code.NAME,
        message,
        element.span,
        hint="a letter or underscore, then at most 127 letters, digits and underscores",
    )
    return None


def read_name(element: XmlElement, name: str, findings: Findings) -> str | None:
    """A required name: a simple identifier (section 15.2), or, with a warning, what a service has in
    its place. Code has names of its own, and on the wire any text can stand."""
    text = read_required(element, name, findings)
    return None if text is None else _identifier(element, name, text, findings)


def read_optional_name(element: XmlElement, name: str, findings: Findings) -> str | None:
    """A simple identifier that may be absent."""
    text = element.attributes.get(name)
    return None if text is None else _identifier(element, name, text, findings)


def read_qualifier(element: XmlElement, findings: Findings) -> str | None:
    """The Qualifier of an annotation (section 14.2.3): a simple identifier.

    Microsoft Graph has qualifiers with dots. They mean no harm, so they are kept with a warning.
    """
    text = element.attributes.get("Qualifier")
    if text is not None and "." in text and namespace_problem(text) is None:
        findings.warning(
            Code.QUALIFIER,
            f"Qualifier '{text}' of {element.name} is not a simple identifier; it is kept",
            element.span,
        )
        return text
    return read_optional_name(element, "Qualifier", findings)


def read_alias(element: XmlElement, findings: Findings) -> str | None:
    """The Alias of a schema or include: a simple identifier that is not reserved (5.1.2).

    One with dots is taken, with a warning: what is written with it can be told all the same.
    """
    alias = read_optional_name(element, "Alias", findings)
    if alias is not None:
        check_reserved(element, "Alias", alias, findings)
    return alias


def check_reserved(element: XmlElement, name: str, text: str, findings: Findings) -> None:
    """Report a namespace or alias that is the specification's own.

    `System` is reserved and stands for nothing; services have types there, so it is a warning.
    """
    if text not in RESERVED_NAMESPACES:
        return
    message = f"{name} '{text}' of {element.name} is reserved by the specification"
    if text == "System":
        findings.warning(Code.RESERVED_NAMESPACE, message, element.span)
    else:
        findings.error(Code.RESERVED_NAMESPACE, message, element.span)


def read_namespace(element: XmlElement, name: str, findings: Findings) -> str | None:
    """A required namespace (section 5.1.1): dotted simple identifiers."""
    text = read_required(element, name, findings)
    if text is None:
        return None
    problem = namespace_problem(text)
    if problem is None:
        return text
    findings.error(
        Code.NAMESPACE_NAME,
        f"{name} '{text}' of {element.name} is not a namespace: {problem}",
        element.span,
        hint="simple identifiers joined by single dots, such as com.example.sales",
    )
    return None


def _qualified(
    element: XmlElement, name: str, text: str, findings: Findings, *, strict: bool
) -> str | None:
    spellable = not strict and "(" not in text and is_spellable_reference(text)
    if spellable or is_qualified_name(text):
        return text
    findings.error(
        Code.QUALIFIED_NAME,
        f"{name} '{text}' of {element.name} is not a qualified name",
        element.span,
        hint=_qualified_hint(text),
    )
    return None


def _qualified_hint(text: str) -> str:
    if "#" in text:
        return "a qualifier stands in the attribute Qualifier"
    if text.startswith("Collection("):
        return "a collection cannot stand here"
    return "a namespace or alias, a dot, a name"


def read_qualified_name(element: XmlElement, name: str, findings: Findings) -> str | None:
    """A required qualified name (section 15.3)."""
    text = read_required(element, name, findings)
    return None if text is None else _qualified(element, name, text, findings, strict=True)


def read_reference(element: XmlElement, name: str, findings: Findings) -> str | None:
    """A required qualified name of an element whose own name may be no simple identifier."""
    text = read_required(element, name, findings)
    return None if text is None else _qualified(element, name, text, findings, strict=False)


def read_optional_qualified_name(element: XmlElement, name: str, findings: Findings) -> str | None:
    """A qualified name that may be absent; as `read_reference`."""
    text = element.attributes.get(name)
    return None if text is None else _qualified(element, name, text, findings, strict=False)


def read_type(element: XmlElement, findings: Findings) -> str | None:
    """The required Type: a qualified name or `Collection(...)` of one (section 15.4)."""
    text = read_required(element, "Type", findings)
    if text is None or is_type_reference(text) or is_spellable_reference(text):
        return text
    findings.error(
        Code.TYPE_REFERENCE,
        f"Type '{text}' of {element.name} is not a type",
        element.span,
        hint=_type_hint(text),
    )
    return None


_PRIMITIVES = [
    "Binary",
    "Boolean",
    "Byte",
    "Date",
    "DateTimeOffset",
    "Decimal",
    "Double",
    "Duration",
    "Guid",
    "Int16",
    "Int32",
    "Int64",
    "SByte",
    "Single",
    "Stream",
    "String",
    "TimeOfDay",
    "Geography",
    "GeographyPoint",
    "Geometry",
    "GeometryPoint",
    "PrimitiveType",
    "ComplexType",
    "EntityType",
    "Untyped",
]


def _type_hint(text: str) -> str:
    if text.startswith("Collection(Collection("):
        return "a collection of collections does not exist"
    for primitive in _PRIMITIVES:
        if text.lower() == primitive.lower():
            return did_you_mean([f"Edm.{primitive}"]) or ""
    return "a namespace or alias, a dot, a name; or Collection(...) of that"


def _path(element: XmlElement, name: str, text: str, findings: Findings) -> str | None:
    problem = "it is empty" if not text.strip() else path_problem(text)
    if problem is None:
        return text
    message = f"{name} '{text}' of {element.name} is not a path: {problem}"
    findings.error(Code.PATH, message, element.span)
    return None


def read_path(element: XmlElement, name: str, findings: Findings) -> str | None:
    """A required path or target, never empty."""
    text = read_required(element, name, findings)
    return None if text is None else _path(element, name, text, findings)


def read_optional_path(element: XmlElement, name: str, findings: Findings) -> str | None:
    """A path or target that may be absent."""
    text = element.attributes.get(name)
    return None if text is None else _path(element, name, text, findings)


def _non_negative(element: XmlElement, name: str, findings: Findings) -> int | None:
    text = element.attributes.get(name)
    if text is None:
        return None
    if not _NON_NEGATIVE.fullmatch(text.strip(" \t\r\n")):
        _bad_value(element, name, "a non-negative integer", findings)
        return None
    return int(text)


def _keyword(
    element: XmlElement, name: str, keywords: Sequence[ScaleKeyword], findings: Findings
) -> int | ScaleKeyword | None:
    # Microsoft's library writes `Variable` where the specification says `variable`.
    text = element.attributes.get(name)
    if text is None:
        return None
    for keyword in keywords:
        if text.strip(" \t\r\n").lower() == keyword.value:
            return keyword
    if not _NON_NEGATIVE.fullmatch(text.strip(" \t\r\n")):
        names = " or ".join(keyword.value for keyword in keywords)
        _bad_value(element, name, f"a non-negative integer or {names}", findings)
        return None
    return int(text)


def _max_length(element: XmlElement, findings: Findings) -> int | MaxLength | None:
    text = element.attributes.get("MaxLength")
    if text is not None and text.strip(" \t\r\n").lower() == MaxLength.MAX.value:
        return MaxLength.MAX
    return _non_negative(element, "MaxLength", findings)


def read_facets(element: XmlElement, findings: Findings) -> FacetAttributes:
    """The facets of a type in use (section 7.2); Nullable and DefaultValue are read apart."""
    if element.attributes.keys().isdisjoint(FACETS):
        return NO_FACETS
    return FacetAttributes(
        max_length=_max_length(element, findings),
        precision=_non_negative(element, "Precision", findings),
        scale=_keyword(element, "Scale", (ScaleKeyword.VARIABLE, ScaleKeyword.FLOATING), findings),
        unicode=read_boolean(element, "Unicode", findings),
        srid=_keyword(element, "SRID", (ScaleKeyword.VARIABLE,), findings),
    )
