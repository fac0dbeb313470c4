<?php

declare(strict_types=1);

namespace Ops\Generated\Builders;

use Http\Promise\Promise;
use Ops\Generated\Models\Line;
use Ops\Generated\Models\LineCollectionResponse;
use Ops\Runtime\Answer;
use Ops\Runtime\Pages;
use Ops\Runtime\Request;
use Ops\Runtime\RequestBuilder;
use Ops\Runtime\RequestConfiguration;

/** A collection of type Ops.Line. */
class LineCollectionRequestBuilder extends RequestBuilder
{
    public function byOrderNumber(int $order, int $number): LineItemRequestBuilder
    {
        return new LineItemRequestBuilder(
            $this->place->keyed(['order', $order, 'Edm.Int32'], ['number', $number, 'Edm.Int32']),
        );
    }

    public function count(): CountRequestBuilder
    {
        return new CountRequestBuilder($this->place->child('/$count'));
    }

    /**
     * Get the items of this collection, one page of them.
     *
     * @return Promise<LineCollectionResponse|null>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('GET', Answer::model(LineCollectionResponse::class), $requestConfiguration);
    }

    /**
     * All items, page by page; see `get`.
     *
     * @return Pages<Line>
     */
    public function iterate(?RequestConfiguration $requestConfiguration = null): Pages
    {
        return $this->place->pages($this->toGetRequestInformation($requestConfiguration));
    }

    /**
     * Create an object in this collection.
     *
     * @return Promise<Line|null>
     */
    public function post(Line $body, ?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPostRequestInformation($body, $requestConfiguration));
    }

    /** The request that `post` sends. */
    public function toPostRequestInformation(Line $body, ?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request(
            'POST',
            Answer::model(Line::class),
            $requestConfiguration,
            $body,
            Line::class,
            'create',
        );
    }
}
