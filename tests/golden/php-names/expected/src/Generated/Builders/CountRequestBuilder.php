<?php

declare(strict_types=1);

namespace Odd\Generated\Builders;

use Http\Promise\Promise;
use Odd\Runtime\Answer;
use Odd\Runtime\Request;
use Odd\Runtime\RequestBuilder;
use Odd\Runtime\RequestConfiguration;

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
