<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** The pattern is malformed, or more than can be matched in bounded time. */
final class UnsupportedPattern extends \DomainException
{
}
