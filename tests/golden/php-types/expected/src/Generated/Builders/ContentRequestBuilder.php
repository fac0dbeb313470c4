<?php

declare(strict_types=1);

namespace Shop\Generated\Builders;

use Http\Promise\Promise;
use Psr\Http\Message\StreamInterface;
use Shop\Runtime\Answer;
use Shop\Runtime\Request;
use Shop\Runtime\RequestBuilder;
use Shop\Runtime\RequestConfiguration;

/** A stream. */
class ContentRequestBuilder extends RequestBuilder
{
    /**
     * Get the content.
     *
     * @return Promise<StreamInterface|null>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('GET', Answer::content(), $requestConfiguration);
    }

    /**
     * Replace the content.
     *
     * @return Promise<StreamInterface|null>
     */
    public function put(StreamInterface $body, ?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPutRequestInformation($body, $requestConfiguration));
    }

    /** The request that `put` sends. */
    public function toPutRequestInformation(
        StreamInterface $body,
        ?RequestConfiguration $requestConfiguration = null
    ): Request {
        return $this->place->request('PUT', Answer::content(), $requestConfiguration, $body);
    }

    /**
     * Delete the object.
     *
     * @return Promise<null>
     */
    public function delete(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toDeleteRequestInformation($requestConfiguration));
    }

    /** The request that `delete` sends. */
    public function toDeleteRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('DELETE', Answer::nothing(), $requestConfiguration);
    }
}
