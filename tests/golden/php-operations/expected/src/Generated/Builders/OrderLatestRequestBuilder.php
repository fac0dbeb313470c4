<?php

declare(strict_types=1);

namespace Ops\Generated\Builders;

use Http\Promise\Promise;
use Ops\Generated\Models\Order;
use Ops\Runtime\Answer;
use Ops\Runtime\Request;
use Ops\Runtime\RequestBuilder;
use Ops\Runtime\RequestConfiguration;

/** A function of type Ops.Order. */
class OrderLatestRequestBuilder extends RequestBuilder
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
     * Call the operation.
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
}
