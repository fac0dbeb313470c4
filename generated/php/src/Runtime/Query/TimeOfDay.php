<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime\Query;

use Microsoft\Graph\Runtime\Time;

/**
 * A time of day (Edm.TimeOfDay).
 *
 * @extends Expression<\DateTimeInterface|Time|string>
 */
final class TimeOfDay extends Expression
{
    use ClockFunctions;
}
