"""The generated PHP client against a FastAPI service, from the description that the service writes of itself."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from toolchains import needs

pytest.importorskip("fastapi", reason="FastAPI is not installed")
pytest.importorskip("uvicorn", reason="uvicorn is not installed")
pytest.importorskip("python_multipart", reason="python-multipart is not installed")

from behaviour.fastapi_service import app, serving

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.php_client import PhpClient

pytestmark = [needs("php"), pytest.mark.xdist_group("php")]

CLIENT = """
$error = static function (Closure $call): array {
    try {
        $call();
    } catch (Runtime\\ApiError $found) {
        $body = $found->body;
        $class = is_object($body) ? basename(strtr($body::class, '\\\\', '/')) : null;
        return [$found->getResponseStatusCode(), $class, $body];
    }
    return [];
};
$credentials = [new Runtime\\Bearer('token-of-ann'), new Runtime\\ApiKey('k&y')];
$client = new Shop\\ShopClient($credentials, $value->root);
$cat = static function (string $name): Models\\Stay {
    $made = new Models\\Cat();
    $made->setName($name);
    $stay = new Models\\Stay();
    $stay->setAnimal(Models\\StayAnimal::ofCat($made));
    return $stay;
};
"""


@pytest.fixture(scope="module")
def root() -> Iterator[str]:
    with serving() as url:
        yield url


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> PhpClient:
    folder = tmp_path_factory.mktemp("php-kennel")
    description = folder / "openapi.json"
    description.write_text(json.dumps(app.openapi()), "utf-8")
    return PhpClient.of_openapi(folder, description, "ShopClient")


def run(client: PhpClient, root: str, lines: str, **values: Any) -> Any:
    return client.run(CLIENT + lines, root, **values)


def test_a_form_gives_a_token(client: PhpClient, root: str) -> None:
    lines = """
    $form = new Models\\BodyLogInTokenPost();
    $form->setUsername('ann');
    $form->setPassword('s3cret+&');
    $token = $client->token()->post($form)->wait();
    $form->setPassword('no');
    $failed = $error(fn () => $client->token()->post($form)->wait());
    return [$token->getAccessToken(), $token->getTokenType(), $failed[0]];
    """
    assert run(client, root, lines) == ["token-of-ann", "bearer", 401]


def test_the_story_of_stays(client: PhpClient, root: str) -> None:
    lines = """
    $first = $cat('Tom');
    $first->setMood(Models\\Mood::VERY_WILD);
    $first->setBox(Models\\StayBox::ofInt64(3));
    $dog = new Models\\Dog();
    $dog->setName('Rex');
    $dog->setTricks(['sit']);
    $dog->setBorn(new DateTimeImmutable('2024-02-29T12:00:00Z'));
    $second = new Models\\Stay();
    $second->setAnimal(Models\\StayAnimal::ofDog($dog));
    $second->setBox(Models\\StayBox::ofString('b'));
    $third = $cat('Kit');
    $third->getAnimal()->getCat()->setLives(1);
    $third->setWeights(['2024' => [1.5, 2.0]]);
    $made = array_map(fn (Models\\Stay $stay) => $client->stays()->post($stay)->wait(), [$first, $second, $third]);
    $ids = fn (iterable $stays): array => array_map(
        fn ($stay) => $stay->getId(),
        is_array($stays) ? $stays : iterator_to_array($stays)
    );
    $asked = static fn (mixed ...$options): Shop\\Generated\\Builders\\StaysGetRequestConfiguration
        => new Shop\\Generated\\Builders\\StaysGetRequestConfiguration(
            queryParameters: Shop\\Generated\\Builders\\StaysGetRequestConfiguration::createQueryParameters(...$options)
        );
    $found = [
        'classes' => array_map(fn ($stay) => [
            $stay->getAnimal()->getCat()?->getName(),
            $stay->getAnimal()->getDog()?->getName(),
        ], $made),
        'cat' => [$made[0]->getAnimal()->getCat()->getKind(), $made[0]->getAnimal()->getCat()->getLives()],
        'mood' => [$made[0]->getMood()->value(), $made[0]->getMood()->isKnown()],
        'boxes' => [$made[0]->getBox()->getInt64(), $made[1]->getBox()->getString(), $made[2]->getBox()],
        'born' => $made[1]->getAnimal()->getDog()->getBorn()->format('c'),
        'weights' => $made[2]->getWeights(),
        'page' => $ids($client->stays()->get()->wait()) === array_slice($ids($made), 0, 2),
        'pages' => $ids($client->stays()->iterate($asked(limit: 1))) === $ids($made),
        'filtered' => $ids($client->stays()->get($asked(mood: ['very wild']))->wait()) === [$made[0]->getId()],
    ];
    $at = $client->stays()->byStayId($made[0]->getId());
    $found['same'] = $at->get()->wait()->toJson() === $made[0]->toJson();
    $change = new Models\\Change();
    $change->setMood(null);
    $change->setBox(Models\\ChangeBox::ofString('c'));
    $changed = $at->patch($change)->wait();
    $found['changed'] = [$changed->getMood(), $changed->isSet('mood'), $changed->getBox()->getString()];
    $found['deleted'] = $at->delete()->wait();
    $found['gone'] = $error(fn () => $at->get()->wait())[0];
    return $found;
    """
    assert run(client, root, lines) == {
        "classes": [["Tom", None], [None, "Rex"], ["Kit", None]],
        "cat": ["cat", 9],
        "mood": ["very wild", True],
        "boxes": [3, "b", None],
        "born": "2024-02-29T12:00:00+00:00",
        "weights": {"2024": [1.5, 2.0]},
        "page": True,
        "pages": True,
        "filtered": True,
        "same": True,
        "changed": [None, True, "c"],
        "deleted": None,
        "gone": 404,
    }


def test_what_is_refused_here_and_there(client: PhpClient, root: str) -> None:
    lines = """
    $unchecked = new Shop\\ShopClient($credentials, $value->root, validate: false);
    [$status, $class, $body] = $error(fn () => $unchecked->stays()->post($cat(''))->wait());
    $found = ['there' => [$status, $class, $body->getDetail()[0]->getLoc()[1]->getString()]];
    try {
        $client->stays()->post($cat(''));
    } catch (Runtime\\ValidationFailed $failed) {
        $found['here'] = array_map(fn ($violation) => $violation->code, $failed->violations);
    }
    [$status, $class, $body] = $error(function () use ($client, $cat): void {
        for ($number = 0; $number < 9; $number++) {
            $client->stays()->post($cat('More'))->wait();
        }
    });
    $found['full'] = [$status, $class, $body->getCode()];
    $open = new Shop\\ShopClient(null, $value->root);
    try {
        $open->stays()->post($cat('Tom'))->wait();
    } catch (Runtime\\ClientException $missing) {
        $found['missing'] = basename(strtr($missing::class, '\\\\', '/'));
    }
    $found['open'] = is_array($open->stays()->get()->wait());
    return $found;
    """
    assert run(client, root, lines) == {
        "there": [422, "HTTPValidationError", "animal"],
        "here": ["min-length"],
        "full": [409, "Problem", 7],
        "missing": "AuthenticationFailed",
        "open": True,
    }


def test_files_are_sent_as_they_are_given_and_never_held(
    client: PhpClient, root: str, tmp_path: Path
) -> None:
    large = tmp_path / "large.bin"
    large.write_bytes(bytes(30_000_000))
    lines = """
    $before = memory_get_peak_usage();
    $body = new Models\\BodyAddPhotosStaysStayIdPhotosPost();
    $body->setCaption('Süß & "x"');
    $body->setPhotos([
        new Runtime\\Upload(GuzzleHttp\\Psr7\\Utils::streamFor(fopen($value->large, 'r')), 'large.bin'),
        new Runtime\\Upload('abc', 'ä.png', 'image/png'),
    ]);
    $told = $client->stays()->byStayId('00000000-0000-0000-0000-000000000001')->photos()->post($body)->wait();
    return [
        $told->getCaption(),
        $told->getSizes(),
        $told->getNames(),
        $told->getTypes(),
        memory_get_peak_usage() - $before < 8_000_000,
    ];
    """
    assert run(client, root, lines, large=str(large)) == [
        'Süß & "x"',
        [30_000_000, 3],
        ["large.bin", "ä.png"],
        ["application/octet-stream", "image/png"],
        True,
    ]


def test_cookies_and_headers(client: PhpClient, root: str) -> None:
    lines = """
    $asked = new Shop\\Generated\\Builders\\SessionGetRequestConfiguration(acceptLanguage: 'de', visits: 4);
    $visits = $client->session()->get($asked)->wait()['visits'];
    $response = $client->send($client->session()->toGetRequestInformation($asked))->wait();
    return [$visits->getInt64(), $response->header('set-cookie')];
    """
    visits, cookie = run(client, root, lines)
    assert visits == 4 and cookie.startswith("visits=5")


def test_what_goes_on_is_read_as_it_comes(client: PhpClient, root: str) -> None:
    lines = """
    $ticks = static fn (int $count): Shop\\Generated\\Builders\\TicksGetRequestConfiguration
        => new Shop\\Generated\\Builders\\TicksGetRequestConfiguration(
            queryParameters: Shop\\Generated\\Builders\\TicksGetRequestConfiguration::createQueryParameters($count)
        );
    $found = [];
    foreach ($client->ticks()->get($ticks(3)) as $tick) {
        $found['ticks'][] = [$tick->getNumber(), $tick->getText()];
    }
    $exported = new Shop\\Generated\\Builders\\ExportGetRequestConfiguration(
        queryParameters: Shop\\Generated\\Builders\\ExportGetRequestConfiguration::createQueryParameters(1000)
    );
    $found['sum'] = 0;
    foreach ($client->export()->get($exported) as $line) {
        $found['sum'] += $line->getNumber();
    }
    foreach ($client->ticks()->get($ticks(100_000)) as $tick) {
        $found['first'] = $tick->getNumber();
        break;
    }
    $found['photo'] = strlen((string) $client->photos()->bySize(70_000)->get()->wait());
    $into = GuzzleHttp\\Psr7\\Utils::streamFor(fopen('php://temp', 'w+'));
    $client->download($client->photos()->bySize(500_000)->toGetRequestInformation(), $into)->wait();
    $found['downloaded'] = $into->getSize();
    return $found;
    """
    assert run(client, root, lines) == {
        "ticks": [[0, "é"], [1, "é"], [2, "é"]],
        "sum": 499_500,
        "first": 0,
        "photo": 70_000,
        "downloaded": 500_000,
    }
