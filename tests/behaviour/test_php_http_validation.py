"""Values of PHP clients of services without OData are held against what their description says."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from toolchains import needs

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.described_values import CASES, DOCUMENT
from behaviour.php_client import PhpClient

pytestmark = [needs("php"), pytest.mark.xdist_group("php")]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> PhpClient:
    folder = tmp_path_factory.mktemp("php-validation")
    source = folder / "shop.yaml"
    source.write_text(DOCUMENT, "utf-8")
    return PhpClient.of_openapi(folder, source, "ShopClient")


def test_what_is_wrong_is_told_at_its_place(client: PhpClient) -> None:
    lines = """
    $found = [];
    foreach ($value->cases as [$text, $operation]) {
        $violations = Runtime\\Validator::ofJson('Pet', $text, $operation);
        $found[] = array_map(static fn (Runtime\\Violation $v): string => "{$v->pointer} {$v->code}"
            . ($v->severity === Runtime\\Severity::Warning ? '?' : ''), $violations);
    }
    return $found;
    """
    asked = [[json.dumps(payload), operation] for payload, operation, _ in CASES]
    found = client.run(lines, cases=asked)
    for case, told in zip(CASES, found, strict=True):
        assert told == case[2], case


def test_a_model_says_the_same_of_itself(client: PhpClient) -> None:
    lines = """
    $pet = new Models\\Pet();
    $pet->setName('R');
    $pet->setOwner(Models\\PetOwner::ofPerson(new Models\\Person()));
    return array_map(strval(...), $pet->validate('create'));
    """
    assert client.run(lines) == [
        "/name: at least 2 characters are asked for [min-length]",
        "/owner/name: a value is required [required]",
    ]


@pytest.mark.parametrize(
    ("verb", "options", "refused"),
    [
        ("post", "", True),
        ("post", ", validate: false", False),
        ("patch", "", False),
    ],
)
def test_bodies_are_checked_before_they_are_sent(
    client: PhpClient, verb: str, options: str, refused: bool
) -> None:
    """A PATCH says what is to change: nothing is required in it."""
    lines = f"""
    $handler = static fn () => GuzzleHttp\\Promise\\Create::promiseFor(new GuzzleHttp\\Psr7\\Response(204));
    $http = new GuzzleHttp\\Client(['handler' => $handler]);
    $client = new Shop\\ShopClient(null, 'https://shop.example', $http{options});
    $pet = new Models\\Pet();
    $pet->setAge(3);
    return [$client->pets()->{verb}($pet)->wait()];
    """
    found = client.run(lines)
    assert found == [None] if not refused else found["thrown"] == "ValidationFailed"


@pytest.mark.parametrize("media_type", ["application/x-ndjson", "application/json-seq"])
def test_values_that_follow_each_other_are_checked_each_by_itself(
    media_type: str, tmp_path: Path
) -> None:
    source = tmp_path / "events.json"
    event = {"required": ["text"], "properties": {"text": {"type": "string", "maxLength": 3}}}
    content = {media_type: {"itemSchema": {"$ref": "#/components/schemas/Event"}}}
    call = {"requestBody": {"content": content}, "responses": {"204": {"description": "done"}}}
    document = {
        "openapi": "3.2.0",
        "info": {"title": "Events", "version": "1"},
        "paths": {"/events": {"post": call}},
        "components": {"schemas": {"Event": {"type": "object", **event}}},
    }
    source.write_text(json.dumps(document), "utf-8")
    client = PhpClient.of_openapi(tmp_path, source, "ShopClient")
    lines = """
    $events = array_map(static function (string $text): Models\\Event {
        $event = new Models\\Event();
        $event->setText($text);
        return $event;
    }, ['a', 'bcd', 'efgh']);
    $told = [];
    foreach ([$events, [$events[0], new Models\\Event()]] as $given) {
        try {
            $client->events()->toPostRequestInformation($given);
        } catch (Runtime\\ValidationFailed $failed) {
            $told[] = array_map(static fn ($found): string => "{$found->pointer} {$found->code}", $failed->violations);
        }
    }
    $client = new Shop\\ShopClient(null, 'https://shop.example', validate: false);
    return [...$told, strlen($client->events()->toPostRequestInformation($events)->content) > 0];
    """
    found = client.run(lines, "https://shop.example")
    assert found == [["/2/text max-length"], ["/1/text required"], True]
