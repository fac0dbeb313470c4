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
class OrderOpsArchiveRequestBuilder extends RequestBuilder
{
    public const PAYLOADS = [
        'ArchivePostRequestBody' => OrderOpsArchivePostRequestBody::class,
        'ArchivePostResponse' => OrderOpsArchivePostResponse::class,
    ];

    /**
     * Call the operation.
     *
     * @return Promise<OrderOpsArchivePostResponse|null>
     */
    public function post(
        OrderOpsArchivePostRequestBody $body,
        ?RequestConfiguration $requestConfiguration = null
    ): Promise {
        return $this->place->send($this->toPostRequestInformation($body, $requestConfiguration));
    }

    /** The request that `post` sends. */
    public function toPostRequestInformation(
        OrderOpsArchivePostRequestBody $body,
        ?RequestConfiguration $requestConfiguration = null
    ): Request {
        return $this->place->request(
            'POST',
            Answer::model(OrderOpsArchivePostResponse::class),
            $requestConfiguration,
            $body,
            null,
            'invoke',
        );
    }
}
