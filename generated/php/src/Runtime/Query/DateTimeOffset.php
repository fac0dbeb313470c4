<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime\Query;

use Microsoft\Graph\Runtime\Date as Day;

/**
 * A point in time (Edm.DateTimeOffset), with its functions (URL Conventions 4.01, section 5.1.1.8).
 *
 * @extends Expression<\DateTimeInterface|Day|string>
 */
final class DateTimeOffset extends Expression
{
    use DayFunctions;
    use ClockFunctions;

    public function date(): Date
    {
        [$text, $parts] = $this->called('date');
        return new Date($text, 'Edm.Date', Precedence::Primary, $parts);
    }

    public function time(): TimeOfDay
    {
        [$text, $parts] = $this->called('time');
        return new TimeOfDay($text, 'Edm.TimeOfDay', Precedence::Primary, $parts);
    }

    public function totalOffsetMinutes(): Number
    {
        return $this->numberOf('totaloffsetminutes', 'Edm.Int32');
    }
}
