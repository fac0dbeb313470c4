<?php

declare(strict_types=1);

// Typed values of a generated client in the namespace Vectors as the texts of the vectors, and values of vectors set on
// its models.

use Psr\Http\Message\StreamInterface;
use Vectors\Runtime\Decimal;
use Vectors\Runtime\Duration;
use Vectors\Runtime\Facts;
use Vectors\Runtime\FlagsEnum;
use Vectors\Runtime\Json;
use Vectors\Runtime\JsonNumber;
use Vectors\Runtime\Model;
use Vectors\Runtime\Registry;

/** @return array{mixed, string} what holds the last step of a pointer, and that step */
function reach(mixed $value, string $pointer): array
{
    $steps = array_slice(explode('/', $pointer), 1);
    $last = array_pop($steps);
    foreach ($steps as $step) {
        $value = is_array($value) ? $value[(int) $step] : $value->{'get' . ucfirst($step)}();
    }
    return [$value, $last];
}

function read(mixed $value, string $at): array
{
    [$holder, $last] = reach($value, $at);
    if (is_array($holder)) {
        $value = $holder[(int) $last];
        $isThere = true;
        $type = '';
    } else {
        $value = $holder->{'get' . ucfirst($last)}();
        $isThere = $holder->isSet($last);
        $type = Facts::properties($holder::class)[$last]['type'];
    }
    if (!$isThere || $value === null) {
        return ['state' => $isThere ? 'null' : 'absent'];
    }
    if ($value instanceof Model) {
        return ['state' => 'model', 'type' => $value::SCHEMA['name']];
    }
    return ['state' => 'value', 'value' => text($value, $type)];
}

function text(mixed $value, string $type): string
{
    if ($value instanceof FlagsEnum) {
        $members = $value->members();
        sort($members);
        return implode(',', $members);
    }
    return match (true) {
        is_bool($value) => $value ? 'true' : 'false',
        is_float($value) => (string) Decimal::ofFloat($value),
        $value instanceof DateTimeImmutable => $value->format('Y-m-d\TH:i:s.uP'),
        $value instanceof Duration => (string) $value->totalSeconds(),
        $value instanceof StreamInterface => bin2hex((string) $value),
        $type === 'Edm.Guid' => strtolower($value),
        default => (string) $value,
    };
}

function set(Model $model, string $at, string $text): void
{
    [$holder, $last] = reach($model, $at);
    $type = Facts::properties($holder::class)[$last]['type'];
    $value = argument(Json::decode($text), $type);
    $holder->{'set' . ucfirst($last)}($value);
}

function argument(mixed $json, string $type): mixed
{
    return match (true) {
        $json instanceof stdClass && Registry::model($type) !== null => Model::over($json, Registry::model($type)),
        $json instanceof JsonNumber => $type === 'Edm.Decimal' ? Decimal::of($json->digits) : $json->toFloat(),
        is_array($json) => array_map(static fn (mixed $item): mixed => argument($item, $type), $json),
        default => $json,
    };
}
