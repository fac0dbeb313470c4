<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime\Query;

/** How closely an operator binds its operands, the loosest first (URL Conventions 4.01, section 5.1.1.17). */
enum Precedence: int
{
    case Or = 0;
    case And = 1;
    case Comparison = 2;
    case Addition = 3;
    case Product = 4;
    case Unary = 5;
    case Primary = 6;

    /** The next closer one; Primary itself has none. */
    public function closer(): self
    {
        return self::from(min($this->value + 1, self::Primary->value));
    }
}
