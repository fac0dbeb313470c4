<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use Psr\Http\Message\StreamInterface;

/**
 * The values of an answer that follow each other, each given when it is there; the request is sent when they are
 * asked for, and ends when nobody asks any more.
 *
 * @template T
 * @implements \IteratorAggregate<int, T>
 */
final class Items implements \IteratorAggregate
{
    /** The largest single value. */
    public const MAX_BYTES = 16 * 1024 * 1024;
    private const CHUNK = 8192;

    public function __construct(private readonly Transport $transport, private readonly Request $request)
    {
    }

    /**
     * @return \Generator<int, T>
     * @throws ResponseTooLarge for a value that does not end
     * @throws UnexpectedAnswer for one that is not what the call answers
     */
    public function getIterator(): \Generator
    {
        $content = $this->request->answer->stream();
        $frames = match ($content['form']) {
            'events' => new EventFrames(),
            'json sequence' => new LineFrames("\x1e"),
            default => new LineFrames("\n"),
        };
        $stream = $this->transport->open($this->request)->wait()->stream;
        $at = 0;
        try {
            while ($stream !== null && !$stream->eof()) {
                foreach ($frames->take(self::next($stream), self::MAX_BYTES) as $frame) {
                    yield $at++ => self::value($content, $frame);
                }
            }
            foreach ($frames->rest() as $frame) {
                yield $at++ => self::value($content, $frame);
            }
        } finally {
            // Who stops before the end wants no more of it.
            $stream?->close();
        }
    }

    /** What is there of the stream: PHP reads on until there is as much as was asked for, so one byte is. */
    private static function next(StreamInterface $stream): string
    {
        try {
            $bytes = $stream->read($stream->isSeekable() ? self::CHUNK : 1);
            $there = (int) $stream->getMetadata('unread_bytes');
            $bytes .= $there > 0 ? $stream->read($there) : '';
        } catch (\RuntimeException) {
            $bytes = null;
        }
        return match (true) {
            ($bytes ?? '') === '' && ($stream->getMetadata('timed_out') ?? false) => throw new TimedOut(
                'no value came in time'
            ),
            $bytes === null => throw new ConnectionFailed('the connection failed while values were coming'),
            default => $bytes,
        };
    }

    /**
     * @param array<string, mixed> $content
     * @param array<string, mixed> $frame the fields of an event, or the data of a line
     */
    private static function value(array $content, array $frame): mixed
    {
        $shape = $content['shape'];
        $payload = $content['payload'] ?? 'json';
        try {
            $json = match ($payload) {
                'fields' => (object) $frame,
                'text' => $frame['data'] ?? '',
                default => Json::decode($frame['data'] ?? ''),
            };
            return Codec::shown($shape, Codec::held($shape, $json));
        } catch (JsonError $error) {
            throw new UnexpectedAnswer("a value of the answer is not JSON: {$error->getMessage()}");
        } catch (NotOfType $error) {
            throw new UnexpectedAnswer("a value is not what the call answers: expected {$error->getMessage()}");
        }
    }
}
