<?php

declare(strict_types=1);

namespace Zoo\Generated\Builders;

use Http\Promise\Promise;
use Zoo\Generated\Models\ReferenceUpdate;
use Zoo\Runtime\Answer;
use Zoo\Runtime\Request;
use Zoo\Runtime\RequestBuilder;
use Zoo\Runtime\RequestConfiguration;

/** A reference. */
class ReferenceRequestBuilder extends RequestBuilder
{
    /**
     * Get the reference.
     *
     * @return Promise<string|null>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('GET', Answer::reference(), $requestConfiguration);
    }

    /**
     * Set the reference to an object that exists.
     *
     * @return Promise<null>
     */
    public function put(ReferenceUpdate $body, ?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPutRequestInformation($body, $requestConfiguration));
    }

    /** The request that `put` sends. */
    public function toPutRequestInformation(
        ReferenceUpdate $body,
        ?RequestConfiguration $requestConfiguration = null
    ): Request {
        return $this->place->request('PUT', Answer::nothing(), $requestConfiguration, $body);
    }

    /**
     * Remove the reference; the object itself stays.
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
