<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use EdmundRuntime\Runtime\Query\Condition;
use EdmundRuntime\Runtime\Query\Term;

/** What a caller adds to one request: query options, header fields, an ETag, a timeout. */
final class RequestConfiguration
{
    /** The call fails (412) when the resource is no longer the one of this ETag. */
    public ?string $etag = null;
    /** Seconds that the whole exchange may take; null for the client's own. */
    public ?float $timeout = null;
    /** Whether the body is checked before it is sent; null for what the client was made with. */
    public ?bool $validate = null;
    /** Whether PATCH sends all of an object that was read, not only what was changed since. */
    public bool $wholeBody = false;

    /**
     * @param array<string, array<string>|string>|null $headers
     * @param array<mixed>|null $options options of the official client's middleware, which is not there: refused
     */
    public function __construct(
        public ?array $headers = null,
        public ?array $options = null,
        public ?QueryParameters $queryParameters = null,
    ) {
    }

    /**
     * @param array<Term|string>|null $expand
     * @param array<Term|string>|null $orderby
     * @param array<Term|string>|null $select
     */
    public static function createQueryParameters(
        ?bool $count = null,
        ?array $expand = null,
        Condition|string|null $filter = null,
        ?array $orderby = null,
        ?string $search = null,
        ?array $select = null,
        ?int $skip = null,
        ?int $top = null,
        mixed ...$more,
    ): QueryParameters {
        $made = new QueryParameters($count, $expand, $filter, $orderby, $search, $select, $skip, $top);
        foreach ($more as $name => $value) {
            $made->{$name} = $value;
        }
        return $made;
    }

    /** @throws \Error for a property that a configuration does not have */
    public function __set(string $name, mixed $value): never
    {
        throw new \Error("a request configuration has no '{$name}'");
    }
}
