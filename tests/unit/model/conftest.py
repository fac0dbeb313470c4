"""Models from short CSDL: what stands between the Schema tags is all that a test has to say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from edmund.csdl.document import Document
from edmund.csdl.reader import parse_document
from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.model.elements import Model
from edmund.model.resolve import resolve_model

_EDMX = (
    '<edmx:Edmx Version="{version}" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">{references}'
    "<edmx:DataServices>{schemas}</edmx:DataServices></edmx:Edmx>"
)
_SCHEMA = (
    '<Schema Namespace="{namespace}"{alias} xmlns="http://docs.oasis-open.org/odata/ns/edm">\n'
    "{body}\n</Schema>"
)


@dataclass(frozen=True)
class Resolved:
    """A model and what was found on the way; `codes` of all diagnostics in order."""

    model: Model | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def codes(self) -> list[str]:
        return [d.code for d in self.diagnostics]

    @property
    def errors(self) -> list[Diagnostic]:
        return [d for d in self.diagnostics if d.severity is Severity.ERROR]

    def only(self, code: str) -> Diagnostic:
        """The one diagnostic that there is, which has this code."""
        assert self.codes == [code], [(d.code, d.message) for d in self.diagnostics]
        return self.diagnostics[0]

    @property
    def good(self) -> Model:
        """The model of documents without any finding."""
        assert self.diagnostics == (), [(d.code, d.message) for d in self.diagnostics]
        assert self.model is not None
        return self.model


def document(
    body: str,
    *,
    namespace: str = "ns",
    alias: str | None = None,
    references: str = "",
    source: str = "a.csdl",
    more: str = "",
) -> Document:
    written = "" if alias is None else f' Alias="{alias}"'
    schema = _SCHEMA.format(namespace=namespace, alias=written, body=body)
    text = _EDMX.format(version="4.01", references=references, schemas=schema + more)
    return parse_document(text.encode(), source)[0]


def schema(body: str, namespace: str, alias: str | None = None) -> str:
    """A further schema for `document(more=...)`."""
    written = "" if alias is None else f' Alias="{alias}"'
    return _SCHEMA.format(namespace=namespace, alias=written, body=body)


def include(uri: str, namespace: str, alias: str | None = None) -> str:
    written = "" if alias is None else f' Alias="{alias}"'
    return (
        f'<edmx:Reference Uri="{uri}"><edmx:Include Namespace="{namespace}"{written}/>'
        "</edmx:Reference>"
    )


def resolve(*documents: Document) -> Resolved:
    try:
        model, diagnostics = resolve_model(documents)
    except EdmundError as failed:
        return Resolved(None, failed.diagnostics)
    return Resolved(model, diagnostics)


class Csdl:
    """What tests build with: see the functions of the same names."""

    document = staticmethod(document)
    schema = staticmethod(schema)
    include = staticmethod(include)
    resolve = staticmethod(resolve)

    @staticmethod
    def of(body: str, **options: Any) -> Resolved:
        return resolve(document(body, **options))


@pytest.fixture(scope="session")
def csdl() -> Csdl:
    return Csdl()
