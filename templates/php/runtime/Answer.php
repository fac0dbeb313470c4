<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use GuzzleHttp\Psr7\Utils;
use Psr\Http\Message\StreamInterface;
use stdClass;

/** How the reply to one kind of request is read. */
final class Answer
{
    /**
     * @param \Closure(Reply): mixed $read
     * @param class-string<Model>|null $class of what it gives, where that is a model
     */
    private function __construct(
        public readonly string $accept,
        private readonly \Closure $read,
        public readonly ?string $class = null,
    ) {
    }

    /**
     * The same for replies that must be converted before.
     *
     * @param \Closure(Reply): Reply $convert
     */
    public function reading(\Closure $convert): self
    {
        $read = $this->read;
        return new self($this->accept, static fn (Reply $reply): mixed => $read($convert($reply)), $this->class);
    }

    /** @throws UnexpectedAnswer when the reply is not what the operation answers */
    public function read(Reply $reply): mixed
    {
        return ($this->read)($reply);
    }

    /** For calls that answer nothing; what a service sends all the same is not looked at. */
    public static function nothing(): self
    {
        return new self('application/json', static fn (Reply $reply): mixed => null);
    }

    /**
     * An object of the class, or of one derived from it, or a page; null for no content.
     *
     * @param class-string<Model> $class
     */
    public static function model(string $class): self
    {
        return new self('application/json', static function (Reply $reply) use ($class): ?Model {
            $json = self::json($reply);
            return $json === null ? null : Model::over(self::withLinks($json, $reply->url), $class)->asRead();
        }, $class);
    }

    /** The `value` of an answer that is no object of a class of its own. */
    public static function value(): self
    {
        return new self('application/json', static function (Reply $reply): mixed {
            if ($reply->status === 204 || $reply->body === '') {
                return null;
            }
            $json = self::decoded($reply);
            return Wire::shown($json instanceof stdClass ? ($json->value ?? null) : $json);
        });
    }

    /** The bytes of a stream; null when the service says that there is none (204). */
    public static function content(): self
    {
        return new self('*/*', static function (Reply $reply): ?StreamInterface {
            return $reply->status === 204 ? null : Utils::streamFor($reply->body);
        });
    }

    /** A `$count`: digits as text. */
    public static function number(): self
    {
        return new self('text/plain', static function (Reply $reply): int {
            $text = trim(str_replace("\u{FEFF}", '', substr($reply->body, 0, 64)));
            $number = preg_match('/\A\d{1,19}\z/', $text) === 1 ? filter_var($text, FILTER_VALIDATE_INT) : false;
            return is_int($number)
                ? $number
                : throw new UnexpectedAnswer('the service answered a count with something else');
        });
    }

    /** The `@odata.id` that a `$ref` answers; null for no content. */
    public static function reference(): self
    {
        return new self('application/json', static function (Reply $reply): ?string {
            if ($reply->status === 204 || $reply->body === '') {
                return null;
            }
            $json = self::decoded($reply);
            $found = $json instanceof stdClass ? ($json->{'@odata.id'} ?? $json->value ?? null) : $json;
            return is_string($found)
                ? $found
                : throw new UnexpectedAnswer('the service answered a reference with something else');
        });
    }

    /** @param \Closure(Reply): mixed $read */
    public static function of(\Closure $read): self
    {
        return new self('application/json', $read);
    }

    private static function decoded(Reply $reply): mixed
    {
        try {
            return Json::decode($reply->body);
        } catch (JsonError $error) {
            throw new UnexpectedAnswer("the answer is not JSON: {$error->getMessage()}");
        }
    }

    private static function json(Reply $reply): ?stdClass
    {
        if ($reply->status === 204 || $reply->body === '') {
            return null;
        }
        $json = self::decoded($reply);
        return $json instanceof stdClass ? $json : throw new UnexpectedAnswer('the answer is JSON, but no object');
    }

    /**
     * OData 4.01 services may leave out `odata.` (OData JSON Format 4.01, section 4.5), and links may be relative: to
     * the payload's context, or, without one, to the URL that was asked (sections 4.3 to 4.6).
     */
    private static function withLinks(stdClass $json, string $url): stdClass
    {
        foreach (['nextLink', 'deltaLink', 'count'] as $name) {
            if (isset($json->{"@{$name}"}) && !isset($json->{"@odata.{$name}"})) {
                $json->{"@odata.{$name}"} = $json->{"@{$name}"};
            }
        }
        $context = $json->{'@odata.context'} ?? $json->{'@context'} ?? null;
        foreach (['@odata.nextLink', '@odata.deltaLink'] as $name) {
            if (is_string($json->{$name} ?? null)) {
                $json->{$name} = ServiceRoot::resolved($json->{$name}, is_string($context) ? $context : '', $url);
            }
        }
        return $json;
    }
}
