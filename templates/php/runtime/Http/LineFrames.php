<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** JSON values in lines, or behind record separators (RFC 7464); blank ones are passed over. */
final class LineFrames
{
    private string $begun = '';

    /** @param string $end what stands between two values */
    public function __construct(private readonly string $end)
    {
    }

    /**
     * The values that are whole with the next bytes.
     *
     * @return \Generator<int, array{data: string}>
     * @throws ResponseTooLarge
     */
    public function take(string $bytes, int $most): \Generator
    {
        $lines = explode($this->end, $bytes);
        $lines[0] = $this->begun . $lines[0];
        $this->begun = (string) array_pop($lines);
        if (strlen($this->begun) > $most) {
            throw new ResponseTooLarge("a line of the answer is longer than {$most} bytes");
        }
        foreach ($lines as $line) {
            yield from self::frame($line);
        }
    }

    /** @return \Generator<int, array{data: string}> what stands behind the last end of a line */
    public function rest(): \Generator
    {
        yield from self::frame($this->begun);
        $this->begun = '';
    }

    /** @return list<array{data: string}> */
    private static function frame(string $line): array
    {
        return trim($line) === '' ? [] : [['data' => $line]];
    }
}
