<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime\Query;

/**
 * A GUID (Edm.Guid).
 *
 * @extends Expression<string>
 */
final class Guid extends Expression
{
}
