"""Bodies and answers: which form each media type and type gives, what is sent by default, what a plain call gives."""

from __future__ import annotations

import pytest
from unit.plan.planned import calls_of

from edmund.plan.contents import ContentForm, EventPayload, PlannedContent
from edmund.plan.http_answers import Outcome
from edmund.plan.http_bodies import PartForm, PlannedBody
from edmund.plan.http_calls import PlannedCall
from edmund.surface.exchange import Style
from edmund.surface.types import AnyJson, ListOf, Named, Primitive

SCHEMAS = """
components:
  schemas:
    Pet: {type: object, required: [name], properties: {name: {type: string}, age: {type: integer}}}
    Failure: {type: object, properties: {message: {type: string}}}
    Tick: {type: object, properties: {data: {type: string}, event: {type: string}}}
    Upload:
      type: object
      required: [title]
      properties:
        title: {type: string}
        tags: {type: array, items: {type: string}}
        photo: {type: string, format: binary}
        photos: {type: array, items: {type: string, format: binary}}
        icon: {type: string, format: byte}
        pet: {$ref: '#/components/schemas/Pet'}
        pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}
        avatar: {type: string, format: binary}
        note: {type: string}
        ids: {type: array, items: {type: integer}}
"""
PET = "{schema: {$ref: '#/components/schemas/Pet'}}"


def body_call(contents: str) -> PlannedCall:
    (call,) = calls_of(
        f"{SCHEMAS}\npaths: {{/x: {{post: {{requestBody: {{content: {{{contents}}}}}, responses: {{204: {{description: ok}}}}}}}}}}"
    ).values()
    return call


def answer_call(responses: str, method: str = "get") -> PlannedCall:
    (call,) = calls_of(
        f"{SCHEMAS}\npaths: {{/x: {{{method}: {{responses: {{{responses}}}}}}}}}"
    ).values()
    return call


@pytest.mark.parametrize(
    ("media_type", "schema", "form", "sent", "type_"),
    [
        ("application/json", "{type: integer, format: int64}", ContentForm.JSON, None, Primitive("Edm.Int64")),
        ("application/merge-patch+json", "{}", ContentForm.JSON, None, AnyJson()),
        ("application/json; charset=utf-8", "{}", ContentForm.JSON, None, AnyJson()),
        ("'*/*'", "{type: string}", ContentForm.JSON, "application/json", Primitive("Edm.String")),
        ("'*/*'", "{type: string, format: binary}", ContentForm.BYTES, "application/octet-stream", Primitive("Edm.Stream")),
        ("'*/*'", "", ContentForm.BYTES, "application/octet-stream", Primitive("Edm.Stream")),
        ("'text/*'", "{type: string}", ContentForm.TEXT, "text/plain", Primitive("Edm.String")),
        ("text/plain", "{type: integer, format: int64}", ContentForm.TEXT, None, Primitive("Edm.Int64")),
        ("text/csv", "{type: object}", ContentForm.TEXT, None, Primitive("Edm.String")),
        ("text/plain", "{type: string, format: binary}", ContentForm.BYTES, None, Primitive("Edm.Stream")),
        ("'image/*'", "{}", ContentForm.BYTES, "application/octet-stream", Primitive("Edm.Stream")),
        ("application/xml", "{type: object}", ContentForm.BYTES, None, Primitive("Edm.Stream")),
        ("application/x-ndjson", "{type: string}", ContentForm.JSON_LINES, None, Primitive("Edm.String")),
        ("application/json-seq", "{type: string}", ContentForm.JSON_SEQUENCE, None, Primitive("Edm.String")),
    ],
)  # fmt: skip
def test_the_form_of_a_body(
    media_type: str, schema: str, form: ContentForm, sent: str | None, type_: object
) -> None:
    (body,) = body_call(f"{media_type}: {{{f'schema: {schema}' if schema else ''}}}").bodies
    assert (body.form, body.type) == (form, type_)
    assert body.media_type == (sent or media_type)
    assert body.is_of_caller is (sent is not None)


def test_json_is_meant_where_nobody_says_which() -> None:
    call = body_call(
        f"multipart/form-data: {PET}, text/plain: {{}}, application/x-pet+json: {PET}, application/json: {PET}"
    )
    assert [body.media_type for body in call.bodies] == [
        "application/json",
        "application/x-pet+json",
        "multipart/form-data",
        "text/plain",
    ]


def parts_of(media_type: str, encoding: str = "{}") -> PlannedBody:
    (body,) = body_call(
        f"{media_type}: {{schema: {{$ref: '#/components/schemas/Upload'}}, encoding: {encoding}}}"
    ).bodies
    return body


def test_the_parts_of_a_multipart_form() -> None:
    body = parts_of(
        "multipart/form-data",
        "{avatar: {contentType: 'image/png, image/jpeg'}, photo: {contentType: image/png,"
        " headers: {X-Size: {schema: {type: integer}}}}, note: {contentType: text/html}, ids: {style: form, explode: false}}",
    )
    assert body.form is ContentForm.MULTIPART
    found = {p.name: (p.form, p.repeats, p.media_type) for p in body.parts}
    assert found == {
        "title": (PartForm.TEXT, False, "text/plain"),
        "tags": (PartForm.TEXT, True, "text/plain"),
        "photo": (PartForm.BYTES, False, "image/png"),
        "photos": (PartForm.BYTES, True, None),
        "icon": (PartForm.TEXT, False, "text/plain"),
        "pet": (PartForm.JSON, False, "application/json"),
        "pets": (PartForm.JSON, True, "application/json"),
        "avatar": (PartForm.BYTES, False, None),
        "note": (PartForm.TEXT, False, "text/html"),
        "ids": (PartForm.STYLE, False, None),
    }
    by_name = {p.name: p for p in body.parts}
    assert [header.name for header in by_name["photo"].headers] == ["X-Size"]
    assert (by_name["ids"].style, by_name["ids"].explode) == (Style.FORM, False)
    assert by_name["title"].required and not by_name["note"].required
    assert by_name["pets"].type == Named("Pet")


def test_the_parts_of_a_form_in_the_body() -> None:
    body = parts_of(
        "application/x-www-form-urlencoded",
        "{pets: {style: deepObject, explode: true}, note: {allowReserved: true}}",
    )
    by_name = {p.name: p for p in body.parts}
    assert body.form is ContentForm.FORM
    assert (by_name["tags"].form, by_name["tags"].explode) == (PartForm.STYLE, True)
    assert by_name["tags"].type == ListOf(Primitive("Edm.String"))
    assert by_name["pet"].form is PartForm.JSON
    assert (by_name["pets"].form, by_name["pets"].style) == (PartForm.STYLE, Style.DEEP_OBJECT)
    assert (by_name["note"].allow_reserved, by_name["title"].allow_reserved) == (True, False)


def test_members_that_nobody_declared_are_parts_too() -> None:
    (body,) = body_call(
        "multipart/form-data: {schema: {type: object, additionalProperties: {type: string, format: binary}}}"
    ).bodies
    assert body.parts == ()
    assert body.other_parts is not None
    assert body.other_parts.form is PartForm.BYTES


def test_a_plain_call_gives_the_lowest_success_and_may_give_nothing() -> None:
    call = answer_call(
        f"202: {{description: later}}, 200: {{description: ok, content: {{application/json: {PET}}}}},"
        f" 4XX: {{description: no, content: {{application/problem+json: {{schema: {{$ref: '#/components/schemas/Failure'}}}}}}}},"
        f" 404: {{description: gone}}, default: {{description: no}}, 301: {{description: moved}}"
    )
    assert [(each.status, each.outcome) for each in call.answers] == [
        ("200", Outcome.SUCCESS),
        ("202", Outcome.SUCCESS),
        ("301", Outcome.REDIRECT),
        ("404", Outcome.ERROR),
        ("4XX", Outcome.ERROR),
        ("default", Outcome.ERROR),
    ]
    assert (call.success.type, call.success.is_nullable, call.success.others) == (
        Named("Pet"),
        True,
        (),
    )
    assert call.accept == "application/json, application/problem+json;q=0.9"


def test_statuses_that_give_the_same_are_one_and_others_are_told() -> None:
    same = answer_call(
        f"200: {{description: ok, content: {{application/json: {PET}}}}},"
        f" 201: {{description: ok, content: {{application/json: {PET}}}}}"
    ).success
    assert (same.type, same.others, same.is_nullable) == (Named("Pet"), (), False)
    other = answer_call(
        f"200: {{description: ok, content: {{application/json: {PET}}}}},"
        " 202: {description: ok, content: {application/json: {schema: {type: string}}}}"
    ).success
    assert [each.type for each in other.others] == [Primitive("Edm.String")]


def test_default_is_a_success_where_nothing_else_is() -> None:
    alone = answer_call(f"default: {{description: any, content: {{application/json: {PET}}}}}")
    assert alone.answers[0].outcome is Outcome.EITHER
    assert alone.success.type == Named("Pet")
    assert alone.errors == alone.answers


def test_nothing_comes_with_head_and_with_no_content() -> None:
    assert (
        answer_call(
            f"200: {{description: ok, content: {{application/json: {PET}}}}}", "head"
        ).success.content
        is None
    )
    nothing = answer_call("204: {description: ok}")
    assert (nothing.success.content, nothing.accept) == (None, None)


@pytest.mark.parametrize(
    ("content", "form", "payload", "type_"),
    [
        ("text/event-stream: {itemSchema: {$ref: '#/components/schemas/Tick'}}", ContentForm.EVENTS, EventPayload.FIELDS, Named("Tick")),
        (f"text/event-stream: {PET}", ContentForm.EVENTS, EventPayload.JSON, Named("Pet")),
        ("text/event-stream: {schema: {type: string}}", ContentForm.EVENTS, EventPayload.TEXT, Primitive("Edm.String")),
        ("text/event-stream: {}", ContentForm.EVENTS, EventPayload.TEXT, Primitive("Edm.String")),
        ("application/jsonl: {itemSchema: {$ref: '#/components/schemas/Pet'}}", ContentForm.JSON_LINES, None, Named("Pet")),
        ("application/geo+json-seq: {itemSchema: {}}", ContentForm.JSON_SEQUENCE, None, AnyJson()),
    ],
)  # fmt: skip
def test_streams_of_values(
    content: str, form: ContentForm, payload: EventPayload | None, type_: object
) -> None:
    call = answer_call(f"200: {{description: ok, content: {{{content}}}}}")
    found = call.success.content
    assert isinstance(found, PlannedContent)
    assert (found.form, found.payload, found.type) == (form, payload, type_)
    assert call.success.streams == ()


def test_a_stream_beside_json_is_for_who_asks() -> None:
    call = answer_call(
        f"200: {{description: ok, content: {{text/event-stream: {PET}, application/json: {PET}}}}}"
    )
    assert call.success.form is ContentForm.JSON
    assert [each.form for each in call.success.streams] == [ContentForm.EVENTS]
    assert call.accept == "application/json"
