"""Links to entities that are there already, in bodies of PHP clients."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from toolchains import needs

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.php_client import PhpClient, document

pytestmark = [needs("php"), pytest.mark.xdist_group("php")]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> PhpClient:
    types = (
        '<EntityType Name="person"><Key><PropertyRef Name="id" /></Key>'
        '<Property Name="id" Type="Edm.String" Nullable="false" />'
        '<Property Name="name" Type="Edm.String" />'
        '<NavigationProperty Name="boss" Type="Shop.person" />'
        '<NavigationProperty Name="friends" Type="Collection(Shop.person)" /></EntityType>'
        '<EntityType Name="chief" BaseType="Shop.person" />'
    )
    folder = tmp_path_factory.mktemp("php-bindings")
    return PhpClient(
        folder, document(types, '<EntitySet Name="people" EntityType="Shop.person" />')
    )


def test_a_change_links_to_what_is_there(client: PhpClient) -> None:
    sent: Any = client.run("""
        $read = Models\\Person::fromJson('{"id": "1", "name": "A"}')->asRead();
        $boss = $client->people()->byId('2')->toGetRequestInformation();
        $read->bind('boss', $boss)->bind('friends', 'people(1)', $boss);
        return $client->people()->byId('1')->toPatchRequestInformation($read)->content;
        """)
    url = "https://service.example/v1/people('2')"
    assert json.loads(sent) == {
        "boss@odata.bind": url,
        "friends@odata.bind": ["people(1)", url],
    }


def test_derived_types_and_no_links_at_all(client: PhpClient) -> None:
    sent: Any = client.run(
        "return (new Models\\Chief())->bind('boss', 'people(1)')->bind('friends')->toJson();"
    )
    assert json.loads(sent)["friends@odata.bind"] == []


@pytest.mark.parametrize(
    "arguments", ["'name', 'x'", "'nothing', 'x'", "'boss'", "'boss', 'x', 'y'"]
)
def test_what_cannot_be_linked(client: PhpClient, arguments: str) -> None:
    told = client.run(f"return (new Models\\Person())->bind({arguments})->toJson();")
    assert told["thrown"] == "InvalidArgumentException"
