<?php

declare(strict_types=1);

namespace Shop\Generated\Builders;

use Http\Promise\Promise;
use Shop\Generated\Models\PetsItemPhotosPostRequestBody;
use Shop\Runtime\Request;
use Shop\Runtime\RequestBuilder;
use Shop\Runtime\RequestConfiguration;

/** What lies at /pets/{name}/photos. */
class PetsItemPhotosRequestBuilder extends RequestBuilder
{
    public const CALLS = [
        'post' => [
            'method' => 'POST',
            'path' => '/pets/{name}/photos',
            'pathParameters' => [['name' => 'name', 'shape' => ['type' => 'Edm.String'], 'style' => 'simple']],
            'bodies' => [
                [
                    'form' => 'multipart',
                    'mediaType' => 'multipart/form-data',
                    'shape' => ['type' => 'PetsItemPhotosPostRequestBody'],
                    'parts' => [
                        'caption' => ['form' => 'text', 'mediaType' => 'text/plain'],
                        'photos' => ['form' => 'bytes', 'repeats' => true],
                    ],
                    'otherParts' => ['form' => 'json', 'mediaType' => 'application/json'],
                ],
            ],
            'answers' => [['status' => '204', 'outcome' => 'success']],
            'security' => [['key' => []]],
        ],
    ];

    /**
     * Send the request.
     *
     * @return Promise<null>
     */
    public function post(
        ?PetsItemPhotosPostRequestBody $body = null,
        ?RequestConfiguration $requestConfiguration = null
    ): Promise {
        return $this->place->send($this->toPostRequestInformation($body, $requestConfiguration));
    }

    /** The request that `post` sends. */
    public function toPostRequestInformation(
        ?PetsItemPhotosPostRequestBody $body = null,
        ?RequestConfiguration $requestConfiguration = null
    ): Request {
        return $this->place->request(self::CALLS['post'], $requestConfiguration, $body);
    }
}
