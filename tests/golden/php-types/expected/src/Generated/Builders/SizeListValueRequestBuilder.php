<?php

declare(strict_types=1);

namespace Shop\Generated\Builders;

use Http\Promise\Promise;
use Shop\Generated\Models\Size;
use Shop\Generated\Models\SizeCollectionResponse;
use Shop\Runtime\Answer;
use Shop\Runtime\Pages;
use Shop\Runtime\Request;
use Shop\Runtime\RequestBuilder;
use Shop\Runtime\RequestConfiguration;

/** A complex of type Shop.Catalog.Size. */
class SizeListValueRequestBuilder extends RequestBuilder
{
    public function count(): CountRequestBuilder
    {
        return new CountRequestBuilder($this->place->child('/$count'));
    }

    /**
     * Get the items of this collection, one page of them.
     *
     * @return Promise<SizeCollectionResponse|null>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('GET', Answer::model(SizeCollectionResponse::class), $requestConfiguration);
    }

    /**
     * All items, page by page; see `get`.
     *
     * @return Pages<Size>
     */
    public function iterate(?RequestConfiguration $requestConfiguration = null): Pages
    {
        return $this->place->pages($this->toGetRequestInformation($requestConfiguration));
    }

    /**
     * Replace the object by the body.
     *
     * @param array<Size> $body
     * @return Promise<SizeCollectionResponse|null>
     */
    public function put(array $body, ?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPutRequestInformation($body, $requestConfiguration));
    }

    /**
     * The request that `put` sends.
     *
     * @param array<Size> $body
     */
    public function toPutRequestInformation(array $body, ?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request(
            'PUT',
            Answer::model(SizeCollectionResponse::class),
            $requestConfiguration,
            $body,
            Size::class,
            'create',
        );
    }
}
