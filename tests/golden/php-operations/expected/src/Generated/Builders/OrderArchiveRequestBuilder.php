<?php

declare(strict_types=1);

namespace Ops\Generated\Builders;

use Http\Promise\Promise;
use Ops\Runtime\Answer;
use Ops\Runtime\Request;
use Ops\Runtime\RequestBuilder;
use Ops\Runtime\RequestConfiguration;

/** An action. */
class OrderArchiveRequestBuilder extends RequestBuilder
{
    public const PAYLOADS = [
        'ArchivePostRequestBody' => OrderArchivePostRequestBody::class,
        'ArchivePostResponse' => OrderArchivePostResponse::class,
    ];

    /**
     * Call the operation.
     *
     * @return Promise<OrderArchivePostResponse|null>
     */
    public function post(OrderArchivePostRequestBody $body, ?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPostRequestInformation($body, $requestConfiguration));
    }

    /** The request that `post` sends. */
    public function toPostRequestInformation(
        OrderArchivePostRequestBody $body,
        ?RequestConfiguration $requestConfiguration = null
    ): Request {
        return $this->place->request(
            'POST',
            Answer::model(OrderArchivePostResponse::class),
            $requestConfiguration,
            $body,
            null,
            'invoke',
        );
    }
}
