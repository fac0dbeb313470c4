"""PHP clients with methods of resources in the place of paths send the same requests."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from toolchains import needs
from toolchains import php as toolchain
from vector_files import VECTORS

from edmund.plan.shape import Shape

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.php_client import PhpClient

SHOP = VECTORS / "http" / "shop.openapi.yaml"
HEAD = """
$sent = [];
$handler = static function ($request) use (&$sent) {
    $sent[] = "{$request->getMethod()} {$request->getUri()}";
    return GuzzleHttp\\Promise\\Create::promiseFor(
        new GuzzleHttp\\Psr7\\Response(200, ['content-type' => 'application/json'], '[]')
    );
};
$http = new GuzzleHttp\\Client(['handler' => $handler]);
$client = new Shop\\ShopClient(new Runtime\\Bearer('t'), 'https://shop.example/v1', $http);
"""
CALLS = [
    (
        "$asked = new Shop\\Generated\\Builders\\PetsListRequestConfiguration();"
        "$asked->queryParameters = $asked::createQueryParameters(limit: 2, tag: ['a']);"
        "$client->pets()->list($asked)->wait();",
        "GET https://shop.example/v1/pets?limit=2&tag=a",
    ),
    ("iterator_to_array($client->pets()->iterateList());", "GET https://shop.example/v1/pets"),
    (
        "$sent[] = 'GET ' . $client->pets()->toGetRequestInformation('a b')->url;",
        "GET https://shop.example/v1/pets/a%20b",
    ),
]

pytestmark = [needs("php"), pytest.mark.xdist_group("php")]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> PhpClient:
    folder = tmp_path_factory.mktemp("php-operations")
    return PhpClient.of_openapi(folder, SHOP, "ShopClient", Shape.OPERATIONS)


def test_all_of_it_is_sound(client: PhpClient) -> None:
    assert toolchain.lint(client.folder)["files"] == len(list(client.folder.rglob("*.php")))
    assert toolchain.sniff(client.folder / "src" / "Generated") == ""


@pytest.mark.parametrize(("line", "sent"), CALLS, ids=["query", "pages", "path"])
def test_a_call_is_sent(client: PhpClient, line: str, sent: str) -> None:
    assert client.run(f"{HEAD} {line} return $sent;") == [sent]
