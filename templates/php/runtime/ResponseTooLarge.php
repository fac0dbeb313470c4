<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** An answer above the size allowed, or compressed beyond any honest ratio. */
final class ResponseTooLarge extends UnexpectedAnswer
{
}
