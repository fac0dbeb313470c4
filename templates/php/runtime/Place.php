<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use EdmundRuntime\Runtime\Query\Limits;
use GuzzleHttp\Psr7\LimitStream;
use Http\Promise\Promise;
use Psr\Http\Message\StreamInterface;

/** A place in the service's URL space, and how requests to it are made. */
final class Place
{
    /**
     * @param string $url the encoded path below the service root, or an absolute URL that was checked
     * @param array<string, string> $aliases parameter aliases of functions on the way, which travel in the query
     * @param Limits|null $limits what queries the service takes here
     */
    public function __construct(
        public readonly Core $core,
        private readonly string $url = '',
        private readonly array $aliases = [],
        private readonly ?Limits $limits = null,
    ) {
    }

    /** What lies at `path`, encoded already, below this place; how many there are is asked as they are. */
    public function child(string $path, ?Limits $limits = null): self
    {
        $limits ??= $path === '/$count' ? $this->limits : null;
        return new self($this->core, $this->url . $path, $this->aliases, $limits);
    }

    /** One member by its key as a segment. */
    public function item(mixed $key, string $type = 'Edm.String'): self
    {
        return $this->child('/' . Url::segment($key, $type), $this->limits);
    }

    /**
     * One member by a key in parentheses, on the same segment.
     *
     * @param array{string, mixed, string} ...$parts name, value, type
     */
    public function keyed(array ...$parts): self
    {
        return $this->child(Url::keyPredicate(...$parts), $this->limits);
    }

    /**
     * A function: name, value and type of each parameter; an optional one that is null is left out.
     *
     * @param array<array{string, mixed, string}> $parts
     * @param array<array{string, mixed, string}> $optional
     */
    public function invoked(string $name, array $parts = [], array $optional = []): self
    {
        $given = [...$parts, ...array_filter($optional, static fn (array $part): bool => $part[1] !== null)];
        if ($this->core->older !== null) {
            // Arguments are query options; what is null is left out.
            $options = [];
            foreach ($given as [$option, $value, $type]) {
                $options += $value === null ? [] : [$option => Url::plainLiteral($value, $type)];
            }
            return new self($this->core, "{$this->url}/{$name}", [...$this->aliases, ...$options]);
        }
        [$path, $aliases] = Url::invocation($name, $given, count($this->aliases));
        return new self($this->core, $this->url . $path, [...$this->aliases, ...$aliases]);
    }

    /**
     * The place of a URL that the service gave, such as a next or a delta link; a relative one lies below the root.
     *
     * @throws UnsafeUrl for one of another origin
     */
    public function withUrl(string $rawUrl): self
    {
        return new self($this->core, $this->core->root->adopt($rawUrl, $this->core->root->url('/')));
    }

    /**
     * The finished request.
     *
     * @param Model|StreamInterface|array<Model>|null $body
     * @param class-string<Model>|null $declared the class of the body that the service expects
     * @param string|null $purpose by which rules the body is checked: create, update, invoke; null for none
     * @throws ValidationFailed for a body that the service would refuse
     */
    public function request(
        string $method,
        Answer $answer,
        ?RequestConfiguration $configuration,
        Model|StreamInterface|array|null $body = null,
        ?string $declared = null,
        ?string $purpose = null,
    ): Request {
        if (($configuration?->options ?? []) !== []) {
            throw new \InvalidArgumentException('options are of a middleware that this client does not have');
        }
        if ($configuration?->queryParameters !== null) {
            $this->limits?->check($configuration->queryParameters);
        }
        $headers = ['accept' => $answer->accept, ...Headers::checked($configuration?->headers ?? [])];
        if ($configuration?->etag !== null) {
            $headers = [...$headers, ...Headers::checked(['if-match' => $configuration->etag])];
        }
        $timeout = $configuration?->timeout;
        if ($timeout !== null && !($timeout > 0 && $timeout < 1e9)) {
            throw new \InvalidArgumentException('timeout is a finite number of seconds above 0');
        }
        $content = null;
        if ($body instanceof Model && $method === 'PATCH' && !($configuration?->wholeBody ?? false)) {
            $body = $body->changes();
        }
        if ($body !== null) {
            $isChecked = $configuration?->validate ?? $this->core->validate;
            [$content, $kind] = self::encoded($body, $declared, $isChecked ? $purpose : null);
            $headers += ['content-type' => $kind];
        }
        $query = [...$this->aliases, ...($configuration?->queryParameters?->toArray() ?? [])];
        $pairs = [];
        foreach ($query as $name => $value) {
            $pairs[] = strtr(rawurlencode((string) $name), ['%24' => '$', '%40' => '@']) . '=' . rawurlencode($value);
        }
        $isReading = $method === 'GET' && $answer->accept === 'application/json';
        $url = $this->address(implode('&', $pairs), $isReading);
        $request = new Request($method, $url, $answer, $headers, $content, $timeout);
        $invoked = $purpose === 'invoke' && $body instanceof Model ? $body : null;
        return $this->core->older?->request($request, $declared, $invoked) ?? $request;
    }

    /** The absolute URL with a query; one that the service gave has the root's options already. */
    private function address(string $query, bool $isReading): string
    {
        if (!str_starts_with($this->url, 'http')) {
            return $this->core->root->addressed($this->url, $query, $isReading);
        }
        return $this->url . ($query === '' ? '' : (str_contains($this->url, '?') ? '&' : '?') . $query);
    }

    /** Sends a request; its answer, or what went wrong, comes with the promise. */
    public function send(Request $request): Promise
    {
        return $this->core->transport->send($request);
    }

    /** The items of all pages from the request's on. */
    public function pages(Request $request): Pages
    {
        return new Pages($this->core, $request);
    }

    /**
     * @param Model|StreamInterface|array<Model> $body
     * @param class-string<Model>|null $declared
     * @return array{StreamInterface|string, string} bytes and media type
     */
    private static function encoded(
        Model|StreamInterface|array $body,
        ?string $declared,
        ?string $purpose
    ): array {
        if ($body instanceof StreamInterface) {
            // What was read of it before is no part of the body.
            $isBegun = $body->isSeekable() && $body->tell() > 0;
            return [$isBegun ? new LimitStream($body, -1, $body->tell()) : $body, 'application/octet-stream'];
        }
        foreach (is_array($body) ? $body : [$body] as $model) {
            if ($purpose !== null) {
                Validator::beforeSending($model, $purpose === 'invoke' ? null : $purpose);
            }
        }
        $name = $declared === null ? null : $declared::SCHEMA['name'];
        $plain = static fn (Model $model): \stdClass => Wire::plain($model, $name);
        $json = is_array($body) ? (object) ['value' => array_map($plain, array_values($body))] : $plain($body);
        return [Json::encode($json), 'application/json'];
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        return ['url' => Mask::text($this->url)];
    }
}
