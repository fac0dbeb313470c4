<?php

declare(strict_types=1);

namespace Zoo\Generated\Builders;

use Http\Promise\Promise;
use Zoo\Generated\Models\ReferenceCreate;
use Zoo\Generated\Models\StringCollectionResponse;
use Zoo\Runtime\Answer;
use Zoo\Runtime\Pages;
use Zoo\Runtime\Request;
use Zoo\Runtime\RequestBuilder;
use Zoo\Runtime\RequestConfiguration;

/** A reference collection. */
class ReferencesRequestBuilder extends RequestBuilder
{
    /**
     * Get references to the items of this collection.
     *
     * @return Promise<StringCollectionResponse|null>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('GET', Answer::model(StringCollectionResponse::class), $requestConfiguration);
    }

    /**
     * All items, page by page; see `get`.
     *
     * @return Pages<string>
     */
    public function iterate(?RequestConfiguration $requestConfiguration = null): Pages
    {
        return $this->place->pages($this->toGetRequestInformation($requestConfiguration));
    }

    /**
     * Add a reference to an object that exists.
     *
     * @return Promise<null>
     */
    public function post(ReferenceCreate $body, ?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPostRequestInformation($body, $requestConfiguration));
    }

    /** The request that `post` sends. */
    public function toPostRequestInformation(
        ReferenceCreate $body,
        ?RequestConfiguration $requestConfiguration = null
    ): Request {
        return $this->place->request('POST', Answer::nothing(), $requestConfiguration, $body);
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
