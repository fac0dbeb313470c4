"""`[names]` in the configuration renames types, members, calls and parameters, in all languages by one mechanism."""

from __future__ import annotations

from pathlib import Path

import pytest

from edmund import api
from edmund.build.public_names import names_of_clients
from edmund.config import load_configuration
from edmund.diagnostics import EdmundError
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
<EntityType Name="ZPRD"><Key><PropertyRef Name="ID"/></Key>
  <Property Name="ID" Type="Edm.Int32" Nullable="false"/><Property Name="MATNR" Type="Edm.String"/>
  <Property Name="Tint" Type="Shop.Tint"/>
  <NavigationProperty Name="to_Vendor" Type="Shop.ZPRD" ContainsTarget="true"/></EntityType>
<EnumType Name="Tint"><Member Name="C01"/></EnumType>
<Function Name="ZNEAR" IsBound="true"><Parameter Name="it" Type="Collection(Shop.ZPRD)"/>
  <Parameter Name="P1" Type="Edm.Int32" Nullable="false"/><ReturnType Type="Collection(Shop.ZPRD)"/></Function>
<Action Name="ZSHIP" IsBound="true"><Parameter Name="it" Type="Shop.ZPRD"/>
  <Parameter Name="P2" Type="Edm.String"/></Action>
<EntityContainer Name="C"><EntitySet Name="ZPRDS" EntityType="Shop.ZPRD"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>
"""
CHOSEN = {
    "Shop.ZPRD": "Product",
    "Shop.ZPRD/MATNR": "materialNumber",
    "Shop.ZPRD/to_Vendor": "vendor",
    "Shop.Tint/C01": "darkRed",
    "Shop.ZNEAR": "nearby",
    "Shop.ZNEAR/P1": "latitude",
    "Shop.ZSHIP": "shipIt",
    "Shop.ZSHIP/P2": "recipient",
    "Shop.C/ZPRDS": "products",
}
OPENAPI = """\
openapi: 3.1.0
info: {title: Pet Shop, version: '1'}
paths:
  /zpets:
    get:
      tags: [zpets]
      operationId: zlist
      parameters: [{name: q1, in: query, schema: {type: integer}}]
      responses: {200: {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/ZPET'}}}}}
components:
  schemas:
    ZPET: {type: object, properties: {NAM1: {type: string}}}
"""
CHOSEN_OF_CALLS = {
    "ZPET": "Animal",
    "ZPET/NAM1": "nickName",
    "/zpets": "animals",
    "GET /zpets": "animals.listAll",
    "GET /zpets?q1": "how_many",
}


def written(folder: Path, file: str, text: str, chosen: dict[str, str], *settings: str) -> None:
    lines = ["[names]", *(f'"{element}" = "{name}"' for element, name in chosen.items())]
    for target in OWN_TARGETS:
        lines += [
            f"[clients.{target}]",
            f'metadata = ["{file}"]',
            f'target = "{target}"',
            f"package = '{PACKAGES[target]}'",
            f'output = "out/{target}"',
            *(line for line in settings if target != "typescript" or "names" not in line),
        ]
    (folder / "edmund.toml").write_text("\n".join(lines) + "\n", "utf-8")
    (folder / file).write_text(text, "utf-8")


def source(folder: Path, target: str) -> str:
    """All code of an output that is made of the description."""
    files = (folder / "out" / target).rglob("*")
    return "\n".join(
        path.read_text("utf-8")
        for path in files
        if path.is_file() and path.suffix in (".py", ".cs", ".go", ".java", ".php", ".ts")
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


WORDS = {
    "python": ("material_number", "vendor", "Product", "nearby", "ship_it", "products", "latitude: int"),
    "csharp": ("MaterialNumber", "Vendor", "Product", "Nearby", "ShipIt", "Products", "int latitude"),
    "go": ("MaterialNumber", "Vendor", "Product", "Nearby", "ShipIt", "Products", "latitude "),
    "java": ("MaterialNumber", "Vendor", "Product", "nearby", "shipIt", "products", " latitude"),
    "php": ("MaterialNumber", "Vendor", "Product", "nearby", "shipIt", "products", "$latitude"),
    "typescript": ("materialNumber", "vendor", "Product", "nearby", "shipIt", "products", "latitude: "),
}


@pytest.mark.parametrize("names", ["kiota", "natural"])
def test_types_members_calls_and_parameters_of_csdl(folder: Path, names: str) -> None:
    written(folder, "shop.csdl", CSDL, CHOSEN, f'names = "{names}"')
    api.generate("edmund.toml", workers=1)
    found = names_of_clients(load_configuration(Path("edmund.toml")).clients)
    for target in OWN_TARGETS:
        matnr, vendor, product, near, ship, products, latitude = WORDS[target]
        made = found[target]
        assert made.types["Shop.ZPRD"] == product
        assert made.members["Shop.ZPRD"]["MATNR"] == matnr
        assert made.members["Shop.ZPRD"]["to_Vendor"] == vendor
        assert made.accessors["root"]["ZPRDS"] == products
        assert made.accessors["entity:Shop.ZPRD"]["to_Vendor"].lower() == "vendor"
        own = made.accessors["collection:Shop.ZPRD"]["Shop.ZNEAR(P1)"]
        assert near.lower() in own.replace("_", "").lower(), own
        assert ship.replace("_", "").lower() in (
            made.accessors["entity:Shop.ZPRD"]["Shop.ZSHIP"].replace("_", "").lower()
        )
        code = source(folder, target)
        assert latitude in code, target
        assert "recipient" in code.lower(), target
        # On the wire everything is called as ever.
        assert all(wire in code for wire in ("MATNR", "ZNEAR", "ZSHIP", "P1", "P2", "ZPRDS", "C01"))


@pytest.mark.parametrize("shape", ["paths", "operations"])
def test_schemas_paths_calls_and_parameters_of_openapi(folder: Path, shape: str) -> None:
    written(folder, "api.yaml", OPENAPI, CHOSEN_OF_CALLS, f'shape = "{shape}"')
    api.generate("edmund.toml", workers=1)
    for target in OWN_TARGETS:
        code = source(folder, target)
        plain = code.replace("_", "").lower()
        assert "animals" in plain, target
        assert "howmany" in plain, target
        assert "nickname" in plain, target
        assert ("listall" in plain) == (shape == "operations"), target
        assert all(wire in code for wire in ("NAM1", "q1", "zpets"))


WRONG = [
    ('"Shop.ZPRT" = "Product"', "EDM759", "did you mean 'Shop.ZPRD'?"),
    ('"Shop.ZPRD/MATNO" = "number"', "EDM759", "did you mean 'Shop.ZPRD/MATNR'?"),
    ('"Shop.ZPRD" = "no name"', "EDM604", None),
    ('"Shop.ZPRD" = "x\\"; boom()"', "EDM604", None),
    ('"Shop.ZPRD" = 1', "EDM604", None),
]


@pytest.mark.parametrize(("line", "code", "hint"), WRONG)
def test_a_wrong_entry_is_told_at_its_place(
    folder: Path, line: str, code: str, hint: str | None
) -> None:
    written(folder, "shop.csdl", CSDL, {})
    text = (folder / "edmund.toml").read_text("utf-8").replace("[names]", f"[names]\n{line}")
    (folder / "edmund.toml").write_text(text, "utf-8")
    with pytest.raises(EdmundError) as failure:
        api.generate("edmund.toml", workers=1)
    (told,) = failure.value.diagnostics
    assert told.code == code
    assert told.span is not None
    assert told.span.line == 2
    if hint is not None:
        assert told.hint == hint


def test_wrong_calls_and_parameters_are_told(folder: Path) -> None:
    chosen = {"GET /zpet": "list", "GET /zpets?q2": "limit", "/zpetz": "animals"}
    for element, name in chosen.items():
        written(folder, "api.yaml", OPENAPI, {element: name})
        with pytest.raises(EdmundError) as failure:
            api.generate("edmund.toml", workers=1)
        (told,) = failure.value.diagnostics
        assert told.code in ("EDM757", "EDM759")
        assert told.span is not None
        assert told.span.line == 2
        assert any(word in (told.hint or "") for word in ("did you mean", "there are: q1"))


def test_names_of_one_client_win_over_those_of_all(folder: Path) -> None:
    written(folder, "shop.csdl", CSDL, {"Shop.ZPRD": "Product"})
    text = (folder / "edmund.toml").read_text("utf-8")
    (folder / "edmund.toml").write_text(f'{text}\n[names.go]\n"Shop.ZPRD" = "Article"\n', "utf-8")
    found = names_of_clients(load_configuration(Path("edmund.toml")).clients)
    assert {target: found[target].types["Shop.ZPRD"] for target in OWN_TARGETS} == {
        **dict.fromkeys(OWN_TARGETS, "Product"),
        "go": "Article",
    }


def test_a_table_for_a_client_that_is_not_there_is_told(folder: Path) -> None:
    written(folder, "shop.csdl", CSDL, {})
    text = (folder / "edmund.toml").read_text("utf-8")
    (folder / "edmund.toml").write_text(f'{text}\n[names.pyton]\n"Shop.ZPRD" = "A"\n', "utf-8")
    with pytest.raises(EdmundError) as failure:
        load_configuration(Path("edmund.toml"))
    (told,) = failure.value.diagnostics
    assert (told.code, told.hint) == ("EDM606", "did you mean 'python'?")
