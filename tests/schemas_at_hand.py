"""Schemas compiled and values checked, as the tests of this folder write them."""

from collections.abc import Mapping

from edmund.frontends.json_schema import (
    DRAFT_2020_12,
    Dialect,
    Document,
    Documents,
    Location,
    SchemaViolation,
    check_value,
    compile_schema,
)

ROOT = "https://example.com/root.json"


def violations(
    schema: object,
    value: object,
    *,
    pointer: str = "",
    dialect: Dialect = DRAFT_2020_12,
    others: Mapping[str, object] | None = None,
    formats: bool = False,
    loops: bool = False,
) -> tuple[SchemaViolation, ...]:
    """What is wrong with `value`; `others` are further documents by their URI."""
    documents = Documents(
        Document(uri, contents, dialect)
        for uri, contents in {ROOT: schema, **(others or {})}.items()
    )
    compiled = compile_schema(
        documents, Location(ROOT, pointer), assert_formats=formats, allow_loops=loops
    )
    return check_value(compiled.program, value)


def codes(schema: object, value: object, **how: object) -> list[tuple[str, str]]:
    """Pointer and code of each violation."""
    return [(each.pointer, each.code) for each in violations(schema, value, **how)]  # type: ignore[arg-type]
