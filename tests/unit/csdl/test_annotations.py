"""Annotations and every expression, in both notations (CSDL XML 4.01, section 14)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from edmund.csdl.document import SchemaElement
from edmund.csdl.expression import (
    AnnotationValue,
    Apply,
    Cast,
    CollectionExpression,
    Constant,
    ConstantKind,
    Expression,
    If,
    IsOf,
    LabeledElement,
    LabeledElementReference,
    Logical,
    LogicalOperator,
    Null,
    Path,
    PathKind,
    PropertyValue,
    Record,
    UrlRef,
)
from edmund.csdl.facets import FacetAttributes
from edmund.csdl.reader import parse_document
from edmund.diagnostics import Span

from .conftest import wrap

Read = Callable[[str], SchemaElement]
ReadExpression = Callable[[str], Expression | None]
Found = Callable[[str], list[tuple[str, int]]]

CONSTANTS = {
    ConstantKind.BINARY: "T0RhdGE",
    ConstantKind.BOOL: "true",
    ConstantKind.DATE: "2000-01-01",
    ConstantKind.DATE_TIME_OFFSET: "2000-01-01T16:00:00.000Z",
    ConstantKind.DECIMAL: "3.14",
    ConstantKind.DURATION: "P7D",
    ConstantKind.ENUM_MEMBER: "self.Pattern/Red self.Pattern/Striped",
    ConstantKind.FLOAT: "-1.5E3",
    ConstantKind.GUID: "21EC2020-3AEA-1069-A2DD-08002B30309D",
    ConstantKind.INT: "42",
    ConstantKind.STRING: "Product Catalog",
    ConstantKind.TIME_OF_DAY: "21:45:00",
}

ONE = Constant(ConstantKind.INT, "1")
TWO = Constant(ConstantKind.INT, "2")
PATH = Path(PathKind.PATH, "Price")


@pytest.mark.parametrize("kind", ConstantKind)
def test_constants_in_both_notations(
    read_schema: Read, read_expression: ReadExpression, kind: ConstantKind
) -> None:
    text = CONSTANTS[kind]
    expected = Constant(kind, text)
    name = kind.value
    (inline,) = read_schema(f'<Annotation Term="self.T" {name}="{text}"/>').annotations
    assert inline.value == expected
    assert read_expression(f"<{name}>{text}</{name}>") == expected


@pytest.mark.parametrize("kind", PathKind)
def test_paths_in_both_notations(
    read_schema: Read, read_expression: ReadExpression, kind: PathKind
) -> None:
    text = "self.D/Items/@self.T#Q"
    name = kind.value
    (inline,) = read_schema(f'<Annotation Term="self.T" {name}="{text}"/>').annotations
    assert inline.value == Path(kind, text)
    assert read_expression(f"<{name}>\n{text}\n</{name}>") == Path(kind, text)


def test_an_empty_path_is_a_path(read_expression: ReadExpression) -> None:
    assert read_expression("<Path/>") == Path(PathKind.PATH, "")


@pytest.mark.parametrize("kind", [k for k in ConstantKind if k is not ConstantKind.STRING])
def test_a_wrong_constant_is_a_warning_in_both_notations(warned: Found, kind: ConstantKind) -> None:
    name = kind.value
    assert warned(f'\n<Annotation Term="self.T" {name}="a!b"/>') == [("EDM141", 5)]
    assert warned(f'<Annotation Term="self.T">\n<{name}>a!b</{name}></Annotation>') == [
        ("EDM141", 5)
    ]
    body = f'<Annotation Term="self.T"><Record>\n<PropertyValue Property="P" {name}="a!b"/></Record></Annotation>'
    assert warned(body) == [("EDM141", 5)]


def test_strings_are_kept_to_the_letter(read_expression: ReadExpression) -> None:
    assert read_expression("<String> a\n<!-- x -->b </String>") == Constant(
        ConstantKind.STRING, " a\nb "
    )
    assert read_expression("<String/>") == Constant(ConstantKind.STRING, "")
    assert read_expression("<String><![CDATA[<b>&]]></String>") == Constant(
        ConstantKind.STRING, "<b>&"
    )


def test_whitespace_around_other_constants_is_not_theirs(read_expression: ReadExpression) -> None:
    assert read_expression("<Int>\n  42\n</Int>") == Constant(ConstantKind.INT, "42")


def test_a_comment_inside_a_constant_splits_nothing(read_expression: ReadExpression) -> None:
    assert read_expression("<Int>4<!-- 0 -->2</Int>") == Constant(ConstantKind.INT, "42")


def test_no_value(read_schema: Read) -> None:
    (annotation,) = read_schema('<Annotation Term="a.b.Tag" Qualifier="Q"/>').annotations
    assert annotation == AnnotationValue("a.b.Tag", "Q", None)
    assert annotation.span == Span("in.csdl", 4, 1)


def test_an_annotation_may_be_annotated(read_schema: Read) -> None:
    (annotation,) = read_schema(
        '<Annotation Term="self.T"><Annotation Term="self.U" Int="1"/><Int>2</Int></Annotation>'
    ).annotations
    assert annotation == AnnotationValue(
        "self.T", None, TWO, (AnnotationValue("self.U", None, ONE),)
    )


@pytest.mark.parametrize("operator", LogicalOperator)
def test_operators(
    read_expression: ReadExpression, warned: Found, operator: LogicalOperator
) -> None:
    name = operator.value
    unary = operator in {LogicalOperator.NOT, LogicalOperator.NEG}
    operands = "<Int>1</Int>" if unary else "<Int>1</Int><Path>Price</Path>"
    expected = (ONE,) if unary else (ONE, PATH)
    assert read_expression(f"<{name}>{operands}</{name}>") == Logical(operator, expected)
    for wrong in ("", "<Int>1</Int>" * 2 if unary else "<Int>1</Int>", "<Int>1</Int>" * 3):
        body = f'<Annotation Term="self.T"><{name}>{wrong}</{name}></Annotation>'
        assert warned(body) == [("EDM142", 4)]


def test_apply(read_expression: ReadExpression) -> None:
    found = read_expression(
        '<Apply Function="odata.concat"><String>a</String><Path>Price</Path><Int>1</Int></Apply>'
    )
    assert found == Apply("odata.concat", (Constant(ConstantKind.STRING, "a"), PATH, ONE))
    assert read_expression('<Apply Function="self.F"/>') == Apply("self.F", ())


def test_cast_and_is_of(read_expression: ReadExpression) -> None:
    assert read_expression(
        '<Cast Type="Edm.Decimal" Precision="3" Scale="1"><Path>Price</Path></Cast>'
    ) == Cast("Edm.Decimal", PATH, facets=FacetAttributes(precision=3, scale=1))
    assert read_expression('<IsOf Type="Collection(self.E)"><Path>Price</Path></IsOf>') == IsOf(
        "Collection(self.E)", PATH
    )


def test_collections(read_expression: ReadExpression) -> None:
    assert read_expression("<Collection/>") == CollectionExpression(())
    assert read_expression(
        "<Collection><Int>1</Int><Null/><If><Bool>true</Bool><Int>2</Int></If></Collection>"
    ) == CollectionExpression((ONE, Null(), If(Constant(ConstantKind.BOOL, "true"), TWO, None)))


def test_if(read_expression: ReadExpression) -> None:
    assert read_expression("<If><Path>Price</Path><Int>1</Int><Int>2</Int></If>") == If(
        PATH, ONE, TWO
    )


def test_labeled_elements(read_expression: ReadExpression) -> None:
    assert read_expression('<LabeledElement Name="L" Path="Price"/>') == LabeledElement("L", PATH)
    assert read_expression('<LabeledElement Name="L"><Int>1</Int></LabeledElement>') == (
        LabeledElement("L", ONE)
    )
    assert read_expression("<LabeledElementReference>self.L</LabeledElementReference>") == (
        LabeledElementReference("self.L")
    )
    # the notation of CSDL 4.0
    assert read_expression('<LabeledElementReference Name="L"/>') == LabeledElementReference("L")


def test_null(read_expression: ReadExpression) -> None:
    assert read_expression("<Null/>") == Null()
    assert read_expression("<Null>\n</Null>") == Null()


def test_records(read_expression: ReadExpression) -> None:
    found = read_expression("""<Record Type="self.R"><Annotation Term="self.U"/>
             <PropertyValue Property="A" Int="1"><Annotation Term="self.V"/></PropertyValue>
             <PropertyValue Property="B"><Record/></PropertyValue>
             <PropertyValue Property="C"/>
           </Record>""")
    assert found == Record(
        "self.R",
        (
            PropertyValue("A", ONE, (AnnotationValue("self.V", None, None),)),
            PropertyValue("B", Record(None, ())),
            PropertyValue("C", None),
        ),
        (AnnotationValue("self.U", None, None),),
    )
    assert isinstance(found, Record)
    assert found.properties[1].span == Span("in.csdl", 6, 14)


def test_url_references(read_schema: Read, read_expression: ReadExpression) -> None:
    url = UrlRef(Constant(ConstantKind.STRING, "http://host/wiki"))
    (inline,) = read_schema('<Annotation Term="self.T" UrlRef="http://host/wiki"/>').annotations
    assert inline.value == url
    assert read_expression("<UrlRef><String>http://host/wiki</String></UrlRef>") == url
    assert read_expression("<UrlRef><Path>Price</Path></UrlRef>") == UrlRef(PATH)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<Annotation/>", "EDM120"),
        ('<Annotation Term="T"/>', "EDM133"),
        ('<Annotation Term="self.T#Q"/>', "EDM133"),
        ('<Annotation Term="self.T" Qualifier="a/b"/>', "EDM130"),
        ('<Annotation Term="self.T" Int="1" String="a"/>', "EDM140"),
        ('<Annotation Term="self.T" Int="1"><Int>1</Int></Annotation>', "EDM140"),
        ('<Annotation Term="self.T"><Int>1</Int><Null/></Annotation>', "EDM140"),
        ('<Annotation Term="self.T" Path="a&#10;b"/>', "EDM135"),
        ('<Annotation Term="self.T"><If><Int>1</Int></If></Annotation>', "EDM142"),
        ('<Annotation Term="self.T"><Cast Type="Edm.Int32"/></Annotation>', "EDM142"),
        ('<Annotation Term="self.T"><Cast><Int>1</Int></Cast></Annotation>', "EDM120"),
        ('<Annotation Term="self.T"><IsOf Type="Int"><Int>1</Int></IsOf></Annotation>', "EDM134"),
        ('<Annotation Term="self.T"><Apply><Int>1</Int></Apply></Annotation>', "EDM120"),
        ('<Annotation Term="self.T"><Null><Int>1</Int></Null></Annotation>', "EDM142"),
        ('<Annotation Term="self.T"><LabeledElement Name="L"/></Annotation>', "EDM142"),
        ('<Annotation Term="self.T"><LabeledElement Int="1"/></Annotation>', "EDM120"),
        ('<Annotation Term="self.T"><LabeledElementReference/></Annotation>', "EDM133"),
        ('<Annotation Term="self.T"><UrlRef/></Annotation>', "EDM142"),
        ('<Annotation Term="self.T"><Record Type="R"/></Annotation>', "EDM133"),
        ('<Annotation Term="self.T"><Record><PropertyValue Int="1"/></Record></Annotation>', "EDM120"),
        ('<Annotation Term="self.T"><Record><PropertyValue Property="A" Int="1"/>'
         '<PropertyValue Property="A" Int="2"/></Record></Annotation>', "EDM140"),
        ('<Annotation Term="self.T"><Collection><Int>x</Int></Collection></Annotation>', "EDM141"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_a_warning(warned: Found, body: str, code: str) -> None:
    assert warned(body) == [(code, 4)]


@pytest.mark.parametrize(
    "body",
    [
        "<Annotation/>",
        '<Annotation Term="self.T " Bool="true"/>',
        '<Annotation Term="self.T" Bool="perhaps"/>',
        '<Annotation Term="self.T"><EnumMember>None</EnumMember></Annotation>',
        '<Annotation Term="self.T" Int="1" Bool="true"/>',
        '<Annotation Term="self.T"><Not/></Annotation>',
    ],
)
def test_what_cannot_be_understood_is_left_out(body: str) -> None:
    document, _ = parse_document(wrap(body + '<Annotation Term="self.U"/>').encode(), "in.csdl")
    assert [one.term for one in document.schemas[0].annotations] == ["self.U"]


def test_the_rest_of_a_record_is_kept() -> None:
    body = (
        '<Annotation Term="self.T"><Record><PropertyValue Property="A" Int="1"/>'
        '<PropertyValue Property="B" EnumMember="None"/></Record></Annotation>'
    )
    document, _ = parse_document(wrap(body).encode(), "in.csdl")
    value = document.schemas[0].annotations[0].value
    assert isinstance(value, Record)
    assert [one.name for one in value.properties] == ["A"]


@pytest.mark.parametrize(
    "text",
    [
        "<Null>{}</Null>",
        '<LabeledElement Name="A" Int="1">{}</LabeledElement>',
        "<UrlRef><Path>A</Path>{}</UrlRef>",
        '<Apply Function="odata.concat"><Path>A</Path>{}</Apply>',
        '<Cast Type="Edm.String"><Path>A</Path>{}</Cast>',
        '<IsOf Type="Edm.String"><Path>A</Path>{}</IsOf>',
        "<If><Path>A</Path><Int>1</Int>{}</If>",
        "<Not><Path>A</Path>{}</Not>",
        "<And><Path>A</Path><Path>B</Path>{}</And>",
        "<Record>{}</Record>",
    ],
)
def test_annotations_of_expressions_are_kept(read_expression: ReadExpression, text: str) -> None:
    value = read_expression(text.format('<Annotation Term="self.U" Int="1"/>'))
    annotations = getattr(value, "annotations", None)
    assert annotations == (AnnotationValue("self.U", None, Constant(ConstantKind.INT, "1")),)


def test_facets_of_a_cast_are_kept(read_expression: ReadExpression) -> None:
    value = read_expression('<Cast Type="Edm.Decimal" Scale="2"><Path>A</Path></Cast>')
    assert isinstance(value, Cast)
    assert value.facets.scale == 2


def test_a_dotted_qualifier_is_kept_with_a_warning(warned: Found) -> None:
    assert warned('<Annotation Term="self.T" Qualifier="a.b.C"/>') == [("EDM139", 4)]


def test_an_unknown_expression_is_a_warning(warned: Found) -> None:
    body = '<Annotation Term="self.T">\n<Sting>x</Sting></Annotation>'
    assert warned(body) == [("EDM123", 5)]


def test_deep_nesting_is_read(read_expression: ReadExpression) -> None:
    depth = 90
    found = read_expression("<Collection>" * depth + "</Collection>" * depth)
    for _ in range(depth - 1):
        assert isinstance(found, CollectionExpression)
        (found,) = found.items
    assert found == CollectionExpression(())
