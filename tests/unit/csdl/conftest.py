"""Ways to read a piece of CSDL and look at what came of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from edmund.csdl.document import Document, SchemaElement
from edmund.csdl.expression import Expression
from edmund.csdl.reader import parse_document
from edmund.diagnostics import Diagnostic, EdmundError, Severity

EDMX = "http://docs.oasis-open.org/odata/ns/edmx"
EDM = "http://docs.oasis-open.org/odata/ns/edm"


def wrap(body: str, *, before: str = "", version: str = "4.01") -> str:
    """A document of one schema `a.b` whose children start on line 4."""
    return (
        f'<edmx:Edmx xmlns:edmx="{EDMX}" Version="{version}">{before}\n'
        "<edmx:DataServices>\n"
        f'<Schema xmlns="{EDM}" Namespace="a.b" Alias="self">\n'
        f"{body}\n"
        "</Schema></edmx:DataServices></edmx:Edmx>"
    )


ReadDocument = Callable[..., tuple[Document, tuple[Diagnostic, ...]]]
ReadSchema = Callable[[str], SchemaElement]
Refused = Callable[..., list[tuple[str, int]]]
Warned = Callable[[str], list[tuple[str, int]]]
ReadExpression = Callable[[str], Expression | None]


@pytest.fixture
def read_text() -> ReadDocument:
    """Text of a whole document in, Document and diagnostics out."""

    def read(text: str, encoding: str = "utf-8") -> tuple[Document, tuple[Diagnostic, ...]]:
        return parse_document(text.encode(encoding), "in.csdl")

    return read


@pytest.fixture
def read_schema() -> ReadSchema:
    """Children of a schema in, the SchemaElement out; nothing at all may be found."""

    def read(body: str) -> SchemaElement:
        document, diagnostics = parse_document(wrap(body).encode(), "in.csdl")
        assert diagnostics == ()
        return document.schemas[0]

    return read


@pytest.fixture
def refused() -> Refused:
    """Children of a schema in, code and line of every error out; no error is a failure."""

    def read(body: str, *, whole: bool = False) -> list[tuple[str, int]]:
        with pytest.raises(EdmundError) as failure:
            parse_document((body if whole else wrap(body)).encode(), "in.csdl")
        errors = [d for d in failure.value.diagnostics if d.severity is Severity.ERROR]
        assert all(d.span is not None and d.span.file == "in.csdl" for d in errors)
        return [(d.code, d.span.line if d.span else 0) for d in errors]

    return read


@pytest.fixture
def warned() -> Warned:
    """Children of a schema in, code and line of every warning out."""

    def read(body: str) -> list[tuple[str, int]]:
        _, diagnostics = parse_document(wrap(body).encode(), "in.csdl")
        assert all(d.severity is not Severity.ERROR for d in diagnostics)
        return [(d.code, d.span.line if d.span else 0) for d in diagnostics]

    return read


@pytest.fixture
def read_expression(read_schema: ReadSchema) -> ReadExpression:
    """An expression in element notation in, the expression out."""

    def read(text: str) -> Expression | None:
        schema = read_schema(f'<Annotation Term="self.T">{text}</Annotation>')
        return schema.annotations[0].value

    return read


__all__ = ["EDM", "EDMX", "wrap"]
