<?php

declare(strict_types=1);

namespace Odd\Generated\Builders;

use Http\Promise\Promise;
use Odd\Generated\Models\ReferenceCreate;
use Odd\Generated\Models\StringCollectionResponse;
use Odd\Runtime\Answer;
use Odd\Runtime\Pages;
use Odd\Runtime\Request;
use Odd\Runtime\RequestBuilder;
use Odd\Runtime\RequestConfiguration;

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
