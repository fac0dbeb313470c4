<?php

declare(strict_types=1);

namespace EdmundRuntime\Generated\Models\ODataErrors;

use EdmundRuntime\Runtime\ClientException;
use EdmundRuntime\Runtime\Json;
use EdmundRuntime\Runtime\JsonError;
use EdmundRuntime\Runtime\Mask;
use EdmundRuntime\Runtime\Places;
use EdmundRuntime\Runtime\Reply;
use stdClass;

/**
 * The service answered with an error status (OData JSON Format 4.01, section 21.1).
 *
 * `getError` holds what the service says; its members are null when the answer was no OData error.
 */
final class ODataError extends ClientException
{
    private const LONGEST_BODY = 65536;

    private MainError $error;

    /** @param array<string, string> $responseHeaders by lower-case name */
    private function __construct(
        private readonly int $responseStatusCode,
        private readonly array $responseHeaders,
        private readonly string $body,
        string $request,
    ) {
        $this->error = new MainError(self::errorObject($body));
        $text = $this->error->getMessage() ?? "the service answered with status {$responseStatusCode}";
        $parts = [trim("{$responseStatusCode} " . $this->error->getCode()), $text, $request];
        if ($this->getRequestId() !== null) {
            $parts[] = "request-id {$this->getRequestId()}";
        }
        parent::__construct(implode(' | ', array_map(Mask::line(...), $parts)), $responseStatusCode);
    }

    /** The error of a reply to a request of the method. */
    public static function of(Reply $reply, string $method): self
    {
        Places::prepareToThrow();
        return new self($reply->status, $reply->headers, $reply->body, "{$method} {$reply->url}");
    }

    public function getError(): MainError
    {
        return $this->error;
    }

    /** What the service says, or the status when it says nothing. */
    public function getPrimaryErrorMessage(): string
    {
        return $this->error->getMessage() ?? "the service answered with status {$this->responseStatusCode}";
    }

    public function getResponseStatusCode(): int
    {
        return $this->responseStatusCode;
    }

    /** @return array<string, string> by lower-case name */
    public function getResponseHeaders(): array
    {
        return $this->responseHeaders;
    }

    /** The answer as it came, at most 64 KiB of it. */
    public function getBody(): string
    {
        return substr($this->body, 0, self::LONGEST_BODY);
    }

    /** The service's id of the request, to be quoted to its support. */
    public function getRequestId(): ?string
    {
        return $this->responseHeaders['request-id'] ?? $this->error->getInnerError()?->getRequestId();
    }

    public function getClientRequestId(): ?string
    {
        return $this->responseHeaders['client-request-id'] ?? $this->error->getInnerError()?->getClientRequestId();
    }

    private static function errorObject(string $body): ?stdClass
    {
        try {
            $json = Json::decode($body);
        } catch (JsonError) {
            return null;
        }
        if (!$json instanceof stdClass) {
            return null;
        }
        $found = $json->error ?? $json->{'odata.error'} ?? null;
        if (is_string($found)) {
            return (object) ['message' => $found];
        }
        return $found instanceof stdClass ? $found : null;
    }

    /** What the service sent is left out: it may hold secrets. */
    public function __toString(): string
    {
        return self::class . ": {$this->getMessage()} in {$this->getFile()}:{$this->getLine()}";
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        return ['message' => $this->getMessage()];
    }
}
