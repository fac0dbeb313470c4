<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime\Older;

/** The versions of OData before 4.0. What this package speaks of is 4.01; here is what they do otherwise. */
enum Version: string
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
}
