"""Bytes to elements: encodings, places, limits, and what is never read."""

from __future__ import annotations

import gzip
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from machine import slowness

from edmund.csdl.findings import Findings
from edmund.csdl.parser import MAX_ATTRIBUTES, MAX_DEPTH, XmlElement, parse_xml
from edmund.diagnostics import Diagnostic, EdmundError, Span


def failure(data: bytes) -> Diagnostic:
    with pytest.raises(EdmundError) as caught:
        parse_xml(data, "in.xml")
    assert len(caught.value.diagnostics) == 1
    return caught.value.diagnostics[0]


def places(element: XmlElement) -> list[tuple[str, int, int]]:
    found = [(element.name, element.span.line, element.span.column)]
    for child in element.children:
        found += places(child)
    return found


class TestPlaces:
    def test_a_start_tag_of_several_lines_is_where_it_starts(self) -> None:
        data = b'<?xml version="1.0"?>\n<a\n  x="1"\n  y="2">\n <b\n/>\t<c/></a>'
        assert places(parse_xml(data, "in.xml")) == [("a", 2, 1), ("b", 5, 2), ("c", 6, 4)]

    def test_comments_and_instructions_are_no_elements(self) -> None:
        data = b"<!-- <x/> --><?p <y/>?>\n<a><!-- <x/>\n --><b/><?p?><c/></a><!-- end -->"
        assert places(parse_xml(data, "in.xml")) == [("a", 2, 1), ("b", 3, 5), ("c", 3, 14)]

    def test_a_cdata_section_holds_no_elements(self) -> None:
        root = parse_xml(b"<a><![CDATA[<x>]]><b/></a>", "in.xml")
        assert places(root) == [("a", 1, 1), ("b", 1, 19)]
        assert root.text == "<x>"

    def test_lines_beyond_65535_are_exact(self) -> None:
        data = b"<a>" + b"\n" * 70_000 + b"  <b/>\n<c/></a>"
        assert places(parse_xml(data, "in.xml")) == [
            ("a", 1, 1),
            ("b", 70_001, 3),
            ("c", 70_002, 1),
        ]

    @pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
    def test_every_line_end_of_xml_counts_once(self, newline: str) -> None:
        data = f"<a>{newline}{newline} <b/></a>".encode()
        assert places(parse_xml(data, "in.xml"))[1] == ("b", 3, 2)

    def test_columns_count_characters(self) -> None:
        data = "<a><b x='é€𝄞'/><c/></a>".encode()
        assert places(parse_xml(data, "in.xml"))[2] == ("c", 1, 16)

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
    def test_places_do_not_depend_on_the_encoding(self, encoding: str) -> None:
        declared = "UTF-8" if encoding == "utf-8-sig" else "UTF-16"
        text = f'<?xml version="1.0" encoding="{declared}"?><a>\n<b x="é"/><c/></a>'
        mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
        root = parse_xml(mark + text.encode(encoding), "in.xml")
        column = len(text.split("<a>", maxsplit=1)[0]) + 1
        assert places(root) == [("a", 1, column), ("b", 2, 1), ("c", 2, 11)]
        assert root.children[0].attributes == {"x": "é"}

    @given(
        st.recursive(st.just(()), lambda children: st.lists(children, max_size=4), max_leaves=40)
    )
    def test_any_nesting_is_zipped_in_document_order(self, shape: object) -> None:
        # Each element is written on a line of its own, so its line is its number in document order.
        lines: list[str] = []

        def write(node: object) -> None:
            lines.append("<n><!--c-->")
            assert isinstance(node, list | tuple)
            for child in node:
                write(child)
            lines[-1] += "</n>"

        write(shape)
        found = places(parse_xml("\n".join(lines).encode(), "in.xml"))
        assert [line for _, line, _ in found] == list(range(1, len(lines) + 1))


class TestText:
    def test_comments_and_instructions_do_not_break_text(self) -> None:
        root = parse_xml(b"<a>ab<!-- x -->cd<?p q?>e<![CDATA[&f]]>g</a>", "in.xml")
        assert root.text == "abcde&fg"

    def test_text_between_children_belongs_to_the_parent(self) -> None:
        assert parse_xml(b"<a>x<b>y</b>z</a>", "in.xml").text == "xz"

    def test_predefined_entities_and_character_references(self) -> None:
        root = parse_xml(b'<a b="&lt;&#13;&#10;&#x41;">&amp;&gt;&quot;&apos;</a>', "in.xml")
        assert root.attributes["b"] == "<\r\nA"
        assert root.text == "&>\"'"

    def test_attributes_of_a_namespace_are_told_apart(self) -> None:
        root = parse_xml(b'<a xmlns:p="urn:p" x="1" p:x="2"/>', "in.xml")
        assert root.attributes == {"x": "1", "{urn:p}x": "2"}


class TestEncodings:
    @pytest.mark.parametrize(
        "data",
        [
            b'<?xml version="1.0" encoding="UTF-7"?><a/>',
            '<?xml version="1.0" encoding="ISO-8859-1"?><a b="é"/>'.encode("latin-1"),
            '<?xml version="1.0" encoding="ISO-8859-1"?><a b="é"/>'.encode(),
            b"\xff\xfe" + '<?xml version="1.0" encoding="UTF-8"?><a/>'.encode("utf-16-le"),
            "<a/>".encode("utf-16-le"),
            "<a/>".encode("utf-32"),
            b"<a>\xe9</a>",
            b"\xff\xfe<\x00a",
        ],
    )
    def test_anything_but_utf8_and_utf16_is_refused(self, data: bytes) -> None:
        assert failure(data).code == "EDM102"

    @pytest.mark.parametrize(
        ("declared", "inside"), [("ISO-8859-1", "e"), ("utf-8x", "e"), ("UTF-16", "é")]
    )
    def test_what_can_be_read_in_one_way_only_is_a_warning(
        self, declared: str, inside: str
    ) -> None:
        findings = Findings("in.xml")
        text = f'<?xml version="1.0" encoding="{declared}"?><a b="{inside}"/>'
        assert parse_xml(text.encode(), "in.xml", findings).attributes == {"b": inside}
        assert [found.code for found in findings.in_document_order()] == ["EDM102"]
        assert not findings.has_errors

    def test_the_first_bad_byte_is_named(self) -> None:
        assert failure("<a>\né".encode() + b"\xe9</a>").span == Span("in.xml", 2, 2)

    @pytest.mark.parametrize("data", [b"", b" \r\n", b"\xef\xbb\xbf", b"\xff\xfe"])
    def test_an_empty_file(self, data: bytes) -> None:
        assert failure(data).code == "EDM101"

    def test_xml_1_1_is_not_read(self) -> None:
        assert failure(b'<?xml version="1.1"?><a/>').code == "EDM104"


class TestRefusals:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
    def test_a_doctype_in_any_encoding(self, encoding: str) -> None:
        found = failure('\n <!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'.encode(encoding))
        assert (found.code, found.span) == ("EDM103", Span("in.xml", 2, 2))

    def test_an_html_page_is_called_one(self) -> None:
        assert failure(b"<!DOCTYPE html><html></html>").code == "EDM110"

    @pytest.mark.parametrize(
        ("data", "line", "column"),
        [
            (b"<a>\n  <b>\n</a>", 3, 3),
            (b"<a>\n&x;</a>", 2, 1),
            (b"<a x='1' x='2'/>", 1, 10),
            (b"<a>\n<p:b/></a>", 2, 1),
            (b"hello", 1, 1),
            (b"<a/><b/>", 1, 5),
        ],
    )
    def test_bad_xml_is_an_error_at_its_place(self, data: bytes, line: int, column: int) -> None:
        found = failure(data)
        assert (found.code, found.span) == ("EDM104", Span("in.xml", line, column))

    def test_two_attributes_of_one_expanded_name(self) -> None:
        assert failure(b'<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2"/>').code == "EDM104"


class TestLimits:
    def test_as_many_attributes_as_allowed(self) -> None:
        attributes = " ".join(f"a{i}=''" for i in range(MAX_ATTRIBUTES))
        assert len(parse_xml(f"<a {attributes}/>".encode(), "in.xml").attributes) == MAX_ATTRIBUTES
        assert failure(f"<a {attributes} more=''/>".encode()).code == "EDM105"

    def test_a_hundred_thousand_attributes_are_refused_at_once(self) -> None:
        attributes = " ".join(f"a{i}=''" for i in range(100_000))
        started = time.perf_counter()
        assert failure(f"<a><b {attributes}/></a>".encode()).span == Span("in.xml", 1, 4)
        assert time.perf_counter() - started < 1 * slowness()

    def test_as_deep_as_allowed(self) -> None:
        parse_xml(b"<a>" * MAX_DEPTH + b"</a>" * MAX_DEPTH, "in.xml")
        assert failure(b"<a>" * (MAX_DEPTH + 1)).code == "EDM105"

    @pytest.mark.parametrize(
        "pattern",
        ["<a>%s</a>", '<a b="%s"/>', "<a><![CDATA[%s]]></a>"],
    )
    def test_a_long_text_in_any_place(self, pattern: str) -> None:
        assert failure((pattern % ("x" * 11_000_000)).encode()).code == "EDM105"

    def test_a_long_text_in_pieces(self) -> None:
        piece = "x" * 6_000_000
        assert failure(f"<a>{piece}<b/>{piece}</a>".encode()).code == "EDM105"

    def test_quadratic_expansion_never_starts(self) -> None:
        data = f'<!DOCTYPE e [<!ENTITY a "{"x" * 50_000}">]><e>{"&a;" * 2000}</e>'
        started = time.perf_counter()
        assert failure(data.encode()).code == "EDM103"
        assert time.perf_counter() - started < 1 * slowness()


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        parse_xml(data, "in.xml")
    except EdmundError as failed:
        assert failed.diagnostics[0].code in {
            "EDM101",
            "EDM102",
            "EDM103",
            "EDM104",
            "EDM105",
            "EDM110",
        }


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (gzip.compress(b"<a/>", mtime=0), "gzip"),
        (b"openapi: 3.0.3\ninfo: {}\n", "YAML"),
        (b"---\nswagger: '2.0'\n", "YAML"),
        (b"some text", "CSDL is XML"),
    ],
)
def test_what_is_given_in_place_of_csdl_is_named(data: bytes, told: str) -> None:
    found = failure(data)
    assert told in f"{found.message} {found.hint}"
