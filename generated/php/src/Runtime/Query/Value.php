<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime\Query;

/**
 * A value of a type that the schema leaves open, or that this client has no expressions for.
 *
 * @extends Expression<mixed>
 */
final class Value extends Expression
{
}
