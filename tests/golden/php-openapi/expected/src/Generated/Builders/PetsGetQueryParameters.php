<?php

declare(strict_types=1);

namespace Shop\Generated\Builders;

use Shop\Generated\Models\Kind;
use Shop\Runtime\QueryParameters;

/** What can be asked of GET /pets. */
final class PetsGetQueryParameters extends QueryParameters
{
    public function __construct(
        /** @var array<Kind|string|null>|null */
        public ?array $kind = null,
    ) {
    }
}
