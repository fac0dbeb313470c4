"""How tests load documents and review them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

from edmund.review.compare import Severities, review_models
from edmund.review.comparison import Comparison, Options
from edmund.review.findings import Finding
from edmund.review.load import SourceText, Version, load_version
from edmund.review.shape import Shape
from edmund.review.usage import usage_in

AS_OF = date(2026, 7, 1)  # the day that fixtures' removal dates are judged by


@lru_cache(maxsize=10)  # the real pairs are large, and looked at by several tests
def load(path: Path, *more: Path) -> Version:
    return load_version(path.name, [SourceText(p.name, p.read_bytes()) for p in (path, *more)])


def load_text(text: str, name: str = "x.csdl") -> Version:
    return load_version(name, [SourceText(name, text.encode())])


def review(old: Version, new: Version, *, likeness: bool = True) -> tuple[Finding, ...]:
    comparison = Comparison(
        Shape(old.model),
        Shape(new.model),
        usage_in(old.model),
        usage_in(new.model),
        Options(likeness=likeness, as_of=AS_OF),
        old.spellings,
        new.spellings,
    )
    return review_models(comparison, Severities())


_PROLOG = (
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">'
    "<edmx:DataServices>"
    '<Schema Namespace="n" xmlns="http://docs.oasis-open.org/odata/ns/edm">'
)


def schema(body: str) -> Version:
    """A document with one schema `n`."""
    return load_text(f"{_PROLOG}{body}</Schema></edmx:DataServices></edmx:Edmx>")
