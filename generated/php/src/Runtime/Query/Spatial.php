<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime\Query;

/**
 * A shape on the globe or a plane (Edm.Geography..., Edm.Geometry...); plain values are GeoJSON.
 *
 * @extends Expression<\stdClass|array<mixed>>
 */
final class Spatial extends Expression
{
    /** @param self|\stdClass|array<mixed> $place */
    public function distance(self|\stdClass|array $place): Number
    {
        return $this->numberOf('geo.distance', 'Edm.Double', $place);
    }

    /** @param self|\stdClass|array<mixed> $area */
    public function intersects(self|\stdClass|array $area): Condition
    {
        return $this->conditionOf('geo.intersects', $area);
    }

    public function length(): Number
    {
        return $this->numberOf('geo.length', 'Edm.Double');
    }
}
