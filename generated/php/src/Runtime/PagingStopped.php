<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** A collection that does not end: a link came twice, or more pages than the client allows. */
final class PagingStopped extends ClientException
{
}
