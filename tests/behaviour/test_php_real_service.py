"""The generated PHP clients against a service that nobody here wrote: CAP over SQLite, at OData 4.0 and at 2.0.

One story for both versions, from each version's own $metadata; what the versions do otherwise stands in the prelude.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from behaviour.depot import Depot, Depots
from behaviour.php_client import PhpClient
from toolchains import needs

pytestmark = [needs("php"), pytest.mark.xdist_group("real-service")]

BASES = {"v4": 2000, "v2": 3000}
"""The numbers of each version's things: they lie in one database."""

PRELUDE = """
$base = $value->base;
$isOld = $value->version === 'v2';
/** A thing with these properties set. */
$made = static function (string $class, array $values): Runtime\\Model {
    $folder = str_ends_with($class, 'Body') ? 'Builders' : 'Models';
    $model = new ("Shop\\\\Generated\\\\{$folder}\\\\{$class}")();
    foreach ($values as $name => $given) {
        $model->{'set' . ucfirst($name)}($given);
    }
    return $model;
};
$tool = static fn (int $number, array $values = []): Models\\Tools => $client->tools()
    ->post($made('Tools', ['id' => $base + $number, 'name' => "tool {$number}", ...$values]))->wait();
$asked = static fn (mixed ...$options): Runtime\\RequestConfiguration => new Runtime\\RequestConfiguration(
    queryParameters: Runtime\\RequestConfiguration::createQueryParameters(...$options)
);
$numbers = static function (iterable $tools) use ($base): array {
    $found = [];
    foreach ($tools as $each) {
        $found[] = $each->getId() - $base;
    }
    return $found;
};
$failure = static function (Closure $call): ?Models\\ODataErrors\\ODataError {
    try {
        $call();
    } catch (Models\\ODataErrors\\ODataError $error) {
        return $error;
    }
    return null;
};
$status = static fn (Closure $call): ?int => $failure($call)?->getResponseStatusCode();
"""


class Story:
    """The client of one version, and the lines of PHP that are run on it."""

    def __init__(self, depot: Depot, version: str, folder: Path) -> None:
        self.depot, self.version = depot, version
        self.client = PhpClient.of_metadata(folder, depot.metadata, "EntityContainerClient")

    def run(self, lines: str, **values: Any) -> Any:
        given = {"base": BASES[self.version], "version": self.version, **values}
        return self.client.run(PRELUDE + lines, self.depot.root, **given)


@pytest.fixture(scope="module", params=["v4", "v2"])
def story(
    request: pytest.FixtureRequest, depots: Depots, tmp_path_factory: pytest.TempPathFactory
) -> Story:
    version: str = request.param
    return Story(getattr(depots, version), version, tmp_path_factory.mktemp(f"php-depot-{version}"))


def test_what_is_created_is_read_again_with_all_its_values(story: Story) -> None:
    lines = """
    $parts = [$made('Parts', ['no' => 1, 'label' => 'chuck']), $made('Parts', ['no' => 2, 'label' => null])];
    $values = [
        'name' => 'Drehbank «Größe 1»',
        'stock' => 3,
        'price' => '1200.25',
        'weight' => 800.5,
        'serial' => 2 ** 53 - 1,
        'opens' => $isOld ? new DateInterval('PT8H30M') : Runtime\\Time::from(new DateTimeImmutable('08:30')),
        'checkedAt' => new DateTimeImmutable('2024-02-29T12:00:00.123Z'),
        'tags' => ['heavy', 'iron & steel'],
    ];
    $created = $tool(100, [...$values, 'parts' => $parts]);
    $read = $client->tools()->byId($base + 100)->get($asked(expand: ['parts']))->wait();
    $text = static fn (mixed $value): mixed => match (true) {
        $value instanceof DateTimeInterface => $value->format('Y-m-d\\TH:i:s.v'),
        $value instanceof DateInterval => $value->format('%H:%I:%S'),
        $value instanceof Stringable => (string) $value,
        default => $value,
    };
    $found = [];
    foreach (array_keys($values) as $name) {
        $found[$name] = [
            $text($created->{'get' . ucfirst($name)}()),
            $text($read->{'get' . ucfirst($name)}()),
        ];
    }
    $found['condition'] = (string) $read->getCondition();
    foreach ($read->getParts() as $part) {
        $found['parts'][$part->getNo()] = $part->getLabel();
    }
    return $found;
    """
    values = {
        "name": "Drehbank «Größe 1»",
        "stock": 3,
        "price": "1200.25",
        "weight": 800.5,
        "serial": 2**53 - 1,
        "opens": "08:30:00",
        "checkedAt": "2024-02-29T12:00:00.123",
        "tags": ["heavy", "iron & steel"],
    }
    assert story.run(lines) == {
        **{name: [value, value] for name, value in values.items()},
        "condition": "sound",
        "parts": {"1": "chuck", "2": None},
    }


def test_links_are_made_and_expanded(story: Story) -> None:
    lines = """
    $maker = $client->makers()->post($made('Makers', ['name' => "O'Neil & Söhne {$base}"]))->wait();
    $body = $made('Tools', ['id' => $base + 200, 'name' => 'bound']);
    if ($isOld) {
        // The adapter takes no links within what is made.
        $body->setMakerId($maker->getId());
    } else {
        $body->bind('maker', $client->makers()->byId($maker->getId())->toGetRequestInformation());
    }
    $client->tools()->post($body)->wait();
    $filter = "maker/name eq 'O''Neil & Söhne {$base}' and ID eq " . ($base + 200);
    $select = $isOld ? ['ID', 'maker/name'] : ['ID'];
    $page = $client->tools()->get($asked(filter: $filter, expand: ['maker'], select: $select))->wait();
    [$one] = $page->getValue();
    return [
        $one->getId() - $base,
        $one->getMaker()->getName() === $maker->getName(),
        $one->isSet('name'),
        $client->tools()->byId($base + 200)->maker()->get()->wait()->getId() === $maker->getId(),
        $numbers($client->makers()->byId($maker->getId())->tools()->get()->wait()->getValue()),
    ];
    """
    assert story.run(lines) == [200, True, False, True, [200]]


def test_pages_are_followed_and_counted(story: Story) -> None:
    lines = """
    foreach (range(300, 304) as $number) {
        $tool($number);
    }
    $filter = 'ID ge ' . ($base + 300) . ' and ID lt ' . ($base + 305);
    $some = ['filter' => $filter, 'orderby' => ['ID desc']];
    $first = $client->tools()->get($asked(...$some, count: true))->wait();
    $pages = $client->tools()->iterate($asked(...$some));
    return [
        $first->getOdataCount(),
        count($first->getValue()),
        $first->getOdataNextLink() !== null,
        $numbers($pages),
        $client->tools()->count()->get($asked(filter: $filter))->wait(),
        $numbers($client->tools()->get($asked(...$some, top: 1))->wait()->getValue()),
    ];
    """
    assert story.run(lines) == [5, 2, True, [304, 303, 302, 301, 300], 5, [304]]


def test_only_what_is_given_changes(story: Story) -> None:
    lines = """
    $tool(400, ['price' => '1.5', 'stock' => 7]);
    $one = $client->tools()->byId($base + 400);
    $one->patch($made('Tools', ['name' => 'renamed', 'price' => null]))->wait();
    $read = $one->get()->wait();
    $found = [$read->getName(), $read->getPrice(), $read->getStock()];
    $read->setStock(8);
    $one->patch($read)->wait();
    return [...$found, $one->get()->wait()->getStock()];
    """
    assert story.run(lines) == ["renamed", None, 7, 8]


def test_a_change_to_another_version_is_refused(story: Story) -> None:
    lines = """
    $client->notes()->post($made('Notes', ['id' => $base, 'text' => 'first']))->wait();
    $one = $client->notes()->byId($base);
    $read = $one->get()->wait();
    $unchanged = new Runtime\\RequestConfiguration();
    $unchanged->etag = $read->etag();
    $change = fn (string $text) => $one->patch($made('Notes', ['text' => $text]), $unchanged)->wait();
    $change('second');
    return [$status(fn () => $change('third')), $one->get()->wait()->getText()];
    """
    assert story.run(lines) == [412, "second"]


def test_media_streams(story: Story) -> None:
    lines = """
    $tool(500);
    $one = $client->tools()->byId($base + 500);
    $photo = $isOld ? $one->content() : $one->photo();
    $png = "\\x89PNG\\r\\n\\x1a\\n" . str_repeat(implode('', array_map(chr(...), range(0, 255))), 300);
    $photo->put(
        GuzzleHttp\\Psr7\\Utils::streamFor($png),
        new Runtime\\RequestConfiguration(headers: ['content-type' => 'image/png'])
    )->wait();
    $into = GuzzleHttp\\Psr7\\Utils::streamFor(fopen('php://temp', 'w+'));
    $client->download($photo->toGetRequestInformation(), $into)->wait();
    return [(string) $photo->get()->wait() === $png, (string) $into === $png];
    """
    assert story.run(lines) == [True, True]


def test_operations(story: Story) -> None:
    lines = """
    foreach ([600 => 1.0, 601 => 2.0, 602 => 600.0] as $number => $weight) {
        $tool($number, ['stock' => 2, 'weight' => $weight, 'price' => (string) ($base + $number) . '.5']);
    }
    $heavy = $base + 602;
    $lighter = fn (int $most): array => $numbers(($isOld
        ? $client->toolsLighter($heavy, $most)
        : $client->tools()->byId($heavy)->lighter($most))->get()->wait()->getValue());
    $mine = fn (array $numbers): array => array_values(array_intersect($numbers, [600, 601, 602]));
    $within = $numbers($client->within($base + 601.5)->get()->wait()->getValue());
    $grade = $made('ToolsGradePostRequestBody', ['stars' => 4, 'note' => 'say "no"']);
    if ($isOld) {
        $grade->setId($base + 600);
        $graded = $client->toolsGrade()->post($grade)->wait();
    } else {
        $graded = $client->tools()->byId($base + 600)->grade()->post($grade)->wait();
    }
    $before = $client->total()->get()->wait()->getValue();
    $lend = $made('LendPostRequestBody', ['tool' => $base + 601, 'amount' => 2]);
    return [
        'lighter' => $mine($lighter(1000)),
        'fewer' => count($lighter(1)),
        'within' => $mine($within),
        'graded' => [$graded->getId() - $base, $graded->getWeight(), $graded->getName()],
        'left' => $client->lend()->post($lend)->wait()->getStock(),
        'lent' => $before - $client->total()->get()->wait()->getValue(),
    ];
    """
    assert story.run(lines) == {
        "lighter": [600, 601],
        "fewer": 1,
        "within": [600, 601],
        "graded": [600, 4.0, 'say "no"'],
        "left": 0,
        "lent": 2,
    }


def test_errors_say_what_the_service_says(story: Story) -> None:
    lines = """
    $tool(700, ['stock' => 1]);
    $error = $failure(fn () => $client->lend()
        ->post($made('LendPostRequestBody', ['tool' => $base + 700, 'amount' => 5]))->wait());
    return [
        $error->getResponseStatusCode(),
        $error->getError()->getCode(),
        $error->getError()->getMessage(),
        $status(fn () => $client->tools()->byId($base + 799)->get()->wait()),
    ];
    """
    assert story.run(lines) == [409, "TOO_FEW", "only 1 left", 404]


def test_batches(story: Story) -> None:
    lines = """
    $first = ['Json' => 800, 'Multipart' => 850][$value->form];
    $tool($first);
    $tool($first + 1);
    $traits = new Runtime\\BatchTraits(constant("Shop\\\\Runtime\\\\BatchFormat::{$value->form}"));
    $client = new Shop\\EntityContainerClient(null, baseUrl: $value->root, batches: $traits);
    $tools = $client->tools();
    $new = fn (int $number, string $name) => $tools
        ->toPostRequestInformation($made('Tools', ['id' => $base + $number, 'name' => $name]));
    $at = fn (int $number) => $tools->byId($base + $number);
    $read = $at($first)->toGetRequestInformation();
    $missing = $at($first + 9)->toGetRequestInformation();
    $gone = $at($first + 1)->toDeleteRequestInformation();
    $added = $new($first + 2, 'ü in a batch');
    $answers = $client->batch([$read, [$gone, $added]])->wait();
    $found['first'] = [
        $answers->of($read)->getId() - $base - $first,
        $answers->of($gone),
        $answers->of($added)->getName(),
    ];
    $never = $new($first + 3, 'never');
    $again = $new($first, 'is there');
    $answers = $client->batch([$missing, [$never, $again], $read])->wait();
    $found['second'] = [
        $status(fn () => $answers->of($missing)),
        $status(fn () => $answers->of($again)) >= 400,
        $answers->of($read)->getId() - $base - $first,
    ];
    $filter = 'ID ge ' . ($base + $first) . ' and ID lt ' . ($base + $first + 9);
    $found['after'] = $numbers($tools->get($asked(filter: $filter, orderby: ['ID']))->wait()->getValue());
    return $found;
    """
    numbers = {"Multipart": 850}
    if story.version == "v4":
        numbers["Json"] = 800
    for form, number in numbers.items():
        assert story.run(lines, form=form) == {
            "first": [0, None, "ü in a batch"],
            "second": [404, True, 0],
            "after": [number, number + 2],
        }


def test_what_is_deleted_is_gone(story: Story) -> None:
    lines = """
    $tool(900);
    $one = $client->tools()->byId($base + 900);
    return [$one->delete()->wait(), $status(fn () => $one->get()->wait())];
    """
    assert story.run(lines) == [None, 404]


def test_queries_as_code(story: Story) -> None:
    """Each kind of condition finds what it is about; hostile texts find what they are, and nothing else."""
    lines = """
    $tool(950, ['name' => "O'Neil & Söhne", 'stock' => 3, 'price' => '10.50', 'serial' => 2 ** 53]);
    $part = $made('Parts', ['no' => 1, 'label' => 'x']);
    $tool(951, ['name' => $value->hostile, 'stock' => 5, 'price' => '20', 'parts' => [$part]]);
    $tool(952, ['name' => 'saw', 'stock' => 7, 'checkedAt' => new DateTimeImmutable('2024-02-29T12:00:00Z')]);
    $x = new Shop\\Generated\\Queries\\ToolsPath();
    $mine = $x->id->ge($base + 950)->and($x->id->lt($base + 960));
    $found = static fn (Runtime\\Query\\Condition $condition, Runtime\\Query\\Term ...$orders): array
        => $numbers($client->tools()->iterate($asked(
            filter: $mine->and($condition),
            orderby: [...$orders, $x->id],
        )));
    $answers = [
        'equal' => $found($x->name->eq("O'Neil & Söhne")),
        'hostile' => $found($x->name->eq($value->hostile)),
        'texts' => $found($x->name->startsWith("O'")->or($x->name->contains('aw'))),
        'not' => $found($x->stock->eq(5)->not()),
        'in' => $found($x->stock->in([3, 5]), $x->stock->desc()),
        'null' => $found($x->price->gt('10.5')->and($x->bought->eq(null))),
        'long' => $found($x->serial->eq(2 ** 53)),
        'moment' => $found($x->checkedAt->le(new DateTimeImmutable('2024-02-29T13:00:00Z'))),
        'function' => $found($x->name->tolower()->length()->eq(3)),
    ];
    if (!$isOld) {
        $answers['year'] = $found($x->checkedAt->year()->eq(2024));
        $answers['any'] = $found($x->parts->any(fn ($p) => $p->label->eq('x')));
        $answers['all'] = $found($x->parts->all(fn ($p) => $p->label->eq('y')));
    }
    $parts = new Shop\\Generated\\Queries\\PartsPath();
    $one = $client->tools()->get($isOld
        ? $asked(filter: $x->id->eq($base + 951), select: [$x->id, 'parts/label'], expand: [$x->parts])
        : $asked(
            filter: $x->id->eq($base + 951),
            select: [$x->id],
            expand: [$x->parts->with(select: [$parts->label])],
        ))->wait()->getValue()[0];
    $answers['expanded'] = [$one->getParts()[0]->getLabel(), $one->isSet('name')];
    return $answers;
    """
    found = story.run(lines, hostile="' or 1 eq 1 or name eq '")
    of_4 = {"year": [952], "any": [951], "all": [950, 952]}
    assert found == {
        "equal": [950],
        "hostile": [951],
        "texts": [950, 952],
        "not": [950, 952],
        "in": [951, 950],
        "null": [951],
        "long": [950],
        "moment": [952],
        "function": [952],
        **(of_4 if story.version == "v4" else {}),
        "expanded": ["x", False],
    }
