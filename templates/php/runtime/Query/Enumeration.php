<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime\Query;

use EdmundRuntime\Runtime\OpenEnum;

/**
 * A member of an enumeration, or several where it has flags.
 *
 * @extends Expression<OpenEnum|string>
 */
final class Enumeration extends Expression
{
    /** Whether all of these members are set. */
    public function has(self|OpenEnum|string $members): Condition
    {
        return $this->containing($members);
    }
}
