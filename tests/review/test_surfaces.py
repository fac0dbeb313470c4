"""Reviews of OpenAPI: the rules that CSDL has too, what a change means by where it is met, and real documents."""

from __future__ import annotations

import gzip
import json
import time
from datetime import date

import pytest
from machine import slowness
from review.reviewing_openapi import load_openapi_text, review_openapi
from shared_material import SHARED, needs_shared

from edmund.api import review_openapi as public_review
from edmund.review.findings import Level
from edmund.review.waivers import parse_waivers

HEAD = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\n"
REF = "{$ref: '#/components/schemas/A'}"
SENT = f"requestBody: {{content: {{application/json: {{schema: {REF}}}}}}}"
ANSWERED = (
    f"responses: {{200: {{description: ok, content: {{application/json: {{schema: {REF}}}}}}}}}"
)


def document(schema: str, *, sent: bool = True, answered: bool = True, more: str = "") -> str:
    parts = [SENT if sent else "", ANSWERED if answered else ""]
    call = ", ".join(part for part in parts if part)
    return (
        f"{HEAD}paths: {{/a: {{post: {{{call}}}}}}}\ncomponents:\n schemas:\n  A: {schema}\n{more}"
    )


def found(old: str, new: str, **where: bool) -> list[tuple[str, str, str]]:
    pair = (load_openapi_text(document(each, **where)) for each in (old, new))  # type: ignore[arg-type]
    return [(f.id, f.element, f.wire.word) for f in review_openapi(*pair)]


P = "{type: object, properties: {p: %s}}"


@pytest.mark.parametrize(
    ("old", "new", "rule", "element"),
    [
        (P % "{type: string}", "{type: object, properties: {q: {}}}", "property-removed", "A/p"),
        ("{type: object, properties: {q: {}}}", P % "{type: string}", "property-added", "A/p"),
        (P % "{type: string}", P % "{type: boolean}", "property-type-changed", "A/p"),
        (
            P % "{type: string}",
            P % "{type: string, format: date}",
            "property-type-specialized",
            "A/p",
        ),
        (
            P % "{type: integer, format: int32}",
            P % "{type: integer}",
            "property-type-generalized",
            "A/p",
        ),
        (P % "{type: [string, 'null']}", P % "{type: string}", "nullable-tightened", "A/p"),
        (P % "{type: string}", P % "{type: [string, 'null']}", "nullable-relaxed", "A/p"),
        (
            P % "{type: string, maxLength: 9}",
            P % "{type: string, maxLength: 5}",
            "max-length-narrowed",
            "A/p",
        ),
        (P % "{type: string, maxLength: 5}", P % "{type: string}", "max-length-widened", "A/p"),
        (
            P % "{type: integer, minimum: 1}",
            P % "{type: integer, minimum: 2}",
            "property-type-specialized",
            "A/p",
        ),
        (
            P % "{type: array, items: {type: string}}",
            P % "{type: array, items: {type: string, minLength: 1}}",
            "property-type-specialized",
            "A/p",
        ),
        (
            P % "{type: string, default: a}",
            P % "{type: string, default: b}",
            "default-value-changed",
            "A/p",
        ),
        (P % "{type: string}", P % "{type: string, readOnly: true}", "computed-added", "A/p"),
        (P % "{type: string}", P % "{type: string, deprecated: true}", "deprecated-added", "A/p"),
        ("{type: string, enum: [a, b]}", "{type: string, enum: [a]}", "enum-member-removed", "A/b"),
        ("{type: string, enum: [a]}", "{type: string, enum: [a, b]}", "enum-member-added", "A/b"),
        ("{enum: [a]}", "{enum: [1]}", "enum-underlying-type-changed", "A"),
        (P % "{}", "{type: string, enum: [a]}", "type-kind-changed", "A"),
    ],
)
def test_rules_that_csdl_has_too(old: str, new: str, rule: str, element: str) -> None:
    assert (rule, element) in [(each[0], each[1]) for each in found(old, new)]


def test_a_change_counts_by_where_its_type_is_met() -> None:
    old, new = P % "{type: string, maxLength: 9}", P % "{type: string, maxLength: 5}"
    assert found(old, new, answered=False) == [("max-length-narrowed", "A/p", "breaking")]
    assert found(old, new, sent=False) == [("max-length-narrowed", "A/p", "info")]
    required = "{type: object, required: [p], properties: {p: {type: string}}}"
    empty = "{type: object, properties: {q: {}}}"
    added = [each for each in found(empty, required, answered=False) if each[1] == "A/p"]
    assert added == [("property-added-required", "A/p", "breaking")]
    only_answered = [each for each in found(empty, required, sent=False) if each[1] == "A/p"]
    assert only_answered == [("property-added-required", "A/p", "info")]


def test_a_value_of_a_discriminator_that_is_written_otherwise_is_a_break() -> None:
    variants = (
        "  X: {type: object, properties: {k: {type: string}}}\n"
        "  Y: {type: object, properties: {k: {type: string}}}\n"
    )
    union = (
        "{oneOf: [{$ref: '#/components/schemas/X'}, {$ref: '#/components/schemas/Y'}],"
        " discriminator: {propertyName: k, mapping: {%s: X, y: Y}}}"
    )
    old, new, both = (
        load_openapi_text(document(union % value, more=variants)) for value in ("a", "b", "a: X, b")
    )
    for pair in ((old, new), (new, old), (both, old)):
        assert [(f.id, f.wire) for f in review_openapi(*pair)] == [
            ("discriminator-changed", Level.BREAKING)
        ]
    assert [f for f in review_openapi(old, both) if f.wire is Level.BREAKING] == []


def changes(old: str, new: str) -> list[tuple[str, str, str, str]]:
    """The findings of two maps of paths."""
    pair = (load_openapi_text(f"{HEAD}paths: {each}") for each in (old, new))
    return [(f.id, f.element, f.wire.word, f.source.word) for f in review_openapi(*pair)]


AT = "{%s: {get: {parameters: [%s], responses: {200: {description: ok}}}}}"


def test_parameters_of_a_path_are_known_by_their_places() -> None:
    def path(name: str, type_: str) -> str:
        return f"{{name: {name}, in: path, required: true, schema: {{type: {type_}}}}}"

    old = AT % ("'/a/{x}-{y}'", path("x", "string") + "," + path("y", "integer"))
    new = AT % ("'/a/{x}-{z}'", path("z", "number") + "," + path("x", "string"))
    assert changes(old, new) == [
        ("call-path-parameter-renamed", "/a/{x}-{y}", "none", "breaking"),
        ("call-parameter-widened", "GET /a/{x}-{y} path y", "info", "info"),
    ]
    assert [each[0] for each in changes(old, AT % ("'/a/{x}.{y}'", path("x", "string")))] == [
        "call-removed",
        "call-added",
    ]


def test_one_template_by_two_names_of_its_parameter_is_matched_call_by_call() -> None:
    answer = "{responses: {200: {description: ok}}}"
    parameter = "parameters: [{name: %s, in: path, required: true, schema: {type: string}}]"
    old = (
        f"{{'/a/{{x}}': {{{parameter % 'x'}, get: {answer}}},"
        f" '/a/{{y}}': {{{parameter % 'y'}, put: {answer}}}}}"
    )
    new = f"{{'/a/{{y}}': {{{parameter % 'y'}, get: {answer}, put: {answer}}}}}"
    assert changes(old, old) == []
    assert changes(old, new) == [("call-path-parameter-renamed", "/a/{x}", "none", "breaking")]
    assert changes(new, old) == [("call-path-parameter-renamed", "/a/{y}", "none", "breaking")]


def test_an_id_is_of_interest_to_methods_that_are_named_after_it() -> None:
    text = HEAD + "paths: {/a: {get: {operationId: %s, responses: {200: {description: ok}}}}}"
    pair = [load_openapi_text(text % each) for each in ("listA", "getA")]
    (told,) = public_review(*pair)
    (felt,) = public_review(*pair, by_operation=True)
    assert [(each.id, each.wire, each.source) for each in (told, felt)] == [
        ("call-id-changed", Level.NONE, Level.NONE),
        ("call-id-changed", Level.NONE, Level.BREAKING),
    ]


def test_errors_count_less_than_answers_of_success() -> None:
    text = HEAD + "paths: {/a: {get: {responses: {200: {description: ok}%s}}}}"
    old, new = text % ", 404: {description: gone}", text % ""
    (finding,) = review_openapi(load_openapi_text(old), load_openapi_text(new))
    assert (finding.id, finding.level) == ("call-answer-removed", Level.INFO)


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        ("[{k: []}]", "[{k: []}, {t: []}]", ["call-security-loosened"]),
        ("[{k: []}, {t: []}]", "[{k: []}]", ["call-security-tightened"]),
        ("[{k: []}]", "[{t: []}]", ["call-security-loosened", "call-security-tightened"]),
        ("[]", "[{}]", []),
        ("[{}]", "[{k: []}]", ["call-security-tightened"]),
        ("[{o: [r]}]", "[{o: [r, w]}]", ["call-security-tightened"]),
        ("[{k: [], t: []}]", "[{t: [], k: []}]", []),
    ],
)
def test_security_by_what_is_enough(old: str, new: str, rules: list[str]) -> None:
    schemes = "{k: {type: apiKey, in: header, name: K}, t: {type: http, scheme: bearer}, o: {type: oauth2}}"
    text = f"{HEAD}paths: {{/a: {{get: {{security: %s}}}}}}\ncomponents: {{securitySchemes: {schemes}}}"
    changes = review_openapi(load_openapi_text(text % old), load_openapi_text(text % new))
    assert sorted(change.id for change in changes) == rules


def test_waivers_and_fingerprints_hold_when_lines_move() -> None:
    old, new = document(P % "{type: string}"), document("{type: object, properties: {q: {}}}")
    first = review_openapi(load_openapi_text(old), load_openapi_text(new))
    moved = review_openapi(
        load_openapi_text("# moved\n" + old), load_openapi_text("# moved\n" + new)
    )
    assert [each.fingerprint for each in first] == [each.fingerprint for each in moved]
    gone = next(each for each in first if each.id == "property-removed")
    waivers = parse_waivers(
        f'[[waiver]]\nfingerprint = "{gone.fingerprint}"\nreason = "agreed"\n'.encode(), "w.toml"
    )
    judged = public_review(
        load_openapi_text(old), load_openapi_text(new), waivers=waivers, as_of=date(2026, 7, 1)
    )
    assert [each.id for each in judged if each.waived] == ["property-removed"]


@pytest.mark.shared
@needs_shared
def test_two_versions_of_a_large_description() -> None:
    """GitHub's, with one property, one call and one parameter changed: these are found, and nothing else."""
    data = gzip.decompress((SHARED / "openapi" / "github-3.0.json.gz").read_bytes())
    changed = json.loads(data)
    del changed["components"]["schemas"]["root"]["properties"]["hub_url"]
    del changed["paths"]["/octocat"]["get"]
    changed["paths"]["/emojis"]["get"]["parameters"] = [
        {"name": "set", "in": "query", "required": True, "schema": {"type": "string"}}
    ]
    started = time.process_time()
    old = load_openapi_text(data.decode(), "old.json")
    new = load_openapi_text(json.dumps(changed, indent=1), "new.json")
    findings = review_openapi(old, new)
    seconds = time.process_time() - started
    assert {(each.id, each.element) for each in findings} == {
        ("property-removed", "root/hub_url"),
        ("call-removed", "GET /octocat"),
        ("call-parameter-added-required", "GET /emojis query set"),
    }
    for each in findings:
        assert each.old is not None and each.new is not None
        assert each.old.line and each.new.line
    assert seconds < 9 * slowness()
