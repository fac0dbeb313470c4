<?php

declare(strict_types=1);

namespace Ops\Generated\Builders;

use Http\Promise\Promise;
use Ops\Generated\Models\Order;
use Ops\Runtime\Answer;
use Ops\Runtime\Request;
use Ops\Runtime\RequestBuilder;
use Ops\Runtime\RequestConfiguration;

/** An action. */
class OrderCancelRequestBuilder extends RequestBuilder
{
    public const PAYLOADS = ['CancelPostRequestBody' => OrderCancelPostRequestBody::class];

    /**
     * Call the operation.
     *
     * @return Promise<Order|null>
     */
    public function post(OrderCancelPostRequestBody $body, ?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPostRequestInformation($body, $requestConfiguration));
    }

    /** The request that `post` sends. */
    public function toPostRequestInformation(
        OrderCancelPostRequestBody $body,
        ?RequestConfiguration $requestConfiguration = null
    ): Request {
        return $this->place->request('POST', Answer::model(Order::class), $requestConfiguration, $body, null, 'invoke');
    }
}
