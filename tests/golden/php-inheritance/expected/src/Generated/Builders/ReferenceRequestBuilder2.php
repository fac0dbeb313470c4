<?php

declare(strict_types=1);

namespace Zoo\Generated\Builders;

use Http\Promise\Promise;
use Zoo\Runtime\Answer;
use Zoo\Runtime\Request;
use Zoo\Runtime\RequestBuilder;
use Zoo\Runtime\RequestConfiguration;

/** A reference. */
class ReferenceRequestBuilder2 extends RequestBuilder
{
    /**
     * Remove the reference; the object itself stays.
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
