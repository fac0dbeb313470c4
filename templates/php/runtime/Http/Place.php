<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use Http\Promise\Promise;

/** A place in the service's URL space, and how requests to it are made. */
final class Place
{
    /**
     * @param list<mixed> $values of the parameters on the way, in their order
     * @param string|null $url one that the service gave, which stands for path and query
     */
    public function __construct(
        public readonly Core $core,
        private readonly array $values = [],
        private readonly ?string $url = null,
    ) {
    }

    /** What lies below this place behind these values. */
    public function below(mixed ...$values): self
    {
        return new self($this->core, [...$this->values, ...array_values($values)], $this->url);
    }

    /**
     * The place of a URL that the service gave, such as a link to a next page; a relative one lies below the root.
     *
     * @throws UnsafeUrl for one of another origin
     */
    public function withUrl(string $rawUrl): self
    {
        return new self($this->core, $this->values, $this->core->root->adopt($rawUrl, $this->core->root->url('/')));
    }

    /**
     * The finished request.
     *
     * @param array<string, mixed> $call what the description says of the call
     * @param string|null $contentType the media type of the body, where there are several
     * @param string|null $accept the media type of a stream that is wanted in the place of the plain answer
     * @throws \InvalidArgumentException for a value that is none of its type, and a required one that is not there
     */
    public function request(
        array $call,
        ?RequestConfiguration $configuration,
        mixed $body = null,
        ?string $contentType = null,
        ?string $accept = null,
    ): Request {
        if (($configuration?->options ?? []) !== []) {
            throw new \InvalidArgumentException('options are of a middleware that this client does not have');
        }
        $timeout = $configuration?->timeout;
        if ($timeout !== null && !($timeout > 0 && $timeout < 1e9)) {
            throw new \InvalidArgumentException('timeout is a finite number of seconds above 0');
        }
        $given = new Parameters($call['parameters'] ?? [], $configuration);
        $headers = [
            'accept' => $accept ?? $call['accept'] ?? '*/*',
            ...$given->headers(),
            ...Headers::checked($configuration?->headers ?? []),
        ];
        $content = null;
        if ($body !== null) {
            $isChecked = $configuration?->validate ?? $this->core->validate;
            $method = $isChecked ? $call['method'] : null;
            $chosen = Body::chosen($call['bodies'], $contentType);
            [$content, $kind] = Body::encoded($chosen, $body, $contentType, $method);
            $headers += ['content-type' => $kind];
        } elseif ($call['bodyRequired'] ?? false) {
            throw new \InvalidArgumentException('the call needs a body');
        }
        $url = $this->url ?? $this->urlOf($call);
        $query = $given->query();
        if ($query !== '') {
            $url .= (str_contains($url, '?') ? '&' : '?') . $query;
        }
        return new Request($call['method'], $url, new Answer($call, $accept), $headers, $content, $timeout);
    }

    /** @param array<string, mixed> $call */
    private function urlOf(array $call): string
    {
        $core = isset($call['server']) ? $this->core->at($call['server']) : $this->core;
        return $core->root->url(Parameters::path($call['path'], $call['pathParameters'] ?? [], $this->values));
    }

    /** Sends a request; its answer, or what went wrong, comes with the promise. */
    public function send(Request $request): Promise
    {
        return $this->core->transportOf($request)->send($request);
    }

    /** The values that follow each other in the answer to a request, as they come. */
    public function items(Request $request): Items
    {
        return new Items($this->core->transportOf($request), $request);
    }

    /** The items of all pages from the request's on. */
    public function pages(Request $request): Pages
    {
        return new Pages($this->core, $request);
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        return ['url' => Mask::text($this->url ?? $this->core->root->url('/'))];
    }
}
