<?php

declare(strict_types=1);

namespace Hostile\Generated\Builders;

use Hostile\Generated\Models\Thing;
use Hostile\Runtime\Answer;
use Hostile\Runtime\Request;
use Hostile\Runtime\RequestBuilder;
use Hostile\Runtime\RequestConfiguration;
use Http\Promise\Promise;

/** ends in a backslash \ */
class ThingItemRequestBuilder extends RequestBuilder
{
    /**
     * Get the object.
     *
     * @return Promise<Thing|null>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('GET', Answer::model(Thing::class), $requestConfiguration);
    }

    /**
     * Change the properties that are set in the body, and no others.
     *
     * @return Promise<Thing|null>
     */
    public function patch(Thing $body, ?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPatchRequestInformation($body, $requestConfiguration));
    }

    /** The request that `patch` sends. */
    public function toPatchRequestInformation(Thing $body, ?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request(
            'PATCH',
            Answer::model(Thing::class),
            $requestConfiguration,
            $body,
            Thing::class,
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
