<?php

declare(strict_types=1);

namespace Shop\Generated\Builders;

use Shop\Generated\Models\Kind;
use Shop\Runtime\RequestConfiguration;

/** What a caller adds to GET /pets. */
final class PetsGetRequestConfiguration extends RequestConfiguration
{
    /**
     * @param array<string, array<string>|string>|null $headers
     * @param array<mixed>|null $options
     */
    public function __construct(
        ?array $headers = null,
        ?array $options = null,
        public ?PetsGetQueryParameters $queryParameters = null,
        public ?string $xTrace = null,
    ) {
        parent::__construct($headers, $options);
    }

    public static function createQueryParameters(
        ?array $kind = null,
    ): PetsGetQueryParameters {
        return new PetsGetQueryParameters($kind);
    }
}
