<?php

declare(strict_types=1);

namespace Shop\Generated\Builders;

use Http\Promise\Promise;
use Shop\Generated\Models\Product;
use Shop\Generated\Models\ProductCollectionResponse;
use Shop\Runtime\Answer;
use Shop\Runtime\Pages;
use Shop\Runtime\Request;
use Shop\Runtime\RequestBuilder;
use Shop\Runtime\RequestConfiguration;

/** A collection of type Shop.Catalog.Product. */
class ProductCollectionRequestBuilder extends RequestBuilder
{
    public function byId(string $id): ProductItemRequestBuilder
    {
        return new ProductItemRequestBuilder($this->place->keyed(['', $id, 'Edm.Guid']));
    }

    public function count(): CountRequestBuilder
    {
        return new CountRequestBuilder($this->place->child('/$count'));
    }

    /**
     * Get the items of this collection, one page of them.
     *
     * @return Promise<ProductCollectionResponse|null>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('GET', Answer::model(ProductCollectionResponse::class), $requestConfiguration);
    }

    /**
     * All items, page by page; see `get`.
     *
     * @return Pages<Product>
     */
    public function iterate(?RequestConfiguration $requestConfiguration = null): Pages
    {
        return $this->place->pages($this->toGetRequestInformation($requestConfiguration));
    }

    /**
     * Create an object in this collection.
     *
     * @return Promise<Product|null>
     */
    public function post(Product $body, ?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPostRequestInformation($body, $requestConfiguration));
    }

    /** The request that `post` sends. */
    public function toPostRequestInformation(Product $body, ?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request(
            'POST',
            Answer::model(Product::class),
            $requestConfiguration,
            $body,
            Product::class,
            'create',
        );
    }
}
