<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** The parameters of one request, written as the call says. */
final class Parameters
{
    /**
     * @param list<array<string, mixed>> $parameters name, place, shape and style of each
     * @param RequestConfiguration|null $configuration where the values are
     */
    public function __construct(
        private readonly array $parameters,
        private readonly ?RequestConfiguration $configuration
    ) {
    }

    /**
     * A path with its values in it, each as its style says.
     *
     * @param list<array<string, mixed>> $parameters
     * @param list<mixed> $values
     * @throws \InvalidArgumentException for a value that would not stay in its segment
     */
    public static function path(string $template, array $parameters, array $values): string
    {
        $written = [];
        foreach ($parameters as $at => $parameter) {
            $value = self::plain($parameter, $values[$at] ?? null);
            if ($value === null) {
                throw new \InvalidArgumentException("'{$parameter['name']}' stands in the path: null is no value");
            }
            $written["{{$parameter['name']}}"] = Style::path($parameter, $value);
        }
        $path = strtr($template, $written);
        foreach (explode('/', $path) as $segment) {
            if (preg_match('/\A(?:\.|%2E){1,2}\z/i', $segment) === 1) {
                throw new \InvalidArgumentException("'{$segment}' cannot be a path segment");
            }
        }
        return $path;
    }

    /** What stands behind the question mark. */
    public function query(): string
    {
        $pairs = [];
        foreach ($this->given('query') as [$parameter, $value]) {
            array_push($pairs, ...Style::query($parameter, $value));
        }
        foreach ($this->given('querystring') as [$parameter, $value]) {
            $pairs[] = Style::content($parameter, $value);
        }
        foreach ($this->configuration?->customQueryOptions ?? [] as $name => $value) {
            $pairs[] = rawurlencode((string) $name) . '=' . rawurlencode($value);
        }
        return implode('&', $pairs);
    }

    /**
     * Header fields, that of the cookies among them, by lower-case name.
     *
     * @return array<string, string>
     */
    public function headers(): array
    {
        $found = [];
        foreach ($this->given('header') as [$parameter, $value]) {
            $text = Style::header($parameter, $value);
            $found = $text === null ? $found : [...$found, ...Headers::checked([$parameter['name'] => $text])];
        }
        $cookies = [];
        foreach ($this->given('cookie') as [$parameter, $value]) {
            array_push($cookies, ...Style::cookie($parameter, $value));
        }
        return $cookies === [] ? $found : [...$found, ...Headers::checked(['cookie' => implode('; ', $cookies)])];
    }

    /**
     * The parameters of a place that are there, each with its value as JSON has it.
     *
     * @return \Generator<int, array{array<string, mixed>, mixed}>
     */
    private function given(string $place): \Generator
    {
        foreach ($this->parameters as $parameter) {
            if ($parameter['in'] !== $place) {
                continue;
            }
            $isOfQuery = $place === 'query' || $place === 'querystring';
            $holder = $isOfQuery ? $this->configuration?->queryParameters ?? null : $this->configuration;
            $value = self::plain($parameter, $holder?->{$parameter['property']} ?? null);
            if ($value !== null) {
                yield [$parameter, $value];
            } elseif ($parameter['required'] ?? false) {
                throw new \InvalidArgumentException("the call needs '{$parameter['name']}'");
            }
        }
    }

    /** @param array<string, mixed> $parameter */
    private static function plain(array $parameter, mixed $value): mixed
    {
        try {
            return Wire::plainValue(Codec::taken($parameter['shape'], $value));
        } catch (NotOfType $error) {
            throw new \InvalidArgumentException("'{$parameter['name']}' takes {$error->getMessage()}");
        }
    }
}
