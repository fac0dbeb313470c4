"""What is wrong with values of an OpenAPI description: the verdicts that the clients of all languages give."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

__all__ = ["CASES", "DOCUMENT", "payloads"]

DOCUMENT = """
openapi: 3.1.0
info: {title: Shop, version: '1'}
servers: [{url: 'https://shop.example'}]
paths:
  /pets:
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'204': {description: Done.}}
    patch:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'204': {description: Done.}}
components:
  schemas:
    Pet:
      type: object
      required: [name, id]
      additionalProperties: false
      properties:
        id: {type: string, readOnly: true}
        name: {type: string, minLength: 2, maxLength: 4}
        age: {type: integer, minimum: 0}
        born: {type: string, format: date}
        tags: {type: array, maxItems: 2, uniqueItems: true, items: {type: string}}
        kind: {const: pet}
        size: {enum: [1, 2.5, big]}
        counts: {type: object, minProperties: 1, maxProperties: 2, additionalProperties: {type: integer}}
        owner: {oneOf: [{$ref: '#/components/schemas/Person'}, {type: string}]}
        home: {type: [object, 'null'], additionalProperties: {type: array, items: {type: boolean}}}
        either: {anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
        animal: {$ref: '#/components/schemas/Animal'}
    Person: {type: object, required: [name], properties: {name: {type: string, pattern: '^[A-Z]'}}}
    A: {type: object, properties: {x: {type: integer}}, required: [x]}
    B: {type: object, properties: {x: {type: string}}, required: [x]}
    Animal:
      type: object
      required: [type]
      properties: {type: {type: string}}
      discriminator: {propertyName: type, mapping: {cat: '#/components/schemas/Cat'}}
    Cat: {allOf: [{$ref: '#/components/schemas/Animal'}, {type: object, required: [lives], properties: {lives: {type: integer}}}]}
"""

# What is wrong: the JSON, the operation, and pointers with codes; `?` is behind those of warnings.
CASES: list[tuple[Any, str | None, list[str]]] = [
    ({"id": "1", "name": "Rex"}, None, []),
    ({"name": "Rex"}, None, ["/id required"]),
    ({"id": "1", "name": "Rex"}, "create", ["/id not-writable?"]),
    ({"name": "Rex"}, "update", []),
    ([], None, [" not-an-object"]),
    ({"id": "1", "name": "R"}, None, ["/name min-length"]),
    ({"id": "1", "name": "\U0001f600\U0001f600\U0001f600\U0001f600"}, None, []),
    ({"id": "1", "name": "Rexus"}, None, ["/name max-length"]),
    ({"id": "1", "name": None}, None, ["/name null"]),
    ({"id": "1", "name": "Rex", "age": -1}, None, ["/age minimum"]),
    ({"id": "1", "name": "Rex", "age": "1"}, None, ["/age wrong-type"]),
    ({"id": "1", "name": "Rex", "born": "soon"}, None, ["/born format?"]),
    ({"id": "1", "name": "Rex", "more": 1}, None, ["/more unknown-property"]),
    (
        {"id": "1", "name": "Rex", "tags": ["a", "b", "a"]},
        None,
        ["/tags max-items", "/tags unique-items"],
    ),
    ({"id": "1", "name": "Rex", "tags": {"a": 1}}, None, ["/tags not-an-array"]),
    ({"id": "1", "name": "Rex", "tags": [1]}, None, ["/tags/0 wrong-type"]),
    ({"id": "1", "name": "Rex", "kind": "pot"}, None, ["/kind allowed-values"]),
    ({"id": "1", "name": "Rex", "size": 1.0}, None, []),
    ({"id": "1", "name": "Rex", "size": "1"}, None, ["/size enum-member"]),
    ({"id": "1", "name": "Rex", "counts": {}}, None, ["/counts min-properties"]),
    (
        {"id": "1", "name": "Rex", "counts": {"a": 1, "b/": "x", "c": 3}},
        None,
        ["/counts max-properties", "/counts/b~1 wrong-type"],
    ),
    ({"id": "1", "name": "Rex", "owner": "me"}, None, []),
    ({"id": "1", "name": "Rex", "owner": {"name": "ann"}}, None, ["/owner/name pattern"]),
    ({"id": "1", "name": "Rex", "owner": 5}, None, ["/owner wrong-type"]),
    ({"id": "1", "name": "Rex", "home": None}, None, []),
    ({"id": "1", "name": "Rex", "home": {"a": [True, 1]}}, None, ["/home/a/1 wrong-type"]),
    ({"id": "1", "name": "Rex", "either": {"x": 1}}, None, []),
    ({"id": "1", "name": "Rex", "either": {"x": "1"}}, None, []),
    ({"id": "1", "name": "Rex", "either": {"x": True}}, None, ["/either wrong-type"]),
    ({"id": "1", "name": "Rex", "animal": {"type": "cat"}}, None, ["/animal/lives required"]),
    ({"id": "1", "name": "Rex", "animal": {"type": "dog"}}, None, []),
]

_PROPERTIES = ("age", "born", "tags", "kind", "size", "counts", "owner", "home", "either", "name")
_VALUES: tuple[Any, ...] = (
    *(None, True, 1, -1, 2.5),
    *("", "ab", "abcde", "pet", "big", "2020-02-29"),
    *([], ["a"], ["a", "b"], ["a", "a"], [1], [["a"]]),
    *({}, {"a": 1}, {"a": 1, "b": 2, "c": 3}, {"a": [True]}, {"a": [None]}),
    *({"name": "Ann"}, {"name": "ann"}, {"x": 1}, {"x": "1"}, {"x": []}),
)


def payloads() -> Iterator[dict[str, Any]]:
    """Pets with each value at each place, most of them wrong."""
    for name in _PROPERTIES:
        for value in _VALUES:
            yield {"id": "1", "name": "Rex", name: value}
