<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime\Older;

use EdmundRuntime\Runtime\Dialect;
use EdmundRuntime\Runtime\Model;
use EdmundRuntime\Runtime\Protocol;
use EdmundRuntime\Runtime\Query\QueryError;
use EdmundRuntime\Runtime\Request;
use EdmundRuntime\Runtime\ServiceRoot;
use EdmundRuntime\Runtime\TokenCache;

/** The versions of OData before 4.0. What this package speaks of is 4.01; here is what they do otherwise. */
enum Version: string implements Dialect
{
    case V1 = '1.0';
    case V2 = '2.0';
    case V3 = '3.0';

    /** The method that changes a part of an entity: PATCH came with 3.0. */
    public function updating(): string
    {
        return $this === self::V3 ? 'PATCH' : 'MERGE';
    }

    /** JSON as all three have it; 3.0 has another form, which services of it give by default. */
    public function json(): string
    {
        return $this === self::V3 ? 'application/json;odata=verbose' : 'application/json';
    }

    /** Whether times are texts in JSON, and not `/Date(...)/`. */
    public function hasTimesAsText(): bool
    {
        return $this === self::V3;
    }

    /** Whether collections in a body lie in an object; before, arrays stand for entities that are made with it. */
    public function wrapsCollections(): bool
    {
        return $this === self::V3;
    }

    /** Whether the arguments of an operation are its body; before, they are query options. */
    public function hasActions(): bool
    {
        return $this === self::V3;
    }

    public function protocol(
        ServiceRoot $root,
        ?TokenCache $tokens,
        string $product,
        bool $tunnelsMethods
    ): Protocol {
        return new OlderProtocol($this, $root, $tokens, $product, $tunnelsMethods);
    }

    public function request(Request $request, ?string $class, ?Model $invoked): Request
    {
        return OlderRequest::of($this, $request, $class, $invoked);
    }

    public function literal(mixed $value, string $wire): array
    {
        return Values::literal($value, $wire);
    }

    public function compared(mixed $value, string $wire): string
    {
        return Queries::literal($value, $wire);
    }

    public function called(string $function, array $arguments): string
    {
        return Queries::called($this, $function, $arguments);
    }

    public function since4(string $what): void
    {
        throw new QueryError("OData {$this->value} has no {$what} in queries");
    }

    public function since3(string $what): void
    {
        if ($this !== self::V3) {
            $this->since4($what);
        }
    }
}
