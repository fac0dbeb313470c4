<?php

declare(strict_types=1);

namespace Shop\Generated\Builders;

use Http\Promise\Promise;
use Shop\Generated\Models\Pet;
use Shop\Runtime\Request;
use Shop\Runtime\RequestBuilder;
use Shop\Runtime\RequestConfiguration;

/** What lies at /pets. */
class PetsRequestBuilder extends RequestBuilder
{
    public const CALLS = [
        'get' => [
            'method' => 'GET',
            'path' => '/pets',
            'parameters' => [
                [
                    'name' => 'kind',
                    'in' => 'query',
                    'property' => 'kind',
                    'shape' => ['list' => ['type' => 'Kind']],
                    'style' => 'form',
                ],
                [
                    'name' => 'X-Trace',
                    'in' => 'header',
                    'property' => 'xTrace',
                    'shape' => ['type' => 'Edm.String'],
                    'style' => 'simple',
                ],
            ],
            'accept' => 'application/json',
            'answers' => [
                [
                    'status' => '200',
                    'outcome' => 'success',
                    'contents' => [
                        ['form' => 'json', 'mediaType' => 'application/json', 'shape' => ['list' => ['type' => 'Pet']]],
                    ],
                ],
                [
                    'status' => '4XX',
                    'outcome' => 'error',
                    'contents' => [
                        ['form' => 'json', 'mediaType' => 'application/json', 'shape' => ['type' => 'Problem']],
                    ],
                ],
            ],
            'security' => [['key' => []]],
        ],
        'post' => [
            'method' => 'POST',
            'path' => '/pets',
            'bodies' => [['form' => 'json', 'mediaType' => 'application/json', 'shape' => ['type' => 'Pet']]],
            'bodyRequired' => true,
            'accept' => 'application/json',
            'answers' => [
                [
                    'status' => '201',
                    'outcome' => 'success',
                    'contents' => [['form' => 'json', 'mediaType' => 'application/json', 'shape' => ['type' => 'Pet']]],
                ],
                [
                    'status' => '4XX',
                    'outcome' => 'error',
                    'contents' => [
                        ['form' => 'json', 'mediaType' => 'application/json', 'shape' => ['type' => 'Problem']],
                    ],
                ],
            ],
            'security' => [['key' => []]],
        ],
    ];

    public function byName(string $name): PetsItemRequestBuilder
    {
        return new PetsItemRequestBuilder($this->place->below($name));
    }

    /**
     * Some of the pets.
     *
     * @return Promise<list<Pet|null>|null>
     */
    public function get(?PetsGetRequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?PetsGetRequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request(self::CALLS['get'], $requestConfiguration);
    }

    /**
     * Send the request.
     *
     * @return Promise<Pet|null>
     */
    public function post(Pet $body, ?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPostRequestInformation($body, $requestConfiguration));
    }

    /** The request that `post` sends. */
    public function toPostRequestInformation(Pet $body, ?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request(self::CALLS['post'], $requestConfiguration, $body);
    }
}
