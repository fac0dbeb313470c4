<?php

declare(strict_types=1);

namespace Shop\Generated\Builders;

use Http\Promise\Promise;
use Shop\Generated\Models\Product;
use Shop\Runtime\Answer;
use Shop\Runtime\Request;
use Shop\Runtime\RequestBuilder;
use Shop\Runtime\RequestConfiguration;

/** An entity of type Shop.Catalog.Product. */
class ProductItemRequestBuilder extends RequestBuilder
{
    public function picture(): ContentRequestBuilder
    {
        return new ContentRequestBuilder($this->place->child('/Picture'));
    }

    public function size(): SizeValueRequestBuilder
    {
        return new SizeValueRequestBuilder($this->place->child('/Size'));
    }

    public function sizes(): SizeListValueRequestBuilder
    {
        return new SizeListValueRequestBuilder($this->place->child('/Sizes'));
    }

    /**
     * Get the object.
     *
     * @return Promise<Product|null>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('GET', Answer::model(Product::class), $requestConfiguration);
    }

    /**
     * Change the properties that are set in the body, and no others.
     *
     * @return Promise<Product|null>
     */
    public function patch(Product $body, ?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPatchRequestInformation($body, $requestConfiguration));
    }

    /** The request that `patch` sends. */
    public function toPatchRequestInformation(
        Product $body,
        ?RequestConfiguration $requestConfiguration = null
    ): Request {
        return $this->place->request(
            'PATCH',
            Answer::model(Product::class),
            $requestConfiguration,
            $body,
            Product::class,
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
