<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime\Query;

/** A query that the service says it does not take; nothing was sent. */
final class QueryError extends \InvalidArgumentException
{
}
