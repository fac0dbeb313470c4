"""References are followed below one root, in files that are handed in, and nowhere else."""

from __future__ import annotations

import pytest

from edmund.diagnostics import EdmundError
from edmund.frontends.notation.references import Library, NoFile, OtherFile
from edmund.frontends.notation.source import Node, parse_source

FILES = {
    "schemas/pet.yaml": "Pet: {$ref: '#/Cat'}\nCat: {type: object, x: {$ref: '../main.yaml#/b'}}",
    "broken.json": '{"a": }',
}


def library(text: str) -> Library:
    def read(path: str) -> OtherFile:
        if path == "main.yaml":
            return OtherFile("main.yaml", text.encode())
        if path.startswith(".."):
            raise NoFile("it leads out of the root", refused=True)
        if path not in FILES:
            raise NoFile("there is no such file")
        return OtherFile(path, FILES[path].encode())

    return Library(parse_source(text.encode(), "main.yaml"), read)


def resolve(text: str) -> Node:
    lib = library(text)
    return lib.resolve(lib.main.root.at("a"))


def test_chains_within_and_across_files() -> None:
    found = resolve("a: {$ref: 'schemas/pet.yaml#/Pet'}\nb: {type: string}")
    assert found.source.name == "schemas/pet.yaml"
    assert found.pointer == "/Cat"
    lib = library("a: {$ref: 'schemas/pet.yaml#/Cat/x'}\nb: {type: string}")
    back = lib.resolve(lib.main.root.at("a"))
    assert back.source is lib.main
    assert back.value == {"type": "string"}


def test_anchors_and_ids() -> None:
    text = """
a: {$ref: '#here'}
b: {$anchor: here, type: string}
c: {$id: 'https://example.com/c', $defs: {d: {type: integer}}}
e: {$ref: 'https://example.com/c#/$defs/d'}
"""
    lib = library(text)
    assert lib.resolve(lib.main.root.at("a")).pointer == "/b"
    assert lib.resolve(lib.main.root.at("e")).pointer == "/c/$defs/d"


def test_escaped_pointers() -> None:
    assert resolve("a: {$ref: '#/b~1c/%7E0%20x'}\nb/c: {'~ x': {type: string}}").value == {
        "type": "string"
    }


@pytest.mark.parametrize(
    ("reference", "code"),
    [
        ("https://example.com/s.yaml#/A", "EDM735"),
        ("HTTP://127.0.0.1:9/s.json", "EDM735"),
        ("file:///etc/passwd", "EDM735"),
        ("//host/share", "EDM735"),
        ("/etc/passwd", "EDM735"),
        ("../up.yaml", "EDM735"),
        ("..\\\\up.yaml", "EDM735"),
        ("c:/x.yaml", "EDM735"),
        ("gone.yaml", "EDM736"),
        ("#/none", "EDM736"),
        ("#/b/-1", "EDM736"),
        ("#/b/01", "EDM736"),
        ("#gone", "EDM736"),
        ("schemas/pet.yaml#/Dog", "EDM736"),
        ("broken.json", "EDM731"),
        ("#/a", "EDM737"),
    ],
)
def test_what_is_not_followed_is_told(reference: str, code: str) -> None:
    with pytest.raises(EdmundError) as caught:
        resolve(f'a: {{$ref: "{reference}"}}\nb: [1, 2]')
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == code
    span = diagnostic.span if code != "EDM731" else diagnostic.notes[-1].span
    assert span is not None
    assert (span.file, span.line, span.column) == ("main.yaml", 1, 5)


def test_near_names_are_offered() -> None:
    with pytest.raises(EdmundError) as caught:
        resolve("a: {$ref: '#/components/schemas/Pets'}\ncomponents: {schemas: {Pet: {}}}")
    assert caught.value.diagnostics[0].hint == "did you mean 'Pet'?"
