"""Documents of every version become one kind of Document; what is wrong in them is told at its place."""

from __future__ import annotations

import textwrap

import pytest

from edmund.diagnostics import Diagnostic, Severity
from edmund.frontends.notation.references import Library
from edmund.frontends.notation.source import parse_source
from edmund.frontends.openapi.document import Document, Operation, Version
from edmund.frontends.openapi.findings import Findings
from edmund.frontends.openapi.reader import read_document
from edmund.surface.exchange import CredentialKind, Location, Style


def read(text: str) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    findings = Findings()
    source = parse_source(textwrap.dedent(text).encode(), "a.yaml")
    return read_document(Library(source), findings), findings.all()


def operation(
    text: str, version: str = "openapi: 3.0.3"
) -> tuple[Operation, tuple[Diagnostic, ...]]:
    head = f"{version}\ninfo: {{title: t, version: '1'}}\n"
    document, found = read(head + textwrap.dedent(text))
    assert document is not None
    (one,) = document.operations
    return one, found


def places(found: tuple[Diagnostic, ...]) -> list[tuple[str, Severity, int, int]]:
    return [
        (each.code, each.severity, each.span.line, each.span.column) for each in found if each.span
    ]


def test_flags_and_texts_are_what_they_are_meant_for() -> None:
    one, found = operation("""
        paths:
          /a:
            get:
              tags: [1.10, true, a]
              deprecated: 'True'
              parameters: [{name: q, in: query, required: 'false'}, {name: r, in: query, required: 'yes'}]
              responses: {}
        """)
    assert (one.tags, one.deprecated) == (("1.10", "true", "a"), True)
    assert [each.required for each in one.parameters] == [False, False]
    assert [each.code for each in found] == ["EDM739"] * 5
    assert ["left out" in each.message for each in found].count(True) == 1


@pytest.mark.parametrize(
    ("line", "version"),
    [
        ("swagger: '2.0'", Version.V2_0),
        ("swagger: 2.0", Version.V2_0),
        ("openapi: 3.0.0", Version.V3_0),
        ("openapi: 3.0.99-rc1", Version.V3_0),
        ("openapi: 3.1.1", Version.V3_1),
        ("openapi: '3.2.0'", Version.V3_2),
        ("openapi: 3.3.0", None),
        ("openapi: 30", None),
        ("swagger: '1.2'", None),
        ("openapi: '2.0'", None),
        ("x: y", None),
        ("[]", None),
    ],
)
def test_versions(line: str, version: Version | None) -> None:
    document, found = read(line)
    assert (None if document is None else document.version) is version
    assert ("EDM738" in [each.code for each in found]) is (version is None)


def test_parameters_come_from_the_path_and_the_operation() -> None:
    one, found = operation("""
        paths:
          /a/{b}:
            parameters:
            - {name: b, in: path, required: true, schema: {type: string}}
            - {name: q, in: query, schema: {type: string}}
            get:
              parameters:
              - {name: q, in: query, required: true, style: pipeDelimited, schema: {type: array}}
              - {name: c, in: cookie, explode: false, schema: {type: string}}
              - {name: f, in: query, content: {application/json: {schema: {type: object}}}}
              - {name: Authorization, in: header, schema: {type: string}}
              responses: {200: {description: ok}}
        """)
    assert not found
    assert [(p.name, p.location, p.required, p.style, p.explode) for p in one.parameters] == [
        ("b", Location.PATH, True, Style.SIMPLE, False),
        ("q", Location.QUERY, True, Style.PIPE_DELIMITED, False),
        ("c", Location.COOKIE, False, Style.FORM, False),
        ("f", Location.QUERY, False, Style.CONTENT, False),
    ]
    assert one.parameters[3].media_type == "application/json"


def test_the_braces_of_a_path_count() -> None:
    one, found = operation("""
        paths:
          /a/{b}:
            get:
              parameters:
              - {name: c, in: path, required: true, schema: {type: string}}
              responses: {200: {description: ok}}
        """)
    assert [(p.name, p.location) for p in one.parameters] == [("b", Location.PATH)]
    assert places(found) == [
        ("EDM741", Severity.WARNING, 6, 5),
        ("EDM741", Severity.WARNING, 8, 9),
    ]


def test_answers_by_status() -> None:
    one, found = operation("""
        paths:
          /a:
            get:
              responses:
                200: {description: ok, content: {text/plain: {schema: {type: string}}}, headers: {X: {schema: {type: integer}}}}
                4xx: {description: bad}
                default: {description: other}
                '600': {description: none}
                abc: {description: none}
        """)
    assert [each.status for each in one.responses] == ["200", "4XX", "default"]
    assert [header.name for header in one.responses[0].headers] == ["X"]
    assert places(found) == [
        ("EDM743", Severity.WARNING, 11, 9),
        ("EDM743", Severity.WARNING, 12, 9),
    ]


def test_security_is_alternatives_of_sets() -> None:
    one, found = operation("""
        security: [{k: []}]
        paths:
          /a:
            get:
              security: [{o: [read, write], k: []}, {}, {gone: []}]
              responses: {200: {description: ok}}
        components:
          securitySchemes:
            k: {type: apiKey, in: header, name: X-Key}
            o: {type: oauth2, flows: {}}
        """)
    assert one.security is not None
    both, nothing = one.security
    assert [(c.name, c.kind, c.scopes) for c in both] == [
        ("o", CredentialKind.OAUTH2, ("read", "write")),
        ("k", CredentialKind.API_KEY, ()),
    ]
    assert nothing == ()
    assert [each.code for each in found] == ["EDM744"]


def test_security_of_the_description_and_none_at_all() -> None:
    text = """
        security: [{k: []}]
        paths: {/a: {get: {%s responses: {200: {description: ok}}}}}
        components: {securitySchemes: {k: {type: http, scheme: Bearer}}}
        """
    inherited, _ = operation(text % "")
    none, _ = operation(text % "security: [],")
    assert inherited.security is not None
    assert [each.kind for each in inherited.security[0]] == [CredentialKind.BEARER]
    assert none.security == ()


def test_all_methods_are_operations() -> None:
    document, found = read("""
        openapi: 3.2.0
        info: {title: t, version: '1'}
        paths:
          /a:
            head: {responses: {200: {description: ok}}}
            options: {responses: {200: {description: ok}}}
            trace: {responses: {200: {description: ok}}}
            query: {responses: {200: {description: ok}}}
            additionalOperations: {COPY: {responses: {200: {description: ok}}}}
        """)
    assert document is not None
    assert [each.method for each in document.operations] == [
        "OPTIONS",
        "HEAD",
        "TRACE",
        "QUERY",
        "COPY",
    ]
    assert not found


def test_callbacks_and_webhooks_are_read() -> None:
    document, found = read("""
        openapi: 3.1.0
        info: {title: t, version: '1'}
        paths:
          /a:
            post:
              callbacks:
                done: {'{$request.body#/url}': {post: {responses: {200: {description: ok}}}}}
              responses: {200: {description: ok}}
        webhooks:
          pet: {post: {requestBody: {content: {application/json: {schema: {type: object}}}}}}
        """)
    assert document is not None
    assert not found
    (one,) = document.operations
    assert [item.template for item in one.callbacks] == ["{$request.body#/url}"]
    assert [item.template for item in document.webhooks] == ["pet"]


SWAGGER = """
    consumes: [application/json]
    produces: [application/json, application/xml]
    host: api.example.com
    basePath: /v1/
    schemes: [http, https]
    paths:
      /a/{id}:
        parameters:
        - {name: id, in: path, required: true, type: integer}
        post:
          %s
          responses: {200: {description: ok, schema: {type: string}}}
    """


def test_swagger_bodies() -> None:
    one, found = operation(
        SWAGGER % "parameters: [{name: b, in: body, required: true, schema: {type: object}}]",
        "swagger: '2.0'",
    )
    assert not found
    assert one.body is not None
    assert one.body.required
    assert [each.name for each in one.body.contents] == ["application/json"]
    assert [each.name for each in one.responses[0].contents] == [
        "application/json",
        "application/xml",
    ]
    assert [(p.name, p.style) for p in one.parameters] == [("id", Style.SIMPLE)]


def test_swagger_forms_keep_their_places() -> None:
    one, found = operation(
        SWAGGER % """parameters:
          - {name: f, in: formData, type: file, required: true}
          - {name: tags, in: formData, type: array, items: {type: string}, collectionFormat: multi}
          - {name: q, in: query, type: array, items: {type: string}, collectionFormat: ssv}""",
        "swagger: '2.0'",
    )
    assert not found
    assert one.body is not None
    (content,) = one.body.contents
    assert content.name == "multipart/form-data"
    assert content.schema is not None
    assert content.schema.value["required"] == ["f"]  # type: ignore[index]
    tags = content.schema.at("properties", "tags", "items")
    assert (tags.span.line, tags.span.column) == (16, 49)
    assert [(e.property, e.style, e.explode) for e in content.encodings] == [
        ("tags", Style.FORM, True)
    ]
    assert one.parameters[1].style is Style.SPACE_DELIMITED


def test_swagger_servers() -> None:
    document, _ = read("swagger: '2.0'\n" + textwrap.dedent(SWAGGER % "x-a: 1"))
    assert document is not None
    assert [each.url for each in document.servers] == [
        "https://api.example.com/v1",
        "http://api.example.com/v1",
    ]


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("paths: []", "EDM739", 3, 1),
        ("paths: {/a: []}", "EDM739", 3, 9),
        ("paths: {/a: {get: 1}}", "EDM739", 3, 14),
        ("paths: {/a: {get: {parameters: {}}}}", "EDM739", 3, 20),
        ("paths: {/a: {get: {parameters: [1]}}}", "EDM739", 3, 33),
        ("paths: {/a: {get: {parameters: [{name: a}]}}}", "EDM740", 3, 33),
        ("paths: {/a: {get: {parameters: [{name: a, in: quary}]}}}", "EDM739", 3, 33),
        ("paths: {/a: {get: {responses: {200: 1}}}}", "EDM739", 3, 32),
        ("paths: {/a: {$ref: 'b.yaml'}}", "EDM735", 3, 14),
        ("paths: {/a: {get: {requestBody: {content: {a/b: 1}}}}}", "EDM739", 3, 44),
        ("components: {schemas: 1}", "EDM739", 3, 14),
    ],
)
def test_what_is_broken_has_a_place(text: str, code: str, line: int, column: int) -> None:
    _, found = read("openapi: 3.1.0\ninfo: {title: t, version: '1'}\n" + text)
    assert (code, Severity.ERROR, line, column) in places(found)
