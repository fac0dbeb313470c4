<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** No value of this package's types is restricted by a pattern, so that nothing is matched here. */
final class Pattern
{
    /** Whether a program matches: that is not known here. */
    public static function matches(string $program, string $text): ?bool
    {
        return null;
    }
}
