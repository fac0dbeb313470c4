<?php

declare(strict_types=1);

namespace Ops\Generated\Builders;

use Http\Promise\Promise;
use Ops\Generated\Models\Order;
use Ops\Generated\Models\OrderCollectionResponse;
use Ops\Runtime\Answer;
use Ops\Runtime\Pages;
use Ops\Runtime\Request;
use Ops\Runtime\RequestBuilder;
use Ops\Runtime\RequestConfiguration;

/** A collection of type Ops.Order. */
class OrdersCollectionRequestBuilder extends RequestBuilder
{
    public function byId(int $id): OrdersItemRequestBuilder
    {
        return new OrdersItemRequestBuilder($this->place->keyed(['', $id, 'Edm.Int32']));
    }

    public function count(): CountRequestBuilder
    {
        return new CountRequestBuilder($this->place->child('/$count'));
    }

    public function archive(): OrderArchiveRequestBuilder
    {
        return new OrderArchiveRequestBuilder($this->place->child('/Ops.archive'));
    }

    public function totalSince(\Stringable|string $since): OrderTotalSinceWithSinceRequestBuilder
    {
        return new OrderTotalSinceWithSinceRequestBuilder(
            $this->place->invoked('Ops.totalSince', [['since', $since, 'Edm.Date']]),
        );
    }

    public function latest(): OrderLatestRequestBuilder
    {
        return new OrderLatestRequestBuilder($this->place->invoked('Ops.latest'));
    }

    /**
     * Get the items of this collection, one page of them.
     *
     * @return Promise<OrderCollectionResponse|null>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('GET', Answer::model(OrderCollectionResponse::class), $requestConfiguration);
    }

    /**
     * All items, page by page; see `get`.
     *
     * @return Pages<Order>
     */
    public function iterate(?RequestConfiguration $requestConfiguration = null): Pages
    {
        return $this->place->pages($this->toGetRequestInformation($requestConfiguration));
    }

    /**
     * Place an order
     *
     * @return Promise<Order|null>
     */
    public function post(Order $body, ?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPostRequestInformation($body, $requestConfiguration));
    }

    /** The request that `post` sends. */
    public function toPostRequestInformation(Order $body, ?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request(
            'POST',
            Answer::model(Order::class),
            $requestConfiguration,
            $body,
            Order::class,
            'create',
        );
    }
}
