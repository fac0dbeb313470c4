<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use GuzzleHttp\Psr7\Utils;

/** How the reply to one call is read: by its status and its media type, as the description says. */
final class Answer
{
    private const STREAMS = ['json lines', 'json sequence', 'events'];
    private const SUCCESSES = ['success', 'either'];

    public readonly string $accept;

    /**
     * @param array<string, mixed> $call
     * @param string|null $wanted the media type of a stream that is wanted in the place of the plain answer
     */
    public function __construct(private readonly array $call, private readonly ?string $wanted = null)
    {
        $this->accept = $wanted ?? $call['accept'] ?? '*/*';
    }

    /** @return array<string, mixed> what the description says of the call */
    public function call(): array
    {
        return $this->call;
    }

    /**
     * What the call answers; null for nothing, and for what the description says nothing of.
     *
     * @throws UnexpectedAnswer when the reply is not what it says to be
     */
    public function read(Reply $reply): mixed
    {
        $content = $reply->status === 204 || $reply->body === '' ? null : $this->content($reply);
        return $content === null || in_array($content['form'], self::STREAMS, true)
            ? null
            : self::value($content, $reply);
    }

    /** Whether the description has a redirect of that status as an answer, for the caller to follow. */
    public function isRedirect(int $status): bool
    {
        foreach ($this->call['answers'] ?? [] as $answer) {
            if ($answer['outcome'] === 'redirect' && $answer['status'] === (string) $status) {
                return true;
            }
        }
        return false;
    }

    /** What an error's answer holds: what the call declares for the status, or any JSON; null for what is neither. */
    public function error(Reply $reply): mixed
    {
        $content = $reply->body === '' ? null : $this->content($reply);
        try {
            if ($content !== null) {
                return self::value($content, $reply);
            }
        } catch (UnexpectedAnswer) {
            // It may still be JSON.
        }
        $isJson = self::isJson($reply->headers['content-type'] ?? '');
        try {
            return $isJson ? Wire::shown(Json::decode($reply->body)) : null;
        } catch (JsonError) {
            return null;
        }
    }

    /**
     * The stream that a success is.
     *
     * @return array<string, mixed>
     * @throws UnexpectedAnswer when no answer of the call is one
     */
    public function stream(): array
    {
        foreach ($this->call['answers'] ?? [] as $answer) {
            foreach (in_array($answer['outcome'], self::SUCCESSES, true) ? $answer['contents'] ?? [] : [] as $content) {
                $isWanted = $this->wanted === null || $content['mediaType'] === $this->wanted;
                if ($isWanted && in_array($content['form'], self::STREAMS, true)) {
                    return $content;
                }
            }
        }
        throw new UnexpectedAnswer('the call answers no stream');
    }

    /** @return array<array<string, list<string>>> scopes by scheme of each alternative; an empty one needs nothing */
    public function security(): array
    {
        return $this->call['security'] ?? [];
    }

    /** @return array<string, mixed>|null */
    private function content(Reply $reply): ?array
    {
        $contents = $this->contents($reply->status);
        $kind = $reply->headers['content-type'] ?? '';
        foreach ($contents as $content) {
            if (MediaType::name($content['mediaType']) === MediaType::name($kind)) {
                return $content;
            }
        }
        foreach ($contents as $content) {
            if (MediaType::fits($kind, $content['mediaType']) || self::isJson($kind) && $content['form'] === 'json') {
                return $content;
            }
        }
        // Services are careless about what they call an answer: the only form that there is counts.
        return count($contents) === 1 ? $contents[0] : null;
    }

    /** @return list<array<string, mixed>> */
    private function contents(int $status): array
    {
        $wanted = [(string) $status, intdiv($status, 100) . 'XX', 'default'];
        foreach ($this->call['answers'] ?? [] as $answer) {
            $isSame = in_array($answer['status'], $wanted, true);
            if ($isSame && !($answer['status'] === 'default' && $answer['outcome'] === 'error' && $status < 400)) {
                return $answer['contents'] ?? [];
            }
        }
        return [];
    }

    private static function isJson(string $mediaType): bool
    {
        $name = MediaType::name($mediaType);
        return $name === 'application/json' || $name === 'text/json' || str_ends_with($name, '+json');
    }

    /** @param array<string, mixed> $content */
    private static function value(array $content, Reply $reply): mixed
    {
        if ($content['form'] === 'bytes') {
            return Utils::streamFor($reply->body);
        }
        $shape = $content['shape'];
        try {
            $json = $content['form'] === 'json' ? Json::decode($reply->body) : self::scalar($shape, $reply->body);
            return Codec::shown($shape, Codec::held($shape, $json));
        } catch (JsonError $error) {
            throw new UnexpectedAnswer("the answer is not JSON: {$error->getMessage()}");
        } catch (NotOfType $error) {
            throw new UnexpectedAnswer("the answer is not what the call answers: expected {$error->getMessage()}");
        }
    }

    /**
     * Text as JSON has the value: numbers and booleans are no text there.
     *
     * @param array<string, mixed> $shape
     */
    private static function scalar(array $shape, string $text): mixed
    {
        $type = $shape['type'] ?? 'Edm.String';
        $isText = !str_starts_with($type, 'Edm.')
            || in_array($type, ['Edm.String', 'Edm.Guid', 'Edm.Stream', 'Edm.Binary'], true)
            || preg_match('/\A(?:-?[0-9][0-9.eE+-]*|true|false)\z/', trim($text)) !== 1;
        return $isText ? $text : Json::decode($text);
    }
}
