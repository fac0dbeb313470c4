<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime\Query;

/** Functions of what has a time of day. */
trait ClockFunctions
{
    public function hour(): Number
    {
        return $this->numberOf('hour', 'Edm.Int32');
    }

    public function minute(): Number
    {
        return $this->numberOf('minute', 'Edm.Int32');
    }

    public function second(): Number
    {
        return $this->numberOf('second', 'Edm.Int32');
    }

    public function fractionalSeconds(): Number
    {
        return $this->numberOf('fractionalseconds', 'Edm.Decimal');
    }
}
