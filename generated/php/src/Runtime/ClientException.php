<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/**
 * The base of what the client throws for an exchange.
 *
 * Neither its text nor its trace holds a token, a password or a secret query value: a trace says where, not with which
 * arguments.
 */
class ClientException extends \RuntimeException
{
    public function __construct(string $message = '', int $code = 0, ?\Throwable $previous = null)
    {
        parent::__construct($message, $code, $previous);
        $trace = new \ReflectionProperty(\Exception::class, 'trace');
        $trace->setValue($this, array_map(static function (array $frame): array {
            unset($frame['args']);
            return $frame;
        }, $this->getTrace()));
    }
}
