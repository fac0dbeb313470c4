<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime\Query;

/**
 * A GUID (Edm.Guid).
 *
 * @extends Expression<string>
 */
final class Guid extends Expression
{
}
