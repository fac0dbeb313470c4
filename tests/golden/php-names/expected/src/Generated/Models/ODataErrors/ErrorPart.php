<?php

declare(strict_types=1);

namespace Odd\Generated\Models\ODataErrors;

use Odd\Runtime\Mask;
use Odd\Runtime\Wire;
use stdClass;

/** One object of an error answer, read with tolerance: what has the wrong type reads as null. */
abstract class ErrorPart
{
    protected readonly stdClass $json;

    final public function __construct(?stdClass $json = null)
    {
        $this->json = $json ?? new stdClass();
    }

    protected function text(string $name): ?string
    {
        $value = $this->json->{$name} ?? null;
        return is_string($value) ? $value : null;
    }

    /** @return array<string, mixed> everything that the service sent in this object */
    final public function getAdditionalData(): array
    {
        return array_map(Wire::shown(...), get_object_vars($this->json));
    }

    /** @return array<string, mixed> */
    final public function __debugInfo(): array
    {
        $texts = array_filter(get_object_vars($this->json), is_string(...));
        return array_map(Mask::line(...), $texts);
    }
}
