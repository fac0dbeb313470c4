<?php

declare(strict_types=1);

namespace Hostile\Generated\Builders;

use Hostile\Runtime\Answer;
use Hostile\Runtime\Request;
use Hostile\Runtime\RequestBuilder;
use Hostile\Runtime\RequestConfiguration;
use Http\Promise\Promise;

/** A count. */
class CountRequestBuilder extends RequestBuilder
{
    /**
     * Get the number of items.
     *
     * @return Promise<int>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('GET', Answer::number(), $requestConfiguration);
    }
}
