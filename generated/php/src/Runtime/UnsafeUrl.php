<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** A URL that leaves the service's origin, or that parsers could read in two ways. */
final class UnsafeUrl extends \InvalidArgumentException
{
}
