<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use GuzzleHttp\Psr7\StreamDecoratorTrait;
use GuzzleHttp\Psr7\Utils;
use Psr\Http\Message\StreamInterface;

/** Takes the bytes of an answer piece by piece, and hands each to who started the fiber that it is written in. */
final class Channel implements StreamInterface
{
    use StreamDecoratorTrait;

    private bool $isClosed = false;
    private StreamInterface $stream;

    public function __construct()
    {
        $this->stream = Utils::streamFor('');
    }

    /** From now on nothing is taken, which ends the transfer. */
    public function close(): void
    {
        $this->isClosed = true;
    }

    public function isWritable(): bool
    {
        return true;
    }

    public function isSeekable(): bool
    {
        return false;
    }

    public function write($string): int
    {
        if (!$this->isClosed) {
            \Fiber::suspend($string);
        }
        return $this->isClosed ? 0 : strlen($string);
    }

    public function getMetadata($key = null): mixed
    {
        return $key === 'pauses' ? true : $this->stream->getMetadata($key);
    }
}
