<?php

declare(strict_types=1);

// Answers the vectors of tests/vectors/http with the generated client in the namespace Vectors.

use GuzzleHttp\Client;
use GuzzleHttp\Promise\Create;
use GuzzleHttp\Psr7\Response as HttpResponse;
use Psr\Http\Message\RequestInterface;
use Psr\Http\Message\StreamInterface;
use Vectors\Generated\Types;
use Vectors\Runtime\ApiError;
use Vectors\Runtime\ApiKey;
use Vectors\Runtime\Basic;
use Vectors\Runtime\Bearer;
use Vectors\Runtime\ClientException;
use Vectors\Runtime\Codec;
use Vectors\Runtime\DecodeError;
use Vectors\Runtime\Decimal;
use Vectors\Runtime\Json;
use Vectors\Runtime\JsonNumber;
use Vectors\Runtime\Model;
use Vectors\Runtime\OpenEnum;
use Vectors\Runtime\Parameters;
use Vectors\Runtime\RequestConfiguration;
use Vectors\Runtime\Shapes;
use Vectors\Runtime\Style;
use Vectors\Runtime\Union;
use Vectors\Runtime\Upload;
use Vectors\Runtime\Wire;

require (string) getenv('EDMUND_PHP_BOOT');

function answer(stdClass $question): array
{
    return match ($question->kind) {
        'style' => ['text' => style($question->case)],
        'call' => call($question),
        'wire' => wire($question->case),
        'made' => ['written' => made($question->case)],
    };
}

function style(stdClass $case): ?string
{
    $parameter = [
        'name' => $case->parameter,
        'in' => $case->in,
        'property' => 'value',
        'shape' => [],
        'style' => $case->style,
        'explode' => $case->explode ?? false,
        'reserved' => $case->allowReserved ?? false,
        'mediaType' => $case->mediaType ?? null,
    ];
    if ($case->in === 'path') {
        return Parameters::path("{{$case->parameter}}", [$parameter], [$case->value]);
    }
    if ($case->style === 'content' && $case->value === null) {
        return Style::query($parameter, null)[0];
    }
    $holder = new class () extends RequestConfiguration {
        public mixed $value = null;
        public ?stdClass $queryParameters = null;
    };
    $holder->value = $case->value;
    $holder->queryParameters = (object) ['value' => $case->value];
    $given = new Parameters([$parameter], $holder);
    return match ($case->in) {
        'header' => $given->headers()[strtolower($case->parameter)] ?? null,
        'cookie' => $given->headers()['cookie'] ?? null,
        default => $given->query() ?: null,
    };
}

/** A value of a shape as a user has it, made of JSON. */
function typed(array $shape, mixed $json): mixed
{
    return Codec::shown($shape, Codec::held($shape, $json));
}

function call(stdClass $question): array
{
    $case = $question->case;
    $given = $case->given ?? new stdClass();
    $exchanges = [$case, ...($case->then ?? [])];
    $sent = [];
    $handler = static function (RequestInterface $request) use (&$sent, $exchanges) {
        $answer = $exchanges[count($sent)]->answer ?? throw new LogicException('a request too many');
        $sent[] = [
            'method' => $request->getMethod(),
            'url' => (string) $request->getUri(),
            'headers' => array_map(static fn (array $v): string => implode(', ', $v), $request->getHeaders()),
            'body' => base64_encode((string) $request->getBody()),
        ];
        $body = isset($answer->base64) ? base64_decode($answer->base64) : $answer->text ?? '';
        return Create::promiseFor(new HttpResponse($answer->status, (array) ($answer->headers ?? []), $body));
    };
    $credentials = array_map(credential(...), (array) ($given->credentials ?? ['token' => 't0ken']));
    $client = new $question->client($credentials, $question->baseUrl, new Client(['handler' => $handler]), maxRetries: 0);
    try {
        $gives = gives($client, $question, $given);
    } catch (ApiError $error) {
        $type = $error->body instanceof Model ? $error->body::SCHEMA['name'] : null;
        $gives = ['error' => ['status' => $error->status, 'type' => $type, 'text' => $error->raw]
            + ($error->body === null ? [] : ['body' => plain($error->body)])];
    } catch (ClientException | InvalidArgumentException $error) {
        $gives = ['error' => ['message' => $error->getMessage()]];
    }
    return ['sent' => $sent, 'gives' => $gives];
}

function credential(mixed $given): object
{
    return match (true) {
        is_array($given) => new Basic(...$given),
        default => $given === 't0ken' ? new Bearer($given) : new ApiKey($given),
    };
}

function gives(object $client, stdClass $question, stdClass $given): array
{
    $builder = $client;
    foreach ($question->chain as [$accessor, $keys]) {
        $method = new ReflectionMethod($builder, $accessor);
        $values = array_map(static fn (string $key): mixed => $given->path->{$key}, $keys);
        $builder = $method->invokeArgs($builder, $values);
    }
    $table = $builder::CALLS[$question->verb];
    $maker = 'to' . ucfirst($question->verb) . 'RequestInformation';
    $arguments = [];
    if (isset($given->body)) {
        $kind = $given->{'media type'} ?? null;
        $arguments['body'] = body($table['bodies'], $kind, $given->body);
        $arguments += $kind === null ? [] : ['contentType' => $kind];
    }
    $arguments['requestConfiguration'] = configuration(new ReflectionMethod($builder, $maker), $table, $given);
    if (isset($given->accept)) {
        return ['items' => items($builder->{"{$question->verb}Stream"}(...$arguments))];
    }
    if (isset($given->{'all pages'})) {
        return ['items' => items($builder->iterate(...$arguments))];
    }
    $returned = (string) (new ReflectionMethod($builder, $question->verb))->getReturnType();
    if (str_ends_with($returned, 'Items')) {
        return ['items' => items($builder->{$question->verb}(...$arguments))];
    }
    if (isset($question->case->gives->status)) {
        $response = $client->send($builder->{$maker}(...$arguments))->wait();
        return [...shown($response->value), 'status' => $response->status, 'headers' => $response->headers];
    }
    return shown($builder->{$question->verb}(...$arguments)->wait());
}

function shown(mixed $value): array
{
    return match (true) {
        $value === null => ['nothing' => true],
        $value instanceof StreamInterface => ['base64' => base64_encode((string) $value)],
        default => ['value' => plain($value)],
    };
}

function items(iterable $items): array
{
    return array_map(plain(...), iterator_to_array($items));
}

/** JSON of a value that a user has. */
function plain(mixed $value): mixed
{
    return Wire::plainValue(Wire::given($value));
}

function body(array $bodies, ?string $kind, mixed $json): mixed
{
    $body = array_values(array_filter($bodies, static fn (array $b): bool => $b['mediaType'] === $kind))[0] ?? $bodies[0];
    if (isset($json->base64)) {
        return base64_decode($json->base64);
    }
    if ($body['form'] === 'json lines') {
        return array_map(static fn (mixed $item): mixed => typed($body['shape'], $item), $json);
    }
    if ($body['form'] !== 'multipart') {
        return typed($body['shape'], $json);
    }
    $class = Types::CLASSES[$body['shape']['type']];
    $model = new $class();
    foreach (get_object_vars($json) as $name => $value) {
        $isFiles = is_array($value) && isset($value[0]->base64);
        $given = $isFiles ? array_map(upload(...), $value) : typed(Shapes::properties($class)[$name], $value);
        $model->{"set{$name}"}($given);
    }
    return $model;
}

function upload(stdClass $file): Upload
{
    $bytes = base64_decode($file->base64);
    return new Upload($bytes, $file->{'file name'} ?? null, $file->{'media type'} ?? null);
}

function configuration(ReflectionMethod $maker, array $table, stdClass $given): RequestConfiguration
{
    $types = array_map(static fn (ReflectionParameter $p): string => ltrim((string) $p->getType(), '?'), $maker->getParameters());
    $class = array_values(array_filter($types, static fn (string $type): bool => is_a($type, RequestConfiguration::class, true)))[0];
    $made = new $class(headers: (array) ($given->{'other headers'} ?? []));
    if (method_exists($class, 'createQueryParameters')) {
        $made->queryParameters = $class::createQueryParameters();
    }
    foreach ($table['parameters'] ?? [] as $parameter) {
        $json = $given->{$parameter['in']}->{$parameter['name']} ?? null;
        if ($json !== null) {
            $isOfQuery = in_array($parameter['in'], ['query', 'querystring'], true);
            $holder = $isOfQuery ? $made->queryParameters : $made;
            $holder->{$parameter['property']} = typed($parameter['shape'], $json);
        }
    }
    return $made;
}

function wire(stdClass $case): array
{
    $class = Types::CLASSES[$case->type];
    $model = $class::fromJson($case->text);
    $becomes = $model::SCHEMA['name'];
    $reads = array_map(static fn (stdClass $read): array => read($model, $read->at), $case->reads);
    foreach ($case->sets ?? [] as $set) {
        assign($model, $set->at, $set->value);
    }
    $written = $model->toJson();
    $copies = [
        Types::CLASSES[$becomes]::fromJson($written)->toJson(),
        (clone $model)->toJson(),
        unserialize(serialize($model))->toJson(),
    ];
    if ($copies !== [$written, $written, $written]) {
        return ['error' => "copies differ: {$written} " . implode(' ', $copies)];
    }
    return ['becomes' => $becomes, 'reads' => $reads, 'written' => $written];
}

function made(stdClass $case): string
{
    $model = new (Types::CLASSES[$case->type])();
    foreach ($case->sets as $set) {
        assign($model, $set->at, $set->value);
    }
    return $model->toJson();
}

function assign(Model $model, string $at, mixed $json): void
{
    $wire = substr($at, 1);
    $shape = Shapes::properties($model::class)[$wire];
    $model->{'set' . stem($model, $wire, 'set')}(typed($shape, $json));
}

/** What the getter of a property is called, without `get`: found by what its body reads. */
function stem(Model $model, string $wire, string $kind): string
{
    foreach (get_class_methods($model) as $method) {
        $found = new ReflectionMethod($model, $method);
        if (!str_starts_with($method, $kind) || $found->getDeclaringClass()->getName() === Model::class) {
            continue;
        }
        $lines = array_slice((array) file((string) $found->getFileName()), $found->getStartLine() - 1, $found->getEndLine() - $found->getStartLine());
        if (str_contains(implode('', $lines), '(' . var_export($wire, true))) {
            return substr($method, 3);
        }
    }
    throw new LogicException("no property {$wire}");
}

function read(Model $model, string $at): array
{
    $value = $model;
    foreach (array_slice(explode('/', $at), 1) as $step) {
        if ($value instanceof Union) {
            $value = variant($value);
        }
        if ($value instanceof Model && isset(Shapes::properties($value::class)[$step])) {
            if (!$value->isSet($step)) {
                return ['state' => 'absent'];
            }
            try {
                $value = $value->{'get' . stem($value, $step, 'get')}();
            } catch (DecodeError) {
                return ['state' => 'raw'];
            }
            continue;
        }
        $items = $value instanceof Model ? $value->getAdditionalData() : $value;
        if (!is_array($items) || !array_key_exists($step, $items)) {
            return ['state' => 'absent'];
        }
        $isTyped = !$value instanceof Model || is_object($items[$step]);
        if (!$isTyped) {
            return ['state' => 'raw'];
        }
        $value = $items[$step];
    }
    return told($value instanceof Union ? variant($value) : $value);
}

function told(mixed $value): array
{
    return match (true) {
        $value === null => ['state' => 'null'],
        $value instanceof Model => ['state' => 'model', 'type' => $value::SCHEMA['name']],
        is_array($value), $value instanceof stdClass, $value instanceof Union => ['state' => 'raw'],
        default => ['state' => 'value', 'value' => text($value)],
    };
}

/** The value of a union by its variant; the union itself where there is none. */
function variant(Union $union): mixed
{
    foreach (get_class_methods($union) as $method) {
        if (str_starts_with($method, 'get') && $union->{$method}() !== null) {
            return $union->{$method}();
        }
    }
    return $union;
}

function text(mixed $value): string
{
    return match (true) {
        is_bool($value) => $value ? 'true' : 'false',
        is_float($value) => (string) Decimal::ofFloat($value),
        $value instanceof DateTimeImmutable => $value->format('Y-m-d\TH:i:s.vP'),
        $value instanceof StreamInterface => bin2hex((string) $value),
        $value instanceof OpenEnum => text($value->value()),
        default => (string) $value,
    };
}

$questions = Json::decode((string) file_get_contents($argv[1]));
$answers = [];
foreach ($questions as $question) {
    try {
        $answers[] = answer($question);
    } catch (InvalidArgumentException | ClientException $error) {
        $answers[] = ['refused' => true, 'message' => $error->getMessage()];
    } catch (Throwable $error) {
        $answers[] = ['error' => get_debug_type($error) . ": {$error->getMessage()} {$error->getTraceAsString()}"];
    }
}
echo Json::encode(Wire::given($answers));
