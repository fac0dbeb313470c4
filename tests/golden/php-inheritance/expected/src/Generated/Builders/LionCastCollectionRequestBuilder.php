<?php

declare(strict_types=1);

namespace Zoo\Generated\Builders;

use Http\Promise\Promise;
use Zoo\Generated\Models\Lion;
use Zoo\Generated\Models\LionCollectionResponse;
use Zoo\Runtime\Answer;
use Zoo\Runtime\Pages;
use Zoo\Runtime\Request;
use Zoo\Runtime\RequestBuilder;
use Zoo\Runtime\RequestConfiguration;

/** A cast collection of type Zoo.Lion. */
class LionCastCollectionRequestBuilder extends RequestBuilder
{
    public function byId(string $id): LionCastRequestBuilder
    {
        return new LionCastRequestBuilder($this->place->keyed(['', $id, 'Edm.String']));
    }

    public function count(): CountRequestBuilder
    {
        return new CountRequestBuilder($this->place->child('/$count'));
    }

    /**
     * Get the items of this collection, one page of them.
     *
     * @return Promise<LionCollectionResponse|null>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('GET', Answer::model(LionCollectionResponse::class), $requestConfiguration);
    }

    /**
     * All items, page by page; see `get`.
     *
     * @return Pages<Lion>
     */
    public function iterate(?RequestConfiguration $requestConfiguration = null): Pages
    {
        return $this->place->pages($this->toGetRequestInformation($requestConfiguration));
    }
}
