<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime\Query;

use EdmundRuntime\Runtime\Date as Day;

/**
 * A day (Edm.Date).
 *
 * @extends Expression<\DateTimeInterface|Day|string>
 */
final class Date extends Expression
{
    use DayFunctions;
}
