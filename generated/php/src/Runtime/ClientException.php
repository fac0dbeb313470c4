<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** The base of what the client throws for an exchange. Texts never hold a token, a password or a secret query value. */
class ClientException extends \RuntimeException
{
}
