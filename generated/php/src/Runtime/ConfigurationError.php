<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** The client cannot be made, or cannot work, with what it was given. */
final class ConfigurationError extends \InvalidArgumentException
{
}
