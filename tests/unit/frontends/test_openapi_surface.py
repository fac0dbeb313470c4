"""Paths become a graph of resources, operations become calls with everything that HTTP has of them."""

from __future__ import annotations

import gzip
import textwrap
from pathlib import Path

import pytest
from shared_material import SHARED, needs_shared

from edmund.config.inputs import InputFile
from edmund.description import Description, below_root, parse_description
from edmund.diagnostics import EdmundError, Severity
from edmund.frontends.notation.references import no_files
from edmund.surface.elements import Call, CallKind, HttpMethod, SegmentKind
from edmund.surface.exchange import Location
from edmund.surface.lookup import PathFinder
from edmund.surface.types import ListOf, Named, Primitive

DOCUMENTS = SHARED / "openapi"


def read(text: str) -> Description:
    head = "openapi: 3.2.0\ninfo: {title: t, version: '1'}\n"
    return parse_description(InputFile("a.yaml", (head + textwrap.dedent(text)).encode()), no_files)


def calls(description: Description) -> dict[tuple[str, str], Call]:
    return {
        (call.http.method, call.http.path): call
        for resource in description.surface.resources
        for call in resource.calls
        if call.http is not None
    }


PETS = """
    paths:
      /pets:
        get: {responses: {200: {content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}}}
        post: {requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}, image/png: {}}}, responses: {201: {description: made}}}
      /pets/{id}:
        get: {parameters: [{name: id, in: path, required: true, schema: {type: integer}}], responses: {200: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}, 4XX: {content: {application/problem+json: {schema: {$ref: '#/components/schemas/Error'}}}, headers: {Retry-After: {schema: {type: integer}}}}}}
        additionalOperations: {COPY: {parameters: [{name: id, in: path, required: true, schema: {type: integer}}]}}
      /pets/{pet}/toys:
        get: {parameters: [{name: pet, in: path, required: true, schema: {type: integer}}]}
      /compare/{base}...{head}:
        get: {parameters: [{name: base, in: path, required: true, schema: {type: string}}, {name: head, in: path, required: true, schema: {type: string}}]}
    webhooks: {new: {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {w: {type: string}}}}}}}}}
    components:
      schemas:
        Pet: {type: object, properties: {n: {type: string}}}
        Error: {type: object, properties: {m: {type: string}}}
    """


def test_a_path_without_operations_is_no_place_to_go() -> None:
    """Whose parameters nobody declares, so that no language could spell an accessor of them."""
    described = read("""
        paths:
          /pets/{id}: {parameters: [{name: id, in: path, required: true, schema: {type: string}}]}
          /toys/{id}/parts:
            get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}]}
          /toys/{id}: {}
        """)
    found = [resource.id for resource in described.surface.resources]
    assert found == ["/", "/toys", "/toys/{id}", "/toys/{id}/parts"]


def test_paths_share_what_they_begin_with() -> None:
    surface = read(PETS).surface
    assert [resource.id for resource in surface.resources] == [
        "/",
        "/pets",
        "/compare",
        "/pets/{id}",
        "/compare/{base}...{head}",
        "/pets/{id}/toys",
    ]
    (edge,) = surface.by_id["/pets"].edges
    assert (edge.kind, edge.name) == (SegmentKind.KEY, "")
    assert [(key.name, key.type) for key in edge.keys] == [("id", Primitive("Edm.Int64"))]
    (template,) = surface.by_id["/compare"].edges
    assert (template.kind, [key.name for key in template.keys]) == (
        SegmentKind.TEMPLATE,
        ["base", "head"],
    )


@pytest.mark.parametrize(
    ("path", "resource"),
    [
        ("/pets/{id}/toys", "/pets/{id}/toys"),
        ("/pets/7", "/pets/{id}"),
        ("/compare/{base}...{head}", "/compare/{base}...{head}"),
    ],
)
def test_paths_are_found(path: str, resource: str) -> None:
    found = PathFinder(read(PETS).surface).find(path)
    assert found is not None
    assert found.resource.id == resource


def test_calls_have_what_http_has() -> None:
    found = calls(read(PETS))
    listed = found["GET", "/pets"]
    assert (listed.kind, listed.method) == (CallKind.LIST, HttpMethod.GET)
    assert listed.returns == ListOf(Named("Pet"))
    made = found["POST", "/pets"]
    assert made.http is not None and made.http.content is not None
    assert made.http.content.required
    assert [(c.media_type, c.type) for c in made.http.content.contents] == [
        ("application/json", Named("Pet")),
        ("image/png", None),
    ]
    assert (made.body, made.returns) == (Named("Pet"), None)
    one = found["GET", "/pets/{id}"]
    assert one.http is not None
    assert [(a.status, [c.type for c in a.contents]) for a in one.http.answers] == [
        ("200", [Named("Pet")]),
        ("4XX", [Named("Error")]),
    ]
    assert [header.name for header in one.http.answers[1].headers] == ["Retry-After"]
    assert [(p.name, p.location) for p in one.http.parameters] == [("id", Location.PATH)]
    copied = found["COPY", "/pets/{id}"]
    assert copied.method is HttpMethod.OTHER
    # Each call keeps the names of its own parameters.
    toys = found["GET", "/pets/{pet}/toys"]
    assert toys.http is not None
    assert [p.name for p in toys.http.parameters] == ["pet"]


@pytest.mark.parametrize(
    ("schema", "default"),
    [
        ("{type: integer, default: 10}", "10"),
        ("{type: integer, default: '10'}", "10"),
        ("{$ref: '#/components/schemas/Page'}", "1.5"),
        ("{allOf: [{$ref: '#/components/schemas/Page'}]}", "1.5"),
        ("{type: array, items: {type: string}, default: [a]}", '["a"]'),
        ("{type: boolean, default: false}", "false"),
        ("{type: string, default: ''}", '""'),
        ("{type: [string, 'null'], default: null}", None),
        ("{type: string}", None),
    ],
)
def test_parameters_have_the_default_of_their_schema(schema: str, default: str | None) -> None:
    text = f"""
        paths: {{/a: {{get: {{parameters: [{{name: q, in: query, schema: {schema}}}]}}}}}}
        components: {{schemas: {{Page: {{type: number, default: 1.5}}}}}}
    """
    http = calls(read(text))["GET", "/a"].http
    assert http is not None
    assert [each.default for each in http.parameters] == [default]


def test_webhooks_have_types() -> None:
    description = read(PETS)
    assert "NewWebhookPostRequestBody" in description.surface.types.by_name
    assert str(description.coverage) == "6 of 6 operations, 3 schemas, nothing left out"


def test_one_call_by_two_names_of_its_parameter_is_an_error_with_both_places() -> None:
    path = "{get: {parameters: [{name: %s, in: path, required: true}]}}"
    with pytest.raises(EdmundError) as caught:
        read("paths:\n  /a/{x}: " + path % "x" + "\n  /a/{y}: " + path % "y")
    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.code, diagnostic.span.line if diagnostic.span else 0) == ("EDM742", 5)
    assert diagnostic.notes[0].span is not None
    assert diagnostic.notes[0].span.line == 4


def documents() -> list[Path]:
    if not DOCUMENTS.is_dir():
        return []
    skipped = {"json-schema-2020-12", "json-schema-remotes", "oracle"}
    return [
        path
        for path in sorted(DOCUMENTS.rglob("*"))
        if path.is_file()
        and path.name != "INDEX.md"
        and not skipped & set(path.relative_to(DOCUMENTS).parts)
    ]


@pytest.mark.shared
@needs_shared
@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_real_documents_are_read_whole_or_told(path: Path) -> None:
    data, name = path.read_bytes(), str(path)
    if name.endswith(".gz"):
        data, name = gzip.decompress(data), name.removesuffix(".gz")
    read_other, _ = below_root(path, DOCUMENTS)
    try:
        description = parse_description(InputFile(name, data), read_other)
    except EdmundError as failure:
        errors = [each for each in failure.diagnostics if each.severity is Severity.ERROR]
        assert errors
        assert all(each.span is not None and each.span.line for each in errors)
        assert "kubernetes" not in name and "github" not in name and "twilio" not in name
    else:
        assert description.coverage.left_out == 0
        assert len(description.document.operations) == description.coverage.calls
        assert all(each.span is not None and each.span.line for each in description.diagnostics)


@pytest.mark.shared
@needs_shared
@pytest.mark.parametrize(
    ("name", "operations"),
    [
        ("github-3.0.json.gz", 1223),
        ("kubernetes-core-v2.json.gz", 245),
        ("kubernetes-core-v3.json.gz", 245),
        ("twilio-api-v2010.yaml.gz", 197),
        ("twilio-verify-v2.yaml.gz", 57),
    ],
)
def test_large_documents_have_all_their_calls(name: str, operations: int) -> None:
    data = gzip.decompress((DOCUMENTS / name).read_bytes())
    description = parse_description(InputFile(name.removesuffix(".gz"), data), no_files)
    assert description.coverage.calls == operations
    assert [each for each in description.diagnostics if each.severity is Severity.ERROR] == []


@pytest.mark.shared
@needs_shared
def test_kubernetes_says_the_same_in_both_versions() -> None:
    """The document of Swagger 2.0 and that of 3.0 describe one service."""
    found = []
    for name in ("kubernetes-core-v2.json", "kubernetes-core-v3.json"):
        data = gzip.decompress((DOCUMENTS / f"{name}.gz").read_bytes())
        description = parse_description(InputFile(name, data), no_files)
        found.append({key: (call.returns, call.kind) for key, call in calls(description).items()})
    assert found[0] == found[1]
