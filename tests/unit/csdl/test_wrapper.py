"""The wrapper, references, and what is not CSDL (CSDL XML 4.01, sections 3 to 5)."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from machine import slowness

from edmund.csdl.document import Document
from edmund.csdl.expression import AnnotationValue
from edmund.csdl.findings import MAX_FINDINGS
from edmund.csdl.reader import parse_document
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span

EDMX = "http://docs.oasis-open.org/odata/ns/edmx"
EDM = "http://docs.oasis-open.org/odata/ns/edm"

ReadText = Callable[..., tuple[Document, tuple[Diagnostic, ...]]]
Found = Callable[..., list[tuple[str, int]]]


def document(inside: str, version: str = 'Version="4.0"') -> str:
    return f'<edmx:Edmx {version} xmlns:edmx="{EDMX}">\n{inside}\n</edmx:Edmx>'


def services(inside: str = f'<Schema xmlns="{EDM}" Namespace="a"/>') -> str:
    return f"<edmx:DataServices>{inside}</edmx:DataServices>"


def failure(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(EdmundError) as caught:
        parse_document(text.encode(), "in.csdl")
    return caught.value.diagnostics


@pytest.mark.parametrize("version", ["4.0", "4.01"])
def test_versions(read_text: ReadText, version: str) -> None:
    read, diagnostics = read_text(document(services(), f'Version="{version}"'))
    assert diagnostics == ()
    assert (read.source, read.version, read.span) == ("in.csdl", version, Span("in.csdl", 1, 1))


@pytest.mark.parametrize("version", ["1.0", "3.0", "4.1", "4", "5.0", "", "4.0 "])
def test_other_versions_are_refused(refused: Found, version: str) -> None:
    assert refused(document(services(), f'Version="{version}"'), whole=True) == [("EDM112", 1)]


def test_no_version(refused: Found) -> None:
    assert refused(document(services(), ""), whole=True) == [("EDM120", 1)]


def test_several_schemas_with_aliases(read_text: ReadText) -> None:
    read, _ = read_text(
        document(
            services(
                f'<Schema xmlns="{EDM}" Namespace="a.b" Alias="self"/>'
                f'<Schema xmlns="{EDM}" Namespace="c"/>'
            )
        )
    )
    assert [(s.namespace, s.alias) for s in read.schemas] == [("a.b", "self"), ("c", None)]


def test_any_prefix_will_do(read_text: ReadText) -> None:
    read, diagnostics = read_text(
        f'<Edmx xmlns="{EDMX}" xmlns:e="{EDM}" Version="4.0"><DataServices>'
        '<e:Schema Namespace="a"><e:EntityType Name="E"/></e:Schema></DataServices></Edmx>'
    )
    assert diagnostics == ()
    assert [t.name for t in read.schemas[0].types] == ["E"]


def test_references(read_text: ReadText) -> None:
    read, diagnostics = read_text(document(f"""<edmx:Reference Uri="http://example.org/v1">
              <edmx:Include Namespace="org.example.display" Alias="UI">
                <Annotation xmlns="{EDM}" Term="UI.Default"/></edmx:Include>
              <edmx:Include Namespace="org.example.other"/>
              <edmx:IncludeAnnotations TermNamespace="org.example.hcm" TargetNamespace="a"
                Qualifier="Tablet"/>
              <edmx:IncludeAnnotations TermNamespace="org.example.validation"/>
              <Annotation xmlns="{EDM}" Term="UI.T"/>
            </edmx:Reference>""" + services()))
    assert diagnostics == ()
    (reference,) = read.references
    assert (reference.uri, reference.span) == ("http://example.org/v1", Span("in.csdl", 2, 1))
    assert [(i.namespace, i.alias) for i in reference.includes] == [
        ("org.example.display", "UI"),
        ("org.example.other", None),
    ]
    assert reference.includes[0].annotations == (AnnotationValue("UI.Default", None, None),)
    assert [
        (i.term_namespace, i.target_namespace, i.qualifier) for i in reference.include_annotations
    ] == [("org.example.hcm", "a", "Tablet"), ("org.example.validation", None, None)]
    assert reference.annotations == (AnnotationValue("UI.T", None, None),)


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ("<edmx:Reference><edmx:Include Namespace='b'/></edmx:Reference>", "EDM120"),
        ("<edmx:Reference Uri=''><edmx:Include Namespace='b'/></edmx:Reference>", "EDM150"),
        ("<edmx:Reference Uri='a b'><edmx:Include Namespace='b'/></edmx:Reference>", "EDM150"),
        ("<edmx:Reference Uri='a&#10;b'><edmx:Include Namespace='b'/></edmx:Reference>", "EDM150"),
        ("<edmx:Reference Uri='x'><edmx:Include/></edmx:Reference>", "EDM120"),
        ("<edmx:Reference Uri='x'><edmx:Include Namespace='../b'/></edmx:Reference>", "EDM131"),
        ("<edmx:Reference Uri='x'><edmx:Include Namespace='b' Alias='odata'/></edmx:Reference>", "EDM132"),
        ("<edmx:Reference Uri='x'><edmx:IncludeAnnotations/></edmx:Reference>", "EDM120"),
    ],
)  # fmt: skip
def test_bad_references(refused: Found, inside: str, code: str) -> None:
    assert refused(document(inside + services()), whole=True) == [(code, 2)]


def test_a_reference_that_includes_nothing(read_text: ReadText) -> None:
    _, diagnostics = read_text(document("<edmx:Reference Uri='x'/>" + services()))
    assert [(d.code, d.severity) for d in diagnostics] == [("EDM151", Severity.WARNING)]


def test_xml_base_is_not_honoured(read_text: ReadText) -> None:
    reference = "<edmx:Reference Uri='{}'><edmx:Include Namespace='b'/></edmx:Reference>"
    version = 'xml:base="file:///" Version="4.0"'
    found = failure(document(reference.format("x.xml") + services(), version))
    errors = [d for d in found if d.severity is Severity.ERROR]
    assert [(d.code, d.span) for d in errors] == [("EDM129", Span("in.csdl", 2, 1))]
    assert "'x.xml'" in errors[0].message
    assert "--metadata" in (errors[0].hint or "")
    _, diagnostics = read_text(document(reference.format("https://h.org/x") + services(), version))
    assert [(d.code, d.severity) for d in diagnostics] == [("EDM129", Severity.WARNING)]


@pytest.mark.parametrize("namespace", ["Edm", "odata", "Transient"])
def test_reserved_namespaces(refused: Found, namespace: str) -> None:
    schema = f'<Schema xmlns="{EDM}" Namespace="{namespace}"/>'
    assert refused(document(services(schema)), whole=True) == [("EDM132", 2)]
    schema = f'<Schema xmlns="{EDM}" Namespace="a" Alias="{namespace}"/>'
    assert refused(document(services(schema)), whole=True) == [("EDM132", 2)]


@pytest.mark.parametrize(
    "namespace", ["", "A..B", ".A", "A.", "A/B", "A\\B", "../A", "A;b", "A." + "B" * 200]
)
def test_bad_namespaces(refused: Found, namespace: str) -> None:
    schema = f'<Schema xmlns="{EDM}" Namespace="{namespace}"/>'
    assert refused(document(services(schema)), whole=True) == [("EDM131", 2)]


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("<html><body/></html>", "EDM110", "HTML"),
        ('<service xmlns="http://www.w3.org/2007/app"/>', "EDM110", "service document"),
        ("<error/>", "EDM110", "$metadata"),
        ("<Edmxx/>", "EDM110", "'Edmx'"),
        (f'<Schema xmlns="{EDM}" Namespace="a"/>', "EDM110", "<edmx:DataServices>"),
        ('<Schema xmlns="http://schemas.microsoft.com/ado/2009/11/edm"/>', "EDM111", "wrapper of its own"),
        ("<Schema/>", "EDM111", "xmlns="),
        ('<Edmx xmlns="http://schemas.microsoft.com/ado/2007/06/edmx" Version="1.0"/>', "EDM113", ""),
        ("<Edmx Version='4.0'/>", "EDM111", "xmlns="),
        ('<Edmx xmlns="urn:foreign" Version="4.0"/>', "EDM111", EDMX),
        (document(""), "EDM113", ""),
        (document(services("")), "EDM113", ""),
        (document(services('<Schema xmlns="urn:foreign" Namespace="N"/>')), "EDM111", EDM),
        (document(services('<Schema xmlns="http://schemas.microsoft.com/ado/2006/04/edm" Namespace="N"/>')),
         "EDM111", "wrapper of its own"),
        (document(services() + services()), "EDM126", ""),
    ],
)  # fmt: skip
def test_not_csdl(text: str, code: str, hint: str) -> None:
    (found,) = failure(text)
    assert (found.code, found.severity) == (code, Severity.ERROR)
    assert hint in (found.hint or "")
    assert found.span is not None
    assert found.span.line >= 1


def test_a_known_element_in_a_foreign_namespace_is_an_error(refused: Found) -> None:
    assert refused('\n<EntityType xmlns="urn:x" Name="E"/>') == [("EDM111", 5)]
    assert refused('<EntityType Name="E">\n<Property xmlns="" Name="P"/></EntityType>') == [
        ("EDM111", 5)
    ]


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ('\n<EntityTyp Name="E"/>', "EDM123", 5),
        ('\n<Property Name="P" Type="Edm.String"/>', "EDM123", 5),
        ('<EntityType Name="E">\n<Documentation/></EntityType>', "EDM123", 5),
        ('<EntityType Name="E"\n Abstrct="true"/>', "EDM122", 4),
        ('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>', "EDM125", 4),
        ('<EntityType Name="E" xmlns:m="urn:m" m:HasStream="true"/>', "EDM124", 4),
        ('<EntityType Name="E">\nstray</EntityType>', "EDM127", 4),
        ('<EntityType Name="E" xml:base="http://h.org/"/>', "EDM129", 4),
        ('<EntityContainer Name="C"><EntitySets/></EntityContainer>', "EDM123", 4),
        ('<EnumType Name="E"><Member Name="A"><Value/></Member></EnumType>', "EDM123", 4),
        ('<EntityType Name="E"><Key><PropertyRef Name="A"><X/></PropertyRef></Key></EntityType>', "EDM123", 4),
    ],
)  # fmt: skip
def test_what_is_unknown_is_a_warning_with_its_place(
    warned: Found, body: str, code: str, line: int
) -> None:
    assert warned(body) == [(code, line)]


@pytest.mark.parametrize(
    ("body", "hint"),
    [
        ("<EntityTyp/>", "'EntityType'"),
        ("<entitytype/>", "'EntityType'"),
        ('<EntityType Name="E" basetype="self.E"/>', "'BaseType'"),
        ('<EntityType Name="E"><Keys/></EntityType>', "'Key'"),
    ],
)
def test_unknown_names_come_with_a_guess(read_text: ReadText, body: str, hint: str) -> None:
    schema = f'<Schema xmlns="{EDM}" Namespace="a">{body}</Schema>'
    _, (found,) = read_text(document(services(schema)))
    assert hint in (found.hint or "")


def test_harmless_attributes_of_xml_itself(warned: Found) -> None:
    body = (
        '<EntityType Name="E" xml:lang="en" xml:space="preserve"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b"/>'
    )
    assert warned(body) == []


def test_what_occurs_again_and_again_is_told_once_with_places(read_text: ReadText) -> None:
    properties = "".join(
        f'<Property Name="P{i}" Type="Edm.String" s:label="x" ConcurrencyMode="Fixed"/>\n'
        for i in range(3000)
    )
    schema = (
        f'<Schema xmlns="{EDM}" xmlns:s="urn:sap" Namespace="a"><ComplexType Name="C">{properties}'
        "</ComplexType></Schema>"
    )
    _, diagnostics = read_text(document(services(schema)))
    assert [d.code for d in diagnostics] == ["EDM124", "EDM122"]
    for found in diagnostics:
        assert found.span is not None
        assert found.span.line == 2
        assert [note.span.line for note in found.notes if note.span] == [3, 4, 5, 6, 7]
        assert found.notes[-1].message == "and in 2994 more places"


def test_warnings_do_not_bury_errors() -> None:
    warnings = "".join(f"<X{i}/>" for i in range(MAX_FINDINGS + 5))
    found = failure(
        document(services(f'<Schema xmlns="{EDM}" Namespace="a">{warnings}<EntityType/></Schema>'))
    )
    assert [d.code for d in found if d.severity is Severity.ERROR] == ["EDM120"]
    assert len(found) == MAX_FINDINGS + 2
    assert (found[-1].code, found[-1].severity) == ("EDM199", Severity.WARNING)
    assert found[-1].message.startswith("5 more")


def test_errors_are_bounded() -> None:
    errors = "<EntityType/>" * (MAX_FINDINGS + 7)
    found = failure(document(services(f'<Schema xmlns="{EDM}" Namespace="a">{errors}</Schema>')))
    assert len(found) == MAX_FINDINGS + 1
    assert (found[-1].code, found[-1].severity) == ("EDM199", Severity.ERROR)
    assert found[-1].message.startswith("7 more")


def test_a_message_quotes_no_megabytes() -> None:
    (found,) = failure(document(services(), f'Version="{"9" * 5_000_000}"'))
    assert len(found.message) < 500


def test_warnings_come_along_with_errors() -> None:
    found = failure(
        document(services(f'<Schema xmlns="{EDM}" Namespace="a"><X/><EntityType/></Schema>'))
    )
    assert [(d.code, d.severity) for d in found] == [
        ("EDM123", Severity.WARNING),
        ("EDM120", Severity.ERROR),
    ]


def test_an_alias_stands_for_one_namespace(refused: Found, read_text: ReadText) -> None:
    include = (
        "<edmx:Reference Uri='x'>\n<edmx:Include Namespace='{}' Alias='self'/></edmx:Reference>"
    )
    schema = services(f'<Schema xmlns="{EDM}" Namespace="a" Alias="self"/>')
    assert refused(document(include.format("b") + "\n" + schema), whole=True) == [("EDM152", 4)]
    _, diagnostics = read_text(document(include.format("a") + schema))
    assert diagnostics == ()


def test_hints_for_thousands_of_unknown_names_cost_little(read_text: ReadText) -> None:
    # Each hint searches all known names, which takes a tenth of a millisecond or more.
    body = "".join(f"<EntityTyp{i}/>" for i in range(100_000))
    started = time.process_time()
    _, diagnostics = read_text(
        document(services(f'<Schema xmlns="{EDM}" Namespace="a">{body}</Schema>'))
    )
    assert time.process_time() - started < 5 * slowness()
    assert len(diagnostics) == MAX_FINDINGS + 1
