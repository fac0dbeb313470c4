<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** A value breaks rules of the schema; `violations` lists them, warnings included. */
final class ValidationFailed extends \InvalidArgumentException
{
    private const TOLD = 5;

    /** @param list<Violation> $violations */
    public function __construct(public readonly array $violations)
    {
        $isError = static fn (Violation $found): bool => $found->severity === Severity::Error;
        $errors = array_values(array_filter($violations, $isError));
        $told = array_map(strval(...), array_slice($errors, 0, self::TOLD));
        if (count($errors) > self::TOLD) {
            $told[] = 'and ' . (count($errors) - self::TOLD) . ' more';
        }
        parent::__construct(implode('; ', $told));
    }
}
