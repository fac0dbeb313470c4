<?php

declare(strict_types=1);

// Answers the vectors of the old wire (tests/old_wire_answers.py has the protocol) with the generated client in the
// namespace Vectors.

use GuzzleHttp\Client;
use GuzzleHttp\Promise\Create;
use GuzzleHttp\Promise\PromiseInterface;
use GuzzleHttp\Psr7\Response;
use GuzzleHttp\Psr7\Utils;
use Psr\Http\Message\RequestInterface;
use Psr\Http\Message\StreamInterface;
use Vectors\Generated\Builders;
use Vectors\Generated\Models;
use Vectors\Runtime\ClientException;
use Vectors\Runtime\CollectionPage;
use Vectors\Runtime\Decimal;
use Vectors\Runtime\Model;
use Vectors\Runtime\Pages;
use Vectors\Runtime\Registry;
use Vectors\Runtime\RequestConfiguration;
use Vectors\Runtime\UnsafeUrl;
use Vectors\Runtime\Url;
use Vectors\ShopClient;

require (string) getenv('EDMUND_PHP_BOOT');
require __DIR__ . '/values.php';

const CODE = '01234567-89ab-cdef-0123-456789abcdef';
const PRODUCT_TIME = '2020-01-02T03:04:05Z';
const EPOCH = '1970-01-01T00:00:00Z';
const SERVICE = 'https://shop.example/odata';

/** A service that gives what it was told to give, and keeps what it was sent. */
final class Service
{
    /** @var list<array<string, mixed>> */
    public array $sent = [];
    public readonly ShopClient $client;

    /** @param list<array<string, mixed>> $answers */
    public function __construct(private array $answers, string $baseUrl)
    {
        $sender = new Client(['handler' => $this->answered(...)]);
        $this->client = new ShopClient(null, [], $baseUrl, $sender, maxRetries: 0);
    }

    private function answered(RequestInterface $request): PromiseInterface
    {
        $headers = array_map(static fn (array $values): string => implode(', ', $values), $request->getHeaders());
        $this->sent[] = [
            'method' => $request->getMethod(),
            'url' => (string) $request->getUri(),
            'headers' => (object) array_change_key_case($headers),
            'body' => base64_encode((string) $request->getBody()),
        ];
        $said = array_shift($this->answers) ?? throw new LogicException('a request that nobody expected');
        $content = isset($said['base64']) ? base64_decode($said['base64']) : $said['text'] ?? '';
        return Create::promiseFor(new Response($said['status'], $said['headers'] ?? [], $content));
    }
}

function answer(array $question): array
{
    $case = $question['case'];
    return match ($question['kind']) {
        'literal' => ['text' => rawurldecode(Url::literal(plain($case), "older:{$case['type']}"))],
        'reading' => reading($case, $question['base_url']),
        'writing' => writing($case, $question['base_url']),
        'call' => called($case, $case['base_url'] ?? $question['base_url'], $question['file']),
    };
}

function plain(array $case): mixed
{
    $value = $case['value'];
    return match (true) {
        $case['type'] === 'Edm.Binary' => Utils::streamFor(hex2bin($value)),
        in_array($case['type'], ['Edm.Double', 'Edm.Single'], true) => match ($value) {
            'INF' => INF,
            '-INF' => -INF,
            'NaN' => NAN,
            default => (float) $value,
        },
        $case['type'] === 'Edm.Boolean' => $value === 'true',
        default => $value,
    };
}

function reading(array $case, string $baseUrl): array
{
    $answer = ['status' => 200, 'headers' => ['content-type' => 'application/json'], 'text' => $case['text']];
    $products = (new Service([$answer], $baseUrl))->client->products();
    if (str_starts_with($case['type'], 'Collection(')) {
        $value = $products->get()->wait()->getValue();
        $becomes = $case['type'];
    } else {
        $value = $products->byId(1)->get()->wait();
        $becomes = $value::SCHEMA['name'];
    }
    return ['becomes' => $becomes, 'reads' => reads($value, $case['reads'])];
}

/** @return list<array<string, string>> */
function reads(mixed $value, array $reads): array
{
    return array_map(static fn (array $read): array => read($value, $read['at']), $reads);
}

function writing(array $case, string $baseUrl): array
{
    $service = new Service([['status' => 204]], $baseUrl);
    $class = Registry::model($case['type']);
    $made = new $class();
    foreach ($case['sets'] as $set) {
        set($made, $set['at'], (string) json_encode($set['value']));
    }
    $products = $service->client->products();
    ($case['operation'] === 'create' ? $products->post($made) : $products->byId(1)->patch($made))->wait();
    return ['written' => base64_decode($service->sent[0]['body'])];
}

function called(array $case, string $baseUrl, string $file): array
{
    $service = new Service([$case['answer'], ...array_column($case['then'] ?? [], 'answer')], $baseUrl);
    try {
        $value = $file === 'calls' ? call_of_2($service->client, $case['name'])
            : call_of_3($service->client, $case['name']);
        $gives = given($value, $case['gives']);
    } catch (ClientException | UnsafeUrl $error) {
        $gives = ['error' => error_of($error)];
    }
    return ['sent' => $service->sent, 'gives' => $gives];
}

function error_of(Throwable $error): array
{
    if (!$error instanceof Models\ODataErrors\ODataError) {
        return [];
    }
    $part = static fn (Models\ODataErrors\ErrorDetails $each): array
        => ['code' => $each->getCode(), 'message' => $each->getMessage()];
    return [
        'status' => $error->getResponseStatusCode(),
        'code' => $error->getError()->getCode(),
        'message' => $error->getError()->getMessage(),
        'details' => array_map($part, $error->getError()->getDetails() ?? []),
    ];
}

function given(mixed $value, array $wanted): array
{
    if (isset($wanted['answers'])) {
        $one = static fn (mixed $each, array $want): array
            => $each instanceof Throwable ? ['error' => error_of($each)] : given($each, $want);
        return ['answers' => array_map($one, iterator_to_array($value), $wanted['answers'])];
    }
    if ($value instanceof Pages) {
        $items = iterator_to_array($value);
        return listed($items, $value->count(), $wanted);
    }
    return match (true) {
        $value === null => ['nothing' => true],
        $value instanceof StreamInterface => ['base64' => base64_encode((string) $value)],
        isset($wanted['references']) => ['references' => $value->getValue()],
        isset($wanted['items']) => listed($value->getValue(), counted($value), $wanted),
        isset($wanted['value']) => ['type' => $wanted['type'], 'value' => shown($value)],
        default => [
            'becomes' => $value::SCHEMA['name'],
            'reads' => reads($value, $wanted['reads'] ?? []),
            'annotations' => $value->getAdditionalData(),
        ],
    };
}

function counted(Model $page): ?int
{
    return $page instanceof CollectionPage ? $page->getOdataCount() : null;
}

function shown(mixed $value): mixed
{
    $plain = $value instanceof Model ? $value->getValue() : $value;
    return is_array($plain) ? array_map(strval(...), $plain) : (string) $plain;
}

function listed(array $items, ?int $count, array $wanted): array
{
    $told = $count === null ? null : (string) $count;
    return ['items' => count($items), 'reads' => reads($items, $wanted['reads'] ?? []), 'count' => $told];
}

function asked(mixed ...$options): RequestConfiguration
{
    return new RequestConfiguration(queryParameters: RequestConfiguration::createQueryParameters(...$options));
}

function matching(string $etag): RequestConfiguration
{
    $made = new RequestConfiguration();
    $made->etag = $etag;
    return $made;
}

function product(int $id, mixed ...$more): Models\Product
{
    $made = new Models\Product();
    $made->setId($id);
    foreach ($more as $name => $value) {
        $made->{"set{$name}"}($value);
    }
    return $made;
}

function linked(Models\ReferenceCreate|Models\ReferenceUpdate $made, string $url): mixed
{
    $made->setOdataId($url);
    return $made;
}

/** The calls of `calls.json`, as a user writes them. */
function call_of_2(ShopClient $client, string $name): mixed
{
    $products = $client->products();
    $one = $products->byId(1);
    $food = $client->categories()->byName('Food');
    switch ($name) {
        case 'list':
            return $products->get()->wait();
        case 'options':
            return $products->get(asked(
                filter: "Price gt 3.5M and substringof('ea',Name)",
                orderby: ['Name desc'],
                top: 5,
                skip: 10,
                select: ['ID', 'Name'],
                expand: ['Category', 'Parts']
            ))->wait();
        case 'the number of all items':
            return $products->get(asked(count: true, top: 1))->wait();
        case 'all pages':
            return $products->iterate(asked(count: true));
        case 'a page of another origin is not asked for':
            return $products->iterate();
        case 'a count':
            return $products->count()->get(asked(filter: 'Sold eq true'))->wait();
        case 'a long key':
            return $products->byId(9007199254740993)->get()->wait();
        case 'a text key':
            return $client->categories()->byName('O\'Neil & Söhne')->get()->wait();
        case 'a key of a guid and a time':
            return $client->parts()->byCodeAt(CODE, new DateTimeImmutable(PRODUCT_TIME))->get()->wait();
        case 'a key of four other types':
            $east = new DateTimeImmutable('2020-01-02T03:04:05+02:00');
            return $client->samples()
                ->byAmountTakenSpanMark(Decimal::of('3.5'), $east, new DateInterval('PT8H30M'), '-_8')
                ->get()->wait();
        case 'navigation to one':
        case 'nothing there':
            return $one->category()->get()->wait();
        case 'navigation to many':
            return $one->parts()->get()->wait();
        case 'create':
            $tea = product(1, name: 'Tea', made: new DateTimeImmutable(PRODUCT_TIME), price: Decimal::of('12.5'));
            return $products->post($tea)->wait();
        case 'create with a link to what is there':
            $bound = product(1);
            return $products->post($bound->bind('Category', $food->toGetRequestInformation()))->wait();
        case 'create below an entity':
            $part = new Models\Part();
            $part->setCode(CODE);
            $part->setAt(EPOCH);
            $part->setNote('a');
            return $one->parts()->post($part)->wait();
        case 'a change':
            $change = new Models\Product();
            $change->setPrice('1.5');
            return $one->patch($change, matching('W/"1"'))->wait();
        case 'what was read, changed and is sent back':
            $read = $food->get()->wait();
            $read->setSince(EPOCH);
            return $food->patch($read, matching((string) $read->etag()))->wait();
        case 'a deletion':
            return $one->delete(matching('*'))->wait();
        case 'a link is added':
            $part = SERVICE . '/Parts(Code=guid\'' . CODE . '\',At=datetime\'1970-01-01T00:00:00\')';
            return $one->parts()->ref()->post(linked(new Models\ReferenceCreate(), $part))->wait();
        case 'a link is set':
            $link = linked(new Models\ReferenceUpdate(), SERVICE . "/Categories('Food')");
            return $one->category()->ref()->put($link)->wait();
        case 'a link is removed':
            return $one->category()->ref()->delete()->wait();
        case 'a link of many is removed':
            return $one->parts()->byCodeAt(CODE, EPOCH)->ref()->delete()->wait();
        case 'links are listed':
            return $one->parts()->ref()->get()->wait();
        case 'a media resource is read':
            return $client->photos()->byId(1)->content()->get()->wait();
        case 'a media resource is replaced':
            return $client->photos()->byId(1)->content()->put(Utils::streamFor('GIF'))->wait();
        case 'where the content of a media link entry is':
            return $client->photos()->byId(1)->get()->wait();
        case 'a service operation by GET':
            return $client->since(new DateTimeImmutable(PRODUCT_TIME), 'O\'Neil', '3.5')->get(asked(top: 1))->wait();
        case 'a service operation that gives an entity':
        case 'the same without its name around it':
            return $client->best()->get()->wait();
        case 'a service operation that gives a value':
            return $client->total()->get()->wait();
        case 'a service operation that gives values':
            return $client->names()->get()->wait();
        case 'a service operation that gives a complex value':
            return $client->biggest()->get()->wait();
        case 'a service operation by POST':
        case 'an argument that is not given':
            $paint = new Builders\PaintPostRequestBody();
            $paint->setId(1);
            if ($name === 'a service operation by POST') {
                $paint->setColor('a&b');
            }
            return $client->paint()->post($paint)->wait();
        case 'a service operation that gives nothing':
            return $client->reset()->post()->wait();
        case 'an error':
        case 'an error that says little':
            return $one->get()->wait();
        case 'the token against forged requests: fetched, kept, fetched again':
            $products->post(product(1))->wait();
            return $one->delete()->wait();
        case 'no token is fetched twice for one request':
        case 'a refusal that wants no token':
            return $one->delete()->wait();
        case 'options of the service root':
            $one->delete()->wait();
            return $products->get(asked(top: 1))->wait();
        case 'header fields and options of the caller\'s own':
            $asked = asked();
            $asked->queryParameters->{'sap-client'} = '100';
            $asked->headers = ['sap-language' => 'EN'];
            return $products->get($asked)->wait();
        case 'a batch':
        case 'a change set that fails as a whole':
            $changes = [
                $products->toPostRequestInformation(product(2)),
                $products->byId(3)->toDeleteRequestInformation(),
            ];
            $first = $name === 'a batch' ? [$one->toGetRequestInformation()] : [];
            return $client->batch([...$first, $changes])->wait();
    }
    throw new LogicException("no call '{$name}'");
}

/** The calls of `calls3.json`. */
function call_of_3(ShopClient $client, string $name): mixed
{
    $products = $client->products();
    switch ($name) {
        case 'verbose JSON is asked for':
        case 'an answer in light JSON':
            return $products->get(asked(count: true))->wait();
        case 'an update is PATCH':
        case 'an error in light JSON':
            $change = new Models\Product();
            $change->setMade(PRODUCT_TIME);
            return $products->byId(1)->patch($change)->wait();
        case 'arguments of an action are its body':
            $discount = new Builders\DiscountPostRequestBody();
            $discount->setPercent(Decimal::of('12.5'));
            $discount->setUntil(PRODUCT_TIME);
            return $client->discount()->post($discount)->wait();
    }
    throw new LogicException("no call '{$name}'");
}

$questions = json_decode((string) file_get_contents($argv[1]), true, 512, JSON_THROW_ON_ERROR | JSON_BIGINT_AS_STRING);
$answers = [];
foreach ($questions as $question) {
    try {
        $answers[] = answer($question);
    } catch (Throwable $error) {
        $answers[] = ['failed' => get_debug_type($error) . ": {$error->getMessage()} {$error->getTraceAsString()}"];
    }
}
echo json_encode($answers, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE);
