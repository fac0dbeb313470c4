<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime\Query;

/**
 * A length of time (Edm.Duration).
 *
 * @extends Expression<\DateInterval|string>
 */
final class Duration extends Expression
{
    public function totalSeconds(): Number
    {
        return $this->numberOf('totalseconds', 'Edm.Decimal');
    }
}
