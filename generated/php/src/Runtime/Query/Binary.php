<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime\Query;

use Psr\Http\Message\StreamInterface;

/**
 * Bytes (Edm.Binary); plain values are streams, or base64url text.
 *
 * @extends Expression<StreamInterface|string>
 */
final class Binary extends Expression
{
}
