<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** The credential gave no usable token; its own exception is the previous one. */
final class AuthenticationFailed extends ClientException
{
}
