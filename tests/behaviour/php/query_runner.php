<?php

declare(strict_types=1);

// Writes the trees of tests/vectors/queries, and of filters of the old wire, as a caller of the generated client in the
// namespace Vectors would.

use Vectors\Generated\Models\Colour;
use Vectors\Generated\Queries\BookPath;
use Vectors\Generated\Queries\CategoryPath;
use Vectors\Generated\Queries\ProductPath;
use Vectors\Runtime\Date;
use Vectors\Runtime\Decimal;
use Vectors\Runtime\Duration;
use Vectors\Runtime\Query\Expansion;
use Vectors\Runtime\Query\ObjectPath;
use Vectors\Runtime\Query\Query;
use Vectors\Runtime\RequestConfiguration;
use Vectors\Runtime\Time;

require (string) getenv('EDMUND_PHP_BOOT');

final class Writer
{
    private const CALLS = ['startswith' => 'startsWith', 'endswith' => 'endsWith', 'indexof' => 'indexOf']
        + ['tolower' => 'toLower', 'toupper' => 'toUpper', 'totaloffsetminutes' => 'totalOffsetMinutes']
        + ['totalseconds' => 'totalSeconds', 'geo.distance' => 'distance'];

    /** @param array<string, mixed> $variables */
    public function __construct(private readonly ObjectPath $items, private readonly array $variables = [])
    {
    }

    /** @return array<string, mixed> */
    public function options(array $case): array
    {
        $found = [];
        if (isset($case['expression']) || isset($case['filter'])) {
            $found['filter'] = $this->value($case['expression'] ?? $case['filter']);
        }
        foreach ($case['orderby'] ?? [] as [$by, $direction]) {
            $found['orderby'][] = $direction === 'desc' ? $this->value($by)->desc() : $this->value($by);
        }
        foreach ($case['select'] ?? [] as $path) {
            $found['select'][] = $this->path($path);
        }
        foreach ($case['expand'] ?? [] as $item) {
            $found['expand'][] = $this->expansion($item);
        }
        return $found;
    }

    private function expansion(array $case): Expansion
    {
        $inner = new self($case['path'] === 'Category' ? new CategoryPath() : new ProductPath());
        $more = array_intersect_key($case, ['top' => 0, 'levels' => 0]);
        return $this->path($case['path'])->with(...$inner->options($case), ...$more);
    }

    private function path(string $path): mixed
    {
        $at = null;
        foreach (explode('/', $path) as $name) {
            $at = match (true) {
                isset($this->variables[$name]) => $this->variables[$name],
                str_contains($name, '.') => $this->items->as(BookPath::class),
                default => ($at ?? $this->items)->{$name === 'ID' ? 'id' : lcfirst($name)},
            };
        }
        return $at;
    }

    private function value(array $tree): mixed
    {
        $kind = (string) array_key_first($tree);
        $value = $tree[$kind];
        return match ($kind) {
            'path' => $this->path($value),
            'string', 'guid' => $value,
            'boolean' => $value,
            'null' => null,
            'number' => str_contains($value, '.') ? Decimal::of($value) : (int) $value,
            'date' => new Date($value),
            'dateTimeOffset' => new DateTimeImmutable($value),
            'timeOfDay' => new Time($value),
            'duration' => new Duration($value),
            'point' => ['type' => 'Point', 'coordinates' => array_map(floatval(...), $value)],
            'member' => str_contains($value, ',') ? Colour::of(...explode(',', $value)) : new Colour($value),
            'and', 'or' => $this->value($value[0])->{$kind}(...array_map($this->value(...), array_slice($value, 1))),
            'not', 'negate' => $this->value($value)->{$kind}(),
            'in' => $this->value($value[0])->in(array_map($this->value(...), $value[1])),
            'call' => $this->call($value),
            'any', 'all' => $this->quantified($kind, ...$value),
            'count' => $this->path($value)->count(),
            default => $this->value($value[0])->{$kind}($this->value($value[1])),
        };
    }

    private function call(array $parts): mixed
    {
        $name = array_shift($parts);
        if ($name === 'now') {
            return Query::now();
        }
        [$first, $rest] = [$this->value(array_shift($parts)), array_map($this->value(...), $parts)];
        return $first->{self::CALLS[$name] ?? $name}(...$rest);
    }

    private function quantified(string $kind, string $path, ?string $variable = null, ?array $condition = null): mixed
    {
        $within = fn (string $name, mixed $item): mixed
            => (new self($this->items, [...$this->variables, $name => $item]))->value((array) $condition);
        return match ($variable) {
            null => $this->path($path)->{$kind}(),
            's' => $this->path($path)->{$kind}(fn (mixed $s): mixed => $within('s', $s)),
            't' => $this->path($path)->{$kind}(fn (mixed $t): mixed => $within('t', $t)),
            'p' => $this->path($path)->{$kind}(fn (mixed $p): mixed => $within('p', $p)),
            'q' => $this->path($path)->{$kind}(fn (mixed $q): mixed => $within('q', $q)),
        };
    }
}

$cases = json_decode((string) file_get_contents($argv[1]), true, flags: JSON_THROW_ON_ERROR);
$class = "Vectors\\{$argv[2]}";
$client = new $class(null, baseUrl: 'https://shop.example/v1');
$answers = [];
foreach ($cases as $case) {
    try {
        $asked = RequestConfiguration::createQueryParameters(...(new Writer(new ProductPath()))->options($case));
        $request = $client->products()->toGetRequestInformation(new RequestConfiguration(queryParameters: $asked));
        $answers[] = rawurldecode(explode('?', $request->url, 2)[1]);
    } catch (Throwable $error) {
        $answers[] = $error::class . ": {$error->getMessage()}";
    }
}
echo json_encode($answers, JSON_THROW_ON_ERROR);
