<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** Watches one exchange for silence: how long nothing was sent or came, as curl tells about once a second. */
final class IdleWatch
{
    private ?float $moved = null;
    private int $bytes = 0;
    private bool $isAnswering = false;
    private bool $isSilent = false;

    /**
     * @param float $idle seconds of silence within an answer, or within a body that is sent
     * @param float $wait seconds of silence before the answer begins
     */
    public function __construct(private readonly float $idle, private readonly float $wait)
    {
    }

    /** The header fields are there. */
    public function answers(): void
    {
        $this->isAnswering = true;
        $this->moved = self::now();
    }

    /** Whether the exchange was ended for its silence. */
    public function isSilent(): bool
    {
        return $this->isSilent;
    }

    /** What curl calls (`CURLOPT_PROGRESSFUNCTION`); anything but 0 ends the exchange. */
    public function progress(mixed $handle, int $size, int $came, int $bodySize, int $sent): int
    {
        $now = self::now();
        if ($this->moved === null || $came + $sent !== $this->bytes) {
            $this->moved = $now;
            $this->bytes = $came + $sent;
        }
        $isSending = $sent > 0 && $sent < $bodySize;
        $most = $this->isAnswering || $isSending ? $this->idle : $this->wait;
        $this->isSilent = $now - $this->moved > $most;
        return $this->isSilent ? 1 : 0;
    }

    private static function now(): float
    {
        return hrtime(true) / 1e9;
    }
}
