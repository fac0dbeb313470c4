<?php

declare(strict_types=1);

namespace Zoo\Generated\Builders;

use Http\Promise\Promise;
use Zoo\Generated\Models\Lion;
use Zoo\Runtime\Answer;
use Zoo\Runtime\Request;
use Zoo\Runtime\RequestBuilder;
use Zoo\Runtime\RequestConfiguration;

/** A singleton of type Zoo.Lion. */
class LionRequestBuilder extends RequestBuilder
{
    public function parent(): AnimalReferencedItemRequestBuilder
    {
        return new AnimalReferencedItemRequestBuilder($this->place->child('/parent'));
    }

    public function children(): AnimalReferencedCollectionRequestBuilder
    {
        return new AnimalReferencedCollectionRequestBuilder($this->place->child('/children'));
    }

    public function content(): ContentRequestBuilder
    {
        return new ContentRequestBuilder($this->place->child('/$value'));
    }

    /**
     * Get the object.
     *
     * @return Promise<Lion|null>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('GET', Answer::model(Lion::class), $requestConfiguration);
    }

    /**
     * Change the properties that are set in the body, and no others.
     *
     * @return Promise<Lion|null>
     */
    public function patch(Lion $body, ?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPatchRequestInformation($body, $requestConfiguration));
    }

    /** The request that `patch` sends. */
    public function toPatchRequestInformation(Lion $body, ?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request(
            'PATCH',
            Answer::model(Lion::class),
            $requestConfiguration,
            $body,
            Lion::class,
            'update',
        );
    }
}
