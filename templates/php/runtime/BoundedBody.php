<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use GuzzleHttp\Psr7\StreamDecoratorTrait;
use GuzzleHttp\Psr7\Utils;
use Psr\Http\Message\StreamInterface;

/**
 * Takes the raw body of one answer and gives it decompressed, within bounds: a small compressed answer must not
 * fill the memory. With `into`, the body of a success goes there piece by piece, however large, and is not kept.
 *
 * A write beyond the bounds takes nothing, which ends the transfer; `problem` then says why.
 */
final class BoundedBody implements StreamInterface
{
    use StreamDecoratorTrait;

    /** The largest answer, decompressed; larger files are to be read in ranges. */
    public const MAX_BYTES = 512 * 1024 * 1024;
    /** How far an answer above `FREE_BYTES` may inflate; JSON stays far below. */
    public const MAX_RATIO = 100;
    private const FREE_BYTES = 4 * 1024 * 1024;
    private const CHUNK = 16384;

    private ?ClientException $problem = null;
    private ?\InflateContext $inflate = null;
    private string $encoding = 'identity';
    private int $taken = 0;
    private int $given = 0;
    private bool $isForwarded = false;
    private string $body = '';
    private StreamInterface $stream;

    public function __construct(
        private readonly ?StreamInterface $into = null,
        private readonly int $maxBytes = self::MAX_BYTES,
    ) {
        $this->stream = Utils::streamFor('');
    }

    /** To be called once, before the body comes. */
    public function expect(string $encoding, int $status): void
    {
        $this->isForwarded = $this->into !== null && $status >= 200 && $status < 300;
        $this->encoding = strtolower(trim($encoding)) ?: 'identity';
        if (!in_array($this->encoding, ['identity', 'gzip', 'x-gzip', 'deflate'], true)) {
            $this->problem = new UnexpectedAnswer('the answer has an encoding that was not asked for');
        }
    }

    public function isWritable(): bool
    {
        return true;
    }

    public function write($string): int
    {
        foreach ($string === '' ? [] : str_split($string, self::CHUNK) as $chunk) {
            if ($this->problem === null) {
                $this->add($chunk);
            }
        }
        return $this->problem === null ? strlen($string) : 0;
    }

    private function add(string $chunk): void
    {
        $isFirst = $this->taken === 0;
        $this->taken += strlen($chunk);
        if ($this->encoding !== 'identity') {
            if ($isFirst) {
                // "deflate" without the zlib wrapper is what some servers send.
                $wrapped = (ord($chunk[0]) & 0x0F) === 8 ? ZLIB_ENCODING_DEFLATE : ZLIB_ENCODING_RAW;
                $kind = $this->encoding === 'deflate' ? $wrapped : ZLIB_ENCODING_GZIP;
                $this->inflate = inflate_init($kind) ?: null;
            }
            $isAtEnd = $this->inflate !== null && inflate_get_status($this->inflate) === ZLIB_STREAM_END;
            if ($isAtEnd) {
                $this->problem = new UnexpectedAnswer('data follows the compressed answer');
                return;
            }
            $inflated = $this->inflate === null ? false : @inflate_add($this->inflate, $chunk);
            if ($inflated === false) {
                $this->problem = new UnexpectedAnswer("the answer's compression is broken");
                return;
            }
            if (inflate_get_status($this->inflate) === ZLIB_STREAM_END) {
                $isWhole = inflate_get_read_len($this->inflate) === $this->taken;
                $this->problem = $isWhole ? null : new UnexpectedAnswer('data follows the compressed answer');
            }
            $chunk = $inflated;
        }
        if ($this->problem !== null) {
            return;
        }
        $this->given += strlen($chunk);
        if (!$this->isForwarded && $this->given > $this->maxBytes) {
            $this->problem = new ResponseTooLarge("the answer is larger than {$this->maxBytes} bytes");
        } elseif ($this->inflate !== null && $this->given > max(self::FREE_BYTES, self::MAX_RATIO * $this->taken)) {
            $this->problem = new ResponseTooLarge('the answer inflates more than ' . self::MAX_RATIO . ' times');
        } elseif ($this->isForwarded) {
            $this->forward($chunk);
        } else {
            $this->body .= $chunk;
        }
    }

    private function forward(string $chunk): void
    {
        try {
            while ($chunk !== '') {
                $written = $this->into?->write($chunk) ?? 0;
                if ($written < 1) {
                    throw new \RuntimeException('nothing was written');
                }
                $chunk = substr($chunk, $written);
            }
        } catch (\RuntimeException) {
            // It must not be thrown through curl.
            $this->problem = new ConnectionFailed('the stream that the answer goes to took no more of it');
        }
    }

    /** How many bytes came, as they came. */
    public function taken(): int
    {
        return $this->taken;
    }

    public function isUntouched(): bool
    {
        return $this->taken === 0 && $this->problem === null;
    }

    /** Why the body was not taken, if it was not. */
    public function problem(): ?ClientException
    {
        return $this->problem;
    }

    /** @throws ClientException when the body was refused, or ends before its compressed data does */
    public function finish(): string
    {
        if ($this->problem !== null) {
            throw $this->problem;
        }
        if ($this->inflate !== null && inflate_get_status($this->inflate) !== ZLIB_STREAM_END) {
            throw new UnexpectedAnswer('the answer ends before its compressed data does');
        }
        return $this->body;
    }
}
