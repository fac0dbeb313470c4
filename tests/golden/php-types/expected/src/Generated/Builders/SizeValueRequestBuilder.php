<?php

declare(strict_types=1);

namespace Shop\Generated\Builders;

use Http\Promise\Promise;
use Shop\Generated\Models\Size;
use Shop\Runtime\Answer;
use Shop\Runtime\Request;
use Shop\Runtime\RequestBuilder;
use Shop\Runtime\RequestConfiguration;

/** A complex of type Shop.Catalog.Size. */
class SizeValueRequestBuilder extends RequestBuilder
{
    /**
     * Get the object.
     *
     * @return Promise<Size|null>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('GET', Answer::model(Size::class), $requestConfiguration);
    }

    /**
     * Change the properties that are set in the body, and no others.
     *
     * @return Promise<Size|null>
     */
    public function patch(Size $body, ?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPatchRequestInformation($body, $requestConfiguration));
    }

    /** The request that `patch` sends. */
    public function toPatchRequestInformation(Size $body, ?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request(
            'PATCH',
            Answer::model(Size::class),
            $requestConfiguration,
            $body,
            Size::class,
            'update',
        );
    }
}
