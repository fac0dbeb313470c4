"""Reading a CSDL document: the wrapper, its references and its schemas (CSDL XML 4.01, 3 to 5)."""

from __future__ import annotations

from collections.abc import Sequence

from edmund.csdl.annotations import read_annotations
from edmund.csdl.attributes import (
    check_attributes,
    read_alias,
    read_namespace,
    read_qualifier,
    read_required,
    suggest,
)
from edmund.csdl.children import EDM, EDMX, known_children, namespace_hint, only_one, read_each
from edmund.csdl.document import (
    Document,
    IncludeAnnotationsElement,
    IncludeElement,
    ReferenceElement,
    SchemaElement,
)
from edmund.csdl.findings import Code, Findings
from edmund.csdl.json.elements import document_element
from edmund.csdl.json.members import Source
from edmund.csdl.json.scanner import Places, scan_json
from edmund.csdl.members import NO_CHILDREN, read_only_annotations
from edmund.csdl.names import path_problem
from edmund.csdl.older.documents import brought_up, is_old
from edmund.csdl.parser import XmlElement, document_text, parse_xml
from edmund.csdl.schema import read_schema
from edmund.diagnostics import Diagnostic, EdmundError, Note, raise_on_errors

__all__ = ["VERSIONS", "is_json", "parse_document"]

VERSIONS = ("4.0", "4.01")
"""Values of Version in the wrapper of OData 4 (section 3.1)."""

_EDMX = frozenset({"Version"})
_EDMX_CHILDREN = frozenset({"Reference", "DataServices"})
_DATA_SERVICES_CHILDREN = frozenset({"Schema"})
_REFERENCE = frozenset({"Uri"})
_REFERENCE_CHILDREN = frozenset({"Include", "IncludeAnnotations"})
_INCLUDE = frozenset({"Namespace", "Alias"})
_INCLUDE_ANNOTATIONS = frozenset({"TermNamespace", "TargetNamespace", "Qualifier"})


def parse_document(data: bytes, source: str) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Read one CSDL document, XML or JSON: its first character tells which.

    One of OData 1 to 3 is brought up to 4.01; the Document says which version it was.

    `source` is the name that spans carry, as the user gave it; nothing is opened by it, and references
    are never fetched. Gives the Document and the warnings about it. Raises `EdmundError` with
    everything found when something is an error; the codes are those of `edmund.csdl.findings`.
    """
    findings = Findings(source)
    root = (
        _read_json(data, source, findings) if is_json(data) else parse_xml(data, source, findings)
    )
    old_version = None
    if is_old(root):
        root, old_version = brought_up(root, findings)
    else:
        _check_root(root, findings)
        if findings.has_errors:
            raise EdmundError(findings.in_document_order())
    check_attributes(root, _EDMX, findings)
    version = _read_version(root, findings)
    children = known_children(root, _EDMX_CHILDREN, findings, EDMX)
    references = read_each(children, "Reference", _read_reference, findings)
    _check_base(root, references, findings)
    schemas = _read_schemas(root, children, findings)
    _check_aliases(references, schemas, findings)
    diagnostics = findings.in_document_order()
    raise_on_errors(diagnostics)
    return Document(source, old_version or version, references, schemas, root.span), diagnostics


def is_json(data: bytes) -> bool:
    """Whether a document is to be read as JSON: it begins with a brace or bracket."""
    return data[:400].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1] in (b"{", b"[")


def _read_json(data: bytes, source: str, findings: Findings) -> XmlElement:
    text, _ = document_text(data, source)
    places = Places(text, source)
    return document_element(
        scan_json(text, places, findings), Source(places, findings), places.span(0)
    )


def _check_root(root: XmlElement, findings: Findings) -> None:
    """The root must be `Edmx` of the 4.x namespace; anything else is told what it seems to be."""
    if root.name == "Edmx" and root.namespace == EDMX:
        return
    if root.name == "Edmx":
        findings.error(
            Code.NAMESPACE,
            f"Edmx is of the namespace '{root.namespace}', not '{EDMX}'",
            root.span,
            hint=namespace_hint(root.namespace, EDMX),
        )
    elif root.name == "Schema" and root.namespace == EDM:
        findings.error(
            Code.NOT_CSDL,
            "the document is a Schema without its wrapper",
            root.span,
            hint=(
                f'put it into <edmx:Edmx xmlns:edmx="{EDMX}" Version="4.0">'
                "<edmx:DataServices>...</edmx:DataServices></edmx:Edmx>"
            ),
        )
    elif root.name == "Schema":
        findings.error(
            Code.NAMESPACE,
            f"Schema is of the namespace '{root.namespace}', not '{EDM}'",
            root.span,
            hint=namespace_hint(root.namespace, EDM),
        )
    else:
        findings.error(
            Code.NOT_CSDL,
            f"the root element is '{root.name}', not edmx:Edmx",
            root.span,
            hint=_root_hint(root),
        )


def _root_hint(root: XmlElement) -> str:
    if root.name.lower() == "html":
        return "this is HTML, a sign-in or error page perhaps; CSDL is the answer to GET /$metadata"
    if root.name == "service":
        return "this is the service document; CSDL is the answer to GET /$metadata"
    if root.name.lower() == "error":
        return "this is an error that a service answered; CSDL is the answer to GET /$metadata"
    return (
        suggest(root.name[:128], frozenset({"Edmx"}))
        or "CSDL is the answer of a service to GET /$metadata"
    )


def _read_version(root: XmlElement, findings: Findings) -> str:
    version = read_required(root, "Version", findings)
    if version is not None and version not in VERSIONS:
        findings.error(
            Code.VERSION,
            f"Version '{version}' is not read; 4.0 and 4.01 are",
            root.span,
            hint=namespace_hint(_OLD, EDMX) if version[:1] in ("1", "2", "3") else None,
        )
    return version or ""


_OLD = "http://schemas.microsoft.com/ado/"


def _read_schemas(
    root: XmlElement, children: Sequence[XmlElement], findings: Findings
) -> tuple[SchemaElement, ...]:
    services = only_one([c for c in children if c.name == "DataServices"], root, findings)
    if services is None:
        findings.error(Code.STRUCTURE, "Edmx has no DataServices", root.span)
        return ()
    check_attributes(services, NO_CHILDREN, findings)
    found = known_children(services, _DATA_SERVICES_CHILDREN, findings, EDM)
    if not found and not findings.has_errors:
        findings.error(Code.STRUCTURE, "DataServices has no Schema", services.span)
    return read_each(found, "Schema", read_schema, findings)


def _read_reference(element: XmlElement, findings: Findings) -> ReferenceElement | None:
    """A reference (section 3.3). Its Uri is kept as written and never resolved or fetched."""
    check_attributes(element, _REFERENCE, findings)
    uri = read_required(element, "Uri", findings)
    if uri is not None:
        problem = _uri_problem(uri)
        if problem is not None:
            message = f"Uri '{uri}' of Reference is not a URI: {problem}"
            findings.error(Code.REFERENCE_URI, message, element.span)
    annotated = [c for c in element.children if c.name == "Annotation" and c.namespace == EDM]
    rest = tuple(
        [
            child
            for child in element.children
            if child.name != "Annotation" or child.namespace != EDM
        ]
    )
    wrapped = element._replace(children=rest)
    children = known_children(wrapped, _REFERENCE_CHILDREN, findings, EDMX)
    includes = read_each(children, "Include", _read_include, findings)
    include_annotations = read_each(
        children, "IncludeAnnotations", _read_include_annotations, findings
    )
    annotations = read_annotations(annotated, findings)
    if not element.children:
        findings.warning(
            Code.EMPTY_REFERENCE, f"the reference to '{uri}' includes nothing", element.span
        )
    if uri is None:
        return None
    return ReferenceElement(uri, includes, include_annotations, annotations, element.span)


def _check_base(
    root: XmlElement, references: Sequence[ReferenceElement], findings: Findings
) -> None:
    """A relative Uri under xml:base would mean another file to others than it does here."""
    elements = [root, *root.children]
    base = next((e.attributes[_XML_BASE] for e in elements if _XML_BASE in e.attributes), None)
    if base is None:
        return
    for reference in references:
        if not reference.uri.lower().startswith(("http://", "https://")):
            findings.error(
                Code.XML_BASE,
                f"the reference to '{reference.uri}' is refused: xml:base '{base}' is not honoured",
                reference.span,
                hint="remove xml:base; nothing is fetched, pass the file with --metadata",
            )


def _check_aliases(
    references: Sequence[ReferenceElement], schemas: Sequence[SchemaElement], findings: Findings
) -> None:
    """An alias stands for one namespace in a document (section 5.1.2)."""
    elements: list[IncludeElement | SchemaElement] = []
    for reference in references:
        elements += reference.includes
    elements += schemas
    named: dict[str, IncludeElement | SchemaElement] = {}
    for element in elements:
        if element.alias is None:
            continue
        first = named.setdefault(element.alias, element)
        if first.namespace != element.namespace:
            findings.error(
                Code.DUPLICATE_ALIAS,
                f"alias '{element.alias}' is both '{first.namespace}' and '{element.namespace}'",
                element.span,
                notes=(Note("it is first declared here", first.span),),
            )


_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"


def _uri_problem(uri: str) -> str | None:
    if not uri.strip():
        return "it is empty"
    return "it contains spaces" if " " in uri else path_problem(uri)


def _read_include(element: XmlElement, findings: Findings) -> IncludeElement | None:
    check_attributes(element, _INCLUDE, findings)
    namespace = read_namespace(element, "Namespace", findings)
    alias = read_alias(element, findings)
    annotations = read_only_annotations(element, findings)
    if namespace is None:
        return None
    return IncludeElement(namespace, alias, element.span, annotations)


def _read_include_annotations(
    element: XmlElement, findings: Findings
) -> IncludeAnnotationsElement | None:
    check_attributes(element, _INCLUDE_ANNOTATIONS, findings)
    if element.children or element.text:
        known_children(element, NO_CHILDREN, findings)
    term_namespace = read_namespace(element, "TermNamespace", findings)
    target_namespace = (
        read_namespace(element, "TargetNamespace", findings)
        if "TargetNamespace" in element.attributes
        else None
    )
    qualifier = read_qualifier(element, findings)
    if term_namespace is None:
        return None
    return IncludeAnnotationsElement(term_namespace, target_namespace, qualifier, element.span)
