<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** No answer: the connection could not be made or broke. */
class ConnectionFailed extends ClientException
{
}
