<?php

declare(strict_types=1);

// Answers the test vectors (tests/vector_answers.py has the protocol) with the generated client in the namespace Vectors.

use Vectors\Generated\Builders;
use Vectors\Generated\Models;
use Vectors\Runtime\DecodeError;
use Vectors\Runtime\Facts;
use Vectors\Runtime\Json;
use Vectors\Runtime\Model;
use Vectors\Runtime\Registry;
use Vectors\Runtime\Request;
use Vectors\Runtime\RequestConfiguration;
use Vectors\Runtime\Validator;
use Vectors\Runtime\Violation;

require (string) getenv('EDMUND_PHP_BOOT');
require __DIR__ . '/values.php';

/** @return array<mixed> */
function answer(array $question): array
{
    return match ($question['kind']) {
        'validation' => validation($question),
        'wire' => wire($question),
        'request' => request($question),
        'call' => shown(call($question['name'])),
    };
}

function validation(array $question): array
{
    ['type' => $type, 'operation' => $operation, 'text' => $text] = $question;
    $body = bodyClass($type);
    if ($body !== null) {
        return ['violations' => told(Validator::ofJson($body, $text, $operation))];
    }
    $found = told(Validator::ofJson($type, $text, $operation));
    $json = Json::decode($text);
    $class = Registry::model($type);
    if ($json instanceof stdClass && $class !== null) {
        // What was read by getters must be found as wrong as what was not.
        $model = Model::over($json, $class);
        touch_all($model);
        $isSaid = property_exists($json, '@odata.type') || $model::SCHEMA['name'] === $type;
        if ($isSaid && told(Validator::ofValue($type, $model, $operation)) !== $found) {
            return ['error' => 'reading changed what is found: ' . json_encode($found)];
        }
    }
    return ['violations' => $found];
}

/** @param list<Violation> $found */
function told(array $found): array
{
    return array_map(static fn (Violation $v): array => [$v->pointer, $v->code, $v->severity->value], $found);
}

function bodyClass(string $type): ?string
{
    if (str_starts_with($type, 'Collection(') || str_starts_with($type, 'Edm.') || Registry::model($type) !== null) {
        return null;
    }
    if (Registry::enum($type) !== null) {
        return null;
    }
    $name = ucfirst(substr($type, (int) strrpos($type, '.') + 1)) . 'PostRequestBody';
    $files = glob(getenv('EDMUND_PHP_PACKAGE') . "/src/Generated/Builders/*{$name}.php") ?: [];
    return $files === [] ? null : 'Vectors\\Generated\\Builders\\' . basename($files[0], '.php');
}

function touch_all(Model $model): void
{
    foreach (get_class_methods($model) as $method) {
        if (!str_starts_with($method, 'get')) {
            continue;
        }
        try {
            $value = $model->{$method}();
        } catch (DecodeError) {
            continue;
        }
        foreach (is_array($value) ? $value : [$value] as $item) {
            if ($item instanceof Model) {
                touch_all($item);
            }
        }
    }
}

function wire(array $question): array
{
    $class = Registry::model($question['type']) ?? throw new LogicException("no class {$question['type']}");
    $model = $class::fromJson($question['text']);
    $becomes = $model::SCHEMA['name'];
    $reads = array_map(static fn (array $read): array => read($model, $read['at']), $question['reads']);
    touch_all($model);
    foreach ($question['sets'] as $set) {
        set($model, $set['at'], $set['text']);
    }
    $written = $model->toJson();
    $again = Registry::model($becomes)::fromJson($written)->toJson();
    $copy = (clone $model)->toJson();
    $stored = unserialize(serialize($model))->toJson();
    if ([$again, $copy, $stored] !== [$written, $written, $written]) {
        return ['error' => "copies differ: {$written}, {$again}, {$copy}, {$stored}"];
    }
    return ['becomes' => $becomes, 'reads' => $reads, 'written' => $written];
}

function request(array $question): array
{
    $builder = new Vectors\GraphServiceClient(null, [], 'https://graph.microsoft.com/v1.0');
    foreach ($question['path'] as $segment) {
        if (is_array($segment)) {
            $by = array_values(preg_grep('/\Aby[A-Z]/', get_class_methods($builder)));
            $builder = $builder->{$by[0]}($segment['key']);
        } else {
            $builder = $builder->{ltrim(substr("..{$segment}", (int) strrpos("..{$segment}", '.') + 1), '$')}();
        }
    }
    $configuration = new RequestConfiguration();
    $configuration->headers = $question['headers'] ?? null;
    if (isset($question['query'])) {
        $parameters = RequestConfiguration::createQueryParameters();
        foreach ($question['query'] as $name => $value) {
            $parameters->{$name} = $value;
        }
        $configuration->queryParameters = $parameters;
    }
    $arguments = [$configuration];
    if (isset($question['body'])) {
        $type = $question['body']['type'];
        $class = $type === null ? array_values($builder::PAYLOADS)[0] : Registry::model($type);
        array_unshift($arguments, $class::fromJson($question['body']['text']));
    }
    $verb = match ($question['operation']) {
        'list', 'read', 'count' => 'Get',
        'create', 'invoke' => 'Post',
        'update' => 'Patch',
        'delete' => 'Delete',
    };
    return shown($builder->{"to{$verb}RequestInformation"}(...$arguments));
}

function shown(Request $request): array
{
    return [
        'method' => $request->method,
        'url' => $request->url,
        'headers' => (object) $request->headers,
        'body' => $request->bytes(),
    ];
}

/** The call of tests/vectors/calls/ that is called `name`, as a user writes it. */
function call(string $name): Request
{
    $client = new Vectors\ServiceClient(null, [], 'https://service.example/v1');
    $serial = '01234567-89ab-cdef-0123-456789abcdef';
    $one = $client->people()->byId('1');
    $configuration = new RequestConfiguration();
    $options = RequestConfiguration::createQueryParameters();
    $configuration->queryParameters = $options;
    $reference = new Models\ReferenceCreate();
    $reference->setOdataId("https://service.example/v1/people('2')");
    $update = new Models\ReferenceUpdate();
    $update->setOdataId("https://service.example/v1/people('2')");
    switch ($name) {
        case 'a composite key':
            return $client->orders()->byRegionNumber('north/1', 7)->toGetRequestInformation();
        case 'a guid key':
            return $client->assets()->bySerial($serial)->toGetRequestInformation();
        case 'a text key':
            $options->select = ['id'];
            return $client->people()->byId("O'Neil")->toGetRequestInformation($configuration);
        case 'an alternate key':
            return $client->people()->byEmail('ann lee')->toGetRequestInformation();
        case 'a count with a filter':
            $options->filter = "id eq 'x'";
            return $client->people()->count()->toGetRequestInformation($configuration);
        case 'a cast of a collection':
            $options->select = ['badge'];
            return $client->people()->asEmployee()->toGetRequestInformation($configuration);
        case 'a navigation below a cast':
            return $one->asEmployee()->tools()->toGetRequestInformation();
        case 'a bound function':
            $options->top = 2;
            $since = new DateTimeImmutable('2024-01-02T03:04:05Z');
            return $client->people()
                ->near(1.5, new Models\Unit(Models\Unit::MILE), $since)
                ->toGetRequestInformation($configuration);
        case 'a bound action':
            $body = new Builders\EmployeePromotePostRequestBody();
            $body->setLevel(3);
            $body->setBy(new Models\Unit('mile'));
            return $client->boss()->promote()->toPostRequestInformation($body);
        case 'an unbound action without parameters':
            return $client->reset()->toPostRequestInformation();
        case 'an unbound function':
            return $client->nearest('Ulm')->toGetRequestInformation();
        case 'adding a reference':
            return $one->friends()->ref()->toPostRequestInformation($reference);
        case 'removing a reference':
            return $one->friends()->byId('2')->ref()->toDeleteRequestInformation();
        case 'setting a reference':
            return $one->manager()->ref()->toPutRequestInformation($update);
        case 'reading a reference':
            return $one->manager()->ref()->toGetRequestInformation();
        case 'a media stream':
            return $one->content()->toGetRequestInformation();
        case 'a stream property':
            return $one->photo()->toGetRequestInformation();
        case 'an update with an ETag':
            $person = new Models\Person();
            $person->setEmail(null);
            $configuration->etag = 'W/"1"';
            return $one->toPatchRequestInformation($person, $configuration);
        case 'a deletion of whatever is there':
            $configuration->headers = ['If-Match' => '*'];
            return $client->assets()->bySerial($serial)->toDeleteRequestInformation($configuration);
        case 'a complex value':
            return $one->home()->toGetRequestInformation();
    }
    throw new LogicException("no call '{$name}'");
}

$questions = json_decode((string) file_get_contents($argv[1]), true, 512, JSON_THROW_ON_ERROR);
$answers = [];
foreach ($questions as $question) {
    try {
        $answers[] = answer($question);
    } catch (Throwable $error) {
        $answers[] = ['error' => get_debug_type($error) . ": {$error->getMessage()} {$error->getTraceAsString()}"];
    }
}
echo json_encode($answers, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE);
