"""TypeScript for services that follow no protocol above HTTP: names, and types that OData does not have."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from shared_material import SHARED, needs_shared
from vector_files import VECTORS

from edmund.config.inputs import InputFile
from edmund.description import load_description, parse_description
from edmund.frontends.notation.references import NoFile, OtherFile
from edmund.plan.shape import Shape
from edmund.render.environment import TemplateSet
from edmund.render.templates import render_files
from edmund.surface.elements import Surface
from edmund.targets.contract import TargetOptions
from edmund.targets.typescript.target import TYPESCRIPT

ORACLE = SHARED / "openapi" / "oracle" / "kiota-python-apicurio-registry-v2.json"


def surface_of(schemas: str, paths: str = "{}") -> Surface:
    """The surface of a description with these schemas (JSON) and paths."""
    text = (
        '{"openapi": "3.1.0", "info": {"title": "T", "version": "1"},'
        f' "paths": {paths}, "components": {{"schemas": {schemas}}}}}'
    )
    return parse_description(InputFile("t.json", text.encode()), _nothing_else).surface


def _nothing_else(path: str) -> OtherFile:
    raise NoFile(path)


def sources(surface: Surface) -> dict[str, str]:
    lowered = TYPESCRIPT.lower(surface, TargetOptions("t", base_url="https://t.example"))
    wanted = tuple(f for f in lowered.files if "/runtime/" not in f.path)
    return {f.path: f.text for f in render_files(wanted, TemplateSet("typescript"), workers=1)}


def test_a_member_of_another_type_than_the_base_has_stands_in_its_place() -> None:
    made = sources(
        surface_of("""{"Base": {"type": "object", "properties": {"a": {"type": "string"}}},
                "Derived": {"allOf": [{"$ref": "#/components/schemas/Base"}],
                            "properties": {"a": {"type": "string", "format": "date"}}}}""")
    )
    text = made["src/models/derived.ts"]
    assert 'export interface Derived extends Omit<BaseProperties, "a"> {' in text
    assert "a?: DateOnly | null;" in text


def test_unions_of_each_other_are_spelled_out() -> None:
    made = sources(
        surface_of(
            """{"A": {"oneOf": [{"type": "string"}, {"$ref": "#/components/schemas/B"}]},
                "B": {"oneOf": [{"type": "number"}, {"$ref": "#/components/schemas/A"}]},
                "H": {"type": "object", "properties": {"a": {"$ref": "#/components/schemas/A"}}}}"""
        )
    )
    assert "export type A = string | number | RawJson;" in made["src/models/a.ts"]
    assert "export type B = number | string | RawJson;" in made["src/models/b.ts"]


@pytest.mark.parametrize(
    ("values", "alias"),
    [
        ('["a", ""]', "OpenEnum<typeof EObject>"),
        ("[1, 2]", "OpenEnum<typeof EObject, number>"),
        ('["a", 1, null]', "OpenEnum<typeof EObject, number | string>"),
    ],
)
def test_enumerations_stay_open_for_the_kinds_that_they_have(values: str, alias: str) -> None:
    made = sources(
        surface_of(
            f"""{{"E": {{"enum": {values}}},
                  "H": {{"type": "object", "properties": {{"e": {{"$ref": "#/components/schemas/E"}}}}}}}}"""
        )
    )
    assert f"export type E = {alias};" in made["src/models/e.ts"]


def test_parameters_that_have_to_be_given_make_the_configuration_needed() -> None:
    paths = """{"/a": {"get": {"parameters": [
        {"name": "page-size", "in": "query", "required": true, "schema": {"type": "integer"}}],
        "responses": {"204": {"description": "x"}}}}}"""
    text = sources(surface_of("{}", paths))["src/builders/a.ts"]
    assert "pageSize: Int64;" in text
    assert "requestConfiguration: RequestConfiguration<ARequestBuilderGetQueryParameters>" in text


def test_hostile_text_stays_in_comments_and_literals() -> None:
    paths = r"""{"/a*\/${x}`": {"get": {"summary": "*\/ alert(1)", "responses": {
        "200": {"description": "x", "content": {"text/plain": {"schema": {"type": "string"}}}}}}}}"""
    made = sources(surface_of("{}", paths))
    assert not [path for path, text in made.items() if re.search(r"\*/ alert", text)]


def test_a_type_called_as_every_objects_prototype_is_an_entry_of_the_tables() -> None:
    schema = '{"type": "object", "properties": {"x": {"type": "string"}}}'
    text = sources(surface_of(f'{{"__proto__": {schema}, "a b": {schema}}}'))
    assert '  ["__proto__"]: { properties' in text["src/tables/types.ts"]
    assert '  "a b": { properties' in text["src/tables/types.ts"]


def test_symbols_name_what_leads_to_a_path() -> None:
    surface = load_description(VECTORS / "http" / "shop.openapi.yaml").surface
    symbols = TYPESCRIPT.symbols(surface, TargetOptions("shop"))
    wanted = "client.pets.byPetId(...).toys.byToyNumber(...)"
    assert symbols["/pets/{petId}/toys/{toyNumber}"] == wanted
    assert symbols["/compare/{base}...{head}"] == "client.compare.withBaseWithHead(...)"


@needs_shared
@pytest.mark.shared
def test_chains_are_those_of_the_official_generator() -> None:
    """The words of Kiota's chains in Python are those of ours, as TypeScript spells them."""
    document = Path(SHARED / "openapi" / "apicurio-registry-v2.json")
    surface = load_description(document).surface
    symbols = TYPESCRIPT.symbols(surface, TargetOptions("registry"))
    calls = json.loads(ORACLE.read_text("utf-8"))["calls"]
    assert len(calls) == 69
    for call in calls:
        path = re.sub(r"\{[?&].*?\}|\{\+baseurl\}", "", call["url"])
        ours = symbols.get(path) or symbols[_with_names(path, symbols)]
        theirs = re.sub(r"\(\w+\)", "(...)", f"client.{call['chain']}")
        words = re.sub(r"_(\w)", lambda found: found[1].upper(), theirs)
        assert ours == re.sub(r"_(?=[.(]|$)", "", words), path


def _with_names(path: str, symbols: object) -> str:
    """The same path by the names that its parameters have among the symbols."""
    assert isinstance(symbols, dict)
    plain = re.sub(r"\{.*?\}", "{}", path)
    (found,) = {each for each in symbols if re.sub(r"\{.*?\}", "{}", each) == plain}
    return str(found)


def test_numbers_of_tables_keep_every_digit() -> None:
    made = sources(
        surface_of(
            """{"Size": {"enum": [1, 2.5, 1e22, 9007199254740993, 0.1000000000000000055, "1"]},
                "Half": {"type": "object", "required": ["is"], "properties": {"is": {"const": 0.5}}}}"""
        )
    )
    text = " ".join(made["src/tables/types.ts"].split())
    assert (
        'values: [ 1, 2.5, 1e22, { number: "9007199254740993" },'
        ' { number: "0.1000000000000000055" }, "1", ],'
    ) in text
    assert 'says: [["is", 0.5]]' in text


def test_tables_say_what_values_are_held_to() -> None:
    made = sources(
        surface_of(
            """{"T": {"type": "object", "required": ["a", "r"], "additionalProperties": false, "properties": {
                "a": {"type": "string", "minLength": 1, "maxLength": 3},
                "r": {"type": "integer", "readOnly": true, "minimum": 0},
                "l": {"type": "array", "uniqueItems": true, "maxItems": 2, "items": {"type": "string"}}}}}"""
        )
    )
    text = " ".join(made["src/tables/types.ts"].split())
    assert '{ primitive: "String", maxLength: 3, minLength: 1 }, { required: true }' in text
    assert "{ requiredInAnswers: true, notInsertable: true, notUpdatable: true }" in text
    assert '{ list: "String", maxItems: 2, uniqueItems: true }' in text
    assert "closed: true" in text


def test_methods_of_resources_have_names_of_their_own() -> None:
    paths = """{"/lists": {
        "get": {"operationId": "get", "tags": ["then"], "responses": {"204": {"description": ""}}},
        "post": {"operationId": "to get request information", "tags": ["then"],
                 "responses": {"204": {"description": ""}}},
        "put": {"operationId": "constructor", "tags": ["x", "y"], "responses": {"204": {"description": ""}}},
        "delete": {"operationId": "1", "tags": ["X"], "responses": {"204": {"description": ""}}}}}"""
    options = TargetOptions("t", base_url="https://t.example", shape=Shape.OPERATIONS)
    assert TYPESCRIPT.symbols(surface_of("{}", paths), options) == {
        "GET /lists": "client.then_2.get(...)",
        "POST /lists": "client.then_2.toGetRequestInformation_2(...)",
        "PUT /lists": "client.x.constructor_2(...)",
        "DELETE /lists": "client.x.x1(...)",
    }


def test_calls_behind_a_slash_stand_with_the_path_before_it() -> None:
    paths = """{"/stays/": {"get": {"responses": {"204": {"description": ""}}}},
                "/stays/{id}": {"get": {"responses": {"204": {"description": ""}},
                    "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}]}}}"""
    made = sources(surface_of("{}", paths))
    assert 'path: "/stays/",' in made["src/tables/builders.ts"]
    assert "StaysXRequestBuilder" not in "".join(made.values())
