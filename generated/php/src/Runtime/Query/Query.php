<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime\Query;

use Microsoft\Graph\Generated\Types;

/** Terms that begin with no property. */
final class Query
{
    private function __construct()
    {
    }

    /** The time of the service. */
    public static function now(): DateTimeOffset
    {
        Types::older()?->since4('now');
        return new DateTimeOffset('now()', 'Edm.DateTimeOffset');
    }

    /** The item itself (`$it`), within the conditions of what is expanded. */
    public static function it(): Value
    {
        return new Value('$it', '');
    }

    /** A condition as text, to be put together with others. What is in it, nobody quotes. */
    public static function raw(string $text): Condition
    {
        return new Condition($text, 'Edm.Boolean', Precedence::Or);
    }
}
