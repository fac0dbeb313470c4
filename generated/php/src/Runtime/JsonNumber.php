<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** A JSON number by its digits, kept as they came: `1.10`, `1e400`, `12345678901234567890`. */
final class JsonNumber implements \JsonSerializable, \Stringable
{
    public function __construct(public readonly string $digits)
    {
    }

    public function toFloat(): float
    {
        return (float) $this->digits;
    }

    public function __toString(): string
    {
        return $this->digits;
    }

    /** For `json_encode`, which cannot keep the digits; `Model::toJson` does. */
    public function jsonSerialize(): float
    {
        return (float) $this->digits;
    }
}
