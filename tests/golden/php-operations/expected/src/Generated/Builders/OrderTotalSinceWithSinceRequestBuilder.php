<?php

declare(strict_types=1);

namespace Ops\Generated\Builders;

use Http\Promise\Promise;
use Ops\Runtime\Answer;
use Ops\Runtime\Request;
use Ops\Runtime\RequestBuilder;
use Ops\Runtime\RequestConfiguration;

/** A function. */
class OrderTotalSinceWithSinceRequestBuilder extends RequestBuilder
{
    public const PAYLOADS = ['TotalSinceWithSinceGetResponse' => OrderTotalSinceWithSinceGetResponse::class];

    /**
     * Call the operation.
     *
     * @return Promise<OrderTotalSinceWithSinceGetResponse|null>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request(
            'GET',
            Answer::model(OrderTotalSinceWithSinceGetResponse::class),
            $requestConfiguration,
        );
    }
}
