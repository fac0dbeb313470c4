<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime\Query;

use Microsoft\Graph\Runtime\Date as Day;

/**
 * A day (Edm.Date).
 *
 * @extends Expression<\DateTimeInterface|Day|string>
 */
final class Date extends Expression
{
    use DayFunctions;
}
