"""From bytes to a plain tree of elements with places. The only module that talks to XML parsers.

Two parsers read the same bytes. expat, which comes first, gives the exact place of every start tag,
however many lines the document has, and stops at whatever is refused: a DOCTYPE, too many attributes,
too deep a nesting. lxml then builds the tree, with entities, DTDs, the network and huge documents off.
The two must have seen the same number of elements. lxml's own line numbers end at 65,535 and name
the end of a start tag, so they are never used.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast
from xml.parsers import expat

from lxml import etree

from edmund.csdl.findings import Code, Findings
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span

__all__ = ["MAX_ATTRIBUTES", "MAX_DEPTH", "MAX_TEXT", "XmlElement", "document_text", "parse_xml"]

MAX_ATTRIBUTES = 100
"""Attributes on one element. CSDL's richest element, Term, has 11; reading 20,000 takes lxml seconds."""

MAX_DEPTH = 100
"""Nesting of elements. Real documents, with deep capability annotations, reach 16."""

MAX_TEXT = 10_000_000
"""Characters in one text or attribute; libxml2 has the same limit for one run of text."""

_DECLARATION = re.compile(
    r"""<\?xml\s+version\s*=\s*(?:"(?P<v1>[^"]*)"|'(?P<v2>[^']*)')"""
    r"""(?P<encoding>\s+encoding\s*=\s*(?:"(?P<e1>[^"]*)"|'(?P<e2>[^']*)'))?""",
    re.ASCII,
)


class XmlElement(NamedTuple):
    """One element. `text` is its character data without comments; attributes of no namespace are
    under their plain names, others under `{namespace}name`. `children` are in document order."""

    namespace: str
    name: str
    attributes: Mapping[str, str]
    children: tuple[XmlElement, ...]
    text: str
    span: Span


def parse_xml(data: bytes, source: str, findings: Findings | None = None) -> XmlElement:
    """Parse a document and give its root element.

    `source` is the name that spans carry; nothing is ever opened or fetched by it. `findings` gets the
    warnings. Raises `EdmundError` with one diagnostic: EDM101 to EDM105, or EDM110 for an HTML page.
    """
    utf8 = _as_utf8(data, source, findings)
    places = _read_places(utf8, source)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
        strip_cdata=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(utf8, parser)
    except etree.XMLSyntaxError as error:
        raise _refusal_of_lxml(error, source) from None
    tree_builder = _TreeBuilder(places, source)
    tree = tree_builder.build(root)
    if tree_builder.taken != len(places):  # the parsers disagree about what the document is
        raise _failed(Code.NOT_XML, "the document cannot be read reliably", Span(source))
    return tree


def _failed(code: Code, message: str, span: Span, hint: str | None = None) -> EdmundError:
    return EdmundError([Diagnostic(code.value, Severity.ERROR, message, span, hint)])


def document_text(data: bytes, source: str) -> tuple[str, str]:
    """The text of a document without its byte order mark, and "utf-8" or "utf-16".

    UTF-8 needs no mark; UTF-16 must have one (XML 1.0, section 4.3.3). Raises `EdmundError` (EDM101, EDM102).
    """
    start = Span(source, 1, 1)
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xfe\xff"):
        raise _failed(
            Code.EMPTY, "the file is empty", start, "CSDL is the answer to GET /$metadata"
        )
    if data.startswith(_GZIP):
        raise _failed(Code.ENCODING, "the file is compressed (gzip)", start, "unpack it: gunzip")
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise _failed(Code.ENCODING, "the file is UTF-32", start, _CONVERT)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    else:
        encoding = "utf-8"
        data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        place = _place_after(data[: error.start].decode(encoding, "ignore"), source)
        raise _failed(
            Code.ENCODING, f"the file is not valid {encoding.upper()}", place, _CONVERT
        ) from None
    if "\0" in text:
        raise _failed(
            Code.ENCODING,
            "the file has null characters",
            start,
            "UTF-16 needs a byte order mark; UTF-8 is simpler",
        )
    return text, encoding


def _as_utf8(data: bytes, source: str, findings: Findings | None) -> bytes:
    """The document as UTF-8 without byte order mark, its declared encoding blanked out.

    Positions stay what they were: columns count characters, and the blanks take the place of the
    encoding.
    """
    start = Span(source, 1, 1)
    text, encoding = document_text(data, source)
    if encoding == "utf-8":
        data = data.removeprefix(codecs.BOM_UTF8)
    declaration = _DECLARATION.match(text)
    if declaration is None:
        return data if encoding == "utf-8" else text.encode()
    version = declaration["v1"] or declaration["v2"]
    if version != "1.0":
        raise _failed(Code.NOT_XML, f"XML version {version!r} is not read, only 1.0", start)
    declared = declaration["e1"] or declaration["e2"]
    if declared is None:
        return data if encoding == "utf-8" else text.encode()
    if declared.lower() not in _ENCODINGS[encoding]:
        message = f"the file declares the encoding {declared!r} but is read as {encoding.upper()}"
        if not _is_same_text(data, declared):
            raise _failed(Code.ENCODING, message, start, _CONVERT)
        if findings is not None:
            findings.warning(Code.ENCODING, message, start, hint=_CONVERT)
    begin, end = declaration.span("encoding")
    if encoding == "utf-8":  # the declaration is ASCII, so characters are bytes there
        return data[:begin] + b" " * (end - begin) + data[end:]
    return (text[:begin] + " " * (end - begin) + text[end:]).encode()


def _is_same_text(data: bytes, declared: str) -> bool:
    """Whether bytes that are read as UTF-8 cannot mean anything else by what the file declares.

    ASCII is the same in every encoding whose declaration can be read here, but UTF-7; and .NET declares
    UTF-16 of what it then saves as UTF-8, which no UTF-16 can be mistaken for.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return False
    if declared.lower() in _ENCODINGS["utf-16"]:
        return True
    return data.isascii() and not declared.lower().startswith("utf-7")


def _place_after(before: str, source: str) -> Span:
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Span(source, len(lines), len(lines[-1]) + 1)


_GZIP = b"\x1f\x8b"
_YAML = re.compile(rb"(?:%YAML|---[ \t]*$|(?:openapi|swagger)[ \t]*:)", re.MULTILINE)
_CONVERT = 'save it as UTF-8 and declare that: encoding="UTF-8"'
_ENCODINGS = {
    "utf-8": {"utf-8", "utf8"},
    "utf-16": {"utf-16", "utf-16le", "utf-16be"},
}


class _Refused(Exception):
    """Stops expat. `at` is the byte at which what is refused begins."""

    def __init__(self, code: Code, message: str, at: int, hint: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.at = at
        self.hint = hint


def _read_places(data: bytes, source: str) -> list[tuple[int, int]]:
    """Line and column, both from 1, of every start tag in document order."""
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    places: list[tuple[int, int]] = []
    depth = 0

    def start_element(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        places.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))
        if len(attributes) > MAX_ATTRIBUTES:
            raise _Refused(
                Code.LIMIT,
                f"an element has {len(attributes)} attributes; at most {MAX_ATTRIBUTES} are read",
                parser.CurrentByteIndex,
            )
        if depth > MAX_DEPTH:
            raise _Refused(
                Code.LIMIT,
                f"elements are nested more than {MAX_DEPTH} deep",
                parser.CurrentByteIndex,
            )

    def end_element(name: str) -> None:
        nonlocal depth
        depth -= 1

    def start_doctype(name: str, system: str | None, public: str | None, internal: bool) -> None:
        # expat reports the end of the declaration's head, or the bracket of its internal subset
        at = data.rfind(b"<!DOCTYPE", 0, parser.CurrentByteIndex + len(b"<!DOCTYPE"))
        if name.lower() == "html":
            raise _Refused(
                Code.NOT_CSDL,
                "this is HTML, not CSDL",
                at,
                "a sign-in or error page, perhaps: save the answer to GET /$metadata",
            )
        raise _Refused(
            Code.DOCTYPE,
            "a DOCTYPE is refused",
            at,
            "CSDL needs none: remove the declaration and whatever refers to it",
        )

    parser.StartElementHandler = start_element
    parser.EndElementHandler = end_element
    parser.StartDoctypeDeclHandler = start_doctype
    try:
        parser.Parse(data, True)
    except _Refused as refused:
        place = _place_after(data[: refused.at].decode(), source)
        raise _failed(refused.code, refused.message, place, refused.hint) from None
    except expat.ExpatError as error:
        place = Span(source, error.lineno, error.offset + 1)
        message = f"not well-formed XML: {expat.ErrorString(error.code)}"
        raise _failed(Code.NOT_XML, message, place, _guess(data)) from None
    return places


def _guess(data: bytes) -> str | None:
    """What the bytes may be when they are not XML."""
    start = data[:200].lstrip()
    if start[:5].lower() == b"<html":
        return "this looks like HTML, a sign-in or error page perhaps"
    if _YAML.match(start):
        return "this looks like YAML, and CSDL is XML or JSON"
    if not start.startswith(b"<"):
        return "CSDL is XML: the answer to GET /$metadata"
    return None


def _refusal_of_lxml(error: etree.XMLSyntaxError, source: str) -> EdmundError:
    """What lxml alone refuses: its limits of size, which expat does not have."""
    line, column = error.position
    place = Span(source, line or 0, max(column, 1) if line else 0)
    message = str(error.msg).split(", line ")[0].strip()
    if "XML_PARSE_HUGE" in message or "too big" in message or "too long" in message:
        return _failed(
            Code.LIMIT, f"a text or attribute is longer than {MAX_TEXT} characters", place
        )
    return _failed(Code.NOT_XML, f"not well-formed XML: {message}", place)


class _TreeBuilder:
    """Turns lxml's tree into `XmlElement`s, each with the next place."""

    def __init__(self, places: list[tuple[int, int]], source: str) -> None:
        self._places: Iterator[tuple[int, int]] = iter(places)
        self._source = source
        self._names: dict[str, tuple[str, str]] = {}
        self.taken = 0

    def build(self, element: etree._Element) -> XmlElement:
        line, column = next(self._places, (0, 0))
        self.taken += 1
        span = Span(self._source, line, column)
        tag = str(element.tag)
        names = self._names.get(tag)
        if names is None:
            namespace, _, name = tag.rpartition("}")
            names = self._names[tag] = (namespace[1:], name)
        text = element.text or ""
        children: tuple[XmlElement, ...] = ()
        if len(element):
            found: list[XmlElement] = []
            for child in element:
                found.append(self.build(child))
                tail = child.tail
                if tail and not tail.isspace():
                    text += tail
            children = tuple(found)
        if len(text) > MAX_TEXT:
            message = f"a text is longer than {MAX_TEXT} characters"
            raise _failed(Code.LIMIT, message, span)
        # The stubs allow bytes; a document that was parsed from bytes has text only.
        attributes = cast(Mapping[str, str], dict(element.items()))
        return XmlElement(names[0], names[1], attributes, children, text, span)
