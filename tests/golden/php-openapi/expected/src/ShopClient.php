<?php

declare(strict_types=1);

namespace Shop;

use GuzzleHttp\ClientInterface;
use Shop\Generated\Builders\RootRequestBuilder;
use Shop\Runtime\Core;
use Shop\Runtime\Place;

/** The client of Shop. */
class ShopClient extends RootRequestBuilder
{
    private const SCHEMES = ['key' => ['kind' => 'apiKey', 'in' => 'header', 'parameter' => 'X-Key']];

    /**
     * @param array<mixed>|object|null $credentials one, several, or several by the name of the scheme that each is for
     * @param string|null $baseUrl the service root; plain http is refused unless the host is loopback
     * @param ClientInterface|null $httpClient what requests are sent with; null for a client of Guzzle's own
     * @param float $timeout seconds that one answer may take; a stream may take longer
     * @param bool $validate whether bodies are checked before they are sent
     * @param int $maxRetries for answers of 429, 503 and 504
     * @param int $maxPages ends a list that does not
     * @param bool $allowHttp whether the service root may be plain http on a host that is not loopback
     * @param bool $allowTokenOverHttp whether credentials may go there, in clear text
     * @param float $idleTimeout seconds of silence within an answer, or within a stream that is sent
     */
    public function __construct(
        array|object|null $credentials = null,
        ?string $baseUrl = 'https://shop.example/v1',
        ?ClientInterface $httpClient = null,
        float $timeout = 100.0,
        bool $validate = true,
        int $maxRetries = 3,
        int $maxPages = 100_000,
        bool $allowHttp = false,
        bool $allowTokenOverHttp = false,
        float $idleTimeout = 30.0
    ) {
        parent::__construct(new Place(Core::connect(
            self::SCHEMES,
            $credentials,
            $baseUrl,
            $httpClient,
            $timeout,
            $validate,
            $maxRetries,
            $maxPages,
            $allowHttp,
            $allowTokenOverHttp,
            'shop-client/0.1.0 edmund-php',
            $idleTimeout
        )));
    }
}
