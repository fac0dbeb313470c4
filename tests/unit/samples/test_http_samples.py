"""Examples of the calls of OpenAPI descriptions: checked against them, made of them, printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from http_examples import SHOP, examples_of_vectors

from edmund import api
from edmund.config import load_configuration
from edmund.samples.tree import Enumeration, File, Items, Structure, Variant

DOCUMENT = """
openapi: 3.1.0
info: {title: Zoo, version: '1'}
servers: [{url: 'https://zoo.example/api/v2'}]
paths:
  /animals:
    post:
      operationId: addAnimal
      parameters:
      - {name: X-Keeper, in: header, required: true, example: Ada, schema: {type: string}}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Animal'}
            examples:
              cat: {summary: A cat, value: {kind: cat, lives: 9, eats: [fish]}}
              dog: {$ref: '#/components/examples/Dog'}
      responses: {'201': {description: ok, content: {application/json: {schema: {type: object, additionalProperties: {type: integer}}}}}}
  /animals/{id}:
    get:
      operationId: getAnimal
      parameters:
      - {name: id, in: path, required: true, schema: {type: integer, minimum: 10}}
      - {name: depth, in: query, required: true, schema: {type: integer, maximum: 3}}
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Animal'}}}}}
  /food/:
    get:
      responses: {'204': {description: ok}}
components:
  examples:
    Dog: {value: {kind: dog, good: true}}
  schemas:
    Animal:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog'}}
    Cat: {type: object, required: [kind, lives], properties: {kind: {type: string}, lives: {type: integer}, eats: {type: array, items: {$ref: '#/components/schemas/Food'}}}}
    Dog: {type: object, required: [kind, good], properties: {kind: {type: string}, good: {type: boolean}, name: {type: string, readOnly: true}}}
    Food: {type: string, enum: [fish, bone]}
"""


@pytest.fixture(scope="module")
def zoo(tmp_path_factory: pytest.TempPathFactory) -> api.DescribedSamples:
    file = tmp_path_factory.mktemp("zoo") / "zoo.openapi.yaml"
    file.write_text(DOCUMENT, "utf-8")
    return api.DescribedSamples(api.load_openapi(file, file.parent))


@pytest.fixture(scope="module")
def shop() -> api.DescribedSamples:
    return api.DescribedSamples(api.load_openapi(SHOP))


def read(text: str, folder: Path) -> tuple[api.Example, ...]:
    file = folder / "zoo.http"
    file.write_text(text, "utf-8")
    examples, found = api.read_examples(file)
    assert not found
    return examples


def test_every_request_of_the_vectors_is_the_call_that_it_says(shop: api.DescribedSamples) -> None:
    for example in examples_of_vectors():
        wrong = [each for each in shop.check([example]) if each.code != "required"]
        assert wrong == [], example.name


WRONG = {
    "GET /api/v2/animals/12": "EDM945",
    "GET /animals/12?depth=x": "EDM946",
    "GET /animals/twelve?depth=1": "EDM946",
    "GET /animals/12?depth=1&more=1": "EDM945",
    "DELETE /animals/12": "EDM944",
    "GET /plants": "EDM943",
    "GET https://[/animals": "EDM943",
    "POST /animals\nX-Keeper: Ada": "EDM947",
    'POST /animals\n\n{"kind": "cat", "lives": 1}': "EDM949",
    'POST /animals\nX-Keeper: Ada\n\n{"kind": "cat"}': "required",
    'POST /animals\nX-Keeper: Ada\n\n{"kind": "cat",}': "EDM802",
    "POST /animals\nX-Keeper: Ada\nContent-Type: text/csv\n\na,b": "EDM947",
    "GET /food/\n\n{}": "EDM947",
    'GET /animals/12?depth=1\n\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"kind": 1}': "wrong-type",
}


@pytest.mark.parametrize(("request_", "code"), WRONG.items(), ids=list(WRONG))
def test_what_is_wrong_is_told_at_its_line(
    request_: str, code: str, zoo: api.DescribedSamples, tmp_path: Path
) -> None:
    found = zoo.check(read(f"### Title\n{request_}\n", tmp_path))
    assert code in [each.code for each in found]
    assert all(each.span is not None and each.span.line >= 2 for each in found)


def test_roots_and_slashes_at_the_end_are_part_of_the_path(
    zoo: api.DescribedSamples, tmp_path: Path
) -> None:
    text = "GET https://zoo.example/api/v2/food/\n###\nGET {{host}}/food/\n###\nGET /food/"
    for example in read(text, tmp_path):
        sample = zoo.bind(example)
        assert sample is not None and [step.edge.name for step in sample.steps] == ["food", ""]
    (written,), _ = zoo.write([example], ["python"])
    assert "await client.food.get()" in written.text


def test_values_have_the_types_of_the_description(shop: api.DescribedSamples) -> None:
    by_name = {each.name: shop.bind(each) for each in examples_of_vectors()}
    form = by_name["files, JSON and texts in one body"]
    assert form is not None and form.body is not None
    assert isinstance(form.body.value, Structure)
    values = {member.wire: member.value for member in form.body.value.members}
    assert isinstance(values["photos"], Items) and isinstance(values["device"], Structure)
    assert {type(each) for each in values["photos"].values} == {File}
    color = by_name["a member of an enumeration"]
    assert color is not None
    assert color.parameters[0].value == Enumeration("Color", "dark green", ("dark green",))


def test_a_value_of_a_union_is_of_one_variant(zoo: api.DescribedSamples) -> None:
    cat, dog = (zoo.bind(each) for each in zoo.of_description())
    assert cat is not None and cat.body is not None and dog is not None and dog.body is not None
    assert isinstance(cat.body.value, Variant) and isinstance(dog.body.value, Variant)
    assert (cat.body.value.index, dog.body.value.index) == (0, 1)


def test_the_examples_of_a_description_are_read(zoo: api.DescribedSamples) -> None:
    examples = zoo.of_description()
    assert [(each.name, each.title) for each in examples] == [
        ("addAnimal-cat", "A cat"),
        ("addAnimal-dog", "POST /animals"),
    ]
    assert all(each.request.header("X-Keeper") == "Ada" for each in examples)
    assert zoo.check(examples) == ()


def test_every_call_has_an_example_that_is_right(
    zoo: api.DescribedSamples, shop: api.DescribedSamples
) -> None:
    for service in (zoo, shop):
        calls = [
            f"{call.http.method} {resource.id}"
            for resource in service.surface.resources
            for call in resource.calls
            if call.http is not None
        ]
        made = service.make(calls)
        assert len(made) == len(calls)
        assert service.check(made) == ()
        assert all(service.bind(each) is not None for each in made)
        assert service.make(calls) == made


def test_values_keep_to_constraints(zoo: api.DescribedSamples) -> None:
    (example,) = zoo.make(["GET /animals/{id}"])
    assert example.request.target == "/animals/10?depth=1"


@pytest.mark.parametrize("call", ["GET", "GET /plants", "PUT /animals"])
def test_what_is_no_call_has_no_example(call: str, zoo: api.DescribedSamples) -> None:
    with pytest.raises(api.EdmundError, match="EDM950"):
        zoo.make([call])


def test_a_program_in_python(zoo: api.DescribedSamples) -> None:
    (text,), _ = zoo.write(
        zoo.of_description()[:1],
        ["python"],
        credential=api.Credential.STATIC,
        base_url="http://localhost:1",
    )
    assert text.text == """\
import asyncio

from zoo import ZooClient
from zoo.generated.models.cat import Cat
from zoo.generated.models.food import Food


async def main() -> None:
    async with ZooClient(None, base_url="http://localhost:1") as client:
        body = Cat(kind="cat", lives=9, eats=[Food.Fish])
        result = await client.animals.post(body, x_keeper="Ada")
        print(result)


asyncio.run(main())
"""


CLIENTS = """[clients.{0}]
metadata = "zoo.openapi.yaml"
target = "{0}"
package = "zoo"
shape = "operations"
output = "out/{0}"
"""


def with_operations(target: str, folder: Path) -> api.DescribedSamples:
    """Samples of a client whose calls are methods of resources."""
    (folder / "zoo.openapi.yaml").write_text(DOCUMENT, "utf-8")
    (folder / "edmund.toml").write_text(CLIENTS.format(target), "utf-8")
    clients = load_configuration(folder / "edmund.toml").clients
    return api.DescribedSamples(
        api.load_openapi(folder / "zoo.openapi.yaml", folder), clients=tuple(clients)
    )


def test_a_program_for_methods_of_resources_in_typescript(tmp_path: Path) -> None:
    service = with_operations("typescript", tmp_path)
    examples = service.make(["GET /animals/{id}", "POST /animals"])
    texts, found = service.write(examples, ["typescript"])
    assert found == ()
    first, second = (text.text.splitlines() for text in texts)
    call = "const result = await client.animals.get(10, { queryParameters: { depth: 1 } });"
    assert call in first
    assert any(
        line.startswith("const result = await client.animals.add(body, {") for line in second
    )


def test_a_method_and_a_parameter_are_called_as_somebody_chose(tmp_path: Path) -> None:
    (tmp_path / "zoo.openapi.yaml").write_text(DOCUMENT, "utf-8")
    chosen = (
        '[names]\n"GET /animals/{id}" = "creatures.fetch"\n"GET /animals/{id}?depth" = "levels"\n'
    )
    (tmp_path / "edmund.toml").write_text(CLIENTS.format("typescript") + chosen, "utf-8")
    (client,) = load_configuration(tmp_path / "edmund.toml").clients
    document = api.load_openapi(tmp_path / "zoo.openapi.yaml", tmp_path)
    service = api.DescribedSamples(document, client, (client,))
    (text,), found = service.write(service.make(["GET /animals/{id}"]), ["typescript"])
    assert found == ()
    call = "const result = await client.creatures.fetch(10, { queryParameters: { levels: 1 } });"
    assert call in text.text.splitlines()


def test_methods_of_resources_are_refused_where_a_language_has_no_such_samples(
    tmp_path: Path,
) -> None:
    service = with_operations("python", tmp_path)
    with pytest.raises(api.EdmundError, match="EDM951"):
        service.write(service.of_description(), ["python"])


def test_styles_and_languages_that_there_are_not_are_refused(zoo: api.DescribedSamples) -> None:
    examples = zoo.of_description()
    with pytest.raises(api.EdmundError, match="EDM951"):
        zoo.write(examples, ["python"], api.Style.GRAPH)
    with pytest.raises(api.EdmundError, match="EDM606"):
        zoo.write(examples, ["cobol"])


def test_texts_of_a_description_are_literals_in_programs(tmp_path: Path) -> None:
    file = tmp_path / "evil.json"
    file.write_text(
        """{"openapi": "3.0.0", "info": {"title": "x", "version": "1"}, "paths": {"/a": {"get": {
        "parameters": [{"name": "q", "in": "query", "schema": {"type": "string"},
        "example": "\\"); import os; os.system(\\"x\\")\\n#"}], "responses": {"204": {"description": ""}}}}}}""",
        "utf-8",
    )
    service = api.DescribedSamples(api.load_openapi(file, tmp_path))
    (text,), found = service.write(service.of_description(), ["python"])
    assert found == ()
    compile(text.text, "sample", "exec")
    assert "os.system" in text.text and "\nimport os" not in text.text
