<?php

declare(strict_types=1);

namespace Ops\Generated\Builders;

use Http\Promise\Promise;
use Ops\Runtime\Answer;
use Ops\Runtime\Request;
use Ops\Runtime\RequestBuilder;
use Ops\Runtime\RequestConfiguration;

/** An action. */
class ResetRequestBuilder extends RequestBuilder
{
    /**
     * Call the operation.
     *
     * @return Promise<null>
     */
    public function post(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPostRequestInformation($requestConfiguration));
    }

    /** The request that `post` sends. */
    public function toPostRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('POST', Answer::nothing(), $requestConfiguration);
    }
}
