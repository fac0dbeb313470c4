<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/**
 * One thing that is wrong: where (JSON pointer, RFC 6901), by which rule, and in words.
 *
 * A message never repeats a value of the payload, so that no secret can reach a log through it.
 */
final class Violation implements \Stringable
{
    public readonly string $code;
    public readonly Severity $severity;

    public function __construct(
        public readonly string $pointer,
        public readonly Rule $rule,
        public readonly string $message,
        ?Severity $severity = null,
    ) {
        $this->code = $rule->value;
        $this->severity = $severity ?? $rule->severity();
    }

    /** @param iterable<self> $violations of which one at least is more than a warning */
    public static function areErrors(iterable $violations): bool
    {
        foreach ($violations as $violation) {
            if ($violation->severity === Severity::Error) {
                return true;
            }
        }
        return false;
    }

    public function __toString(): string
    {
        $where = $this->pointer === '' ? '(the whole value)' : $this->pointer;
        return "{$where}: {$this->message} [{$this->code}]";
    }
}
