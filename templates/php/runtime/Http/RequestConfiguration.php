<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** What a caller adds to one request: header fields, a timeout; a call with parameters has a class of its own. */
class RequestConfiguration
{
    /** Seconds that the whole exchange may take; null for the client's own. */
    public ?float $timeout = null;
    /** Whether the body is checked before it is sent; null for what the client was made with. */
    public ?bool $validate = null;

    /** @var array<string, string> further parameters of the query, which the description does not know */
    public array $customQueryOptions = [];

    /**
     * @param array<string, array<string>|string>|null $headers
     * @param array<mixed>|null $options options of the official client's middleware, which is not there: refused
     */
    public function __construct(public ?array $headers = null, public ?array $options = null)
    {
    }

    /** @throws \Error for a property that a configuration does not have */
    final public function __set(string $name, mixed $value): never
    {
        throw new \Error("a request configuration has no '{$name}'");
    }
}
