<?php

declare(strict_types=1);

namespace Zoo\Generated\Builders;

use Http\Promise\Promise;
use Zoo\Generated\Models\Animal;
use Zoo\Generated\Models\AnimalCollectionResponse;
use Zoo\Runtime\Answer;
use Zoo\Runtime\Pages;
use Zoo\Runtime\Request;
use Zoo\Runtime\RequestBuilder;
use Zoo\Runtime\RequestConfiguration;

/** A collection of type Zoo.Animal. */
class AnimalCollectionRequestBuilder extends RequestBuilder
{
    public function byId(string $id): AnimalItemRequestBuilder
    {
        return new AnimalItemRequestBuilder($this->place->keyed(['', $id, 'Edm.String']));
    }

    public function count(): CountRequestBuilder
    {
        return new CountRequestBuilder($this->place->child('/$count'));
    }

    public function asLion(): LionCastCollectionRequestBuilder
    {
        return new LionCastCollectionRequestBuilder($this->place->child('/Zoo.Lion'));
    }

    /**
     * Get the items of this collection, one page of them.
     *
     * @return Promise<AnimalCollectionResponse|null>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('GET', Answer::model(AnimalCollectionResponse::class), $requestConfiguration);
    }

    /**
     * All items, page by page; see `get`.
     *
     * @return Pages<Animal>
     */
    public function iterate(?RequestConfiguration $requestConfiguration = null): Pages
    {
        return $this->place->pages($this->toGetRequestInformation($requestConfiguration));
    }

    /**
     * Create an object in this collection.
     *
     * @return Promise<Animal|null>
     */
    public function post(Animal $body, ?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPostRequestInformation($body, $requestConfiguration));
    }

    /** The request that `post` sends. */
    public function toPostRequestInformation(Animal $body, ?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request(
            'POST',
            Answer::model(Animal::class),
            $requestConfiguration,
            $body,
            Animal::class,
            'create',
        );
    }
}
