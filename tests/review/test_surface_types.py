"""Types of OpenAPI by what values they have: other names, wider and narrower ones, in requests and in answers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from review.reviewing_openapi import load_openapi_text, review_openapi

Found = list[tuple[str, str, str, str]]

HEAD = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\n"
KEYED = "{type: object, properties: {k: {type: string}, %s: {type: string}}}"


def ref(name: str) -> str:
    return f"{{$ref: '#/components/schemas/{name}'}}"


def having(**members: str) -> str:
    said = ", ".join(f"{name}: {schema}" for name, schema in members.items())
    return f"{{type: object, properties: {{{said}}}}}"


def exchange(
    sent: str | None = None, answered: str | None = None, asked: str | None = None, **schemas: str
) -> str:
    """A document of one call, with named schemas."""
    contents = "{content: {application/json: {schema: %s}}}"
    call = ["tags: []"]
    if sent is not None:
        call.append(f"requestBody: {contents % sent}")
    if answered is not None:
        call.append(
            f"responses: {{200: {contents % answered}}}".replace("{con", "{description: x, con")
        )
    if asked is not None:
        call.append(f"parameters: [{{name: q, in: query, schema: {asked}}}]")
    named = "".join(f"\n  {name}: {schema}" for name, schema in schemas.items()) or " {}"
    return f"{HEAD}paths: {{/a: {{post: {{{', '.join(call)}}}}}}}\ncomponents:\n schemas:{named}\n"


def both(type_: str, **schemas: str) -> str:
    return exchange(type_, type_, **schemas)


def review(old: str, new: str) -> Found:
    pair = (load_openapi_text(each) for each in (old, new))
    return [(f.id, f.element, f.wire.word, f.source.word) for f in review_openapi(*pair)]


def renamed(*names: str) -> Found:
    return [("type-renamed", name, "none", "breaking") for name in names]


TEXT, WHOLE = "{type: string}", "{type: integer}"


@pytest.mark.parametrize(
    ("old", "new", "gone", "back"),
    [
        (both(ref("A"), A=having(p=TEXT)), both(ref("B"), B=having(p=TEXT)), ["A"], ["B"]),
        (
            both(ref("A"), A=having(p=ref("X")), X=having(p=ref("A"))),
            both(ref("B"), B=having(p=ref("Y")), Y=having(p=ref("B"))),
            ["A", "X"],
            ["B", "Y"],
        ),
        (
            both(ref("A"), A=having(p=TEXT)),
            both(having(p=TEXT)),
            ["A"],
            ["APostRequestBody", "APostResponse"],
        ),
        (
            both(ref("A"), A=f"{{oneOf: [{TEXT}, {{type: array, items: {ref('A')}}}]}}"),
            exchange(
                ref("B"),
                ref("C"),
                B=f"{{oneOf: [{TEXT}, {{type: array, items: {ref('B')}}}]}}",
                C=f"{{oneOf: [{TEXT}, {{type: array, items: {ref('C')}}}]}}",
            ),
            ["A"],
            ["B", "C"],
        ),
        (
            both(f"{{oneOf: [{ref('A')}, {ref('X')}]}}", A=KEYED % "a", X=KEYED % "x"),
            both(f"{{oneOf: [{ref('B')}, {ref('X')}]}}", B=KEYED % "a", X=KEYED % "x"),
            ["A"],
            ["B"],
        ),
    ],
)
def test_another_name_is_a_break_of_source_once_for_each_type(
    old: str, new: str, gone: Sequence[str], back: Sequence[str]
) -> None:
    assert review(old, new) == renamed(*gone)
    assert review(new, old) == renamed(*back)


def test_types_that_no_call_has_are_renamed_where_they_are_the_same_in_all() -> None:
    old = exchange(A=having(p=ref("X")), X=having(q=TEXT), C=having(c=TEXT))
    new = exchange(B=having(p=ref("Y")), Y=having(q=TEXT), D=having(c=WHOLE))
    assert review(old, new) == [
        *renamed("A"),
        ("type-removed", "C", "none", "breaking"),
        *renamed("X"),
        ("type-added", "D", "info", "info"),
    ]
    twice = exchange(B=having(q=TEXT), Y=having(q=TEXT))
    assert [each[0] for each in review(exchange(X=having(q=TEXT)), twice)] == [
        "type-removed",
        "type-added",
        "type-added",
    ]


def test_a_type_that_changed_too_is_told_to_be_renamed_and_what_changed() -> None:
    old = both(ref("A"), A=having(p=TEXT, q=TEXT))
    new = both(ref("B"), B=having(p=TEXT, q="{type: boolean}", r=TEXT))
    assert review(old, new) == [
        ("property-type-changed", "A/q", "breaking", "breaking"),
        *renamed("A"),
        ("property-added", "A/r", "info", "info"),
    ]


def test_a_type_with_nothing_in_common_is_another_one() -> None:
    found = review(both(ref("A"), A=having(p=TEXT)), both(ref("B"), B=having(z=TEXT)))
    assert [(each[0], each[2]) for each in found] == [
        ("call-answer-type-changed", "breaking"),
        ("call-body-type-changed", "breaking"),
        ("type-removed", "none"),
        ("type-added", "info"),
    ]


def test_a_name_that_a_discriminator_has_for_a_value_is_on_the_wire() -> None:
    union = "{oneOf: [%s, %s], discriminator: {propertyName: k%s}}"
    parts = {"X": KEYED % "x"}

    def described(name: str, mapping: str = "") -> str:
        return both(union % (ref(name), ref("X"), mapping), **{name: KEYED % "a"}, **parts)

    assert review(described("A", ", mapping: {a: A}"), described("B", ", mapping: {a: B}")) == (
        renamed("A")
    )
    implied = review(described("A"), described("B"))
    assert ("discriminator-changed", "breaking") in [(each[0], each[2]) for each in implied]


def test_a_chain_of_types_of_other_names_is_followed_to_its_end() -> None:
    def chain(stem: str) -> str:
        last = 900
        schemas = {
            f"{stem}{i}": having(p=ref(f"{stem}{i + 1}") if i < last else TEXT)
            for i in range(last + 1)
        }
        return both(ref(f"{stem}0"), **schemas)

    found = review(chain("A"), chain("B"))
    assert len(found) == 901
    assert {(each[0], each[2]) for each in found} == {("type-renamed", "none")}


WIDER = [
    ("{enum: [a]}", TEXT),
    ("{enum: [a]}", "{type: string, maxLength: 1}"),
    ("{type: array, items: {enum: [a]}}", f"{{type: array, items: {TEXT}}}"),
    ("{enum: [1, 2]}", WHOLE),
    ("{const: a}", "{enum: [a, b]}"),
    ("{const: a}", TEXT),
    (WHOLE, "{type: number}"),
    (WHOLE, "{type: number, format: float}"),
    (TEXT, "{type: [string, 'null']}"),
    (TEXT, "{type: [string, integer]}"),
    (TEXT, f"{{oneOf: [{TEXT}, {WHOLE}]}}"),
    ("{enum: [a]}", "{oneOf: [{enum: [a]}, {type: integer}]}"),
    ("{type: string, format: uuid}", TEXT),
    (TEXT, "{}"),
    ("{const: null}", "{type: [string, 'null']}"),
]
MORE = [
    ("{enum: [a]}", "{enum: [a, b]}"),
    (f"{{oneOf: [{TEXT}, {WHOLE}]}}", f"{{oneOf: [{TEXT}, {WHOLE}, {{type: boolean}}]}}"),
]


def worst(found: Found) -> str:
    """The worst that the findings do on the wire."""
    order = ("none", "info", "warning", "breaking")
    return max((each[2] for each in found), key=order.index)


@pytest.mark.parametrize(("narrow", "wide"), [*WIDER, *MORE])
def test_wider_is_no_break_of_requests_and_narrower_is(narrow: str, wide: str) -> None:
    for place in ("sent", "asked"):
        documents = [exchange(**{place: each}) for each in (narrow, wide)]
        assert worst(review(*documents)) == "info"
        assert worst(review(*reversed(documents))) == "breaking"
    members = [exchange(ref("A"), A=having(p=each)) for each in (narrow, wide)]
    assert worst(review(*members)) == "info"
    assert worst(review(*reversed(members))) == "breaking"


@pytest.mark.parametrize(("narrow", "wide"), [*WIDER, *MORE])
def test_narrower_is_no_break_of_answers_and_wider_is(narrow: str, wide: str) -> None:
    documents = [exchange(answered=each) for each in (narrow, wide)]
    assert worst(review(*documents)) == ("warning" if (narrow, wide) in MORE else "breaking")
    assert worst(review(*reversed(documents))) == "info"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("{enum: [a]}", "{type: string, pattern: b}"),
        ("{enum: [ab]}", "{type: string, maxLength: 1}"),
        ("{enum: [1]}", TEXT),
        ("{enum: [1.5]}", WHOLE),
        (TEXT, f"{{type: array, items: {TEXT}}}"),
        ("{type: string, maxLength: 2}", "{type: string, minLength: 1}"),
    ],
)
def test_neither_wider_nor_narrower_breaks_both_ways(one: str, other: str) -> None:
    for place in ("sent", "answered"):
        documents = [exchange(**{place: each}) for each in (one, other)]
        assert worst(review(*documents)) == "breaking"
        assert worst(review(*reversed(documents))) == "breaking"


def test_the_same_values_in_another_form_are_a_matter_of_source() -> None:
    found = review(exchange("{const: a}"), exchange("{enum: [a]}"))
    assert ("call-body-type-changed", "POST /a body application/json", "none", "breaking") in found
    assert worst(found) == "info"
