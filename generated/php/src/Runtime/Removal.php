<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

use stdClass;

/** That an item of a delta answer is gone (OData JSON Format 4.01, section 15.3; 4.0: `$deletedEntity`). */
final class Removal
{
    private function __construct(public readonly ?string $reason)
    {
    }

    public static function of(stdClass $json): ?self
    {
        $found = $json->{'@removed'} ?? $json->{'@odata.removed'} ?? null;
        if ($found instanceof stdClass) {
            return new self(is_string($found->reason ?? null) ? $found->reason : null);
        }
        $context = $json->{'@odata.context'} ?? $json->{'@context'} ?? null;
        if (!is_string($context) || !str_ends_with($context, '/$deletedEntity')) {
            return null;
        }
        return new self(is_string($json->reason ?? null) ? $json->reason : null);
    }
}
