"""What is written reads back as it was: XML to JSON to XML, and JSON to XML to JSON."""

from __future__ import annotations

import gc
import gzip
import json
import re
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from machine import slowness
from shared_material import SHARED, needs_shared
from unit.csdl.test_json import JSON, XML
from unit.csdl.test_round_trip import annotated_expressions, names, qualified

from edmund.csdl.canonical import canonical
from edmund.csdl.document import Document
from edmund.csdl.expression import AnnotationValue
from edmund.csdl.reader import parse_document
from edmund.csdl.writing.json_document import write_json
from edmund.csdl.writing.xml_document import write_xml
from edmund.diagnostics import EdmundError, Severity

METADATA = SHARED / "metadata"
GRAPH = METADATA / "graph-v1.0-2026-08.csdl"
FILES = sorted(
    path
    for folder in (METADATA, SHARED / "vendors")
    for path in (folder.rglob("*") if folder.is_dir() else ())
    if path.suffix in {".xml", ".csdl", ".edmx", ".gz"}
)
LARGEST = 400_000
WRAPPER = (
    '<e:Edmx xmlns:e="http://docs.oasis-open.org/odata/ns/edmx" Version="4.01"><e:DataServices>'
    '<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="a" Alias="s">{}</Schema>'
    "</e:DataServices></e:Edmx>"
)


def read(text: str) -> Document:
    return parse_document(text.encode(), "in")[0]


def of_xml(body: str) -> Document:
    return read(WRAPPER.format(body))


def round_trips(document: Document) -> None:
    text, _ = write_json(document)
    by_json = read(text)
    by_xml = read(write_xml(by_json))
    assert canonical(by_json) == canonical(document)
    assert canonical(by_xml) == canonical(document)
    assert write_json(by_xml)[0] == text
    assert write_xml(read(write_xml(document))) == write_xml(document)


@pytest.mark.parametrize("text", [XML, JSON], ids=["xml", "json"])
def test_a_document_with_everything(text: str) -> None:
    round_trips(read(text))


def test_json_is_as_the_specification_has_it() -> None:
    written, told = write_json(read(XML))
    assert told == ()
    assert '"@Core.OptimisticConcurrency": [\n          "Id"\n        ]' in written
    assert '"@Core.Permissions": "Read,Write"' in written
    assert '"@self.When": "2024-02-29"' in written
    assert '"Red@Core.Description": "red"' in written
    assert '"$EntityContainer": "shop.Shop"' in written
    assert '"$Scale": 0' in written  # XML's default, which is not JSON's


@settings(max_examples=50)
@given(st.builds(AnnotationValue, qualified, st.none() | names, st.none() | annotated_expressions))
def test_any_annotation(annotation: AnnotationValue) -> None:
    document = of_xml("")
    schema = replace(document.schemas[0], annotations=(annotation,))
    round_trips(replace(document, schemas=(schema,)))


@pytest.mark.parametrize(
    "body",
    [
        '<EnumType Name="E"><Member Name="A"/><Member Name="B" Value="9"/></EnumType>',
        '<ComplexType Name="C"><Property Name="P" Type="Edm.String" MaxLength="max"/></ComplexType>',
        '<Annotation Term="s.T" Bool="TRUE"/><Annotation Term="s.T" Qualifier="INF" Float="INF"/>',
        '<Annotation Term="s.T" Decimal="+01.50"/><Annotation Term="s.U" Int="+5"/>',
        '<Annotation Term="s.T" String="&#9;&#10;&#13;&lt;&amp;&quot;&#x1F600;"/>',
        '<Action Name="A"/><Action Name="B"/><Action Name="A"><Parameter Name="p" Type="s.C"/></Action>',
        '<Annotations Target="s.C" Qualifier="Q"><Annotation Term="s.T" Int="1"/></Annotations>'
        '<Annotations Target="s.C"><Annotation Term="s.T" Int="2"/></Annotations>',
    ],
)
def test_what_the_two_say_differently(body: str) -> None:
    round_trips(of_xml(body))


def test_a_type_and_an_operation_of_one_name_share_a_list() -> None:
    document = of_xml('<ComplexType Name="image"/><Action Name="image"/>')
    _, told = write_json(document)
    assert [(d.code, d.severity) for d in told] == [("EDM160", Severity.WARNING)]
    round_trips(document)


def test_of_an_annotation_that_is_there_twice_the_last_counts() -> None:
    first = '<Annotation Term="s.T" Int="1"><Annotation Term="s.U" Int="2"/></Annotation>'
    document = of_xml(first + '<Annotation Term="s.T" Int="3"/>')
    text, told = write_json(document)
    assert [d.code for d in told] == ["EDM160"]
    assert '"@s.T": 3' in text
    assert "s.U" not in text
    round_trips(document)


@pytest.mark.parametrize(
    "body",
    [
        '<ComplexType Name="C"><Property Name="P" Type="Edm.String"/>'
        '<Property Name="P" Type="Edm.Int32"/></ComplexType>',
        '<ComplexType Name="C"><Property Name="$P" Type="Edm.String"/></ComplexType>',
        '<ComplexType Name="C"><Property Name="A@b" Type="Edm.String"/></ComplexType>',
    ],
)
def test_what_json_cannot_say_is_an_error_at_its_place(body: str) -> None:
    with pytest.raises(EdmundError) as failure:
        write_json(of_xml(body))
    (found,) = failure.value.diagnostics
    assert found.code == "EDM160"
    assert found.span is not None
    assert (found.span.file, found.span.line) == ("in", 1)
    assert WRAPPER.index("{}") < found.span.column < len(WRAPPER) + len(body)


@pytest.mark.shared
@needs_shared
def test_the_pair_of_the_specification() -> None:
    by_xml, by_json = (
        canonical(parse_document((METADATA / name).read_bytes(), name)[0])
        for name in ("oasis-csdl-16.1.xml", "oasis-csdl-16.1.json")
    )
    # Each refers to the vocabularies in its own notation.
    references = [replace(r, uri=re.sub("json$", "xml", r.uri)) for r in by_json.references]
    assert replace(by_json, references=tuple(references)) == by_xml


@pytest.mark.shared
@needs_shared
def test_the_json_of_the_specification_is_what_is_written() -> None:
    data = (METADATA / "oasis-csdl-16.1.json").read_bytes()
    text, told = write_json(parse_document(data, "in.json")[0])
    assert told == ()
    assert json.loads(text) == json.loads(data)


@pytest.mark.shared
@needs_shared
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file(path: Path) -> None:
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    if len(data) > LARGEST:
        pytest.skip("large")
    try:
        document, _ = parse_document(data, path.name)
    except EdmundError:
        pytest.skip("not read")
    round_trips(replace(document, version=document.csdl_version))  # older ones are written as 4.01


@pytest.mark.shared
@needs_shared
def test_graph_in_two_seconds_each_way() -> None:
    document, _ = parse_document(GRAPH.read_bytes(), GRAPH.name)
    gc.freeze()  # what other tests left in this process is no part of the measured work
    try:
        started = time.process_time()
        text, _ = write_json(document)
        written = time.process_time()
        again, _ = parse_document(text.encode(), "graph.json")
        by_json = write_xml(again)
        back = time.process_time()
    finally:
        gc.unfreeze()
    assert canonical(again) == canonical(document)
    assert canonical(read(by_json)) == canonical(document)
    assert written - started < 2 * slowness()  # 0.2 on an idle machine
    assert back - written < 2 * slowness()  # 1.1
