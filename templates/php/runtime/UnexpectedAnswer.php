<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** An answer that the service should not give: not the JSON that it says, or the wrong shape. */
class UnexpectedAnswer extends ClientException
{
}
