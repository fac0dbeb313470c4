<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** The base of what can be asked in the query of a call. */
abstract class QueryParameters
{
    /** @throws \Error for a parameter that the call does not have */
    final public function __set(string $name, mixed $value): never
    {
        throw new \Error("the call has no parameter '{$name}'");
    }
}
