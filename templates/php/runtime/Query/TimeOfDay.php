<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime\Query;

use EdmundRuntime\Runtime\Time;

/**
 * A time of day (Edm.TimeOfDay).
 *
 * @extends Expression<\DateTimeInterface|Time|string>
 */
final class TimeOfDay extends Expression
{
    use ClockFunctions;
}
