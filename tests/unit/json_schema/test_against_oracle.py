"""Schemas and values at random: the verdict is that of the package `jsonschema`."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from schemas_at_hand import violations

from edmund.frontends.json_schema import DRAFT_4, DRAFT_7, DRAFT_2019_09, DRAFT_2020_12, Dialect

jsonschema = pytest.importorskip("jsonschema")

NAMES = st.sampled_from(["a", "b", "ab", ""])
NUMBERS = st.one_of(st.integers(-4, 4), st.sampled_from([0.5, 1.0, 2.5, -1.5]))
SCALARS = st.one_of(st.none(), st.booleans(), NUMBERS, st.sampled_from(["", "a", "b", "ab", "ba"]))
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)
TYPES = st.sampled_from(["null", "boolean", "object", "array", "number", "string", "integer"])
SIZES = st.integers(0, 3)
PATTERNS = st.sampled_from(["^a", "b$", "^(a|b)*$", "", "a{2}"])
FACETS: dict[str, st.SearchStrategy[object]] = {
    "type": TYPES | st.lists(TYPES, min_size=1, max_size=3, unique=True),
    "enum": st.lists(VALUES, min_size=1, max_size=3),
    "minimum": NUMBERS,
    "maximum": NUMBERS,
    "multipleOf": st.sampled_from([1, 2, 0.5]),
    "minLength": SIZES,
    "maxLength": SIZES,
    "pattern": PATTERNS,
    "minItems": SIZES,
    "maxItems": SIZES,
    "uniqueItems": st.booleans(),
    "minProperties": SIZES,
    "maxProperties": SIZES,
    "required": st.lists(NAMES, max_size=2, unique=True),
}
AFTER_4: dict[str, st.SearchStrategy[object]] = {
    "const": VALUES,
    "exclusiveMinimum": NUMBERS,
    "exclusiveMaximum": NUMBERS,
}
FROM_2019: dict[str, st.SearchStrategy[object]] = {
    "dependentRequired": st.dictionaries(
        NAMES, st.lists(NAMES, max_size=2, unique=True), max_size=2
    ),
    "minContains": SIZES,
    "maxContains": SIZES,
}


def applicators(
    schemas: st.SearchStrategy[object], dialect: Dialect
) -> dict[str, st.SearchStrategy[object]]:
    several = st.lists(schemas, min_size=1, max_size=3)
    by_name = st.dictionaries(NAMES, schemas, max_size=3)
    found: dict[str, st.SearchStrategy[object]] = {
        "allOf": several,
        "anyOf": several,
        "oneOf": several,
        "not": schemas,
        "properties": by_name,
        "patternProperties": st.dictionaries(PATTERNS, schemas, max_size=2),
        "additionalProperties": schemas,
        "items": schemas,
        "prefixItems": several,
        "additionalItems": schemas,
        "propertyNames": schemas,
        "contains": schemas,
        "if": schemas,
        "then": schemas,
        "else": schemas,
        "dependencies": by_name,
        "dependentSchemas": by_name,
        "unevaluatedItems": schemas,
        "unevaluatedProperties": schemas,
    }
    if "additionalItems" in dialect.keywords:
        found["items"] = schemas | several
    return {name: each for name, each in found.items() if name in dialect.subschemas}


def schemas_of(dialect: Dialect) -> st.SearchStrategy[object]:
    facets = dict(FACETS)
    if dialect is not DRAFT_4:
        facets |= AFTER_4
    if dialect in (DRAFT_2019_09, DRAFT_2020_12):
        facets |= FROM_2019
    leaves = st.fixed_dictionaries({}, optional=facets)
    simple: st.SearchStrategy[object] = leaves if dialect is DRAFT_4 else leaves | st.booleans()

    def larger(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
        optional = applicators(inner, dialect) | {"type": TYPES, "minItems": SIZES}
        if dialect in (DRAFT_2019_09, DRAFT_2020_12):
            # Left over from older drafts: we heed it there as well, which implementations may; the oracle does not.
            optional.pop("dependencies", None)
        names = st.lists(st.sampled_from(sorted(optional)), max_size=4, unique=True)
        return names.flatmap(
            lambda chosen: st.fixed_dictionaries({name: optional[name] for name in chosen})
        )

    return st.recursive(simple, larger, max_leaves=6)


ORACLES = {
    "Draft 4": (DRAFT_4, jsonschema.Draft4Validator),
    "Draft 7": (DRAFT_7, jsonschema.Draft7Validator),
    "2019-09": (DRAFT_2019_09, jsonschema.Draft201909Validator),
    "2020-12": (DRAFT_2020_12, jsonschema.Draft202012Validator),
}


@pytest.mark.parametrize("name", ORACLES)
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_the_verdict_is_the_oracles(name: str, data: st.DataObject) -> None:
    dialect, oracle = ORACLES[name]
    schema = data.draw(schemas_of(dialect), label="schema")
    value = data.draw(VALUES, label="value")
    expected = oracle(schema).is_valid(value)
    assert (not violations(schema, value, dialect=dialect)) is expected


@settings(max_examples=100, deadline=None)
@given(
    number=st.decimals(
        allow_nan=False, allow_infinity=False, places=6, min_value=-1e6, max_value=1e6
    ),
    factor=st.decimals(min_value=Decimal("0.001"), max_value=100, places=3),
)
def test_multiples_are_exact(number: Decimal, factor: Decimal) -> None:
    expected = (number * 10**6).to_integral_value() % (factor * 10**6).to_integral_value() == 0
    assert (not violations({"multipleOf": factor}, number)) is expected
