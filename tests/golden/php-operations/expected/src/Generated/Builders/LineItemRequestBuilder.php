<?php

declare(strict_types=1);

namespace Ops\Generated\Builders;

use Http\Promise\Promise;
use Ops\Generated\Models\Line;
use Ops\Runtime\Answer;
use Ops\Runtime\Request;
use Ops\Runtime\RequestBuilder;
use Ops\Runtime\RequestConfiguration;

/** An entity of type Ops.Line. */
class LineItemRequestBuilder extends RequestBuilder
{
    /**
     * Get the object.
     *
     * @return Promise<Line|null>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('GET', Answer::model(Line::class), $requestConfiguration);
    }

    /**
     * Change the properties that are set in the body, and no others.
     *
     * @return Promise<Line|null>
     */
    public function patch(Line $body, ?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPatchRequestInformation($body, $requestConfiguration));
    }

    /** The request that `patch` sends. */
    public function toPatchRequestInformation(Line $body, ?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request(
            'PATCH',
            Answer::model(Line::class),
            $requestConfiguration,
            $body,
            Line::class,
            'update',
        );
    }

    /**
     * Delete the object.
     *
     * @return Promise<null>
     */
    public function delete(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toDeleteRequestInformation($requestConfiguration));
    }

    /** The request that `delete` sends. */
    public function toDeleteRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('DELETE', Answer::nothing(), $requestConfiguration);
    }
}
