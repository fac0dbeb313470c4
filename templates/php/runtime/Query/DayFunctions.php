<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime\Query;

/** Functions of what has a day. */
trait DayFunctions
{
    public function year(): Number
    {
        return $this->numberOf('year', 'Edm.Int32');
    }

    public function month(): Number
    {
        return $this->numberOf('month', 'Edm.Int32');
    }

    public function day(): Number
    {
        return $this->numberOf('day', 'Edm.Int32');
    }
}
