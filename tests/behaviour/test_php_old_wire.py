"""The generated PHP obeys the vectors of the old wire: OData 1 to 3."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from generated_package import generate
from old_wire_answers import FILES_OF_FILTERS, check_filter, document
from old_wire_questions import (
    FILTERS,
    QUESTIONS,
    Question,
    answered,
    check_answer,
    id_of,
    model_of,
)
from toolchains import needs
from toolchains import php as toolchain
from vector_files import MODEL_FILES, ROOT

RUNNER = Path(__file__).resolve().parent / "php" / "old_runner.php"
QUERY_RUNNER = RUNNER.with_name("query_runner.php")
pytestmark = [needs("php"), pytest.mark.xdist_group("php")]


@pytest.fixture(scope="module")
def clients(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folders of the clients of both models."""
    folder = tmp_path_factory.mktemp("php-old-clients")
    found = {model: folder / model for model in ("old", "old3")}
    for model, package in found.items():
        generate([ROOT / file for file in MODEL_FILES[model]], package, "Vectors", target="php")
    return found


@pytest.fixture(scope="module")
def answers(
    clients: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, Any]]:
    """All answers by question, each model's by one run of the runner."""
    folder = tmp_path_factory.mktemp("php-old-wire")
    found: dict[str, dict[str, Any]] = {}
    for model, package in clients.items():
        path = folder / f"{model}.json"

        def run(
            questions: list[dict[str, Any]], package: Path = package, path: Path = path
        ) -> list[dict[str, Any]]:
            path.write_text(json.dumps(questions), "utf-8")
            said = toolchain.run([str(RUNNER), str(path)], package).stdout
            told: list[dict[str, Any]] = json.loads(said)
            return told

        found.update(answered(QUESTIONS, model, run))
    return found


@pytest.mark.parametrize("question", QUESTIONS, ids=id_of)
def test_vector(question: Question, answers: dict[str, dict[str, Any]]) -> None:
    check_answer(question, answers[id_of(question)])


@pytest.fixture(scope="module")
def filters(
    clients: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[tuple[str, str], dict[str, Any]]:
    """The text of each filter, or that it was refused."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for file in FILES_OF_FILTERS:
        cases = document(file)["cases"]
        path = tmp_path_factory.mktemp("php-filters") / "cases.json"
        path.write_text(json.dumps(cases), "utf-8")
        package = clients[model_of(file)]
        done = toolchain.run([str(QUERY_RUNNER), str(path), "ShopClient"], package)
        for case, text in zip(cases, json.loads(done.stdout), strict=True):
            is_refused = text.startswith("Vectors\\Runtime\\Query\\QueryError: ")
            answer = {"refused": True} if is_refused else {"text": text.removeprefix("$filter=")}
            found[file, case["name"]] = answer
    return found


@pytest.mark.parametrize("question", FILTERS, ids=id_of)
def test_filter(question: Question, filters: dict[tuple[str, str], dict[str, Any]]) -> None:
    _, file, case = question
    check_filter(case, filters[file, case["name"]])


def test_methods_go_through_proxies_as_post(clients: dict[str, Path], tmp_path: Path) -> None:
    """[MS-ODATA], 2.2.5.8; within a batch and without the option methods are themselves."""
    script = tmp_path / "tunnel.php"
    script.write_text(TUNNEL, "utf-8")
    sent = json.loads(toolchain.run([str(script)], clients["old"]).stdout)
    assert sent == [
        ["GET", ""],
        ["POST", "MERGE"],
        ["POST", "DELETE"],
        ["POST", ""],
        ["MERGE", ""],
    ]


TUNNEL = """<?php
use GuzzleHttp\\Promise\\Create;
use GuzzleHttp\\Psr7\\Response;
use Vectors\\Generated\\Models\\Product;

require (string) getenv('EDMUND_PHP_BOOT');
$sent = [];
$http = new GuzzleHttp\\Client(['handler' => static function ($request) use (&$sent) {
    $sent[] = [$request->getMethod(), $request->getHeaderLine('X-HTTP-Method')];
    return Create::promiseFor(new Response(204));
}]);
$client = static fn (bool $tunnels) => new Vectors\\ShopClient(
    null,
    baseUrl: 'https://shop.example/odata',
    httpClient: $http,
    tunnelMethods: $tunnels,
);
$product = new Product();
$product->setName('Tea');
$one = $client(true)->products()->byId(1);
$one->get()->wait();
$one->patch($product)->wait();
$one->delete()->wait();
$client(true)->products()->post($product, validated())->wait();
$client(false)->products()->byId(1)->patch($product)->wait();
echo json_encode($sent);

function validated(): Vectors\\Runtime\\RequestConfiguration
{
    $made = new Vectors\\Runtime\\RequestConfiguration();
    $made->validate = false;
    return $made;
}
"""
