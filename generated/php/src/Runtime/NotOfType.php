<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** A value is none of the type asked for. The message says what was expected, never what was found. */
final class NotOfType extends \DomainException
{
}
