<?php

declare(strict_types=1);

namespace Shop\Generated\Builders;

use Http\Promise\Promise;
use Shop\Generated\Models\Pet;
use Shop\Runtime\Request;
use Shop\Runtime\RequestBuilder;
use Shop\Runtime\RequestConfiguration;

/** What lies at /pets/{name}. */
class PetsItemRequestBuilder extends RequestBuilder
{
    public const CALLS = [
        'get' => [
            'method' => 'GET',
            'path' => '/pets/{name}',
            'pathParameters' => [['name' => 'name', 'shape' => ['type' => 'Edm.String'], 'style' => 'simple']],
            'accept' => 'application/json',
            'answers' => [
                [
                    'status' => '200',
                    'outcome' => 'success',
                    'contents' => [['form' => 'json', 'mediaType' => 'application/json', 'shape' => ['type' => 'Pet']]],
                ],
            ],
        ],
        'delete' => [
            'method' => 'DELETE',
            'path' => '/pets/{name}',
            'pathParameters' => [['name' => 'name', 'shape' => ['type' => 'Edm.String'], 'style' => 'simple']],
            'answers' => [['status' => '204', 'outcome' => 'success']],
            'security' => [['key' => []]],
        ],
    ];

    public function photos(): PetsItemPhotosRequestBuilder
    {
        return new PetsItemPhotosRequestBuilder($this->place);
    }

    /**
     * Get the object.
     *
     * @return Promise<Pet|null>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request(self::CALLS['get'], $requestConfiguration);
    }

    /**
     * Delete the object.
     *
     * Deprecated.
     *
     * @return Promise<null>
     * @deprecated
     */
    public function delete(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toDeleteRequestInformation($requestConfiguration));
    }

    /** The request that `delete` sends. */
    public function toDeleteRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request(self::CALLS['delete'], $requestConfiguration);
    }
}
