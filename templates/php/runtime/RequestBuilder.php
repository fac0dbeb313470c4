<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** The base of all request builders: a place in the service's URL space. */
abstract class RequestBuilder
{
    public function __construct(protected Place $place)
    {
    }

    /**
     * The same builder for a URL that the service gave, such as a next or a delta link.
     *
     * @throws UnsafeUrl for one of another origin
     */
    final public function withUrl(string $rawUrl): static
    {
        $made = clone $this;
        $made->place = $this->place->withUrl($rawUrl);
        return $made;
    }

    /**
     * The official client numbers a key that occurs twice on a path, `byChatMessageId1`, and has the underscores of a
     * segment: `beta_Dist`.
     *
     * @param array<mixed> $arguments
     * @throws \BadMethodCallException for what no builder has
     */
    final public function __call(string $name, array $arguments): mixed
    {
        $match = [];
        if (preg_match('/\A(by\w*?\D)\d+\z/', $name, $match) === 1 && method_exists($this, $match[1])) {
            return $this->{$match[1]}(...$arguments);
        }
        $plain = str_replace('_', '', $name);
        if ($plain !== $name && method_exists($this, $plain)) {
            return $this->{$plain}(...$arguments);
        }
        throw new \BadMethodCallException(static::class . " has no method {$name}");
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        return $this->place->__debugInfo();
    }
}
