<?php

declare(strict_types=1);

namespace Zoo\Generated\Builders;

use Http\Promise\Promise;
use Zoo\Generated\Models\Animal;
use Zoo\Runtime\Answer;
use Zoo\Runtime\Request;
use Zoo\Runtime\RequestBuilder;
use Zoo\Runtime\RequestConfiguration;

/** An entity of type Zoo.Animal. */
class AnimalItemRequestBuilder extends RequestBuilder
{
    public function parent(): AnimalReferencedItemRequestBuilder
    {
        return new AnimalReferencedItemRequestBuilder($this->place->child('/parent'));
    }

    public function children(): AnimalReferencedCollectionRequestBuilder
    {
        return new AnimalReferencedCollectionRequestBuilder($this->place->child('/children'));
    }

    public function asLion(): LionCastRequestBuilder
    {
        return new LionCastRequestBuilder($this->place->child('/Zoo.Lion'));
    }

    /**
     * Get the object.
     *
     * @return Promise<Animal|null>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('GET', Answer::model(Animal::class), $requestConfiguration);
    }

    /**
     * Change the properties that are set in the body, and no others.
     *
     * @return Promise<Animal|null>
     */
    public function patch(Animal $body, ?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPatchRequestInformation($body, $requestConfiguration));
    }

    /** The request that `patch` sends. */
    public function toPatchRequestInformation(Animal $body, ?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request(
            'PATCH',
            Answer::model(Animal::class),
            $requestConfiguration,
            $body,
            Animal::class,
            'update',
        );
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
