<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** No answer within the time allowed. */
final class TimedOut extends ConnectionFailed
{
}
