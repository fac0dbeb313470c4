<?php

declare(strict_types=1);

namespace Ops\Generated\Builders;

use Http\Promise\Promise;
use Ops\Generated\Models\Order;
use Ops\Runtime\Answer;
use Ops\Runtime\Request;
use Ops\Runtime\RequestBuilder;
use Ops\Runtime\RequestConfiguration;

/** An entity of type Ops.Order. */
class OrdersItemRequestBuilder extends RequestBuilder
{
    public function lines(): LineCollectionRequestBuilder
    {
        return new LineCollectionRequestBuilder($this->place->child('/lines'));
    }

    public function cancel(): OrderCancelRequestBuilder
    {
        return new OrderCancelRequestBuilder($this->place->child('/Ops.cancel'));
    }

    /**
     * Get the object.
     *
     * @return Promise<Order|null>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('GET', Answer::model(Order::class), $requestConfiguration);
    }

    /**
     * Change the properties that are set in the body, and no others.
     *
     * @return Promise<Order|null>
     */
    public function patch(Order $body, ?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPatchRequestInformation($body, $requestConfiguration));
    }

    /** The request that `patch` sends. */
    public function toPatchRequestInformation(Order $body, ?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request(
            'PATCH',
            Answer::model(Order::class),
            $requestConfiguration,
            $body,
            Order::class,
            'update',
        );
    }
}
