"""Names in generated code stay what they are, whatever a later version of the description has beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from edmund import api
from edmund.build.public_names import names_of_clients, renamed
from edmund.config import load_configuration
from edmund.diagnostics import EdmundError
from edmund.lock import read_lock
from edmund.targets.registry import OWN_TARGETS

PACKAGES = {
    "python": "shop",
    "csharp": "Shop",
    "go": "example.com/shop",
    "java": "com.shop",
    "php": "Acme\\Shop",
    "typescript": "shop",
}

CSDL = """\
<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0"><edmx:DataServices>
<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="Shop">
<EntityType Name="product_line"><Key><PropertyRef Name="ID"/></Key>
  <Property Name="ID" Type="Edm.Int32" Nullable="false"/>
  <Property Name="unit_price" Type="Edm.Decimal"/><Property Name="color" Type="Shop.tint"/><!--property-->
</EntityType>
<EnumType Name="tint"><Member Name="dark_red"/><!--member--></EnumType>
<!--type-->
<Function Name="near" IsBound="true"><Parameter Name="it" Type="Collection(Shop.product_line)"/>
  <Parameter Name="lat" Type="Edm.Int32"/><ReturnType Type="Edm.Int32"/></Function>
<!--function-->
<EntityContainer Name="C"><EntitySet Name="product_lines" EntityType="Shop.product_line"/><!--set-->
</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>
"""
CSDL_ADDED = {
    "property": '<Property Name="UnitPrice" Type="Edm.Int32"/><Property Name="UNITPRICE" Type="Edm.Int32"/>',
    "member": '<Member Name="DarkRed"/><Member Name="Dark_red"/><Member Name="DARK_RED"/>',
    "type": (
        '<EntityType Name="ProductLine"><Key><PropertyRef Name="ID"/></Key>'
        '<Property Name="ID" Type="Edm.Int32" Nullable="false"/></EntityType>'
        '<ComplexType Name="Product_line"/>'
    ),
    "function": (
        '<Function Name="near" IsBound="true"><Parameter Name="it" Type="Collection(Shop.product_line)"/>'
        '<ReturnType Type="Edm.Int32"/></Function>'
    ),
    "set": (
        '<EntitySet Name="ProductLines" EntityType="Shop.ProductLine"/>'
        '<EntitySet Name="Product_lines" EntityType="Shop.ProductLine"/>'
    ),
}
OPENAPI = """\
openapi: 3.1.0
info: {title: Pet Shop, version: '1'}
paths:
  /pet-stores:
    get:
      tags: [stores]
      operationId: list
      parameters: [{name: page_size, in: query, schema: {type: integer}}<!--parameter-->]
      responses:
        200: {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/pet-store'}}}}
  /pet-stores/{id}:
    get:
      tags: [stores]
      operationId: stores_get
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {204: {description: none}}
<!--path-->
components:
  schemas:
    pet-store:
      type: object
      properties: {shop_name: {type: string}, kind: {$ref: '#/components/schemas/kind'}<!--property-->}
    kind: {enum: [big-one<!--member-->]}
<!--type-->
"""
OPENAPI_ADDED = {
    "parameter": ", {name: PageSize, in: query, schema: {type: integer}}",
    "path": """\
  /pet_stores: {get: {tags: [stores], operationId: List, responses: {204: {description: none}}}}
  /PetStores: {get: {tags: [Stores], operationId: list, responses: {204: {description: none}}}}
  /stores: {get: {operationId: stores, responses: {204: {description: none}}}}""",
    "property": ", ShopName: {type: string}, shopName: {type: string}",
    "member": ", BIG_ONE, big_one, BigOne, Big_one",
    "type": "    Pet_store: {type: object}\n    PetStore: {type: object}",
}


def filled(text: str, added: dict[str, str]) -> str:
    for name, more in added.items():
        text = text.replace(f"<!--{name}-->", more)
    return text


def written(folder: Path, text: str, file: str, *settings: str, target: str = "") -> None:
    """A client for each language, or for one, of the description `text`."""
    lines = []
    for each in (target,) if target else OWN_TARGETS:
        lines += [
            f"[clients.{each}]",
            f'metadata = ["{file}"]',
            f'target = "{each}"',
            f"package = '{PACKAGES[each]}'",
            f'output = "out/{each}"',
            *(line for line in settings if each != "typescript" or not line.startswith("names")),
        ]
    (folder / "edmund.toml").write_text("\n".join(lines) + "\n", "utf-8")
    (folder / file).write_text(text, "utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check_that_names_stay(folder: Path, file: str, later: str) -> None:
    """In each language the later description renames something without the lock, and nothing with it."""
    api.lock("edmund.toml")
    clients = load_configuration(Path("edmund.toml")).clients
    before = names_of_clients(clients)
    (folder / file).write_text(later, "utf-8")
    anew, kept = names_of_clients(clients, kept=False), names_of_clients(clients)
    for target in OWN_TARGETS:
        assert list(renamed(before[target], anew[target])), target
        assert not list(renamed(before[target], kept[target])), target
        assert len(kept[target].types) > len(before[target].types)
    assert len(api.generate("edmund.toml", workers=1)) == len(OWN_TARGETS)


@pytest.mark.parametrize("names", ["kiota", "natural"])
def test_names_of_csdl_stay_in_all_languages(folder: Path, names: str) -> None:
    written(folder, filled(CSDL, {}), "shop.csdl", f'names = "{names}"')
    check_that_names_stay(folder, "shop.csdl", filled(CSDL, CSDL_ADDED))
    model = folder / "out" / "python" / "shop" / "generated" / "models" / "product_line.py"
    name = "Product_line" if names == "kiota" else "ProductLine"
    assert f"class {name}(Model):" in model.read_text("utf-8")
    assert "Shop.product_line" in model.read_text("utf-8")


@pytest.mark.parametrize("shape", ["paths", "operations"])
def test_names_of_openapi_stay_in_all_languages(folder: Path, shape: str) -> None:
    nothing = dict.fromkeys(OPENAPI_ADDED, "")
    written(folder, filled(OPENAPI, nothing), "api.yaml", f'shape = "{shape}"')
    check_that_names_stay(folder, "api.yaml", filled(OPENAPI, OPENAPI_ADDED))


def test_the_lock_has_the_names_of_schemas_properties_and_paths(folder: Path) -> None:
    written(folder, filled(OPENAPI, dict.fromkeys(OPENAPI_ADDED, "")), "api.yaml", target="python")
    api.lock("edmund.toml")
    lock = read_lock(folder / "edmund.lock")
    assert lock is not None
    names = lock.clients["python"].names
    assert names.types["pet-store"] == "Pet_store"
    assert names.members["pet-store"]["shop_name"] == "shop_name"
    assert names.members["kind"]["big-one"] == "Big_one"
    assert names.accessors["/"]["pet-stores"] == "pet_stores"
    assert names.accessors["/pet-stores"]["{id}"] == "by_id"
    assert names.parameters["GET /pet-stores"] == {"query page_size": "page_size"}
    api.lock("edmund.toml")
    assert read_lock(folder / "edmund.lock") == lock


def test_a_name_that_cannot_be_kept_is_told_until_it_is_let_go(folder: Path) -> None:
    written(folder, filled(CSDL, {}), "shop.csdl", target="java")
    api.lock("edmund.toml")
    lock = folder / "edmund.lock"
    # Two that have one name, as no compiler makes them.
    lock.write_text(lock.read_text("utf-8").replace('"Color"', '"UnitPrice"'), "utf-8")
    with pytest.raises(EdmundError) as failure:
        api.generate("edmund.toml", workers=1)
    (told,) = failure.value.diagnostics
    assert told.code == "EDM758"
    assert "'Shop.product_line/unit_price' would be called 'UnitPrice_2' in java" in told.message
    assert not (folder / "out").exists()
    update = api.lock("edmund.toml", new_names=True)
    assert any("'Shop.product_line/color' is now called Color" in each for each in update.changes)
    assert api.generate("edmund.toml", workers=1)


def test_what_is_no_name_never_gets_from_the_lock_into_code(folder: Path) -> None:
    written(folder, filled(CSDL, {}), "shop.csdl", target="python")
    api.lock("edmund.toml")
    lock = folder / "edmund.lock"
    text = lock.read_text("utf-8").replace('= "unit_price"', '= "x: int = boom()"')
    assert "boom" in text
    lock.write_text(text, "utf-8")
    with pytest.raises(EdmundError) as failure:
        api.generate("edmund.toml", workers=1)
    assert [each.code for each in failure.value.diagnostics] == ["EDM620"]


def test_an_output_is_made_anew_when_the_lock_has_other_names(folder: Path) -> None:
    written(folder, filled(CSDL, {}), "shop.csdl", target="python")
    api.lock("edmund.toml")
    assert api.generate("edmund.toml", workers=1)[0].report is not None
    assert api.generate("edmund.toml", workers=1)[0].report is None
    lock = folder / "edmund.lock"
    lock.write_text(lock.read_text("utf-8").replace('"ProductLine"', '"Goods"'), "utf-8")
    assert api.generate("edmund.toml", workers=1)[0].report is not None
    model = folder / "out" / "python" / "shop" / "generated" / "models" / "product_line.py"
    assert "class Goods(Model):" in model.read_text("utf-8")
