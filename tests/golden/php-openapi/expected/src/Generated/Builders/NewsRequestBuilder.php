<?php

declare(strict_types=1);

namespace Shop\Generated\Builders;

use Shop\Generated\Models\News;
use Shop\Runtime\Items;
use Shop\Runtime\Request;
use Shop\Runtime\RequestBuilder;
use Shop\Runtime\RequestConfiguration;

/** What lies at /news. */
class NewsRequestBuilder extends RequestBuilder
{
    public const CALLS = [
        'get' => [
            'method' => 'GET',
            'path' => '/news',
            'accept' => 'text/event-stream',
            'answers' => [
                [
                    'status' => '200',
                    'outcome' => 'success',
                    'contents' => [
                        [
                            'form' => 'events',
                            'mediaType' => 'text/event-stream',
                            'shape' => ['type' => 'News'],
                            'payload' => 'fields',
                        ],
                    ],
                ],
            ],
            'security' => [['key' => []]],
        ],
    ];

    /**
     * Get the object.
     *
     * @return Items<News>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Items
    {
        return $this->place->items($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request(self::CALLS['get'], $requestConfiguration);
    }
}
