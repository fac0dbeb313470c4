<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** Events of `text/event-stream` (HTML, section 9.2.6). */
final class EventFrames
{
    private string $begun = '';
    /** @var array<string, int|string> */
    private array $event = [];
    private int $size = 0;
    private bool $isFirst = true;

    /**
     * The events that are whole with the next bytes, each by its fields.
     *
     * @return \Generator<int, array<string, int|string>>
     * @throws ResponseTooLarge
     */
    public function take(string $bytes, int $most): \Generator
    {
        $text = $this->begun . $bytes;
        // A carriage return at the end may be the first half of the end of a line.
        $kept = str_ends_with($text, "\r") ? "\r" : '';
        $lines = preg_split('/\r\n|\r|\n/', substr($text, 0, strlen($text) - strlen($kept))) ?: [];
        $this->begun = array_pop($lines) . $kept;
        if (strlen($this->begun) > $most) {
            throw new ResponseTooLarge("a line of the answer is longer than {$most} bytes");
        }
        foreach ($lines as $line) {
            if ($this->isFirst) {
                $line = str_starts_with($line, "\u{FEFF}") ? substr($line, 3) : $line;
                $this->isFirst = false;
            }
            $this->size += strlen($line);
            if ($this->size > $most) {
                throw new ResponseTooLarge("an event of the answer is longer than {$most} bytes");
            }
            if ($line !== '') {
                $this->add($line);
                continue;
            }
            if (isset($this->event['data'])) {
                yield $this->event;
            }
            $this->event = [];
            $this->size = 0;
        }
    }

    /** @return list<never> an event that does not end is none */
    public function rest(): array
    {
        return [];
    }

    private function add(string $line): void
    {
        [$field, $value] = [...explode(':', $line, 2), ''];
        $value = str_starts_with($value, ' ') ? substr($value, 1) : $value;
        if ($field === 'data') {
            $before = $this->event['data'] ?? null;
            $this->event['data'] = $before === null ? $value : "{$before}\n{$value}";
        } elseif ($field === 'event' || ($field === 'id' && !str_contains($value, "\0"))) {
            $this->event[$field] = $value;
        } elseif ($field === 'retry' && preg_match('/\A[0-9]{1,15}\z/', $value) === 1) {
            $this->event['retry'] = (int) $value;
        }
    }
}
