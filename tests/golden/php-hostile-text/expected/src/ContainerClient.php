<?php

declare(strict_types=1);

namespace Hostile;

use GuzzleHttp\ClientInterface;
use Hostile\Generated\Builders\RootRequestBuilder;
use Hostile\Runtime\BatchFormat;
use Hostile\Runtime\BatchTraits;
use Hostile\Runtime\Core;
use Hostile\Runtime\Credential;
use Hostile\Runtime\Place;

/** The client of Hostile.Container. */
class ContainerClient extends RootRequestBuilder
{
    /**
     * @param Credential|null $credential null for no tokens
     * @param array<string> $scopes empty for the service root's `/.default`
     * @param string|null $baseUrl the service root; plain http is refused unless the host is loopback
     * @param ClientInterface|null $httpClient what requests are sent with; null for a client of Guzzle's own
     * @param float $timeout seconds that one answer may take; a stream may take longer
     * @param bool $validate whether bodies are checked before they are sent
     * @param int $maxRetries for answers of 429, 503 and 504
     * @param int $maxPages ends a collection that does not
     * @param bool $allowHttp whether the service root may be plain http on a host that is not loopback
     * @param bool $allowTokenOverHttp whether tokens may go there, in clear text
     * @param BatchTraits|null $batches how the service takes batches, where it is another way
     * @param float $idleTimeout seconds of silence within an answer, or within a stream that is sent
     */
    public function __construct(
        Credential|null $credential,
        array $scopes = [],
        ?string $baseUrl = 'https://service.example/v1',
        ?ClientInterface $httpClient = null,
        float $timeout = 100.0,
        bool $validate = true,
        int $maxRetries = 3,
        int $maxPages = 100_000,
        bool $allowHttp = false,
        bool $allowTokenOverHttp = false,
        ?BatchTraits $batches = null,
        float $idleTimeout = 30.0
    ) {
        parent::__construct(new Place(Core::connect(
            $credential,
            $scopes,
            $baseUrl,
            $httpClient,
            $timeout,
            $validate,
            $maxRetries,
            $maxPages,
            $allowHttp,
            $allowTokenOverHttp,
            'hostile-client/0.1.0 edmund-php',
            $batches ?? new BatchTraits(BatchFormat::Multipart),
            $idleTimeout
        )));
    }
}
