<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** A payload holds something else than the schema says. The model keeps it, as `toJson` shows. */
final class DecodeError extends \UnexpectedValueException
{
}
