<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** The text is not JSON, or a value has no place in JSON. */
final class JsonError extends \UnexpectedValueException
{
}
