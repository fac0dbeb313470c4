<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** An error means that the service would refuse the payload; a warning, that it might. */
enum Severity: string
{
    case Error = 'error';
    case Warning = 'warning';
}
