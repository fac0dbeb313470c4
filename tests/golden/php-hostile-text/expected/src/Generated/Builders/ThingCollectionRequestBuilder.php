<?php

declare(strict_types=1);

namespace Hostile\Generated\Builders;

use Hostile\Generated\Models\Thing;
use Hostile\Generated\Models\ThingCollectionResponse;
use Hostile\Runtime\Answer;
use Hostile\Runtime\Pages;
use Hostile\Runtime\Request;
use Hostile\Runtime\RequestBuilder;
use Hostile\Runtime\RequestConfiguration;
use Http\Promise\Promise;

/** ends in a backslash \ */
class ThingCollectionRequestBuilder extends RequestBuilder
{
    public function byId(string $id): ThingItemRequestBuilder
    {
        return new ThingItemRequestBuilder($this->place->keyed(['', $id, 'Edm.String']));
    }

    public function count(): CountRequestBuilder
    {
        return new CountRequestBuilder($this->place->child('/$count'));
    }

    /**
     * Get the items of this collection, one page of them.
     *
     * @return Promise<ThingCollectionResponse|null>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('GET', Answer::model(ThingCollectionResponse::class), $requestConfiguration);
    }

    /**
     * All items, page by page; see `get`.
     *
     * @return Pages<Thing>
     */
    public function iterate(?RequestConfiguration $requestConfiguration = null): Pages
    {
        return $this->place->pages($this->toGetRequestInformation($requestConfiguration));
    }

    /**
     * Create an object in this collection.
     *
     * @return Promise<Thing|null>
     */
    public function post(Thing $body, ?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPostRequestInformation($body, $requestConfiguration));
    }

    /** The request that `post` sends. */
    public function toPostRequestInformation(Thing $body, ?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request(
            'POST',
            Answer::model(Thing::class),
            $requestConfiguration,
            $body,
            Thing::class,
            'create',
        );
    }
}
