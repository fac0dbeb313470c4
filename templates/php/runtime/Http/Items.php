<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

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
        $channel = new Channel();
        $request = $this->request->into($channel);
        $fiber = new \Fiber(fn (): mixed => $this->transport->download($request, $channel)->wait());
        $at = 0;
        try {
            $chunk = $fiber->start();
            while (!$fiber->isTerminated()) {
                foreach ($frames->take((string) $chunk, self::MAX_BYTES) as $frame) {
                    yield $at++ => self::value($content, $frame);
                }
                $chunk = $fiber->resume();
            }
            foreach ($frames->rest() as $frame) {
                yield $at++ => self::value($content, $frame);
            }
        } finally {
            $channel->close();
            self::end($fiber);
        }
    }

    /** Lets the transfer see that nothing more is taken. */
    private static function end(\Fiber $fiber): void
    {
        try {
            while ($fiber->isSuspended()) {
                $fiber->resume();
            }
        } catch (ClientException) {
            // That it was ended is no news to who ended it.
        }
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
